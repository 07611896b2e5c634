//! What every layer above may assume: money, dates, sources, problems, limits. Knows nothing else.

mod amount_words;
mod country;
mod currency;
mod date;
mod fold;
pub mod identifiers;
mod keys;
pub mod limits;
mod money;
mod source;
pub mod stretches;
pub mod turns;

pub use amount_words::read_amount_words;
pub use country::Country;
pub use currency::Currency;
pub use date::{Date, date_from_days, days_from_date, iso};
pub use fold::{fold_id, fold_word, folds_to, trim};
pub use keys::{Groups, NO_NUMBER, Numbers, QuickMap, QuickSet, Texts};
pub use money::{Money, Rounding, Sums, round_to, shortest, shortest_of, times_ten};
pub use rust_decimal::Decimal;
pub use source::{FileId, Severity, Source, TableId, column_letters};
