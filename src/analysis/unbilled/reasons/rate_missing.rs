//! No rate is in force for the job: it can't be priced, or only provisionally.

use super::super::{Obstacle, Reason, Standing};
use super::customer_not_set_up;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-06",
    owner: Owner::Pricing,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 14,
    told: &[
        "tariff not yet signed",
        "tariff not signed",
        "rate not yet agreed",
        "요율 미체결",
        "요율 미합의",
        "단가 협의중",
        "价格协议未签",
        "协议未签",
        "运价未签",
        "价格未定",
        "tarif nicht unterschrieben",
        "preis nicht vereinbart",
        "tarifa sin firmar",
        "tarifa no acordada",
        "tarifa pendiente",
        "rate missing",
        "no rate",
        "awaiting rate",
        "rate not signed",
        "rate pending",
        "rate not agreed",
        "tariff missing",
        "missing rate",
        "요율 없음",
        "요율 미확정",
        "요율 미등록",
        "단가 미확정",
        "단가 없음",
        "단가 미등록",
        "运价缺失",
        "无运价",
        "缺运价",
        "费率未确认",
        "缺费率",
        "价格未确认",
        "单价未确认",
        "tarif fehlt",
        "preis fehlt",
        "rate fehlt",
        "tarif non signe",
        "tarif manquant",
        "prix manquant",
        "falta tarifa",
        "tarifa no firmada",
        "sin tarifa",
    ],
    holds,
};

/// Only where the job names something that a rate can be found by, and a rate card was loaded.
/// Without a day, rates that have a period can't be told to be missing.
fn holds(obstacle: &Obstacle) -> bool {
    const KEYS: [Field; 4] =
        [Field::ServiceCode, Field::ContractNo, Field::Origin, Field::Destination];
    let has_key = KEYS.iter().any(|&key| obstacle.job.0.text(key).is_some());
    let Some(fit) = obstacle.pricing.jobs.get(obstacle.at) else { return false };
    // Nobody agreed a price with a customer that is not set up (BLK-14).
    if customer_not_set_up::holds(obstacle) {
        return false;
    }
    let is_known = fit.day.is_some() || fit.out_of_force.is_empty();
    has_key && is_known && fit.in_force.is_empty() && obstacle.book.rates().len() > 0
}
