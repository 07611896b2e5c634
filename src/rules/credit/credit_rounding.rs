//! CRB-07: an invoice is credited in full, and what its credit notes come to misses it by some
//! rounding: each note was rounded on its own. More than rounding is CRB-02.

use super::credits::credits_by_original;
use crate::base::{Money, Severity};
use crate::model::{Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CRB-07",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Credit,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::OriginalInvoice),
        (Kind::Lines, Field::OriginalInvoice),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (no, credits) in credits_by_original(case.book) {
        let Some(original) = case.book.invoice(&no) else { continue };
        let Some(whole) = original.worth().map(Money::abs) else { continue };
        let total = total(&credits, whole);
        let Some(last) = credits.last().filter(|_| is_rounding(&credits, total, whole)) else {
            continue;
        };
        let field = [Field::Gross, Field::Amount, Field::Net].into_iter();
        let at = last.any_row().and_then(|row| field.clone().find(|&f| row.has(f)));
        let Some(at) = at.and_then(|field| last.source(field)) else { continue };
        let mut finding = findings
            .at(at, &format!("{}:{}", original.key(), last.key()))
            .arg("original", original.no())
            .arg("credit", last.no())
            .arg("total", total)
            .arg("whole", whole)
            .found(total)
            .expected(whole)
            // Positive: the client still owes a rest of the invoice that was taken back.
            .stake(Some(Money::new(whole.minor - total.minor, whole.currency)))
            .of_invoice(Some(*last));
        if let Some(source) = original.source(Field::InvoiceNo) {
            finding = finding.evidence("evidence-other-invoice", source);
        }
        findings.push(finding);
    }
}

fn total(credits: &[Invoice], whole: Money) -> Money {
    let worths = credits.iter().filter_map(|credit| credit.worth());
    let minor = worths.filter(|w| w.currency == whole.currency).map(|w| w.abs().minor).sum();
    Money::new(minor, whole.currency)
}

/// Off by no more than a minor unit for each note and line, and by less than a hundredth.
pub fn is_rounding(credits: &[Invoice], total: Money, whole: Money) -> bool {
    let off = (whole.minor - total.minor).unsigned_abs();
    let steps: usize = credits.iter().map(|credit| credit.lines().len().max(1)).sum();
    off > 0 && off <= steps as u64 && off.saturating_mul(100) < whole.minor.unsigned_abs()
}
