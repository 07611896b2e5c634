//! The legacy encodings in which bytes are text at all, and which of them is the likeliest.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, IBM866, ISO_8859_2, ISO_8859_5, ISO_8859_7,
    ISO_8859_15, KOI8_R, KOI8_U, MACINTOSH, SHIFT_JIS, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
};

use super::Decoded;
use super::codecs::{DOS, HOST, Page};
use super::evidence::weigh;
use crate::ingest::EncodingChoice;

/// In the order in which they are met; of two that fit alike the first is taken.
const ENCODINGS: [&Encoding; 23] = [
    WINDOWS_1252,
    EUC_KR,
    GB18030,
    SHIFT_JIS,
    BIG5,
    EUC_JP,
    WINDOWS_1250,
    WINDOWS_1251,
    WINDOWS_1254,
    WINDOWS_1253,
    WINDOWS_874,
    WINDOWS_1255,
    WINDOWS_1256,
    WINDOWS_1257,
    ISO_8859_15,
    ISO_8859_2,
    KOI8_R,
    ISO_8859_7,
    KOI8_U,
    ISO_8859_5,
    MACINTOSH,
    IBM866,
    ISO_8859_2,
];

/// Bytes of telling lines that are weighed. All lines with other than ASCII count until there are
/// so many, taken from all over the file.
const SAMPLE_BYTES: usize = 1 << 17;

/// Readings less likely than the best by more than this are not worth showing; in thousandths.
const MARGIN: i64 = 220;

/// What the letters of the chosen reading must weigh to leave no doubt.
const CERTAIN: i64 = 500;

const OTHERS_MAX: usize = 5;

#[derive(Clone, Copy)]
enum Candidate {
    Web(&'static Encoding),
    Dos(&'static Page),
}

struct Ranked<'s> {
    candidate: Candidate,
    text: Cow<'s, str>,
    score: i64,
}

impl Candidate {
    fn name(self) -> &'static str {
        match self {
            Candidate::Web(encoding) => encoding.name(),
            Candidate::Dos(page) => page.name,
        }
    }

    fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        match self {
            Candidate::Web(encoding) => encoding.decode_without_bom_handling(bytes),
            Candidate::Dos(page) => (page.decode(bytes).into(), false),
        }
    }
}

/// All of them, the commonest first.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let web = ENCODINGS.into_iter().map(Candidate::Web);
    web.chain(DOS.iter().map(Candidate::Dos)).map(Candidate::name)
}

/// Decodes in the likeliest encoding.
pub(super) fn decide(bytes: &[u8]) -> Decoded<'_> {
    let sample = sample(bytes);
    let ranked = rank(&sample, bytes);
    let Some(best) = ranked.first() else {
        let (text, replaced) = Candidate::Web(WINDOWS_1252).decode(bytes);
        return Decoded { text, encoding: WINDOWS_1252.name(), replaced, ..Decoded::default() };
    };
    let (text, replaced) = best.candidate.decode(bytes);
    Decoded {
        text,
        encoding: best.candidate.name(),
        replaced,
        others: choices(&ranked, best, best.score < CERTAIN),
        ..Decoded::default()
    }
}

/// The bytes as UTF-8, with marks where they are none.
pub(super) fn as_utf8(bytes: &[u8]) -> EncodingChoice {
    let preview = telling_line(&String::from_utf8_lossy(&sample(bytes)));
    EncodingChoice { encoding: "UTF-8".to_owned(), preview }
}

