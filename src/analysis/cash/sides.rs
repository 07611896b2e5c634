//! Tables → the two sides: which amount is received, which is open, by what an item may be named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Days;

use super::beside::{Beside, Wide};
use super::occurrences::{self, Mark, Parts};
use super::reference_columns::{
    codes, free_texts, instalment_columns, quoted_columns, reference_columns, reference_texts,
};
use crate::base::turns::{Pace, ROW};
use crate::base::{Currency, Date, Decimal, Money, QuickMap};
use crate::matching::{
    AdviceLine, Declared, Discounts, Granted, Held, Instalment, Item, Part, Rate, Reference, Sides,
    read_instalments,
};
use crate::model::{Discount, Row, Terms, is_credit_word, is_void_word};
use crate::table::{Field, Kind, Table};

/// Identifiers of an open item that others may quote, in the order in which they tell.
pub(super) const REFERENCES: &[Field] = &[
    Field::InvoiceNo,
    Field::PoNo,
    Field::JobNo,
    Field::Awb,
    Field::ContractNo,
    Field::Project,
    Field::Container,
];

/// The texts of a receipt in which items are named.
const TEXTS: &[Field] =
    &[Field::Text, Field::PaymentRef, Field::Remittance, Field::EndToEndId, Field::PayerName];

/// A receipt and what only tells it from those of other files.
pub(super) struct Line {
    pub item: Item,
    pub mark: Mark,
    pub balance: Option<Decimal>,
}

/// `lines` is what people decided of lines that stand in several files, or no longer stand in one.
pub async fn sides(
    left: &[Arc<Table>],
    right: &[Arc<Table>],
    as_of: Option<Date>,
    lines: &BTreeMap<String, bool>,
    pace: &Pace,
) -> Sides {
    let mut sides = Sides::default();
    let rows = left.iter().filter(|t| is_receipts(t)).chain(right.iter().filter(|t| is_items(t)));
    // Each is read once for what it says, and once for whether it says anything.
    pace.begin(Part::Laying as usize, 2 * rows.map(|table| table.len()).sum::<usize>());
    receipts(&mut sides, left, as_of, lines, pace).await;
    for table in right.iter().filter(|t| is_items(t)) {
        let mut naming = Naming::of(table);
        naming.references.extend(quoted_columns(table, &sides.left, pace).await);
        let beside = Beside::of(table, &others(right));
        pace.each(0..table.len(), |row| {
            pace.spend(ROW);
            let row = beside.row(Row { table, row });
            sides.right.extend(open_item(&row, &naming, as_of));
        })
        .await;
    }
    sides.unread = unread(left, right, &sides, pace).await;
    let mut advices: Vec<&Arc<Table>> = left.iter().chain(right).collect();
    advices.retain(|table| table.kind == Kind::Remittances);
    // Both sides may name the same file.
    advices.sort_by_key(|table| table.id);
    advices.dedup_by_key(|table| table.id);
    let mut currencies: QuickMap<String, Currency> = QuickMap::default();
    pace.each(sides.left.iter().filter(|_| !advices.is_empty()), |item| {
        if let Some(number) = &item.number {
            currencies.entry(number.clone()).or_insert(item.currency);
        }
    })
    .await;
    for table in advices {
        let rows = (0..table.len()).map(|row| Row { table, row });
        pace.each(rows, |row| sides.advices.extend(advice(row, &currencies))).await;
    }
    let mut rates: Vec<&Arc<Table>> = left.iter().chain(right).collect();
    rates.retain(|table| table.kind == Kind::FxRates);
    rates.sort_by_key(|table| table.id);
    rates.dedup_by_key(|table| table.id);
    for table in rates {
        let rows = (0..table.len()).map(|row| Row { table, row });
        pace.each(rows, |row| sides.rates.extend(rate(row))).await;
    }
    sides.declared = declared(left.iter().chain(right), pace).await;
    sides.accounts = accounts(left.iter().chain(right), pace).await;
    one_currency(&mut sides);
    let mut latest = None;
    pace.each(&sides.left, |item| latest = latest.max(item.date)).await;
    sides.day = as_of.or(latest);
    sides
}

