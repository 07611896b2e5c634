//! Figures over the receivables: shares and days, each with what it was worked out from. A figure
//! that cannot be worked out says what is lacking, and is never nil.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Days};

use crate::analysis::ageing::{Ageing, ledgers, open_on_day, open_sums};
use crate::base::{Currency, Date, Decimal, Money, Sums, round_to};
use crate::model::{Row, is_void_word};
use crate::table::{Field, Kind, Table};
use crate::words::Args;

/// One figure in one currency. `key` is its name, `key.formula` and `key.population` are told with
/// `args`.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    pub key: &'static str,
    pub currency: Currency,
    /// The value, or the word key of what is lacking.
    pub value: Result<Decimal, &'static str>,
    pub is_share: bool,
    pub args: Args,
    /// The items that it is of.
    pub over: Over,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Over {
    Open,
    Overdue,
    /// Not among the open items.
    Settled,
}

/// Days over which sales are counted.
const SALES_DAYS: i64 = 90;

pub fn figures(tables: &[Arc<Table>], ageing: &Ageing) -> Vec<Figure> {
    let sales = sales(tables, ageing.choices.as_of);
    let settled = settled(tables, ageing.choices.as_of);
    let opening = opening(tables, ageing.choices.as_of);
    let mut all = Vec::new();
    for &currency in ageing.totals.keys() {
        let open = Open::of(ageing, currency);
        all.extend(of_items(&open, currency));
        all.extend(of_sales(&open, sales.as_ref().map(|of| of.get(&currency)), currency, ageing));
        let sold = sales.as_ref().and_then(|of| of.get(&currency));
        all.push(true_dso(ageing, sold, currency));
        all.push(effectiveness(&open, sold, opening.as_ref(), currency));
        all.extend(
            settled
                .as_ref()
                .and_then(|of| of.get(&currency))
                .map_or_else(Vec::new, |of| of_settled(of, currency)),
        );
    }
    all
}

/// `AR ÷ S × D`; `None` without sales or on a net credit.
pub fn dso(receivables: i64, sales: i64, days: i64) -> Option<Decimal> {
    if sales <= 0 || receivables < 0 {
        return None;
    }
    Decimal::from(receivables).checked_mul(Decimal::from(days))?.checked_div(Decimal::from(sales))
}

/// Months are used up from the latest back; `Err` holds the days when history ends before the
/// receivables do: at least so many.
pub fn countback(receivables: i64, months: &[(i64, i64)]) -> Option<Result<Decimal, Decimal>> {
    if receivables < 0 || months.iter().all(|(sales, _)| *sales <= 0) {
        return None;
    }
    let (mut rest, mut days) = (receivables, 0);
    for &(sales, length) in months {
        if sales > 0 && rest < sales {
            let part = Decimal::from(rest) * Decimal::from(length) / Decimal::from(sales);
            return Some(Ok(Decimal::from(days) + part));
        }
        rest -= sales.max(0);
        days += length;
    }
    Some(if rest == 0 { Ok(Decimal::from(days)) } else { Err(Decimal::from(days)) })
}

/// Collection effectiveness: `(AR_b + S − AR_e) ÷ (AR_b + S − AR_cur)`.
pub fn cei(begin: i64, sales: i64, end: i64, current: i64) -> Option<Decimal> {
    let collectible = Decimal::from(begin) + Decimal::from(sales);
    (collectible - Decimal::from(end)).checked_div(collectible - Decimal::from(current))
}

/// Sums of the open items of one currency.
#[derive(Default)]
struct Open {
    all: i64,
    debit: i64,
    debit_items: usize,
    due: i64,
    due_items: usize,
    /// Σ open × days over past-due debits, and over dated debits by the basis of the ageing.
    late_days: i128,
    aged: i128,
    aged_days: i128,
    assumed: usize,
}

