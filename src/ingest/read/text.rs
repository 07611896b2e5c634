//! Delimited text: from bytes or from the clipboard to a raw sheet of text cells.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use super::datev;
use super::delimiter::{Parted, dialect};
use super::encoding::{Decoded, decode};
use super::quoted_lines::unquoted;
use super::records::{Dialect, Record, Records};
use super::sheet::SheetBuilder;
use super::thousands::rejoined;
use super::{ReadProgress, ReadSheets, ReadStage, fixed, keep, printed};
use crate::base::limits::CELL_CHARS_MAX;
use crate::base::stretches;
use crate::ingest::{EncodingChoice, FileKind, Problem, Refusal};
use crate::table::{RawKind, RawSheet};
use crate::words::Args;

/// Problems of one sort that are told row by row; beyond it only their number.
const TOLD_MAX: usize = 20;

/// Records that tell how many there will be.
const SAMPLE_RECORDS: usize = 1024;

/// Records that are put down together: few enough for their fields to stay in the nearest cache.
const WAITING_RECORDS: usize = 128;

/// Records between two reports of progress.
const PROGRESS_RECORDS: usize = 4096;

pub(super) struct ReadText {
    pub kind: FileKind,
    pub sheets: Vec<RawSheet>,
    pub encoding: &'static str,
    pub others: Vec<EncodingChoice>,
    pub problems: Vec<Problem>,
}

pub(super) fn read_bytes(
    sheet_name: &str,
    bytes: &[u8],
    encoding: Option<&str>,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<ReadText, Refusal> {
    let decoded = decode(bytes, encoding);
    if decoded.text.trim().is_empty() {
        return Err(Refusal::new("refused-empty", Args::new()));
    }
    let mut read = ReadSheets::default();
    let unquoted = unquoted(&decoded.text);
    let text = unquoted.as_deref().unwrap_or(&decoded.text);
    let kind = match printed::is_printed(text) {
        true => {
            read = printed::read(sheet_name, text, progress)?;
            FileKind::PrintedList
        }
        false => {
            let sheet = match fixed_columns(text) {
                Some(columns) => fixed::read(sheet_name, text, &columns, progress)?,
                None => read_str(sheet_name, text, progress)?,
            };
            keep(&mut read, sheet)?;
            FileKind::Text
        }
    };
    if unquoted.is_some() {
        read.problems.insert(0, problem("problem-lines-quoted", Args::new(), Some(1)));
    }
    read.problems.splice(0..0, of_decoding(&decoded));
    let (sheets, problems) = (read.sheets, read.problems);
    let (encoding, others) = (decoded.encoding, decoded.others);
    Ok(ReadText { kind, sheets, encoding, others, problems })
}

/// Columns by their places, where no mark parts as many.
fn fixed_columns(text: &str) -> Option<Vec<Range<usize>>> {
    let columns = fixed::columns(text)?;
    (dialect(text).dialect.width < columns.len()).then_some(columns)
}

/// What is to be said about the decoding of a text.
pub(super) fn of_decoding(decoded: &Decoded) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |key: &str, args: Args| {
        problems.push(Problem { key: key.to_owned(), args, sheet: None, row: None, column: None });
    };
    if decoded.mojibake {
        say("problem-mojibake", Args::new());
    }
    if decoded.nulls > 0 {
        say("problem-nulls", Args::new().with("count", decoded.nulls));
    }
    if decoded.replaced {
        say("problem-replaced-characters", Args::new().with("encoding", decoded.encoding));
    }
    problems
}

