//! Nothing stands in the way: the work is done and no test found an obstacle.

use super::super::{JobStatus, Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-27",
    owner: Owner::Billing,
    standing: Standing::Ready,
    days_to_act: 3,
    lead_days: 0,
    told: &[
        "ready",
        "ready to bill",
        "ready for billing",
        "ok to bill",
        "released",
        "backlog",
        "청구 가능",
        "청구 대기",
        "청구 예정",
        "可开票",
        "待开票",
        "abrechnungsbereit",
        "bereit zur abrechnung",
        "pret a facturer",
        "a facturer",
        "listo para facturar",
        "por facturar",
    ],
    holds,
};

/// Asked only when no other reason holds. The work is known to be done, the status does not say
/// "hold", and a hold-reason column, where there is one, is blank or says ready.
fn holds(obstacle: &Obstacle) -> bool {
    let is_free = match obstacle.hold_text() {
        None => true,
        Some(said) => REASON.told.iter().any(|phrase| said.has(phrase)),
    };
    // Without a number nobody can tell whether it was billed.
    let numbered = obstacle.job.0.text(Field::JobNo).is_some();
    numbered
        && obstacle.is_done() == Some(true)
        && obstacle.status != Some(JobStatus::OnHold)
        && is_free
}
