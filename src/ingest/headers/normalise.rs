//! Header text → tokens: width, case, accents, camelCase and snake_case, abbreviations, every form
//! of "number", units and currencies in brackets. Two headers with the same tokens are one.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::traditional::simplified;
use crate::base::{Currency, QuickMap, fold_word};
use crate::ingest::DateOrder;
use crate::ingest::typing::read_currency;

/// Stands for every way to write "number" or "id".
pub const NUMBER: &str = "#";

/// A header taken apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Normal {
    pub tokens: Vec<String>,
    /// Tokens from brackets that are neither unit nor currency: "金额(不含税)".
    pub aside: Vec<String>,
    pub currency: Option<Currency>,
    pub order: Option<DateOrder>,
    /// Written as `…Id`: a key of a database table.
    pub id: bool,
    /// "Num transactions", "Number of pieces": counts them, where "N° dossier" numbers them.
    pub counts: bool,
}

impl Normal {
    /// All tokens without blanks: "Sub total" and "subtotal" are one.
    pub fn compact(&self) -> String {
        self.tokens.iter().chain(&self.aside).map(String::as_str).collect()
    }

    /// The same without what stood in brackets.
    pub fn compact_outside(&self) -> String {
        self.tokens.concat()
    }
}

pub fn normalise(text: &str) -> Normal {
    let mut normal = Normal::default();
    // The mark of a field that a firm added itself, in exports of customer systems: "Due_Date__c".
    let text = text.trim_end().strip_suffix("__c").unwrap_or(text);
    let text = number_signs(text);
    let (outside, brackets) = take_brackets(&text);
    for bracket in brackets {
        read_bracket(&bracket, &mut normal);
    }
    let outside = take_currency(&split_camel(&outside), &mut normal);
    normal.tokens = tokens(&outside, &mut normal.id);
    let mut words = outside.split_whitespace();
    let first = words.next().unwrap_or("").to_lowercase();
    normal.counts =
        matches!(first.as_str(), "num" | "number" | "numbers") && words.next().is_some();
    if normal.tokens.is_empty() {
        normal.tokens = std::mem::take(&mut normal.aside);
    }
    normal
}

/// `N°`, `Nº`, `№` and `#` before NFKC makes letters of them; `%` would be dropped as punctuation.
fn number_signs(text: &str) -> String {
    let signs = [
        // A French "BL" is the note that goes with a delivery, an English one a bill of lading.
        ("N° BL", " bon livraison "),
        ("N°BL", " bon livraison "),
        ("N.º", " no "),
        ("N.°", " no "),
        ("N°", " no "),
        ("Nº", " no "),
        ("n°", " no "),
        ("nº", " no "),
        ("№", " no "),
        ("#", " no "),
        ("＃", " no "),
        ("%", " percent "),
        ("％", " percent "),
        ("A/C", " account "),
        ("a/c", " account "),
        ("O/S", " outstanding "),
        ("o/s", " outstanding "),
        ("B/L", " bl "),
        ("b/l", " bl "),
    ];
    if text.is_ascii() && !text.contains(['#', '%', '/']) {
        // Nearly every header, and all that follows would leave it as it is.
        return text.to_owned();
    }
    let mut text = text.to_owned();
    for (sign, word) in signs {
        if text.contains(sign) {
            text = text.replace(sign, word);
        }
    }
    // "Rate/min" is a rate by the minute, and no minimum.
    if text.to_ascii_lowercase().ends_with("/min") {
        text.push_str("ute");
    }
    // 할증률 is as often written 할증율.
    text.nfkc().map(|c| if c == '률' { '율' } else { simplified(c) }).collect()
}

fn take_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut brackets, mut open) = (String::new(), Vec::new(), None::<String>);
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '<' if open.is_none() => open = Some(String::new()),
            ')' | ']' | '】' | '>' if open.is_some() => {
                brackets.extend(open.take());
                outside.push(' ');
            }
            c => open.as_mut().unwrap_or(&mut outside).push(c),
        }
    }
    // A bracket that never closes is text.
    outside.extend(open.iter().flat_map(|rest| rest.chars()));
    (outside, brackets)
}

