//! What the rows of a sheet say against a kind that its columns would fit.

use crate::ingest::headers::{Foreign, Header, Sense};
use crate::table::{Field, Field::*, Kind};

use super::evidence::Evidence;
use super::kinds::{ASK_POINTS, Sheet, foreign_columns};
use super::roles::FEES;
use super::running::Running;

/// What it weighs against a list of jobs that each of them is on a bill.
const BILLED_POINTS: i32 = 5_000;
/// The same where each also names the day of its bill, and bills have several.
const ON_BILLS_POINTS: i32 = 12_000;
const BILLED: [Field; 5] = [InvoiceNo, Amount, OpenAmount, Gross, Net];

/// What it weighs against a list of receipts that as much goes out.
const BOTH_WAYS_POINTS: i32 = 5_000;
/// What it weighs against a rate card that its rows go from one currency to another.
const CURRENCIES_POINTS: i32 = 5_000;
/// The same against receipts and documents whose rows say which of them is paid by which.
const PAID_BY_POINTS: i32 = 5_000;
/// What it weighs against a list of documents that each row stands on two accounts of a ledger.
const POSTED_POINTS: i32 = 8_000;

impl Sheet<'_> {
    /// What the rows say against a kind that its columns would fit.
    pub(super) fn against(&self, kind: Kind) -> i32 {
        match kind {
            Kind::Jobs | Kind::PriorJobs if self.is_on_bills() => {
                let bills = self.repeats(InvoiceNo) && self.presence(InvoiceDate) >= 900;
                let lines = bills && !self.is_work_of_house();
                if lines { ON_BILLS_POINTS } else { BILLED_POINTS }
            }
            Kind::Invoices | Kind::Remittances | Kind::Disputes if self.is_posted() => {
                POSTED_POINTS
            }
            Kind::Invoices if self.running == Running::Bank && !self.is_plainly(InvoiceNo) => {
                POSTED_POINTS
            }
            // Rows that share a payment and name invoices are what it pays.
            Kind::Payments if self.repeats(PaymentNo) && self.presence(InvoiceNo) >= 900 => {
                PAID_BY_POINTS
            }
            Kind::Invoices if self.repeats(PaymentNo) && self.has_no_day_of_invoices() => {
                PAID_BY_POINTS
            }
            Kind::Rates if self.is_of_currencies() => CURRENCIES_POINTS,
            Kind::Payments if self.goes_both_ways() => BOTH_WAYS_POINTS,
            // Decisions of an office: none names an invoice or an amount.
            Kind::Disputes if BILLED.iter().all(|f| self.column(*f).is_none()) => ASK_POINTS,
            _ => 0,
        }
    }

    /// Whether each row names the bill that it is on, and bills have rows by the dozen or a day of
    /// their own: what was charged, by shipment, rather than what is to be.
    fn is_on_bills(&self) -> bool {
        let bills = self.column(InvoiceNo).map(|at| &self.profiles[at]);
        let of_carrier = self
            .headers
            .iter()
            .zip(self.profiles)
            .find(|(header, _)| header.sense(Sense::Foreign(Foreign::VendorBill)).is_some());
        let bills = bills.or(of_carrier.map(|(_, profile)| profile));
        let all_named = bills.is_some_and(|bills| bills.numbers.blank == 0);
        // A carrier's bill of one shipment has its day beside its number.
        all_named
            && (self.repeats(InvoiceNo) || self.presence(InvoiceDate) >= 900)
            && [Amount, Net, Gross].iter().any(|f| self.presence(*f) > 0)
    }

    /// Work for several customers, each with how far it is and when it was proved: a carrier's bill names
    /// whom it goes to, once for all.
    fn is_work_of_house(&self) -> bool {
        let customers = [CustomerName, CustomerNo].into_iter().filter_map(|f| self.column(f));
        let many = customers.map(|at| self.profiles[at].distinct).max().unwrap_or(0) > 1;
        let proved = [PodDate, PodName, PodStatus].into_iter().any(|f| self.is_plainly(f));
        many && proved && self.is_plainly(Status)
    }

    /// "Document no" over goods and their amounts, and nothing of what only invoices say: as well a
    /// list of deliveries or orders.
    pub(super) fn is_of_goods(&self, evidence: &Evidence) -> bool {
        let key =
            self.column(InvoiceNo).and_then(|at| self.headers[at].sense(Sense::Field(InvoiceNo)));
        let issued = self.column(InvoiceDate);
        let issued = issued.and_then(|at| self.headers[at].sense(Sense::Field(InvoiceDate)));
        key.is_some_and(|key| key.vague)
            && issued.is_none_or(|issued| issued.vague)
            && !self.named(evidence)
            && [Qty, UnitPrice, ServiceCode].into_iter().any(|field| self.presence(field) >= 700)
            && [DueDate, OpenAmount, Tax, TaxId, OriginalInvoice, SentDate]
                .into_iter()
                .all(|field| self.presence(field) == 0)
    }

    /// Both sides of a posting, and nothing of what is due: documents as a journal lists them.
    pub(super) fn is_journal(&self) -> bool {
        let sides = self.column(Debit).zip(self.column(Credit)).is_some_and(|(d, c)| d != c);
        let items = [DueDate, OpenAmount, Terms, Gross, SentDate];
        sides && items.into_iter().all(|field| self.presence(field) == 0)
    }

    /// "id" and amounts: a row of anything, without a day or a party of an invoice.
    pub(super) fn is_bare_list(&self) -> bool {
        let key = self.column(InvoiceNo);
        let key = key.and_then(|at| self.headers[at].sense(Sense::Field(InvoiceNo)));
        let says = [InvoiceDate, DueDate, OpenAmount, CustomerName, CustomerNo, Tax];
        key.is_some_and(|key| key.is_bare_key())
            && !says.into_iter().any(|field| self.is_plainly(field))
    }

    /// Gross, a fee and net without a tax: what a service that takes payments paid out of each.
    pub(super) fn is_settlement(&self) -> bool {
        let takes = |header: &Header| FEES.contains(&header.folded.as_str());
        self.headers.iter().any(takes)
            && [Gross, Net].into_iter().all(|field| self.presence(field) >= 900)
            && self.presence(DueDate) == 0
            // With a number of each payment it is one whatever else stands there: a tax, a balance.
            && (self.presence(PaymentNo) > 0
                || [Tax, OpenAmount].into_iter().all(|field| self.presence(field) == 0))
    }

    fn has_no_day_of_invoices(&self) -> bool {
        [InvoiceDate, DueDate].into_iter().all(|field| self.column(field).is_none())
    }

    /// From one currency to another: the rate is one of exchange.
    fn is_of_currencies(&self) -> bool {
        let rate = self.column(FxRate);
        rate.is_some()
            && rate == self.column(UnitPrice)
            && [Currency, LocalCurrency].into_iter().all(|field| self.presence(field) >= 900)
    }

    /// Money that comes in and goes out, on days of booking: movements of an account. A register of
    /// receipts has a reversal now and then.
    fn goes_both_ways(&self) -> bool {
        let amounts = self.column(Amount).map(|at| &self.profiles[at].numbers);
        amounts.is_some_and(|n| n.negatives * 10 >= n.numbers && n.negatives < n.numbers)
            && self.presence(BookingDate) >= 900
            && self.presence(PaymentNo) == 0
    }

    /// An account and the one against which it is posted, debit or credit, or an account of the ledger
    /// in so many words and the day of posting, and nothing of a party or
    /// of what is due: postings, whatever documents they name.
    fn is_posted(&self) -> bool {
        let of_items =
            [CustomerName, VendorName, DueDate, OpenAmount, Terms, Tax, Net, Gross, Qty, UnitPrice];
        let sided = self.presence(Side) >= 900 || self.presence(Debit) >= 900;
        let against = foreign_columns(Foreign::Contra, self.headers) > 0 && sided;
        let booked = self.is_plainly(AccountNo) && self.presence(BookingDate) >= 900;
        self.column(AccountNo).is_some()
            && (against || booked)
            && of_items.into_iter().all(|field| self.presence(field) == 0)
    }
}
