//! The job contradicts itself: dates, route, weight or currency can't all be true.

use super::super::{Obstacle, Reason, Standing};
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-20",
    owner: Owner::Operations,
    standing: Standing::Waiting,
    days_to_act: 2,
    lead_days: 6,
    told: &[
        "data mismatch",
        "data contradictory",
        "wrong data",
        "data error",
        "데이터 불일치",
        "정보 불일치",
        "자료 오류",
        "数据不一致",
        "数据错误",
        "信息矛盾",
        "daten widerspruchlich",
        "datenfehler",
        "donnees contradictoires",
        "datos contradictorios",
        "error de datos",
    ],
    holds,
};

/// Delivered or signed for before it was picked up (before the day of service, where the list has these
/// in that order), from a place to itself,
/// charged for less than it weighs, or billed in a currency that is not the job's.
fn holds(obstacle: &Obstacle) -> bool {
    let row = obstacle.job.0;
    let service = || row.date(Field::ServiceDate).filter(|_| obstacle.states.service_first);
    let pickup = row.date(Field::PickupDate).or_else(service);
    let before_pickup = |field| row.date(field).zip(pickup).is_some_and(|(day, from)| day < from);
    let number = |field| row.number(field);
    let too_light = number(Field::ChargeableWeight)
        .zip(number(Field::Weight))
        .is_some_and(|(charged, actual)| !charged.is_zero() && charged < actual);
    before_pickup(Field::DeliveryDate)
        || before_pickup(Field::PodDate)
        || obstacle.states.goes_nowhere(obstacle.job)
        || too_light
        || !obstacle.billing.other_currency.all_zero()
}
