//! R28: as R24, and the amount is off within the band: taken once for the whole match, and coded.

use super::{Pass, agreed};
use crate::matching::decided::Decision;
use crate::matching::solve::Band;

pub static PASS: Pass = Pass {
    code: "R28",
    most: Decision::Auto,
    propose: |case, pool| Box::pin(agreed(case, pool, Band::Tolerant, |m| !m.far)),
};
