//! R24: references that were disturbed on the way. They decide nothing by themselves: by machine
//! only where the payer is certain, the amount is exact, no other set of the named items fits, and
//! nothing that the payer owes is nearer to the text.

use super::{Pass, agreed};
use crate::matching::decided::Decision;
use crate::matching::solve::Band;

pub static PASS: Pass = Pass {
    code: "R24",
    most: Decision::Auto,
    propose: |case, pool| agreed(case, pool, Band::Exact, |m| !m.far),
};
