//! Which items were open on the day, and from when each is counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Aged, Basis, Bucket, Choices, Refused};
use crate::analysis::cash::open_amount;
use crate::base::{Date, Decimal, Money, Source, fold_id};
use crate::model::{Row, Terms, is_credit_word, is_void_word};
use crate::table::{Field, Kind, Table};

pub(super) struct Found {
    pub items: Vec<Aged>,
    pub later: Vec<Source>,
    pub nil: u32,
    pub unread: Vec<Source>,
}

pub(super) fn open_on(
    tables: &[Arc<Table>],
    choices: &Choices,
    buckets: &[Bucket],
) -> Result<Found, Refused> {
    let ledgers: Vec<&Arc<Table>> = tables.iter().filter(|t| t.kind == Kind::Invoices).collect();
    if ledgers.is_empty() {
        return Err(Refused::NoItems);
    }
    for table in &ledgers {
        can_rebuild(table, choices.as_of)?;
    }
    let terms = customer_terms(tables);
    let mut found = Found { items: Vec::new(), later: Vec::new(), nil: 0, unread: Vec::new() };
    for table in ledgers {
        for row in (0..table.len()).map(|row| Row { table, row }) {
            take(row, choices, &terms, buckets, &mut found);
        }
    }
    follow_invoices(&mut found.items);
    Ok(found)
}

/// A list that holds many later documents is of a later day; only days of settlement take it
/// back. A few are invoices dated ahead: left out and listed.
fn can_rebuild(table: &Table, as_of: Date) -> Result<(), Refused> {
    let dates = (0..table.len()).filter_map(|row| table.date(Field::InvoiceDate, row));
    let later: Vec<Date> = dates.filter(|date| *date > as_of).collect();
    let many = later.len() > 1 && later.len() * 20 > table.len();
    match later.into_iter().max() {
        Some(newest) if many && !table.has(Field::ClearedDate) => {
            Err(Refused::CannotRebuild { newest })
        }
        _ => Ok(()),
    }
}

/// Terms of the customer list, by folded number and name.
fn customer_terms(tables: &[Arc<Table>]) -> BTreeMap<String, String> {
    let mut terms = BTreeMap::new();
    for table in tables.iter().filter(|t| t.kind == Kind::Customers) {
        for row in (0..table.len()).map(|row| Row { table, row }) {
            let Some(text) = row.text(Field::Terms) else { continue };
            for field in [Field::CustomerNo, Field::CustomerName] {
                if let Some(key) = row.text(field) {
                    terms.insert(fold_id(key), text.to_owned());
                }
            }
        }
    }
    terms
}

fn take(
    row: Row,
    choices: &Choices,
    terms: &BTreeMap<String, String>,
    buckets: &[Bucket],
    found: &mut Found,
) {
    if row.text(Field::Status).is_some_and(is_void_word) {
        return;
    }
    if row.date(Field::InvoiceDate).is_some_and(|date| date > choices.as_of) {
        found.later.push(row.row_source());
        return;
    }
    let cleared = row.date(Field::ClearedDate);
    if cleared.is_some_and(|day| day <= choices.as_of) {
        return;
    }
    // Settled since then: today nothing is open, on the day the whole was.
    let amount = match cleared {
        Some(_) => whole(row).or_else(|| open_amount(row)),
        None => open_amount(row),
    };
    let Some((mut open, _)) = amount else {
        found.unread.push(row.row_source());
        return;
    };
    if open.is_zero() {
        found.nil += 1;
        return;
    }
    let is_credit = row.text(Field::DocType).is_some_and(is_credit_word) || open.minor < 0;
    if is_credit {
        open = Money::new(-open.minor.saturating_abs(), open.currency);
    }
    let (from, due_assumed) = basis(row, choices, terms);
    let days = from.map(|from| choices.as_of.signed_duration_since(from).num_days());
    let text = |field| row.text(field).map(str::to_owned);
    found.items.push(Aged {
        source: row.row_source(),
        number: text(Field::InvoiceNo),
        original: text(Field::OriginalInvoice),
        customer: text(Field::CustomerName).or_else(|| text(Field::CustomerNo)).unwrap_or_default(),
        open,
        from,
        days,
        bucket: bucket(days, buckets),
        disputed: row.flag(Field::Disputed) == Some(true),
        due_assumed,
        // Until the invoice that it names is found open.
        unapplied: is_credit,
    });
}

fn whole(row: Row) -> Option<(Money, Decimal)> {
    [Field::Gross, Field::Amount, Field::Net]
        .into_iter()
        .find_map(|field| row.money(field).zip(row.number(field)))
}

/// The day from which age counts, and whether the invoice date had to stand for the due date.
fn basis(row: Row, choices: &Choices, terms: &BTreeMap<String, String>) -> (Option<Date>, bool) {
    let billed = row.date(Field::InvoiceDate);
    match choices.basis {
        Basis::Invoice => (billed, false),
        Basis::Service => {
            let fields = [Field::PodDate, Field::DeliveryDate, Field::ServiceDate];
            (fields.into_iter().find_map(|field| row.date(field)), false)
        }
        Basis::Due => {
            if let Some(due) = row.date(Field::DueDate) {
                return (Some(due), false);
            }
            let Some(billed) = billed else { return (None, false) };
            let of_customer = [Field::CustomerNo, Field::CustomerName]
                .into_iter()
                .find_map(|field| terms.get(&fold_id(row.text(field)?)).map(String::as_str));
            let agreed = row.text(Field::Terms).or(of_customer).and_then(Terms::parse);
            let due = agreed.and_then(|terms| {
                let dates = terms.due_dates(billed);
                if choices.month_end_first { dates.first() } else { dates.last() }.copied()
            });
            (Some(due.unwrap_or(billed)), due.is_none())
        }
    }
}

fn bucket(days: Option<i64>, buckets: &[Bucket]) -> Bucket {
    let Some(days) = days else { return Bucket::Undated };
    let holds = |bucket: &&Bucket| match bucket {
        Bucket::Undated => false,
        Bucket::NotDue => days <= 0,
        Bucket::Late(from, to) => days >= *from && to.is_none_or(|to| days <= to),
    };
    buckets.iter().find(holds).copied().unwrap_or(Bucket::Undated)
}

/// A credit note that names an open invoice goes where the invoice stands.
fn follow_invoices(items: &mut [Aged]) {
    let mut invoices: BTreeMap<(String, String), (Bucket, Option<i64>)> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.unapplied) {
        if let Some(number) = &item.number {
            invoices.insert((item.customer.clone(), fold_id(number)), (item.bucket, item.days));
        }
    }
    for item in items.iter_mut().filter(|item| item.unapplied) {
        let named = item.original.as_deref().or(item.number.as_deref());
        let number = named.map(fold_id).unwrap_or_default();
        if let Some(&(bucket, days)) = invoices.get(&(item.customer.clone(), number)) {
            (item.bucket, item.days, item.unapplied) = (bucket, days, false);
        }
    }
}
