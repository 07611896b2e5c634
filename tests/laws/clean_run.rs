//! An invoice run in which everything is right has no finding, whatever its amounts.

use std::fmt::Write;

use proptest::prelude::*;
use tieout::base::{Currency, Decimal, Money};
use tieout::table::Kind;

use super::check;

#[derive(Clone, Debug)]
struct Line {
    qty: i64,
    /// Unit price in hundredths of a minor unit: prices have more decimals than amounts.
    price: i64,
    /// Share in percent; 0 is none.
    discount: i64,
}

#[derive(Clone, Debug)]
struct Bill {
    currency: &'static str,
    tax_percent: i64,
    lines: Vec<Line>,
    /// Followed by a credit note over the whole of it, and billed again.
    is_rebilled: bool,
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = (1..500_i64, 1..2_000_000_i64, prop_oneof![3 => Just(0_i64), 1 => 1..40_i64]);
    let line = line.prop_map(|(qty, price, discount)| Line { qty, price, discount });
    prop::collection::vec(line, 1..5)
}

fn bill() -> impl Strategy<Value = Bill> {
    let currency = prop_oneof![Just("USD"), Just("KRW"), Just("KWD")];
    let tax = prop_oneof![Just(0_i64), Just(10_i64), Just(19_i64)];
    (currency, tax, lines(), prop::bool::weighted(0.2)).prop_map(
        |(currency, tax_percent, lines, is_rebilled)| Bill {
            currency,
            // Korea has one rate beside nought.
            tax_percent: if currency == "KRW" { tax_percent.min(10) } else { tax_percent },
            lines,
            is_rebilled,
        },
    )
}

#[derive(Default)]
struct Run {
    invoices: String,
    lines: String,
    invoice_numbers: u32,
    credit_numbers: u32,
}

impl Run {
    fn add(&mut self, job: usize, bill: &Bill) {
        let first = self.document(job, bill, None);
        if bill.is_rebilled {
            self.document(job, bill, Some(&first));
            self.document(job, bill, None);
        }
    }

    fn document(&mut self, job: usize, bill: &Bill, credits: Option<&str>) -> String {
        let series =
            if credits.is_some() { &mut self.credit_numbers } else { &mut self.invoice_numbers };
        *series += 1;
        let (prefix, kind) =
            if credits.is_some() { ("CN26", "Credit note") } else { ("CI26", "Invoice") };
        let no = format!("{prefix}-{series:05}");
        let sign = if credits.is_some() { -Decimal::ONE } else { Decimal::ONE };
        let currency = Currency::parse(bill.currency).expect("a known code");
        let mut net = Decimal::ZERO;
        for (at, line) in bill.lines.iter().enumerate() {
            let price = Decimal::new(line.price, currency.exponent() + 2);
            let off = Decimal::new(line.discount, 2);
            let exact = sign * Decimal::from(line.qty) * price * (Decimal::ONE - off);
            let amount = Money::round(exact, currency).expect("a small amount").decimal();
            net += amount;
            let qty = sign * Decimal::from(line.qty);
            let at = at + 1;
            writeln!(
                self.lines,
                "{no},{at},J26-{job:04},SVC{at},{qty},{price},{off},{amount},{}",
                bill.currency
            )
            .expect("text");
        }
        let rate = Decimal::new(bill.tax_percent, 2);
        let tax = Money::round(net * rate, currency).expect("a small amount").decimal();
        let gross = net + tax;
        let original = credits.unwrap_or_default();
        writeln!(
            self.invoices,
            "{no},{kind},{original},Client {job},2026-10-30,2026-11-29,{net},{rate},{tax},{gross},{}",
            bill.currency
        )
        .expect("text");
        no
    }
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn a_clean_run_has_no_finding(bills in prop::collection::vec(bill(), 1..20)) {
        let mut run = Run::default();
        for (job, bill) in bills.iter().enumerate() {
            run.add(job, bill);
        }
        let invoices = format!(
            "invoice_no,doc_type,original_invoice,customer_name,invoice_date,due_date,net,tax_rate,tax,gross,currency\n{}",
            run.invoices
        );
        let lines = format!(
            "invoice_no,line_no,job_no,service_code,qty,unit_price,discount,net,currency\n{}",
            run.lines
        );
        let qc = check(&[(Kind::Invoices, invoices), (Kind::Lines, lines)]);
        prop_assert!(qc.findings.is_empty(), "{:#?}", qc.findings);
        // No finding means something only where the checks ran.
        for code in ["ID-01", "ID-02", "ID-04", "ID-05", "ID-07", "CMP-01", "CMP-02", "CMP-03", "CMP-10",
            "ARI-01", "ARI-02", "ARI-03", "ARI-06", "ARI-07", "TAX-01", "CRB-01", "SEQ-01"] {
            prop_assert!(qc.ran.iter().any(|ran| ran.rule == code), "{code} did not run");
        }
    }
}
