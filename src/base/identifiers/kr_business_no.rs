//! Korean business registration numbers (사업자등록번호): ten digits, the last a check digit.

use super::{Check, digits};

const WEIGHTS: [u32; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];

pub fn check(text: &str) -> Check {
    let Some(all) = digits(text).filter(|d| d.len() == 10) else { return Check::NotShaped };
    let weighed: u32 = all.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let sum = weighed + all[8] * 5 / 10;
    Check::of(true, || (10 - sum % 10) % 10 == all[9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_and_without_dashes() {
        assert_eq!(check("124-81-00998"), Check::Holds);
        assert_eq!(check("1248100998"), Check::Holds);
        assert_eq!(check("124-81-00989"), Check::WrongDigit);
        assert_eq!(check("124-81-0099"), Check::NotShaped);
    }
}
