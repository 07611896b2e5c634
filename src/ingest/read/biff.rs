//! A look over the records of an Excel 97 workbook before calamine reads it: whether it is
//! encrypted, and whether a sheet claims a size that no sheet has.

use std::borrow::Cow;

use super::ole::Stream;
use crate::ingest::Refusal;
use crate::words::Args;

const FILE_PASS: u16 = 0x002f;
const DIMENSIONS: u16 = 0x0200;
const ROWS_MAX: u32 = 65_536;
const COLUMNS_MAX: u32 = 256;

/// The file as it can be given to calamine, which allocates for the claimed size: a claim beyond
/// any sheet is blanked, the cells tell the truth anyway.
pub(super) fn made_safe<'b>(bytes: &'b [u8], stream: &Stream) -> Result<Cow<'b, [u8]>, Refusal> {
    let mut safe = Cow::Borrowed(bytes);
    let mut at = 0;
    while let Some(&[t0, t1, l0, l1]) = stream.bytes.get(at..at + 4) {
        let length = usize::from(u16::from_le_bytes([l0, l1]));
        let Some(data) = stream.bytes.get(at + 4..at + 4 + length) else { break };
        match u16::from_le_bytes([t0, t1]) {
            FILE_PASS if data.starts_with(&[0, 0]) || data.starts_with(&[1, 0]) => {
                return Err(Refusal::new("refused-encrypted", Args::new()));
            }
            DIMENSIONS if !claim_is_sound(data) => {
                for place in (at + 4..at + 4 + length).filter_map(|at| stream.place(at)) {
                    if let Some(byte) = safe.to_mut().get_mut(place) {
                        *byte = 0;
                    }
                }
            }
            _ => {}
        }
        at += 4 + length;
    }
    Ok(safe)
}

/// First row, row behind the last, first column, column behind the last. Excel 97 writes rows in
/// four bytes, Excel 5 in two.
fn claim_is_sound(data: &[u8]) -> bool {
    let half = |at: usize| u32::from(u16::from_le_bytes([data[at], data[at + 1]]));
    let word = |at: usize| half(at) | half(at + 2) << 16;
    let (row, row_end, column, column_end) = match data.len() {
        14.. => (word(0), word(4), half(8), half(10)),
        8.. => (half(0), half(2), half(4), half(6)),
        _ => return false,
    };
    let ordered = |first: u32, end: u32| first <= end || end == 0 && first == 0;
    row_end <= ROWS_MAX
        && column_end <= COLUMNS_MAX
        && ordered(row, row_end)
        && ordered(column, column_end)
}
