//! ID-03: an invoice number that was already sent in an earlier period. The register of what was
//! sent says so, or a list of invoices where they are marked as sent; two headers of this run are ID-02's
//! business.

use chrono::Datelike;

use crate::base::{QuickMap, Severity, fold_id};
use crate::model::{Invoice, Owner, Row, is_credit_word, is_void_word, was_sent};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ID-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::InvoiceNo),
        Need::AnyColumn(&[
            (Kind::PriorInvoices, Field::InvoiceNo),
            (Kind::Invoices, Field::SentDate),
            (Kind::Invoices, Field::Status),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut sent: QuickMap<String, Row> = QuickMap::default();
    for row in case.book.prior_invoices() {
        let void = row.text(Field::Status).is_some_and(is_void_word);
        let no = row.text(Field::InvoiceNo).filter(|no| !void && !is_placeholder(no));
        if let Some(no) = no {
            sent.entry(fold_id(no)).or_insert(row);
        }
    }
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        for (header, before) in sent_again(&invoice) {
            report(invoice, header, before, findings);
        }
        let (Some(header), Some(&before)) = (invoice.header(), sent.get(invoice.key())) else {
            continue;
        };
        let credit = header.text(Field::DocType).is_some_and(is_credit_word);
        if is_same_document(header, before) || (credit && !before.has(Field::DocType)) {
            continue;
        }
        report(invoice, header, before, findings);
    }
}

/// Headers of one number of which one went out in an earlier month, each later one with it.
pub(super) fn sent_again<'b>(invoice: &Invoice<'b>) -> Vec<(Row<'b>, Row<'b>)> {
    if invoice.headers().len() < 2 {
        return Vec::new();
    }
    let month = |row: Row| row.date(Field::InvoiceDate).map(|day| (day.year(), day.month()));
    let credit = |row: Row| row.text(Field::DocType).is_some_and(is_credit_word);
    let sent = invoice.headers().filter(|row| was_sent(*row)).min_by_key(|row| month(*row));
    let Some((before, sent_in)) = sent.and_then(|row| Some((row, month(row)?))) else {
        return Vec::new();
    };
    let again = invoice.headers().filter(|row| {
        !was_sent(*row)
            && month(*row).is_some_and(|later| later > sent_in)
            && credit(*row) == credit(before)
            && same_entity(*row, before)
    });
    again.map(|row| (row, before)).collect()
}

/// Legal entities number on their own.
fn same_entity(a: Row, b: Row) -> bool {
    let entity = |row: Row| row.text(Field::Entity).map(fold_id);
    entity(a) == entity(b) || entity(a).is_none() || entity(b).is_none()
}

fn report(invoice: Invoice, header: Row, before: Row, findings: &mut Findings) {
    let date = [Field::SentDate, Field::InvoiceDate].into_iter().find_map(|f| before.date(f));
    let worth = header.money(Field::Gross).or_else(|| invoice.worth());
    let finding = findings
        .at(header.source(Field::InvoiceNo), invoice.key())
        .arg("invoice", invoice.no())
        .arg("date", date.map_or_else(|| Arg::term("value-not-stated"), Arg::from))
        .found(invoice.no())
        .stake(worth)
        .evidence("evidence-sent-before", before.source(Field::InvoiceNo))
        .row(header)
        .of_invoice(Some(invoice));
    findings.push(finding);
}

/// The register was exported late and holds this run as well: same day, same total.
fn is_same_document(header: Row, before: Row) -> bool {
    let day = |row: Row| row.date(Field::InvoiceDate);
    let total = |row: Row| row.number(Field::Gross).or_else(|| row.number(Field::Amount));
    day(header).is_some() && day(header) == day(before) && total(header) == total(before)
}
