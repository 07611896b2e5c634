//! PRC-09: a chargeable weight is not the greater of weight and volumetric weight.
//!
//! The divisor is the contract's, else the policy's, else the one by which nine in ten jobs come to their
//! chargeable weight. Steps of a half and of a whole kilogram are
//! customs of the trade, a size may be of one piece or of all, and a weight may be charged as the next
//! break: what any of that explains is right.
//!
//! Where nobody states a divisor, or the size is not known, a volumetric weight that stands beside is taken as it is.

use std::collections::BTreeSet;

use crate::analysis::pricing::{Fit, volumetric};
use crate::base::{Decimal, Money, QuickMap, Severity, Source, TableId, fold_id, round_to};
use crate::model::{Charge, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Data, Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-09",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Operations,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Jobs, Field::ChargeableWeight),
            (Kind::Lines, Field::ChargeableWeight),
        ]),
        Need::AnyColumn(&[(Kind::Jobs, Field::Weight), (Kind::Lines, Field::Weight)]),
        Need::AnyColumn(&[
            (Kind::Jobs, Field::Volume),
            (Kind::Jobs, Field::Length),
            (Kind::Jobs, Field::VolumetricWeight),
            (Kind::Lines, Field::Volume),
            (Kind::Lines, Field::Length),
            (Kind::Lines, Field::VolumetricWeight),
        ]),
    ],
    check,
};

/// What a row says of size and weight.
struct Measured {
    weight: Decimal,
    charged: Decimal,
    /// Cubic metres, by each reading of the columns.
    volumes: Vec<Decimal>,
    /// Length × width × height as they stand, whatever their unit.
    product: Option<Decimal>,
    /// Half of the last digit of a volume.
    step: Decimal,
}

struct Divisor {
    value: Decimal,
    cell: Option<Source>,
}

/// What a row says of its volumetric weight in kilograms.
struct Stated {
    weight: Decimal,
    charged: Decimal,
    volumetric: Decimal,
    pieces: Decimal,
}

fn check(case: &Case, findings: &mut Findings) {
    let steps = steps(case);
    let step = |row: Row| steps.get(&row.table.id).copied().unwrap_or_default();
    let habit = habit(case, step);
    let mut judged = 0;
    let mut told: BTreeSet<String> = BTreeSet::new();
    for (job, fit) in case.book.jobs().zip(&case.pricing.jobs) {
        if let Some((measured, divisor)) =
            wrong((case, habit), job.0, fit, step(job.0), &mut judged)
        {
            let no = job.no().unwrap_or_default();
            told.insert(fold_id(no));
            let lines = case.book.charges_of_job(no).iter();
            let stake = lines
                .filter_map(|&at| stake(case.book.charge(at as usize), &measured, &divisor))
                .next();
            report((job.0, no), &measured, divisor, stake, findings);
        }
    }
    for (charge, fit) in case.book.charges().zip(&case.pricing.charges) {
        let told = || charge.job_no().is_some_and(|no| told.contains(&fold_id(no)));
        let own = wrong((case, habit), charge.0, fit, step(charge.0), &mut judged);
        if let Some((measured, divisor)) = own.filter(|_| !charge.is_header() && !told()) {
            let stake = stake(charge, &measured, &divisor);
            report((charge.0, &charge.key()), &measured, divisor, stake, findings);
        }
    }
    judged += by_stated_weight(case, habit, findings);
    if judged == 0 {
        findings.cannot_run(Need::Column(Kind::Rates, Field::Divisor));
    }
}

