//! The nouns of billing as views over columns: one copy of the data, cross-indexed, immutable.
//!
//! A [`Row`] is a table and an index; a noun is a row (or several) with the questions one asks of
//! it. [`Book`] holds all of them; [`Policy`] the house's own rules.

mod ageing_policy;
mod book;
mod charge_lines;
mod discount;
mod inherit;
mod nouns;
mod own_rule;
mod owner;
mod parties;
mod period;
mod policy;
mod requirements;
mod row;
mod sign_off;
mod spellings;
mod terms;
mod tolerance;

pub use ageing_policy::{AgeingPolicy, BUCKET_DAYS, Basis, CreditPolicy};
pub use book::{Book, RowId};
pub use discount::Discount;
pub use nouns::{Charge, Customer, Invoice, Job, Rate, is_credit_word, is_void_word, was_sent};
pub use own_rule::{Against, Condition, OwnFault, OwnRule, Test};
pub use owner::Owner;
pub use parties::Party;
pub use period::{Period, month_number};
pub use policy::Policy;
pub use requirements::{Rank, Stating, names_cost_centre, names_site, names_study};
pub use row::Row;
pub use sign_off::SignOff;
pub use spellings::Spellings;
pub use terms::Terms;
pub use tolerance::{Bound, ReceiptTolerance, Tolerance};