pub(super) fn read_str(
    sheet_name: &str,
    text: &str,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<(RawSheet, Vec<Problem>), Refusal> {
    let Parted { dialect, skipped, ignored } = dialect(text);
    let mut records = Records::new(text, &dialect);
    let mut record = Record::default();
    let mut rows = Rows::new(sheet_name, text, &dialect);
    stretches::repeat(|| {
        if !records.next(&mut record) {
            return Ok(false);
        }
        // The `sep=` line says how to read; it is no row.
        if records.position() <= skipped + 2 && skipped > 0 && record.line == 1 {
            return Ok(true);
        }
        rows.add(&record)?;
        if rows.read == SAMPLE_RECORDS {
            rows.put_down()?;
            expect_more(&mut rows.sheet, records.position(), text.len(), dialect.width);
        }
        if rows.read.is_multiple_of(PROGRESS_RECORDS) {
            let (done, total) = (records.position() as u64, Some(text.len() as u64));
            progress(ReadProgress { stage: ReadStage::Rows, done, total });
        }
        Ok::<bool, Refusal>(true)
    })?;
    let (mut sheet, mut problems) = rows.finish()?;
    datev::with_years(&mut sheet);
    problems.extend(ignored.map(|mark| {
        let args = Args::new().with("mark", mark).with("used", dialect.delimiter.as_str());
        problem("problem-sep-ignored", args, Some(1))
    }));
    Ok((sheet, problems))
}

/// The records of a text as rows, and what there is to say about them.
struct Rows<'t> {
    text: &'t str,
    dialect: &'t Dialect,
    sheet: SheetBuilder,
    /// Records so far.
    read: usize,
    /// Lines and fields of the last of them, which are not on the sheet yet.
    waiting: (Vec<u32>, Vec<&'t str>),
    /// Fields of the header, once it has come by.
    head: Option<usize>,
    widths: Vec<Width>,
    open_quotes: Told,
    otherwise: Told,
    thousands: Told,
}

impl<'t> Rows<'t> {
    fn new(sheet_name: &str, text: &'t str, dialect: &'t Dialect) -> Rows<'t> {
        Rows {
            text,
            dialect,
            sheet: SheetBuilder::new(sheet_name, false),
            read: 0,
            waiting: Default::default(),
            head: None,
            widths: Vec::new(),
            open_quotes: Told::default(),
            otherwise: Told::default(),
            thousands: Told::default(),
        }
    }

    fn add(&mut self, record: &Record) -> Result<(), Refusal> {
        self.read += 1;
        self.head = self.head.or_else(|| head_of(record, self.text));
        let width = if self.is_plain(record)
            && let Some(fields) = record.fields_as_they_stand(self.text)
        {
            self.wait(record.line, fields)?
        } else {
            self.put_down()?;
            self.sheet.append(record.line)?;
            self.cells(record)
        };
        match self.widths.last_mut() {
            _ if width == 0 => {}
            Some(run) if run.width == width => run.rows += 1,
            _ => self.widths.push(Width { line: record.line, width, rows: 1 }),
        }
        if record.open_quote {
            self.open_quotes.add("problem-open-quote", record.line, Args::new());
        }
        Ok(())
    }

    /// Whether a record is like nearly all: as wide as the list, and of no odd length.
    fn is_plain(&self, record: &Record) -> bool {
        const FIELDS: RangeInclusive<usize> = 2..=64;
        record.len() == self.dialect.width
            && FIELDS.contains(&record.len())
            && record.bytes() <= CELL_CHARS_MAX
            && self.head.is_none_or(|head| head >= record.len())
    }

    /// Keeps the fields of a plain record until there are some more; how many there are, and none if all
    /// are blank.
    fn wait(&mut self, line: u32, fields: impl Iterator<Item = &'t str>) -> Result<usize, Refusal> {
        let (lines, waiting) = &mut self.waiting;
        let before = waiting.len();
        lines.push(line);
        waiting.extend(fields);
        let fields = &waiting[before..];
        let blank = fields.iter().all(|field| field.trim_ascii().is_empty());
        let width = if blank { 0 } else { fields.len() };
        if lines.len() == WAITING_RECORDS {
            self.put_down()?;
        }
        Ok(width)
    }

    /// Puts what waits on the sheet.
    fn put_down(&mut self) -> Result<(), Refusal> {
        let (lines, fields) = &mut self.waiting;
        self.sheet.append_all(lines, fields)?;
        lines.clear();
        fields.clear();
        Ok(())
    }

    /// Puts the fields of a record where they belong; how many there are, and none if all are blank.
    fn cells(&mut self, record: &Record) -> usize {
        let Rows { text, dialect, sheet, .. } = self;
        if record.len() == 1
            && let Some(mark) = parted_otherwise(record, text, dialect)
        {
            for (column, field) in record.fields(text).flat_map(|f| f.split(mark)).enumerate() {
                sheet.cell(column, RawKind::Text, field.trim_matches('"'));
            }
            self.otherwise.add("problem-row-other-mark", record.line, Args::new());
            return dialect.width;
        }
        if let Some(joined) = put_together(record, text, dialect, self.head) {
            for (column, field) in joined.iter().enumerate() {
                sheet.cell(column, RawKind::Text, field);
            }
            self.thousands.add("problem-thousands-joined", record.line, Args::new());
            return joined.len();
        }
        let mut blank = true;
        for (column, field) in record.fields(text).enumerate() {
            sheet.cell(column, RawKind::Text, field);
            blank = blank && field.trim_ascii().is_empty();
        }
        if blank { 0 } else { record.len() }
    }

    fn finish(mut self) -> Result<(RawSheet, Vec<Problem>), Refusal> {
        self.put_down()?;
        let (sheet, mut problems) = self.sheet.finish()?;
        problems.extend(self.open_quotes.finish("problem-open-quotes"));
        problems.extend(self.otherwise.finish("problem-rows-other-mark"));
        problems.extend(self.thousands.finish("problem-rows-thousands-joined"));
        let head = self.head.filter(|_| self.dialect.delimiter == ",");
        problems.extend(ragged(&self.widths, head));
        Ok((sheet, problems))
    }
}

