//! Yes or no, in the six languages of the header words.

use super::{means_blank, plain};
use crate::table::{Cell, RawCell, RawKind};

const YES: [&str; 26] = [
    "yes",
    "y",
    "true",
    "t",
    "1",
    "x",
    "✓",
    "✔",
    "o",
    "on",
    "required",
    "mandatory",
    "예",
    "네",
    "필수",
    "필요",
    "是",
    "有",
    "需要",
    "必须",
    "ja",
    "j",
    "wahr",
    "oui",
    "vrai",
    "si",
];
const NO: [&str; 22] = [
    "no",
    "n",
    "false",
    "f",
    "0",
    "✗",
    "✘",
    "off",
    "not required",
    "optional",
    "아니오",
    "아니요",
    "불필요",
    "선택",
    "否",
    "无需",
    "不需要",
    "nein",
    "falsch",
    "non",
    "faux",
    "falso",
];

pub fn read_flag(cell: &RawCell) -> Cell<bool> {
    match cell.kind {
        RawKind::Text | RawKind::Bool | RawKind::Number | RawKind::Id => {}
        RawKind::Date | RawKind::Error | RawKind::NoValue => return Cell::Failed,
    }
    let word = plain(cell.text).to_lowercase().replace('í', "i");
    if YES.contains(&word.as_str()) {
        Cell::Ok(true)
    } else if NO.contains(&word.as_str()) {
        Cell::Ok(false)
    } else if means_blank(&word) {
        Cell::Blank
    } else {
        Cell::Failed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_six_languages() {
        let read = |text: &str| read_flag(&RawCell { text, kind: RawKind::Text });
        for yes in ["Yes", "예", "是", "JA", "oui", "Sí", "x", "TRUE", "Ｙ"] {
            assert_eq!(read(yes), Cell::Ok(true), "{yes}");
        }
        for no in ["No", "아니오", "否", "nein", "non", "0"] {
            assert_eq!(read(no), Cell::Ok(false), "{no}");
        }
        assert_eq!(read("-"), Cell::Blank);
        assert_eq!(read("perhaps"), Cell::Failed);
    }
}
