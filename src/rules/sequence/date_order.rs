//! SEQ-02: the numbers of a series rise and the dates do not: a number was given out of turn, or a
//! date is wrong.
//!
//! The longest run of numbers whose dates never fall is in order; what stands outside it is told.
//! Where more than one in ten stands outside, numbers are given in another order and nothing is told.
//! A date after the as-of date is DAT-01, an improbable one DAT-11.

use std::collections::BTreeMap;

use super::number_gap::{SERIES_LENGTH_MIN, Series, parse};
use crate::base::{Date, Severity};
use crate::model::{Invoice, Owner};
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "SEQ-02",
    since: "0.1.0",
    severity: Severity::Note,
    topic: Topic::Sequence,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceDate),
        (Kind::Lines, Field::InvoiceDate),
    ])],
    check,
};

type Dated<'b> = (u64, Date, Invoice<'b>);

fn check(case: &Case, findings: &mut Findings) {
    let mut all: BTreeMap<(Series, bool), Vec<Dated>> = BTreeMap::new();
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let date = invoice.date().filter(|&date| !is_improbable(date));
        let date = date.filter(|&date| case.policy.as_of.is_none_or(|as_of| date <= as_of));
        if let (Some((series, number, _)), Some(date)) = (parse(&invoice), date) {
            // Credit notes may have numbers of their own above those of the invoices.
            all.entry((series, invoice.is_credit())).or_default().push((number, date, invoice));
        }
    }
    for mut dated in all.into_values() {
        dated.sort_by_key(|(number, ..)| *number);
        let in_order = in_order(&dated);
        let outside = dated.len() - in_order.iter().filter(|&&is_in| is_in).count();
        if dated.len() < SERIES_LENGTH_MIN || outside * 10 > dated.len() {
            continue;
        }
        for at in (0..dated.len()).filter(|&at| !in_order[at]) {
            let before = (0..at).rev().find(|&i| in_order[i] && dated[i].1 > dated[at].1);
            let after = || (at + 1..dated.len()).find(|&i| in_order[i] && dated[i].1 < dated[at].1);
            if let Some(other) = before.or_else(after) {
                report(&dated[at], &dated[other], findings);
            }
        }
    }
}

/// Membership in the longest run of never falling dates (patience sorting, n log n).
fn in_order(dated: &[Dated]) -> Vec<bool> {
    let mut tops: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(dated.len());
    for (at, (_, date, _)) in dated.iter().enumerate() {
        let place = tops.partition_point(|&top| dated[top].1 <= *date);
        previous.push(place.checked_sub(1).map(|below| tops[below]));
        match tops.get_mut(place) {
            Some(top) => *top = at,
            None => tops.push(at),
        }
    }
    let mut is_in = vec![false; dated.len()];
    let mut next = tops.last().copied();
    while let Some(at) = next {
        is_in[at] = true;
        next = previous[at];
    }
    is_in
}

fn report((_, date, invoice): &Dated, (_, other_date, other): &Dated, findings: &mut Findings) {
    let Some(at) = invoice.source(Field::InvoiceDate) else { return };
    let mut finding = findings
        .at(at, invoice.key())
        .arg("invoice", invoice.no())
        .arg("date", *date)
        .arg("other", other.no())
        .arg("other_date", *other_date)
        .found(*date)
        .of_invoice(Some(*invoice));
    if let Some(source) = other.source(Field::InvoiceDate) {
        finding = finding.evidence("evidence-other-invoice", source);
    }
    findings.push(finding);
}
