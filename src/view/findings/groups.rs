//! Findings by severity and rule, with counts and the money at stake per currency.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::seen::{Seen, severity_key};
use super::{Sort, Total, count, findings_counted};
use crate::base::{Severity, Sums};
use crate::view::Amount;
use crate::view::columns::{Columns, add_size, share};
use crate::words::{self, Args, Lang};

/// All rules of one severity.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Band {
    /// `break`, `review`, `note`: also the mark.
    pub key: String,
    pub word: String,
    /// `must be fixed before the run goes out`
    pub hint: String,
    pub count: String,
    pub money: Vec<Option<Amount>>,
    pub rules: Vec<RuleLine>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RuleLine {
    pub code: String,
    pub title: String,
    pub count: String,
    pub money: Vec<Option<Amount>>,
    /// Length of a bar in thousandths: the share of its currency's total.
    pub ratio: u16,
    pub files: String,
}

pub(super) struct Group<'r> {
    pub code: &'static str,
    pub severity: Severity,
    pub findings: Vec<&'r Seen<'r>>,
    /// Sizes, so that too much and too little do not cancel out.
    pub at_stake: Sums,
    pub share: u16,
}

impl Group<'_> {
    pub(super) fn title(&self, lang: Lang) -> String {
        let first = self.findings.first();
        first.map_or_else(|| words::text(lang, self.code), |seen| seen.finding.title(lang))
    }
}

/// Worst severity first, then as asked. The findings stay in the order of their rows.
pub(super) fn group<'r>(listed: &[&'r Seen<'r>], sort: Sort) -> Vec<Group<'r>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut total = Sums::new();
    for seen in listed {
        let finding = seen.finding;
        // Findings come rule by rule, in the order of the catalogue.
        if groups.last().is_none_or(|group| group.code != finding.rule) {
            groups.push(Group {
                code: finding.rule,
                severity: finding.severity,
                findings: Vec::new(),
                at_stake: Sums::new(),
                share: 0,
            });
        }
        if let Some(group) = groups.last_mut() {
            group.findings.push(seen);
            add_size(&mut group.at_stake, finding.at_stake);
            add_size(&mut total, finding.at_stake);
        }
    }
    for group in &mut groups {
        group.share = share(&group.at_stake, &total);
    }
    match sort {
        Sort::Money => groups.sort_by_key(|g| (g.severity, Reverse(g.share))),
        Sort::Count => groups.sort_by_key(|g| (g.severity, Reverse(g.findings.len()))),
        Sort::Rule => groups.sort_by_key(|g| g.severity),
    }
    groups
}

pub(super) fn bands(groups: &[Group], columns: &Columns, lang: Lang) -> Vec<Band> {
    groups
        .chunk_by(|a, b| a.severity == b.severity)
        .map(|band| {
            let key = severity_key(band[0].severity);
            let mut sums = Sums::new();
            band.iter().for_each(|group| sums.add_all(&group.at_stake));
            Band {
                key: key.to_owned(),
                word: words::text(lang, &format!("severity-{key}")),
                hint: words::text(lang, &format!("severity-hint-{key}")),
                count: count(band.iter().map(|group| group.findings.len()).sum()),
                money: columns.cells(&sums),
                rules: band.iter().map(|group| line(group, columns, lang)).collect(),
            }
        })
        .collect()
}

pub(super) fn total(groups: &[Group], columns: &Columns, lang: Lang) -> Total {
    let findings = groups.iter().map(|group| group.findings.len()).sum();
    let mut sums = Sums::new();
    groups.iter().for_each(|group| sums.add_all(&group.at_stake));
    let rules = words::say(lang, "rules-count", &Args::new().with("count", groups.len()));
    Total {
        text: format!("{}, {rules}", findings_counted(findings, lang)),
        count: count(findings),
        money: columns.cells(&sums),
    }
}

fn line(group: &Group, columns: &Columns, lang: Lang) -> RuleLine {
    let files: BTreeSet<&str> = group.findings.iter().map(|seen| seen.file).collect();
    RuleLine {
        code: group.code.to_owned(),
        title: group.title(lang),
        count: count(group.findings.len()),
        money: columns.cells(&group.at_stake),
        ratio: group.share,
        files: count(files.len()),
    }
}
