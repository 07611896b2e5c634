//! Arithmetic (catalogue section A3).

pub mod amount_due;
pub mod amount_in_words;
pub mod digits;
pub mod gross_amount;
pub mod line_amount;
pub mod lines_total;
pub mod percent_base;
mod percent_habit;
pub mod rounding_step;
pub mod sign;
pub mod tax_total;
pub mod unit_mismatch;
