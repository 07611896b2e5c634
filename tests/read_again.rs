//! Files that are read otherwise than their bytes show: the decision is journalled, undone, and
//! stands when the session is opened another day. Real readers, small files.

use tieout::engine::{Loaded, Workbench};
use tieout::ingest::{self, IntakeFile, ReadOptions};
use tieout::protocol::{Kept, look};
use tieout::session::{Command, ReadingChange};
use tieout::table::Field;
use tieout::view::sheet::{Choice, Sheet};
use tieout::view::{Query, View};
use tieout::words::Lang;

const WESTERN: &[u8] = b"Job No,Customer,POD Date,Est. Revenue,Currency\n\
    J-1,K\xf6ln Pharma,2026-10-02,100.00,EUR\n\
    J-2,Z\xfcrich Bio,2026-10-04,250.00,EUR\n";

/// Two lists with headers of other words on one sheet.
const TWO_TABLES: &[u8] = b"Job No,Customer,POD Date,Est. Revenue,Currency\n\
    J-1,Calder,2026-10-02,100.00,EUR\n\
    J-2,Orrin,2026-10-04,250.00,EUR\n\
    ,,,,\n\
    Invoice No,Invoice Date,Net amount,Tax amount,Gross amount\n\
    INV-1,2026-10-10,100.00,19.00,119.00\n\
    INV-2,2026-10-11,250.00,47.50,297.50\n";

fn load(bench: &mut Workbench, bytes: &[u8], encoding: Option<&str>) -> Loaded {
    let options = ReadOptions { encoding: encoding.map(str::to_owned), ..ReadOptions::default() };
    let raw = ingest::read_with("list.csv", bytes, &options, &mut |_| {}).expect("a list");
    let loaded = bench.load(raw);
    bench.derive();
    loaded
}

/// What the page does when it is told: reads the file as wanted, and loads it.
fn read_again(bench: &mut Workbench, bytes: &[u8]) -> usize {
    bench.derive();
    let wanted: Vec<Option<String>> =
        bench.to_read_again().into_iter().map(|(_, how)| how.encoding).collect();
    for encoding in &wanted {
        load(bench, bytes, encoding.as_deref());
    }
    wanted.len()
}

fn file(bench: &Workbench) -> &IntakeFile {
    &bench.intake().files[0]
}

fn customer(bench: &Workbench) -> &str {
    file(bench).sheets[0].raw.text(1, 1)
}

fn choose(bench: &mut Workbench, encoding: Option<&str>) {
    let sha256 = file(bench).sha256.clone();
    let encoding = encoding.map(str::to_owned);
    bench.apply(Command::ChooseEncoding { file: sha256, encoding }).expect("taken");
}