impl Open {
    fn of(ageing: &Ageing, currency: Currency) -> Open {
        let mut open = Open::default();
        for item in ageing.items.iter().filter(|item| item.open.currency == currency) {
            let minor = item.open.minor;
            open.all += minor;
            if minor <= 0 {
                continue;
            }
            open.debit += minor;
            open.debit_items += 1;
            open.assumed += usize::from(item.due_assumed);
            if let Some(days) = item.overdue_days(ageing.choices.as_of) {
                open.due += minor;
                open.due_items += 1;
                open.late_days += i128::from(minor) * i128::from(days);
            }
            if let Some(days) = item.days {
                open.aged += i128::from(minor);
                open.aged_days += i128::from(minor) * i128::from(days);
            }
        }
        open
    }
}

fn of_items(open: &Open, currency: Currency) -> [Figure; 3] {
    let money = |minor| Money::new(minor, currency);
    let args = Args::new()
        .with("due", money(open.due))
        .with("debit", money(open.debit))
        .with("count", open.debit_items)
        .with("late", open.due_items)
        .with("assumed", open.assumed);
    let figure = |key, value: Option<Decimal>, is_share, over| Figure {
        key,
        currency,
        value: value.ok_or("figure-lacks-items"),
        is_share,
        args: args.clone(),
        over,
    };
    let share = ratio(open.due.into(), open.debit.into());
    let late = ratio(open.late_days, open.due.into());
    let age = ratio(open.aged_days, open.aged);
    [
        figure("figure-overdue-share", share, true, Over::Overdue),
        figure("figure-days-late", late, false, Over::Overdue),
        figure("figure-average-age", age, false, Over::Open),
    ]
}

fn of_sales(
    open: &Open,
    sales: Option<Option<&Sales>>,
    currency: Currency,
    ageing: &Ageing,
) -> Vec<Figure> {
    let money = |minor| Money::new(minor, currency);
    let lacks = if sales.is_none() { "figure-lacks-register" } else { "figure-lacks-sales" };
    let nothing = Sales::default();
    let of = sales.flatten().unwrap_or(&nothing);
    let days = of.days(ageing.choices.as_of);
    let current = open.all - open.due;
    let args = Args::new()
        .with("open", money(open.all))
        .with("current", money(current))
        .with("sales", money(of.recent))
        .with("days", days)
        .with("count", of.documents);
    let figure = |key, value: Option<Decimal>| Figure {
        key,
        currency,
        value: value.ok_or(lacks),
        is_share: false,
        args: args.clone(),
        over: Over::Open,
    };
    let (all, best) = (dso(open.all, of.recent, days), dso(current, of.recent, days));
    let counted = countback(open.all, &of.months(ageing.choices.as_of));
    // Never extrapolated: where sales end first there is no figure.
    let counted_value = counted.and_then(Result::ok);
    vec![
        figure("figure-dso", all),
        figure("figure-dso-best", best),
        figure("figure-dso-late", all.zip(best).map(|(all, best)| all - best)),
        Figure {
            value: match counted {
                Some(Err(_)) => Err("figure-lacks-history"),
                _ => counted_value.ok_or(lacks),
            },
            ..figure("figure-countback", counted_value)
        },
    ]
}

/// Each open invoice against the sales of its own month: a slow month does not flatter it.
fn true_dso(ageing: &Ageing, sales: Option<&Sales>, currency: Currency) -> Figure {
    let as_of = ageing.choices.as_of;
    let debits = ageing.items.iter().filter(|i| i.open.currency == currency && i.open.minor > 0);
    let mut months: BTreeMap<(i32, u32), i128> = BTreeMap::new();
    let (mut count, mut left_out) = (0_usize, 0_usize);
    for item in debits {
        let month = item.billed.map(|billed| (billed.year(), billed.month()));
        let sold = |month: &(i32, u32)| {
            sales.and_then(|of| of.by_month.get(month)).is_some_and(|s| *s > 0)
        };
        match item.billed.zip(month.filter(sold)) {
            Some((billed, month)) => {
                let days = i128::from((as_of - billed).num_days());
                *months.entry(month).or_default() += days * i128::from(item.open.minor);
                count += 1;
            }
            None => left_out += 1,
        }
    }
    let share = |(month, late): (&(i32, u32), &i128)| {
        ratio(*late, i128::from(*sales?.by_month.get(month)?))
    };
    let sum: Option<Decimal> = months.iter().map(share).sum();
    let lacks = if sales.is_none() { "figure-lacks-register" } else { "figure-lacks-sales" };
    Figure {
        key: "figure-true-dso",
        currency,
        value: sum.filter(|_| count > 0).ok_or(lacks),
        is_share: false,
        args: Args::new().with("count", count).with("left", left_out),
        over: Over::Open,
    }
}

