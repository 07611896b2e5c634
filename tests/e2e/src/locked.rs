//! A workbook behind a password, as Excel 2007 writes one: an OLE container with the way of
//! encrypting and the package, AES-128 under a key that the password is hashed into 50,000 times.
//!
//! Written here by the published rules (MS-CFB, MS-OFFCRYPTO 2.3.4), and not with the product's own
//! code: what opens it must not be what closed it.

use aes::Aes128;
use aes::cipher::{Block, BlockCipherEncrypt, KeyInit};
use sha1::{Digest, Sha1};

const SECTOR: usize = 512;
const SALT: [u8; 16] = *b"a salt of 16 b. ";
const TURNS: u32 = 50_000;
const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A file that opens only with the password.
pub fn locked(workbook: &[u8], password: &str) -> Vec<u8> {
    let key = key(password);
    let mut package = (workbook.len() as u64).to_le_bytes().to_vec();
    package.extend(sealed(&key, workbook));
    container(&[("EncryptionInfo", information(&key)), ("EncryptedPackage", package)])
}

fn key(password: &str) -> [u8; 16] {
    let wide: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hash = |parts: &[&[u8]]| {
        let mut hasher = Sha1::new();
        parts.iter().for_each(|part| hasher.update(part));
        hasher.finalize().to_vec()
    };
    let mut spun = hash(&[&SALT, &wide]);
    for turn in 0..TURNS {
        spun = hash(&[&turn.to_le_bytes(), &spun]);
    }
    let block = hash(&[&spun, &0_u32.to_le_bytes()]);
    let mut mixed = [0x36; 64];
    mixed.iter_mut().zip(&block).for_each(|(byte, hash)| *byte ^= hash);
    let mut key = [0; 16];
    key.copy_from_slice(&hash(&[&mixed])[..16]);
    key
}

/// Every block by itself, the last one filled up with zeros.
fn sealed(key: &[u8; 16], plain: &[u8]) -> Vec<u8> {
    let aes = Aes128::new(key.into());
    let mut bytes = Vec::new();
    for part in plain.chunks(16) {
        let mut block = Block::<Aes128>::default();
        block[..part.len()].copy_from_slice(part);
        aes.encrypt_block(&mut block);
        bytes.extend_from_slice(&block);
    }
    bytes
}

fn information(key: &[u8; 16]) -> Vec<u8> {
    const FLAGS: u32 = 0x24;
    let provider: Vec<u8> = "Microsoft Enhanced RSA and AES Cryptographic Provider\0"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut header = Vec::new();
    for word in [FLAGS, 0, 0x660e, 0x8004, 128, 0x18, 0, 0] {
        header.extend(u32::to_le_bytes(word));
    }
    header.extend(provider);
    let verifier = [5_u8; 16];
    let mut bytes = vec![3, 0, 2, 0];
    bytes.extend(FLAGS.to_le_bytes());
    bytes.extend((header.len() as u32).to_le_bytes());
    bytes.extend(header);
    bytes.extend((SALT.len() as u32).to_le_bytes());
    bytes.extend(SALT);
    bytes.extend(sealed(key, &verifier));
    bytes.extend(20_u32.to_le_bytes());
    bytes.extend(sealed(key, &Sha1::digest(verifier)));
    bytes
}

/// Streams in an OLE container of version 3: header, one table of sectors, the directory, then each
/// stream. Streams are filled up to the length from which they need no sectors of their own kind.
fn container(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const LARGE: usize = 4096;
    let mut table: Vec<u32> = vec![0xffff_fffd, END];
    let mut data: Vec<u8> = Vec::new();
    let mut entries: Vec<(&str, u8, u32, u32)> = vec![("Root Entry", 5, END, 0)];
    for (name, bytes) in streams {
        let length = bytes.len().max(LARGE);
        let sectors = length.div_ceil(SECTOR);
        let first = table.len() as u32;
        entries.push((name, 2, first, length as u32));
        table.extend((1..sectors as u32).map(|at| first + at));
        table.push(END);
        data.extend(bytes);
        data.resize((first as usize - 2 + sectors) * SECTOR, 0);
    }
    assert!(table.len() <= SECTOR / 4, "one table of sectors is enough for a small file");
    table.resize(SECTOR / 4, FREE);
    let mut file = header();
    table.iter().for_each(|next| file.extend(next.to_le_bytes()));
    for at in 0..SECTOR / 128 {
        file.extend(directory_entry(at, &entries));
    }
    file.extend(data);
    file
}

fn header() -> Vec<u8> {
    let mut bytes = vec![0_u8; SECTOR];
    let mut put = |at: usize, value: &[u8]| bytes[at..at + value.len()].copy_from_slice(value);
    put(0, &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (at, value) in [(24, 0x3e_u16), (26, 3), (28, 0xfffe), (30, 9), (32, 6)] {
        put(at, &value.to_le_bytes());
    }
    for (at, value) in [(44, 1_u32), (48, 1), (56, 4096), (60, END), (68, END), (76, 0)] {
        put(at, &value.to_le_bytes());
    }
    (1..109).for_each(|at| put(76 + at * 4, &FREE.to_le_bytes()));
    bytes
}

fn directory_entry(at: usize, entries: &[(&str, u8, u32, u32)]) -> Vec<u8> {
    let mut bytes = vec![0_u8; 128];
    let Some((name, kind, first, length)) = entries.get(at) else { return bytes };
    let mut put = |at: usize, value: &[u8]| bytes[at..at + value.len()].copy_from_slice(value);
    for (i, unit) in name.encode_utf16().enumerate() {
        put(i * 2, &unit.to_le_bytes());
    }
    put(64, &((name.len() + 1) as u16 * 2).to_le_bytes());
    put(66, &[*kind, 1]);
    // A tree as long as the list: the root's child is the first stream, the next stands to its right.
    let right = if at > 0 && at + 1 < entries.len() { at as u32 + 1 } else { FREE };
    let child = if at == 0 { 1 } else { FREE };
    for (place, value) in [(68, FREE), (72, right), (76, child), (116, *first), (120, *length)] {
        put(place, &value.to_le_bytes());
    }
    bytes
}
