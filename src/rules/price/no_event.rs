//! PRC-11: a charge for waiting (demurrage, detention) that no event of the job supports: its days
//! do not exceed the free days of the contract, or it comes to more than the days beyond them at the
//! day rate. What comes to less is not this fault.

use super::judged;
use crate::analysis::pricing::{ByDay, Fit};
use crate::base::{Decimal, Money, Severity, Source, fold_word};
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
        Need::AnyColumn(&[(Kind::Jobs, Field::DemurrageDays), (Kind::Jobs, Field::DetentionDays)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::DemurrageCharge),
            (Kind::Invoices, Field::DetentionCharge),
            (Kind::Lines, Field::ServiceCode),
            (Kind::Lines, Field::Text),
        ]),
    ],
    check,
};

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

fn check(case: &Case, findings: &mut Findings) {
    for (charge, fit, _) in judged(case) {
        for waiting in &WAITING {
            if let Some((billed, at)) = waiting.billed(charge) {
                compare(case, charge, fit, (waiting, billed, at), findings);
            }
        }
    }
}

impl Waiting {
    /// What the charge bills for waiting, and where it says so.
    fn billed(&self, charge: Charge) -> Option<(Money, Source)> {
        let (amount, at) = match charge.is_header() {
            true => (charge.0.money(self.charge)?, charge.0.source(self.charge)),
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
    charge: Charge,
    fit: &Fit,
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
    let (due, steps) = match is_free {
        true => (Money::new(0, billed.currency), None),
        false => match by_day(case, fit, days, billed) {
            Some((due, by_day)) => (due, Some(by_day)),
            None => return,
        },
    };
    let worked_out = match &steps {
        Some(by_day) => Arg::from(format!("{} = {}", by_day.steps, format::money_with_code(due))),
        None => Arg::from(due),
    };
    let shown = free.map_or_else(|| Arg::term("value-not-stated"), |(free, _)| Arg::from(free));
    let mut finding = findings
        .at(at, &format!("{}:{}", charge.key(), waiting.charge.key()))
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("charge", Arg::term(waiting.charge.word()))
        .arg("billed", billed)
        .arg("days", days)
        .arg("free", shown)
        .found(billed)
        .arg("due", worked_out)
        .expected(due)
        .stake(Some(Money::new(billed.minor - due.minor, billed.currency)))
        .evidence("evidence-job", job.0.source(waiting.days))
        .of_charge(case.book, charge);
    if let Some((_, rate)) = free {
        finding = finding.evidence("evidence-rate", rate.0.source(Field::FreeDays));
    }
    for at in steps.into_iter().flat_map(|by_day| by_day.rates) {
        let row = case.book.rate(at as usize).0;
        finding = finding.evidence(Field::DayRate.word(), row.source(Field::DayRate));
    }
    findings.push(finding);
}

/// What the days beyond the free ones come to, where that is less than was billed.
fn by_day(case: &Case, fit: &Fit, days: Decimal, billed: Money) -> Option<(Money, ByDay)> {
    let (free, _) = free_days(case, fit)?;
    let rate = |at: u32| case.book.rate(at as usize).0;
    let &first = fit.in_force.first()?;
    let by_day = case.pricing.by_day(case.book, first, (days, free))?;
    // Every row that fits is one of the tiers, or says the same.
    let tiers = case.pricing.tiers.of(first);
    let same = |at: &u32| {
        tiers.contains(at) || rate(*at).number(Field::DayRate) == rate(first).number(Field::DayRate)
    };
    let currency = rate(first).currency();
    let in_currency = currency == billed.currency || currency.is_none();
    let due = Money::round(by_day.amount, billed.currency)?;
    let over = billed.minor > due.minor + 1;
    (fit.in_force.iter().all(same) && in_currency && over).then_some((due, by_day))
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
