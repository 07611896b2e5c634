//! Where a sheet's header stands: its first row, its height, and the header texts per column.
//!
//! Title rows above are skipped; a header in two rows under merged cells is joined parent first; a
//! row of units below belongs to the header. A sheet in which no row looks like a header has none,
//! and nobody is made one up for it.

use std::collections::BTreeSet;

use super::headers::{Header, is_known_word, normalise};
use super::typing::{read_currency, read_date, read_number};
use crate::base::limits;
use crate::table::{RawKind, RawSheet, Unfolded};

/// The header of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Physical index of the first header row.
    pub row: Option<u32>,
    pub height: u32,
    /// One per column of the sheet.
    pub headers: Vec<Header>,
}

/// Rows after a candidate that show what its columns hold.
const ROWS_BELOW: usize = 12;

/// Finds the header.
pub fn find(raw: &RawSheet) -> Layout {
    if let Some(given) = &raw.given {
        let headers = (0..raw.columns.len()).map(|c| given.headers.get(c).map_or("", |h| h));
        let headers = headers.map(|text| Header::read(&[text])).collect();
        return Layout { row: None, height: 0, headers };
    }
    if let Some(unfolded) = &raw.unfolded {
        return of_matrix(raw, unfolded);
    }
    let search = raw.rows().min(limits::HEADER_SEARCH_ROWS);
    let mut best: Option<(i32, usize)> = None;
    for row in (0..search).filter(|&row| !raw.is_blank_row(row)) {
        // The first of equals: a page break repeats the header further down.
        let floor = best.map_or(0, |(top, _)| top);
        if let Some(score) = score_above(raw, row, floor) {
            best = Some((score, row));
        }
    }
    match best {
        Some((_, row)) => {
            let (top, height) = extent(raw, first_alike(raw, row));
            at(raw, Some(top), height)
        }
        None => at(raw, None, 0),
    }
}

/// The header of a matrix that was unfolded: what headed its prices is no column any more.
fn of_matrix(raw: &RawSheet, unfolded: &Unfolded) -> Layout {
    let (row, height) = unfolded.header;
    let mut layout = at(raw, Some(row), height);
    for column in unfolded.prices.clone() {
        if let Some(header) = layout.headers.get_mut(usize::from(column)) {
            *header = Header::default();
        }
    }
    let minimum = unfolded.minimum.and_then(|at| layout.headers.get_mut(usize::from(at)));
    if let Some(header) = minimum {
        *header = Header { text: header.text.clone(), ..Header::read(&["Minimum"]) };
    }
    layout
}

/// The first row that says the same as the best one: whatever made the later one look better, rows
/// between two prints of one header are no titles.
fn first_alike(raw: &RawSheet, best: usize) -> usize {
    let same = |row: &usize| raw.columns.iter().all(|c| c.text(*row) == c.text(best));
    (0..best).find(same).unwrap_or(best)
}

/// Reads the header from given rows: the user's choice, or what [`find`] found.
pub fn at(raw: &RawSheet, row: Option<u32>, height: u32) -> Layout {
    let rows: Vec<usize> = match row {
        Some(top) => (top as usize..top as usize + height.max(1) as usize).collect(),
        None => Vec::new(),
    };
    let joined = joined(raw, &rows);
    let marked = is_marked(&joined);
    let read = |parts: &Vec<String>| {
        let texts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let header = Header::read(&texts);
        if let Some(first) = comes_again(&texts, &joined) {
            return Header { text: header.text, ..Header::read(&[first]) };
        }
        if !marked {
            return header;
        }
        let bare: Vec<&str> = texts.iter().map(|text| text.trim_start_matches('#')).collect();
        Header { text: header.text, ..Header::read(&bare) }
    };
    let headers = joined.iter().map(read).collect();
    Layout { row, height: if row.is_some() { height.max(1) } else { 0 }, headers }
}

/// "상호.1" beside "상호": programs that know columns by their names number those that come again.
fn comes_again<'t>(texts: &[&'t str], headers: &[Vec<String>]) -> Option<&'t str> {
    let &[text] = texts else { return None };
    let (first, number) = text.rsplit_once(['.', '_'])?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_there = || headers.iter().any(|parts| *parts == [first]);
    (is_number && !first.is_empty() && is_there()).then_some(first)
}

