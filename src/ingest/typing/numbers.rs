//! Numbers as people and ledgers write them, read exactly. The decimal mark is the column's
//! affair: a body that reads in both styles is not read without one.

use rust_decimal::Decimal;

use super::currency::{Mark, mark};
use super::digits::{STORED_DIGITS, digits, simple};
use super::{means_blank, plain};
use crate::base::{Currency, round_to, shortest};
use crate::ingest::NumberStyle;
use crate::table::{Cell, RawCell, RawKind};

/// What a number is counted in, when its cell says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum NumberUnit {
    #[default]
    Plain,
    Percent,
    PerMille,
}

/// A number with what its cell says beside it. A percentage is still in percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberRead {
    pub value: Decimal,
    pub currency: Option<Currency>,
    pub unit: NumberUnit,
}

/// Reads a cell. Without a style, `1.234` and `1,234` fail: they can be read in two ways.
pub fn read_number(cell: &RawCell, style: Option<NumberStyle>) -> Cell<NumberRead> {
    match cell.kind {
        RawKind::Number => match stored(cell.text) {
            Some(value) => Cell::Ok(NumberRead { value, currency: None, unit: NumberUnit::Plain }),
            None => Cell::Failed,
        },
        RawKind::Text => {
            if let Some((mantissa, decimals, vote)) = simple(cell.text) {
                let value = Decimal::new(mantissa, decimals);
                let read = NumberRead { value, currency: None, unit: NumberUnit::Plain };
                match (vote, style) {
                    (Vote::Split, None) => return Cell::Failed,
                    // The point groups, which the long way sees to.
                    (Vote::Split, Some(NumberStyle::Comma)) => {}
                    (Vote::For(NumberStyle::Point), Some(NumberStyle::Comma)) => {
                        return Cell::Failed;
                    }
                    _ => return Cell::Ok(read),
                }
            }
            let text = plain(cell.text);
            if means_blank(&text) {
                return Cell::Blank;
            }
            match Written::take_apart(&text).and_then(|written| written.read(style)) {
                Some(read) => Cell::Ok(read),
                None => Cell::Failed,
            }
        }
        RawKind::Id => match stored(&cell.digits()) {
            Some(value) => Cell::Ok(NumberRead { value, currency: None, unit: NumberUnit::Plain }),
            None => Cell::Failed,
        },
        RawKind::Date | RawKind::Bool | RawKind::Error | RawKind::NoValue => Cell::Failed,
    }
}

/// What a text cell says about its column's style; `None` when no style reads it as a number.
pub(super) fn vote(text: &str) -> Option<Vote> {
    if let Some((.., vote)) = simple(text) {
        return Some(vote);
    }
    let text = plain(text);
    if means_blank(&text) {
        return None;
    }
    Written::take_apart(&text)?.vote()
}

/// A stored number from its decimal text. Excel shows and compares 15 significant digits, so
/// `35.339999999999996` is the 35.34 that its user sees.
fn stored(text: &str) -> Option<Decimal> {
    if text.len() <= STORED_DIGITS as usize
        && let Some((mantissa, decimals)) = digits(text)
    {
        return Some(shortest(Decimal::new(mantissa, decimals.unwrap_or(0))));
    }
    let value = exact(text)?;
    let digits = value.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    let surplus = digits.saturating_sub(STORED_DIGITS);
    // Surplus digits before the point stay: they belong to an id, not to a measured value.
    let decimals = value.scale().saturating_sub(surplus);
    Some(if surplus > 0 { round_to(value, decimals).normalize() } else { value.normalize() })
}

/// Plain or scientific decimal text, as programs write it.
fn exact(text: &str) -> Option<Decimal> {
    match text.contains(['e', 'E']) {
        true => Decimal::from_scientific(text).ok(),
        // More than 28 digits: the nearest that fits, still to more than a spreadsheet keeps.
        false => Decimal::from_str_exact(text).or_else(|_| text.parse()).ok(),
    }
}

/// A number taken apart: sign, currency and unit off, the body of digits and marks left.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Written {
    negative: bool,
    mark: Option<Mark>,
    unit: NumberUnit,
    body: String,
}

