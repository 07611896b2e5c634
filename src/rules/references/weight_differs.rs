//! REF-08: the weight that a line bills is not the weight of its job.
//!
//! The chargeable and the actual weight of the job are both right, also rounded up to the next
//! kilogram, and so is the break of the rate ("cheaper as"). A job whose weight stands on several
//! lines of one code is not judged, nor is a small quantity in kilograms beside a line with the job's weight,
//! nor a charge whose kilograms are mostly a small part of those of its job: it is for other goods, as ice is.
//! Pallets and whatever else is counted: `quantity_differs`.

use super::quantity_differs;
use crate::analysis::pricing::Unit;
use crate::base::{Decimal, Money, QuickMap, QuickSet, Severity, Source};
use crate::model::{Charge, Job, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-08",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::References,
    owner: Owner::Operations,
    needs: &[
        Need::Table(Kind::Jobs),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ChargeableWeight),
            (Kind::Lines, Field::Weight),
            (Kind::Lines, Field::Qty),
            (Kind::Invoices, Field::ChargeableWeight),
            (Kind::Invoices, Field::Weight),
            (Kind::Invoices, Field::Pieces),
        ]),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

/// Fewer lines of a code show no habit.
const HABIT_MIN: u32 = 8;

type Key<'b> = (&'b str, &'b str, &'b str);

fn check(case: &Case, findings: &mut Findings) {
    check_rows(case, findings);
    quantity_differs::check(case, findings);
    let mut units: QuickMap<&str, Unit> = QuickMap::default();
    let mut lines: QuickMap<Key, u32> = QuickMap::default();
    let mut weighed: Vec<(usize, Charge, Decimal, Source, Key)> = Vec::new();
    let mut right: QuickSet<(&str, &str)> = QuickSet::default();
    // By code: how many lines could be compared, and how many of them have a small part of the weight.
    let mut habits: QuickMap<&str, (u32, u32)> = QuickMap::default();
    for (at, charge) in case.book.charges().enumerate() {
        let job = case.book.job_no_of_charge(at);
        let (Some(job), Some(invoice)) = (job, charge.invoice_no()) else { continue };
        let unit = charge.0.text(Field::Unit);
        let unit = unit.map(|text| &*units.entry(text).or_insert_with(|| Unit::parse(text)));
        let of_job = case.book.jobs_of_charge(at);
        let of_job = if let &[at] = of_job { Some(case.book.job(at as usize)) } else { None };
        let Some((weight, source)) = billed_weight(charge, unit, of_job) else { continue };
        let key = (invoice, job, charge.code().unwrap_or_default());
        *lines.entry(key).or_default() += 1;
        if let &[at] = case.book.jobs_numbered(job) {
            let habit = habits.entry(key.2).or_default();
            habit.0 += 1;
            match other_weight(case.book.job(at as usize), weight) {
                Some((expected, _)) => habit.1 += u32::from(weight + weight < expected),
                None => {
                    right.insert((invoice, job));
                }
            }
        }
        weighed.push((at, charge, weight, source, key));
    }
    for (at, charge, weight, source, key) in weighed {
        let bills = charge.net().is_some_and(|net| net.minor > 0);
        let &[job] = case.book.jobs_numbered(key.1) else { continue };
        let job = case.book.job(job as usize);
        let of_goods = |&(all, small): &(u32, u32)| all >= HABIT_MIN && small * 2 >= all;
        if source == charge.0.source(Field::Qty) && habits.get(key.2).is_some_and(of_goods) {
            continue;
        }
        if lines.get(&key) != Some(&1) || !bills || is_break(case, at, weight) {
            continue;
        }
        // The weight itself as the quantity of a price per 100 kg is the wrong unit (ARI-08).
        if charge.qty().is_some_and(|qty| other_weight(job, qty).is_none()) {
            continue;
        }
        if let Some((expected, of_job)) = other_weight(job, weight) {
            // The size of the goods, where the job has it (PRC-09).
            let by_size = case.pricing.charges.get(at).and_then(|fit| fit.weight);
            let sized = by_size.is_some_and(|size| (size - weight).abs() < Decimal::ONE);
            if sized && weight > expected && job.0.number(Field::Height).is_some() {
                continue;
            }
            // Kilograms of something else (dry ice) beside a line that has the weight of the job.
            let is_goods = source == charge.0.source(Field::Qty) && weight + weight < expected;
            if is_goods && right.contains(&(key.0, key.1)) {
                continue;
            }
            report(case, (charge, key.1), (weight, source), (expected, of_job), findings);
        }
    }
}

