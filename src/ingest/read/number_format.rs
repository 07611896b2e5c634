//! What a spreadsheet's number format makes of a number, as far as it changes what the cell says:
//! a date, a duration, an id with its zeros, or nothing to be seen. All else is looks.

use crate::table::RawKind;

/// What a number format makes of a number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum NumberFormat {
    #[default]
    Plain,
    Date,
    /// `[h]:mm`: hours beyond a day.
    Duration,
    /// `0000000000`, `000-00-00000`, `"INV-"000000`: what is shown is the id.
    Zeros(Pattern),
    /// `;;;`: the cell looks empty.
    Hidden,
}

/// Places for digits, and what stands between them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pattern(String);

impl Pattern {
    /// With digits of its own between the places, what is shown no longer tells the number.
    pub(super) fn kind(&self) -> RawKind {
        if self.0.contains(|c: char| c.is_ascii_digit()) { RawKind::Text } else { RawKind::Id }
    }

    /// A stored whole number as the cell shows it; longer ones keep their digits in front.
    pub(super) fn show(&self, number: &str) -> Option<String> {
        if !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let places = self.0.bytes().filter(|b| *b == PLACE as u8).count();
        let digits = format!("{number:0>places$}");
        let (surplus, digits) = digits.split_at(digits.len() - places);
        let mut digits = digits.chars();
        let mut shown = String::new();
        let mut first = true;
        for c in self.0.chars() {
            if c == PLACE {
                if std::mem::take(&mut first) {
                    shown.push_str(surplus);
                }
                shown.extend(digits.next());
            } else {
                shown.push(c);
            }
        }
        Some(shown)
    }
}

/// Stands for a digit in a [`Pattern`]; no format shows it.
const PLACE: char = '\0';

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
    if code.len() >= 3 && code.bytes().all(|b| b == b';') {
        return NumberFormat::Hidden;
    }
    let mut letters = String::new();
    let mut pattern = Some(String::new());
    let mut bracket: Option<String> = None;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match (c, &mut bracket) {
            (']', Some(_)) => {
                let inside = bracket.take().unwrap_or_default().to_ascii_lowercase();
                if is_elapsed(&inside) {
                    return NumberFormat::Duration;
                }
                // Colours and languages change no digit, conditions and currencies may.
                if !inside.chars().all(|c| c.is_ascii_alphabetic()) && !inside.starts_with("$-") {
                    pattern = None;
                }
            }
            (c, Some(inside)) => inside.push(c),
            ('[', None) => bracket = Some(String::new()),
            ('"', None) => {
                let quoted: String = chars.by_ref().take_while(|c| *c != '"').collect();
                if let Some(pattern) = &mut pattern {
                    pattern.push_str(&quoted);
                }
            }
            // The next character is shown, filled or skipped, never read.
            ('\\', None) => {
                if let Some(pattern) = &mut pattern {
                    pattern.extend(chars.next());
                } else {
                    chars.next();
                }
            }
            ('_' | '*', None) => {
                chars.next();
                pattern = None;
            }
            (';', None) => break,
            (c, None) => {
                letters.push(c.to_ascii_lowercase());
                match c {
                    '0' => pattern.iter_mut().for_each(|pattern| pattern.push(PLACE)),
                    '-' | '/' | ' ' => pattern.iter_mut().for_each(|pattern| pattern.push(c)),
                    _ => pattern = None,
                }
            }
        }
    }
    if let Some(pattern) = pattern.and_then(id_pattern) {
        return NumberFormat::Zeros(pattern);
    }
    let general = letters.replace("general", "");
    if general.contains(['d', 'm', 'y', 'h', 's']) {
        NumberFormat::Date
    } else {
        NumberFormat::Plain
    }
}

/// `[h]`, `[mm]`, `[ss]`: time that has passed.
fn is_elapsed(inside: &str) -> bool {
    !inside.is_empty() && ['h', 'm', 's'].iter().any(|unit| inside.chars().all(|c| c == *unit))
}

/// A pattern that shows an id: places only, or enough of them between the marks that ids have. A
/// number with its unit behind it stays a number.
fn id_pattern(pattern: String) -> Option<Pattern> {
    const PLACES_MIN: usize = 4;
    let places = pattern.chars().filter(|c| *c == PLACE).count();
    let bare = places == pattern.chars().count();
    let wanted = if bare { 2 } else { PLACES_MIN };
    (places >= wanted && pattern.ends_with(PLACE)).then_some(Pattern(pattern))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes() {
        for (code, format) in [
            ("General", NumberFormat::Plain),
            ("#,##0.00", NumberFormat::Plain),
            ("#,##0.00 \"days\"", NumberFormat::Plain),
            ("[$-409]d-mmm-yy;@", NumberFormat::Date),
            ("yyyy\"年\"m\"月\"d\"日\"", NumberFormat::Date),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NumberFormat::Date),
            ("[Red]0.00", NumberFormat::Plain),
            ("h:mm AM/PM", NumberFormat::Date),
            ("[h]:mm:ss", NumberFormat::Duration),
            ("[$-412][mm]:ss", NumberFormat::Duration),
            ("0", NumberFormat::Plain),
            ("0\" days\"", NumberFormat::Plain),
            ("0000\"년\"", NumberFormat::Plain),
            ("0.00E+00", NumberFormat::Plain),
            ("_-* #,##0.00\\ \"€\"_-", NumberFormat::Plain),
            ("[$₩-412]#,##0", NumberFormat::Plain),
            (";;;", NumberFormat::Hidden),
        ] {
            assert_eq!(format_of_code(code), format, "{code}");
        }
    }

    #[test]
    fn what_is_shown_is_the_id() {
        for (code, number, shown) in [
            ("0000000000", "123", "0000000123"),
            ("0000000000;@", "123", "0000000123"),
            ("[$-412]000000", "7", "000007"),
            ("000\\-00\\-00000", "1248100998", "124-81-00998"),
            ("000-00-00000", "1248100998", "124-81-00998"),
            ("\"INV-\"000000", "42", "INV-000042"),
            ("00", "1234", "1234"),
            ("000-0000", "123456789", "12345-6789"),
        ] {
            let NumberFormat::Zeros(pattern) = format_of_code(code) else { panic!("{code}") };
            assert_eq!(pattern.show(number).as_deref(), Some(shown), "{code}");
            assert_eq!(pattern.show("1.5"), None);
            assert_eq!(pattern.show("-1"), None);
        }
    }
}
