//! What becomes of each physical row: title, header, data, subtotal, footer.
//!
//! A row with data is used unless there is evidence that it is something else; what the user set
//! wins over everything.

use rust_decimal::Decimal;

use super::amounts::Amounts;
use super::sums::Sums;
use super::totals::{Label, is_opening, label};
use super::{header_rows, pending, problem};
use crate::base::{fold_word, folds_to, stretches, trim};
use crate::ingest::notes::{self, Notes};
use crate::ingest::{Problem, Reading};
use crate::table::{Fate, Field, Kind, RawCell, RawColumn, RawKind, RawSheet, ValueKind};
use crate::words::{Arg, Args};

/// Problems of one sort that are told row by row.
const TOLD_MAX: usize = 20;

pub(super) fn fates(
    raw: &RawSheet,
    reading: &Reading,
    amounts: &Amounts,
    problems: &mut Vec<Problem>,
) -> Vec<Fate> {
    let sheet = Sheet::new(raw, reading, amounts);
    let mut fates: Vec<Fate> =
        stretches::collect((0..raw.rows() as u32).map(|row| sheet.first_look(row)));
    // A format with records of its own has no totals or footers among its rows.
    if raw.given.is_none() {
        sheet.find_notes(&mut fates);
        sheet.find_headings(&mut fates);
        sheet.find_main_lines(&mut fates);
        sheet.find_subtotals(&mut fates, problems);
        sheet.find_footer(&mut fates);
        pending::leave_out(raw, reading, &mut fates, problems);
        sheet.reject_unmapped(&mut fates, problems);
    }
    for (&row, &fate) in &reading.fates {
        if let Some(slot) = fates.get_mut(row as usize) {
            *slot = fate;
        }
    }
    fates
}

struct Sheet<'r> {
    raw: &'r RawSheet,
    reading: &'r Reading,
    amounts: &'r Amounts<'r>,
    /// Columns that name a row: the kind's key, and other identifiers and dates.
    key: Vec<u16>,
    naming: Vec<u16>,
    mapped: Vec<u16>,
    /// Columns of the key whose values have digits, but for a stray.
    numbered: Vec<u16>,
    /// Folded header texts, one list for each header row.
    headers: Vec<Vec<String>>,
    notes: Notes,
    /// The columns that have labels, with that of each distinct cell: asked once a spelling, not once
    /// a row.
    labels: Vec<(u16, Vec<Option<Label>>)>,
    /// How many cells most rows fill.
    usual: usize,
}