fn read_bracket(bracket: &str, normal: &mut Normal) {
    let inner = fold_word(bracket);
    let bare = inner.strip_prefix("in ").or(inner.strip_prefix("단위 ")).unwrap_or(&inner);
    if let Some(currency) = read_currency(bracket).or_else(|| read_currency(bare)) {
        normal.currency = Some(currency);
    } else if let Some(order) = date_format(bare) {
        normal.order = order;
    } else if !is_unit(bare) {
        normal.aside.extend(tokens(&split_camel(bracket), &mut normal.id));
    }
}

/// A date format in brackets says the order of the parts.
fn date_format(inner: &str) -> Option<Option<DateOrder>> {
    let letters: String = inner.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 4 || !letters.chars().all(|c| "dmyjatj".contains(c)) {
        return None;
    }
    let at = |set: &str| letters.find(|c| set.contains(c));
    match (at("dt"), at("m"), at("yja")) {
        (Some(d), Some(m), Some(y)) if y < m && m < d => Some(Some(DateOrder::YearMonthDay)),
        (Some(d), Some(m), Some(y)) if d < m && m < y => Some(Some(DateOrder::DayMonthYear)),
        (Some(d), Some(m), Some(y)) if m < d && d < y => Some(Some(DateOrder::MonthDayYear)),
        _ => None,
    }
}

pub fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 34] = [
        "kg",
        "kgs",
        "kilogram",
        "kilograms",
        "g",
        "lb",
        "lbs",
        "t",
        "cbm",
        "cm",
        "mm",
        "m3",
        "pcs",
        "ea",
        "units",
        "days",
        "day",
        "hours",
        "hrs",
        "minute",
        "minutes",
        "km",
        "건",
        "개",
        "일",
        "월",
        "톤",
        "件",
        "天",
        "公斤",
        "千克",
        "tage",
        "jours",
        "dias",
    ];
    UNITS.contains(&word)
}

/// "InvoiceId" → "Invoice Id", "BOLNumber" → "BOL Number", "po_no" → "po no".
fn split_camel(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut split = String::with_capacity(text.len() + 8);
    for (i, &c) in chars.iter().enumerate() {
        let previous = i.checked_sub(1).map(|p| chars[p]);
        let next_lower = chars.get(i + 1).is_some_and(|n| n.is_lowercase());
        let starts = c.is_uppercase()
            && previous.is_some_and(|p| p.is_lowercase() || (p.is_uppercase() && next_lower));
        // "VATs", "POs", "IDs": a plural s is no word.
        let plural = next_lower && chars.get(i + 1) == Some(&'s') && chars.get(i + 2).is_none();
        if starts && !plural {
            split.push(' ');
        }
        split.push(if c == '_' { ' ' } else { c });
    }
    split
}

/// A currency code in capitals at either end, or a symbol anywhere: "Betrag EUR", `Total_USD`.
fn take_currency(text: &str, normal: &mut Normal) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 {
        let shouting = !text.chars().any(char::is_lowercase);
        let currency = |word: &str| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c.is_ascii());
            let code = bare.len() == 3 && bare.chars().all(|c| c.is_ascii_uppercase());
            let symbol = word.chars().count() <= 3 && !word.chars().any(char::is_alphanumeric);
            let usable = symbol || (code && !(shouting && is_english_word(bare)));
            let named = matches!(fold_word(bare).as_str(), "euro" | "euros").then_some("EUR");
            let written = if symbol { word } else { bare };
            named.or(usable.then_some(written)).and_then(read_currency)
        };
        let ends = [words.len() - 1, 0].into_iter().find_map(|i| Some((i, currency(words[i])?)));
        if let Some((at, found)) = ends {
            words.remove(at);
            normal.currency = normal.currency.or(Some(found));
        }
    }
    words.join(" ")
}

/// ISO 4217 codes that are words of a heading in capitals.
fn is_english_word(code: &str) -> bool {
    matches!(code, "ALL" | "TOP" | "CUP" | "PEN" | "TRY" | "MAD" | "SOS" | "BAM" | "GEL" | "COP")
}

