//! The contract or the law no longer lets the work be billed without a talk.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
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
    holds: only_told,
};
