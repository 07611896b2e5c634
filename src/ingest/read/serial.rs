//! Spreadsheet numbers as text: exact decimals, and serial numbers with a date format as dates.

use rust_decimal::Decimal;

use crate::base::{Date, iso};
use crate::table::RawKind;

pub(super) use super::number_format::{NumberFormat, builtin_format, format_of_code};

/// Which day is day zero. In the 1900 system there is a 29 February 1900, as day 60.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Epoch {
    #[default]
    Y1900,
    Y1904,
}

/// A stored number under its format.
pub(super) fn number_cell(stored: &str, format: &NumberFormat, epoch: Epoch) -> (RawKind, String) {
    let Some(text) = plain_decimal(stored) else { return (RawKind::Text, stored.to_owned()) };
    let formatted = match format {
        NumberFormat::Plain | NumberFormat::Hidden => None,
        NumberFormat::Zeros(pattern) => pattern.show(&text).map(|text| (pattern.kind(), text)),
        // Shown as a row of hashes: a date that is none, and never an amount.
        NumberFormat::Date | NumberFormat::Duration if text.starts_with('-') => {
            Some((RawKind::Date, text.clone()))
        }
        NumberFormat::Date => date(&text, epoch),
        NumberFormat::Duration => duration(&text),
    };
    formatted.unwrap_or((RawKind::Number, text))
}

/// Plain decimal text without an exponent or idle zeros; `None` when it is no number. Numbers too
/// long for a decimal keep their scientific form.
pub(super) fn plain_decimal(stored: &str) -> Option<String> {
    let stored = stored.trim();
    let stored = stored.strip_prefix('+').unwrap_or(stored);
    let mantissa = stored.strip_prefix('-').unwrap_or(stored);
    let allowed = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-');
    if !mantissa.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        || !mantissa.bytes().any(|b| b.is_ascii_digit())
        || !mantissa.bytes().all(allowed)
    {
        return None;
    }
    let scientific = mantissa.contains(['e', 'E']);
    if !scientific && mantissa.contains(['+', '-']) {
        return None;
    }
    let text = if scientific {
        match Decimal::from_scientific(stored) {
            Ok(value) => value.normalize().to_string(),
            // Beyond 28 digits; a malformed exponent is no number.
            Err(_) => {
                let value: f64 = stored.parse().ok()?;
                value.is_finite().then(|| stored.to_uppercase())?
            }
        }
    } else if mantissa.contains('.') {
        if mantissa.matches('.').count() > 1 {
            return None;
        }
        let trimmed = stored.trim_end_matches('0').trim_end_matches('.');
        match trimmed.strip_prefix("-.").map(|rest| format!("-0.{rest}")) {
            Some(text) => text,
            None if trimmed.starts_with('.') => format!("0{trimmed}"),
            None => trimmed.to_owned(),
        }
    } else {
        stored.to_owned()
    };
    Some(if matches!(text.as_str(), "-0" | "" | "-") { "0".to_owned() } else { text })
}

/// The shortest decimal text that names the stored number: what the user typed, up to 15 digits.
pub(super) fn shortest(number: f64) -> String {
    const PLAIN: std::ops::Range<f64> = 1e-10..1e21;
    if number == 0.0 || PLAIN.contains(&number.abs()) {
        format!("{number}")
    } else {
        format!("{number:e}")
    }
}

/// Whether stored digits are already what [`plain_decimal`] would make of them.
pub(super) fn is_plain_decimal(stored: &[u8]) -> bool {
    let digits = stored.strip_prefix(b"-").unwrap_or(stored);
    let mut mark = None;
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {}
            b'.' if mark.is_none() && at > 0 => mark = Some(at),
            _ => return false,
        }
    }
    match (mark, digits.last()) {
        (None, Some(_)) => stored != b"-0",
        (Some(_), Some(last)) => !matches!(last, b'0' | b'.'),
        (_, None) => false,
    }
}

/// Last day that a spreadsheet knows, 9999-12-31.
const LAST_DAY: i64 = 2_958_465;
const EPOCHS_APART_DAYS: i64 = 1_462;

