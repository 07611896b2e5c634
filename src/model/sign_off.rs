//! Who stands for a report: written by hand, printed at its head, left open where nobody signed yet.
//! Not a protection: what was decided is proved by the journal.

use serde::{Deserialize, Serialize};

use crate::base::Date;

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignOff {
    pub prepared_by: String,
    pub prepared_on: Option<Date>,
    pub checked_by: String,
    pub checked_on: Option<Date>,
    /// The number of the working paper in the client's own files.
    pub working_paper: String,
}
