//! A currency is its ISO 4217 code; the exponent comes from the standard, never from a guess.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An ISO 4217 alphabetic code. [`Currency::NONE`] (`XXX`) stands for "the file names none".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// ISO 4217 `XXX`: no currency involved. Sums in it are kept apart like any other currency.
    pub const NONE: Currency = Currency(*b"XXX");

    /// Reads an ISO code, in any case and with blanks around it. Symbols are `ingest`'s business.
    pub fn parse(text: &str) -> Option<Currency> {
        let text = text.trim();
        if text.len() != 3 {
            return None;
        }
        let upper = text.to_ascii_uppercase();
        iso_currency::Currency::from_code(&upper)?;
        upper.as_bytes().try_into().ok().map(Currency)
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    pub fn is_none(&self) -> bool {
        *self == Currency::NONE
    }

    /// Digits after the point: KRW 0, USD 2, KWD 3. `XXX` counts as 2, the commonest.
    pub fn exponent(&self) -> u32 {
        iso_currency::Currency::from_code(self.code())
            .and_then(|c| c.exponent())
            .map_or(2, u32::from)
    }
}

impl Default for Currency {
    fn default() -> Currency {
        Currency::NONE
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Currency::parse(&text).ok_or_else(|| serde::de::Error::custom("not an ISO 4217 code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_follow_the_standard() {
        for (code, digits) in [("KRW", 0), ("jpy ", 0), ("USD", 2), ("KWD", 3), ("XXX", 2)] {
            assert_eq!(Currency::parse(code).map(|c| c.exponent()), Some(digits), "{code}");
        }
        assert_eq!(Currency::parse("ZZQ"), None);
        assert_eq!(Currency::parse("$"), None);
    }
}
