//! Bank files: statements that name their own columns. One sheet of movements a file, and what each
//! statement says of itself.
//!
//! Not here: whether a statement ties. That is worked out from the typed lines, after the user had
//! a say. Invariant: no reader refuses a file for figures that do not agree.

mod ach;
pub(in crate::ingest::read) mod amount;
mod bai2;
mod camt;
mod lockbox;
mod mt940;
mod ofx;
mod qif;

use std::borrow::Cow;

use super::encoding::{declared, decode_declared};
use super::given::GivenSheet;
use super::{ReadSheets, keep};
use crate::ingest::{FileKind, Refusal};
use crate::table::{Field, Kind};

/// A bank format, told by the first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BankFormat {
    Mt940,
    Camt,
    Bai2,
    Ofx,
    Qif,
    Lockbox,
    Ach,
}

impl BankFormat {
    fn kind(self) -> FileKind {
        match self {
            BankFormat::Mt940 => FileKind::Mt940,
            BankFormat::Camt => FileKind::Camt,
            BankFormat::Bai2 => FileKind::Bai2,
            BankFormat::Ofx => FileKind::Ofx,
            BankFormat::Qif => FileKind::Qif,
            BankFormat::Lockbox | BankFormat::Ach => FileKind::Lockbox,
        }
    }
}

/// The file's kind, its sheets and the encoding that its text was read in.
pub(super) fn read(
    format: BankFormat,
    name: &str,
    bytes: &[u8],
    encoding: Option<&str>,
) -> Result<(FileKind, ReadSheets, String), Refusal> {
    let marked_up = matches!(format, BankFormat::Camt | BankFormat::Ofx);
    let named = if marked_up { declared(bytes) } else { None };
    let decoded = decode_declared(bytes, encoding, named.as_deref());
    let text = &in_lines(&decoded.text);
    let sheets = match format {
        BankFormat::Mt940 => vec![mt940::read(name, text)?],
        BankFormat::Camt => vec![camt::read(name, text)?],
        BankFormat::Bai2 => vec![bai2::read(name, text)?],
        BankFormat::Ofx => vec![ofx::read(name, text)?],
        BankFormat::Qif => qif::read(name, text)?,
        BankFormat::Lockbox => lockbox::read(name, text)?,
        BankFormat::Ach => ach::read(name, text)?,
    };
    let mut read = ReadSheets::default();
    for sheet in sheets {
        keep(&mut read, sheet.finish()?)?;
    }
    Ok((format.kind(), read, decoded.encoding.to_owned()))
}

/// The text in lines, where an old system ended them with a carriage return alone.
fn in_lines(text: &str) -> Cow<'_, str> {
    let bare = !text.contains('\n') && text.contains('\r');
    if bare { text.replace('\r', "\n").into() } else { text.into() }
}

/// A format of fixed records, by its first lines: nothing names it.
pub(super) fn fixed_records(text: &str) -> Option<BankFormat> {
    if ach::is_ach(text) {
        return Some(BankFormat::Ach);
    }
    lockbox::is_lockbox(text).then_some(BankFormat::Lockbox)
}

fn lines_of(name: &str, columns: &'static [(Field, &'static str)]) -> GivenSheet {
    GivenSheet::new(name, Kind::BankLines, columns)
}
