//! ID-06: two invoice numbers that a reader takes for one (O for 0, I for 1, two digits changed
//! over) with the same amount.
//!
//! Digits changed over prove little inside one series, so they count only for one customer, within
//! three days, and where the amount is not one that this customer is billed again and again.

use crate::base::{Date, Money, QuickMap, Severity};
use crate::model::{Invoice, Owner};
use crate::rules::identity::equal_gross::of_equal_gross;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ID-06",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::InvoiceNo),
        Need::AnyColumn(&[(Kind::Invoices, Field::Gross), (Kind::Invoices, Field::Amount)]),
    ],
    check,
};

const DAYS_MAX: i64 = 3;

/// An amount that a customer is billed more often than this is a price.
const PRICE_MIN: u32 = 4;

fn check(case: &Case, findings: &mut Findings) {
    let mut by_shape: QuickMap<(Money, String), Invoice> = QuickMap::default();
    let mut by_digits: QuickMap<_, Vec<(Date, Invoice)>> = QuickMap::default();
    let known: Vec<(Invoice, Money)> = of_equal_gross(case.book).collect();
    let mut alone: QuickMap<(Money, &str), u32> = QuickMap::default();
    for (invoice, gross) in &known {
        *alone.entry((*gross, invoice.customer_label().unwrap_or_default())).or_default() += 1;
    }
    for (invoice, gross) in known {
        let shape = (gross, shape(invoice.key()));
        if let Some(first) = by_shape.get(&shape) {
            report(first, &invoice, gross, findings);
            continue;
        }
        by_shape.insert(shape, invoice);
        let (Some(customer), Some(date)) = (invoice.customer_label(), invoice.date()) else {
            continue;
        };
        if alone.get(&(gross, customer)).is_some_and(|count| *count > PRICE_MIN) {
            continue;
        }
        let alike = by_digits.entry((gross, customer, sorted(invoice.key()))).or_default();
        let is_twin = |&&(day, other): &&(Date, Invoice)| {
            let days = (date - day).num_days().abs();
            days <= DAYS_MAX && is_swapped(other.key(), invoice.key())
        };
        if let Some((_, first)) = alike.iter().find(is_twin) {
            report(first, &invoice, gross, findings);
        }
        alike.push((date, invoice));
    }
}

/// The number with every letter that looks like a digit written as that digit.
fn shape(no: &str) -> String {
    no.chars()
        .map(|c| match c.to_ascii_uppercase() {
            'O' | 'Q' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

fn sorted(no: &str) -> Vec<u8> {
    let mut bytes = no.as_bytes().to_vec();
    bytes.sort_unstable();
    bytes
}

/// Whether two neighbouring characters changed places and nothing else did.
fn is_swapped(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let differ: Vec<usize> = (0..a.len().min(b.len())).filter(|&at| a[at] != b[at]).collect();
    matches!(differ[..], [x, y] if y == x + 1 && a[x] == b[y] && a[y] == b[x] && a.len() == b.len())
}

fn report(first: &Invoice, second: &Invoice, gross: Money, findings: &mut Findings) {
    let cells = (first.source(Field::InvoiceNo), second.source(Field::InvoiceNo));
    let (Some(other), Some(at)) = cells else { return };
    let finding = findings
        .at(at, &format!("{}:{}", first.no(), second.no()))
        .arg("first", first.no())
        .arg("second", second.no())
        .arg("gross", gross)
        .found(second.no())
        .stake(Some(gross))
        .evidence("evidence-other-invoice", other)
        .of_invoice(Some(*second));
    findings.push(finding);
}