fn sheet(bench: &Workbench) -> Sheet {
    let choice = Choice { file: file(bench).id.0, sheet: 0, from: 0, rows: 50 };
    match look(bench, &mut Kept::default(), Lang::En, &Query::Sheet(choice)) {
        View::Sheet(sheet) => *sheet,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_encoding_is_chosen_undone_and_kept_with_the_session() {
    let mut bench = Workbench::default();
    load(&mut bench, WESTERN, None);
    let (own, id) = (file(&bench).encoding.clone(), file(&bench).id);
    assert_eq!(customer(&bench), "Köln Pharma");
    assert!(bench.to_read_again().is_empty());

    choose(&mut bench, Some("windows-1251"));
    assert_eq!(load(&mut bench, WESTERN, None), Loaded::Already(id), "read as it was before");
    assert_eq!(read_again(&mut bench, WESTERN), 1);
    assert_eq!(customer(&bench), "Kцln Pharma");
    assert_eq!(bench.results().book.tables()[0].len(), 2);
    let text = sheet(&bench).text.expect("a text file");
    assert_eq!((text.encoding.as_str(), text.chosen, text.doubtful), ("windows-1251", true, false));
    assert_eq!(file(&bench).id, id);

    let saved = bench.save().to_bytes();
    bench.apply(Command::Undo).expect("undone");
    assert_eq!(read_again(&mut bench, WESTERN), 1);
    assert_eq!((customer(&bench), file(&bench).encoding.clone()), ("Köln Pharma", own));

    let mut another_day = Workbench::default();
    another_day.open(&saved).expect("a session");
    load(&mut another_day, WESTERN, None);
    assert_eq!(read_again(&mut another_day, WESTERN), 1);
    assert_eq!(customer(&another_day), "Kцln Pharma");
    assert_eq!(read_again(&mut another_day, WESTERN), 0);
}

#[test]
fn sheets_are_kept_whole_and_what_was_said_of_their_tables_comes_back_with_undo() {
    let mut bench = Workbench::default();
    load(&mut bench, TWO_TABLES, None);
    let names = |bench: &Workbench| -> Vec<String> {
        file(bench).sheets.iter().map(|sheet| sheet.raw.name.clone()).collect()
    };
    assert_eq!(names(&bench), ["list A1:E4", "list A5:E7"]);
    assert_eq!(sheet(&bench).cut, Some(true));
    let sha256 = file(&bench).sha256.clone();
    let change = ReadingChange::Column { field: Field::CustomerName, column: None };
    bench.apply(Command::ChangeReading { file: sha256.clone(), sheet: 0, change }).expect("taken");
    bench.derive();
    assert!(!file(&bench).sheets[0].reading.columns.contains_key(&Field::CustomerName));

    bench.apply(Command::KeepSheetsWhole { file: sha256, on: true }).expect("taken");
    assert_eq!(read_again(&mut bench, TWO_TABLES), 1);
    assert_eq!(names(&bench), ["list"]);
    assert_eq!((sheet(&bench).cut, sheet(&bench).grid.of), (Some(false), 7));

    bench.apply(Command::Undo).expect("undone");
    assert_eq!(read_again(&mut bench, TWO_TABLES), 1);
    assert_eq!(names(&bench), ["list A1:E4", "list A5:E7"]);
    assert!(!file(&bench).sheets[0].reading.columns.contains_key(&Field::CustomerName));
}

/// Excel 2003 XML says in plain text what the other workbooks say in records.
const HIDDEN: &str = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Jobs"><Table>
<Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="40" ss:Hidden="1"/>
<Row><Cell><Data ss:Type="String">Job No</Data></Cell><Cell><Data ss:Type="String">Customer</Data></Cell><Cell><Data ss:Type="String">Remark of ours</Data></Cell><Cell><Data ss:Type="String">POD Date</Data></Cell><Cell><Data ss:Type="String">Est. Revenue</Data></Cell><Cell><Data ss:Type="String">Currency</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">J-1</Data></Cell><Cell><Data ss:Type="String">Calder</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell><Cell><Data ss:Type="String">2026-10-02</Data></Cell><Cell><Data ss:Type="Number">100</Data></Cell><Cell><Data ss:Type="String">EUR</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">J-2</Data></Cell><Cell><Data ss:Type="String">Orrin</Data></Cell><Cell><Data ss:Type="String">y</Data></Cell><Cell><Data ss:Type="String">2026-10-04</Data></Cell><Cell><Data ss:Type="Number">250</Data></Cell><Cell><Data ss:Type="String">EUR</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">Total</Data></Cell><Cell ss:Index="5"><Data ss:Type="Number">350</Data></Cell></Row>
</Table></Worksheet></Workbook>"#;

#[test]
fn what_the_client_hid_is_marked_and_told_with_counts() {
    let mut bench = Workbench::default();
    let raw = ingest::read("jobs.xls", HIDDEN.as_bytes(), &mut |_| {}).expect("a workbook");
    bench.load(raw);
    bench.derive();
    let sheet = sheet(&bench);
    assert_eq!(sheet.hidden, ["2 hidden rows, 1 counted in", "2 hidden columns, 1 used"]);
    let rows: Vec<bool> = sheet.grid.rows.iter().map(|row| row.hidden).collect();
    assert_eq!(rows, [false, true, false, true]);
    let columns: Vec<bool> = sheet.grid.columns.iter().map(|column| column.hidden).collect();
    assert_eq!(columns, [false, true, true, false, false, false]);
    let hidden: Vec<Field> =
        sheet.fields.iter().filter(|row| row.hidden).map(|row| row.field).collect();
    assert_eq!(hidden, [Field::CustomerName]);
}

const GROUPED: &[u8] = b"Customer,Job No,POD Date,Est. Revenue,Currency\n\
    Calder,J-1,2026-10-02,100.00,EUR\n\
    ,J-2,2026-10-04,250.00,EUR\n\
    ,J-3,2026-10-05,150.00,EUR\n";

#[test]
fn blanks_take_the_value_above_only_as_long_as_the_user_wants_it() {
    let mut bench = Workbench::default();
    load(&mut bench, GROUPED, None);
    let customers = |bench: &Workbench| -> Vec<Option<String>> {
        let table = &bench.results().book.tables()[0];
        (0..table.len())
            .map(|row| table.text(Field::CustomerName, row).map(str::to_owned))
            .collect()
    };
    let field = |bench: &Workbench| {
        let fields = sheet(bench).fields;
        fields.into_iter().find(|row| row.field == Field::CustomerName).expect("mapped")
    };
    let (calder, blank) = (Some("Calder".to_owned()), None);
    let before = field(&bench).filled.expect("it looks like a group's name");
    let sha256 = file(&bench).sha256.clone();
    for on in [!before, before] {
        let change = ReadingChange::Filled { column: 0, on };
        let file = sha256.clone();
        bench.apply(Command::ChangeReading { file, sheet: 0, change }).expect("taken");
        bench.derive();
        assert_eq!(field(&bench).filled, Some(on));
        let below = if on { &calder } else { &blank };
        assert_eq!(customers(&bench), [calder.clone(), below.clone(), below.clone()]);
    }
}
