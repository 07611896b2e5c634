//! Everything derived from inputs, policy and decisions at one revision: what screens, reports and
//! the terminal read. Recomputed, never edited.

use std::sync::Arc;

use super::{Decisions, Qc};
use crate::analysis::conservation::Conservation;
use crate::analysis::pricing::Pricing;
use crate::analysis::tie::Tie;
use crate::analysis::unbilled::Unbilled;
use crate::ingest::Intake;
use crate::model::{Book, Policy};

#[derive(Clone, Debug, Default)]
pub struct Results {
    pub intake: Arc<Intake>,
    pub book: Arc<Book>,
    pub policy: Policy,
    pub pricing: Arc<Pricing>,
    pub unbilled: Arc<Unbilled>,
    pub qc: Arc<Qc>,
    pub conservation: Arc<Conservation>,
    /// All tie bars: to bill against billed, lines against headers, lines against jobs.
    pub ties: Vec<Tie>,
    pub decisions: Decisions,
}
