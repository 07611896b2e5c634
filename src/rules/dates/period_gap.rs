//! DAT-08: a charge that comes every period leaves days out, or bills days twice.
//!
//! A series is one charge of one customer at one amount, for one job or service. It shows a habit where at least two of its
//! periods follow each other without a gap, and more do than don't.

use super::period_before;
use crate::analysis::taken_back::taken_back;
use crate::base::{Money, QuickMap, Severity};
use crate::model::{Charge, Invoice, Owner, Party, Period, Row};
use crate::rules::billing::billing;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "DAT-08",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::Period),
        (Kind::Invoices, Field::PeriodFrom),
        (Kind::Lines, Field::PeriodFrom),
    ])],
    check,
};

type Series<'b> = (Party, &'b str, &'b str, Money);

/// One charge with the period that it bills and the row that says so.
struct Billed<'b> {
    period: Period,
    stated: Row<'b>,
    charge: Charge<'b>,
    invoice: Invoice<'b>,
}

fn check(case: &Case, findings: &mut Findings) {
    period_before::check(case, findings);
    let mut all: QuickMap<Series, Vec<Billed>> = QuickMap::default();
    let gone = taken_back(case.book, |_| true);
    for (invoice, charges) in billing(case.book) {
        // What was credited in full and billed again is not billed twice.
        if gone.contains(invoice.key()) {
            continue;
        }
        let stated = |row: Row<'_>| Period::of(row);
        let of_header = invoice.header().and_then(|row| Some((stated(row)?, row)));
        let party = invoice.any_row().and_then(|row| case.book.party(row));
        for charge in charges.iter().map(|&at| case.book.charge(at as usize)) {
            let own = stated(charge.0).map(|period| (period, charge.0));
            let Some((period, stated)) = own.or(of_header) else { continue };
            let party = party.or_else(|| case.book.party(charge.0));
            let net = charge.net().filter(|net| net.minor > 0);
            let (Some(party), Some(net)) = (party, net) else { continue };
            let code = charge.code().unwrap_or_default();
            let of = charge.job_no().or_else(|| charge.0.text(Field::ServiceId));
            let series = (party, of.unwrap_or_default(), code, net);
            all.entry(series).or_default().push(Billed { period, stated, charge, invoice });
        }
    }
    for mut billed in all.into_values().filter(|billed| billed.len() > 2) {
        billed.sort_by_key(|one| (one.period, one.invoice.key()));
        let is_next = |pair: &&[Billed]| follows(pair[0].period, pair[1].period);
        let regular = billed.windows(2).filter(is_next).count();
        if regular >= 2 && regular > billed.len() - 1 - regular {
            for pair in billed.windows(2).filter(|pair| !is_next(pair)) {
                report(&pair[0], &pair[1], findings);
            }
        }
    }
}

/// The day after; or the same day, where a period ends on the day on which the next begins.
pub(super) fn follows(a: Period, b: Period) -> bool {
    a.to.succ_opt() == Some(b.from) || (a.to == b.from && a.from < b.from)
}

fn report(before: &Billed, after: &Billed, findings: &mut Findings) {
    let (a, b) = (before.period, after.period);
    let is_gap = a.to < b.from;
    let days = match is_gap {
        true => a.to.succ_opt().zip(b.from.pred_opt()),
        false => Some((b.from, a.to.min(b.to))),
    };
    let Some((from, to)) = days else { return };
    let net = after.charge.net();
    // A gap was not billed; an overlap would be billed twice.
    let stake = net.map(|net| if is_gap { Money::new(-net.minor, net.currency) } else { net });
    let mut finding = findings
        .at(after.stated.source(Period::field(after.stated)), &after.charge.key())
        .arg("invoice", after.invoice.no())
        .arg("other", before.invoice.no())
        .arg("charge", after.charge.code().unwrap_or_default())
        .arg("what", Arg::term(if is_gap { "period-gap" } else { "period-overlap" }))
        .arg("from", from)
        .arg("to", to)
        .stake(stake)
        .of_invoice(Some(after.invoice))
        .job(after.charge.job_no());
    if let Some(source) = before.invoice.source(Field::InvoiceNo) {
        finding = finding.evidence("evidence-other-invoice", source);
    }
    findings.push(finding);
}
