//! ARI-08: the price is for one unit, and was multiplied by a quantity in another.
//!
//! Seen where a line states both units, and where the quantity of a price per 100 kg or per tonne is
//! the very weight in kilograms. Only a line whose amount is the plain product is wrong.

use crate::analysis::pricing::Unit;
use crate::base::{Decimal, Money, Severity};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-08",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Lines, Field::Qty),
        Need::Column(Kind::Lines, Field::UnitPrice),
        Need::AnyColumn(&[(Kind::Lines, Field::Unit), (Kind::Lines, Field::PriceUnit)]),
    ],
    check,
};

/// The two units as the file writes them, and how many of the quantity's make one of the price's.
struct Units<'b> {
    quantity: &'b str,
    price: &'b str,
    factor: Decimal,
}

fn check(case: &Case, findings: &mut Findings) {
    let factors = case.book.spellings(Field::Unit, heavy);
    let has_units = |line: &Charge| {
        let is_heavy = factors.of(line.0).is_some_and(Option::is_some);
        is_heavy || line.0.text(Field::PriceUnit).is_some()
    };
    for line in case.book.charges().filter(|line| !line.is_header() && has_units(line)) {
        let (Some(net), Some(qty), Some(price)) =
            (line.stated_net(), line.qty(), line.unit_price())
        else {
            continue;
        };
        let Some(units) = stated(line).or_else(|| by_weight(case, line, qty)) else { continue };
        let product = qty.checked_mul(price);
        let plain = product.and_then(|product| Money::round(product, net.currency));
        let right = product.and_then(|product| product.checked_div(units.factor));
        let right = right.and_then(|right| Money::round(right, net.currency));
        let (Some(plain), Some(right)) = (plain, right) else { continue };
        if net != plain || plain == right {
            continue;
        }
        let field =
            if line.0.text(Field::PriceUnit).is_some() { Field::PriceUnit } else { Field::Unit };
        let finding = findings
            .at(line.amount_source(), &line.key())
            .arg("invoice", line.invoice_no().unwrap_or_default())
            .arg("price", price)
            .arg("per", units.price)
            .arg("qty", qty)
            .arg("unit", units.quantity)
            .arg("expected", right)
            .arg("found", net)
            .found(net)
            .expected(right)
            .stake(Some(Money::new(net.minor.saturating_sub(right.minor), net.currency)))
            .evidence(field.word(), line.0.source(field))
            .evidence(Field::Qty.word(), line.0.source(Field::Qty))
            .of_charge(case.book, line);
        findings.push(finding);
    }
}

/// By how much quantity × price is to be divided, where the line states two units.
pub(super) fn price_factor(line: &Charge) -> Option<Decimal> {
    stated(*line).map(|units| units.factor)
}

/// Both units stand on the line; or the price is for a number of them (`100`, `1000 pcs`).
fn stated<'b>(line: Charge<'b>) -> Option<Units<'b>> {
    let price = line.0.text(Field::PriceUnit)?;
    let quantity = line.0.text(Field::Unit).unwrap_or("");
    let (per, of) = (Unit::parse(price), Unit::parse(quantity));
    // A hundredweight is a hundred pounds where goods are weighed in pounds.
    if of == Unit::Pound
        && matches!(&per, Unit::Other(word) if word == "cwt" || word == "hundredweight")
    {
        return Some(Units { quantity, price, factor: Decimal::ONE_HUNDRED });
    }
    if let (Some(per), Some(of)) = (per.kilograms(), of.kilograms()) {
        let factor = per.checked_div(of)?;
        return (per != of).then_some(Units { quantity, price, factor });
    }
    let digits = price.trim().find(|c: char| !c.is_ascii_digit() && c != '.');
    let (count, unit) = price.trim().split_at(digits.unwrap_or(price.trim().len()));
    let factor: Decimal = count.parse().ok().filter(|count| *count > Decimal::ONE)?;
    let same = unit.trim().is_empty() || Unit::parse(unit) == of;
    same.then_some(Units { quantity, price, factor })
}

/// The kilograms of a unit in which goods are priced, but not weighed.
fn heavy(unit: &str) -> Option<Decimal> {
    Unit::parse(unit).kilograms().filter(|factor| *factor >= Decimal::ONE_HUNDRED)
}

/// A price for a hundred kilograms or a tonne, and as many of them as the goods weigh kilograms.
fn by_weight<'b>(case: &Case<'b>, line: Charge<'b>, qty: Decimal) -> Option<Units<'b>> {
    let price = line.0.text(Field::Unit)?;
    let factor = heavy(price)?;
    let job = line.job_no().and_then(|no| case.book.jobs_numbered(no).first());
    let job = job.map(|&at| case.book.job(at as usize).0);
    let rows = [Some(line.0), job].into_iter().flatten();
    let mut weights = rows.flat_map(|row| {
        [Field::ChargeableWeight, Field::Weight].into_iter().filter_map(move |f| row.number(f))
    });
    let is_weight = weights.any(|weight| weight == qty && weight > Decimal::ONE);
    is_weight.then_some(Units { quantity: "kg", price, factor })
}
