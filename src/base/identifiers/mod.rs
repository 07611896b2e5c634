//! Identifiers that prove themselves: a shape and a check digit. Air waybills, containers, bank
//! accounts, structured references, tax numbers.
//!
//! Each answers in three ways, since "not this kind of number" and "this kind, mistyped" lead to
//! different work. Invariant: blanks, dots, dashes and slashes never matter; anything else does.

pub mod awb;
pub mod belgian_reference;
pub mod cn_credit_code;
pub mod container;
pub mod eu_vat;
pub mod finnish_reference;
pub mod iban;
pub mod kr_business_no;
pub mod luhn;
pub mod rf_reference;
pub mod swiss_reference;

/// What a text is, taken as one kind of identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Check {
    /// Shape and check digit are right.
    Holds,
    /// The shape is right, the check digit is not: mistyped or made up.
    WrongDigit,
    /// Something else.
    NotShaped,
}

impl Check {
    pub fn holds(self) -> bool {
        self == Check::Holds
    }

    fn of(shaped: bool, digit: impl FnOnce() -> bool) -> Check {
        match shaped {
            false => Check::NotShaped,
            true if digit() => Check::Holds,
            true => Check::WrongDigit,
        }
    }
}

/// One kind of identifier.
pub struct Identifier {
    /// Machine name.
    pub key: &'static str,
    pub check: fn(&str) -> Check,
}

/// All kinds, the ones with the most telling shape first.
pub static IDENTIFIERS: &[Identifier] = &[
    Identifier { key: "iban", check: iban::check },
    Identifier { key: "rf_reference", check: rf_reference::check },
    Identifier { key: "container", check: container::check },
    Identifier { key: "cn_credit_code", check: cn_credit_code::check },
    Identifier { key: "swiss_reference", check: swiss_reference::check },
    Identifier { key: "belgian_reference", check: belgian_reference::check },
    Identifier { key: "awb", check: awb::check },
    Identifier { key: "kr_business_no", check: kr_business_no::check },
    Identifier { key: "finnish_reference", check: finnish_reference::check },
    Identifier { key: "luhn", check: luhn::check },
];

/// Upper-case letters and digits without separators; `None` when anything else stands in it.
fn compact(text: &str) -> Option<String> {
    let kept = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '/' | '\u{a0}'));
    kept.map(|c| c.is_ascii_alphanumeric().then_some(c.to_ascii_uppercase())).collect()
}

/// The digits without separators; `None` when anything else stands in it.
fn digits(text: &str) -> Option<Vec<u32>> {
    compact(text)?.chars().map(|c| c.to_digit(10)).collect()
}

/// The rest of a division by 97, letters counting from 10 (ISO 7064).
fn mod_97(text: &str) -> Option<u32> {
    text.chars().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One known number of each kind (domain truth), and the same with its last digit changed.
    const KNOWN: &[(&str, &str)] = &[
        ("awb", "020-81140743"),
        ("container", "CSQU3054383"),
        ("iban", "DE89370400440532013000"),
        ("rf_reference", "RF18539007547034"),
        ("kr_business_no", "124-81-00998"),
        ("cn_credit_code", "91110000802100433B"),
        ("swiss_reference", "210000000003139471430009017"),
        ("belgian_reference", "010/8068/17183"),
        ("finnish_reference", "1232"),
        ("luhn", "202600425"),
    ];

    #[test]
    fn known_numbers_hold_and_a_changed_digit_does_not() {
        assert_eq!(KNOWN.len(), IDENTIFIERS.len());
        for (key, number) in KNOWN {
            let kind = IDENTIFIERS.iter().find(|kind| kind.key == *key).expect("a kind");
            assert_eq!((kind.check)(number), Check::Holds, "{key}");
            let (head, last) = number.split_at(number.len() - 1);
            let other = if last == "4" { "5" } else { "4" };
            assert_eq!((kind.check)(&format!("{head}{other}")), Check::WrongDigit, "{key}");
        }
    }

    #[test]
    fn other_texts_have_none_of_the_shapes() {
        for text in ["", " ", "INV-2026-0001", "발주 12", "١٢٣٤", "ＤＥ８９", "0", "\u{0}"]
        {
            for kind in IDENTIFIERS {
                assert_eq!((kind.check)(text), Check::NotShaped, "{} {text:?}", kind.key);
            }
        }
    }
}
