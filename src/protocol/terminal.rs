//! The documents of the terminal face (`--json`), described in `docs/terminal.md`. Other people's
//! scripts lean on them: fields are added, never renamed.
//!
//! Money is a decimal string beside its currency, dates are ISO, rows are the numbers that the
//! spreadsheet program shows.

use std::collections::BTreeMap;

use serde::Serialize;

use super::quality::{AdviceRow, Quality, advice_rows, quality_row};
use super::rolled::{Roll, RollOf, roll, roll_of};
use crate::analysis::quality::quality;
use crate::analysis::tie::Tie;
use crate::analysis::unbilled::{JobBilling, Level, ValueFrom};
use crate::base::{Decimal, FileId, Money, Severity, Sums, TableId, column_letters, fold_id, iso};
use crate::ingest::{self, IntakeFile, IntakeSheet, Problem};
use crate::rules::{Finding, Results};
use crate::table::{Data, Fates, Field, Means, RawColumn, RawKind, RawSheet, Table, ValueKind};
use crate::words::{self, Arg, Lang};

#[derive(Serialize)]
pub struct Amount {
    pub amount: String,
    pub currency: String,
}

#[derive(Serialize)]
pub struct Inspect {
    pub files: Vec<File>,
}

#[derive(Serialize)]
pub struct File {
    pub file: String,
    pub sha256: String,
    pub kind: Option<ingest::FileKind>,
    pub encoding: Option<String>,
    pub tables: Vec<Sheet>,
    pub problems: Vec<Said>,
    pub advice: Vec<AdviceRow>,
    pub refused: Option<Refused>,
}

#[derive(Serialize)]
pub struct Sheet {
    pub name: String,
    pub kind: &'static str,
    /// Row numbers of the header.
    pub header_rows: Vec<u32>,
    pub rows: u32,
    /// Cells that hold something, and the sum of those that the file itself calls numbers, before
    /// anything is typed. `None` where a number has more digits than a sum can carry.
    pub cells: u64,
    pub sum: Option<String>,
    pub fates: Fates,
    pub columns: Vec<Column>,
    /// Per amount field, per currency.
    pub totals: BTreeMap<&'static str, Vec<Amount>>,
    pub quality: Vec<Quality>,
    /// Questions that nobody answered; what they concern was left unread.
    pub asks: Vec<String>,
    /// Bank statements on the sheet, each with whether its figures agree.
    pub statements: Vec<Statement>,
}

#[derive(Serialize)]
pub struct Statement {
    pub account: String,
    pub number: String,
    pub currency: String,
    pub opening: Option<String>,
    pub closing: Option<String>,
    pub movements: String,
    pub credits: String,
    pub debits: String,
    pub entries: u32,
    /// Opening + movements − closing; null where a balance is missing.
    pub difference: Option<String>,
    pub ties: Option<bool>,
    pub row: u32,
}

#[derive(Serialize)]
pub struct Column {
    pub header: String,
    pub field: Option<&'static str>,
    #[serde(rename = "type")]
    pub value: Option<ValueKind>,
    pub blank: u32,
    pub failed: u32,
    /// Cells that name the row where the figure stands, and cells that say why there is none.
    pub references: u32,
    pub explained: u32,
}

#[derive(Serialize)]
pub struct Said {
    pub problem: String,
    pub text: String,
    pub table: Option<String>,
    pub row: Option<u32>,
    pub column: Option<String>,
}

#[derive(Serialize)]
pub struct Refused {
    pub what: String,
    pub why: String,
    pub remedy: String,
}

#[derive(Serialize)]
pub struct Check {
    pub findings: Vec<Found>,
    pub not_run: Vec<NotRun>,
    pub tie: Vec<TieRow>,
    /// Rows and sums in equal rows and sums out.
    pub conserved: bool,
    pub refused: Vec<String>,
}

#[derive(Serialize)]
pub struct Found {
    pub rule: &'static str,
    pub severity: Severity,
    pub key: String,
    pub message: String,
    pub file: String,
    pub table: String,
    pub row: u32,
    /// The header of the column; empty for a whole row.
    pub column: String,
    /// `H12`; the row alone for a whole row.
    pub cell: String,
    pub found: Option<String>,
    pub expected: Option<String>,
    pub at_stake: Option<Amount>,
    pub invoice: Option<String>,
    pub job: Option<String>,
    pub customer: Option<String>,
}

