//! Jobs whose customer wants them on one bill, while a sister job of the same month or order is
//! not done yet.

use chrono::Datelike;

use super::phrases::Said;
use super::{JobBilling, JobStatus};
use crate::base::{QuickMap, fold_id};
use crate::model::{Book, Job, Party};
use crate::table::{Field, Kind};

/// What the customer list says when several jobs go on one bill.
#[rustfmt::skip]
static TOGETHER: &[&str] = &[
    "monthly", "per month", "one invoice per month", "consolidated", "consolidation", "all jobs of the month", "월별", "월",
    "합산", "통합", "按月", "月", "合并", "monatlich", "sammelrechnung", "mensuel", "mensuelle", "groupee", "mensual",
    "consolidada",
];

/// What it says when the jobs of one order do.
#[rustfmt::skip]
static BY_ORDER: &[&str] = &[
    "per po", "one per po", "by po", "per order", "per purchase order", "발주별", "po별", "주문별", "按订单", "按po", "每单", "je bestellung",
    "pro bestellung", "par commande", "por pedido", "por orden de compra",
];

/// The jobs that go on one bill: of a customer in a month, or under one of its orders.
#[derive(PartialEq, Eq, Hash)]
enum Together {
    Month(Party, i32, u32),
    Order(Party, String),
}

/// One per job.
pub(super) fn waiting(
    book: &Book,
    statuses: &[Option<JobStatus>],
    jobs: &[JobBilling],
) -> Vec<bool> {
    let mut waits = vec![false; jobs.len()];
    if !book.has_column(Kind::Customers, Field::SplitRule) {
        return waits;
    }
    let mut groups: QuickMap<Together, (Vec<usize>, bool)> = QuickMap::default();
    for (at, job) in book.jobs().enumerate() {
        let is_undone = matches!(statuses[at], Some(JobStatus::InTransit | JobStatus::Planned));
        let Some(key) = key(book, &job).filter(|_| jobs[at].state.is_open()) else { continue };
        let group = groups.entry(key).or_default();
        group.0.push(at);
        group.1 |= is_undone;
    }
    for (members, _) in groups.into_values().filter(|(_, has_undone)| *has_undone) {
        members.into_iter().for_each(|at| waits[at] = true);
    }
    waits
}

fn key(book: &Book, job: &Job) -> Option<Together> {
    let customer = book.customer_of(job.0)?;
    let said = Said::new(customer.0.text(Field::SplitRule)?);
    let party = book.party(customer.0)?;
    if BY_ORDER.iter().any(|phrase| said.has(phrase)) {
        return job.0.text(Field::PoNo).map(|po| Together::Order(party, fold_id(po)));
    }
    if !TOGETHER.iter().any(|phrase| said.has(phrase)) {
        return None;
    }
    let dated = [Field::DeliveryDate, Field::PickupDate, Field::ServiceDate];
    let day = job.trigger().or_else(|| dated.iter().find_map(|&field| job.0.date(field)))?;
    Some(Together::Month(party, day.year(), day.month()))
}
