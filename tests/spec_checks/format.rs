//! Reads spec files: headings, settings, fenced blocks. Knows nothing of what a block means.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One Markdown file.
pub struct SpecFile {
    pub specs: Vec<Spec>,
}

/// One heading with at least one block: one test.
pub struct Spec {
    pub title: String,
    /// Name of the file without `.md`: for rules their code.
    pub stem: String,
    /// `- key: value` lines under the heading, over those under the file's first heading.
    pub settings: BTreeMap<String, String>,
    pub blocks: Vec<Block>,
}

/// A fenced block. `info` are the words after the fence: `csv`, `jobs`, `jobs.csv`.
pub struct Block {
    pub info: Vec<String>,
    pub text: String,
    /// 0-based lines of the file: the first of the text, and the closing fence.
    pub lines: std::ops::Range<usize>,
}

impl SpecFile {
    pub fn read(path: &Path) -> Result<SpecFile, String> {
        let text = std::fs::read_to_string(path).map_err(|why| why.to_string())?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        SpecFile::parse(&stem, &text)
    }

    pub fn parse(stem: &str, text: &str) -> Result<SpecFile, String> {
        let mut sections: Vec<Spec> = Vec::new();
        let mut lines = text.lines().enumerate();
        while let Some((at, line)) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                let section = sections.last_mut().ok_or("a block stands before any heading")?;
                section.blocks.push(block(at, info, &mut lines)?);
            } else if line.starts_with('#') {
                let title = line.trim_start_matches('#').trim().to_owned();
                let (stem, settings) = (stem.to_owned(), BTreeMap::new());
                sections.push(Spec { title, stem, settings, blocks: Vec::new() });
            } else if let Some((key, value)) = setting(line) {
                let section = sections.last_mut().ok_or("a setting stands before any heading")?;
                section.settings.insert(key.to_owned(), value.to_owned());
            }
        }
        Ok(SpecFile { specs: tests(sections)? })
    }
}

impl Spec {
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(String::as_str)
    }

    /// A misspelt setting would silently test something else.
    pub fn allow_settings(&self, known: &[&str]) -> Result<(), String> {
        match self.settings.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(format!("unknown setting {key:?}; known here: {}", known.join(", "))),
            None => Ok(()),
        }
    }

    /// The blocks whose first info word is `kind`, with their positions.
    pub fn blocks_of(&self, kind: &str) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks
            .iter()
            .enumerate()
            .filter(move |(_, block)| block.info.first().is_some_and(|word| word == kind))
    }
}

fn block<'t>(
    at: usize,
    info: &str,
    lines: &mut impl Iterator<Item = (usize, &'t str)>,
) -> Result<Block, String> {
    let info = info.split_whitespace().map(str::to_owned).collect();
    let mut text = String::new();
    for (end, line) in lines {
        if line.trim_end() == "```" {
            return Ok(Block { info, text, lines: at + 1..end });
        }
        text.push_str(line);
        text.push('\n');
    }
    Err(format!("the block that opens on line {} is never closed", at + 1))
}

/// `- as_of: 2026-11-06`. A key is one lower-case word, so that prose lists are left alone.
fn setting(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.strip_prefix("- ")?.split_once(": ")?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    is_key.then_some((key, value.trim()))
}

/// Sections with blocks; the settings of a first section without any hold for all of them.
fn tests(mut sections: Vec<Spec>) -> Result<Vec<Spec>, String> {
    let shared = match sections.first() {
        Some(first) if first.blocks.is_empty() => first.settings.clone(),
        _ => BTreeMap::new(),
    };
    sections.retain(|section| !section.blocks.is_empty());
    let mut titles = BTreeSet::new();
    for section in &mut sections {
        if !titles.insert(section.title.clone()) {
            return Err(format!("two tests are called {:?}", section.title));
        }
        for (key, value) in &shared {
            section.settings.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
    Ok(sections)
}
