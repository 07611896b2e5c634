//! An extra charge or waiting time waits for the customer's approval.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-11",
    owner: Owner::AccountManagement,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "charge awaiting approval",
        "대기료 승인 대기",
        "추가비용 승인 대기",
        "费客户未确认",
        "费用客户未确认",
        "附加费未确认",
        "待客户确认费用",
        "freigabe wartezeit ausstehend",
        "accessorial not approved",
        "extra charge not approved",
        "waiting time not approved",
        "surcharge not approved",
        "추가비용 미승인",
        "추가요금 미승인",
        "대기료 승인",
        "附加费未批准",
        "待客户确认附加费",
        "附加费待确认",
        "zusatzkosten nicht genehmigt",
        "frais supplementaires non approuves",
        "recargo no aprobado",
    ],
    holds,
};

/// The column for the approval says that it has not come, or was refused.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(
        obstacle.stated(Field::ApprovalStatus),
        Some(State::Waiting) | Some(State::Refused) | Some(State::Disputed)
    )
}
