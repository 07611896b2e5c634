//! Bytes to raw sheets: what a file is, what stands in it, and what could not be read.
//!
//! Invariant: [`read`] never panics for any bytes and never believes a file's name; it gives all
//! sheets of the file or one refusal that says what, why and what to do.

mod archive;
mod bank;
mod datev;
mod delimiter;
mod dictionary;
mod einvoice;
mod elements;
mod encoding;
mod encrypted;
mod exchange;
mod fixed;
mod given;
mod html;
mod inflate;
mod mhtml;
mod number_format;
mod ods;
mod ole;
mod package;
mod printed;
mod quoted_lines;
mod records;
mod serial;
mod sheet;
mod sniff;
mod spreadsheet_xml;
mod text;
mod thousands;
mod xls;
mod xlsb;
mod xlsx;

use std::io::Cursor;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use self::encoding::{EncodingPreview, encoding_previews};
use self::encoding::{declared, decode, decode_declared};
pub use self::inflate::{Inflating, PackedPart};
use self::package::{Content, Package};
use self::sniff::{Sniffed, sniff};
pub use self::xlsx::{FED_BYTES_MIN, FedWorkbook};
use super::{FileKind, Problem, RawFile, Refusal};
use crate::base::limits::{FILE_BYTES_MAX, FILE_CELLS_MAX, SHEETS_MAX};
use crate::table::RawSheet;
use crate::words::{Arg, Args};

/// How far a reading has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReadProgress {
    pub stage: ReadStage,
    /// Rows, or bytes where `total` is known.
    pub done: u64,
    pub total: Option<u64>,
}

/// The steps of a reading; `stage-open` … are the word keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadStage {
    Open,
    Rows,
}

impl ReadStage {
    pub fn word(self) -> &'static str {
        match self {
            ReadStage::Open => "stage-open",
            ReadStage::Rows => "stage-rows",
        }
    }
}

/// Rows between two reports of progress.
const PROGRESS_ROWS: u64 = 4096;

/// The sheets of a workbook as they are read.
#[derive(Default)]
struct ReadSheets {
    sheets: Vec<RawSheet>,
    problems: Vec<Problem>,
    cells: u64,
}

impl ReadSheets {
    /// Says that a sheet that the workbook names is not there.
    fn missing_sheet(&mut self, name: &str) {
        let key = "problem-sheet-missing".to_owned();
        let args = Args::new().with("name", name);
        self.problems.push(Problem { key, args, sheet: None, row: None, column: None });
    }

    /// Counts the cells of a sheet that is to be kept: all sheets of a file together stay within
    /// the limit.
    fn count(&mut self, sheet: &RawSheet) -> Result<(), Refusal> {
        self.cells += sheet.rows() as u64 * sheet.columns.len() as u64;
        if self.cells <= FILE_CELLS_MAX {
            return Ok(());
        }
        let args = Args::new()
            .with("rows", sheet.rows())
            .with("columns", sheet.columns.len())
            .with("limit", FILE_CELLS_MAX as i64);
        Err(Refusal::new("refused-too-many-cells", args))
    }

    /// Says how many sheets were left out by the limit.
    fn beyond(&mut self, count: usize) {
        if count > SHEETS_MAX {
            let args = Args::new().with("count", count - SHEETS_MAX).with("limit", SHEETS_MAX);
            let key = "problem-sheets-beyond".to_owned();
            self.problems.push(Problem { key, args, sheet: None, row: None, column: None });
        }
    }
}

/// Keeps a sheet with what is to be said of it.
fn keep(read: &mut ReadSheets, (sheet, problems): (RawSheet, Vec<Problem>)) -> Result<(), Refusal> {
    read.count(&sheet)?;
    read.problems.extend(of_sheet(read.sheets.len(), problems));
    read.sheets.push(sheet);
    Ok(())
}

fn of_sheet(index: usize, problems: Vec<Problem>) -> Vec<Problem> {
    let sheet = u16::try_from(index).ok();
    problems.into_iter().map(|problem| Problem { sheet, ..problem }).collect()
}

/// What a person chose for one file. The default chooses nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ReadOptions {
    /// The encoding of a text file: a name from [`super::EncodingChoice`] or a WHATWG label.
    pub encoding: Option<String>,
    /// Opens an encrypted workbook. It serves this reading and is kept nowhere.
    #[serde(default)]
    pub password: Option<String>,
}

/// Reads a file of whatever kind its bytes show.
pub fn read(
    name: &str,
    bytes: &[u8],
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    read_with(name, bytes, &ReadOptions::default(), progress)
}

/// Reads a file as a person said it should be read.
pub fn read_with(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    let file = read_unhashed(name, bytes, options, progress)?;
    Ok(RawFile { sha256: fingerprint(bytes), ..file })
}

