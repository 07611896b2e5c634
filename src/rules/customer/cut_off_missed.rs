//! CUS-07: an invoice is sent after the customer's cut-off day, though its work was done in time.
//!
//! A day from the 15th on is the next such day after the last service; an earlier day is one of the
//! month after it ("by the 5th of the following month"). Without a service date nothing is judged.

use chrono::{Datelike, Months};

use crate::analysis::taken_back::taken_back;
use crate::base::{Date, QuickSet, Severity, fold_id, fold_word};
use crate::model::{Book, Charge, Invoice, Job, Owner, Row};
use crate::rules::dates::sound_date;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-07",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Customer,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Customers, Field::CutOff),
        Need::AnyColumn(&[(Kind::Invoices, Field::SentDate), (Kind::Invoices, Field::InvoiceDate)]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ServiceDate),
            (Kind::Jobs, Field::DeliveryDate),
            (Kind::Jobs, Field::PodDate),
            (Kind::Jobs, Field::ServiceDate),
        ]),
    ],
    check,
};

/// From here a cut-off day lies in the month of the work itself.
const SAME_MONTH_DAY: u32 = 15;

fn check(case: &Case, findings: &mut Findings) {
    let gone = taken_back(case.book, |_| true);
    let mut billed: QuickSet<String> = QuickSet::default();
    for old in case.book.invoices().filter(|old| gone.contains(old.key())) {
        billed.extend(old.lines().filter_map(|line| line.job_no()).map(fold_id));
    }
    let past = |invoice: &Invoice| case.shared.is_past(case.book, invoice);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit() && !past(i)) {
        // Work that another invoice billed and a credit note took back was in by then.
        let again = |line: Charge| line.job_no().is_some_and(|no| billed.contains(&fold_id(no)));
        if !billed.is_empty() && !gone.contains(invoice.key()) && invoice.lines().any(again) {
            continue;
        }
        let Some(due) = due(case.book, &invoice).filter(|due| due.is_late()) else { continue };
        // A rebill is sent when it is needed.
        let Some(row) = invoice.stating(due.field).filter(|_| invoice.original().is_none()) else {
            continue;
        };
        let finding = findings
            .at(row.source(due.field), invoice.key())
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .arg("date", due.date)
            .arg("cut_off", due.cut_off)
            .arg("done", due.done)
            .found(due.date)
            .expected(due.cut_off)
            .stake(invoice.worth())
            .evidence("evidence-customer-list", due.customer.source(Field::CutOff))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// When an invoice went out, and by when its customer wanted it.
pub struct Due<'b> {
    pub customer: Row<'b>,
    /// Sent, else dated.
    pub date: Date,
    field: Field,
    /// The last service on it.
    pub done: Date,
    pub cut_off: Date,
}

impl Due<'_> {
    /// An invoice before its last service is another fault.
    pub fn is_late(&self) -> bool {
        self.done <= self.date && self.date > self.cut_off
    }
}

/// `None` where the customer has no such day, or a date is missing.
pub fn due<'b>(book: &'b Book, invoice: &Invoice<'b>) -> Option<Due<'b>> {
    let customer = invoice.customer_asking(Field::CutOff)?.0;
    let day = day_of_month(customer.text(Field::CutOff)?)?;
    let sent = sound_date(invoice, Field::SentDate).map(|date| (date, Field::SentDate));
    let dated = || Some((sound_date(invoice, Field::InvoiceDate)?, Field::InvoiceDate));
    let (date, field) = sent.or_else(dated)?;
    let done = last_service(book, invoice)?;
    let cut_off = cut_off(done, day)?;
    Some(Due { customer, date, field, done, cut_off })
}

/// By when a job that is done should have been billed; `None` where the customer has no such day.
pub fn due_job(book: &Book, job: Job, as_of: Option<Date>) -> Option<Date> {
    let row = job.0;
    let known = book.customer(row.text(Field::CustomerNo), row.text(Field::CustomerName))?;
    let asked = book.requirement(known, Field::CutOff, row.text(Field::PoNo), as_of)?;
    cut_off(job.completed()?, day_of_month(asked.0.text(Field::CutOff)?)?)
}

/// "25", "25th", "매월 25일", "25日", "last day".
fn day_of_month(text: &str) -> Option<u32> {
    let folded = fold_word(text);
    let last = ["last", "end of month", "eom", "말일", "月底", "月末", "ultimo", "fin de m"];
    if last.iter().any(|word| folded.contains(word)) {
        return Some(31);
    }
    let digits: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let &[day] = digits.as_slice() else { return None };
    day.parse().ok().filter(|day| (1..=31).contains(day))
}

fn last_service(book: &Book, invoice: &Invoice) -> Option<Date> {
    let of_job = |no: &str| {
        let &[at] = book.jobs_numbered(no) else { return None };
        book.job(at as usize).trigger()
    };
    let on_header = invoice.header().and_then(|row| of_job(row.text(Field::JobNo)?));
    let on_lines = invoice.lines().filter_map(|line| {
        line.job_no().and_then(of_job).or_else(|| line.0.date(Field::ServiceDate))
    });
    on_header.into_iter().chain(on_lines).max()
}

fn cut_off(done: Date, day: u32) -> Option<Date> {
    let in_month = |months: u32| {
        let first = done.with_day(1)?.checked_add_months(Months::new(months))?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        first.with_day(day.min(last.day()))
    };
    match day {
        SAME_MONTH_DAY.. => in_month(0).filter(|&date| done <= date).or_else(|| in_month(1)),
        _ => in_month(1),
    }
}