impl<'r> Sheet<'r> {
    fn new(raw: &'r RawSheet, reading: &'r Reading, amounts: &'r Amounts<'r>) -> Sheet<'r> {
        let columns_of = |wanted: &dyn Fn(Field) -> bool| -> Vec<u16> {
            let fits = reading.columns.iter().filter(|(field, _)| wanted(**field));
            fits.map(|(_, column)| *column).collect()
        };
        let headers = header_rows(reading).map(|row| {
            let text = |column| fold_word(raw.text(row as usize, column));
            (0..raw.columns.len()).map(text).collect()
        });
        let from = header_rows(reading).end as usize;
        let key = columns_of(&|field| keys(reading.kind).contains(&field));
        Sheet {
            raw,
            reading,
            amounts,
            numbered: key.iter().copied().filter(|key| is_numbered(raw, from, *key)).collect(),
            key,
            naming: columns_of(&|field| {
                matches!(field.value(), ValueKind::Id | ValueKind::Date)
                    || keys(reading.kind).contains(&field)
            }),
            mapped: columns_of(&|_| true),
            headers: headers.collect(),
            notes: notes::find(raw, from),
            labels: (0..).zip(&raw.columns).filter_map(labels).collect(),
            usual: usual(raw, from),
        }
    }

    fn filled(&self, row: u32) -> usize {
        filled(self.raw, row as usize)
    }

    fn first_look(&self, row: u32) -> Fate {
        let header = header_rows(self.reading);
        if header.contains(&row) {
            Fate::Header
        } else if let Some(fate) = self.raw.known_fates.get(&row) {
            *fate
        } else if self.raw.is_blank_row(row as usize) || is_rule(self.raw, row as usize) {
            Fate::Blank
        } else if row < header.start {
            Fate::Title
        } else if self.repeats_header(row) {
            Fate::Header
        } else {
            Fate::Used
        }
    }

    /// A page break repeats the header: all its cells, and no others.
    fn repeats_header(&self, row: u32) -> bool {
        self.headers.iter().any(|header| {
            let filled = header.iter().filter(|text| !text.is_empty()).count();
            filled > 1
                && header.iter().enumerate().all(|(column, text)| {
                    let cell = self.raw.text(row as usize, column);
                    cell.is_empty() == text.is_empty()
                        && cell.len() <= text.len() * 4 + 16
                        && folds_to(cell, text)
                })
        })
    }

    /// Remarks on the list, below it or between its rows.
    fn find_notes(&self, fates: &mut [Fate]) {
        for &row in &self.notes.rows {
            let at = row as usize;
            if fates[at] == Fate::Used && !self.amounts.any(row) {
                // Right above a repeated header it is the title of a page.
                let below = fates[at + 1..].iter().find(|fate| **fate != Fate::Blank);
                fates[at] = if below == Some(&Fate::Header) { Fate::Title } else { Fate::Footer };
            }
        }
    }

    /// A line that stands alone in a column that is filled down names the rows below it; one right
    /// above a repeated header is the title of a page.
    fn find_headings(&self, fates: &mut [Fate]) {
        let (mut data_below, mut header_below) = (false, false);
        stretches::each((0..fates.len() as u32).rev(), |row| match fates[row as usize] {
            Fate::Header => header_below = true,
            Fate::Used if self.reading.fates.contains_key(&row) => header_below = false,
            Fate::Used => match self.lone_cell(row) {
                Some(column) if data_below && self.heads_group(row, column) => {
                    fates[row as usize] = Fate::Header;
                }
                Some(column) if header_below && !self.is_bare_key_word(row, column) => {
                    fates[row as usize] = Fate::Title;
                }
                lone => {
                    data_below |= lone.is_none();
                    header_below = false;
                }
            },
            Fate::Blank | Fate::Title => {}
            _ => header_below = false,
        });
    }

    /// The starred main line of a document that holds the sum of its detail lines: a control total,
    /// where that is so throughout.
    fn find_main_lines(&self, fates: &mut [Fate]) {
        const GROUPS_MIN: usize = 2;
        let is_star = |cell: RawCell| trim(cell.text) == "*";
        let starred = |column: &RawColumn| {
            column.cells.may_hold('*')
                && column.cells.iter().any(is_star)
                && column.cells.iter().all(|cell| cell.kind == RawKind::Text || is_star(cell))
        };
        let Some(stars) = self.raw.columns.iter().find(|column| starred(column)) else { return };
        let key = self.reading.columns.get(&Field::InvoiceNo);
        let Some(&key) = key.filter(|_| self.reading.kind == Kind::Lines) else { return };
        let key_of = |row: u32| self.raw.text(row as usize, usize::from(key)).trim();
        let used = |row: &u32| fates[*row as usize] == Fate::Used;
        let rows: Vec<u32> = (0..fates.len() as u32).filter(used).collect();
        let mut main: Vec<u32> = Vec::new();
        for (at, &row) in rows.iter().enumerate() {
            if stars.text(row as usize).trim() != "*" {
                continue;
            }
            let details = rows[at + 1..].iter().take_while(|&&other| {
                key_of(other) == key_of(row) && stars.text(other as usize).trim() != "*"
            });
            let details: Vec<u32> = details.copied().collect();
            let adds_up = |column: &super::amounts::AmountColumn| {
                let sum: Decimal = details.iter().filter_map(|&row| column.value(row)).sum();
                column.value(row).is_none_or(|value| value == sum)
            };
            if details.is_empty() || !self.amounts.columns().iter().all(adds_up) {
                return;
            }
            main.push(row);
        }
        if main.len() >= GROUPS_MIN {
            main.into_iter().for_each(|row| fates[row as usize] = Fate::Subtotal);
        }
    }

    fn lone_cell(&self, row: u32) -> Option<u16> {
        let mut filled = (0..self.raw.columns.len() as u16).filter(|c| !self.blank(row, *c));
        filled.next().filter(|_| filled.next().is_none())
    }

    fn heads_group(&self, row: u32, column: u16) -> bool {
        const MAPPED_MIN: usize = 3;
        let text = self.raw.text(row as usize, usize::from(column));
        let digits = text.contains(|c: char| c.is_ascii_digit());
        // A name alone, where rows have a number, a date or an amount.
        let names = self.mapped.len() >= MAPPED_MIN
            && self.mapped.contains(&column)
            && !self.key.is_empty()
            && !self.naming.contains(&column)
            && !digits;
        // The name of a group may stand where its rows have their numbers.
        let over_numbers = self.mapped.len() >= MAPPED_MIN && self.is_no_number(row, column);
        (names || over_numbers || self.reading.filled.contains(&column)) && label(text).is_none()
    }

    /// Words where the other rows have a number.
    fn is_no_number(&self, row: u32, column: u16) -> bool {
        let text = self.raw.text(row as usize, usize::from(column)).trim();
        self.numbered.contains(&column)
            && !text.contains(|c: char| c.is_ascii_digit())
            && text.contains(' ')
    }

    /// A number alone may be a record cut short; a lone text of several words is none.
    fn is_bare_key_word(&self, row: u32, column: u16) -> bool {
        self.amounts.any(row)
            || self.mapped.len() < 3
            || !self.raw.text(row as usize, usize::from(column)).trim().contains(' ')
    }

    fn find_subtotals(&self, fates: &mut [Fate], problems: &mut Vec<Problem>) {
        let mut sums = Sums::new(self.amounts.columns().len());
        let mut told = 0;
        let known = |row: u32| self.raw.known_fates.get(&row) == Some(&Fate::Subtotal);
        let open = |fates: &[Fate], row: u32| {
            (fates[row as usize] == Fate::Used || known(row))
                && !self.reading.fates.contains_key(&row)
        };
        let may_total =
            |row: u32| known(row) || self.is_labelled_total(row) || self.may_be_bare_total(row);
        // Most lists have no total at all, and nothing is added up for them.
        let upwards = (0..fates.len() as u32).rev();
        let last = stretches::find(upwards, |&row| open(fates, row) && may_total(row));
        for row in last.map_or(0..0, |last| 0..last + 1) {
            if !open(fates, row) {
                continue;
            }
            // A running balance adds up to nothing.
            let value = |column: &super::amounts::AmountColumn| {
                column.value(row).filter(|_| column.field != Field::Balance)
            };
            let values: Vec<Option<Decimal>> = self.amounts.columns().iter().map(value).collect();
            let labelled = known(row) || self.is_labelled_total(row);
            let bare =
                || self.may_be_bare_total(row) && sums.explain(&values, self.summands_min(row));
            if labelled || bare() {
                fates[row as usize] = Fate::Subtotal;
                let opens = self.says_opening(row) && sums.open_with(&values);
                if let Some(at) = sums.disagreement(&values).filter(|_| !opens && told < TOLD_MAX) {
                    told += 1;
                    problems.push(self.total_differs(row, at, &values, &sums));
                }
                sums.block_ends();
            } else {
                sums.add(&values);
            }
        }
    }

    /// A total by its label: the row has no key of its own, or the label stands in its place.
    fn is_labelled_total(&self, row: u32) -> bool {
        let mut found = None;
        for (column, labels) in &self.labels {
            let code = self.raw.columns[usize::from(*column)].codes[row as usize] as usize;
            if let Some(label) = code.checked_sub(1).and_then(|at| labels[at]) {
                found = Some((*column, label));
                break;
            }
        }
        let Some((column, label)) = found else { return false };
        let others_blank = self
            .naming
            .iter()
            .filter(|named| **named != column)
            .all(|named| self.blank(row, *named));
        let key_blank =
            self.key.iter().filter(|key| **key != column).all(|key| self.blank(row, *key));
        match label {
            // Without a key a star may mark anything, a main line or a note, and the word on a row as
            // full as the others is one of its own: "Report" is a task as well as a French total.
            Label::Whole if self.key.is_empty() => {
                !self.raw.text(row as usize, usize::from(column)).contains('*')
                    && self.filled(row) < self.usual
            }
            Label::Whole => key_blank,
            // "Total Logistics Ltd" is a customer: a longer label needs a row that names nothing.
            Label::Part => others_blank && self.amounts.any(row),
        }
    }

    /// A carried-forward amount from before the first row.
    fn says_opening(&self, row: u32) -> bool {
        self.raw.columns.iter().any(|column| is_opening(column.text(row as usize)))
    }

    /// A row without a name of its own, or with a remark in its place, is no record if its amounts
    /// are the sums of those above.
    fn may_be_bare_total(&self, row: u32) -> bool {
        self.is_unnamed(row) || self.notes.beside_figures.binary_search(&row).is_ok()
    }

    fn is_unnamed(&self, row: u32) -> bool {
        !self.key.is_empty() && self.naming.iter().all(|column| self.blank(row, *column))
    }

    /// A row of bare amounts may repeat a single one; with a text beside it, it could be a line
    /// that happens to cost as much as the one above.
    fn summands_min(&self, row: u32) -> usize {
        let is_amount = |column: u16| self.amounts.columns().iter().any(|a| a.index == column);
        let mut others = (0..self.raw.columns.len() as u16).filter(|column| !is_amount(*column));
        if others.all(|column| self.blank(row, column)) { 1 } else { 2 }
    }

    fn blank(&self, row: u32, column: u16) -> bool {
        self.raw.columns.get(usize::from(column)).is_none_or(|column| column.is_blank(row as usize))
    }

    fn total_differs(
        &self,
        row: u32,
        at: usize,
        values: &[Option<Decimal>],
        sums: &Sums,
    ) -> Problem {
        let column = &self.amounts.columns()[at];
        let args = Args::new()
            .with("field", Arg::term(column.field.word()))
            .with("stated", values[at].unwrap_or_default())
            .with("counted", sums.block_sum(at));
        let number = self.raw.row_numbers.get(row as usize).copied();
        problem("problem-total-differs", args, number, Some(column.index))
    }

    /// Below the last row that names something: notes, signatures, "end of report".
    fn find_footer(&self, fates: &mut [Fate]) {
        const NARROW: usize = 3;
        for row in (0..fates.len() as u32).rev() {
            match fates[row as usize] {
                Fate::Used => {
                    let columns = 0..self.raw.columns.len() as u16;
                    let filled: Vec<u16> = columns.filter(|c| !self.blank(row, *c)).collect();
                    let lonely = filled.len() == 1
                        && self.mapped.len() >= NARROW
                        && !self.is_bare_key(row, filled[0]);
                    let in_use = filled.iter().filter(|c| self.mapped.contains(c)).count();
                    let nameless = in_use <= 1 && self.is_unnamed(row);
                    // "Prepared by: A. Lee", and the day beside it.
                    let first = filled.first().filter(|_| filled.len() <= 2);
                    let signed = first.is_some_and(|first| self.is_no_number(row, *first));
                    if !(lonely || nameless || signed)
                        || self.amounts.any(row)
                        || self.reading.fates.contains_key(&row)
                    {
                        return;
                    }
                    fates[row as usize] = Fate::Footer;
                }
                Fate::Header | Fate::Title => return,
                _ => {}
            }
        }
    }

    /// A record of which only the number is known is a record, "Page 1 of 3" in its place is not.
    fn is_bare_key(&self, row: u32, column: u16) -> bool {
        const LONGEST: usize = 24;
        let text = self.raw.text(row as usize, usize::from(column)).trim();
        self.key.contains(&column)
            && text.len() <= LONGEST
            && text.bytes().any(|b| b.is_ascii_digit())
            && text.split_whitespace().count() <= 2
    }

    /// Rows among the data that hold nothing in any mapped column.
    fn reject_unmapped(&self, fates: &mut [Fate], problems: &mut Vec<Problem>) {
        if self.mapped.is_empty() {
            return;
        }
        let mut rejected = 0_usize;
        let used = fates.iter_mut().enumerate().filter(|(_, fate)| **fate == Fate::Used);
        stretches::each(used, |(row, fate)| {
            let no_value = |column: &u16| {
                self.raw
                    .cell(row, usize::from(*column))
                    .is_none_or(|cell| cell.kind != RawKind::NoValue && trim(cell.text).is_empty())
            };
            if self.mapped.iter().all(no_value) {
                *fate = Fate::Rejected;
                rejected += 1;
                if rejected <= TOLD_MAX {
                    let number = self.raw.row_numbers.get(row).copied();
                    problems.push(problem("problem-row-unmapped", Args::new(), number, None));
                }
            }
        });
        if rejected > TOLD_MAX {
            let args = Args::new().with("count", rejected - TOLD_MAX);
            problems.push(problem("problem-rows-unmapped", args, None, None));
        }
    }
}

