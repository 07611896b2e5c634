//! Currencies (catalogue section A6).

pub mod mixed;
pub mod not_agreed;
