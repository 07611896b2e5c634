//! The quality-control catalogue: one file a fault, one slice of all of them.
//!
//! A rule is a `static RULE` and its function; its words live under its code in `rules.ftl`
//! (value = title; `.message` with the finding's arguments; `.why`; `.fix`). A rule whose column is
//! missing is listed as not run, never as passed.

mod arithmetic;
mod billed_job;
mod billing;
mod catalogue;
mod completeness;
mod credit;
mod currency;
mod customer;
mod dates;
mod decision;
mod example;
mod finding;
mod forensics;
mod identity;
mod own;
mod placeholder;
mod price;
mod references;
mod release;
mod results;
mod run;
mod sequence;
mod settings;
mod shared;
mod signature;
mod statistics;
mod tax;
mod waiver;

pub use catalogue::{Need, RULES, Rule, Topic, rule};
pub use customer::cut_off_missed::{Due, due, due_job};
pub use decision::{Decision, Decisions, Verdict};
pub use example::{ExampleTable, example};
pub use finding::{Evidence, Finding, Findings};
pub use forensics::{Forensic, forensic};
pub use own::{OWN, own_code, own_missing, try_own, word_key};
pub use release::{Clearance, InvoiceClearance, Release, grounds, holding, release};
pub use results::{Cited, Results};
pub use run::{Case, Looked, NotRun, Qc, Ran, Watched, run, run_one, run_own};
pub use settings::{Changed, Feeds, SET_ELSEWHERE, SETTINGS, Setting, Unit};
pub use shared::{OfBook, Shared};
pub use signature::{Alike, Signature, alike};
pub use waiver::{Waiver, Waivers};
