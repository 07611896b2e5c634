//! Whether each bank statement ties: opening + movements = closing, and its own counts and sums.
//!
//! Works on the typed table, so that a line that somebody left out moves the difference. Never
//! refuses: a statement that does not tie is said with the amount by which it does not.

mod running;

use std::sync::Arc;

use rust_decimal::Decimal;

use super::problem;
use crate::base::Currency;
use crate::ingest::Problem;
use crate::table::{Cell, Column, Data, Field, Kind, NumberColumn, Statement, Table};
use crate::words::Args;

/// One statement and what its lines add up to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatementTie {
    pub account: String,
    pub number: String,
    pub currency: Currency,
    pub opening: Option<Decimal>,
    pub closing: Option<Decimal>,
    pub credits: Decimal,
    /// Negative or nought.
    pub debits: Decimal,
    pub entries: u32,
    /// Opening + movements − closing; `None` where a balance is missing.
    pub difference: Option<Decimal>,
    /// The row number at which it starts.
    pub row: u32,
}

impl StatementTie {
    pub fn movements(&self) -> Decimal {
        self.credits.checked_add(self.debits).unwrap_or(self.credits)
    }

    pub fn ties(&self) -> Option<bool> {
        self.difference.map(|difference| difference.is_zero())
    }
}

/// The statements of a table of bank lines: as the format states them, else by account from the
/// running balance.
pub fn statements(table: &Table) -> Vec<StatementTie> {
    if table.kind != Kind::BankLines {
        return Vec::new();
    }
    match &table.raw.given {
        Some(given) => given.statements.iter().map(|stated| tie(table, stated)).collect(),
        None => running::statements(table).into_iter().map(|(tie, _)| tie).collect(),
    }
}

/// What is to be said about them.
pub(super) fn problems(table: &Table) -> Vec<Problem> {
    if table.kind != Kind::BankLines {
        return Vec::new();
    }
    let Some(given) = &table.raw.given else {
        return running::statements(table).into_iter().flat_map(|(_, told)| told).collect();
    };
    let mut told = Vec::new();
    let mut before: Option<&Statement> = None;
    for stated in &given.statements {
        let found = tie(table, stated);
        told.extend(differs(&found));
        told.extend(is_open(&found));
        told.extend(against_stated(&found, stated));
        let follows = before.filter(|b| b.account == stated.account && !stated.account.is_empty());
        told.extend(follows.and_then(|before| gap(before, stated)));
        before = Some(stated);
    }
    told
}

fn tie(table: &Table, stated: &Statement) -> StatementTie {
    let mut tie = StatementTie {
        account: stated.account.clone(),
        number: stated.number.clone(),
        currency: stated.currency,
        opening: stated.opening,
        closing: stated.closing,
        credits: Decimal::ZERO,
        debits: Decimal::ZERO,
        entries: 0,
        difference: None,
        row: stated.line,
    };
    let from = table.rows.partition_point(|row| *row < stated.rows.start);
    let to = table.rows.partition_point(|row| *row < stated.rows.end);
    for row in from..to {
        // A line in another currency is no part of this balance.
        let currency = table.currency(row);
        if currency != tie.currency && !currency.is_none() && !tie.currency.is_none() {
            continue;
        }
        tie.add(table.number(Field::Amount, row).unwrap_or_default());
    }
    tie.close();
    tie
}

impl StatementTie {
    fn add(&mut self, amount: Decimal) {
        let side = if amount.is_sign_negative() { &mut self.debits } else { &mut self.credits };
        *side = side.checked_add(amount).unwrap_or(*side);
        self.entries += 1;
    }

    fn close(&mut self) {
        if let (Some(opening), Some(closing)) = (self.opening, self.closing) {
            let end = opening.checked_add(self.movements());
            self.difference = end.and_then(|end| end.checked_sub(closing));
        }
    }
}

