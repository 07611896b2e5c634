//! Which of two snapshots of a list is taken for the older, whatever is loaded first.

use tieout::analysis::reconcile::{Comparison, propose};
use tieout::engine::Workbench;
use tieout::ingest;

/// The names of the two lists, the older first.
fn proposed(files: [(&str, &str); 2]) -> [String; 2] {
    let mut bench = Workbench::default();
    for (name, rows) in files {
        let text = format!("Invoice No,Invoice Date,Customer,Gross,Currency\n{rows}");
        bench.load(ingest::read(name, text.as_bytes(), &mut |_| {}).expect("a readable file"));
    }
    let book = &bench.derive().book;
    let pair = propose(book).into_iter().find(|one| one.comparison == Comparison::Snapshots);
    let pair = pair.expect("one list at two times");
    let name =
        |id| book.tables().iter().find(|table| table.id == id).map(|t| t.file_name.to_string());
    [pair.left, pair.right].map(|id| name(id).expect("a loaded table"))
}

#[test]
fn the_list_that_ends_earlier_is_the_older() {
    let early = "A-1,2026-09-03,Calder,10.00,EUR\nA-2,2026-09-29,Orrin,20.00,EUR\n";
    let late = "A-1,2026-09-03,Calder,10.00,EUR\nA-3,2026-10-02,Orrin,20.00,EUR\n";
    assert_eq!(proposed([("a.csv", late), ("b.csv", early)]), ["b.csv", "a.csv"]);
    assert_eq!(proposed([("b.csv", early), ("a.csv", late)]), ["b.csv", "a.csv"]);
}

#[test]
fn lists_that_end_on_one_day_go_by_the_months_in_their_names() {
    let (rows, more) = ("A-1,2026-09-03,Calder,10.00,EUR\n", "A-1,2026-09-03,Calder,11.00,EUR\n");
    let names = ["open_items_september_2026.csv", "open_items_october_2026.csv"];
    assert_eq!(proposed([(names[1], rows), (names[0], more)]), names);
    let names = ["미수금_2026년 9월.csv", "미수금_2026년 10월.csv"];
    assert_eq!(proposed([(names[1], rows), (names[0], more)]), names);
}