/// Makes room for the whole list at once, from what its first records took: vectors that double
/// their room leave holes, and in a browser those are memory that never comes back.
fn expect_more(sheet: &mut SheetBuilder, passed: usize, bytes: usize, columns: usize) {
    /// Fewer bytes a cell are too odd a list to make room for.
    const CELL_BYTES_MIN: usize = 3;
    let rows = sheet.rows() as u64 * bytes as u64 / passed.max(1) as u64;
    // The last records may be a little shorter than the first.
    let rows = usize::try_from(rows + rows / 64).unwrap_or(usize::MAX);
    if rows.saturating_mul(columns) <= bytes / CELL_BYTES_MIN {
        sheet.expect(rows, columns);
    }
}

pub(super) fn problem(key: &str, args: Args, row: Option<u32>) -> Problem {
    Problem { key: key.to_owned(), args, sheet: None, row, column: None }
}

/// A header or a row that was pasted in from elsewhere may be parted by another mark: one that
/// gives exactly the columns of the list.
fn parted_otherwise(record: &Record, text: &str, dialect: &Dialect) -> Option<char> {
    const COLUMNS_MIN: usize = 3;
    if dialect.width < COLUMNS_MIN {
        return None;
    }
    let only = record.fields(text).next()?;
    let gives = |mark: &char| only.split(*mark).count() == dialect.width;
    [';', '\t', '|', ','].into_iter().find(gives)
}

/// Fields of a header: words, and none of them blank but those behind the last.
fn head_of(record: &Record, text: &str) -> Option<usize> {
    const FIELDS_MIN: usize = 3;
    let is_word = |field: &str| {
        field.contains(char::is_alphabetic) && !field.contains(|c: char| c.is_ascii_digit())
    };
    (record.len() >= FIELDS_MIN && record.fields(text).all(is_word)).then(|| record.len())
}

/// The fields of a row that commas in its amounts made longer than the header.
fn put_together(
    record: &Record,
    text: &str,
    dialect: &Dialect,
    head: Option<usize>,
) -> Option<Vec<String>> {
    let width = head.filter(|head| *head < record.len() && dialect.delimiter == ",")?;
    rejoined(&record.fields(text).collect::<Vec<_>>(), width)
}

/// Records of one width that follow one another.
struct Width {
    line: u32,
    width: usize,
    rows: usize,
}

