//! Customers and what they require (catalogue section A8).

pub mod account_closed;
pub mod account_on_hold;
mod account_state;
pub mod charge_excluded;
pub mod cut_off_missed;
pub mod format_differs;
pub mod no_channel;
pub mod not_listed;
pub mod order_exceeded;
pub mod other_party;
pub mod sources_contradict;
pub mod split_broken;
