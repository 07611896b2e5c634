//! How a text is written: what parts the fields, what quotes them, how a quote is escaped.
//!
//! Decided by laying each candidate over the first records: the one that gives most of them the same
//! number of fields, and leaves no other candidate standing inside them, wins. Blanks and rare marks
//! are asked only when the usual four part nothing.

use std::collections::BTreeMap;

use super::records::{Dialect, Record, Records};

const USUAL: [&str; 4] = ["\t", ";", ",", "|"];

/// Marks that some program once chose. `||` and `, ` come before what they are made of.
const RARE: [&str; 14] =
    ["||", ";;", "::", "|~|", "^", "~", "§", "¦", "¬", "、", "，", "；", "\u{1f}", "\u{1}"];

/// Records looked at; enough to get past any title block.
const RECORDS_MAX: usize = 300;

/// Bytes looked at: records of a list with long texts.
const BYTES_MAX: usize = 1 << 19;

/// How a text is parted.
pub(super) struct Parted {
    pub dialect: Dialect,
    /// Bytes of a `sep=;` line, behind which the data starts.
    pub skipped: usize,
    /// What such a line says, where it parts nothing and another mark does.
    pub ignored: Option<String>,
}

pub(super) fn dialect(text: &str) -> Parted {
    let sample = sample(text);
    let Some((mark, skipped)) = sep_line(text) else {
        return Parted { dialect: by_records(sample), skipped: 0, ignored: None };
    };
    let said = Dialect::of(&mark);
    let said = Dialect { escaped: is_escaped(sample, &said), ..said };
    let data = &sample[skipped.min(sample.len())..];
    let found = by_records(data);
    let share = |dialect: &Dialect| score(data, dialect.clone()).share;
    if found.width > 1 && share(&found) >= SURE && share(&said) < SURE / 2 {
        return Parted { dialect: found, skipped, ignored: Some(mark) };
    }
    Parted { dialect: said, skipped, ignored: None }
}

/// Records that a mark must part alike to be believed, in millionths.
const SURE: u64 = 900_000;

fn by_records(sample: &str) -> Dialect {
    let mut best = best_of(sample, &USUAL);
    // Marks within words and figures must part every line alike to be believed.
    let doubt = best.as_ref().map_or(0, |best| best.share);
    if doubt < SURE {
        let rare = best_of(sample, &RARE).filter(|rare| rare.share >= SURE && rare.records > 1);
        let blank = || {
            let every = |b: &Scored| b.share == 1_000_000 && b.records > 2 && b.width > 2;
            best_of(sample, &[" "]).filter(|b| every(b) && has_figures(sample, &b.dialect))
        };
        best = rare.or_else(|| if doubt < SURE / 2 { blank() } else { None }).or(best);
    }
    best.map_or_else(|| Dialect::of(","), |found| found.dialect)
}

/// `sep=;` as Excel reads it: the mark, and the length of the line.
fn sep_line(text: &str) -> Option<(String, usize)> {
    let first = text.split(['\r', '\n']).next().unwrap_or("");
    let bare = first.trim_matches(['"', ' ', '\u{feff}']);
    let mark = bare.get(..4).filter(|p| p.eq_ignore_ascii_case("sep=")).map(|_| &bare[4..])?;
    // A blank or a tab was trimmed away with the line's own.
    let mark = match mark {
        "" => first.split_once('=').map_or("", |(_, mark)| mark).get(..1)?,
        mark => mark,
    };
    (mark.chars().count() <= 3 && !mark.chars().any(char::is_alphanumeric))
        .then(|| (mark.to_owned(), first.len()))
}

/// The first lines, whole.
fn sample(text: &str) -> &str {
    if text.len() <= BYTES_MAX {
        return text;
    }
    let start = &text[..text.floor_char_boundary(BYTES_MAX)];
    start.rfind(['\n', '\r']).map_or(start, |end| &start[..end])
}

