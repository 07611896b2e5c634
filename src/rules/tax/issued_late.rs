//! TAX-08: a Korean tax invoice that was issued after the tenth of the month that follows the month
//! in which it is written (작성일자), or in which the supply lies that its header names; on a weekend the
//! next working day is in time. An invoice that was
//! issued before it is written is no case of this rule.

use chrono::{Datelike, Days, Weekday};

use crate::base::{Date, Severity};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "TAX-08",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::Column(Kind::Invoices, Field::InvoiceDate),
        Need::Column(Kind::Invoices, Field::SentDate),
        Need::AnyColumn(&[(Kind::Invoices, Field::Tax), (Kind::Invoices, Field::TaxRate)]),
    ],
    check,
};

const LAST_DAY: u32 = 10;

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some(header) = invoice.header().filter(|header| is_korean_tax_invoice(*header)) else {
            continue;
        };
        let written = header.date(Field::InvoiceDate);
        let (Some(written), Some(issued)) = (written, header.date(Field::SentDate)) else {
            continue;
        };
        // The date written must lie in the month of the supply.
        let supplied = header.date(Field::ServiceDate).filter(|day| *day < written);
        let corrects = invoice.is_credit() || invoice.original().is_some();
        let counts_from = supplied.filter(|_| !corrects).unwrap_or(written);
        let Some(deadline) = deadline(counts_from).filter(|deadline| issued > *deadline) else {
            continue;
        };
        let finding = findings
            .at(header.source(Field::SentDate), invoice.no())
            .arg("invoice", invoice.no())
            .arg("written", written)
            .arg("issued", issued)
            .arg("deadline", deadline)
            .found(issued)
            .expected(deadline)
            .stake(header.money(Field::Tax).or_else(|| invoice.worth()))
            .evidence(Field::InvoiceDate.word(), header.source(Field::InvoiceDate))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
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
