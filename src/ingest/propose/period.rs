//! This period's list or the last one's: what a file is called tells lists of one layout apart.

use super::evidence::PRIOR;
use super::kinds::says;
use crate::base::fold_word;
use crate::table::Kind;

/// Open items of this period and the last have one layout, and so one remembered reading.
pub fn of_period(kind: Kind, states_open: bool, names: &[&str]) -> Kind {
    match kind {
        Kind::Invoices if states_open && is_prior(names) => Kind::PriorItems,
        Kind::PriorItems if !is_prior(names) => Kind::Invoices,
        kind => kind,
    }
}

/// By the names themselves: as a hint of its kind, a list of open items is called nothing else.
pub fn is_prior(names: &[&str]) -> bool {
    names
        .iter()
        .map(|name| fold_word(&spaced(name)))
        .any(|name| PRIOR.iter().any(|word| says(&name, word)))
}

/// "Chinook_InvoiceLine" → "Chinook Invoice Line".
pub(super) fn spaced(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut spaced = String::new();
    let mut lower = false;
    for c in stem.chars() {
        if c.is_uppercase() && lower {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.push(c);
    }
    spaced
}
