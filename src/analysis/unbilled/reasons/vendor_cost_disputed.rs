//! The vendor's bill is in dispute.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-10",
    owner: Owner::VendorManagement,
    standing: Standing::Waiting,
    days_to_act: 5,
    lead_days: 21,
    told: &[
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
    holds: only_told,
};
