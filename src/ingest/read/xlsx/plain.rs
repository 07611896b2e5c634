//! The plain form in which nearly all writers put a cell, `<c r="B2" s="1" t="s"><v>7</v></c>`, read
//! in one go from the bytes at hand.
//!
//! Invariant: what is not wholly at hand, or has anything to it that XML allows and few write, is left
//! alone; it never reads a cell otherwise than the marks would.

use std::ops::Range;

use memchr::memchr;

use super::cells::{Head, Type, kind};

/// A cell that was read in one go.
pub(super) struct PlainCell {
    pub head: Head,
    pub value: Option<Range<usize>>,
    pub has_formula: bool,
    /// How far it reaches.
    pub bytes: usize,
}

/// A cell without prefix, comments, references or other surprises that wholly is at hand.
pub(super) fn plain_cell(hand: &[u8]) -> Option<PlainCell> {
    let mut rest = hand.strip_prefix(b"<c ")?;
    let mut head = Head::default();
    let bytes = |rest: &[u8]| hand.len() - rest.len();
    loop {
        rest = match rest {
            [b'r', b'=', b'"', after @ ..] => {
                let (place, after) = quoted_place(after)?;
                head.place = Some(place);
                after
            }
            [b's', b'=', b'"', after @ ..] => {
                let length = after.iter().take(9).position(|byte| *byte == b'"')?;
                head.style = digits(&after[..length])?;
                &after[length + 1..]
            }
            [b't', b'=', b'"', b's', b'"', after @ ..] => {
                head.kind = Type::Shared;
                after
            }
            [b't', b'=', b'"', after @ ..] => {
                let length = after.iter().take(16).position(|byte| *byte == b'"')?;
                head.kind = kind(&after[..length]);
                &after[length + 1..]
            }
            [b' ', after @ ..] => after,
            [b'>', after @ ..] => {
                rest = after;
                break;
            }
            [b'/', b'>', after @ ..] => {
                let bytes = bytes(after);
                return Some(PlainCell { head, value: None, has_formula: false, bytes });
            }
            _ => return None,
        }
    }
    let mut has_formula = false;
    if rest.starts_with(b"<f") {
        has_formula = true;
        rest = past_formula(rest)?;
    }
    let (inside, end): (&[u8], &[u8]) = if let Some(inside) = rest.strip_prefix(b"<v>") {
        (inside, b"</v></c>")
    } else if let Some(inside) = rest.strip_prefix(b"<is><t>") {
        head.kind = Type::Text;
        (inside, b"</t></is></c>")
    } else {
        let after = rest.strip_prefix(b"</c>")?;
        return Some(PlainCell { head, value: None, has_formula, bytes: bytes(after) });
    };
    let (start, length) = (bytes(inside), plain_length(inside)?);
    let after = inside[length..].strip_prefix(end)?;
    Some(PlainCell { head, value: Some(start..start + length), has_formula, bytes: bytes(after) })
}

/// `AB12"`: the place, and what follows.
fn quoted_place(bytes: &[u8]) -> Option<((u32, u32), &[u8])> {
    let (mut column, mut row, mut at) = (0, 0, 0);
    while let Some(letter @ 0..26) = bytes.get(at).map(|byte| byte.wrapping_sub(b'A')) {
        column = column * 26 + u32::from(letter) + 1;
        at += 1;
    }
    let letters = at;
    while let Some(digit @ 0..10) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0')) {
        row = row * 10 + u32::from(digit);
        at += 1;
        // No sheet has more rows or columns, and more digits would not fit.
        if at > 10 {
            return None;
        }
    }
    let fits = (1..=3).contains(&letters) && row > 0 && bytes.get(at) == Some(&b'"');
    fits.then(|| ((row, column - 1), &bytes[at + 1..]))
}

fn past_formula(bytes: &[u8]) -> Option<&[u8]> {
    let end = memchr(b'>', bytes)?;
    let after = &bytes[end + 1..];
    if bytes[end - 1] == b'/' {
        return Some(after);
    }
    after[memchr(b'<', after)?..].strip_prefix(b"</f>")
}

/// How long a text is that holds nothing to resolve.
pub(super) fn plain_length(bytes: &[u8]) -> Option<usize> {
    let length = bytes.iter().position(|byte| ENDS_PLAIN[usize::from(*byte)])?;
    (bytes[length] == b'<').then_some(length)
}

/// Bytes at which a text ends or stops to stand for itself.
const ENDS_PLAIN: [bool; 256] = {
    let mut ends = [false; 256];
    ends[b'<' as usize] = true;
    ends[b'&' as usize] = true;
    ends[b'\r' as usize] = true;
    ends
};

/// A short whole number.
pub(super) fn digits(bytes: &[u8]) -> Option<u32> {
    if bytes.is_empty() || bytes.len() > 9 {
        return None;
    }
    bytes.iter().try_fold(0_u32, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_cells_are_read_whole_or_left_to_the_marks() {
        let value = |text: &str| {
            let hand = format!("{text}</row>");
            let cell = plain_cell(hand.as_bytes())?;
            assert_eq!(cell.bytes, text.len(), "{text}");
            Some(cell.value.map_or("none", |range| &text[range]).to_owned())
        };
        for (text, found) in [
            ("<c r=\"B2\" s=\"1\" t=\"s\"><v>7</v></c>", "7"),
            ("<c r=\"B2\"><f>A1+1</f><v>1.5</v></c>", "1.5"),
            ("<c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>2</v></c>", "2"),
            ("<c r=\"B2\"><f>A1+1</f></c>", "none"),
            ("<c r=\"B2\" s=\"3\"/>", "none"),
            ("<c t=\"inlineStr\"><is><t>x</t></is></c>", "x"),
        ] {
            assert_eq!(value(text).as_deref(), Some(found), "{text}");
        }
        for text in [
            "<c r=\"B2\"><v>a&amp;b</v></c>",
            "<c r=\"B2\"><!-- --><v>1</v></c>",
            "<c r=\"B2\" cm=\"1\"><v>1</v></c>",
            "<c r=\"B2\"><v>1</v>",
            "<c r='B2'><v>1</v></c>",
            "<c",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