/// Reads a file whose fingerprint comes from elsewhere: the SHA-256 of the file is left empty.
/// Over a large workbook it takes nearly as long as inflating; a browser has a faster one.
pub fn read_unhashed(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    let file = read_nested(name, bytes, options, 0, progress)?;
    Ok(RawFile { chosen_encoding: options.encoding.clone(), ..file })
}

/// Lower-case hex SHA-256 of the bytes: the identity of a file.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a file that stands in so many archives.
fn read_nested(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    depth: usize,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    if bytes.len() > FILE_BYTES_MAX {
        let limit = FILE_BYTES_MAX >> 20;
        let args = Args::new().with("size", bytes.len() >> 20).with("limit", limit);
        return Err(Refusal::new("refused-too-large", args));
    }
    progress(ReadProgress { stage: ReadStage::Open, done: 0, total: Some(bytes.len() as u64) });
    let file = match sniff(bytes) {
        _ if bytes.iter().all(u8::is_ascii_whitespace) => {
            return Err(Refusal::new("refused-empty", Args::new()));
        }
        Sniffed::Text => read_text(name, bytes, options, progress)?,
        Sniffed::Zip => read_zip(name, bytes, options, depth, progress)?,
        Sniffed::Gzip => {
            let inner = archive::read_gz(name, bytes, options, depth, progress)?;
            RawFile { name: name.to_owned(), size: bytes.len() as u64, ..inner }
        }
        Sniffed::Html | Sniffed::Mhtml | Sniffed::SpreadsheetXml => {
            read_marked_up(name, bytes, options, progress)?
        }
        Sniffed::Ole => match ole::held(bytes)? {
            ole::Held::Workbook(stream) => {
                let opened = encrypted::open_records(&stream, options.password.as_deref())?;
                read_xls(name, bytes, &opened.unwrap_or(stream), progress)?
            }
            ole::Held::Encrypted { info, package } => {
                let opened = encrypted::open(&info, &package, options.password.as_deref())?;
                let inner = read_zip(name, &opened, options, depth, progress)?;
                RawFile { size: bytes.len() as u64, ..inner }
            }
        },
        Sniffed::FlatOds => {
            let chosen = options.encoding.as_deref();
            let decoded = decode_declared(bytes, chosen, declared(bytes).as_deref());
            let content = Box::new(Cursor::new(decoded.text.into_owned().into_bytes()));
            let read = ods::read_content(xlsx::xml::reader(content), progress)?;
            workbook(name, bytes, FileKind::Ods, read)?
        }
        Sniffed::Sylk | Sniffed::Dif | Sniffed::Dbase => read_exchange(name, bytes, options)?,
        Sniffed::BareBiff => {
            let opened = encrypted::open_records(bytes, options.password.as_deref())?;
            read_xls(name, bytes, opened.as_deref().unwrap_or(bytes), progress)?
        }
        Sniffed::Other(format) => return Err(other("refused-other-format", format)),
        Sniffed::Bank(format) => {
            let chosen = options.encoding.as_deref();
            let (kind, read, encoding) = bank::read(format, stem(name), bytes, chosen)?;
            let (sheets, problems) = (read.sheets, read.problems);
            RawFile { encoding: Some(encoding), sheets, problems, ..file(name, bytes, kind) }
        }
        Sniffed::EInvoice => {
            let (read, encoding) = einvoice::read(bytes, options.encoding.as_deref())?;
            let (encoding, kind) = (Some(encoding), FileKind::EInvoice);
            RawFile { encoding, ..workbook(name, bytes, kind, read)? }
        }
        Sniffed::OtherBank(format) => return Err(other("refused-bank-format", format)),
        Sniffed::Unknown(format) => return Err(other("refused-unknown", format)),
    };
    Ok(finished(name, file))
}

/// The file with what its name says, if that is wrong.
fn finished(name: &str, mut file: RawFile) -> RawFile {
    if let Some(problem) = wrongly_named(name, file.kind) {
        file.problems.insert(0, problem);
    }
    file
}

/// Rows pasted from a spreadsheet: tabs between cells, as the clipboard gives them.
pub fn text_to_raw(name: &str, text: &str) -> Result<RawFile, Refusal> {
    let (sheet, problems) = text::read_str(name, text, &mut |_| {})?;
    let mut file = file(name, text.as_bytes(), FileKind::Text);
    file.sha256 = fingerprint(text.as_bytes());
    file.sheets.push(sheet);
    file.problems = of_sheet(0, problems);
    Ok(file)
}

