//! The coverage screen: which rules ran on the loaded files, which could not, and which column would
//! enable them. Invariant: every rule of the catalogue stands in exactly one of its lists.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::not_run::not_run;
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Coverage {
    pub nothing_loaded: bool,
    /// `40 checks ran, 20 could not, 2 switched off`
    pub text: String,
    /// What is missing, with the rules that wait for it; what enables most stands first.
    pub would_enable: Vec<WouldEnable>,
    pub bands: Vec<CoverageBand>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct WouldEnable {
    pub missing: String,
    pub count: String,
    pub codes: Vec<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct CoverageBand {
    /// `tied` for those that ran, `notrun`, `off`.
    pub mark: String,
    pub word: String,
    pub count: String,
    pub lines: Vec<CoverageLine>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct CoverageLine {
    pub code: String,
    pub title: String,
    /// How much it found, or what it lacks.
    pub note: String,
    /// Whether the note is a count that leads to its findings.
    pub found: bool,
}

pub fn view(results: &Results, lang: Lang) -> Coverage {
    let qc = &results.qc;
    let mut ran = Vec::new();
    for rule in &qc.ran {
        let found = rule.findings > 0;
        let note = match found {
            true => format::count(rule.findings as i64),
            false => words::text(lang, "coverage-clean"),
        };
        ran.push(CoverageLine { found, note, ..named(results, rule.rule, lang) });
    }
    let (mut lacking, mut off) = (Vec::new(), Vec::new());
    let mut needs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (rule, line) in qc.not_run.iter().zip(not_run(results, lang)) {
        let list = if rule.switched_off { &mut off } else { &mut lacking };
        list.push(CoverageLine { note: line.missing, ..named(results, rule.rule, lang) });
        for need in rule.missing.iter().filter(|_| !rule.switched_off) {
            needs.entry(need.text(lang)).or_default().push(rule.rule.to_owned());
        }
    }
    let args =
        Args::new().with("ran", ran.len()).with("lacking", lacking.len()).with("off", off.len());
    let mut would_enable: Vec<(String, Vec<String>)> = needs.into_iter().collect();
    would_enable.sort_by_key(|(_, codes)| std::cmp::Reverse(codes.len()));
    let band = |mark: &str, word: &str, lines: Vec<CoverageLine>| CoverageBand {
        mark: mark.to_owned(),
        word: words::text(lang, word),
        count: format::count(lines.len() as i64),
        lines,
    };
    let bands = [
        band("notrun", "coverage-lacking", lacking),
        band("off", "coverage-off", off),
        band("tied", "coverage-ran", ran),
    ];
    Coverage {
        nothing_loaded: results.book.tables().is_empty(),
        text: words::say(lang, "coverage-text", &args),
        would_enable: would_enable
            .into_iter()
            .map(|(missing, codes)| WouldEnable {
                missing,
                count: format::count(codes.len() as i64),
                codes,
            })
            .collect(),
        bands: bands.into_iter().filter(|band| !band.lines.is_empty()).collect(),
    }
}

fn named(results: &Results, code: &str, lang: Lang) -> CoverageLine {
    let title = results.title(lang, code);
    CoverageLine { code: code.to_owned(), title, ..CoverageLine::default() }
}
