//! Facts for and against a match, kept as key and arguments and worded late. There is no score:
//! what decides is the pass, the gate and the vetoes.

use crate::base::Date;
use crate::words::Args;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Speaks {
    For,
    Against,
}

/// One fact. The key is a message of `matching.ftl`.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    pub key: &'static str,
    pub speaks: Speaks,
    pub args: Args,
}

impl Fact {
    pub fn pro(key: &'static str, args: Args) -> Fact {
        Fact { key, speaks: Speaks::For, args }
    }

    pub fn contra(key: &'static str, args: Args) -> Fact {
        Fact { key, speaks: Speaks::Against, args }
    }
}

/// Days from one date to a later one; negative when it is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.signed_duration_since(from).num_days()
}