fn tokens(text: &str, id: &mut bool) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    // "N° d'expédition": the elided article says nothing; "LCurr" and "DCrcy" begin with what they are of.
    let is_article = |at: usize, word: &str| at > 0 && matches!(word, "d" | "l");
    let folded = fold_word(text);
    let words = folded.split(' ').filter(|word| !word.is_empty()).enumerate();
    for (_, word) in words.filter(|(at, word)| !is_article(*at, word)) {
        *id |= word == "id";
        // "픽업 일자" is "픽업일자".
        let after_word = tokens.last().is_some_and(|last| !last.is_ascii());
        if let Some((_, short)) = DAY_WORDS.iter().find(|(tail, _)| after_word && *tail == word) {
            tokens.push((*short).to_owned());
            continue;
        }
        // "长cm": a unit needs no blank after a character.
        let unit = word.trim_start_matches(|c: char| !c.is_ascii());
        let word = match word.strip_suffix(unit) {
            Some(said) if !said.is_empty() && is_unit(unit) => said,
            _ => word,
        };
        for token in expand(word) {
            if token != NUMBER || tokens.last().is_none_or(|last| last != NUMBER) {
                tokens.push(token);
            }
        }
    }
    tokens
}

/// Ways to say "date" at the end of a word.
const DAY_WORDS: [(&str, &str); 4] =
    [("일자", "일"), ("날짜", "일"), ("日期", "日"), ("时间", "日")];

/// One folded word → its tokens: abbreviation written out, number words as [`NUMBER`], plural s
/// and the number part of a compound split off.
fn expand(word: &str) -> Vec<String> {
    if is_number_word(word) {
        return vec![NUMBER.to_owned()];
    }
    if let Some(full) = written_out().get(word) {
        return vec![(*full).to_owned()];
    }
    for (tail, chars_min) in [
        ("번호", 1),
        ("号码", 1),
        ("编号", 1),
        ("番号", 1),
        ("号", 1),
        ("nummer", 2),
        ("number", 2),
        ("nr", 4),
    ] {
        if let Some(stem) = word.strip_suffix(tail)
            && stem.chars().count() >= chars_min
        {
            return vec![singular(stem).to_owned(), NUMBER.to_owned()];
        }
    }
    // "伝票No", "계산서NO": a Latin tail on a word of another script.
    if let Some(stem) = word.strip_suffix("no")
        && !stem.is_empty()
        && stem.chars().all(|c| !c.is_ascii())
    {
        return vec![stem.to_owned(), NUMBER.to_owned()];
    }
    for (tail, short) in [("일자", "일"), ("날짜", "일"), ("日期", "日"), ("时间", "日")]
    {
        if let Some(stem) = word.strip_suffix(tail)
            && !stem.is_empty()
        {
            return vec![format!("{stem}{short}")];
        }
    }
    vec![singular(word).to_owned()]
}

fn singular(word: &str) -> &str {
    let keeps = ["ss", "us", "is", "as"].iter().any(|tail| word.ends_with(tail));
    match word.strip_suffix('s') {
        Some(stem) if word.len() >= 4 && !keeps => stem,
        _ => word,
    }
}

fn is_number_word(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "no", "nos", "nr", "num", "number", "numero", "nummer", "nro", "nbr", "id", "ids", "번호",
        "号", "号码", "编号", "番号", "번", "numer", "gid", "noid", "number s", "numeros",
    ];
    WORDS.contains(&word)
}

/// [`ABBREVIATIONS`] by their short form.
fn written_out() -> &'static QuickMap<&'static str, &'static str> {
    static WRITTEN_OUT: LazyLock<QuickMap<&str, &str>> =
        LazyLock::new(|| ABBREVIATIONS.iter().rev().copied().collect());
    &WRITTEN_OUT
}

