//! The arithmetic of EN 16931 a second time, in whole numbers: both must name the same invoices.
//!
//! BR-CO-10 (Σ lines = net), BR-CO-15 (net + tax = gross), line extension and tax, over generated
//! invoices of which some figures are off by a little.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use tieout::table::Kind;

use super::check;

#[derive(Clone, Debug)]
struct Line {
    /// In thousandths.
    qty: i128,
    /// In ten-thousandths of the currency.
    price: i128,
    off: i128,
}

#[derive(Clone, Debug)]
struct Bill {
    lines: Vec<Line>,
    tax_percent: i128,
    net_off: i128,
    tax_off: i128,
    gross_off: i128,
}

fn bill() -> impl Strategy<Value = Bill> {
    let off = || prop_oneof![6 => Just(0_i128), 1 => -3..=3_i128];
    let line = (1..90_000_i128, 1..9_000_000_i128, off());
    let line = line.prop_map(|(qty, price, off)| Line { qty, price, off });
    let tax = prop_oneof![Just(0_i128), Just(7), Just(19), Just(25)];
    (prop::collection::vec(line, 1..6), tax, off(), off(), off()).prop_map(
        |(lines, tax_percent, net_off, tax_off, gross_off)| Bill {
            lines,
            tax_percent,
            net_off,
            tax_off,
            gross_off,
        },
    )
}

/// Half away from zero, of positive numbers.
fn divide(value: i128, by: i128) -> i128 {
    (2 * value + by) / (2 * by)
}

fn text(scaled: i128, digits: u32) -> String {
    let unit = 10_i128.pow(digits);
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, part) = (scaled.abs() / unit, scaled.abs() % unit);
    format!("{sign}{whole}.{part:0width$}", width = digits as usize)
}

/// The figures of a bill in cents as the file shows them, and what is wrong with them.
struct Shown {
    lines: Vec<i128>,
    net: i128,
    tax: i128,
    gross: i128,
    wrong: BTreeSet<String>,
}

fn show(no: &str, bill: &Bill) -> Shown {
    let mut wrong = BTreeSet::new();
    let mut lines = Vec::new();
    for (at, line) in bill.lines.iter().enumerate() {
        // Thousandths × ten-thousandths, in cents: five digits too many.
        let right = divide(line.qty * line.price, 100_000);
        lines.push(right + line.off);
        if line.off != 0 {
            wrong.insert(format!("ARI-01:{no}:{}", at + 1));
        }
    }
    let net = lines.iter().sum::<i128>() + bill.net_off;
    if bill.net_off != 0 {
        wrong.insert(format!("ARI-02:{no}"));
    }
    let right = divide(net.max(0) * bill.tax_percent, 100);
    let tax = right + bill.tax_off;
    // One cent a line is allowed: tax may be rounded on each of them.
    if bill.tax_off.unsigned_abs() > bill.lines.len() as u128 {
        wrong.insert(format!("TAX-01:{no}"));
    }
    let gross = net + tax + bill.gross_off;
    if bill.gross_off != 0 {
        wrong.insert(format!("ARI-03:{no}"));
    }
    Shown { lines, net, tax, gross, wrong }
}

proptest! {
    #![proptest_config(crate::cases(48))]

    #[test]
    fn two_implementations_find_the_same(bills in prop::collection::vec(bill(), 1..12)) {
        let (mut invoices, mut lines) = (
            String::from("invoice_no,net,tax_rate,tax,gross,currency\n"),
            String::from("invoice_no,line_no,qty,unit_price,net,currency\n"),
        );
        let mut expected = BTreeSet::new();
        for (at, bill) in bills.iter().enumerate() {
            let no = format!("CI{at:04}");
            let shown = show(&no, bill);
            // A document that comes to nothing or less is another rule's affair.
            prop_assume!(shown.net > 0 && shown.lines.iter().all(|&net| net > 0));
            for ((i, line), net) in bill.lines.iter().enumerate().zip(&shown.lines) {
                let (qty, price) = (text(line.qty, 3), text(line.price, 4));
                writeln!(lines, "{no},{},{qty},{price},{},EUR", i + 1, text(*net, 2)).expect("text");
            }
            let (net, tax, gross) = (text(shown.net, 2), text(shown.tax, 2), text(shown.gross, 2));
            writeln!(invoices, "{no},{net},{}%,{tax},{gross},EUR", bill.tax_percent)
                .expect("text");
            expected.extend(shown.wrong);
        }
        let qc = check(&[(Kind::Invoices, invoices), (Kind::Lines, lines)]);
        let codes = ["ARI-01", "ARI-02", "ARI-03", "TAX-01"];
        let found = qc.findings.iter().filter(|finding| codes.contains(&finding.rule));
        let found: BTreeSet<String> = found.map(|finding| finding.key.clone()).collect();
        prop_assert_eq!(found, expected);
        for code in codes {
            prop_assert!(qc.ran.iter().any(|ran| ran.rule == code), "{} did not run", code);
        }
    }
}
