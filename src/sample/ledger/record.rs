//! The rows of the books: lanes, jobs, charges, invoices, rates; and the days of their year.

use std::collections::BTreeMap;

use crate::base::{Currency, Date, Decimal};
use crate::table::Field;

/// What a planted fault writes into a column instead of what would stand there.
pub(in crate::sample) type Written = BTreeMap<Field, String>;

pub(in crate::sample) struct Lane {
    pub client: usize,
    pub origin: String,
    pub destination: String,
    /// For a kilogram, in hundredths (USD, EUR) or won.
    pub price: i64,
    /// Of a planted fault; no other job takes it.
    pub is_own: bool,
}

#[derive(Clone)]
pub(in crate::sample) struct Job {
    pub no: String,
    pub awb: String,
    pub client: usize,
    pub lane: usize,
    pub protocol: String,
    pub po: String,
    pub pickup: Date,
    pub delivery: Option<Date>,
    pub pod_date: Option<Date>,
    pub pod_name: String,
    pub pieces: i64,
    pub demurrage_days: i64,
    /// Seven tenths of what it is worth, where nothing is said.
    pub cost: Option<Decimal>,
    /// In half kilograms.
    pub weight: i64,
    pub chargeable: Option<i64>,
    pub status: String,
    pub hold_reason: String,
    pub charges: Vec<Charge>,
    pub currency: Currency,
    /// How often the row stands in the job list.
    pub copies: usize,
    pub written: Written,
}

#[derive(Clone)]
pub(in crate::sample) struct Charge {
    pub code: &'static str,
    pub text: &'static str,
    pub qty: Decimal,
    pub unit: &'static str,
    pub price: Decimal,
    pub net: Decimal,
}

#[derive(Clone)]
pub(in crate::sample) struct Line {
    pub job_no: String,
    pub awb: String,
    pub service_date: Date,
    pub origin: String,
    pub destination: String,
    pub charge: Charge,
    pub text: String,
    pub currency: Currency,
    pub written: Written,
}

#[derive(Clone)]
pub(in crate::sample) struct Invoice {
    pub no: String,
    pub doc_type: &'static str,
    pub original: String,
    pub client: usize,
    pub date: Date,
    pub due: Date,
    pub terms: String,
    pub po: String,
    pub net: Decimal,
    pub tax: Decimal,
    pub gross: Option<Decimal>,
    pub sent: Date,
    pub status: &'static str,
    /// Of a credit note.
    pub reason: &'static str,
    pub approved_by: &'static str,
    pub language: &'static str,
    pub lines: Vec<Line>,
    pub has_header: bool,
    /// How often the header stands in the file.
    pub copies: usize,
    pub written: Written,
}

pub(in crate::sample) struct Rate {
    pub client_no: String,
    pub code: &'static str,
    pub text: &'static str,
    pub origin: String,
    pub destination: String,
    pub unit: &'static str,
    pub price: Decimal,
    pub min: Option<Decimal>,
    pub max: Option<Decimal>,
    pub free_days: Option<i64>,
    pub weight_from: Option<i64>,
    pub weight_to: Option<i64>,
    pub valid_from: Date,
    pub valid_to: Date,
    pub currency: Currency,
    pub written: Written,
}

/// An invoice of an earlier period, as the register has it.
pub(in crate::sample) struct Sent {
    pub no: String,
    pub client: usize,
    pub date: Date,
    pub gross: Decimal,
}

/// What a client was promised beside its contract, on one lane.
pub(in crate::sample) struct Promotion {
    pub no: &'static str,
    pub client: usize,
    pub code: &'static str,
    pub origin: String,
    pub destination: String,
    pub percent: i64,
    pub valid_from: Date,
    pub valid_to: Date,
}

/// A purchase order as the client's register has it.
pub(in crate::sample) struct Order {
    pub po: String,
    pub client: usize,
    pub amount: Decimal,
    pub valid_to: Date,
}

/// A dispute that was decided.
pub(in crate::sample) struct Dispute {
    pub invoice_no: String,
    pub client: usize,
    pub amount: Decimal,
    pub verdict: &'static str,
    pub resolved: Date,
}

/// A day of 2026, the year of the make-believe company.
pub(in crate::sample) fn day(month: u32, day: u32) -> Date {
    Date::from_ymd_opt(2026, month, day).unwrap_or_default()
}

pub(in crate::sample) fn plus(date: Date, days: i64) -> Date {
    date.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(date)
}
