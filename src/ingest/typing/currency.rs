//! Currency codes, symbols and words as they stand in cells and headers. A symbol that several
//! currencies share without a usual meaning (`kr`, `¥`) names none.

use super::plain;
use crate::base::Currency;

/// Symbols and words that are no ISO code. `$` counts as the US dollar: others write `A$`, `CAD`.
const NAMES: [(&str, &str); 49] = [
    ("$", "USD"),
    ("us$", "USD"),
    ("usd$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("달러", "USD"),
    ("미국달러", "USD"),
    ("美元", "USD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("s$", "SGD"),
    ("hk$", "HKD"),
    ("nt$", "TWD"),
    ("r$", "BRL"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("유로", "EUR"),
    ("欧元", "EUR"),
    ("£", "GBP"),
    ("파운드", "GBP"),
    ("₩", "KRW"),
    ("원", "KRW"),
    ("원화", "KRW"),
    ("won", "KRW"),
    ("元", "CNY"),
    ("rmb", "CNY"),
    ("cn¥", "CNY"),
    ("人民币", "CNY"),
    ("人民币元", "CNY"),
    ("위안", "CNY"),
    ("円", "JPY"),
    ("엔", "JPY"),
    ("₹", "INR"),
    ("rs.", "INR"),
    ("₫", "VND"),
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("british pound", "GBP"),
    ("pound sterling", "GBP"),
    ("japanese yen", "JPY"),
    ("엔화", "JPY"),
    ("유로화", "EUR"),
    ("日元", "JPY"),
    ("港币", "HKD"),
    ("英镑", "GBP"),
    ("swiss franc", "CHF"),
];

/// Symbols that may stand at a number without naming one currency.
const VAGUE: [&str; 4] = ["¥", "kr", "kr.", "fr."];

/// What stands beside a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Named(Currency),
    /// A currency sign that several currencies share.
    Vague,
}

/// Reads a cell of a currency column.
pub fn read_currency(text: &str) -> Option<Currency> {
    match mark(&plain(text)) {
        Some(Mark::Named(currency)) => Some(currency),
        Some(Mark::Vague) | None => None,
    }
}

/// Reads plain text that stands before or after a number.
pub(super) fn mark(plain: &str) -> Option<Mark> {
    let word = plain.trim().to_lowercase();
    if VAGUE.contains(&word.as_str()) {
        return Some(Mark::Vague);
    }
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == word) {
        return Currency::parse(code).map(Mark::Named);
    }
    Currency::parse(&word).filter(|c| !c.is_none()).map(Mark::Named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_words_and_codes() {
        for (text, code) in [
            ("US$", "USD"),
            ("eur", "EUR"),
            (" ￦ ", "KRW"),
            ("원", "KRW"),
            ("RMB", "CNY"),
            ("€", "EUR"),
        ] {
            assert_eq!(read_currency(text), Currency::parse(code), "{text}");
        }
        for text in ["", "¥", "kr", "EURO ZONE", "XXX", "AAA"] {
            assert_eq!(read_currency(text), None, "{text}");
        }
    }
}
