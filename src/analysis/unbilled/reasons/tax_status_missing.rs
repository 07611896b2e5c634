//! The customer's tax status or number is missing.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-15",
    owner: Owner::Tax,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "tax id missing",
        "vat number missing",
        "tax number missing",
        "tax certificate missing",
        "사업자등록번호 누락",
        "사업자등록증 미수령",
        "缺税号",
        "税号缺失",
        "ust idnr fehlt",
        "steuernummer fehlt",
        "numero de tva manquant",
        "falta nif",
        "falta rfc",
    ],
    holds: only_told,
};
