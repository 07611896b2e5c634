//! How a sheet is read, and the reasons for it: plain data that a person can correct.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::parts::Part;
use crate::base::Currency;
use crate::table::{Fate, Field, Kind};
use crate::words::{self, Arg, Args, Lang};

/// The decimal mark of a column's numbers, decided per column by evidence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberStyle {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

/// The order of the parts of a column's dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// How one sheet is read. Everything in it can be corrected by the user.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Reading {
    pub kind: Kind,
    /// Physical index of the first header row; `None` for a sheet without a header.
    pub header_row: Option<u32>,
    /// Header rows from there: 1, or more for headers in two or three rows.
    pub header_height: u32,
    /// Field → 0-based column.
    pub columns: BTreeMap<Field, u16>,
    pub numbers: BTreeMap<u16, NumberStyle>,
    pub dates: BTreeMap<u16, DateOrder>,
    /// Currency of amounts without a currency cell.
    pub currency: Currency,
    /// Rows whose fate the user set, by physical index.
    pub fates: BTreeMap<u32, Fate>,
    /// Columns whose value stands only on the first row of its group, or on a line above it.
    pub filled: BTreeSet<u16>,
    /// Columns written in thousands (3), ten thousands (4), millions (6): what the user answered.
    pub scales: BTreeMap<u16, u8>,
    /// Fields that are a part of the text in their column.
    #[serde(default)]
    pub parts: BTreeMap<Field, Part>,
}

/// Why a column was taken for a field. Each is a word key with the same name (`why-header` …).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The header is a known word for the field.
    Header,
    /// The header contains the field's words.
    HeaderWords,
    /// A database-style qualified name: the table's own key column.
    HeaderKey,
    /// All cells read as the field's kind of value.
    Values,
    Unique,
    /// Values are found in the key column of another file.
    Overlap,
    /// net + tax = gross, qty × price = net and the like.
    Arithmetic,
    /// The other side of the matching has its figures.
    OtherSide,
    /// The same layout was confirmed before.
    Remembered,
    /// The user chose it.
    Chosen,
    /// The format itself says so.
    Format,
}

impl Why {
    /// Its key in the word catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Why::Header => "why-header",
            Why::HeaderWords => "why-header-words",
            Why::HeaderKey => "why-header-key",
            Why::Values => "why-values",
            Why::Unique => "why-unique",
            Why::Overlap => "why-overlap",
            Why::Arithmetic => "why-arithmetic",
            Why::OtherSide => "why-other-side",
            Why::Remembered => "why-remembered",
            Why::Chosen => "why-chosen",
            Why::Format => "why-format",
        }
    }
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Candidate {
    pub column: u16,
    pub why: Vec<Why>,
}

/// What was found for one field of the proposed kind.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FieldGuess {
    pub field: Field,
    /// Best first. Empty: no column fits.
    pub candidates: Vec<Candidate>,
    /// Two or more candidates without a deciding reason: the user is asked, nothing is chosen.
    pub ask: bool,
}

/// A question that must be answered before the sheet counts as settled.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Kind,
    Field(Field),
    NumberStyle(u16),
    DateOrder(u16),
    /// A header or title says that amounts are in thousands or the like.
    Scale(u16),
}

/// How a sheet would be read, and why. The default stands for "not proposed yet".
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Proposal {
    pub reading: Reading,
    /// Joined header text per column; empty where a column has none.
    pub headers: Vec<String>,
    pub fields: Vec<FieldGuess>,
    pub asks: Vec<Ask>,
    /// Kind and folded headers in order: the key under which a reading is remembered.
    pub layout: String,
    pub remembered: bool,
}

/// A confirmed reading, remembered for the next file of the same layout. Holds no client data
/// beyond header texts.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Remembered {
    pub layout: String,
    pub kind: Kind,
    /// Field → header text, so that a moved column is still found.
    pub columns: BTreeMap<Field, String>,
    pub numbers: BTreeMap<String, NumberStyle>,
    pub dates: BTreeMap<String, DateOrder>,
    pub currency: Currency,
    #[serde(default)]
    pub scales: BTreeMap<String, u8>,
    #[serde(default)]
    pub parts: BTreeMap<Field, Part>,
}

impl Ask {
    /// The question for people: `ask-field` with `$field`, the others with the `$column` they are
    /// about.
    pub fn text(&self, lang: Lang, proposal: &Proposal) -> String {
        let column = |at: u16| {
            let header = proposal.headers.get(usize::from(at)).map_or("", String::as_str);
            Args::new().with("column", header)
        };
        match self {
            Ask::Kind => words::text(lang, "ask-kind"),
            Ask::Field(field) => {
                words::say(lang, "ask-field", &Args::new().with("field", Arg::term(field.word())))
            }
            Ask::NumberStyle(at) => words::say(lang, "ask-number-style", &column(*at)),
            Ask::Scale(at) => words::say(lang, "ask-scale", &column(*at)),
            Ask::DateOrder(at) => words::say(lang, "ask-date-order", &column(*at)),
        }
    }
}
