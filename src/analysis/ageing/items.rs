//! Which items were open on the day, and from when each is counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::customers::label;
use super::{Aged, Basis, Bucket, Choices, Refused};
use crate::base::{Date, Money, Source, Sums, TableId, fold_id, fold_word};
use crate::model::{Row, Terms, is_credit_word, is_void_word};
use crate::table::{Field, Kind, Table};

pub(super) struct Found {
    pub items: Vec<Aged>,
    pub later: Vec<Source>,
    pub later_sums: Sums,
    pub all_counted_open: bool,
    pub nil: u32,
    pub unread: Vec<Source>,
    pub twice: usize,
}

pub(super) fn open_on(
    tables: &[Arc<Table>],
    choices: &Choices,
    buckets: &[Bucket],
) -> Result<Found, Refused> {
    let (ledgers, all_counted_open) = ledgers(tables);
    if ledgers.is_empty() {
        return Err(Refused::NoItems);
    }
    for table in &ledgers {
        can_rebuild(table, choices.as_of)?;
    }
    let terms = customer_terms(tables);
    let mut found = Found {
        items: Vec::new(),
        later: Vec::new(),
        later_sums: Sums::new(),
        all_counted_open,
        nil: 0,
        unread: Vec::new(),
        twice: 0,
    };
    for table in ledgers {
        for row in (0..table.len()).map(|row| Row { table, row }) {
            take(row, choices, &terms, buckets, &mut found);
        }
    }
    label(&mut found.items);
    follow_invoices(&mut found.items);
    found.twice = in_two_lists(&found.items);
    Ok(found)
}

/// The lists that say what is open, or when it was paid. A register of invoices beside them would
/// count its invoices twice; where there is nothing else, each of its invoices counts as open.
pub(in crate::analysis) fn ledgers(tables: &[Arc<Table>]) -> (Vec<&Arc<Table>>, bool) {
    let all = || tables.iter().filter(|table| table.kind == Kind::Invoices);
    let says = |table: &&Arc<Table>| table.has(Field::OpenAmount) || table.has(Field::ClearedDate);
    let lists: Vec<&Arc<Table>> = all().filter(says).collect();
    if lists.is_empty() { (all().collect(), true) } else { (lists, false) }
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
    let cleared = row.date(Field::ClearedDate);
    if cleared.is_some_and(|day| day <= choices.as_of) {
        return;
    }
    let amount = open_on_day(row, cleared);
    if row.date(Field::InvoiceDate).is_some_and(|date| date > choices.as_of) {
        found.later.push(row.row_source());
        amount.into_iter().for_each(|(open, _)| found.later_sums.add(open));
        return;
    }
    let Some((open, field)) = amount else {
        found.unread.push(row.row_source());
        return;
    };
    if open.is_zero() {
        found.nil += 1;
        return;
    }
    let is_credit = open.minor < 0;
    let (due, due_assumed) = due(row, choices, terms);
    let from = basis(row, due, choices);
    let days = from.map(|from| choices.as_of.signed_duration_since(from).num_days());
    let text = |field| row.text(field).map(str::to_owned);
    found.items.push(Aged {
        source: row.source(field),
        number: text(Field::InvoiceNo),
        original: text(Field::OriginalInvoice),
        customer: text(Field::CustomerName).unwrap_or_default(),
        customer_no: text(Field::CustomerNo),
        billed: row.date(Field::InvoiceDate),
        due,
        open,
        from,
        days,
        bucket: bucket(days, buckets),
        disputed: row.flag(Field::Disputed) == Some(true),
        on_plan: is_on_plan(row),
        due_assumed,
        // Until the invoice that it names is found open.
        unapplied: is_credit,
    });
}

/// What was open on an earlier day, by lists that say when items were settled.
pub(in crate::analysis) fn open_sums(lists: &[&Arc<Table>], day: Date) -> Sums {
    let rows = lists.iter().flat_map(|table| (0..table.len()).map(|row| Row { table, row }));
    let stood = rows.filter(|row| {
        let is_void = row.text(Field::Status).is_some_and(is_void_word);
        let settled = row.date(Field::ClearedDate).is_some_and(|cleared| cleared <= day);
        let later = row.date(Field::InvoiceDate).is_some_and(|billed| billed > day);
        !is_void && !settled && !later
    });
    let open = stood.filter_map(|row| open_on_day(row, row.date(Field::ClearedDate)));
    open.map(|(open, _)| open).collect()
}

