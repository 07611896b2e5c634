//! An intercompany recharge has to be settled first.
//!
//! Told by the hold-reason column or by a person; no other column shows it.

use super::super::{Reason, Standing};
use super::only_told;
use crate::model::Owner;

pub static REASON: Reason = Reason {
    code: "BLK-24",
    owner: Owner::Finance,
    standing: Standing::Waiting,
    days_to_act: 5,
    lead_days: 14,
    told: &[
        "intercompany",
        "recharge pending",
        "intercompany recharge",
        "내부거래 정산",
        "관계사 정산",
        "内部往来",
        "关联公司结算",
        "konzernverrechnung",
        "intragroupe",
        "refacturation interne",
        "intercompania",
    ],
    holds: only_told,
};
