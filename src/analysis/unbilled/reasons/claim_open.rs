//! A claim for loss or damage is open.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-22",
    owner: Owner::Claims,
    standing: Standing::Waiting,
    days_to_act: 5,
    lead_days: 30,
    told: &[
        "claim under way",
        "파손 클레임",
        "클레임 접수",
        "货损索赔",
        "索赔未结",
        "schaden in bearbeitung",
        "reclamacion por danos",
        "reclamacion abierta",
        "dano en tramite",
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
    holds,
};

/// The column for claims says that one is open; a refused claim is a closed one.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::ClaimStatus), Some(State::Waiting) | Some(State::Disputed))
}
