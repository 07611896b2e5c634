//! What each screen shows, as plain data: ready words and figures, so that the page only places
//! them. Built from [`Results`] in the worker, tested natively.
//!
//! One file a screen: its choice (what the user asked for), its view, and the function between.
//!
//! [`Results`]: crate::rules::Results

pub mod ageing;
mod amount;
pub mod bands;
mod columns;
pub mod compare;
pub mod coverage;
mod facet;
mod figure;
pub mod figures;
pub mod files;
pub mod findings;
pub mod frame;
pub mod history;
mod not_run;
pub mod overview;
pub mod own;
pub mod reconcile;
pub mod release;
pub mod reports;
pub mod rows;
pub mod settings;
pub mod sheet;
mod source;
mod sources;
pub mod tie;
pub mod unbilled;

use serde::{Deserialize, Serialize};

pub use amount::{Amount, amounts};
pub use facet::{Facet, FacetValue};
pub use not_run::NotRunLine;
pub use source::SourceTag;

/// A sentence with its mark: `tied`, `partly`, `review`, `break`, `notrun`, or none.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Mark {
    pub mark: String,
    pub text: String,
}

/// What a screen asks of the worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Query {
    Frame,
    Files,
    Sheet(sheet::Choice),
    Scorecard(sheet::scorecard::Choice),
    Overview,
    Figures(figures::Choice),
    Findings(findings::Choice),
    Unbilled(unbilled::Choice),
    Ageing(ageing::Choice),
    Compare(compare::Choice),
    Reconcile(reconcile::Choice),
    Reports(reports::Choice),
    Rows(rows::Choice),
    History,
    Settings(settings::Choice),
    Coverage,
    Release(release::Choice),
    OwnRules(own::Choice),
    Bands,
}

/// What a screen gets.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    Frame(frame::Frame),
    Files(files::Files),
    Sheet(Box<sheet::Sheet>),
    Scorecard(Box<sheet::scorecard::Scorecard>),
    Overview(overview::Overview),
    Figures(figures::FiguresView),
    Findings(findings::FindingsView),
    Unbilled(unbilled::UnbilledView),
    Ageing(Box<ageing::AgeingView>),
    Compare(Box<compare::CompareView>),
    Reconcile(Box<reconcile::ReconcileView>),
    Reports(reports::Reports),
    Rows(rows::Rows),
    History(history::History),
    Settings(settings::Settings),
    Coverage(coverage::Coverage),
    Release(release::ReleaseView),
    OwnRules(own::OwnRules),
    Bands(bands::Bands),
}
