//! Whether a balance runs: each is the one before it plus the row's movement, downwards or upwards.
//! At a bank a credit adds to it; in the ledger of a customer a debit does.
//!
//! Looks at the first rows only; whether the whole list ties is said when it is built. Where the
//! balance runs through no list as a whole, it may run through the rows of each account.

use crate::base::{Decimal, fold_word};
use crate::ingest::NumberStyle;
use crate::ingest::headers::{Header, Sense};
use crate::ingest::layout::Layout;
use crate::ingest::typing::{Side, StyleEvidence, read_number, side_within};
use crate::table::{Field, RawColumn, RawSheet};

use super::profile::{self, Profile};
use super::styles::{by_script, number_style};

/// Rows that are added up.
const ROWS: usize = 300;

/// Balances that may break, in percent: pending rows, a second account.
const BREAKS_PERCENT: usize = 10;

/// Rows that an account has at least, on the average: numbers of documents are no accounts.
const ROWS_PER_ACCOUNT: u32 = 2;

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
    let mut sheet = Rows {
        raw,
        rows: profile::first(raw, from, ROWS),
        bounds: Vec::new(),
        profiles,
        around: number_style(profiles).or_else(|| by_scripts(raw, &layout.headers)),
    };
    if sheet.lists_documents() {
        return RunningBalance::default();
    }
    let columns = MoneyColumns {
        balances,
        debits: named(Field::Debit),
        credits: named(Field::Credit),
        amounts: named(Field::Amount),
        sides: sheet.sides(&layout.headers),
    };
    let whole = sheet.running(&columns);
    if whole.sort != Running::Unknown {
        return whole;
    }
    let accounts = (0..layout.headers.len()).filter(|&c| {
        let means = layout.headers[c].sense(Sense::Field(Field::BankAccount)).is_some();
        let p = &profiles[c];
        means && p.distinct > 1 && p.distinct * ROWS_PER_ACCOUNT <= p.filled
    });
    for account in accounts {
        sheet.part_by(account);
        let mut found = sheet.running(&columns);
        if found.sort == Running::Bank {
            found.columns.push((Field::BankAccount, account));
            return found;
        }
    }
    RunningBalance::default()
}

/// The style on which all columns agree whose headers' script tells one.
fn by_scripts(raw: &RawSheet, headers: &[Header]) -> Option<NumberStyle> {
    let mut told = headers.iter().enumerate().filter_map(|(at, h)| by_script(raw, at, h));
    let first = told.next()?;
    told.all(|style| style == first).then_some(first)
}

/// The columns that may be a balance and what moves it.
struct MoneyColumns {
    balances: Vec<usize>,
    debits: Vec<usize>,
    credits: Vec<usize>,
    amounts: Vec<usize>,
    sides: Vec<usize>,
}

struct Rows<'a> {
    raw: &'a RawSheet,
    rows: Vec<u32>,
    /// Where the rows of another account begin.
    bounds: Vec<usize>,
    profiles: &'a [Profile],
    around: Option<NumberStyle>,
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
    fn sides(&self, headers: &[Header]) -> Vec<usize> {
        let says_side =
            |row: &u32, c: usize| side_within(self.raw.text(*row as usize, c)).is_some();
        (0..headers.len())
            .filter(|&c| headers[c].sense(Sense::Field(Field::Side)).is_some())
            .filter(|&c| self.rows.iter().any(|row| says_side(row, c)))
            .collect()
    }

    /// Brings the rows of each account together; no balance leads from one to the next.
    fn part_by(&mut self, account: usize) {
        let raw = self.raw;
        let text = |row: &u32| raw.text(*row as usize, account).trim();
        self.rows.sort_by_key(|row| (text(row), *row));
        let starts = self.rows.windows(2).enumerate();
        let starts = starts.filter(|(_, pair)| text(&pair[0]) != text(&pair[1]));
        self.bounds = starts.map(|(at, _)| at + 1).collect();
    }

    /// The rows of each account, or all.
    fn parts(&self) -> impl Iterator<Item = &[u32]> {
        let ends = self.bounds.iter().copied().chain([self.rows.len()]);
        let starts = [0].into_iter().chain(self.bounds.iter().copied());
        starts.zip(ends).map(|(start, end)| &self.rows[start..end])
    }

    fn running(&self, columns: &MoneyColumns) -> RunningBalance {
        let mut ledger = None;
        for &balance in &columns.balances {
            for &debit in columns.debits.iter().filter(|c| **c != balance) {
                for &credit in columns.credits.iter().filter(|c| **c != balance && **c != debit) {
                    let found = vec![
                        (Field::Balance, balance),
                        (Field::Debit, debit),
                        (Field::Credit, credit),
                    ];
                    if self.runs(balance, |row| self.credit_less_debit(row, credit, debit)) {
                        return RunningBalance { sort: Running::Bank, columns: found };
                    }
                    let turned =
                        |row| self.credit_less_debit(row, credit, debit).map(|movement| -movement);
                    if self.runs(balance, turned) {
                        ledger = Some(RunningBalance { sort: Running::Ledger, columns: found });
                    }
                }
            }
            for &amount in columns.amounts.iter().filter(|c| **c != balance) {
                let mut found = vec![(Field::Balance, balance), (Field::Amount, amount)];
                if self.runs(balance, |row| self.number(row, amount)) {
                    return RunningBalance { sort: Running::Bank, columns: found };
                }
                for &side in &columns.sides {
                    found.truncate(2);
                    found.push((Field::Side, side));
                    match self.moved_by(balance, amount, side) {
                        Running::Bank => {
                            return RunningBalance { sort: Running::Bank, columns: found };
                        }
                        Running::Ledger => {
                            ledger = Some(RunningBalance {
                                sort: Running::Ledger,
                                columns: found.clone(),
                            });
                        }
                        Running::Unknown => {}
                    }
                }
            }
        }
        ledger.unwrap_or_default()
    }

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
        let parts: Vec<Vec<_>> =
            self.parts().map(|rows| rows.iter().filter_map(line).collect()).collect();
        let downwards = parts.iter().flat_map(|p| p.windows(2)).map(|pair| (pair[0].0, pair[1]));
        let upwards = parts.iter().flat_map(|p| p.windows(2)).map(|pair| (pair[1].0, pair[0]));
        match (judge(downwards), judge(upwards)) {
            (Running::Unknown, sort) | (sort, _) => sort,
        }
    }

    fn runs(&self, balance: usize, movement: impl Fn(u32) -> Option<Decimal>) -> bool {
        let parts: Vec<Vec<(Decimal, Decimal)>> =
            self.parts().map(|rows| self.steps(rows, balance, &movement)).collect();
        let pairs = || parts.iter().flat_map(|steps| steps.windows(2));
        let downwards = pairs().map(|pair| (pair[0].1, pair[1].0, pair[1].1));
        let upwards = pairs().map(|pair| (pair[1].1, pair[0].0, pair[0].1));
        prove(downwards) || prove(upwards)
    }

    /// Movement and balance; rows without a balance count towards the next that has one.
    fn steps(
        &self,
        rows: &[u32],
        balance: usize,
        movement: impl Fn(u32) -> Option<Decimal>,
    ) -> Vec<(Decimal, Decimal)> {
        let mut open = Decimal::ZERO;
        let mut steps = Vec::new();
        for &row in rows {
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
