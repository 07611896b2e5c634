//! What stands above a rate matrix about its prices: for which unit they are, in which currency,
//! from when until when. Reads words; what nobody says stays unsaid.

use crate::base::{Currency, Decimal, fold_word, iso};
use crate::ingest::headers::Header;
use crate::ingest::parts::Part;
use crate::ingest::typing::{read_currency, read_date};
use crate::table::{RawCell, RawKind};

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Terms {
    /// As the unit column of a rate card would say it. Two units name none.
    pub unit: Option<&'static str>,
    pub currency: Option<Currency>,
    /// First and last day, ISO.
    pub validity: Option<[String; 2]>,
    /// The words are about prices.
    pub is_priced: bool,
    /// The words name kilograms.
    pub is_weighed: bool,
}

/// Signs and words before a unit; nothing between the two but blanks.
const PER: [&str; 8] = ["/", "per", "je", "pro", "par", "les", "por", "每"];

/// Units by what stands behind "per", without blanks; the longer first.
const UNITS: [(&str, &[&str]); 4] = [
    ("100 kg", &["100kg", "100kilo", "100公斤", "100千克", "%kg"]),
    ("kg", &["kg", "kilo", "公斤", "千克"]),
    (
        "shipment",
        &[
            "shipment",
            "shpt",
            "consignment",
            "awb",
            "sendung",
            "envoi",
            "expedition",
            "envio",
            "expedicion",
            "건",
            "票",
            "单",
        ],
    ),
    (
        "piece",
        &[
            "parcel",
            "package",
            "piece",
            "pc",
            "paket",
            "packstuck",
            "kolli",
            "colis",
            "bulto",
            "paquete",
            "개",
            "박스",
            "件",
            "箱",
        ],
    ),
];

/// Units with "per" behind them, as in Korean.
const UNITS_BEHIND: [(&str, &[&str]); 4] = [
    ("100 kg", &["100kg당"]),
    ("kg", &["kg당", "킬로당"]),
    ("shipment", &["건당"]),
    ("piece", &["개당", "박스당"]),
];

const PRICES: [&str; 34] = [
    "rate",
    "rates",
    "tariff",
    "tariffs",
    "price",
    "prices",
    "pricing",
    "freight",
    "운임",
    "요율",
    "요금",
    "단가",
    "운임표",
    "요금표",
    "运价",
    "报价",
    "费率",
    "价格",
    "运费",
    "单价",
    "tarif",
    "tarife",
    "preis",
    "preise",
    "frachttarif",
    "frachtsatz",
    "fracht",
    "prix",
    "tarifs",
    "tarifa",
    "tarifas",
    "precio",
    "precios",
    "flete",
];

const VALID: [&str; 12] = [
    "valid",
    "validity",
    "effective",
    "적용",
    "유효",
    "有效",
    "生效",
    "gultig",
    "valable",
    "validite",
    "vigencia",
    "valida",
];

impl Terms {
    /// From the titles of a sheet, the words over its heads, and the sheet's name.
    pub fn read<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Terms {
        let mut units: Vec<&'static str> = texts.clone().filter_map(unit).collect();
        units.dedup();
        let mut currencies: Vec<Currency> = texts.clone().filter_map(currency).collect();
        currencies.dedup();
        let mut periods = texts.clone().filter_map(validity);
        let (first, more) = (periods.next(), periods.next());
        Terms {
            unit: if let [one] = units[..] { Some(one) } else { None },
            currency: if let [one] = currencies[..] { Some(one) } else { None },
            validity: first.filter(|_| more.is_none()),
            is_priced: texts.clone().any(is_priced),
            is_weighed: texts.clone().any(is_weighed),
        }
    }
}

fn unit(text: &str) -> Option<&'static str> {
    let close: String = plain(text).split(' ').collect();
    let behind = |(unit, words): &(&'static str, &[&str])| {
        words.iter().any(|word| close.contains(word)).then_some(*unit)
    };
    let before = |(unit, words): &(&'static str, &[&str])| {
        let named = |per: &str| words.iter().any(|word| close.contains(&format!("{per}{word}")));
        PER.iter().any(|per| named(per)).then_some(*unit)
    };
    UNITS_BEHIND.iter().find_map(behind).or_else(|| UNITS.iter().find_map(before))
}

