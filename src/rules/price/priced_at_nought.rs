//! PRC-13: a line is priced at nought and nothing on it says that it is free of charge.

use super::{judged, service};
use crate::analysis::charge_columns::{base_field, base_price};
use crate::analysis::pricing::{Fit, Kept, Prices, Verdict};
use crate::base::{Severity, fold_word};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "PRC-13",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Sales,
    needs: &[Need::AnyColumn(&[
        (Kind::Lines, Field::UnitPrice),
        (Kind::Invoices, Field::FreightCharge),
        (Kind::Invoices, Field::UnitPrice),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (charge, fit, verdict) in judged(case) {
        // The base of a shipment in a column of its own, with other charges beside it.
        let in_column = charge.0.table.placed.is_some();
        let nothing = || charge.net().is_some_and(|net| net.is_zero());
        let is_free = match in_column {
            true => nothing(),
            false => base_price(charge).is_some_and(|price| price.is_zero()),
        };
        if !is_free {
            continue;
        }
        // A row of charges in columns bills one service, and other charges beside it.
        let of_row = charge.is_header() || in_column;
        let bills = !of_row && charge.net().is_some_and(|net| !net.is_zero());
        let moves =
            of_row || charge.qty().is_some_and(|qty| !qty.is_zero() && qty.is_sign_positive());
        if bills || !moves || is_marked_free(charge) {
            continue;
        }
        if is_promised(case, charge, fit, verdict) {
            continue;
        }
        let mut finding = findings
            .at(
                match in_column {
                    true => charge.amount_source(),
                    false => charge.0.source(base_field(charge)),
                },
                &charge.key(),
            )
            .arg("invoice", charge.invoice_no().unwrap_or_default())
            .arg("service", service(case, charge))
            .of_charge(case.book, charge);
        if let Verdict::Differs(at) = verdict {
            let rate = case.book.rate(at as usize);
            let prices = Prices::of(charge, rate, fit.weight);
            finding = finding
                .stake(prices.and_then(|prices| prices.at_stake(charge)))
                .evidence("evidence-rate", rate.0.source(Field::UnitPrice));
        }
        findings.push(finding);
    }
}

/// A promotion gives these units free.
fn is_promised(case: &Case, charge: Charge, fit: &Fit, verdict: Verdict) -> bool {
    let promoted = || {
        let prices = Prices::of(charge, case.book.rate(verdict.rate()? as usize), fit.weight)?;
        let full = prices.list.checked_mul(prices.quantity)?;
        case.pricing.promotions.judge(case.book, charge, full)
    };
    !case.pricing.promotions.is_empty() && promoted().is_some_and(|p| p.kept == Kept::Right)
}

fn is_marked_free(charge: Charge) -> bool {
    let words = [
        "free",
        "foc",
        "no charge",
        "n c",
        "goodwill",
        "courtesy",
        "waived",
        "included",
        "incl",
        "complimentary",
        "sample",
        "무상",
        "무료",
        "포함",
        "免费",
        "赠",
        "包含",
        "kostenlos",
        "kostenlose",
        "kostenfrei",
        "kostenfreie",
        "unentgeltlich",
        "gratis",
        "gratuit",
        "gratuite",
        "gratuits",
        "gratuites",
        "offert",
        "offerte",
        "gratuita",
        "gratuito",
        "sin cargo",
        "sin coste",
        "cortesia",
        "ohne berechnung",
        "muster",
        "증정",
        "견본",
        "样品",
    ];
    let texts = [Field::Text, Field::ServiceCode, Field::HoldReason];
    texts.into_iter().filter_map(|field| charge.0.text(field)).any(|text| {
        let text = fold_word(text);
        words.iter().any(|word| match word.is_ascii() {
            true => format!(" {text} ").contains(&format!(" {word} ")),
            false => text.contains(word),
        })
    })
}
