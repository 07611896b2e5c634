//! The closed list of what a user can decide.

use serde::{Deserialize, Serialize};

use crate::analysis::reconcile;
use crate::base::{Currency, Date, Money, Severity};
use crate::ingest::{DateOrder, NumberStyle};
use crate::matching::{Application, Difference, Pairing, Refusal};
use crate::model::{AgeingPolicy, Bound, OwnRule, Policy, SignOff, Tolerance};
use crate::rules::{Verdict, Waiver};
use crate::table::{Fate, Field, Kind};

/// Sheets are named by the file's SHA-256 and the sheet's index, so that a decision finds its sheet
/// again when the same file is loaded another day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// The day the work is judged by.
    SetAsOf(Option<Date>),
    SetPolicy(Box<Policy>),
    /// How receivables are aged and chased.
    SetAgeing(Box<AgeingPolicy>),
    /// The first day of the period, from which the roll-forwards count.
    SetPeriodFrom(Option<Date>),
    /// A threshold of the policy as a person writes it; `None` sets it back to the default.
    SetThreshold {
        key: String,
        value: Option<String>,
    },
    /// What receipts or prices of one currency or client may be off; `None` takes the line away.
    SetBand {
        bound: Bound,
        of: String,
        band: Option<Tolerance>,
    },
    SwitchRule {
        rule: String,
        on: bool,
    },
    /// The house's own severity; `None` is the catalogue's.
    SetSeverity {
        rule: String,
        severity: Option<Severity>,
    },
    ChangeReading {
        file: String,
        sheet: u16,
        change: ReadingChange,
    },
    /// The user looked at the reading and uses it; remembered for the next file of that layout.
    ConfirmReading {
        file: String,
        sheet: u16,
        remember: bool,
    },
    /// The encoding of a text file; `None`: as its bytes show.
    ChooseEncoding {
        file: String,
        encoding: Option<String>,
    },
    /// Whether sheets with several tables stay as they stand in the file.
    KeepSheetsWhole {
        file: String,
        on: bool,
    },
    RemoveFile {
        file: String,
    },
    /// A removed file was dropped again.
    RestoreFile {
        file: String,
    },
    /// One decision about one or many findings: key and amount at stake at that moment.
    Decide {
        findings: Vec<(String, Option<Money>)>,
        verdict: Verdict,
    },
    /// Takes a decision back without undoing later ones.
    Reopen {
        findings: Vec<String>,
    },
    /// The reason why jobs are not billed, by folded job number.
    SetReason {
        jobs: Vec<String>,
        reason: Option<String>,
    },
    /// Receipts applied to open items: suggestions taken, or rows chosen by hand.
    ApplyCash {
        applications: Vec<Application>,
    },
    /// Pairings that are wrong: never offered again, and taken back where they stood.
    RefuseCash {
        refusals: Vec<Refusal>,
    },
    /// A refusal was a mistake.
    OfferCashAgain {
        pairings: Vec<Pairing>,
    },
    /// Whose customer a payer's text stands for: key and name, or nobody known.
    SetPayer {
        payer: String,
        customer: Option<(String, String)>,
    },
    /// What a payer kept back for this reason so far is no habit.
    ForgetHabit {
        payer: String,
        code: Difference,
    },
    /// What was refused of a rule for a payer weighs on no other match of it.
    ForgetRefusals {
        payer: String,
        pass: String,
    },
    /// A rule of the house's own, new or in the place of the one with its code.
    SetOwnRule(Box<OwnRule>),
    RemoveOwnRule {
        code: String,
    },
    /// The customer's receipts pay the oldest items first, where nothing else explains them.
    SetOldestFirst {
        customer: String,
        label: String,
        on: bool,
    },
    /// Whether bank lines count that stand in several files or no longer in one, by what they say; none
    /// takes the decision back.
    CountLines {
        lines: Vec<String>,
        count: Option<bool>,
    },
    /// Whether receipts are matched by machine. What people confirmed stands in any case.
    SetMatching {
        on: bool,
    },
    /// An invoice that findings hold goes out all the same; it hangs on its value and on what held it.
    Waive {
        invoice: String,
        waiver: Box<Waiver>,
    },
    EndWaiver {
        invoice: String,
    },
    /// Two lists to hold against each other, and by what; in place of the same two before.
    Reconcile(Box<reconcile::Choice>),
    DropReconciliation(Box<reconcile::Choice>),
    /// Who prepared and who checked the report.
    SetSignOff(Box<SignOff>),
    /// Takes back the latest command that is still in force.
    Undo,
    /// Puts back the latest command that was undone.
    Redo,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingChange {
    Kind(Kind),
    HeaderRow {
        row: Option<u32>,
        height: u32,
    },
    /// `None` takes the field's column away.
    Column {
        field: Field,
        column: Option<u16>,
    },
    Numbers {
        column: u16,
        style: NumberStyle,
    },
    Dates {
        column: u16,
        order: DateOrder,
    },
    Currency(Currency),
    /// Whether blank cells take the value above them.
    Filled {
        column: u16,
        on: bool,
    },
    /// Amounts in thousands (3), ten thousands (4), millions (6), or as they stand (0).
    Scale {
        column: u16,
        power: u8,
    },
    /// `None` gives the row back to the automatic reading.
    RowFate {
        row: u32,
        fate: Option<Fate>,
    },
}

