//! All words of the product: Fluent catalogues in three languages, and the exact formatter for
//! figures and dates. Findings are stored as code + arguments and become words here, late.
//!
//! Invariant: every message stands in every language with the same arguments
//! (`tests/house/words.rs`). Client text from files is never translated.

mod args;
mod catalogue;
pub mod format;

use serde::{Deserialize, Serialize};

pub use args::{Arg, Args};
pub use catalogue::{FILES, keys};

/// A language of the screen or of a report; the two are chosen apart.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    En,
    Ko,
    Zh,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Ko, Lang::Zh];

    /// BCP 47 tag, as for the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
            Lang::Zh => "zh-Hans",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Lang> {
        let start = tag.get(..2)?.to_ascii_lowercase();
        Lang::ALL.into_iter().find(|l| l.tag().starts_with(&start))
    }
}

/// The message of a key without arguments: `text(lang, "nav-files")`.
pub fn text(lang: Lang, key: &str) -> String {
    catalogue::format(lang, key, &Args::default())
}

/// The message of a key with its arguments. `PRC-03` is the message, `PRC-03.fix` its attribute.
/// A key that no catalogue has comes back as itself, so that a screen shows it and a test finds it.
pub fn say(lang: Lang, key: &str, args: &Args) -> String {
    catalogue::format(lang, key, args)
}

/// Whether the catalogue of a language has the key.
pub fn has(lang: Lang, key: &str) -> bool {
    catalogue::has(lang, key)
}
