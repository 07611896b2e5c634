//! Everything derived from inputs, policy and decisions at one revision: what screens, reports and
//! the terminal read. Recomputed, never edited.

use std::sync::Arc;

use super::{Decisions, Qc, Waivers, rule};
use crate::analysis::cash::Cash;
use crate::analysis::conservation::Conservation;
use crate::analysis::pricing::{Pricing, Verdict};
use crate::analysis::receivables::Receivables;
use crate::analysis::reconcile::Reconciliation;
use crate::analysis::tie::Tie;
use crate::analysis::unbilled::Unbilled;
use crate::base::{Severity, Source, column_letters};
use crate::ingest::Intake;
use crate::model::{Book, Policy, SignOff};
use crate::words::{self, Lang};

#[derive(Clone, Debug, Default)]
pub struct Results {
    pub intake: Arc<Intake>,
    pub book: Arc<Book>,
    pub policy: Policy,
    pub pricing: Arc<Pricing>,
    pub verdicts: Arc<Vec<Verdict>>,
    pub unbilled: Arc<Unbilled>,
    pub qc: Arc<Qc>,
    pub conservation: Arc<Conservation>,
    pub receivables: Arc<Receivables>,
    /// All tie bars: to bill against billed, lines against headers, lines against jobs.
    pub ties: Vec<Tie>,
    /// Receipts against open items; empty when one of them is not loaded.
    pub cash: Arc<Cash>,
    /// In the order in which they were chosen.
    pub reconciliations: Vec<Arc<Reconciliation>>,
    pub decisions: Decisions,
    pub waivers: Waivers,
    pub sign_off: SignOff,
    /// The chain of the journal, one hash an entry: what the decisions are proved by.
    pub journal: Arc<Vec<String>>,
}

/// A source in the words of the user's own files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cited {
    pub file: String,
    pub sheet: String,
    pub row: u32,
    /// `H12`; the row alone when the source is a whole row.
    pub cell: String,
    /// The cell as it stands in the file.
    pub raw: String,
}

impl Results {
    /// Jobs without a single charge to hold them against: every one of them counts as unbilled.
    pub fn lacks_invoices(&self) -> bool {
        self.book.jobs().len() > 0 && self.book.charges().len() == 0
    }

    /// What a rule is called; a rule of the house's own is called by its message.
    pub fn title(&self, lang: Lang, code: &str) -> String {
        let own = self.policy.own_rules.iter().find(|own| own.code == code);
        own.map_or_else(|| words::text(lang, code), |own| own.message.clone())
    }

    /// The severity in force.
    pub fn severity(&self, code: &str) -> Severity {
        let own = self.policy.own_rules.iter().find(|own| own.code == code);
        let catalogue = || rule(code).map_or(Severity::Note, |rule| rule.severity);
        self.policy.severity(code, own.map_or_else(catalogue, |own| own.severity))
    }

    /// Where a source is, for people. `None` when its file is gone.
    pub fn cite(&self, source: &Source) -> Option<Cited> {
        let table = self.book.table(source.table)?;
        let raw = source.column.and_then(|column| {
            let at = table.raw.row_numbers.binary_search(&source.row).ok()?;
            Some(table.raw.text(at, usize::from(column)).to_owned())
        });
        Some(Cited {
            file: table.file_name.to_string(),
            sheet: table.sheet_label().to_owned(),
            row: source.row,
            cell: source.column.map_or_else(
                || source.row.to_string(),
                |column| format!("{}{}", column_letters(column), source.row),
            ),
            raw: raw.unwrap_or_default(),
        })
    }
}

impl Cited {
    /// `invoices.xlsx › Lines › H12`; a text file has no sheet to name.
    pub fn text(&self) -> String {
        if self.sheet.is_empty() {
            format!("{} › {}", self.file, self.cell)
        } else {
            format!("{} › {} › {}", self.file, self.sheet, self.cell)
        }
    }
}
