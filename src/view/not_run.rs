//! Checks that could not run, with what is missing: never counted as passed.

use serde::{Deserialize, Serialize};

use crate::rules::{Need, Results};
use crate::table::{Field, Kind};
use crate::words::{self, Args, Lang};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct NotRunLine {
    pub code: String,
    pub title: String,
    /// `no column “Due date” in invoices`
    pub missing: String,
}

pub(super) fn not_run(results: &Results, lang: Lang) -> Vec<NotRunLine> {
    let line = |not_run: &crate::rules::NotRun| NotRunLine {
        code: not_run.rule.to_owned(),
        title: words::text(lang, not_run.rule),
        missing: match not_run.switched_off {
            true => words::text(lang, "missing-switched-off"),
            false => {
                let parts: Vec<String> = not_run.missing.iter().map(|n| need(n, lang)).collect();
                parts.join("; ")
            }
        },
    };
    results.qc.not_run.iter().map(line).collect()
}

/// What one need asks for, in words.
fn need(need: &Need, lang: Lang) -> String {
    match need {
        Need::Table(kind) => {
            words::say(lang, "missing-table", &Args::new().with("kind", kind_word(*kind, lang)))
        }
        Need::Column(kind, field) => column(&[(*kind, *field)], lang),
        Need::AnyColumn(any) => column(any, lang),
        Need::AsOf => words::text(lang, "missing-as-of"),
    }
}

fn column(any: &[(Kind, Field)], lang: Lang) -> String {
    let mut kinds: Vec<String> = any.iter().map(|(kind, _)| kind_word(*kind, lang)).collect();
    let mut fields: Vec<String> =
        any.iter().map(|(_, field)| words::text(lang, &field.word())).collect();
    kinds.dedup();
    fields.dedup();
    let or = words::text(lang, "missing-or");
    let args = Args::new().with("field", fields.join(&or)).with("kind", kinds.join(&or));
    words::say(lang, "missing-column", &args)
}

fn kind_word(kind: Kind, lang: Lang) -> String {
    words::text(lang, &format!("kind-{}", kind.key().replace('_', "-")))
}
