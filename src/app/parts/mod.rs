//! Components that more than one screen uses. They place what a view gives them and decide nothing.

pub mod amount;
pub mod bar;
pub mod date_input;
pub mod dialog;
pub mod empty;
pub mod grid;
pub mod icon;
pub mod ledger;
pub mod letter;
pub mod source_tag;
pub mod status;
pub mod tie_bar;
pub mod toast;
