//! The workbench from outside: loading, deciding, undoing, saving. Real readers, small files.

use std::collections::BTreeSet;
use std::sync::Arc;

use tieout::analysis::cash;
use tieout::base::Date;
use tieout::engine::{Loaded, Rejected, Workbench};
use tieout::ingest;
use tieout::matching::Decision;
use tieout::report;
use tieout::rules::{Clearance, Results, Verdict, release};
use tieout::session::{Command, SessionFileProblem};
use tieout::table::Field;
use tieout::view::reconcile;
use tieout::words::Lang;

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

const OPEN_ITEMS: &str = "Invoice No,Customer,Invoice Date,Due Date,Currency,Open Amount\n\
    INV-31001,Calder Bio,2026-09-01,2026-10-01,USD,120.00\n\
    INV-31002,Calder Bio,2026-09-05,2026-10-05,USD,80.00\n\
    INV-31003,Calder Bio,2026-09-09,2026-10-09,USD,45.50\n\
    INV-42007,Orrin Therapeutics,2026-09-09,2026-10-09,USD,999.00\n";
const RECEIPTS: &str = "Payment No,Payment Date,Payer,Text,Amount,Currency\n\
    P-1,2026-10-01,Calder Bio,INV-31001 INV-31002,200.00,USD\n\
    P-2,2026-10-09,Calder Bio,thank you,45.50,USD\n\
    P-3,2026-10-12,ORT HOLDING,no reference,999.00,USD\n";
const CASH: [(&str, &str); 2] = [("open items.csv", OPEN_ITEMS), ("receipts.csv", RECEIPTS)];

/// `confirmed P-1 INV-31001+INV-31002`, sorted.
fn applied(results: &Results) -> Vec<String> {
    let outcome = &results.cash.outcome;
    let of = |all: &[u32], side: &[tieout::matching::Item]| {
        let numbers = all.iter().filter_map(|&at| side[at as usize].number.clone());
        numbers.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join("+")
    };
    let line = |found: &tieout::matching::Match| {
        let (left, right) =
            (of(&found.left, &outcome.sides.left), of(&found.right, &outcome.sides.right));
        format!("{} {left} {right}", found.decision.key())
    };
    let mut lines: Vec<String> = outcome.matches.iter().map(line).collect();
    lines.sort();
    assert!(results.cash.ties.iter().all(|tie| tie.holds() && tie.is_tied()));
    lines
}

#[test]
fn receipts_are_matched_only_where_both_sides_are_loaded() {
    assert!(bench(&FILES).results().cash.outcome.case.is_none());
    let bench = bench(&CASH);
    let want = ["auto P-1 INV-31001+INV-31002", "suggested P-2 INV-31003"];
    assert_eq!(applied(bench.results()), want);
}

#[test]
fn decisions_about_cash_stand_are_undone_and_found_again() {
    let mut bench = bench(&CASH);
    let outcome = bench.results().cash.outcome.clone();
    let by = |first: &str| {
        let named = |at: &u32| outcome.sides.left[*at as usize].number.as_deref() == Some(first);
        outcome.matches.iter().find(|found| found.left.iter().any(named)).expect("a match")
    };
    // A suggestion taken; one allocation of an automatic match taken back alone.
    let applications = vec![cash::of_match(&outcome, by("P-2"))];
    bench.apply(Command::ApplyCash { applications }).expect("taken");
    let both = by("P-1");
    let back = cash::taken_back(&outcome, both, both.left[0], both.right[0]);
    bench.apply(Command::RefuseCash { refusals: vec![back] }).expect("taken");
    bench.derive();
    let kept = outcome.sides.right[both.right[1] as usize].number.clone().expect("a number");
    let want = [format!("confirmed P-1 {kept}"), "confirmed P-2 INV-31003".to_owned()];
    assert_eq!(applied(bench.results()), want);
    // The same files in another order, and the session: every decision is there again.
    let mut again = Workbench::default();
    let missing = again.open(&bench.save().to_bytes()).expect("a session file");
    assert_eq!(missing.len(), 2);
    load(&mut again, CASH[1].0, CASH[1].1);
    load(&mut again, CASH[0].0, CASH[0].1);
    again.derive();
    assert_eq!(applied(again.results()), want);
    assert!(again.results().cash.outcome.lost.is_empty());
    bench.apply(Command::Undo).expect("something to undo");
    bench.derive();
    let want = ["auto P-1 INV-31001+INV-31002", "confirmed P-2 INV-31003"];
    assert_eq!(applied(bench.results()), want);
}

