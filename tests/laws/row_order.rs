//! The order of the rows of a file never decides what is found, only which of two equals is shown.

use proptest::prelude::*;
use tieout::rules::Qc;
use tieout::table::Kind;

use super::check;

/// Rows from a small world, so that numbers, jobs and amounts collide all the time.
fn invoice() -> impl Strategy<Value = String> {
    let cell = (1..12_u32, 0..3_u32, 1..4_u32, 0..4_usize, 0..3_usize);
    cell.prop_map(|(no, customer, day, amount, kind)| {
        let net = [100, 200, -100, 0][amount];
        let kind = ["Invoice", "Credit note", ""][kind];
        let gross = net + net / 10 + i32::from(day == 3);
        format!(
            "CI-{no:03},{kind},C{customer},2026-10-0{day},{net}.00,{}.00,{gross}.00,USD",
            net / 10
        )
    })
}

fn line() -> impl Strategy<Value = String> {
    let cell = (1..12_u32, 1..4_u32, 1..3_u32, 1..3_u32, 0..4_usize);
    cell.prop_map(|(no, job, code, qty, amount)| {
        let net = [100, 200, -100, 0][amount];
        format!("CI-{no:03},J{job},S{code},{qty},100.00,{net}.00,USD")
    })
}

/// Rows, and the same rows in another order.
fn shuffled(
    row: impl Strategy<Value = String>,
) -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    prop::collection::vec(row, 1..25)
        .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

fn run(invoices: &[String], lines: &[String]) -> Qc {
    let invoices = format!(
        "invoice_no,doc_type,customer_name,invoice_date,net,tax,gross,currency\n{}\n",
        invoices.join("\n")
    );
    let lines = format!(
        "invoice_no,job_no,service_code,qty,unit_price,net,currency\n{}\n",
        lines.join("\n")
    );
    check(&[(Kind::Invoices, invoices), (Kind::Lines, lines)])
}

/// Which rule found something on which invoice, how often.
fn found(qc: &Qc) -> Vec<(&'static str, Option<&str>)> {
    let mut found: Vec<_> = qc.findings.iter().map(|f| (f.rule, f.invoice.as_deref())).collect();
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn the_order_of_lines_does_not_matter(
        invoices in prop::collection::vec(invoice(), 1..12),
        (lines, other) in shuffled(line()),
    ) {
        let (qc, shuffled) = (run(&invoices, &lines), run(&invoices, &other));
        prop_assert_eq!(found(&qc), found(&shuffled));
    }

    #[test]
    fn findings_stand_in_the_order_of_catalogue_and_rows(
        invoices in prop::collection::vec(invoice(), 1..12),
        lines in prop::collection::vec(line(), 1..25),
    ) {
        let qc = run(&invoices, &lines);
        let places: Vec<_> = qc.findings.iter().map(|finding| {
            let rule = qc.ran.iter().position(|ran| ran.rule == finding.rule);
            (rule, finding.at)
        }).collect();
        prop_assert!(places.is_sorted(), "{places:?}");
        let mut keys: Vec<_> = qc.findings.iter().map(|finding| &finding.key).collect();
        keys.sort_unstable();
        prop_assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "two findings share a key");
    }
}
