//! Text that stands where a value should: "TBC", "n/a", "미정", "待定".

use crate::base::{fold_id, fold_word};

/// Whether an identifier is a placeholder. Such "numbers" group what does not belong together.
pub fn is_placeholder(text: &str) -> bool {
    // Nearly all numbers: no filler is spelt with one of these digits.
    if text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        return false;
    }
    let folded = match text.is_ascii() {
        true => fold_id(text),
        // "À compléter": without its accents.
        false => fold_word(text).replace(' ', "").to_uppercase(),
    };
    let said = [
        "NA",
        "TBC",
        "TBA",
        "TBD",
        "TBN",
        "NONE",
        "NIL",
        "NULL",
        "UNKNOWN",
        "VARIOUS",
        "MULTIPLE",
        "PENDING",
        "DUMMY",
        "TEST",
        "미정",
        "추후확인",
        "추후 확인",
        "없음",
        "해당없음",
        "待定",
        "无",
        "暂无",
        "추후",
        "추후통보",
        "확인중",
        "待补",
        "待确认",
        "PORDEFINIR",
        "PENDIENTE",
        "AUSSTEHEND",
        "OFFEN",
        "ADEFINIR",
        "ENATTENTE",
        "FOLGT",
        "WIRDNACHGEREICHT",
        "UNBEKANNT",
        "TOFOLLOW",
        "TOBEADVISED",
        "TOBECONFIRMED",
        "ACOMPLETER",
        "APRECISER",
        "ACONFIRMER",
        "PORCONFIRMAR",
        "PORASIGNAR",
    ];
    let is_filler = |c: char| folded.chars().all(|other| other == c);
    folded.is_empty() || said.contains(&folded.as_str()) || is_filler('0') || is_filler('X')
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn tells_numbers_from_fillers() {
        for text in ["TBC", "n/a", "-", "000", "xxx", "?", "미정", "待定", "à compléter"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["J26-104188", "1000", "NA-1", "X1"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
