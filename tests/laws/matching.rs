//! Laws of matching: what holds for any receipts and open items, and set searches against a plain
//! count of every set.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use tieout::analysis::cash::{self, Cash, Role};
use tieout::base::Currency;
use tieout::base::turns::{Pace, Work};
use tieout::matching::subset::{Problem, Proof, search};
use tieout::matching::{self, Case, Decision, Match, Options, Rulings, Tolerance, Tolerances};
use tieout::table::{Kind, Table};

use super::tables;

/// Customer, amount in cents, and how the reference comes over: whole, cut, swapped, not at all.
type Row = (u8, i64, u8);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0..4_u8, 100..5_000_i64, 0..5_u8), 1..14)
}

fn amount(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn invoices(rows: &[Row]) -> Vec<String> {
    let line = |(at, (customer, cents, _)): (usize, &Row)| {
        format!(
            "INV-{:06},Customer {customer} Freight,2026-04-01,{}",
            31_000 + at * 137,
            amount(*cents)
        )
    };
    rows.iter().enumerate().map(line).collect()
}

fn payments(rows: &[Row]) -> Vec<String> {
    let line = |(at, (customer, cents, way)): (usize, &Row)| {
        let number = format!("{:06}", 31_000 + at * 137);
        let text = match way {
            0 => format!("INV-{number}"),
            1 => number[1..].to_owned(),
            2 => format!("INV-{}{}", &number[1..], &number[..1]),
            _ => String::new(),
        };
        format!("P{at},2026-04-20,Customer {customer} Freight,{text},{}", amount(*cents))
    };
    rows.iter().enumerate().map(line).collect()
}

fn apply(payments: &[String], invoices: &[String]) -> Cash {
    apply_with(payments, invoices, Options::default())
}

fn apply_with(payments: &[String], invoices: &[String], options: Options) -> Cash {
    let (left, right) = sides(payments, invoices);
    cash::apply(&left, &right, None, options)
}

/// The same, giving way whenever a turn's measure is full; how often it did.
fn apply_in_turns(payments: &[String], invoices: &[String], turn: u64) -> (Cash, usize) {
    let (left, right) = sides(payments, invoices);
    let pace = Pace::of_turns(turn);
    let told = pace.clone();
    let mut work = Work::new(pace.clone(), async move {
        let sides = cash::sides(&left, &right, None, &Default::default(), &pace).await;
        let rulings = Rulings::default();
        let case = Case::gather(sides, Options::default(), &rulings, &pace).await;
        let outcome = matching::run_passes(Arc::new(case), &rulings, &pace).await;
        Cash::of(outcome, rulings, &pace).await
    });
    let (mut turns, mut before) = (1, (0, 0));
    loop {
        if let Some(cash) = work.step() {
            return (cash, turns);
        }
        turns += 1;
        let (part, done, of) = told.progress();
        assert!(done <= of && (part, done) >= before, "{part} {done} of {of} behind {before:?}");
        before = (part, done);
    }
}

fn sides(payments: &[String], invoices: &[String]) -> (Vec<Arc<Table>>, Vec<Arc<Table>>) {
    let table = |id, kind, header: &str, rows: &[String]| -> Vec<Arc<Table>> {
        let text = format!("{header}\n{}\n", rows.join("\n"));
        vec![Arc::new(tables::table(id, kind, "t.csv", &text).expect("a well-formed table"))]
    };
    let header = "payment_no,payment_date,payer_name,text,amount";
    let left = table(0, Kind::Payments, header, payments);
    let header = "invoice_no,customer_name,invoice_date,gross";
    let right = table(1, Kind::Invoices, header, invoices);
    (left, right)
}

/// Matches by the numbers of their rows.
fn told(cash: &Cash, only: Option<Decision>) -> BTreeSet<String> {
    let matches = cash.outcome.matches.iter().filter(|m| only.is_none_or(|d| m.decision == d));
    let numbers = numbers(cash);
    matches.map(|m| format!("{:?} {} {}", m.decision, m.pass, numbers(m))).collect()
}

/// `P1+P2 INV-031000`
fn numbers(cash: &Cash) -> impl Fn(&Match) -> String + '_ {
    let numbers = |all: &[u32], side: &[tieout::matching::Item]| {
        let mut all: Vec<String> =
            all.iter().filter_map(|&at| side[at as usize].number.clone()).collect();
        all.sort();
        all.join("+")
    };
    let sides = &cash.outcome.sides;
    move |m| format!("{} {}", numbers(&m.left, &sides.left), numbers(&m.right, &sides.right))
}

