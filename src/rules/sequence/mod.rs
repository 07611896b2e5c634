//! Number sequence (catalogue section A12).

pub mod number_gap;
