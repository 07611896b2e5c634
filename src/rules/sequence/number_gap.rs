//! SEQ-01: numbers missing in a series of invoice numbers.
//!
//! A series is what shares legal entity, prefix, width and suffix; 999 and 1000 are one series, as
//! are 0999 and 1000: a width is a width only where noughts fill it. A list of some clients' invoices
//! has holes everywhere and proves nothing, so a stretch with more missing than present numbers is
//! no series, and a gap larger than the series is the start of another one.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Severity, fold_id};
use crate::model::{Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "SEQ-01",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Sequence,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceNo),
        (Kind::Lines, Field::InvoiceNo),
    ])],
    check,
};

/// Fewer numbers than this show no series.
pub(super) const SERIES_LENGTH_MIN: usize = 5;

/// `u64` holds every number of up to 18 digits.
const DIGITS_MAX: usize = 18;

/// The width last: series that differ in it alone stand side by side.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Series {
    entity: String,
    prefix: String,
    suffix: String,
    width: usize,
}

impl Series {
    fn is_beside(&self, other: &Series) -> bool {
        (&self.entity, &self.prefix, &self.suffix) == (&other.entity, &other.prefix, &other.suffix)
    }
}

type Numbers<'b> = Vec<(u64, Invoice<'b>)>;

fn check(case: &Case, findings: &mut Findings) {
    let mut all: BTreeMap<Series, Numbers> = BTreeMap::new();
    let mut unfilled: Vec<(Series, u64, Invoice)> = Vec::new();
    for invoice in case.book.invoices() {
        match parse(&invoice) {
            Some((series, number, true)) => all.entry(series).or_default().push((number, invoice)),
            Some((series, number, false)) => unfilled.push((series, number, invoice)),
            None => {}
        }
    }
    // A number without noughts continues the widest filled series that it outgrows or equals.
    let filled: BTreeSet<Series> = all.keys().cloned().collect();
    for (series, number, invoice) in unfilled {
        let narrowest = Series { width: 0, ..series.clone() };
        let joined = filled.range(narrowest.clone()..=series).next_back().cloned();
        let joined = joined.filter(|known| known.is_beside(&narrowest)).unwrap_or(narrowest);
        all.entry(joined).or_default().push((number, invoice));
    }
    let taken: Vec<(Series, Vec<u64>)> = all
        .iter()
        .map(|(series, numbers)| (series.clone(), numbers.iter().map(|(no, _)| *no).collect()))
        .collect();
    for (series, mut numbers) in all {
        numbers.sort_by_key(|(number, _)| *number);
        numbers.dedup_by_key(|(number, _)| *number);
        let elsewhere = on_one_counter(&series, &numbers, &taken);
        let length = numbers.len() as u64;
        for stretch in numbers.chunk_by(|a, b| missing(a.0, b.0) <= length) {
            let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
            let holes = last.0 - first.0 + 1 - stretch.len() as u64;
            if stretch.len() >= SERIES_LENGTH_MIN && holes <= stretch.len() as u64 {
                report(&series, stretch, &elsewhere, findings);
            }
        }
    }
}

/// Numbers that a series beside this one has taken: credit notes or corrections that carry a letter more,
/// or another entity, numbered by the same counter, which shows in that no number is in both.
fn on_one_counter(
    series: &Series,
    numbers: &Numbers,
    taken: &[(Series, Vec<u64>)],
) -> BTreeSet<u64> {
    let own: BTreeSet<u64> = numbers.iter().map(|(number, _)| *number).collect();
    let (Some(&first), Some(&last)) = (own.first(), own.last()) else { return BTreeSet::new() };
    let of_other_entity = |other: &Series| {
        other.entity != series.entity
            && (&other.prefix, &other.suffix) == (&series.prefix, &series.suffix)
    };
    let carries_more = |other: &Series| {
        let prefix = |by: fn(&str, &str) -> bool| by(&other.prefix, &series.prefix);
        other.prefix.len() > series.prefix.len()
            && other.entity == series.entity
            && (prefix(|a, b| a.ends_with(b)) || prefix(|a, b| a.starts_with(b)))
    };
    let mut elsewhere = BTreeSet::new();
    for (other, others) in taken {
        // A letter proves less than the same series under another name.
        let count_min = match (of_other_entity(other), carries_more(other)) {
            (true, _) => 1,
            (_, true) => SERIES_LENGTH_MIN,
            _ => continue,
        };
        let within: BTreeSet<u64> =
            others.iter().copied().filter(|no| (first..=last).contains(no)).collect();
        if within.len() >= count_min && within.is_disjoint(&own) {
            elsewhere.extend(within);
        }
    }
    elsewhere
}

/// How many numbers lie between two, the second being larger.
fn missing(a: u64, b: u64) -> u64 {
    b - a - 1
}

/// The series, the number, and whether noughts fill it up.
pub(super) fn parse(invoice: &Invoice) -> Option<(Series, u64, bool)> {
    let no = invoice.no();
    let (start, end) = counting_digits(no)?;
    let entity = invoice.any_row().and_then(|row| row.text(Field::Entity)).map(fold_id);
    let series = Series {
        entity: entity.unwrap_or_default(),
        prefix: no[..start].to_uppercase(),
        width: end - start,
        suffix: no[end..].to_uppercase(),
    };
    Some((series, no[start..end].parse().ok()?, no[start..end].starts_with('0')))
}

/// What stands around the counting digits of a number with how many they are, and the number they make.
pub(in crate::rules) fn split(no: &str) -> Option<((String, usize, String), u64)> {
    let (start, end) = counting_digits(no)?;
    let around = (no[..start].to_owned(), end - start, no[end..].to_owned());
    Some((around, no[start..end].parse().ok()?))
}

/// The digits that count up: the last run, or the one before it where the last is a year
/// (`0017/2026`).
fn counting_digits(no: &str) -> Option<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in no.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.1 == at => run.1 = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    let is_year = |&(start, end): &(usize, usize)| {
        end - start == 4 && matches!(&no[start..start + 2], "19" | "20")
    };
    let last = runs.pop()?;
    let counting = match runs.pop() {
        Some(earlier) if is_year(&last) && !is_year(&earlier) => earlier,
        _ => last,
    };
    (counting.1 - counting.0 <= DIGITS_MAX).then_some(counting)
}

fn report(
    series: &Series,
    numbers: &[(u64, Invoice)],
    elsewhere: &BTreeSet<u64>,
    findings: &mut Findings,
) {
    let name = |number: u64| {
        format!("{}{number:0width$}{}", series.prefix, series.suffix, width = series.width)
    };
    for pair in numbers.windows(2) {
        let [(before, earlier), (after, later)] = pair else { continue };
        let count = missing(*before, *after);
        let known = elsewhere.range(before + 1..*after).count() as u64;
        if count == known {
            continue;
        }
        let (Some(at), Some(previous)) =
            (later.source(Field::InvoiceNo), earlier.source(Field::InvoiceNo))
        else {
            continue;
        };
        let (from, to) = (name(before + 1), name(after - 1));
        let finding = findings
            .at(at, &format!("{}:{from}:{to}", series.entity))
            .arg("from", from)
            .arg("to", to)
            .arg("count", i64::try_from(count).unwrap_or(i64::MAX))
            .evidence("evidence-number-before", previous)
            .invoice(Some(later.no()))
            .customer(later.customer_label());
        findings.push(finding);
    }
}
