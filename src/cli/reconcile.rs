//! `tieout reconcile`: two lists that should say the same. Which two of the files' tables and what
//! for is told by what fits, and asked where more than one thing does.

use std::path::PathBuf;

use tieout::analysis::reconcile::{self, Choice, Comparison, SheetKey};
use tieout::base::{FileId, TableId};
use tieout::protocol::reconciled::{Document, document};
use tieout::rules::Results;
use tieout::table::{Field, Kind};
use tieout::words::Lang;

use super::{Input, load};

/// What the user said of it.
pub struct Asked<'a> {
    pub left: &'a [PathBuf],
    pub right: &'a [PathBuf],
    pub comparison: Option<Comparison>,
    pub key: Option<Field>,
    pub account: Option<&'a str>,
}

pub fn run(
    asked: &Asked,
    password: Option<&str>,
    lang: Lang,
) -> Result<(Results, Document), String> {
    let files: Vec<PathBuf> = asked.left.iter().chain(asked.right).cloned().collect();
    let (left, right) = asked.comparison.map_or((None, None), kinds);
    let meant = |at| if at < asked.left.len() { left } else { right };
    let meant: Vec<(usize, Kind)> =
        (0..files.len()).filter_map(|at| Some((at, meant(at)?))).collect();
    let input = Input { files, as_of: None, policy: None };
    let (results, ids) = load::with_files(&input, &meant, password)?;
    let (left, right) = ids.split_at(asked.left.len());
    let (comparison, left, right) =
        pair(&results, asked, &sheets(&results, left), &sheets(&results, right))?;
    let choice = Choice {
        comparison,
        left: left.1,
        right: right.1,
        key: asked.key,
        mirrored: None,
        account: asked.account.map(str::to_owned),
    };
    let (Some(left), Some(right)) = (results.book.table(left.0), results.book.table(right.0))
    else {
        return Err("a list was not read".to_owned());
    };
    let done = reconcile::reconcile(left, right, &choice);
    let document = document(&results, &choice, &done, lang);
    Ok((results, document))
}

/// As what a sheet of no known kind is read.
fn kinds(comparison: Comparison) -> (Option<Kind>, Option<Kind>) {
    match comparison {
        Comparison::BankBook => (Some(Kind::BankLines), Some(Kind::Payments)),
        Comparison::SourceLedger => (Some(Kind::Jobs), Some(Kind::Invoices)),
        Comparison::SubledgerGeneral => (Some(Kind::Invoices), Some(Kind::GeneralLedger)),
        Comparison::Snapshots => (None, None),
        Comparison::Intercompany => (Some(Kind::Invoices), Some(Kind::Invoices)),
    }
}

type Sheet = (TableId, SheetKey);

/// The tables of one side's files.
fn sheets(results: &Results, ids: &[Option<FileId>]) -> Vec<Sheet> {
    let files = results.intake.files.iter().filter(|file| ids.contains(&Some(file.id)));
    let sheets = files.flat_map(|file| {
        file.sheets.iter().enumerate().filter_map(|(at, sheet)| {
            let key = SheetKey { file: file.sha256.clone(), sheet: at as u16 };
            Some((sheet.table.as_ref()?.id, key))
        })
    });
    sheets.collect()
}

fn pair(
    results: &Results,
    asked: &Asked,
    left: &[Sheet],
    right: &[Sheet],
) -> Result<(Comparison, Sheet, Sheet), String> {
    let fits = reconcile::propose(&results.book).into_iter();
    let fits = fits.filter(|p| asked.comparison.is_none_or(|only| only == p.comparison));
    let at = |sheets: &[Sheet], id| sheets.iter().find(|(table, _)| *table == id).cloned();
    let mut found: Vec<(Comparison, Sheet, Sheet)> = Vec::new();
    for p in fits {
        let straight = at(left, p.left).zip(at(right, p.right));
        // Neither side of two snapshots or two companies comes first by its nature.
        let mutual = matches!(p.comparison, Comparison::Snapshots | Comparison::Intercompany);
        let turned = at(left, p.right).zip(at(right, p.left)).filter(|_| mutual);
        found.extend(straight.or(turned).map(|(left, right)| (p.comparison, left, right)));
    }
    if let ([], Some(comparison), [left], [right]) =
        (found.as_slice(), asked.comparison, left, right)
    {
        return Ok((comparison, left.clone(), right.clone()));
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err("no two lists of these files fit; say with --for what is reconciled".to_owned()),
        several => {
            let mut names: Vec<&str> = several.iter().map(|one| one.0.key()).collect();
            names.dedup();
            Err(format!(
                "more than one reconciliation fits; say with --for which: {}",
                names.join(", ")
            ))
        }
    }
}