impl Command {
    /// Word key of the history line: `did-decide`, `did-set-reason` …
    pub fn word(&self) -> &'static str {
        match self {
            Command::SetAsOf(_) => "did-set-as-of",
            Command::SetPolicy(_) => "did-set-policy",
            Command::SetAgeing(_) => "did-set-ageing",
            Command::SetPeriodFrom(_) => "did-set-period",
            Command::SetThreshold { .. } => "did-set-threshold",
            Command::SetBand { .. } => "did-set-band",
            Command::SwitchRule { on: true, .. } => "did-switch-on",
            Command::SwitchRule { on: false, .. } => "did-switch-off",
            Command::SetSeverity { .. } => "did-set-severity",
            Command::ChangeReading { .. } => "did-change-reading",
            Command::ConfirmReading { .. } => "did-confirm-reading",
            Command::ChooseEncoding { .. } => "did-choose-encoding",
            Command::KeepSheetsWhole { on: true, .. } => "did-keep-whole",
            Command::KeepSheetsWhole { on: false, .. } => "did-cut-sheets",
            Command::RemoveFile { .. } => "did-remove-file",
            Command::RestoreFile { .. } => "did-restore-file",
            Command::Decide { verdict: Verdict::Accepted, .. } => "did-accept",
            Command::Decide { verdict: Verdict::Dismissed { .. }, .. } => "did-dismiss",
            Command::Reopen { .. } => "did-reopen",
            Command::SetReason { .. } => "did-set-reason",
            Command::ApplyCash { .. } => "did-apply-cash",
            Command::RefuseCash { refusals } if refusals.iter().any(|r| r.reversed.is_some()) => {
                "did-take-cash-back"
            }
            Command::RefuseCash { .. } => "did-refuse-cash",
            Command::OfferCashAgain { .. } => "did-offer-cash-again",
            Command::SetPayer { .. } => "did-set-payer",
            Command::ForgetHabit { .. } => "did-forget-habit",
            Command::ForgetRefusals { .. } => "did-forget-refusals",
            Command::SetOwnRule(_) => "did-set-own-rule",
            Command::RemoveOwnRule { .. } => "did-remove-own-rule",
            Command::SetOldestFirst { on: true, .. } => "did-oldest-first",
            Command::SetOldestFirst { on: false, .. } => "did-not-oldest-first",
            Command::CountLines { count: Some(true), .. } => "did-count-lines",
            Command::CountLines { count: Some(false), .. } => "did-leave-out-lines",
            Command::CountLines { count: None, .. } => "did-undecide-lines",
            Command::SetMatching { on: true } => "did-start-matching",
            Command::SetMatching { on: false } => "did-leave-off-matching",
            Command::Waive { .. } => "did-waive",
            Command::EndWaiver { .. } => "did-end-waiver",
            Command::Reconcile(_) => "did-reconcile",
            Command::DropReconciliation(_) => "did-drop-reconciliation",
            Command::SetSignOff(_) => "did-sign-off",
            Command::Undo => "did-undo",
            Command::Redo => "did-redo",
        }
    }
}