/// Short forms of the trade, after folding. Only those that mean one thing in a heading.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("inv", "invoice"),
    ("invc", "invoice"),
    ("doc", "document"),
    ("docs", "document"),
    ("cust", "customer"),
    ("cstmr", "customer"),
    ("amt", "amount"),
    ("amnt", "amount"),
    ("dt", "date"),
    ("ref", "reference"),
    ("refs", "reference"),
    ("qty", "quantity"),
    ("qnty", "quantity"),
    ("qte", "quantite"),
    ("curr", "currency"),
    ("ccy", "currency"),
    ("cur", "currency"),
    ("bal", "balance"),
    ("acct", "account"),
    ("acc", "account"),
    ("svc", "service"),
    ("serv", "service"),
    ("desc", "description"),
    ("descr", "description"),
    ("dsc", "description"),
    ("addr", "address"),
    ("dlv", "delivery"),
    ("dlvy", "delivery"),
    ("deliv", "delivery"),
    ("pkup", "pickup"),
    ("orig", "original"),
    ("dest", "destination"),
    ("wt", "weight"),
    ("wgt", "weight"),
    ("wgh", "weight"),
    ("chg", "charge"),
    ("chrg", "charge"),
    ("chgs", "charge"),
    ("chargeable", "chargeable"),
    ("cd", "code"),
    ("minimum", "min"),
    ("maximum", "max"),
    ("minm", "min"),
    ("maxm", "max"),
    ("cntr", "container"),
    ("shpt", "shipment"),
    ("shpmt", "shipment"),
    ("shipt", "shipment"),
    ("pkg", "package"),
    ("pkgs", "package"),
    ("pcs", "piece"),
    ("est", "estimated"),
    ("eff", "effective"),
    ("pct", "percent"),
    ("percentage", "percent"),
    ("trk", "tracking"),
    ("pymt", "payment"),
    ("pmt", "payment"),
    ("proj", "project"),
    ("prj", "project"),
    ("dept", "department"),
    ("loc", "location"),
    ("vndr", "vendor"),
    ("lcurr", "currency"),
    ("req", "required"),
    ("uom", "uom"),
    ("crcy", "currency"),
    ("pt", "party"),
    ("cod", "codigo"),
    ("cta", "cuenta"),
    ("cte", "cliente"),
    ("fra", "factura"),
    ("vto", "vencimiento"),
    ("pdte", "pendiente"),
    ("ech", "echeance"),
    ("cde", "commande"),
    ("exped", "expedition"),
    ("gew", "gewicht"),
    ("bruttogew", "bruttogewicht"),
    ("rcvd", "received"),
    ("recd", "received"),
    ("colln", "collection"),
    ("lvl", "level"),
    ("cpte", "compte"),
    ("pte", "pendiente"),
    ("cli", "client"),
    ("livr", "livraison"),
    ("enlev", "enlevement"),
    ("chargt", "chargement"),
    ("pds", "poids"),
    ("kd", "kunden"),
    ("nm", "name"),
    ("ctns", "carton"),
    ("ctn", "carton"),
    ("rcpt", "receipt"),
    ("lmt", "limit"),
    ("apt", "airport"),
    ("nett", "net"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn compact(text: &str) -> String {
        normalise(text).compact()
    }

    #[test]
    fn every_form_of_number_is_one() {
        for text in [
            "Invoice No.",
            "invoice_number",
            "InvoiceId",
            "INVOICE #",
            "Inv. Nº",
            "Ｉｎｖｏｉｃｅ　Ｎｏ",
        ] {
            assert_eq!(compact(text), "invoice#", "{text}");
        }
        assert_eq!(compact("청구서 번호"), compact("청구서번호"));
        assert_eq!(compact("Rechnungsnummer"), compact("Rechnungs-Nr."));
        assert_eq!(compact("发票号码"), compact("发票编号"));
        assert_eq!(compact("發票號碼"), compact("发票号码"));
        assert_eq!(compact("伝票No."), compact("伝票番号"));
        assert_eq!(compact("BOL_Number"), "bol#");
        assert_eq!(compact("BOLNumber"), "bol#");
    }

    #[test]
    fn units_and_currencies_are_hints() {
        let usd = Currency::parse("USD");
        for text in ["Amount (USD)", "Amount_USD", "USD Amount", "Amount [US$]", "Amount $"] {
            let normal = normalise(text);
            assert_eq!((normal.compact().as_str(), normal.currency), ("amount", usd), "{text}");
        }
        assert_eq!(compact("Weight (kg)"), "weight");
        assert_eq!(normalise("금액(원)").currency, Currency::parse("KRW"));
        assert_eq!(normalise("SHIP ALL").currency, None);
        let dated = normalise("Invoice Date (DD/MM/YYYY)");
        assert_eq!(dated.order, Some(DateOrder::DayMonthYear));
        assert_eq!(dated.compact(), "invoicedate");
    }

    #[test]
    fn brackets_with_words_stay() {
        assert_eq!(compact("金额（不含税）"), compact("金额(不含税)"));
        assert_eq!(normalise("Date (local time)").compact_outside(), "date");
    }

    #[test]
    fn day_words_are_one() {
        assert_eq!(compact("발행일자"), compact("발행 일"));
        assert_eq!(compact("签收日期"), compact("签收日"));
    }
}