/// What could be collected since the opening day and was; 100 % leaves nothing past due.
fn effectiveness(
    open: &Open,
    sales: Option<&Sales>,
    opening: Option<&Sums>,
    currency: Currency,
) -> Figure {
    let money = |minor| Money::new(minor, currency);
    let begin = opening.map_or(0, |opening| opening.get(currency).minor);
    let (sold, documents) = sales.map_or((0, 0), |of| (of.recent, of.documents));
    let current = open.all - open.due;
    let value = cei(begin, sold, open.all, current).map(|value| round_to(value, 8));
    let lacks = match (opening, sales) {
        (None, _) => Some("figure-lacks-opening"),
        (_, None) => Some("figure-lacks-register"),
        _ => None,
    };
    Figure {
        key: "figure-cei",
        currency,
        value: lacks.map_or(value.ok_or("figure-lacks-sales"), Err),
        is_share: true,
        args: Args::new()
            .with("begin", money(begin))
            .with("sales", money(sold))
            .with("open", money(open.all))
            .with("current", money(current))
            .with("count", documents)
            .with("days", SALES_DAYS),
        over: Over::Open,
    }
}

/// What was open when the days of sales began; only lists that say when items were settled know.
fn opening(tables: &[Arc<Table>], as_of: Date) -> Option<Sums> {
    let begin = as_of.checked_sub_days(Days::new(SALES_DAYS as u64))?;
    let (lists, _) = ledgers(tables);
    let known = !lists.is_empty() && lists.iter().all(|table| table.has(Field::ClearedDate));
    known.then(|| open_sums(&lists, begin))
}

/// Sales of one currency.
#[derive(Default)]
struct Sales {
    /// Within the days before the day.
    recent: i64,
    documents: usize,
    by_month: BTreeMap<(i32, u32), i64>,
    first: Option<Date>,
}

impl Sales {
    /// A young ledger has fewer.
    fn days(&self, as_of: Date) -> i64 {
        let known = self.first.map(|first| (as_of - first).num_days() + 1);
        known.map_or(SALES_DAYS, |known| known.clamp(1, SALES_DAYS))
    }

    /// Sales and length of each month back from the day, the latest first.
    fn months(&self, as_of: Date) -> Vec<(i64, i64)> {
        let Some(first) = self.first else { return Vec::new() };
        let mut months = Vec::new();
        let mut last = as_of;
        while last >= first {
            let sales = self.by_month.get(&(last.year(), last.month())).copied().unwrap_or(0);
            months.push((sales, i64::from(last.day())));
            let before = last.with_day(1).and_then(|day| day.pred_opt());
            let Some(before) = before else { break };
            last = before;
        }
        months
    }
}

/// Documents of lists that hold settled ones too; `None` without such a list, since open items alone
/// understate sales.
fn sales(tables: &[Arc<Table>], as_of: Date) -> Option<BTreeMap<Currency, Sales>> {
    let (lists, all_open) = ledgers(tables);
    let all = tables.iter().filter(|table| table.kind == Kind::Invoices);
    let registers = all.filter(|t| !t.has(Field::OpenAmount) && !t.has(Field::ClearedDate));
    let mut from: Vec<&Arc<Table>> = if all_open { Vec::new() } else { registers.collect() };
    if from.is_empty() {
        from.extend(lists.into_iter().filter(|table| table.has(Field::ClearedDate)));
    }
    if from.is_empty() {
        return None;
    }
    let begin = as_of.checked_sub_days(Days::new(SALES_DAYS as u64))?;
    let mut sales: BTreeMap<Currency, Sales> = BTreeMap::new();
    for table in from {
        for row in (0..table.len()).map(|row| Row { table, row }) {
            let is_void = row.text(Field::Status).is_some_and(is_void_word);
            let Some(date) = row.date(Field::InvoiceDate).filter(|d| *d <= as_of && !is_void)
            else {
                continue;
            };
            let Some((whole, _)) = open_on_day(row, Some(date)) else { continue };
            let of = sales.entry(whole.currency).or_default();
            of.first = Some(of.first.map_or(date, |first| first.min(date)));
            *of.by_month.entry((date.year(), date.month())).or_default() += whole.minor;
            if date > begin {
                of.recent += whole.minor;
                of.documents += 1;
            }
        }
    }
    Some(sales)
}

