//! Headers that are nothing but a currency and what it buys: "€/kg", "USD per cbm", "元/件". They head
//! prices, in whatever language the rest of the list is.

use super::normalise::is_unit;
use super::score::{Match, OUTSIDE};
use super::synonyms::Sense;
use crate::base::{Currency, fold_word};
use crate::ingest::Why;
use crate::ingest::typing::read_currency;
use crate::table::Field;

/// The price and its currency.
pub(super) fn sense(text: &str) -> Option<(Match, Option<Currency>)> {
    let per = [" per ", " je ", " pro ", " par ", " por ", " / ", "/"];
    let lower = text.trim().to_lowercase();
    let (money, unit) = per.iter().find_map(|per| lower.split_once(per))?;
    let currency = read_currency(money.trim());
    // "Rate/min" is in the currency of the list.
    if currency.is_none() && !PRICES.contains(&money.trim()) {
        return None;
    }
    let unit = fold_word(unit);
    let bare = unit.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    let known = is_unit(bare) || MORE_UNITS.contains(&bare);
    let why = Why::HeaderWords;
    let found = Match { sense: Sense::Field(Field::UnitPrice), score: OUTSIDE, why, vague: false };
    known.then_some((found, currency))
}

const PRICES: [&str; 10] =
    ["rate", "price", "tariff", "preis", "satz", "tarif", "prix", "precio", "tarifa", "단가"];

const MORE_UNITS: [&str; 26] = [
    "shipment",
    "consignment",
    "parcel",
    "pallet",
    "piece",
    "unit",
    "min",
    "minute",
    "hour",
    "h",
    "wm",
    "rt",
    "cntr",
    "box",
    "sendung",
    "stk",
    "palette",
    "envoi",
    "colis",
    "envio",
    "bulto",
    "palet",
    "박스",
    "파렛트",
    "票",
    "吨",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_for_a_unit_is_a_price() {
        let read =
            |text: &str| sense(text).and_then(|(_, currency)| Some(currency?.code().to_owned()));
        for (text, currency) in [
            ("€/kg", "EUR"),
            ("EUR / kg", "EUR"),
            ("USD per cbm", "USD"),
            ("원/kg", "KRW"),
            ("元/件", "CNY"),
            ("€/100 kg", "EUR"),
        ] {
            assert_eq!(read(text).as_deref(), Some(currency), "{text}");
        }
        for text in ["KRW/USD", "EUR/USD rate", "kg/cbm", "Debit/Credit", "Net/kg"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
