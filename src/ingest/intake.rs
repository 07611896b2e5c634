//! What came in: every file with its sheets, how each is read, and what was refused.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Ask, Problem, Proposal, Reading, Refusal};
use crate::base::{FileId, TableId};
use crate::table::{RawSheet, Table};

/// What a file is, decided by its bytes, never by its extension.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// Delimited text: comma, semicolon, tab, bar.
    Text,
    /// A web page that calls itself a spreadsheet.
    Html,
    /// A web archive (MIME) with such a page in it.
    Mhtml,
    /// Excel 2003 XML.
    SpreadsheetXml,
    /// A list as SAP prints it: columns between bars, pages, starred totals.
    PrintedList,
    /// A zip or gz of files; each sheet is named after its member.
    Archive,
    Mt940,
    Camt,
    Bai2,
    Ofx,
    Qif,
    Lockbox,
    /// UBL or CII.
    EInvoice,
    /// SYLK, DIF or dBase.
    Exchange,
}

impl FileKind {
    /// Key of its name in the word catalogue.
    pub fn word(self) -> &'static str {
        match self {
            FileKind::Xlsx => "file-xlsx",
            FileKind::Xlsb => "file-xlsb",
            FileKind::Xls => "file-xls",
            FileKind::Ods => "file-ods",
            FileKind::Text => "file-text",
            FileKind::Html => "file-html",
            FileKind::Mhtml => "file-mhtml",
            FileKind::SpreadsheetXml => "file-spreadsheet-xml",
            FileKind::PrintedList => "file-printed-list",
            FileKind::Archive => "file-archive",
            FileKind::Mt940 => "file-mt940",
            FileKind::Camt => "file-camt",
            FileKind::Bai2 => "file-bai2",
            FileKind::Ofx => "file-ofx",
            FileKind::Qif => "file-qif",
            FileKind::Lockbox => "file-lockbox",
            FileKind::EInvoice => "file-e-invoice",
            FileKind::Exchange => "file-exchange",
        }
    }
}

/// A file as read, before anybody decided what its columns mean. Crosses from the reading worker
/// to the engine as one postcard frame.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RawFile {
    pub name: String,
    pub size: u64,
    /// Lower-case hex SHA-256 of the bytes: the identity of the file.
    pub sha256: String,
    pub kind: FileKind,
    /// WHATWG name of the encoding of a text file.
    pub encoding: Option<String>,
    /// Other encodings that the bytes allow, likeliest first. Empty when there is no doubt.
    pub other_encodings: Vec<EncodingChoice>,
    /// The encoding that a person chose for this reading.
    pub chosen_encoding: Option<String>,
    pub sheets: Vec<RawSheet>,
    pub problems: Vec<Problem>,
}

/// An encoding in which a text file could be read as well.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EncodingChoice {
    /// Its name, as [`super::ReadOptions`] takes it.
    pub encoding: String,
    /// A line of the file in it, one that tells the encodings apart.
    pub preview: String,
}

/// How a person wants a file read, beyond what its bytes show. The default wants nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ReadAs {
    /// A name as in [`EncodingChoice`].
    pub encoding: Option<String>,
    /// No sheet is cut into its tables.
    pub whole_sheets: bool,
}

impl RawFile {
    /// The frame in which a file crosses between workers.
    pub fn encode(&self) -> Vec<u8> {
        let mut frame = Vec::with_capacity(self.frame_bytes());
        self.encode_to(|bytes| frame.extend_from_slice(bytes));
        frame
    }

    /// The frame piece by piece, for a place outside of this memory: a second copy of a long list is
    /// more than all else that reading it takes.
    pub fn encode_to(&self, put: impl FnMut(&[u8])) {
        // Writing plain data cannot fail; half a frame would be refused by `decode`.
        let _ = postcard::serialize_with_flavor(self, Frame { put, small: Vec::new() });
    }

    /// About what the frame takes, and seldom less.
    pub fn frame_bytes(&self) -> usize {
        // The names and messages are small beside the columns.
        const REST_BYTES: usize = 1 << 16;
        self.sheets.iter().map(RawSheet::packed_bytes).sum::<usize>() + REST_BYTES
    }

    pub fn decode(frame: &[u8]) -> Option<RawFile> {
        postcard::from_bytes(frame).ok()
    }
}

