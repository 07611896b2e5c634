//! What heads the prices of a rate matrix: a weight from which, up to which or between which they
//! hold, a zone, or a sort of container. Knows the writing of one row of heads, not the sheet.
//!
//! A bare number says no end by itself: `45` is "from 45" in one tariff and "up to 45" in the next.

use unicode_normalization::UnicodeNormalization;

use super::containers;
use crate::base::Decimal;

/// Where a price holds, in kilograms; a blank end is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Band {
    pub from: Option<Decimal>,
    pub to: Option<Decimal>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Head {
    /// Below the first break of an air tariff.
    Normal,
    From(Decimal),
    To(Decimal),
    Between(Decimal, Decimal),
    Zone(String),
    /// `20GP`, `40'HQ`.
    Container(String),
}

/// Which end of a band a bare figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    From,
    To,
}

/// A row of heads that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Heads {
    Bands {
        bands: Vec<Band>,
        /// `-45`, `+45`, `+100`: the writing of air tariffs, whose prices are for a kilogram.
        signed: bool,
        /// A head says that its figures are kilograms.
        weighed: bool,
    },
    Zones(Vec<String>),
    Containers(Vec<String>),
    /// Rising figures of which nothing says whether they are the lower or the upper ends.
    Figures,
}

/// Whether a cell can be one of several heads.
pub(super) fn is_head(text: &str) -> bool {
    head(text).is_some()
}

/// Reads heads from left to right. `None` where they are no scale that rises without a gap in its
/// order, or no zones that differ.
pub(super) fn read(texts: &[&str]) -> Option<Heads> {
    let heads: Vec<Head> = texts.iter().map(|text| head(text)).collect::<Option<_>>()?;
    if let Some(zones) = heads.iter().map(zone_of).collect::<Option<Vec<&String>>>() {
        return differ(&zones).then(|| Heads::Zones(zones.into_iter().cloned().collect()));
    }
    if let Some(sizes) = heads.iter().map(container_of).collect::<Option<Vec<&String>>>() {
        return differ(&sizes).then(|| Heads::Containers(sizes.into_iter().cloned().collect()));
    }
    let bands = bands(&heads)?;
    let signs = texts.iter().filter(|text| fold(text).starts_with('+')).count();
    let sure = |text: &&str| {
        let text = fold(text);
        text.starts_with(['+', '-']) || head(&text) == Some(Head::Normal)
    };
    let signed = signs >= 2 && texts.iter().all(sure);
    let weighed = texts.iter().any(|text| WEIGHTS.iter().any(|unit| fold(text).contains(unit)));
    Some(Heads::Bands { bands, signed, weighed })
}

/// Reads bare figures as the ends that something else says they are. A sign before the first tells
/// it too: `N 45 100`, `-45 45 100`.
pub(super) fn read_figures(texts: &[&str], end: Option<End>) -> Option<Heads> {
    const FIGURES_MIN: usize = 3;
    let figures = |texts: &[&str]| -> Option<Vec<Decimal>> {
        texts.iter().map(|text| number(&without_weight(&fold(text)))).collect()
    };
    let below = texts.first().and_then(|text| head(text));
    let (opens, rest) = match below {
        Some(Head::Normal) => (true, &texts[1..]),
        Some(Head::To(to)) if figures(&texts[1..])?.first() == Some(&to) => (true, &texts[1..]),
        _ => (false, texts),
    };
    let figures = figures(rest)?;
    let rises = figures.windows(2).all(|pair| pair[0] < pair[1]) && !are_years(&figures);
    if texts.len() < FIGURES_MIN || figures.is_empty() || !rises {
        return None;
    }
    let heads = match if opens { Some(End::From) } else { end } {
        Some(End::From) => figures.into_iter().map(Head::From).collect::<Vec<_>>(),
        Some(End::To) => figures.into_iter().map(Head::To).collect(),
        None => return Some(Heads::Figures),
    };
    let heads: Vec<Head> = opens.then_some(Head::Normal).into_iter().chain(heads).collect();
    let weighed = texts.iter().any(|text| WEIGHTS.iter().any(|unit| fold(text).contains(unit)));
    Some(Heads::Bands { bands: bands(&heads)?, signed: opens, weighed })
}

