//! Matching left off and started again: what people confirmed stands, nothing is said of the rest, and a
//! decision while receipts are matched keeps everything else that was done.

use std::sync::Arc;

use tieout::base::Date;
use tieout::engine::{Derivation, Stage, Workbench};
use tieout::ingest;
use tieout::matching::Decision;
use tieout::session::{Command, SessionFile};
use tieout::view::reconcile::{Choice, OrderKey, Show, order, view};
use tieout::words::Lang;

/// A receipt for each invoice, by its number; the last two are short of theirs, so that a person decides.
fn bench(rows: usize) -> Workbench {
    let mut invoices = String::from("Invoice No,Customer,Invoice Date,Currency,Total\n");
    let mut receipts = String::from("Payment No,Payment Date,Payer,Text,Currency,Amount\n");
    for at in 0..rows {
        let (number, amount) = (31_000 + 137 * at, 100 + at);
        let short = usize::from(at + 2 >= rows) * 40;
        invoices += &format!("INV-{number:06},Calder {},2026-10-01,USD,{amount}.00\n", at % 7);
        let paid = amount - short;
        let line = format!("P{at},2026-10-20,Calder {},INV-{number:06},USD,{paid}.00\n", at % 7);
        receipts += &line;
    }
    let mut bench = Workbench::default();
    for (name, text) in [("open-items.csv", invoices), ("receipts.csv", receipts)] {
        let raw = ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file");
        bench.load(raw);
    }
    bench.apply(Command::SetAsOf(Date::from_ymd_opt(2026, 11, 6))).expect("a date is always taken");
    bench
}

fn decided(bench: &Workbench, decision: Decision) -> usize {
    let matches = &bench.results().cash.outcome.matches;
    matches.iter().filter(|found| found.decision == decision).count()
}

/// Goes on until receipts are being matched, and some turns into it.
fn into_matching(bench: &Workbench) -> Derivation {
    let mut derivation = bench.derivation();
    while derivation.stage() != Stage::Matching {
        assert!(derivation.step(), "matched before it could be left off");
    }
    assert!(derivation.step(), "matched in one turn");
    derivation
}

/// What the worker does when something is decided meanwhile.
fn decide_meanwhile(bench: &mut Workbench, derivation: Derivation, command: Command) {
    bench.apply(command).expect("a sound command");
    bench.take_over(&derivation);
}

/// What the inspector of the first open receipt says of its text, and whether it offers a letter.
fn searched(bench: &Workbench, lang: Lang) -> (String, bool) {
    let choice = Choice { show: Show::OpenReceipts, rows: 5, at: Some(0), ..Choice::default() };
    let all = order(bench.results(), &OrderKey::of(&choice));
    let inspector = view(bench.results(), &choice, &all, lang).inspector.expect("a receipt");
    assert!(inspector.searched.is_empty());
    (inspector.searched_none, !inspector.mail.is_empty())
}

fn shown(bench: &Workbench) -> (String, bool, u32) {
    let choice = Choice { show: Show::OpenReceipts, rows: 5, at: Some(0), ..Choice::default() };
    let all = order(bench.results(), &OrderKey::of(&choice));
    let view = view(bench.results(), &choice, &all, Lang::En);
    let plain = |c: &char| !('\u{2066}'..='\u{2069}').contains(c);
    (view.waiting.chars().filter(plain).collect(), view.left_off, view.total)
}