/// What the row of an invoice says of its one job: the pieces, and the weight where its charges stand in
/// columns, none of which has a weight of its own.
fn check_rows(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header() else { continue };
        let Some(no) = header.text(Field::JobNo) else { continue };
        let &[job] = case.book.jobs_numbered(no) else { continue };
        let job = case.book.job(job as usize);
        let in_columns = invoice.lines().next().is_some_and(|line| line.0.table.placed.is_some());
        let weight = header.number(Field::Weight).filter(|_| in_columns);
        let weight = weight.and_then(|weight| {
            let (expected, cell) = other_weight(job, weight)?;
            Some((Field::Weight, weight, expected, cell))
        });
        let pieces = header.number(Field::Pieces).zip(job.0.number(Field::Pieces));
        let pieces = pieces.filter(|(billed, own)| billed != own && !own.is_zero());
        let cell = job.0.source(Field::Pieces);
        let pieces = pieces.map(|(billed, own)| (Field::Pieces, billed, own, cell));
        for (field, found, expected, of_job) in weight.into_iter().chain(pieces) {
            let what = if field == Field::Pieces { "pieces" } else { "weight" };
            let finding = findings
                .at(header.source(field), &format!("{}:{}", invoice.no(), field.key()))
                .arg("what", what)
                .arg("job", no)
                .arg("invoice", invoice.no())
                .arg("found", found)
                .arg("expected", expected)
                .arg("column", "")
                .found(found)
                .expected(expected)
                .evidence("evidence-job", of_job)
                .row(header)
                .of_invoice(Some(invoice))
                .job(Some(no));
            findings.push(finding);
        }
    }
}

/// In kilograms.
fn billed_weight(
    charge: Charge,
    unit: Option<&Unit>,
    job: Option<Job>,
) -> Option<(Decimal, Source)> {
    let factor = match unit {
        Some(Unit::Kilogram) => Decimal::ONE,
        Some(Unit::HundredKilograms) => Decimal::ONE_HUNDRED,
        Some(Unit::Tonne) => Decimal::ONE_THOUSAND,
        _ => {
            // Like with like: a job that has no chargeable weight says nothing about one.
            let fields = [Field::ChargeableWeight, Field::Weight];
            let both = |field: &Field| job.is_some_and(|job| job.0.number(*field).is_some());
            let stated = |field: Field| Some((charge.0.number(field)?, charge.0.source(field)));
            let alike = fields.into_iter().filter(both).find_map(stated);
            return alike.or_else(|| fields.into_iter().find_map(stated));
        }
    };
    let weight = charge.qty()?.checked_mul(factor)?;
    // "1 kg" beside a weight of its own is a lump sum.
    (weight > Decimal::ONE).then(|| (weight, charge.0.source(Field::Qty)))
}

/// The weight of the job, unless the billed one is one of its weights.
fn other_weight(job: Job, billed: Decimal) -> Option<(Decimal, Source)> {
    let fields = [Field::ChargeableWeight, Field::Weight];
    let stated = || {
        fields.into_iter().filter_map(|field| {
            Some((job.0.number(field).filter(|w| !w.is_zero())?, job.0.source(field)))
        })
    };
    let right = |weight: Decimal| billed >= weight && billed - weight < Decimal::ONE;
    let first = stated().next()?;
    (!stated().any(|(weight, _)| right(weight))).then_some(first)
}

fn is_break(case: &Case, charge: usize, weight: Decimal) -> bool {
    let fit = case.pricing.charges.get(charge);
    let rates = fit.into_iter().flat_map(|fit| &fit.in_force);
    rates
        .map(|&at| case.book.rate(at as usize).0)
        .any(|rate| rate.number(Field::WeightFrom) == Some(weight) || at_minimum(rate, weight))
}

/// A line that bills the kilograms of the minimum charge.
fn at_minimum(rate: crate::model::Row, weight: Decimal) -> bool {
    let amounts = rate.number(Field::MinCharge).zip(rate.number(Field::UnitPrice));
    amounts.is_some_and(|(minimum, price)| price.checked_mul(weight) == Some(minimum))
}

fn report(
    case: &Case,
    (charge, job): (Charge, &str),
    (weight, at): (Decimal, Source),
    (expected, of_job): (Decimal, Source),
    findings: &mut Findings,
) {
    let share = (weight - expected).checked_div(weight);
    let stake = charge
        .net()
        .zip(share)
        .and_then(|(net, share)| Money::round(net.decimal().checked_mul(share)?, net.currency));
    let finding = findings
        .at(at, &charge.key())
        .arg("what", "weight")
        .arg("job", job)
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("found", weight)
        .arg("expected", expected)
        .arg("column", "")
        .found(weight)
        .expected(expected)
        .stake(stake)
        .evidence("evidence-job", of_job)
        .of_charge(case.book, charge)
        .job(Some(job));
    findings.push(finding);
}
