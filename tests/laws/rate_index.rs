//! The indexed rate card finds exactly what a nested loop over all rates finds.

use std::cmp::Reverse;

use proptest::prelude::*;
use tieout::analysis::pricing::price;
use tieout::base::Decimal;
use tieout::model::{Book, Job, Policy, Rate, Row};
use tieout::table::{Field, Kind};

use super::book;

/// Most telling first, as the card ranks them.
const KEYS: [Field; 6] = [
    Field::ContractNo,
    Field::CustomerName,
    Field::VendorName,
    Field::ServiceCode,
    Field::Origin,
    Field::Destination,
];

/// A key of a small world, often blank.
fn key() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => Just(""), 2 => Just("A"), 2 => Just("B")]
}

fn rate() -> impl Strategy<Value = String> {
    let keys = prop::array::uniform6(key());
    let band = prop_oneof![Just(","), Just("0,10"), Just("11,20"), Just("5,")];
    let period = prop_oneof![Just(","), Just(",2026-06-30"), Just("2026-07-01,")];
    (keys, band, period, 1..5_i32)
        .prop_map(|(keys, band, period, cost)| format!("{},{band},{period},{cost}", keys.join(",")))
}

fn job() -> impl Strategy<Value = String> {
    let keys = prop::array::uniform6(key());
    let weight = prop_oneof![Just(""), Just("3"), Just("12"), Just("40")];
    let day = prop_oneof![Just("2026-06-30"), Just("2026-07-01"), Just("")];
    (keys, weight, day)
        .prop_map(|(keys, weight, day)| format!("J,{},{weight},{day}", keys.join(",")))
}

fn headers() -> String {
    KEYS.map(Field::key).join(",")
}

/// Rank of a rate that fits, before its period: compared keys, a compared band, few open keys.
fn rank(rate: Rate, job: Job) -> Option<(Vec<bool>, bool, Reverse<usize>)> {
    let said = |row: Row, field| row.text(field).map(str::to_owned);
    let mut compared = Vec::new();
    let mut open = 0;
    for field in KEYS {
        let (rate, job) = (said(rate.0, field), said(job.0, field));
        if rate.is_some() && job.is_some() && rate != job {
            return None;
        }
        open += usize::from(rate.is_some() && job.is_none());
        compared.push(rate.is_some() && job.is_some());
    }
    let ends = [Field::WeightFrom, Field::WeightTo].map(|field| rate.0.number(field));
    let banded = ends.iter().any(Option::is_some);
    let inside = |weight: Decimal| {
        ends[0].is_none_or(|from| from <= weight) && ends[1].is_none_or(|to| weight <= to)
    };
    let weight = job.0.number(Field::Weight);
    if banded && weight.is_some_and(|weight| !inside(weight)) {
        return None;
    }
    let unweighed = banded && weight.is_none();
    Some((compared, banded && !unweighed, Reverse(open + usize::from(unweighed))))
}

fn naive(book: &Book, job: Job) -> Vec<u32> {
    let day = job.0.date(Field::ServiceDate);
    let in_force = |rate: Rate| match day {
        Some(day) => rate.in_force(day),
        None => rate.0.date(Field::ValidFrom).is_none() && rate.0.date(Field::ValidTo).is_none(),
    };
    let ranked: Vec<_> = book
        .rates()
        .enumerate()
        .filter(|(_, rate)| in_force(*rate))
        .filter_map(|(at, rate)| Some((rank(rate, job)?, at as u32)))
        .collect();
    let best = ranked.iter().map(|(rank, _)| rank.clone()).max();
    ranked.into_iter().filter(|(rank, _)| Some(rank) == best.as_ref()).map(|(_, at)| at).collect()
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn the_index_finds_what_a_nested_loop_finds(
        rates in prop::collection::vec(rate(), 1..15),
        jobs in prop::collection::vec(job(), 1..15),
    ) {
        let keys = headers();
        let rates = format!(
            "{keys},weight_from,weight_to,valid_from,valid_to,unit_price\n{}\n", rates.join("\n")
        );
        let jobs = format!("job_no,{keys},weight,service_date\n{}\n", jobs.join("\n"));
        let book = book(&[(Kind::Rates, rates), (Kind::Jobs, jobs)]);
        let pricing = price(&book, &Policy::default());
        for (at, job) in book.jobs().enumerate() {
            prop_assert_eq!(&pricing.jobs[at].in_force, &naive(&book, job), "job {}", at);
        }
    }
}
