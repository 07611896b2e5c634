//! The `:61:` line: dates, side, amount, type, references.
//!
//! `C` and `RD` bring money in, `D` and `RC` take it out: a reversal of a credit is a debit.

use super::super::amount::amount;
use crate::base::Decimal;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct BankLine {
    /// Six digits.
    pub value_date: String,
    /// Four digits, or nothing.
    pub entry_date: String,
    /// Credits positive.
    pub amount: Decimal,
    /// `NTRF`: the type of transaction.
    pub code: String,
    pub customer_ref: String,
    pub bank_ref: String,
    pub supplement: String,
}

pub(super) fn bank_line(text: &str) -> Option<BankLine> {
    let text = text.trim();
    let value_date = text.get(..6).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = text[6..].trim_start();
    let entry_date = rest.get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_digit())).unwrap_or("");
    let rest = rest[entry_date.len()..].trim_start();
    let (credit, rest) = side(rest)?;
    // The third letter of the currency may follow, and some banks break the line here.
    let rest = rest.trim_start();
    let funds = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest = if funds { rest[1..].trim_start() } else { rest };
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    let (figure, rest) = rest.split_at(end.unwrap_or(rest.len()));
    let value = amount(figure)?;
    let (code, rest) = code(rest);
    let (references, supplement) = rest.split_once('\n').unwrap_or((rest, ""));
    let (customer_ref, bank_ref) = references.split_once("//").unwrap_or((references, ""));
    Some(BankLine {
        value_date: value_date.to_owned(),
        entry_date: entry_date.to_owned(),
        amount: if credit { value } else { -value },
        code: code.to_owned(),
        customer_ref: customer_ref.trim().to_owned(),
        bank_ref: bank_ref.trim().to_owned(),
        supplement: supplement.replace('\n', " ").trim().to_owned(),
    })
}

/// Whether the mark is a credit. `E` before it (MT942) means expected.
fn side(text: &str) -> Option<(bool, &str)> {
    let marks =
        [("RC", false), ("RD", true), ("EC", true), ("ED", false), ("C", true), ("D", false)];
    let found = marks.iter().find(|(mark, _)| text.starts_with(mark))?;
    Some((found.1, &text[found.0.len()..]))
}

/// `NTRF`: a letter and three letters, digits or blanks. `None` of it leaves the text alone.
fn code(text: &str) -> (&str, &str) {
    let end = text.char_indices().nth(4).map_or(text.len(), |(at, _)| at);
    let (code, rest) = text.split_at(end);
    let shaped = code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.len() == 4
        && code.bytes().skip(1).all(|b| b.is_ascii_alphanumeric() || b == b' ');
    if shaped { (code, rest) } else { ("", text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates, amount, code, references of a line.
    fn read(text: &str) -> Option<(String, String, String)> {
        let line = bank_line(text)?;
        let dates = format!("{} {}", line.value_date, line.entry_date);
        let refs =
            format!("{}|{}|{}|{}", line.code, line.customer_ref, line.bank_ref, line.supplement);
        Some((dates, line.amount.to_string(), refs))
    }

    #[test]
    fn dialects() {
        for (text, dates, amount, refs) in [
            ("0211011102DR800,NSTONONREF//55555", "021101 1102", "-800", "NSTO|NONREF|55555|"),
            ("131017D6800,NCHK16703074", "131017 ", "-6800", "NCHK|16703074||"),
            ("110701CN50,00NZ10NONREF", "110701 ", "50.00", "NZ10|NONREF||"),
            ("1710111011DF2402,00S   X", "171011 1011", "-2402.00", "S   |X||"),
            (
                "0310201020C20000,00FMSCNONREF//8327\nCard transaction",
                "031020 1020",
                "20000.00",
                "FMSC|NONREF|8327|Card transaction",
            ),
            ("2601010101RC12,5NTRFX", "260101 0101", "-12.5", "NTRF|X||"),
            ("2601010101RD12,5NTRFX", "260101 0101", "12.5", "NTRF|X||"),
            (
                "260101C1,NTRFREFERENCE LONGER THAN SIXTEEN//BANK",
                "260101 ",
                "1",
                "NTRF|REFERENCE LONGER THAN SIXTEEN|BANK|",
            ),
            ("260101CR\n25,10NTRFX", "260101 ", "25.10", "NTRF|X||"),
        ] {
            let expected = Some((dates.to_owned(), amount.to_owned(), refs.to_owned()));
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_line_is_none() {
        for text in ["", "2601", "260101", "260101C", "260101X5,00NTRF", "26O101C5,00NTRF", "통장"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
