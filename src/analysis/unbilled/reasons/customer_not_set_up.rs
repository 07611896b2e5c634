//! The customer is not in the customer list, so there is nobody to bill.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::{Field, Kind};

pub static REASON: Reason = Reason {
    code: "BLK-14",
    owner: Owner::MasterData,
    standing: Standing::Waiting,
    days_to_act: 2,
    lead_days: 5,
    told: &[
        "customer not set up",
        "account not set up",
        "bill to missing",
        "no bill to",
        "new customer",
        "거래처 미등록",
        "고객 미등록",
        "거래처 등록 필요",
        "客户未建档",
        "客户未建立",
        "缺客户主数据",
        "kunde nicht angelegt",
        "debitor fehlt",
        "client non cree",
        "compte client manquant",
        "cliente no creado",
        "cliente no dado de alta",
    ],
    holds,
};

pub(super) fn holds(obstacle: &Obstacle) -> bool {
    let row = obstacle.job.0;
    let (no, name) = (row.text(Field::CustomerNo), row.text(Field::CustomerName));
    let is_named = no.is_some() || name.is_some();
    is_named && obstacle.book.has(Kind::Customers) && obstacle.customer().is_none()
}
