//! The document tree: sections of notes and tables, with typed cells. No format knows another.

use crate::base::{Date, Decimal, Money};

/// A report: its sections become sheets of a workbook, CSV files, or pages.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    pub title: String,
    pub subtitle: String,
    /// Who prepared it and who checked it; stands at the head, beside the title.
    pub sign_off: Table,
    pub sections: Vec<Section>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Section {
    /// Machine name: the CSV's file name (`findings`).
    pub key: &'static str,
    /// The sheet's name, in the report's language.
    pub title: String,
    pub notes: Vec<Note>,
    pub tables: Vec<Table>,
}

/// A sentence above the tables. The tone decides its mark.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    pub tone: Tone,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    #[default]
    Plain,
    Tied,
    Partly,
    Review,
    Break,
    NotRun,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Rows under a footing rule.
    pub totals: Vec<Vec<Cell>>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    pub title: String,
    pub align: Align,
    /// Width in characters.
    pub width: u16,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    Start,
    End,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub enum Cell {
    #[default]
    Blank,
    /// Written as text in every format, whatever it starts with.
    Text(String),
    /// A real number with the currency's decimals; the code stands in its own column.
    Money(Money),
    Number(Decimal),
    Percent(Decimal),
    Count(i64),
    /// A real date.
    Date(Date),
    Status(Tone, String),
}
