//! Events that a list of jobs marks with yes or no, for PRC-11: a line bills a liftgate, and the column
//! "Liftgate" of its job says no.
//!
//! No field reads such columns: houses mark what they sell. A column tells of a charge where its header
//! is a word of the charge, and where the lines so named nearly all stand on jobs that say yes.

use super::service;
use crate::base::{Money, Source, fold_word};
use crate::model::{Charge, Job, Row};
use crate::rules::{Case, Findings};
use crate::table::{Field, Kind, Table};
use crate::words::Arg;

/// So many charges on jobs that say yes make the column tell, and so few may stand on others.
const YES_MIN: usize = 4;
const YES_PERCENT: usize = 75;
/// A header must say a word of so many letters: "A/C" or "FSC" alone would stand in anything.
const LETTERS_MIN: usize = 5;
const CELLS_LOOKED_AT: usize = 2_000;

/// A column of yes and no that no field reads.
struct Marked<'b> {
    table: &'b Table,
    column: usize,
    word: String,
    header: String,
}

pub(super) fn check(case: &Case, findings: &mut Findings) {
    let tables = case.book.tables().iter().filter(|table| table.kind == Kind::Jobs);
    for marked in tables.flat_map(|table| columns(table)) {
        let said: Vec<(Charge, Job, Option<bool>)> = named(case, &marked);
        let yes = said.iter().filter(|(.., says)| *says == Some(true)).count();
        if yes < YES_MIN || yes * 100 < said.len() * YES_PERCENT {
            continue;
        }
        for (charge, job, says) in said {
            if says == Some(false) {
                report(case, (charge, job), &marked, findings);
            }
        }
    }
}

fn columns(table: &Table) -> Vec<Marked<'_>> {
    let used = |at: usize| table.columns.iter().any(|c| usize::from(c.index) == at);
    let unread = (0..table.raw.columns.len()).filter(|at| !used(*at));
    unread.filter_map(|column| marked(table, column)).collect()
}

fn marked(table: &Table, column: usize) -> Option<Marked<'_>> {
    let (mut yes, mut no) = (false, false);
    for &row in table.rows.iter().take(CELLS_LOOKED_AT) {
        let text = table.raw.text(row as usize, column).trim();
        match Row::says(text) {
            Some(true) => yes = true,
            Some(false) => no = true,
            None if text.is_empty() => {}
            None => return None,
        }
    }
    let first = *table.rows.first()? as usize;
    let header = (0..first).rev().map(|row| table.raw.text(row, column).trim());
    let header = header.into_iter().find(|text| !text.is_empty())?;
    // "Liftgate (Y/N)", "Liftgate used": the first word is what is marked.
    let word = fold_word(header).split(' ').next()?.to_owned();
    let says_it = word.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS_MIN;
    let header = header.split(['(', '[']).next().unwrap_or(header).trim().to_owned();
    (yes && no && says_it).then_some(Marked { table, column, word, header })
}

/// The charges that the column's word names, with their job and what it says.
fn named<'b>(case: &Case<'b>, marked: &Marked) -> Vec<(Charge<'b>, Job<'b>, Option<bool>)> {
    let is_named = |text: &str| fold_word(text).split(' ').any(|word| word == marked.word);
    let texts = [Field::ServiceCode, Field::Text]
        .map(|field| case.book.spellings_in(Kind::Lines, field, is_named));
    let charges = case.book.charges().filter(|charge| {
        let bills = charge.net().is_some_and(|net| net.minor > 0);
        bills && texts.iter().any(|texts| texts.of(charge.0) == Some(&true))
    });
    let of_job = charges.filter_map(|charge| {
        let &[at] = case.book.jobs_numbered(charge.job_no()?) else { return None };
        let job = case.book.job(at as usize);
        let row = *marked.table.rows.get(job.0.row)? as usize;
        let says = Row::says(marked.table.raw.text(row, marked.column).trim());
        (job.0.table.id == marked.table.id).then_some((charge, job, says))
    });
    of_job.collect()
}

fn report(case: &Case, (charge, job): (Charge, Job), marked: &Marked, findings: &mut Findings) {
    let Some(billed) = charge.net() else { return };
    let nothing = Money::new(0, billed.currency);
    let cell = Source { column: u16::try_from(marked.column).ok(), ..job.0.row_source() };
    let finding = findings
        .at(charge.amount_source(), &format!("{}:{}", charge.key(), marked.word))
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("charge", service(case, charge))
        .arg("billed", billed)
        .arg("days", 0_usize)
        .arg("unit", marked.header.as_str())
        .arg("free", Arg::term("value-not-stated"))
        .found(billed)
        .arg("due", nothing)
        .expected(nothing)
        .stake(Some(billed))
        .evidence("evidence-job", cell)
        .of_charge(case.book, charge);
    findings.push(finding);
}
