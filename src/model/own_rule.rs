//! A rule of the house's own, made on screen without code: columns, conditions, a message.
//!
//! Not here: running it (rules). Invariant: a rule that [`OwnRule::fault`] finds nothing wrong with
//! can be judged on every row of its kind of table.

use serde::{Deserialize, Serialize};

use super::Row;
use crate::base::{Date, Decimal, Severity, fold_word};
use crate::table::{Cell, Field, Kind, ValueKind};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OwnRule {
    /// `OWN-01` …; a code of a removed rule is not used again.
    pub code: String,
    pub kind: Kind,
    /// A row is a finding when all of them hold; the first names the cell.
    pub tests: Vec<Test>,
    pub message: String,
    pub severity: Severity,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Test {
    pub field: Field,
    pub condition: Condition,
    pub against: Against,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    #[default]
    Blank,
    Filled,
    Is,
    IsNot,
    Contains,
    Lacks,
    Above,
    Below,
}

/// What it is compared with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    #[default]
    Nothing,
    /// As a person writes it: a figure with a point, a date as year, month, day, 19 for 19 %.
    Value(String),
    /// Another column of the same row.
    Field(Field),
}

/// Why a rule cannot be kept; word keys `own-fault-…`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnFault {
    NoMessage,
    NothingToCompare,
    NotAFigure,
    NotADate,
    /// Two columns that are not read alike.
    NotComparable,
}

impl Condition {
    const ALL: [Condition; 8] = [
        Condition::Blank,
        Condition::Filled,
        Condition::Is,
        Condition::IsNot,
        Condition::Contains,
        Condition::Lacks,
        Condition::Above,
        Condition::Below,
    ];

    /// Conditions that can be asked of the column.
    pub fn of(field: Field) -> impl Iterator<Item = Condition> {
        Condition::ALL.into_iter().filter(move |condition| condition.fits(field))
    }

    fn fits(self, field: Field) -> bool {
        match self {
            Condition::Contains | Condition::Lacks => like(field) == ValueKind::Text,
            Condition::Above | Condition::Below => like(field) != ValueKind::Text,
            _ => true,
        }
    }

    /// Word key; a date comes before or after another.
    pub fn word(self, field: Field) -> &'static str {
        match self {
            Condition::Above if like(field) == ValueKind::Date => "own-after",
            Condition::Below if like(field) == ValueKind::Date => "own-before",
            Condition::Blank => "own-blank",
            Condition::Filled => "own-filled",
            Condition::Is => "own-is",
            Condition::IsNot => "own-is-not",
            Condition::Contains => "own-contains",
            Condition::Lacks => "own-lacks",
            Condition::Above => "own-above",
            Condition::Below => "own-below",
        }
    }

    pub fn compares(self) -> bool {
        !matches!(self, Condition::Blank | Condition::Filled)
    }
}

impl OwnFault {
    pub fn word(self) -> &'static str {
        match self {
            OwnFault::NoMessage => "own-fault-no-message",
            OwnFault::NothingToCompare => "own-fault-nothing",
            OwnFault::NotAFigure => "own-fault-figure",
            OwnFault::NotADate => "own-fault-date",
            OwnFault::NotComparable => "own-fault-fields",
        }
    }
}

/// How two values stand to each other.
enum Value {
    Text(String),
    Number(Decimal),
    Date(Date),
}

impl OwnRule {
    /// More than these are two rules.
    pub const TESTS_MAX: usize = 4;

    pub fn fault(&self) -> Option<OwnFault> {
        if self.message.trim().is_empty() {
            return Some(OwnFault::NoMessage);
        }
        if self.tests.is_empty() || self.tests.len() > Self::TESTS_MAX {
            return Some(OwnFault::NothingToCompare);
        }
        self.tests.iter().find_map(Test::fault)
    }

    /// Whether the row is a finding.
    pub fn speaks(&self, row: Row) -> bool {
        self.tests.iter().all(|test| test.holds(row))
    }

    /// Every column that it looks at.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        let other = |test: &Test| match test.against {
            Against::Field(other) => Some(other),
            _ => None,
        };
        self.tests.iter().flat_map(move |test| [Some(test.field), other(test)]).flatten()
    }
}

