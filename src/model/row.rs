//! One row of one table, by reference.

use super::is_credit_word;
use crate::base::{Currency, Date, Decimal, Money, Source, fold_id};
use crate::table::{Cell, Data, Field, RawCell, Table};

#[derive(Clone, Copy)]
pub struct Row<'b> {
    pub table: &'b Table,
    /// Index into the table's used rows.
    pub row: usize,
}

impl<'b> Row<'b> {
    pub fn has(&self, field: Field) -> bool {
        self.table.has(field)
    }

    pub fn text(&self, field: Field) -> Option<&'b str> {
        self.table.text(field, self.row)
    }

    pub fn number(&self, field: Field) -> Option<Decimal> {
        self.table.number(field, self.row)
    }

    pub fn number_cell(&self, field: Field) -> Cell<Decimal> {
        self.table.number_cell(field, self.row)
    }

    /// Whether the cell holds something that its column cannot read.
    pub fn is_failed(&self, field: Field) -> bool {
        // Nearly every table; and asked of every amount.
        if self.table.failures.is_empty() {
            return false;
        }
        match self.table.column(field).map(|column| &column.data) {
            Some(Data::Number(numbers)) => numbers.is_failed(self.row),
            Some(Data::Date(_)) => self.date_cell(field) == Cell::Failed,
            Some(Data::Text(_)) | None => false,
        }
    }

    pub fn date(&self, field: Field) -> Option<Date> {
        self.table.date(field, self.row)
    }

    pub fn date_cell(&self, field: Field) -> Cell<Date> {
        self.table.date_cell(field, self.row)
    }

    pub fn money(&self, field: Field) -> Option<Money> {
        self.table.money(field, self.row)
    }

    pub fn currency(&self) -> Currency {
        self.table.currency(self.row)
    }

    pub fn raw(&self, field: Field) -> Option<RawCell<'b>> {
        self.table.raw(field, self.row)
    }

    /// Yes, no, or blank/unreadable. Accepts the words of six languages.
    pub fn flag(&self, field: Field) -> Option<bool> {
        Row::says(self.text(field)?)
    }

    /// What a cell says that is to hold yes or no.
    pub fn says(text: &str) -> Option<bool> {
        if text.eq_ignore_ascii_case("yes") || text.eq_ignore_ascii_case("no") {
            return Some(text.len() == 3);
        }
        let word = crate::base::fold_word(text);
        match word.as_str() {
            "y" | "yes" | "true" | "1" | "x" | "required" | "예" | "필수" | "是" | "需要"
            | "ja" | "j" | "oui" | "si" | "o" => Some(true),
            "n" | "no" | "false" | "0" | "not required" | "아니오" | "否" | "不需要" | "nein"
            | "non" => Some(false),
            _ => None,
        }
    }

    /// Legal entities number on their own, and many ledgers number credit notes apart from invoices: one
    /// number in two series names two documents.
    pub fn series(&self) -> (String, bool) {
        let entity = self.text(Field::Entity).map(fold_id).unwrap_or_default();
        (entity, self.text(Field::DocType).is_some_and(is_credit_word))
    }

    pub fn source(&self, field: Field) -> Source {
        self.table.source(self.row, Some(field))
    }

    /// The cell that names the customer, else the one that numbers it; without either the whole row.
    pub fn customer_source(&self) -> Source {
        let mut named = [Field::CustomerName, Field::CustomerNo].into_iter();
        named.find(|&field| self.has(field)).map_or_else(|| self.row_source(), |f| self.source(f))
    }

    pub fn row_source(&self) -> Source {
        self.table.source(self.row, None)
    }
}
