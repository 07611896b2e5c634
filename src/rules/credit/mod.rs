//! Credit and re-bill (catalogue section A10).

pub mod original_missing;
