//! A claim for loss or damage is open.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-22",
    owner: Owner::Claims,
    standing: Standing::Waiting,
    days_to_act: 5,
    lead_days: 30,
    told: &[
        "claim open",
        "open claim",
        "damage claim",
        "cargo claim",
        "loss claim",
        "클레임 진행",
        "클레임",
        "파손 접수",
        "분실 접수",
        "索赔",
        "理赔中",
        "货损未结",
        "schadensfall",
        "reklamation offen",
        "sinistre ouvert",
        "reclamation en cours",
        "reclamo abierto",
        "siniestro",
    ],
    holds: only_told,
};