/// Whether the values of a column have digits, but for a stray: on rows that hold something else as
/// well, of which the first tell.
fn is_numbered(raw: &RawSheet, from: usize, column: u16) -> bool {
    const LOOKED_AT: usize = 500;
    const PERCENT: usize = 80;
    let (mut cells, mut digits) = (0_usize, 0_usize);
    for row in (from..raw.rows()).take(LOOKED_AT).filter(|&row| filled(raw, row) > 2) {
        let text = raw.text(row, usize::from(column));
        cells += usize::from(!text.trim().is_empty());
        digits += usize::from(text.bytes().any(|b| b.is_ascii_digit()));
    }
    digits > 0 && digits * 100 >= cells * PERCENT
}

fn filled(raw: &RawSheet, row: usize) -> usize {
    raw.columns.iter().filter(|column| !column.is_blank(row)).count()
}

/// A line of asterisks or dashes across the columns: it parts, and holds nothing.
fn is_rule(raw: &RawSheet, row: usize) -> bool {
    let drawn = |text: &str| {
        text.len() > 2 && text.bytes().all(|b| b == text.as_bytes()[0] && b"*-=_".contains(&b))
    };
    let mut texts = raw.columns.iter().map(|c| c.text(row).trim()).filter(|t| !t.is_empty());
    texts.next().is_some_and(drawn) && texts.all(drawn)
}

