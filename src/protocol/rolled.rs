//! The roll-forward of unbilled work as the terminal face writes it.

use serde::Serialize;

use super::terminal::{Amount, amounts_of};
use crate::analysis::unbilled::{RollForward, RollGroup, Step};

/// The same for one reason; `moved_in` and `moved_out` are jobs whose reason changed.
#[derive(Serialize)]
pub struct RollOf {
    pub reason: Option<&'static str>,
    pub owner: Option<&'static str>,
    #[serde(flatten)]
    pub roll: Roll,
    pub moved_in: RollStep,
    pub moved_out: RollStep,
}

#[derive(Serialize)]
pub struct Roll {
    pub opening: RollStep,
    pub new: RollStep,
    pub billed: RollStep,
    pub cancelled: RollStep,
    pub revalued: RollStep,
    pub vanished: RollStep,
    pub closing: RollStep,
    pub holds: bool,
}

#[derive(Serialize)]
pub struct RollStep {
    pub jobs: i64,
    pub value: Vec<Amount>,
}

fn step(step: &Step) -> RollStep {
    RollStep { jobs: step.jobs, value: amounts_of(&step.value) }
}

pub(super) fn roll_of(group: &RollGroup) -> RollOf {
    RollOf {
        reason: group.reason,
        owner: group.owner().map(|owner| owner.key()),
        roll: Roll { holds: group.holds(), ..roll(&group.roll) },
        moved_in: step(&group.moved_in),
        moved_out: step(&group.moved_out),
    }
}

pub(super) fn roll(roll: &RollForward) -> Roll {
    Roll {
        opening: step(&roll.opening),
        new: step(&roll.new),
        billed: step(&roll.billed),
        cancelled: step(&roll.cancelled),
        revalued: step(&roll.revalued),
        vanished: step(&roll.lost),
        closing: step(&roll.closing),
        holds: roll.holds(),
    }
}
