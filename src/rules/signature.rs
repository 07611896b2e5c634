//! Look-alikes: from one confirmed error to every finding with its signature. The signature is what
//! the error hangs on: the rule, the customer, the charge code, the rate row, and by how much it is
//! off; what a finding does not have is no part of its signature.

use super::{Finding, Results};
use crate::base::{Date, Decimal, Source, fold_id, fold_word, round_to};
use crate::model::Row;
use crate::table::Field;
use crate::words::Arg;

#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    pub rule: &'static str,
    /// As it was folded for comparison, and as the row writes it.
    pub customer: Option<(String, String)>,
    pub charge: Option<(String, String)>,
    /// The row of the rate card.
    pub rate: Option<Source>,
    /// Found ÷ expected, to four digits.
    pub ratio: Option<Decimal>,
}

pub struct Alike<'r> {
    pub finding: &'r Finding,
    /// The same by the same share; else the same fault, off by another.
    pub same_ratio: bool,
    /// Date of its invoice: earlier periods are looked at as well.
    pub date: Option<Date>,
}

/// Findings with the signature of this one, itself among them; by date, then as they were found.
pub fn alike<'r>(results: &'r Results, of: &Finding) -> (Signature, Vec<Alike<'r>>) {
    let wanted = signature(results, of);
    let others = results.qc.findings.iter().filter(|finding| finding.rule == of.rule);
    let mut alike: Vec<Alike> = others
        .filter_map(|finding| {
            let other = signature(results, finding);
            let same = key(&other.customer) == key(&wanted.customer)
                && key(&other.charge) == key(&wanted.charge)
                && other.rate == wanted.rate;
            let no = finding.invoice.as_deref();
            same.then(|| Alike {
                finding,
                same_ratio: other.ratio == wanted.ratio,
                date: no.and_then(|no| results.book.invoice(no)).and_then(|i| i.date()),
            })
        })
        .collect();
    alike.sort_by_key(|alike| (!alike.same_ratio, alike.date));
    (wanted, alike)
}

fn key(part: &Option<(String, String)>) -> Option<&str> {
    part.as_ref().map(|(key, _)| key.as_str())
}

fn signature(results: &Results, finding: &Finding) -> Signature {
    let row = row_of(results, finding.at);
    let charge = row.and_then(|row| row.text(Field::ServiceCode).or(row.text(Field::Text)));
    let rate = finding.evidence.iter().find(|evidence| evidence.label.starts_with("evidence-rate"));
    Signature {
        rule: finding.rule,
        customer: finding.customer.as_ref().map(|name| (fold_word(name), name.clone())),
        charge: charge.map(|code| (fold_id(code), code.to_owned())),
        rate: rate.map(|evidence| Source { column: None, ..evidence.source }),
        ratio: finding.found.as_ref().and_then(|found| ratio(found, finding.expected.as_ref())),
    }
}

fn ratio(found: &Arg, expected: Option<&Arg>) -> Option<Decimal> {
    let ratio = figure(found)?.checked_div(figure(expected?)?)?;
    Some(round_to(ratio, 4).normalize())
}

fn figure(arg: &Arg) -> Option<Decimal> {
    match arg {
        Arg::Money(money) => Some(money.decimal()),
        Arg::Number(number) | Arg::Percent(number) => Some(*number),
        Arg::Count(count) => Some(Decimal::from(*count)),
        _ => None,
    }
}

/// The used row behind a source.
fn row_of(results: &Results, at: Source) -> Option<Row<'_>> {
    let table = results.book.table(at.table)?;
    let physical = table.raw.row_numbers.binary_search(&at.row).ok()?;
    let row = table.rows.binary_search(&u32::try_from(physical).ok()?).ok()?;
    Some(Row { table, row })
}