/// What a body says about the column's style.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Vote {
    /// Reads the same in both styles.
    Neutral,
    For(NumberStyle),
    /// Reads differently in both.
    Split,
}

impl Written {
    /// `None` when the text is no number in any style.
    pub(super) fn take_apart(plain: &str) -> Option<Written> {
        let mut rest = plain.trim();
        let mut signs = 0;
        let mut negative = false;
        let mut mark = None;
        let mut unit = NumberUnit::Plain;
        loop {
            let (next, peeled) = peel(rest)?;
            rest = next;
            match peeled {
                Peeled::Nothing => break,
                Peeled::Sign(minus) => {
                    signs += 1;
                    negative |= minus;
                }
                Peeled::Unit(found) if unit == NumberUnit::Plain => unit = found,
                Peeled::Currency(found) if mark.is_none() || mark == Some(found) => {
                    mark = Some(found)
                }
                Peeled::Unit(_) | Peeled::Currency(_) => return None,
            }
        }
        let has_digit = rest.bytes().any(|b| b.is_ascii_digit());
        let written = Written { negative, mark, unit, body: rest.to_owned() };
        (has_digit && signs <= 1).then_some(written)
    }

    pub(super) fn read(&self, style: Option<NumberStyle>) -> Option<NumberRead> {
        let value = match style {
            Some(style) => self.value(style)?,
            None => match self.vote()? {
                Vote::Split => return None,
                Vote::For(style) => self.value(style)?,
                Vote::Neutral => self.value(NumberStyle::Point)?,
            },
        };
        let value = if self.negative { -value } else { value };
        Some(NumberRead { value, currency: self.currency(), unit: self.unit })
    }

    pub(super) fn currency(&self) -> Option<Currency> {
        match self.mark {
            Some(Mark::Named(currency)) => Some(currency),
            Some(Mark::Vague) | None => None,
        }
    }

    /// `None` when no style reads the body.
    pub(super) fn vote(&self) -> Option<Vote> {
        let (point, comma) = (self.value(NumberStyle::Point), self.value(NumberStyle::Comma));
        Some(match (point, comma) {
            (None, None) => return None,
            (Some(_), None) => Vote::For(NumberStyle::Point),
            (None, Some(_)) => Vote::For(NumberStyle::Comma),
            (Some(a), Some(b)) if a == b => Vote::Neutral,
            // Three digits after the mark are no cents, pence or jeon: the mark groups.
            (Some(a), Some(_)) if self.mark.is_some_and(|mark| !has_three_decimals(mark)) => {
                let grouped_in_point = a.scale() == 0;
                Vote::For(if grouped_in_point { NumberStyle::Point } else { NumberStyle::Comma })
            }
            (Some(_), Some(_)) => Vote::Split,
        })
    }

    fn value(&self, style: NumberStyle) -> Option<Decimal> {
        let (mark, groups) = match style {
            NumberStyle::Point => ('.', ','),
            NumberStyle::Comma => (',', '.'),
        };
        let (body, power) = match self.body.split_once(['e', 'E']) {
            Some((body, power)) => (body, Some(power)),
            None => (self.body.as_str(), None),
        };
        let (whole, fraction) = body.split_once(mark).unwrap_or((body, ""));
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        // What writes a power groups no thousands and ends in no mark: "1.560,e00" is a slip.
        let is_bare = !body.ends_with(mark) && whole.bytes().all(|b| b.is_ascii_digit());
        if power.is_some() && !is_bare {
            return None;
        }
        let mut digits = ungroup(whole, groups)?;
        if digits.is_empty() && fraction.is_empty() {
            return None;
        }
        digits.push('.');
        digits.push_str(fraction);
        match power {
            None => exact(digits.trim_end_matches('.')),
            Some(power) => exact(&format!("{}e{power}", digits.trim_end_matches('.'))),
        }
    }
}

fn has_three_decimals(mark: Mark) -> bool {
    match mark {
        Mark::Named(currency) => currency.exponent() == 3,
        // Yuan, yen, crowns, francs: none has thousandths.
        Mark::Vague => false,
    }
}

