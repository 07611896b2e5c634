//! Number sequence (catalogue section A12).

pub mod number_gap;
pub mod year_differs;
