//! The kinds of table: an open list.

use serde::{Deserialize, Serialize};

use super::Field;
use super::reads::KINDS;

/// What the rows of a table are.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Open or closed jobs, shipments, consignments, orders: what should be billed.
    Jobs,
    /// Last period's list of unbilled jobs, for the roll-forward.
    PriorJobs,
    /// One row an invoice or credit note.
    Invoices,
    /// Last period's list of open items, for the roll-forward of receivables.
    PriorItems,
    /// Invoices of earlier periods: what this run is compared with, never checked itself.
    PriorInvoices,
    /// One row an invoice line (charge). Header fields may be repeated on every line.
    Lines,
    /// Contracted prices.
    Rates,
    /// Customers and what they require: purchase order, currency, terms, protocol.
    Customers,
    /// The rates of the agreed source: one row a currency and a day.
    FxRates,
    /// One row a receipt: money that came in, from a register or a bank's list of credits.
    Payments,
    /// Remittance advices: one row an invoice that a payment is for.
    Remittances,
    /// One row a movement on a bank account.
    BankLines,
    /// One row a purchase order or budget of a customer: its amount, what is used of it, its end.
    Orders,
    /// One row a dispute about an invoice, with what was decided.
    Disputes,
    /// One row a promotion: for whom, when, and what it takes off.
    Promotions,
    /// Postings on accounts of the general ledger, or one row an account with its balance.
    GeneralLedger,
    /// Read and kept, used by no check.
    #[default]
    Other,
    /// One row a line, circuit or contract that is billed month by month: since when, until when.
    Inventory,
}

/// A kind with the fields without which it cannot be used.
pub struct KindSpec {
    pub kind: Kind,
    /// Machine name, also the tail of its word key (`kind-jobs`).
    pub key: &'static str,
    pub needs: &'static [Field],
    /// Other fields that the kind reads, in the order in which the mapping screen shows them.
    pub reads: &'static [Field],
}

impl Kind {
    pub fn spec(self) -> &'static KindSpec {
        // The slice lists every variant: held by the test below.
        KINDS.iter().find(|spec| spec.kind == self).unwrap_or(&KINDS[KINDS.len() - 1])
    }

    pub fn key(self) -> &'static str {
        self.spec().key
    }

    /// Key of the kind's name in the word catalogue.
    pub fn word(self) -> String {
        format!("kind-{}", self.key().replace('_', "-"))
    }

    pub fn from_key(key: &str) -> Option<Kind> {
        KINDS.iter().find(|spec| spec.key == key).map(|spec| spec.kind)
    }
}
