//! Words that mark total, subtotal and carry-forward rows, in nine languages.

use crate::base::{fold_word, trim};

/// Whole cells, folded.
#[rustfmt::skip]
const EXACT: &[&str] = &[
    "total", "totals", "subtotal", "sub total", "grand total", "sum", "balance forward",
    "brought forward", "carried forward", "balance brought forward", "balance carried forward",
    "balance b f", "balance c f", "page total", "report total", "overall total",
    "합계", "소계", "총계", "총합계", "누계", "이월", "전월이월", "차월이월", "전기이월", "계", "월계", "일계", "합 계", "소 계",
    "총 계", "합산", "누 계",
    "合计", "小计", "总计", "累计", "本月合计", "本年累计", "本页合计", "本页小计", "期初余额", "期末余额", "承前页", "过次页", "合計", "小計",
    "總計", "累計", "承前頁", "過次頁", "期初餘額", "期末餘額", "総計", "総合計", "繰越", "前月繰越", "次月繰越", "前期繰越", "月計", "总 计", "合 计", "小 计", "本期合计", "本日合计",
    "summe", "zwischensumme", "gesamt", "gesamtsumme", "ubertrag", "saldovortrag", "endsumme",
    "seitensumme", "endbetrag", "vortrag", "summe gesamt",
    "sous total", "total general", "report", "a reporter", "solde initial", "report a nouveau",
    "totaux", "total page",
    "opening balance", "beginning balance", "starting balance", "closing balance", "ending balance", "기초잔액", "기말잔액", "期初结余", "期末结余",
    "kontostand", "letzter kontostand", "alter kontostand", "neuer kontostand", "aktueller kontostand", "current balance", "available balance",
    "anfangssaldo", "endsaldo", "schlusssaldo", "solde precedent", "solde final", "saldo inicial", "saldo final",
    "totaal", "subtotaal", "eindtotaal", "beginsaldo", "eindsaldo", "razem", "lacznie", "ogolem", "suma razem",
    "saldo poczatkowe", "saldo koncowe",
    "suma", "sumas", "saldo anterior", "suma y sigue", "suma anterior", "totales", "total pagina",
];

/// What was there before the first row: no sum of rows above.
#[rustfmt::skip]
const OPENING: &[&str] = &[
    "balance forward", "balance brought forward", "balance b f", "brought forward", "opening balance",
    "전월이월", "전기이월", "이월", "期初余额", "承前页", "期初餘額", "承前頁", "繰越", "前月繰越", "前期繰越", "上期结转", "上年结转", "saldovortrag", "vortrag", "ubertrag",
    "solde initial", "report a nouveau", "report", "saldo anterior", "saldo inicial",
    "suma anterior", "beginsaldo", "saldo poczatkowe",
];

/// Beginnings of longer labels: `Total for Alpha`, `Summe EUR`, `합계 (3건)`.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "total ", "subtotal ", "sub total ", "grand total ", "sum of ", "balance forward ",
    "brought forward ", "balance brought forward", "carried forward ", "page total ", "합계 ", "소계 ", "총계 ", "총합계 ", "누계 ",
    "总计 ", "合计 ", "小计 ", "summe ", "zwischensumme ", "gesamtsumme ", "ubertrag ", "sous total ",
    "suma y sigue ", "totaal ", "subtotaal ", "razem ",
];

/// Ends of longer labels: `Alpha Logistics Total`, as pivot tables write them.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    " total", " subtotal", " summe", " 합계", " 소계", " 계", "소계", "합계", "小计", "合计", "小計", "合計",
    " ergebnis", " sous total",
];

/// First bytes of the labels that begin a text, and last bytes of those that end one.
const FIRST: [bool; 256] = bytes_at(&[EXACT, BEGINNINGS], false);
const LAST: [bool; 256] = bytes_at(&[ENDS], true);

/// By byte, whether a word of the lists has it at this end. Whatever is no letter or digit counts,
/// since folding drops it, and so does all beyond ASCII.
const fn bytes_at(lists: &[&[&str]], at_end: bool) -> [bool; 256] {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = !(byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    let mut list = 0;
    while list < lists.len() {
        let mut word = 0;
        while word < lists[list].len() {
            let bytes = lists[list][word].as_bytes();
            let letter = bytes[if at_end { bytes.len() - 1 } else { 0 }];
            may[letter as usize] = true;
            may[letter.to_ascii_uppercase() as usize] = true;
            word += 1;
        }
        list += 1;
    }
    may
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::ingest) enum Label {
    /// The cell says nothing but "total".
    Whole,
    /// A longer text that begins or ends with the word: a name may do that too.
    Part,
}

pub(in crate::ingest) fn label(text: &str) -> Option<Label> {
    const LONGEST: usize = 80;
    let (Some(&first), Some(&last)) = (text.as_bytes().first(), text.as_bytes().last()) else {
        return None;
    };
    // Numbers, dates and codes are most of all cells, and are told at a glance.
    let may_be = FIRST[usize::from(first)] || LAST[usize::from(last)];
    if text.len() > LONGEST || !may_be {
        return None;
    }
    // The stars of a ledger's own list: "*" a subtotal, "**" and "***" what it adds up to.
    let stars = trim(text);
    if (1..=4).contains(&stars.len()) && stars.bytes().all(|b| b == b'*') {
        return Some(Label::Whole);
    }
    let word = fold_word(text);
    if EXACT.contains(&word.as_str()) {
        return Some(Label::Whole);
    }
    let part = BEGINNINGS.iter().any(|start| word.starts_with(start))
        || ENDS.iter().any(|end| word.ends_with(end));
    part.then_some(Label::Part)
}

/// Whether a cell heads an amount that was carried forward into the list.
pub(in crate::ingest) fn is_opening(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST && OPENING.contains(&fold_word(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_six_languages() {
        for text in
            ["TOTAL", "Grand total:", "합계", "小计", "Übertrag", "Sous-total", "Suma y sigue"]
        {
            assert_eq!(label(text), Some(Label::Whole), "{text}");
        }
        for text in ["Total for Alpha Ltd", "합계 (3건)", "Summe EUR", "Alpha Total"] {
            assert_eq!(label(text), Some(Label::Part), "{text}");
        }
        for text in ["", "Totally", "계약운임", "INV-1", "Subtotality"] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
