//! Prices against the rate card (catalogue section A4). Which rate fits is `analysis::pricing`'s
//! business; here stands what is wrong when none, several or another does.

pub mod below_cost;
mod card_unread;
pub mod chargeable_weight;
pub mod discount_wrong;
mod flagged_event;
pub mod fuel_differs;
pub(super) mod fuel_table;
pub mod maximum_exceeded;
pub mod minimum_missed;
pub mod no_event;
pub mod other_currency;
pub mod price_differs;
pub mod priced_at_nought;
pub mod rate_early;
pub mod rate_ended;
pub mod rate_missing;
pub mod rates_overlap;
mod waiting_time;
pub mod weight_break;

use super::{Case, Findings, Need};
use crate::analysis::charge_columns::{base_field, base_price};
use crate::analysis::pricing::{Fit, Prices, Verdict};
use crate::base::{Decimal, Source};
use crate::model::Charge;
use crate::table::{Field, Kind};
use crate::words::Arg;

const CHARGES: Need =
    Need::AnyColumn(&[(Kind::Lines, Field::InvoiceNo), (Kind::Invoices, Field::JobNo)]);
const PRICES: Need = Need::AnyColumn(&[
    (Kind::Lines, Field::UnitPrice),
    (Kind::Invoices, Field::UnitPrice),
    (Kind::Invoices, Field::FreightCharge),
    (Kind::Lines, Field::Net),
    (Kind::Lines, Field::Amount),
    (Kind::Invoices, Field::Net),
    (Kind::Invoices, Field::Amount),
]);

/// What a card prices: with customers and units alone, every price of a customer would fit every charge.
const PRICED: Need = Need::AnyColumn(&[
    (Kind::Rates, Field::ServiceCode),
    (Kind::Rates, Field::Text),
    (Kind::Rates, Field::ContractNo),
    (Kind::Rates, Field::ServiceLevel),
    (Kind::Rates, Field::Origin),
    (Kind::Rates, Field::Destination),
    (Kind::Rates, Field::Zone),
    (Kind::Rates, Field::Container),
    (Kind::Rates, Field::WeightFrom),
    (Kind::Rates, Field::WeightTo),
]);
/// What tells one charge of a job from the next (`pricing::cannot_tell_charges`).
const SERVICES: Need = Need::AnyColumn(&[
    (Kind::Rates, Field::ServiceCode),
    (Kind::Rates, Field::Text),
    (Kind::Rates, Field::ServiceLevel),
    (Kind::Rates, Field::ContractNo),
]);

/// Every charge with what the card says about it.
fn judged<'a>(case: &'a Case) -> impl Iterator<Item = (Charge<'a>, &'a Fit, Verdict)> {
    let fits = case.pricing.charges.iter().zip(case.verdicts.iter());
    case.book.charges().zip(fits).map(|(charge, (fit, verdict))| (charge, fit, *verdict))
}

/// What a charge is for, as its line says it, else as its job does, else the job.
fn service(case: &Case, charge: Charge) -> Arg {
    let of_job = || {
        let at = *case.book.jobs_numbered(charge.job_no()?).first()?;
        case.book.job(at as usize).0.text(Field::ServiceCode)
    };
    let stated = charge.code().or_else(of_job).or_else(|| charge.job_no());
    stated.map_or_else(|| Arg::term("value-not-stated"), Arg::from)
}

/// The cell of the price, else of the amount that stands for it.
fn price_cell(charge: Charge) -> Source {
    let field = base_field(charge);
    if charge.0.has(field) { charge.0.source(field) } else { charge.amount_source() }
}

/// The price of one, else the amount of the whole.
fn billed_price(charge: Charge) -> Option<Decimal> {
    base_price(charge).or_else(|| Some(charge.net()?.decimal()))
}

fn on_day(fit: &Fit) -> Arg {
    fit.day.map_or_else(|| Arg::term("value-not-stated"), Arg::from)
}

/// The rate whose price was billed although the day of service lies outside its days.
struct OutOfDays {
    rate: u32,
    /// The day that it misses, its name in the message and the word of its evidence.
    day: Field,
    arg: &'static str,
    evidence: &'static str,
    /// The rate in force, if there is one.
    current: Option<u32>,
}

fn tell_out_of_days(
    case: &Case,
    (charge, fit): (Charge, &Fit),
    billed: OutOfDays,
    findings: &mut Findings,
) {
    let rate = case.book.rate(billed.rate as usize);
    let (Some(price), Some(day)) = (billed_price(charge), rate.0.date(billed.day)) else { return };
    let mut finding = findings
        .at(price_cell(charge), &charge.key())
        .arg("service", service(case, charge))
        .arg("billed", price)
        .arg(billed.arg, day)
        .arg("date", on_day(fit))
        .found(price)
        .evidence(billed.evidence, rate.0.source(billed.day))
        // Without a rate in force nothing of the charge is agreed.
        .stake(charge.net())
        .of_charge(case.book, charge);
    let current = billed.current.map(|at| case.book.rate(at as usize));
    let prices = current.and_then(|rate| Prices::of(charge, rate, fit.weight));
    if let (Some(rate), Some(prices)) = (current, prices) {
        finding = finding
            .expected(prices.contracted)
            .stake(prices.at_stake(charge))
            .evidence("evidence-rate", rate.0.source(Field::UnitPrice));
    }
    let now = prices.map(|prices| Arg::from(prices.contracted));
    findings.push(finding.arg("current", now.unwrap_or_else(|| Arg::term("value-none"))));
}
