//! Amounts and dates as bank files write them: exact, and `None` for what is no number.

use crate::base::{Date, Decimal};

/// `1234,56`, `1234.56`, `1234,`, `+0012.30`: the last of comma and point is the decimal mark.
/// Several marks of one sort, or a second mark behind the decimal one, are no number.
pub(in crate::ingest::read) fn amount(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mark = digits.rfind([',', '.']);
    let (whole, fraction) = mark.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    let mut plain = String::with_capacity(digits.len());
    let mut groups = whole.split([',', '.', '\'', ' ']);
    plain.push_str(groups.next().unwrap_or(""));
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        plain.push_str(group);
    }
    let grouped_alike = mark.is_some_and(|at| whole.contains(&digits[at..=at]));
    if grouped_alike || (plain.is_empty() && fraction.is_empty()) {
        return None;
    }
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(&plain) || !all_digits(fraction) {
        return None;
    }
    let sign = if negative { "-" } else { "" };
    let whole = if plain.is_empty() { "0" } else { &plain };
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    let value: Decimal = Decimal::from_str_exact(&format!("{sign}{whole}.{fraction}")).ok()?;
    Some(if mark.is_some_and(|at| at + 1 == digits.len()) || mark.is_none() {
        value.normalize()
    } else {
        value
    })
}

/// Minor units without a mark, as in BAI2: `+000000208500` at two decimals is 2085.00.
pub(in crate::ingest::read) fn minor_units(text: &str, decimals: u32) -> Option<Decimal> {
    let text = text.trim();
    let digits = text.trim_start_matches(['+', '-']);
    if digits.is_empty() || digits.len() > 18 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let minor: i64 = digits.parse().ok()?;
    Some(Decimal::new(if text.starts_with('-') { -minor } else { minor }, decimals))
}

/// `261106` and `20261106`. Two-digit years from 70 on are of the last century.
pub(in crate::ingest::read) fn compact_date(text: &str) -> Option<Date> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let (year, rest) = match digits.len() {
        6 => {
            let short = number(&digits[..2])?;
            (if short >= 70 { 1900 + short } else { 2000 + short }, &digits[2..])
        }
        8.. => (number(&digits[..4])?, &digits[4..8]),
        _ => return None,
    };
    Date::from_ymd_opt(year as i32, number(&rest[..2])?, number(&rest[2..4])?)
}

/// The date at the start of `2026-11-06T10:00:00+01:00`: the day in the zone that is stated.
pub(in crate::ingest::read) fn iso_date(text: &str) -> Option<Date> {
    let day = text.trim().get(..10)?;
    Date::parse_from_str(day, "%Y-%m-%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_or_none() {
        for (text, expected) in [
            ("380115,", Some("380115")),
            ("001,12", Some("1.12")),
            ("1,234.56", Some("1234.56")),
            ("-1.000,50", Some("-1000.50")),
            ("+0000115.8331", Some("115.8331")),
            (",5", Some("0.5")),
            ("12..34", None),
            ("1.2.3", None),
            ("", None),
            ("-", None),
            ("12a", None),
        ] {
            assert_eq!(amount(text).map(|a| a.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!(minor_units("-000500", 2).map(|a| a.to_string()).as_deref(), Some("-5.00"));
        assert_eq!(minor_units("12x", 2), None);
    }

    #[test]
    fn dates_of_six_and_eight_digits() {
        let day = Date::from_ymd_opt(2026, 11, 6);
        assert_eq!(compact_date("261106"), day);
        assert_eq!(compact_date("20261106120000.000[-5:EST]"), day);
        assert_eq!(iso_date("2026-11-06T23:59:59+09:00"), day);
        assert_eq!(compact_date("991332"), None);
        assert_eq!(iso_date("2026-é1-06"), None);
    }
}
