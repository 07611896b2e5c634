//! What several rules look at alike: worked out by the first that asks. What rests on policy or pricing
//! is kept for one run, what rests on the book alone for as long as the tables stand. Not part of the
//! results.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use chrono::Datelike;

use super::billed_job::{Place, places};
use super::statistics::{History, Unusual, number};
use crate::analysis::charges::{self, Billed};
use crate::base::{Country, Currency, Date, QuickMap, TableId, fold_id};
use crate::model::{Book, Invoice, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::tax::seller::home;
use crate::table::{Field, Table};

#[derive(Default)]
pub struct Shared {
    of_book: Rc<OfBook>,
    pub(super) unusual: OnceCell<Vec<Unusual>>,
    pub(super) history: OnceCell<Option<History>>,
}

/// What follows from the book alone, so that it stands while the tables do, whatever is set or decided.
#[derive(Debug, Default)]
pub struct OfBook {
    billed: OnceCell<Vec<Billed>>,
    jobs_by_po: OnceCell<QuickMap<String, Vec<u32>>>,
    currency: OnceCell<Currency>,
    tax_ids: RefCell<QuickMap<TableId, bool>>,
    billed_jobs: OnceCell<Vec<Place>>,
    services: OnceCell<Vec<u32>>,
    run: OnceCell<Option<Date>>,
    home: OnceCell<Option<Country>>,
}

/// The first day of the month in which most of the invoices that wait are dated.
fn run_month(book: &Book) -> Option<Date> {
    let waits = book.invoices().filter(|other| other.header().is_some() && !other.was_sent());
    let mut months: Vec<Date> = waits.filter_map(|other| other.date()?.with_day(1)).collect();
    months.sort_unstable();
    let of_month = months.chunk_by(|a, b| a == b);
    of_month.max_by_key(|same| same.len()).and_then(|same| same.first().copied())
}

impl From<Rc<OfBook>> for Shared {
    fn from(of_book: Rc<OfBook>) -> Shared {
        Shared { of_book, ..Shared::default() }
    }
}

impl Shared {
    pub fn of_book(&self) -> &Rc<OfBook> {
        &self.of_book
    }

    /// The country in which the house sells at home, where the invoices show it.
    pub(super) fn home(&self, book: &Book) -> Option<Country> {
        *self.of_book.home.get_or_init(|| home(book))
    }

    /// What every charge adds to the bill.
    pub fn billed(&self, book: &Book) -> &[Billed] {
        self.of_book.billed.get_or_init(|| charges::billed(book))
    }

    pub(super) fn billed_jobs(&self, book: &Book) -> &[Place] {
        self.of_book.billed_jobs.get_or_init(|| places(book))
    }

    /// What each charge is for.
    pub(super) fn services(&self, book: &Book) -> &[u32] {
        self.of_book.services.get_or_init(|| number(book))
    }

    /// Whether an invoice went out before the month of those that wait: then it is history beside a run, and
    /// what a list says today says nothing about it.
    pub fn is_past(&self, book: &Book, invoice: &Invoice) -> bool {
        let month = || *self.of_book.run.get_or_init(|| run_month(book));
        invoice.was_sent()
            && invoice.date().is_some_and(|date| month().is_some_and(|month| date < month))
    }

    /// The currency of all invoices that state one, if it is the same: then amounts beside them that
    /// state none are in it. Else none.
    pub fn only_currency(&self, book: &Book) -> Currency {
        *self.of_book.currency.get_or_init(|| {
            let stated = book.invoices().map(|invoice| invoice.currency());
            let mut stated = stated.filter(|currency| !currency.is_none());
            let Some(first) = stated.next() else { return Currency::NONE };
            if stated.all(|other| other == first) { first } else { Currency::NONE }
        })
    }

    /// Whether a list of invoices has the buyer's tax number on nearly all of its rows that bear tax: then one that lacks
    /// it will go out without, whatever the customer list knows.
    pub fn states_tax_ids(&self, table: &Table) -> bool {
        const ROWS_MIN: usize = 10;
        let mut known = self.of_book.tax_ids.borrow_mut();
        *known.entry(table.id).or_insert_with(|| {
            let taxed = |row: &usize| {
                let row = Row { table, row: *row };
                let shown = [Field::Tax, Field::TaxRate].map(|field| row.number(field));
                shown.into_iter().flatten().any(|tax| !tax.is_zero())
            };
            let rows: Vec<usize> = (0..table.len()).filter(taxed).collect();
            let stated = rows.iter().filter(|row| table.text(Field::TaxId, **row).is_some());
            rows.len() >= ROWS_MIN && stated.count() * 10 >= rows.len() * 9
        })
    }

    /// Positions of the jobs under each folded order number.
    pub fn jobs_by_po(&self, book: &Book) -> &QuickMap<String, Vec<u32>> {
        self.of_book.jobs_by_po.get_or_init(|| {
            let mut jobs: QuickMap<String, Vec<u32>> = QuickMap::default();
            for (at, job) in book.jobs().enumerate() {
                if let Some(po) = job.0.text(Field::PoNo).filter(|po| !is_placeholder(po)) {
                    jobs.entry(fold_id(po)).or_default().push(at as u32);
                }
            }
            jobs
        })
    }
}
