//! Text specs: every heading of `tests/specs/<folder>/*.md` that has a block is one named test.
//!
//! The format is described in `tests/specs/README.md`. A folder is tied to the function that checks
//! its specs by one line below; a spec in any other folder fails, and so does a file without a test.

mod spec_checks;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use spec_checks::format::{Spec, SpecFile};
use spec_checks::{
    Check, ageing, bank, bless, decisions, figures, mapping, matching, pricing, reading, reconcile,
    rules, structure, unbilled,
};

static FOLDERS: &[(&str, Check)] = &[
    ("ageing", ageing::check),
    ("bank", bank::check),
    ("decisions", decisions::check),
    ("mapping", mapping::check),
    ("matching", matching::check),
    ("pricing", pricing::check),
    ("reading", reading::check),
    ("reconcile", reconcile::check),
    ("rules", rules::check),
    ("structure", structure::check),
    ("unbilled", unbilled::check),
    ("figures", figures::check),
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    if bless::is_on() {
        // Blessing rewrites files; two tests of one file must not do so at once.
        arguments.test_threads = Some(1);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let trials = spec_paths(&root).iter().flat_map(|path| trials(&root, path)).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// All Markdown files below the root in order, without the description of the format itself.
fn spec_paths(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a readable folder of specs") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "md") {
                found.push(path);
            }
        }
    }
    found.retain(|path| *path != root.join("README.md"));
    found.sort();
    found
}

fn trials(root: &Path, path: &Path) -> Vec<Trial> {
    let relative = path.strip_prefix(root).unwrap_or(path).with_extension("");
    let name = relative.to_string_lossy().replace('\\', "/");
    let folder = name.split('/').next().unwrap_or_default();
    let Some(&(_, check)) = FOLDERS.iter().find(|(known, _)| *known == folder) else {
        return vec![failing(&name, format!("no check is registered for the folder {folder:?}"))];
    };
    let file = match SpecFile::read(path) {
        Ok(file) => file,
        Err(why) => return vec![failing(&name, why)],
    };
    if file.specs.is_empty() {
        return vec![failing(&name, "no heading with a block: nothing is tested".to_owned())];
    }
    file.specs.into_iter().map(|spec| trial(&name, path, spec, check)).collect()
}

fn trial(name: &str, path: &Path, spec: Spec, check: Check) -> Trial {
    let path = path.to_owned();
    Trial::test(format!("{name}: {}", spec.title), move || {
        let actual = check(&spec)?;
        bless::compare(&path, &spec, &actual).map_err(Failed::from)
    })
}

fn failing(name: &str, why: String) -> Trial {
    Trial::test(name.to_owned(), move || Err(Failed::from(why)))
}
