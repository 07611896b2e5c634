//! The vendor's bill is in dispute.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-10",
    owner: Owner::VendorManagement,
    standing: Standing::Waiting,
    days_to_act: 5,
    lead_days: 21,
    told: &[
        "haulier cost disputed",
        "vendor cost disputed",
        "carrier cost disputed",
        "supplier cost in dispute",
        "매입비용 분쟁",
        "매입비 분쟁",
        "운임 이의",
        "供应商费用有争议",
        "供应商费用争议",
        "承运商费用争议",
        "frachtfuhrerkosten strittig",
        "kosten strittig",
        "costo del proveedor en disputa",
        "coste del proveedor en disputa",
        "costo en disputa",
        "vendor cost in dispute",
        "vendor dispute",
        "carrier dispute",
        "cost disputed",
        "매입 분쟁",
        "운송사 분쟁",
        "供应商争议",
        "成本争议",
        "lieferantenrechnung strittig",
        "litige fournisseur",
        "disputa con proveedor",
    ],
    holds,
};

/// The column for the vendor's cost says that it is contested.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::CostStatus), Some(State::Refused) | Some(State::Disputed))
}