/// Rows that state their volumetric weight and could not be judged by their size; how many they are. Where most
/// are wrong, the columns mean something else.
fn by_stated_weight(case: &Case, habit: Option<Decimal>, findings: &mut Findings) -> usize {
    let unknown = |fit: &Fit| habit.is_none() && divisor(case, fit).is_none();
    let own = |row: Row, fit: &Fit| {
        let has_size = row.has(Field::Volume) || row.has(Field::Length);
        if !has_size || unknown(fit) { Stated::read(row) } else { None }
    };
    let jobs = case.book.jobs().zip(&case.pricing.jobs);
    let jobs = jobs.map(|(job, fit)| (job.0, None, fit));
    let charges = case.book.charges().zip(&case.pricing.charges);
    let charges = charges.filter(|(charge, _)| !charge.is_header());
    let charges = charges.map(|(charge, fit)| (charge.0, Some(charge), fit));
    let mut judged = 0;
    let mut wrong: Vec<(Row, Option<Charge>, Stated)> = Vec::new();
    for (row, charge, fit) in jobs.chain(charges) {
        let Some(stated) = own(row, fit) else { continue };
        judged += 1;
        let to_break = || stated.is_raised() && is_break(case, fit, stated.charged);
        let is_explained = stated.is_right() || to_break();
        if !is_explained {
            wrong.push((row, charge, stated));
        }
    }
    if wrong.len() * 4 <= judged {
        let mut told: BTreeSet<String> = BTreeSet::new();
        for (row, charge, stated) in wrong {
            let job = row.text(Field::JobNo).unwrap_or_default();
            let is_new = told.insert(fold_id(job)) || job.is_empty();
            let key = charge.map_or_else(|| job.to_owned(), |charge| charge.key());
            if is_new {
                report_stated((row, &key), &stated, findings);
            }
        }
    }
    judged
}

impl Stated {
    fn read(row: Row) -> Option<Stated> {
        let positive = |field: Field| row.number(field).filter(|number| *number > Decimal::ZERO);
        Some(Stated {
            weight: positive(Field::Weight)?,
            charged: positive(Field::ChargeableWeight)?,
            volumetric: positive(Field::VolumetricWeight)?,
            pieces: positive(Field::Pieces).unwrap_or(Decimal::ONE),
        })
    }

    fn expected(&self) -> Decimal {
        self.weight.max(self.volumetric)
    }

    /// By the customary steps; a volumetric weight may be of one piece.
    fn is_right(&self) -> bool {
        let of_all = self.volumetric.checked_mul(self.pieces).map(|all| self.weight.max(all));
        let readings = [Some(self.expected()), of_all].into_iter().flatten();
        readings.into_iter().any(|exact| is_step_of(self.charged, exact, Decimal::ZERO))
    }

    /// A weight is raised to the next break, never lowered to one.
    fn is_raised(&self) -> bool {
        self.charged >= self.expected()
    }
}

/// Where nobody states a divisor: one of the trade that explains nine in ten jobs, and enough of those that
/// are charged by their size. Two that explain as many leave it open.
fn habit(case: &Case, step: impl Fn(Row) -> Decimal) -> Option<Decimal> {
    const CUSTOMARY: [i64; 14] =
        [139, 166, 167, 194, 200, 250, 300, 333, 400, 500, 1_000, 4_000, 5_000, 6_000];
    const JOBS_SEEN: usize = 1_000;
    const BY_SIZE_MIN: usize = 10;
    let stated = case.book.has_column(Kind::Rates, Field::Divisor);
    if stated || case.policy.volumetric_divisor > Decimal::ZERO {
        return None;
    }
    let jobs = case.book.jobs().filter_map(|job| Measured::read(job.0, step(job.0)));
    let jobs: Vec<Measured> = jobs.take(JOBS_SEEN).collect();
    let by_size = |job: &&Measured| job.charged > job.weight;
    let explained = |divisor: Decimal, job: &&Measured| {
        job.weights(divisor).any(|(exact, step)| job.is_step_of(exact, step))
    };
    let counts = CUSTOMARY.map(Decimal::from).map(|divisor| {
        let right = jobs.iter().filter(|job| explained(divisor, job));
        (right.clone().count(), right.filter(by_size).count(), divisor)
    });
    let &(most, sized, divisor) = counts.iter().max_by_key(|(count, ..)| *count)?;
    let alone = counts.iter().filter(|(count, ..)| *count == most).count() == 1;
    (alone && sized >= BY_SIZE_MIN && most * 10 >= jobs.len() * 9).then_some(divisor)
}

