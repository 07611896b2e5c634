//! PRC-11: a charge for waiting (demurrage, detention) that does not follow from the days of the job: they
//! do not exceed the free days of the contract, or the days beyond them come to more or less at the day
//! rate. Waiting by the hour is told in `waiting_time`, what a list marks with yes or no in `flagged_event`.
//!
//! Where the card has no day rate, the one that nearly all charges of the carrier show is taken. Too little
//! is told only where the job stands on one invoice: the rest may be on another one.

use super::{flagged_event, judged, waiting_time};
use crate::analysis::pricing::Fit;
use crate::base::{Currency, Decimal, Money, QuickMap, Severity, Source, fold_word};
use crate::model::{Charge, Job, Owner, Rate};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::{Arg, format};

pub static RULE: Rule = Rule {
    code: "PRC-11",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Operations,
    needs: &[
        Need::Table(Kind::Jobs),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::DemurrageCharge),
            (Kind::Invoices, Field::DetentionCharge),
            (Kind::Lines, Field::ServiceCode),
            (Kind::Lines, Field::Text),
        ]),
    ],
    check,
};

/// What a job keeps of waiting.
const WAITS: Need = Need::AnyColumn(&[
    (Kind::Jobs, Field::DemurrageDays),
    (Kind::Jobs, Field::DetentionDays),
    (Kind::Jobs, Field::WaitingHours),
    (Kind::Jobs, Field::WaitingMinutes),
    (Kind::Jobs, Field::WaitFrom),
]);

/// A charge for time, and the days of the job that it is for.
struct Waiting {
    charge: Field,
    days: Field,
    words: &'static [&'static str],
}

static WAITING: [Waiting; 2] = [
    Waiting {
        charge: Field::DemurrageCharge,
        days: Field::DemurrageDays,
        words: &["demurrage", "surestaries", "체선", "체화", "滞港", "滞期"],
    },
    Waiting {
        charge: Field::DetentionCharge,
        days: Field::DetentionDays,
        words: &["detention", "지체료", "滞箱"],
    },
];

/// What is due, how that is worked out, and the cells that say so.
struct Due {
    money: Money,
    steps: Option<String>,
    cells: Vec<(String, Source)>,
}

/// A day rate that nobody wrote down: by charge, carrier and currency, with a cell that shows it.
type Habits = QuickMap<(Field, String, Currency), (Decimal, Source)>;

/// So many charges show a habit, and so many in a hundred of them follow it.
const CHARGES_MIN: usize = 8;
const HABIT_PERCENT: usize = 80;

fn check(case: &Case, findings: &mut Findings) {
    waiting_time::check(case, findings);
    let is_marked = flagged_event::check(case, findings);
    let Need::AnyColumn(waits) = WAITS else { return };
    if !is_marked && !waits.iter().any(|&(kind, field)| case.book.has_column(kind, field)) {
        findings.cannot_run(WAITS);
    }
    if WAITING.iter().all(|waiting| !case.book.has_column(Kind::Jobs, waiting.days)) {
        return;
    }
    let habits = habits(case);
    for (charge, fit, _) in judged(case) {
        for waiting in &WAITING {
            if let Some((billed, at)) = waiting.billed(charge) {
                compare(case, &habits, (charge, fit), (waiting, billed, at), findings);
            }
        }
    }
}

/// What one day beyond the free ones comes to, where nearly all charges of a carrier agree.
fn habits(case: &Case) -> Habits {
    let mut shown: QuickMap<(Field, String, Currency), Vec<(Decimal, Source)>> =
        QuickMap::default();
    for (charge, fit, _) in judged(case) {
        for waiting in &WAITING {
            let billed = waiting.billed(charge).filter(|(money, _)| money.minor > 0);
            let Some((billed, at)) = billed else { continue };
            let days = only_job(case, charge).and_then(|job| job.0.number(waiting.days));
            let free = free_days(case, fit).map(|(free, _)| free);
            let Some(over) = days.zip(free).map(|(days, free)| days - free) else { continue };
            let a_day = billed.decimal().checked_div(over).filter(|_| over > Decimal::ZERO);
            if let Some(a_day) = a_day {
                let of = (waiting.charge, carrier(charge), billed.currency);
                shown.entry(of).or_default().push((a_day, at));
            }
        }
    }
    let usual = |mut rates: Vec<(Decimal, Source)>| {
        rates.sort_unstable();
        let (count, most) = rates
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| (same.len(), same[0]))
            .max_by_key(|(count, _)| *count)?;
        let is_habit = count >= CHARGES_MIN && count * 100 >= rates.len() * HABIT_PERCENT;
        is_habit.then_some(most)
    };
    shown.into_iter().filter_map(|(of, rates)| Some((of, usual(rates)?))).collect()
}

fn carrier(charge: Charge) -> String {
    charge.0.text(Field::VendorName).map(fold_word).unwrap_or_default()
}

impl Waiting {
    /// What the charge bills for waiting, and where it says so.
    fn billed(&self, charge: Charge) -> Option<(Money, Source)> {
        let (amount, at) = match charge.is_header() {
            true => {
                let nothing = || {
                    let has = charge.0.has(self.charge) && !charge.0.is_failed(self.charge);
                    has.then(|| Money::new(0, charge.0.currency()))
                };
                let billed = charge.0.money(self.charge).or_else(nothing)?;
                return (billed.minor >= 0).then(|| (billed, charge.0.source(self.charge)));
            }
            false => {
                let named = [Field::ServiceCode, Field::Text]
                    .into_iter()
                    .filter_map(|field| charge.0.text(field))
                    .any(|text| self.is_named(text));
                if !named {
                    return None;
                }
                (charge.net()?, charge.amount_source())
            }
        };
        (amount.minor > 0).then_some((amount, at))
    }

