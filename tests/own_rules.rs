//! Rules of the house's own from outside: made, tried, run beside the catalogue, taken back.

use tieout::base::Severity;
use tieout::engine::{Rejected, Workbench};
use tieout::ingest;
use tieout::model::{Against, Condition, OwnRule, Test};
use tieout::rules::Results;
use tieout::session::Command;
use tieout::table::{Field, Kind};
use tieout::view::own::{self, Choice};
use tieout::words::Lang;

const INVOICES: &str = "\
Invoice no,Invoice date,Due date,Customer,Currency,Gross amount,PO number
CI-1,2026-10-01,2026-10-31,Hanmi Pharm,EUR,1200.00,PO-77
CI-2,2026-10-02,2026-10-01,Hanmi Pharm,EUR,90.00,
CI-3,2026-10-03,2026-11-02,Daewoo Steel,EUR,5000.00,
CI-4,2026-10-05,2026-11-04,Hanmi Pharm,EUR,1200.01,n/a
";

fn bench() -> Workbench {
    let mut bench = Workbench::default();
    let raw = ingest::read("invoices.csv", INVOICES.as_bytes(), &mut |_| {}).expect("readable");
    bench.load(raw);
    bench.derive();
    bench
}

fn test(field: Field, condition: Condition, value: &str) -> Test {
    let against =
        if value.is_empty() { Against::Nothing } else { Against::Value(value.to_owned()) };
    Test { field, condition, against }
}

fn rule(code: &str, tests: Vec<Test>) -> OwnRule {
    OwnRule {
        code: code.to_owned(),
        kind: Kind::Invoices,
        tests,
        message: "Ask the desk".to_owned(),
        severity: Severity::Break,
    }
}

/// Invoices that a rule with these tests names.
fn found(tests: Vec<Test>) -> Vec<String> {
    let mut bench = bench();
    bench.apply(Command::SetOwnRule(Box::new(rule("OWN-01", tests)))).expect("a sound rule");
    named(bench.derive(), "OWN-01")
}

fn named(results: &Results, code: &str) -> Vec<String> {
    let of_rule = results.qc.findings.iter().filter(|finding| finding.rule == code);
    of_rule.filter_map(|finding| finding.invoice.clone()).collect()
}

#[test]
fn every_condition_finds_its_rows() {
    let gross = |condition, value| found(vec![test(Field::Gross, condition, value)]);
    assert_eq!(gross(Condition::Above, "1200"), ["CI-3", "CI-4"]);
    assert_eq!(gross(Condition::Below, "1200"), ["CI-2"]);
    assert_eq!(gross(Condition::Is, "1200"), ["CI-1"]);
    assert_eq!(gross(Condition::IsNot, "1200.00"), ["CI-2", "CI-3", "CI-4"]);
    let text = |condition, value| found(vec![test(Field::CustomerName, condition, value)]);
    assert_eq!(text(Condition::Contains, "hanmi"), ["CI-1", "CI-2", "CI-4"]);
    assert_eq!(text(Condition::Lacks, "hanmi"), ["CI-3"]);
    assert_eq!(text(Condition::Is, "DAEWOO  steel"), ["CI-3"]);
    let order = |condition| found(vec![test(Field::PoNo, condition, "")]);
    assert_eq!(order(Condition::Blank), ["CI-2", "CI-3"]);
    assert_eq!(order(Condition::Filled), ["CI-1", "CI-4"]);
    let day = test(Field::InvoiceDate, Condition::Above, "2026-10-02");
    assert_eq!(found(vec![day]), ["CI-3", "CI-4"]);
    let against = Against::Field(Field::InvoiceDate);
    let due = Test { field: Field::DueDate, condition: Condition::Below, against };
    assert_eq!(found(vec![due]), ["CI-2"]);
}

#[test]
fn all_conditions_must_hold_and_the_finding_names_every_cell() {
    let mut bench = bench();
    let tests = vec![
        test(Field::PoNo, Condition::Blank, ""),
        test(Field::CustomerName, Condition::Contains, "hanmi"),
    ];
    bench.apply(Command::SetOwnRule(Box::new(rule("OWN-01", tests)))).expect("sound");
    let results = bench.derive();
    assert_eq!(named(results, "OWN-01"), ["CI-2"]);
    let finding = results.qc.findings.iter().find(|f| f.rule == "OWN-01").expect("found");
    assert_eq!(finding.severity, Severity::Break);
    assert_eq!(finding.message(Lang::En), "Ask the desk");
    assert_eq!(results.cite(&finding.at).expect("a cell").cell, "G3");
    let customer = results.cite(&finding.evidence[0].source).expect("a cell");
    assert_eq!((customer.cell.as_str(), customer.raw.as_str()), ("D3", "Hanmi Pharm"));
}

