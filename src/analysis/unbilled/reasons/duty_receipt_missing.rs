//! Duty or tax was paid for the customer, and the receipt is missing.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-23",
    owner: Owner::Customs,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "duty receipt missing",
        "customs receipt missing",
        "tax receipt missing",
        "awaiting customs documents",
        "duty receipt",
        "관세 영수증 미수령",
        "관세 납부증 미수령",
        "통관서류 미수령",
        "缺税单",
        "关税单未到",
        "缺关税凭证",
        "zollbeleg fehlt",
        "quittance de droits manquante",
        "quittance douaniere manquante",
        "falta recibo de aduana",
        "falta pedimento",
    ],
    holds: only_told,
};
