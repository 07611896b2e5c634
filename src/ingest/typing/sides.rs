//! The mark beside an unsigned amount that says debit or credit, in the languages of the header
//! words and as ledgers and banks abbreviate it.
//!
//! Not here: which of the two is negative. At a bank a debit takes away; in a list of receivables a
//! credit does.

use super::plain;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    Debit,
    Credit,
}

/// Whole cells, folded to lower case and without accents.
#[rustfmt::skip]
const DEBITS: &[&str] = &[
    "d", "dr", "deb", "debit", "debits", "dbit", "debet", "withdrawal", "withdrawals", "paid out", "money out", "out",
    // The reversal of a credit.
    "rc",
    "s", "soll", "lastschrift", "belastung", "abbuchung", "auszahlung", "ausgang",
    "차", "차변", "출금", "출", "지급", "지출",
    "借", "借方", "借记", "支", "支出", "付", "付款", "往账", "转出", "支取", "出金", "出", "転出",
    "sortie", "retrait", "decaissement",
    "debe", "debito", "cargo", "salida", "egreso", "retiro", "-",
    "af", "afschrijving", "uitgaand", "wn", "obciazenie", "wyplata", "wydatek",
];
#[rustfmt::skip]
const CREDITS: &[&str] = &[
    "c", "cr", "crd", "cred", "credit", "credits", "crdt", "deposit", "deposits", "paid in", "money in", "in", "rd",
    "h", "haben", "gutschrift", "einzahlung", "eingang",
    "대", "대변", "입금", "입", "수입",
    "贷", "贷方", "贷记", "贷出", "貸", "貸方", "收", "收入", "收款", "来账", "转入", "存入", "入金", "入", "転入",
    "entree", "versement", "encaissement",
    "haber", "credito", "abono", "ingreso", "entrada", "+",
    "bij", "bijschrijving", "inkomend", "ma", "uznanie", "wplata", "wplyw",
];

/// The words of these that say it inside a longer text too: "DIRECT DEBIT", "타행입금".
#[rustfmt::skip]
const DEBIT_WORDS: &[&str] = &[
    "debit", "debits", "dr", "withdrawal", "lastschrift", "belastung", "abbuchung", "auszahlung",
    "prelevement", "retrait", "debito", "cargo", "retiro", "adeudo",
];
#[rustfmt::skip]
const CREDIT_WORDS: &[&str] = &[
    "credit", "credits", "cr", "deposit", "gutschrift", "einzahlung", "credito", "abono",
    "versement", "remise",
];
const DEBIT_PARTS: &[&str] = &["출금", "차변", "지출", "支出", "借方", "借记", "转出", "出金"];
const CREDIT_PARTS: &[&str] = &["입금", "대변", "收入", "贷方", "贷记", "貸方", "转入", "入金"];

/// The side that a cell names; `None` for anything else, blank included.
pub fn read_side(text: &str) -> Option<Side> {
    let word = folded(text);
    let word = word.trim_end_matches('.');
    if DEBITS.contains(&word) {
        Some(Side::Debit)
    } else if CREDITS.contains(&word) {
        Some(Side::Credit)
    } else {
        None
    }
}

/// The one side that a longer text speaks of. Weaker than [`read_side`]: "credit card payment" is a
/// debit, so that a balance or a person has to bear it out.
pub fn side_within(text: &str) -> Option<Side> {
    if let Some(side) = read_side(text) {
        return Some(side);
    }
    let text = folded(text);
    let says = |words: &[&str], parts: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
            || parts.iter().any(|part| text.contains(part))
    };
    match (says(DEBIT_WORDS, DEBIT_PARTS), says(CREDIT_WORDS, CREDIT_PARTS)) {
        (true, false) => Some(Side::Debit),
        (false, true) => Some(Side::Credit),
        _ => None,
    }
}

fn folded(text: &str) -> String {
    let accents = |c| match c {
        'é' | 'è' | 'ê' => 'e',
        c => c,
    };
    plain(text).to_lowercase().chars().map(accents).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_six_languages() {
        for debit in ["D", "Dr.", "S", "차", "차변", "借", "Débit", "Debe", "DBIT", "Ｄ", "-", "–"]
        {
            assert_eq!(read_side(debit), Some(Side::Debit), "{debit}");
        }
        for credit in ["C", "CR", "H", "대", "贷方", "Crédit", "Haber", "CRDT", "+"] {
            assert_eq!(read_side(credit), Some(Side::Credit), "{credit}");
        }
        for debit in ["출금", "支出", "Cargo", "出金", "Withdrawal", "Sortie"] {
            assert_eq!(read_side(debit), Some(Side::Debit), "{debit}");
        }
        for neither in ["", "A", "INV", "Card", "2"] {
            assert_eq!(read_side(neither), None, "{neither}");
        }
    }

    #[test]
    fn longer_texts_hint_at_one_side() {
        for (text, side) in [
            ("DIRECT DEBIT", Some(Side::Debit)),
            ("Credit transfer", Some(Side::Credit)),
            ("타행입금", Some(Side::Credit)),
            ("Prélèvement SEPA", Some(Side::Debit)),
            ("Debit or credit", None),
            ("POS", None),
        ] {
            assert_eq!(side_within(text), side, "{text}");
        }
        assert_eq!(read_side("DIRECT DEBIT"), None);
    }
}
