//! The findings screen over findings made by hand.

use std::sync::Arc;

use super::*;
use crate::base::{Currency, Money, Severity, Source, TableId};
use crate::rules::{Decision, Finding, Qc, Verdict};

fn money(minor: i64, code: &str) -> Option<Money> {
    Some(Money::new(minor, Currency::parse(code).expect("a code")))
}

fn finding(rule: &'static str, key: &str, client: &str, at_stake: Option<Money>) -> Finding {
    Finding {
        rule,
        severity: if rule == "ID-01" { Severity::Break } else { Severity::Review },
        key: format!("{rule}:{key}"),
        args: Args::new().with("row", 7_u32),
        at: Source { table: TableId(1), row: 7, column: None },
        evidence: Vec::new(),
        found: None,
        expected: None,
        at_stake,
        invoice: Some(key.to_owned()),
        job: None,
        customer: Some(client.to_owned()),
        customer_no: None,
    }
}

/// Two rules, two currencies, three open findings and one dismissed.
fn results() -> Results {
    let findings = vec![
        finding("ID-01", "a", "Calder", money(-10_000, "USD")),
        finding("ID-01", "b", "Calder", money(4_000, "USD")),
        finding("ID-01", "c", "Orrin", money(90_000, "KRW")),
        finding("ID-07", "d", "Orrin", money(1, "USD")),
    ];
    let mut results = Results {
        qc: Arc::new(Qc {
            findings: findings.into_iter().map(Arc::new).collect(),
            ..Qc::default()
        }),
        ..Results::default()
    };
    let decision = Decision {
        verdict: Verdict::Dismissed { reason: "agreed".to_owned() },
        at_stake: money(4_000, "USD"),
    };
    results.decisions.0.insert("ID-01:b".to_owned(), decision);
    results
}

fn look(choice: &Choice) -> FindingsView {
    view(&results(), choice, Lang::En)
}

fn texts(cells: &[Option<Amount>]) -> Vec<&str> {
    cells.iter().map(|cell| cell.as_ref().map_or("", |amount| &amount.text)).collect()
}

#[test]
fn groups_add_up_to_the_total_in_each_currency() {
    let view = look(&Choice::default());
    assert_eq!(view.currencies, ["KRW", "USD"]);
    let bands: Vec<_> = view.bands.iter().map(|b| (b.key.as_str(), b.count.as_str())).collect();
    assert_eq!(bands, [("break", "2"), ("review", "1")]);
    assert_eq!(texts(&view.bands[0].money), ["90,000", "100.00"]);
    assert_eq!(texts(&view.total.money), ["90,000", "100.01"]);
    assert_eq!(view.total.text, "3 findings, 2 checks");
    let tabs: Vec<_> = view.tabs.iter().map(|tab| tab.count.as_str()).collect();
    assert_eq!(tabs, ["3", "0", "1"]);
}

#[test]
fn a_facet_counts_what_it_could_widen_to() {
    let choice = Choice { client: ["Orrin".to_owned()].into(), ..Choice::default() };
    let view = look(&choice);
    assert_eq!(view.total.count, "2");
    let client = view.facets.iter().find(|facet| facet.key == "client").expect("the facet");
    let counts: Vec<_> =
        client.values.iter().map(|v| (v.label.as_str(), v.count.as_str(), v.on)).collect();
    assert_eq!(counts, [("Orrin", "2", true), ("Calder", "1", false)]);
    let severity = view.facets.iter().find(|facet| facet.key == "severity").expect("the facet");
    assert_eq!(severity.values.iter().map(|v| v.count.as_str()).collect::<Vec<_>>(), ["1", "1"]);
}

#[test]
fn the_open_rule_has_a_window_and_a_next() {
    let choice = Choice { rule: Some("ID-01".to_owned()), from: 1, rows: 1, ..Choice::default() };
    let open = look(&choice).open.expect("an open rule");
    assert_eq!((open.from, open.total), (1, 2));
    assert_eq!(open.rows[0].invoice, "c");
    assert_eq!(open.next.as_deref(), Some("ID-07"));
    assert_eq!(open.evidence.len(), 2);
}

#[test]
fn a_decision_is_about_the_selection_or_all_rows() {
    let rule = Some("ID-01".to_owned());
    let all = look(&Choice { rule: rule.clone(), take: true, ..Choice::default() }).subject;
    assert_eq!((all.selected, all.count, all.keys.len()), (false, 2, 2));
    let choice = Choice { rule, selected: vec![(0, 0)], take: true, ..Choice::default() };
    let one = look(&choice).subject;
    assert_eq!(one.keys, [("ID-01:a".to_owned(), money(-10_000, "USD"))]);
    assert_eq!((one.sums[0].text.as_str(), one.at_stake[0].text.as_str()), ("−100.00", "100.00"));
    assert_eq!(one.average.map(|amount| amount.text).as_deref(), Some("−100.00"));
}

#[test]
fn a_dismissed_row_keeps_its_reason() {
    let choice = Choice {
        status: Status::Dismissed,
        rule: Some("ID-01".to_owned()),
        rows: 9,
        ..Choice::default()
    };
    let open = look(&choice).open.expect("an open rule");
    assert_eq!(open.rows.iter().map(|row| row.note.as_str()).collect::<Vec<_>>(), ["agreed"]);
}
