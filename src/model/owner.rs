//! Who has to act: the department that owns a finding or a reason for not billing.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Billing,
    Operations,
    AccountManagement,
    Pricing,
    MasterData,
    Tax,
    Treasury,
    Credit,
    It,
    Sales,
    VendorManagement,
    Quality,
    Customs,
    Claims,
    Legal,
    Finance,
    JobOwner,
}

impl Owner {
    /// Machine name; `owner-account-management` is its word key.
    pub fn key(self) -> &'static str {
        match self {
            Owner::Billing => "billing",
            Owner::Operations => "operations",
            Owner::AccountManagement => "account_management",
            Owner::Pricing => "pricing",
            Owner::MasterData => "master_data",
            Owner::Tax => "tax",
            Owner::Treasury => "treasury",
            Owner::Credit => "credit",
            Owner::It => "it",
            Owner::Sales => "sales",
            Owner::VendorManagement => "vendor_management",
            Owner::Quality => "quality",
            Owner::Customs => "customs",
            Owner::Claims => "claims",
            Owner::Legal => "legal",
            Owner::Finance => "finance",
            Owner::JobOwner => "job_owner",
        }
    }

    pub fn word(self) -> String {
        format!("owner-{}", self.key().replace('_', "-"))
    }
}
