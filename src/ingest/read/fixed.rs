//! Lists whose columns are parted by blanks alone, each in its place on the line: `.prn` files, and
//! what old programs print into a text.
//!
//! Not the printed lists of SAP, which have rules and page heads. Places count as a terminal does: a
//! Korean or Chinese character takes two. No word is ever cut: it belongs to one column whole.

use std::ops::Range;

use super::ReadProgress;
use super::sheet::SheetBuilder;
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};

/// Lines of several columns that make a list, and their share of all lines, in percent.
const LINES_MIN: usize = 3;
const SHARE_PERCENT: usize = 60;
const COLUMNS_MIN: usize = 3;
/// Blanks between two columns; one will do where so many lines agree.
const BLANKS: usize = 2;
const AGREED: usize = 8;
/// A line that is longer is no line of a printed list.
const PLACES_MAX: usize = 4_000;

/// A word, and the places that it takes.
struct Word<'t> {
    text: &'t str,
    places: Range<usize>,
}

/// The places of the columns, if the text is such a list.
pub(super) fn columns(text: &str) -> Option<Vec<Range<usize>>> {
    // Other texts show it in their first lines, and may be large.
    const FIRST_LINES: usize = 60;
    let mut end = text.len();
    if let Some((at, _)) = text.match_indices('\n').nth(FIRST_LINES) {
        end = at;
    }
    places(&text[..end])?;
    places(text)
}

fn places(text: &str) -> Option<Vec<Range<usize>>> {
    let (mut body, mut all, mut taken) = (0_usize, 0_usize, Vec::<bool>::new());
    let mut figures = false;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !is_rule(line)) {
        if line.contains('\t') || line.len() > PLACES_MAX {
            return None;
        }
        all += 1;
        let words = words(line);
        if parts(&words) < COLUMNS_MIN {
            continue;
        }
        body += 1;
        figures |= line.bytes().any(|b| b.is_ascii_digit());
        for word in words {
            taken.resize(taken.len().max(word.places.end), false);
            taken[word.places].fill(true);
        }
    }
    let enough = body >= LINES_MIN && body * 100 >= all * SHARE_PERCENT && figures;
    let apart = if body >= AGREED { 1 } else { BLANKS };
    let mut columns: Vec<Range<usize>> = Vec::new();
    for place in (0..taken.len()).filter(|&place| taken[place]) {
        match columns.last_mut() {
            Some(column) if place < column.end + apart => column.end = place + 1,
            _ => columns.push(place..place + 1),
        }
    }
    (enough && columns.len() >= COLUMNS_MIN).then_some(columns)
}

pub(super) fn read(
    name: &str,
    text: &str,
    columns: &[Range<usize>],
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<(RawSheet, Vec<Problem>), Refusal> {
    const PROGRESS_LINES: u32 = 4_096;
    let mut sheet = SheetBuilder::new(name, false);
    for (number, line) in (1_u32..).zip(text.lines()) {
        sheet.append(number)?;
        if is_rule(line) {
            continue;
        }
        let words = words(line);
        // A title runs over the columns.
        let title = parts(&words) == 1 && words.first().map(|w| at(columns, &w.places)) == Some(0);
        let mut cells = vec![String::new(); columns.len()];
        for word in &words {
            let cell = &mut cells[if title { 0 } else { at(columns, &word.places) }];
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(word.text);
        }
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.cell(column, RawKind::Text, cell);
        }
        if number.is_multiple_of(PROGRESS_LINES) {
            let (done, stage) = (u64::from(number), super::ReadStage::Rows);
            progress(ReadProgress { stage, done, total: None });
        }
    }
    sheet.finish()
}

/// The column that a word stands in, or the nearest.
fn at(columns: &[Range<usize>], places: &Range<usize>) -> usize {
    let shared = |column: &Range<usize>| {
        column.end.min(places.end).saturating_sub(column.start.max(places.start))
    };
    let away = |column: &Range<usize>| {
        column.start.saturating_sub(places.end).max(places.start.saturating_sub(column.end))
    };
    let best = |&at: &usize| (shared(&columns[at]), std::cmp::Reverse(away(&columns[at])));
    (0..columns.len()).rev().max_by_key(best).unwrap_or(0)
}

/// Runs of words with no more than one blank between them.
fn parts(words: &[Word]) -> usize {
    let gaps = words.windows(2).filter(|pair| pair[1].places.start >= pair[0].places.end + BLANKS);
    usize::from(!words.is_empty()) + gaps.count()
}

fn words(line: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut place = 0;
    let mut open: Option<(usize, usize)> = None;
    for (at, c) in line.char_indices() {
        match (c.is_whitespace(), open) {
            (true, Some((from, first))) => {
                words.push(Word { text: &line[from..at], places: first..place });
                open = None;
            }
            (false, None) => open = Some((at, place)),
            _ => {}
        }
        place += width(c);
    }
    if let Some((from, first)) = open {
        words.push(Word { text: &line[from..], places: first..place });
    }
    words
}

/// Places that a character takes on a terminal.
fn width(c: char) -> usize {
    let wide = matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}')
        || matches!(c, '\u{3000}' | '\u{ffe0}'..='\u{ffe6}');
    if wide { 2 } else { 1 }
}

/// A line of dashes under a header or above a total.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '=' | '_' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Option<Vec<String>> {
        let columns = columns(text)?;
        let (sheet, _) = read("t", text, &columns, &mut |_| {}).expect("a list reads");
        let row = |row| {
            let cells: Vec<&str> = (0..columns.len()).map(|c| sheet.text(row, c)).collect();
            cells.join("|")
        };
        Some((0..sheet.rows()).map(row).collect())
    }

    #[test]
    fn columns_by_place_and_no_word_cut() {
        let text = "Open items of May 2026\n\n\
            No        Customer        Due               Amount\n\
            --------  --------------  ----------  ------------\n\
            INV-0001  Calder Bio      2026-06-01        100.00\n\
            INV-0002  Orrin Labs Ltd  2026-06-02      1,250.00\n\
            INV-0003                  2026-06-03         10.00-\n\
            \x20         Total                         1,340.00\n";
        assert_eq!(
            cells(text).expect("columns"),
            [
                "Open items of May 2026|||",
                "|||",
                "No|Customer|Due|Amount",
                "|||",
                "INV-0001|Calder Bio|2026-06-01|100.00",
                "INV-0002|Orrin Labs Ltd|2026-06-02|1,250.00",
                "INV-0003||2026-06-03|10.00-",
                "|Total||1,340.00",
            ]
        );
    }

    #[test]
    fn wide_characters_take_two_places() {
        let text = "번호   거래처        금액\n\
            A-1    한빛 바이오    1,000\n\
            A-2    오린제약     125,000\n\
            A-3    Calder            10\n";
        let found = cells(text).expect("columns");
        assert_eq!(found[1..], ["A-1|한빛 바이오|1,000", "A-2|오린제약|125,000", "A-3|Calder|10"]);
    }

    #[test]
    fn sentences_and_delimited_lists_are_none() {
        for text in [
            "a sentence of words\nanother one  here now\nand more of that\n",
            "no,name,amount\n1,Calder,10\n2,Orrin,20\n",
            "no\tname\tamount\n1\tCalder\t10\n2\tOrrin\t20\n",
        ] {
            assert_eq!(columns(text), None, "{text}");
        }
    }
}
