//! Nobody knows: no test gave an answer, or somebody holds the job without saying why.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-29",
    owner: Owner::JobOwner,
    standing: Standing::NoReason,
    days_to_act: 2,
    lead_days: 0,
    told: &[],
    holds,
};

/// Asked only when no other reason holds, and then the exact opposite of ready (BLK-27): whether
/// the work is done can't be told (no status that is understood, no delivery, POD or service date),
/// or the status says "hold", or the hold reason is a text that no reason recognises.
fn holds(obstacle: &Obstacle) -> bool {
    !(super::ready::REASON.holds)(obstacle)
}
