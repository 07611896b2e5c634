//! Checks that could not run, with what is missing: never counted as passed.

use serde::{Deserialize, Serialize};

use crate::rules::{NotRun, Results};
use crate::words::{self, Lang};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct NotRunLine {
    pub code: String,
    pub title: String,
    /// `no column “Due date” in invoices`
    pub missing: String,
}

pub(super) fn not_run(results: &Results, lang: Lang) -> Vec<NotRunLine> {
    let line = |not_run: &NotRun| NotRunLine {
        code: not_run.rule.to_owned(),
        title: results.title(lang, not_run.rule),
        missing: match not_run.switched_off {
            true => words::text(lang, "not-run-switched-off"),
            false => {
                let parts: Vec<String> = not_run.missing.iter().map(|n| n.text(lang)).collect();
                parts.join("; ")
            }
        },
    };
    results.qc.not_run.iter().map(line).collect()
}
