//! Arguments of a message: typed values, so that each language formats them in its own way.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::{Currency, Date, Money};

/// One argument. Money is written with its code, a term is looked up in the catalogue.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arg {
    /// Client text, shown as it is in the file.
    Text(String),
    Count(i64),
    Money(Money),
    // As text: postcard cannot read what does not say what it is.
    Number(#[serde(with = "rust_decimal::serde::str")] Decimal),
    /// A ratio, shown as percent: 0.1 is `10%`.
    Percent(#[serde(with = "rust_decimal::serde::str")] Decimal),
    Date(Date),
    Currency(Currency),
    /// The key of another message, for words inside a sentence (a field's name, a month state).
    Term(String),
    /// A list of client texts.
    List(Vec<String>),
}

/// Named arguments in the order of their names. A million facts have one or two each, so that they are
/// a list of just these and no tree.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Args(Vec<(Cow<'static, str>, Arg)>);

impl Args {
    pub fn new() -> Args {
        Args::default()
    }

    pub fn with(mut self, name: impl Into<Cow<'static, str>>, arg: impl Into<Arg>) -> Args {
        let (name, arg) = (name.into(), arg.into());
        match self.place(&name) {
            Ok(at) => self.0[at].1 = arg,
            Err(at) => {
                self.0.reserve_exact(1);
                self.0.insert(at, (name, arg));
            }
        }
        self
    }

    pub fn get(&self, name: &str) -> Option<&Arg> {
        self.place(name).ok().map(|at| &self.0[at].1)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.0.iter().map(|(name, arg)| (&**name, arg))
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_ref().cmp(name))
    }
}

/// As a map, by name.
impl Serialize for Args {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Args {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Args, D::Error> {
        let all: BTreeMap<String, Arg> = BTreeMap::deserialize(from)?;
        Ok(Args(all.into_iter().map(|(name, arg)| (Cow::Owned(name), arg)).collect()))
    }
}

impl Arg {
    pub fn term(key: impl Into<String>) -> Arg {
        Arg::Term(key.into())
    }

    /// The currency of an amount.
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Arg::Money(money) => Some(money.currency),
            _ => None,
        }
    }

    pub fn percent(ratio: Decimal) -> Arg {
        Arg::Percent(ratio)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Arg {
        Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Arg {
        Arg::Count(i64::from(count))
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Arg {
        Arg::Count(count)
    }
}

impl From<Money> for Arg {
    fn from(money: Money) -> Arg {
        Arg::Money(money)
    }
}

impl From<Decimal> for Arg {
    fn from(number: Decimal) -> Arg {
        Arg::Number(number)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Arg {
        Arg::Date(date)
    }
}

impl From<Currency> for Arg {
    fn from(currency: Currency) -> Arg {
        Arg::Currency(currency)
    }
}
