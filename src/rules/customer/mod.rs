//! Customers and what they require (catalogue section A8).

pub mod not_listed;
