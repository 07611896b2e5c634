//! An intercompany recharge has to be settled first.

use super::super::{Obstacle, Reason, Standing};
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
    holds,
};

/// The customer list calls the customer a company of the group.
fn holds(obstacle: &Obstacle) -> bool {
    obstacle.customer().is_some_and(|customer| obstacle.states.is_of_group(customer))
}

pub(super) static GROUP: &[&str] = &[
    "intercompany",
    "affiliate",
    "group company",
    "관계사",
    "계열사",
    "内部单位",
    "关联公司",
    "konzern",
    "intragroupe",
    "intercompania",
];
