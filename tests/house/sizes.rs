//! Sizes: a file over 500 lines or a function over 70 wants a reason, and the reason stands here.

use super::sources::{root, rust_files};

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

/// File, and why it is long.
const LONG_FILES: &[(&str, &str)] =
    &[("src/table/kind.rs", "one list: the fields of every kind, in the order of the screen")];

/// File, function, and why it is long.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[
    ("src/app/frame/palette.rs", "Finder", "signals and the one tree of marks that they feed"),
    ("src/app/pages/files/sheet.rs", "Foot", "signals and the one tree of marks that they feed"),
    ("src/app/pages/rows.rs", "Data", "signals and the one tree of marks that they feed"),
];

#[test]
fn no_file_is_too_long() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let lines = text.lines().count();
        if lines > FILE_LINES_MAX && !LONG_FILES.iter().any(|(file, _)| path == *file) {
            faults.push(format!("{path}: {lines} lines"));
        }
    }
    assert!(faults.is_empty(), "cut by its nouns, or give a reason:\n{}", faults.join("\n"));
}

#[test]
fn no_function_is_too_long() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        for (name, lines) in functions(&text) {
            let excused = LONG_FUNCTIONS.iter().any(|(f, n, _)| path == *f && name == *n);
            if lines > FUNCTION_LINES_MAX && !excused {
                faults.push(format!("{path}: {name} has {lines} lines"));
            }
        }
    }
    assert!(faults.is_empty(), "take a step out of it, or give a reason:\n{}", faults.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is() {
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert!(faults.is_empty(), "open each with a `//!` sentence: {faults:?}");
}

fn sources() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in ["src", "tests", "xtask/src", "benches"] {
        if !root().join(folder).is_dir() {
            continue;
        }
        for (path, text) in rust_files(folder) {
            let path = path.strip_prefix(root()).expect("a path below the root");
            all.push((path.to_string_lossy().replace('\\', "/"), text));
        }
    }
    all
}

/// Name and length of every function. The house formats by rustfmt, so a function ends at the brace
/// that stands as far in as its first line.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let inset = line.len() - line.trim_start().len();
        let close = format!("{}}}", " ".repeat(inset));
        let body = lines[start..].iter().position(|line| *line == close);
        let one_line = line.ends_with(['}', ';']);
        if let (Some(end), false) = (body, one_line) {
            found.push((name.to_owned(), end + 1));
        }
    }
    found
}

fn function_name(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    loop {
        match words.next()? {
            "fn" => return words.next()?.split(['(', '<']).next(),
            "pub" | "pub(super)" | "pub(crate)" | "async" | "const" | "extern" => {}
            _ => return None,
        }
    }
}
