//! Which invoices may go out: the release list, the hold list, and what goes out on a waiver.
//!
//! Invariant: every invoice stands on exactly one of the three, and their values add up to the value
//! of all invoices, per currency.

use std::collections::BTreeMap;

use super::{Finding, Results, Verdict};
use crate::base::{Money, Severity, Source, Sums, fold_id};
use crate::model::Invoice;

/// Whether an invoice may go out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Clearance {
    /// A finding that blocks, not dismissed.
    Blocked,
    /// Only findings that want a reason, not decided yet.
    ToReview,
    /// Findings hold it, and somebody took the responsibility.
    Waived,
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
    /// It was waived for another amount or other findings.
    pub waiver_expired: bool,
    pub at: Option<Source>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Release {
    /// In order of folded number.
    pub invoices: Vec<InvoiceClearance>,
    pub released: Sums,
    pub waived: Sums,
    pub held: Sums,
    pub all: Sums,
}

impl Clearance {
    pub fn is_held(self) -> bool {
        matches!(self, Clearance::Blocked | Clearance::ToReview)
    }

    /// Word key.
    pub fn word(self) -> &'static str {
        match self {
            Clearance::Released => "invoice-released",
            Clearance::Waived => "invoice-waived",
            Clearance::Blocked => "invoice-blocked",
            Clearance::ToReview => "invoice-to-review",
        }
    }
}

impl Release {
    /// The control total: released + waived + held = all.
    pub fn holds(&self) -> bool {
        let mut together = self.released.clone();
        together.add_all(&self.waived);
        together.add_all(&self.held);
        together == self.all
    }

    pub fn count(&self, wanted: Clearance) -> usize {
        self.invoices.iter().filter(|invoice| invoice.clearance == wanted).count()
    }

    pub fn held_count(&self) -> usize {
        self.invoices.iter().filter(|invoice| invoice.clearance.is_held()).count()
    }
}

pub fn release(results: &Results) -> Release {
    let held = held_by(results);
    let mut release = Release::default();
    for invoice in results.book.invoices() {
        let holding = held.get(invoice.key()).map_or(&[][..], Vec::as_slice);
        let cleared = clear(results, &invoice, holding);
        if let Some(value) = cleared.value {
            release.all.add(value);
            let list = match cleared.clearance {
                Clearance::Released => &mut release.released,
                Clearance::Waived => &mut release.waived,
                Clearance::Blocked | Clearance::ToReview => &mut release.held,
            };
            list.add(value);
        }
        release.invoices.push(cleared);
    }
    // A currency with nothing released is still a zero that adds up.
    for currency in release.all.currencies().collect::<Vec<_>>() {
        release.released.add(Money::new(0, currency));
        release.waived.add(Money::new(0, currency));
        release.held.add(Money::new(0, currency));
    }
    release
}

/// The findings that hold one invoice, in catalogue order.
pub fn holding<'r>(results: &'r Results, invoice: &str) -> Vec<&'r Finding> {
    held_by(results).remove(&fold_id(invoice)).unwrap_or_default()
}

/// Per folded invoice number: the findings that hold it.
fn held_by(results: &Results) -> BTreeMap<String, Vec<&Finding>> {
    let mut held: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in &results.qc.findings {
        let Some(no) = &finding.invoice else { continue };
        let holds = match (finding.severity, results.decisions.verdict(finding)) {
            (_, Some(Verdict::Dismissed { .. })) | (Severity::Note, _) => false,
            // Accepted means "it is wrong": a wrong invoice does not go out.
            (Severity::Break, _) | (Severity::Review, Some(Verdict::Accepted) | None) => true,
        };
        if holds {
            held.entry(fold_id(no)).or_default().push(finding);
        }
    }
    held
}

/// What a waiver hangs on.
pub fn grounds(holding: &[&Finding]) -> Vec<(String, Option<Money>)> {
    holding.iter().map(|finding| (finding.key.clone(), finding.at_stake)).collect()
}

fn clear(results: &Results, invoice: &Invoice, holding: &[&Finding]) -> InvoiceClearance {
    let value = invoice.gross().or_else(|| lines_total(invoice));
    let waiver = results.waivers.of(invoice.no()).filter(|_| !holding.is_empty());
    let covered = waiver.is_some_and(|waiver| waiver.covers(value, &grounds(holding)));
    let blocks = holding.iter().any(|finding| finding.severity == Severity::Break);
    let mut held_by: Vec<&'static str> = holding.iter().map(|finding| finding.rule).collect();
    held_by.dedup();
    InvoiceClearance {
        no: invoice.no().to_owned(),
        customer: invoice.customer_label().map(str::to_owned),
        value,
        clearance: match holding.is_empty() {
            true => Clearance::Released,
            false if covered => Clearance::Waived,
            false if blocks => Clearance::Blocked,
            false => Clearance::ToReview,
        },
        held_by,
        waiver_expired: waiver.is_some() && !covered,
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