async fn receipts(
    sides: &mut Sides,
    left: &[Arc<Table>],
    as_of: Option<Date>,
    decided: &BTreeMap<String, bool>,
    pace: &Pace,
) {
    let tables: Vec<&Arc<Table>> = left.iter().filter(|table| is_receipts(table)).collect();
    let is_later = |item: &Item| item.date.zip(as_of).is_some_and(|(date, day)| date > day);
    let (mut parts, mut lines) = (Parts::default(), Vec::new());
    for (at, table) in tables.iter().enumerate() {
        let texts = free_texts(table);
        let beside = Beside::of(table, &others(left));
        pace.each(0..table.len(), |row| {
            pace.spend(ROW);
            let row = Row { table, row };
            let Some(item) = receipt(&beside.row(row), &texts) else { return };
            if tables.len() > 1 {
                let (mark, balance) = (parts.mark(at, &row, &item), row.number(Field::Balance));
                lines.push(Line { item, mark, balance });
            } else if is_later(&item) {
                sides.later.push(item);
            } else {
                sides.left.push(item);
            }
        })
        .await;
    }
    sides.overlapping = occurrences::settle(&mut lines, &parts, &tables, decided, pace).await;
    pace.each(lines, |Line { item, .. }| match is_later(&item) {
        true => sides.later.push(item),
        false => sides.left.push(item),
    })
    .await;
}

fn is_receipts(table: &Table) -> bool {
    matches!(table.kind, Kind::Payments | Kind::BankLines)
}

fn is_items(table: &Table) -> bool {
    table.kind == Kind::Invoices
}

/// Tables that hold no items of their own and may say more of those of another.
fn others(tables: &[Arc<Table>]) -> Vec<&Table> {
    let kinds = [Kind::Invoices, Kind::Payments, Kind::BankLines];
    let fits = |table: &&Table| match table.kind {
        Kind::Customers => true,
        kind => kinds.contains(&kind) && is_bare(table),
    };
    tables.iter().map(|table| &**table).filter(fits).collect()
}

fn is_bare(table: &Table) -> bool {
    let amounts = [Field::OpenAmount, Field::Gross, Field::Amount, Field::Net];
    let sides = [Field::Debit, Field::Credit];
    amounts.iter().chain(&sides).all(|&field| !table.has(field))
}

fn receipt(wide: &Wide, texts: &[u16]) -> Option<Item> {
    let row = wide.row;
    let (amount, number) =
        row.money(Field::Amount).zip(row.number(Field::Amount)).or_else(|| debit_or_credit(row))?;
    let (amount, number) = in_currency(wide, amount, number)?;
    let text = |field| wide.text(field);
    let mut item = Item::new(row.row_source(), amount);
    item.rounded = Item::is_rounded(number, amount);
    let dates = [Field::PaymentDate, Field::ValueDate, Field::BookingDate];
    item.date = dates.into_iter().find_map(|field| wide.date(field));
    item.entity = text(Field::Entity);
    item.number = text(Field::PaymentNo).or_else(|| text(Field::BankRef));
    item.customer_no = text(Field::CustomerNo);
    item.name = text(Field::PayerName).or_else(|| text(Field::CustomerName));
    item.account = text(Field::PayerAccount);
    item.texts = TEXTS.iter().filter_map(|&field| text(field)).collect();
    item.texts.extend(wide.references().into_iter().map(|reference| reference.text));
    let physical = *row.table.rows.get(row.row)? as usize;
    let more = texts.iter().map(|&at| row.table.raw.text(physical, usize::from(at)).trim());
    item.texts.extend(more.filter(|text| !text.is_empty()).map(str::to_owned));
    item.texts.shrink_to_fit();
    Some(item)
}

/// An amount whose row states no currency is in that of the row beside it.
fn in_currency(wide: &Wide, amount: Money, number: Decimal) -> Option<(Money, Decimal)> {
    let currency = wide.currency();
    if currency == amount.currency {
        return Some((amount, number));
    }
    let sign = if amount.minor < 0 { -Decimal::ONE } else { Decimal::ONE };
    Some((Money::round(number.abs() * sign, currency)?, number))
}

fn debit_or_credit(row: Row) -> Option<(Money, crate::base::Decimal)> {
    let amount = |field| row.money(field).zip(row.number(field)).filter(|(m, _)| !m.is_zero());
    if let Some((money, number)) = amount(Field::Credit) {
        return Some((money.abs(), number.abs()));
    }
    let (money, number) = amount(Field::Debit)?;
    Some((Money::new(-money.minor.saturating_abs(), money.currency), -number.abs()))
}

