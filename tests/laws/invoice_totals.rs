//! The totals of EN 16931 a second time, in whole numbers of the minor unit, over documents with more
//! to go wrong: several rates, allowances, prices for a hundred, prepayment, rounding, credit notes, and
//! currencies with no, two and three decimals. Both must name the same documents, exactly.
//!
//! BR-CO-10, 13, 14, 15, 16 and the line arithmetic of Peppol R120.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use tieout::table::Kind;

use super::check;

#[derive(Clone, Debug)]
struct Line {
    /// In thousandths.
    qty: i128,
    /// In hundredths of the minor unit.
    price: i128,
    /// The price is for so many.
    base: i128,
    /// Percent taken off the line.
    allowance: i128,
    tax_percent: i128,
    /// The line's amount is off by so many minor units; a line that is off has no allowance.
    off: i128,
    /// The price for a hundred was taken for the price of one.
    is_plain: bool,
}

#[derive(Clone, Debug)]
struct Document {
    is_credit: bool,
    lines: Vec<Line>,
    /// Tax is rounded once for each rate, not on each line.
    tax_by_rate: bool,
    prepaid: i128,
    rounding: i128,
    net_off: i128,
    tax_off: i128,
    gross_off: i128,
    due_off: i128,
}

fn line() -> impl Strategy<Value = Line> {
    let allowance = prop_oneof![3 => Just(0_i128), 1 => 1..40_i128];
    let tax = prop_oneof![Just(7_i128), Just(19)];
    let base = prop_oneof![3 => Just(1_i128), 1 => Just(100)];
    let off = prop_oneof![9 => Just(0_i128), 1 => -3..=3_i128];
    let figures = (1_000..90_000_i128, 5_000..900_000_i128);
    (figures, base, allowance, tax, off, prop::bool::weighted(0.3)).prop_map(
        |((qty, price), base, allowance, tax_percent, off, is_plain)| {
            let is_plain = is_plain && base > 1 && allowance == 0;
            let off = if base > 1 || allowance > 0 { 0 } else { off };
            Line { qty, price, base, allowance, tax_percent, off, is_plain }
        },
    )
}

