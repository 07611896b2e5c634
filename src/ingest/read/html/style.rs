//! `mso-number-format` in style sheets and attributes: what Excel wrote about a cell's number.

use std::collections::BTreeMap;

use crate::ingest::read::serial::{NumberFormat, format_of_code};

/// How a cell's stored number is to be shown, or that the cell is text whatever stands in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Format {
    Text,
    Number(NumberFormat),
}

impl From<NumberFormat> for Format {
    fn from(format: NumberFormat) -> Format {
        Format::Number(format)
    }
}

/// Formats by class, from the page's style sheet.
#[derive(Default)]
pub(super) struct Styles {
    classes: BTreeMap<String, Format>,
}

impl Styles {
    pub(super) fn add(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, body)) = rule.split_once('{') else { continue };
            let Some(format) = of_style(body) else { continue };
            for selector in selectors.split(',') {
                if let Some((_, class)) = selector.trim().rsplit_once('.') {
                    self.classes.insert(class.trim().to_ascii_lowercase(), format.clone());
                }
            }
        }
    }

    pub(super) fn of_class(&self, class: &str) -> Option<Format> {
        self.classes.get(&class.to_ascii_lowercase()).cloned()
    }
}

/// The format in a list of declarations.
pub(super) fn of_style(style: &str) -> Option<Format> {
    const PROPERTY: &str = "mso-number-format";
    let lower = style.to_ascii_lowercase();
    let at = lower.find(PROPERTY)? + PROPERTY.len();
    let value = style.get(at..)?.trim_start().strip_prefix(':')?;
    Some(of_code(&value_of(value)))
}

/// Whether a list of declarations takes the element off the page.
pub(super) fn hides(style: &str) -> bool {
    let bare: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.to_ascii_lowercase();
    bare.contains("display:none") || bare.contains("visibility:hidden")
}

/// A format code, or one of the names that Excel writes instead.
pub(super) fn of_code(code: &str) -> Format {
    match code.trim().to_ascii_lowercase().as_str() {
        "@" => Format::Text,
        "short date" | "medium date" | "long date" | "general date" => NumberFormat::Date.into(),
        "" | "general" | "fixed" | "standard" | "percent" | "scientific" | "currency"
        | "yes/no" => NumberFormat::Plain.into(),
        // LibreOffice writes codes in the language of the file: TT.MM.JJJJ, jj/mm/aaaa.
        lower if lower.contains("jj") || lower.contains("aaaa") => NumberFormat::Date.into(),
        _ => format_of_code(code.trim()).into(),
    }
}

/// The value up to its semicolon, without quotes and CSS escapes.
fn value_of(text: &str) -> String {
    let mut value = String::new();
    let mut quote = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => value.extend(chars.next()),
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(c),
            ';' if quote.is_none() => break,
            c => value.push(c),
        }
    }
    value
}
