//! Which encoding a text file is in, decided by evidence of the whole file, and the text itself.
//!
//! Order: what a person chose; a byte-order mark; UTF-32, UTF-16 and host bytes by their pattern;
//! strict UTF-8; then every legacy encoding in which the bytes are text at all, by the frequency of
//! its letters. Korean and Chinese are always read as the larger sets (CP949, GB18030). Where two
//! fit alike, the others are handed on with a line to judge by.

mod candidates;
mod census;
mod codecs;
mod evidence;
mod previews;
mod repair;

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use self::census::Census;
pub use self::previews::{EncodingPreview, encoding_previews};
use crate::ingest::EncodingChoice;

/// Decoded text with what had to be put right.
#[derive(Default)]
pub(super) struct Decoded<'b> {
    /// The bytes themselves where they need no change: most large files are UTF-8.
    pub text: Cow<'b, str>,
    /// WHATWG name, or that of the code page.
    pub encoding: &'static str,
    /// Whether bytes stand in it that the encoding does not have.
    pub replaced: bool,
    /// NUL characters left out.
    pub nulls: usize,
    /// Whether the letters show that it was decoded wrongly before it was saved.
    pub mojibake: bool,
    /// Other readings of the bytes, likeliest first; empty when there is no doubt.
    pub others: Vec<EncodingChoice>,
}

impl Decoded<'_> {
    /// What was found out, without the text.
    pub(super) fn told(self) -> Decoded<'static> {
        Decoded {
            text: Cow::default(),
            encoding: self.encoding,
            replaced: self.replaced,
            nulls: self.nulls,
            mojibake: self.mojibake,
            others: self.others,
        }
    }
}

/// Decodes in the encoding that a person chose, or in the one that the bytes show.
pub(super) fn decode<'b>(bytes: &'b [u8], chosen: Option<&str>) -> Decoded<'b> {
    let census = Census::of(bytes);
    let mut decoded = match chosen.and_then(|name| named(bytes, name)) {
        Some(decoded) => {
            let mut others = candidates::others(bytes, decoded.encoding);
            others.retain(|other| Some(other.encoding.as_str()) != chosen);
            Decoded { others, ..decoded }
        }
        None => evident(bytes, &census),
    };
    // A text of its own may have what the bytes have not.
    let may_have = |marks: fn(&Census) -> bool| match decoded.text {
        Cow::Borrowed(_) => marks(&census),
        Cow::Owned(_) => true,
    };
    let (may_have_nulls, may_be_misread) =
        (may_have(|census| census.has(0)), may_have(Census::may_be_misread));
    if may_have_nulls {
        decoded.nulls = memchr::memchr_iter(0, decoded.text.as_bytes()).count();
    }
    if decoded.nulls > 0 {
        decoded.text.to_mut().retain(|c| c != '\0');
    }
    if chosen.is_none()
        && may_be_misread
        && let Some(repaired) = repair::offer(&decoded.text)
    {
        decoded.mojibake = true;
        decoded.others.insert(0, repaired);
    }
    decoded
}

/// In the encoding of this name, whatever the bytes.
fn named<'b>(bytes: &'b [u8], name: &str) -> Option<Decoded<'b>> {
    if let Some((text, encoding)) = repair::read(bytes, name) {
        return Some(Decoded { text: text.into(), encoding, ..Decoded::default() });
    }
    if let Some(page) = codecs::page(name) {
        return Some(Decoded {
            text: page.decode(bytes).into(),
            encoding: page.name,
            ..Decoded::default()
        });
    }
    match name {
        "UTF-32" => {
            let text = codecs::utf32(bytes)?.into();
            return Some(Decoded { text, encoding: "UTF-32", ..Decoded::default() });
        }
        "ISO-2022-KR" => {
            let text = codecs::iso2022kr(bytes)?;
            return Some(Decoded {
                text: text.into(),
                encoding: "ISO-2022-KR",
                ..Decoded::default()
            });
        }
        "HZ-GB-2312" => {
            let text = codecs::hz(bytes)?;
            return Some(Decoded {
                text: text.into(),
                encoding: "HZ-GB-2312",
                ..Decoded::default()
            });
        }
        "UTF-7" => {
            let text = codecs::utf7(bytes)?.into();
            return Some(Decoded { text, encoding: "UTF-7", ..Decoded::default() });
        }
        _ => {}
    }
    Encoding::for_label(name.as_bytes()).map(|encoding| whole(encoding, bytes))
}

fn whole<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Decoded<'b> {
    let (text, replaced) = encoding.decode_with_bom_removal(bytes);
    Decoded { text, encoding: encoding.name(), replaced, ..Decoded::default() }
}

fn evident<'b>(bytes: &'b [u8], census: &Census) -> Decoded<'b> {
    if let Some(text) = codecs::utf32(bytes) {
        return Decoded { text: text.into(), encoding: "UTF-32", ..Decoded::default() };
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return whole(encoding, bytes);
    }
    if census.has(0)
        && let Some(wide) = utf16_without_mark(bytes)
    {
        return whole(wide, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return seven_bits(bytes, census).unwrap_or_else(|| Decoded {
            text: text.into(),
            encoding: UTF_8.name(),
            ..Decoded::default()
        });
    }
    if is_host(bytes) {
        let page = &codecs::HOST[0];
        let others = candidates::others(bytes, page.name);
        return Decoded {
            text: page.decode(bytes).into(),
            encoding: page.name,
            others,
            ..Decoded::default()
        };
    }
    if is_mostly_utf8(bytes) {
        return whole(UTF_8, bytes);
    }
    let mut decided = candidates::decide(bytes);
    if has_lines_of_utf8(bytes) {
        decided.others.insert(0, candidates::as_utf8(bytes));
    }
    decided
}