#[test]
fn a_refused_pairing_is_never_offered_again_until_it_may() {
    let mut bench = bench(&CASH);
    let outcome = bench.results().cash.outcome.clone();
    let suggested = outcome.matches.iter().find(|m| m.decision == Decision::Suggested);
    let refusal = cash::refusal(&outcome, suggested.expect("a suggestion"));
    let pairing = refusal.pairing.clone();
    bench.apply(Command::RefuseCash { refusals: vec![refusal] }).expect("taken");
    bench.derive();
    assert_eq!(applied(bench.results()), ["auto P-1 INV-31001+INV-31002"]);
    bench.apply(Command::OfferCashAgain { pairings: vec![pairing] }).expect("taken");
    bench.derive();
    assert_eq!(applied(bench.results()).len(), 2);
}

#[test]
fn what_is_listed_of_a_split_receipt_adds_up_to_it() {
    let items = format!("{OPEN_ITEMS}INV-50001,Moss Labs,2026-09-09,2026-10-09,USD,950.00\n");
    let receipts = format!("{RECEIPTS}P-4,2026-10-13,Moss Labs,INV-50001,940.00,USD\n");
    let mut bench = bench(&[("open items.csv", &items), ("receipts.csv", &receipts)]);
    let outcome = bench.results().cash.outcome.clone();
    let at = |side: &[tieout::matching::Item], number: &str| -> u32 {
        let found = side.iter().position(|item| item.number.as_deref() == Some(number));
        found.expect("a row") as u32
    };
    let together = cash::Together {
        receipts: vec![at(&outcome.sides.left, "P-4")],
        items: vec![(at(&outcome.sides.right, "INV-50001"), Some(90_000))],
        code: Some(tieout::matching::Difference::ShortPaid),
        note: "two pallets came late".to_owned(),
    };
    let application = cash::plan(&outcome, &together).application.expect("it can stand");
    bench.apply(Command::ApplyCash { applications: vec![application] }).expect("taken");
    let results = bench.derive();
    let choice = reconcile::Choice {
        show: reconcile::Show::All,
        find: "INV-50001".to_owned(),
        rows: 9,
        ..reconcile::Choice::default()
    };
    let order = reconcile::order(results, &reconcile::OrderKey::of(&choice));
    let view = reconcile::view(results, &choice, &order, Lang::En);
    let told = |papers: &[reconcile::Paper]| -> String {
        let text = |a: &Option<tieout::view::Amount>| a.as_ref().map(|a| a.text.clone());
        let one = |p: &reconcile::Paper| {
            [text(&p.amount), text(&p.whole)].into_iter().flatten().collect::<Vec<_>>().join(" of ")
        };
        papers.iter().map(one).collect::<Vec<_>>().join(" + ")
    };
    let lines: Vec<(String, String)> =
        view.lines.iter().map(|line| (told(&line.receipts), told(&line.items))).collect();
    // 900.00 by hand; the rest is proposed for what the item has left.
    let pair = |receipt: &str, item: &str| (receipt.to_owned(), item.to_owned());
    let want =
        [pair("900.00 of 940.00", "900.00 of 950.00"), pair("40.00 of 940.00", "50.00 of 950.00")];
    assert_eq!(lines, want);
    assert_eq!(view.receipts.first().map(|sum| sum.text.as_str()), Some("940.00"));
    assert_eq!(view.items.first().map(|sum| sum.text.as_str()), Some("950.00"));
    let section = report::section(results, Lang::En, "cash").expect("a section");
    let noted =
        |cell: &report::Cell| *cell == report::Cell::Text("two pallets came late".to_owned());
    let cells = section.tables.iter().flat_map(|table| &table.rows).flatten();
    assert!(cells.into_iter().any(noted), "the note is in the report");
}

#[test]
fn a_payer_entered_by_hand_is_known_from_then_on() {
    let mut bench = bench(&CASH);
    let outcome = bench.results().cash.outcome.clone();
    let case = outcome.case.expect("a run");
    let orrin = case.customers.all.iter().find(|c| c.label == "Orrin Therapeutics");
    let orrin = orrin.expect("a customer");
    let customer = Some((orrin.key.clone(), orrin.label.clone()));
    bench.apply(Command::SetPayer { payer: "ort holding".to_owned(), customer }).expect("taken");
    bench.derive();
    let lines = applied(bench.results());
    assert!(lines.contains(&"suggested P-3 INV-42007".to_owned()), "{lines:?}");
}

