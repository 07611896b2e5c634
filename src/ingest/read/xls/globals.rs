//! What holds for a whole workbook: version, date system, formats of cell styles, shared strings,
//! and where the sheets stand.

use std::collections::BTreeMap;

use super::codepage::Page;
use super::record::{END, Record, Records};
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;
use crate::ingest::read::serial::{Epoch, NumberFormat, builtin_format, format_of_code};

/// The version of the format: Excel 2, 3, 4, 5 to 95, and 97 to 2003.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Version {
    Two,
    Three,
    Four,
    Five,
    Eight,
}

/// What a substream holds, by its first record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Content {
    Globals,
    Sheet,
    /// Charts and modules of macros.
    Other,
}

pub(super) struct Globals {
    pub version: Version,
    pub epoch: Epoch,
    pub page: Page,
    pub strings: Vec<Box<str>>,
    pub sheets: Vec<SheetEntry>,
    formats: BTreeMap<u16, NumberFormat>,
    /// Font and number format of each cell style.
    styles: Vec<(u16, u16)>,
    /// Character set of each font.
    fonts: Vec<u8>,
}

pub(super) struct SheetEntry {
    pub name: String,
    /// Where its first record stands.
    pub at: usize,
    pub hidden: bool,
}

const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const SHARED_STRINGS: u16 = 0x00fc;
const SHEET: u16 = 0x0085;
const SHEET_HEADER: u16 = 0x008f;

/// Version and content that the first record of a substream names.
pub(super) fn begin(record: &Record) -> Option<(Version, Content)> {
    let version = match (record.kind, record.short(0)?) {
        (0x0009, _) => Version::Two,
        (0x0209, _) => Version::Three,
        (0x0409, _) => Version::Four,
        (0x0809, 0x0200 | 0x0002 | 0x0007) => Version::Two,
        (0x0809, 0x0300) => Version::Three,
        (0x0809, 0x0400) => Version::Four,
        (0x0809, 0x0500) => Version::Five,
        (0x0809, _) => Version::Eight,
        _ => return None,
    };
    let content = match record.short(2)? {
        0x0005 | 0x0100 => Content::Globals,
        0x0010 | 0x0040 => Content::Sheet,
        _ => Content::Other,
    };
    Some((version, content))
}

impl Globals {
    /// Reads from the record behind a substream's first one up to its end. Sheets of Excel 4
    /// workbooks stand inside, each under a record of its name.
    pub(super) fn read(stream: &[u8], at: usize, version: Version) -> Result<Globals, Refusal> {
        let mut globals = Globals {
            version,
            epoch: Epoch::Y1900,
            page: Page::settle(None, b""),
            strings: Vec::new(),
            sheets: Vec::new(),
            formats: BTreeMap::new(),
            styles: Vec::new(),
            fonts: Vec::new(),
        };
        let mut declared = None;
        let mut named: Vec<(&[u8], usize, bool)> = Vec::new();
        let mut records = Records::new(stream, at);
        let mut depth = 0_u32;
        while let Some(record) = records.next() {
            match record.kind {
                END if depth == 0 => break,
                END => depth -= 1,
                _ if record.is_begin() => depth += 1,
                _ if depth > 0 => {}
                CODE_PAGE => declared = record.short(0),
                SHEET => named.extend(bound_sheet(&record)),
                SHEET_HEADER => {
                    let name = record.data.get(5..).unwrap_or_default();
                    named.extend(records.peek().map(|sheet| (name, sheet.at, false)));
                }
                SHARED_STRINGS => globals.shared_strings(&mut records, &record),
                _ => globals.note(&record),
            }
        }
        globals.page = Page::settle(declared, &byte_strings(stream, version));
        for (name, at, hidden) in named {
            let name = globals.short_text(name);
            globals.sheets.push(SheetEntry { name, at, hidden });
        }
        Ok(globals)
    }

    /// What a number in a cell of this style is.
    pub(super) fn format(&self, style: u16) -> NumberFormat {
        match self.styles.get(usize::from(style)) {
            Some(&(_, format)) => self.format_by_id(format),
            None => NumberFormat::Plain,
        }
    }

    /// Excel 2 may name the format in the cell itself.
    pub(super) fn format_by_id(&self, id: u16) -> NumberFormat {
        match self.formats.get(&id) {
            Some(format) => format.clone(),
            None if self.version < Version::Five && !self.formats.is_empty() => NumberFormat::Plain,
            None => builtin_format(u32::from(id)),
        }
    }

    pub(super) fn has_styles(&self) -> bool {
        !self.styles.is_empty()
    }