proptest! {
    #![proptest_config(crate::cases(40))]

    #[test]
    fn nothing_is_applied_twice_and_nothing_is_lost(rows in rows()) {
        let cash = apply(&payments(&rows), &invoices(&rows));
        let sides = &cash.outcome.sides;
        let mut applied = vec![0; sides.right.len()];
        let mut used = vec![0; sides.left.len()];
        let mut seen: BTreeSet<u32> = cash.outcome.research.iter().map(|r| r.left).collect();
        for found in &cash.outcome.matches {
            seen.extend(&found.left);
            for allocation in &found.allocations {
                prop_assert!(allocation.amount > 0);
                applied[allocation.right as usize] += allocation.amount;
                used[allocation.left as usize] += allocation.amount;
            }
        }
        prop_assert!(applied.iter().zip(&sides.right).all(|(sum, item)| *sum <= item.amount));
        prop_assert!(used.iter().zip(&sides.left).all(|(sum, item)| *sum <= item.amount));
        prop_assert_eq!(seen.len(), sides.left.len());
        prop_assert!(cash.ties.iter().all(|tie| tie.holds() && tie.is_tied()));
    }

    #[test]
    fn every_document_posted_comes_to_nil_and_clears_no_item_twice(rows in rows()) {
        let cash = apply(&payments(&rows), &invoices(&rows));
        let sides = &cash.outcome.sides;
        let mut cleared: BTreeMap<u32, i64> = BTreeMap::new();
        for posting in cash::postings(&cash.outcome) {
            prop_assert_eq!(posting.lines.iter().map(|line| line.minor).sum::<i64>(), 0);
            let bank = posting.lines.iter().filter(|line| line.role == Role::Bank);
            let received = sides.left[posting.receipt as usize].amount;
            prop_assert_eq!(bank.map(|line| line.minor).sum::<i64>(), received);
            for line in posting.lines.iter().filter(|line| line.role == Role::Clears) {
                *cleared.entry(line.item.expect("an item")).or_default() -= line.minor;
            }
        }
        let whole = |(at, sum): (&u32, &i64)| (0..=sides.right[*at as usize].amount).contains(sum);
        prop_assert!(cleared.iter().all(whole), "{:?}", cleared);
    }

    #[test]
    fn the_order_of_rows_decides_nothing(rows in rows(), turn in 0..14_usize) {
        let (mut receipts, mut items) = (payments(&rows), invoices(&rows));
        let before = told(&apply(&receipts, &items), None);
        receipts.rotate_left(turn % rows.len());
        items.reverse();
        prop_assert_eq!(before, told(&apply(&receipts, &items), None));
    }

    #[test]
    fn where_turns_end_decides_nothing(rows in rows(), turn in 1..5_000_u64) {
        let (receipts, items) = (payments(&rows), invoices(&rows));
        let at_once = apply(&receipts, &items);
        let (in_turns, _) = apply_in_turns(&receipts, &items, turn);
        prop_assert_eq!(told(&at_once, None), told(&in_turns, None));
        prop_assert_eq!(&at_once.outcome.matches, &in_turns.outcome.matches);
        prop_assert_eq!(&at_once.outcome.research, &in_turns.outcome.research);
        prop_assert_eq!(&at_once.outcome.unmatched, &in_turns.outcome.unmatched);
        prop_assert_eq!(&at_once.outcome.rest_left, &in_turns.outcome.rest_left);
        prop_assert_eq!(&at_once.outcome.rest_right, &in_turns.outcome.rest_right);
        prop_assert!(apply_in_turns(&receipts, &items, 1).1 > rows.len());
    }

    #[test]
    fn an_unrelated_row_changes_nothing_certain(rows in rows()) {
        let (mut receipts, mut items) = (payments(&rows), invoices(&rows));
        let before = told(&apply(&receipts, &items), Some(Decision::Auto));
        receipts.push("P900,2026-04-20,Zwischenwasser Papier,ZW-77-88-99-001,77777.77".to_owned());
        items.push("ZX-0042-8811,Quellwerk Holz,2026-04-01,66666.66".to_owned());
        prop_assert_eq!(before, told(&apply(&receipts, &items), Some(Decision::Auto)));
    }

    #[test]
    fn neither_does_one_of_other_people_with_an_amount_that_is_there(
        rows in rows(), which in 0..14_usize,
    ) {
        let (mut receipts, mut items) = (payments(&rows), invoices(&rows));
        let before = told(&apply(&receipts, &items), Some(Decision::Auto));
        let same = amount(rows[which % rows.len()].1);
        receipts.push(format!("P900,2026-04-20,Zwischenwasser Papier,,{same}"));
        items.push(format!("ZX-0042-8811,Quellwerk Holz,2026-04-01,{same}"));
        prop_assert_eq!(before, told(&apply(&receipts, &items), Some(Decision::Auto)));
    }

    #[test]
    fn a_wider_tolerance_loses_no_exact_match(rows in rows(), off in prop::collection::vec(0..3_i64, 14)) {
        let items = invoices(&rows);
        // Some receipts are a little short: they come into the band as it widens.
        let short: Vec<Row> = rows.iter().zip(off).map(|(&(c, cents, way), off)| (c, cents - off, way)).collect();
        let exact = |short_minor: i64| -> BTreeSet<String> {
            let band = Tolerance { short_minor, short_bp: 10_000, over_minor: short_minor, over_bp: 10_000 };
            let by_currency = BTreeMap::from([(Currency::NONE, band)]);
            let options = Options { tolerances: Tolerances { by_currency, ..Tolerances::default() }, ..Options::default() };
            let cash = apply_with(&payments(&short), &items, options);
            let numbers = numbers(&cash);
            let all = cash.outcome.matches.iter().filter(|m| m.decision == Decision::Auto && m.difference == 0);
            all.map(numbers).collect()
        };
        let mut narrow = exact(0);
        for minor in [1, 2, 50] {
            let wide = exact(minor);
            prop_assert!(narrow.is_subset(&wide), "{:?} at {}", narrow.difference(&wide), minor);
            narrow = wide;
        }
    }

    #[test]
    fn a_set_search_is_right_against_a_plain_count(
        amounts in prop::collection::vec(prop_oneof![5 => 1..4_000_i64, 1 => -900..-1_i64], 1..17),
        picked in any::<u32>(),
        off in 0..3_i64,
    ) {
        let target: i64 = off + amounts.iter().enumerate()
            .filter(|(at, _)| picked & (1 << at) != 0).map(|(_, a)| a).sum::<i64>();
        prop_assume!(target != 0);
        check(&amounts, target)?;
    }

    #[test]
    fn and_so_is_a_search_of_pools_that_meet_in_the_middle(
        amounts in prop::collection::vec(1..900_000_i64, 19..21),
        picked in any::<u32>(),
    ) {
        let target: i64 = amounts.iter().enumerate()
            .filter(|(at, _)| picked & (1 << at) != 0).map(|(_, a)| a).sum::<i64>();
        prop_assume!(target != 0);
        check(&amounts, target)?;
    }
}

