//! Waivers: an invoice that findings hold goes out all the same, for a reason, under an approver's
//! name. A waiver hangs on the invoice's value and on the findings that held it then: when either
//! changes, it has expired and the invoice is held again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{Money, fold_id};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Waiver {
    pub reason: String,
    pub approver: String,
    pub value: Option<Money>,
    /// Keys and amounts of the findings that held it.
    pub findings: Vec<(String, Option<Money>)>,
}

/// By folded invoice number.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Waivers(pub BTreeMap<String, Waiver>);

impl Waivers {
    pub fn of(&self, invoice: &str) -> Option<&Waiver> {
        self.0.get(&fold_id(invoice))
    }
}

impl Waiver {
    /// Whether it still covers the invoice: the same value, and no finding beyond those it was for.
    pub fn covers(&self, value: Option<Money>, findings: &[(String, Option<Money>)]) -> bool {
        self.value == value && findings.iter().all(|finding| self.findings.contains(finding))
    }
}
