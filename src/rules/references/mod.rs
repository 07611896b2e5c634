//! References to orders and jobs (catalogue section A9).

pub mod contact_left;
pub mod job_of_other_customer;
pub mod job_unknown;
pub mod order_ended;
pub mod po_missing;
pub mod po_of_other_customer;
mod po_shape;
pub mod project_missing;
mod quantity_differs;
pub mod signature_missing;
pub mod weight_differs;
