//! Workbooks of Excel 95 to 2003 behind a password: each record's bytes are encrypted where they
//! stand, by RC4 under MD5 (97), RC4 under SHA-1 (2002) or the exclusive-or of Excel 95.
//!
//! The heads of records, and the few records that say how to read the rest, stay in the clear. The
//! password is proved by the file's verifier before anything is opened.

use md5::Md5;
use rc4::{KeyInit, Rc4, StreamCipher};
use sha1::Sha1;
use sha2::Digest;

use super::{long, short, unknown, wide, wrong_password};
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;
use crate::words::Args;

const FILE_PASS: u16 = 0x002f;
const SHEET: u16 = 0x0085;
/// Beginnings, the password's own record, and what users share a file by.
const CLEAR: [u16; 8] = [0x0009, 0x0209, 0x0409, 0x0809, FILE_PASS, 0x00e1, 0x0194, 0x0195];
const CLEAR_TOO: [u16; 2] = [0x0138, 0x0196];
/// The key changes with each block of the stream.
const BLOCK_BYTES: usize = 1024;
/// What Excel itself encrypts under where a person only asked for a protected structure.
const OWN_PASSWORD: &str = "VelvetSweatshop";
/// Records before the one of the password.
const LOOKED_AT: usize = 16;

/// The stream in the clear; `None` where it is in the clear already.
pub(in crate::ingest::read) fn open_records(
    stream: &[u8],
    password: Option<&str>,
) -> Result<Option<Vec<u8>>, Refusal> {
    let pass = records(stream).take(LOOKED_AT).find(|(kind, ..)| *kind == FILE_PASS);
    let Some((_, start, length)) = pass else { return Ok(None) };
    let method = Method::read(&stream[start..start + length])?;
    match password {
        Some(password) => open(stream, &method, password).map(Some),
        None => match open(stream, &method, OWN_PASSWORD) {
            Err(_) => Err(Refusal::new("refused-encrypted", Args::new())),
            opened => opened.map(Some),
        },
    }
}

/// Kind, first byte and length of each record's data.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (kind, length) = (short(stream, at).ok()?, usize::from(short(stream, at + 2).ok()?));
        let start = at + 4;
        stream.get(start..start + length)?;
        at = start + length;
        Some((kind, start, length))
    })
}

/// How a stream is encrypted, and by what a password is proved.
enum Method {
    /// Key and verifier of sixteen bits each.
    Xor {
        key: u16,
        verifier: u16,
    },
    Rc4 {
        maker: KeyMaker,
        verifier: [u8; 16],
        hash: Vec<u8>,
    },
}

/// Salt, and how a key is made with it.
enum KeyMaker {
    Md5([u8; 16]),
    Sha1 { salt: [u8; 16], key_bytes: usize },
}

impl Method {
    fn read(pass: &[u8]) -> Result<Method, Refusal> {
        let xor = |at: usize| -> Result<Method, Refusal> {
            Ok(Method::Xor { key: short(pass, at)?, verifier: short(pass, at + 2)? })
        };
        if pass.len() == 4 {
            return xor(0);
        }
        match (short(pass, 0)?, short(pass, 2)?, short(pass, 4)?) {
            (0, ..) => xor(2),
            (1, 1, 1) => Ok(Method::Rc4 {
                maker: KeyMaker::Md5(sixteen(pass, 6)?),
                verifier: sixteen(pass, 22)?,
                hash: sixteen(pass, 38)?.to_vec(),
            }),
            (1, 2..=4, 2) => Method::read_provider(pass.get(10..).ok_or_else(damaged)?),
            _ => Err(unknown()),
        }
    }

    /// Size and content of a header, then the verifier.
    fn read_provider(info: &[u8]) -> Result<Method, Refusal> {
        const RC4: u32 = 0x6801;
        const HASH_BYTES: usize = 20;
        let header_bytes = long(info, 0)? as usize;
        if !matches!(long(info, 12)?, 0 | RC4) {
            return Err(unknown());
        }
        let key_bytes = match long(info, 20)? {
            0 => 5,
            bits @ 40..=128 if bits % 8 == 0 => bits as usize / 8,
            _ => return Err(unknown()),
        };
        let verifier = info.get(4..).and_then(|rest| rest.get(header_bytes..));
        let verifier = verifier.ok_or_else(damaged)?;
        let hash = verifier.get(40..40 + HASH_BYTES).ok_or_else(damaged)?;
        Ok(Method::Rc4 {
            maker: KeyMaker::Sha1 { salt: sixteen(verifier, 4)?, key_bytes },
            verifier: sixteen(verifier, 20)?,
            hash: hash.to_vec(),
        })
    }
}

