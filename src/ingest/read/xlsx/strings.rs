//! The shared strings: rich text joined, phonetic readings left out.

use std::borrow::Cow;

use super::cells::AT_HAND_BYTES;
use super::plain::plain_length;
use super::scan::{Scanner, Token, push_text};
use super::xml::unescape_units;
use crate::base::limits::CELL_BYTES_MAX;
use crate::base::stretches;
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;
use crate::words::Args;

/// All shared strings in one run of memory.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        self.text.get(start..end)
    }

    /// Calls from time to time with the bytes passed.
    pub(super) fn read(
        scanner: &mut Scanner,
        passed: &mut dyn FnMut(u64),
    ) -> Result<Strings, Refusal> {
        const REPORT_STRINGS: usize = 1 << 14;
        let mut strings = Strings::default();
        let mut text = Vec::new();
        stretches::repeat(|| {
            let hand = scanner.at_hand(AT_HAND_BYTES)?;
            if let Some((plain, bytes)) = plain_string(hand) {
                strings.push(&clean_text(plain))?;
                scanner.pass(bytes);
                if strings.ends.len().is_multiple_of(REPORT_STRINGS) {
                    passed(scanner.passed());
                }
                return Ok(true);
            }
            match scanner.next()? {
                Token::Open { name, empty, .. } if scanner.bytes(&name) == b"si" => {
                    text.clear();
                    if !empty {
                        rich_text(scanner, b"si", &mut text)?;
                    }
                    strings.push(&clean_text(&text))?;
                }
                Token::End => return Ok(false),
                _ => {}
            }
            Ok::<bool, Refusal>(true)
        })?;
        Ok(strings)
    }

    fn push(&mut self, text: &str) -> Result<(), Refusal> {
        self.text.push_str(text);
        let end = u32::try_from(self.text.len()).map_err(|_| {
            Refusal::new("refused-zip-bomb", Args::new().with("size", self.text.len() >> 20))
        })?;
        self.ends.push(end);
        Ok(())
    }
}

/// A string in the plain form of nearly all writers, and how far it reaches.
fn plain_string(hand: &[u8]) -> Option<(&[u8], usize)> {
    let rest = hand.strip_prefix(b"<si><t")?;
    let inside =
        rest.strip_prefix(b">").or_else(|| rest.strip_prefix(b" xml:space=\"preserve\">"))?;
    let (text, after) = inside.split_at(plain_length(inside)?);
    let after = after.strip_prefix(b"</t></si>")?;
    Some((text, hand.len() - after.len()))
}

/// Adds the text of a string item up to its end mark. Japanese readings (`rPh`) are not part of it.
pub(super) fn rich_text(
    scanner: &mut Scanner,
    end: &[u8],
    text: &mut Vec<u8>,
) -> Result<(), Refusal> {
    let (mut in_text, mut in_reading) = (false, false);
    loop {
        match scanner.next()? {
            Token::Open { name, empty, .. } => match scanner.bytes(&name) {
                b"t" => in_text = !empty,
                b"rPh" => in_reading = !empty,
                _ => {}
            },
            Token::Close { name } => match scanner.bytes(&name) {
                b"t" => in_text = false,
                b"rPh" => in_reading = false,
                name if name == end => return Ok(()),
                _ => {}
            },
            Token::Text(piece) if in_text && !in_reading && text.len() < CELL_BYTES_MAX => {
                push_text(scanner.bytes(&piece), text);
            }
            Token::Literal(piece) if in_text && !in_reading && text.len() < CELL_BYTES_MAX => {
                text.extend_from_slice(scanner.bytes(&piece));
            }
            Token::End => return Err(damaged()),
            _ => {}
        }
    }
}

/// The text of a cell: bytes that are no UTF-8 are shown as such, and `_x000D_` is one character.
pub(super) fn clean_text(bytes: &[u8]) -> Cow<'_, str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    };
    let escaped = bytes.len() >= 7 && memchr::memchr(b'_', bytes).is_some() && text.contains("_x");
    if escaped { Cow::Owned(unescape_units(&text)) } else { text }
}
