//! A temperature excursion or another quality document is open.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-12",
    owner: Owner::Quality,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 14,
    told: &[
        "temperature excursion",
        "excursion open",
        "quality hold",
        "qa hold",
        "deviation open",
        "qa release",
        "온도이탈",
        "온도 이탈",
        "품질 확인",
        "품질 보류",
        "일탈 보고",
        "温度偏差",
        "温度超标",
        "质量放行",
        "质量问题未关闭",
        "偏差未关闭",
        "temperaturabweichung",
        "qa freigabe",
        "excursion de temperature",
        "liberation qualite",
        "excursion de temperatura",
        "desviacion de temperatura",
    ],
    holds,
};

/// The column for quality says that something is open: a deviation, an excursion, a release.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(
        obstacle.stated(Field::QualityStatus),
        Some(State::Waiting) | Some(State::Refused) | Some(State::Disputed)
    )
}
