//! How the receivables came to be: opening + invoices + debit notes − receipts − credits − write-offs
//! ± other documents + unexplained = closing, per customer and currency (definitions 3.7), with the items behind it.
//!
//! Two lists of open items prove it item by item; from one list with settlement dates the opening
//! is rebuilt. Nothing is made up to close the gap: what no document explains is a line of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::ageing::{Ageing, customer_labels, ledgers, open_on_day};
use crate::analysis::tie::Tie;
use crate::base::{Currency, Date, Money, Source, fold_id, fold_word};
use crate::model::{Row, is_void_word};
use crate::table::{Field, Kind, Table};

/// One customer, or all of a currency. Receipts, credits and write-offs are stated as they reduce.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Steps {
    pub opening: i64,
    pub invoices: i64,
    pub debit_notes: i64,
    pub receipts: i64,
    pub credits: i64,
    pub write_offs: i64,
    /// Discounts, returned payments, refunds, revaluations: as they add to it.
    pub others: i64,
    pub closing: i64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proof {
    /// Last period's list of open items, and the documents between.
    TwoLists,
    /// One list that says when each item was settled.
    SettlementDates,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceivablesRoll {
    pub from: Date,
    pub to: Date,
    pub proof: Proof,
    pub lines: BTreeMap<(Currency, String), Steps>,
    pub totals: BTreeMap<Currency, Steps>,
    /// Items that no document explains.
    pub loose: Vec<LooseItem>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LooseItem {
    pub what: Loose,
    pub customer: String,
    pub number: String,
    pub amount: Money,
    pub source: Source,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Loose {
    /// Open now, not before, and dated before the period.
    Appeared,
    /// Open with more than before.
    Grew,
    /// Open before and not now, and the customer's receipts and credits do not cover it.
    Gone,
}

/// Why there is no roll-forward; word keys `roll-lacks-…`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoRoll {
    NoAgeing,
    /// Nobody said when the period begins.
    NoPeriod,
    /// No list of the opening, and no settlement dates to rebuild it from.
    NoOpening,
}

impl Steps {
    pub fn computed(&self) -> i64 {
        self.opening + self.invoices + self.debit_notes
            - self.receipts
            - self.credits
            - self.write_offs
            + self.others
    }

    pub fn unexplained(&self) -> i64 {
        self.closing - self.computed()
    }

    fn add(&mut self, other: &Steps) {
        self.opening += other.opening;
        self.invoices += other.invoices;
        self.debit_notes += other.debit_notes;
        self.receipts += other.receipts;
        self.credits += other.credits;
        self.write_offs += other.write_offs;
        self.others += other.others;
        self.closing += other.closing;
    }
}

impl Loose {
    pub fn word(self) -> &'static str {
        match self {
            Loose::Appeared => "loose-appeared",
            Loose::Grew => "loose-grew",
            Loose::Gone => "loose-gone",
        }
    }
}

impl NoRoll {
    pub fn word(self) -> &'static str {
        match self {
            NoRoll::NoAgeing => "roll-lacks-ageing",
            NoRoll::NoPeriod => "roll-lacks-period",
            NoRoll::NoOpening => "roll-lacks-opening",
        }
    }
}