/// A frame on its way: columns are handed on as they are, what is smaller is gathered.
struct Frame<P> {
    put: P,
    small: Vec<u8>,
}

impl<P: FnMut(&[u8])> Frame<P> {
    const GATHERED_BYTES: usize = 1 << 12;

    fn hand_on(&mut self) {
        (self.put)(&self.small);
        self.small.clear();
    }
}

impl<P: FnMut(&[u8])> postcard::ser_flavors::Flavor for Frame<P> {
    type Output = ();

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.try_extend(&[byte])
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        if self.small.len() + bytes.len() > Self::GATHERED_BYTES {
            self.hand_on();
        }
        match bytes.len() > Self::GATHERED_BYTES {
            true => (self.put)(bytes),
            false => self.small.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn finalize(mut self) -> postcard::Result<()> {
        self.hand_on();
        Ok(())
    }
}

/// One file of the session.
#[derive(Clone, Debug)]
pub struct IntakeFile {
    pub id: FileId,
    pub name: Arc<str>,
    pub sha256: String,
    pub size: u64,
    pub kind: Option<FileKind>,
    pub encoding: Option<String>,
    pub other_encodings: Vec<EncodingChoice>,
    pub read_as: ReadAs,
    pub refused: Option<Refusal>,
    pub problems: Vec<Problem>,
    pub sheets: Vec<IntakeSheet>,
}

impl IntakeFile {
    pub fn unread(id: FileId, raw: RawFile, whole_sheets: bool) -> IntakeFile {
        let (sheets, problems) = match whole_sheets {
            true => (raw.sheets, raw.problems),
            false => super::regions::cut(raw.sheets, raw.problems),
        };
        IntakeFile {
            id,
            name: raw.name.into(),
            sha256: raw.sha256,
            size: raw.size,
            kind: Some(raw.kind),
            encoding: raw.encoding,
            other_encodings: raw.other_encodings,
            read_as: ReadAs { encoding: raw.chosen_encoding, whole_sheets },
            refused: None,
            problems,
            sheets: sheets.into_iter().map(IntakeSheet::unread).collect(),
        }
    }

    pub fn refused(id: FileId, name: &str, size: u64, refusal: Refusal) -> IntakeFile {
        IntakeFile {
            id,
            name: name.into(),
            sha256: String::new(),
            size,
            kind: None,
            encoding: None,
            other_encodings: Vec::new(),
            read_as: ReadAs::default(),
            refused: Some(refusal),
            problems: Vec::new(),
            sheets: Vec::new(),
        }
    }
}

/// One sheet: the proposal, the reading in force, and the table if the sheet is used.
#[derive(Clone, Debug)]
pub struct IntakeSheet {
    pub raw: Arc<RawSheet>,
    pub proposal: Proposal,
    /// A hash of all that the proposal was made under, besides the sheet itself.
    pub proposed_under: Option<u64>,
    /// The proposal's reading with the user's corrections.
    pub reading: Reading,
    /// Questions of the proposal that the user has not answered yet.
    pub open: Vec<Ask>,
    /// Whether the user confirmed, or nothing had to be asked.
    pub settled: bool,
    pub table: Option<Arc<Table>>,
    pub problems: Vec<Problem>,
}

impl IntakeSheet {
    fn unread(raw: RawSheet) -> IntakeSheet {
        IntakeSheet {
            raw: Arc::new(raw),
            proposal: Proposal::default(),
            proposed_under: None,
            reading: Reading::default(),
            open: Vec::new(),
            settled: false,
            table: None,
            problems: Vec::new(),
        }
    }

    /// Whether the proposal is a real one, not the default.
    pub fn is_proposed(&self) -> bool {
        !self.proposal.layout.is_empty()
    }
}

#[derive(Clone, Debug, Default)]
pub struct Intake {
    pub files: Vec<IntakeFile>,
}

impl Intake {
    /// All typed tables in order of file and sheet.
    pub fn tables(&self) -> impl Iterator<Item = &Arc<Table>> {
        self.files.iter().flat_map(|f| &f.sheets).filter_map(|s| s.table.as_ref())
    }

    pub fn table(&self, id: TableId) -> Option<&Arc<Table>> {
        self.tables().find(|t| t.id == id)
    }
}
