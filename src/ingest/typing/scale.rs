//! Amounts written in thousands, ten thousands, millions: what a header or a title says of it. Only
//! ever a question to the user: the words may stand there from last year's template.

use crate::base::fold_word;

/// The power of ten that a text names: 3 for thousands, 4 for 万, 6 for millions, 8 for 억 and 亿.
pub fn scale_named(text: &str) -> Option<u8> {
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let dense: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // The longer word first: 백만원 holds 만원, 百万元 holds 万元.
    let eastern: [(&str, u8); 12] = [
        ("백만원", 6),
        ("백만달러", 6),
        ("억원", 8),
        ("천원", 3),
        ("천달러", 3),
        ("만원", 4),
        ("百万", 6),
        ("亿元", 8),
        ("千元", 3),
        ("千美元", 3),
        ("万元", 4),
        ("万美元", 4),
    ];
    if let Some((_, power)) = eastern.iter().find(|(word, _)| dense.contains(word)) {
        return Some(*power);
    }
    if ["(000)", "'000", "’000", "(000s)", "000s"].iter().any(|sign| dense.contains(sign)) {
        return Some(3);
    }
    let short: [(&[&str], u8); 2] = [
        (
            &[
                "T€", "TEUR", "TUSD", "TCHF", "TGBP", "k€", "K€", "KEUR", "kEUR", "KUSD", "kUSD",
                "k$",
            ],
            3,
        ),
        (
            &[
                "M€", "MEUR", "MUSD", "Mio€", "Mio €", "MioEUR", "Mio EUR", "Mio.€", "Mio. €",
                "Mio.EUR", "Mio. EUR",
            ],
            6,
        ),
    ];
    if let Some((_, power)) =
        short.iter().find(|(words, _)| words.iter().any(|word| stands_alone(text, word)))
    {
        return Some(*power);
    }
    let folded = format!(" {} ", fold_word(text));
    let phrases: [(&str, u8); 13] = [
        (" thousands ", 3),
        (" in thousand ", 3),
        (" in tausend ", 3),
        (" tsd ", 3),
        (" en milliers ", 3),
        (" milliers d ", 3),
        (" milliers de ", 3),
        (" en miles ", 3),
        (" miles de ", 3),
        (" in millions ", 6),
        (" in millionen ", 6),
        (" en millions ", 6),
        (" en millones ", 6),
    ];
    phrases.iter().find(|(phrase, _)| folded.contains(phrase)).map(|(_, power)| *power)
}

/// Whether a word stands in a text with no letter beside it.
fn stands_alone(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_six_languages() {
        for (text, power) in [
            ("금액(천원)", 3),
            ("(단위: 백만원)", 6),
            ("单位：万元", 4),
            ("金额（亿元）", 8),
            ("Betrag TEUR", 3),
            ("Umsatz in Mio. €", 6),
            ("Amounts in thousands of USD", 3),
            ("Revenue ($000s)", 3),
            ("Montant (k€)", 3),
            ("Importes en miles de euros", 3),
            ("Umsatz (Tsd. EUR)", 3),
        ] {
            assert_eq!(scale_named(text), Some(power), "{text}");
        }
        for text in
            ["Amount", "단위: 원", "Miles", "元", "Amount (EUR)", "Invoice 2000", "Material"]
        {
            assert_eq!(scale_named(text), None, "{text}");
        }
    }
}
