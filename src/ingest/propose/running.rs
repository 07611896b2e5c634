//! Whether a balance runs: each is the one before it plus the row's movement, downwards or upwards.
//! At a bank a credit adds to it; in the ledger of a customer a debit does.
//!
//! Looks at the first rows only; whether the whole list ties is said when it is built.

use crate::base::{Decimal, fold_word};
use crate::ingest::headers::Sense;
use crate::ingest::layout::Layout;
use crate::ingest::typing::{Side, StyleEvidence, read_number, side_within};
use crate::table::{Field, RawColumn, RawSheet};

use super::profile::{self, Profile};
use super::styles::number_style;

/// Rows that are added up.
const ROWS: usize = 300;

/// Balances that may break, in percent: pending rows, a second account.
const BREAKS_PERCENT: usize = 10;

/// Whose balance it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Running {
    Bank,
    Ledger,
    #[default]
    Unknown,
}

/// A balance and the columns that move it.
#[derive(Clone, Default, Debug)]
pub struct RunningBalance {
    pub sort: Running,
    columns: Vec<(Field, usize)>,
}

impl RunningBalance {
    /// The columns that the balance proves to be what a bank calls them.
    pub fn proved(&self) -> impl Iterator<Item = (Field, usize)> + '_ {
        self.columns.iter().copied().filter(|_| self.sort == Running::Bank)
    }
}

pub fn find(raw: &RawSheet, layout: &Layout, profiles: &[Profile]) -> RunningBalance {
    let named = |field: Field| -> Vec<usize> {
        let fits = |&c: &usize| {
            // A month without a withdrawal leaves that column blank.
            let side = matches!(field, Field::Debit | Field::Credit);
            let numbers = profiles[c].number_column() || (side && profiles[c].filled == 0);
            numbers && layout.headers[c].sense(Sense::Field(field)).is_some()
        };
        (0..layout.headers.len()).filter(fits).collect()
    };
    let balances = named(Field::Balance);
    if balances.is_empty() {
        return RunningBalance::default();
    }
    let from = layout.row.map_or(0, |row| (row + layout.height) as usize);
    let sheet = Rows {
        raw,
        rows: profile::first(raw, from, ROWS),
        profiles,
        around: number_style(profiles),
    };
    if sheet.lists_documents() {
        return RunningBalance::default();
    }
    let (debits, credits, amounts) =
        (named(Field::Debit), named(Field::Credit), named(Field::Amount));
    let says_side = |row: &u32, c: usize| side_within(raw.text(*row as usize, c)).is_some();
    let sides: Vec<usize> = (0..layout.headers.len())
        .filter(|&c| layout.headers[c].sense(Sense::Field(Field::Side)).is_some())
        .filter(|&c| sheet.rows.iter().any(|row| says_side(row, c)))
        .collect();
    let mut ledger = None;
    for &balance in &balances {
        for &debit in debits.iter().filter(|c| **c != balance) {
            for &credit in credits.iter().filter(|c| **c != balance && **c != debit) {
                let columns =
                    vec![(Field::Balance, balance), (Field::Debit, debit), (Field::Credit, credit)];
                if sheet.runs(balance, |row| sheet.credit_less_debit(row, credit, debit)) {
                    return RunningBalance { sort: Running::Bank, columns };
                }
                let turned =
                    |row| sheet.credit_less_debit(row, credit, debit).map(|movement| -movement);
                if sheet.runs(balance, turned) {
                    ledger = Some(RunningBalance { sort: Running::Ledger, columns });
                }
            }
        }
        for &amount in amounts.iter().filter(|c| **c != balance) {
            let mut columns = vec![(Field::Balance, balance), (Field::Amount, amount)];
            if sheet.runs(balance, |row| sheet.number(row, amount)) {
                return RunningBalance { sort: Running::Bank, columns };
            }
            for &side in &sides {
                columns.truncate(2);
                columns.push((Field::Side, side));
                match sheet.moved_by(balance, amount, side) {
                    Running::Bank => return RunningBalance { sort: Running::Bank, columns },
                    Running::Ledger => {
                        ledger = Some(RunningBalance {
                            sort: Running::Ledger,
                            columns: columns.clone(),
                        });
                    }
                    Running::Unknown => {}
                }
            }
        }
    }
    ledger.unwrap_or_default()
}

struct Rows<'a> {
    raw: &'a RawSheet,
    rows: Vec<u32>,
    profiles: &'a [Profile],
    around: Option<crate::ingest::NumberStyle>,
}

/// What a ledger calls its entries, as whole cells; no bank writes them so.
const DOCUMENTS: [&str; 17] = [
    "invoice",
    "inv",
    "bill",
    "credit memo",
    "credit note",
    "journal",
    "general journal",
    "매출",
    "청구서",
    "세금계산서",
    "发票",
    "销售发票",
    "rechnung",
    "facture",
    "avoir",
    "factura",
    "nota de credito",
];