/// What was paid by the day: amounts weighted by days to pay and days beyond terms.
#[derive(Default)]
struct Settled {
    paid: i128,
    to_pay: i128,
    with_due: i128,
    beyond: i128,
    documents: usize,
}

fn settled(tables: &[Arc<Table>], as_of: Date) -> Option<BTreeMap<Currency, Settled>> {
    let (lists, _) = ledgers(tables);
    let mut found: BTreeMap<Currency, Settled> = BTreeMap::new();
    for table in lists.into_iter().filter(|table| table.has(Field::ClearedDate)) {
        for row in (0..table.len()).map(|row| Row { table, row }) {
            let paid = row.date(Field::ClearedDate).filter(|day| *day <= as_of);
            let (Some(paid), Some(billed)) = (paid, row.date(Field::InvoiceDate)) else { continue };
            let Some((whole, _)) = open_on_day(row, Some(paid)) else { continue };
            if whole.minor <= 0 {
                continue;
            }
            let amount = i128::from(whole.minor);
            let of = found.entry(whole.currency).or_default();
            of.documents += 1;
            of.paid += amount;
            of.to_pay += amount * i128::from((paid - billed).num_days());
            if let Some(due) = row.date(Field::DueDate) {
                of.with_due += amount;
                of.beyond += amount * i128::from((paid - due).num_days());
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Fewer payments than this say nothing (definitions 3.3).
const PAYMENTS_MIN: usize = 5;

fn of_settled(of: &Settled, currency: Currency) -> Vec<Figure> {
    let enough = of.documents >= PAYMENTS_MIN;
    let args = Args::new().with("count", of.documents);
    let figure = |key, value: Option<Decimal>| Figure {
        key,
        currency,
        value: value.filter(|_| enough).ok_or("figure-lacks-payments"),
        is_share: false,
        args: args.clone(),
        over: Over::Settled,
    };
    vec![
        figure("figure-days-to-pay", ratio(of.to_pay, of.paid)),
        figure("figure-days-beyond", ratio(of.beyond, of.with_due)),
    ]
}

/// Without a whole there is no share.
fn ratio(part: i128, whole: i128) -> Option<Decimal> {
    let decimal = |value| Decimal::try_from_i128_with_scale(value, 0).ok();
    decimal(part)?.checked_div(decimal(whole)?).map(|value| round_to(value, 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The golden example of definitions 3.2.
    #[test]
    fn sales_outstanding_of_the_worked_example() {
        let two = |value: Option<Decimal>| round_to(value.expect("a figure"), 2).to_string();
        let all = dso(1_250_000, 3_000_000, 91);
        let best = dso(800_000, 3_000_000, 91);
        assert_eq!(two(all), "37.92");
        assert_eq!(two(best), "24.27");
        assert_eq!(two(all.zip(best).map(|(all, best)| all - best)), "13.65");
        let months = [(1_100_000, 30), (1_000_000, 31), (900_000, 30)];
        assert_eq!(two(countback(1_250_000, &months).and_then(Result::ok)), "34.65");
        let cei = cei(1_100_000, 3_000_000, 1_250_000, 800_000).map(|c| c * Decimal::ONE_HUNDRED);
        assert_eq!(two(cei), "86.36");
    }

    #[test]
    fn nothing_is_divided_by_nothing_or_extrapolated() {
        assert_eq!(dso(100, 0, 90), None);
        assert_eq!(dso(-100, 50, 90), None);
        assert_eq!(countback(100, &[(0, 30)]), None);
        assert_eq!(countback(100, &[(30, 30), (-5, 31)]), Some(Err(Decimal::from(61))));
        assert_eq!(countback(30, &[(-5, 30), (60, 31)]), Some(Ok(Decimal::new(455, 1))));
        assert_eq!(ratio(1, 0), None);
    }
}
