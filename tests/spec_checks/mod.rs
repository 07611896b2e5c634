//! One check per folder of specs, over one shared parser.

pub mod ageing;
pub mod bank;
pub mod bless;
pub mod decisions;
pub mod figures;
pub mod format;
pub mod header_sets;
pub mod mapping;
pub mod matching;
pub mod pricing;
pub mod reading;
pub mod reconcile;
pub mod rules;
pub mod structure;
pub mod tables;
pub mod unbilled;
mod workbooks;

/// What a check found to stand in a block: position in [`format::Spec::blocks`], and its text.
/// Blocks that are input only are not in the list.
pub type Actual = Vec<(usize, String)>;

/// Runs the product over one spec. An `Err` is a fault of the spec itself, or something that no
/// blessing may cover.
pub type Check = fn(&format::Spec) -> Result<Actual, String>;
