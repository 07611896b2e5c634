//! The registers beside the billing: orders of clients, disputes, and what was sent the month before.

use super::ledger::{Dispute, Ledger, Order, Promotion, Sent, day};
use super::sheet::{Columns, Sheet, sheet};
use crate::base::iso;
use crate::table::{Field, Kind};

pub(super) fn orders(ledger: &Ledger) -> Sheet {
    let rows = ledger.orders.iter().map(|one| order(ledger, one));
    sheet(Kind::Orders, "purchase_orders_2026", ORDERS, rows.collect())
}

pub(super) fn disputes(ledger: &Ledger) -> Sheet {
    let rows = ledger.disputes.iter().zip(1..).map(|(one, no)| dispute(ledger, one, no));
    sheet(Kind::Disputes, "disputes_2026", DISPUTES, rows.collect())
}

pub(super) fn promotions(ledger: &Ledger) -> Sheet {
    let rows = ledger.promotions.iter().map(|one| promotion(ledger, one));
    sheet(Kind::Promotions, "promotions_2026", PROMOTIONS, rows.collect())
}

pub(super) fn sent_before(ledger: &Ledger) -> Sheet {
    let rows = ledger.sent_before.iter().map(|one| sent(ledger, one));
    sheet(Kind::PriorInvoices, "invoices_of_last_month_september_2026", SENT, rows.collect())
}

static ORDERS: &Columns = &[
    (Field::PoNo, "PO No"),
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client"),
    (Field::PoAmount, "PO Amount"),
    (Field::PoUsed, "Used Amount"),
    (Field::Currency, "Currency"),
    (Field::ValidFrom, "Valid From"),
    (Field::ValidTo, "Valid To"),
];

static PROMOTIONS: &Columns = &[
    (Field::PromoNo, "Promotion Code"),
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client"),
    (Field::ServiceCode, "Charge Code"),
    (Field::Origin, "Origin"),
    (Field::Destination, "Destination"),
    (Field::PromoPercent, "Promotion %"),
    (Field::ValidFrom, "Valid From"),
    (Field::ValidTo, "Valid To"),
];

static DISPUTES: &Columns = &[
    (Field::DisputeNo, "Dispute No"),
    (Field::InvoiceNo, "Invoice No"),
    (Field::CustomerName, "Client"),
    (Field::Amount, "Amount"),
    (Field::Currency, "Currency"),
    (Field::Verdict, "Verdict"),
    (Field::ResolvedDate, "Resolved Date"),
];

static SENT: &Columns = &[
    (Field::InvoiceNo, "Invoice No"),
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client"),
    (Field::InvoiceDate, "Invoice Date"),
    (Field::SentDate, "Sent Date"),
    (Field::Currency, "Currency"),
    (Field::Gross, "Invoice Total"),
];

fn order(ledger: &Ledger, order: &Order) -> Vec<String> {
    let client = &ledger.clients[order.client];
    vec![
        order.po.clone(),
        client.no.clone(),
        client.name.clone(),
        order.amount.to_string(),
        "0".to_owned(),
        client.currency.code().to_owned(),
        iso(day(1, 1)),
        iso(order.valid_to),
    ]
}

fn promotion(ledger: &Ledger, promotion: &Promotion) -> Vec<String> {
    let client = &ledger.clients[promotion.client];
    vec![
        promotion.no.to_owned(),
        client.no.clone(),
        client.name.clone(),
        promotion.code.to_owned(),
        promotion.origin.clone(),
        promotion.destination.clone(),
        format!("{}%", promotion.percent),
        iso(promotion.valid_from),
        iso(promotion.valid_to),
    ]
}

fn dispute(ledger: &Ledger, dispute: &Dispute, no: usize) -> Vec<String> {
    let client = &ledger.clients[dispute.client];
    vec![
        format!("D26-{no:03}"),
        dispute.invoice_no.clone(),
        client.name.clone(),
        dispute.amount.to_string(),
        client.currency.code().to_owned(),
        dispute.verdict.to_owned(),
        iso(dispute.resolved),
    ]
}

fn sent(ledger: &Ledger, sent: &Sent) -> Vec<String> {
    let client = &ledger.clients[sent.client];
    vec![
        sent.no.clone(),
        client.no.clone(),
        client.name.clone(),
        iso(sent.date),
        iso(sent.date),
        client.currency.code().to_owned(),
        sent.gross.to_string(),
    ]
}
