//! The customer wants one bill for several jobs, and the others are not ready.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-18",
    owner: Owner::Billing,
    standing: Standing::Planned,
    days_to_act: 7,
    lead_days: 10,
    told: &[
        "sister jobs",
        "waiting for sister jobs",
        "consolidation",
        "consolidated billing",
        "waits for consolidation",
        "통합 청구",
        "합산 청구",
        "합산 청구 대기",
        "合并开票",
        "等待合并",
        "sammelrechnung",
        "facture groupee",
        "regroupement",
        "factura consolidada",
        "consolidacion",
    ],
    holds: only_told,
};
