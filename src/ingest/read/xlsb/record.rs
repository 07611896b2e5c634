//! The records of a binary part: a kind and a length in one to four bytes each, then the data.
//!
//! Invariant: memory grows with the bytes that are there, never with a length that is claimed.

use std::io::{BufRead, Read};

pub(super) struct Records<'p> {
    part: Box<dyn BufRead + 'p>,
    data: Vec<u8>,
}

impl<'p> Records<'p> {
    pub(super) fn new(part: Box<dyn BufRead + 'p>) -> Records<'p> {
        Records { part, data: Vec::new() }
    }

    /// The next record's kind and data; `None` at the end, also where the part is cut off.
    pub(super) fn next(&mut self) -> Option<(u16, Data<'_>)> {
        let low = self.byte()?;
        let high = if low & 0x80 != 0 { self.byte()? } else { 0 };
        let kind = u16::from(low & 0x7f) | u16::from(high & 0x7f) << 7;
        let mut length = 0_u64;
        for place in 0..4 {
            let byte = self.byte()?;
            length |= u64::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        self.data.clear();
        let read = self.part.by_ref().take(length).read_to_end(&mut self.data).ok()?;
        (read as u64 == length).then_some((kind, Data(&self.data)))
    }

    fn byte(&mut self) -> Option<u8> {
        let mut byte = [0];
        self.part.read_exact(&mut byte).ok()?;
        Some(byte[0])
    }
}

#[derive(Clone, Copy)]
pub(super) struct Data<'d>(pub &'d [u8]);

impl Data<'_> {
    pub(super) fn byte(self, at: usize) -> Option<u8> {
        self.0.get(at).copied()
    }

    pub(super) fn short(self, at: usize) -> Option<u16> {
        let bytes = self.0.get(at..at.checked_add(2)?)?;
        Some(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    pub(super) fn long(self, at: usize) -> Option<u32> {
        Some(u32::from(self.short(at)?) | u32::from(self.short(at.checked_add(2)?)?) << 16)
    }

    /// A string and where it ends. The length of “none” is an empty one.
    pub(super) fn text(self, at: usize) -> Option<(String, usize)> {
        const NONE: u32 = u32::MAX;
        let start = at + 4;
        let length = match self.long(at)? {
            NONE => 0,
            length => usize::try_from(length).ok()?.checked_mul(2)?,
        };
        let end = start.checked_add(length)?;
        let units = self.0.get(start..end)?.chunks_exact(2);
        let units: Vec<u16> = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
        Some((String::from_utf16_lossy(&units), end))
    }
}
