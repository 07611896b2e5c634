//! Promise 2, checked: every physical row has one fate, and sums in equal sums out per currency.
//!
//! The sums in are taken from the raw text of the sheet by a second way of reading numbers, so
//! that a fault in the typed columns would shout here.

use std::cmp::Ordering;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::base::{Currency, Decimal, Money, Sums, TableId};
use crate::table::{Cell, Column, Data, Fate, Fates, Field, Kind, RawKind, Table, ValueKind};

/// One amount column of one table: what the sheet holds, and where it went.
#[derive(Clone, PartialEq, Debug)]
pub struct ColumnProof {
    pub field: Field,
    /// Σ of every number in the column below the header, from the raw text.
    pub sheet: Sums,
    pub used: Sums,
    pub subtotal: Sums,
    /// Left out by the user, and footers.
    pub excluded: Sums,
    pub rejected: Sums,
    /// Cells with something that is no number.
    pub unread_cells: u32,
}

#[derive(Clone, PartialEq, Debug)]
pub struct TableProof {
    pub table: TableId,
    pub rows: u32,
    pub fates: Fates,
    pub columns: Vec<ColumnProof>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Conservation {
    pub tables: Vec<TableProof>,
}

/// Proves every table.
pub fn prove(tables: &[Arc<Table>]) -> Conservation {
    Conservation { tables: tables.iter().map(|table| prove_table(table)).collect() }
}

impl ColumnProof {
    pub fn holds(&self) -> bool {
        let mut out = Sums::new();
        for part in [&self.used, &self.subtotal, &self.excluded, &self.rejected] {
            out.add_all(part);
        }
        self.sheet.iter().all(|sum| out.get(sum.currency) == sum)
            && out.iter().all(|sum| self.sheet.get(sum.currency) == sum)
    }
}

impl TableProof {
    pub fn holds(&self) -> bool {
        self.fates.total() == self.rows && self.columns.iter().all(ColumnProof::holds)
    }
}

impl Conservation {
    pub fn holds(&self) -> bool {
        self.tables.iter().all(TableProof::holds)
    }
}

fn prove_table(table: &Table) -> TableProof {
    // Debit and credit are proved each by itself; the amount that is made of them is no column.
    let netted = |column: &&Column| {
        column.field == Field::Amount
            && (table.has(Field::Debit) || table.has(Field::Credit))
            && table.columns.iter().any(|c| c.index == column.index && c.field != Field::Amount)
    };
    let amounts = table.columns.iter().filter(|c| c.field.value() == ValueKind::Amount);
    let amounts = amounts.filter(|column| !netted(column));
    TableProof {
        table: table.id,
        rows: table.raw.rows_of_file() as u32,
        fates: table.counts(),
        columns: amounts.map(|column| prove_column(table, column.field, column.index)).collect(),
    }
}

fn prove_column(table: &Table, field: Field, index: u16) -> ColumnProof {
    let mut proof = ColumnProof {
        field,
        sheet: Sums::new(),
        used: (0..table.len()).filter_map(|row| table.money(field, row)).collect(),
        subtotal: Sums::new(),
        excluded: Sums::new(),
        rejected: Sums::new(),
        unread_cells: 0,
    };
    let comma = writes_comma(table, field, index);
    // Once for each distinct cell: lists repeat their amounts.
    let column = table.raw.columns.get(usize::from(index));
    let cells = column.into_iter().flat_map(|c| c.cells.iter());
    let amounts: Vec<Option<Decimal>> =
        cells.map(|cell| amount(cell.text, cell.kind, comma)).collect();
    let times = multiplied(table, field, index, &amounts);
    let mut used_row = 0;
    for (physical, fate) in table.fates.iter().enumerate() {
        let mut currency = row_currency(table, physical);
        let mut refused = false;
        if *fate == Fate::Used {
            currency = table.currency(used_row);
            refused = table.number_cell(field, used_row) == Cell::Failed
                || table.told(field, used_row).is_some();
            used_row += 1;
        }
        // Titles and headers stand outside the list, whatever figures are in them.
        if matches!(fate, Fate::Title | Fate::Header | Fate::Blank) {
            continue;
        }
        let code = column.and_then(|c| c.codes.get(physical));
        let Some(at) = code.and_then(|code| (*code as usize).checked_sub(1)) else { continue };
        // A cell that the typed column refuses, or reads as a reference or a reason, is told as
        // such; here it is counted.
        let read = amounts.get(at).copied().flatten().filter(|_| !refused);
        let read = match *fate {
            Fate::Used => read.map(|amount| turned(table, field, used_row - 1, amount)),
            _ => read,
        };
        let scaled = read.and_then(|amount| amount.checked_mul(times));
        let Some(money) = scaled.and_then(|amount| Money::round(amount, currency)) else {
            proof.unread_cells +=
                u32::from(refused || !is_void(column.map_or("", |c| c.text(physical))));
            continue;
        };
        proof.sheet.add(money);
        match fate {
            Fate::Used | Fate::Title | Fate::Header | Fate::Blank => {}
            Fate::Subtotal => proof.subtotal.add(money),
            Fate::Rejected => proof.rejected.add(money),
            Fate::Excluded | Fate::Footer => proof.excluded.add(money),
        }
    }
    proof
}

/// An amount that a mark of debit or credit beside it, or the balance of the account, made negative.
/// What mark means what is not looked at again: that the digits are the same is.
fn turned(table: &Table, field: Field, row: usize, amount: Decimal) -> Decimal {
    let by_balance = table.kind == Kind::BankLines && table.has(Field::Balance);
    let marked = table.text(Field::Side, row).is_some() || by_balance;
    let negative = || table.number(field, row).is_some_and(|n| n.is_sign_negative());
    if marked && amount.is_sign_positive() && negative() { -amount } else { amount }
}

/// By which power of ten the user said the column is to be read: the one by which its first amount
/// came out. The sums show whether all others did too.
fn multiplied(table: &Table, field: Field, index: u16, amounts: &[Option<Decimal>]) -> Decimal {
    const POWERS: [u64; 5] = [1, 1_000, 10_000, 1_000_000, 100_000_000];
    let Some(column) = table.raw.columns.get(usize::from(index)) else { return Decimal::ONE };
    let first = table.rows.iter().enumerate().find_map(|(used, &row)| {
        let at = (*column.codes.get(row as usize)? as usize).checked_sub(1)?;
        let written = amounts.get(at).copied().flatten().filter(|amount| !amount.is_zero())?;
        Some((written, table.number(field, used)?))
    });
    let Some((written, read)) = first else { return Decimal::ONE };
    let fits = |power: &Decimal| {
        written.checked_mul(*power).is_some_and(|scaled| scaled.abs() == read.abs())
    };
    POWERS.into_iter().map(Decimal::from).find(fits).unwrap_or(Decimal::ONE)
}

/// The currency cell of a row that is not used, else the table's.
fn row_currency(table: &Table, physical: usize) -> Currency {
    let column = table.column(Field::Currency).filter(|c| matches!(c.data, Data::Text(_)));
    let text = column.map_or("", |c| table.raw.text(physical, usize::from(c.index)));
    Currency::parse(text).unwrap_or(table.currency)
}

/// Whether a lone comma before three digits is the column's decimal mark: as the clear cells have
/// it, and where there are none or as many of each, as the typed column says. A wrong answer there
/// shows as a difference of a thousand times.
fn writes_comma(table: &Table, field: Field, index: u16) -> bool {
    let Some(column) = table.raw.columns.get(usize::from(index)) else { return false };
    let texts = || column.cells.iter().filter(|cell| cell.kind == RawKind::Text);
    let clear = |mark: char| texts().filter(|c| clear_mark(&marked(c.text)) == Some(mark)).count();
    match clear(',').cmp(&clear('.')) {
        Ordering::Greater => true,
        Ordering::Less => false,
        Ordering::Equal => (0..table.len()).any(|row| {
            let text = table.raw.text(table.rows[row] as usize, usize::from(index));
            let read = |comma| amount(text, RawKind::Text, comma);
            read(true) != read(false) && read(true) == table.number(field, row)
        }),
    }
}

/// The digits of a text with its points and commas.
fn marked(text: &str) -> String {
    let kept = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
    // Most cells are plain, and these stay as they are.
    let marked: String = match text.is_ascii() {
        true => text.chars().filter(kept).collect(),
        false => text.nfkc().filter(kept).collect(),
    };
    // A full stop behind the cents is none of the number's marks.
    match marked.strip_suffix('.') {
        Some(rest) if rest.contains(['.', ',']) => rest.to_owned(),
        _ => marked,
    }
}

/// The decimal mark that the cell shows by itself: of two sorts the later, of one sort a single
/// one that does not stand before exactly three digits, or stands behind a group that no number
/// begins with ("05.051").
fn clear_mark(marked: &str) -> Option<char> {
    let last = marked.chars().rfind(|c| !c.is_ascii_digit())?;
    let other = if last == ',' { '.' } else { ',' };
    let (whole, fraction) = marked.rsplit_once(last)?;
    if whole.contains(last) {
        return None;
    }
    let lone_group =
        fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    (whole.contains(other) || !lone_group).then_some(last)
}

fn is_void(text: &str) -> bool {
    let text = text.trim();
    text.chars().all(|c| !c.is_alphanumeric())
        || ["n/a", "na", "n.a.", "nil", "null", "none", "없음", "해당없음", "无", "無", "tbd"]
            .contains(&text.to_lowercase().as_str())
}

/// Reads an amount by keeping its digits, dropping whatever groups them, and looking for any mark
/// of a negative. Deliberately cruder than the typed columns: it shares nothing with them.
fn amount(text: &str, kind: RawKind, comma: bool) -> Option<Decimal> {
    match kind {
        RawKind::Number => {
            let value: Decimal =
                text.parse().ok().or_else(|| Decimal::from_scientific(text).ok())?;
            // Fifteen significant digits are what a spreadsheet keeps.
            let rounded = value.round_sf_with_strategy(15, HALF_AWAY);
            return if value.scale() == 0 { Some(value) } else { rounded };
        }
        RawKind::Text => {}
        RawKind::Id => return marked(text).replace(['.', ','], "").parse().ok(),
        RawKind::Date | RawKind::Bool | RawKind::Error | RawKind::NoValue => return None,
    }
    let folded: String;
    let text = if text.is_ascii() {
        text
    } else {
        folded = text.nfkc().collect();
        &folded
    };
    let text = text.trim();
    let marked = marked(text);
    let column_mark = if comma { ',' } else { '.' };
    let groups = marked.chars().filter(|c| !c.is_ascii_digit()).count() > 1;
    let mark = match clear_mark(&marked) {
        Some(mark) => Some(mark),
        // Several of one sort group thousands; a lone one is the column's affair.
        None if groups => None,
        None => Some(column_mark),
    };
    let digits: String = marked
        .chars()
        .filter_map(|c| if Some(c) == mark { Some('.') } else { c.is_ascii_digit().then_some(c) })
        .collect();
    let letters: String =
        text.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_uppercase()).collect();
    let mut negative = text.contains(|c| {
        matches!(c, '-' | '(' | '<' | '△' | '▲' | '▼' | '▽')
            || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
    });
    if letters == "E" && text.contains(['e', 'E']) {
        return Decimal::from_scientific(&text.replace(',', ".")).ok();
    }
    negative |= ["CR", "H", "C"].contains(&letters.as_str());
    let value: Decimal = digits.trim_end_matches('.').parse().ok()?;
    Some(if negative { -value } else { value })
}

