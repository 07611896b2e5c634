//! Checks a file all the way from bytes to fates, with nobody's help: cut, proposal, typed rows.

use std::sync::Arc;

use tieout::analysis::conservation::prove;
use tieout::base::{FileId, TableId};
use tieout::ingest::{Context, KnownKeys, build, propose, propose_as, read, regions};
use tieout::table::{Kind, RawSheet};

use super::Actual;
use super::format::Spec;
use super::mapping::show;
use super::reading::{input, problems, table_rows};

/// Settings: `encoding`, `ends`, `bom` of a text file; `kind`; `rows: none`.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["encoding", "ends", "bom", "kind", "rows"])?;
    let (name, bytes) = input(spec)?;
    let file = read(&name, &bytes, &mut |_| {}).map_err(|refusal| refusal.key)?;
    let before: u32 = file.sheets.iter().map(filled).sum();
    let (sheets, told) = regions::cut(file.sheets, file.problems);
    let after: u32 = sheets.iter().map(filled).sum();
    if after < before {
        return Err(format!("{before} cells in the file, {after} in its tables"));
    }
    let several = sheets.len() > 1;
    let mut shown = problems(&told);
    for sheet in sheets {
        if several {
            shown.push_str(&format!("== {}\n", sheet.name));
        }
        shown.push_str(&table(spec, &name, sheet)?);
    }
    let expected: Vec<usize> = spec.blocks_of("expect").map(|(at, _)| at).collect();
    match expected.as_slice() {
        [at] => Ok(vec![(*at, shown)]),
        _ => Err("one expect block says what becomes of the file".to_owned()),
    }
}

fn table(spec: &Spec, name: &str, sheet: RawSheet) -> Result<String, String> {
    let context = Context { file_name: name, remembered: &[], keys: &KnownKeys::default() };
    let proposal = match spec.setting("kind") {
        Some(key) => {
            let kind = Kind::from_key(key).ok_or(format!("no kind of table {key:?}"))?;
            propose_as(&sheet, &context, Some(kind), None)
        }
        None => propose(&sheet, &context),
    };
    let (table, told) =
        build(TableId(0), FileId(0), &name.into(), &Arc::new(sheet), &proposal.reading);
    let table = Arc::new(table);
    if !prove(std::slice::from_ref(&table)).holds() {
        return Err("sums are not conserved".to_owned());
    }
    let rows = match spec.setting("rows") {
        Some("none") => String::new(),
        _ => table_rows(&table),
    };
    Ok(show(&proposal, false) + &rows + &problems(&told))
}

fn filled(sheet: &RawSheet) -> u32 {
    let cells = |row: usize| sheet.columns.iter().filter(move |c| !c.text(row).trim().is_empty());
    (0..sheet.rows()).map(|row| cells(row).count() as u32).sum()
}
