//! Quantities that a line takes from a column of its job, for REF-08: pallets, cartons, labels. Which column a code is billed
//! by, the files show: nearly all its lines have the figure of one column, and the figures differ from job to job.
//!
//! A line that rounds up is right, and a job with several lines of one code says nothing of any of them.

use std::collections::BTreeSet;

use crate::base::{Decimal, Money, QuickMap, Source, round_to};
use crate::model::Charge;
use crate::rules::{Case, Findings};
use crate::table::{Field, Kind, Table};

/// So many lines of a code with the figure of a column, of so many different ones, and so many in a hundred of all show
/// that it is billed by it.
const EQUAL_MIN: usize = 12;
const FIGURES_MIN: usize = 3;
const EQUAL_PERCENT: usize = 90;
/// By the first of so many lines the columns are chosen, by the first of so many rows whether they hold figures.
const LINES_LOOKED_AT: usize = 20_000;
const ROWS_LOOKED_AT: usize = 500;
/// Of the columns that a field reads, those that count; days and hours have free ones, and weights are judged by themselves.
const COUNTS: [Field; 2] = [Field::Pieces, Field::Qty];

/// A column of figures in a list of jobs.
struct Figures<'b> {
    table: &'b Table,
    column: usize,
    header: String,
    by_row: Vec<Option<Decimal>>,
}

/// A line with its quantity and the row of its one job.
#[derive(Clone, Copy)]
struct Counted<'b> {
    charge: Charge<'b>,
    code: &'b str,
    qty: Decimal,
    job: u32,
}

#[derive(Default)]
struct Tally {
    known: usize,
    equal: usize,
    figures: BTreeSet<Decimal>,
}

pub(super) fn check(case: &Case, findings: &mut Findings) {
    let columns: Vec<Figures> = case
        .book
        .tables()
        .iter()
        .filter(|table| table.kind == Kind::Jobs)
        .flat_map(|table| (0..table.raw.columns.len()).map(move |column| (table, column)))
        .filter_map(|(table, column)| Figures::of(table, column))
        .collect();
    if columns.is_empty() {
        return;
    }
    let first = case.book.charges().take(LINES_LOOKED_AT).enumerate();
    let first: Vec<Counted> = first.filter_map(|(at, line)| Counted::of(case, at, line)).collect();
    let chosen = billed_by(case, &first, &columns);
    if chosen.is_empty() {
        return;
    }
    let by_code: QuickMap<&str, &Figures> =
        chosen.into_iter().map(|(column, code)| (code, column)).collect();
    let mut tallies: QuickMap<&str, Tally> = QuickMap::default();
    let mut differ: Vec<(Counted, Decimal, &Figures)> = Vec::new();
    for (at, line) in case.book.charges().enumerate() {
        let Some(column) = line.code().and_then(|code| by_code.get(code)) else { continue };
        let Some(one) = Counted::of(case, at, line) else { continue };
        let Some(own) = column.of_job(case, one.job) else { continue };
        tallies.entry(one.code).or_default().add(one.qty, own);
        if !is_same(one.qty, own) {
            differ.push((one, own, column));
        }
    }
    for (one, own, column) in differ {
        if tallies[one.code].is_habit() && one.is_alone(case) {
            report(case, &one, own, column, findings);
        }
    }
}

impl<'b> Counted<'b> {
    /// Of a line that bills something, for one job.
    fn of(case: &Case<'b>, at: usize, charge: Charge<'b>) -> Option<Counted<'b>> {
        let bills = !charge.is_header() && charge.net().is_some_and(|net| net.minor > 0);
        let &[job] = case.book.jobs_of_charge(at) else { return None };
        let (code, qty) = (charge.code()?, charge.qty()?);
        bills.then_some(Counted { charge, code, qty, job })
    }

    /// Whether its job has no other line of its code.
    fn is_alone(&self, case: &Case) -> bool {
        let job = case.book.job(self.job as usize);
        let lines = job.no().map(|no| case.book.charges_of_job(no)).unwrap_or_default();
        let same = lines.iter().map(|&at| case.book.charge(at as usize));
        same.filter(|line| line.code() == Some(self.code)).count() <= 1
    }
}

