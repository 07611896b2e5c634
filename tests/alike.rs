//! Look-alikes and rounding forensics from outside.

use tieout::base::Date;
use tieout::engine::Workbench;
use tieout::ingest;
use tieout::rules::{Finding, Results, alike, forensic};
use tieout::session::Command;

fn bench(files: &[(&str, &str)]) -> Workbench {
    let mut bench = Workbench::default();
    for (name, text) in files {
        bench.load(ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file"));
    }
    let as_of = Date::from_ymd_opt(2026, 11, 6);
    bench.apply(Command::SetAsOf(as_of)).expect("a date is always taken");
    bench.derive();
    bench
}

fn finding<'r>(results: &'r Results, rule: &str, invoice: &str) -> &'r Finding {
    let mut all = results.qc.findings.iter().filter(|finding| finding.rule == rule);
    let found = all.find(|finding| finding.invoice.as_deref() == Some(invoice));
    found.unwrap_or_else(|| panic!("no {rule} on {invoice}"))
}

const RATES: &str = "Customer,Service Code,Unit Price,Currency,Valid From\n\
    Calder Bio,FRT,100.00,USD,2026-01-01\n\
    Orrin,FRT,100.00,USD,2026-01-01\n";

/// September's invoice is of an earlier period; the fifth is of another customer.
const LINES: &str = "Invoice No,Line No,Customer,Service Date,Service Code,Quantity,Unit Price,Net,Currency\n\
    I-1,1,Calder Bio,2026-10-05,FRT,1,110.00,110.00,USD\n\
    I-2,1,Calder Bio,2026-09-07,FRT,2,110.00,220.00,USD\n\
    I-3,1,Calder Bio,2026-10-09,FRT,1,120.00,120.00,USD\n\
    I-4,1,Calder Bio,2026-10-10,FRT,1,100.00,100.00,USD\n\
    I-5,1,Orrin,2026-10-11,FRT,1,110.00,110.00,USD\n";
const INVOICES: &str = "Invoice No,Customer,Invoice Date,Currency,Net,Tax,Total\n\
    I-1,Calder Bio,2026-10-31,USD,110.00,0.00,110.00\n\
    I-2,Calder Bio,2026-09-30,USD,220.00,0.00,220.00\n\
    I-3,Calder Bio,2026-10-31,USD,120.00,0.00,120.00\n\
    I-4,Calder Bio,2026-10-31,USD,100.00,0.00,100.00\n\
    I-5,Orrin,2026-10-31,USD,110.00,0.00,110.00\n";

#[test]
fn one_error_finds_all_of_its_customer_charge_and_rate_also_in_earlier_periods() {
    let bench = bench(&[("rates.csv", RATES), ("lines.csv", LINES), ("invoices.csv", INVOICES)]);
    let results = bench.results();
    let (signature, all) = alike(results, finding(results, "PRC-03", "I-1"));
    assert!(signature.rate.is_some() && signature.charge.is_some());
    let listed: Vec<(&str, bool)> = all
        .iter()
        .map(|alike| (alike.finding.invoice.as_deref().unwrap_or_default(), alike.same_ratio))
        .collect();
    assert_eq!(listed, [("I-2", true), ("I-1", true), ("I-3", false)]);
}

fn tax(invoice_tax: &str, rate: &str, nets: &[&str]) -> Option<(&'static str, bool)> {
    let cents = |text: &str| text.replace('.', "").parse::<i64>().expect("an amount");
    let net: i64 = nets.iter().copied().map(cents).sum();
    let gross = net + cents(invoice_tax);
    let text = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
    let invoices = format!(
        "Invoice No,Customer,Invoice Date,Currency,Net,Tax Rate,Tax,Total\n\
         T-1,Calder Bio,2026-10-31,USD,{},{rate},{invoice_tax},{}\n\
         T-2,Calder Bio,2026-10-31,USD,100.00,{rate},10.00,110.00\n",
        text(net),
        text(gross),
    );
    let mut lines = "Invoice No,Line No,Service Code,Net,Currency\n".to_owned();
    for (at, net) in nets.iter().enumerate() {
        lines.push_str(&format!("T-1,{},FRT,{net},USD\n", at + 1));
    }
    lines.push_str("T-2,1,FRT,100.00,USD\n");
    let bench = bench(&[("invoices.csv", &invoices), ("lines.csv", &lines)]);
    let results = bench.results();
    let mut findings = results.qc.findings.iter().filter(|f| f.invoice.as_deref() == Some("T-1"));
    let found = findings.find(|f| ["ARI-10", "TAX-01"].contains(&f.rule))?;
    forensic(results, found).map(|forensic| (forensic.key, forensic.explained))
}

#[test]
fn a_tax_off_by_a_cent_says_which_way_of_rounding_gives_it() {
    // 10 % of 0.19 is 0.019: on the document 0.02, dropped 0.01.
    assert_eq!(tax("0.01", "10%", &["0.19"]), Some(("forensic-truncate", true)));
    // Twice 0.05 on the lines is 0.01 each; 10 % of 0.10 on the document is 0.01.
    assert_eq!(tax("0.02", "10%", &["0.05", "0.05"]), Some(("forensic-lines", true)));
    // Nothing that rounding does makes a dollar.
    assert_eq!(tax("11.00", "10%", &["50.00", "50.00"]), Some(("forensic-error", false)));
}

/// A list by number alone, beside the list of customers that has their names.
#[test]
fn a_customer_who_is_only_numbered_goes_by_the_name_of_the_customer_list() {
    let invoices = "Invoice No,Client Code,Invoice Date,Currency,Net,Tax,Total\n\
        I-1,C1004,2026-10-31,USD,100.00,0.00,120.00\n\
        I-2,C9999,2026-10-31,USD,100.00,0.00,130.00\n";
    let customers = "Client Code,Client Name,Currency\nC1004,Tessera CRO,USD\n";
    let bench = bench(&[("invoices.csv", invoices), ("customers.csv", customers)]);
    let customer = |no: &str| finding(bench.results(), "ARI-03", no).customer.as_deref();
    assert_eq!([customer("I-1"), customer("I-2")], [Some("Tessera CRO"), Some("C9999")]);
}
