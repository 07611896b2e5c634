//! Credit and re-bill (catalogue section A10).

pub mod credit_differs;
pub mod credited_too_much;
pub mod original_missing;
