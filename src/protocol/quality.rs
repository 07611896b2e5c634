//! The data-quality counts and the advice of `inspect --json`. Fields are added, never renamed.

use serde::Serialize;

use super::terminal::{Amount, amounts_of};
use crate::analysis::advice::advice;
use crate::analysis::quality::{FieldQuality, Weighed};
use crate::ingest::IntakeFile;
use crate::words::Lang;

/// Rows, and the money on them per currency.
#[derive(Serialize)]
pub struct WeighedRows {
    pub rows: u32,
    pub money: Vec<Amount>,
}

/// The counts of one field; see [`crate::analysis::quality`] for what each counts.
#[derive(Serialize)]
pub struct Quality {
    pub field: &'static str,
    pub population: WeighedRows,
    pub complete: WeighedRows,
    pub invalid: WeighedRows,
    /// `null` where repeating is no defect.
    pub repeated: Option<WeighedRows>,
    /// `null` where there is no column to compare with.
    pub inconsistent: Option<WeighedRows>,
}

#[derive(Serialize)]
pub struct AdviceRow {
    /// Times that the defect was met; 0 where it only makes a question.
    pub rows: u32,
    pub defect: String,
    /// The sentence to send to whoever makes the file.
    pub ask: String,
}

pub(super) fn quality_row(found: &FieldQuality) -> Quality {
    let weighed = |w: &Weighed| WeighedRows { rows: w.rows, money: amounts_of(&w.money) };
    Quality {
        field: found.field.key(),
        population: weighed(&found.population),
        complete: weighed(&found.complete),
        invalid: weighed(&found.invalid),
        repeated: found.repeated.as_ref().map(weighed),
        inconsistent: found.inconsistent.as_ref().map(weighed),
    }
}

pub(super) fn advice_rows(file: &IntakeFile, lang: Lang) -> Vec<AdviceRow> {
    let rows = advice(file).into_iter();
    rows.map(|a| AdviceRow { rows: a.rows, defect: a.defect(lang), ask: a.letter(lang) }).collect()
}
