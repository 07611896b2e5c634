//! What the reconcile screen says of statements that overlap, and what its buttons do.

use tieout::base::Date;
use tieout::engine::Workbench;
use tieout::ingest;
use tieout::session::Command;
use tieout::view::reconcile::{Choice, OrderKey, Overlap, ReconcileView, order, view};
use tieout::words::Lang;

const HEAD: &str = "Bank account,Booking date,Payer,Text,Amount,Currency,Balance\n";
const FIRST: &str = "DE1000,2026-10-02,Calder Bio,INV-10002,100.00,EUR,1100.00\n\
                     DE1000,2026-10-03,Orrin,INV-10001,55.00,EUR,1155.00\n\
                     DE1000,2026-10-04,Tessera,INV-10003,80.00,EUR,1235.00\n";
const SECOND: &str = "DE1000,2026-10-02,Calder Bio,INV-10002,100.00,EUR,1100.00\n\
                      DE1000,2026-10-04,Tessera,INV-10003,80.00,EUR,1180.00\n\
                      DE1000,2026-10-06,Tessera,INV-10004,30.00,EUR,1210.00\n";
const ITEMS: &str = "Invoice No,Customer,Invoice Date,Currency,Total\n\
                     INV-10001,Orrin,2026-10-01,EUR,55.00\n\
                     INV-10002,Calder Bio,2026-10-01,EUR,100.00\n\
                     INV-10003,Tessera,2026-10-01,EUR,80.00\n\
                     INV-10004,Tessera,2026-10-01,EUR,30.00\n";

fn loaded() -> Workbench {
    let mut bench = Workbench::default();
    let statements = [("october-1.csv", FIRST), ("october-2.csv", SECOND)];
    let statements = statements.map(|(name, rows)| (name, format!("{HEAD}{rows}")));
    for (name, text) in [("open-items.csv", ITEMS.to_owned())].into_iter().chain(statements) {
        bench.load(ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file"));
    }
    bench.apply(Command::SetAsOf(Date::from_ymd_opt(2026, 11, 6))).expect("a date is always taken");
    bench
}

fn shown(bench: &mut Workbench) -> ReconcileView {
    let results = bench.derive();
    let choice = Choice { rows: 50, ..Choice::default() };
    view(results, &choice, &order(results, &OrderKey::of(&choice)), Lang::En)
}

/// The received amount of the tie bar, and what is said.
fn told(bench: &mut Workbench) -> (String, Vec<String>) {
    let view = shown(bench);
    let received = view.tie.expect("both sides are there").rows[0].left.text.clone();
    (received, view.overlaps.into_iter().map(|one| format!("{} [{}]", one.text, one.act)).collect())
}

fn press(bench: &mut Workbench, note: usize) {
    let Overlap { lines, count, .. } = shown(bench).overlaps.remove(note);
    bench.apply(Command::CountLines { lines, count }).expect("lines that are there");
}

#[test]
fn what_stands_twice_and_what_is_gone_are_told_with_their_sums() {
    let (received, notes) = told(&mut loaded());
    assert_eq!(received, "265.00");
    assert_eq!(
        notes,
        [
            "2 lines stand in october-1.csv already and count once: EUR 180.00. [Count them again]",
            "1 line is missing in october-2.csv, which has all of its day: EUR 55.00. It counts, and \
             nothing applies it but you. Ask the bank whether it was taken back. [Leave out]",
        ]
    );
}

#[test]
fn a_button_counts_lines_again_or_leaves_them_out_and_the_other_takes_it_back() {
    let mut bench = loaded();
    press(&mut bench, 0);
    assert_eq!(told(&mut bench).0, "445.00", "both lines count twice");
    press(&mut bench, 0);
    assert_eq!(told(&mut bench).0, "265.00");
    press(&mut bench, 1);
    assert_eq!(told(&mut bench).0, "210.00", "the line that the bank took back is left out");
    bench.apply(Command::Undo).expect("something to undo");
    assert_eq!(told(&mut bench).0, "265.00");
}
