//! Packages encrypted here, by the same rules turned round, and opened again.

use aes::Aes128;
use aes::cipher::{Block, BlockCipherEncrypt, KeyInit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha2::Sha512;

use super::cipher::{BLOCK_BYTES, Hash, fitted};
use super::{open, wide};

const SALT: [u8; 16] = [7; 16];
const KEY: [u8; 16] = [42; 16];
const TURNS: u32 = 10;
/// Longer than one segment, and not a whole number of blocks.
const PLAIN_BYTES: usize = 5_000;

fn chained(key: &[u8], start: &[u8], plain: &[u8]) -> Vec<u8> {
    let aes = Aes128::new_from_slice(key).expect("a key of sixteen bytes");
    let mut before = start.to_vec();
    let mut bytes = Vec::new();
    for part in plain.chunks(BLOCK_BYTES) {
        let mut block = Block::<Aes128>::default();
        for (at, byte) in block.iter_mut().enumerate() {
            *byte = part.get(at).copied().unwrap_or(0) ^ before[at];
        }
        aes.encrypt_block(&mut block);
        before = block.to_vec();
        bytes.extend(&before);
    }
    bytes
}

fn plain() -> Vec<u8> {
    (0..PLAIN_BYTES).map(|at| (at % 251) as u8).collect()
}

/// Information and package of the agile form under a password.
fn agile(password: &str) -> (Vec<u8>, Vec<u8>) {
    let hash = Hash::Sha512;
    let mut package = (PLAIN_BYTES as u64).to_le_bytes().to_vec();
    for (number, segment) in (0_u32..).zip(plain().chunks(4096)) {
        let start = fitted(&hash.of(&[&SALT, &number.to_le_bytes()]), BLOCK_BYTES);
        package.extend(chained(&KEY, &start, segment));
    }
    let spun = hash.spun(&SALT, &wide(password), TURNS);
    let under = |purpose: [u8; 8], bytes: &[u8]| {
        let key = fitted(&hash.of(&[&spun, &purpose]), KEY.len());
        STANDARD.encode(chained(&key, &SALT, bytes))
    };
    let coded = |purpose: [u8; 8], bytes: &[u8]| {
        let start = fitted(&hash.of(&[&SALT, &purpose]), BLOCK_BYTES);
        STANDARD.encode(chained(&KEY, &start, bytes))
    };
    let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(&[9; 64]).expect("any key");
    mac.update(&package);
    let code = mac.finalize().into_bytes();
    let input = [3_u8; 16];
    let how = format!(
        "cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" \
         keyBits=\"128\" saltValue=\"{}\"",
        STANDARD.encode(SALT)
    );
    let xml = format!(
        "<encryption><keyData {how}/><dataIntegrity encryptedHmacKey=\"{}\" \
         encryptedHmacValue=\"{}\"/><p:encryptedKey {how} spinCount=\"{TURNS}\" \
         encryptedVerifierHashInput=\"{}\" encryptedVerifierHashValue=\"{}\" \
         encryptedKeyValue=\"{}\"/></encryption>",
        coded([0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6], &[9; 64]),
        coded([0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33], &code),
        under([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], &input),
        under([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], &hash.of(&[&input])),
        under([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], &KEY),
    );
    ([&[4, 0, 4, 0, 0x40, 0, 0, 0], xml.as_bytes()].concat(), package)
}

fn refused(info: &[u8], package: &[u8], password: Option<&str>) -> String {
    open(info, package, password).expect_err("a refusal").key
}

#[test]
fn the_right_password_opens_and_any_other_is_said_to_be_wrong() {
    let (info, package) = agile("열려라 Sesam");
    assert_eq!(open(&info, &package, Some("열려라 Sesam")).as_deref(), Ok(&plain()[..]));
    assert_eq!(refused(&info, &package, Some("sesam")), "refused-wrong-password");
    assert_eq!(refused(&info, &package, None), "refused-encrypted");
}

#[test]
fn a_changed_byte_is_damage() {
    let (info, mut package) = agile("x");
    package[4_321] ^= 1;
    assert_eq!(refused(&info, &package, Some("x")), "refused-damaged");
}

#[test]
fn endless_hashing_and_other_ciphers_are_refused() {
    let (info, package) = agile("x");
    let text = String::from_utf8_lossy(&info[8..]).into_owned();
    for (from, to) in [("spinCount=\"10\"", "spinCount=\"4000000000\""), ("\"AES\"", "\"RC2\"")] {
        let other = [&info[..8], text.replace(from, to).as_bytes()].concat();
        assert_eq!(refused(&other, &package, Some("x")), "refused-unknown-encryption");
    }
    for length in 0..info.len() / 2 {
        assert!(open(&info[..length], &package, Some("x")).is_err());
    }
}