/// 2024, 2025, 2026: prices by year.
fn are_years(figures: &[Decimal]) -> bool {
    let years = Decimal::from(1990)..Decimal::from(2100);
    figures.iter().all(|figure| years.contains(figure))
        && figures.windows(2).all(|pair| pair[1] - pair[0] == Decimal::ONE)
}

/// A figure without any word or sign.
pub(super) fn figure(text: &str) -> Option<Decimal> {
    number(&fold(text))
}

/// The end of which words beside bare figures speak: `bis kg`, `kg 이상`, `up to`.
pub(super) fn end_said(text: &str) -> Option<End> {
    let word = without_weight(&fold(text));
    let signs = ["+", "-", "q"];
    let says = |words: &[&str]| !signs.contains(&word.as_str()) && words.contains(&word.as_str());
    if says(&BEFORE_FROM) || says(&BEHIND_FROM) {
        return Some(End::From);
    }
    (says(&BEFORE_TO) || says(&BEHIND_TO)).then_some(End::To)
}

/// A weight band that a row is about: `0-50 kg`, `bis 100 kg`.
pub(super) fn band(text: &str) -> Option<Band> {
    match head(text)? {
        Head::From(from) => Some(Band { from: Some(from), to: None }),
        Head::To(to) => Some(Band { from: None, to: Some(to) }),
        Head::Between(from, to) => Some(Band { from: Some(from), to: Some(to) }),
        Head::Normal | Head::Zone(_) | Head::Container(_) => None,
    }
}

fn zone_of(head: &Head) -> Option<&String> {
    if let Head::Zone(zone) = head { Some(zone) } else { None }
}

fn container_of(head: &Head) -> Option<&String> {
    if let Head::Container(size) = head { Some(size) } else { None }
}

fn differ(zones: &[&String]) -> bool {
    let distinct: std::collections::BTreeSet<_> = zones.iter().collect();
    zones.len() > 1 && distinct.len() == zones.len()
}

fn bands(heads: &[Head]) -> Option<Vec<Band>> {
    let begin = |head: Option<&Head>| match head? {
        Head::From(from) | Head::Between(from, _) => Some(*from),
        _ => None,
    };
    let mut bands: Vec<Band> = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let next = begin(heads.get(at + 1));
        let opens = at == 0 || bands.iter().all(|band| band.from.is_none());
        let band = match head {
            // Nothing but the first break ends what is below all breaks.
            Head::Normal if at == 0 => Band { from: None, to: Some(next?) },
            Head::To(to) if opens => Band { from: None, to: Some(*to) },
            Head::From(from) => Band { from: Some(*from), to: next },
            Head::Between(from, to) => Band { from: Some(*from), to: Some(*to) },
            Head::Normal | Head::To(_) | Head::Zone(_) | Head::Container(_) => return None,
        };
        bands.push(band);
    }
    let rises = bands.windows(2).all(|pair| match (pair[0].to, pair[1].from, pair[1].to) {
        (Some(end), Some(start), _) => end <= start,
        (Some(end), None, Some(next)) => end < next,
        _ => false,
    });
    let filled = |band: &Band| band.from.zip(band.to).is_none_or(|(from, to)| from < to);
    (bands.len() > 1 && rises && bands.iter().all(filled)).then_some(bands)
}

const WEIGHTS: [&str; 6] = ["kg", "kilo", "公斤", "千克", "킬로", "+1000k"];

