//! Months that a payment's text names: "rent March 2024", "3월분", "三月份", "Jan–Mar 2025", "2025-03".
//! A day of a month is a date and no month.
//!
//! Invariant: what is read stands in the text; a year that it leaves out is left out here.

use unicode_normalization::UnicodeNormalization;

/// A month, with its year where the text has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Named {
    pub year: Option<i32>,
    pub month: u32,
}

/// Names of months in the order of the year: English, German, French, Spanish, and short forms.
#[rustfmt::skip]
const NAMES: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene"],
    &["february", "feb", "februar", "février", "fevrier", "févr", "fev", "febrero"],
    &["march", "mar", "märz", "maerz", "mrz", "mars", "marzo"],
    &["april", "apr", "avril", "avr", "abril", "abr"],
    &["may", "mai", "mayo"],
    &["june", "jun", "juni", "juin", "junio"],
    &["july", "jul", "juli", "juillet", "juil", "julio"],
    &["august", "aug", "août", "aout", "agosto", "ago"],
    &["september", "sept", "sep", "septembre", "septiembre"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre"],
    &["november", "nov", "novembre", "noviembre"],
    &["december", "dec", "dezember", "dez", "décembre", "decembre", "diciembre", "dic"],
];
const SIGNS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/// Words between the first and the last month of a span.
const UNTIL: &[&str] = &["to", "till", "until", "through", "bis", "à", "a", "au", "hasta", "al"];
/// A span over more months is a mistake in reading.
const SPAN_MAX: u32 = 12;

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Word(String),
    /// Its value, and how many digits it has.
    Number(u32, usize),
    Sign(char),
}

/// A month in the text: which tokens it takes.
struct Seen {
    from: usize,
    to: usize,
    named: Named,
}

/// All months that a text names, in order.
pub fn read(text: &str) -> Vec<Named> {
    let tokens = tokens(text);
    let mut seen: Vec<Seen> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match month_at(&tokens, at) {
            Some(found) => {
                at = found.to;
                seen.push(found);
            }
            None => at += 1,
        }
    }
    years_over(&mut seen);
    let mut all: Vec<Named> = Vec::new();
    for (place, one) in seen.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &seen[before]);
        match before.filter(|before| is_until(&tokens[before.to..one.from])) {
            Some(before) => all.extend(span(before.named, one.named)),
            None => all.push(one.named),
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn tokens(text: &str) -> Vec<Token> {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    for c in lower.chars() {
        let digit = c.to_digit(10).filter(|_| c.is_ascii_digit());
        match (tokens.last_mut(), digit) {
            (Some(Token::Number(value, digits)), Some(digit)) if glued && *digits < 9 => {
                *value = *value * 10 + digit;
                *digits += 1;
            }
            (_, Some(digit)) => tokens.push(Token::Number(digit, 1)),
            (Some(Token::Word(word)), None) if glued && is_letter(c) => word.push(c),
            (_, None) if is_letter(c) => tokens.push(Token::Word(c.to_string())),
            (_, None) if c.is_whitespace() => {}
            (_, None) => tokens.push(Token::Sign(c)),
        }
        glued = digit.is_some() || is_letter(c);
    }
    tokens
}

/// Letters of alphabets; each sign of Korean and Chinese stands for itself.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x2e80
}

fn month_at(tokens: &[Token], at: usize) -> Option<Seen> {
    by_word(tokens, at)
        .or_else(|| by_sign(tokens, at))
        .or_else(|| by_numbers(tokens, at))
        .filter(|seen| !is_day_of(tokens, seen))
}

fn number(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    match tokens.get(at)? {
        Token::Number(value, digits) => Some((*value, *digits)),
        _ => None,
    }
}

fn sign(tokens: &[Token], at: usize) -> Option<char> {
    match tokens.get(at)? {
        Token::Sign(sign) => Some(*sign),
        _ => None,
    }
}

