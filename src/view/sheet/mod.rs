//! How one sheet is read: kind, header, fields with their reasons, and the rows with their fates.
//! Everything on it can be corrected; a correction is a command, and this view is built again.

mod draft;
mod fields;
mod grid;
mod hidden;
pub mod scorecard;

use serde::{Deserialize, Serialize};

use self::draft::Draft;
pub use self::fields::{Candidate, FieldRow, Pick, StyleChoice};
pub use self::grid::{CellNote, Grid, GridCell, GridColumn, GridRow};
use super::files::kind_word;
use crate::base::column_letters;
use crate::ingest::regions::CUTS;
use crate::ingest::{Ask, FileKind, Intake, IntakeFile, IntakeSheet, Problem};
use crate::table::{Failure, Fate, KINDS, Kind, Table, ValueKind};
use crate::words::{self, Args, Lang, format};

/// Which sheet, and which of its rows.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Choice {
    pub file: u32,
    pub sheet: u16,
    /// Physical index of the first row shown.
    pub from: u32,
    pub rows: u32,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    pub file: u32,
    pub sha256: String,
    pub name: String,
    pub sheet: u16,
    pub sheets: Vec<SheetChoice>,
    /// `1 of 3 sheets used`; empty for a file with one sheet.
    pub sheets_used: String,
    pub kinds: Vec<KindChoice>,
    /// Empty while the user is asked for it.
    pub kind: String,
    /// `Looks like open items.` with what is remembered.
    pub says: String,
    /// Whether the sheet is read as a table at all.
    pub read: bool,
    /// Physical index of the header, and the number that the user's program shows for it.
    pub header_row: Option<u32>,
    pub header_shown: String,
    pub header_height: u32,
    pub fields: Vec<FieldRow>,
    /// Columns for the choosers, all of them.
    pub columns: Vec<ColumnChoice>,
    /// `A Type`: columns that no field reads.
    pub unused: Vec<String>,
    pub grid: Grid,
    pub notes: Vec<CellNote>,
    /// Open questions in words.
    pub asks: Vec<String>,
    /// `3 dates and 1 amount could not be read`; empty when all could.
    pub unread: String,
    /// How the bytes are read as text; `None` for a file that is none.
    pub text: Option<TextChoice>,
    /// Whether sheets of the file were cut into their tables; `None` where there is nothing to cut.
    pub cut: Option<bool>,
    /// What the client hid, and whether it is counted in.
    pub hidden: Vec<String>,
    /// What else was noticed about this sheet.
    pub problems: Vec<String>,
    /// Loaded, and its columns are still being looked at.
    pub settling: bool,
    pub settled: bool,
    pub remembered: bool,
    /// Rows that are or would be used.
    pub rows_used: usize,
    pub rows_used_text: String,
    /// The rows were counted on the first part of a long sheet only.
    pub rows_partly: bool,
}

