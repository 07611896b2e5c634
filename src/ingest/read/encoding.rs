//! Which encoding a text file is in, decided over the whole file, and the text itself.
//!
//! Order: byte-order mark, the zero bytes of UTF-16, strict UTF-8, then the legacy encodings by
//! their letter frequencies. Korean and Chinese are always read as the larger sets (CP949, GB18030).

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_KR, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text with what had to be put right.
pub(super) struct Decoded {
    pub text: String,
    /// WHATWG name.
    pub encoding: &'static str,
    /// Whether bytes stand in it that the encoding does not have.
    pub replaced: bool,
    /// NUL characters left out.
    pub nulls: usize,
}

/// Decodes in the encoding that a person chose, or in the one that the bytes show.
pub(super) fn decode(bytes: &[u8], chosen: Option<&str>) -> Decoded {
    if let Some(text) = utf32(bytes) {
        return Decoded { text, encoding: "UTF-32", replaced: false, nulls: 0 };
    }
    let (encoding, body) = match chosen.and_then(|name| Encoding::for_label(name.as_bytes())) {
        Some(chosen) => (chosen, bytes),
        None => evident(bytes),
    };
    let (text, replaced) = encoding.decode_with_bom_removal(body);
    let mut text = text.into_owned();
    let nulls = text.bytes().filter(|b| *b == 0).count();
    if nulls > 0 {
        text.retain(|c| c != '\0');
    }
    Decoded { text, encoding: encoding.name(), replaced, nulls }
}

/// Decodes a file that names its own encoding. The name is believed where it fits the bytes:
/// programs convert a page to UTF-8 and leave the old name in it.
pub(super) fn decode_declared(
    bytes: &[u8],
    chosen: Option<&str>,
    declared: Option<&str>,
) -> Decoded {
    if chosen.is_some() || Encoding::for_bom(bytes).is_some() || bytes.contains(&0) {
        return decode(bytes, chosen);
    }
    let utf8 = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    let named = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    let fits = |encoding: &&'static Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    };
    match named.filter(|_| !utf8).filter(fits) {
        Some(encoding) => decode(bytes, Some(encoding.name())),
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

fn evident(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (guess(bytes), bytes),
    }
}

/// The encoding that bytes without a mark are likeliest in.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = utf16_without_mark(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() && !has_jis_escape(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == GBK {
        return GB18030;
    }
    if guessed.is_single_byte() && reads_as_korean(bytes) {
        return EUC_KR;
    }
    guessed
}

/// Share of zero bytes, in percent, at one parity that betrays UTF-16: figures, commas and line
/// ends have one even in Korean and Chinese text.
const ZERO_PERCENT: usize = 30;

fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), bytes.len() / 2);
    if odd * 100 >= half * ZERO_PERCENT && odd > even * 4 {
        Some(UTF_16LE)
    } else if even * 100 >= half * ZERO_PERCENT && even > odd * 4 {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn utf32(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 4]) -> u32 = match bytes {
        [0xff, 0xfe, 0, 0, ..] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff, ..] => u32::from_be_bytes,
        _ => return None,
    };
    let units = bytes[4..].chunks_exact(4);
    units.map(|unit| char::from_u32(read([unit[0], unit[1], unit[2], unit[3]]))).collect()
}

/// `ESC $` and `ESC (`: ISO-2022-JP is ASCII to a strict UTF-8 decoder.
fn has_jis_escape(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| matches!(pair, [0x1b, b'$' | b'(']))
}

/// Short Korean lists fool letter frequencies: when all bytes decode and most of what is not
/// ASCII is Hangul syllables, it is Korean.
fn reads_as_korean(bytes: &[u8]) -> bool {
    let (text, failed) = EUC_KR.decode_without_bom_handling(bytes);
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    let hangul = text.chars().filter(|c| ('가'..='힣').contains(c)).count();
    !failed && foreign > 0 && hangul * 10 >= foreign * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, encoding: &'static Encoding) -> (String, &'static str) {
        let (bytes, _, _) = encoding.encode(text);
        let decoded = decode(&bytes, None);
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn korean_and_chinese_lists() {
        let korean = "청구서번호,거래처명,금액\n1,대한물류,1000\n2,한국제약 뷁,2000\n";
        assert_eq!(names(korean, EUC_KR), (korean.to_owned(), "EUC-KR"));
        let chinese = "发票号码,客户名称,金额\n1,上海物流有限公司,1000\n2,北京医药,2000\n";
        assert_eq!(names(chinese, GB18030), (chinese.to_owned(), "gb18030"));
    }

    #[test]
    fn european_lists() {
        let german = "Rechnungs-Nr;Kunde;Betrag €\n1;Müller Spedition Köln;12,50\n";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(german);
        let decoded = decode(&bytes, None);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (german, "windows-1252"));
    }

    #[test]
    fn wide_encodings_with_and_without_a_mark() {
        let text = "송장번호\t금액\n12345\t1000\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide, None).text, text);
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
        assert_eq!(
            (decode(&marked, None).text.as_str(), decode(&marked, None).encoding),
            (text, "UTF-16LE")
        );
        let mut utf32 = vec![0xff, 0xfe, 0, 0];
        utf32.extend(text.chars().flat_map(|c| (c as u32).to_le_bytes()));
        assert_eq!(decode(&utf32, None).text, text);
    }

    #[test]
    fn nulls_are_left_out_and_counted() {
        let decoded = decode(b"a,b\nx\0y,2\n", None);
        assert_eq!((decoded.text.as_str(), decoded.nulls), ("a,b\nxy,2\n", 1));
    }
}
