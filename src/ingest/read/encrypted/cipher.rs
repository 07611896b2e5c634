//! The few primitives that the two forms are made of, over RustCrypto's.

use aes::cipher::{Block, BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};
use hmac::{Hmac, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

pub(super) const BLOCK_BYTES: usize = 16;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    pub(super) fn named(name: &str) -> Option<Hash> {
        match name.replace('-', "").to_ascii_uppercase().as_str() {
            "SHA1" => Some(Hash::Sha1),
            "SHA256" => Some(Hash::Sha256),
            "SHA384" => Some(Hash::Sha384),
            "SHA512" => Some(Hash::Sha512),
            _ => None,
        }
    }

    pub(super) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        match self {
            Hash::Sha1 => digest::<Sha1>(parts),
            Hash::Sha256 => digest::<Sha256>(parts),
            Hash::Sha384 => digest::<Sha384>(parts),
            Hash::Sha512 => digest::<Sha512>(parts),
        }
    }

    /// Hashes the password many times over, which is what makes guessing slow.
    pub(super) fn spun(self, salt: &[u8], password: &[u8], times: u32) -> Vec<u8> {
        let mut hash = self.of(&[salt, password]);
        for turn in 0..times {
            hash = self.of(&[&turn.to_le_bytes(), &hash]);
        }
        hash
    }

    /// Whether the code over the message is this one.
    pub(super) fn proves(self, key: &[u8], message: &[u8], code: &[u8]) -> bool {
        match self {
            Hash::Sha1 => proved::<Hmac<Sha1>>(key, message, code),
            Hash::Sha256 => proved::<Hmac<Sha256>>(key, message, code),
            Hash::Sha384 => proved::<Hmac<Sha384>>(key, message, code),
            Hash::Sha512 => proved::<Hmac<Sha512>>(key, message, code),
        }
    }
}

fn digest<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().to_vec()
}

fn proved<M: Mac + KeyInit>(key: &[u8], message: &[u8], code: &[u8]) -> bool {
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(key) else { return false };
    mac.update(message);
    mac.verify_slice(code).is_ok()
}

/// AES whose key has 128, 192 or 256 bits. Bytes beyond the last whole block are left out.
pub(super) enum Aes {
    Short(Aes128),
    Middle(Aes192),
    Long(Aes256),
}

impl Aes {
    pub(super) fn new(key: &[u8]) -> Option<Aes> {
        match key.len() {
            16 => Aes128::new_from_slice(key).ok().map(Aes::Short),
            24 => Aes192::new_from_slice(key).ok().map(Aes::Middle),
            32 => Aes256::new_from_slice(key).ok().map(Aes::Long),
            _ => None,
        }
    }

    /// Each block by itself.
    pub(super) fn open_blocks(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.chunks_exact(BLOCK_BYTES).flat_map(|block| self.open(block)).collect()
    }

    /// Each block chained to the one before it.
    pub(super) fn open_chain(&self, start: &[u8], bytes: &[u8]) -> Vec<u8> {
        let mut plain = Vec::with_capacity(bytes.len());
        let mut before = start;
        for block in bytes.chunks_exact(BLOCK_BYTES) {
            let opened = self.open(block);
            plain.extend(opened.iter().zip(before).map(|(byte, chain)| byte ^ chain));
            before = block;
        }
        plain
    }

    fn open(&self, block: &[u8]) -> [u8; BLOCK_BYTES] {
        let mut bytes = [0; BLOCK_BYTES];
        bytes.copy_from_slice(block);
        match self {
            Aes::Short(aes) => opened(aes, bytes),
            Aes::Middle(aes) => opened(aes, bytes),
            Aes::Long(aes) => opened(aes, bytes),
        }
    }
}

fn opened<C: BlockCipherDecrypt>(cipher: &C, bytes: [u8; BLOCK_BYTES]) -> [u8; BLOCK_BYTES] {
    let mut block = Block::<C>::default();
    block.copy_from_slice(&bytes);
    cipher.decrypt_block(&mut block);
    let mut opened = [0; BLOCK_BYTES];
    opened.copy_from_slice(&block);
    opened
}

/// Cut to a length, or filled up to it.
pub(super) fn fitted(bytes: &[u8], length: usize) -> Vec<u8> {
    const FILL: u8 = 0x36;
    let mut fitted = bytes.to_vec();
    fitted.resize(length, FILL);
    fitted
}
