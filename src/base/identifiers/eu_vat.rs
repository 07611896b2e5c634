//! Value added tax numbers of the European Union and of Great Britain with the prefix of their country: their shape, and the
//! check digits of the countries whose rule is plain.
//!
//! Without a prefix a number is not judged: many countries number other things in the same way.

use super::Check;

/// Prefix and the lengths of what follows it.
#[rustfmt::skip]
static LENGTHS: &[(&str, &[usize])] = &[
    ("AT", &[9]), ("BE", &[10]), ("BG", &[9, 10]), ("CY", &[9]), ("CZ", &[8, 9, 10]), ("DE", &[9]), ("DK", &[8]), ("EE", &[9]),
    ("EL", &[9]), ("ES", &[9]), ("FI", &[8]), ("FR", &[11]), ("GB", &[9, 12]), ("HR", &[11]), ("HU", &[8]), ("IE", &[8, 9]), ("IT", &[11]),
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
        "IE" => irish(rest),
        "IT" => plain && luhn(&digits),
        "FR" if plain => (12 + 3 * (number(&digits[2..]) % 97)) % 97 == number(&digits[..2]),
        "ES" => spanish(rest),
        "EE" => plain && to_ten(weighed(&digits, &[3, 7, 1, 3, 7, 1, 3, 7])) == digits[8],
        "EL" => plain && weighed(&digits, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8],
        "FI" => {
            // A remainder of one leaves ten, which is no digit.
            let left = 11 - weighed(&digits, &[7, 9, 10, 5, 8, 4, 2]) % 11;
            plain && left % 11 == digits[7]
        }
        "GB" => plain && british(&digits),
        "HR" => plain && iso_7064(&digits),
        "HU" => plain && to_ten(weighed(&digits, &[9, 7, 3, 1, 9, 7, 3])) == digits[7],
        "LU" => plain && number(&digits[..6]) % 89 == number(&digits[6..]),
        "MT" => {
            let left = 37 - weighed(&digits, &[3, 4, 6, 7, 8, 9]) % 37;
            plain && left == digits[6] * 10 + digits[7]
        }
        "PT" => plain && below_ten(weighed(&digits, &[9, 8, 7, 6, 5, 4, 3, 2])) == digits[8],
        "SE" => plain && luhn(&digits[..10]),
        "SI" => plain && below_ten(weighed(&digits, &[8, 7, 6, 5, 4, 3, 2])) == digits[7],
        _ => true,
    })
}

/// What a sum lacks to the next ten.
fn to_ten(sum: u32) -> u32 {
    (10 - sum % 10) % 10
}

/// What a sum lacks to the next eleven; ten and eleven are nought.
fn below_ten(sum: u32) -> u32 {
    match 11 - sum % 11 {
        10 | 11 => 0,
        left => left,
    }
}

/// Seven digits and a letter, since 2013 one more; the old form with a letter or mark in the second place is
/// left alone.
fn irish(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits: Vec<u32> =
        bytes.iter().take(7).filter(|b| b.is_ascii_digit()).map(|b| u32::from(b - b'0')).collect();
    let Some(letter) = bytes.get(7).filter(|_| digits.len() == 7) else { return true };
    // The ninth character counts nine times: A is one, W nought.
    let ninth = match bytes.get(8) {
        None | Some(b'W') => 0,
        Some(ninth) => u32::from(ninth.saturating_sub(b'A' - 1)) * 9,
    };
    let sum = weighed(&digits, &[8, 7, 6, 5, 4, 3, 2]) + ninth;
    b"WABCDEFGHIJKLMNOPQRSTUV".get((sum % 23) as usize) == Some(letter)
}

/// Modulus 97, by the old rule and by that of 2010; a branch has three digits more.
fn british(digits: &[u32]) -> bool {
    let sum = weighed(digits, &[8, 7, 6, 5, 4, 3, 2, 10, 1]);
    sum.is_multiple_of(97) || (sum + 55).is_multiple_of(97)
}

/// Of a person: eight digits (a foreigner's first one is a letter) and a letter. Of a company: a letter,
/// seven digits, and a digit or letter.
fn spanish(text: &str) -> bool {
    const OF_23: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    const OF_TEN: &[u8] = b"JABCDEFGHI";
    let &[first, ref middle @ .., last] = text.as_bytes() else { return false };
    let Some(digits) = middle
        .iter()
        .map(|byte| byte.is_ascii_digit().then(|| u32::from(byte - b'0')))
        .collect::<Option<Vec<u32>>>()
    else {
        return false;
    };
    let of_person = |first: u32| {
        let number = u64::from(first) * 10_000_000 + number(&digits);
        OF_23.get((number % 23) as usize) == Some(&last)
    };
    match first {
        b'0'..=b'9' => of_person(u32::from(first - b'0')),
        b'X'..=b'Z' => of_person(u32::from(first - b'X')),
        b'K'..=b'M' => of_person(0),
        _ => {
            let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
            let sum = digits.iter().enumerate().map(|(at, digit)| match at % 2 {
                0 => doubled(*digit),
                _ => *digit,
            });
            let check = to_ten(sum.sum()) as usize;
            last == b'0' + check as u8 || OF_TEN.get(check) == Some(&last)
        }
    }
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
            "ES54362315K",
            "ESX2482300W",
            "GB980780684",
            "GB100190874",
            "EE100594102",
            "EL023456780",
            "FI20774740",
            "HR33392005961",
            "HU12892312",
            "LU15027442",
            "MT11679112",
            "PT501964843",
            "SE123456789701",
            "SI50223054",
        ] {
            assert_eq!(check(text), Check::Holds, "{text}");
        }
        for text in [
            "DE136695975",
            "ATU13585626",
            "BE0428759498",
            "PL856734621",
            "IT00743110158",
            "GB123456789",
            "ESB13585626",
            "PT501964842",
        ] {
            assert_eq!(check(text), Check::WrongDigit, "{text}");
        }
        for text in ["DELTA", "124-81-00998", "", "DE", "ESTABLISHED"] {
            assert_eq!(check(text), Check::NotShaped, "{text}");
        }
    }
}
