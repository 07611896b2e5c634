//! Currencies (catalogue section A6).

pub mod local_amount;
pub mod mixed;
pub mod not_agreed;
pub mod rate_differs;
pub mod rate_slipped;
mod stated;
