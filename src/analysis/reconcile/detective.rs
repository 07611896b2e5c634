//! The difference detective: where an amount that nothing explains may come from. It leads to rows
//! and says why; it decides nothing, and says where it did not look to the end.
//!
//! Invariant: every lead gives the difference to the minor unit, and the order of rows decides
//! neither which leads there are nor how they stand.

mod leads;
mod sets;

use std::collections::BTreeMap;

use super::{Cause, Line, Reconciled};
use crate::base::{Currency, Decimal, Money, Source};

pub use leads::LeadKind;

/// One thing that would make the difference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lead {
    pub kind: LeadKind,
    pub rows: Vec<Source>,
    /// The figure that gives the difference: an amount as it would be, a rate's basis.
    pub figure: Option<Money>,
    /// Sets that come to the amount by accident, to be expected, in millionths; and of that many
    /// targets that nobody booked, how many have a set as well.
    pub chance: Option<u64>,
    pub decoys: Option<(u32, u32)>,
    /// Left over right, where other pairs have the same.
    pub ratio: Option<Decimal>,
    /// Some of the rows stand alone or differ.
    pub open: bool,
}

/// What was found about one difference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inquiry {
    pub currency: Currency,
    pub difference: Money,
    /// The pair whose amounts differ; `None` for what the bridge leaves.
    pub line: Option<u32>,
    /// What tells most first.
    pub leads: Vec<Lead>,
    /// Rows that were looked at.
    pub rows: usize,
    /// Open rows that no set was searched among, because they are too many, or the search ran out of
    /// steps.
    pub not_searched: usize,
}

/// A row as the detective sees it.
#[derive(Clone, Copy, Debug)]
struct Suspect {
    source: Source,
    /// With the sign with which it adds to left − right.
    effect: i64,
    open: bool,
}

/// Differences that are looked into, and leads that are shown of one kind.
const INQUIRIES_MAX: usize = 40;
const LEADS_PER_KIND_MAX: usize = 5;

pub(super) fn inquire(done: &Reconciled) -> Vec<Inquiry> {
    let mut inquiries = Vec::new();
    for bridge in done.bridges.iter().filter(|bridge| !bridge.unlocated.is_zero()) {
        let suspects = suspects(done, bridge.currency, None);
        let mut inquiry = about_total(bridge.unlocated, &suspects);
        inquiry.leads.extend(leads::other_currency(done, bridge));
        inquiries.push(inquiry.in_order());
    }
    let ratios = leads::ratios(done);
    let open = done.lines.iter().enumerate().filter(|(_, line)| !line.cause.explains());
    for (at, line) in open {
        let effect = line.effect(done);
        let mut differences = effect.iter().filter(|money| !money.is_zero());
        // Of two currencies no difference can be told.
        if let (Some(difference), None, true) =
            (differences.next(), differences.next(), inquiries.len() < INQUIRIES_MAX)
        {
            let suspects = suspects(done, difference.currency, Some(at));
            let mut inquiry = about_line(done, difference, line, &suspects);
            inquiry.line = Some(at as u32);
            inquiry.leads.extend(ratios.get(&(at as u32)).cloned());
            inquiries.push(inquiry.in_order());
        }
    }
    inquiries
}

/// All rows of a currency, those of one line left out.
fn suspects(done: &Reconciled, currency: Currency, without: Option<usize>) -> Vec<Suspect> {
    let mut standing: BTreeMap<(bool, u32), (bool, bool)> = BTreeMap::new();
    for (at, line) in done.lines.iter().enumerate() {
        let open = line.cause != Cause::Equal;
        let left_out = Some(at) == without;
        line.left.iter().for_each(|&row| _ = standing.insert((true, row), (open, left_out)));
        line.right.iter().for_each(|&row| _ = standing.insert((false, row), (open, left_out)));
    }
    let mut suspects = Vec::new();
    for (is_left, side) in [(true, &done.left), (false, &done.right)] {
        for (at, entry) in side.entries.iter().enumerate() {
            let (open, left_out) =
                standing.get(&(is_left, at as u32)).copied().unwrap_or((true, false));
            let Some(money) = entry.amount.filter(|m| m.currency == currency && m.minor != 0)
            else {
                continue;
            };
            if !left_out {
                let effect = if is_left { money.minor } else { money.minor.saturating_neg() };
                suspects.push(Suspect { source: entry.source, effect, open });
            }
        }
    }
    suspects
}

/// What no line accounts for: any row may have to do with it.
fn about_total(difference: Money, suspects: &[Suspect]) -> Inquiry {
    let mut leads = leads::of_rows(difference, suspects);
    leads.extend(leads::shares(difference, suspects.iter().filter(|suspect| suspect.open)));
    leads.extend(sets::pairs(difference, suspects));
    let (set, not_searched) = sets::subset(difference, suspects);
    leads.extend(set);
    leads.extend(leads::of_figures(difference, suspects));
    Inquiry::new(difference, leads, suspects.len(), not_searched)
}

/// One pair that differs, or a row that nobody knows: only what stands open as well comes into
/// question, and a share is one of its own amounts.
fn about_line(done: &Reconciled, difference: Money, line: &Line, suspects: &[Suspect]) -> Inquiry {
    let open: Vec<Suspect> = suspects.iter().copied().filter(|suspect| suspect.open).collect();
    let alone = line.left.is_empty() || line.right.is_empty();
    let mut leads = if alone {
        leads::alike(difference, &open)
    } else {
        let rows = line.left.iter().map(|&at| (&done.left, at));
        let rows = rows.chain(line.right.iter().map(|&at| (&done.right, at)));
        let own = rows.filter_map(|(side, at)| {
            let entry = &side.entries[at as usize];
            let effect = entry.amount.filter(|m| m.currency == difference.currency)?.minor;
            Some(Suspect { source: entry.source, effect, open: true })
        });
        let own: Vec<Suspect> = own.collect();
        let mut leads = leads::of_rows(difference, &open);
        leads.extend(leads::shares(difference, own.iter()));
        leads
    };
    // What stands on one side is made good by the other: the sign turns.
    let wanted = Money::new(difference.minor.saturating_neg(), difference.currency);
    leads.extend(sets::pairs(wanted, &open));
    let (set, not_searched) = sets::subset(wanted, &open);
    leads.extend(set);
    if !alone {
        leads.extend(leads::of_figures(difference, &[]));
    }
    Inquiry::new(difference, leads, open.len(), not_searched)
}

impl Inquiry {
    fn new(difference: Money, leads: Vec<Lead>, rows: usize, not_searched: usize) -> Inquiry {
        let currency = difference.currency;
        Inquiry { currency, difference, line: None, leads, rows, not_searched }
    }

    fn in_order(mut self) -> Inquiry {
        self.leads.sort_by_key(|lead| (lead.kind, !lead.open, lead.rows.clone()));
        let mut shown: BTreeMap<LeadKind, usize> = BTreeMap::new();
        self.leads.retain(|lead| {
            let count = shown.entry(lead.kind).or_default();
            *count += 1;
            *count <= LEADS_PER_KIND_MAX
        });
        self
    }
}
