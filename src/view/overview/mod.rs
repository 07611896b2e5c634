//! The overview: whether it ties, what it is worth, what stands in the way, what to do next.
//!
//! Money is never added over currencies: lists are ranked by counts or by shares within one
//! currency, and each currency has its own column.

mod next;
mod quality;
mod work;

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::columns::{Columns, add_size, share};
use super::figures::{self, FigureLine};
use super::findings::severity_key;
use super::not_run::{NotRunLine, not_run};
use super::tie::{self, TieBar};
use super::{Amount, Mark};
use crate::base::{Severity, Sums};
use crate::rules::{Results, release};
use crate::words::{self, Args, Lang, format};

pub use next::{Link, Next};
pub use quality::{Quality, QualityRow};
pub use work::{Ageing, AgeingRow, Readiness, ReadinessRow, ReasonRow, Reasons};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Overview {
    pub nothing_loaded: bool,
    /// `2,418 jobs, 1,206 invoices, 9 clients. 7 of 9 files read; 4 checks not run.`
    pub headline: String,
    /// How many invoices may go out, and how many are held.
    pub release: String,
    /// Whether every row and every amount is accounted for.
    pub conservation: Mark,
    pub ties: Vec<TieBar>,
    pub findings: ByMoney,
    pub reasons: Reasons,
    pub ageing: Ageing,
    pub readiness: Readiness,
    pub figures: Vec<FigureLine>,
    pub quality: Quality,
    pub next: Vec<Next>,
    pub not_run: Vec<NotRunLine>,
}

/// Open findings by rule, the largest first.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ByMoney {
    pub currencies: Vec<String>,
    pub rows: Vec<MoneyRow>,
    /// The rules beyond those listed.
    pub more: Option<MoneyRow>,
    /// `74 findings, 12 rules`
    pub total_text: String,
    pub total: Vec<Option<Amount>>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct MoneyRow {
    /// `break`, `review`, `note`; empty for the rest.
    pub mark: String,
    pub mark_word: String,
    pub code: String,
    pub title: String,
    pub count: String,
    /// Thousandths of its currency's total.
    pub ratio: u16,
    pub money: Vec<Option<Amount>>,
}

const RULES_SHOWN: usize = 6;

pub fn view(results: &Results, lang: Lang) -> Overview {
    let conserved = results.conservation.holds();
    Overview {
        nothing_loaded: results.book.tables().is_empty(),
        headline: headline(results, lang),
        release: released(results, lang),
        conservation: Mark {
            mark: if conserved { "tied" } else { "break" }.to_owned(),
            text: words::text(
                lang,
                if conserved { "conservation-holds" } else { "conservation-fails" },
            ),
        },
        ties: ties(results, lang),
        findings: by_money(results, lang),
        reasons: work::reasons(results, lang),
        ageing: work::ageing(results, lang),
        readiness: work::readiness(results, lang),
        figures: figures::lines(results, lang),
        quality: quality::quality(results, lang),
        next: next::next(results, lang),
        not_run: not_run(results, lang),
    }
}

/// Every tie bar once, in the order of the results.
pub(super) fn ties(results: &Results, lang: Lang) -> Vec<TieBar> {
    let mut names: Vec<&str> = Vec::new();
    for tie in &results.ties {
        if !names.contains(&tie.name.as_str()) {
            names.push(&tie.name);
        }
    }
    names.into_iter().filter_map(|name| tie::bar(&results.ties, name, lang)).collect()
}

fn headline(results: &Results, lang: Lang) -> String {
    let files = &results.intake.files;
    let read = files.iter().filter(|file| file.refused.is_none()).count();
    let args = Args::new()
        .with("jobs", results.book.jobs().len())
        .with("invoices", results.book.invoices().len())
        .with("clients", work::clients(results))
        .with("read", read)
        .with("files", files.len())
        .with("notrun", results.qc.not_run.len());
    words::say(lang, "overview-headline", &args)
}

fn released(results: &Results, lang: Lang) -> String {
    let release = release(results);
    if release.invoices.is_empty() {
        return String::new();
    }
    let args = Args::new()
        .with("released", release.invoices.len() - release.held_count())
        .with("held", release.held_count());
    words::say(lang, "overview-release", &args)
}

struct RuleSum {
    code: &'static str,
    severity: Severity,
    count: usize,
    at_stake: Sums,
    share: u16,
}

fn by_money(results: &Results, lang: Lang) -> ByMoney {
    let mut rules = open_rules(results);
    let mut total = Sums::new();
    rules.iter().for_each(|rule| total.add_all(&rule.at_stake));
    let columns = Columns::of([&total]);
    let rest = rules.split_off(rules.len().min(RULES_SHOWN));
    let count = |rules: &[RuleSum]| rules.iter().map(|rule| rule.count).sum::<usize>();
    let findings = count(&rules) + count(&rest);
    let row = |rule: &RuleSum| MoneyRow {
        mark: severity_key(rule.severity).to_owned(),
        mark_word: words::text(lang, rule.severity.word()),
        code: rule.code.to_owned(),
        title: results.title(lang, rule.code),
        count: format::count(rule.count as i64),
        ratio: rule.share,
        money: columns.cells(&rule.at_stake),
    };
    let more = (!rest.is_empty()).then(|| {
        let mut sums = Sums::new();
        rest.iter().for_each(|rule| sums.add_all(&rule.at_stake));
        let many = Args::new().with("count", rest.len());
        MoneyRow {
            title: words::say(lang, "overview-more-rules", &many),
            count: format::count(count(&rest) as i64),
            ratio: share(&sums, &total),
            money: columns.cells(&sums),
            ..MoneyRow::default()
        }
    });
    let counted =
        |key: &str, count: usize| words::say(lang, key, &Args::new().with("count", count));
    ByMoney {
        currencies: columns.heads(),
        total_text: format!(
            "{}, {}",
            counted("findings-count", findings),
            counted("rules-count", rules.len() + rest.len())
        ),
        total: columns.cells(&total),
        rows: rules.iter().map(row).collect(),
        more,
    }
}

/// Rules with open findings, by the share of a currency's total that they put at stake.
fn open_rules(results: &Results) -> Vec<RuleSum> {
    let mut rules: Vec<RuleSum> = Vec::new();
    let mut total = Sums::new();
    for finding in results.qc.findings.iter().filter(|f| results.decisions.is_open(f)) {
        if rules.last().is_none_or(|rule| rule.code != finding.rule) {
            rules.push(RuleSum {
                code: finding.rule,
                severity: finding.severity,
                count: 0,
                at_stake: Sums::new(),
                share: 0,
            });
        }
        if let Some(rule) = rules.last_mut() {
            rule.count += 1;
            add_size(&mut rule.at_stake, finding.at_stake);
            add_size(&mut total, finding.at_stake);
        }
    }
    for rule in &mut rules {
        rule.share = share(&rule.at_stake, &total);
    }
    rules.sort_by_key(|rule| (Reverse(rule.share), rule.severity, Reverse(rule.count)));
    rules
}
