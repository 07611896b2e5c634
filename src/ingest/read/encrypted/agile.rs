//! The agile form (Excel 2010 on): parameters in XML, a key for the package under a key of the
//! password, and a code over the whole package.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::cipher::{Aes, BLOCK_BYTES, Hash, fitted};
use super::{sized, unknown, wide, wrong_password};
use crate::base::limits::PASSWORD_TURNS_MAX;
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;

const SEGMENT_BYTES: usize = 4096;

/// What is hashed behind the password or the salt, one for each purpose (MS-OFFCRYPTO 2.3.4.13).
const VERIFIER_INPUT: [u8; 8] = [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79];
const VERIFIER_HASH: [u8; 8] = [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e];
const KEY_VALUE: [u8; 8] = [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6];
const CODE_KEY: [u8; 8] = [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6];
const CODE_VALUE: [u8; 8] = [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33];

#[derive(Default)]
struct Info {
    data: Option<Method>,
    password: Option<Method>,
    turns: u32,
    verifier_input: Vec<u8>,
    verifier_hash: Vec<u8>,
    key_value: Vec<u8>,
    /// Key and value of the code over the package, encrypted.
    code: Option<(Vec<u8>, Vec<u8>)>,
}

/// How something is encrypted.
struct Method {
    hash: Hash,
    key_bytes: usize,
    salt: Vec<u8>,
}

pub(super) fn open(xml: &[u8], package: &[u8], password: &str) -> Result<Vec<u8>, Refusal> {
    let info = read(xml)?;
    let data = info.data.as_ref().ok_or_else(unknown)?;
    let under = info.password.as_ref().ok_or_else(unknown)?;
    if info.turns > PASSWORD_TURNS_MAX {
        return Err(unknown());
    }
    let spun = under.hash.spun(&under.salt, &wide(password), info.turns);
    let start = fitted(&under.salt, BLOCK_BYTES);
    let opened = |purpose: &[u8], bytes: &[u8]| -> Result<Vec<u8>, Refusal> {
        let key = fitted(&under.hash.of(&[&spun, purpose]), under.key_bytes);
        Ok(Aes::new(&key).ok_or_else(unknown)?.open_chain(&start, bytes))
    };
    let input = opened(&VERIFIER_INPUT, &info.verifier_input)?;
    let expected = under.hash.of(&[input.get(..under.salt.len()).ok_or_else(damaged)?]);
    if opened(&VERIFIER_HASH, &info.verifier_hash)?.get(..expected.len()) != Some(&expected[..]) {
        return Err(wrong_password());
    }
    let key = opened(&KEY_VALUE, &info.key_value)?;
    let key = key.get(..data.key_bytes).ok_or_else(damaged)?;
    let aes = Aes::new(key).ok_or_else(unknown)?;
    if let Some((code_key, code_value)) = &info.code
        && !is_whole(data, &aes, package, code_key, code_value)
    {
        return Err(damaged());
    }
    decrypted(data, &aes, package)
}

/// Whether the code over the package is right, and so no byte of it changed.
fn is_whole(data: &Method, aes: &Aes, package: &[u8], code_key: &[u8], code: &[u8]) -> bool {
    let start = |purpose: &[u8]| fitted(&data.hash.of(&[&data.salt, purpose]), BLOCK_BYTES);
    let length = data.hash.of(&[]).len();
    let key = aes.open_chain(&start(&CODE_KEY), code_key);
    let code = aes.open_chain(&start(&CODE_VALUE), code);
    match (key.get(..length), code.get(..length)) {
        (Some(key), Some(code)) => data.hash.proves(key, package, code),
        _ => false,
    }
}

fn decrypted(data: &Method, aes: &Aes, package: &[u8]) -> Result<Vec<u8>, Refusal> {
    let (size, rest) = sized(package)?;
    let mut plain = Vec::with_capacity(rest.len());
    for (number, segment) in (0_u32..).zip(rest.chunks(SEGMENT_BYTES)) {
        let start = fitted(&data.hash.of(&[&data.salt, &number.to_le_bytes()]), BLOCK_BYTES);
        plain.extend(aes.open_chain(&start, segment));
    }
    if plain.len() < size {
        return Err(damaged());
    }
    plain.truncate(size);
    Ok(plain)
}

fn read(xml: &[u8]) -> Result<Info, Refusal> {
    let text = std::str::from_utf8(xml).map_err(|_| damaged())?;
    let mut xml = Reader::from_str(text.trim_end_matches('\0'));
    let mut info = Info::default();
    loop {
        match xml.read_event().map_err(|_| damaged())? {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "keyData" => info.data = Some(method(&e)?),
                "dataIntegrity" => {
                    let code = (bytes(&e, "encryptedHmacKey")?, bytes(&e, "encryptedHmacValue")?);
                    info.code = Some(code);
                }
                "encryptedKey" => {
                    info.password = Some(method(&e)?);
                    info.turns = number(&e, "spinCount")?;
                    info.verifier_input = bytes(&e, "encryptedVerifierHashInput")?;
                    info.verifier_hash = bytes(&e, "encryptedVerifierHashValue")?;
                    info.key_value = bytes(&e, "encryptedKeyValue")?;
                }
                _ => {}
            },
            Event::Eof => return Ok(info),
            _ => {}
        }
    }
}

fn method(element: &BytesStart) -> Result<Method, Refusal> {
    let chained = text(element, "cipherChaining")? == "ChainingModeCBC";
    if text(element, "cipherAlgorithm")? != "AES" || !chained {
        return Err(unknown());
    }
    let bits = number(element, "keyBits")?;
    Ok(Method {
        hash: Hash::named(&text(element, "hashAlgorithm")?).ok_or_else(unknown)?,
        key_bytes: usize::try_from(bits / 8).ok().filter(|n| *n <= 32).ok_or_else(unknown)?,
        salt: bytes(element, "saltValue")?,
    })
}

fn text(element: &BytesStart, name: &str) -> Result<String, Refusal> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    found.map(|attribute| attribute.value.to_string()).ok_or_else(damaged)
}

fn number(element: &BytesStart, name: &str) -> Result<u32, Refusal> {
    text(element, name)?.parse().map_err(|_| damaged())
}

fn bytes(element: &BytesStart, name: &str) -> Result<Vec<u8>, Refusal> {
    STANDARD.decode(text(element, name)?.trim()).map_err(|_| damaged())
}
