//! What "Tie all" takes: suggestions that nothing else would fit as well, and no others.

use tieout::base::Date;
use tieout::engine::Workbench;
use tieout::ingest;
use tieout::matching::Decision;
use tieout::session::Command;
use tieout::view::reconcile::{Choice, OrderKey, order, view};
use tieout::words::Lang;

/// Suggestions, and how many of them are taken together.
fn suggested(items: &str, receipts: &str) -> (usize, u32) {
    let items = format!("Invoice No,Customer,Invoice Date,Currency,Total\n{items}");
    let receipts = format!("Payment No,Payment Date,Payer,Text,Currency,Amount\n{receipts}");
    let mut bench = Workbench::default();
    for (name, text) in [("open-items.csv", items), ("receipts.csv", receipts)] {
        bench.load(ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file"));
    }
    bench.apply(Command::SetAsOf(Date::from_ymd_opt(2026, 11, 6))).expect("a date is always taken");
    let results = bench.derive();
    let matches = &results.cash.outcome.matches;
    let count = matches.iter().filter(|found| found.decision == Decision::Suggested).count();
    let choice = Choice { take: true, rows: 50, ..Choice::default() };
    let view = view(results, &choice, &order(results, &OrderKey::of(&choice)), Lang::En);
    assert_eq!(view.bulk.count as usize, view.bulk.applications.len());
    (count, view.bulk.count)
}

#[test]
fn a_set_that_nothing_else_fits_is_taken() {
    let items = "A-1,Calder Bio,2026-10-01,USD,100.17\nA-2,Calder Bio,2026-10-01,USD,250.40\n\
                 A-3,Calder Bio,2026-10-01,USD,77.03\n";
    let receipts = "P-1,2026-10-20,Calder Bio,payment,USD,327.43\n";
    assert_eq!(suggested(items, receipts), (1, 1));
}

#[test]
fn a_set_with_an_equal_beside_it_is_left_to_be_looked_at() {
    let items = "A-1,Calder Bio,2026-10-01,USD,100.17\nA-2,Calder Bio,2026-10-01,USD,250.40\n\
                 A-3,Calder Bio,2026-10-08,USD,250.40\nA-4,Calder Bio,2026-10-01,USD,901.11\n";
    let receipts = "P-1,2026-10-20,Calder Bio,payment,USD,350.57\n";
    let (count, taken) = suggested(items, receipts);
    assert_eq!((count > 0, taken), (true, 0));
}
