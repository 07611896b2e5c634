//! Runs of numbers as bytes, for the frame that crosses between workers: twelve million codes are
//! copied, not told one by one. A run takes the fewest bytes a number that its largest one allows.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

impl Packed<'_> {
    pub(super) fn of(numbers: &[u32]) -> Packed<'static> {
        let (width, bytes): (u8, Vec<u8>) = match numbers.iter().max().copied().unwrap_or(0) {
            0..=0xff => (1, numbers.iter().map(|n| *n as u8).collect()),
            0x100..=0xffff => (2, numbers.iter().flat_map(|n| (*n as u16).to_le_bytes()).collect()),
            _ => (4, numbers.iter().flat_map(|n| n.to_le_bytes()).collect()),
        };
        Packed { width, bytes: Bytes(Cow::Owned(bytes)) }
    }

    pub(super) fn into_numbers(self) -> Vec<u32> {
        let bytes = self.bytes.as_slice();
        match self.width {
            1 => bytes.iter().map(|b| u32::from(*b)).collect(),
            2 => bytes.as_chunks().0.iter().map(|b| u32::from(u16::from_le_bytes(*b))).collect(),
            _ => bytes.as_chunks().0.iter().map(|b| u32::from_le_bytes(*b)).collect(),
        }
    }
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
