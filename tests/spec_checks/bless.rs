//! Compares what a check found with what its spec says, and with `UPDATE_EXPECT=1` writes it there.

use std::path::Path;

use super::Actual;
use super::format::{Spec, SpecFile};

pub fn is_on() -> bool {
    std::env::var("UPDATE_EXPECT").is_ok_and(|value| value == "1")
}

pub fn compare(path: &Path, spec: &Spec, actual: &Actual) -> Result<(), String> {
    let wrong: Vec<&(usize, String)> = actual
        .iter()
        .filter(|(at, text)| trimmed(text) != trimmed(&spec.blocks[*at].text))
        .collect();
    if wrong.is_empty() {
        return Ok(());
    }
    if is_on() {
        return write(path, spec, &wrong);
    }
    let shown: Vec<String> = wrong
        .iter()
        .map(|(at, text)| {
            let block = &spec.blocks[*at];
            let place = format!("{}:{}", path.display(), block.lines.start + 1);
            format!("{place}: {}\n{}", block.info.join(" "), differences(&block.text, text))
        })
        .collect();
    Err(format!("{}\nUPDATE_EXPECT=1 writes the lines marked +", shown.join("\n")))
}

fn trimmed(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    lines[..end].to_vec()
}

/// Line by line; specs are small, so lines are not realigned.
fn differences(expected: &str, actual: &str) -> String {
    let (expected, actual) = (trimmed(expected), trimmed(actual));
    let mut out = String::new();
    for i in 0..expected.len().max(actual.len()) {
        match (expected.get(i), actual.get(i)) {
            (Some(e), Some(a)) if e == a => out.push_str(&format!("    {e}\n")),
            (e, a) => {
                e.iter().for_each(|line| out.push_str(&format!("  - {line}\n")));
                a.iter().for_each(|line| out.push_str(&format!("  + {line}\n")));
            }
        }
    }
    out
}

/// The file is parsed again: an earlier blessing may have moved the lines.
fn write(path: &Path, spec: &Spec, wrong: &[&(usize, String)]) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|why| why.to_string())?;
    let file = SpecFile::parse(&spec.stem, &text)?;
    let fresh = file.specs.iter().find(|fresh| fresh.title == spec.title);
    let fresh = fresh.ok_or("the spec vanished while it was blessed")?;
    let mut lines: Vec<&str> = text.lines().collect();
    for (at, text) in wrong.iter().rev() {
        lines.splice(fresh.blocks[*at].lines.clone(), trimmed(text));
    }
    std::fs::write(path, lines.join("\n") + "\n").map_err(|why| why.to_string())
}
