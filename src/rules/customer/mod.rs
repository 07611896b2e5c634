//! Customers and what they require (catalogue section A8).

pub mod account_closed;
pub mod account_on_hold;
mod account_state;
pub mod not_listed;
pub mod sources_contradict;