fn date(serial: &str, epoch: Epoch) -> Option<(RawKind, String)> {
    let (mut days, seconds) = split(serial)?;
    if epoch == Epoch::Y1904 {
        days += EPOCHS_APART_DAYS;
    } else if days == 0 && seconds > 0 {
        // A time of day without a date.
        return Some((RawKind::Text, clock(seconds)));
    }
    let day = match days {
        0 => "1900-01-00".to_owned(),
        60 => "1900-02-29".to_owned(),
        1..=59 => iso(day_after((1899, 12, 31), days)?),
        61..=LAST_DAY => iso(day_after((1899, 12, 30), days)?),
        _ => return None,
    };
    let text = if seconds == 0 { day } else { format!("{day} {}", clock(seconds)) };
    Some((RawKind::Date, text))
}

fn day_after((year, month, day): (i32, u32, u32), days: i64) -> Option<Date> {
    let start = Date::from_ymd_opt(year, month, day)?;
    start.checked_add_days(chrono::Days::new(u64::try_from(days).ok()?))
}

fn duration(serial: &str) -> Option<(RawKind, String)> {
    let (days, seconds) = split(serial)?;
    let seconds = days.checked_mul(86_400)?.checked_add(seconds)?;
    Some((RawKind::Text, clock(seconds)))
}

/// Days and seconds of a plain decimal; milliseconds are rounded first, since a stored fraction is
/// never quite even. `None` below zero.
fn split(serial: &str) -> Option<(i64, i64)> {
    const DAY_MILLISECONDS: u128 = 86_400_000;
    /// Further digits are less than the thousandth part of a millisecond.
    const DIGITS_MAX: usize = 12;
    let (days, fraction) = serial.split_once('.').unwrap_or((serial, ""));
    // A sign is no digit to this parser of days.
    let days: i64 = days.parse::<u32>().ok()?.into();
    if fraction.is_empty() {
        return Some((days, 0));
    }
    let fraction = fraction.get(..DIGITS_MAX).unwrap_or(fraction);
    let scale = 10_u128.pow(fraction.len() as u32);
    let part = u128::from(fraction.parse::<u64>().ok()?) * DAY_MILLISECONDS;
    let milliseconds = i64::try_from((part + scale / 2) / scale).ok()?;
    let day = DAY_MILLISECONDS as i64;
    Some((days + milliseconds / day, milliseconds % day / 1000))
}

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(serial: &str, epoch: Epoch) -> String {
        let (kind, text) = number_cell(serial, &NumberFormat::Date, epoch);
        format!("{kind:?} {text}")
    }

    #[test]
    fn serials_are_dates_in_both_systems() {
        for (serial, text) in [
            ("45838", "Date 2025-06-30"),
            ("45838.5833333333", "Date 2025-06-30 14:00:00"),
            ("45838.99999999999", "Date 2025-07-01"),
            ("0", "Date 1900-01-00"),
            ("1", "Date 1900-01-01"),
            ("59", "Date 1900-02-28"),
            ("60", "Date 1900-02-29"),
            ("61", "Date 1900-03-01"),
            ("0.354166666666667", "Text 08:30:00"),
            ("2958465", "Date 9999-12-31"),
            ("2958466", "Number 2958466"),
            ("-1", "Date -1"),
            ("-49716.5", "Date -49716.5"),
        ] {
            assert_eq!(dated(serial, Epoch::Y1900), text, "{serial}");
        }
        assert_eq!(dated("44376", Epoch::Y1904), "Date 2025-06-30");
        assert_eq!(dated("0", Epoch::Y1904), "Date 1904-01-01");
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (stored, text) in [
            ("1", "1"),
            ("1.0", "1"),
            ("-0", "0"),
            ("0.10", "0.1"),
            ("1E+2", "100"),
            ("1.5e-3", "0.0015"),
            ("35.340000000000003", "35.340000000000003"),
            ("12345678901234567890", "12345678901234567890"),
            ("1E+300", "1E+300"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
        ] {
            assert_eq!(plain_decimal(stored).as_deref(), Some(text), "{stored}");
        }
        for stored in ["", "abc", "1.2.3", "1-2", "1e", "--1", "NaN", "inf"] {
            assert_eq!(plain_decimal(stored), None, "{stored}");
        }
    }

    #[test]
    fn plain_digits_are_told_at_a_glance() {
        for stored in ["0", "12", "-3", "0.5", "-0.25", "35.339999999999996"] {
            assert!(is_plain_decimal(stored.as_bytes()), "{stored}");
            assert_eq!(plain_decimal(stored).as_deref(), Some(stored));
        }
        for stored in ["", "-", "-0", "1.0", "1.", ".5", "1E5", "1.2.3", "+1", " 1"] {
            assert!(!is_plain_decimal(stored.as_bytes()), "{stored}");
        }
    }
}