/// The column of each code that is billed by one: the one that most lines agree with.
fn billed_by<'c, 'b>(
    case: &Case,
    counted: &[Counted<'b>],
    columns: &'c [Figures<'b>],
) -> Vec<(&'c Figures<'b>, &'b str)> {
    let mut by_code: QuickMap<&str, Vec<Counted<'b>>> = QuickMap::default();
    for one in counted {
        by_code.entry(one.code).or_default().push(*one);
    }
    let mut chosen: Vec<(&Figures, &str)> = by_code
        .into_iter()
        .filter_map(|(code, lines)| {
            let tallies = columns.iter().map(|column| {
                let tally = Tally::of(case, lines.iter(), column);
                (tally.equal, tally.is_habit(), column)
            });
            let habits = tallies.filter(|(_, is_habit, _)| *is_habit);
            let (.., column) = habits.max_by_key(|(equal, ..)| *equal)?;
            Some((column, code))
        })
        .collect();
    chosen.sort_unstable_by_key(|(_, code)| *code);
    chosen
}

impl<'b> Figures<'b> {
    fn of(table: &'b Table, column: usize) -> Option<Figures<'b>> {
        let read = table.columns.iter().find(|c| usize::from(c.index) == column);
        if read.is_some_and(|read| !COUNTS.contains(&read.field)) {
            return None;
        }
        let figure = |&row: &u32| figure(table.raw.text(row as usize, column));
        let seen = || table.rows.iter().take(ROWS_LOOKED_AT);
        let figures: BTreeSet<Decimal> = seen().filter_map(figure).collect();
        let is_figure = |row: &&u32| {
            figure(row).is_some() || table.raw.text(**row as usize, column).trim().is_empty()
        };
        if figures.len() < FIGURES_MIN || !seen().all(|row| is_figure(&row)) {
            return None;
        }
        let first = *table.rows.first()? as usize;
        let header = (0..first).rev().map(|row| table.raw.text(row, column).trim());
        let header = header.into_iter().find(|text| !text.is_empty())?.to_owned();
        let by_row = table.rows.iter().map(figure).collect();
        Some(Figures { table, column, header, by_row })
    }

    fn of_job(&self, case: &Case, job: u32) -> Option<Decimal> {
        let row = case.book.job(job as usize).0;
        if row.table.id == self.table.id { *self.by_row.get(row.row)? } else { None }
    }
}

impl Tally {
    fn of<'b: 'l, 'l>(
        case: &Case,
        lines: impl Iterator<Item = &'l Counted<'b>>,
        column: &Figures,
    ) -> Tally {
        let mut tally = Tally::default();
        for one in lines.filter(|one| one.is_alone(case)) {
            if let Some(own) = column.of_job(case, one.job) {
                tally.add(one.qty, own);
            }
        }
        tally
    }

    /// A job with nought of it says nothing.
    fn add(&mut self, qty: Decimal, own: Decimal) {
        if own.is_zero() {
            return;
        }
        self.known += 1;
        if is_same(qty, own) {
            self.equal += 1;
            if self.figures.len() < FIGURES_MIN {
                self.figures.insert(own);
            }
        }
    }

    fn is_habit(&self) -> bool {
        self.equal >= EQUAL_MIN
            && self.figures.len() >= FIGURES_MIN
            && self.equal * 100 >= self.known * EQUAL_PERCENT
    }
}

/// A whole or decimal figure without marks for thousands, which counts are not written with.
fn figure(text: &str) -> Option<Decimal> {
    text.trim().parse::<Decimal>().ok().filter(|figure| !figure.is_sign_negative())
}

fn is_same(qty: Decimal, own: Decimal) -> bool {
    qty == own || qty == own.ceil()
}

fn report(case: &Case, one: &Counted, own: Decimal, column: &Figures, findings: &mut Findings) {
    let charge = one.charge;
    let row = case.book.job(one.job as usize).0;
    let of_job = Source { column: u16::try_from(column.column).ok(), ..row.row_source() };
    let stake = charge.unit_price().and_then(|price| {
        let difference = (one.qty - own).checked_mul(price)?;
        Money::round(round_to(difference, 4), charge.0.currency())
    });
    let finding = findings
        .at(charge.0.source(Field::Qty), &format!("{}:qty", charge.key()))
        .arg("what", "figure")
        .arg("job", row.text(Field::JobNo).unwrap_or_default())
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("found", one.qty)
        .arg("expected", own)
        .arg("column", column.header.as_str())
        .found(one.qty)
        .expected(own)
        .stake(stake)
        .evidence("evidence-job", of_job)
        .of_charge(case.book, charge)
        .job(row.text(Field::JobNo));
    findings.push(finding);
}
