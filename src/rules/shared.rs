//! What several rules look at alike: worked out by the first that asks, kept for one run over one book,
//! policy and pricing, and thrown away with it. Not part of the results.

use std::cell::{OnceCell, RefCell};

use super::billed_job::Place;
use super::statistics::{History, Unusual};
use crate::analysis::charges::{self, Billed};
use crate::base::{Currency, QuickMap, TableId, fold_id};
use crate::model::Book;
use crate::rules::placeholder::is_placeholder;
use crate::table::{Field, Table};

#[derive(Default)]
pub struct Shared {
    billed: OnceCell<Vec<Billed>>,
    jobs_by_po: OnceCell<QuickMap<String, Vec<u32>>>,
    currency: OnceCell<Currency>,
    tax_ids: RefCell<QuickMap<TableId, bool>>,
    pub(super) billed_jobs: OnceCell<Vec<Place>>,
    pub(super) unusual: OnceCell<Vec<Unusual>>,
    pub(super) services: OnceCell<Vec<u32>>,
    pub(super) history: OnceCell<Option<History>>,
}

impl Shared {
    /// What every charge adds to the bill.
    pub fn billed(&self, book: &Book) -> &[Billed] {
        self.billed.get_or_init(|| charges::billed(book))
    }

    /// The currency of all invoices that state one, if it is the same: then amounts beside them that
    /// state none are in it. Else none.
    pub fn only_currency(&self, book: &Book) -> Currency {
        *self.currency.get_or_init(|| {
            let stated = book.invoices().map(|invoice| invoice.currency());
            let mut stated = stated.filter(|currency| !currency.is_none());
            let Some(first) = stated.next() else { return Currency::NONE };
            if stated.all(|other| other == first) { first } else { Currency::NONE }
        })
    }

    /// Whether a list of invoices has the buyer's tax number on nearly all of its rows: then one that lacks
    /// it will go out without, whatever the customer list knows.
    pub fn states_tax_ids(&self, table: &Table) -> bool {
        const ROWS_MIN: usize = 10;
        let mut known = self.tax_ids.borrow_mut();
        *known.entry(table.id).or_insert_with(|| {
            let rows = 0..table.len();
            let stated = rows.filter(|&row| table.text(Field::TaxId, row).is_some()).count();
            table.len() >= ROWS_MIN && stated * 10 >= table.len() * 9
        })
    }

    /// Positions of the jobs under each folded order number.
    pub fn jobs_by_po(&self, book: &Book) -> &QuickMap<String, Vec<u32>> {
        self.jobs_by_po.get_or_init(|| {
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
