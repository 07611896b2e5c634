//! Amounts written in words on Korean, Chinese and English forms, as numbers.
//!
//! `None` for a word that is not known: a text that is half understood is not understood.

use rust_decimal::Decimal;

/// Reads `일금 일백이십삼만사천오백원정`, `壹万贰仟叁佰元伍角整`, `One thousand two hundred and 50/100 dollars`.
pub fn read_amount_words(text: &str) -> Option<Decimal> {
    let text = text.trim();
    if text.is_ascii() { english(text) } else { east_asian(text) }
}

fn east_asian(text: &str) -> Option<Decimal> {
    let (_, rest) = text.split_once("일금").unwrap_or(("", text));
    let rest = rest.trim_start_matches([
        '金', '금', '人', '民', '币', '₩', '¥', '￥', '(', '（', ' ', ':', '：',
    ]);
    let mut sum = Sum::default();
    let mut figures = String::new();
    for c in rest.chars() {
        if c.is_ascii_digit() || (c == '.' && !figures.is_empty()) {
            figures.push(c);
            continue;
        }
        if c == ',' || c.is_whitespace() || matches!(c, ')' | '）' | '整' | '정' | '正') {
            continue;
        }
        if !figures.is_empty() {
            sum.digit = Some(figures.parse().ok()?);
            figures.clear();
        }
        sum.take(sign(c)?)?;
    }
    if !figures.is_empty() {
        sum.digit = Some(figures.parse().ok()?);
    }
    sum.value()
}

/// What was read so far: whole myriads, what comes before the next one, and a digit without its unit.
#[derive(Default)]
struct Sum {
    total: Decimal,
    section: Decimal,
    digit: Option<Decimal>,
    seen: bool,
}

impl Sum {
    /// `None` where the number grows beyond what an amount can be.
    fn take(&mut self, sign: Sign) -> Option<()> {
        self.seen = true;
        match sign {
            Sign::Digit(value) => self.digit = Some(Decimal::from(value)),
            Sign::Ten(ten) => {
                let tens = self.digit.take().unwrap_or(Decimal::ONE);
                self.section = self.section.checked_add(tens.checked_mul(Decimal::from(ten))?)?;
            }
            Sign::Myriad(unit) => {
                let before = self.before()?.max(Decimal::ONE);
                self.total = self.total.checked_add(before.checked_mul(Decimal::from(unit))?)?;
            }
            Sign::Whole => self.total = self.total.checked_add(self.before()?)?,
            Sign::Part(scale) => {
                let part = self.digit.take()?.checked_mul(Decimal::new(1, scale))?;
                self.total = self.total.checked_add(part)?;
            }
        }
        Some(())
    }

    /// Takes what stands before a unit.
    fn before(&mut self) -> Option<Decimal> {
        let section = std::mem::take(&mut self.section);
        section.checked_add(self.digit.take().unwrap_or_default())
    }

    fn value(mut self) -> Option<Decimal> {
        let value = self.before()?.checked_add(self.total)?;
        (self.seen || !value.is_zero()).then_some(value)
    }
}

enum Sign {
    Digit(i64),
    Ten(i64),
    Myriad(i64),
    /// The unit of the currency: what comes after are its parts.
    Whole,
    Part(u32),
}

fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '零' | '〇' | '영' | '공' => Sign::Digit(0),
        '一' | '壹' | '일' => Sign::Digit(1),
        '二' | '贰' | '貳' | '两' | '이' => Sign::Digit(2),
        '三' | '叁' | '參' | '삼' => Sign::Digit(3),
        '四' | '肆' | '사' => Sign::Digit(4),
        '五' | '伍' | '오' => Sign::Digit(5),
        '六' | '陆' | '陸' | '육' | '륙' => Sign::Digit(6),
        '七' | '柒' | '칠' => Sign::Digit(7),
        '八' | '捌' | '팔' => Sign::Digit(8),
        '九' | '玖' | '구' => Sign::Digit(9),
        '十' | '拾' | '십' => Sign::Ten(10),
        '百' | '佰' | '백' => Sign::Ten(100),
        '千' | '仟' | '천' => Sign::Ten(1_000),
        '万' | '萬' | '만' => Sign::Myriad(10_000),
        '亿' | '億' | '억' => Sign::Myriad(100_000_000),
        '兆' | '조' => Sign::Myriad(1_000_000_000_000),
        '元' | '圆' | '圓' | '원' => Sign::Whole,
        '角' => Sign::Part(1),
        '分' => Sign::Part(2),
        _ => return None,
    })
}

fn english(text: &str) -> Option<Decimal> {
    const IGNORED: [&str; 17] = [
        "and", "only", "us", "dollars", "dollar", "usd", "euro", "euros", "eur", "pounds", "pound",
        "sterling", "gbp", "say", "total", "krw", "won",
    ];
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|c: char| !(c.is_ascii_alphanumeric() || c == '/'));
    let (mut total, mut group, mut seen) = (Decimal::ZERO, Decimal::ZERO, false);
    for word in words.filter(|word| !word.is_empty()) {
        if let Some((cents, hundred)) = word.split_once('/') {
            let cents: Decimal = cents.parse().ok()?;
            let whole = total.checked_add(group)?.checked_add(cents / Decimal::ONE_HUNDRED)?;
            return (hundred == "100").then_some(whole);
        }
        match word {
            // "Twelve hundred" is a figure, "two hundred hundred" is none.
            "hundred" if group >= Decimal::ONE_HUNDRED => return None,
            "hundred" => group *= Decimal::ONE_HUNDRED,
            "thousand" | "million" | "billion" => {
                let zeros = [("thousand", 1_000_i64), ("million", 1_000_000)];
                let by = zeros.iter().find(|(name, _)| *name == word);
                let by = Decimal::from(by.map_or(1_000_000_000, |(_, by)| *by));
                total = total.checked_add(group.checked_mul(by)?)?;
                group = Decimal::ZERO;
            }
            "cents" | "cent" | "pence" => {
                let hundreds = (group / Decimal::ONE_HUNDRED).trunc();
                let whole = total.checked_add(group / Decimal::ONE_HUNDRED)?;
                return hundreds.is_zero().then_some(whole);
            }
            _ if IGNORED.contains(&word) => {
                if matches!(word, "dollars" | "dollar" | "euros" | "euro" | "pounds" | "pound") {
                    total = total.checked_add(group)?;
                    group = Decimal::ZERO;
                }
            }
            _ => {
                group = group.checked_add(Decimal::from(small(word)?))?;
                seen = true;
            }
        }
    }
    total.checked_add(group).filter(|_| seen)
}

fn small(word: &str) -> Option<i64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |list: &[&str]| list.iter().position(|known| *known == word);
    place(&ONES).map(|at| at as i64).or_else(|| place(&TENS).map(|at| (at as i64 + 2) * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_of_three_countries() {
        for (text, value) in [
            ("일금 일백이십삼만사천오백원정", "1234500"),
            ("金 壹拾万元整", "100000"),
            ("壹万贰仟叁佰肆拾伍元陆角柒分", "12345.67"),
            ("叁仟零伍元整", "3005"),
            ("일금 1,234,500원정", "1234500"),
            ("인민폐", ""),
            ("One thousand two hundred and 50/100 dollars", "1200.50"),
            ("Twelve dollars and fifteen cents", "12.15"),
            ("see below", ""),
            ("兆9999999999999999999999999999兆", ""),
            (
                "Two hundred hundred hundred hundred hundred hundred hundred hundred billion billion",
                "",
            ),
        ] {
            let expected: Option<Decimal> = value.parse().ok();
            assert_eq!(read_amount_words(text), expected, "{text}");
        }
    }
}
