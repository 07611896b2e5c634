//! The mark beside an unsigned amount that says debit or credit, in the six languages of the header
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

const DEBITS: [&str; 29] = [
    "d",
    "dr",
    "deb",
    "debit",
    "debits",
    "dbit",
    // The reversal of a credit.
    "rc",
    "s",
    "soll",
    "lastschrift",
    "belastung",
    "차",
    "차변",
    "출금",
    "출",
    "지급",
    "借",
    "借方",
    "借记",
    "支",
    "支出",
    "付",
    "付款",
    "往账",
    "debe",
    "debito",
    "cargo",
    "withdrawal",
    "-",
];
const CREDITS: [&str; 30] = [
    "c",
    "cr",
    "crd",
    "cred",
    "credit",
    "credits",
    "crdt",
    "rd",
    "h",
    "haben",
    "gutschrift",
    "대",
    "대변",
    "입금",
    "입",
    "수입",
    "贷",
    "贷方",
    "贷记",
    "贷出",
    "收",
    "收入",
    "收款",
    "来账",
    "haber",
    "credito",
    "abono",
    "deposit",
    "ingreso",
    "+",
];

/// The side that a cell names; `None` for anything else, blank included.
pub fn read_side(text: &str) -> Option<Side> {
    let word = plain(text).to_lowercase().replace('é', "e");
    let word = word.trim_end_matches('.');
    if DEBITS.contains(&word) {
        Some(Side::Debit)
    } else if CREDITS.contains(&word) {
        Some(Side::Credit)
    } else {
        None
    }
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
        for neither in ["", "A", "INV", "Card", "2"] {
            assert_eq!(read_side(neither), None, "{neither}");
        }
    }
}
