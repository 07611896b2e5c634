//! Jobs against charges for any input, however contradictory: nothing is lost, nothing is counted
//! twice, and the order of rows decides nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use tieout::analysis::unbilled::{Unbilled, reconcile};
use tieout::analysis::{charges, pricing, tie};
use tieout::base::{Date, Sums};
use tieout::model::{Book, Policy};
use tieout::table::Kind;

use super::rolled::rolled;
use super::tables::table;

/// Rows of the four lists, from a small world, so that numbers and amounts collide all the time.
#[derive(Clone, Debug)]
struct World {
    jobs: Vec<String>,
    prior: Vec<String>,
    invoices: Vec<String>,
    lines: Vec<String>,
}

const CURRENCIES: [&str; 4] = ["USD", "USD", "EUR", ""];

fn job() -> impl Strategy<Value = String> {
    (0..7_u32, 0..6_usize, 0..6_usize, 0..4_usize, 0..4_usize, 0..4_usize).prop_map(
        |(no, status, value, currency, day, hold)| {
            let no = if no == 0 { String::new() } else { format!("J-{no}") };
            let status =
                ["Delivered", "In transit", "Cancelled", "On hold", "whatever", ""][status];
            let value = ["100.00", "100.00", "40.50", "0", "-20.00", ""][value];
            let day = ["2026-10-01", "2026-10-20", "2026-11-30", ""][day];
            let hold = ["", "", "PO missing", "ask Kim"][hold];
            format!("{no},{status},{day},{value},{},{hold}", CURRENCIES[currency])
        },
    )
}

fn prior() -> impl Strategy<Value = String> {
    (1..9_u32, 0..3_usize, 0..4_usize).prop_map(|(no, value, currency)| {
        format!("J{no},{},{}", ["100.00", "40.50", ""][value], CURRENCIES[currency])
    })
}

fn invoice() -> impl Strategy<Value = String> {
    (1..8_u32, 0..4_usize, 0..8_u32, 0..3_usize, 0..3_usize).prop_map(
        |(no, kind, original, status, day)| {
            let kind = ["Invoice", "Invoice", "Credit note", ""][kind];
            let original = if original == 0 { String::new() } else { format!("CI-{original}") };
            let status = ["", "", "Void"][status];
            let day = ["2026-09-15", "2026-10-31", ""][day];
            format!("CI-{no},{kind},{original},{status},{day},100.00,USD")
        },
    )
}

fn line() -> impl Strategy<Value = String> {
    (1..8_u32, 0..9_u32, 0..3_usize, 0..5_usize, 0..4_usize).prop_map(
        |(no, job, code, net, currency)| {
            let job = if job == 0 { String::new() } else { format!("j {job}") };
            let code = ["FRT", "DRY", ""][code];
            let net = ["100.00", "60.00", "-60.00", "40.50", ""][net];
            format!("CI-{no},{job},{code},{net},{}", CURRENCIES[currency])
        },
    )
}

fn world() -> impl Strategy<Value = World> {
    let rows = |n| 0..n;
    (
        prop::collection::vec(job(), rows(12)),
        prop::collection::vec(prior(), rows(8)),
        prop::collection::vec(invoice(), rows(8)),
        prop::collection::vec(line(), rows(16)),
    )
        .prop_map(|(jobs, prior, invoices, lines)| World { jobs, prior, invoices, lines })
}

fn derive(world: &World, from: Option<Date>) -> (Book, Unbilled) {
    let csv = |head: &str, rows: &[String]| format!("{head}\n{}", rows.join("\n"));
    let lists = [
        (
            Kind::Jobs,
            csv("job_no,status,delivery_date,est_revenue,currency,hold_reason", &world.jobs),
        ),
        (Kind::PriorJobs, csv("job_no,est_revenue,currency", &world.prior)),
        (
            Kind::Invoices,
            csv(
                "invoice_no,doc_type,original_invoice,status,invoice_date,gross,currency",
                &world.invoices,
            ),
        ),
        (Kind::Lines, csv("invoice_no,job_no,service_code,net,currency", &world.lines)),
    ];
    let read = |(at, (kind, text)): (usize, &(Kind, String))| {
        Arc::new(table(at as u32, *kind, kind.key(), text).expect("a well-formed table"))
    };
    let book = Book::build(lists.iter().enumerate().map(read).collect());
    let as_of = Date::from_ymd_opt(2026, 11, 6);
    let policy = Policy { as_of, period_from: from, ..Policy::default() };
    let pricing = pricing::price(&book, &policy);
    let billed = charges::billed(&book);
    let unbilled = reconcile(&book, &billed, &policy, &pricing, &BTreeMap::new());
    (book, unbilled)
}

