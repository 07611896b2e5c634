//! The periods of what was sent before, for DAT-08: where the invoices of a customer in it follow one
//! another, those of one amount (a subscription) or all of them, the first of the run that bills a period
//! must follow the last.
//!
//! Not here: customers with several invoices a period and no amount that comes each time, since which of
//! them goes on nobody knows; and charges, which such a register does not have.

use super::period_gap::follows;
use crate::base::{Money, QuickMap, QuickSet};
use crate::model::{Invoice, Party, Period, Row};
use crate::rules::{Case, Findings};
use crate::table::{Field, Kind};
use crate::words::Arg;

/// So many periods, one after the other, are a habit.
const PERIODS_MIN: usize = 3;

/// What a customer is billed at one amount each time; without an amount, all that the customer is billed.
type Series = (Party, Option<Money>);

pub(super) fn check(case: &Case, findings: &mut Findings) {
    let (before, next) = (before(case), next(case));
    let mut fixed: QuickSet<Party> = QuickSet::default();
    fixed.extend(before.keys().filter(|(_, amount)| amount.is_some()).map(|(party, _)| *party));
    for (series, last) in &before {
        let by_all = series.1.is_none();
        let Some(billed) = next.get(series).filter(|_| !(by_all && fixed.contains(&series.0)))
        else {
            continue;
        };
        let goes_on = billed.windows(2).all(|pair| goes_on(pair[0].0, pair[1].0));
        if goes_on && let Some(&(row, invoice)) = billed.first() {
            report(*last, (row, invoice), findings);
        }
    }
}

fn goes_on(before: Row, after: Row) -> bool {
    Period::of(before).zip(Period::of(after)).is_some_and(|(a, b)| follows(a, b))
}

/// The last row of every series that is regular.
fn before<'b>(case: &Case<'b>) -> QuickMap<Series, Row<'b>> {
    let book = case.book;
    let sent = book.invoices().filter(|invoice| is_past(case, invoice)).filter_map(|i| i.header());
    let mut all: QuickMap<Series, Vec<Row>> = QuickMap::default();
    for row in book.prior_invoices().chain(sent) {
        for series in series(case, row) {
            all.entry(series).or_default().push(row);
        }
    }
    let mut lasts = QuickMap::default();
    for (series, mut rows) in all {
        rows.sort_by_key(|row| Period::of(*row));
        let regular = rows.windows(2).all(|pair| goes_on(pair[0], pair[1]));
        if let Some(&last) = rows.last().filter(|_| regular && rows.len() >= PERIODS_MIN) {
            lasts.insert(series, last);
        }
    }
    lasts
}

/// The invoices of the run by series, in order of their periods.
fn next<'b>(case: &Case<'b>) -> QuickMap<Series, Vec<(Row<'b>, Invoice<'b>)>> {
    let mut next: QuickMap<Series, Vec<(Row, Invoice)>> = QuickMap::default();
    let bills = |i: &Invoice| !i.is_credit() && !i.is_void() && !is_past(case, i);
    for invoice in case.book.invoices().filter(bills) {
        let Some(header) = invoice.header() else { continue };
        for series in series(case, header) {
            next.entry(series).or_default().push((header, invoice));
        }
    }
    for billed in next.values_mut() {
        billed.sort_by_key(|(row, _)| Period::of(*row));
    }
    next
}

/// A register of what went out stands beside the run without lines.
fn is_past(case: &Case, invoice: &Invoice) -> bool {
    invoice.was_sent() && invoice.lines().len() == 0 && case.book.has(Kind::Lines)
}

fn series(case: &Case, row: Row) -> impl Iterator<Item = Series> + use<> {
    let party = case.book.party(row).filter(|_| Period::of(row).is_some());
    let amount = row.money(Field::Net).or_else(|| row.money(Field::Gross));
    let by_amount = party.zip(amount).map(|(party, amount)| (party, Some(amount)));
    by_amount.into_iter().chain(party.map(|party| (party, None)))
}

fn report(sent: Row, (header, invoice): (Row, Invoice), findings: &mut Findings) {
    let Some((a, b)) = Period::of(sent).zip(Period::of(header)) else { return };
    if follows(a, b) || b.to <= a.from {
        return;
    }
    let is_gap = a.to < b.from;
    let days = match is_gap {
        true => a.to.succ_opt().zip(b.from.pred_opt()),
        false => Some((b.from, a.to.min(b.to))),
    };
    let Some((from, to)) = days else { return };
    let gap = |worth: Money| Money::new(-worth.minor, worth.currency);
    let stake = invoice.worth().map(|worth| if is_gap { gap(worth) } else { worth });
    let finding = findings
        .at(header.source(Period::field(header)), invoice.key())
        .arg("invoice", invoice.no())
        .arg("other", sent.text(Field::InvoiceNo).unwrap_or_default())
        .arg("charge", invoice.customer_label().unwrap_or_default())
        .arg("what", Arg::term(if is_gap { "period-gap" } else { "period-overlap" }))
        .arg("from", from)
        .arg("to", to)
        .stake(stake)
        .evidence("evidence-other-invoice", sent.source(Field::InvoiceNo))
        .of_invoice(Some(invoice));
    findings.push(finding);
}
