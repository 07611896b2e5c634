//! What a price is for: a kilogram, a piece, the shipment, a share of another amount.

use crate::base::{Decimal, fold_word};

/// Units that spell differently and mean the same compare equal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Unit {
    Kilogram,
    HundredKilograms,
    Tonne,
    Pound,
    Piece,
    /// The job as a whole: shipment, trip, flat.
    Job,
    Percent,
    /// Any other word, folded: hour, day, pallet, m³.
    Other(String),
}

impl Unit {
    /// Reads `kg`, `per KG`, `/kg`, `100 kgs`, `건`, `票` …
    pub fn parse(text: &str) -> Unit {
        if matches!(text.trim(), "%" | "％") {
            return Unit::Percent;
        }
        let folded = fold_word(text);
        let by = ["per ", "je ", "pro ", "por ", "par ", "each ", "/"];
        let word = by.iter().find_map(|by| folded.strip_prefix(by)).unwrap_or(&folded);
        match word {
            "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramm"
            | "kilogramme" | "kilogramo" | "kilogramos" | "1 kg" | "公斤" | "千克" | "킬로그램" => {
                Unit::Kilogram
            }
            "100 kg" | "100kg" | "100 kgs" | "100kgs" | "cwt metric" | "백킬로그램" | "百公斤"
            | "百千克" | "100公斤" | "100千克" => Unit::HundredKilograms,
            "t" | "mt" | "ton" | "tons" | "tonne" | "tonnes" | "吨" | "톤" => Unit::Tonne,
            "lb" | "lbs" | "pound" | "pounds" => Unit::Pound,
            "pc" | "pcs" | "piece" | "pieces" | "ea" | "each" | "unit" | "units" | "stk"
            | "stuck" | "pieza" | "piezas" | "unidad" | "unidades" | "unite" | "개" | "个"
            | "件" => Unit::Piece,
            "shipment" | "shipments" | "shpt" | "shp" | "job" | "consignment" | "order" | "awb"
            | "bl" | "b l" | "bol" | "trip" | "flat" | "fixed" | "lump sum" | "lumpsum" | "ls"
            | "set" | "건" | "회" | "식" | "票" | "次" | "单" | "sendung" | "auftrag"
            | "pauschal" | "pauschale" | "envio" | "expedicion" | "viaje" | "envoi"
            | "expedition" | "forfait" => Unit::Job,
            "percent" | "pct" | "퍼센트" => Unit::Percent,
            _ => Unit::Other(of_time(word).unwrap_or(word).to_owned()),
        }
    }

    /// Kilograms in one of it; `None` where it is no weight.
    pub fn kilograms(&self) -> Option<Decimal> {
        match self {
            Unit::Kilogram => Some(Decimal::ONE),
            Unit::HundredKilograms => Some(Decimal::ONE_HUNDRED),
            Unit::Tonne => Some(Decimal::ONE_THOUSAND),
            // By the international agreement of 1959.
            Unit::Pound => Some(Decimal::from_parts(45_359_237, 0, 0, false, 8)),
            Unit::Piece | Unit::Job | Unit::Percent | Unit::Other(_) => None,
        }
    }

    /// Seconds in one of it; `None` where it is no stretch of time that calls are charged by.
    pub fn seconds(&self) -> Option<Decimal> {
        let Unit::Other(word) = self else { return None };
        let seconds: i64 = match of_time(word)? {
            "second" => 1,
            "minute" => 60,
            _ => 3_600,
        };
        Some(Decimal::from(seconds))
    }

    /// Whether the cell stands for the least or the most that a rate allows, which a line that bills
    /// it writes in place of a unit. "min" is a minute too: only the rate says which.
    pub fn names_limit(text: &str) -> bool {
        matches!(
            fold_word(text).as_str(),
            "min"
                | "minimum"
                | "min charge"
                | "minimum charge"
                | "max"
                | "maximum"
                | "cap"
                | "mindestbetrag"
                | "mindestpreis"
                | "forfait minimum"
                | "mínimo"
                | "minimo"
                | "최저"
                | "최저운임"
                | "최저요금"
                | "最低"
                | "最低收费"
        )
    }

    /// Whether a line says that it bills the least a rate allows: "minimum freight", "Mindestfracht".
    pub fn says_minimum(text: &str) -> bool {
        let folded = fold_word(text);
        let is_least = |word: &str| {
            matches!(word, "minimum" | "mínimo" | "minimo") || word.starts_with("mindest")
        };
        folded.split(' ').any(is_least)
            || ["최소", "최저", "最低"].iter().any(|least| folded.contains(least))
    }

    /// A quantity in this unit is a weight.
    pub fn is_weight(&self) -> bool {
        matches!(self, Unit::Kilogram | Unit::HundredKilograms | Unit::Tonne | Unit::Pound)
    }
}

/// A stretch of time that calls and work are charged by, however it is written.
fn of_time(word: &str) -> Option<&'static str> {
    match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunde" | "sekunden"
        | "seconde" | "secondes" | "segundo" | "segundos" | "초" | "秒" => Some("second"),
        "min" | "mins" | "minute" | "minutes" | "minuten" | "minuto" | "minutos" | "mn" | "분"
        | "分" | "分钟" => Some("minute"),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" | "heure"
        | "heures" | "hora" | "horas" | "시간" | "小时" => Some("hour"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_unit_are_equal() {
        for text in ["kg", "per KG", "/kg", "KGS", "je kg", "por kg", "公斤"] {
            assert_eq!(Unit::parse(text), Unit::Kilogram, "{text}");
        }
        assert_eq!(Unit::parse("per 100 kg"), Unit::HundredKilograms);
        assert_eq!(Unit::parse("건"), Unit::Job);
        assert_eq!(Unit::parse("je Sendung"), Unit::Job);
        assert_eq!(Unit::parse("Stück"), Unit::Piece);
        assert_eq!(Unit::parse(" % "), Unit::Percent);
        assert_eq!(Unit::parse("Hour"), Unit::parse("per hour"));
        assert_eq!(Unit::parse("heures"), Unit::parse("hr"));
        assert_ne!(Unit::parse("minutes"), Unit::parse("h"));
    }

    #[test]
    fn a_limit_in_place_of_a_unit() {
        for text in ["Min", "MIN.", "minimum charge", "최저운임", "最低收费", "Mínimo"] {
            assert!(Unit::names_limit(text), "{text}");
        }
        for text in ["Minimum delivery charge", "Mindestfracht", "최소운임", "Forfait minimum"]
        {
            assert!(Unit::says_minimum(text), "{text}");
        }
        assert!(!Unit::says_minimum("Minibar, 5 min"));
        for text in ["kg", "minute", "Mindestmenge", ""] {
            assert!(!Unit::names_limit(text), "{text}");
        }
    }
}
