//! What a header says: the senses its words can have, best first, with currency and date hints.
//! Knows words only; whether the cells agree is [`super::propose`]'s business.

mod abbreviated;
mod composed;
mod compounds;
mod either;
mod normalise;
mod price_of;
mod score;
pub mod synonyms;
mod traditional;
mod vocabulary;

pub use normalise::{Normal, normalise};
pub use score::{Match, bare_num, is_known_word, senses};
pub use synonyms::{Foreign, Sense};
pub use vocabulary::prepare;

use crate::base::Currency;
use crate::ingest::DateOrder;
use crate::table::Field;

/// One column's header.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// As the mapping screen shows it: the rows of a header joined with `" / "`.
    pub text: String,
    /// The key by which a layout recognises the column.
    pub folded: String,
    /// "Amount (USD)" and `Total_USD`.
    pub currency: Option<Currency>,
    /// "Date (dd/mm/yyyy)".
    pub order: Option<DateOrder>,
    /// Best first.
    pub senses: Vec<Match>,
}

impl Header {
    /// Reads the header of one column from its rows, top row first.
    pub fn read(parts: &[&str]) -> Header {
        let text = parts.join(" / ");
        let normal = normalise(&parts.join(" "));
        let mut senses = senses(parts);
        if normal.tokens == [normalise::NUMBER] {
            let named = text.trim().trim_end_matches('.').eq_ignore_ascii_case("num");
            senses.extend(if named { score::bare_num() } else { score::bare_key(normal.id) });
        }
        let price = parts.last().and_then(|last| price_of::sense(last));
        if let Some((found, _)) = price {
            // "€/kg" is no weight.
            senses = vec![found];
        }
        let (folded, currency, order) = (normal.compact(), normal.currency, normal.order);
        let currency = currency.or(price.and_then(|(_, currency)| currency));
        Header { text, folded, currency, order, senses }
    }

    /// Whether the header is a word that Tieout knows, and not only in passing.
    pub fn is_known(&self) -> bool {
        self.senses.first().is_some_and(|m| m.score >= score::VAGUE)
    }

    /// Whether the header names the field in words that mean nothing else.
    pub fn is_plainly(&self, field: Field) -> bool {
        self.sense(Sense::Field(field)).is_some_and(|found| !found.vague)
    }

    pub fn sense(&self, sense: Sense) -> Option<&Match> {
        self.senses.iter().find(|m| m.sense == sense)
    }
}
