//! Numbers of instalments that a text names: "rate 3/12", "instalments 8-9", "cuota 4 de 10", "3회차", "第3期".
//! A day, a month and its year, or a share are none.
//!
//! Invariant: what is read stands in the text; how many there are in all is left out where the text does.

/// One of a row of equal payments.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Instalment {
    pub number: u16,
    pub of: Option<u16>,
}

impl Instalment {
    /// The same one, as far as both say of how many.
    pub fn is(self, other: Instalment) -> bool {
        let whole = self.of.zip(other.of);
        self.number == other.number && whole.is_none_or(|(own, other)| own == other)
    }
}

/// Words before the number, in six languages.
const WORDS: &[&str] = &[
    "rate",
    "rates",
    "raten",
    "rata",
    "instalment",
    "instalments",
    "installment",
    "installments",
    "inst",
    "tranche",
    "tranches",
    "cuota",
    "cuotas",
    "plazo",
    "plazos",
    "mensualité",
    "mensualités",
    "échéance",
    "part",
    "parts",
    "partie",
    "teil",
    "abschlag",
    "teilbetrag",
];
/// Between the number and how many there are.
const OF: &[&str] = &["/", "of", "von", "de", "sur", "di"];
/// Between the first and the last of several.
const UNTIL: &[&str] =
    &["-", "–", "~", "to", "bis", "à", "a", "al", "&", "+", "and", "und", "et", "y"];
/// Behind the number; Chinese puts its sign for an ordinal before it.
const SIGNS: [char; 3] = ['회', '차', '期'];
/// More than these are no plan, and a span over more is a mistake in reading.
const NUMBER_MAX: u16 = 120;
const SPAN_MAX: u16 = 12;

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Word(String),
    Number(u16),
    Sign(char),
}

/// All that a text names, in order.
pub fn read(text: &str) -> Vec<Instalment> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut all: Vec<Instalment> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match named_at(&tokens, at) {
            Some((found, to)) => {
                all.extend(found);
                at = to;
            }
            None => at += 1,
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Digits that stand in a longer number, or in a date or an amount, are no number here: nought stands for
/// them.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let from = at;
        at += 1;
        if c.is_ascii_digit() {
            while chars.get(at).is_some_and(char::is_ascii_digit) {
                at += 1;
            }
            let digits: String = chars[from..at].iter().collect();
            let before = from.checked_sub(1).map(|at| chars[at]);
            let joined = before.is_some_and(|c| is_letter(c) || matches!(c, '.' | ',' | '#'));
            let decimal = matches!(chars.get(at), Some('.' | ','))
                && chars.get(at + 1).is_some_and(char::is_ascii_digit);
            let glued = chars.get(at).is_some_and(|c| is_letter(*c)) || chars.get(at) == Some(&'%');
            let plain = !joined && !decimal && !glued && !digits.starts_with('0');
            let number = digits.parse().ok().filter(|n| plain && (1..=NUMBER_MAX).contains(n));
            tokens.push(Token::Number(number.unwrap_or(0)));
        } else if is_letter(c) {
            while chars.get(at).is_some_and(|c| is_letter(*c)) {
                at += 1;
            }
            tokens.push(Token::Word(chars[from..at].iter().collect()));
        } else if !c.is_whitespace() {
            tokens.push(Token::Sign(c));
        }
    }
    tokens
}

/// Letters of alphabets; each sign of Korean and Chinese stands for itself.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x2e80
}

fn number(tokens: &[Token], at: usize) -> Option<u16> {
    match tokens.get(at)? {
        Token::Number(number) => Some(*number),
        _ => None,
    }
}

fn is_one_of(tokens: &[Token], at: usize, all: &[&str]) -> bool {
    match tokens.get(at) {
        Some(Token::Word(word)) => all.contains(&word.as_str()),
        Some(Token::Sign(sign)) => all.iter().any(|word| word.chars().eq([*sign])),
        _ => false,
    }
}

fn is_sign(tokens: &[Token], at: usize, signs: &[char]) -> bool {
    matches!(tokens.get(at), Some(Token::Sign(sign)) if signs.contains(sign))
}

/// What begins at a place, and where it ends. The number stands alone only behind a word or before a sign
/// for it; with how many there are in all it needs none.
fn named_at(tokens: &[Token], at: usize) -> Option<(Vec<Instalment>, usize)> {
    let worded = is_one_of(tokens, at, WORDS) || is_sign(tokens, at, &['第', '제']);
    let mut next = at + usize::from(worded);
    let first = number(tokens, next).filter(|number| *number > 0)?;
    next += 1;
    let mut last = first;
    let until = is_one_of(tokens, next, UNTIL);
    if let Some(to) = number(tokens, next + 1).filter(|to| until && *to > first) {
        (last, next) = (to, next + 2);
    }
    let mut of = None;
    if let Some(whole) = number(tokens, next + 1).filter(|_| is_one_of(tokens, next, OF)) {
        if whole < last || whole < 2 {
            return None;
        }
        (of, next) = (Some(whole), next + 2);
    }
    let signed = is_sign(tokens, next, &SIGNS);
    next += usize::from(signed);
    // A third number behind a stroke, or one before it, is a date.
    let goes_on = is_sign(tokens, next, &['/', '-', '.']) && number(tokens, next + 1).is_some();
    let before =
        at > 1 && is_sign(tokens, at - 1, &['/', '-', '.']) && number(tokens, at - 2).is_some();
    let told = worded || signed || (of.is_some() && first == last);
    if !told || goes_on || (before && !worded) || last - first > SPAN_MAX {
        return None;
    }
    let all = (first..=last).map(|number| Instalment { number, of });
    Some((all.collect(), next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let all = read(text).into_iter().map(|one| match one.of {
            Some(of) => format!("{}/{of}", one.number),
            None => one.number.to_string(),
        });
        all.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn instalments_are_read_in_six_languages() {
        for (text, expected) in [
            ("P2238 rate 10/12", "10/12"),
            ("Plan 7 rates 8-9", "8 9"),
            ("instalment 3 of 6", "3/6"),
            ("Rate 4 von 10", "4/10"),
            ("cuota 4 de 10", "4/10"),
            ("3회차", "3"),
            ("5~6회 납입금", "5 6"),
            ("第3期货款", "3"),
            ("2/3", "2/3"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_a_share_and_a_longer_number_are_none() {
        for text in [
            "3/12/2025",
            "2025/3/12",
            "03/25",
            "2025-03",
            "rate 3.5 %",
            "INV-3/2",
            "part of INV 10001",
            "12",
            "5/4",
            "1,000/12",
            "paid 7 May",
            "",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }
}
