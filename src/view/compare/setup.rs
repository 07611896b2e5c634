//! Choosing what to reconcile: what the loaded lists allow, and any two of them by hand.

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::analysis::reconcile::{self, Comparison, SheetKey};
use crate::base::TableId;
use crate::report::reconciled::label;
use crate::rules::Results;
use crate::table::Field;
use crate::words::{self, Args, Lang};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Setup {
    /// Key, name, and what it is for.
    pub comparisons: Vec<(String, String, String)>,
    /// The one that is being set up.
    pub setting: String,
    pub left: String,
    pub right: String,
    pub sheets: Vec<SheetOption>,
    /// Positions among the sheets that fit; `None` where several do or none does.
    pub picked: Picked,
    pub proposals: Vec<ProposalLine>,
}

#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Picked {
    pub left: Option<u32>,
    pub right: Option<u32>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SheetOption {
    pub key: SheetKey,
    /// `bank.csv, bank statement, 120 rows`
    pub text: String,
    /// Columns by which its rows may be named: field and name.
    pub names: Vec<(Field, String)>,
    /// Accounts of a general ledger: number and label, where it has several.
    pub accounts: Vec<(String, String)>,
}

/// Two lists that fit, ready to be reconciled.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ProposalLine {
    pub choice: reconcile::Choice,
    /// What they would be reconciled as.
    pub what: String,
    /// Each as it stands in the lists to choose from.
    pub left: String,
    pub right: String,
    /// The only two that fit.
    pub clear: bool,
}

pub(super) fn setup(results: &Results, choice: &Choice, lang: Lang) -> Setup {
    let proposed = reconcile::propose(&results.book);
    let setting = choice.setting.as_deref().and_then(Comparison::from_key);
    let setting =
        setting.or_else(|| proposed.first().map(|p| p.comparison)).unwrap_or(Comparison::BankBook);
    let sheets = sheets(results, lang);
    let at = |table: TableId| {
        let key = key(results, table)?;
        sheets.iter().position(|sheet| sheet.key == key).map(|at| at as u32)
    };
    let clear = proposed.iter().find(|p| p.comparison == setting && p.clear);
    let picked =
        clear.map_or(Picked::default(), |p| Picked { left: at(p.left), right: at(p.right) });
    let known = |choice: &reconcile::Choice| {
        results.reconciliations.iter().any(|one| one.choice.is_about(choice))
    };
    let proposals = proposed.iter().filter_map(|p| {
        let (left, right) = (key(results, p.left)?, key(results, p.right)?);
        let comparison = p.comparison;
        let choice =
            reconcile::Choice { comparison, left, right, key: None, mirrored: None, account: None };
        let text = |table| at(table).map(|at| sheets[at as usize].text.clone());
        let (left, right) = (text(p.left)?, text(p.right)?);
        let what = words::text(lang, &comparison.word());
        (!known(&choice)).then_some(ProposalLine { choice, what, left, right, clear: p.clear })
    });
    let proposals = proposals.collect();
    let side = |side: &str| words::text(lang, &format!("{}-{side}", setting.word()));
    Setup {
        comparisons: Comparison::ALL
            .into_iter()
            .map(|comparison| {
                let word = comparison.word();
                let why = words::text(lang, &format!("{word}.why"));
                (comparison.key().to_owned(), words::text(lang, &word), why)
            })
            .collect(),
        setting: setting.key().to_owned(),
        left: side("left"),
        right: side("right"),
        sheets,
        picked,
        proposals,
    }
}

fn sheets(results: &Results, lang: Lang) -> Vec<SheetOption> {
    let all = results.book.tables().iter().filter_map(|table| {
        let key = key(results, table.id)?;
        let args = Args::new()
            .with("name", label(results, &key))
            .with("kind", words::text(lang, &table.kind.word()))
            .with("count", table.len());
        let fields = table.columns.iter().map(|column| column.field);
        let names = fields.filter(|field| reconcile::may_name(*field));
        let names = names.map(|field| (field, words::text(lang, &field.word()))).collect();
        let accounts = reconcile::accounts(table).into_iter();
        let accounts = accounts.map(|account| (account.key(), account.label())).collect();
        let text = words::say(lang, "compare-sheet", &args);
        Some(SheetOption { key, text, names, accounts })
    });
    all.collect()
}

/// The sheet of a table, by its file.
fn key(results: &Results, table: TableId) -> Option<SheetKey> {
    results.intake.files.iter().find_map(|file| {
        let is_it = |sheet: &crate::ingest::IntakeSheet| {
            sheet.table.as_ref().is_some_and(|known| known.id == table)
        };
        let sheet = file.sheets.iter().position(is_it)?;
        Some(SheetKey { file: file.sha256.clone(), sheet: sheet as u16 })
    })
}
