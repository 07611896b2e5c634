//! ID-03: an invoice number that was already sent in an earlier period. The register of what was
//! sent says so; two headers of this run are ID-02's business.

use crate::base::{QuickMap, Severity, fold_id};
use crate::model::{Owner, Row, is_credit_word, is_void_word};
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
        Need::Column(Kind::PriorInvoices, Field::InvoiceNo),
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
        let (Some(header), Some(&before)) = (invoice.header(), sent.get(invoice.key())) else {
            continue;
        };
        let credit = header.text(Field::DocType).is_some_and(is_credit_word);
        if is_same_document(header, before) || (credit && !before.has(Field::DocType)) {
            continue;
        }
        let date = [Field::SentDate, Field::InvoiceDate].into_iter().find_map(|f| before.date(f));
        let finding = findings
            .at(header.source(Field::InvoiceNo), invoice.key())
            .arg("invoice", invoice.no())
            .arg("date", date.map_or_else(|| Arg::term("value-not-stated"), Arg::from))
            .found(invoice.no())
            .stake(invoice.worth())
            .evidence("evidence-sent-before", before.source(Field::InvoiceNo))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The register was exported late and holds this run as well: same day, same total.
fn is_same_document(header: Row, before: Row) -> bool {
    let day = |row: Row| row.date(Field::InvoiceDate);
    let total = |row: Row| row.number(Field::Gross).or_else(|| row.number(Field::Amount));
    day(header).is_some() && day(header) == day(before) && total(header) == total(before)
}