fn year(found: Option<(u32, usize)>) -> Option<i32> {
    found.filter(|(value, digits)| *digits == 4 && (2000..2100).contains(value)).map(|f| f.0 as i32)
}

fn by_word(tokens: &[Token], at: usize) -> Option<Seen> {
    let Token::Word(word) = tokens.get(at)? else { return None };
    let month = NAMES.iter().position(|names| names.contains(&word.as_str()))? as u32 + 1;
    let mut to = at + 1;
    while sign(tokens, to).is_some_and(|c| matches!(c, '.' | ',' | '\'' | '’' | '/' | '-')) {
        to += 1;
    }
    // "Mar '24": with the mark it is a year, without it may be a day.
    let marked = sign(tokens, to.wrapping_sub(1)).is_some_and(|c| matches!(c, '\'' | '’'));
    let short = number(tokens, to).filter(|found| marked && found.1 == 2);
    if let Some(year) = year(number(tokens, to)).or(short.map(|found| 2000 + found.0 as i32)) {
        return Some(Seen { from: at, to: to + 1, named: Named { year: Some(year), month } });
    }
    let before = at.checked_sub(1).and_then(|before| year(number(tokens, before)));
    Some(Seen { from: at, to: at + 1, named: Named { year: before, month } })
}

/// `3월`, `三月`, `25년 3월`, and the first of `3~5월`.
fn by_sign(tokens: &[Token], at: usize) -> Option<Seen> {
    let is_month = |at: usize| sign(tokens, at).is_some_and(|c| matches!(c, '월' | '月'));
    let (month, to) = match number(tokens, at) {
        Some((month, 1 | 2)) => (month, at + 1),
        Some(_) => return None,
        None => in_signs(tokens, at)?,
    };
    let opens_span = || {
        let between = sign(tokens, to).is_some_and(|c| matches!(c, '~' | '-' | '–' | '〜' | '～'));
        let last = number(tokens, to + 1).is_some_and(|(last, digits)| digits <= 2 && last > month);
        between && last && is_month(to + 2)
    };
    let whole = is_month(to);
    if !(1..=12).contains(&month) || !(whole || opens_span()) {
        return None;
    }
    let of_year =
        at.checked_sub(2).filter(|y| sign(tokens, y + 1).is_some_and(|c| matches!(c, '년' | '年')));
    let year = of_year.and_then(|y| number(tokens, y)).and_then(|(value, digits)| match digits {
        4 if (2000..2100).contains(&value) => Some(value as i32),
        2 => Some(2000 + value as i32),
        _ => None,
    });
    let mut to = to + usize::from(whole);
    if whole && sign(tokens, to).is_some_and(|c| matches!(c, '분' | '份')) {
        to += 1;
    }
    Some(Seen { from: at, to, named: Named { year, month } })
}

/// `三`, `十`, `十二`.
fn in_signs(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let value = |at: usize| {
        let sign = sign(tokens, at)?;
        SIGNS.iter().position(|known| *known == sign).map(|place| place as u32 + 1)
    };
    let first = value(at)?;
    match value(at + 1).filter(|ones| first == 10 && *ones < 3) {
        Some(ones) => Some((10 + ones, at + 2)),
        None => Some((first, at + 1)),
    }
}

/// `2025-03`, `2025/03`, `03/2025`, and nothing that is a whole date.
fn by_numbers(tokens: &[Token], at: usize) -> Option<Seen> {
    let joins = |at: usize| sign(tokens, at).is_some_and(|c| matches!(c, '-' | '/' | '.'));
    let alone = !at.checked_sub(1).is_some_and(joins) && !joins(at + 3);
    let (first, second) = (number(tokens, at)?, number(tokens, at + 2)?);
    if !joins(at + 1) || !alone {
        return None;
    }
    let (of_year, of_month) = if first.1 == 4 { (first, second) } else { (second, first) };
    let month = of_month.0;
    let named = Named { year: Some(year(Some(of_year))?), month };
    let fits = of_month.1 <= 2 && (1..=12).contains(&month);
    fits.then_some(Seen { from: at, to: at + 3, named })
}

