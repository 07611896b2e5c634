//! CUS-04: an invoice bundles what the customer wants apart, or comes apart from what it wants
//! bundled: one invoice per order, site, study, job, or month. Rules in other words are not judged.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::base::{Severity, fold_id, fold_word};
use crate::model::{Book, Invoice, Owner, Party, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CUS-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Customers, Field::SplitRule)],
    check,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Split {
    /// One invoice for each value of the field.
    Per(Field),
    /// One invoice for the month.
    Month,
}

fn check(case: &Case, findings: &mut Findings) {
    let mut months: BTreeMap<(Party, i32, u32), Vec<Invoice>> = BTreeMap::new();
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(customer) = invoice.customer_asking(Field::SplitRule) else { continue };
        let Some(rule) = customer.0.text(Field::SplitRule) else { continue };
        match split(rule) {
            Some(Split::Per(field)) => {
                let (values, row) = values(case.book, &invoice, field);
                if let (Some(row), 2..) = (row, values.len()) {
                    let finding = about(&invoice, (row, field), rule, customer.0, findings);
                    let listed: Vec<String> = values.into_iter().collect();
                    findings.push(finding.arg("found", Arg::List(listed)));
                }
            }
            Some(Split::Month) => {
                let day = invoice.date().zip(case.book.party(customer.0));
                // A rebill corrects an invoice of the month; it is no second one.
                if let Some((date, party)) = day.filter(|_| invoice.original().is_none()) {
                    let month = (party, date.year(), date.month());
                    months.entry(month).or_default().push(invoice);
                }
            }
            None => {}
        }
    }
    for invoices in months.into_values().filter(|invoices| invoices.len() > 1) {
        let listed: Vec<String> = invoices.iter().map(|i| i.no().to_owned()).collect();
        for invoice in &invoices[1..] {
            let Some(customer) = invoice.customer_asking(Field::SplitRule) else { continue };
            let rule = customer.0.text(Field::SplitRule).unwrap_or_default();
            let Some(row) = invoice.any_row() else { continue };
            let of = (row, Field::InvoiceNo);
            let finding = about(invoice, of, rule, customer.0, findings);
            findings.push(finding.arg("found", Arg::List(listed.clone())));
        }
    }
}

// Packed: one word a line would hide the table.
#[rustfmt::skip]
static SPLITS: &[(Split, &[&str])] = &[
    (Split::Per(Field::PoNo), &[
        "po", "order", "orders", "purchase", "발주", "订单", "采购", "bestellung", "commande", "oc",
    ]),
    (Split::Per(Field::Site), &[
        "site", "sites", "사이트", "기관", "사업장", "中心", "站点", "standort", "centro",
    ]),
    (Split::Per(Field::Project), &[
        "protocol", "study", "project", "trial", "프로토콜", "과제", "프로젝트", "연구", "方案", "项目", "studie",
        "projekt", "protocole", "etude", "projet", "proyecto", "estudio", "protocolo",
    ]),
    (Split::Per(Field::JobNo), &[
        "job", "jobs", "shipment", "shipments", "consignment", "waybill", "작업", "건별", "건당", "운송장", "运单", "作业", "逐票",
        "每票", "一票一", "sendung", "auftrag", "expedition", "dossier", "envio", "expediente", "albaran", "guia",
    ]),
    (Split::Month, &[
        "month", "monthly", "월", "月", "monatlich", "monat", "mois", "mensuel", "mes", "mensual",
    ]),
];

/// "One invoice per PO", "by site", "프로토콜별", "按订单", "monthly". A rule that names two of them
/// is no rule of these.
fn split(rule: &str) -> Option<Split> {
    let rule = fold_word(rule);
    let says = |word: &&str| match word.is_ascii() {
        // "PO별" as well: Korean and Chinese need no blank after it.
        true => rule.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| w == *word),
        false => rule.contains(*word),
    };
    let mut named = SPLITS.iter().filter(|(_, words)| words.iter().any(says));
    match (named.next(), named.next()) {
        (Some((split, _)), None) => Some(*split),
        // "One per PO, monthly" is split by the order.
        (Some((split, _)), Some((Split::Month, _))) if named.next().is_none() => Some(*split),
        _ => None,
    }
}

/// The different values that the invoice's header, lines and jobs state, and the first row to cite.
fn values<'b>(
    book: &'b Book,
    invoice: &Invoice<'b>,
    field: Field,
) -> (BTreeSet<String>, Option<Row<'b>>) {
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    let mut second = None;
    let mut note = |text: Option<&str>, row: Row<'b>| {
        let Some(text) = text.filter(|text| !is_placeholder(text)) else { return };
        values.entry(fold_id(text)).or_insert_with(|| text.to_owned());
        if values.len() == 2 && second.is_none() {
            second = Some(row);
        }
    };
    for line in invoice.lines() {
        let own = line.0.text(field);
        let of_job = || {
            let &[at] = book.jobs_numbered(line.job_no()?) else { return None };
            book.job(at as usize).0.text(field)
        };
        note(own.or_else(of_job), line.0);
    }
    (values.into_values().collect(), second)
}

fn about(
    invoice: &Invoice,
    (row, field): (Row, Field),
    rule: &str,
    customer: Row,
    findings: &Findings,
) -> Finding {
    let field = if row.has(field) { field } else { Field::InvoiceNo };
    findings
        .at(row.source(field), invoice.key())
        .arg("invoice", invoice.no())
        .arg("rule", rule)
        .expected(rule)
        .stake(invoice.worth())
        .evidence("evidence-customer-list", customer.source(Field::SplitRule))
        .of_invoice(Some(*invoice))
}