#[derive(Serialize)]
pub struct NotRun {
    pub rule: &'static str,
    pub missing: Vec<String>,
}

#[derive(Serialize)]
pub struct TieRow {
    pub name: String,
    pub currency: String,
    pub left: String,
    pub right: String,
    pub difference: String,
    pub explained: Vec<Explained>,
    pub unexplained: String,
    pub tied: bool,
}

#[derive(Serialize)]
pub struct Explained {
    pub name: String,
    pub amount: String,
}

#[derive(Serialize)]
pub struct Unbilled {
    pub jobs: Vec<Job>,
    pub roll_forward: Option<Roll>,
    pub roll_by_reason: Vec<RollOf>,
    pub tie: Vec<TieRow>,
    pub refused: Vec<String>,
}

#[derive(Serialize)]
pub struct Job {
    /// The job number with blanks and separators folded; decisions hang on it.
    pub key: String,
    pub job: String,
    pub file: String,
    pub row: u32,
    pub state: crate::analysis::unbilled::JobState,
    pub reason: Option<&'static str>,
    pub also: Vec<&'static str>,
    pub owner: Option<&'static str>,
    pub action: Option<String>,
    /// What is still to bill; for a job with nothing open, its expected value.
    pub value: Option<Amount>,
    pub billed: Option<Amount>,
    pub age_days: Option<i64>,
    pub value_from: Option<ValueFrom>,
    pub escalation: Option<Level>,
}

pub fn inspect(results: &Results, lang: Lang) -> Inspect {
    let files = results.intake.files.iter();
    Inspect { files: files.map(|file| file_document(file, lang)).collect() }
}

pub fn check(results: &Results, lang: Lang) -> Check {
    Check {
        findings: results.qc.findings.iter().map(|f| found(results, f, lang)).collect(),
        not_run: not_run(results, lang),
        tie: results.ties.iter().map(tie_row).collect(),
        conserved: results.conservation.holds(),
        refused: refused(results),
    }
}

pub fn unbilled(results: &Results, lang: Lang) -> Unbilled {
    Unbilled {
        jobs: results.unbilled.jobs.iter().map(|job| job_row(results, job, lang)).collect(),
        roll_forward: results.unbilled.roll_forward.as_ref().map(roll),
        roll_by_reason: results.unbilled.roll_groups.iter().map(roll_of).collect(),
        tie: results.unbilled.ties.iter().map(tie_row).collect(),
        refused: refused(results),
    }
}

fn file_document(file: &IntakeFile, lang: Lang) -> File {
    let sheets = file.sheets.iter().enumerate();
    let problems = file.problems.iter().chain(file.sheets.iter().flat_map(|s| &s.problems));
    File {
        file: file.name.to_string(),
        sha256: file.sha256.clone(),
        kind: file.kind,
        encoding: file.encoding.clone(),
        tables: sheets.map(|(at, sheet)| sheet_document(file, at, sheet, lang)).collect(),
        problems: problems.map(|problem| said(file, problem, lang)).collect(),
        advice: advice_rows(file, lang),
        refused: file.refused.as_ref().map(|refusal| {
            let say =
                |tail: &str| words::say(lang, &format!("{}.{tail}", refusal.key), &refusal.args);
            Refused { what: say("what"), why: say("why"), remedy: say("remedy") }
        }),
    }
}

fn sheet_document(file: &IntakeFile, at: usize, sheet: &IntakeSheet, lang: Lang) -> Sheet {
    // A sheet that no check uses is still described: its rows have fates too.
    let described = sheet.table.as_deref().cloned().unwrap_or_else(|| {
        let id = TableId(at as u32);
        ingest::build(id, FileId(0), &file.name, &sheet.raw, &sheet.reading).0
    });
    let reading = &sheet.reading;
    let header = reading.header_row.map_or(0..0, |row| row..row + reading.header_height.max(1));
    let number = |row: u32| sheet.raw.row_numbers.get(row as usize).copied();
    Sheet {
        name: sheet.raw.name.clone(),
        kind: reading.kind.key(),
        header_rows: header.filter_map(number).collect(),
        rows: sheet.raw.rows_of_file() as u32,
        cells: filled_cells(&sheet.raw),
        sum: raw_sum(&sheet.raw).map(|sum| sum.normalize().to_string()),
        fates: described.counts(),
        columns: (0..sheet.raw.columns.len()).map(|c| column(sheet, &described, c)).collect(),
        totals: totals(&described),
        quality: quality(&described).iter().map(quality_row).collect(),
        asks: sheet.proposal.asks.iter().map(|ask| ask.text(lang, &sheet.proposal)).collect(),
        statements: ingest::statements(&described).iter().map(statement).collect(),
    }
}

