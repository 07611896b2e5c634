//! The customer requires a purchase order, and the job has none.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-04",
    owner: Owner::AccountManagement,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 10,
    told: &[
        "po missing",
        "no po",
        "awaiting po",
        "waiting for po",
        "po pending",
        "po required",
        "po not received",
        "missing po",
        "need po",
        "purchase order missing",
        "waiting for purchase order",
        "awaiting purchase order",
        "po 미수령",
        "po 누락",
        "po 없음",
        "po 대기",
        "po 미발행",
        "발주번호 미수령",
        "발주번호 없음",
        "발주서 미수령",
        "발주서 대기",
        "缺po",
        "无po",
        "等待po",
        "缺采购订单",
        "等待采购订单",
        "无采购订单",
        "缺采购单号",
        "bestellnummer fehlt",
        "keine bestellnummer",
        "bestellung fehlt",
        "po fehlt",
        "warten auf bestellnummer",
        "bon de commande manquant",
        "sans bon de commande",
        "en attente du bon de commande",
        "po manquant",
        "falta orden de compra",
        "falta oc",
        "sin oc",
        "sin orden de compra",
        "falta po",
        "falta pedido",
    ],
    holds,
};

/// A placeholder ("TBC", "미정") is no purchase order.
fn holds(obstacle: &Obstacle) -> bool {
    let is_required = obstacle.requires(Field::PoRequired) == Some(true);
    is_required && obstacle.lacks(Field::PoNo)
}
