//! What to do next: an ordered list of links. Questions first, then money, then what waits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::open_rules;
use crate::analysis::unbilled::{self, Standing};
use crate::base::{Severity, Sums};
use crate::rules::Results;
use crate::words::{self, Arg, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Next {
    pub what: String,
    pub why: String,
    pub link: Link,
}

/// A page with its choice, as it stands in the address.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Link {
    /// `files`, `findings`, `unbilled`, `reports`.
    pub page: String,
    pub choice: Vec<(String, String)>,
}

const BREAKS_SHOWN: usize = 3;

pub(super) fn next(results: &Results, lang: Lang) -> Vec<Next> {
    let mut list = Vec::new();
    if results.intake.files.is_empty() {
        return list;
    }
    questions(results, lang, &mut list);
    breaks(results, lang, &mut list);
    jobs(results, lang, &mut list);
    reviews(results, lang, &mut list);
    list.push(Next {
        what: words::text(lang, "next-report"),
        why: words::text(lang, "next-report.why"),
        link: link("reports", &[]),
    });
    list
}

fn questions(results: &Results, lang: Lang, list: &mut Vec<Next>) {
    for file in &results.intake.files {
        let sheets = file.sheets.iter().filter(|s| !s.settled && !s.raw.hidden);
        let asks: usize = sheets.map(|sheet| sheet.proposal.asks.len()).sum();
        if asks > 0 {
            let args = Args::new().with("count", asks).with("file", &*file.name);
            list.push(say(lang, "next-answer", &args, link("files", &[])));
        }
    }
    if results.policy.as_of.is_none() && !results.book.tables().is_empty() {
        list.push(say(lang, "next-as-of", &Args::new(), link("files", &[])));
    }
}

fn breaks(results: &Results, lang: Lang, list: &mut Vec<Next>) {
    let rules = open_rules(results);
    let breaks = rules.iter().filter(|rule| rule.severity == Severity::Break);
    for rule in breaks.take(BREAKS_SHOWN) {
        let args = Args::new()
            .with("count", rule.count)
            .with("title", Arg::term(rule.code))
            .with("sums", sums(&rule.at_stake, lang));
        list.push(say(lang, "next-break", &args, link("findings", &[("rule", rule.code)])));
    }
}

fn jobs(results: &Results, lang: Lang, list: &mut Vec<Next>) {
    let mut by_reason: BTreeMap<(Standing, &str), (usize, Sums)> = BTreeMap::new();
    for job in results.unbilled.open() {
        let standing = job.standing().unwrap_or(Standing::NoReason);
        let of = by_reason.entry((standing, job.reason.unwrap_or("BLK-29"))).or_default();
        of.0 += 1;
        job.open.into_iter().for_each(|money| of.1.add(money));
    }
    let largest = |standing: Standing| {
        let of = by_reason.iter().filter(move |((s, _), _)| *s == standing);
        of.max_by_key(|(_, (count, _))| *count)
    };
    for (standing, key) in [
        (Standing::NoReason, "next-no-reason"),
        (Standing::Waiting, "next-waiting"),
        (Standing::Ready, "next-ready"),
    ] {
        let Some(((_, code), (count, open))) = largest(standing) else { continue };
        let action =
            unbilled::reason(code).map_or_else(String::new, |r| format!("{}.action", r.code));
        let args = Args::new()
            .with("count", *count)
            .with("reason", Arg::term(*code))
            .with("action", Arg::term(action))
            .with("sums", sums(open, lang));
        list.push(say(lang, key, &args, link("unbilled", &[("by", "reason"), ("reason", code)])));
    }
}

fn reviews(results: &Results, lang: Lang, list: &mut Vec<Next>) {
    let rules = open_rules(results);
    let reviews = rules.iter().filter(|rule| rule.severity == Severity::Review);
    let mut count = 0;
    let mut at_stake = Sums::new();
    for rule in reviews {
        count += rule.count;
        at_stake.add_all(&rule.at_stake);
    }
    if count > 0 {
        let args = Args::new().with("count", count).with("sums", sums(&at_stake, lang));
        list.push(say(lang, "next-review", &args, link("findings", &[("severity", "review")])));
    }
}

/// Each currency by itself; words where there is no money.
fn sums(sums: &Sums, lang: Lang) -> String {
    let parts: Vec<String> =
        sums.iter().filter(|sum| !sum.is_zero()).map(format::money_with_code).collect();
    if parts.is_empty() { words::text(lang, "no-amount") } else { parts.join(", ") }
}

fn say(lang: Lang, key: &str, args: &Args, link: Link) -> Next {
    Next {
        what: words::say(lang, key, args),
        why: words::say(lang, &format!("{key}.why"), args),
        link,
    }
}

fn link(page: &str, choice: &[(&str, &str)]) -> Link {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Link { page: page.to_owned(), choice: choice.iter().map(pair).collect() }
}
