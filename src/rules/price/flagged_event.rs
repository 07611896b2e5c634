//! Events that a list of jobs marks with yes or no, or counts, for PRC-11: a line bills a liftgate, and the
//! column "Liftgate" of its job says no; it bills dry ice, and "Dry ice (kg)" says nought.
//!
//! No field reads such columns: houses mark what they sell. A column tells of a charge where its header
//! is a word of the charge, and where the lines so named nearly all stand on jobs that say yes. Whatever its header,
//! a column tells of a code that is billed on nearly all jobs that say yes and on nearly no other.

use std::collections::BTreeMap;

use super::service;
use crate::base::{Decimal, Money, QuickSet, Source, fold_word};
use crate::model::{Charge, Job, Row};
use crate::rules::{Case, Findings};
use crate::table::{Field, Kind, Table};
use crate::words::Arg;

/// So many charges on jobs that say yes make the column tell, and so few may stand on others: fewer where
/// it counts, since a figure has more meanings than a mark.
const YES_MIN: usize = 4;
const YES_PERCENT: usize = 75;
const COUNT_PERCENT: usize = 90;
/// The same where no word joins them: so many jobs of each answer, of which nearly all have the code or lack it, and of the
/// jobs with the code most say yes.
const JOINED_MIN: usize = 8;
const JOINED_PERCENT: usize = 90;
const JOINED_YES_PERCENT: usize = 80;
/// A header must say a word of so many letters: "A/C" or "FSC" alone would stand in anything.
const LETTERS_MIN: usize = 5;
const SYLLABLES_MIN: usize = 2;
/// What people write behind the word that is marked: "Tail-lift Y/N", "통관여부".
const BEHIND: [&str; 9] =
    ["y n", "j n", "o n", "yes no", "ja nein", "used", "required", "reqd", "done"];
const BEHIND_JOINED: [&str; 3] = ["여부", "유무", "与否"];
const CELLS_LOOKED_AT: usize = 2_000;
const CHARGES_LOOKED_AT: usize = 20_000;

/// A column of yes and no, or of figures, that no field reads.
struct Marked<'b> {
    table: &'b Table,
    column: usize,
    counts: bool,
    word: Option<String>,
    header: String,
}

/// A charge, its job, and what a column says of that.
type Said<'b> = (Charge<'b>, Job<'b>, Option<bool>);

/// Whether any column of the list tells of charges.
pub(super) fn check(case: &Case, findings: &mut Findings) -> bool {
    let mut tells = false;
    let tables = case.book.tables().iter().filter(|table| table.kind == Kind::Jobs);
    let marked: Vec<Marked> = tables.flat_map(|table| columns(table)).collect();
    let billed = if marked.is_empty() { Vec::new() } else { billed(case) };
    for marked in marked {
        // Most columns tell of nothing, as the first charges show.
        let first = said(&billed[..billed.len().min(CHARGES_LOOKED_AT)], &marked);
        if groups(case, &marked, &first).is_empty() {
            continue;
        }
        let groups = groups(case, &marked, &said(&billed, &marked));
        tells |= !groups.is_empty();
        for &(charge, job, says) in groups.iter().flatten() {
            if says == Some(false) {
                report(case, (charge, job), &marked, findings);
            }
        }
    }
    tells
}

fn columns(table: &Table) -> Vec<Marked<'_>> {
    let used = |at: usize| table.columns.iter().any(|c| usize::from(c.index) == at);
    let unread = (0..table.raw.columns.len()).filter(|at| !used(*at));
    unread.filter_map(|column| marked(table, column)).collect()
}

fn marked(table: &Table, column: usize) -> Option<Marked<'_>> {
    let rows = table.rows.iter().take(CELLS_LOOKED_AT);
    let texts: Vec<&str> = rows.map(|&row| table.raw.text(row as usize, column).trim()).collect();
    let mut filled = texts.iter().filter(|text| !text.is_empty());
    let counts = !filled.clone().all(|text| Row::says(text).is_some());
    if counts && !filled.all(|text| above_nought(text).is_some()) {
        return None;
    }
    let said: Vec<Option<bool>> = texts.iter().map(|text| says(text, counts)).collect();
    if !said.contains(&Some(true)) || !said.contains(&Some(false)) {
        return None;
    }
    let first = *table.rows.first()? as usize;
    let header = (0..first).rev().map(|row| table.raw.text(row, column).trim());
    let header = header.into_iter().find(|text| !text.is_empty())?;
    let header = header.split(['(', '[']).next().unwrap_or(header).trim().to_owned();
    let word = word(&header);
    Some(Marked { table, column, counts, word, header })
}

/// What the header marks: all of it, else its first word ("Liftgate service").
fn word(header: &str) -> Option<String> {
    let folded = fold_word(header);
    let bare = BEHIND.iter().find_map(|behind| folded.strip_suffix(behind)).unwrap_or(&folded);
    let bare = BEHIND_JOINED.iter().find_map(|behind| bare.strip_suffix(behind)).unwrap_or(bare);
    let bare = bare.trim();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let least = if bare.is_ascii() { LETTERS_MIN } else { SYLLABLES_MIN };
    let first = bare.split(' ').next().unwrap_or(bare);
    let word = if letters(first) >= least { first } else { bare };
    (letters(word) >= least).then(|| word.to_owned())
}

