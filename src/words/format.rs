//! Figures and dates as text, exact from the stored value: no float, no system locale.

use rust_decimal::Decimal;

use super::Lang;
use crate::base::{Currency, Date, Money};

/// The true minus sign, as wide as a digit.
pub const MINUS: char = '−';

/// `1,234.56`, `−500`, always with the currency's digits. The code is not part of it.
pub fn money(money: Money) -> String {
    let digits = money.currency.exponent() as usize;
    let text = format!("{:0width$}", money.minor.unsigned_abs(), width = digits + 1);
    let (whole, minor) = text.split_at(text.len() - digits);
    let mut out = String::with_capacity(text.len() + 8);
    if money.minor < 0 {
        out.push(MINUS);
    }
    push_grouped(&mut out, whole);
    if digits > 0 {
        out.push('.');
        out.push_str(minor);
    }
    out
}

/// `USD 1,234.56`; without a code where the file names no currency.
pub fn money_with_code(amount: Money) -> String {
    if amount.currency.is_none() {
        money(amount)
    } else {
        format!("{} {}", amount.currency.code(), money(amount))
    }
}

/// A quantity or rate with the digits it has: `1,240.5`.
pub fn number(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, minor) = text.split_once('.').map_or((text.as_str(), None), |(w, m)| (w, Some(m)));
    let mut out = String::with_capacity(text.len() + 8);
    if value.is_sign_negative() && !value.is_zero() {
        out.push(MINUS);
    }
    push_grouped(&mut out, whole);
    if let Some(minor) = minor {
        out.push('.');
        out.push_str(minor);
    }
    out
}

pub fn count(value: i64) -> String {
    number(Decimal::from(value))
}

/// The most that a tally on a rail shows in full.
const TALLY_MAX: usize = 99_999;

/// A count where there is little room: `1,204`, and `99,999+` of whatever is more.
pub fn tally(value: usize) -> String {
    let more = if value > TALLY_MAX { "+" } else { "" };
    format!("{}{more}", count(value.min(TALLY_MAX) as i64))
}

/// A ratio as percent with at most two decimals: 0.1 is `10%`, 0.3333 is `33.33%`.
pub fn percent(ratio: Decimal) -> String {
    let rounded = crate::base::round_to(ratio * Decimal::ONE_HUNDRED, 2).normalize();
    format!("{}%", number(rounded))
}

/// `6 Nov 2026` in English, `2026-11-06` in Korean and Chinese.
pub fn date(lang: Lang, date: Date) -> String {
    match lang {
        Lang::En => date.format("%-d %b %Y").to_string(),
        Lang::Ko | Lang::Zh => crate::base::iso(date),
    }
}

pub fn currency(currency: Currency) -> String {
    if currency.is_none() { "–".to_owned() } else { currency.code().to_owned() }
}

fn push_grouped(out: &mut String, digits: &str) {
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_the_digits_of_its_currency() {
        let of = |minor, code| Money::new(minor, Currency::parse(code).expect("a code"));
        assert_eq!(money(of(123_456_789, "USD")), "1,234,567.89");
        assert_eq!(money(of(-5, "USD")), "−0.05");
        assert_eq!(money(of(13_890_000, "KRW")), "13,890,000");
        assert_eq!(money(of(0, "KWD")), "0.000");
        assert_eq!(money_with_code(of(100, "EUR")), "EUR 1.00");
    }

    #[test]
    fn a_tally_says_no_more_than_it_has_room_for() {
        assert_eq!([0, 74, 1_204].map(tally), ["0", "74", "1,204"]);
        assert_eq!([99_999, 100_000, 1_000_000].map(tally), ["99,999", "99,999+", "99,999+"]);
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(number(Decimal::new(12_405, 1)), "1,240.5");
        assert_eq!(number(Decimal::new(-10, 0)), "−10");
        assert_eq!(percent(Decimal::new(3333, 4)), "33.33%");
        assert_eq!(percent(Decimal::new(1, 1)), "10%");
    }
}
