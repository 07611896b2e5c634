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
    let receipts = format!("Payment No,Payment Date,Payer,Text,Currency,Amount\n{receipts}");
    suggested_of(items, &[("receipts.csv", receipts)])
}

/// The same of several lists of receipts.
fn suggested_of(items: &str, receipts: &[(&str, String)]) -> (usize, u32) {
    let items = format!("Invoice No,Customer,Invoice Date,Currency,Total\n{items}");
    let mut bench = Workbench::default();
    for (name, text) in [("open-items.csv", items)].iter().chain(receipts) {
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

#[test]
fn a_line_that_a_newer_statement_no_longer_has_is_left_to_be_looked_at() {
    let items =
        "INV-10001,Orrin,2026-10-01,EUR,55.00\nINV-10002,Calder Bio,2026-10-01,EUR,100.00\n";
    let statement = |rows: &str| {
        format!("Bank account,Booking date,Payer,Text,Amount,Currency,Balance\n{rows}")
    };
    let before = "DE1000,2026-10-02,Calder Bio,INV-10002,100.00,EUR,1100.00\n\
                  DE1000,2026-10-03,Orrin,INV-10001,55.00,EUR,1155.00\n\
                  DE1000,2026-10-04,Tessera,fee,80.00,EUR,1235.00\n";
    let after = "DE1000,2026-10-02,Calder Bio,INV-10002,100.00,EUR,1100.00\n\
                 DE1000,2026-10-04,Tessera,fee,80.00,EUR,1180.00\n\
                 DE1000,2026-10-06,Tessera,fee,30.00,EUR,1210.00\n";
    let files = [("october-1.csv", statement(before)), ("october-2.csv", statement(after))];
    assert_eq!(suggested_of(items, &files), (1, 0));
}
