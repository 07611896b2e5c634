//! The release list and the hold list. Together they hold every invoice once.

use crate::base::Sums;
use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::{Clearance, InvoiceClearance, Results, release};
use crate::words::{self, Lang};

pub(super) fn released(results: &Results, lang: Lang) -> Section {
    list(results, lang, "release", |clearance| !clearance.is_held())
}

pub(super) fn held(results: &Results, lang: Lang) -> Section {
    list(results, lang, "hold", Clearance::is_held)
}

fn list(
    results: &Results,
    lang: Lang,
    key: &'static str,
    wanted: fn(Clearance) -> bool,
) -> Section {
    let column = |key, align, width| text::column(lang, key, align, width);
    let release = release(results);
    let invoices: Vec<_> = release.invoices.iter().filter(|i| wanted(i.clearance)).collect();
    let total: Sums = invoices.iter().filter_map(|invoice| invoice.value).collect();
    let table = Table {
        title: String::new(),
        columns: vec![
            column("field-invoice-no", Align::Start, 18),
            column("field-customer-name", Align::Start, 28),
            column("col-amount", Align::End, 16),
            column("field-currency", Align::Start, 9),
            column("col-clearance", Align::Start, 16),
            column("col-held-by", Align::Start, 36),
            column("col-source", Align::Start, 40),
        ],
        rows: invoices.iter().map(|invoice| row(results, lang, invoice)).collect(),
        totals: total
            .iter()
            .map(|sum| {
                vec![
                    Cell::Text(words::text(lang, "total")),
                    Cell::Blank,
                    Cell::Money(sum),
                    text::code(Some(sum)),
                ]
            })
            .collect(),
    };
    Section {
        key,
        title: words::text(lang, &format!("section-{key}")),
        notes: Vec::new(),
        tables: vec![table],
    }
}

fn row(results: &Results, lang: Lang, invoice: &InvoiceClearance) -> Vec<Cell> {
    vec![
        Cell::Text(invoice.no.clone()),
        text::text(invoice.customer.as_deref()),
        text::money(invoice.value),
        text::code(invoice.value),
        Cell::Text(words::text(lang, invoice.clearance.word())),
        if invoice.held_by.is_empty() {
            Cell::Blank
        } else {
            Cell::Text(invoice.held_by.join(", "))
        },
        text::source(results, invoice.at),
    ]
}
