//! The contract or the law no longer lets the work be billed without a talk.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-28",
    owner: Owner::Finance,
    standing: Standing::Waiting,
    days_to_act: 2,
    lead_days: 30,
    told: &[
        "past billing limit",
        "late billing limit",
        "time barred",
        "too late to bill",
        "청구 기한 초과",
        "청구 시효 경과",
        "超过开票期限",
        "超期未开票",
        "verjahrt",
        "abrechnungsfrist uberschritten",
        "delai de facturation depasse",
        "prescrit",
        "fuera de plazo",
        "prescrito",
    ],
    holds,
};

/// Older than the house lets a service be billed (the same limit as DAT-07). What is not done yet is
/// not late.
fn holds(obstacle: &Obstacle) -> bool {
    let is_late =
        obstacle.billing.age_days.is_some_and(|age| age > obstacle.policy.late_billing_days);
    is_late && obstacle.is_done() != Some(false)
}
