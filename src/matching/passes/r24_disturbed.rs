//! R24: references that were disturbed on the way. They decide nothing by themselves: by machine
//! only where the payer is certain, the amount is exact, and no other set of the named items fits.

use super::{Pass, agreed};
use crate::matching::decided::Decision;

pub static PASS: Pass =
    Pass { code: "R24", most: Decision::Auto, propose: |case, pool| agreed(case, pool, |_| true) };