pub fn roll_forward(
    tables: &[Arc<Table>],
    ageing: &Ageing,
    period_from: Option<Date>,
) -> Result<ReceivablesRoll, NoRoll> {
    let prior: Vec<&Arc<Table>> = of_kind(tables, Kind::PriorItems);
    let (lists, all_open) = ledgers(tables);
    let dated = !all_open && lists.iter().all(|table| table.has(Field::ClearedDate));
    let (proof, from) = match (prior.is_empty(), period_from) {
        (false, from) => {
            let newest = prior.iter().flat_map(|table| rows(table)).filter_map(billed).max();
            let after = newest.and_then(|day| day.succ_opt());
            (Proof::TwoLists, from.or(after).ok_or(NoRoll::NoPeriod)?)
        }
        (true, _) if !dated => return Err(NoRoll::NoOpening),
        (true, None) => return Err(NoRoll::NoPeriod),
        (true, Some(from)) => (Proof::SettlementDates, from),
    };
    let mut roll = Rolling {
        names: customer_labels(tables.iter().filter(|t| is_receivable(t)).flat_map(|t| rows(t))),
        from,
        to: ageing.choices.as_of,
        lines: BTreeMap::new(),
        loose: Vec::new(),
    };
    for item in &ageing.items {
        roll.steps(item.open.currency, roll.name(item)).closing += item.open.minor;
    }
    match proof {
        Proof::SettlementDates => roll.by_dates(&lists),
        Proof::TwoLists => {
            let registers: Vec<&Arc<Table>> = of_kind(tables, Kind::Invoices)
                .into_iter()
                .filter(|table| !lists.iter().any(|list| list.id == table.id))
                .collect();
            let documents = if registers.is_empty() { &lists } else { &registers };
            roll.between(&prior, documents, ageing);
            roll.receipts(&of_kind(tables, Kind::Payments));
            roll.prove(&prior, &lists);
        }
    }
    Ok(roll.finish(proof))
}

/// One tie a currency: the closing that the steps come to against the list of open items.
pub fn ties(roll: &ReceivablesRoll) -> Vec<Tie> {
    let tie = |(&currency, steps): (&Currency, &Steps)| {
        let money = |minor| Money::new(minor, currency);
        Tie {
            name: "tie-receivables".to_owned(),
            currency,
            left: money(steps.closing),
            right: money(steps.computed()),
            difference: money(steps.unexplained()),
            explained: Vec::new(),
            unexplained: money(steps.unexplained()),
        }
    };
    roll.totals.iter().map(tie).collect()
}

struct Rolling {
    names: crate::analysis::ageing::CustomerLabels,
    from: Date,
    to: Date,
    lines: BTreeMap<(Currency, String), Steps>,
    loose: Vec<LooseItem>,
}

/// One item on both lists, by customer and number.
#[derive(Default)]
struct Both {
    opening: i64,
    closing: i64,
    /// The whole of it was billed within the period.
    is_new: bool,
    number: String,
    at: Option<Source>,
}

impl Rolling {
    fn steps(&mut self, currency: Currency, customer: String) -> &mut Steps {
        self.lines.entry((currency, customer)).or_default()
    }

    fn name(&self, item: &crate::analysis::ageing::Aged) -> String {
        self.names.of(item.customer_no.as_deref(), &item.customer)
    }

    fn customer(&self, row: Row) -> String {
        let name = row.text(Field::CustomerName).or_else(|| row.text(Field::PayerName));
        self.names.of(row.text(Field::CustomerNo), name.unwrap_or_default())
    }

