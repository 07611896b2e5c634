//! Identity and duplicates (catalogue section A1).

pub mod charge_twice;
pub mod check_digit;
mod equal_gross;
pub mod invoice_twice;
pub mod line_twice;
pub mod number_alike;
pub mod number_missing;
pub mod number_shared;
pub mod number_twice;
pub mod sent_before;