/// Whether every header begins with `#`: the mark of a line that is no data, and no "number of".
fn is_marked(headers: &[Vec<String>]) -> bool {
    const HEADERS_MIN: usize = 3;
    let mut words = headers.iter().filter_map(|parts| parts.first());
    words.clone().count() >= HEADERS_MIN && words.all(|word| word.starts_with('#'))
}

/// How much a row looks like a header; `None` when it cannot be one.
pub(super) fn header_score(raw: &RawSheet, row: usize) -> Option<i32> {
    score_above(raw, row, 0)
}

/// The score of a row that has more than `floor`. What is dear to look up is not asked of a row that
/// cannot reach it.
fn score_above(raw: &RawSheet, row: usize, floor: i32) -> Option<i32> {
    let cells = filled(raw, row);
    let words = cells.iter().filter(|&&c| is_word(raw, row, c)).count();
    // A tariff heads its prices with the weights from which they hold; "+45 kg" is a word as well.
    let is_break = |&&c: &&usize| !is_word(raw, row, c) && is_break(raw.text(row, c).trim());
    let breaks = cells.iter().filter(is_break).count();
    let others = cells.len() - words - if breaks > 1 { breaks } else { 0 };
    // One number in a header is a year or a bucket; more are data.
    if words == 0 || others * 4 > cells.len() || (cells.len() == 1 && raw.columns.len() > 1) {
        return None;
    }
    let distinct: BTreeSet<&str> = cells.iter().map(|&c| raw.text(row, c).trim()).collect();
    // A page break repeats the whole header: no data.
    let is_repeat = |r: &usize| cells.iter().all(|&c| raw.text(*r, c) == raw.text(row, c));
    let below: Vec<usize> =
        rows_below(raw, row + 1).into_iter().filter(|r| !is_repeat(r)).collect();
    let wide = below.iter().map(|&r| filled(raw, r).len()).max().unwrap_or(0);
    let fill = (cells.len().min(wide) * 6).checked_div(wide).unwrap_or(0) as i32;
    let repeats = (cells.len() - distinct.len()) as i32;
    // A row that holds the same words again further down its own columns is data.
    let echoes = cells.iter().filter(|&&c| echoes(raw, c, row, &below)).count() as i32;
    let score = |known: usize, turns: usize| {
        4 * known as i32 + 2 * turns as i32 + fill - repeats - 3 * echoes - 2 * others as i32
    };
    if score(cells.len(), words) <= floor {
        return None;
    }
    let known = cells.iter().filter(|&&c| is_known(raw.text(row, c).trim())).count();
    if score(known, words) <= floor {
        return None;
    }
    let turns = cells.iter().filter(|&&c| is_word(raw, row, c) && turns(raw, c, &below)).count();
    let score = score(known, turns);
    // Unknown words still head a list when they stand first and numbers follow.
    let first = (0..row).all(|above| raw.is_blank_row(above)) && others == 0 && turns > 0;
    // So do words of which one is known, as wide as the list and right below its title.
    let titled = known > 0 && others == 0 && cells.len() > 2 && cells.len() == wide;
    let titled = titled && echoes == 0 && repeats == 0 && is_below_titles(raw, row);
    let enough = titled
        || known >= 2
        || (known == 1 && (turns > 0 || cells.len() <= 2))
        || turns >= 2
        || first;
    (enough && score > floor).then_some(score)
}