    fn within(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// The opening is what was billed before and not settled before; settled within is received.
    fn by_dates(&mut self, lists: &[&Arc<Table>]) {
        for row in lists.iter().flat_map(|table| rows(table)) {
            let cleared = row.date(Field::ClearedDate);
            let Some(billed) = billed(row).filter(|day| *day <= self.to) else {
                self.undated(row, cleared);
                continue;
            };
            let settled = cleared.filter(|day| *day <= self.to);
            let amount =
                open_on_day(row, cleared.or_else(|| self.within(billed).then_some(billed)));
            let Some((whole, _)) = amount else { continue };
            if settled.is_some_and(|day| day < self.from) {
                continue;
            }
            let open = match (settled, open_on_day(row, cleared)) {
                (None, Some((open, _))) => open.minor,
                _ => 0,
            };
            let (is_new, is_note) = (self.within(billed), is_debit_note(row));
            let customer = self.customer(row);
            let steps = self.steps(whole.currency, customer);
            match is_new {
                false => steps.opening += whole.minor,
                true => steps.bill(whole.minor, is_note),
            }
            // Wholly settled, or paid in part.
            let paid = whole.minor - open;
            if is_write_off(row) { steps.write_offs += paid } else { steps.receipts += paid }
        }
    }

    /// An item without a date was open all along, as far as anybody knows.
    fn undated(&mut self, row: Row, cleared: Option<Date>) {
        let is_open = cleared.is_none_or(|day| day > self.to);
        let Some((open, _)) = open_on_day(row, cleared).filter(|_| is_open) else { return };
        if billed(row).is_none() {
            let customer = self.customer(row);
            self.steps(open.currency, customer).opening += open.minor;
        }
    }

    /// The opening list, and the documents of the period.
    fn between(&mut self, prior: &[&Arc<Table>], documents: &[&Arc<Table>], ageing: &Ageing) {
        for row in prior.iter().flat_map(|table| rows(table)) {
            if let Some((open, _)) = open_on_day(row, None) {
                let customer = self.customer(row);
                self.steps(open.currency, customer).opening += open.minor;
            }
        }
        // With only the closing list to show what was billed, what is open of it is what is known.
        let only_open: BTreeSet<_> = ageing.items.iter().map(|item| item.source.table).collect();
        for row in documents.iter().flat_map(|table| rows(table)) {
            let Some(day) = billed(row).filter(|day| self.within(*day)) else { continue };
            let is_list = only_open.contains(&row.table.id);
            let Some((whole, _)) = open_on_day(row, (!is_list).then_some(day)) else { continue };
            let (is_off, is_note, other) = (is_write_off(row), is_debit_note(row), other(row));
            let customer = self.customer(row);
            let steps = self.steps(whole.currency, customer);
            match (is_off, other) {
                (true, _) => steps.write_offs += whole.minor.abs(),
                (_, Some(Other::Reduces)) => steps.others -= whole.minor.abs(),
                (_, Some(Other::Adds)) => steps.others += whole.minor.abs(),
                (_, Some(Other::Signed)) => steps.others += whole.minor,
                (_, None) => steps.bill(whole.minor, is_note),
            }
        }
    }

    fn receipts(&mut self, payments: &[&Arc<Table>]) {
        for row in payments.iter().flat_map(|table| rows(table)) {
            let days = [Field::PaymentDate, Field::ValueDate, Field::BookingDate];
            let day = days.into_iter().find_map(|field| row.date(field));
            let Some(amount) = row.money(Field::Amount) else { continue };
            if day.is_some_and(|day| self.within(day)) {
                let customer = self.customer(row);
                self.steps(amount.currency, customer).receipts += amount.minor;
            }
        }
    }

    /// Items of the opening ∪ new − settled = items of the closing; the rest is listed.
    fn prove(&mut self, prior: &[&Arc<Table>], lists: &[&Arc<Table>]) {
        let mut items: BTreeMap<(Currency, String, String), Both> = BTreeMap::new();
        let mut take = |row: Row, customer: String, is_closing: bool, is_new: bool| {
            let Some((open, field)) = open_on_day(row, None) else { return };
            let number = row.text(Field::InvoiceNo).unwrap_or_default();
            let both = items.entry((open.currency, customer, fold_id(number))).or_default();
            number.clone_into(&mut both.number);
            both.at = Some(row.source(field));
            both.is_new |= is_new;
            *(if is_closing { &mut both.closing } else { &mut both.opening }) += open.minor;
        };
        for row in prior.iter().flat_map(|table| rows(table)) {
            take(row, self.customer(row), false, false);
        }
        for row in lists.iter().flat_map(|table| rows(table)) {
            let settled = row.date(Field::ClearedDate).is_some_and(|day| day <= self.to);
            let Some(day) = Some(billed(row)).filter(|day| day.is_none_or(|d| d <= self.to)) else {
                continue;
            };
            if !settled {
                take(row, self.customer(row), true, day.is_some_and(|day| self.within(day)));
            }
        }
        for ((currency, customer, _), both) in items {
            let gap = self.lines.get(&(currency, customer.clone())).map_or(0, Steps::unexplained);
            let what = match (both.opening, both.closing) {
                (0, closing) if closing != 0 && !both.is_new => Loose::Appeared,
                (opening, closing) if opening > 0 && closing > opening => Loose::Grew,
                (opening, 0) if opening != 0 && gap < 0 => Loose::Gone,
                _ => continue,
            };
            let Some(source) = both.at else { continue };
            let amount = Money::new(both.closing - both.opening, currency);
            self.loose.push(LooseItem { what, customer, number: both.number, amount, source });
        }
    }

    fn finish(self, proof: Proof) -> ReceivablesRoll {
        let Rolling { from, to, lines, mut loose, .. } = self;
        let mut totals: BTreeMap<Currency, Steps> = BTreeMap::new();
        for ((currency, _), steps) in &lines {
            totals.entry(*currency).or_default().add(steps);
        }
        loose.sort_by(|a, b| {
            (a.what, &a.customer, &a.number).cmp(&(b.what, &b.customer, &b.number))
        });
        ReceivablesRoll { from, to, proof, lines, totals, loose }
    }
}

impl Steps {
    fn bill(&mut self, whole: i64, is_debit_note: bool) {
        match whole {
            credit if credit < 0 => self.credits -= credit,
            note if is_debit_note => self.debit_notes += note,
            invoice => self.invoices += invoice,
        }
    }
}

fn of_kind(tables: &[Arc<Table>], kind: Kind) -> Vec<&Arc<Table>> {
    tables.iter().filter(|table| table.kind == kind).collect()
}

fn is_receivable(table: &Table) -> bool {
    matches!(table.kind, Kind::Invoices | Kind::PriorItems | Kind::Payments)
}

/// Void rows are no documents.
fn rows<'t>(table: &'t Table) -> impl Iterator<Item = Row<'t>> {
    let all = (0..table.len()).map(move |row| Row { table, row });
    all.filter(|row| !row.text(Field::Status).is_some_and(is_void_word))
}

