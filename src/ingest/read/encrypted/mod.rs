//! Workbooks behind a password: the package that ECMA-376 encrypts as a whole, in its agile and its
//! older standard form.
//!
//! And xls, which encrypts record by record. The password is used for this reading and kept nowhere.
//! What is opened is proved first: by the verifier, and in the agile form by the code over the whole
//! package, so that a changed byte is damage and not a wrong figure.

mod agile;
mod cipher;
mod records;
mod standard;
#[cfg(test)]
mod tests;

pub(super) use self::records::open_records;
use super::package::damaged;
use crate::ingest::Refusal;
use crate::words::Args;

/// The package behind the password.
pub(super) fn open(
    info: &[u8],
    package: &[u8],
    password: Option<&str>,
) -> Result<Vec<u8>, Refusal> {
    // Asked for first: to whoever has none yet, a locked package is locked, whatever else it is.
    let password = password.ok_or_else(|| Refusal::new("refused-encrypted", Args::new()))?;
    let (major, minor) = (short(info, 0)?, short(info, 2)?);
    match (major, minor) {
        (4, 4) => agile::open(info.get(8..).ok_or_else(damaged)?, package, password),
        (2..=4, 2) => standard::open(info.get(8..).ok_or_else(damaged)?, package, password),
        _ => Err(Refusal::new("refused-unknown-encryption", Args::new())),
    }
}

fn wrong_password() -> Refusal {
    Refusal::new("refused-wrong-password", Args::new())
}

/// A kind of encryption that is not opened, with or without the password.
fn unknown() -> Refusal {
    Refusal::new("refused-unknown-encryption", Args::new())
}

/// A password as its hash begins: two bytes a character.
fn wide(password: &str) -> Vec<u8> {
    password.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The size that the package has when it is opened, and what follows.
fn sized(package: &[u8]) -> Result<(usize, &[u8]), Refusal> {
    let (size, rest) = package.split_at_checked(8).ok_or_else(damaged)?;
    let size = u64::from_le_bytes(size.try_into().map_err(|_| damaged())?);
    let size = usize::try_from(size).map_err(|_| damaged())?;
    if size > rest.len() { Err(damaged()) } else { Ok((size, rest)) }
}

fn short(bytes: &[u8], at: usize) -> Result<u16, Refusal> {
    let pair = bytes.get(at..at + 2).ok_or_else(damaged)?;
    Ok(u16::from_le_bytes([pair[0], pair[1]]))
}

fn long(bytes: &[u8], at: usize) -> Result<u32, Refusal> {
    Ok(u32::from(short(bytes, at)?) | u32::from(short(bytes, at + 2)?) << 16)
}