/// "5 March", "5. März", "March 5, 2024", "3월 5일": the month of a day.
fn is_day_of(tokens: &[Token], seen: &Seen) -> bool {
    let is_word = matches!(tokens[seen.from], Token::Word(_));
    let day = |at: Option<usize>| {
        at.and_then(|at| number(tokens, at))
            .is_some_and(|(day, digits)| digits <= 2 && (1..=31).contains(&day))
    };
    let point = |at: usize| sign(tokens, at).is_some_and(|c| matches!(c, '.' | '-' | '/'));
    let before =
        seen.from.checked_sub(1).map(|at| if point(at) { at.checked_sub(1) } else { Some(at) });
    if is_word {
        return day(before.flatten()) || day(Some(seen.to));
    }
    let marked = sign(tokens, seen.to + 1).is_some_and(|c| matches!(c, '일' | '日' | '号'));
    day(Some(seen.to)) && marked
}

fn is_until(between: &[Token]) -> bool {
    match between {
        [Token::Sign(sign)] => matches!(sign, '-' | '–' | '—' | '~' | '〜' | '～' | '至' | '到'),
        [Token::Word(word)] => UNTIL.contains(&word.as_str()),
        _ => false,
    }
}

/// "Jan–Mar 2025": a year holds for the months before it that have none, else for those behind it.
fn years_over(seen: &mut [Seen]) {
    for at in (1..seen.len()).rev() {
        let later = seen[at].named;
        let own = &mut seen[at - 1].named;
        if own.year.is_none() && own.month <= later.month {
            own.year = later.year;
        }
    }
    for at in 1..seen.len() {
        let earlier = seen[at - 1].named;
        let own = &mut seen[at].named;
        if own.year.is_none() && own.month >= earlier.month {
            own.year = earlier.year;
        }
    }
}

/// The months behind the first up to the last.
fn span(first: Named, last: Named) -> Vec<Named> {
    let count = (last.month + 12 - first.month) % 12;
    let mut all = Vec::new();
    for step in 1..=count.min(SPAN_MAX) {
        let turned = first.month + step > 12;
        let month = (first.month + step - 1) % 12 + 1;
        all.push(Named { year: first.year.map(|year| year + i32::from(turned)), month });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let one = |named: &Named| match named.year {
            Some(year) => format!("{year}-{}", named.month),
            None => named.month.to_string(),
        };
        read(text).iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn months_in_six_languages() {
        for (text, want) in [
            ("rent March 2024", "2024-3"),
            ("Rent Mar '24", "2024-3"),
            ("Miete für März 2025", "2025-3"),
            ("loyer février", "2"),
            ("alquiler septiembre 2025", "2025-9"),
            ("3월분 이용료", "3"),
            ("25년3월", "2025-3"),
            ("2025年3月服务费", "2025-3"),
            ("十二月份", "12"),
            ("INV 2025-03", "2025-3"),
            ("03/2025", "2025-3"),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }

    #[test]
    fn spans_and_lists() {
        assert_eq!(told("Jan-Mar 2025"), "2025-1 2025-2 2025-3");
        assert_eq!(told("November 2024 to January 2025"), "2024-11 2024-12 2025-1");
        assert_eq!(told("3월~5월분"), "3 4 5");
        assert_eq!(told("3-5월 이용료"), "3 4 5");
        assert_eq!(told("4-6月服务费"), "4 5 6");
        assert_eq!(told("rent May, June 2025"), "2025-5 2025-6");
    }

    #[test]
    fn a_day_of_a_month_and_a_number_are_none() {
        for text in [
            "paid 5 March 2024",
            "5. März",
            "Mar 5, 2024",
            "3월 5일",
            "2025-03-05",
            "03.05.2019",
            "INV 2025-0312",
            "marchand",
            "10003",
            "三",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }
}
