//! The open rule: what, why, what to do, evidence down to the cell, and a window of its rows.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::alike::{LookAlikes, look_alikes};
use super::groups::Group;
use super::seen::Seen;
use super::{Choice, Subject, count};
use crate::base::{Money, Sums, limits};
use crate::rules::{Finding, Results, Verdict, forensic, rule, word_key};
use crate::view::figure::figure;
use crate::view::sources::Sources;
use crate::view::{Amount, SourceTag, amounts};
use crate::words::{self, Arg, Args, Lang};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct OpenRule {
    pub code: String,
    pub title: String,
    pub what: String,
    pub why: String,
    pub fix: String,
    pub owner: String,
    /// `Largest three of 14`
    pub evidence_title: String,
    pub evidence: Vec<EvidenceRow>,
    pub rows: Vec<FindingRow>,
    pub from: u32,
    pub total: u32,
    pub total_text: String,
    /// Signed sums of all rows.
    pub sums: Vec<Amount>,
    /// The rule below this one in the list: where to go when its rows are decided.
    pub next: Option<String>,
    pub detail: Option<Detail>,
    pub alike: Option<LookAlikes>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct EvidenceRow {
    /// Invoice, else job, else the source row.
    pub id: String,
    pub client: String,
    /// The cell as it stands in the file.
    pub raw: String,
    pub found: String,
    pub expected: String,
    pub difference: Option<Amount>,
    pub source: SourceTag,
    /// The other cell: what it is, and where.
    pub other_label: String,
    pub other: Option<SourceTag>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FindingRow {
    /// Position within the open rule.
    pub at: u32,
    pub number: String,
    pub invoice: String,
    pub job: String,
    pub client: String,
    pub message: String,
    pub found: String,
    pub expected: String,
    pub at_stake: Option<Amount>,
    pub source: SourceTag,
    /// Reason of a dismissal.
    pub note: String,
    pub selected: bool,
}

/// One finding in full: its sentence and every cell that supports it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Detail {
    pub title: String,
    pub message: String,
    pub why: String,
    pub fix: String,
    /// What a small difference comes from, and whether a way of rounding gives it.
    pub rounding: Option<(bool, String)>,
    pub cells: Vec<DetailCell>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct DetailCell {
    pub label: String,
    pub raw: String,
    pub source: SourceTag,
}

const EVIDENCE_ROWS: usize = 3;

pub(super) fn open(
    results: &Results,
    group: &Group,
    groups: &[Group],
    sources: &Sources,
    choice: &Choice,
    lang: Lang,
) -> OpenRule {
    let total = group.findings.len();
    let from = (choice.from as usize).min(total);
    let to = from.saturating_add(choice.rows.min(limits::WINDOW_ROWS_MAX) as usize).min(total);
    let row = |at: usize| row(at, group.findings[at], sources, choice, lang);
    let after = groups.iter().position(|other| other.code == group.code).map_or(0, |at| at + 1);
    let largest = largest(group);
    let titled = Args::new().with("shown", largest.len()).with("count", total);
    let word = |tail: &str| words::text(lang, &format!("{}.{tail}", word_key(group.code)));
    let explained = choice.explain.and_then(|at| group.findings.get(at as usize));
    let confirmed = choice.alike.and_then(|at| group.findings.get(at as usize));
    OpenRule {
        code: group.code.to_owned(),
        title: group.title(lang),
        what: what(group, largest.first().copied(), lang),
        why: word("why"),
        fix: word("fix"),
        owner: rule(group.code).map_or_else(String::new, |r| words::text(lang, &r.owner.word())),
        evidence_title: words::say(lang, "findings-largest", &titled),
        evidence: largest.iter().map(|seen| evidence(seen.finding, sources, lang)).collect(),
        rows: (from..to).map(row).collect(),
        from: from as u32,
        total: total as u32,
        total_text: count(total),
        sums: amounts(&signed(group.findings.iter())),
        next: groups.get(after).map(|next| next.code.to_owned()),
        detail: explained.map(|seen| detail(results, seen.finding, sources, lang)),
        alike: confirmed.map(|seen| look_alikes(results, seen.finding, sources, lang)),
    }
}

/// What a decision would be about, and the figures of the status bar.
pub(super) fn subject(group: &Group, choice: &Choice) -> Subject {
    let picked = |at: &usize| choice.selected.is_empty() || is_selected(choice, *at as u32);
    let findings: Vec<&&Seen> =
        (0..group.findings.len()).filter(picked).map(|at| &group.findings[at]).collect();
    let sums = signed(findings.iter().copied());
    let at_stake: Sums =
        findings.iter().filter_map(|s| s.finding.at_stake).map(Money::abs).collect();
    let single = (sums.iter().count() == 1).then(|| sums.iter().next()).flatten();
    let values = || findings.iter().filter_map(|seen| seen.finding.at_stake);
    let average = single.and_then(|sum| {
        let valued = crate::base::Decimal::from(values().count() as u64);
        Money::round(sum.decimal().checked_div(valued)?, sum.currency)
    });
    let key = |seen: &&&Seen| (seen.finding.key.clone(), seen.finding.at_stake);
    Subject {
        selected: !choice.selected.is_empty(),
        count: findings.len() as u32,
        count_text: count(findings.len()),
        sums: amounts(&sums),
        at_stake: amounts(&at_stake),
        average: average.map(Amount::of),
        smallest: single.and_then(|_| values().min()).map(Amount::of),
        largest: single.and_then(|_| values().max()).map(Amount::of),
        keys: if choice.take { findings.iter().map(key).collect() } else { Vec::new() },
    }
}

fn is_selected(choice: &Choice, at: u32) -> bool {
    choice.selected.iter().any(|(first, last)| (*first..=*last).contains(&at))
}

fn signed<'s, 'r: 's>(findings: impl Iterator<Item = &'s &'s Seen<'r>>) -> Sums {
    findings.filter_map(|seen| seen.finding.at_stake).collect()
}

/// `14 rows on 10 invoices. The largest: …`
fn what(group: &Group, largest: Option<&Seen>, lang: Lang) -> String {
    let invoices: BTreeSet<&str> =
        group.findings.iter().filter_map(|seen| seen.finding.invoice.as_deref()).collect();
    let args = Args::new().with("count", group.findings.len()).with("invoices", invoices.len());
    let key = if invoices.is_empty() { "findings-what-rows" } else { "findings-what-invoices" };
    let counted = words::say(lang, key, &args);
    let Some(largest) = largest else { return counted };
    let message = message(largest.finding, lang);
    match group.findings.len() {
        1 => message,
        _ => {
            let args = Args::new().with("counted", counted).with("message", message);
            words::say(lang, "findings-what", &args)
        }
    }
}

/// The first rows by size; without money the first rows.
fn largest<'r>(group: &Group<'r>) -> Vec<&'r Seen<'r>> {
    let mut all: Vec<&Seen> = group.findings.clone();
    let size = |seen: &Seen| seen.finding.at_stake.map_or(0, |money| money.minor.saturating_abs());
    // Sizes of two currencies do not compare: the currency with most rows is looked at first.
    let code = |seen: &Seen| seen.finding.at_stake.map(|money| money.currency);
    let mut rows_of = std::collections::BTreeMap::new();
    for seen in &all {
        *rows_of.entry(code(seen)).or_insert(0_usize) += 1;
    }
    all.sort_by_key(|seen| {
        let of = code(seen);
        (of.is_none(), Reverse(rows_of.get(&of).copied()), of, Reverse(size(seen)))
    });
    all.truncate(EVIDENCE_ROWS);
    all
}