enum Peeled {
    Nothing,
    Sign(bool),
    Unit(NumberUnit),
    Currency(Mark),
}

/// Takes one thing off either end. `None`: what stands there belongs to no number.
fn peel(text: &str) -> Option<(&str, Peeled)> {
    let text = text.trim();
    let is_body = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    for (open, close) in [('(', ')'), ('<', '>')] {
        if first == open && last == close {
            return Some((&text[1..text.len() - 1], Peeled::Sign(true)));
        }
    }
    match first {
        '-' | '△' | '▲' | '▼' | '▽' => {
            return Some((&text[first.len_utf8()..], Peeled::Sign(true)));
        }
        '+' => return Some((&text[1..], Peeled::Sign(false))),
        _ => {}
    }
    match last {
        '-' => return Some((&text[..text.len() - 1], Peeled::Sign(true))),
        '+' => return Some((&text[..text.len() - 1], Peeled::Sign(false))),
        '%' => return Some((&text[..text.len() - 1], Peeled::Unit(NumberUnit::Percent))),
        '‰' => {
            let end = text.len() - last.len_utf8();
            return Some((&text[..end], Peeled::Unit(NumberUnit::PerMille)));
        }
        _ => {}
    }
    if !is_body(first) {
        let end = text.find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '(' | '+' | '△'))?;
        // The point of ".5 EUR" is body, the point of "Rs.5" belongs to the word.
        return Some((&text[end..], Peeled::Currency(mark(&text[..end])?)));
    }
    if !is_body(last) {
        let start = text.rfind(|c: char| c.is_ascii_digit() || matches!(c, '-' | ')' | '+'))? + 1;
        return after(&text[..start], text[start..].trim());
    }
    Some((text, Peeled::Nothing))
}

/// A word after the number: debit or credit side, or a currency.
fn after<'a>(number: &'a str, word: &str) -> Option<(&'a str, Peeled)> {
    let side = match word.to_ascii_uppercase().as_str() {
        "CR" => Some(true),
        "DR" => Some(false),
        // One letter is a side only behind cents; "12 H" may be hours.
        letter if has_cents(number) => match letter {
            "C" | "H" => Some(true),
            "D" | "S" => Some(false),
            _ => None,
        },
        _ => None,
    };
    match side {
        Some(negative) => Some((number, Peeled::Sign(negative))),
        None => Some((number, Peeled::Currency(mark(word.trim_start_matches(['.', ',']))?))),
    }
}

fn has_cents(number: &str) -> bool {
    let bytes = number.trim_end().as_bytes();
    bytes.len() > 3 && matches!(bytes[bytes.len() - 3], b'.' | b',')
}

