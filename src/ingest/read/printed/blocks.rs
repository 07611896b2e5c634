//! What stands above each list of a print: "Customer 100234", "Company code 1000".
//!
//! Invariant: a value holds for the rows below it until its own group of lines begins anew; a group
//! that lacks a line does not inherit it from the one before.

use std::collections::BTreeMap;

use super::lines::{Line, Shape};

/// A gap wider than this parts the corners of a page title, not a label from its value.
const GAP_MAX: usize = 30;

#[derive(Default)]
pub(super) struct Blocks {
    labels: Vec<String>,
    /// By line: the values that it sets, and whether its group begins with it.
    lines: BTreeMap<usize, Setting>,
    values: BTreeMap<usize, String>,
    /// First label of a group → the labels that it set last time.
    groups: BTreeMap<usize, Vec<usize>>,
    group: usize,
}

struct Setting {
    begins: bool,
    pairs: Vec<(usize, String)>,
}

impl Blocks {
    pub(super) fn find(lines: &[Line]) -> Blocks {
        let mut blocks = Blocks::default();
        let mut at = 0;
        while at < lines.len() {
            let run = lines[at..].iter().take_while(|line| line.shape == Shape::Text).count();
            let mut begun = false;
            for (nth, line) in lines[at..at + run].iter().enumerate() {
                let pairs = pairs(line.text, begun);
                if pairs.is_empty() {
                    continue;
                }
                let pairs = pairs.into_iter().map(|(label, value)| (blocks.label(label), value));
                let pairs = pairs.collect();
                blocks.lines.insert(at + nth, Setting { begins: !begun, pairs });
                begun = true;
            }
            at += run.max(1);
        }
        blocks
    }

    fn label(&mut self, label: String) -> usize {
        match self.labels.iter().position(|known| *known == label) {
            Some(at) => at,
            None => {
                self.labels.push(label);
                self.labels.len() - 1
            }
        }
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        self.labels.iter().map(String::as_str)
    }

    /// Column behind the list's own, and value, for the rows that follow.
    pub(super) fn values(&self) -> impl Iterator<Item = (usize, &str)> {
        self.values.iter().map(|(label, value)| (*label, value.as_str()))
    }

    /// Passes the line at this position.
    pub(super) fn enter(&mut self, at: usize) {
        let Some(setting) = self.lines.get(&at) else { return };
        let Some((first, _)) = setting.pairs.first() else { return };
        if setting.begins {
            self.group = *first;
            for label in self.groups.remove(first).unwrap_or_default() {
                self.values.remove(&label);
            }
        }
        for (label, value) in &setting.pairs {
            self.values.insert(*label, value.clone());
            self.groups.entry(self.group).or_default().push(*label);
        }
    }
}

/// Labels and values of one line. Within a group that has begun, one blank is gap enough.
fn pairs(text: &str, begun: bool) -> Vec<(String, String)> {
    let parts = parts(text.trim());
    let texts: Vec<&str> = parts.iter().map(|(part, _)| *part).collect();
    if parts.iter().any(|(_, gap)| *gap > GAP_MAX) {
        return Vec::new();
    }
    if let [only] = texts[..] {
        return match only.split_once(':') {
            Some((label, value)) => pair(label, value).into_iter().collect(),
            None if begun => only
                .rsplit_once(' ')
                .and_then(|(label, value)| pair(label, value))
                .into_iter()
                .collect(),
            None => Vec::new(),
        };
    }
    let colons: Vec<_> =
        texts.iter().map(|part| part.split_once(':').and_then(|(l, v)| pair(l, v))).collect();
    if colons.iter().all(Option::is_some) {
        return colons.into_iter().flatten().collect();
    }
    if !texts.len().is_multiple_of(2) {
        return Vec::new();
    }
    let found: Vec<_> = texts.chunks(2).map(|two| pair(two[0], two[1])).collect();
    if found.iter().any(Option::is_none) {
        return Vec::new();
    }
    found.into_iter().flatten().collect()
}

/// Parts of a line between two or more blanks, each with the width of the gap before it.
fn parts(text: &str) -> Vec<(&str, usize)> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut gap = 0;
    while !rest.is_empty() {
        let end = [rest.find("  "), rest.find('\t')].into_iter().flatten().min();
        let end = end.unwrap_or(rest.len());
        let part = rest[..end].trim();
        if !part.is_empty() {
            parts.push((part, gap));
        }
        let after = rest[end..].trim_start();
        gap = rest.len() - end - after.len();
        rest = after;
    }
    parts
}

/// A label is words; pages and dates of printing are no property of a customer.
fn pair(label: &str, value: &str) -> Option<(String, String)> {
    const LABEL_CHARS_MAX: usize = 30;
    const PAGE_WORDS: [&str; 12] = [
        "page",
        "seite",
        "pag",
        "pág",
        "página",
        "pagina",
        "date",
        "time",
        "uhrzeit",
        "페이지",
        "页",
        "页码",
    ];
    let label = label.trim().trim_end_matches(':').trim_end_matches('.').trim();
    let value = value.trim();
    let words = label.chars().next().is_some_and(char::is_alphabetic)
        && !label.chars().any(|c| c.is_ascii_digit() || c == ',');
    let is_page = PAGE_WORDS.contains(&label.to_lowercase().as_str());
    let fits = words && !is_page && label.chars().count() <= LABEL_CHARS_MAX && !value.is_empty();
    fits.then(|| (label.to_owned(), value.to_owned()))
}
