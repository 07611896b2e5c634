//! Which character parts the fields: the one that gives the same number of columns on most lines
//! and leaves no other candidate standing inside cells.

use super::records::{Record, Records};

const CANDIDATES: [u8; 4] = [b'\t', b';', b',', b'|'];

/// Records looked at; enough to get past any title block.
const RECORDS_MAX: usize = 300;

/// The delimiter, and where the data starts behind a `sep=;` line (bytes).
pub(super) fn delimiter(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or("");
    let first = first.split('\r').next().unwrap_or("");
    if let Some(rest) = first.trim().get(..4).filter(|p| p.eq_ignore_ascii_case("sep="))
        && let Some(&mark) = first.trim_start().as_bytes().get(rest.len())
        && mark.is_ascii()
    {
        return (mark, first.len());
    }
    let scores = CANDIDATES.map(|candidate| (score(text, candidate), candidate));
    let best = scores.into_iter().max_by_key(|(score, _)| *score);
    match best {
        Some((score, candidate)) if score > 0 => (candidate, 0),
        _ => (b',', 0),
    }
}

/// Share of records with the commonest width, times the share of cells free of other candidates,
/// in millionths; wider is a little better. Zero when nothing is parted.
fn score(text: &str, candidate: u8) -> u64 {
    let mut records = Records::new(text, candidate);
    let mut record = Record::default();
    let mut widths: Vec<usize> = Vec::new();
    let (mut cells, mut clean) = (0_u64, 0_u64);
    while widths.len() < RECORDS_MAX && records.next(&mut record) {
        if record.is_blank() {
            continue;
        }
        widths.push(record.fields.len());
        if record.fields.len() > 1 {
            cells += record.fields.len() as u64;
            clean +=
                record.fields.iter().filter(|field| !holds_other(field, candidate)).count() as u64;
        }
    }
    let (width, count) = commonest(&widths);
    if width < 2 || cells == 0 {
        return 0;
    }
    let share = count as u64 * 1_000_000 / widths.len() as u64;
    // (1 − 1/width): two columns by accident lose against five by design.
    let width = width as u64;
    share * clean / cells * (width - 1) / width
}

/// The commonest width above one, and how many have it.
fn commonest(widths: &[usize]) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::new();
    for &width in widths.iter().filter(|w| **w > 1) {
        *counts.entry(width).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).unwrap_or((0, 0))
}

/// Commas are at home in text and numbers; the other marks are not.
fn holds_other(field: &str, candidate: u8) -> bool {
    field.bytes().any(|b| b != candidate && matches!(b, b'\t' | b';' | b'|'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_cleanliness_decide() {
        for (text, mark) in [
            ("a,b,c\n1,2,3\n", b','),
            ("Betrag;Menge;Preis\n1,5;2,5;3,5\n2,5;1,0;9,9\n", b';'),
            ("a\tb\n1,2\t3\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("Report of May, 2026\n\nno;amount\n1;2\n2;3\n3;4\n", b';'),
            ("name,address\n\"A; B\",\"x; y\"\n\"C\",\"z\"\n", b','),
            ("only one column\n1\n2\n", b','),
        ] {
            assert_eq!(delimiter(text).0 as char, mark as char, "{text}");
        }
    }

    #[test]
    fn a_sep_line_decides_and_is_no_row() {
        assert_eq!(delimiter("sep=;\r\na;b\r\n"), (b';', 5));
        assert_eq!(delimiter("SEP=|\na|b\n"), (b'|', 5));
    }
}
