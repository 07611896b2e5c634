//! Everything that was loaded, cross-indexed by folded keys. Built once per set of tables.

use std::sync::Arc;

use super::charge_lines;
use super::inherit;
use super::parties::Parties;
use super::requirements::Requirements;
use super::{Charge, Customer, Invoice, Job, Party, Rate, Row};
use crate::base::{Currency, Groups, NO_NUMBER, Numbers, QuickMap, TableId, fold_id};
use crate::table::{Data, Field, Kind, Table};

/// A used row: table position in the book, and index into its rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId {
    pub table: u32,
    pub row: u32,
}

/// Whether the invoice of a number is a credit note, whether it was cancelled, and its currency: asked by
/// half of all checks, and read from words or from all its rows.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    credit: bool,
    void: bool,
    currency: Currency,
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
    /// Services that run, by folded id; `None` where several rows have it.
    services: QuickMap<String, Option<RowId>>,
    disputes: Vec<RowId>,
    /// Header rows with a number, and those without.
    headers: Vec<RowId>,
    unnumbered: Vec<RowId>,
    /// Every invoice number on a header or a line, in order; blank numbers are not in it. An invoice
    /// may lack headers or lines, and may have many of either: that is what the checks are for.
    invoice_nos: Numbers,
    invoice_of_charge: Vec<u32>,
    /// Positions in `headers` and in `charges` by invoice number.
    headers_of: Groups,
    lines_of: Groups,
    standings: Vec<Standing>,
    /// Every job number of jobs, jobs before and charges, in order.
    job_nos: Numbers,
    job_of_charge: Vec<u32>,
    job_no_of_job: Vec<u32>,
    jobs_of: Groups,
    prior_of: Groups,
    charges_of: Groups,
    parties: Parties,
    pub(super) requirements: Requirements,
    promotions: Vec<RowId>,
    fuel_rates: Vec<RowId>,
    /// The tables as they were read, before any had a currency from another.
    given: Vec<Arc<Table>>,
    /// How many of the tables were loaded; behind them stand charges taken out of columns.
    loaded: usize,
}

impl Book {
    /// Tables of kind [`Kind::Other`] are kept for their control totals, nothing else.
    pub fn build(given: Vec<Arc<Table>>) -> Book {
        let mut book = Book { given: given.clone(), ..Book::default() };
        let (tables, loaded) = charge_lines::behind(inherit::currencies(given));
        for (position, table) in tables.iter().enumerate() {
            let ids = (0..table.len()).map(|row| RowId { table: position as u32, row: row as u32 });
            match table.kind {
                Kind::Jobs => book.jobs.extend(ids),
                Kind::PriorJobs => book.prior_jobs.extend(ids),
                Kind::PriorInvoices => book.prior_invoices.extend(ids),
                Kind::FxRates => book.fx_rates.extend(ids),
                Kind::Lines => book.charges.extend(ids),
                Kind::Rates if table.says_fuel_alone() => book.fuel_rates.extend(ids),
                Kind::Rates => book.rates.extend(ids),
                Kind::Customers => book.customers.extend(ids),
                Kind::Invoices => {
                    let is_numbered =
                        |id: &RowId| table.text(Field::InvoiceNo, id.row as usize).is_some();
                    let (headers, others): (Vec<RowId>, Vec<RowId>) = ids.partition(is_numbered);
                    book.headers.extend(headers);
                    book.unnumbered.extend(others);
                }
                Kind::Orders => book.orders.extend(ids),
                Kind::Inventory => book.services_of(table, ids),
                Kind::Disputes => book.disputes.extend(ids),
                Kind::Promotions => book.promotions.extend(ids),
                Kind::PriorItems
                | Kind::Payments
                | Kind::Remittances
                | Kind::BankLines
                | Kind::GeneralLedger
                | Kind::Other => {}
            }
        }
        (book.tables, book.loaded) = (tables, loaded);
        book.charge_by_header();
        book.index();
        book
    }

    fn services_of(&mut self, table: &Table, ids: impl Iterator<Item = RowId>) {
        for id in ids {
            let no = table.text(Field::ServiceId, id.row as usize).map(fold_id);
            if let Some(no) = no.filter(|no| !no.is_empty()) {
                self.services.entry(no).and_modify(|known| *known = None).or_insert(Some(id));
            }
        }
    }

