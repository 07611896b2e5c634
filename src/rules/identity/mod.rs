//! Identity and duplicates (catalogue section A1).

pub mod number_missing;
