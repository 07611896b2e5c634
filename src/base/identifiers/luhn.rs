//! Luhn numbers (mod 10): Swedish OCR, Norwegian and Danish payment references with one check digit.
//!
//! One number in ten passes by chance, so it confirms a reference and never makes one.

use super::{Check, digits};

pub fn check(text: &str) -> Check {
    let Some(all) = digits(text) else { return Check::NotShaped };
    let shaped = (2..=25).contains(&all.len()) && all.iter().any(|&digit| digit > 0);
    Check::of(shaped, || {
        let weighed = all.iter().rev().enumerate().map(|(at, digit)| match at % 2 {
            0 => *digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        });
        weighed.sum::<u32>() % 10 == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_second_digit_is_doubled() {
        for text in ["202600425", "4539 1488 0343 6467", "18"] {
            assert_eq!(check(text), Check::Holds, "{text}");
        }
        assert_eq!(check("202600452"), Check::WrongDigit);
    }
}