fn evidence(finding: &Finding, sources: &Sources, lang: Lang) -> EvidenceRow {
    let other = finding.evidence.first();
    let (found, expected) = figures(finding, lang);
    EvidenceRow {
        id: id(finding, sources),
        client: finding.customer.clone().unwrap_or_default(),
        raw: sources.raw(finding.at).to_owned(),
        found,
        expected,
        difference: finding.at_stake.map(Amount::of),
        source: sources.tag(finding.at),
        other_label: other.map_or_else(String::new, |e| words::text(lang, &e.label)),
        other: other.map(|evidence| sources.tag(evidence.source)),
    }
}

fn row(at: usize, seen: &Seen, sources: &Sources, choice: &Choice, lang: Lang) -> FindingRow {
    let finding = seen.finding;
    let (found, expected) = figures(finding, lang);
    let note = match seen.verdict {
        Some(Verdict::Dismissed { reason }) => reason.clone(),
        _ => String::new(),
    };
    FindingRow {
        at: at as u32,
        number: count(at + 1),
        invoice: finding.invoice.clone().unwrap_or_default(),
        job: finding.job.clone().unwrap_or_default(),
        client: finding.customer.clone().unwrap_or_default(),
        message: message(finding, lang),
        found,
        expected,
        at_stake: finding.at_stake.map(Amount::of),
        source: sources.tag(finding.at),
        note,
        selected: is_selected(choice, at as u32),
    }
}

fn detail(results: &Results, finding: &Finding, sources: &Sources, lang: Lang) -> Detail {
    let cell = |label: String, source| DetailCell {
        label,
        raw: sources.raw(source).to_owned(),
        source: sources.tag(source),
    };
    let mut cells = vec![cell(words::text(lang, "findings-this-cell"), finding.at)];
    cells.extend(finding.evidence.iter().map(|e| cell(words::text(lang, &e.label), e.source)));
    let word = |tail: &str| words::text(lang, &format!("{}.{tail}", word_key(finding.rule)));
    Detail {
        title: format!("{} {}", finding.rule, finding.title(lang)),
        message: message(finding, lang),
        why: word("why"),
        fix: word("fix"),
        rounding: forensic(results, finding)
            .map(|found| (found.explained, words::say(lang, found.key, &found.args))),
        cells,
    }
}

fn message(finding: &Finding, lang: Lang) -> String {
    finding.message(lang)
}

fn figures(finding: &Finding, lang: Lang) -> (String, String) {
    let text = |arg: &Option<Arg>| arg.as_ref().map_or_else(String::new, |a| figure(lang, a).0);
    (text(&finding.found), text(&finding.expected))
}

fn id(finding: &Finding, sources: &Sources) -> String {
    let named = finding.invoice.clone().or_else(|| finding.job.clone());
    named.unwrap_or_else(|| sources.tag(finding.at).row.to_string())
}