#[test]
fn a_draft_is_tried_before_it_is_kept_and_says_what_is_wrong_with_it() {
    let bench = bench();
    let tried = |draft: OwnRule| {
        let choice = Choice { draft: Some(draft) };
        own::view(bench.results(), &choice, &[], Lang::En).tried.expect("tried")
    };
    let large = rule("OWN-01", vec![test(Field::Gross, Condition::Above, "1200")]);
    let shown = tried(large.clone());
    assert_eq!(shown.verdict.text, "Finds 2 of 4 rows");
    let rows: Vec<&str> = shown.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(rows, ["CI-3", "CI-4"]);
    assert!(bench.results().qc.findings.iter().all(|finding| finding.rule != "OWN-01"));
    for wrong in [
        rule("OWN-01", vec![test(Field::Gross, Condition::Above, "a lot")]),
        rule("OWN-01", vec![test(Field::InvoiceDate, Condition::Below, "31.10.2026")]),
        rule("OWN-01", vec![test(Field::Gross, Condition::Is, "")]),
        rule("OWN-01", vec![test(Field::PoNo, Condition::Above, "7")]),
        rule("OWN-01", Vec::new()),
        OwnRule { message: "  ".to_owned(), ..large },
    ] {
        let shown = tried(wrong.clone());
        assert!(!shown.sound && shown.rows.is_empty(), "{wrong:?}: {}", shown.verdict.text);
        let mut bench = self::bench();
        let kept = bench.apply(Command::SetOwnRule(Box::new(wrong)));
        assert_eq!(kept, Err(Rejected::NotAValue));
    }
}

#[test]
fn a_rule_is_changed_switched_off_removed_and_brought_back() {
    let mut bench = bench();
    let first = rule("OWN-01", vec![test(Field::Gross, Condition::Above, "1200")]);
    let second = rule("OWN-01", vec![test(Field::Gross, Condition::Above, "2000")]);
    bench.apply(Command::SetOwnRule(Box::new(first))).expect("sound");
    bench.derive();
    bench.apply(Command::SetOwnRule(Box::new(second))).expect("sound");
    assert_eq!(named(bench.derive(), "OWN-01"), ["CI-3"]);
    let off = Command::SwitchRule { rule: "OWN-01".to_owned(), on: false };
    bench.apply(off).expect("a known rule");
    let results = bench.derive();
    assert!(results.qc.not_run.iter().any(|n| n.rule == "OWN-01" && n.switched_off));
    bench.apply(Command::Undo).expect("something to undo");
    assert_eq!(named(bench.derive(), "OWN-01"), ["CI-3"]);
    bench.apply(Command::RemoveOwnRule { code: "OWN-01".to_owned() }).expect("taken");
    let results = bench.derive();
    assert!(named(results, "OWN-01").is_empty());
    let used = bench.journal().own_codes();
    let next = own::view(bench.results(), &Choice::default(), &used, Lang::En).next;
    assert_eq!(next, "OWN-02", "a code is not given twice");
    bench.apply(Command::Undo).expect("something to undo");
    assert_eq!(named(bench.derive(), "OWN-01"), ["CI-3"]);
    let saved = bench.save().to_bytes();
    let mut other = self::bench();
    other.open(&saved).expect("a session file");
    assert_eq!(named(other.derive(), "OWN-01"), ["CI-3"]);
}

#[test]
fn a_rule_whose_column_is_missing_is_listed_as_not_run() {
    let mut bench = bench();
    let tests = vec![test(Field::Project, Condition::Blank, "")];
    bench.apply(Command::SetOwnRule(Box::new(rule("OWN-03", tests)))).expect("sound");
    let results = bench.derive();
    let not_run = results.qc.not_run.iter().find(|n| n.rule == "OWN-03").expect("listed");
    assert_eq!(not_run.missing.len(), 1);
    assert!(!results.qc.ran.iter().any(|ran| ran.rule == "OWN-03"));
}
