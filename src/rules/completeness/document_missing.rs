//! CMP-11: a document that the customer requires with the invoice is not among its attachments.

use crate::base::{Severity, fold_word};
use crate::model::{Book, Invoice, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CMP-11",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::Operations,
    needs: &[
        Need::Column(Kind::Customers, Field::RequiredDocuments),
        Need::AnyColumn(&[(Kind::Invoices, Field::Attachments), (Kind::Jobs, Field::Attachments)]),
    ],
    check,
};

/// Names of one document.
static DOCUMENTS: [&[&str]; 9] = [
    &[
        "pod",
        "proof of delivery",
        "delivery receipt",
        "인수증",
        "签收单",
        "回单",
        "ablieferbeleg",
        "preuve de livraison",
        "prueba de entrega",
    ],
    &[
        "pv de recette",
        "proces verbal de recette",
        "pv de reception",
        "acceptance certificate",
        "abnahmeprotokoll",
    ],
    &[
        "temperature log",
        "temp log",
        "temperature record",
        "temperature data",
        "온도기록",
        "온도 기록",
        "温度记录",
        "temperaturprotokoll",
    ],
    &["timesheet", "time sheet", "근무시간표", "工时表", "stundenzettel"],
    &["packing list", "포장명세서", "装箱单", "packliste", "liste de colisage"],
    &["air waybill", "waybill", "awb", "운송장", "运单", "frachtbrief"],
    &["customs declaration", "customs entry", "수입신고필증", "报关单", "zollanmeldung"],
    &["purchase order", "발주서", "采购订单", "bestellung"],
    &["transaction statement", "거래명세서", "对账单", "statement of account"],
];

fn check(case: &Case, findings: &mut Findings) {
    let all = all_names(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let (Some(header), Some(customer)) =
            (invoice.header(), invoice.customer_asking(Field::RequiredDocuments))
        else {
            continue;
        };
        let Some(required) = customer.0.text(Field::RequiredDocuments) else { continue };
        let places = places(case.book, &invoice, header);
        let Some(&at) = places.first() else { continue };
        let attached: Vec<String> = places
            .iter()
            .filter_map(|row| row.text(Field::Attachments))
            .map(str::to_owned)
            .collect();
        let missing = items(required).filter(|item| !is_attached(item, &attached, &all));
        for item in missing {
            let finding = findings
                .at(at.source(Field::Attachments), &format!("{}:{item}", invoice.no()))
                .arg("invoice", invoice.no())
                .arg("document", item)
                .arg("customer", invoice.customer_label().unwrap_or_default())
                .stake(invoice.worth())
                .evidence("evidence-customer-list", customer.0.source(Field::RequiredDocuments))
                .of_invoice(Some(invoice));
            findings.push(finding);
        }
    }
}

/// The header and the jobs, as far as they have a column for attachments.
fn places<'b>(book: &'b Book, invoice: &Invoice<'b>, header: Row<'b>) -> Vec<Row<'b>> {
    let mut places = vec![header];
    for line in invoice.lines().chain(None) {
        let jobs = line.job_no().map_or(&[][..], |no| book.jobs_numbered(no));
        places.extend(jobs.iter().map(|&at| book.job(at as usize).0));
    }
    places.retain(|row| row.has(Field::Attachments));
    places
}

fn items(required: &str) -> impl Iterator<Item = &str> {
    let parts = required.split([',', ';', '/', '+', '&', '\n', '、', '，', '；']);
    parts.map(str::trim).filter(|item| !is_placeholder(item) && fold_word(item) != "no")
}

/// Every name of a document that stands in the files, as people list them.
fn all_names(book: &Book) -> Vec<String> {
    let required = book.customers().map(|customer| (customer.0, Field::RequiredDocuments));
    let headers = book.invoices().filter_map(|invoice| invoice.header());
    let attached = headers.chain(book.jobs().map(|job| job.0)).map(|row| (row, Field::Attachments));
    let texts = required.chain(attached).filter_map(|(row, field)| row.text(field));
    let mut names: Vec<String> = texts.flat_map(items).map(fold_word).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn is_attached(item: &str, attached: &[String], all: &[String]) -> bool {
    let item = fold_word(item);
    let names = |text: &str, name: &str| match name.is_ascii() {
        // "POD" stands in "POD_J26.pdf", not in "podium".
        true => format!(" {text} ").contains(&format!(" {name} ")),
        false => text.contains(name),
    };
    // "PV" is short for "PV de recette" where no other document of these files begins so.
    let short = |text: &str| {
        items(text).map(fold_word).any(|part| {
            let begins = |name: &&String| name.starts_with(&format!("{part} "));
            part.len() > 1 && begins(&&item) && all.iter().filter(begins).all(|name| *name == item)
        })
    };
    let same = DOCUMENTS.iter().find(|document| document.iter().any(|name| names(&item, name)));
    attached.iter().any(|text| {
        let folded = fold_word(text);
        names(&folded, &item)
            || short(text)
            || same.is_some_and(|document| document.iter().any(|name| names(&folded, name)))
    })
}
