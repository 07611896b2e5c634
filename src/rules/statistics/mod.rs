//! Statistics: what is unusual for a customer (catalogue section A11). They never block, and they
//! never repeat what a contract or a sum proves.

pub mod amount_unusual;
pub mod charge_gone;
pub mod charge_new;
pub mod factor_off;
mod history;
pub mod month_unusual;
pub mod rate_unusual;
pub mod round_amounts;
mod services;
mod usual;

pub use history::History;
pub(super) use services::number;
pub use usual::Unusual;

use super::Need;
use crate::table::{Field, Kind};

const CHARGES: Need =
    Need::AnyColumn(&[(Kind::Lines, Field::ServiceCode), (Kind::Lines, Field::Text)]);
const CUSTOMERS: Need = Need::AnyColumn(&[
    (Kind::Invoices, Field::CustomerName),
    (Kind::Invoices, Field::CustomerNo),
    (Kind::Lines, Field::CustomerName),
    (Kind::Lines, Field::CustomerNo),
]);
const DATES: Need =
    Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceDate), (Kind::Lines, Field::InvoiceDate)]);
