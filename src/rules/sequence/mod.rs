//! Number sequence (catalogue section A12).

pub mod date_order;
pub mod number_gap;
pub mod void_without_record;
pub mod year_differs;
