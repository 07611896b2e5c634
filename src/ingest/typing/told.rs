//! Words that people write into a column of figures on purpose: a reference to the place where the
//! figure stands, or why there is none. One text at a time; whether the place exists is for the
//! build to find out.

use crate::base::{fold_id, fold_word};

/// Longer texts are remarks.
const CHARS_MAX: usize = 120;
/// A sentence that stands on so many rows is meant, whatever it says.
const ROWS_MIN: u32 = 3;

/// Words that begin a reference.
#[rustfmt::skip]
const LEADS: [&str; 26] = [
    "see", "refer to", "refer", "ref", "same as", "as per", "cf", "included in", "included with", "incl in",
    "invoiced with", "billed with", "charged with", "combined with", "siehe", "vgl", "enthalten in", "voir",
    "inclus dans", "inclus avec", "vease", "ver", "incluido en", "incluido con", "idem", "compris dans",
];
/// These may stand anywhere.
#[rustfmt::skip]
const MARKS: [&str; 13] = [
    "참조", "참고", "에 포함", "합산", "见", "見", "参见", "详见", "参照", "并入", "计入", "含在", "合并",
];

/// What says that there is no figure, as whole words.
#[rustfmt::skip]
const REASONS: [&str; 31] = [
    "included", "inclusive", "incl", "separate", "separately", "waived", "free", "foc", "no charge", "not applicable",
    "n a", "nil charge", "at cost", "on request", "by customer", "inklusive", "inkl", "enthalten", "separat", "gesondert",
    "entfallt", "kostenlos", "inclus", "separement", "gratuit", "sans objet", "incluido", "por separado", "gratis",
    "no aplica", "prepaid by shipper",
];
#[rustfmt::skip]
const REASONS_ANYWHERE: [&str; 14] = [
    "포함", "별도", "무상", "무료", "해당없음", "해당 없음", "면제", "包含", "已含", "另计", "另行", "单独", "免费", "不适用",
];

/// The numbers that a cell refers to, folded; none where it is no reference.
pub fn referred(text: &str) -> Vec<String> {
    if text.len() > CHARS_MAX || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let folded = fold_word(text);
    let leads = |lead: &str| folded.strip_prefix(lead).is_some_and(|rest| rest.starts_with(' '));
    if !LEADS.iter().any(|lead| leads(lead)) && !MARKS.iter().any(|mark| text.contains(mark)) {
        return Vec::new();
    }
    let of_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    let tokens = text.split(|c| !of_number(c)).filter(|t| t.bytes().any(|b| b.is_ascii_digit()));
    tokens.map(fold_id).collect()
}

/// Whether a cell that stands on so many rows says why it has no figure.
pub fn is_reason(text: &str, rows: u32) -> bool {
    if text.len() > CHARS_MAX || text.chars().any(|c| c.is_numeric() || c == '#') {
        return false;
    }
    let folded = fold_word(text);
    let padded = format!(" {folded} ");
    let says = |word: &str| padded.contains(&format!(" {word} "));
    let is_sentence = folded.contains(' ') && folded.len() > 8;
    REASONS.iter().any(|word| says(word))
        || REASONS_ANYWHERE.iter().any(|word| text.contains(word))
        || (is_sentence && rows >= ROWS_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_in_six_languages() {
        for (text, tokens) in [
            ("See ASN-93 (ID#:1281)", vec!["ASN93", "1281"]),
            ("siehe Auftrag 4711", vec!["4711"]),
            ("voir J26-100", vec!["J26100"]),
            ("1281 참조", vec!["1281"]),
            ("见DN-7", vec!["DN7"]),
            ("Included in INV/204", vec!["INV204"]),
        ] {
            assert_eq!(referred(text), tokens, "{text}");
        }
        for text in ["1,281.00", "seen 4", "Freight included", "ASN-93", "net 30"] {
            assert_eq!(referred(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn reasons_and_slips() {
        for text in
            ["Freight Included in Commodity Cost", "Invoiced Separately", "별도 청구", "另计"]
        {
            assert!(is_reason(text, 1), "{text}");
        }
        assert!(is_reason("Paid by the agent", 3));
        for text in ["Paid by the agent", "ten", "TBC", "12 kg", "#N/A", "?"] {
            assert!(!is_reason(text, 1), "{text}");
        }
    }
}