/// A blank among figures is nought; among marks nobody knows what it is.
fn says(text: &str, counts: bool) -> Option<bool> {
    match counts {
        true if text.is_empty() => Some(false),
        true => above_nought(text),
        false => Row::says(text),
    }
}

fn above_nought(text: &str) -> Option<bool> {
    let plain = text.replace(',', ".").parse::<Decimal>().ok()?;
    (!plain.is_sign_negative()).then(|| !plain.is_zero())
}

/// The charges that bill something, with their one job.
fn billed<'b>(case: &Case<'b>) -> Vec<(Charge<'b>, Job<'b>)> {
    let charges = case.book.charges().enumerate().filter(|(_, charge)| {
        let bills = charge.net().is_some_and(|net| net.minor > 0);
        bills && !charge.is_header()
    });
    let of_job = charges.filter_map(|(at, charge)| {
        let &[job] = case.book.jobs_of_charge(at) else { return None };
        Some((charge, case.book.job(job as usize)))
    });
    of_job.collect()
}

/// What the column says of the job of each.
fn said<'b>(billed: &[(Charge<'b>, Job<'b>)], marked: &Marked) -> Vec<Said<'b>> {
    let table = marked.table;
    let by_row: Vec<Option<bool>> = table
        .rows
        .iter()
        .map(|&row| says(table.raw.text(row as usize, marked.column).trim(), marked.counts))
        .collect();
    let of_table = billed.iter().filter(|(_, job)| job.0.table.id == table.id);
    of_table.filter_map(|&(charge, job)| Some((charge, job, *by_row.get(job.0.row)?))).collect()
}

/// The charges of which the column tells: those that its word names, else those of the codes that go with it.
fn groups<'b>(case: &Case, marked: &Marked, said: &[Said<'b>]) -> Vec<Vec<Said<'b>>> {
    match named(case, marked, said) {
        Some(named) => vec![named],
        None => joined(said),
    }
}

/// The charges that the column's word names, where it tells of them.
fn named<'b>(case: &Case, marked: &Marked, said: &[Said<'b>]) -> Option<Vec<Said<'b>>> {
    let word = marked.word.as_ref()?;
    let is_named = |text: &str| {
        let text = format!(" {} ", fold_word(text));
        let ends = if word.is_ascii() { " " } else { "" };
        text.contains(&format!(" {word}{ends}"))
    };
    let texts = [Field::ServiceCode, Field::Text]
        .map(|field| case.book.spellings_in(Kind::Lines, field, is_named));
    let is_named = |charge: &Charge| texts.iter().any(|texts| texts.of(charge.0) == Some(&true));
    let named: Vec<Said> = said.iter().filter(|(charge, ..)| is_named(charge)).copied().collect();
    let yes = named.iter().filter(|(.., says)| *says == Some(true)).count();
    let percent = if marked.counts { COUNT_PERCENT } else { YES_PERCENT };
    (yes >= YES_MIN && yes * 100 >= named.len() * percent).then_some(named)
}

/// The charges of each code that goes with the column: on nearly all jobs that say yes, on hardly any that say no.
fn joined<'b>(said: &[Said<'b>]) -> Vec<Vec<Said<'b>>> {
    let jobs = |said: &[Said], answer: bool| {
        let of = said.iter().filter(|(.., says)| *says == Some(answer));
        of.map(|(_, job, _)| job.0.row).collect::<QuickSet<usize>>().len()
    };
    let (yes, no) = (jobs(said, true), jobs(said, false));
    if yes < JOINED_MIN || no < JOINED_MIN {
        return Vec::new();
    }
    let mut by_code: BTreeMap<&str, Vec<Said<'b>>> = BTreeMap::new();
    for &one in said {
        if let Some(code) = one.0.code() {
            by_code.entry(code).or_default().push(one);
        }
    }
    let is_joined = |said: &Vec<Said>| {
        let (on_yes, on_no) = (jobs(said, true), jobs(said, false));
        on_yes * 100 >= yes * JOINED_PERCENT
            && on_yes * 100 >= (on_yes + on_no) * JOINED_YES_PERCENT
            && (no - on_no) * 100 >= no * JOINED_PERCENT
    };
    by_code.into_values().filter(is_joined).collect()
}

fn report(case: &Case, (charge, job): (Charge, Job), marked: &Marked, findings: &mut Findings) {
    let Some(billed) = charge.net() else { return };
    let nothing = Money::new(0, billed.currency);
    let cell = Source { column: u16::try_from(marked.column).ok(), ..job.0.row_source() };
    let finding = findings
        .at(charge.amount_source(), &format!("{}:{}", charge.key(), fold_word(&marked.header)))
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("charge", service(case, charge))
        .arg("billed", billed)
        .arg("by", "mark")
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