#[test]
fn what_was_confirmed_stands_and_the_rest_is_not_matched_yet() {
    let mut bench = bench(300);
    bench.derive();
    assert_eq!((decided(&bench, Decision::Auto), decided(&bench, Decision::Suggested)), (298, 2));
    let outcome = &bench.results().cash.outcome;
    let found = outcome.matches.iter().find(|found| found.decision == Decision::Suggested);
    let application = tieout::analysis::cash::of_match(outcome, found.expect("a suggestion"));
    bench.apply(Command::ApplyCash { applications: vec![application] }).expect("sound");
    bench.apply(Command::SetMatching { on: false }).expect("sound");
    bench.derive();
    let outcome = &bench.results().cash.outcome;
    assert_eq!((outcome.matches.len(), decided(&bench, Decision::Confirmed)), (1, 1));
    assert_eq!((outcome.research.len(), outcome.unmatched.len()), (299, 299));
    assert!(outcome.research.iter().all(|one| one.ask == "ask-not-matched"));
    assert!(bench.results().cash.ties.iter().all(|tie| tie.holds() && tie.is_tied()));
    let (waiting, left_off, total) = shown(&bench);
    let said = "Matching was cancelled. 299 receipts and 299 open items are not matched yet; nothing has \
        looked at them. 1 match that you confirmed stands.";
    assert_eq!((waiting.as_str(), left_off, total), (said, true, 299));
    // No text was read, so that nothing can be said of what stands in it.
    let not = "The text was not searched: matching was cancelled";
    assert_eq!(searched(&bench, Lang::En), (not.to_owned(), false));
    assert_eq!(searched(&bench, Lang::Ko).0, "대사를 취소하여 적요를 확인하지 않았습니다");
    assert_eq!(searched(&bench, Lang::Zh).0, "核对已取消，未查找摘要");
    // A file of decisions says so too, and undoing it is starting again.
    let saved = SessionFile::open(&bench.save().to_bytes()).expect("a session").1;
    assert!(tieout::session::State::fold(&saved).matching_off);
    bench.apply(Command::Undo).expect("something to undo");
    bench.derive();
    assert_eq!(decided(&bench, Decision::Auto), 298);
    assert_eq!(decided(&bench, Decision::Confirmed), 1);
    assert_eq!(shown(&bench).0, "");
}

#[test]
fn left_off_midway_nothing_is_half_applied_and_the_rest_is_kept() {
    let mut bench = bench(3_000);
    let derivation = into_matching(&bench);
    let (done, of) = derivation.progress();
    assert!(done < of, "{done} of {of}");
    decide_meanwhile(&mut bench, derivation, Command::SetMatching { on: false });
    assert!(bench.results().cash.unfinished && bench.results().cash.outcome.matches.is_empty());
    assert!(shown(&bench).0.starts_with("Receipts are being matched."));
    let book = bench.results().book.clone();
    bench.derive();
    assert!(Arc::ptr_eq(&book, &bench.results().book), "the tables were read again");
    let cash = bench.results().cash.clone();
    assert!(cash.outcome.left_off && !cash.unfinished && cash.outcome.matches.is_empty());
    assert_eq!(cash.outcome.research.len(), 3_000);
    assert!(cash.ties.iter().all(|tie| tie.holds() && tie.is_tied()));
    bench.apply(Command::SetMatching { on: true }).expect("sound");
    bench.derive();
    assert_eq!((decided(&bench, Decision::Auto), decided(&bench, Decision::Suggested)), (2_998, 2));
}

#[test]
fn files_that_are_matched_for_the_first_time_are_told_to_be() {
    let mut bench = bench(300);
    let mut derivation = bench.derivation();
    while !derivation.is_matching() {
        assert!(derivation.step(), "matched before it was begun");
    }
    bench.take_over(&derivation);
    let (waiting, left_off, total) = shown(&bench);
    assert!(waiting.starts_with("Receipts are being matched"), "{waiting}");
    assert_eq!((left_off, total), (false, 0));
}

#[test]
fn a_decision_meanwhile_is_taken_and_matching_begins_again_where_texts_were_read() {
    let mut bench = bench(3_000);
    let derivation = into_matching(&bench);
    let reason = Command::SetReason { jobs: vec!["J-1".into()], reason: Some("agreed".into()) };
    decide_meanwhile(&mut bench, derivation, reason);
    let gathered = bench.results().cash.outcome.case.clone().expect("texts were read");
    let derivation = into_matching(&bench);
    bench.take_over(&derivation);
    let mut derivation = derivation;
    while derivation.step() {}
    bench.accept(derivation);
    let outcome = &bench.results().cash.outcome;
    assert!(Arc::ptr_eq(&gathered, outcome.case.as_ref().expect("a case")));
    assert_eq!(decided(&bench, Decision::Auto), 2_998);
}
