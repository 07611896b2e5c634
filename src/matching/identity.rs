//! By what a decision names a row: what the row says, never where it stands, so that the decision
//! finds it again in another session, in another order and in tomorrow's file.
//!
//! Invariant: within one side no two rows have the same key. Rows that say the same are told apart
//! by how many came before.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::item::Item;
use crate::base::{Currency, Date, Decimal, Money, fold_id, iso};

/// The keys of items of one side. The side is in the order of a run: by currency, amount and date
/// first, so that a key leads to the few rows that may have it.
#[derive(Clone, Copy)]
pub struct Keys<'a>(pub &'a [Item]);

const TEXT_CHARS_MAX: usize = 60;

impl Keys<'_> {
    /// `USD 1234.50|2026-11-04|P20991`, and `#2` behind the second of two that say the same.
    pub fn of(&self, at: u32) -> String {
        let at = at as usize;
        let (item, key) = (&self.0[at], said(&self.0[at]));
        let alike = self.0[..at].iter().rev().take_while(|other| head(other) == head(item));
        numbered(key.clone(), 1 + alike.filter(|other| said(other) == key).count())
    }

    pub fn position(&self, key: &str) -> Option<u32> {
        let (amount, rest) = key.split_once('|')?;
        let (date, _) = rest.split_once('|')?;
        let (code, amount) = amount.split_once(' ').unwrap_or(("", amount));
        let currency = Currency::parse(code).unwrap_or(Currency::NONE);
        let amount = Money::round(Decimal::from_str(amount).ok()?, currency)?.minor;
        let date = Date::parse_from_str(date, "%Y-%m-%d").ok();
        let start = self.0.partition_point(|item| head(item) < (currency, amount, date));
        let alike = self.0[start..].iter().take_while(|i| head(i) == (currency, amount, date));
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (at, item) in alike.enumerate() {
            let said = said(item);
            let seen = times.entry(said.clone()).or_default();
            *seen += 1;
            if numbered(said, *seen) == key {
                return u32::try_from(start + at).ok();
            }
        }
        None
    }
}

/// The currency of the row that a key names.
pub fn currency(key: &str) -> Currency {
    let amount = key.split('|').next().unwrap_or_default();
    amount.split_once(' ').and_then(|(code, _)| Currency::parse(code)).unwrap_or(Currency::NONE)
}

fn head(item: &Item) -> (Currency, i64, Option<Date>) {
    (item.currency, item.amount, item.date)
}

/// What a row says, however many say the same.
pub fn line_key(item: &Item) -> String {
    said(item)
}

/// Without a number of its own a row is named by its payer and its first words.
fn said(item: &Item) -> String {
    let number = item.number.as_deref().map(fold_id).filter(|number| !number.is_empty());
    let name = number.unwrap_or_else(|| {
        let references = item.references.iter().map(|reference| reference.text.as_str());
        let texts = item.texts.iter().map(String::as_str);
        let all: Vec<&str> =
            item.name.as_deref().into_iter().chain(references).chain(texts).collect();
        fold_id(&all.join(" ")).chars().take(TEXT_CHARS_MAX).collect()
    });
    let date = item.date.map(iso).unwrap_or_default();
    let entity = item.entity.as_deref().map(|entity| format!("|{}", fold_id(entity)));
    let (code, amount) = (item.currency.code(), item.money().decimal());
    format!("{code} {amount}|{date}|{name}{}", entity.unwrap_or_default())
}

fn numbered(key: String, times: usize) -> String {
    if times > 1 { format!("{key}#{times}") } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Source, TableId};

    fn item(row: u32, amount: i64, number: Option<&str>) -> Item {
        let source = Source { table: TableId(0), row, column: None };
        let usd = Currency::parse("USD").expect("a known code");
        let mut item = Item::new(source, Money::new(amount, usd));
        item.number = number.map(str::to_owned);
        item.texts = vec!["pays for INV 100".to_owned()];
        item
    }

    #[test]
    fn a_key_leads_back_to_its_row() {
        let side = [
            item(2, 500, Some("P-1")),
            item(3, 500, Some("p 1")),
            item(4, 500, None),
            item(9, 12_345, Some("P-9")),
        ];
        let keys = Keys(&side);
        assert_eq!(keys.of(3), "USD 123.45||P9");
        assert_eq!(keys.of(1), "USD 5.00||P1#2");
        for at in 0..4 {
            assert_eq!(keys.position(&keys.of(at)), Some(at));
        }
        assert_eq!(keys.position("USD 5.00||P7"), None);
        assert_eq!(keys.position("nonsense"), None);
    }
}