    fn is_named(&self, text: &str) -> bool {
        let text = fold_word(text);
        self.words.iter().any(|word| text.contains(word))
    }
}

fn compare(
    case: &Case,
    habits: &Habits,
    (charge, fit): (Charge, &Fit),
    (waiting, billed, at): (&Waiting, Money, Source),
    findings: &mut Findings,
) {
    let Some(job) = only_job(case, charge) else { return };
    let Some(days) = job.0.number(waiting.days) else { return };
    let free = free_days(case, fit);
    let is_free = match free {
        Some((free, _)) => days <= free,
        None => days.is_zero(),
    };
    let nothing = || Due { money: Money::new(0, billed.currency), steps: None, cells: Vec::new() };
    let due = match is_free {
        true => Some(nothing()),
        false => by_day(case, fit, days, billed.currency)
            .or_else(|| by_habit(habits, (waiting, charge), days - free?.0, billed.currency)),
    };
    let Some(due) = due.filter(|due| (billed.minor - due.money.minor).abs() > 1) else { return };
    let on_one = || case.book.charges_of_job(job.no().unwrap_or_default()).len() == 1;
    if is_free && billed.is_zero() || billed.minor < due.money.minor && !on_one() {
        return;
    }
    let worked_out = match &due.steps {
        Some(steps) => Arg::from(format!("{steps} = {}", format::money_with_code(due.money))),
        None => Arg::from(due.money),
    };
    let shown = free.map_or_else(|| Arg::term("value-not-stated"), |(free, _)| Arg::from(free));
    let mut finding = findings
        .at(at, &format!("{}:{}", charge.key(), waiting.charge.key()))
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("charge", Arg::term(waiting.charge.word()))
        .arg("billed", billed)
        .arg("by", "wait")
        .arg("days", days)
        .arg("unit", Arg::term("unit-days"))
        .arg("free", shown)
        .found(billed)
        .arg("due", worked_out)
        .expected(due.money)
        .stake(Some(Money::new(billed.minor - due.money.minor, billed.currency)))
        .evidence("evidence-job", job.0.source(waiting.days))
        .of_charge(case.book, charge);
    if let Some((_, rate)) = free {
        finding = finding.evidence("evidence-rate", rate.0.source(Field::FreeDays));
    }
    for (label, cell) in due.cells {
        finding = finding.evidence(&label, cell);
    }
    findings.push(finding);
}

/// What the days beyond the free ones come to by the card.
fn by_day(case: &Case, fit: &Fit, days: Decimal, currency: Currency) -> Option<Due> {
    let (free, _) = free_days(case, fit)?;
    let rate = |at: u32| case.book.rate(at as usize).0;
    let &first = fit.in_force.first()?;
    let by_day = case.pricing.by_day(case.book, first, (days, free))?;
    // Every row that fits is one of the tiers, or says the same.
    let tiers = case.pricing.tiers.of(first);
    let same = |at: &u32| {
        tiers.contains(at) || rate(*at).number(Field::DayRate) == rate(first).number(Field::DayRate)
    };
    let in_currency = rate(first).currency() == currency || rate(first).currency().is_none();
    let money = Money::round(by_day.amount, currency)?;
    let cells = by_day.rates.iter();
    let cells = cells.map(|&at| (Field::DayRate.word(), rate(at).source(Field::DayRate)));
    (fit.in_force.iter().all(same) && in_currency).then(|| Due {
        money,
        steps: Some(by_day.steps),
        cells: cells.collect(),
    })
}

/// By the day rate that the carrier's charges show.
fn by_habit(
    habits: &Habits,
    (waiting, charge): (&Waiting, Charge),
    over: Decimal,
    currency: Currency,
) -> Option<Due> {
    let &(a_day, cell) = habits.get(&(waiting.charge, carrier(charge), currency))?;
    let money = Money::round(a_day.checked_mul(over)?, currency)?;
    let shown = |number: Decimal| format::number(number.normalize());
    let steps = Some(format!("{} × {}", shown(over), shown(a_day)));
    Some(Due { money, steps, cells: vec![("evidence-usual-charge".to_owned(), cell)] })
}

/// A job that stands on several rows says nothing sure about its days.
fn only_job<'b>(case: &Case<'b>, charge: Charge) -> Option<Job<'b>> {
    match case.book.jobs_numbered(charge.job_no()?) {
        &[at] => Some(case.book.job(at as usize)),
        _ => None,
    }
}

/// The free days on which all rates that fit agree.
fn free_days<'b>(case: &Case<'b>, fit: &Fit) -> Option<(Decimal, Rate<'b>)> {
    let rates = || fit.in_force.iter().map(|&at| case.book.rate(at as usize));
    let first = rates().next()?;
    let free = first.0.number(Field::FreeDays)?;
    let same = rates().all(|rate| rate.0.number(Field::FreeDays) == Some(free));
    same.then_some((free, first))
}
