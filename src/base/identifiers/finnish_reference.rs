//! Finnish reference numbers (viitenumero): 3 to 19 digits and a check by the weights 7, 3, 1.

use super::{Check, digits};

pub fn check(text: &str) -> Check {
    let Some(all) = digits(text) else { return Check::NotShaped };
    let shaped = (4..=20).contains(&all.len()) && all.iter().any(|&digit| digit > 0);
    Check::of(shaped, || {
        let body = all[..all.len() - 1].iter().rev();
        let sum: u32 =
            body.zip([7, 3, 1].iter().cycle()).map(|(digit, weight)| digit * weight).sum();
        (10 - sum % 10) % 10 == all[all.len() - 1]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_run_from_the_right() {
        assert_eq!(check("1232"), Check::Holds);
        assert_eq!(check("13 12345 67891 29"), Check::WrongDigit);
        assert_eq!(check("0000"), Check::NotShaped);
        assert_eq!(check("123"), Check::NotShaped);
    }
}
