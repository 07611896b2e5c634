//! The job repeats another, or was called off without being closed: close it.

use super::super::{Obstacle, Reason, Standing};
use super::NEVER;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-21",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 1,
    lead_days: NEVER,
    told: &[
        "duplicate",
        "duplicate job",
        "duplicated",
        "double entry",
        "cancelled",
        "canceled",
        "call off",
        "중복",
        "중복 오더",
        "중복 등록",
        "취소",
        "취소됨",
        "重复",
        "重复单",
        "重复录入",
        "已取消",
        "取消",
        "doppelt",
        "dublette",
        "storniert",
        "doublon",
        "annule",
        "duplicado",
        "cancelado",
        "anulado",
    ],
    holds,
};

fn holds(obstacle: &Obstacle) -> bool {
    obstacle.is_twin
}
