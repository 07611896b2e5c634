//! The exchange formats of the eighties that accounting programs still write: SYLK, DIF and dBase.
//!
//! One sheet each, no formula followed. What a record does not say is not guessed.

mod dbase;
mod dif;
mod sylk;

pub(super) use dbase::read as read_dbase;
pub(super) use dif::read as read_dif;
pub(super) use sylk::read as read_sylk;
