//! The Files screen as plain data: what a user sees of files, sheets and rows, natively.

use tieout::engine::{Loaded, Workbench};
use tieout::ingest::{DateOrder, Refusal, text_to_raw};
use tieout::protocol::{Kept, look};
use tieout::session::{Command, ReadingChange};
use tieout::table::{Fate, Field};
use tieout::view::files::{FileState, Files};
use tieout::view::sheet::{Choice, FieldRow, Sheet};
use tieout::view::{Query, View};
use tieout::words::{Args, Lang};

/// A list with a title, a subtotal after 24 jobs, and one date that does not exist.
fn jobs() -> String {
    let mut text = "Open jobs by customer\t\t\t\t\t\n\
        Job No\tCustomer\tPOD date\tDelivery date\tEst. revenue\tCurrency\n"
        .to_owned();
    for n in 1..=24 {
        let (pod, delivered) = (n + 4, n + 3);
        text += &format!(
            "J26-{n:04}\tCalder Bio\t2026-10-{pod:02}\t2026-10-{delivered:02}\t{n}00.00\tUSD\n"
        );
    }
    text + "Total Calder Bio\t\t\t\t30000.00\t\n\
        J26-0025\tOrrin Therapeutics\t2026-10-08\t2026-09-31\t4180.00\tUSD\n"
}

/// Dates that can be read in two ways.
const INVOICES: &str = "Invoice No\tCustomer\tInvoice date\tGross amount\tCurrency\n\
    CI-1\tCalder Bio\t03/04/2026\t100.00\tUSD\n\
    CI-2\tCalder Bio\t05/04/2026\t250.00\tUSD\n";

fn with(files: &[(&str, &str)]) -> Workbench {
    let mut workbench = Workbench::new(Vec::new());
    for (name, text) in files {
        workbench.load(text_to_raw(name, text).expect("a list"));
    }
    workbench.derive();
    workbench
}

fn files(workbench: &Workbench) -> Files {
    match look(workbench, &mut Kept::default(), Lang::En, &Query::Files) {
        View::Files(files) => files,
        other => panic!("{other:?}"),
    }
}

fn sheet(workbench: &Workbench, name: &str) -> Sheet {
    let files = files(workbench);
    let file = files.files.iter().find(|file| file.name == name).expect("the file").id;
    let choice = Choice { file, sheet: 0, from: 0, rows: 50 };
    match look(workbench, &mut Kept::default(), Lang::En, &Query::Sheet(choice)) {
        View::Sheet(sheet) => *sheet,
        other => panic!("{other:?}"),
    }
}

fn field(sheet: &Sheet, field: Field) -> &FieldRow {
    sheet.fields.iter().find(|row| row.field == field).expect("the field")
}

fn change(workbench: &mut Workbench, name: &str, change: ReadingChange) {
    let file = sheet(workbench, name).sha256;
    workbench.apply(Command::ChangeReading { file, sheet: 0, change }).expect("taken");
    workbench.derive();
}

#[test]
fn every_row_has_a_fate_and_the_foot_adds_them_up() {
    let workbench = with(&[("jobs.txt", &jobs())]);
    let files = files(&workbench);
    let row = &files.files[0];
    assert_eq!(row.state, FileState::Used, "{row:?}");
    assert_eq!(row.says, "Jobs");
    let counts: Vec<(Fate, &str)> =
        row.fates.iter().map(|fate| (fate.fate, fate.count.as_str())).collect();
    let expected =
        [(Fate::Used, "25"), (Fate::Header, "1"), (Fate::Title, "1"), (Fate::Subtotal, "1")];
    assert_eq!(counts, expected);
    let foot = files.foot.expect("a foot");
    assert_eq!((foot.title.as_str(), foot.total.as_str()), ("Rows in 1 file", "28"));
}

#[test]
fn what_needs_the_user_stands_first() {
    let mut workbench = with(&[("a-jobs.txt", &jobs()), ("z-invoices.txt", INVOICES)]);
    workbench.refuse("m.xlsx", 10, Refusal::new("refused-encrypted", Args::new()));
    workbench.derive();
    let shown: Vec<(String, FileState)> =
        files(&workbench).files.into_iter().map(|file| (file.name, file.state)).collect();
    assert_eq!(
        shown,
        [
            ("z-invoices.txt".to_owned(), FileState::Asking),
            ("m.xlsx".to_owned(), FileState::Refused),
            ("a-jobs.txt".to_owned(), FileState::Used),
        ]
    );
}

#[test]
fn a_refusal_says_what_why_and_what_to_do() {
    let mut workbench = with(&[]);
    workbench.refuse("m.xlsx", 10, Refusal::new("refused-encrypted", Args::new()));
    let refusal = files(&workbench).files.remove(0).refusal.expect("a refusal");
    assert_eq!(refusal.what, "The file is protected with a password.");
    assert!(refusal.why.contains("encrypted") && refusal.remedy.contains("Excel"), "{refusal:?}");
    assert_eq!(files(&workbench).foot, None);
}

