//! A look over the records of an Excel 97 workbook stream before calamine reads it: whether it is
//! encrypted, and whether it claims a size that no sheet has.

use super::package::damaged;
use crate::ingest::Refusal;
use crate::words::Args;

const FILE_PASS: u16 = 0x002f;
const DIMENSIONS: u16 = 0x0200;
const ROWS_MAX: u32 = 65_536;
const COLUMNS_MAX: u32 = 256;

pub(super) fn check(stream: &[u8]) -> Result<(), Refusal> {
    let mut at = 0;
    while let Some(&[t0, t1, l0, l1]) = stream.get(at..at + 4) {
        let length = usize::from(u16::from_le_bytes([l0, l1]));
        let Some(data) = stream.get(at + 4..at + 4 + length) else { break };
        match u16::from_le_bytes([t0, t1]) {
            FILE_PASS if data.starts_with(&[0, 0]) || data.starts_with(&[1, 0]) => {
                return Err(Refusal::new("refused-encrypted", Args::new()));
            }
            // Excel 97 writes rows in four bytes, Excel 5 in two.
            DIMENSIONS if length >= 14 => {
                let (rows, columns) = (word(data, 0), half(data, 8));
                in_bounds(rows, word(data, 4), columns, half(data, 10))?;
            }
            DIMENSIONS if length >= 8 => {
                in_bounds(half(data, 0), half(data, 2), half(data, 4), half(data, 6))?;
            }
            _ => {}
        }
        at += 4 + length;
    }
    Ok(())
}

/// First rows and columns, and the ones behind the last.
fn in_bounds(row: u32, row_end: u32, column: u32, column_end: u32) -> Result<(), Refusal> {
    let sound = row <= row_end.max(row)
        && row_end <= ROWS_MAX
        && column_end <= COLUMNS_MAX
        && (row <= row_end || row_end == 0)
        && (column <= column_end || column_end == 0);
    if sound { Ok(()) } else { Err(damaged()) }
}

fn half(data: &[u8], at: usize) -> u32 {
    u32::from(u16::from_le_bytes([data[at], data[at + 1]]))
}

fn word(data: &[u8], at: usize) -> u32 {
    half(data, at) | half(data, at + 2) << 16
}
