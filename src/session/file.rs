//! The session file: decisions and remembered readings, and which files they were made on. It holds
//! no rows of the client's files.

use serde::{Deserialize, Serialize};

use super::{Entry, Journal};
use crate::ingest::Remembered;

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SessionFile {
    /// `"tieout session"`.
    pub format: String,
    pub version: u32,
    /// Name and SHA-256 of each file that was loaded.
    pub files: Vec<(String, String)>,
    pub remembered: Vec<Remembered>,
    pub journal: Vec<Entry>,
}

/// Why a session file was not opened; word keys `session-…`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionFileProblem {
    NotASessionFile,
    NewerVersion,
    /// The chain breaks at this entry.
    Changed(u32),
}

const FORMAT: &str = "tieout session";
const VERSION: u32 = 1;

impl SessionFile {
    pub fn new(
        files: Vec<(String, String)>,
        remembered: Vec<Remembered>,
        journal: &Journal,
    ) -> SessionFile {
        SessionFile {
            format: FORMAT.to_owned(),
            version: VERSION,
            files,
            remembered,
            journal: journal.entries().to_vec(),
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    pub fn open(bytes: &[u8]) -> Result<(SessionFile, Journal), SessionFileProblem> {
        let file: SessionFile =
            serde_json::from_slice(bytes).map_err(|_| SessionFileProblem::NotASessionFile)?;
        if file.format != FORMAT {
            return Err(SessionFileProblem::NotASessionFile);
        }
        if file.version > VERSION {
            return Err(SessionFileProblem::NewerVersion);
        }
        let journal =
            Journal::from_entries(file.journal.clone()).map_err(SessionFileProblem::Changed)?;
        Ok((file, journal))
    }
}
