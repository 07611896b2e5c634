//! Every pass and every veto of matching has a spec in which it speaks.

use std::collections::BTreeSet;
use std::path::Path;

use tieout::matching::PASSES;
use tieout::words::{self, Args, Lang};

use super::sources;

fn specs() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let folders = ["matching", "decisions"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let text = |file: std::io::Result<std::fs::DirEntry>| {
        std::fs::read_to_string(file.expect("an entry").path()).expect("a spec")
    };
    files.map(text).collect()
}

#[test]
fn every_pass_decides_something_in_a_spec() {
    let specs = specs();
    let decided: BTreeSet<&str> = specs
        .lines()
        .filter_map(|line| {
            let (decision, rest) = line.split_once(' ')?;
            let known = ["auto", "suggested", "ambiguous", "confirmed"].contains(&decision);
            known.then(|| rest.split([' ', ';']).next()).flatten()
        })
        .collect();
    let silent: Vec<&str> =
        PASSES.iter().map(|pass| pass.code).filter(|code| !decided.contains(code)).collect();
    assert!(silent.is_empty(), "no spec in tests/specs/matching shows what these find: {silent:?}");
}

#[test]
fn every_veto_is_told_in_a_spec() {
    let specs = specs();
    let source: String = sources::rust_files("src").into_iter().map(|(_, text)| text).collect();
    let keys: BTreeSet<&str> = source
        .split('"')
        .filter(|text| text.starts_with("veto-") && !text.contains(char::is_whitespace))
        .collect();
    assert!(keys.len() > 5, "the vetoes are named otherwise: {keys:?}");
    let silent: Vec<&str> = keys
        .into_iter()
        .filter(|key| {
            // What stands before the first argument is enough to know it by.
            let said = words::say(Lang::En, key, &Args::new());
            let start = said.split(['{', '\u{2068}']).next().unwrap_or_default().trim();
            !specs.contains(&format!("- {start}"))
        })
        .collect();
    assert!(silent.is_empty(), "no facts block of a spec tells these: {silent:?}");
}