fn document() -> impl Strategy<Value = Document> {
    let off = || prop_oneof![9 => Just(0_i128), 1 => -60..=60_i128];
    let lines = prop::collection::vec(line(), 1..6);
    let flags = (prop::bool::weighted(0.2), any::<bool>());
    let paid = (prop_oneof![2 => Just(0_i128), 1 => 1..400_i128], -4..=4_i128);
    (flags, lines, paid, off(), off(), off(), off()).prop_map(
        |((is_credit, tax_by_rate), lines, (prepaid, rounding), net, tax, gross, due)| Document {
            is_credit,
            lines,
            tax_by_rate,
            // What is credited was not paid before.
            prepaid: if is_credit { 0 } else { prepaid },
            rounding,
            net_off: net,
            tax_off: tax,
            gross_off: gross,
            due_off: due,
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
    match digits {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:0width$}", width = digits as usize),
    }
}

/// The figures as the file shows them, and what is wrong with them.
struct Shown {
    nets: Vec<i128>,
    taxes: Vec<i128>,
    net: i128,
    tax: i128,
    gross: i128,
    due: i128,
    wrong: BTreeSet<String>,
}

fn show(no: &str, document: &Document) -> Shown {
    let mut wrong = BTreeSet::new();
    let mut nets = Vec::new();
    for (at, line) in document.lines.iter().enumerate() {
        let base = if line.is_plain { 1 } else { line.base };
        // Thousandths × hundredths of the minor unit × percent.
        let exact = line.qty * line.price * (100 - line.allowance);
        let net = divide(exact, 1_000 * 100 * 100 * base) + line.off;
        nets.push(net);
        if line.off != 0 {
            wrong.insert(format!("ARI-01:{no}:{}", at + 1));
        }
        if line.is_plain && divide(exact, 1_000 * 100 * 100 * line.base) != net {
            wrong.insert(format!("ARI-08:{no}:{}", at + 1));
        }
    }
    let taxes: Vec<i128> =
        nets.iter().zip(&document.lines).map(|(net, l)| divide(net * l.tax_percent, 100)).collect();
    let by_line: i128 = taxes.iter().sum();
    let by_rate: i128 = [7, 19]
        .into_iter()
        .map(|rate| {
            let of_rate = nets.iter().zip(&document.lines).filter(|(_, l)| l.tax_percent == rate);
            divide(of_rate.map(|(net, _)| net).sum::<i128>() * rate, 100)
        })
        .sum();
    let net = nets.iter().sum::<i128>() + document.net_off;
    let tax = if document.tax_by_rate { by_rate } else { by_line } + document.tax_off;
    let gross = net + tax + document.gross_off;
    let expected_due = gross - document.prepaid + document.rounding;
    if document.net_off != 0 {
        wrong.insert(format!("ARI-02:{no}"));
    }
    // A minor unit a line is allowed, or the tax of the document for each rate.
    if (tax - by_line).unsigned_abs() > nets.len() as u128 && tax != by_rate {
        wrong.insert(format!("ARI-04:{no}"));
    }
    if document.gross_off != 0 {
        wrong.insert(format!("ARI-03:{no}"));
    }
    if document.due_off != 0 {
        wrong.insert(format!("ARI-05:{no}"));
    }
    Shown { nets, taxes, net, tax, gross, due: expected_due + document.due_off, wrong }
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn two_implementations_name_the_same_documents(
        (code, digits) in prop_oneof![Just(("KRW", 0_u32)), Just(("EUR", 2)), Just(("KWD", 3))],
        documents in prop::collection::vec(document(), 4..14),
    ) {
        let mut invoices = String::from(
            "invoice_no,doc_type,net,tax,gross,prepaid,rounding_amount,open_amount,currency\n",
        );
        let mut lines = String::from(
            "invoice_no,line_no,qty,unit,unit_price,price_unit,discount,net,tax_rate,tax,currency\n",
        );
        let mut expected = BTreeSet::new();
        for (at, document) in documents.iter().enumerate() {
            let no = format!("CI{at:04}");
            let shown = show(&no, document);
            // A document that comes to nothing or less is another rule's affair.
            prop_assume!(shown.nets.iter().all(|&net| net > 0));
            prop_assume!([shown.net, shown.tax, shown.gross, shown.due].iter().all(|&sum| sum > 0));
            let sign = if document.is_credit { -1 } else { 1 };
            let money = |minor: i128| text(sign * minor, digits);
            for (i, line) in document.lines.iter().enumerate() {
                let (qty, price) = (text(sign * line.qty, 3), text(line.price, digits + 2));
                let base = if line.base > 1 { line.base.to_string() } else { String::new() };
                let (off, rate) = (text(line.allowance, 2), text(line.tax_percent, 2));
                let (net, tax) = (money(shown.nets[i]), money(shown.taxes[i]));
                let row = format!("{no},{},{qty},pcs,{price},{base},{off},{net},{rate},{tax},{code}", i + 1);
                writeln!(lines, "{row}").expect("text");
            }
            let kind = if document.is_credit { "Credit note" } else { "Invoice" };
            let totals = [shown.net, shown.tax, shown.gross].map(money).join(",");
            let due = [document.prepaid, document.rounding, shown.due].map(money).join(",");
            writeln!(invoices, "{no},{kind},{totals},{due},{code}").expect("text");
            expected.extend(shown.wrong);
        }
        // Where most amounts due are another sum, the file does not mean this one.
        let off = documents.iter().filter(|document| document.due_off != 0).count();
        prop_assume!(off * 2 <= documents.len());

        let qc = check(&[(Kind::Invoices, invoices), (Kind::Lines, lines)]);
        let codes = ["ARI-01", "ARI-02", "ARI-03", "ARI-04", "ARI-05", "ARI-08"];
        let found = qc.findings.iter().filter(|finding| codes.contains(&finding.rule));
        let found: BTreeSet<String> = found.map(|finding| finding.key.clone()).collect();
        prop_assert_eq!(found, expected);
        for code in codes {
            prop_assert!(qc.ran.iter().any(|ran| ran.rule == code), "{} did not run", code);
        }
    }
}
