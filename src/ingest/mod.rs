//! Bytes in; sheets, readings, typed tables, row fates and problems out.
//!
//! Four steps, each a pure function: [`read`] turns bytes into raw sheets, [`regions::cut`] gives
//! every table on a sheet a sheet of its own and every price of a matrix a row, [`propose`] says how a sheet would be read and why,
//! [`build`] types it under a [`Reading`]. Nothing here fails as a
//! whole for one bad cell; only [`read`] can refuse, and then with what, why and what to do.

mod blocks;
mod build;
pub mod headers;
mod intake;
pub mod layout;
mod matrix;
mod notes;
mod parts;
mod propose;
mod read;
mod reading;
mod refusal;
pub mod regions;
mod repeated;
pub mod typing;

pub use build::{StatementTie, build, destroyed, statements};
pub use intake::{EncodingChoice, FileKind, Intake, IntakeFile, IntakeSheet, RawFile, ReadAs};
pub use parts::Part;
pub use propose::{Context, KnownKeys, propose, propose_as, remember, tell_amounts};
pub use read::{
    EncodingPreview, FED_BYTES_MIN, FedWorkbook, Inflating, PackedPart, ReadOptions, ReadProgress,
    ReadStage, encoding_previews, fingerprint, read, read_unhashed, read_with, text_to_raw,
};
pub use reading::{
    Ask, Candidate, DateOrder, FieldGuess, NumberStyle, Proposal, Reading, Remembered, Why,
};
pub use refusal::{Problem, Refusal, WRONG_PASSWORD};
