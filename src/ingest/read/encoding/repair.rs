//! Text that was decoded wrongly before it was saved: `Ã©` for é, `ÇÑ±Û` for 한글.
//!
//! Nothing is repaired unasked: the repair is offered as a reading beside the others.

use encoding_rs::{EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

use super::candidates::telling_line;
use super::census::Census;
use super::evidence::weigh;
use crate::ingest::EncodingChoice;

/// A name for people and for `ReadOptions`, and the encoding that the text truly was in.
const REPAIRS: [(&str, &Encoding); 4] = [
    ("UTF-8 (repaired)", UTF_8),
    ("EUC-KR (repaired)", EUC_KR),
    ("gb18030 (repaired)", GB18030),
    ("Shift_JIS (repaired)", SHIFT_JIS),
];

/// The repair that makes text of what only looks like it.
pub(super) fn offer(text: &str) -> Option<EncodingChoice> {
    const LINES_MAX: usize = 400;
    const BETTER: i64 = 500;
    // Signs of it are two letters of Western Europe side by side; most files have none.
    let pairs = |line: &&str| {
        let strange = |c: char| matches!(c as u32, 0x80..=0xff | 0x152..=0x178 | 0x2013..=0x2122);
        line.chars().zip(line.chars().skip(1)).any(|(a, b)| strange(a) && strange(b))
    };
    if text.is_ascii() {
        return None;
    }
    let sample: Vec<&str> = text.lines().filter(pairs).take(LINES_MAX).collect();
    let sample = sample.join("\n");
    if sample.is_empty() {
        return None;
    }
    let now = weigh(&sample, WINDOWS_1252).mean;
    let mut best: Option<(i64, EncodingChoice)> = None;
    for (name, truly) in REPAIRS {
        let Some(repaired) = repaired(&sample, truly) else { continue };
        let weight = weigh(&repaired, if truly == UTF_8 { script_of(&repaired) } else { truly });
        let gain = weight.mean - now;
        // Strict UTF-8 by accident is all but impossible.
        let enough = if truly == UTF_8 { weight.count > 0 } else { gain > BETTER };
        if enough && best.as_ref().is_none_or(|(found, _)| gain > *found) {
            let preview = telling_line(&repaired);
            best = Some((gain, EncodingChoice { encoding: name.to_owned(), preview }));
        }
        if enough && truly == UTF_8 {
            break;
        }
    }
    best.map(|(_, choice)| choice)
}

/// Reads bytes under the name of a repair.
pub(super) fn read(bytes: &[u8], name: &str) -> Option<(String, &'static str)> {
    let (name, truly) = REPAIRS.iter().find(|(known, _)| *known == name)?;
    let text = super::evident(bytes, &Census::of(bytes)).text;
    let lines: Vec<String> = text
        .split_inclusive('\n')
        .map(|line| repaired(line, truly).unwrap_or_else(|| line.to_owned()))
        .collect();
    Some((lines.concat(), name))
}

/// Takes the text back to the bytes that were misread, and reads those.
fn repaired(text: &str, truly: &'static Encoding) -> Option<String> {
    let (bytes, _, failed) = WINDOWS_1252.encode(text);
    if failed {
        return None;
    }
    let found = truly.decode_without_bom_handling_and_without_replacement(&bytes)?;
    (found != text).then(|| found.into_owned())
}

fn script_of(text: &str) -> &'static Encoding {
    let has = |range: std::ops::RangeInclusive<char>| text.chars().any(|c| range.contains(&c));
    if has('가'..='힣') {
        EUC_KR
    } else if has('\u{4e00}'..='\u{9fff}') {
        GB18030
    } else {
        WINDOWS_1252
    }
}