/// Lower case without accents, signs kept.
fn plain(text: &str) -> String {
    let word = |word: &str| match word.chars().any(char::is_alphabetic) {
        true => word.split('/').map(fold_word).collect::<Vec<_>>().join("/"),
        false => word.to_lowercase(),
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// `Rate (USD)`, and what stands right before a unit: `USD per kg`, `€/100 kg`, `원/kg`.
fn currency(text: &str) -> Option<Currency> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let edge = |c: char| "()[]（）【】:：,;".contains(c);
    let own = |word: &str| read_currency(word.trim_matches(edge));
    let before_slash = words.iter().find_map(|word| {
        let (before, _) = word.trim_matches(edge).split_once('/')?;
        own(before.rsplit(edge).next()?)
    });
    let before_word = words.windows(2).find_map(|pair| {
        let per = fold_word(pair[1]);
        let is_per = PER.contains(&per.as_str()) || pair[1].starts_with('/');
        own(pair[0]).filter(|_| is_per)
    });
    before_slash.or(before_word).or_else(|| Header::read(&[text]).currency)
}

fn validity(text: &str) -> Option<[String; 2]> {
    let folded = fold_word(text);
    VALID.iter().find(|word| folded.contains(**word))?;
    let spaced: String =
        text.chars().map(|c| if "~～至:：".contains(c) { ' ' } else { c }).collect();
    let day = |at: u8| {
        let text = Part::Day(at).of(&spaced)?;
        Some(iso(read_date(&RawCell { text, kind: RawKind::Text }, None).ok()?))
    };
    let (from, to) = (day(0)?, day(1)?);
    (Part::Day(2).of(&spaced).is_none() && from < to).then_some([from, to])
}

fn is_priced(text: &str) -> bool {
    let folded = fold_word(text);
    let script = |word: &str| !word.is_ascii();
    folded.split(' ').any(|word| PRICES.contains(&word))
        || PRICES.iter().any(|word| script(word) && folded.contains(word))
}

/// Whether kilograms are named.
pub(super) fn is_weighed(text: &str) -> bool {
    let folded = fold_word(text);
    let is_unit = |word: &str| {
        matches!(word.trim_start_matches(|c: char| c.is_ascii_digit()), "kg" | "kgs" | "kilo")
    };
    folded.split(' ').any(is_unit)
        || ["公斤", "千克", "/kg"].iter().any(|word| text.to_lowercase().contains(word))
}

/// Whether prices move with the weight as prices for this unit do: for a kilogram never up, for the
/// whole never down.
pub(super) fn moves_as_it_should(unit: &str, prices: &[Option<Decimal>]) -> bool {
    let stated: Vec<Decimal> = prices.iter().flatten().copied().collect();
    stated.windows(2).all(|pair| match unit {
        "kg" | "100 kg" => pair[0] >= pair[1],
        _ => pair[0] <= pair[1],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_currencies_stand_in_titles() {
        for (text, unit, currency) in [
            ("USD per kg", Some("kg"), Some("USD")),
            ("LTL price list 2025 (EUR per shipment)", Some("shipment"), Some("EUR")),
            ("Express parcel tariff, EUR per parcel", Some("piece"), Some("EUR")),
            ("항공운임표 (단위: 원/kg)", Some("kg"), Some("KRW")),
            ("运价(CNY/KG)", Some("kg"), Some("CNY")),
            ("Preise in EUR je Sendung", Some("shipment"), Some("EUR")),
            ("Tarif messagerie HT, €/100 kg", Some("100 kg"), Some("EUR")),
            ("Shipments per weight band, Q2", None, None),
            ("Air freight 2025", None, None),
        ] {
            let terms = Terms::read([text].into_iter());
            let found = terms.currency.map(|c| c.code().to_owned());
            assert_eq!((terms.unit, found.as_deref()), (unit, currency), "{text}");
        }
        assert_eq!(Terms::read(["EUR per kg", "EUR per shipment"].into_iter()).unit, None);
    }

    #[test]
    fn a_period_is_two_days_in_one_line_about_validity() {
        let days = |text| Terms::read([text].into_iter()).validity.map(|days| days.join(" "));
        let quarter = Some("2025-04-01 2025-06-30".to_owned());
        assert_eq!(days("Valid 01 Apr 2025 - 30 Jun 2025"), quarter);
        assert_eq!(days("적용기간: 2025.04.01~2025.06.30"), quarter);
        assert_eq!(days("有效期:2025-04-01至2025-06-30"), quarter);
        assert_eq!(days("Printed 2025-04-01, due 2025-06-30"), None);
        assert_eq!(days("Valid 01/04/2025 - 03/06/2025"), None);
    }
}
