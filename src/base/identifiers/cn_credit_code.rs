//! Chinese unified social credit codes (统一社会信用代码, GB 32100): 18 characters, the last a check.

use super::{Check, compact};

/// Digits and letters without I, O, S, V and Z, which are read as other signs.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

pub fn check(text: &str) -> Check {
    let Some(code) = compact(text).filter(|t| t.len() == 18) else { return Check::NotShaped };
    let values: Option<Vec<usize>> = code.chars().map(|c| ALPHABET.find(c)).collect();
    // The region within the code is six digits of the administrative division.
    let region = code.bytes().skip(2).take(6).all(|b| b.is_ascii_digit());
    let Some(values) = values.filter(|_| region) else { return Check::NotShaped };
    let (mut sum, mut weight) = (0, 1);
    for value in &values[..17] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    Check::of(true, || (31 - sum % 31) % 31 == values[17])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sign_may_be_a_letter() {
        assert_eq!(check("91110000802100433B"), Check::Holds);
        assert_eq!(check("91110000802100433C"), Check::WrongDigit);
        assert_eq!(check("91110000802100433I"), Check::NotShaped);
    }
}
