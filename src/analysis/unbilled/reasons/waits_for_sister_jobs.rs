//! The customer wants one bill for several jobs, and the others are not ready.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-18",
    owner: Owner::Billing,
    standing: Standing::Planned,
    days_to_act: 7,
    lead_days: 10,
    told: &[
        "sister jobs",
        "waiting for sister jobs",
        "consolidation",
        "consolidated billing",
        "waits for consolidation",
        "통합 청구",
        "합산 청구",
        "합산 청구 대기",
        "合并开票",
        "等待合并",
        "sammelrechnung",
        "facture groupee",
        "regroupement",
        "factura consolidada",
        "consolidacion",
    ],
    holds,
};

/// The customer wants its jobs on one bill, and one of the same month is not done yet. Once the month
/// is over, the bill goes out without the late ones.
fn holds(obstacle: &Obstacle) -> bool {
    obstacle.has_open_sister && obstacle.is_done() == Some(true) && obstacle.month_runs()
}