    /// Where no invoice lines are loaded, a numbered header that names a job stands for its one
    /// charge: carriers bill a shipment on one row. It stays a header; [`Invoice::lines`] is empty.
    fn charge_by_header(&mut self) {
        if self.has(Kind::Lines) {
            return;
        }
        let names_job = |id: &RowId| self.row(*id).text(Field::JobNo).is_some();
        self.charges = self.headers.iter().copied().filter(names_job).collect();
    }

    pub fn tables(&self) -> &[Arc<Table>] {
        &self.tables[..self.loaded]
    }

    /// The same, and the charges that stand in columns of their own as lines.
    pub fn tables_with_charges(&self) -> &[Arc<Table>] {
        &self.tables
    }

    /// What the book was built from.
    pub fn given(&self) -> &[Arc<Table>] {
        &self.given
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

    /// The job at a position in [`Book::prior_jobs`].
    pub fn prior_job(&self, position: usize) -> Job<'_> {
        Job(self.row(self.prior_jobs[position]))
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

    /// The one row of the inventory for a line, circuit or contract.
    pub fn service(&self, id: &str) -> Option<Row<'_>> {
        let at = *self.services.get(&fold_id(id))?;
        at.map(|id| self.row(id))
    }

    /// The rows of tables that say a fuel percentage for a period and no price.
    pub fn fuel_rates(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.fuel_rates.iter().map(|&id| self.row(id))
    }

    /// The rows of the list of promotions.
    pub fn promotions(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.promotions.iter().map(|&id| self.row(id))
    }