/// Encodings that write every letter in bytes of ASCII.
fn seven_bits<'b>(bytes: &'b [u8], census: &Census) -> Option<Decoded<'b>> {
    const ESCAPE: u8 = 0x1b;
    let of = |text: String, encoding: &'static str| {
        let others = candidates::others(bytes, encoding);
        Decoded { text: text.into(), encoding, others, ..Decoded::default() }
    };
    if census.has(ESCAPE)
        && let Some(text) = codecs::iso2022kr(bytes)
    {
        return Some(of(text, "ISO-2022-KR"));
    }
    if census.has(b'~')
        && let Some(text) = codecs::hz(bytes)
    {
        return Some(of(text, "HZ-GB-2312"));
    }
    if census.has(ESCAPE) && has_jis_escape(bytes) {
        return Some(whole(ISO_2022_JP, bytes));
    }
    if census.has(b'+')
        && let Some(text) = codecs::utf7(bytes)
    {
        return Some(of(text, "UTF-7"));
    }
    None
}

/// The likeliest encoding of bytes that name none, among those that browsers know.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let name = evident(bytes, &Census::of(bytes)).encoding;
    Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

/// Decodes a file that names its own encoding. The name is believed where it fits the bytes:
/// programs convert a page to UTF-8 and leave the old name in it.
pub(super) fn decode_declared<'b>(
    bytes: &'b [u8],
    chosen: Option<&str>,
    declared: Option<&str>,
) -> Decoded<'b> {
    if chosen.is_some() || Encoding::for_bom(bytes).is_some() || bytes.contains(&0) {
        return decode(bytes, chosen);
    }
    let utf8 = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    let named = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    let fits = |encoding: &&'static Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    };
    match named.filter(|_| !utf8).filter(fits) {
        Some(encoding) => Decoded { others: Vec::new(), ..decode(bytes, Some(encoding.name())) },
        None => decode(bytes, None),
    }
}

/// What a marked-up file says of its own encoding, in a `meta` tag or an XML declaration.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    const LOOK_AT: usize = 8192;
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK_AT)]).to_ascii_lowercase();
    let named = |word: &str| {
        let (_, rest) = start.split_once(word)?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        let label = |c: char| c.is_ascii_alphanumeric() || "-_:.".contains(c);
        let label: String = rest.chars().take_while(|c| label(*c)).collect();
        (!label.is_empty()).then_some(label)
    };
    named("charset").or_else(|| named("encoding"))
}

/// Whether the text names the Korean set of seven bits, in which two control characters are at home.
pub(super) fn names_korean_set(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    memchr::memmem::find(start, codecs::KOREAN_SET).is_some()
}

/// Share of zero bytes, in percent, at one parity that betrays UTF-16: figures, commas and line
/// ends have one even in Korean and Chinese text.
const ZERO_PERCENT: usize = 30;

/// The same where a line end stands as UTF-16 writes it.
const ZERO_PERCENT_WITH_LINES: usize = 8;

fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    memchr::memchr(0, bytes)?;
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), bytes.len() / 2);
    let has = |unit: [u8; 2]| bytes.chunks_exact(2).any(|found| found == unit);
    let betrays = |many: usize, few: usize, line_end: [u8; 2]| {
        let least = if has(line_end) { ZERO_PERCENT_WITH_LINES } else { ZERO_PERCENT };
        many * 100 >= half * least && many > few * 4
    };
    if betrays(odd, even, [b'\n', 0]) {
        Some(UTF_16LE)
    } else if betrays(even, odd, [0, b'\n']) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// `ESC $` and `ESC (`: ISO-2022-JP is ASCII to a strict UTF-8 decoder.
fn has_jis_escape(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0x1b, bytes).any(|at| matches!(bytes.get(at + 1), Some(b'$' | b'(')))
}

/// Host files: blanks are 0x40, digits 0xF0–0xF9, and there is neither a blank nor a line feed.
pub(super) fn is_host(bytes: &[u8]) -> bool {
    // Shares over a beginning of this length tell no less than over a hundred megabytes.
    const LOOKED_AT: usize = 1 << 16;
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    let count = |wanted: fn(u8) -> bool| bytes.iter().filter(|b| wanted(**b)).count();
    let host = count(|b| matches!(b, 0x40 | 0x4b | 0x6b | 0x81..=0xa9 | 0xc1..=0xe9 | 0xf0..=0xf9));
    let ascii = count(|b| matches!(b, b' ' | b'\n' | b'\r' | b',' | b'0'..=b'9'));
    bytes.len() >= 16 && host * 10 >= bytes.len() * 8 && ascii * 12 < bytes.len()
}

/// Whether a host file has line ends; without them its records have a length that nobody tells.
pub(super) fn has_host_lines(bytes: &[u8]) -> bool {
    bytes.iter().any(|b| matches!(b, 0x15 | 0x25))
}

/// A few broken bytes in a file of many sound sequences: cut off, or put together from two.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    const SOUND_MIN: usize = 8;
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= SOUND_MIN && sound >= broken * 20
}

/// Whole lines that are sound UTF-8 among others that are not: a file put together from two, of which
/// no reading shows all.
fn has_lines_of_utf8(bytes: &[u8]) -> bool {
    const LETTERS_MIN: usize = 2;
    const ONE_IN: usize = 5;
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for line in bytes.split(|b| *b == b'\n').filter(|line| !line.is_ascii()) {
        let letters =
            std::str::from_utf8(line).map(|line| line.chars().filter(|c| !c.is_ascii()).count());
        match letters {
            Ok(LETTERS_MIN..) => sound += 1,
            _ => broken += 1,
        }
    }
    sound > 0 && sound * ONE_IN >= broken
}

#[cfg(test)]
mod tests;