/// The columns of a list of open items in which an item is named, beside its fields.
struct Naming {
    references: Vec<(u16, String)>,
    texts: Vec<(u16, String)>,
    instalments: Vec<u16>,
}

impl Naming {
    fn of(table: &Table) -> Naming {
        Naming {
            references: reference_columns(table),
            texts: reference_texts(table),
            instalments: instalment_columns(table),
        }
    }
}

/// The row of an open item: settled, void and later ones are left out.
fn open_item(wide: &Wide, naming: &Naming, as_of: Option<Date>) -> Option<Item> {
    let row = wide.row;
    let text = |field| wide.text(field);
    let settled = wide.date(Field::ClearedDate).is_some_and(|day| as_of.is_none_or(|at| day <= at));
    let void = text(Field::Status).is_some_and(|word| is_void_word(&word));
    let later = wide.date(Field::InvoiceDate).zip(as_of).is_some_and(|(date, at)| date > at);
    if settled || void || later {
        return None;
    }
    let (amount, number) = open_amount(row)?;
    let (mut amount, number) = in_currency(wide, amount, number)?;
    if text(Field::DocType).is_some_and(|word| is_credit_word(&word)) {
        amount = Money::new(-amount.minor.saturating_abs(), amount.currency);
    }
    let mut item = Item::new(row.row_source(), amount);
    item.rounded = Item::is_rounded(number.abs(), amount.abs());
    (item.date, item.due) = wide.invoice_and_due();
    item.entity = text(Field::Entity);
    item.number = text(Field::InvoiceNo);
    item.customer_no = text(Field::CustomerNo);
    item.name = text(Field::CustomerName);
    item.held = row.flag(Field::Disputed) == Some(true);
    item.discounts = discounts(text(Field::Terms).as_deref(), item.date);
    for &field in REFERENCES {
        if let Some(text) = text(field) {
            item.references.push(Reference { name: field.key().into(), text });
        }
    }
    let physical = *row.table.rows.get(row.row)? as usize;
    for (at, header) in &naming.references {
        let text = row.table.raw.text(physical, usize::from(*at)).trim();
        if !text.is_empty() {
            item.references.push(Reference { name: header.clone().into(), text: text.to_owned() });
        }
    }
    for (at, header) in &naming.texts {
        let text = row.table.raw.text(physical, usize::from(*at));
        let codes = codes(text).into_iter();
        item.references.extend(
            codes.map(|code| Reference { name: header.clone().into(), text: code.to_owned() }),
        );
    }
    item.references.extend(wide.references());
    item.references.shrink_to_fit();
    let named = naming
        .instalments
        .iter()
        .flat_map(|at| read_instalments(row.table.raw.text(physical, (*at).into())));
    let named: Vec<Instalment> = named.take(2).collect();
    item.instalment = named.first().copied().filter(|_| named.len() == 1);
    Some(item)
}

/// What the terms of an item grant. Terms that cannot be read, and days that count from an unknown one,
/// say nothing.
fn discounts(terms: Option<&str>, date: Option<Date>) -> Discounts {
    let Some((terms, date)) = terms.zip(date) else { return Discounts::Unknown };
    let all = Discount::parse(terms);
    if all.is_empty() {
        let known = Terms::parse(terms).is_some();
        return if known { Discounts::None } else { Discounts::Unknown };
    }
    let granted = all.into_iter().filter_map(|one| {
        let until = date.checked_add_days(Days::new(u64::from(one.days)))?;
        Some(Granted { bp: one.share_bp, until })
    });
    Discounts::Some(granted.collect())
}

/// Receipts and open items without an amount that can be read. A table without a column of amounts
/// says more of the rows of others, unless there are none.
async fn unread(
    left: &[Arc<Table>],
    right: &[Arc<Table>],
    sides: &Sides,
    pace: &Pace,
) -> (usize, usize) {
    let no_receipt = |row: Row| {
        let amounts = [Field::Amount, Field::Debit, Field::Credit];
        amounts.into_iter().all(|field| row.number(field).is_none())
    };
    let no_item = |row: Row| !is_settled(row) && open_amount(row).is_none();
    let (mut receipts, mut items) = (0, 0);
    for table in left.iter().filter(|t| is_receipts(t)) {
        if sides.left.is_empty() || !is_bare(table) {
            let rows = (0..table.len()).map(|row| Row { table, row });
            pace.each(rows, |row| receipts += usize::from(no_receipt(row))).await;
        }
    }
    for table in right.iter().filter(|t| is_items(t)) {
        if sides.right.is_empty() || !is_bare(table) {
            let rows = (0..table.len()).map(|row| Row { table, row });
            pace.each(rows, |row| items += usize::from(no_item(row))).await;
        }
    }
    (receipts, items)
}

