//! PRC-11: a charge for waiting (demurrage, detention) that no event of the job supports: its days
//! do not exceed the free days of the contract, or it comes to more than the days beyond them at the
//! day rate. What comes to less is not this fault.

use super::judged;
use crate::analysis::pricing::Fit;
use crate::base::{Decimal, Money, Severity, Source, fold_word};
use crate::model::{Charge, Job, Owner, Rate};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

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
    let due = match is_free {
        true => Money::new(0, billed.currency),
        false => match by_day(case, fit, days, billed) {
            Some(due) => due,
            None => return,
        },
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
        .arg("due", due)
        .expected(due)
        .stake(Some(Money::new(billed.minor - due.minor, billed.currency)))
        .evidence("evidence-job", job.0.source(waiting.days))
        .of_charge(case.book, charge);
    if let Some((_, rate)) = free {
        finding = finding.evidence("evidence-rate", rate.0.source(Field::FreeDays));
        if !is_free {
            finding = finding.evidence(Field::DayRate.word(), rate.0.source(Field::DayRate));
        }
    }
    findings.push(finding);
}

/// What the days beyond the free ones come to, where that is less than was billed.
fn by_day(case: &Case, fit: &Fit, days: Decimal, billed: Money) -> Option<Money> {
    let (free, _) = free_days(case, fit)?;
    let mut rates = fit.in_force.iter().map(|&at| case.book.rate(at as usize).0);
    let first = rates.next()?;
    let a_day = first.number(Field::DayRate).filter(|price| *price > Decimal::ZERO)?;
    let same = rates.all(|rate| rate.number(Field::DayRate) == Some(a_day));
    let in_currency = first.currency() == billed.currency || first.currency().is_none();
    let due = Money::round((days - free).checked_mul(a_day)?, billed.currency)?;
    (same && in_currency && billed.minor > due.minor + 1).then_some(due)
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