/// "+45", "100+", ">300 kg": no figure, the lower end of a range.
fn is_break(text: &str) -> bool {
    const DIGITS_MAX: usize = 5;
    let text = text.trim_end_matches(|c: char| c.is_alphabetic() || c == ' ');
    let open = text.strip_prefix(['+', '>', '≥']).or_else(|| text.strip_suffix('+'));
    let digits = open.map(str::trim).unwrap_or("");
    (1..=DIGITS_MAX).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether nothing stands above a row but titles of one cell.
fn is_below_titles(raw: &RawSheet, row: usize) -> bool {
    let above: Vec<usize> = (0..row).map(|above| filled(raw, above).len()).collect();
    above.contains(&1) && above.iter().all(|cells| *cells < 2)
}

/// Sentences are no headers, and looking them up would take long.
fn is_known(text: &str) -> bool {
    const HEADER_CHARS_MAX: usize = 60;
    text.chars().count() <= HEADER_CHARS_MAX && is_known_word(text)
}

/// Whether the cells below are numbers or dates under a word.
fn turns(raw: &RawSheet, column: usize, below: &[usize]) -> bool {
    let filled: Vec<usize> =
        below.iter().copied().filter(|&r| !raw.text(r, column).trim().is_empty()).collect();
    let values = filled.iter().filter(|&&r| !is_word(raw, r, column)).count();
    !filled.is_empty() && values * 3 >= filled.len() * 2
}

fn echoes(raw: &RawSheet, column: usize, row: usize, below: &[usize]) -> bool {
    let own = raw.text(row, column).trim();
    below.iter().any(|&r| raw.text(r, column).trim() == own)
}

/// Rows of a header: a group, a party, a field.
const ROWS_MAX: usize = 3;

/// The first and the number of header rows around the row that looks most like one.
fn extent(raw: &RawSheet, row: usize) -> (u32, u32) {
    let mut top = row;
    while let Some(above) = top.checked_sub(1)
        && row - above < ROWS_MAX
        && completes(raw, above, top)
    {
        top = above;
    }
    let mut bottom = row;
    while bottom + 1 - top < ROWS_MAX && completes(raw, bottom, bottom + 1) {
        bottom += 1;
    }
    if top == bottom && translates(raw, row, row + 1) {
        bottom += 1;
    }
    if bottom + 1 < raw.rows() && is_unit_row(raw, bottom + 1) {
        bottom += 1;
    }
    (top as u32, (bottom - top + 1) as u32)
}

/// Whether a row says the header above it again, in another language.
fn translates(raw: &RawSheet, upper: usize, lower: usize) -> bool {
    const SURE: u16 = 700;
    if lower >= raw.rows() {
        return false;
    }
    let cells = filled(raw, lower);
    let senses = |row: usize, column: usize| {
        let text = clean(raw.text(row, column));
        let found = Header::read(&[text.as_str()]).senses.into_iter();
        found.filter(|m| m.score >= SURE).map(|m| m.sense).collect::<Vec<_>>()
    };
    let same = |&&column: &&usize| {
        let above = senses(upper, column);
        raw.text(upper, column) != raw.text(lower, column)
            && senses(lower, column).iter().any(|sense| above.contains(sense))
    };
    cells.len() >= 2
        && cells.iter().all(|&column| is_word(raw, lower, column))
        && cells.iter().filter(same).count() * 2 > cells.len()
}

/// Whether two rows are one header: both hold words only, and together they say more than the
/// lower alone, or tell apart columns that the lower alone does not.
fn completes(raw: &RawSheet, upper: usize, lower: usize) -> bool {
    if lower >= raw.rows() {
        return false;
    }
    let (above, below) = (filled(raw, upper), filled(raw, lower));
    let words = |row: usize, cells: &[usize]| cells.iter().all(|&c| is_word(raw, row, c));
    if above.len() < 2 || below.is_empty() || !words(upper, &above) || !words(lower, &below) {
        return false;
    }
    let both = joined(raw, &[upper, lower]);
    let one = if below.len() >= above.len() { lower } else { upper };
    let alone = joined(raw, &[one]);
    let known = |all: &[Vec<String>]| {
        let read = |parts: &Vec<String>| {
            Header::read(&parts.iter().map(String::as_str).collect::<Vec<_>>())
        };
        all.iter().filter(|parts| read(parts).is_known()).count()
    };
    let distinct = |all: &[Vec<String>]| {
        let texts: Vec<String> = all.iter().map(|p| p.concat()).filter(|t| !t.is_empty()).collect();
        texts.iter().collect::<BTreeSet<_>>().len()
    };
    // Where the lower row fills what the upper leaves blank, the upper's cells are merged over it.
    let fills = below.iter().any(|c| !above.contains(c));
    fills && known(&both) > known(&alone)
        || (above.len() < below.len()
            && distinct(&both) > distinct(&alone)
            && known(&both) >= known(&alone))
}

/// Header texts per column, parent first. An upper cell reaches right over blanks as far as the
/// lower row has cells of its own.
fn joined(raw: &RawSheet, rows: &[usize]) -> Vec<Vec<String>> {
    let width = raw.columns.len();
    let Some((&last, uppers)) = rows.split_last() else { return vec![Vec::new(); width] };
    let text = |row: usize, column: usize| clean(raw.text(row, column));
    let units = uppers.last().is_some() && is_unit_row(raw, last);
    let (lower, uppers) = match (units, uppers.split_last()) {
        (true, Some((&row, rest))) => (row, rest),
        _ => (last, uppers),
    };
    (0..width)
        .map(|column| {
            let own = text(lower, column);
            let mut parts: Vec<String> = Vec::new();
            for (level, &upper) in uppers.iter().enumerate() {
                let mut at = column;
                let mut parent = text(upper, at);
                while parent.is_empty() && !own.is_empty() && at > 0 {
                    // What stands under another group belongs to that one.
                    if uppers[..level].iter().any(|&higher| !text(higher, at).is_empty()) {
                        break;
                    }
                    at -= 1;
                    parent = text(upper, at);
                    if !parent.is_empty() && text(lower, at).is_empty() {
                        parent = String::new();
                        break;
                    }
                }
                if !parent.is_empty() && parts.last() != Some(&parent) {
                    parts.push(parent);
                }
            }
            if !own.is_empty() && parts.last() != Some(&own) {
                parts.push(own);
            }
            if units && !text(last, column).is_empty() && !parts.is_empty() {
                let unit = text(last, column);
                let bare = unit.trim_matches(|c| "()[]".contains(c)).to_owned();
                if let Some(part) = parts.last_mut() {
                    part.push_str(&format!(" ({bare})"));
                }
            }
            parts
        })
        .collect()
}

fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row of "kg", "USD", "dd.mm.yyyy" under the header.
fn is_unit_row(raw: &RawSheet, row: usize) -> bool {
    let cells = filled(raw, row);
    let is_unit = |&c: &usize| {
        let text = raw.text(row, c).trim();
        let bare = text.trim_matches(|c| "()[]".contains(c));
        let normal = normalise(&format!("x ({bare})"));
        let bracketed = text.starts_with(['(', '[']) && text.ends_with([')', ']']);
        bracketed || read_currency(bare).is_some() || normal.aside.is_empty()
    };
    !cells.is_empty()
        && cells.len() < filled(raw, row.saturating_sub(1)).len()
        && cells.iter().all(is_unit)
        && cells.iter().all(|&c| is_word(raw, row, c))
}

fn rows_below(raw: &RawSheet, from: usize) -> Vec<usize> {
    // What the reader knows to be a title, a total or a page's own header shows no data.
    let data = |r: &usize| !raw.is_blank_row(*r) && !raw.known_fates.contains_key(&(*r as u32));
    (from..raw.rows()).filter(data).take(ROWS_BELOW).collect()
}

fn filled(raw: &RawSheet, row: usize) -> Vec<usize> {
    (0..raw.columns.len()).filter(|&c| !raw.text(row, c).trim().is_empty()).collect()
}

/// Text that is neither a number nor a date.
pub(super) fn is_word(raw: &RawSheet, row: usize, column: usize) -> bool {
    raw.cell(row, column).is_some_and(|cell| {
        cell.kind == RawKind::Text
            && cell.text.chars().any(|c| c.is_alphabetic() || "#№%".contains(c))
            && read_number(&cell, None).ok().is_none()
            && read_date(&cell, None).ok().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{RawCell, RawColumn};

    fn sheet(text: &str) -> RawSheet {
        let rows: Vec<Vec<&str>> =
            text.lines().map(|l| l.split('|').map(str::trim).collect()).collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns = vec![RawColumn::default(); width];
        for row in &rows {
            for (c, column) in columns.iter_mut().enumerate() {
                let text = row.get(c).copied().unwrap_or("");
                if text.is_empty() {
                    column.codes.push(0);
                } else {
                    column.cells.push(RawCell { text, kind: RawKind::Text });
                    column.codes.push(column.cells.len() as u32);
                }
            }
        }
        let row_numbers = (1..=rows.len() as u32).collect();
        RawSheet { name: "s".into(), hidden: false, columns, row_numbers, ..RawSheet::default() }
    }

    fn texts(layout: &Layout) -> Vec<&str> {
        layout.headers.iter().map(|h| h.text.as_str()).collect()
    }

    #[test]
    fn titles_above_are_skipped() {
        let found = find(&sheet(
            "Open jobs|||\nCalder Bio: as of|2026-10-31||\n|||\n\
             Job No|Customer|Delivery date|Weight (kg)\n\
             J1|Calder Bio|2026-10-01|12.5\nJ2|Orrin|2026-10-02|3",
        ));
        assert_eq!((found.row, found.height), (Some(3), 1));
        assert_eq!(found.headers[3].folded, "weight");
    }

    #[test]
    fn words_right_below_a_title_head_a_list_of_words() {
        let found = find(&sheet(
            "Complaints|||\n\
             Handled by|Customer|Ground of complaint|Settled with\n\
             Weber|Calder Bio|Late at the consignee|Letter\n\
             |Orrin|Two pallets short|\n\
             |Vance|Wrong temperature|",
        ));
        assert_eq!(found.row, Some(1));
        let headless = "Complaints|||\nWeber|Calder Bio|Late at the consignee|Letter\n\
             Weber|Orrin|Two pallets short|Call";
        assert_eq!(find(&sheet(headless)).row, None);
    }

    #[test]
    fn two_rows_under_merged_cells_are_joined() {
        let found = find(&sheet(
            "Jobs October||||||\n\
             Job No|Customer|Pickup||Delivery||Weight\n\
             ||Date|City|Date|City|\n\
             J1|Calder Bio|2026-10-01|Bonn|2026-10-02|Mainz|12.5\n\
             J2|Orrin|2026-10-02|Ulm|2026-10-03|Mainz|3",
        ));
        assert_eq!((found.row, found.height), (Some(1), 2));
        assert_eq!(
            texts(&found),
            [
                "Job No",
                "Customer",
                "Pickup / Date",
                "Pickup / City",
                "Delivery / Date",
                "Delivery / City",
                "Weight"
            ]
        );
    }

    #[test]
    fn weights_from_which_prices_hold_head_columns() {
        let found = find(&sheet(
            "Origin|Carrier|Min|+45|+100|300+|Currency\n\
             ICN|Swift|70|4.10|3.20|2.90|USD\nFRA|Delta|65|4.00|3.10|2.80|EUR",
        ));
        assert_eq!((found.row, found.height), (Some(0), 1));
        let data = "ICN|Swift|70|+45|+100|USD|x1\nFRA|Delta|65|+4|+3|EUR|x2";
        assert_eq!(find(&sheet(data)).row, None);
    }

    #[test]
    fn a_row_of_units_belongs_to_the_header() {
        let found = find(&sheet("Job No|Weight|Amount\n|kg|USD\nJ1|12.5|100.00\nJ2|3|50.00"));
        assert_eq!((found.row, found.height), (Some(0), 2));
        assert_eq!(found.headers[2].currency.map(|c| c.to_string()), Some("USD".into()));
        assert_eq!(texts(&found), ["Job No", "Weight (kg)", "Amount (USD)"]);
    }

    #[test]
    fn data_alone_has_no_header() {
        let found = find(&sheet("J1|2026-10-01|12.5\nJ2|2026-10-02|3"));
        assert_eq!((found.row, found.height), (None, 0));
        assert_eq!(find(&sheet("J1|Bonn\nJ2|Ulm")).row, None);
        assert_eq!(find(&RawSheet::default()).row, None);
    }

    #[test]
    fn the_first_of_repeated_headers_counts() {
        let found =
            find(&sheet("Invoice No|Total\nA1|10.00\nA2|11.00\nInvoice No|Total\nA3|12.00"));
        assert_eq!(found.row, Some(0));
        // Words below the first make the second look better, and still stand between the two.
        let found = find(&sheet(
            "Invoice No|Total|Text\nA1|10.00|x\nCustomer B||\nCity|Bonn|\nCompany|Bolt|\n\
             Invoice No|Total|Text\nA3|12.00|y\nA4|13.00|y",
        ));
        assert_eq!(found.row, Some(0));
    }
}
