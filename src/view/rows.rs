//! The view of rows.

use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Choice {}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Rows {}
