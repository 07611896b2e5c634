//! SEQ-03: a number carries another year than the date of its invoice.
//!
//! Whether the digits before the counting ones are a year is the file's affair: nine in ten numbers
//! must agree with their dates before one that does not is a finding.

use chrono::Datelike;

use crate::base::Severity;
use crate::model::{Invoice, Owner};
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
            // As text: a year is no figure with a thousands mark.
            .arg("number_year", in_number.to_string())
            .arg("date_year", in_date.to_string())
            .found(in_number.to_string())
            .expected(in_date.to_string())
            .evidence("field-invoice-date", dated)
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
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
