//! DAT-09: a monthly charge for a part of a month is not the share of its days.
//!
//! The part is the period of the line or invoice, cut by the days on which the service started and
//! ended, as its job or the inventory says. The month's price is the rate card's, else what the same
//! charge comes to in whole months,
//! else the line's own unit price of a fraction of a month. Any usual way of counting is right: the
//! days of the month, thirty, or a twelfth of a year; the last day in or out; the day's price rounded.

use crate::analysis::pricing::Unit;
use crate::base::{Decimal, Money, QuickMap, Severity, Source, fold_id, fold_word};
use crate::model::{Charge, Invoice, Owner, Period, Row};
use crate::rules::billing::billing;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "DAT-09",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::Period),
        (Kind::Invoices, Field::PeriodFrom),
        (Kind::Lines, Field::PeriodFrom),
    ])],
    check,
};

/// The part of a month in which a charge was due.
struct Part<'b> {
    days: i64,
    month_days: i64,
    /// The row and field that make it a part.
    stated: (Row<'b>, Field),
}

/// What a whole month costs, and the cell that says so.
#[derive(Clone, Copy)]
struct Monthly {
    price: Decimal,
    cell: Source,
}

/// By folded job or service and charge: what whole months come to, where they agree.
type WholeMonths = QuickMap<(String, String), Option<(Money, usize, Source)>>;

fn check(case: &Case, findings: &mut Findings) {
    let mut parts: Vec<(usize, Charge, Invoice, Part)> = Vec::new();
    let mut whole = WholeMonths::default();
    let by_cycle = bills_by_cycle(case);
    for (invoice, charges) in billing(case.book) {
        let of_header = invoice.header().and_then(|row| Some((Period::of(row)?, row)));
        let of_header = of_header.filter(|_| !by_cycle);
        for at in charges.iter().map(|&at| at as usize) {
            let charge = case.book.charge(at);
            let own = Period::of(charge.0).map(|period| (period, charge.0));
            let Some(stated) = own.or(of_header) else { continue };
            let Some(net) = charge.net().filter(|net| net.minor > 0) else { continue };
            match part(case, charge, stated) {
                Some(part) if part.days < part.month_days => {
                    parts.push((at, charge, invoice, part));
                }
                Some(_) => note(&mut whole, charge, net),
                None => {}
            }
        }
    }
    for (at, charge, invoice, part) in parts {
        let Some(net) = charge.net() else { continue };
        let Some(monthly) = monthly(case, at, charge, &whole) else { continue };
        let Some(expected) = share(monthly.price, &part, net) else { continue };
        if !is_share(monthly.price, &part, net) {
            report((charge, invoice), &part, monthly, (net, expected), findings);
        }
    }
}

/// Whether bills stand for weeks or halves of months: then a charge for a month on one of them is due in
/// whole, and its days are those of the bill alone.
fn bills_by_cycle(case: &Case) -> bool {
    const BILLS_MIN: usize = 12;
    let periods = case.book.invoices().filter_map(|invoice| Period::of(invoice.header()?));
    let (mut bills, mut parts) = (0, 0);
    for period in periods {
        let month = Period::month_of(period.from);
        bills += 1;
        parts += usize::from(month.is_some_and(|month| period.to <= month.to && period != month));
    }
    bills >= BILLS_MIN && parts * 2 > bills
}

/// Whether an amount is the share of its days in what a whole month of the charge comes to.
pub fn is_part_of_month(case: &Case, charge: Charge, whole: Decimal, net: Money) -> bool {
    let invoice = || charge.invoice_no().and_then(|no| case.book.invoice(no))?.header();
    let own = Period::of(charge.0).map(|period| (period, charge.0));
    let stated = own.or_else(|| invoice().and_then(|row| Some((Period::of(row)?, row))));
    let part = stated.and_then(|stated| part(case, charge, stated));
    part.is_some_and(|part| part.days < part.month_days && is_share(whole, &part, net))
}

fn note(whole: &mut WholeMonths, charge: Charge, net: Money) {
    let Some(key) = key(charge) else { return };
    let known = whole.entry(key).or_insert(Some((net, 0, charge.amount_source())));
    *known =
        known.filter(|(same, ..)| *same == net).map(|(net, count, cell)| (net, count + 1, cell));
}