const TWO_AMOUNTS: &str = "Payment No,Value Date,Payer,Reference,Amount,Amount EUR\n\
    P-1,2026-05-04,Calder,INV-10000,288.61,276.11\n\
    P-2,2026-05-05,Calder,INV-10001,858.56,846.06\n\
    P-3,2026-05-06,Calder,INV-10002,195.21,182.71\n\
    P-4,2026-05-07,Calder,INV-10003,446.82,434.32\n";
const FOUR_ITEMS: &str = "Invoice No,Customer,Invoice Date,Open Amount\n\
    INV-10000,Calder,2026-04-01,276.11\n\
    INV-10001,Calder,2026-04-02,846.06\n\
    INV-10002,Calder,2026-04-03,182.71\n\
    INV-10003,Calder,2026-04-04,434.32\n";

/// Of two columns that could be the amount the one that the open items have the figures of, in
/// whatever order the files come; without them it is asked again.
#[test]
fn the_other_side_tells_the_amount() {
    let amount = |bench: &Workbench| {
        let file = bench.intake().files.iter().find(|file| &*file.name == "receipts.csv");
        let sheet = &file.expect("loaded").sheets[0];
        (sheet.reading.columns.get(&Field::Amount).copied(), sheet.settled)
    };
    let both = [("receipts.csv", TWO_AMOUNTS), ("items.csv", FOUR_ITEMS)];
    for files in [both, [both[1], both[0]]] {
        let mut bench = bench(&files);
        assert_eq!(amount(&bench), (Some(5), true));
        let items = bench.intake().files.iter().find(|file| &*file.name == "items.csv");
        let file = items.expect("loaded").sha256.clone();
        bench.apply(Command::RemoveFile { file }).expect("it is there");
        bench.derive();
        assert_eq!(amount(&bench), (None, false));
        bench.apply(Command::Undo).expect("a file was removed");
        bench.derive();
        assert_eq!(amount(&bench), (Some(5), true));
    }
}

/// A carrier's matrix prices the lines of an invoice, and each finding cites the cell of the matrix.
#[test]
fn an_invoice_is_rated_again_from_a_matrix() {
    let tariff = "Air freight rates ex Korea,,,,,\n\
        Valid 2026-09-01 - 2026-12-31,,,,,\n\
        POL,POD,-45,+45,+100,Currency\n\
        ICN,LAX,5.10,4.20,3.90,USD\n\
        ICN,FRA,4.80,,3.10,USD\n";
    let lines = "Invoice No,Invoice Date,Origin,Destination,Chargeable Weight,Unit,Quantity,Unit Price,Net\n\
        A-1,2026-10-10,ICN,LAX,60,kg,60,4.20,252.00\n\
        A-2,2026-10-10,ICN,LAX,120,kg,120,4.10,492.00\n\
        A-3,2026-10-10,ICN,FRA,30,kg,30,4.80,144.00\n\
        A-4,2026-10-10,ICN,FRA,60,kg,60,3.10,186.00\n\
        A-5,2027-01-10,ICN,LAX,60,kg,60,4.20,252.00\n";
    let bench = bench(&[("tariff.csv", tariff), ("lines.csv", lines)]);
    let book = bench.results().book.clone();
    assert_eq!(book.rates().len(), 5, "six cells, of which one is blank");
    let found = &bench.results().qc.findings;
    let prices: Vec<(&str, u32)> = found
        .iter()
        .filter(|finding| finding.rule.starts_with("PRC"))
        .map(|finding| (finding.rule, finding.at.row))
        .collect();
    assert_eq!(prices, [("PRC-01", 5), ("PRC-03", 3), ("PRC-04", 6)], "{found:#?}");
    let of_matrix = found.iter().find(|finding| finding.rule == "PRC-03").expect("a finding");
    let cited: Vec<(u32, Option<u16>)> =
        of_matrix.evidence.iter().map(|seen| (seen.source.row, seen.source.column)).collect();
    assert!(cited.contains(&(4, Some(4))), "row 4, column E holds 3.90: {cited:?}");
}
