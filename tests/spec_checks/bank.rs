//! Specs of bank files and electronic invoices: from bytes to typed lines, statements and problems,
//! with nobody's help.

use std::sync::Arc;

use tieout::analysis::conservation::prove;
use tieout::base::{Decimal, FileId, TableId};
use tieout::ingest::{
    Context, FileKind, KnownKeys, RawFile, StatementTie, build, propose, propose_as, read,
    statements,
};
use tieout::table::Kind;
use tieout::words::{self, Lang};

use super::Actual;
use super::format::Spec;
use super::reading::{input, problems, table_rows};

/// Settings: `encoding`, `ends`, `bom` of the file; `kind`, where the user chose it.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["encoding", "ends", "bom", "kind"])?;
    let kind_of = |key: &str| Kind::from_key(key).ok_or("no such kind");
    let chosen = spec.setting("kind").map(kind_of).transpose()?;
    let (name, bytes) = input(spec)?;
    let file = read(&name, &bytes, &mut |_| {}).map_err(|refusal| refusal.key)?;
    if RawFile::decode(&file.encode()).as_ref() != Some(&file) {
        return Err("the file does not survive its way between workers".to_owned());
    }
    let mut shown = kind(file.kind);
    shown.push_str(&problems(&file.problems));
    for sheet in &file.sheets {
        let context = Context { file_name: &name, remembered: &[], keys: &KnownKeys::default() };
        let proposal = match chosen {
            Some(chosen) => propose_as(sheet, &context, Some(chosen), None),
            None => propose(sheet, &context),
        };
        let raw = Arc::new(sheet.clone());
        let name = name.as_str().into();
        let (table, told) = build(TableId(0), FileId(0), &name, &raw, &proposal.reading);
        let table = Arc::new(table);
        if !prove(std::slice::from_ref(&table)).holds() {
            return Err("sums are not conserved".to_owned());
        }
        shown.push_str(&format!("== {}\n", table.kind.key()));
        for ask in &proposal.asks {
            shown.push_str(&format!("? {}\n", ask.text(Lang::En, &proposal)));
        }
        shown.push_str(&table_rows(&table));
        statements(&table).iter().for_each(|tie| shown.push_str(&statement(tie)));
        shown.push_str(&problems(&told));
    }
    let expected: Vec<usize> = spec.blocks_of("expect").map(|(at, _)| at).collect();
    match expected.as_slice() {
        [at] => Ok(vec![(*at, shown)]),
        _ => Err("one expect block says what becomes of the file".to_owned()),
    }
}

fn kind(kind: FileKind) -> String {
    format!("{}\n", words::text(Lang::En, kind.word()))
}

fn statement(tie: &StatementTie) -> String {
    let figure =
        |value: Option<_>| value.map_or("?".to_owned(), |v: Decimal| v.normalize().to_string());
    let ties = match tie.ties() {
        Some(true) => "ties".to_owned(),
        Some(false) => format!("is off by {}", figure(tie.difference)),
        None => "cannot be proved".to_owned(),
    };
    format!(
        "statement {} of {}: {} + {} {} = {}, {} lines, {ties}\n",
        tie.number,
        tie.account,
        figure(tie.opening),
        figure(Some(tie.movements())),
        tie.currency,
        figure(tie.closing),
        tie.entries,
    )
}
