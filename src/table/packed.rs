//! Runs of numbers as bytes, for the frame that crosses between workers: twelve million codes are
//! copied, not told one by one. A run takes the fewest bytes a number that its largest one allows.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::stretches;

/// For `#[serde(with = "packed")]` on a `Vec<u32>`.
pub(super) fn serialize<S: Serializer>(numbers: &[u32], to: S) -> Result<S::Ok, S::Error> {
    Packed::of(numbers).serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
    Packed::deserialize(from).map(Packed::into_numbers)
}

/// Bytes of each number, and the numbers, lowest byte first.
#[derive(Serialize, Deserialize)]
pub(super) struct Packed<'b> {
    width: u8,
    #[serde(borrow)]
    bytes: Bytes<'b>,
}

/// Bytes that so many numbers take, of which this is the largest.
pub(super) fn bytes(numbers: usize, largest: usize) -> usize {
    numbers * usize::from(width(largest))
}

fn width(largest: usize) -> u8 {
    match largest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    }
}

impl Packed<'_> {
    pub(super) fn of(numbers: &[u32]) -> Packed<'static> {
        let width = width(numbers.iter().max().map_or(0, |largest| *largest as usize));
        let bytes = match width {
            1 => narrowed(numbers, |n| [n as u8]),
            2 => narrowed(numbers, |n| (n as u16).to_le_bytes()),
            _ => narrowed(numbers, u32::to_le_bytes),
        };
        Packed { width, bytes: Bytes(Cow::Owned(bytes)) }
    }

    pub(super) fn into_numbers(self) -> Vec<u32> {
        let bytes = self.bytes.as_slice();
        match self.width {
            1 => widened(bytes, |[b]| b.into()),
            2 => widened(bytes, |b| u16::from_le_bytes(b).into()),
            _ => widened(bytes, u32::from_le_bytes),
        }
    }
}

/// Numbers that are copied in one go.
const CHUNK: usize = 1 << 8;

fn narrowed<const WIDTH: usize>(numbers: &[u32], of: impl Fn(u32) -> [u8; WIDTH]) -> Vec<u8> {
    let mut all = Vec::with_capacity(numbers.len());
    stretches::each(numbers.chunks(CHUNK), |chunk| all.extend(chunk.iter().map(|n| of(*n))));
    all.into_flattened()
}

fn widened<const WIDTH: usize>(bytes: &[u8], of: impl Fn([u8; WIDTH]) -> u32) -> Vec<u32> {
    let all_bytes = bytes.as_chunks().0;
    let mut all = Vec::with_capacity(all_bytes.len());
    stretches::each(all_bytes.chunks(CHUNK), |chunk| all.extend(chunk.iter().map(|b| of(*b))));
    all
}

/// Bytes that are written and read in one piece.
pub(super) struct Bytes<'b>(Cow<'b, [u8]>);

impl<'b> Bytes<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Bytes<'b> {
        Bytes(Cow::Borrowed(bytes))
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de: 'b, 'b> Deserialize<'de> for Bytes<'b> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Bytes<'b>, D::Error> {
        from.deserialize_bytes(BytesVisitor)
    }
}

struct BytesVisitor;

impl<'de> Visitor<'de> for BytesVisitor {
    type Value = Bytes<'de>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("bytes")
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Bytes<'de>, E> {
        Ok(Bytes(Cow::Borrowed(bytes)))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes<'de>, E> {
        Ok(Bytes(Cow::Owned(bytes.to_vec())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_width_comes_back() {
        for numbers in [vec![], vec![0, 255], vec![256, 1], vec![70_000, 0, u32::MAX]] {
            let frame = postcard::to_stdvec(&Packed::of(&numbers)).expect("plain data");
            let back: Packed = postcard::from_bytes(&frame).expect("the same data");
            assert_eq!(back.into_numbers(), numbers);
        }
    }
}
