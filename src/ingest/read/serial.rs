//! Spreadsheet numbers as text: exact decimals, and serial numbers with a date format as dates.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::base::{Date, iso};
use crate::table::RawKind;

/// Which day is day zero. In the 1900 system there is a 29 February 1900, as day 60.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Epoch {
    #[default]
    Y1900,
    Y1904,
}

/// What a number format makes of a number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum NumberFormat {
    #[default]
    Plain,
    Date,
    /// `[h]:mm`: hours beyond a day.
    Duration,
    /// `0000000000`: at least so many digits, for ids with leading zeros.
    Zeros(usize),
}

/// A stored number under its format.
pub(super) fn number_cell(stored: &str, format: &NumberFormat, epoch: Epoch) -> (RawKind, String) {
    let Some(text) = plain_decimal(stored) else { return (RawKind::Text, stored.to_owned()) };
    let formatted = match format {
        NumberFormat::Plain => None,
        NumberFormat::Zeros(width) => padded(&text, *width).map(|text| (RawKind::Text, text)),
        NumberFormat::Date => text.parse().ok().and_then(|serial| date(serial, epoch)),
        NumberFormat::Duration => text.parse().ok().and_then(duration),
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

fn padded(text: &str, width: usize) -> Option<String> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| format!("{text:0>width$}"))
}

/// Last day that a spreadsheet knows, 9999-12-31.
const LAST_DAY: i64 = 2_958_465;
const EPOCHS_APART_DAYS: i64 = 1_462;

fn date(serial: Decimal, epoch: Epoch) -> Option<(RawKind, String)> {
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

fn duration(serial: Decimal) -> Option<(RawKind, String)> {
    let (days, seconds) = split(serial)?;
    let seconds = days.checked_mul(86_400)?.checked_add(seconds)?;
    Some((RawKind::Text, clock(seconds)))
}

/// Days and seconds; milliseconds are rounded first, since a stored fraction is never quite even.
fn split(serial: Decimal) -> Option<(i64, i64)> {
    if serial.is_sign_negative() && !serial.is_zero() {
        return None;
    }
    const DAY_MILLISECONDS: i64 = 86_400_000;
    let milliseconds = serial
        .checked_mul(Decimal::from(DAY_MILLISECONDS))?
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i64()?;
    Some((milliseconds / DAY_MILLISECONDS, milliseconds % DAY_MILLISECONDS / 1000))
}

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Built-in number formats that show dates or times, by id.
pub(super) fn builtin_format(id: u32) -> NumberFormat {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => NumberFormat::Date,
        46 => NumberFormat::Duration,
        _ => NumberFormat::Plain,
    }
}

/// What a custom format code shows, judged by its first section.
pub(super) fn format_of_code(code: &str) -> NumberFormat {
    let mut letters = String::new();
    let mut bracket: Option<String> = None;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match (c, &mut bracket) {
            (']', Some(_)) => {
                let inside = bracket.take().unwrap_or_default().to_ascii_lowercase();
                let elapsed = !inside.is_empty()
                    && ['h', 'm', 's'].iter().any(|unit| inside.chars().all(|i| i == *unit));
                if elapsed {
                    return NumberFormat::Duration;
                }
            }
            (c, Some(inside)) => inside.push(c),
            ('[', None) => bracket = Some(String::new()),
            ('"', None) => {
                chars.by_ref().find(|c| *c == '"');
            }
            // The next character is shown, filled or skipped, never read.
            ('\\' | '_' | '*', None) => {
                chars.next();
            }
            (';', None) => break,
            (c, None) => letters.push(c.to_ascii_lowercase()),
        }
    }
    if letters.len() > 1 && letters.bytes().all(|b| b == b'0') && code.len() == letters.len() {
        return NumberFormat::Zeros(letters.len());
    }
    let general = letters.replace("general", "");
    if general.contains(['d', 'm', 'y', 'h', 's']) {
        NumberFormat::Date
    } else {
        NumberFormat::Plain
    }
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
            ("-1", "Number -1"),
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
    fn format_codes() {
        for (code, format) in [
            ("General", NumberFormat::Plain),
            ("#,##0.00", NumberFormat::Plain),
            ("#,##0.00 \"days\"", NumberFormat::Plain),
            ("[$-409]d-mmm-yy;@", NumberFormat::Date),
            ("yyyy\"年\"m\"月\"d\"日\"", NumberFormat::Date),
            ("[Red]0.00", NumberFormat::Plain),
            ("h:mm AM/PM", NumberFormat::Date),
            ("[h]:mm:ss", NumberFormat::Duration),
            ("0000000000", NumberFormat::Zeros(10)),
            ("0", NumberFormat::Plain),
            ("_-* #,##0.00\\ \"€\"_-", NumberFormat::Plain),
        ] {
            assert_eq!(format_of_code(code), format, "{code}");
        }
        let id = number_cell("123", &NumberFormat::Zeros(10), Epoch::Y1900);
        assert_eq!(id, (RawKind::Text, "0000000123".to_owned()));
    }
}
