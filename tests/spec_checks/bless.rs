//! Compares what a check found with what its spec says, and with `UPDATE_EXPECT=1` writes it there.

use std::path::Path;

use super::Actual;
use super::format::{Spec, SpecFile};
use super::tables::MARKS;

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
        if is_silenced(spec, actual) {
            let line = spec.blocks.first().map_or(0, |block| block.lines.start + 1);
            return Err(format!(
                "{}:{line}: every finding that the column {MARKS} names is gone; a spec that expects none is \
                 written by hand",
                path.display()
            ));
        }
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

/// Whether the tables of a spec name findings, and would name none once it is blessed: then the rule no longer
/// does what the spec shows, and blessing would leave a test of nothing.
fn is_silenced(spec: &Spec, actual: &Actual) -> bool {
    let marked = |text: &str| {
        let mut lines = text.lines();
        let has_marks = lines.next().is_some_and(|header| header.trim_end().ends_with(MARKS));
        has_marks && lines.any(|line| !line.trim_end().ends_with(','))
    };
    let now = |at: usize| {
        let found = actual.iter().find(|(place, _)| *place == at);
        found.map_or(spec.blocks[at].text.as_str(), |(_, text)| text.as_str())
    };
    let names = |block: &usize| marked(&spec.blocks[*block].text);
    let before = (0..spec.blocks.len()).filter(names).count();
    before > 0 && !(0..spec.blocks.len()).any(|block| marked(now(block)))
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
