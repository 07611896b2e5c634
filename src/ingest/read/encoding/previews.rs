//! The same lines of a file in each encoding, for a person who is to say which one is right. No
//! verdict: what the reader holds for likely comes first, and every other one follows.

use serde::{Deserialize, Serialize};

use super::{candidates, codecs, decode, is_host, named};

/// How a file looks in one encoding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EncodingPreview {
    /// Its name, as [`crate::ingest::ReadOptions`] takes it.
    pub encoding: String,
    /// The lines that tell encodings apart, in the order of the file.
    pub lines: Vec<String>,
    /// Whether the bytes speak for it; the first one is what is read unless somebody chooses.
    pub likely: bool,
}

const LINES: usize = 3;

/// Bytes from which the lines are taken where they are not the telling lines of the whole file.
const START_BYTES: usize = 1 << 16;

/// The likely encodings of a file, then all others that would show it differently.
pub fn encoding_previews(bytes: &[u8]) -> Vec<EncodingPreview> {
    let unpacked = crate::ingest::read::archive::inner(bytes);
    let bytes = unpacked.as_deref().unwrap_or(bytes);
    let decided = decode(bytes, None);
    let likely: Vec<String> = std::iter::once(decided.encoding.to_owned())
        .chain(decided.others.into_iter().map(|other| other.encoding))
        .collect();
    let sample = sample(bytes);
    let mut previews: Vec<EncodingPreview> = Vec::new();
    let others = names(bytes).into_iter().filter(|name| !likely.iter().any(|known| known == name));
    let all = likely.iter().map(|name| (name.as_str(), true));
    for (name, likely) in all.chain(others.map(|name| (name, false))) {
        let Some(decoded) = named(&sample, name) else { continue };
        let lines = telling_lines(&decoded.text);
        // Encodings that show the same text are one choice.
        if !previews.iter().any(|known| known.lines == lines) {
            previews.push(EncodingPreview { encoding: name.to_owned(), lines, likely });
        }
    }
    previews
}

fn sample(bytes: &[u8]) -> Vec<u8> {
    let lines =
        if bytes.contains(&0) || is_host(bytes) { Vec::new() } else { candidates::sample(bytes) };
    match lines.is_empty() {
        // UTF-16 has no lines of bytes, and plain ASCII none that tell.
        true => bytes[..bytes.len().min(START_BYTES) & !3].to_vec(),
        false => lines,
    }
}

fn names(bytes: &[u8]) -> Vec<&'static str> {
    let mut names = vec!["UTF-8"];
    if bytes.contains(&0) {
        names.extend(["UTF-16LE", "UTF-16BE"]);
    }
    names.extend(candidates::names());
    names.extend(["ISO-2022-JP", "ISO-2022-KR", "HZ-GB-2312", "UTF-7"]);
    if is_host(bytes) {
        names.extend(codecs::HOST.iter().map(|page| page.name));
    }
    names
}

/// The first lines with the most to tell, cut to what fits on a line of the page.
fn telling_lines(text: &str) -> Vec<String> {
    const CHARS_MAX: usize = 100;
    const LINES_MAX: usize = 200;
    let telling = |line: &str| line.chars().filter(|c| !c.is_ascii()).take(40).count();
    let filled = text.lines().filter(|line| !line.trim().is_empty()).take(LINES_MAX);
    let mut lines: Vec<(usize, &str)> = filled.enumerate().collect();
    lines.sort_by_key(|(at, line)| (std::cmp::Reverse(telling(line)), *at));
    lines.truncate(LINES);
    lines.sort_unstable();
    let shown = |line: &str| {
        line.chars().filter(|c| !c.is_control() || *c == '\t').take(CHARS_MAX).collect()
    };
    lines.into_iter().map(|(_, line)| shown(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likely_ones_come_first_and_every_other_follows_once() {
        let (korean, ..) =
            encoding_rs::EUC_KR.encode("거래처,금액\n칼더바이오,100\n오린제약,200\n");
        let previews = encoding_previews(&korean);
        assert_eq!(previews[0].encoding, "EUC-KR");
        assert!(previews[0].likely);
        assert_eq!(previews[0].lines, ["거래처,금액", "칼더바이오,100", "오린제약,200"]);
        let western = previews.iter().find(|p| p.encoding == "windows-1252").expect("offered");
        assert!(!western.likely && western.lines[0].contains('°'), "{western:?}");
        for (at, one) in previews.iter().enumerate() {
            assert!(previews[..at].iter().all(|other| other.lines != one.lines), "{one:?}");
        }
    }

    #[test]
    fn plain_ascii_is_no_question() {
        let previews = encoding_previews(b"job,customer\nJ1,Calder\n");
        assert_eq!(previews.len(), 1, "{previews:?}");
    }
}
