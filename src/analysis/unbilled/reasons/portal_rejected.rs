//! The customer's portal or the e-invoice network rejected the bill.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-19",
    owner: Owner::Billing,
    standing: Standing::Waiting,
    days_to_act: 1,
    lead_days: 3,
    told: &[
        "portal rejected",
        "portal rejection",
        "e invoice rejected",
        "einvoice rejected",
        "rejected by portal",
        "포털 반려",
        "전자세금계산서 오류",
        "포탈 반려",
        "平台驳回",
        "电子发票被拒",
        "门户驳回",
        "portal abgelehnt",
        "rejet du portail",
        "facture rejetee",
        "rechazado por portal",
        "portal rechazado",
    ],
    holds,
};

/// The column for the portal says that it did not take the invoice; one under way is no obstacle.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::PortalStatus), Some(State::Refused) | Some(State::Disputed))
}
