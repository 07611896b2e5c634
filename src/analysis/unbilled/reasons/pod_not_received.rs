//! Delivered, but the proof of delivery has not come.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::{Cell, Field};

pub static REASON: Reason = Reason {
    code: "BLK-02",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 2,
    lead_days: 7,
    told: &[
        "pod missing",
        "no pod",
        "awaiting pod",
        "waiting for pod",
        "pod not received",
        "pod outstanding",
        "missing proof of delivery",
        "waiting for proof of delivery",
        "pod 미수령",
        "pod 미접수",
        "인수증 미수령",
        "인수증 미접수",
        "인수증 대기",
        "缺签收单",
        "等待签收单",
        "未收到签收单",
        "缺回单",
        "等待回单",
        "pod fehlt",
        "ablieferbeleg fehlt",
        "ablieferbeleg ausstehend",
        "preuve de livraison manquante",
        "pod manquant",
        "en attente du pod",
        "falta pod",
        "falta prueba de entrega",
        "falta acuse",
        "sin pod",
    ],
    holds,
};

/// The list must have a column for it, and the customer must not do without.
fn holds(obstacle: &Obstacle) -> bool {
    let row = obstacle.job.0;
    let is_kept = row.has(Field::PodDate) || row.has(Field::PodName);
    let is_blank =
        row.text(Field::PodName).is_none() && row.date_cell(Field::PodDate) == Cell::Blank;
    let is_waived = obstacle.requires(Field::PodRequired) == Some(false);
    obstacle.is_done() == Some(true) && is_kept && is_blank && !is_waived
}