/// The digits of a whole part whose groups, if any, are regular: threes, or the Indian twos.
fn ungroup(whole: &str, mark: char) -> Option<String> {
    if whole.bytes().all(|b| b.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let group_mark = [mark, ' ', '\''].into_iter().find(|m| whole.contains(*m))?;
    let groups: Vec<&str> = whole.split(group_mark).collect();
    let (first, later) = groups.split_first()?;
    let (last, middle) = later.split_last()?;
    let digits_only = groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_digit()));
    let threes = (1..=3).contains(&first.len()) && middle.iter().all(|g| g.len() == 3);
    let indian = mark == ','
        && group_mark == mark
        && (1..=2).contains(&first.len())
        && middle.iter().all(|g| g.len() == 2);
    let regular = last.len() == 3 && (threes || indian) && !first.starts_with('0');
    (digits_only && regular).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> RawCell<'_> {
        RawCell { text, kind: RawKind::Text }
    }

    fn read(written: &str, style: Option<NumberStyle>) -> Option<String> {
        read_number(&text(written), style).ok().map(|n| n.value.normalize().to_string())
    }

    #[test]
    fn every_form_of_a_ledger() {
        for (written, value) in [
            ("1,234.56", "1234.56"),
            ("1.234,56", "1234.56"),
            ("1 234,56", "1234.56"),
            ("1\u{a0}234,56", "1234.56"),
            ("1\u{202f}234\u{202f}567", "1234567"),
            ("1'234.56", "1234.56"),
            ("1’234.56", "1234.56"),
            ("12,34,567.89", "1234567.89"),
            ("1234,5", "1234.5"),
            ("1.234,56-", "-1234.56"),
            ("(1,234.00)", "-1234"),
            ("<1,234.5>", "-1234.5"),
            ("\u{2212}1,234,000", "-1234000"),
            ("–12.50", "-12.5"),
            ("△1,234,000", "-1234000"),
            ("▲12", "-12"),
            ("1,234.50 CR", "-1234.5"),
            ("1,234.50DR", "1234.5"),
            ("1.234,50 H", "-1234.5"),
            ("1.234,50 S", "1234.5"),
            ("$1,234", "1234"),
            ("-$1,234.10", "-1234.1"),
            ("$(1,234.10)", "-1234.1"),
            ("US$ 12.10", "12.1"),
            ("12,10 €", "12.1"),
            ("₩1,234", "1234"),
            ("1,234원", "1234"),
            ("￥１２３，４５６", "123456"),
            ("KRW 5000", "5000"),
            ("5000 RMB", "5000"),
            ("Rs.500", "500"),
            ("'00123", "123"),
            ("10 %", "10"),
            ("0.5", "0.5"),
            (".5", "0.5"),
            ("1.5E+3", "1500"),
            ("٣٤", "34"),
        ] {
            assert_eq!(read(written, None).as_deref(), Some(value), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_fails() {
        for written in [
            "abc",
            "12 H",
            "2025-06-30",
            "10.11.2025",
            "2025. 6. 30.",
            "1.2.3",
            "12,34",
            "010 1234 5678",
            "--5",
            "(-5)",
            "5 천원",
            "12 34",
            "1,23,45",
            "$5 €",
            "A12",
            "12A",
            "1-2",
            "5 kg",
            "e5",
            "-e",
            "1,560.e00",
            "1,560e3",
        ] {
            let style = Some(NumberStyle::Point);
            assert_eq!(read(written, style), None, "{written}");
        }
    }

    #[test]
    fn blank_words_are_blank() {
        for written in ["", " ", "-", "–", "N/A", "없음", "无", "- -", "n.a."] {
            assert_eq!(read_number(&text(written), None), Cell::Blank, "{written}");
        }
    }

    #[test]
    fn one_group_of_three_waits_for_the_column() {
        assert_eq!(read("1.234", None), None);
        assert_eq!(read("1.234", Some(NumberStyle::Point)).as_deref(), Some("1.234"));
        assert_eq!(read("1.234", Some(NumberStyle::Comma)).as_deref(), Some("1234"));
        assert_eq!(read("1,234 KWD", None), None, "a dinar has three decimals");
    }

    #[test]
    fn the_short_way_reads_as_the_long_one() {
        for written in ["12", "-12.5", "1.234", "-12.345", "606.294", "1234.567", "0.125", "-0.125"]
        {
            let long = Written::take_apart(&plain(written)).expect("a number");
            assert_eq!(vote(written), long.vote(), "{written}");
            for style in [None, Some(NumberStyle::Point), Some(NumberStyle::Comma)] {
                let value = long.read(style).map(|read| read.value.to_string());
                assert_eq!(read(written, style), value, "{written} {style:?}");
            }
        }
    }

    #[test]
    fn stored_numbers_lose_only_binary_noise() {
        let stored = |text: &str| {
            let cell = RawCell { text, kind: RawKind::Number };
            read_number(&cell, None).ok().map(|n| n.value.to_string())
        };
        assert_eq!(stored("35.339999999999996").as_deref(), Some("35.34"));
        assert_eq!(stored("-0.30000000000000004").as_deref(), Some("-0.3"));
        assert_eq!(stored("1234567890123456789").as_deref(), Some("1234567890123456789"));
        assert_eq!(stored("1E-7").as_deref(), Some("0.0000001"));
        assert_eq!(stored("1E+300"), None);
    }
}
