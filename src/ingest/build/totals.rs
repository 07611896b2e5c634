//! Words that mark total, subtotal and carry-forward rows, in six languages.

use crate::base::fold_word;

/// Whole cells, folded.
const EXACT: [&str; 50] = [
    "total",
    "totals",
    "subtotal",
    "sub total",
    "grand total",
    "sum",
    "balance forward",
    "brought forward",
    "carried forward",
    "page total",
    "합계",
    "소계",
    "총계",
    "총합계",
    "누계",
    "이월",
    "전월이월",
    "차월이월",
    "계",
    "合计",
    "小计",
    "总计",
    "累计",
    "本月合计",
    "本年累计",
    "期初余额",
    "期末余额",
    "承前页",
    "过次页",
    "合計",
    "小計",
    "summe",
    "zwischensumme",
    "gesamt",
    "gesamtsumme",
    "ubertrag",
    "saldovortrag",
    "sous total",
    "total general",
    "report",
    "a reporter",
    "solde initial",
    "suma",
    "saldo anterior",
    "suma y sigue",
    "总 计",
    "合 计",
    "합 계",
    "소 계",
    "총 계",
];

/// Beginnings of longer labels: `Total for Alpha`, `Summe EUR`, `합계 (3건)`.
const BEGINNINGS: [&str; 16] = [
    "total ",
    "subtotal ",
    "sub total ",
    "grand total ",
    "sum of ",
    "balance forward ",
    "brought forward ",
    "carried forward ",
    "page total ",
    "합계 ",
    "소계 ",
    "总计 ",
    "合计 ",
    "summe ",
    "zwischensumme ",
    "gesamtsumme ",
];

/// Ends of longer labels: `Alpha Logistics Total`, as pivot tables write them.
const ENDS: [&str; 6] = [" total", " subtotal", " summe", " 합계", " 小计", " 合计"];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::ingest) enum Label {
    /// The cell says nothing but "total".
    Whole,
    /// A longer text that begins or ends with the word: a name may do that too.
    Part,
}

pub(in crate::ingest) fn label(text: &str) -> Option<Label> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return None;
    }
    let word = fold_word(text);
    if EXACT.contains(&word.as_str()) {
        return Some(Label::Whole);
    }
    let part = BEGINNINGS.iter().any(|start| word.starts_with(start))
        || ENDS.iter().any(|end| word.ends_with(end));
    part.then_some(Label::Part)
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
