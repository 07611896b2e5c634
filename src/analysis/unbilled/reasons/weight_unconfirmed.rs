//! The weight that the price hangs on is not confirmed.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::{Cell, Field};

pub static REASON: Reason = Reason {
    code: "BLK-08",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 2,
    lead_days: 4,
    told: &[
        "weight unconfirmed",
        "weight not confirmed",
        "weight missing",
        "awaiting weight",
        "dims missing",
        "dimensions missing",
        "weight to be confirmed",
        "중량 미확정",
        "중량 미확인",
        "중량 확인 필요",
        "사이즈 미확인",
        "重量未确认",
        "缺重量",
        "计费重量未确认",
        "尺寸未确认",
        "gewicht fehlt",
        "gewicht nicht bestatigt",
        "masse fehlen",
        "poids non confirme",
        "poids manquant",
        "peso no confirmado",
        "falta peso",
    ],
    holds,
};

/// Looked at only once the goods have moved, in the column that the price is reckoned from.
fn holds(obstacle: &Obstacle) -> bool {
    let row = obstacle.job.0;
    let fields = [Field::ChargeableWeight, Field::Weight];
    let Some(weight) = fields.into_iter().find(|&field| row.has(field)) else { return false };
    let is_open = match row.number_cell(weight) {
        // "See job 12": it stands there.
        Cell::Blank if row.table.told(weight, row.row).is_some() => false,
        Cell::Blank | Cell::Failed => true,
        Cell::Ok(weight) => weight.is_zero(),
    };
    is_open && obstacle.is_done() == Some(true)
}