#[test]
fn an_ambiguous_date_is_asked_without_a_default_and_nothing_is_called_wrong() {
    let mut workbench = with(&[("invoices.txt", INVOICES)]);
    let before = sheet(&workbench, "invoices.txt");
    let dates = field(&before, Field::InvoiceDate).dates.as_ref().expect("a choice");
    assert!(dates.asks);
    assert_eq!(dates.chosen, None);
    assert!(before.notes.is_empty() && before.unread.is_empty(), "{:?}", before.notes);
    assert_eq!(before.asks.len(), 1);

    let column = dates.column;
    let order = DateOrder::DayMonthYear;
    change(&mut workbench, "invoices.txt", ReadingChange::Dates { column, order });
    let after = sheet(&workbench, "invoices.txt");
    assert!(after.settled && after.asks.is_empty());
    assert_eq!(field(&after, Field::InvoiceDate).reads_as, "3 Apr 2026");
}

#[test]
fn a_cell_that_cannot_be_read_is_marked_and_named() {
    let workbench = with(&[("jobs.txt", &jobs())]);
    let sheet = sheet(&workbench, "jobs.txt");
    let note = &sheet.notes[0];
    assert_eq!((note.place.as_str(), note.text.as_str()), ("D28", "2026-09-31"));
    assert_eq!(sheet.unread, "1 date could not be read");
    let bad = &sheet.grid.rows[note.row as usize].cells[usize::from(note.column)];
    assert!(bad.bad);
    assert_eq!(sheet.rows_used, 25);
}

#[test]
fn a_row_can_be_left_out_and_taken_back() {
    let mut workbench = with(&[("jobs.txt", &jobs())]);
    let leave_out = ReadingChange::RowFate { row: 2, fate: Some(Fate::Excluded) };
    change(&mut workbench, "jobs.txt", leave_out);
    let row = sheet(&workbench, "jobs.txt").grid.rows.remove(2);
    assert_eq!((row.number, row.fate, row.set), (3, Some(Fate::Excluded), true));
    workbench.apply(Command::Undo).expect("undone");
    workbench.derive();
    let row = sheet(&workbench, "jobs.txt").grid.rows.remove(2);
    assert_eq!((row.fate, row.set), (Some(Fate::Used), false));
}

#[test]
fn a_removed_file_goes_and_comes_back() {
    let mut workbench = with(&[("jobs.txt", &jobs())]);
    let file = files(&workbench).files[0].sha256.clone();
    workbench.apply(Command::RemoveFile { file }).expect("taken");
    workbench.derive();
    assert!(files(&workbench).files.is_empty());
    let again = workbench.load(text_to_raw("jobs.txt", &jobs()).expect("a list"));
    assert!(matches!(again, Loaded::New(_)));
    workbench.derive();
    assert_eq!(files(&workbench).files[0].state, FileState::Used);
}

#[test]
fn a_sheet_that_is_not_there_is_empty() {
    let workbench = with(&[]);
    let choice = Choice { file: 9, sheet: 0, from: 0, rows: 10 };
    let shown = look(&workbench, &mut Kept::default(), Lang::En, &Query::Sheet(choice));
    assert_eq!(shown, View::Sheet(Box::default()));
}

#[test]
fn the_scorecard_weighs_defects_by_rows_and_money_and_asks_at_the_source() {
    let mut text =
        "Invoice No\tCustomer No\tCustomer\tInvoice date\tGross amount\tCurrency\n".to_owned();
    for n in 1..=18 {
        text += &format!("CI-{n}\tC{n}\tClient {n}\t2026-05-{:02}\t50.00\tUSD\n", n + 12);
    }
    text += "CI-19\t\tOrrin\t2026-05-31\t40.00\tUSD\nCI-20\tC20\tVesta\tsoon\t60.00\tUSD\n";
    let workbench = with(&[("invoices.txt", &text)]);
    let file = files(&workbench).files[0].id;
    let query = Query::Scorecard(tieout::view::sheet::scorecard::Choice { file, sheet: 0 });
    let View::Scorecard(card) = look(&workbench, &mut Kept::default(), Lang::En, &query) else {
        panic!("another view")
    };
    let shown: Vec<[&str; 5]> = card
        .defects
        .iter()
        .map(|row| {
            let money = row.money[0].as_ref().map_or("", |amount| amount.text.as_str());
            [row.field.as_str(), &row.defect, &row.rows, money, &row.money_share]
        })
        .collect();
    assert_eq!(
        shown,
        [
            ["Customer no.", "Blank", "1", "40.00", "4%"],
            ["Invoice date", "Could not be read", "1", "60.00", "6%"],
        ]
    );
    assert!(card.letter.contains("invoices.txt") && card.letter.contains("year, month, day"));
}