/// What was open, and the field that says it; credits with a minus, whatever their sign on the list.
pub(in crate::analysis) fn open_on_day(row: Row, cleared: Option<Date>) -> Option<(Money, Field)> {
    const WHOLE_FIRST: [Field; 4] = [Field::Gross, Field::Amount, Field::Net, Field::OpenAmount];
    const OPEN_FIRST: [Field; 4] = [Field::OpenAmount, Field::Gross, Field::Amount, Field::Net];
    // Settled since then: today nothing is open, on the day the whole was.
    let fields = if cleared.is_some() { WHOLE_FIRST } else { OPEN_FIRST };
    let (open, field) = fields.into_iter().find_map(|field| Some((row.money(field)?, field)))?;
    let is_credit = row.text(Field::DocType).is_some_and(is_credit_word) || open.minor < 0;
    let minor = if is_credit { -open.minor.saturating_abs() } else { open.minor };
    Some((Money::new(minor, open.currency), field))
}

/// Items that another list holds too: lists of two days that were both taken for this one's.
fn in_two_lists(items: &[Aged]) -> usize {
    if items.windows(2).all(|two| two[0].source.table == two[1].source.table) {
        return 0;
    }
    let mut first: BTreeMap<(&str, String), TableId> = BTreeMap::new();
    let numbered = items.iter().filter_map(|item| Some((item, fold_id(item.number.as_deref()?))));
    numbered
        .filter(|(item, number)| {
            let table = first.entry((&item.customer, number.clone())).or_insert(item.source.table);
            *table != item.source.table
        })
        .count()
}

/// Words for an agreement to pay in parts, in the languages of the headers.
const PLAN: [&str; 12] = [
    "payment plan",
    "instalment",
    "installment",
    "repayment plan",
    "ratenzahlung",
    "ratenplan",
    "echeancier",
    "plan de pago",
    "분할납부",
    "분할상환",
    "分期",
    "还款计划",
];

fn is_on_plan(row: Row) -> bool {
    [Field::Status, Field::HoldReason, Field::Text].into_iter().any(|field| {
        row.text(field).map(fold_word).is_some_and(|text| PLAN.iter().any(|p| text.contains(p)))
    })
}

/// The day from which age counts.
fn basis(row: Row, due: Option<Date>, choices: &Choices) -> Option<Date> {
    match choices.policy.basis {
        Basis::Due => due,
        Basis::Invoice => row.date(Field::InvoiceDate),
        Basis::Service => {
            let fields = [Field::PodDate, Field::DeliveryDate, Field::ServiceDate];
            fields.into_iter().find_map(|field| row.date(field))
        }
        Basis::Posting => row.date(Field::BookingDate),
    }
}

/// As stated, by the terms of the row or the customer; else the invoice date, which is told.
fn due(row: Row, choices: &Choices, terms: &BTreeMap<String, String>) -> (Option<Date>, bool) {
    if let Some(due) = row.date(Field::DueDate) {
        return (Some(due), false);
    }
    let Some(billed) = row.date(Field::InvoiceDate) else { return (None, false) };
    let of_customer = || {
        let fields = [Field::CustomerNo, Field::CustomerName].into_iter();
        let mut keys = fields.filter_map(|field| row.text(field)).map(fold_id);
        keys.find_map(|key| terms.get(&key)).and_then(|text| Terms::parse(text))
    };
    let agreed = row.text(Field::Terms).and_then(Terms::parse).or_else(of_customer);
    let due = agreed.and_then(|terms| {
        let dates = terms.due_dates(billed);
        let first = choices.policy.month_end_first;
        if first { dates.first() } else { dates.last() }.copied()
    });
    (Some(due.unwrap_or(billed)), due.is_none())
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
    if !items.iter().any(|item| item.unapplied) {
        return;
    }
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