impl Rows<'_> {
    /// Whether a column says of its rows that they are invoices.
    fn lists_documents(&self) -> bool {
        let says = |column: &RawColumn| {
            let said =
                |row: &&u32| DOCUMENTS.contains(&fold_word(column.text(**row as usize)).as_str());
            self.rows.iter().filter(said).count() * 10 > self.rows.len()
        };
        self.raw.columns.iter().any(says)
    }

    fn number(&self, row: u32, column: usize) -> Option<Decimal> {
        let style = match self.profiles[column].numbers.style {
            StyleEvidence::Decided(style) => Some(style),
            StyleEvidence::Ambiguous | StyleEvidence::None => self.around,
        };
        Some(read_number(&self.raw.cell(row as usize, column)?, style).ok()?.value)
    }

    /// A debit with a minus is the same debit.
    fn credit_less_debit(&self, row: u32, credit: usize, debit: usize) -> Option<Decimal> {
        let (credit, debit) = (self.number(row, credit), self.number(row, debit));
        if credit.is_none() && debit.is_none() {
            return None;
        }
        credit.unwrap_or_default().checked_sub(debit.unwrap_or_default().abs())
    }

    /// Whether the balance moves by the amounts, down at one sort of mark and up at the other. Lines
    /// of a third sort ("fee") move it either way.
    fn moved_by(&self, balance: usize, amount: usize, side: usize) -> Running {
        let line = |row: &u32| {
            let side = side_within(self.raw.text(*row as usize, side));
            Some((self.number(*row, balance)?, self.number(*row, amount)?, side))
        };
        let lines: Vec<_> = self.rows.iter().filter_map(line).collect();
        let downwards = lines.windows(2).map(|pair| (pair[0].0, pair[1]));
        let upwards = lines.windows(2).map(|pair| (pair[1].0, pair[0]));
        match (judge(downwards), judge(upwards)) {
            (Running::Unknown, sort) | (sort, _) => sort,
        }
    }

    fn runs(&self, balance: usize, movement: impl Fn(u32) -> Option<Decimal>) -> bool {
        let steps: Vec<(Decimal, Decimal)> = self.steps(balance, movement);
        let downwards = steps.windows(2).map(|pair| (pair[0].1, pair[1].0, pair[1].1));
        let upwards = steps.windows(2).map(|pair| (pair[1].1, pair[0].0, pair[0].1));
        prove(downwards) || prove(upwards)
    }

    /// Movement and balance; rows without a balance count towards the next that has one.
    fn steps(
        &self,
        balance: usize,
        movement: impl Fn(u32) -> Option<Decimal>,
    ) -> Vec<(Decimal, Decimal)> {
        let mut open = Decimal::ZERO;
        let mut steps = Vec::new();
        for &row in &self.rows {
            let moved = movement(row).unwrap_or_default();
            open = open.checked_add(moved).unwrap_or(moved);
            if let Some(balance) = self.number(row, balance) {
                steps.push((open, balance));
                open = Decimal::ZERO;
            }
        }
        steps
    }
}

/// Balance before, and the line after it with its balance, amount and mark.
fn judge(steps: impl Iterator<Item = (Decimal, (Decimal, Decimal, Option<Side>))>) -> Running {
    let (mut all, mut held, mut bank, mut ledger) = (0, 0, 0, 0);
    for (before, (after, amount, side)) in steps {
        all += 1;
        let moved = after.checked_sub(before).unwrap_or_default();
        if moved.abs() != amount.abs() {
            continue;
        }
        held += 1;
        match side {
            Some(side) if !moved.is_zero() => {
                let as_bank = moved.is_sign_negative() == (side == Side::Debit);
                bank += usize::from(as_bank);
                ledger += usize::from(!as_bank);
            }
            _ => {}
        }
    }
    if held == 0 || (all - held) * 100 > all * BREAKS_PERCENT {
        Running::Unknown
    } else if ledger * 10 <= bank && bank > 0 {
        Running::Bank
    } else if bank * 10 <= ledger && ledger > 0 {
        Running::Ledger
    } else {
        Running::Unknown
    }
}

/// Balance before, movement, balance after: nearly all hold, and some move.
fn prove(steps: impl Iterator<Item = (Decimal, Decimal, Decimal)>) -> bool {
    let (mut held, mut moved, mut all) = (0, 0, 0);
    for (before, movement, after) in steps {
        all += 1;
        if before.checked_add(movement) == Some(after) {
            held += 1;
            moved += usize::from(!movement.is_zero());
        }
    }
    moved > 0 && (all - held) * 100 <= all * BREAKS_PERCENT
}
