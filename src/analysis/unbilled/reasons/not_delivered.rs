//! Not delivered yet: there is nothing to bill before the service is done.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-01",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 2,
    lead_days: 5,
    told: &[
        "in transit",
        "not delivered",
        "not yet delivered",
        "awaiting delivery",
        "운송중",
        "배송중",
        "미배송",
        "미도착",
        "운송 중",
        "배송 중",
        "在途",
        "运输中",
        "未送达",
        "未到货",
        "unterwegs",
        "noch nicht zugestellt",
        "nicht geliefert",
        "en transit",
        "pas encore livre",
        "non livre",
        "en transito",
        "no entregado",
        "sin entregar",
    ],
    holds,
};

/// The next look is the day after the announced delivery, where there is one.
fn holds(obstacle: &Obstacle) -> bool {
    obstacle.is_done() == Some(false)
}