fn sixteen(bytes: &[u8], at: usize) -> Result<[u8; 16], Refusal> {
    let part = at.checked_add(16).and_then(|end| bytes.get(at..end)).ok_or_else(damaged)?;
    part.try_into().map_err(|_| damaged())
}

impl KeyMaker {
    fn key(&self, password: &str, block: u32) -> Vec<u8> {
        match self {
            KeyMaker::Md5(salt) => {
                const KEPT: usize = 5;
                let first = Md5::digest(wide(password));
                let salted = [&first[..KEPT], salt].concat().repeat(16);
                let second = Md5::digest(salted);
                Md5::digest([&second[..KEPT], &block.to_le_bytes()].concat()).to_vec()
            }
            KeyMaker::Sha1 { salt, key_bytes } => {
                let first = Sha1::digest([&salt[..], &wide(password)].concat());
                let hash = Sha1::digest([&first[..], &block.to_le_bytes()].concat());
                let mut key = hash[..*key_bytes].to_vec();
                // A key of forty bits is filled up with nothing.
                if *key_bytes == 5 {
                    key.resize(16, 0);
                }
                key
            }
        }
    }

    fn cipher(&self, password: &str, block: u32) -> Result<Rc4, Refusal> {
        Rc4::new_from_slice(&self.key(password, block)).map_err(|_| unknown())
    }

    fn hash(&self, bytes: &[u8]) -> Vec<u8> {
        match self {
            KeyMaker::Md5(_) => Md5::digest(bytes).to_vec(),
            KeyMaker::Sha1 { .. } => Sha1::digest(bytes).to_vec(),
        }
    }
}

fn open(stream: &[u8], method: &Method, password: &str) -> Result<Vec<u8>, Refusal> {
    let plain = match method {
        Method::Xor { key, verifier } => {
            let password: Vec<u8> = password.bytes().collect();
            if password.len() > 15 || xor_verifier(&password) != *verifier {
                return Err(wrong_password());
            }
            let mask = xor_mask(&password, *key);
            let mut plain = stream.to_vec();
            for (_, start, length) in records(stream) {
                for (at, byte) in plain[start..start + length].iter_mut().enumerate() {
                    *byte = (*byte ^ mask[(start + length + at) % mask.len()]).rotate_left(3);
                }
            }
            plain
        }
        Method::Rc4 { maker, verifier, hash } => {
            let mut proof = [&verifier[..], hash].concat();
            maker.cipher(password, 0)?.apply_keystream(&mut proof);
            let (verifier, hash) = proof.split_at(verifier.len());
            if maker.hash(verifier) != hash {
                return Err(wrong_password());
            }
            let mut plain = stream.to_vec();
            for (block, bytes) in (0_u32..).zip(plain.chunks_mut(BLOCK_BYTES)) {
                maker.cipher(password, block)?.apply_keystream(bytes);
            }
            plain
        }
    };
    Ok(with_clear(stream, plain))
}

/// Puts back what was never encrypted: heads, a few records, and where each sheet stands.
fn with_clear(stream: &[u8], mut plain: Vec<u8>) -> Vec<u8> {
    const PLACE_BYTES: usize = 4;
    let mut end = 0;
    for (kind, start, length) in records(stream) {
        let clear = match kind {
            kind if CLEAR.contains(&kind) || CLEAR_TOO.contains(&kind) => length,
            SHEET => length.min(PLACE_BYTES),
            _ => 0,
        };
        let range = start - 4..start + clear;
        plain[range.clone()].copy_from_slice(&stream[range]);
        end = start + length;
    }
    // Behind the last whole record stands nothing that was encrypted.
    plain[end..].copy_from_slice(&stream[end..]);
    plain
}

