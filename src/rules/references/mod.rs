//! References to orders and jobs (catalogue section A9).

pub mod job_of_other_customer;
pub mod job_unknown;
pub mod po_missing;