fn read_marked_up(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    let chosen = options.encoding.as_deref();
    let (kind, read, decoded) = match sniff(bytes) {
        Sniffed::Mhtml => {
            let (read, decoded) = mhtml::read(stem(name), bytes, chosen, progress)?;
            (FileKind::Mhtml, read, decoded)
        }
        Sniffed::SpreadsheetXml => {
            let (read, decoded) = spreadsheet_xml::read(bytes, chosen, progress)?;
            (FileKind::SpreadsheetXml, read, Some(decoded))
        }
        _ => {
            let (read, decoded) = html::read(stem(name), bytes, chosen, progress)?;
            (FileKind::Html, read, Some(decoded))
        }
    };
    let mut file = workbook(name, bytes, kind, read)?;
    if let Some(decoded) = decoded {
        file.encoding = Some(decoded.encoding.to_owned());
        file.other_encodings = decoded.others;
    }
    Ok(file)
}

/// A file's name without its folders and its extension.
fn stem(name: &str) -> &str {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem)
}

fn read_zip(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    depth: usize,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    let mut package = Package::open(bytes)?;
    let (kind, read) = match package.content()? {
        Content::Workbook(kind @ FileKind::Xlsx) => (kind, xlsx::read(&mut package, progress)?),
        Content::Workbook(kind @ FileKind::Xlsb) => (kind, xlsb::read(&mut package, progress)?),
        Content::Workbook(kind) => (kind, ods::read(&mut package, progress)?),
        Content::Files => {
            (FileKind::Archive, archive::read_zip(&mut package, options, depth, progress)?)
        }
        Content::Other(format @ "format-numbers") => {
            return Err(other("refused-other-format", format));
        }
        Content::Other(format) => return Err(other("refused-unknown", format)),
    };
    workbook(name, bytes, kind, read)
}

fn read_exchange(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<RawFile, Refusal> {
    let text = || decode(bytes, options.encoding.as_deref()).text;
    let kept = match sniff(bytes) {
        Sniffed::Sylk => exchange::read_sylk(stem(name), &text())?,
        Sniffed::Dif => exchange::read_dif(stem(name), &text())?,
        _ => exchange::read_dbase(stem(name), bytes)?,
    };
    let mut read = ReadSheets::default();
    keep(&mut read, kept)?;
    workbook(name, bytes, FileKind::Exchange, read)
}

fn read_xls(
    name: &str,
    bytes: &[u8],
    stream: &[u8],
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    let (read, encoding) = xls::read(stream, progress)?;
    Ok(RawFile { encoding, ..workbook(name, bytes, FileKind::Xls, read)? })
}

fn workbook(
    name: &str,
    bytes: &[u8],
    kind: FileKind,
    read: ReadSheets,
) -> Result<RawFile, Refusal> {
    if read.sheets.iter().all(|sheet| sheet.rows() == 0) {
        return Err(Refusal::new("refused-no-sheet", Args::new()));
    }
    let mut file = file(name, bytes, kind);
    file.sheets = read.sheets;
    file.problems = read.problems;
    Ok(file)
}

fn read_text(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    let read = text::read_bytes(stem(name), bytes, options.encoding.as_deref(), progress)?;
    let mut file = file(name, bytes, read.kind);
    file.encoding = Some(read.encoding.to_owned());
    file.other_encodings = read.others;
    file.sheets = read.sheets;
    file.problems = read.problems;
    Ok(file)
}

fn file(name: &str, bytes: &[u8], kind: FileKind) -> RawFile {
    RawFile {
        name: name.to_owned(),
        size: bytes.len() as u64,
        sha256: String::new(),
        kind,
        encoding: None,
        other_encodings: Vec::new(),
        chosen_encoding: None,
        sheets: Vec::new(),
        problems: Vec::new(),
    }
}

fn other(key: &str, format: &str) -> Refusal {
    Refusal::new(key, Args::new().with("format", Arg::term(format)))
}

/// A name that promises another kind is no hindrance, but worth a word.
fn wrongly_named(name: &str, kind: FileKind) -> Option<Problem> {
    let (_, extension) = name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let promised = match extension.as_str() {
        "xlsx" | "xlsm" | "xltx" | "xltm" => FileKind::Xlsx,
        "xlsb" => FileKind::Xlsb,
        "xls" | "xlt" => FileKind::Xls,
        "ods" | "ots" => FileKind::Ods,
        "csv" | "tsv" | "tab" if kind != FileKind::PrintedList => FileKind::Text,
        _ => return None,
    };
    let args = Args::new().with("extension", extension).with("kind", Arg::term(kind.word()));
    let key = "problem-wrongly-named".to_owned();
    (promised != kind).then_some(Problem { key, args, sheet: None, row: None, column: None })
}
