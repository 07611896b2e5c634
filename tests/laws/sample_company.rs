//! Laws over the make-believe company: what must hold for every seed, not for one example.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tieout::analysis::unbilled::{JobState, REASONS};
use tieout::base::Sums;
use tieout::rules::RULES;
use tieout::sample::{self, FAULTS, Fault, Size};

use super::company::{self, Outcome, outcome};
use super::rolled::rolled;

/// Told once for a column, however many of its cells show it.
const OF_COLUMN: &str = "DAT-10";

/// What planting faults must give, and nothing beside it.
fn exactly<'f>(faults: impl IntoIterator<Item = &'f Fault>) -> Outcome {
    let mut outcome = Outcome::default();
    for fault in faults {
        match fault.is_reason() {
            true => outcome.reasons.push(fault.code().to_owned()),
            false => outcome.findings.push(fault.code().to_owned()),
        }
    }
    outcome.findings.sort();
    outcome.findings.dedup_by(|again, code| again == code && code == OF_COLUMN);
    outcome.reasons.sort();
    outcome
}

#[test]
fn every_rule_and_every_reason_has_its_fault() {
    let planted: BTreeSet<&str> = FAULTS.iter().map(Fault::code).collect();
    let rules = RULES.iter().map(|rule| rule.code);
    let known: BTreeSet<&str> = rules.chain(REASONS.iter().map(|reason| reason.code)).collect();
    assert_eq!(planted, known);
}

#[test]
fn a_clean_company_has_no_finding_and_no_open_job() {
    for seed in 1..=6 {
        let found = company::derive(&sample::sheets(seed, Size::SMALL, &[]));
        assert_eq!(outcome(&found), Outcome::default(), "seed {seed}");
        for tie in &found.ties {
            assert!(
                tie.holds() && tie.is_tied() && tie.difference.is_zero(),
                "seed {seed}: {tie:?}"
            );
        }
    }
}

#[test]
fn every_planted_fault_gives_its_finding_and_nothing_else() {
    let mut wrong = Vec::new();
    for fault in FAULTS {
        for seed in [1, 2026] {
            let found = company::derive(&sample::sheets(seed, Size::SMALL, &[*fault]));
            let outcome = outcome(&found);
            if outcome != exactly([fault]) {
                wrong.push(format!("{} with seed {seed}: {outcome:?}", fault.code()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_demonstration_shows_every_fault_as_often_as_it_was_planted() {
    let faults = sample::demo_faults();
    let found = company::derive(&sample::sheets(20_261_106, Size::DEMO, &faults));
    assert_eq!(outcome(&found), exactly(&faults));
    assert!(found.ties.iter().all(|tie| tie.holds()));
}

/// A few faults of each sort, so that sums, states and order have something to get wrong.
fn some_faults() -> impl Strategy<Value = Vec<Fault>> {
    proptest::collection::vec(0..FAULTS.len(), 0..8)
        .prop_map(|picks| picks.into_iter().map(|at| FAULTS[at]).collect())
}

proptest! {
    #![proptest_config(crate::cases(16))]

    #[test]
    fn faults_together_give_what_they_give_alone(seed in 0_u64..10_000, faults in some_faults()) {
        let found = company::derive(&sample::sheets(seed, Size::SMALL, &faults));
        prop_assert_eq!(outcome(&found), exactly(&faults));
    }

    #[test]
    fn the_order_of_rows_never_matters(
        seed in 0_u64..10_000,
        faults in some_faults(),
        turn in 1_usize..500,
    ) {
        let sheets = sample::sheets(seed, Size::SMALL, &faults);
        let mut turned = sheets.clone();
        for sheet in &mut turned {
            let by = turn % sheet.rows.len().max(1);
            sheet.rows.rotate_left(by);
            sheet.rows.reverse();
        }
        let (a, b) = (company::derive(&sheets), company::derive(&turned));
        prop_assert_eq!(outcome(&a), outcome(&b));
        prop_assert_eq!(company::by_job(&a), company::by_job(&b));
        prop_assert_eq!(&a.ties, &b.ties);
        prop_assert_eq!(rolled(&a.book, &a.unbilled), rolled(&b.book, &b.unbilled));
    }

    #[test]
    fn sums_are_conserved_over_states_and_steps(seed in 0_u64..10_000, faults in some_faults()) {
        let found = company::derive(&sample::sheets(seed, Size::SMALL, &faults));
        let unbilled = &found.unbilled;

        let mut by_state: BTreeMap<JobState, Sums> = BTreeMap::new();
        let mut all = Sums::new();
        for money in unbilled.jobs.iter().filter_map(|job| Some((job.state, job.expected?))) {
            by_state.entry(money.0).or_default().add(money.1);
            all.add(money.1);
        }
        let mut over_states = Sums::new();
        by_state.values().for_each(|sums| over_states.add_all(sums));
        prop_assert_eq!(over_states, all);

        // Each job is exactly what was billed of it and what is open of it.
        for job in unbilled.jobs.iter().filter(|job| job.state.is_open()) {
            let expected = job.expected.map_or(0, |money| money.minor);
            let billed = job.billed.map_or(0, |money| money.minor);
            prop_assert_eq!(job.open.map_or(0, |money| money.minor), expected - billed);
        }

        let roll = unbilled.roll_forward.as_ref().expect("last period's list is given");
        prop_assert!(roll.holds(), "{:?}", roll);
        let open: Sums = unbilled.open().filter_map(|job| job.open).collect();
        prop_assert_eq!(roll.closing.jobs, unbilled.open().count() as i64);
        prop_assert_eq!(&roll.closing.value, &open);
        prop_assert!(roll.vanished.is_empty());

        for tie in &found.ties {
            prop_assert!(tie.holds(), "{:?}", tie);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes(seed in 0_u64..10_000, faults in some_faults()) {
        let once = sample::company(seed, Size { jobs: 40 }, &faults);
        prop_assert_eq!(once, sample::company(seed, Size { jobs: 40 }, &faults));
    }
}