/// Half of the last digit that the volume column of each table shows.
fn steps(case: &Case) -> QuickMap<TableId, Decimal> {
    let step = |table: &crate::table::Table| match &table.column(Field::Volume)?.data {
        Data::Number(column) => Some(Decimal::new(5, column.scale + 1)),
        Data::Text(_) | Data::Date(_) => None,
    };
    let tables = case.book.tables().iter();
    tables.filter_map(|table| Some((table.id, step(table)?))).collect()
}

/// The row's figures and the divisor that they contradict.
fn wrong(
    (case, habit): (&Case, Option<Decimal>),
    row: Row,
    fit: &Fit,
    step: Decimal,
    judged: &mut usize,
) -> Option<(Measured, Divisor)> {
    let measured = Measured::read(row, step)?;
    let usual = || habit.map(|value| Divisor { value, cell: None });
    let divisor = divisor(case, fit).or_else(usual)?;
    *judged += 1;
    let fits =
        measured.weights(divisor.value).any(|(exact, step)| measured.is_step_of(exact, step));
    // A weight is raised to the next break, never lowered to one.
    let raised = measured.weights(divisor.value).any(|(exact, _)| exact <= measured.charged);
    let is_explained = fits || (raised && is_break(case, fit, measured.charged));
    (!is_explained).then_some((measured, divisor))
}

impl Measured {
    fn read(row: Row, step: Decimal) -> Option<Measured> {
        let positive = |field: Field| row.number(field).filter(|number| *number > Decimal::ZERO);
        let (weight, charged) = (positive(Field::Weight)?, positive(Field::ChargeableWeight)?);
        let pieces = positive(Field::Pieces).unwrap_or(Decimal::ONE);
        let of_all = |one: Decimal| one.checked_mul(pieces);
        if let Some(volume) = positive(Field::Volume) {
            let volumes = [Some(volume), of_all(volume)].into_iter().flatten().collect();
            return Some(Measured { weight, charged, volumes, product: None, step });
        }
        let length = positive(Field::Length)?;
        let area = length.checked_mul(positive(Field::Width)?)?;
        let one = area.checked_mul(positive(Field::Height)?)?;
        let cubic_metres = |product: Decimal| product.checked_div(Decimal::from(1_000_000));
        let volumes = [of_all(one).and_then(cubic_metres), cubic_metres(one)];
        let volumes: Vec<Decimal> = volumes.into_iter().flatten().collect();
        Some(Measured { weight, charged, volumes, product: of_all(one), step: Decimal::ZERO })
    }

    /// The chargeable weight by each reading, and how far the shown digits leave it open.
    fn weights(&self, divisor: Decimal) -> impl Iterator<Item = (Decimal, Decimal)> {
        // Inches by a divisor for inches are a product over a divisor too.
        let by_product = self.product.and_then(|product| product.checked_div(divisor));
        let by_volume = self.volumes.iter().filter_map(move |&volume| volumetric(volume, divisor));
        let step = volumetric(self.step, divisor).unwrap_or_default();
        by_volume.chain(by_product).map(move |volumetric| match volumetric >= self.weight {
            true => (volumetric, step),
            false => (self.weight, Decimal::ZERO),
        })
    }

    fn expected(&self, divisor: Decimal) -> Decimal {
        self.weights(divisor)
            .next()
            .map_or(self.weight, |(exact, _)| round_to(exact, 2).normalize())
    }

    fn is_step_of(&self, exact: Decimal, step: Decimal) -> bool {
        is_step_of(self.charged, exact, step)
    }
}

