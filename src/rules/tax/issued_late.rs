//! TAX-08: a Korean tax invoice that was issued after the tenth of the month that follows the month
//! in which it is written (작성일자), or in which the supply lies that its header names; on a weekend the
//! next working day is in time. An invoice that was
//! issued before it is written is no case of this rule.
//!
//! An invoice that is only written after that tenth is late whenever it is issued: the supply is then the last day of
//! service on its lines or their jobs, unless the house bills so more than now and then.

use chrono::{Datelike, Days, Weekday};

use crate::base::{Date, Severity};
use crate::model::{Charge, Invoice, Owner, Row};
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "TAX-08",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::Column(Kind::Invoices, Field::InvoiceDate),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::SentDate),
            (Kind::Invoices, Field::ServiceDate),
            (Kind::Lines, Field::ServiceDate),
            (Kind::Lines, Field::JobNo),
        ]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Tax), (Kind::Invoices, Field::TaxRate)]),
    ],
    check,
};

const LAST_DAY: u32 = 10;
/// One invoice in so many may be written too late before it is how the house bills.
const WRITTEN_LATE_SHARE: usize = 10;

fn check(case: &Case, findings: &mut Findings) {
    let (mut judged, mut written_late) = (0_usize, Vec::new());
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some(header) = invoice.header().filter(|header| is_korean_tax_invoice(*header)) else {
            continue;
        };
        let Some(written) = header.date(Field::InvoiceDate) else { continue };
        let corrects = invoice.is_credit() || invoice.original().is_some();
        let issued = header.date(Field::SentDate);
        // The date written must lie in the month of the supply.
        let supplied = header.date(Field::ServiceDate).filter(|day| *day < written && !corrects);
        let of_header = deadline(supplied.unwrap_or(written));
        if let Some((issued, deadline)) = issued.zip(of_header).filter(|(day, end)| day > end) {
            findings.push(report(&invoice, header, (written, issued, deadline), findings));
            continue;
        }
        let Some(last) = last_service(case, &invoice).filter(|_| !corrects) else { continue };
        judged += 1;
        if let Some(deadline) = deadline(last).filter(|deadline| written > *deadline) {
            written_late.push((invoice, header, (written, issued.unwrap_or(written), deadline)));
        }
    }
    if written_late.len() * WRITTEN_LATE_SHARE <= judged {
        for (invoice, header, days) in written_late {
            findings.push(report(&invoice, header, days, findings));
        }
    }
}

/// The last day of service on the lines of an invoice, or of their jobs; `None` where a line that bills something has
/// neither.
fn last_service(case: &Case, invoice: &Invoice) -> Option<Date> {
    let day = |line: Charge| {
        let own = [Field::ServiceDate, Field::PeriodTo].map(|field| line.0.date(field));
        let job = match line.job_no().map(|no| case.book.jobs_numbered(no)) {
            Some(&[at]) => case.book.job(at as usize).trigger_cell().map(|(day, _)| day),
            _ => None,
        };
        own.into_iter().flatten().chain(job).filter(|day| !is_improbable(*day)).max()
    };
    let billed = invoice.lines().filter(|line| line.net().is_some_and(|net| !net.is_zero()));
    let days: Option<Vec<Date>> = billed.map(day).collect();
    days?.into_iter().max()
}

/// Written, issued and the last day for it.
fn report(
    invoice: &Invoice,
    header: Row,
    (written, issued, deadline): (Date, Date, Date),
    findings: &Findings,
) -> Finding {
    let is_sent = header.date(Field::SentDate).is_some();
    let field = if is_sent { Field::SentDate } else { Field::InvoiceDate };
    findings
        .at(header.source(field), invoice.no())
        .arg("invoice", invoice.no())
        .arg("written", written)
        .arg("issued", issued)
        .arg("deadline", deadline)
        .found(issued)
        .expected(deadline)
        .stake(header.money(Field::Tax).or_else(|| invoice.worth()))
        .evidence(Field::InvoiceDate.word(), header.source(Field::InvoiceDate))
        .of_invoice(Some(*invoice))
}

/// In won, and with tax.
fn is_korean_tax_invoice(header: Row) -> bool {
    let in_won = !header.currency().is_none() && header.currency().code() == "KRW";
    let figures = [Field::Tax, Field::TaxRate].map(|field| header.number(field));
    in_won && figures.into_iter().flatten().any(|figure| !figure.is_zero())
}

fn deadline(written: Date) -> Option<Date> {
    let next = written.with_day(1)?.checked_add_months(chrono::Months::new(1))?;
    let tenth = next.with_day(LAST_DAY)?;
    let later = match tenth.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    tenth.checked_add_days(Days::new(later))
}
