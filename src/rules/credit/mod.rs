//! Credit and re-bill (catalogue section A10).

pub mod credit_differs;
pub mod credit_rounding;
pub mod credited_too_much;
mod credits;
pub mod dispute_not_credited;
pub mod not_approved;
pub mod not_rebilled;
pub mod original_missing;
pub mod rebilled_uncredited;
