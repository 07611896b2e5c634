//! The records of a BIFF stream, and the strings that run on over several of them.
//!
//! Invariant: nothing is read beyond the bytes that are there, whatever a length claims.

/// A record: its kind, its bytes, and where it begins in the stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'b> {
    pub kind: u16,
    pub data: &'b [u8],
    pub at: usize,
}

pub(super) const CONTINUE: u16 = 0x003c;
pub(super) const END: u16 = 0x000a;

impl Record<'_> {
    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.data.get(at).copied()
    }

    pub(super) fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.data.get(at..at + 2)?;
        Some(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    pub(super) fn long(&self, at: usize) -> Option<u32> {
        Some(u32::from(self.short(at)?) | u32::from(self.short(at + 2)?) << 16)
    }

    pub(super) fn is_begin(&self) -> bool {
        matches!(self.kind, 0x0009 | 0x0209 | 0x0409 | 0x0809)
    }
}

#[derive(Clone)]
pub(super) struct Records<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Records<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize) -> Records<'b> {
        Records { bytes, at }
    }

    /// The record at the front with all the `CONTINUE` records behind it.
    pub(super) fn pieces(&mut self, first: &Record<'b>) -> Pieces<'b> {
        let mut pieces = vec![first.data];
        while let Some(next) = self.peek().filter(|next| next.kind == CONTINUE) {
            pieces.push(next.data);
            self.next();
        }
        Pieces { pieces, piece: 0, at: 0 }
    }

    pub(super) fn peek(&self) -> Option<Record<'b>> {
        self.clone().next()
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Record<'b>> {
        let head = self.bytes.get(self.at..self.at.checked_add(4)?)?;
        let start = self.at + 4;
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let data = self.bytes.get(start..start + length)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let record = Record { kind, data, at: self.at };
        self.at = start + length;
        Some(record)
    }
}

/// Bytes that stand in one record and its continuations.
pub(super) struct Pieces<'b> {
    pieces: Vec<&'b [u8]>,
    piece: usize,
    at: usize,
}

impl Pieces<'_> {
    /// A string of Excel 97: length, flags, characters, then runs and readings that are passed over.
    pub(super) fn text(&mut self, long_length: bool) -> Option<String> {
        let low = self.byte()?;
        let high = if long_length { self.byte()? } else { 0 };
        let flags = self.byte()?;
        let runs = if flags & 0x08 != 0 { self.short()? } else { 0 };
        let extra = if flags & 0x04 != 0 { self.long()? } else { 0 };
        let text = self.characters(usize::from(u16::from_le_bytes([low, high])), flags);
        self.skip(usize::from(runs) * 4 + extra as usize);
        Some(text)
    }

    pub(super) fn skip(&mut self, mut count: usize) {
        while count > 0 && !self.is_empty() {
            let step = count.min(self.pieces[self.piece].len() - self.at);
            self.at += step;
            count -= step;
        }
    }

    pub(super) fn is_empty(&mut self) -> bool {
        while self.pieces.get(self.piece).is_some_and(|piece| self.at >= piece.len()) {
            self.piece += 1;
            self.at = 0;
        }
        self.piece >= self.pieces.len()
    }

    /// Characters, of one byte or two. Where they run into a continuation, it says anew how wide
    /// they are. Cut-off strings give what is there.
    fn characters(&mut self, count: usize, flags: u8) -> String {
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            let before = self.piece;
            if self.is_empty() {
                break;
            }
            if self.piece != before {
                wide = self.byte().unwrap_or(0) & 1 != 0;
            }
            let rest = &self.pieces.get(self.piece).map_or(&[][..], |piece| &piece[self.at..]);
            let width = if wide { 2 } else { 1 };
            let here = (rest.len() / width).min(count - units.len());
            if here == 0 {
                // Half a character at the end of a piece is lost.
                self.skip(rest.len().max(1));
                continue;
            }
            let bytes = &rest[..here * width];
            if wide {
                units.extend(bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            self.at += bytes.len();
        }
        String::from_utf16_lossy(&units)
    }

    fn byte(&mut self) -> Option<u8> {
        if self.is_empty() {
            return None;
        }
        let byte = self.pieces[self.piece][self.at];
        self.at += 1;
        Some(byte)
    }

    pub(super) fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn long(&mut self) -> Option<u32> {
        Some(u32::from(self.short()?) | u32::from(self.short()?) << 16)
    }
}