const BEFORE_FROM: [&str; 17] = [
    "+",
    ">=",
    "≥",
    ">",
    "over",
    "from",
    "above",
    "ab",
    "über",
    "desde",
    "más de",
    "mas de",
    "dès",
    "à partir de",
    "plus de",
    "q",
    "from +",
];
const BEHIND_FROM: [&str; 15] = [
    "+",
    "and over",
    "and above",
    "and up",
    "or more",
    "& over",
    "& above",
    "u. mehr",
    "und mehr",
    "et plus",
    "y más",
    "이상",
    "초과",
    "以上",
    "up",
];
const BEFORE_TO: [&str; 18] = [
    "-",
    "<=",
    "≤",
    "<",
    "up to",
    "under",
    "below",
    "less than",
    "bis zu",
    "bis",
    "unter",
    "jusqu'à",
    "jusqu’à",
    "moins de",
    "hasta",
    "menos de",
    "최대",
    "不足",
];
const BEHIND_TO: [&str; 8] = ["이하", "미만", "까지", "以下", "以内", "之内", "未満", "まで"];
const BETWEEN: [&str; 7] = ["-", " to ", " bis ", " à ", " a ", "至", " bis unter "];
const ZONE_BEFORE: [&str; 8] = ["zone", "zona", "zn", "zn.", "구역", "권역", "区域", "分区"];
const ZONE_BEHIND: [&str; 4] = ["구역", "권역", "区", "존"];

fn head(text: &str) -> Option<Head> {
    // A head is a few signs; a sentence is none, and many cells are asked.
    const HEAD_BYTES_MAX: usize = 40;
    if text.len() > HEAD_BYTES_MAX {
        return None;
    }
    let text = fold(text);
    if matches!(text.as_str(), "n" | "normal") {
        return Some(Head::Normal);
    }
    if let Some(zone) = zone(&text) {
        return Some(Head::Zone(zone));
    }
    if let Some(size) = containers::size(&text) {
        return Some(Head::Container(size));
    }
    let bare = without_weight(&text);
    let bare = bare.as_str();
    let before =
        |signs: &[&str]| signs.iter().find_map(|sign| number(bare.strip_prefix(sign)?.trim()));
    let behind =
        |signs: &[&str]| signs.iter().find_map(|sign| number(bare.strip_suffix(sign)?.trim()));
    if let Some(from) = before(&BEFORE_FROM).or_else(|| behind(&BEHIND_FROM)) {
        return Some(Head::From(from));
    }
    if let Some(to) = before(&BEFORE_TO).or_else(|| behind(&BEHIND_TO)) {
        return Some(Head::To(to));
    }
    BETWEEN.iter().find_map(|sign| {
        let (from, to) = bare.split_once(sign)?;
        Some(Head::Between(number(from.trim())?, number(to.trim())?))
    })
}

/// `Zone A`, `zona 3`, `2구역`, `B区`.
fn zone(text: &str) -> Option<String> {
    const NAME_CHARS_MAX: usize = 3;
    let before = ZONE_BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let behind = || {
        let bare = text.strip_prefix('第').unwrap_or(text);
        ZONE_BEHIND.iter().find_map(|word| bare.strip_suffix(word))
    };
    let name = before.or_else(behind)?.trim_matches(|c: char| " .-_:#".contains(c));
    let named = (1..=NAME_CHARS_MAX).contains(&name.chars().count())
        && name.bytes().all(|b| b.is_ascii_alphanumeric());
    named.then(|| name.to_uppercase())
}