    /// The promotion at a position in [`Book::promotions`].
    pub fn promotion(&self, position: usize) -> Row<'_> {
        self.row(self.promotions[position])
    }

    /// The rows of the list of disputes.
    pub fn disputes(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.disputes.iter().map(|&id| self.row(id))
    }

    /// One per invoice number, in order of folded number.
    pub fn invoices(&self) -> impl ExactSizeIterator<Item = Invoice<'_>> {
        (0..self.invoice_nos.len() as u32).map(|at| Invoice::new(self, at))
    }

    pub fn invoice(&self, no: &str) -> Option<Invoice<'_>> {
        self.invoice_nos.find(no).map(|at| Invoice::new(self, at))
    }

    /// The invoice of the charge at a position in [`Book::charges`].
    pub fn invoice_of_charge(&self, at: usize) -> Option<Invoice<'_>> {
        let no = self.invoice_of_charge[at];
        (no != NO_NUMBER).then(|| Invoice::new(self, no))
    }

    /// The invoice of each charge, aligned with [`Book::charges`].
    pub fn invoices_of_charges(&self) -> impl ExactSizeIterator<Item = Option<Invoice<'_>>> {
        (0..self.charges.len()).map(|at| self.invoice_of_charge(at))
    }

    /// Header rows without an invoice number.
    pub fn unnumbered(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.unnumbered.iter().map(|&id| self.row(id))
    }

    /// Positions of the jobs with this number; more than one is a duplicate.
    pub fn jobs_numbered(&self, no: &str) -> &[u32] {
        self.job_nos.find(no).map_or(&[], |no| self.jobs_of.of(no))
    }

    pub fn prior_jobs_numbered(&self, no: &str) -> &[u32] {
        self.job_nos.find(no).map_or(&[], |no| self.prior_of.of(no))
    }

    /// The job of the charge at a position, as it is written: its own, else the one of its invoice.
    pub fn job_no_of_charge(&self, at: usize) -> Option<&str> {
        self.job_of_charge_row(at)?.text(Field::JobNo)
    }

    /// The row that names the job of the charge at a position: the line, else the header of its
    /// invoice.
    pub fn job_of_charge_row(&self, at: usize) -> Option<Row<'_>> {
        if self.job_of_charge[at] == NO_NUMBER {
            return None;
        }
        let charge = self.charge(at);
        match charge.job_no() {
            Some(_) => Some(charge.0),
            None => {
                self.invoice_of_charge(at)?.headers().find(|row| row.text(Field::JobNo).is_some())
            }
        }
    }

    /// The place of the job number of the charge at a position, its own or its invoice's, among all
    /// folded job numbers.
    pub fn job_number_of_charge(&self, at: usize) -> Option<u32> {
        Some(self.job_of_charge[at]).filter(|&no| no != NO_NUMBER)
    }

    /// Positions of the jobs that the charge at a position names, itself or by its invoice.
    pub fn jobs_of_charge(&self, at: usize) -> &[u32] {
        self.jobs_of.of(self.job_of_charge[at])
    }

    /// Positions of the rows of every job number, in order of folded number; a row without number is
    /// in none.
    pub fn jobs_by_number(&self) -> impl Iterator<Item = &[u32]> {
        self.jobs_of.iter()
    }

    /// Positions of the rows that share the number of the job at a position, itself among them;
    /// none for a job without number.
    pub fn jobs_like(&self, at: usize) -> &[u32] {
        self.jobs_of.of(self.job_no_of_job[at])
    }

    /// Positions of the charges of every job that a charge names, in order of folded number.
    pub fn charges_by_job(&self) -> impl Iterator<Item = &[u32]> {
        self.charges_of.iter()
    }

    /// Positions of the charges that name this job.
    pub fn charges_of_job(&self, no: &str) -> &[u32] {
        self.job_nos.find(no).map_or(&[], |no| self.charges_of.of(no))
    }

    /// Positions of the charges that name the job at a position in [`Book::jobs`].
    pub fn charges_of_job_at(&self, at: usize) -> &[u32] {
        self.charges_of.of(self.job_no_of_job[at])
    }

    /// The customer row for a number, else for a name.
    pub fn customer(&self, no: Option<&str>, name: Option<&str>) -> Option<Customer<'_>> {
        self.parties.listed(no, name).map(|at| self.customer_at(at))
    }

    /// The customer that a row names by number, else by name.
    pub fn customer_of(&self, row: Row) -> Option<Customer<'_>> {
        self.parties.customer(row).map(|at| self.customer_at(at))
    }

    /// Which customer a row means, for comparison; `None` when the row names none.
    pub fn party(&self, row: Row) -> Option<Party> {
        self.parties.of(row)
    }

    fn customer_at(&self, at: u32) -> Customer<'_> {
        Customer(self.row(self.customers[at as usize]))
    }

    fn index(&mut self) {
        let is_line = |id: &RowId| self.tables[id.table as usize].kind == Kind::Lines;
        let mut nos = Numbers::default();
        let mut headers = self.put(&mut nos, &self.headers, Field::InvoiceNo);
        let mut charges = self.put(&mut nos, &self.charges, Field::InvoiceNo);
        let moved = nos.sort();
        move_all(&moved, [&mut headers, &mut charges]);
        // A header that stands for its charge is no line of its invoice.
        let of_line = |(id, &no): (&RowId, &u32)| if is_line(id) { no } else { NO_NUMBER };
        let lines: Vec<u32> = self.charges.iter().zip(&charges).map(of_line).collect();
        self.headers_of = Groups::by(&headers, nos.len());
        self.lines_of = Groups::by(&lines, nos.len());
        (self.invoice_nos, self.invoice_of_charge) = (nos, charges);
        let mut nos = Numbers::default();
        let mut jobs = self.put(&mut nos, &self.jobs, Field::JobNo);
        let mut prior = self.put(&mut nos, &self.prior_jobs, Field::JobNo);
        let mut charges = self.put(&mut nos, &self.charges, Field::JobNo);
        if self.has_column(Kind::Jobs, Field::Awb) {
            self.take_job_of_waybill(&jobs, nos.len(), &mut charges);
        }
        if self.has(Kind::Lines) && self.has_column(Kind::Invoices, Field::JobNo) {
            let headers = self.put(&mut nos, &self.headers, Field::JobNo);
            self.take_job_of_header(&headers, &mut charges);
        }
        let moved = nos.sort();
        move_all(&moved, [&mut jobs, &mut prior, &mut charges]);
        self.jobs_of = Groups::by(&jobs, nos.len());
        self.prior_of = Groups::by(&prior, nos.len());
        self.charges_of = Groups::by(&charges, nos.len());
        (self.job_nos, self.job_of_charge, self.job_no_of_job) = (nos, charges, jobs);
        let listed: Vec<Row> = self.customers.iter().map(|&id| self.row(id)).collect();
        self.parties = Parties::build(&self.tables, &listed);
        let stands = |invoice: Invoice| Standing {
            credit: invoice.says_credit(),
            void: invoice.says_void(),
            currency: invoice.says_currency(),
        };
        self.standings = self.invoices().map(stands).collect();
        self.requirements = Requirements::build(self, &self.customers, &self.orders);
    }

    /// Carriers name a shipment by its waybill: where no job has the number that a line names, or the
    /// line names none, it bills the one job with that waybill. A master waybill stands on several
    /// jobs and says nothing.
    fn take_job_of_waybill(&self, jobs: &[u32], known: usize, charges: &mut [u32]) {
        let mut is_job = vec![false; known];
        jobs.iter().filter(|&&no| no != NO_NUMBER).for_each(|&no| is_job[no as usize] = true);
        let is_named = |no: u32| no != NO_NUMBER && is_job[no as usize];
        if charges.iter().all(|&no| is_named(no)) {
            return;
        }
        let mut waybills = Numbers::default();
        let of_jobs = self.put(&mut waybills, &self.jobs, Field::Awb);
        let as_job = self.put(&mut waybills, &self.charges, Field::JobNo);
        let as_waybill = self.put(&mut waybills, &self.charges, Field::Awb);
        let mut job_of = vec![Some(NO_NUMBER); waybills.len()];
        for (&waybill, &job) in of_jobs.iter().zip(jobs).filter(|(no, _)| **no != NO_NUMBER) {
            let slot = &mut job_of[waybill as usize];
            *slot = slot.filter(|no| *no == NO_NUMBER || *no == job).map(|_| job);
        }
        for (at, no) in charges.iter_mut().enumerate().filter(|(_, no)| !is_named(**no)) {
            let named = if *no == NO_NUMBER { as_waybill[at] } else { as_job[at] };
            let job = job_of.get(named as usize).copied().flatten();
            *no = job.filter(|job| *job != NO_NUMBER).unwrap_or(*no);
        }
    }

    /// Lines of which none names a job bill the one job that their invoice names. A header that lists
    /// several says nothing about a line.
    fn take_job_of_header(&self, headers: &[u32], charges: &mut [u32]) {
        for at in 0..self.invoice_nos.len() as u32 {
            let lines = self.lines_of.of(at);
            if lines.is_empty() || lines.iter().any(|&line| charges[line as usize] != NO_NUMBER) {
                continue;
            }
            let of_header = self.headers_of.of(at).iter().map(|&header| header as usize);
            let mut named = of_header.filter(|&header| headers[header] != NO_NUMBER);
            let Some(first) = named.next() else { continue };
            let text = self.row(self.headers[first]).text(Field::JobNo).unwrap_or_default();
            let is_list = text.contains([',', ';', '&', '+', '\n', '、', '，', '；']);
            if !is_list && named.all(|other| headers[other] == headers[first]) {
                lines.iter().for_each(|&line| charges[line as usize] = headers[first]);
            }
        }
    }

    /// The number of each row's text, [`NO_NUMBER`] where it has none. Each spelling is folded once.
    fn put(&self, numbers: &mut Numbers, rows: &[RowId], field: Field) -> Vec<u32> {
        let mut known: Vec<Vec<u32>> = vec![Vec::new(); self.tables.len()];
        let number = |id: &RowId| {
            let table = &self.tables[id.table as usize];
            let Some(Data::Text(column)) = table.column(field).map(|column| &column.data) else {
                return NO_NUMBER;
            };
            let known = &mut known[id.table as usize];
            if known.is_empty() {
                known.resize(column.dict.len() + 1, NO_NUMBER);
                numbers.reserve(column.dict.len());
            }
            let number = &mut known[column.codes[id.row as usize] as usize];
            if let Some(text) = column.get(id.row as usize).filter(|_| *number == NO_NUMBER) {
                *number = numbers.put(text);
            }
            *number
        };
        rows.iter().map(number).collect()
    }
}

/// What [`Invoice`] is made of.
impl Book {
    pub(super) fn invoice_key(&self, at: u32) -> &str {
        self.invoice_nos.text(at)
    }

    pub(super) fn headers_of(&self, invoice: u32) -> impl ExactSizeIterator<Item = Row<'_>> {
        let positions = self.headers_of.of(invoice).iter();
        positions.map(|&at| self.row(self.headers[at as usize]))
    }

    pub(super) fn lines_of(&self, invoice: u32) -> &[u32] {
        self.lines_of.of(invoice)
    }

    pub(super) fn is_credit(&self, invoice: u32) -> bool {
        self.standings[invoice as usize].credit
    }

    pub(super) fn is_void(&self, invoice: u32) -> bool {
        self.standings[invoice as usize].void
    }

    pub(super) fn currency_of_invoice(&self, invoice: u32) -> Currency {
        self.standings[invoice as usize].currency
    }
}

fn move_all<const N: usize>(moved: &[u32], lists: [&mut Vec<u32>; N]) {
    for no in lists.into_iter().flatten().filter(|no| **no != NO_NUMBER) {
        *no = moved[*no as usize];
    }
}
