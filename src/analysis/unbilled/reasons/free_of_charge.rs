//! Free of charge or goodwill, without approval.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-25",
    owner: Owner::Sales,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "free of charge",
        "goodwill",
        "foc",
        "no charge",
        "무상",
        "무상 처리",
        "무료 처리",
        "免费",
        "免收",
        "商誉减免",
        "kostenlos",
        "kulanz",
        "gratuit",
        "geste commercial",
        "sin cargo",
        "cortesia",
    ],
    holds,
};

/// The job's value is written as nought, and no rate prices it.
fn holds(obstacle: &Obstacle) -> bool {
    let is_nought = obstacle.job.0.money(Field::EstRevenue).is_some_and(|money| money.is_zero());
    is_nought && obstacle.billing.expected.is_none() && obstacle.is_done() == Some(true)
}
