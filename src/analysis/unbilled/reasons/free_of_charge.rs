//! Free of charge or goodwill, without approval.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-25",
    owner: Owner::Sales,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "free of charge",
        "goodwill",
        "foc",
        "no charge",
        "무상",
        "무상 처리",
        "무료 처리",
        "免费",
        "免收",
        "商誉减免",
        "kostenlos",
        "kulanz",
        "gratuit",
        "geste commercial",
        "sin cargo",
        "cortesia",
    ],
    holds: only_told,
};
