//! R20: a reference without its zeros or letters, or a short one, with the exact amount. By machine
//! only where the payer is the item's customer.

use super::{Pass, agreed};
use crate::matching::decided::Decision;
use crate::matching::solve::Band;

pub static PASS: Pass = Pass {
    code: "R20",
    most: Decision::Auto,
    propose: |case, pool| Box::pin(agreed(case, pool, Band::Exact, |m| m.like.is_none())),
};
