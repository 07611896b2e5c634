//! The standard form (Excel 2007): SHA-1 and AES, each block of the package by itself.

use super::cipher::{Aes, Hash};
use super::{long, sized, unknown, wide, wrong_password};
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;

const TURNS: u32 = 50_000;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 20;

/// `info` begins with the size of the header.
pub(super) fn open(info: &[u8], package: &[u8], password: &str) -> Result<Vec<u8>, Refusal> {
    let header_bytes = long(info, 0)? as usize;
    let key_bytes = match (long(info, 12)?, long(info, 20)?) {
        (0x660e, 128 | 0) => 16,
        (0x660f, 192 | 0) => 24,
        (0x6610, 256 | 0) => 32,
        _ => return Err(unknown()),
    };
    let verifier = info.get(4..).and_then(|rest| rest.get(header_bytes..)).ok_or_else(damaged)?;
    let part = |from: usize, length: usize| verifier.get(from..from + length).ok_or_else(damaged);
    let salt = part(4, SALT_BYTES)?;
    let spun = Hash::Sha1.spun(salt, &wide(password), TURNS);
    let aes = Aes::new(&key(&spun, key_bytes)).ok_or_else(unknown)?;
    let input = aes.open_blocks(part(20, 16)?);
    let hash = aes.open_blocks(part(40, 32)?);
    if Hash::Sha1.of(&[&input]) != hash[..HASH_BYTES] {
        return Err(wrong_password());
    }
    let (size, rest) = sized(package)?;
    let mut plain = aes.open_blocks(rest);
    if plain.len() < size {
        return Err(damaged());
    }
    plain.truncate(size);
    Ok(plain)
}

/// The key out of the hash, stretched as MS-OFFCRYPTO 2.3.4.7 says.
fn key(spun: &[u8], length: usize) -> Vec<u8> {
    let block_number = 0_u32.to_le_bytes();
    let hash = Hash::Sha1.of(&[spun, &block_number]);
    let half = |fill: u8| {
        let mut mixed = [fill; 64];
        mixed.iter_mut().zip(&hash).for_each(|(byte, hash)| *byte ^= hash);
        Hash::Sha1.of(&[&mixed])
    };
    let mut key = [half(0x36), half(0x5c)].concat();
    key.truncate(length);
    key
}
