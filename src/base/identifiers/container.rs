//! Container numbers (ISO 6346): owner of three letters, category U, J or Z, six digits, check.

use super::{Check, compact};

pub fn check(text: &str) -> Check {
    let Some(code) = compact(text).filter(|t| t.len() == 11) else { return Check::NotShaped };
    let (owner, serial) = code.split_at(4);
    let shaped = owner.bytes().all(|b| b.is_ascii_uppercase())
        && owner.ends_with(['U', 'J', 'Z'])
        && serial.bytes().all(|b| b.is_ascii_digit());
    Check::of(shaped, || {
        let values = code.chars().take(10).zip(0..).map(|(c, at)| value(c) << at);
        let rest = values.sum::<u32>() % 11 % 10;
        code.chars().last().and_then(|c| c.to_digit(10)) == Some(rest)
    })
}

/// Letters count from 10 and leave out the multiples of 11.
fn value(c: char) -> u32 {
    let plain = c.to_digit(36).unwrap_or(0);
    match plain {
        0..=10 => plain,
        11..=20 => plain + 1,
        21..=30 => plain + 2,
        _ => plain + 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_containers() {
        for text in ["CSQU3054383", "CSQU 305438-3", "MSKU9070323", "TGHU1234567"] {
            assert_eq!(check(text), Check::Holds, "{text}");
        }
        assert_eq!(check("TGHU1234568"), Check::WrongDigit);
        assert_eq!(check("CSQA3054383"), Check::NotShaped);
    }
}
