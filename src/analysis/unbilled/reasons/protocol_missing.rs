//! The customer requires a protocol, study or cost centre, and the job names none.

use super::super::{Obstacle, Reason, Standing};
use crate::model::{Owner, names_cost_centre, names_study};
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-13",
    owner: Owner::AccountManagement,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "protocol missing",
        "no protocol",
        "study number missing",
        "site number missing",
        "cost centre missing",
        "cost center missing",
        "project missing",
        "awaiting protocol",
        "프로토콜 번호 누락",
        "프로토콜 미확인",
        "연구번호 누락",
        "과제번호 누락",
        "缺方案编号",
        "缺项目号",
        "缺研究编号",
        "缺成本中心",
        "protokoll fehlt",
        "studiennummer fehlt",
        "kostenstelle fehlt",
        "protocole manquant",
        "numero d etude manquant",
        "centre de cout manquant",
        "falta protocolo",
        "falta numero de estudio",
        "falta centro de costo",
    ],
    holds,
};

fn holds(obstacle: &Obstacle) -> bool {
    let listed =
        |names: fn(&str) -> bool| obstacle.asked(Field::RequiredReferences).is_some_and(names);
    let study = obstacle.requires(Field::ProjectRequired) == Some(true) || listed(names_study);
    // Where the jobs have no column for cost centres, they stand where projects do.
    let by_centre = obstacle.job.0.has(Field::CostCentre);
    let centre = if by_centre { Field::CostCentre } else { Field::Project };
    study && obstacle.lacks(Field::Project) || listed(names_cost_centre) && obstacle.lacks(centre)
}
