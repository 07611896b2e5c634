//! The release gate from outside: what holds an invoice, the waiver and when it ends, the certificate.

use tieout::base::Date;
use tieout::engine::{Rejected, Workbench};
use tieout::ingest;
use tieout::report;
use tieout::rules::{Clearance, Release, Waiver, grounds, holding, release};
use tieout::session::Command;
use tieout::view::release::{Choice, Show, view};
use tieout::words::Lang;

const INVOICES: &str = "Invoice No,Customer,Invoice Date,Currency,Net,Tax,Total\n\
    INV-1,Calder Bio,2026-10-10,USD,100.00,10.00,110.00\n\
    INV-2,Calder Bio,2026-10-11,USD,90.00,9.00,98.00\n\
    INV-3,Orrin,2026-10-12,EUR,50.00,0.00,50.00\n";
const LINES: &str = "Invoice No,Job No,Charge Code,Quantity,Unit Price,Net\n\
    INV-1,J-1,FREIGHT,1,100.00,100.00\n\
    INV-2,J-2,FREIGHT,1,90.00,90.00\n\
    INV-3,J-3,FREIGHT,1,50.00,50.00\n";

fn bench(invoices: &str) -> Workbench {
    let mut bench = Workbench::default();
    for (name, text) in [("invoices.csv", invoices), ("lines.csv", LINES)] {
        bench.load(ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file"));
    }
    let as_of = Date::from_ymd_opt(2026, 11, 6);
    bench.apply(Command::SetAsOf(as_of)).expect("a date is always taken");
    bench.derive();
    bench
}

fn state(release: &Release, no: &str) -> Clearance {
    release.invoices.iter().find(|invoice| invoice.no == no).expect("an invoice").clearance
}

fn waive(bench: &mut Workbench, no: &str, reason: &str, approver: &str) -> Result<(), Rejected> {
    let results = bench.results();
    let cleared = release(results);
    let value = cleared.invoices.iter().find(|i| i.no == no).and_then(|invoice| invoice.value);
    let waiver = Waiver {
        reason: reason.to_owned(),
        approver: approver.to_owned(),
        value,
        findings: grounds(&holding(results, no)),
    };
    let taken = bench.apply(Command::Waive { invoice: no.to_owned(), waiver: Box::new(waiver) });
    bench.derive();
    taken
}

#[test]
fn a_waived_invoice_goes_out_and_the_three_lists_are_all_invoices() {
    let mut bench = bench(INVOICES);
    let before = release(bench.results());
    assert_eq!(state(&before, "INV-2"), Clearance::Blocked, "net and tax are not its total");
    assert!(before.holds());
    waive(&mut bench, "INV-2", "Agreed by mail on 5 November", "M. Kim").expect("taken");
    let after = release(bench.results());
    assert_eq!(state(&after, "INV-2"), Clearance::Waived);
    assert!(after.holds());
    assert_eq!(after.held_count() + 1, before.held_count());
    bench.apply(Command::Undo).expect("something to undo");
    assert_eq!(state(&release(bench.derive()), "INV-2"), Clearance::Blocked);
}

#[test]
fn a_waiver_ends_when_the_amount_changes() {
    let mut first = bench(INVOICES);
    waive(&mut first, "INV-2", "Agreed by mail", "M. Kim").expect("taken");
    let session = first.save().to_bytes();
    let mut later = bench(&INVOICES.replace("98.00", "95.00"));
    later.open(&session).expect("a session file");
    let cleared = release(later.derive());
    assert_eq!(state(&cleared, "INV-2"), Clearance::Blocked);
    let invoice = cleared.invoices.iter().find(|i| i.no == "INV-2").expect("an invoice");
    assert!(invoice.waiver_expired);
}

#[test]
fn a_waiver_needs_a_reason_and_a_name() {
    let mut bench = bench(INVOICES);
    assert_eq!(waive(&mut bench, "INV-2", " ", "M. Kim"), Err(Rejected::EmptyReason));
    assert_eq!(waive(&mut bench, "INV-2", "Agreed", ""), Err(Rejected::NoApprover));
}

#[test]
fn the_certificate_names_inputs_waivers_checks_and_the_journal() {
    let mut bench = bench(INVOICES);
    waive(&mut bench, "INV-2", "Agreed by mail on 5 November", "M. Kim").expect("taken");
    bench
        .apply(Command::SwitchRule { rule: "ARI-01".to_owned(), on: false })
        .expect("a known rule");
    let results = bench.derive().clone();
    let section = report::section(&results, Lang::En, "certificate").expect("a section");
    let text = format!("{section:?}");
    let hash = results.journal.last().expect("entries").clone();
    let file = results.intake.files.first().expect("a file").sha256.clone();
    let wanted = ["M. Kim", "Agreed by mail", "switched off in the settings", &hash, &file];
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted} is not on the certificate");
    }
    let ask = |certificate: &str| {
        let choice = Choice { certificate: certificate.to_owned(), ..Choice::default() };
        view(&results, &choice, Lang::En).checked.expect("an answer").mark
    };
    assert_eq!(ask(&hash), "tied");
    assert_eq!(ask(&results.journal[0]), "review");
    assert_eq!(ask("0123456789abcdef"), "break");
}

#[test]
fn the_screen_shows_the_list_and_what_holds() {
    let bench = bench(INVOICES);
    let choice = Choice { rows: 10, invoice: Some("inv 2".to_owned()), ..Choice::default() };
    let shown = view(bench.results(), &choice, Lang::En);
    assert!(shown.holds && shown.lists[0].on && shown.lists[0].show == Show::Held);
    assert!(shown.rows.iter().any(|row| row.no == "INV-2" && row.held_by.contains("ARI-03")));
    let open = shown.open.expect("the invoice that was asked for");
    assert!(open.findings.iter().any(|finding| finding.code == "ARI-03"));
}
