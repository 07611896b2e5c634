//! The proof of delivery can't be read, or the consignee contests it.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-03",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 10,
    told: &[
        "pod illegible",
        "unreadable",
        "illegible",
        "not legible",
        "unleserlich",
        "illisible",
        "ilegible",
        "판독 불가",
        "看不清",
        "pod unreadable",
        "pod contested",
        "pod disputed",
        "pod rejected",
        "인수증 판독불가",
        "인수증 불명확",
        "pod 판독불가",
        "签收单不清",
        "签收单模糊",
        "回单不清",
        "签收有异议",
        "pod unleserlich",
        "ablieferbeleg unleserlich",
        "pod illisible",
        "preuve de livraison contestee",
        "pod ilegible",
        "acuse ilegible",
    ],
    holds,
};

/// The column for the proof says that it is no good; that it has not come is BLK-02.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::PodStatus), Some(State::Refused) | Some(State::Disputed))
}
