//! The contract or its amendment is not in force.

use super::super::{Obstacle, Reason, Standing};
use crate::base::fold_id;
use crate::model::Owner;
use crate::table::Field;

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
    holds,
};

/// The job names a contract, and rates of that contract would fit it if one were in force on its day.
fn holds(obstacle: &Obstacle) -> bool {
    let Some(contract) = obstacle.job.0.text(Field::ContractNo).map(fold_id) else { return false };
    let Some(fit) = obstacle.pricing.jobs.get(obstacle.at) else { return false };
    let is_of_it = |at: &u32| {
        let rate = obstacle.book.rate(*at as usize);
        rate.0.text(Field::ContractNo).is_some_and(|no| fold_id(no) == contract)
    };
    fit.day.is_some() && fit.in_force.is_empty() && fit.out_of_force.iter().any(is_of_it)
}
