//! The purchase order has too little left, or has ended.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-05",
    owner: Owner::AccountManagement,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 12,
    told: &[
        "po insufficient",
        "po balance too small",
        "po exhausted",
        "po expired",
        "po exceeded",
        "po used up",
        "po closed",
        "purchase order expired",
        "po 잔액 부족",
        "po 한도 초과",
        "po 만료",
        "po 소진",
        "po余额不足",
        "po已过期",
        "po额度不足",
        "采购订单余额不足",
        "采购订单已过期",
        "bestellung abgelaufen",
        "bestellwert uberschritten",
        "bestellung ausgeschopft",
        "commande epuisee",
        "bon de commande expire",
        "bc expire",
        "bdc expire",
        "bc echu",
        "bc insuffisant",
        "bdc insuffisant",
        "commande expiree",
        "oc vencida",
        "oc agotada",
        "saldo de oc insuficiente",
    ],
    holds,
};

/// The register says that the order has ended, or that too little is left of it after the jobs
/// before this one.
fn holds(obstacle: &Obstacle) -> bool {
    obstacle.orders.is_short(obstacle.at)
}