fn is_settled(row: Row) -> bool {
    row.date(Field::ClearedDate).is_some() || row.text(Field::Status).is_some_and(is_void_word)
}

/// What is open, else the whole of it.
pub fn open_amount(row: Row) -> Option<(Money, crate::base::Decimal)> {
    [Field::OpenAmount, Field::Gross, Field::Amount, Field::Net]
        .into_iter()
        .find_map(|field| row.money(field).zip(row.number(field)))
}

/// Houses that rows of customers or of open items name as their payers.
async fn declared(tables: impl Iterator<Item = &Arc<Table>>, pace: &Pace) -> Vec<Declared> {
    let kinds = [Kind::Customers, Kind::Invoices];
    let tables = tables.filter(|t| kinds.contains(&t.kind) && t.has(Field::ParentName));
    let declared = |row| {
        Some(Declared {
            customer_no: text(row, Field::CustomerNo),
            name: text(row, Field::CustomerName),
            parent: text(row, Field::ParentName)?,
        })
    };
    let mut all: BTreeSet<Declared> = BTreeSet::new();
    for table in tables {
        let rows = (0..table.len()).map(|row| Row { table, row });
        pace.each(rows, |row| all.extend(declared(row))).await;
    }
    all.into_iter().collect()
}

/// Bank accounts that customers have by the list of customers.
async fn accounts(tables: impl Iterator<Item = &Arc<Table>>, pace: &Pace) -> Vec<Held> {
    let tables = tables.filter(|t| t.kind == Kind::Customers && t.has(Field::PayerAccount));
    let held = |row| {
        Some(Held {
            customer_no: text(row, Field::CustomerNo),
            name: text(row, Field::CustomerName),
            account: text(row, Field::PayerAccount)?,
        })
    };
    let mut all: Vec<Held> = Vec::new();
    for table in tables {
        let rows = (0..table.len()).map(|row| Row { table, row });
        pace.each(rows, |row| all.extend(held(row))).await;
    }
    all
}

/// A rate without its day or one of its currencies is none.
fn rate(row: Row) -> Option<Rate> {
    let to = row.text(Field::LocalCurrency).and_then(Currency::parse)?;
    let rate = row.number(Field::FxRate).filter(|rate| *rate > Decimal::ZERO)?;
    let from = row.currency();
    let date = row.date(Field::RateDate)?;
    (!from.is_none()).then(|| Rate { source: row.row_source(), from, to, date, rate })
}

/// Advices seldom state a currency: it is that of the payment.
fn advice(row: Row, currencies: &QuickMap<String, Currency>) -> Option<AdviceLine> {
    let payment = text(row, Field::PaymentNo)?;
    let number = row.number(Field::Amount);
    let currency = currencies.get(&payment).copied().unwrap_or_else(|| row.currency());
    Some(AdviceLine {
        source: row.row_source(),
        payment,
        reference: text(row, Field::InvoiceNo)?,
        amount: number.and_then(|number| Money::round(number, currency)).map(|m| m.minor),
        text: text(row, Field::Text).unwrap_or_default(),
    })
}

/// A side that states no currency takes the only one of the other.
fn one_currency(sides: &mut Sides) {
    let only = |items: &[Item]| {
        let first = items.first()?.currency;
        items.iter().all(|item| item.currency == first).then_some(first)
    };
    let (left, right) = (only(&sides.left), only(&sides.right));
    let none = Some(Currency::NONE);
    let (from, to) = match (left, right) {
        (left, Some(right)) if left == none => (right, &mut sides.left),
        (Some(left), right) if right == none => (left, &mut sides.right),
        _ => return,
    };
    to.iter_mut().for_each(|item| item.currency = from);
}

fn text(row: Row, field: Field) -> Option<String> {
    row.text(field).map(str::to_owned)
}
