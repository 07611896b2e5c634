//! International bank account numbers (ISO 13616): length by country, then mod 97 = 1.
//!
//! The length table is the registry's. A country that is not in it has no IBAN, so a text that
//! only happens to pass mod 97 is not taken for one.

use super::{Check, compact, mod_97};

/// Lengths, each with the countries that use it.
const LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "AA BE BI"),
    (18, "AX DK FI FO GL NL"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS"),
    (23, "AE GI IL IQ TL"),
    (24, "AD CZ DZ ES MD PK RO SA SE SK TN VG"),
    (25, "AO CV GW MZ PT ST"),
    (26, "IR IS TR"),
    (27, "BF BL CF CG CM DJ FR GA GF GP GQ GR IT KM MC MF MG MQ MR NC PF PM RE SM TD TF WF YT"),
    (28, "AL AZ BJ BY CI CY DO GT HN HU LB MA ML NE PL SN SV TG"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU"),
    (31, "MT SC"),
    (32, "LC NI"),
];

pub fn check(text: &str) -> Check {
    let Some(iban) = compact(text).filter(|t| t.len() >= 15) else { return Check::NotShaped };
    let (country, rest) = iban.split_at(2);
    let known = LENGTHS.iter().find(|(_, codes)| codes.split(' ').any(|code| code == country));
    let shaped = known.is_some_and(|(length, _)| iban.len() == *length)
        && rest.bytes().take(2).all(|b| b.is_ascii_digit());
    Check::of(shaped, || mod_97(&format!("{}{}", &iban[4..], &iban[..4])) == Some(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_check_digits() {
        assert_eq!(check("DE89 3704 0044 0532 0130 00"), Check::Holds);
        assert_eq!(check("DE89370400440532013001"), Check::WrongDigit);
        assert_eq!(check("DE8937040044053201300"), Check::NotShaped);
        assert_eq!(check("XX89370400440532013000"), Check::NotShaped);
    }
}
