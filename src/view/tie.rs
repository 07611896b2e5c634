//! The tie bar as rows of ready figures.

use serde::{Deserialize, Serialize};

use super::Amount;
use crate::analysis::tie::Tie;
use crate::words::{self, Lang};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TieBar {
    pub name: String,
    /// Heads of left, right, and of each explained part.
    pub left: String,
    pub right: String,
    pub parts: Vec<String>,
    pub rows: Vec<TieRow>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TieRow {
    /// The currency's name in the language of the screen.
    pub currency: String,
    pub left: Amount,
    pub right: Amount,
    pub difference: Amount,
    pub parts: Vec<Amount>,
    pub unexplained: Amount,
    pub tied: bool,
}

/// The rows of one tie, all currencies: what is not tied first, then what differs.
pub fn bar(ties: &[Tie], name: &str, lang: Lang) -> Option<TieBar> {
    let mut of: Vec<&Tie> = ties.iter().filter(|tie| tie.name == name).collect();
    of.sort_by_key(|tie| (tie.is_tied(), tie.difference.is_zero()));
    let first = of.first()?;
    Some(TieBar {
        name: words::text(lang, name),
        left: words::text(lang, &format!("{name}-left")),
        right: words::text(lang, &format!("{name}-right")),
        parts: first.explained.iter().map(|(key, _)| words::text(lang, key)).collect(),
        rows: of.into_iter().map(|tie| row(tie, lang)).collect(),
    })
}

fn row(tie: &Tie, lang: Lang) -> TieRow {
    TieRow {
        currency: currency_name(tie.currency, lang),
        left: Amount::of(tie.left),
        right: Amount::of(tie.right),
        difference: Amount::of(tie.difference),
        parts: tie.explained.iter().map(|(_, part)| Amount::of(*part)).collect(),
        unexplained: Amount::of(tie.unexplained),
        tied: tie.is_tied(),
    }
}

/// `US dollar`; the code where the catalogue has no name for it.
pub fn currency_name(currency: crate::base::Currency, lang: Lang) -> String {
    let key = format!("currency-{}", currency.code().to_ascii_lowercase());
    if words::has(lang, &key) { words::text(lang, &key) } else { currency.code().to_owned() }
}