/// Rows with fewer or more fields than the list has: padded or extended, and told.
fn ragged(runs: &[Width], head: Option<usize>) -> Vec<Problem> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for run in runs {
        *counts.entry(run.width).or_default() += run.rows;
    }
    // By cells: a few remarks of one cell don't make a list of one column.
    let usual = counts.into_iter().max_by_key(|(width, count)| width * count);
    let usual = usual.map_or(0, |(width, _)| width);
    // Amounts with commas in them may be in most rows: then the header tells how many columns there are.
    let usual = head.filter(|head| *head < usual && *head > 1).unwrap_or(usual);
    // A title block above the list is not ragged.
    let start = runs.iter().position(|run| run.width == usual).unwrap_or(0);
    let mut told = Told::default();
    for run in runs.iter().skip(start).filter(|run| run.width != usual) {
        let key = if run.width < usual { "problem-row-short" } else { "problem-row-long" };
        let args = Args::new().with("found", run.width).with("expected", usual);
        told.add(key, run.line, args);
        told.more += run.rows - 1;
    }
    told.finish("problem-rows-ragged")
}

/// The first problems of a sort one by one, the rest as a number.
#[derive(Default)]
struct Told {
    problems: Vec<Problem>,
    more: usize,
}

impl Told {
    fn add(&mut self, key: &str, line: u32, args: Args) {
        if self.problems.len() < TOLD_MAX {
            let row = Some(line);
            self.problems.push(Problem {
                key: key.to_owned(),
                args,
                sheet: None,
                row,
                column: None,
            });
        } else {
            self.more += 1;
        }
    }

    fn finish(mut self, more_key: &str) -> Vec<Problem> {
        if self.more > 0 {
            self.problems.push(Problem {
                key: more_key.to_owned(),
                args: Args::new().with("count", self.more),
                sheet: None,
                row: None,
                column: None,
            });
        }
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (RawSheet, Vec<Problem>) {
        read_str("t", text, &mut |_| {}).expect("text reads")
    }

    #[test]
    fn rows_carry_the_line_on_which_they_start() {
        let (sheet, _) = read("sep=;\nno;text\n1;\"two\nlines\"\n\n2;x\n\n\n");
        assert_eq!(sheet.row_numbers, [2, 3, 5, 6]);
        assert_eq!(sheet.text(1, 1), "two\nlines");
        assert!(sheet.is_blank_row(2));
        assert_eq!(sheet.text(3, 0), "2");
    }

    #[test]
    fn ragged_rows_are_kept_and_told() {
        let (sheet, problems) = read("Report\na,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n");
        assert_eq!(sheet.columns.len(), 4);
        let told: Vec<(&str, Option<u32>)> =
            problems.iter().map(|p| (p.key.as_str(), p.row)).collect();
        assert_eq!(told, [("problem-row-short", Some(4)), ("problem-row-long", Some(5))]);
    }

    #[test]
    fn odd_records_stay_in_their_place_among_many() {
        const RECORDS: usize = 5 * WAITING_RECORDS;
        let mut text = String::from("no,text,amount\n");
        let mut wanted = vec![["no", "text", "amount"].map(str::to_owned)];
        for no in 1..RECORDS {
            let (record, fields) = match no % 97 {
                3 => (format!("{no},short"), [no.to_string(), "short".into(), String::new()]),
                31 => (
                    format!("{no},\"a \"\"b\"\", c\",7"),
                    [no.to_string(), "a \"b\", c".into(), "7".into()],
                ),
                50 => (",,".to_owned(), Default::default()),
                64 => (format!("{no};other;5"), [no.to_string(), "other".into(), "5".into()]),
                _ => (
                    format!("{no},t{},{}", no % 7, no / 2),
                    [no.to_string(), format!("t{}", no % 7), (no / 2).to_string()],
                ),
            };
            text.push_str(&record);
            text.push('\n');
            wanted.push(fields);
        }
        let (sheet, _) = read(&text);
        assert_eq!((sheet.rows(), sheet.columns.len()), (RECORDS, 3));
        for (row, fields) in wanted.iter().enumerate() {
            let got = [0, 1, 2].map(|column| sheet.text(row, column).to_owned());
            assert_eq!((&got, sheet.row_numbers[row]), (fields, row as u32 + 1));
        }
    }

    #[test]
    fn carriage_returns_alone_part_rows() {
        let (sheet, _) = read("a,b\r1,2\r3,4");
        assert_eq!((sheet.rows(), sheet.text(2, 1)), (3, "4"));
    }
}
