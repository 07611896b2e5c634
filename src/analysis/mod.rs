//! Questions put to the book: a folder a question, plain functions `Book → plain structs`.

pub mod advice;
pub mod ageing;
pub mod cash;
pub mod charge_columns;
pub mod charges;
pub mod conservation;
pub mod pricing;
pub mod quality;
pub mod receivables;
pub mod reconcile;
pub mod taken_back;
pub mod tie;
pub mod twice;
pub mod unbilled;
