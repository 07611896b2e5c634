//! Tax (catalogue section A5). Arithmetic only: which rate applies is for the tax team.

pub mod buyer_id_missing;
pub mod correction_unexplained;
pub mod fapiao;
pub mod issued_late;
pub mod pass_through_taxed;
pub mod place_of_supply;
pub mod rate_unknown;
mod rates;
pub mod reason_missing;
pub(super) mod seller;
pub mod tax_amount;
pub mod tax_id_wrong;
mod treatment;
mod usual_rate;