/// What the jobs came to, by number and without the order of the rows.
fn by_number(book: &Book, unbilled: &Unbilled) -> Vec<String> {
    let mut all: Vec<String> = unbilled
        .jobs
        .iter()
        .map(|job| {
            let no = book.job(job.job).no().unwrap_or("–");
            let money = (job.expected, job.billed, job.open);
            format!("{no} {:?} {money:?} {:?} {:?}", job.state, job.reason, job.secondary)
        })
        .collect();
    all.sort();
    all
}

/// Rows of the lists turned round.
fn turned(world: &World) -> World {
    let mut turned = world.clone();
    for rows in [&mut turned.jobs, &mut turned.prior, &mut turned.lines] {
        rows.reverse();
    }
    turned
}

/// CI-2 has lines in two currencies and no header: which of them comes first says nothing about what
/// its credit note takes back.
#[test]
fn the_first_line_does_not_give_an_invoice_its_currency() {
    let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect();
    let world = World {
        jobs: rows(&["J-6,Delivered,2026-10-01,100.00,USD,"]),
        prior: Vec::new(),
        invoices: rows(&[
            "CI-4,Credit note,CI-2,,2026-09-15,100.00,USD",
            "CI-3,Invoice,,,2026-09-15,100.00,USD",
        ]),
        lines: rows(&[
            "CI-3,,FRT,100.00,USD",
            "CI-2,j 6,FRT,100.00,USD",
            "CI-3,j 6,FRT,100.00,USD",
            "CI-2,,FRT,,EUR",
        ]),
    };
    let ((a_book, a), (b_book, b)) = (derive(&world, None), derive(&turned(&world), None));
    assert_eq!(by_number(&a_book, &a), by_number(&b_book, &b));
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn nothing_is_lost_and_nothing_is_counted_twice(world in world(), is_dated in any::<bool>()) {
        let from = is_dated.then(|| Date::from_ymd_opt(2026, 10, 1)).flatten();
        let (book, unbilled) = derive(&world, from);
        prop_assert_eq!(unbilled.jobs.len(), world.jobs.len());
        for job in &unbilled.jobs {
            prop_assert_eq!(job.state.is_open(), job.reason.is_some());
            prop_assert!(job.state.is_open() || job.open.is_none());
        }

        // What stands on the jobs is what the charges of known jobs come to, in each currency. A
        // charge whose file names no currency counts in the job's, so only the total is compared.
        let billed = charges::billed(&book);
        let is_known = |at: &usize| !unbilled.without_job.contains(&(*at as u32));
        let charged: i64 =
            (0..billed.len()).filter(is_known).filter_map(|at| billed[at].amount).map(|m| m.minor).sum();
        let mut on_jobs = Sums::new();
        for job in &unbilled.jobs {
            job.billed.into_iter().for_each(|money| on_jobs.add(money));
            on_jobs.add_all(&job.other_currency);
        }
        prop_assert_eq!(on_jobs.iter().map(|money| money.minor).sum::<i64>(), charged);

        for tie in tie::ties(&book, &charges::billed(&book), &unbilled, &Default::default()) {
            prop_assert!(tie.holds(), "{:?}", tie);
        }
        if let Some(roll) = &unbilled.roll_forward {
            prop_assert!(roll.holds(), "{:?}", roll);
            let open: Sums = unbilled.open().filter_map(|job| job.open).collect();
            prop_assert_eq!(roll.closing.jobs, unbilled.open().count() as i64);
            prop_assert_eq!(&roll.closing.value, &open);
        }
    }

    #[test]
    fn the_order_of_rows_decides_nothing(world in world()) {
        let ((a_book, a), (b_book, b)) = (derive(&world, None), derive(&turned(&world), None));
        prop_assert_eq!(by_number(&a_book, &a), by_number(&b_book, &b));
        prop_assert_eq!(&a.ties, &b.ties);
        prop_assert_eq!(rolled(&a_book, &a), rolled(&b_book, &b));
    }
}
