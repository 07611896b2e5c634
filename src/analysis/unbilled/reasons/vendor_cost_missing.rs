//! Cost-plus work whose vendor bill has not come.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-09",
    owner: Owner::VendorManagement,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 14,
    told: &[
        "vendor cost not received",
        "vendor invoice missing",
        "carrier invoice missing",
        "waiting for vendor invoice",
        "awaiting carrier invoice",
        "cost not received",
        "cost missing",
        "매입 송장 미접수",
        "매입계산서 미수령",
        "운송사 청구서 미접수",
        "원가 청구서 미수령",
        "원가 미수령",
        "매입 청구서 미수령",
        "원가 미확정",
        "供应商账单未到",
        "成本未到",
        "承运商账单未到",
        "缺成本",
        "lieferantenrechnung fehlt",
        "kosten fehlen",
        "facture fournisseur manquante",
        "cout manquant",
        "falta factura del proveedor",
        "costo no recibido",
    ],
    holds,
};

/// The column for the vendor's cost says that it has not come, and no rate prices the job without it.
fn holds(obstacle: &Obstacle) -> bool {
    let is_rated =
        obstacle.pricing.jobs.get(obstacle.at).is_some_and(|fit| !fit.in_force.is_empty());
    obstacle.stated(Field::CostStatus) == Some(State::Waiting) && !is_rated
}
