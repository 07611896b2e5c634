//! Tolerances of single currencies and clients, in four values each: the tab of the settings screen.

use serde::{Deserialize, Serialize};

use crate::model::{Bound, Tolerance};
use crate::rules::Results;
use crate::words::{self, Lang};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Bands {
    pub lines: Vec<BandLine>,
    /// What a band can be about.
    pub bounds: Vec<(Bound, String)>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BandLine {
    pub bound: Bound,
    /// The code of a currency, or a client's number or name.
    pub of: String,
    /// `Receipts in a currency`
    pub what: String,
    /// Amount and percent below, amount and percent above.
    pub values: [String; 4],
}

pub fn view(results: &Results, lang: Lang) -> Bands {
    let what = |bound: Bound| words::text(lang, bound.word());
    let line = |(bound, of, band): (Bound, String, Tolerance)| BandLine {
        bound,
        of,
        what: what(bound),
        values: band.write(),
    };
    Bands {
        lines: results.policy.bands().into_iter().map(line).collect(),
        bounds: Bound::ALL.into_iter().map(|bound| (bound, what(bound))).collect(),
    }
}
