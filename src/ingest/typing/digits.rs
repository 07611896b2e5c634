//! Numbers that are nothing but digits, a minus and a point: most cells of a long list, read without
//! an allocation or a decimal in between. Whatever else stands there is read by `numbers`.

use super::numbers::Vote;
use crate::ingest::NumberStyle;
use crate::table::{RawCell, RawKind};

/// Digits that a spreadsheet keeps of a number; what lies beyond is binary noise.
pub(super) const STORED_DIGITS: u32 = 15;

/// The number of a cell that is nothing but digits, a minus and a point: the digits as a whole number,
/// and how many of them stand behind the point. `None` sends the cell to `read_number`, which reads
/// these alike: most of the cells of a long list take no more than a look at each of their bytes.
pub fn read_digits(cell: &RawCell, style: Option<NumberStyle>) -> Option<(i64, u32)> {
    match cell.kind {
        RawKind::Text => {
            let (mantissa, decimals, vote) = simple(cell.text)?;
            let is_read = match vote {
                Vote::Neutral => true,
                Vote::For(of) => style.is_none_or(|style| style == of),
                Vote::Split => style == Some(NumberStyle::Point),
            };
            is_read.then_some((mantissa, decimals))
        }
        RawKind::Number if cell.text.len() <= STORED_DIGITS as usize => {
            let (mantissa, decimals) = digits(cell.text)?;
            let decimals = decimals.unwrap_or(0);
            // Zeros at the end of a stored number are nobody's decimals.
            (decimals == 0 || mantissa % 10 != 0).then_some((mantissa, decimals))
        }
        _ => None,
    }
}

/// Digits with at most a minus and one point, as programs write them: most of all cells, read without
/// an allocation. The number is that of the point; `None` sends a text the long way, which reads
/// these alike.
pub(super) fn simple(text: &str) -> Option<(i64, u32, Vote)> {
    let (mantissa, decimals) = digits(text)?;
    let vote = match decimals {
        None => Vote::Neutral,
        Some(3) => match unsigned(text) {
            [b'0', ..] => return None,
            // `1.234` may be a thousand and more, `1234.567` is none.
            [_, b'.', ..] | [_, _, b'.', ..] | [_, _, _, b'.', ..] => Vote::Split,
            _ => Vote::For(NumberStyle::Point),
        },
        Some(_) => Vote::For(NumberStyle::Point),
    };
    Some((mantissa, decimals.unwrap_or(0), vote))
}

/// The bytes behind a minus. Not by `strip_prefix`: that is a call to compare memory, for each cell.
fn unsigned(text: &str) -> &[u8] {
    match text.as_bytes() {
        [b'-', rest @ ..] => rest,
        all => all,
    }
}

/// The digits of `-123.45` as one number, and how many stand behind the point, if there is one.
pub(super) fn digits(text: &str) -> Option<(i64, Option<u32>)> {
    /// What surely fits.
    const DIGITS_MAX: usize = 18;
    let unsigned = unsigned(text);
    let (mut mantissa, mut point) = (0_i64, None);
    if unsigned.len() > DIGITS_MAX {
        return None;
    }
    for (at, &byte) in unsigned.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return None,
        }
    }
    let decimals = point.map(|at| (unsigned.len() - at - 1) as u32);
    if unsigned.is_empty() || decimals == Some(0) {
        return None;
    }
    Some((if unsigned.len() < text.len() { -mantissa } else { mantissa }, decimals))
}
