//! What people decided about findings. A decision hangs on a finding's key and on the amount it
//! was made for: when the amount changes, the finding comes back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Finding;
use crate::base::Money;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The finding is right; it goes to its owner.
    Accepted,
    /// The finding does not matter here, for this reason.
    Dismissed { reason: String },
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decision {
    pub verdict: Verdict,
    pub at_stake: Option<Money>,
}

/// By finding key.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Decisions(pub BTreeMap<String, Decision>);

impl Decisions {
    /// The verdict in force; none when the amount at stake has changed since.
    pub fn verdict(&self, finding: &Finding) -> Option<&Verdict> {
        self.0
            .get(&finding.key)
            .filter(|decision| decision.at_stake == finding.at_stake)
            .map(|decision| &decision.verdict)
    }

    pub fn is_open(&self, finding: &Finding) -> bool {
        self.verdict(finding).is_none()
    }
}
