//! Everything that was loaded, cross-indexed by folded keys. Built once per set of tables.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::parties::Parties;
use super::{Charge, Customer, Invoice, Job, Party, Rate, Row};
use crate::base::{TableId, fold_id, fold_word};
use crate::table::{Field, Kind, Table};

/// A used row: table position in the book, and index into its rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId {
    pub table: u32,
    pub row: u32,
}

/// One invoice number: its header rows and its lines. Either may be missing, and both may be many:
/// that is what the checks are for.
#[derive(Clone, Debug, Default)]
pub(super) struct InvoiceEntry {
    pub headers: Vec<RowId>,
    /// Positions in `charges`.
    pub lines: Vec<u32>,
    /// Whether it is a credit note, and whether it was cancelled: asked by half of all checks, and
    /// read from words.
    pub credit: bool,
    pub void: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Book {
    tables: Vec<Arc<Table>>,
    jobs: Vec<RowId>,
    prior_jobs: Vec<RowId>,
    prior_invoices: Vec<RowId>,
    fx_rates: Vec<RowId>,
    charges: Vec<RowId>,
    rates: Vec<RowId>,
    customers: Vec<RowId>,
    orders: Vec<RowId>,
    disputes: Vec<RowId>,
    /// By folded invoice number; blank numbers are not in it.
    invoices: BTreeMap<String, InvoiceEntry>,
    /// Header rows without a number.
    unnumbered: Vec<RowId>,
    jobs_by_key: BTreeMap<String, Vec<u32>>,
    prior_by_key: BTreeMap<String, Vec<u32>>,
    charges_by_job: BTreeMap<String, Vec<u32>>,
    customers_by_no: BTreeMap<String, u32>,
    customers_by_name: BTreeMap<String, u32>,
    parties: Parties,
}

impl Book {
    /// Tables of kind [`Kind::Other`] are kept for their control totals, nothing else.
    pub fn build(tables: Vec<Arc<Table>>) -> Book {
        let mut book = Book::default();
        for (position, table) in tables.iter().enumerate() {
            let ids = (0..table.len()).map(|row| RowId { table: position as u32, row: row as u32 });
            match table.kind {
                Kind::Jobs => book.jobs.extend(ids),
                Kind::PriorJobs => book.prior_jobs.extend(ids),
                Kind::PriorInvoices => book.prior_invoices.extend(ids),
                Kind::FxRates => book.fx_rates.extend(ids),
                Kind::Lines => book.charges.extend(ids),
                Kind::Rates => book.rates.extend(ids),
                Kind::Customers => book.customers.extend(ids),
                Kind::Invoices => {
                    for id in ids {
                        match table.text(Field::InvoiceNo, id.row as usize) {
                            Some(no) => {
                                book.invoices.entry(fold_id(no)).or_default().headers.push(id)
                            }
                            None => book.unnumbered.push(id),
                        }
                    }
                }
                Kind::Orders => book.orders.extend(ids),
                Kind::Disputes => book.disputes.extend(ids),
                Kind::PriorItems
                | Kind::Payments
                | Kind::Remittances
                | Kind::BankLines
                | Kind::Other => {}
            }
        }
        book.tables = tables;
        book.charge_by_header();
        book.index();
        book
    }

    /// Where no invoice lines are loaded, a numbered header that names a job stands for its one
    /// charge: carriers bill a shipment on one row. It stays a header; [`Invoice::lines`] is empty.
    fn charge_by_header(&mut self) {
        if self.has(Kind::Lines) {
            return;
        }
        let mut ids: Vec<RowId> = self.invoices.values().flat_map(|e| e.headers.clone()).collect();
        ids.retain(|&id| self.row(id).text(Field::JobNo).is_some());
        ids.sort_unstable();
        self.charges = ids;
    }

    pub fn tables(&self) -> &[Arc<Table>] {
        &self.tables
    }

    pub fn table(&self, id: TableId) -> Option<&Arc<Table>> {
        self.tables.iter().find(|t| t.id == id)
    }

    /// Whether any table of the kind was loaded.
    pub fn has(&self, kind: Kind) -> bool {
        self.tables.iter().any(|t| t.kind == kind)
    }

    /// Whether any table of the kind has the column.
    pub fn has_column(&self, kind: Kind, field: Field) -> bool {
        self.tables.iter().any(|t| t.kind == kind && t.has(field))
    }

    pub fn row(&self, id: RowId) -> Row<'_> {
        Row { table: &self.tables[id.table as usize], row: id.row as usize }
    }

