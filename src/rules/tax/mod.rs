//! Tax (catalogue section A5). Arithmetic only: which rate applies is for the tax team.

pub mod rate_unknown;
pub mod tax_amount;
pub mod tax_id_wrong;