/// MS-OFFCRYPTO 2.3.7.1, method 1.
fn xor_verifier(password: &[u8]) -> u16 {
    let length = [password.len() as u8];
    let turned = password.iter().rev().chain(&length).fold(0_u16, |verifier, byte| {
        let carried = u16::from(verifier & 0x4000 != 0);
        (carried | verifier << 1 & 0x7fff) ^ u16::from(*byte)
    });
    turned ^ 0xce4b
}

/// MS-OFFCRYPTO 2.3.7.2: the password, filled up, under the two bytes of the key in turn.
fn xor_mask(password: &[u8], key: u16) -> [u8; 16] {
    const FILL: [u8; 15] =
        [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00];
    let [low, high] = key.to_le_bytes();
    let mut mask = [0; 16];
    for (at, byte) in password.iter().chain(&FILL).take(16).enumerate() {
        let key = if at % 2 == 0 { low } else { high };
        mask[at] = (byte ^ key).rotate_right(1);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: [u8; 16] = *b"\xe8w,\x1d\x91\xc5j7\x96Ga\xb2\x80\x182\x17";

    #[test]
    fn a_known_key() {
        let key = KeyMaker::Md5(SALT).key("password1", 0);
        assert_eq!(key, b"\x20\xbf2\xdd\xf5@\x85\x8cQ7D\xaf\x0f$\xe0<");
    }

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = (data.len() as u16).to_le_bytes();
        [&kind.to_le_bytes()[..], &length, data].concat()
    }

    /// A stream of several blocks under a password record.
    fn stream(pass: &[u8]) -> Vec<u8> {
        let cells = (0..100_u8).flat_map(|row| record(0x0203, &[row; 14]));
        let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
        let place = record(SHEET, &[9, 9, 9, 9, 1, 2, 3, 4]);
        [begin, record(FILE_PASS, pass), place, cells.collect(), record(0x000a, &[])].concat()
    }

    fn pass_of(maker: &KeyMaker, password: &str, head: &[u8]) -> Vec<u8> {
        let verifier = [3_u8; 16];
        let mut proof = [&verifier[..], &maker.hash(&verifier)].concat();
        maker.cipher(password, 0).expect("a key").apply_keystream(&mut proof);
        match maker {
            KeyMaker::Md5(salt) => [head, salt, &proof].concat(),
            KeyMaker::Sha1 { salt, .. } => {
                let (verifier, hash) = proof.split_at(16);
                let (salt_bytes, hash_bytes) = (16_u32.to_le_bytes(), 20_u32.to_le_bytes());
                [head, &salt_bytes, salt, verifier, &hash_bytes, hash].concat()
            }
        }
    }

    #[test]
    fn opened_with_the_password_and_with_no_other() {
        let provider: Vec<u8> = [0x0001_u16, 2, 2]
            .into_iter()
            .flat_map(u16::to_le_bytes)
            .chain(
                [4, 32, 4, 0, 0x6801, 0x8004, 128, 1, 0, 0].into_iter().flat_map(u32::to_le_bytes),
            )
            .collect();
        for (maker, head) in [
            (KeyMaker::Md5(SALT), vec![1, 0, 1, 0, 1, 0]),
            (KeyMaker::Sha1 { salt: SALT, key_bytes: 16 }, provider),
        ] {
            let plain = stream(&pass_of(&maker, "pass", &head));
            let mut locked = plain.clone();
            for (block, bytes) in (0_u32..).zip(locked.chunks_mut(BLOCK_BYTES)) {
                maker.cipher("pass", block).expect("a key").apply_keystream(bytes);
            }
            let locked = with_clear(&plain, locked);
            assert_ne!(locked, plain);
            assert_eq!(open_records(&locked, Some("pass")), Ok(Some(plain.clone())));
            let key = |password| open_records(&locked, password).expect_err("locked").key;
            assert_eq!(key(Some("Pass")), "refused-wrong-password");
            assert_eq!(key(None), "refused-encrypted");
        }
        assert_eq!(open_records(&record(0x0809, &[0; 8]), None), Ok(None));
    }

    #[test]
    fn what_no_length_covers_is_refused() {
        for cut in 0..60 {
            let pass = vec![1; cut];
            let found = open_records(&stream(&pass), Some("x"));
            assert!(found.is_err(), "{cut}");
        }
    }
}