/// The encoding of a text file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TextChoice {
    pub encoding: String,
    /// A person chose it.
    pub chosen: bool,
    /// The bytes fit another one as well, and nobody has chosen.
    pub doubtful: bool,
    /// With the name, what the page finds the file by.
    pub size: u64,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SheetChoice {
    pub index: u16,
    /// `Open items, 1,863 rows`
    pub label: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct KindChoice {
    pub key: String,
    pub label: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ColumnChoice {
    pub index: u16,
    pub letters: String,
    pub header: String,
}

/// `None` when the file or sheet is not there any more.
pub fn view(intake: &Intake, choice: &Choice, lang: Lang) -> Option<Sheet> {
    let file = intake.files.iter().find(|file| file.id.0 == choice.file)?;
    let sheet = file.sheets.get(usize::from(choice.sheet))?;
    let draft = Draft::of(file, choice.sheet, sheet);
    let table = draft.as_ref().map(|draft| &*draft.table);
    let asks_kind = sheet.open.contains(&Ask::Kind);
    let read = sheet.reading.kind != Kind::Other;
    let rows_used = table.map_or(0, |table| table.len());
    let header_shown = sheet
        .reading
        .header_row
        .and_then(|row| sheet.raw.row_numbers.get(row as usize))
        .map_or_else(|| words::text(lang, "header-none"), |number| number.to_string());
    let failures = table.map_or_else(Vec::new, |table| failures(table, sheet));
    let notes = table.map_or_else(Vec::new, |table| grid::notes(table, &failures, lang));
    Some(Sheet {
        file: file.id.0,
        sha256: file.sha256.clone(),
        name: file.name.to_string(),
        sheet: choice.sheet,
        sheets: sheets(file, lang),
        sheets_used: sheets_used(file, lang),
        kinds: kinds(lang),
        kind: if asks_kind { String::new() } else { sheet.reading.kind.key().to_owned() },
        says: says(sheet, lang),
        read,
        header_row: sheet.reading.header_row,
        header_shown,
        header_height: sheet.reading.header_height.max(1),
        fields: if read { fields::fields(sheet, table, lang) } else { Vec::new() },
        columns: columns(sheet),
        unused: if read { unused(sheet) } else { Vec::new() },
        grid: grid::grid(sheet, table, &failures, choice, lang),
        asks: sheet.open.iter().map(|ask| ask.text(lang, &sheet.proposal)).collect(),
        unread: unread(&failures, lang),
        text: text_choice(file),
        cut: is_cut(file),
        hidden: hidden::says(sheet, table, lang),
        notes,
        problems: problems(file, choice.sheet, sheet, lang),
        settling: !sheet.is_proposed(),
        settled: sheet.settled,
        remembered: sheet.proposal.remembered,
        rows_used,
        rows_used_text: format::count(rows_used as i64),
        rows_partly: draft.as_ref().is_some_and(|draft| draft.partly),
    })
}

fn sheets(file: &IntakeFile, lang: Lang) -> Vec<SheetChoice> {
    let label = |sheet: &IntakeSheet| {
        let args =
            Args::new().with("sheet", sheet.raw.name.as_str()).with("count", sheet.raw.rows());
        words::say(lang, if sheet.raw.hidden { "sheet-hidden" } else { "sheet-label" }, &args)
    };
    let all = file.sheets.iter().enumerate();
    all.map(|(i, sheet)| SheetChoice { index: i as u16, label: label(sheet) }).collect()
}

fn sheets_used(file: &IntakeFile, lang: Lang) -> String {
    if file.sheets.len() < 2 {
        return String::new();
    }
    let used = file.sheets.iter().filter(|sheet| sheet.table.is_some()).count();
    let args = Args::new().with("used", used).with("count", file.sheets.len());
    words::say(lang, "sheets-used", &args)
}

fn text_choice(file: &IntakeFile) -> Option<TextChoice> {
    // An old workbook has code pages too, and names them itself.
    let is_text = !matches!(file.kind, None | Some(FileKind::Xls));
    let encoding = file.encoding.clone().filter(|_| is_text)?;
    let chosen = file.read_as.encoding.is_some();
    let doubtful = !chosen && !file.other_encodings.is_empty();
    Some(TextChoice { encoding, chosen, doubtful, size: file.size })
}

fn is_cut(file: &IntakeFile) -> Option<bool> {
    let cuts = |problem: &Problem| CUTS.contains(&problem.key.as_str());
    match file.read_as.whole_sheets {
        true => Some(false),
        false => file.problems.iter().any(cuts).then_some(true),
    }
}

fn kinds(lang: Lang) -> Vec<KindChoice> {
    let choice =
        |kind: Kind| KindChoice { key: kind.key().to_owned(), label: kind_word(kind, lang) };
    KINDS.iter().map(|spec| choice(spec.kind)).collect()
}

fn says(sheet: &IntakeSheet, lang: Lang) -> String {
    let kind = kind_word(sheet.reading.kind, lang);
    if !sheet.is_proposed() {
        return words::text(lang, "file-settling");
    }
    if sheet.open.contains(&Ask::Kind) {
        return Ask::Kind.text(lang, &sheet.proposal);
    }
    let key = match sheet.reading.kind {
        Kind::Other => "looks-like-nothing",
        _ if sheet.proposal.remembered => "looks-like-remembered",
        _ => "looks-like",
    };
    words::say(lang, key, &Args::new().with("kind", kind))
}

fn columns(sheet: &IntakeSheet) -> Vec<ColumnChoice> {
    let header = |i: usize| sheet.proposal.headers.get(i).cloned().unwrap_or_default();
    let all = 0..sheet.raw.columns.len();
    all.map(|i| ColumnChoice {
        index: i as u16,
        letters: column_letters(i as u16),
        header: header(i),
    })
    .collect()
}

fn unused(sheet: &IntakeSheet) -> Vec<String> {
    let used: Vec<u16> = sheet.reading.columns.values().copied().collect();
    let free = columns(sheet).into_iter().filter(|column| !used.contains(&column.index));
    free.filter(|column| {
        !column.header.is_empty() || !sheet.raw.columns[usize::from(column.index)].cells.is_empty()
    })
    .map(|column| format!("{} {}", column.letters, column.header).trim().to_owned())
    .collect()
}

/// Cells that could not be read. While the pattern of a column is still asked for, nothing in it
/// is called wrong.
fn failures(table: &Table, sheet: &IntakeSheet) -> Vec<Failure> {
    let asked: Vec<u16> = sheet
        .open
        .iter()
        .filter_map(|ask| match ask {
            Ask::NumberStyle(column) | Ask::DateOrder(column) => Some(*column),
            Ask::Kind | Ask::Field(_) | Ask::Scale(_) => None,
        })
        .collect();
    let decided = |failure: &&Failure| {
        table.column(failure.field).is_some_and(|column| !asked.contains(&column.index))
    };
    table.failures.iter().filter(decided).cloned().collect()
}

/// What could not be read, by sort of value, in one sentence.
fn unread(failures: &[Failure], lang: Lang) -> String {
    let of =
        |kinds: &[ValueKind]| failures.iter().filter(|f| kinds.contains(&f.field.value())).count();
    let dates = of(&[ValueKind::Date]);
    let numbers = of(&[ValueKind::Amount, ValueKind::Number, ValueKind::Percent]);
    let others = failures.len() - dates - numbers;
    let parts = [("unread-dates", dates), ("unread-numbers", numbers), ("unread-others", others)];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words::say(lang, key, &Args::new().with("count", count)))
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    let all = parts.join(&words::text(lang, "list-and"));
    words::say(lang, "unread", &Args::new().with("what", all))
}

/// Problems of the file and of this sheet, cells left out: those stand in the notes.
fn problems(file: &IntakeFile, index: u16, sheet: &IntakeSheet, lang: Lang) -> Vec<String> {
    let of_file = file.problems.iter().filter(|p| p.sheet.is_none_or(|at| at == index));
    let of_sheet = sheet.problems.iter().filter(|p| p.column.is_none());
    let all = of_file.chain(of_sheet);
    all.map(|p| {
        let text = words::say(lang, &p.key, &p.args);
        match p.row {
            Some(row) => {
                words::say(lang, "at-row", &Args::new().with("row", row).with("what", text))
            }
            None => text,
        }
    })
    .collect()
}

/// The word of a fate.
fn fate_word(fate: Fate, lang: Lang) -> String {
    words::text(lang, &format!("fate-{}", fate.key()))
}