    pub fn jobs(&self) -> impl ExactSizeIterator<Item = Job<'_>> {
        self.jobs.iter().map(|&id| Job(self.row(id)))
    }

    /// Invoices of earlier periods: rows, since nothing of them is checked.
    pub fn prior_invoices(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.prior_invoices.iter().map(|&id| self.row(id))
    }

    /// Exchange rates of the agreed source.
    pub fn fx_rates(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.fx_rates.iter().map(|&id| self.row(id))
    }

    /// The job at a position in [`Book::jobs`].
    pub fn job(&self, position: usize) -> Job<'_> {
        Job(self.row(self.jobs[position]))
    }

    pub fn prior_jobs(&self) -> impl ExactSizeIterator<Item = Job<'_>> {
        self.prior_jobs.iter().map(|&id| Job(self.row(id)))
    }

    pub fn charges(&self) -> impl ExactSizeIterator<Item = Charge<'_>> {
        self.charges.iter().map(|&id| Charge(self.row(id)))
    }

    pub fn charge(&self, position: usize) -> Charge<'_> {
        Charge(self.row(self.charges[position]))
    }

    pub fn rates(&self) -> impl ExactSizeIterator<Item = Rate<'_>> {
        self.rates.iter().map(|&id| Rate(self.row(id)))
    }

    /// The rate at a position in [`Book::rates`].
    pub fn rate(&self, position: usize) -> Rate<'_> {
        Rate(self.row(self.rates[position]))
    }

    pub fn customers(&self) -> impl ExactSizeIterator<Item = Customer<'_>> {
        self.customers.iter().map(|&id| Customer(self.row(id)))
    }

    /// The rows of the purchase orders' register.
    pub fn orders(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.orders.iter().map(|&id| self.row(id))
    }

    /// The rows of the list of disputes.
    pub fn disputes(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.disputes.iter().map(|&id| self.row(id))
    }

    /// One per invoice number, in order of folded number.
    pub fn invoices(&self) -> impl ExactSizeIterator<Item = Invoice<'_>> {
        self.invoices.iter().map(|(key, entry)| Invoice::new(self, key, entry))
    }

    pub fn invoice(&self, no: &str) -> Option<Invoice<'_>> {
        self.invoices.get_key_value(&fold_id(no)).map(|(key, e)| Invoice::new(self, key, e))
    }

    /// The invoice of each charge, aligned with [`Book::charges`].
    pub fn invoices_of_charges(&self) -> Vec<Option<Invoice<'_>>> {
        let mut of = vec![None; self.charges.len()];
        for invoice in self.invoices() {
            for &at in invoice.line_positions() {
                of[at as usize] = Some(invoice);
            }
        }
        let headers = self.charges().enumerate().filter(|(_, charge)| charge.is_header());
        for (at, header) in headers {
            of[at] = header.invoice_no().and_then(|no| self.invoice(no));
        }
        of
    }

    /// Header rows without an invoice number.
    pub fn unnumbered(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.unnumbered.iter().map(|&id| self.row(id))
    }

    /// Positions of the jobs with this number; more than one is a duplicate.
    pub fn jobs_numbered(&self, no: &str) -> &[u32] {
        self.jobs_by_key.get(&fold_id(no)).map_or(&[], Vec::as_slice)
    }

    pub fn prior_jobs_numbered(&self, no: &str) -> &[u32] {
        self.prior_by_key.get(&fold_id(no)).map_or(&[], Vec::as_slice)
    }

    /// Positions of the charges of every job that a charge names, in order of folded number.
    pub fn charges_by_job(&self) -> impl ExactSizeIterator<Item = &[u32]> {
        self.charges_by_job.values().map(Vec::as_slice)
    }

    /// Positions of the charges that name this job.
    pub fn charges_of_job(&self, no: &str) -> &[u32] {
        self.charges_by_job.get(&fold_id(no)).map_or(&[], Vec::as_slice)
    }

    /// The customer row for a number, else for a name.
    pub fn customer(&self, no: Option<&str>, name: Option<&str>) -> Option<Customer<'_>> {
        let by_no = no.and_then(|no| self.customers_by_no.get(&fold_id(no)));
        let by_name = || name.and_then(|name| self.customers_by_name.get(&fold_word(name)));
        by_no.or_else(by_name).map(|&at| Customer(self.row(self.customers[at as usize])))
    }

    /// Which customer a row means, for comparison; `None` when the row names none.
    pub fn party(&self, row: Row) -> Option<Party> {
        self.parties.of(row)
    }

    pub(super) fn charge_ids(&self) -> &[RowId] {
        &self.charges
    }

    fn index(&mut self) {
        let mut charges_by_job: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for at in 0..self.charges.len() {
            let charge = Charge(self.row(self.charges[at]));
            let invoice_no = charge.invoice_no().map(fold_id);
            if let Some(job) = charge.job_no().map(fold_id) {
                charges_by_job.entry(job).or_default().push(at as u32);
            }
            if let Some(no) = invoice_no.filter(|_| !charge.is_header()) {
                self.invoices.entry(no).or_default().lines.push(at as u32);
            }
        }
        self.charges_by_job = charges_by_job;
        self.tell_states();
        self.jobs_by_key = self.by_job_no(&self.jobs);
        self.prior_by_key = self.by_job_no(&self.prior_jobs);
        let listed: Vec<Row> = self.customers.iter().map(|&id| self.row(id)).collect();
        self.parties = Parties::build(&self.tables, &listed);
        for at in 0..self.customers.len() {
            let customer = Customer(self.row(self.customers[at]));
            let no = customer.no().map(fold_id);
            let name = customer.name().map(fold_word);
            if let Some(no) = no {
                self.customers_by_no.entry(no).or_insert(at as u32);
            }
            if let Some(name) = name {
                self.customers_by_name.entry(name).or_insert(at as u32);
            }
        }
    }

    fn tell_states(&mut self) {
        let told = self.invoices().map(|invoice| (invoice.says_credit(), invoice.says_void()));
        let told: Vec<(bool, bool)> = told.collect();
        for (entry, (credit, void)) in self.invoices.values_mut().zip(told) {
            (entry.credit, entry.void) = (credit, void);
        }
    }

    fn by_job_no(&self, ids: &[RowId]) -> BTreeMap<String, Vec<u32>> {
        let mut by_key: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (at, &id) in ids.iter().enumerate() {
            if let Some(no) = Job(self.row(id)).no() {
                by_key.entry(fold_id(no)).or_default().push(at as u32);
            }
        }
        by_key
    }
}
