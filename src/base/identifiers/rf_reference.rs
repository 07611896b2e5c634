//! Creditor references (ISO 11649): `RF`, two check digits, up to 21 letters and digits; mod 97.

use super::{Check, compact, mod_97};

pub fn check(text: &str) -> Check {
    let Some(reference) = compact(text) else { return Check::NotShaped };
    let shaped = (5..=25).contains(&reference.len())
        && reference.starts_with("RF")
        && reference.bytes().skip(2).take(2).all(|b| b.is_ascii_digit());
    Check::of(shaped, || mod_97(&format!("{}{}", &reference[4..], &reference[..4])) == Some(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_in_groups_of_four() {
        assert_eq!(check("RF18 5390 0754 7034"), Check::Holds);
        assert_eq!(check("RF18 5390 0754 7043"), Check::WrongDigit);
        assert_eq!(check("RFQ 2026"), Check::NotShaped);
    }
}
