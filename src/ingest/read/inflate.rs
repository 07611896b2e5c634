//! Unpacking a part of a zip apart from its reader, so that both can go on at the same time.

use flate2::{Crc, Decompress, FlushDecompress, Status};
use serde::{Deserialize, Serialize};

use super::package::damaged;
use crate::ingest::Refusal;

/// Where a deflated part stands in its file, and what it is when unpacked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PackedPart {
    /// The first byte, and how many there are.
    pub start: u64,
    pub packed: u64,
    pub unpacked: u64,
    /// CRC-32 of what is unpacked, as the directory of the zip says.
    pub crc: u32,
}

/// Packed bytes that are taken at once.
const WINDOW_BYTES: usize = 1 << 16;

/// A part as it is unpacked, piece by piece.
pub struct Inflating {
    part: PackedPart,
    decoder: Decompress,
    crc: Crc,
    /// Packed bytes at hand, and how many of these were used.
    window: Vec<u8>,
    used: usize,
    /// Packed bytes of the part that were taken in.
    taken: u64,
    ended: bool,
}

impl Inflating {
    pub fn new(part: PackedPart) -> Inflating {
        Inflating {
            part,
            decoder: Decompress::new(false),
            crc: Crc::new(),
            window: Vec::new(),
            used: 0,
            taken: 0,
            ended: false,
        }
    }

    /// Whether all was unpacked, and was what the directory says.
    pub fn is_at_end(&self) -> bool {
        self.ended
    }

    /// Unpacks until `out` is as full as it has room, or the part ends. `copy` gives the bytes of the
    /// file from a place on. Fails when the part is not what the directory of the zip says.
    pub fn next(
        &mut self,
        mut copy: impl FnMut(u64, &mut [u8]),
        out: &mut Vec<u8>,
    ) -> Result<(), Refusal> {
        out.clear();
        while !self.ended && out.len() < out.capacity() {
            if self.used == self.window.len() {
                let left = self.part.packed - self.taken;
                self.window.resize(left.min(WINDOW_BYTES as u64) as usize, 0);
                copy(self.part.start + self.taken, &mut self.window);
                self.taken += self.window.len() as u64;
                self.used = 0;
            }
            let (before, packed) = (self.decoder.total_in(), &self.window[self.used..]);
            let (filled, no_more) = (out.len(), packed.is_empty());
            let status = self.decoder.decompress_vec(packed, out, FlushDecompress::None);
            self.used += (self.decoder.total_in() - before) as usize;
            self.ended = status.map_err(|_| damaged())? == Status::StreamEnd;
            if !self.ended && no_more && out.len() == filled {
                return Err(damaged());
            }
        }
        self.crc.update(out);
        let unpacked = self.decoder.total_out();
        let is_told = unpacked == self.part.unpacked && self.crc.sum() == self.part.crc;
        if unpacked > self.part.unpacked || self.ended && !is_told {
            return Err(damaged());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::*;

    fn packed(text: &[u8]) -> (Vec<u8>, PackedPart) {
        let mut encoder = DeflateEncoder::new(b"before".to_vec(), Compression::default());
        encoder.write_all(text).expect("in memory");
        let bytes = encoder.finish().expect("in memory");
        let mut crc = Crc::new();
        crc.update(text);
        let (packed, unpacked) = (bytes.len() as u64 - 6, text.len() as u64);
        (bytes, PackedPart { start: 6, packed, unpacked, crc: crc.sum() })
    }

    fn unpacked(bytes: &[u8], part: PackedPart, piece: usize) -> Result<Vec<u8>, Refusal> {
        let mut inflating = Inflating::new(part);
        let mut all = Vec::new();
        let mut out = Vec::with_capacity(piece);
        while !inflating.is_at_end() {
            let copy = |at: u64, to: &mut [u8]| {
                let at = at as usize;
                to.copy_from_slice(&bytes[at..at + to.len()]);
            };
            inflating.next(copy, &mut out)?;
            all.extend_from_slice(&out);
        }
        Ok(all)
    }

    #[test]
    fn a_part_comes_whole_in_pieces_of_any_size() {
        let text: Vec<u8> =
            (0..300_000_u32).flat_map(|n| n.wrapping_mul(n).to_le_bytes()).collect();
        let (bytes, part) = packed(&text);
        for piece in [1 << 10, 1 << 16, 1 << 21] {
            assert!(unpacked(&bytes, part, piece) == Ok(text.clone()), "{piece}");
        }
        let (bytes, part) = packed(b"");
        assert_eq!(unpacked(&bytes, part, 64), Ok(Vec::new()));
    }

    #[test]
    fn a_part_that_is_not_what_the_directory_says_is_damaged() {
        let (bytes, part) = packed(&b"tie out ".repeat(10_000));
        let others = [
            PackedPart { crc: part.crc ^ 1, ..part },
            PackedPart { unpacked: part.unpacked - 1, ..part },
            PackedPart { unpacked: part.unpacked + 1, ..part },
            PackedPart { packed: part.packed / 2, ..part },
            PackedPart { start: part.start - 6, ..part },
        ];
        for other in others {
            assert_eq!(unpacked(&bytes, other, 1 << 12), Err(damaged()), "{other:?}");
        }
    }
}