fn statement(tie: &ingest::StatementTie) -> Statement {
    let text = |amount: Decimal| amount.normalize().to_string();
    Statement {
        account: tie.account.clone(),
        number: tie.number.clone(),
        currency: if tie.currency.is_none() { String::new() } else { tie.currency.to_string() },
        opening: tie.opening.map(text),
        closing: tie.closing.map(text),
        movements: text(tie.movements()),
        credits: text(tie.credits),
        debits: text(tie.debits),
        entries: tie.entries,
        difference: tie.difference.map(text),
        ties: tie.ties(),
        row: tie.row,
    }
}

fn filled_cells(sheet: &RawSheet) -> u64 {
    let filled = |column: &RawColumn| {
        let cells = (0..column.codes.len()).filter_map(|row| column.get(row));
        cells.filter(|cell| !cell.text.is_empty()).count() as u64
    };
    sheet.columns.iter().map(filled).sum()
}

fn raw_sum(sheet: &RawSheet) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    for column in &sheet.columns {
        let mut counts = vec![0_u32; column.cells.len() + 1];
        for &code in &column.codes {
            *counts.get_mut(code as usize)? += 1;
        }
        for (cell, &count) in column.cells.iter().zip(&counts[1..]) {
            if matches!(cell.kind, RawKind::Number | RawKind::Id) {
                // What a format shows as an id is stored as a number, and others add it up.
                let shown = (cell.kind == RawKind::Id).then(|| cell.digits());
                let number: Decimal = match shown.as_deref().unwrap_or(cell.text).parse() {
                    Ok(number) => number,
                    // Below 28 decimals: the dust of a calculation, which no sum shows.
                    Err(_) if cell.text.contains("E-") => continue,
                    Err(_) => return None,
                };
                sum = sum.checked_add(number.checked_mul(Decimal::from(count))?)?;
            }
        }
    }
    Some(sum)
}

fn column(sheet: &IntakeSheet, table: &Table, at: usize) -> Column {
    let typed = table.columns.iter().find(|column| usize::from(column.index) == at);
    let raw = &sheet.raw.columns[at];
    let blank = table.rows.iter().filter(|&&row| raw.text(row as usize).trim().is_empty()).count();
    let failed = typed.map_or(0, |typed| {
        table.failures.iter().filter(|failure| failure.field == typed.field).count()
    });
    let told = |wanted: fn(&Means) -> bool| {
        let of_column = table.told.iter().filter(|t| typed.is_some_and(|c| c.field == t.field));
        of_column.filter(|told| wanted(&told.means)).count() as u32
    };
    Column {
        header: sheet.proposal.headers.get(at).cloned().unwrap_or_default(),
        field: typed.map(|typed| typed.field.key()),
        value: typed.map(|typed| typed.field.value()),
        blank: blank as u32,
        failed: failed as u32,
        references: told(|means| matches!(means, Means::Reference { .. })),
        explained: told(|means| *means == Means::Reason),
    }
}

fn totals(table: &Table) -> BTreeMap<&'static str, Vec<Amount>> {
    let amounts = table.columns.iter().filter(|column| matches!(column.data, Data::Number(_)));
    amounts
        .filter(|column| column.field.value() == ValueKind::Amount)
        .map(|column| (column.field.key(), amounts_of(&sum(table, column.field))))
        .collect()
}

fn sum(table: &Table, field: Field) -> Sums {
    (0..table.len()).filter_map(|row| table.money(field, row)).collect()
}

