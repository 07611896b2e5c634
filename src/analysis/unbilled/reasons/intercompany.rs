//! An intercompany recharge has to be settled first.

use super::super::phrases::Said;
use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::Field;

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
    let Some(customer) = obstacle.customer() else { return false };
    let says = |field| {
        let said = customer.0.text(field).map(Said::new);
        said.is_some_and(|said| GROUP.iter().any(|phrase| said.has(phrase)))
    };
    says(Field::Status) || says(Field::Entity)
}

static GROUP: &[&str] = &[
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
