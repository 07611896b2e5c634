//! SEQ-03: a number carries another year than the date of its invoice, or begins as the numbers of
//! another series do.
//!
//! Whether the digits before the counting ones are a year is the file's affair: nine in ten numbers
//! must agree with their dates before one that does not is a finding. So is what a series begins with: nearly
//! all invoices of a company must begin alike, and a series of its own has more than one number.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::base::{Severity, fold_word};
use crate::model::{Invoice, Owner, Party};
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "SEQ-03",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Sequence,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceDate),
        (Kind::Lines, Field::InvoiceDate),
    ])],
    check,
};

/// A year, and a number of three digits at least.
const LONE_DIGITS_MIN: usize = 7;

/// Fewer numbers than this show no habit.
const HABIT_MIN: usize = 10;

fn check(case: &Case, findings: &mut Findings) {
    check_series(case, findings);
    check_months(case, findings);
    let stated = |invoice: &Invoice| {
        let date = invoice.date().filter(|date| !is_improbable(*date))?;
        Some((year_in(invoice.no())?, date.year()))
    };
    let numbered = || {
        case.book
            .invoices()
            .filter(|invoice| !invoice.is_void())
            .filter_map(|invoice| Some((stated(&invoice)?, invoice)))
    };
    let all = numbered().count();
    let agreeing = numbered().filter(|((no, date), _)| no == date).count();
    if all < HABIT_MIN || agreeing * 10 < all * 9 {
        return;
    }
    for ((in_number, in_date), invoice) in numbered().filter(|((no, date), _)| no != date) {
        let cells = (invoice.source(Field::InvoiceNo), invoice.source(Field::InvoiceDate));
        let (Some(at), Some(dated)) = cells else { continue };
        let finding = findings
            .at(at, invoice.no())
            .arg("invoice", invoice.no())
            .arg("what", "year")
            // As text: a year is no figure with a thousands mark.
            .arg("found", in_number.to_string())
            .arg("usual", in_date.to_string())
            .found(in_number.to_string())
            .expected(in_date.to_string())
            .evidence("field-invoice-date", dated)
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// Numbers that carry the month of their invoice, `INV-2605-0043` or `202605-17`: nine in ten must agree before
/// one that does not is a finding.
fn check_months(case: &Case, findings: &mut Findings) {
    let stated = |invoice: &Invoice| {
        let date = invoice.date().filter(|date| !is_improbable(*date))?;
        let (group, month) = month_in(invoice.no())?;
        let own = (date.year(), date.month());
        Some((group.to_owned(), month, own))
    };
    let numbered = || {
        let counted = case.book.invoices().filter(|invoice| !invoice.is_void());
        counted.filter_map(|invoice| Some((stated(&invoice)?, invoice)))
    };
    let all = numbered().count();
    let agreeing = numbered().filter(|((_, month, own), _)| month == own).count();
    if all < HABIT_MIN || agreeing * 10 < all * 9 {
        return;
    }
    for ((group, _, (year, month)), invoice) in numbered().filter(|((_, no, own), _)| no != own) {
        let cells = (invoice.source(Field::InvoiceNo), invoice.source(Field::InvoiceDate));
        let (Some(at), Some(dated)) = cells else { continue };
        let usual = match group.len() {
            4 => format!("{:02}{month:02}", year % 100),
            _ => format!("{year}{month:02}"),
        };
        let finding = findings
            .at(at, invoice.no())
            .arg("invoice", invoice.no())
            .arg("what", "month")
            .arg("found", group.as_str())
            .arg("usual", usual.as_str())
            .found(group.as_str())
            .expected(usual.as_str())
            .evidence("field-invoice-date", dated)
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The first group of digits that is a month of a year, and is not the last group.
fn month_in(no: &str) -> Option<(&str, (i32, u32))> {
    let groups: Vec<&str> =
        no.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let (first, rest) = groups.split_first()?;
    let (year, month) = match first.len() {
        4 => (2000 + first[..2].parse::<i32>().ok()?, first[2..].parse().ok()?),
        6 => (first[..4].parse().ok()?, first[4..].parse().ok()?),
        _ => return None,
    };
    let is_month = (2010..2060).contains(&year) && (1..=12).contains(&month) && !rest.is_empty();
    // 2011 is as well a year by itself.
    let is_year = first.len() == 4 && (1990..2100).contains(&first.parse().unwrap_or(0));
    (is_month && !is_year).then_some((*first, (year, month)))
}

/// Numbers of one company that begin alike, of which one in twenty-five at most begins otherwise.
const SERIES_MIN: usize = 50;

/// An invoice that alone begins with other letters than nearly all of its company. Credit notes and other
/// types of document have series of their own.
fn check_series(case: &Case, findings: &mut Findings) {
    let mut series: BTreeMap<(String, String), BTreeMap<String, Vec<Invoice>>> = BTreeMap::new();
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header() else { continue };
        let text = |field| header.text(field).map(fold_word).unwrap_or_default();
        let of = series.entry((text(Field::Entity), text(Field::DocType))).or_default();
        of.entry(letters(invoice.no())).or_default().push(invoice);
    }
    for by_letters in series.values() {
        let all: usize = by_letters.values().map(Vec::len).sum();
        let Some((usual, most)) = by_letters.iter().max_by_key(|(_, of)| of.len()) else {
            continue;
        };
        if most.len() < SERIES_MIN || most.len() * 25 < all * 24 {
            continue;
        }
        // Whose numbers are of the series else: a stranger may come from another system.
        let known: BTreeSet<Party> =
            most.iter().filter_map(|one| case.book.party(one.any_row()?)).collect();
        for (found, of) in by_letters.iter().filter(|(found, of)| *found != usual && of.len() == 1)
        {
            let party = of[0].any_row().and_then(|row| case.book.party(row));
            if party.is_none_or(|party| !known.contains(&party)) {
                continue;
            }
            // A letter that was typed for a digit is ID-06's business.
            let (Some(at), false) = (of[0].source(Field::InvoiceNo), found.is_empty()) else {
                continue;
            };
            let beside = most[0].source(Field::InvoiceNo);
            let finding = findings
                .at(at, of[0].no())
                .arg("invoice", of[0].no())
                .arg("what", "series")
                .arg("found", found.as_str())
                .arg("usual", usual.as_str())
                .found(found.as_str())
                .expected(usual.as_str())
                .of_invoice(Some(of[0]));
            findings.push(match beside {
                Some(beside) => finding.evidence("evidence-other-invoice", beside),
                None => finding,
            });
        }
    }
}

/// What stands before the first digit, without marks.
fn letters(no: &str) -> String {
    let ends = no.find(|c: char| c.is_numeric()).unwrap_or(no.len());
    no[..ends].chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect()
}

/// `CI26-10431`, `2026/0017`: the first group of two or four digits that is not the last group. `RE202610998`:
/// the first four of a lone group that is long enough to count after them.
fn year_in(no: &str) -> Option<i32> {
    let groups: Vec<&str> =
        no.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let (first, rest) = groups.split_first()?;
    if rest.is_empty() {
        let year: i32 = first.get(..4)?.parse().ok()?;
        let is_year = first.len() >= LONE_DIGITS_MIN && (1990..2100).contains(&year);
        return is_year.then_some(year);
    }
    let year: i32 = first.parse().ok()?;
    match first.len() {
        4 if (1990..2100).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}