/// Readings other than this one.
pub(super) fn others(bytes: &[u8], chosen: &str) -> Vec<EncodingChoice> {
    let sample = sample(bytes);
    if HOST.iter().any(|page| page.name == chosen) {
        let rest = HOST.iter().filter(|page| page.name != chosen);
        let choice = |page: &Page| EncodingChoice {
            encoding: page.name.to_owned(),
            preview: telling_line(&page.decode(&bytes[..bytes.len().min(4096)])),
        };
        return rest.map(choice).collect();
    }
    if bytes.is_ascii() {
        let text = String::from_utf8_lossy(&sample);
        let preview = telling_line(&text);
        return vec![EncodingChoice { encoding: "UTF-8".to_owned(), preview }];
    }
    let mut choices = Vec::new();
    if std::str::from_utf8(bytes).is_ok() && chosen != "UTF-8" {
        let preview = telling_line(&String::from_utf8_lossy(&sample));
        choices.push(EncodingChoice { encoding: "UTF-8".to_owned(), preview });
    }
    for other in rank(&sample, bytes).iter().filter(|other| other.candidate.name() != chosen) {
        let encoding = other.candidate.name().to_owned();
        choices.push(EncodingChoice { encoding, preview: telling_line(&other.text) });
    }
    choices.truncate(OTHERS_MAX);
    choices
}

fn choices(ranked: &[Ranked], best: &Ranked, doubtful: bool) -> Vec<EncodingChoice> {
    let margin = if doubtful { MARGIN * 3 } else { MARGIN };
    let mut texts = vec![&*best.text];
    let mut choices = Vec::new();
    for other in ranked {
        // Encodings that give the same text are one choice.
        if best.score - other.score > margin || texts.contains(&&*other.text) {
            continue;
        }
        texts.push(&other.text);
        choices.push(EncodingChoice {
            encoding: other.candidate.name().to_owned(),
            preview: telling_line(&other.text),
        });
    }
    choices.truncate(OTHERS_MAX);
    choices
}

/// Readings in which the sample and the file are text, likeliest first.
fn rank<'s>(sample: &'s [u8], bytes: &[u8]) -> Vec<Ranked<'s>> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let hint = detector.guess(None, Utf8Detection::Deny);
    let hint = if hint == GBK { GB18030 } else { hint };
    let web = ENCODINGS.into_iter().chain([hint]).map(Candidate::Web);
    let all = web.chain(DOS.iter().map(Candidate::Dos));
    let mut ranked: Vec<Ranked> = Vec::new();
    for candidate in all {
        if ranked.iter().any(|known| known.candidate.name() == candidate.name()) {
            continue;
        }
        let (text, _) = candidate.decode(sample);
        let encoding = match candidate {
            Candidate::Web(encoding) => encoding,
            Candidate::Dos(_) => WINDOWS_1252,
        };
        let weight = weigh(&text, encoding);
        let liked = matches!(candidate, Candidate::Web(encoding) if encoding == hint);
        let score = weight.mean + if liked { 80 } else { 0 }
            - if matches!(candidate, Candidate::Dos(_)) { 50 } else { 0 };
        ranked.push(Ranked { candidate, text, score });
    }
    // Stable: of equals the commoner stays first.
    ranked.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
    ranked.truncate(OTHERS_MAX + 3);
    ranked
}

/// Lines with other than ASCII bytes, from all over the file.
pub(super) fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut lines = bytes.split(|b| matches!(b, b'\n' | b'\r')).filter(|line| !line.is_ascii());
    let total: usize = lines.clone().map(|line| line.len() + 1).sum();
    let step = total.div_ceil(SAMPLE_BYTES).max(1);
    let mut sample = Vec::with_capacity(total.min(SAMPLE_BYTES * 2));
    while let Some(line) = lines.next() {
        sample.extend_from_slice(line);
        sample.push(b'\n');
        if step > 1 {
            lines.nth(step - 2);
        }
        if sample.len() > SAMPLE_BYTES * 2 {
            break;
        }
    }
    sample
}

/// The line with the most to tell, cut to what fits beside others.
pub(super) fn telling_line(text: &str) -> String {
    const CHARS_MAX: usize = 80;
    const LINES_MAX: usize = 200;
    let telling = |line: &&str| line.chars().filter(|c| !c.is_ascii()).take(40).count();
    // The first of equals: it is the one that people see first, too.
    let lines = text.lines().take(LINES_MAX).collect::<Vec<_>>();
    let best = lines.into_iter().rev().max_by_key(telling).unwrap_or("");
    best.chars().filter(|c| !c.is_control() || *c == '\t').take(CHARS_MAX).collect()
}
