//! An amount ready for the screen: figures and code apart, so that decimals align.

use serde::{Deserialize, Serialize};

use crate::base::{Money, Sums};
use crate::words::format;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Amount {
    /// `1,234.56`, `−500`; the page never calculates with it.
    pub text: String,
    /// ISO code; empty where the file names no currency.
    pub code: String,
    /// No minor digits (KRW): the page adds invisible ones in a mixed column.
    pub whole: bool,
    pub zero: bool,
}

impl Amount {
    pub fn of(money: Money) -> Amount {
        let none = money.currency.is_none();
        Amount {
            text: format::money(money),
            code: if none { String::new() } else { money.currency.code().to_owned() },
            whole: money.currency.exponent() == 0,
            zero: money.is_zero(),
        }
    }

    /// `EUR 1,234.56`, for a sentence or a title.
    pub fn with_code(&self) -> String {
        format!("{} {}", self.code, self.text).trim_start().to_owned()
    }
}

/// One amount per currency, in order of code.
pub fn amounts(sums: &Sums) -> Vec<Amount> {
    sums.iter().map(Amount::of).collect()
}
