//! What the library must not know: a clock, a network, files, the environment, floats.

use super::sources::{root, rust_files};

/// The faces of the product; everything else below `src` is the library.
const FACES: [&str; 5] = ["src/app/", "src/worker/", "src/cli/", "src/main.rs", "src/worker.rs"];

/// What is forbidden, and what to write instead.
const FORBIDDEN: &[(&str, &str)] = &[
    ("std::time", "take the date as an argument: the as-of date is a decision of the user"),
    ("SystemTime", "take the date as an argument"),
    ("Instant::now", "measure in a bench or on the page"),
    ("Utc::now", "take the date as an argument"),
    ("Local::now", "take the date as an argument"),
    ("std::fs", "take bytes and give bytes: the faces read and write"),
    ("std::net", "nothing in this product speaks to a network"),
    ("std::env", "take settings as arguments: the faces read them"),
    ("std::process", "nothing in the library runs a program"),
    ("rand::", "be deterministic: seed what must look random"),
    ("HashMap", "take base::QuickMap: this one is seeded by chance, and slow"),
    ("HashSet", "take base::QuickSet: this one is seeded by chance, and slow"),
    ("println!", "return it: the faces print"),
];

/// File, word, and why it may be there.
const EXCUSED: &[(&str, &str, &str)] = &[
    ("src/base/keys.rs", "HashMap", "QuickMap is one with a hasher of its own"),
    ("src/base/keys.rs", "HashSet", "QuickSet is one with a hasher of its own"),
];

/// File, and why floats may be there. Money is never among the reasons.
const FLOATS: &[(&str, &str)] = &[
    ("src/ingest/read/xls/number.rs", "xls and xlsb store floats; they become decimals at once"),
    ("src/ingest/read/serial.rs", "a spreadsheet's moment is days and their fraction as a float"),
    ("src/sample/file.rs", "xlsx stores numbers as floats; the sample's sheets hold exact text"),
    ("src/sample/file.rs", "the sample writes workbooks, and xlsx stores numbers as floats"),
    ("src/report/write_xlsx.rs", "xlsx stores numbers as floats; sixteen digits hold every amount"),
];

#[test]
fn the_library_knows_no_clock_no_network_and_no_files() {
    let mut faults = Vec::new();
    for (path, number, line) in library_lines() {
        for (word, instead) in FORBIDDEN {
            let excused = EXCUSED.iter().any(|(file, w, _)| path == *file && w == word);
            if line.contains(word) && !excused {
                faults.push(format!("{path}:{number}: {word} – {instead}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_float_comes_near_money() {
    let mut faults = Vec::new();
    for (path, number, line) in library_lines() {
        let float = line
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|word| matches!(word, "f64" | "f32" | "to_f64" | "from_f64" | "as_f64"));
        if float && !FLOATS.iter().any(|(file, _)| path == *file) {
            faults.push(format!("{path}:{number}: {}", line.trim()));
        }
    }
    let say = "amounts are base::Money, quantities Decimal; anything else needs its reason";
    assert!(faults.is_empty(), "{say}:\n{}", faults.join("\n"));
}

/// Lines of code of the library, without comments and without the tests at the end of a file.
fn library_lines() -> Vec<(String, usize, String)> {
    let mut lines = Vec::new();
    for (path, text) in rust_files("src") {
        let path = path.strip_prefix(root()).expect("a path below the root");
        let path = path.to_string_lossy().replace('\\', "/");
        if FACES.iter().any(|face| path.starts_with(face)) {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            lines.push((path.clone(), number + 1, line.to_owned()));
        }
    }
    lines
}