struct Scored {
    dialect: Dialect,
    /// Records of the commonest width, in millionths of those that hold anything.
    share: u64,
    score: u64,
    width: usize,
    records: usize,
}

/// The best of these delimiters, each with the quote that suits it.
fn best_of(sample: &str, candidates: &[&str]) -> Option<Scored> {
    let mut best: Option<Scored> = None;
    for mark in candidates.iter().filter(|mark| sample.contains(**mark)) {
        let double = Dialect::of(mark);
        let double = Dialect { escaped: is_escaped(sample, &double), ..double };
        let single =
            quotes_singly(sample, mark).then(|| Dialect { quote: b'\'', ..double.clone() });
        for dialect in [Some(double), single].into_iter().flatten() {
            let scored = score(sample, dialect);
            if scored.score > 0 && best.as_ref().is_none_or(|best| scored.score > best.score) {
                best = Some(scored);
            }
        }
    }
    best
}

/// Share of records with the commonest width, times the share of cells free of other candidates;
/// wider is a little better. Zero when nothing is parted.
fn score(sample: &str, dialect: Dialect) -> Scored {
    let mut records = Records::new(sample, &dialect);
    let mut record = Record::default();
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut cells, mut clean, mut seen, mut open) = (0_u64, 0_u64, 0_usize, 0_usize);
    while seen < RECORDS_MAX && records.next(&mut record) {
        if record.is_blank(sample) {
            continue;
        }
        seen += 1;
        open += usize::from(record.open_quote);
        *widths.entry(record.len()).or_default() += 1;
        if record.len() > 1 {
            cells += record.len() as u64;
            // Quotes keep what they hold together; one within a bare cell was cut in two.
            let quote = char::from(dialect.quote);
            let free = |(field, quoted): &(&str, bool)| {
                *quoted || !holds_other(field, &dialect) && !field.contains(quote)
            };
            clean += record.fields_in_quotes(sample, dialect.quote).filter(free).count() as u64;
        }
    }
    let parted = widths.iter().filter(|(width, _)| **width > 1);
    let (width, count) = parted.max_by_key(|(width, count)| (**count, **width)).unwrap_or((&0, &0));
    let (width, count) = (*width, *count);
    let mut scored = Scored { dialect, share: 0, score: 0, width, records: count };
    if width < 2 || cells == 0 {
        return scored;
    }
    // Unclosed quotes are the sign of a wrong quote or delimiter.
    let closed = (seen - open.min(seen)) as u64;
    scored.share = count as u64 * 1_000_000 / seen as u64;
    // (1 − 1/width): two columns by accident lose against five by design.
    let wide = width as u64;
    scored.score = scored.share * clean / cells * (wide - 1) / wide * closed / seen as u64;
    scored.dialect.width = width;
    scored
}

/// Words of a sentence are parted by blanks too; a list has figures in it.
fn has_figures(sample: &str, dialect: &Dialect) -> bool {
    let mut records = Records::new(sample, dialect);
    let mut record = Record::default();
    let (mut cells, mut figures, mut seen) = (0, 0, 0);
    while seen < RECORDS_MAX && records.next(&mut record) {
        seen += 1;
        cells += record.len();
        let figure = |field: &&str| field.bytes().any(|b| b.is_ascii_digit());
        figures += record.fields(sample).filter(figure).count();
    }
    figures * 3 >= cells
}

/// Commas are at home in text and numbers; the other marks are not.
fn holds_other(field: &str, dialect: &Dialect) -> bool {
    let own = dialect.delimiter.as_bytes();
    let other = |b: u8| matches!(b, b'\t' | b';' | b'|') && !own.contains(&b);
    field.bytes().any(other)
}

/// Apostrophes that open a field and close one, and no quotation marks that do.
fn quotes_singly(sample: &str, mark: &str) -> bool {
    const OPENED_MIN: usize = 2;
    let count = |quote: char| {
        let opened = sample.matches(&format!("{mark}{quote}")).count();
        let closed = sample.matches(&format!("{quote}{mark}")).count();
        opened.min(closed)
    };
    let lines = || sample.lines().filter(|line| !line.is_empty());
    let ends = lines().filter(|l| l.starts_with('\'') || l.ends_with('\'')).count();
    count('\'') + ends >= OPENED_MIN && count('"') == 0
}

