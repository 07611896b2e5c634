//! Value added tax numbers of the European Union with the prefix of their country: their shape, and the
//! check digits of the countries whose rule is plain.
//!
//! Without a prefix a number is not judged: many countries number other things in the same way.

use super::Check;

/// Prefix and the lengths of what follows it.
#[rustfmt::skip]
static LENGTHS: &[(&str, &[usize])] = &[
    ("AT", &[9]), ("BE", &[10]), ("BG", &[9, 10]), ("CY", &[9]), ("CZ", &[8, 9, 10]), ("DE", &[9]), ("DK", &[8]), ("EE", &[9]),
    ("EL", &[9]), ("ES", &[9]), ("FI", &[8]), ("FR", &[11]), ("HR", &[11]), ("HU", &[8]), ("IE", &[8, 9]), ("IT", &[11]),
    ("LT", &[9, 12]), ("LU", &[8]), ("LV", &[11]), ("MT", &[8]), ("NL", &[12]), ("PL", &[10]), ("PT", &[9]),
    ("RO", &[2, 3, 4, 5, 6, 7, 8, 9, 10]), ("SE", &[12]), ("SI", &[8]), ("SK", &[10]),
];

/// A number with the prefix of a member state and another length is mistyped too.
pub fn check(text: &str) -> Check {
    let compact: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '/')).collect();
    let compact = compact.to_ascii_uppercase();
    let Some((prefix, rest)) = compact.split_at_checked(2) else { return Check::NotShaped };
    let Some((_, lengths)) = LENGTHS.iter().find(|(known, _)| *known == prefix) else {
        return Check::NotShaped;
    };
    let digits: Vec<u32> = rest.chars().filter_map(|c| c.to_digit(10)).collect();
    // Words that begin like a country ("DELTA") are no numbers.
    if digits.len() < 2 || digits.len() + 3 < rest.len() {
        return Check::NotShaped;
    }
    if !lengths.contains(&rest.len()) {
        return Check::WrongDigit;
    }
    let plain = digits.len() == rest.len();
    Check::of(true, || match prefix {
        "DE" => plain && iso_7064(&digits),
        "AT" => rest.starts_with('U') && digits.len() == 8 && austrian(&digits),
        "BE" => plain && number(&digits[..8]) % 97 + number(&digits[8..]) == 97,
        "PL" => plain && weighed(&digits, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9],
        "DK" => plain && weighed(&digits, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        "IT" => plain && luhn(&digits),
        "FR" if plain => (12 + 3 * (number(&digits[2..]) % 97)) % 97 == number(&digits[..2]),
        _ => true,
    })
}

fn number(digits: &[u32]) -> u64 {
    digits.iter().fold(0, |all, digit| all * 10 + u64::from(*digit))
}

fn weighed(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// Modulus 11, 10.
fn iso_7064(digits: &[u32]) -> bool {
    let Some((last, rest)) = digits.split_last() else { return false };
    let product = rest.iter().fold(10, |product, digit| match (digit + product) % 10 {
        0 => 20 % 11,
        sum => sum * 2 % 11,
    });
    (11 - product) % 10 == *last
}

fn austrian(digits: &[u32]) -> bool {
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let sum: u32 = digits[..7]
        .iter()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    (10 - (sum + 4) % 10) % 10 == digits[7]
}

fn luhn(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_several_countries() {
        for text in [
            "DE136695976",
            "DE 136 695 976",
            "ATU13585627",
            "BE0428759497",
            "PL8567346215",
            "DK13585628",
            "IT00743110157",
            "FR40303265045",
            "NL004495445B01",
            "ESA13585625",
        ] {
            assert_eq!(check(text), Check::Holds, "{text}");
        }
        for text in ["DE136695975", "ATU13585626", "BE0428759498", "PL856734621", "IT00743110158"] {
            assert_eq!(check(text), Check::WrongDigit, "{text}");
        }
        for text in ["DELTA", "GB123456789", "124-81-00998", "", "DE", "ESTABLISHED"] {
            assert_eq!(check(text), Check::NotShaped, "{text}");
        }
    }
}