const HALF_AWAY: rust_decimal::RoundingStrategy =
    rust_decimal::RoundingStrategy::MidpointAwayFromZero;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::FileId;
    use crate::ingest::{Reading, build, text_to_raw};
    use crate::table::Kind;

    fn proof(text: &str, fates: &[(u32, Fate)]) -> TableProof {
        let file = text_to_raw("test", text).expect("text reads");
        let raw = Arc::new(file.sheets[0].clone());
        let reading = Reading {
            kind: Kind::Invoices,
            header_row: Some(0),
            header_height: 1,
            columns: BTreeMap::from([(Field::InvoiceNo, 0), (Field::Gross, 1)]),
            numbers: BTreeMap::new(),
            dates: BTreeMap::new(),
            currency: Currency::parse("EUR").expect("a code"),
            fates: fates.iter().copied().collect(),
            filled: Default::default(),
            scales: Default::default(),
            parts: Default::default(),
        };
        let (table, _) = build(TableId(0), FileId(0), &"test".into(), &raw, &reading);
        prove_table(&table)
    }

    #[test]
    fn every_amount_goes_somewhere() {
        let text = "no;gross\n1;1.234,50\n2;(34,50)\n3;10,00-\nTotal;1.190,00\n4;soon\n5;7,00\n";
        let proof = proof(text, &[(6, Fate::Excluded)]);
        assert!(proof.holds());
        let column = &proof.columns[0];
        let euro = |sums: &Sums| sums.get(Currency::parse("EUR").expect("a code")).minor;
        assert_eq!(
            [&column.sheet, &column.used, &column.subtotal, &column.excluded].map(euro),
            [238_700, 119_000, 119_000, 700]
        );
        assert_eq!(column.unread_cells, 1);
    }

    /// Found by damaging files: both ways must read alike what only a slip writes.
    #[test]
    fn slips_are_read_alike_on_both_ways() {
        for slip in ["05.051", "08.051", "1.560,e00", "1.5e3", "0,5e2"] {
            let text = format!("no;gross\n1;{slip}\n2;1.060,00\n3;265,00\n4;12,50\n");
            let proof = proof(&text, &[]);
            assert!(proof.holds(), "{slip}: {proof:?}");
        }
    }

    /// The digits of a reference are no amount, however crudely one reads.
    #[test]
    fn references_and_reasons_are_counted_and_not_summed() {
        let text = "no;gross\nJ-1;10,00\nJ-2;See J-1\nJ-3;Invoiced separately\n";
        let proof = proof(text, &[]);
        assert!(proof.holds());
        assert_eq!(proof.columns[0].unread_cells, 2);
    }

    #[test]
    fn a_lost_row_would_shout() {
        let mut proof = proof("no;gross\n1;10,00\n2;20,00\n", &[]);
        assert!(proof.holds());
        proof.columns[0].used = Sums::new();
        assert!(!proof.holds());
    }
}
