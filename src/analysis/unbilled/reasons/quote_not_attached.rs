//! A spot quote was given, and its approval is not at hand.

use super::super::{Obstacle, Reason, Standing};
use super::states::State;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-07",
    owner: Owner::Sales,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "spot quote missing",
        "quote not attached",
        "quote missing",
        "quote approval missing",
        "no quote",
        "견적 승인서 미첨부",
        "견적 승인서 없음",
        "报价未附",
        "报价未审批",
        "报价未批",
        "견적서 미첨부",
        "견적 승인 대기",
        "견적서 없음",
        "报价单缺失",
        "缺报价单",
        "报价未确认",
        "angebot fehlt",
        "spotangebot fehlt",
        "devis manquant",
        "devis non joint",
        "falta cotizacion",
        "cotizacion no adjunta",
    ],
    holds,
};

/// The column for the quote says that it is not there or not approved.
fn holds(obstacle: &Obstacle) -> bool {
    matches!(obstacle.stated(Field::QuoteStatus), Some(State::Waiting) | Some(State::Refused))
}
