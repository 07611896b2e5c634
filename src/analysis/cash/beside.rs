//! What other tables say of a row: the head of a document beside its items, a customer's name beside
//! its number. Found by columns that both tables have, where these tell rows apart; it fills what a
//! row lacks, and never overrules it.

use super::by_values::by_values;
use super::keyed::{cell, key, nearly_all_found};
use super::reference_columns::reference_columns;
use crate::base::{Currency, Date, QuickMap, fold_word};
use crate::matching::Reference;
use crate::model::Row;
use crate::table::{Data, Field, Kind, Table};

/// The tables beside one table.
pub struct Beside<'t>(Vec<Link<'t>>);

struct Link<'t> {
    table: &'t Table,
    /// Columns of the table itself by whose cells the other's rows are found.
    own: Vec<u16>,
    rows: QuickMap<String, Vec<u32>>,
    references: Vec<(u16, String)>,
}

/// A row with those that other tables have of it.
pub struct Wide<'t> {
    pub row: Row<'t>,
    /// The only row of its table for this one.
    alone: Vec<Row<'t>>,
    references: Vec<Reference>,
}

/// Rows for one key beyond which it is a group and no document.
const ROWS_MAX: usize = 20;

impl<'t> Beside<'t> {
    pub fn of(table: &'t Table, others: &[&'t Table]) -> Beside<'t> {
        Beside(others.iter().filter_map(|other| link(table, other)).collect())
    }

    pub fn row(&self, row: Row<'t>) -> Wide<'t> {
        let mut wide = Wide { row, alone: Vec::new(), references: Vec::new() };
        for link in &self.0 {
            let rows = key(row.table, row.row, &link.own).and_then(|key| link.rows.get(&key));
            let rows = rows.map_or(&[][..], Vec::as_slice);
            if let &[one] = rows {
                wide.alone.push(Row { table: link.table, row: one as usize });
            }
            for (at, header) in &link.references {
                for &found in rows {
                    let text = cell(link.table, found as usize, *at).to_owned();
                    if !text.is_empty() {
                        wide.references.push(Reference { name: header.clone().into(), text });
                    }
                }
            }
        }
        wide
    }
}

impl<'t> Wide<'t> {
    pub fn text(&self, field: Field) -> Option<String> {
        let more = self.alone.iter().filter(|row| says(row.table, field));
        let text = self.row.text(field).or_else(|| more.into_iter().find_map(|r| r.text(field)));
        text.map(str::to_owned)
    }

    pub fn date(&self, field: Field) -> Option<Date> {
        let more = self.alone.iter().filter(|row| says(row.table, field));
        self.row.date(field).or_else(|| more.into_iter().find_map(|row| row.date(field)))
    }

    /// The date and the due date of a document. Where the row calls a day the invoice's and the head of
    /// its document an earlier one, the later is when it is due.
    pub fn invoice_and_due(&self) -> (Option<Date>, Option<Date>) {
        let (own, due) = (self.date(Field::InvoiceDate), self.date(Field::DueDate));
        let head = self.alone.iter().find_map(|row| row.date(Field::InvoiceDate));
        match (own, head, due) {
            (Some(own), Some(head), None) if head < own => (Some(head), Some(own)),
            _ => (own, due),
        }
    }

    pub fn currency(&self) -> Currency {
        let own = self.row.currency();
        let more = self.alone.iter().filter(|row| says(row.table, Field::Currency));
        let more = more.map(Row::currency).find(|currency| !currency.is_none());
        if own.is_none() { more.unwrap_or(own) } else { own }
    }

    pub fn references(&self) -> Vec<Reference> {
        self.references.clone()
    }
}

/// Of a customer's own data only its name and its terms are the document's as well.
fn says(table: &Table, field: Field) -> bool {
    table.kind != Kind::Customers || matches!(field, Field::CustomerName | Field::Terms)
}

/// The other table, if one of its rows is found for nearly every row: by all columns that both have,
/// else by one of them.
fn link<'t>(table: &'t Table, other: &'t Table) -> Option<Link<'t>> {
    if table.id == other.id {
        return None;
    }
    let shared = shared(table, other);
    let (own, theirs): (Vec<u16>, Vec<u16>) = shared.iter().copied().unzip();
    let each = shared.iter().map(|&(own, other)| (vec![own], vec![other]));
    let mut ways = vec![(own, theirs)];
    if shared.len() > 1 {
        ways.extend(each);
    }
    let found = ways.iter().find_map(|(own, theirs)| found(table, other, own, theirs));
    // Columns of one name that do not tell rows apart may only be called alike.
    let is_alone = |link: &Link| link.rows.values().all(|rows| rows.len() == 1);
    if found.as_ref().is_some_and(is_alone) {
        return found;
    }
    let (own, theirs) = by_values(table, other).unzip();
    let other_way = own.zip(theirs);
    let other_way = other_way.and_then(|(own, theirs)| self::found(table, other, &own, &theirs));
    other_way.filter(|link| found.is_none() || is_alone(link)).or(found)
}

/// The link by some columns, if nearly every row finds one.
fn found<'t>(table: &'t Table, other: &'t Table, own: &[u16], theirs: &[u16]) -> Option<Link<'t>> {
    let rows = by_key(other, theirs)?;
    let enough = nearly_all_found(table, own, |key| rows.contains_key(key));
    let references = match other.kind {
        Kind::Customers => Vec::new(),
        _ => references(other, theirs),
    };
    enough.then(|| Link { table: other, own: own.to_vec(), rows, references })
}

/// Columns with the same header or the same meaning, amounts and dates aside.
fn shared(table: &Table, other: &Table) -> Vec<(u16, u16)> {
    let of = |table: &Table, at: u16| {
        let header = fold_word(&super::reference_columns::header_of(table, at));
        let column = table.columns.iter().find(|column| column.index == at);
        let measured = column.is_some_and(|c| !matches!(c.data, Data::Text(_)));
        (header, column.map(|column| column.field), measured)
    };
    let columns = |table: &Table| (0..table.raw.columns.len() as u16).collect::<Vec<_>>();
    let theirs: Vec<_> = columns(other).into_iter().map(|at| (at, of(other, at))).collect();
    let mut shared = Vec::new();
    for own in columns(table) {
        let (header, field, measured) = of(table, own);
        if measured || field == Some(Field::Currency) {
            continue;
        }
        let same = theirs.iter().find(|(_, (other, meant, measured))| {
            !measured
                && ((!header.is_empty() && *other == header)
                    || (field.is_some() && *meant == field))
        });
        shared.extend(same.map(|(at, _)| (own, *at)));
    }
    shared
}

fn by_key(table: &Table, columns: &[u16]) -> Option<QuickMap<String, Vec<u32>>> {
    let mut rows: QuickMap<String, Vec<u32>> = QuickMap::default();
    if columns.is_empty() {
        return None;
    }
    for row in 0..table.len() {
        if let Some(key) = key(table, row, columns) {
            let of_key = rows.entry(key).or_default();
            of_key.push(row as u32);
            if of_key.len() > ROWS_MAX {
                return None;
            }
        }
    }
    Some(rows)
}

/// Identifiers of the other table, those left out by which its rows are found.
fn references(table: &Table, keys: &[u16]) -> Vec<(u16, String)> {
    let fields = super::sides::REFERENCES.iter();
    let read = fields
        .filter_map(|&field| table.column(field))
        .map(|column| (column.index, column.field.key().to_owned()));
    let all = read.chain(reference_columns(table));
    all.filter(|(at, _)| !keys.contains(at)).collect()
}