/// Holds a proof against every set, added up one by one.
fn check(amounts: &[i64], target: i64) -> Result<(), TestCaseError> {
    let problem = Problem {
        amounts: amounts.to_vec(),
        low: target,
        high: target,
        size_max: amounts.len(),
        steps_max: 50_000_000,
    };
    let mut answers: BTreeSet<Vec<i64>> = BTreeSet::new();
    // Each sum from that of the set without its first member.
    let mut sums = vec![0_i64; 1 << amounts.len()];
    for mask in 1..(1_u32 << amounts.len()) {
        let first = mask.trailing_zeros() as usize;
        sums[mask as usize] = sums[(mask & (mask - 1)) as usize] + amounts[first];
        if sums[mask as usize] != target {
            continue;
        }
        let of = |mask: u32| -> Vec<i64> {
            let all = amounts.iter().enumerate();
            all.filter(|(at, _)| mask & (1 << at) != 0).map(|(_, a)| *a).collect()
        };
        let set = of(mask);
        // Minimal: no part of it adds up to nothing.
        let mut part = mask;
        let mut minimal = true;
        while part > 0 && set.iter().any(|a| *a < 0) {
            minimal &= sums[part as usize] != 0;
            part = (part - 1) & mask;
        }
        if minimal {
            let mut set = set;
            set.sort_unstable();
            answers.insert(set);
        }
    }
    let sum = |set: &[usize]| set.iter().map(|&at| amounts[at]).sum::<i64>();
    match search(&problem) {
        Proof::None => prop_assert!(answers.is_empty(), "{amounts:?} {target} {answers:?}"),
        Proof::Unique { members, .. } => {
            prop_assert_eq!(answers.len(), 1);
            prop_assert_eq!(sum(&members), target);
        }
        Proof::Ambiguous(first, second) => {
            prop_assert!(answers.len() > 1, "{amounts:?} {target} {answers:?}");
            prop_assert_eq!(sum(&first), target);
            prop_assert_eq!(sum(&second), target);
            prop_assert_ne!(first, second);
        }
        Proof::Unfinished(_) => prop_assert!(false, "steps enough for all"),
    }
    Ok(())
}
