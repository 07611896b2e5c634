//! The customer agreed to be billed at a milestone or at month-end: not a fault.

use super::super::{Obstacle, Reason, Standing};
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
        "billed at month end",
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
    holds,
};

/// The customer list says that a month is billed at its end, and the month of the work is not over.
/// The day of a milestone is in no column.
fn holds(obstacle: &Obstacle) -> bool {
    obstacle.is_billed_monthly() && obstacle.is_done() == Some(true) && obstacle.month_runs()
}

pub(super) static MONTHLY: &[&str] = &[
    "month end",
    "end of month",
    "monthly",
    "eom",
    "월말",
    "매월",
    "월별",
    "월 마감",
    "月末",
    "月底",
    "月结",
    "每月",
    "monatlich",
    "monatsende",
    "mensuel",
    "mensuelle",
    "fin de mois",
    "mensual",
    "fin de mes",
];
