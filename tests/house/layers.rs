//! The layers: each module of the library may use only those before it.

use super::sources::rust_files;

/// Lowest first, as in `src/lib.rs` and ARCHITECTURE.md.
const LAYERS: [&str; 15] = [
    "base", "words", "table", "ingest", "model", "sample", "matching", "analysis", "rules",
    "figures", "report", "view", "session", "engine", "protocol",
];

/// A use against the order that is meant, with its reason. Take lines out, don't put any in.
const EXCUSED: &[(&str, &str, &str)] = &[];

#[test]
fn no_layer_uses_one_above_it() {
    let mut faults = Vec::new();
    for (path, text) in rust_files("src") {
        let Some(own) = layer_of(&path) else { continue };
        let text = before_tests(&text);
        for (number, line) in text.lines().enumerate() {
            for used in used_layers(line) {
                let excused = EXCUSED
                    .iter()
                    .any(|(file, layer, _)| path.ends_with(file) && *layer == LAYERS[used]);
                if used > own && !excused {
                    faults.push(format!(
                        "{}:{}: {} uses {}, which stands above it",
                        path.display(),
                        number + 1,
                        LAYERS[own],
                        LAYERS[used]
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "move it down, or the user of it up:\n{}", faults.join("\n"));
}

#[test]
fn the_library_declares_exactly_the_layers() {
    let lib = std::fs::read_to_string(super::sources::root().join("src/lib.rs")).expect("lib.rs");
    let mut declared: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut known = LAYERS.to_vec();
    declared.sort_unstable();
    known.sort_unstable();
    assert_eq!(declared, known, "a new layer needs its place in LAYERS and in ARCHITECTURE.md");
}

/// The tests of a layer may look up: a spec of a rule is easiest written over a whole book.
fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn layer_of(path: &std::path::Path) -> Option<usize> {
    let path = path.strip_prefix(super::sources::root().join("src")).ok()?;
    let first = path.components().next()?.as_os_str().to_str()?;
    place(first.trim_end_matches(".rs"))
}

/// Layers named on the line by `crate::layer`, in a `use` or in the middle of code.
fn used_layers(line: &str) -> Vec<usize> {
    line.split("crate::").skip(1).filter_map(|rest| place(word(rest))).collect()
}

fn word(rest: &str) -> &str {
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

fn place(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == name)
}