/// The days of one month for which the charge stands; `None` where it stands for another stretch, or
/// for no day at all.
fn part<'b>(
    case: &Case<'b>,
    charge: Charge<'b>,
    (period, row): (Period, Row<'b>),
) -> Option<Part<'b>> {
    let month = Period::month_of(period.from)?;
    if period.to > month.to {
        return None;
    }
    let job = match charge.job_no().map(|no| case.book.jobs_numbered(no)) {
        Some(&[at]) => Some(case.book.job(at as usize).0),
        _ => None,
    };
    let service = || case.book.service(charge.0.text(Field::ServiceId)?);
    let job = job.filter(|job| job.has(Field::StartDate)).or_else(service);
    let start = job.and_then(|job| job.date(Field::StartDate));
    let end = job.and_then(|job| job.date(Field::EndDate));
    let from = start.map_or(period.from, |start| start.max(period.from));
    let to = end.map_or(period.to, |end| end.min(period.to));
    let stated = match job {
        Some(job) if from > period.from => (job, Field::StartDate),
        Some(job) if to < period.to => (job, Field::EndDate),
        _ => (row, Period::field(row)),
    };
    let days = Period { from, to }.days();
    (days > 0).then_some(Part { days, month_days: month.days(), stated })
}

fn key(charge: Charge) -> Option<(String, String)> {
    let of = charge.job_no().or_else(|| charge.0.text(Field::ServiceId))?;
    Some((fold_id(of), fold_id(charge.code().unwrap_or_default())))
}

/// Whether a price is for a month.
pub fn is_month(row: Row) -> bool {
    let Some(Unit::Other(word)) = row.text(Field::Unit).map(Unit::parse) else { return false };
    let words =
        ["month", "months", "mth", "mo", "monat", "mois", "mes", "월", "개월", "月", "个月"];
    words.iter().any(|known| *known == fold_word(&word))
}

fn monthly(case: &Case, at: usize, charge: Charge, whole: &WholeMonths) -> Option<Monthly> {
    let of_rate = || {
        let rate = case.pricing.charges.get(at)?.rate(case.book).filter(|rate| is_month(rate.0))?;
        let same = rate.0.currency() == charge.0.currency() || rate.0.currency().is_none();
        // Three units for a part of a month; a fraction is the part itself.
        let units = charge.qty().filter(|qty| *qty > Decimal::ONE).unwrap_or(Decimal::ONE);
        let price = rate.price().filter(|_| same)?.checked_mul(units)?;
        Some(Monthly { price, cell: rate.0.source(Field::UnitPrice) })
    };
    let of_habit = || {
        let (net, count, cell) = (*whole.get(&key(charge)?)?)?;
        (count >= 2).then(|| Monthly { price: net.decimal(), cell })
    };
    let of_line = || {
        // A whole month at its price says nothing: the price may have been cut before.
        let fraction = charge.qty().is_some_and(|qty| qty < Decimal::ONE && qty > Decimal::ZERO);
        let price = charge.unit_price().filter(|_| fraction && is_month(charge.0))?;
        Some(Monthly { price, cell: charge.0.source(Field::UnitPrice) })
    };
    of_rate().or_else(of_habit).or_else(of_line).filter(|monthly| monthly.price > Decimal::ZERO)
}

/// By the days of the month, the first and the last day in it.
fn share(price: Decimal, part: &Part, net: Money) -> Option<Money> {
    let days = price.checked_mul(Decimal::from(part.days))?;
    Money::round(days.checked_div(Decimal::from(part.month_days))?, net.currency)
}

fn is_share(price: Decimal, part: &Part, net: Money) -> bool {
    let months =
        [Decimal::from(part.month_days), Decimal::from(30), Decimal::from(365) / Decimal::from(12)];
    let ways = months.into_iter().filter(|days| !days.is_zero()).flat_map(|month| {
        [part.days, part.days - 1].map(|days| {
            let days = Decimal::from(days);
            let exact = price.checked_mul(days).and_then(|all| all.checked_div(month));
            let a_day = price.checked_div(month).and_then(|day| Money::round(day, net.currency));
            [exact, a_day.and_then(|day| day.decimal().checked_mul(days))]
        })
    });
    ways.flatten().flatten().any(|amount| {
        Money::round(amount, net.currency).is_some_and(|m| (m.minor - net.minor).abs() <= 1)
    })
}

fn report(
    (charge, invoice): (Charge, Invoice),
    part: &Part,
    monthly: Monthly,
    (net, expected): (Money, Money),
    findings: &mut Findings,
) {
    let (row, field) = part.stated;
    let finding = findings
        .at(charge.amount_source(), &charge.key())
        .arg("invoice", invoice.no())
        .arg("days", part.days)
        .arg("month_days", part.month_days)
        .arg("rate", monthly.price)
        .arg("expected", expected)
        .arg("found", net)
        .found(net)
        .expected(expected)
        .stake(Some(Money::new(net.minor.saturating_sub(expected.minor), net.currency)))
        .evidence(field.word(), row.source(field))
        .evidence("evidence-month-price", monthly.cell)
        .of_invoice(Some(invoice))
        .job(charge.job_no());
    findings.push(finding);
}
