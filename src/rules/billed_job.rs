//! A job on an invoice: all lines of the invoice that name it, for checks that ask about the job
//! and not about each line. Lines that name none have the job of their invoice's header. Credit notes and cancelled invoices bill nothing.

use super::Case;
use crate::base::{Money, QuickMap, Source};
use crate::model::{Book, Charge, Invoice, Row};
use crate::table::Field;

#[derive(Clone, Copy)]
pub struct BilledJob<'b> {
    pub invoice: Option<Invoice<'b>>,
    pub job_no: &'b str,
    pub first: Charge<'b>,
    /// The row that names the job: the first line, else the header of the invoice.
    named_on: Row<'b>,
    /// Positions of its rows in [`Book::jobs`].
    pub jobs: &'b [u32],
    /// Σ of the lines, in the currency of the first.
    pub net: Option<Money>,
}

/// The same as it is kept between rules.
#[derive(Debug)]
pub(super) struct Place {
    /// Position of the first line in [`Book::charges`].
    first: u32,
    net: Option<Money>,
}

impl BilledJob<'_> {
    /// The cell that names the job.
    pub fn cell(&self) -> Source {
        self.named_on.source(Field::JobNo)
    }

    /// Stable key of a finding about it.
    pub fn key(&self) -> String {
        format!("{}:{}", self.first.invoice_no().unwrap_or_default(), self.job_no)
    }
}

/// In the order of the first lines.
pub fn billed_jobs<'b>(case: &Case<'b>) -> impl Iterator<Item = BilledJob<'b>> {
    let book = case.book;
    let places = case.shared.billed_jobs(book);
    places.iter().filter_map(move |place| {
        let at = place.first as usize;
        let first = book.charge(at);
        Some(BilledJob {
            invoice: book.invoice_of_charge(at),
            job_no: book.job_no_of_charge(at)?,
            first,
            named_on: book.job_of_charge_row(at)?,
            jobs: book.jobs_of_charge(at),
            net: place.net,
        })
    })
}

pub(super) fn places(book: &Book) -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    let mut known: QuickMap<(Option<u32>, u32), usize> = QuickMap::default();
    // Lines of one job mostly stand together.
    let mut last = None;
    for (at, charge) in book.charges().enumerate() {
        let Some(job) = book.job_number_of_charge(at) else { continue };
        let invoice = book.invoice_of_charge(at);
        if invoice.is_some_and(|invoice| invoice.is_credit() || invoice.is_void()) {
            continue;
        }
        let of = invoice.map(|invoice| invoice.position());
        let place = match last {
            Some((before, place)) if before == (of, job) => place,
            _ => *known.entry((of, job)).or_insert(all.len()),
        };
        last = Some(((of, job), place));
        let Some(before) = all.get_mut(place) else {
            all.push(Place { first: at as u32, net: charge.net() });
            continue;
        };
        let currency = before.net.map(|net| net.currency);
        let more = charge.net().filter(|net| Some(net.currency) == currency);
        if let (Some(net), Some(more)) = (&mut before.net, more) {
            net.minor = net.minor.saturating_add(more.minor);
        }
    }
    all
}
