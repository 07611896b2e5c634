//! The workbench from outside: loading, deciding, undoing, saving. Real readers, small files.

use std::collections::BTreeSet;
use std::sync::Arc;

use tieout::base::Date;
use tieout::engine::{Loaded, Rejected, Workbench};
use tieout::ingest;
use tieout::rules::{Clearance, Results, Verdict, release};
use tieout::session::{Command, SessionFileProblem};

const JOBS: &str = "Job No,Customer,Status,Delivery Date,POD Date,Est. Revenue,Currency\n\
    J-1,Calder Bio,Delivered,2026-10-01,2026-10-02,100.00,USD\n\
    J-2,Calder Bio,Delivered,2026-10-03,2026-10-04,250.00,USD\n\
    J-3,Orrin,In transit,,,80.00,USD\n";
const INVOICES: &str = "Invoice No,Customer,Invoice Date,Currency,Net,Tax,Total\n\
    INV-1,Calder Bio,2026-10-10,USD,100.00,10.00,110.00\n\
    INV-2,Calder Bio,2026-10-11,USD,90.00,9.00,98.00\n";
const LINES: &str = "Invoice No,Job No,Charge Code,Quantity,Unit Price,Net\n\
    INV-1,J-1,FREIGHT,1,100.00,100.00\n\
    INV-2,J-9,FREIGHT,1,90.00,90.00\n";
const FILES: [(&str, &str); 3] =
    [("jobs.csv", JOBS), ("invoices.csv", INVOICES), ("lines.csv", LINES)];

fn bench(files: &[(&str, &str)]) -> Workbench {
    let mut bench = Workbench::default();
    for (name, text) in files {
        load(&mut bench, name, text);
    }
    let as_of = Date::from_ymd_opt(2026, 11, 6);
    bench.apply(Command::SetAsOf(as_of)).expect("a date is always taken");
    bench.derive();
    bench
}

fn load(bench: &mut Workbench, name: &str, text: &str) -> Loaded {
    let raw = ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file");
    bench.load(raw)
}

fn keys(results: &Results) -> BTreeSet<String> {
    results.qc.findings.iter().map(|finding| finding.key.clone()).collect()
}

fn dismiss(bench: &mut Workbench, rule: &str) {
    let found = bench.results().qc.findings.iter().filter(|finding| finding.rule == rule);
    let findings: Vec<_> = found.map(|f| (f.key.clone(), f.at_stake)).collect();
    assert!(!findings.is_empty(), "no finding of {rule}");
    let verdict = Verdict::Dismissed { reason: "agreed with the client".to_owned() };
    bench.apply(Command::Decide { findings, verdict }).expect("a reason is given");
    bench.derive();
}

fn open(results: &Results) -> usize {
    results.qc.findings.iter().filter(|f| results.decisions.is_open(f)).count()
}

#[test]
fn the_order_of_loading_decides_nothing() {
    let there = bench(&FILES);
    let back = bench(&[FILES[2], FILES[1], FILES[0]]);
    assert!(!keys(there.results()).is_empty());
    assert_eq!(keys(there.results()), keys(back.results()));
    assert_eq!(there.results().ties, back.results().ties);
    assert!(there.results().conservation.holds());
}

#[test]
fn planted_faults_are_found_and_hold_their_invoice() {
    let bench = bench(&FILES);
    let rules: BTreeSet<&str> = bench.results().qc.findings.iter().map(|f| f.rule).collect();
    assert!(rules.contains("ARI-03"), "net + tax is not gross on INV-2: {rules:?}");
    assert!(rules.contains("REF-04"), "J-9 is no job: {rules:?}");
    let release = release(bench.results());
    assert!(release.holds());
    let clear = |no: &str| release.invoices.iter().find(|i| i.no == no).map(|i| i.clearance);
    assert_eq!(clear("INV-1"), Some(Clearance::Released));
    assert_eq!(clear("INV-2"), Some(Clearance::Blocked));
}

#[test]
fn undo_takes_a_decision_back_and_redo_puts_it_in_again() {
    let mut bench = bench(&FILES);
    let before = open(bench.results());
    dismiss(&mut bench, "ARI-03");
    let after = open(bench.results());
    assert!(after < before);
    bench.apply(Command::Undo).expect("there is a decision");
    assert_eq!(open(bench.derive()), before);
    bench.apply(Command::Redo).expect("there is an undone decision");
    assert_eq!(open(bench.derive()), after);
    assert_eq!(bench.apply(Command::Redo), Err(Rejected::NothingToRedo));
    assert_eq!(bench.journal().entries().len(), 4);
}

#[test]
fn a_decision_reads_no_sheet_again() {
    let mut bench = bench(&FILES);
    let before = bench.results().clone();
    dismiss(&mut bench, "REF-04");
    let after = bench.results();
    assert!(Arc::ptr_eq(&before.book, &after.book));
    assert!(Arc::ptr_eq(&before.qc, &after.qc));
    assert!(Arc::ptr_eq(&before.unbilled, &after.unbilled));
}

#[test]
fn a_dismissal_comes_back_when_the_amount_changes() {
    let mut first = bench(&FILES);
    dismiss(&mut first, "ARI-03");
    let session = first.save().to_bytes();
    let changed = INVOICES.replace("98.00", "95.00");
    let mut later = bench(&[FILES[0], ("invoices.csv", &changed), FILES[2]]);
    later.open(&session).expect("a session file");
    later.derive();
    let results = later.results();
    let finding = results.qc.findings.iter().find(|f| f.rule == "ARI-03").expect("still wrong");
    assert!(results.decisions.is_open(finding), "decided for another amount");
}

#[test]
fn a_session_file_brings_decisions_back_and_names_what_is_missing() {
    let mut first = bench(&FILES);
    dismiss(&mut first, "ARI-03");
    let bytes = first.save().to_bytes();
    let mut second = bench(&FILES[..2]);
    let missing = second.open(&bytes).expect("a session file");
    assert_eq!(missing, ["lines.csv"]);
    load(&mut second, FILES[2].0, FILES[2].1);
    assert_eq!(open(second.derive()), open(first.results()));
    let tampered = String::from_utf8(bytes).expect("JSON").replace("agreed with", "agreed by");
    assert!(matches!(second.open(tampered.as_bytes()), Err(SessionFileProblem::Changed(_))));
    assert_eq!(second.open(b"{}"), Err(SessionFileProblem::NotASessionFile));
}

#[test]
fn the_same_file_is_not_counted_twice_and_a_removed_one_comes_back() {
    let mut bench = bench(&FILES);
    let all = keys(bench.results());
    assert!(matches!(load(&mut bench, "copy of lines.csv", LINES), Loaded::Already(_)));
    let lines = bench.intake().files.iter().find(|f| &*f.name == "lines.csv").expect("loaded");
    let sha256 = lines.sha256.clone();
    bench.apply(Command::RemoveFile { file: sha256 }).expect("a loaded file");
    assert_ne!(keys(bench.derive()), all);
    assert!(matches!(load(&mut bench, "lines.csv", LINES), Loaded::New(_)));
    assert_eq!(keys(bench.derive()), all);
}

#[test]
fn a_dismissal_without_a_reason_is_not_taken() {
    let mut bench = bench(&FILES);
    let verdict = Verdict::Dismissed { reason: "  ".to_owned() };
    let decided = bench.apply(Command::Decide { findings: Vec::new(), verdict });
    assert_eq!(decided, Err(Rejected::EmptyReason));
    assert_eq!(bench.apply(Command::RemoveFile { file: "0".into() }), Err(Rejected::UnknownFile));
}