fn fold(text: &str) -> String {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let dashed = plain.replace(['–', '—', '−', '~', '〜', '～', '‐'], "-");
    dashed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The head without its kilograms; pounds stay, and make it none.
fn without_weight(text: &str) -> String {
    let mut bare = text.to_owned();
    for unit in ["kilogramm", "kilograms", "kgs", "kg", "公斤", "千克", "킬로그램", "킬로"]
    {
        bare = bare.replace(unit, " ");
    }
    let bare = bare.replace(['(', ')', '[', ']'], " ");
    let bare = bare.trim();
    // "Per kg <=45" says the unit as well.
    let bare = bare.strip_prefix("per ").unwrap_or(bare).trim();
    // "+45K" of air tariffs.
    let short = bare.strip_suffix('k').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let bare = short.unwrap_or(bare);
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A weight: digits, with groups of thousands or a decimal mark.
fn number(text: &str) -> Option<Decimal> {
    const DIGITS_MAX: usize = 7;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, rest) = match text.find(['.', ',', '\'']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let plain = match rest {
        None if is_digits(whole) => whole.to_owned(),
        Some(rest) if is_digits(whole) && is_digits(rest) => match rest.len() {
            3 if whole != "0" => format!("{whole}{rest}"),
            _ => format!("{whole}.{rest}"),
        },
        _ => return None,
    };
    if plain.len() > DIGITS_MAX {
        return None;
    }
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(texts: &[&str]) -> String {
        let end = |end: Option<Decimal>| end.map_or("…".to_owned(), |at| at.to_string());
        match read(texts) {
            None => "none".to_owned(),
            Some(Heads::Zones(zones) | Heads::Containers(zones)) => zones.join(" "),
            Some(Heads::Figures) => "figures".to_owned(),
            Some(Heads::Bands { bands, signed, .. }) => {
                let bands = bands.iter().map(|b| format!("{}-{}", end(b.from), end(b.to)));
                format!(
                    "{}{}",
                    if signed { "signed " } else { "" },
                    bands.collect::<Vec<_>>().join(" ")
                )
            }
        }
    }

    #[test]
    fn breaks_in_every_usual_writing() {
        for (texts, bands) in [
            (&["-45", "+45", "+100", "+300"][..], "signed …-45 45-100 100-300 300-…"),
            (&["N", "+45K", "+100K"], "signed …-45 45-100 100-…"),
            (&["0-50 kg", "51-100 kg", "101–1,000 kg"], "0-50 51-100 101-1000"),
            (&["<45", "45-99", "100-299", "300+"], "…-45 45-99 100-299 300-…"),
            (&["45以下", "45-100", "100以上"], "…-45 45-100 100-…"),
            (&["45 미만", "45~100", "100kg 이상"], "…-45 45-100 100-…"),
            (&["bis 50 kg", "bis 100 kg", "ab 100 kg"], "…-50 …-100 100-…"),
            (&["Up to 0.5 kg", "Up to 1 kg"], "…-0.5 …-1"),
            (&["Per kg <=45", ">45", ">100"], "…-45 45-100 100-…"),
            (&["Zone A", "Zone B", "Zone C"], "A B C"),
            (&["1구역", "2구역"], "1 2"),
            (&["20GP", "40'GP", "40' HQ"], "20GP 40GP 40HQ"),
            (&["20尺", "40尺高柜", "45HC"], "20 40高柜 45HC"),
        ] {
            assert_eq!(shown(texts), bands, "{texts:?}");
        }
    }

    #[test]
    fn bare_figures_need_somebody_to_say_their_end() {
        let shown = |texts: &[&str], end| match read_figures(texts, end) {
            Some(Heads::Bands { bands, .. }) => {
                let ends = |band: &Band| format!("{:?}-{:?}", band.from, band.to);
                bands.iter().map(ends).collect::<Vec<_>>().join(" ").replace("Some", "")
            }
            found => format!("{found:?}"),
        };
        let texts = ["45", "100", "300"];
        assert_eq!(shown(&texts, None), "Some(Figures)");
        assert_eq!(shown(&texts, Some(End::From)), "(45)-(100) (100)-(300) (300)-None");
        assert_eq!(shown(&texts, Some(End::To)), "None-(45) None-(100) None-(300)");
        assert_eq!(shown(&["N", "45", "100"], None), "None-(45) (45)-(100) (100)-None");
        assert_eq!(shown(&["-45", "45", "100"], None), "None-(45) (45)-(100) (100)-None");
        assert_eq!(shown(&["300", "100", "45"], Some(End::From)), "None");
        assert_eq!(shown(&["2024", "2025", "2026"], None), "None");
        assert_eq!((end_said("bis kg"), end_said("kg 이상")), (Some(End::To), Some(End::From)));
        assert_eq!((end_said("kg"), end_said("-"), end_said("Rate per kg")), (None, None, None));
    }

    #[test]
    fn what_is_no_scale_heads_nothing() {
        for texts in [
            &["45", "100", "300"][..],
            &["+100", "+45"],
            &["0-50", "40-100"],
            &["+45", "N"],
            &["Zone A", "Zone A"],
            &["Zone A", "+45"],
            &["+45 lbs", "+100 lbs"],
            &["-45"],
            &["20", "40", "45"],
            &["20GP", "20GP"],
            &["2025-06-30", "2025-07-31"],
        ] {
            assert_eq!(shown(texts), "none", "{texts:?}");
        }
    }
}
