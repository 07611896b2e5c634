//! Duty or tax was paid for the customer, and the receipt is missing.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-23",
    owner: Owner::Customs,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "duty receipt outstanding",
        "awaiting duty receipt",
        "관세 영수증",
        "관세 납부 영수증",
        "关税缴款书未收到",
        "关税缴款书",
        "缺关税缴款书",
        "zollbescheid fehlt",
        "falta justificante de aranceles",
        "justificante de aranceles",
        "falta dua",
        "duty receipt missing",
        "customs receipt missing",
        "tax receipt missing",
        "awaiting customs documents",
        "duty receipt",
        "관세 영수증 미수령",
        "관세 납부증 미수령",
        "통관서류 미수령",
        "缺税单",
        "关税单未到",
        "缺关税凭证",
        "zollbeleg fehlt",
        "quittance de droits manquante",
        "quittance douaniere manquante",
        "falta recibo de aduana",
        "falta pedimento",
    ],
    holds,
};

/// The column for the receipt says that it has not come.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::DutyReceipt), Some(State::Waiting) | Some(State::Refused))
}