/// Whether the charged weight is the exact one, or one of the usual steps next to it.
fn is_step_of(charged: Decimal, exact: Decimal, step: Decimal) -> bool {
    let near =
        |weight: Decimal| (charged - weight).abs() <= step + Decimal::from_parts(1, 0, 0, false, 2);
    let units = [Decimal::new(1, 1), Decimal::new(5, 1), Decimal::ONE];
    let steps = units.into_iter().filter_map(|unit| {
        let count = exact.checked_div(unit)?;
        Some([count.ceil() * unit, round_to(count, 0) * unit, count.floor() * unit])
    });
    near(exact) || steps.flatten().any(near)
}

/// Charged as the weight at which a break of a rate that fits begins, or as its least weight.
fn is_break(case: &Case, fit: &Fit, charged: Decimal) -> bool {
    let begins =
        |&at: &u32| case.book.rate(at as usize).0.number(Field::WeightFrom) == Some(charged);
    fit.in_force.iter().any(|at| begins(at) || case.pricing.breaks.of(*at).iter().any(begins))
}

/// The divisor on which all rates that fit agree, else the policy's.
fn divisor(case: &Case, fit: &Fit) -> Option<Divisor> {
    let mut rates = fit.in_force.iter().map(|&rate| case.book.rate(rate as usize).0);
    let stated = rates.next().and_then(|first| {
        let value = first.number(Field::Divisor).filter(|d| *d > Decimal::ZERO)?;
        let agree = rates.all(|rate| rate.number(Field::Divisor) == Some(value));
        agree.then_some(Divisor { value, cell: Some(first.source(Field::Divisor)) })
    });
    let own = case.policy.volumetric_divisor;
    stated.or_else(|| (own > Decimal::ZERO).then_some(Divisor { value: own, cell: None }))
}

/// What the difference costs on a line that bills this weight.
fn stake(line: Charge, measured: &Measured, divisor: &Divisor) -> Option<Money> {
    let price = line.unit_price().filter(|_| line.qty() == Some(measured.charged))?;
    let difference = measured.charged - measured.expected(divisor.value);
    Money::round(difference.checked_mul(price)?, line.0.currency())
}

fn report(
    (row, key): (Row, &str),
    measured: &Measured,
    divisor: Divisor,
    stake: Option<Money>,
    findings: &mut Findings,
) {
    let size = if row.number(Field::Volume).is_some() { Field::Volume } else { Field::Length };
    let volume = measured.volumes.first().copied().unwrap_or_default();
    let expected = measured.expected(divisor.value);
    let mut finding = findings
        .at(row.source(Field::ChargeableWeight), key)
        .arg("job", row.text(Field::JobNo).or_else(|| row.text(Field::InvoiceNo)).unwrap_or(key))
        .arg("by", "divisor")
        .arg("weight", measured.weight)
        .arg("volume", round_to(volume, 4).normalize())
        .arg("divisor", divisor.value)
        .arg("expected", expected)
        .arg("billed", measured.charged)
        .found(measured.charged)
        .expected(Arg::from(expected))
        .stake(stake)
        .evidence(Field::Weight.word(), row.source(Field::Weight))
        .evidence(size.word(), row.source(size))
        .row(row);
    if let Some(cell) = divisor.cell {
        finding = finding.evidence("evidence-divisor", cell);
    }
    findings.push(finding);
}

fn report_stated((row, key): (Row, &str), stated: &Stated, findings: &mut Findings) {
    let expected = stated.expected();
    let finding = findings
        .at(row.source(Field::ChargeableWeight), key)
        .arg("job", row.text(Field::JobNo).or_else(|| row.text(Field::InvoiceNo)).unwrap_or(key))
        .arg("by", "stated")
        .arg("weight", stated.weight)
        .arg("volume", stated.volumetric)
        .arg("divisor", Decimal::ZERO)
        .arg("expected", expected)
        .arg("billed", stated.charged)
        .found(stated.charged)
        .expected(Arg::from(expected))
        .evidence(Field::Weight.word(), row.source(Field::Weight))
        .evidence(Field::VolumetricWeight.word(), row.source(Field::VolumetricWeight))
        .row(row);
    findings.push(finding);
}
