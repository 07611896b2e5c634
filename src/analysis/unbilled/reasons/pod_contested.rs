//! The proof of delivery can't be read, or the consignee contests it.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-03",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 10,
    told: &[
        "pod illegible",
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
    holds: only_told,
};
