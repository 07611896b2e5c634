//! Settings from outside: a change runs again only what it concerns, and says the same as a run from
//! nothing would.

use std::collections::BTreeMap;

use tieout::analysis::pricing;
use tieout::analysis::unbilled::{self, Unbilled};
use tieout::base::{Currency, Decimal, Severity};
use tieout::engine::{Rejected, Workbench};
use tieout::ingest;
use tieout::matching;
use tieout::model::{Bound, Policy, Tolerance};
use tieout::rules::{self, Case, Qc, Results, SETTINGS, Shared, Unit};
use tieout::sample::{self, Size};
use tieout::session::Command;

/// The make-believe company with every fault.
fn company() -> Workbench {
    let mut bench = Workbench::default();
    for file in sample::company(7, Size::SMALL, &sample::demo_faults()) {
        let raw = ingest::read(&file.name, &file.bytes, &mut |_| {}).expect("a readable file");
        bench.load(raw);
    }
    bench.apply(Command::SetAsOf(Some(sample::as_of()))).expect("a date is always taken");
    bench.derive();
    bench
}

/// What a run from nothing over the same tables says.
fn from_nothing(results: &Results) -> (Qc, Unbilled) {
    let (book, policy) = (&*results.book, &results.policy);
    let pricing = pricing::price(book, policy);
    let verdicts = pricing::judge(book, policy, &pricing);
    let shared = Shared::default();
    let billed = shared.billed(book);
    let unbilled = unbilled::reconcile(book, billed, policy, &pricing, &BTreeMap::new());
    let qc = rules::run(&Case::new(book, policy, (&pricing, &verdicts), &unbilled, &shared));
    (qc, unbilled)
}

fn holds(results: &Results, what: &str) {
    let (qc, unbilled) = from_nothing(results);
    assert!(*results.qc == qc, "{what}: the findings differ from those of a run from nothing");
    assert!(results.unbilled.jobs == unbilled.jobs, "{what}: the jobs differ");
}

fn threshold(key: &str, value: &str) -> Command {
    Command::SetThreshold { key: key.to_owned(), value: Some(value.to_owned()) }
}

#[test]
fn a_changed_setting_says_what_a_run_from_nothing_says() {
    let mut bench = company();
    holds(bench.results(), "as it is");
    for setting in SETTINGS {
        let value = match setting.unit {
            Unit::Days | Unit::MinorUnits | Unit::Figure => "3",
            Unit::Percent | Unit::Percents => "12.5",
            Unit::Amount | Unit::Amounts => "40",
            Unit::Date => "2026-10-31",
            Unit::Flag => "yes",
            Unit::Choice(known) => known[0],
        };
        bench.apply(threshold(setting.key, value)).expect("a value for it");
        bench.derive();
        holds(bench.results(), setting.key);
    }
    let severity = Some(Severity::Note);
    for command in [
        Command::SwitchRule { rule: "ARI-01".to_owned(), on: false },
        Command::SetSeverity { rule: "DAT-02".to_owned(), severity },
        Command::Undo,
        Command::Undo,
    ] {
        let what = command.word();
        bench.apply(command).expect("taken");
        bench.derive();
        holds(bench.results(), what);
    }
}

#[test]
fn a_rule_that_is_off_is_listed_as_switched_off_and_never_as_passed() {
    let mut bench = company();
    let found = bench.results().qc.findings.iter().filter(|f| f.rule == "ARI-01").count();
    assert!(found > 0);
    bench.apply(Command::SwitchRule { rule: "ARI-01".to_owned(), on: false }).expect("known");
    let qc = bench.derive().qc.clone();
    assert!(!qc.ran.iter().any(|ran| ran.rule == "ARI-01"));
    assert!(qc.not_run.iter().any(|not_run| not_run.rule == "ARI-01" && not_run.switched_off));
    assert!(!qc.findings.iter().any(|finding| finding.rule == "ARI-01"));
    bench.apply(Command::SwitchRule { rule: "ARI-01".to_owned(), on: true }).expect("known");
    let again = bench.derive().qc.findings.iter().filter(|f| f.rule == "ARI-01").count();
    assert_eq!(again, found);
}

#[test]
fn what_is_no_value_is_not_taken() {
    let mut bench = company();
    let wrong = threshold("late_billing_days", "soon");
    assert_eq!(bench.apply(wrong), Err(Rejected::NotAValue));
    let unknown = Command::SwitchRule { rule: "ZZZ-01".to_owned(), on: false };
    assert_eq!(bench.apply(unknown), Err(Rejected::UnknownRule));
}

/// The band is in force at once, known by whatever the currency is called, and gone with Undo.
#[test]
fn a_tolerance_of_a_currency_or_client_is_set_and_undone() {
    let mut bench = company();
    let band = Tolerance { under_amount: Decimal::TEN, ..Tolerance::default() };
    let set = |bound, of: &str| Command::SetBand { bound, of: of.to_owned(), band: Some(band) };
    assert_eq!(bench.apply(set(Bound::ReceiptsIn, "pounds of flesh")), Err(Rejected::NotAValue));
    assert_eq!(bench.apply(set(Bound::PricesOf, " ")), Err(Rejected::NotAValue));
    for (bound, of) in [
        (Bound::ReceiptsIn, "usd"),
        (Bound::ReceiptsOf, "C-100"),
        (Bound::ReceiptsOf, "c 100"),
        (Bound::PricesOf, "Orrin"),
    ] {
        bench.apply(set(bound, of)).expect("a band");
    }
    bench.derive();
    let bands = |bench: &Workbench| {
        let bands = bench.results().policy.bands().into_iter();
        bands.map(|(bound, of, band)| (bound, of, band.under_amount)).collect::<Vec<_>>()
    };
    let ten = |bound, of: &str| (bound, of.to_owned(), Decimal::TEN);
    let set_now = [
        ten(Bound::ReceiptsIn, "USD"),
        ten(Bound::ReceiptsOf, "c 100"),
        ten(Bound::PricesOf, "Orrin"),
    ];
    assert_eq!(bands(&bench), set_now);
    let short = bench.results().cash.outcome.case.as_ref().map(|case| {
        let usd = Currency::parse("USD").expect("a code");
        case.options.tolerances.of(usd, None).short_minor
    });
    assert_eq!(short, Some(1_000));
    bench.apply(Command::Undo).expect("something to undo");
    bench.derive();
    assert_eq!(bands(&bench), set_now[..2]);
}

#[test]
fn closing_a_period_holds_its_receipts_back_at_once() {
    let automatic = |bench: &Workbench| {
        let matches = bench.results().cash.outcome.matches.iter();
        matches.filter(|found| found.decision == matching::Decision::Auto).count()
    };
    let mut bench = company();
    assert!(automatic(&bench) > 0);
    let closed_through = Some(sample::as_of());
    let policy = Policy { closed_through, ..bench.results().policy.clone() };
    bench.apply(Command::SetPolicy(Box::new(policy))).expect("a date is always taken");
    bench.derive();
    assert_eq!(automatic(&bench), 0);
}

/// A rules engine that has to be set up before it does anything is not set up.
#[test]
fn matching_has_few_switches_and_each_has_a_default() {
    let feeds = |setting: &&rules::Setting| setting.feeds.contains(&rules::Feeds::Matching);
    let switches: Vec<&str> = SETTINGS.iter().filter(feeds).map(|setting| setting.key).collect();
    assert_eq!(switches.len(), 7, "{switches:?}");
    let policy = Policy::default();
    for setting in SETTINGS.iter().filter(feeds) {
        assert!(!setting.is_changed(&policy), "{} stands elsewhere than by default", setting.key);
    }
}
