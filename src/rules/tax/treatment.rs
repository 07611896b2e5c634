//! How a row says that it bears no tax: by a category code of EN 16931, or in words. A house's own
//! tax codes (`V1`, `A2`) say nothing to strangers.

use crate::base::fold_word;
use crate::model::{Invoice, Row};
use crate::table::Field;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Treatment {
    /// The buyer owes the tax.
    ReverseCharge,
    /// Exempt, zero-rated, export, out of scope.
    NoTax,
    Taxed,
}

static REVERSE: [&str; 11] = [
    "reverse charge",
    "reverse charged",
    "inversion del sujeto pasivo",
    "autoliquidation",
    "steuerschuldnerschaft",
    "대리납부",
    "매입자납부",
    "逆向征收",
    "代扣代缴",
    "reverse",
    "反向征收",
];
static FREE: [&str; 16] = [
    "exempt",
    "zero rate",
    "zero rated",
    "export",
    "out of scope",
    "not taxable",
    "non taxable",
    "steuerfrei",
    "exonere",
    "exento",
    "면세",
    "영세",
    "비과세",
    "免税",
    "零税率",
    "不征税",
];

/// `None` where the text is blank or a code of the house.
pub fn treatment(text: &str) -> Option<Treatment> {
    let word = fold_word(text);
    match word.as_str() {
        "ae" | "rc" => return Some(Treatment::ReverseCharge),
        "e" | "z" | "g" | "o" | "k" | "zr" | "zero" => return Some(Treatment::NoTax),
        "s" | "standard" | "standard rate" | "과세" | "일반" | "应税" => {
            return Some(Treatment::Taxed);
        }
        _ => {}
    }
    let says = |words: &[&str]| words.iter().any(|known| word.contains(known));
    match () {
        () if says(&REVERSE) => Some(Treatment::ReverseCharge),
        () if says(&FREE) => Some(Treatment::NoTax),
        () => None,
    }
}

/// The rows of an invoice that state a tax code, with what it means.
pub fn treated<'b>(invoice: &Invoice<'b>) -> impl Iterator<Item = (Row<'b>, &'b str, Treatment)> {
    let rows = invoice.headers().chain(invoice.lines().map(|line| line.0));
    rows.filter_map(|row| {
        let code = row.text(Field::TaxCode)?;
        Some((row, code, treatment(code)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_the_house_says_nothing() {
        assert_eq!(treatment("AE"), Some(Treatment::ReverseCharge));
        assert_eq!(treatment("Zero-rated"), Some(Treatment::NoTax));
        assert_eq!(treatment("영세율"), Some(Treatment::NoTax));
        assert_eq!(treatment("V1"), None);
    }
}
