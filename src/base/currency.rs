//! A currency is its ISO 4217 code; the exponent comes from the standard, never from a guess.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An ISO 4217 alphabetic code. [`Currency::NONE`] (`XXX`) stands for "the file names none".
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    code: [u8; 3],
    /// After the point; asked for every amount of every row, so it stands beside the code.
    digits: u8,
}

impl Currency {
    /// ISO 4217 `XXX`: no currency involved. Sums in it are kept apart like any other currency.
    pub const NONE: Currency = Currency { code: *b"XXX", digits: 2 };

    /// Reads an ISO code, in any case and with blanks around it. Symbols are `ingest`'s business.
    pub fn parse(text: &str) -> Option<Currency> {
        let text = text.trim();
        if text.len() != 3 {
            return None;
        }
        let mut code: [u8; 3] = text.as_bytes().try_into().ok()?;
        code.make_ascii_uppercase();
        digits_of(code).map(|digits| Currency { code, digits })
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or("XXX")
    }

    pub fn is_none(&self) -> bool {
        *self == Currency::NONE
    }

    /// Digits after the point: KRW 0, USD 2, KWD 3. `XXX` counts as 2, the commonest.
    pub fn exponent(&self) -> u32 {
        self.digits.into()
    }

    /// Code and digits as one number, in the order of the codes.
    fn word(self) -> u32 {
        let [a, b, c] = self.code;
        u32::from_be_bytes([a, b, c, self.digits])
    }
}

// Every sum and most groups are by currency: four bytes are compared and hashed at once, where three
// letters in a row would be a call each time.
impl Ord for Currency {
    fn cmp(&self, other: &Currency) -> Ordering {
        self.word().cmp(&other.word())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Currency) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Currency {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.word());
    }
}

const LETTERS: usize = 26;

/// Digits after the point of a known code. Words of every sheet are held against the codes, so the
/// standard's list is laid out once by letters.
fn digits_of(code: [u8; 3]) -> Option<u8> {
    static DIGITS: OnceLock<Vec<Option<u8>>> = OnceLock::new();
    let digits = DIGITS.get_or_init(|| {
        let letters = || b'A'..=b'Z';
        let codes =
            letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
        codes.map(digits_in_standard).collect()
    });
    let at = code.iter().try_fold(0, |at, letter| {
        letter.is_ascii_uppercase().then(|| at * LETTERS + usize::from(letter - b'A'))
    })?;
    digits.get(at).copied().flatten()
}

/// A code without digits of its own (`XXX`, gold) counts as two, the commonest.
fn digits_in_standard(code: [u8; 3]) -> Option<u8> {
    let code = std::str::from_utf8(&code).ok()?;
    let currency = iso_currency::Currency::from_code(code)?;
    Some(currency.exponent().map_or(2, |digits| digits as u8))
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
