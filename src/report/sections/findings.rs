//! Every finding, a row each, with its decision and its source.

use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::{Finding, Results, Verdict, rule, word_key};
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let column = |key, align, width| text::column(lang, key, align, width);
    let table = Table {
        title: String::new(),
        columns: vec![
            column("col-rule", Align::Start, 9),
            column("col-severity", Align::Start, 10),
            column("col-finding", Align::Start, 34),
            column("col-message", Align::Start, 56),
            column("field-invoice-no", Align::Start, 16),
            column("field-job-no", Align::Start, 16),
            column("field-customer-name", Align::Start, 24),
            column("col-found", Align::End, 14),
            column("col-expected", Align::End, 14),
            column("col-at-stake", Align::End, 14),
            column("field-currency", Align::Start, 9),
            column("col-fix", Align::Start, 44),
            column("col-owner", Align::Start, 18),
            column("col-decision", Align::Start, 14),
            column("col-reason", Align::Start, 24),
            column("col-source", Align::Start, 40),
        ],
        rows: results.qc.findings.iter().map(|finding| row(results, lang, finding)).collect(),
        totals: Vec::new(),
    };
    Section {
        key: "findings",
        title: words::text(lang, "section-findings"),
        notes: Vec::new(),
        tables: vec![table],
    }
}

fn row(results: &Results, lang: Lang, finding: &Finding) -> Vec<Cell> {
    let say =
        |tail: &str| words::say(lang, &format!("{}{tail}", word_key(finding.rule)), &finding.args);
    let verdict = results.decisions.verdict(finding);
    let decision = match verdict {
        None => "decision-open",
        Some(Verdict::Accepted) => "decision-accepted",
        Some(Verdict::Dismissed { .. }) => "decision-dismissed",
    };
    let reason = match verdict {
        Some(Verdict::Dismissed { reason }) => Cell::Text(reason.clone()),
        _ => Cell::Blank,
    };
    let owner = rule(finding.rule).map(|rule| words::text(lang, &rule.owner.word()));
    vec![
        Cell::Text(finding.rule.to_owned()),
        Cell::Text(words::text(lang, finding.severity.word())),
        Cell::Text(finding.title(lang)),
        Cell::Text(say(".message")),
        text::text(finding.invoice.as_deref()),
        text::text(finding.job.as_deref()),
        text::text(finding.customer.as_deref()),
        text::value(lang, finding.found.as_ref()),
        text::value(lang, finding.expected.as_ref()),
        text::money(finding.at_stake),
        text::code(finding.at_stake),
        Cell::Text(say(".fix")),
        text::text(owner.as_deref()),
        Cell::Text(words::text(lang, decision)),
        reason,
        text::source(results, Some(finding.at)),
    ]
}