/// How many cells most of the first rows fill.
fn usual(raw: &RawSheet, from: usize) -> usize {
    const LOOKED_AT: usize = 500;
    let mut counts: Vec<usize> =
        (from..raw.rows()).take(LOOKED_AT).map(|row| filled(raw, row)).filter(|&n| n > 0).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// The fields of which one must stand in a row for it to be a record of its kind.
fn keys(kind: Kind) -> &'static [Field] {
    match kind {
        // A line may be told by its job alone, a rate by its service.
        Kind::Lines => &[Field::InvoiceNo, Field::JobNo],
        Kind::Rates => {
            &[Field::ServiceCode, Field::ContractNo, Field::UnitPrice, Field::FuelPercent]
        }
        Kind::BankLines => &[Field::BookingDate, Field::ValueDate],
        // The amount that a receipt needs names none: its total has one as well.
        Kind::Payments => &[Field::PaymentNo, Field::PaymentDate],
        kind => kind.spec().needs,
    }
}

fn labels((at, column): (u16, &RawColumn)) -> Option<(u16, Vec<Option<Label>>)> {
    let label = |cell: RawCell| (cell.kind == RawKind::Text).then(|| label(cell.text)).flatten();
    let may_name = column.cells.may_hold_words() || column.cells.may_hold('*');
    let labels = may_name.then(|| stretches::collect(column.cells.iter().map(label)))?;
    stretches::find(&labels, |label| label.is_some())?;
    Some((at, labels))
}