    /// A byte string in a cell of this style.
    pub(super) fn text(&self, bytes: &[u8], style: u16) -> String {
        let font = self.styles.get(usize::from(style)).map(|&(font, _)| font);
        // There is no font number 4.
        let font = font.map(|font| usize::from(if font > 4 { font - 1 } else { font }));
        let by_font =
            font.and_then(|font| self.fonts.get(font)).and_then(|set| Page::of_font(*set));
        let page = by_font.filter(|_| self.page.is_western()).unwrap_or(self.page);
        page.decode(bytes).into_owned()
    }

    fn short_text(&self, bytes: &[u8]) -> String {
        if self.version == Version::Eight {
            let (flags, text) = bytes.split_first().unwrap_or((&0, &[]));
            let wide = text.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
            let units: Vec<u16> = if flags & 1 != 0 {
                wide.collect()
            } else {
                text.iter().map(|b| u16::from(*b)).collect()
            };
            return String::from_utf16_lossy(&units);
        }
        self.page.decode(bytes).into_owned()
    }

    fn shared_strings<'b>(&mut self, records: &mut Records<'b>, record: &Record<'b>) {
        let mut pieces = records.pieces(record);
        // Both counts at the front are often wrong: what is there counts.
        pieces.skip(8);
        while !pieces.is_empty() {
            let Some(text) = pieces.text(true) else { break };
            self.strings.push(text.into());
        }
    }

    fn note(&mut self, record: &Record) {
        match (record.kind, self.version) {
            (DATE_MODE, _) if record.short(0) == Some(1) => self.epoch = Epoch::Y1904,
            (0x001e, Version::Two | Version::Three) => self.ordered_format(record, 1),
            (0x041e, Version::Four) => self.ordered_format(record, 3),
            (0x041e, _) => self.numbered_format(record),
            (0x0031 | 0x0231, _) => self.fonts.push(record.byte(12).unwrap_or(0)),
            (0x0043, _) => self.styles.push((0, u16::from(record.byte(2).unwrap_or(0) & 0x3f))),
            (0x0243 | 0x0443, _) => {
                let byte = |at: usize| u16::from(record.byte(at).unwrap_or(0));
                self.styles.push((byte(0), byte(1)));
            }
            (0x00e0, _) => {
                self.styles.push((record.short(0).unwrap_or(0), record.short(2).unwrap_or(0)));
            }
            _ => {}
        }
    }

    /// Formats before Excel 5 are numbered by their order.
    fn ordered_format(&mut self, record: &Record, text_at: usize) {
        let code = Page::settle(None, b"").decode(record.data.get(text_at..).unwrap_or_default());
        let id = u16::try_from(self.formats.len()).unwrap_or(u16::MAX);
        self.formats.insert(id, format_of_code(&code));
    }

    fn numbered_format(&mut self, record: &Record) {
        let Some(id) = record.short(0) else { return };
        let code = if self.version == Version::Eight {
            let mut alone = Records::new(&[], 0);
            let text = Record { data: record.data.get(2..).unwrap_or_default(), ..*record };
            alone.pieces(&text).text(true).unwrap_or_default()
        } else {
            let code = record.data.get(3..).unwrap_or_default();
            Page::settle(None, b"").decode(code).into_owned()
        };
        self.formats.insert(id, format_of_code(&code));
    }
}

/// Name, place and whether it is hidden, of a sheet with cells.
fn bound_sheet<'b>(record: &Record<'b>) -> Option<(&'b [u8], usize, bool)> {
    const WORKSHEET: u8 = 0;
    let name = record.data.get(7..)?;
    let hidden = record.byte(4)? & 3 != 0;
    (record.byte(5)? == WORKSHEET).then_some((name, record.long(0)? as usize, hidden))
}

/// Bytes of strings looked at to settle the code page.
const SAMPLE_BYTES: usize = 65_536;

/// The cells' byte strings one behind the other, those with more than ASCII.
fn byte_strings(stream: &[u8], version: Version) -> Vec<u8> {
    let mut sample = Vec::new();
    if version == Version::Eight {
        return sample;
    }
    for record in Records::new(stream, 0) {
        let text = match record.kind {
            0x0004 => record.data.get(8..),
            0x0204 | 0x00d6 => {
                let length = usize::from(record.short(6).unwrap_or(0));
                record.data.get(8..8 + length)
            }
            0x0207 => record.data.get(2..),
            _ => None,
        };
        let Some(text) = text.filter(|text| !text.is_ascii()) else { continue };
        sample.extend(text);
        sample.push(b'\n');
        if sample.len() > SAMPLE_BYTES {
            break;
        }
    }
    sample
}

/// The first record of a stream, and what it begins.
pub(super) fn first(stream: &[u8]) -> Result<(Version, Content, usize), Refusal> {
    let record = Records::new(stream, 0).next().ok_or_else(damaged)?;
    let (version, content) = begin(&record).ok_or_else(damaged)?;
    Ok((version, content, record.at + 4 + record.data.len()))
}