/// Whether a backslash escapes quotes: one stands before a quote that does not end its field.
fn is_escaped(sample: &str, dialect: &Dialect) -> bool {
    let quote = char::from(dialect.quote);
    sample.match_indices(&format!("\\{quote}")).any(|(at, found)| {
        let after = &sample[at + found.len()..];
        let ends = after.is_empty()
            || after.starts_with(['\r', '\n'])
            || after.starts_with(dialect.delimiter.as_str());
        !ends && !after.starts_with(quote)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (String, char) {
        let dialect = dialect(text).dialect;
        (dialect.delimiter, char::from(dialect.quote))
    }

    #[test]
    fn counts_and_cleanliness_decide() {
        for (text, mark) in [
            ("a,b,c\n1,2,3\n", ","),
            ("Betrag;Menge;Preis\n1,5;2,5;3,5\n2,5;1,0;9,9\n", ";"),
            ("a\tb\n1,2\t3\n", "\t"),
            ("a|b|c\n1|2|3\n", "|"),
            ("Report of May, 2026\n\nno;amount\n1;2\n2;3\n3;4\n", ";"),
            ("name,address\n\"A; B\",\"x; y\"\n\"C\",\"z\"\n", ","),
            ("only one column\n1\n2\n", ","),
            ("id,record\n1,\"a|b|1|x\"\n2,\"c|d|2|y\"\n3,\"e|f|3|z\"\n", ","),
            ("a||b||c\n1||x|y||3\n2||z||4\n", "||"),
            ("no^text\n1^a b\n2^c\n", "^"),
            ("일자、거래처、금액\n1、가、3\n2、나、4\n", "、"),
            ("no name amount\n1 \"a b\" 10\n2 c 20\n3 d 30\n", " "),
            ("10:30 call\n11:45 visit\n12:00 note\n", ","),
            ("a sentence of words\nanother one here now\nand more of that\n", ","),
        ] {
            assert_eq!(found(text), (mark.to_owned(), '"'), "{text}");
        }
    }

    #[test]
    fn apostrophes_and_backslashes() {
        assert_eq!(found("no,text\n1,'a, b'\n2,'c'\n3,'d'\n"), (",".to_owned(), '\''));
        assert_eq!(found("no,name\n1,'t Hart\n2,D'Arcy\n3,O'\n"), (",".to_owned(), '"'));
        assert!(dialect("a,b\n\"say \\\"hi\\\", now\",2\n").dialect.escaped);
        assert!(!dialect("a,b\n\"C:\\dir\\\",2\n").dialect.escaped);
    }

    #[test]
    fn a_sep_line_decides_and_is_no_row() {
        let sep = |text| {
            let found = dialect(text);
            (found.dialect.delimiter, found.skipped)
        };
        assert_eq!(sep("sep=;\r\na;b\r\n"), (";".to_owned(), 5));
        assert_eq!(sep("SEP=|\na|b\n"), ("|".to_owned(), 5));
        assert_eq!(sep("\"sep=;\"\na;b\n"), (";".to_owned(), 7));
        assert_eq!(sep("sep=\t\na\tb\n"), ("\t".to_owned(), 5));
        assert_eq!(sep("sep=;\nonly\none column\n"), (";".to_owned(), 5));
    }

    #[test]
    fn a_sep_line_that_parts_nothing_gives_way() {
        let found = dialect("sep=,\nno;amount;text\n1;1.00;a\n2;2.00;b, c\n3;3.00;d\n");
        assert_eq!((found.dialect.delimiter.as_str(), found.skipped), (";", 5));
        assert_eq!(found.ignored.as_deref(), Some(","));
    }
}
