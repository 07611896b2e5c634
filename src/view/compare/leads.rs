//! What the difference detective found, in sentences with their rows.

use serde::{Deserialize, Serialize};

use crate::analysis::reconcile::{Inquiry, Reconciled};
use crate::report::reconciled::{about, looked, sentence};
use crate::view::sources::Sources;
use crate::view::{Amount, SourceTag};
use crate::words::Lang;

/// The leads about one difference.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LeadList {
    pub difference: Amount,
    /// What it is the difference of.
    pub about: String,
    pub leads: Vec<LeadLine>,
    /// What was looked at, and what was not.
    pub looked: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LeadLine {
    pub text: String,
    pub sources: Vec<SourceTag>,
}

pub(super) fn lists(done: &Reconciled, sources: &Sources, lang: Lang) -> Vec<LeadList> {
    let list = |inquiry: &Inquiry| LeadList {
        difference: Amount::of(inquiry.difference),
        about: about(done, inquiry, lang),
        leads: inquiry
            .leads
            .iter()
            .map(|lead| LeadLine {
                text: sentence(lead, lang),
                sources: lead.rows.iter().map(|source| sources.tag(*source)).collect(),
            })
            .collect(),
        looked: looked(inquiry, lang),
    };
    done.inquiries.iter().map(list).collect()
}