impl Test {
    fn fault(&self) -> Option<OwnFault> {
        if !self.condition.fits(self.field) {
            return Some(OwnFault::NotComparable);
        }
        if !self.condition.compares() {
            return None;
        }
        match &self.against {
            Against::Nothing => Some(OwnFault::NothingToCompare),
            Against::Value(text) if text.trim().is_empty() => Some(OwnFault::NothingToCompare),
            Against::Value(_) if self.is_about_text() => None,
            Against::Value(text) => match (self.read(text), like(self.field)) {
                (Some(_), _) => None,
                (None, ValueKind::Date) => Some(OwnFault::NotADate),
                (None, _) => Some(OwnFault::NotAFigure),
            },
            Against::Field(other) => {
                (!self.can_stand_against(*other)).then_some(OwnFault::NotComparable)
            }
        }
    }

    /// Whether the two columns are read alike.
    pub fn can_stand_against(&self, other: Field) -> bool {
        other != self.field && like(other) == like(self.field)
    }

    fn is_about_text(&self) -> bool {
        matches!(self.condition, Condition::Contains | Condition::Lacks)
    }

    /// A cell that nobody could read is the finding of another rule.
    fn holds(&self, row: Row) -> bool {
        let own = value(row, self.field);
        match self.condition {
            Condition::Blank => own.is_none() && !failed(row, self.field),
            Condition::Filled => own.is_some(),
            _ => match (own, self.other(row)) {
                (Some(own), Some(other)) => self.compare(&own, &other),
                _ => false,
            },
        }
    }

    fn other(&self, row: Row) -> Option<Value> {
        match &self.against {
            Against::Nothing => None,
            Against::Field(field) => value(row, *field),
            Against::Value(text) => self.read(text),
        }
    }

    fn read(&self, text: &str) -> Option<Value> {
        let text = text.trim();
        if self.is_about_text() {
            return Some(Value::Text(text.to_owned()));
        }
        match like(self.field) {
            ValueKind::Date => text.parse().ok().map(Value::Date),
            ValueKind::Text => Some(Value::Text(text.to_owned())),
            _ => {
                let figure = text.trim_end_matches('%').trim_end().parse::<Decimal>().ok()?;
                // Percents are kept as shares.
                let is_share = self.field.value() == ValueKind::Percent;
                let scale = if is_share { Decimal::ONE_HUNDRED } else { Decimal::ONE };
                figure.checked_div(scale).map(Value::Number)
            }
        }
    }

    fn compare(&self, own: &Value, other: &Value) -> bool {
        let order = match (own, other) {
            (Value::Number(a), Value::Number(b)) => a.cmp(b),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            _ => fold_word(&own.text()).cmp(&fold_word(&other.text())),
        };
        let holds = || fold_word(&own.text()).contains(&fold_word(&other.text()));
        match self.condition {
            Condition::Is => order.is_eq(),
            Condition::IsNot => order.is_ne(),
            Condition::Above => order.is_gt(),
            Condition::Below => order.is_lt(),
            Condition::Contains => holds(),
            Condition::Lacks => !holds(),
            Condition::Blank | Condition::Filled => false,
        }
    }
}

impl Value {
    fn text(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.normalize().to_string(),
            Value::Date(date) => date.to_string(),
        }
    }
}

/// Ids and texts are read alike, and so are all figures.
fn like(field: Field) -> ValueKind {
    match field.value() {
        ValueKind::Date => ValueKind::Date,
        ValueKind::Amount | ValueKind::Number | ValueKind::Percent => ValueKind::Number,
        ValueKind::Id | ValueKind::Text | ValueKind::Currency | ValueKind::Flag => ValueKind::Text,
    }
}

fn value(row: Row, field: Field) -> Option<Value> {
    match like(field) {
        ValueKind::Date => row.date(field).map(Value::Date),
        ValueKind::Text => row.text(field).map(|text| Value::Text(text.to_owned())),
        _ => row.number(field).map(Value::Number),
    }
}

fn failed(row: Row, field: Field) -> bool {
    matches!(row.number_cell(field), Cell::Failed) || matches!(row.date_cell(field), Cell::Failed)
}
