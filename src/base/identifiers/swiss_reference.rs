//! Swiss QR references: 27 digits, the last by the recursive mod 10 of Swiss payment slips.

use super::{Check, digits};

const NEXT: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

pub fn check(text: &str) -> Check {
    let Some(all) = digits(text).filter(|d| d.len() == 27) else { return Check::NotShaped };
    let carry = all[..26].iter().fold(0, |carry, digit| NEXT[((carry + digit) % 10) as usize]);
    // All zeros passes the sum and is no reference.
    Check::of(all.iter().any(|&digit| digit > 0), || (10 - carry) % 10 == all[26])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_in_groups_of_five() {
        assert_eq!(check("21 00000 00003 13947 14300 09017"), Check::Holds);
        assert_eq!(check("21 00000 00003 13947 14300 09071"), Check::WrongDigit);
        assert_eq!(check("000000000000000000000000000"), Check::NotShaped);
    }
}
