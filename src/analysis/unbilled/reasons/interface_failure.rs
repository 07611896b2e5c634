//! The job is stuck between two systems.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-26",
    owner: Owner::It,
    standing: Standing::Waiting,
    days_to_act: 1,
    lead_days: 2,
    told: &[
        "interface failure",
        "interface error",
        "edi error",
        "system error",
        "edi failed",
        "transmission failed",
        "인터페이스 오류",
        "전송 오류",
        "시스템 오류",
        "edi 오류",
        "接口错误",
        "系统故障",
        "传输失败",
        "schnittstellenfehler",
        "systemfehler",
        "erreur d interface",
        "erreur systeme",
        "error de interfaz",
        "error de sistema",
    ],
    holds,
};

/// The column for the interface says that the transfer failed; one under way is no obstacle.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::InterfaceStatus), Some(State::Refused) | Some(State::Disputed))
}
