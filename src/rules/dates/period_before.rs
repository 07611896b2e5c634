//! The periods of a register of what was sent before, for DAT-08: where each invoice of a customer in it
//! follows the one before, the first invoice of the run that bills a period must follow the last of them.
//!
//! Not here: customers with several invoices a period, since which of them goes on nobody knows; and
//! charges, which such a register does not have.

use super::period_gap::follows;
use crate::base::{Money, QuickMap};
use crate::model::{Invoice, Party, Period, Row};
use crate::rules::{Case, Findings};
use crate::table::Field;
use crate::words::Arg;

/// So many periods, one after the other, are a habit.
const PERIODS_MIN: usize = 3;

pub(super) fn check(case: &Case, findings: &mut Findings) {
    let mut before: QuickMap<Party, Vec<(Period, Row)>> = QuickMap::default();
    for row in case.book.prior_invoices() {
        if let Some((party, period)) = case.book.party(row).zip(Period::of(row)) {
            before.entry(party).or_default().push((period, row));
        }
    }
    before.retain(|_, periods| {
        periods.sort_by_key(|(period, _)| *period);
        let regular = periods.windows(2).all(|pair| follows(pair[0].0, pair[1].0));
        regular && periods.len() >= PERIODS_MIN
    });
    if before.is_empty() {
        return;
    }
    let mut next: QuickMap<Party, Vec<(Period, Row, Invoice)>> = QuickMap::default();
    for invoice in case.book.invoices().filter(|i| !i.is_credit() && !i.is_void()) {
        let Some(header) = invoice.header() else { continue };
        let Some((party, period)) = case.book.party(header).zip(Period::of(header)) else {
            continue;
        };
        if before.contains_key(&party) {
            next.entry(party).or_default().push((period, header, invoice));
        }
    }
    for (party, mut billed) in next {
        billed.sort_by_key(|(period, ..)| *period);
        let alike = |pair: &[(Period, Row, Invoice)]| !follows(pair[0].0, pair[1].0);
        let Some((last, first)) = before[&party].last().zip(billed.first()) else { continue };
        if follows(last.0, first.0) || billed.windows(2).any(alike) || first.0.to <= last.0.from {
            continue;
        }
        report(*last, first, findings);
    }
}

fn report(last: (Period, Row), first: &(Period, Row, Invoice), findings: &mut Findings) {
    let ((a, sent), (b, header, invoice)) = (last, first);
    let is_gap = a.to < b.from;
    let days = match is_gap {
        true => a.to.succ_opt().zip(b.from.pred_opt()),
        false => Some((b.from, a.to.min(b.to))),
    };
    let Some((from, to)) = days else { return };
    let stake = invoice.worth();
    let stake =
        stake.map(|worth| if is_gap { Money::new(-worth.minor, worth.currency) } else { worth });
    let finding = findings
        .at(header.source(Period::field(*header)), invoice.key())
        .arg("invoice", invoice.no())
        .arg("other", sent.text(Field::InvoiceNo).unwrap_or_default())
        .arg("charge", invoice.customer_label().unwrap_or_default())
        .arg("what", Arg::term(if is_gap { "period-gap" } else { "period-overlap" }))
        .arg("from", from)
        .arg("to", to)
        .stake(stake)
        .evidence("evidence-other-invoice", sent.source(Field::InvoiceNo))
        .of_invoice(Some(*invoice));
    findings.push(finding);
}
