//! What crosses between the page and its workers: the only serde types that do.
//!
//! Everything goes as JSON text; file bytes and exported files travel beside it as transferable
//! buffers. Requests are numbered; every request has exactly one answer. Events come unasked.

pub mod ageing;
mod look;
pub mod matching;
mod quality;
pub mod reconciled;
mod rolled;
pub mod terminal;

use serde::{Deserialize, Serialize};

pub use look::{Kept, look};

use crate::engine::{Loaded, Rejected, Stage};
use crate::ingest::{EncodingPreview, PackedPart, ReadOptions, Refusal, Remembered};
use crate::session::Command;
use crate::view::{Query, View};
use crate::words::{Args, Lang};

/// Page → engine worker. `bytes` of a file travel in the same message, beside this text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Request {
    pub number: u32,
    pub ask: Ask,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// First message: what the page remembers of earlier sessions.
    Start {
        remembered: Vec<Remembered>,
    },
    /// A file that a reading worker read; its frame travels beside.
    Load,
    /// A file that was refused, or whose reading worker died.
    Refused {
        name: String,
        size: u64,
        refusal: Refusal,
    },
    ForgetRefused {
        file: u32,
    },
    /// A table pasted from a spreadsheet.
    Paste {
        name: String,
        text: String,
    },
    /// Loads the make-believe company.
    Sample,
    Do(Command),
    Look {
        lang: Lang,
        query: Query,
    },
    /// A file to save; its bytes travel beside the answer.
    Export(Export),
    /// Replaces the decisions by those of a session file; its bytes travel beside.
    OpenSession,
}

/// What can be saved.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Export {
    Workbook {
        lang: Lang,
        /// Keys of sections that the user does not want in it.
        left_out: Vec<String>,
    },
    /// One CSV of the named section; UTF-8 with BOM.
    Csv {
        lang: Lang,
        section: String,
    },
    Session,
}

/// Engine worker → page.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    Answer { number: u32, answer: Answer },
    Event(Event),
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Done,
    Loaded(Loaded),
    View(Box<View>),
    /// A file to save; its bytes travel beside.
    File {
        name: String,
        media_type: String,
    },
    /// Names of the session's files that are not loaded yet.
    SessionOpened {
        missing: Vec<String>,
    },
    Rejected(Rejected),
    /// Word key and arguments of what went wrong.
    Failed {
        key: String,
        args: Args,
    },
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Ready,
    /// A derivation is under way.
    Working {
        stage: Stage,
        done: usize,
        of: usize,
    },
    /// All results of the present revision are there but those of matching: look again.
    Matching,
    /// Results of this revision are there: look again.
    Derived {
        revision: u64,
    },
    /// A file is to be read again and loaded: its encoding or its cutting was decided.
    ReadAgain {
        name: String,
        size: u64,
        encoding: Option<String>,
    },
    /// Confirmed readings for the page to keep.
    Remember(Vec<Remembered>),
}

/// Page → reading worker; the file's bytes travel beside.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReadRequest {
    pub name: String,
    /// What the user chose for this file. A password goes from the dialog to this worker, and is
    /// in no journal, session or answer.
    #[serde(default)]
    pub options: ReadOptions,
    /// Shows the file in each encoding in place of reading it.
    #[serde(default)]
    pub previews: bool,
}

/// Reading worker → unpacking worker. The file travels beside `Unpack`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnpackRequest {
    /// These parts, one after the other.
    Unpack(Vec<PackedPart>),
    /// One more piece: so that no more are under way than the reader can hold.
    More,
}

/// Unpacking worker → reading worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnpackMessage {
    /// Listens: now send the request.
    Ready,
    /// A piece, whose bytes travel beside, and whether it is the last of its part.
    Piece { last: bool },
    /// A part is not what its zip says.
    Damaged,
}

/// Reading worker → page. After `Read`, `Refused` or `Previews` the worker is thrown away.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadMessage {
    /// Listens: now send the request.
    Ready,
    Progress {
        stage: String,
        done: u64,
        total: Option<u64>,
    },
    /// The frame for [`Ask::Load`] travels beside.
    Read,
    Refused(Refusal),
    /// In place of `Read`, where previews were asked for.
    Previews(Vec<EncodingPreview>),
}