fn billed(row: Row) -> Option<Date> {
    row.date(Field::InvoiceDate)
}

fn is_write_off(row: Row) -> bool {
    const WORDS: [&str; 9] = [
        "write-off",
        "write off",
        "writeoff",
        "bad debt",
        "ausbuchung",
        "abschreibung",
        "대손",
        "坏账",
        "核销",
    ];
    says(row, &WORDS)
}

/// A document that is neither bill nor credit, by how it changes the account.
#[derive(Clone, Copy)]
enum Other {
    Reduces,
    Adds,
    /// As the file signs it.
    Signed,
}

fn other(row: Row) -> Option<Other> {
    const REDUCES: [&str; 5] = ["discount", "skonto", "escompte", "할인", "折扣"];
    const ADDS: [&str; 12] = [
        "returned payment",
        "bounced",
        "nsf",
        "chargeback",
        "refund",
        "interest",
        "rucklastschrift",
        "부도",
        "환불",
        "연체이자",
        "退票",
        "退款",
    ];
    const SIGNED: [&str; 7] =
        ["revaluation", "exchange difference", "reclass", "transfer", "환평가", "외화평가", "汇兑"];
    let all =
        [(&REDUCES[..], Other::Reduces), (&ADDS[..], Other::Adds), (&SIGNED[..], Other::Signed)];
    all.into_iter().find(|(words, _)| says(row, words)).map(|(_, other)| other)
}

fn is_debit_note(row: Row) -> bool {
    const WORDS: [&str; 5] = ["debit note", "debit memo", "belastung", "차변", "借项"];
    says(row, &WORDS)
}

fn says(row: Row, words: &[&str]) -> bool {
    [Field::DocType, Field::Status].into_iter().any(|field| {
        row.text(field).map(fold_word).is_some_and(|text| words.iter().any(|w| text.contains(w)))
    })
}
