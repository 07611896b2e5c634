//! Which invoices may go out: the release list and the hold list.
//!
//! Invariant: every invoice stands on exactly one of the two, and their values add up to the value
//! of all invoices, per currency.

use std::collections::BTreeMap;

use super::{Results, Verdict};
use crate::base::{Money, Severity, Source, Sums, fold_id};
use crate::model::Invoice;

/// Whether an invoice may go out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Clearance {
    /// A finding that blocks, not dismissed.
    Blocked,
    /// Only findings that want a reason, not decided yet.
    ToReview,
    Released,
}

#[derive(Clone, PartialEq, Debug)]
pub struct InvoiceClearance {
    pub no: String,
    pub customer: Option<String>,
    /// Gross of the header; without a header the sum of the lines.
    pub value: Option<Money>,
    pub clearance: Clearance,
    /// Codes of the findings that hold it, in catalogue order, each once.
    pub held_by: Vec<&'static str>,
    pub at: Option<Source>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Release {
    /// In order of folded number.
    pub invoices: Vec<InvoiceClearance>,
    pub released: Sums,
    pub held: Sums,
    pub all: Sums,
}

impl Release {
    /// The control total: released + held = all.
    pub fn holds(&self) -> bool {
        let mut both = self.released.clone();
        both.add_all(&self.held);
        both == self.all
    }

    pub fn count(&self, wanted: Clearance) -> usize {
        self.invoices.iter().filter(|invoice| invoice.clearance == wanted).count()
    }
}

pub fn release(results: &Results) -> Release {
    let held = held_by(results);
    let mut release = Release::default();
    for invoice in results.book.invoices() {
        let cleared = clear(&invoice, held.get(invoice.key()));
        if let Some(value) = cleared.value {
            release.all.add(value);
            let list = match cleared.clearance {
                Clearance::Released => &mut release.released,
                Clearance::Blocked | Clearance::ToReview => &mut release.held,
            };
            list.add(value);
        }
        release.invoices.push(cleared);
    }
    // A currency with nothing released is still a zero that adds up.
    for currency in release.all.currencies().collect::<Vec<_>>() {
        release.released.add(Money::new(0, currency));
        release.held.add(Money::new(0, currency));
    }
    release
}

/// Per folded invoice number: the codes that hold it, and whether one of them blocks.
type Held = (Vec<&'static str>, bool);

fn held_by(results: &Results) -> BTreeMap<String, Held> {
    let mut held: BTreeMap<String, Held> = BTreeMap::new();
    for finding in &results.qc.findings {
        let Some(no) = &finding.invoice else { continue };
        let holds = match (finding.severity, results.decisions.verdict(finding)) {
            (_, Some(Verdict::Dismissed { .. })) | (Severity::Note, _) => false,
            // Accepted means "it is wrong": a wrong invoice does not go out.
            (Severity::Break, _) | (Severity::Review, Some(Verdict::Accepted) | None) => true,
        };
        if holds {
            let entry = held.entry(fold_id(no)).or_default();
            if !entry.0.contains(&finding.rule) {
                entry.0.push(finding.rule);
            }
            entry.1 |= finding.severity == Severity::Break;
        }
    }
    held
}

fn clear(invoice: &Invoice, held: Option<&Held>) -> InvoiceClearance {
    let clearance = match held {
        None => Clearance::Released,
        Some((_, true)) => Clearance::Blocked,
        Some((_, false)) => Clearance::ToReview,
    };
    InvoiceClearance {
        no: invoice.no().to_owned(),
        customer: invoice.customer_label().map(str::to_owned),
        value: invoice.gross().or_else(|| lines_total(invoice)),
        clearance,
        held_by: held.map(|(codes, _)| codes.clone()).unwrap_or_default(),
        at: invoice.any_row().map(|row| row.row_source()),
    }
}

fn lines_total(invoice: &Invoice) -> Option<Money> {
    let currency = invoice.currency();
    let mut lines =
        invoice.lines().filter_map(|line| line.net()).filter(|n| n.currency == currency);
    let first = lines.next()?;
    Some(lines.fold(first, |sum, net| Money::new(sum.minor.saturating_add(net.minor), currency)))
}
