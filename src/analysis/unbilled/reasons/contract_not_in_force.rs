//! The contract or its amendment is not in force.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-16",
    owner: Owner::Legal,
    standing: Standing::Waiting,
    days_to_act: 5,
    lead_days: 30,
    told: &[
        "contract not signed",
        "contract expired",
        "amendment pending",
        "awaiting contract",
        "contract pending",
        "계약 미체결",
        "계약 만료",
        "계약서 미날인",
        "合同未签",
        "合同已过期",
        "合同未生效",
        "vertrag fehlt",
        "vertrag abgelaufen",
        "contrat non signe",
        "contrat expire",
        "contrato no firmado",
        "contrato vencido",
    ],
    holds: only_told,
};