fn said(file: &IntakeFile, problem: &Problem, lang: Lang) -> Said {
    let sheet = problem.sheet.and_then(|at| file.sheets.get(usize::from(at)));
    Said {
        problem: problem.key.clone(),
        text: words::say(lang, &problem.key, &problem.args),
        table: sheet.map(|sheet| sheet.raw.name.clone()),
        row: problem.row,
        column: problem.column.map(column_letters),
    }
}

fn found(results: &Results, finding: &Finding, lang: Lang) -> Found {
    let cited = results.cite(&finding.at);
    let table = results.book.table(finding.at.table);
    let header = table.and_then(|table| {
        let index = finding.at.column?;
        table.columns.iter().find(|column| column.index == index)
    });
    Found {
        rule: finding.rule,
        severity: finding.severity,
        key: finding.key.clone(),
        message: finding.message(lang),
        file: cited.as_ref().map(|c| c.file.clone()).unwrap_or_default(),
        table: table.map(|table| table.raw.name.clone()).unwrap_or_default(),
        row: finding.at.row,
        column: header.map(|column| column.header.clone()).unwrap_or_default(),
        cell: cited.map(|c| c.cell).unwrap_or_default(),
        found: finding.found.as_ref().map(|arg| plain(arg, lang)),
        expected: finding.expected.as_ref().map(|arg| plain(arg, lang)),
        at_stake: finding.at_stake.map(amount),
        invoice: finding.invoice.clone(),
        job: finding.job.clone(),
        customer: finding.customer.clone(),
    }
}

fn not_run(results: &Results, lang: Lang) -> Vec<NotRun> {
    let not_run = results.qc.not_run.iter();
    let missing = |rule: &crate::rules::NotRun| {
        if rule.switched_off {
            vec![words::text(lang, "not-run-switched-off")]
        } else {
            rule.missing.iter().map(|need| need.text(lang)).collect()
        }
    };
    not_run.map(|rule| NotRun { rule: rule.rule, missing: missing(rule) }).collect()
}

pub(super) fn tie_row(tie: &Tie) -> TieRow {
    let text = |money: Money| money.decimal().to_string();
    TieRow {
        name: tie.name.clone(),
        currency: tie.currency.code().to_owned(),
        left: text(tie.left),
        right: text(tie.right),
        difference: text(tie.difference),
        explained: tie
            .explained
            .iter()
            .map(|(name, part)| Explained { name: name.clone(), amount: text(*part) })
            .collect(),
        unexplained: text(tie.unexplained),
        tied: tie.is_tied(),
    }
}

fn job_row(results: &Results, billing: &JobBilling, lang: Lang) -> Job {
    let job = results.book.job(billing.job);
    let reason = billing.reason();
    let at = job.0.row_source();
    Job {
        key: job.no().map(fold_id).unwrap_or_default(),
        job: job.no().unwrap_or_default().to_owned(),
        file: job.0.table.file_name.to_string(),
        row: at.row,
        state: billing.state,
        reason: billing.reason,
        also: billing.secondary.clone(),
        owner: reason.map(|reason| reason.owner.key()),
        action: reason.map(|reason| words::text(lang, &format!("{}.action", reason.code))),
        value: billing.open.or(billing.expected).map(amount),
        billed: billing.billed.map(amount),
        age_days: billing.age_days,
        value_from: billing.value_from,
        escalation: billing.escalation,
    }
}

fn refused(results: &Results) -> Vec<String> {
    let files = results.intake.files.iter().filter(|file| file.refused.is_some());
    files.map(|file| file.name.to_string()).collect()
}

/// A value for machines: no grouping, ISO dates.
fn plain(arg: &Arg, lang: Lang) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
        Arg::Money(money) => money.decimal().to_string(),
        Arg::Number(number) => number.to_string(),
        Arg::Percent(ratio) => format!("{}%", (*ratio * Decimal::ONE_HUNDRED).normalize()),
        Arg::Date(date) => iso(*date),
        Arg::Currency(currency) => currency.code().to_owned(),
        Arg::Term(key) => words::text(lang, key),
        Arg::List(items) => items.join(", "),
    }
}

pub(super) fn amounts_of(sums: &Sums) -> Vec<Amount> {
    sums.iter().map(amount).collect()
}

fn amount(money: Money) -> Amount {
    Amount { amount: money.decimal().to_string(), currency: money.currency.code().to_owned() }
}
