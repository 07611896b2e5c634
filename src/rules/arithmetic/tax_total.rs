//! ARI-04: the tax of the lines does not add up to the tax of the invoice (EN 16931 BR-CO-14).
//!
//! Tax may be rounded on each line, or once for each rate on the document: either sum is right, and
//! so is a difference of a minor unit a line. Lines that state no tax are TAX-01's business.

use std::collections::BTreeMap;

use crate::base::{Decimal, Money, Severity};
use crate::model::{Invoice, Owner, Policy, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Cell, Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Invoices, Field::Tax), Need::Column(Kind::Lines, Field::Tax)],
    check,
};

/// Lines shown for one finding.
const LINES_CITED_MAX: usize = 6;

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some((header, stated, total)) = wrong(case.policy, &invoice) else { continue };
        let difference = Money::new(stated.minor.saturating_sub(total.minor), stated.currency);
        let mut finding = findings
            .at(header.source(Field::Tax), invoice.key())
            .arg("invoice", invoice.no())
            .arg("total", total)
            .arg("stated", stated)
            .arg("difference", difference)
            .found(stated)
            .expected(total)
            .stake(Some(difference))
            .of_invoice(Some(invoice));
        for line in invoice.lines().take(LINES_CITED_MAX) {
            finding = finding.evidence("evidence-tax", line.0.source(Field::Tax));
        }
        findings.push(finding);
    }
}

/// The header, its tax and the tax of its lines, where the two differ.
pub(in crate::rules) fn wrong<'b>(
    policy: &Policy,
    invoice: &Invoice<'b>,
) -> Option<(Row<'b>, Money, Money)> {
    let header = invoice.header()?;
    let stated = header.money(Field::Tax)?;
    let mut total = 0_i64;
    let mut lines = 0_i64;
    let mut by_rate: BTreeMap<Decimal, Decimal> = BTreeMap::new();
    let mut rated = true;
    for line in invoice.lines().map(|line| line.0) {
        // A line in another currency, or with a tax that cannot be read, leaves the question open.
        let same = line.currency() == stated.currency || line.currency().is_none();
        if !same || line.number_cell(Field::Tax) == Cell::Failed {
            return None;
        }
        let Some(tax) = line.number(Field::Tax) else { continue };
        total = total.checked_add(Money::round(tax, stated.currency)?.minor)?;
        lines += 1;
        match (line.number(Field::TaxRate), line.number(Field::Net)) {
            (Some(rate), Some(net)) => *by_rate.entry(rate).or_default() += net,
            _ => rated = false,
        }
    }
    let per_line = if policy.rounding.is_some() { 0 } else { policy.tax_minor_units_per_line };
    let off = |sum: i64| stated.minor.abs().abs_diff(sum.abs());
    let allowed = per_line.saturating_mul(lines).unsigned_abs();
    if lines == 0 || off(total) <= allowed {
        return None;
    }
    let on_document = by_rate.into_iter().try_fold(0_i64, |sum, (rate, net)| {
        let tax =
            policy.rounding.unwrap_or_default().round(net.checked_mul(rate)?, stated.currency);
        sum.checked_add(tax?.minor)
    });
    if rated && on_document.is_some_and(|sum| off(sum) == 0) {
        return None;
    }
    // Houses write credit notes with the sign on either side.
    let sign = if (stated.minor < 0) == (total < 0) { 1 } else { -1 };
    Some((header, stated, Money::new(total * sign, stated.currency)))
}