fn differs(tie: &StatementTie) -> Option<Problem> {
    let difference = tie.difference.filter(|difference| !difference.is_zero())?;
    let args = named(tie)
        .with("opening", tie.opening.unwrap_or_default().normalize())
        .with("movements", tie.movements().normalize())
        .with("closing", tie.closing.unwrap_or_default().normalize())
        .with("difference", difference.normalize());
    Some(problem("problem-statement-differs", args, Some(tie.row), None))
}

/// A statement that opens and never closes: nothing shows whether it is whole.
fn is_open(tie: &StatementTie) -> Option<Problem> {
    let open = tie.opening.is_some() && tie.closing.is_none();
    open.then(|| {
        let args = Args::new().with("account", tie.account.as_str());
        problem("problem-statement-open", args, Some(tie.row), None)
    })
}

/// The statement's own counts and sums against its lines.
fn against_stated(tie: &StatementTie, stated: &Statement) -> Vec<Problem> {
    let control = &stated.stated;
    let sums = [(control.credits, tie.credits), (control.debits, -tie.debits)];
    let sums = sums.into_iter().filter_map(|(stated, counted)| {
        let stated = stated.filter(|stated| *stated != counted)?;
        let args =
            named(tie).with("stated", stated.normalize()).with("counted", counted.normalize());
        Some(problem("problem-statement-sum-differs", args, Some(tie.row), None))
    });
    let count = control.entries.filter(|entries| *entries != tie.entries).map(|entries| {
        let args = named(tie).with("stated", entries).with("counted", tie.entries);
        problem("problem-statement-count-differs", args, Some(tie.row), None)
    });
    sums.chain(count).collect()
}

/// The opening of a statement against the closing of the one before it on the same account.
fn gap(before: &Statement, after: &Statement) -> Option<Problem> {
    let (closing, opening) = (before.closing?, after.opening?);
    if closing == opening || before.currency != after.currency {
        return None;
    }
    let args = Args::new()
        .with("account", after.account.as_str())
        .with("number", after.number.as_str())
        .with("closing", closing.normalize())
        .with("opening", opening.normalize());
    Some(problem("problem-statement-gap", args, Some(after.line), None))
}

fn named(tie: &StatementTie) -> Args {
    let currency = if tie.currency.is_none() { "" } else { tie.currency.code() };
    Args::new()
        .with("account", tie.account.as_str())
        .with("number", tie.number.as_str())
        .with("currency", currency)
}

/// Debit and credit columns become one signed amount, credits positive: what reads bank lines reads
/// that. A debit that the bank writes with a minus is the same debit.
pub(super) fn signed_amount(table: &mut Table) {
    let has = |field: Field| table.has(field);
    if table.kind != Kind::BankLines || has(Field::Amount) {
        return;
    }
    let Some(index) = [Field::Credit, Field::Debit]
        .into_iter()
        .find_map(|field| Some(table.column(field)?.index))
    else {
        return;
    };
    let amount = |row: usize| {
        let credit = table.number_cell(Field::Credit, row);
        let debit = table.number_cell(Field::Debit, row);
        match (credit, debit) {
            (Cell::Failed, _) | (_, Cell::Failed) => Cell::Failed,
            (Cell::Blank, Cell::Blank) => Cell::Blank,
            (credit, debit) => {
                let debit = debit.ok().unwrap_or_default().abs();
                let amount = credit.ok().unwrap_or_default().checked_sub(debit);
                amount.map_or(Cell::Failed, Cell::Ok)
            }
        }
    };
    let cells: Vec<Cell<Decimal>> = (0..table.len()).map(amount).collect();
    let scale = cells.iter().filter_map(|cell| cell.ok()).map(|d| d.scale()).max().unwrap_or(0);
    let mut numbers = NumberColumn::with_scale(scale);
    cells.into_iter().for_each(|cell| numbers.push(cell));
    let data = Data::Number(numbers);
    Arc::make_mut(&mut table.columns).push(Column {
        field: Field::Amount,
        index,
        header: String::new(),
        data,
    });
}
