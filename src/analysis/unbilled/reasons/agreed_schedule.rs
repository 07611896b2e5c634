//! The customer agreed to be billed at a milestone or at month-end: not a fault.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-17",
    owner: Owner::Billing,
    standing: Standing::Planned,
    days_to_act: 7,
    lead_days: 30,
    told: &[
        "milestone",
        "milestone billing",
        "month end billing",
        "bill at month end",
        "scheduled billing",
        "billing schedule",
        "monthly billing",
        "마일스톤",
        "월말 청구",
        "월말 일괄 청구",
        "청구 일정",
        "里程碑",
        "月末开票",
        "月结开票",
        "按计划开票",
        "meilenstein",
        "monatsabrechnung",
        "facturation mensuelle",
        "jalon",
        "hito",
        "facturacion mensual",
        "facturacion a fin de mes",
    ],
    holds: only_told,
};
