//! The house's own rules: thresholds and dates that a client may set. Every default is stated here.

use serde::{Deserialize, Serialize};

use crate::base::{Date, Decimal};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The day the work is judged by. Without it, checks that need a date are not run.
    pub as_of: Option<Date>,
    /// First day of the period that is being billed; with it, the roll-forward knows "new".
    pub period_from: Option<Date>,
    /// Last day of the last closed period: an invoice dated on or before it is a finding (DAT-01).
    pub closed_through: Option<Date>,
    /// A unit price may differ from the contracted rate by this share. Default 0.
    pub price_tolerance: Decimal,
    /// Tax may differ from taxable × rate by this many minor units for each line. Default 1.
    pub tax_minor_units_per_line: i64,
    /// A job billed below this share of its expected value is partly billed. Default 1.
    pub full_billing_share: Decimal,
    /// A service may be billed this long after it was done (DAT-07). Days.
    pub late_billing_days: i64,
    /// Jobs older than this are marked. Days.
    pub old_job_days: i64,
    /// Rules that the house has switched off; they are listed as not run.
    pub rules_off: Vec<String>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            as_of: None,
            period_from: None,
            closed_through: None,
            price_tolerance: Decimal::ZERO,
            tax_minor_units_per_line: 1,
            full_billing_share: Decimal::ONE,
            late_billing_days: 180,
            old_job_days: 30,
            rules_off: Vec::new(),
        }
    }
}
