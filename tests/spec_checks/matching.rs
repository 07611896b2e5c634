//! Specs of matching: which receipts go with which open items, how surely, and what is left.

use std::sync::Arc;

use tieout::analysis::cash;
use tieout::base::{Date, Source};
use tieout::matching::{Match, Options};
use tieout::table::{Kind, Table};

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, read_tables};

/// Setting `as_of`. The block `expect` has a line for each match, by the first receipt:
/// `auto R11 payments.csv:2 → invoices.csv:3`, a difference with its code behind; then what is left
/// of receipts with what to ask, and of items.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["as_of"])?;
    let as_of = spec.setting("as_of").map(|day| Date::parse_from_str(day, "%Y-%m-%d"));
    let as_of = as_of.transpose().map_err(|why| why.to_string())?;
    let tables = read_tables(spec)?;
    let of = |items: bool| -> Vec<Arc<Table>> {
        let all = tables.iter().map(|t| t.table.clone());
        all.filter(|table| (table.kind == Kind::Invoices) == items).collect()
    };
    let cash = cash::apply(&of(false), &of(true), as_of, Options::default());
    if let Some(tie) = cash.ties.iter().find(|tie| !tie.holds() || !tie.is_tied()) {
        return Err(format!("does not tie: {tie:?}"));
    }
    let sides = &cash.outcome.sides;
    let left = |at: &u32| place(&tables, sides.left[*at as usize].source);
    let right = |at: &u32| place(&tables, sides.right[*at as usize].source);
    let set = |names: Vec<String>| {
        let mut names = names;
        names.sort();
        names.join(" + ")
    };
    let sets = |lefts: &[u32], rights: &[u32]| {
        let (lefts, rights) =
            (set(lefts.iter().map(left).collect()), set(rights.iter().map(right).collect()));
        if rights.is_empty() { lefts } else { format!("{lefts} → {rights}") }
    };
    let line = |found: &Match| {
        let mut line =
            format!("{} {} {}", found.decision.key(), found.pass, sets(&found.left, &found.right));
        if let Some(code) = found.code {
            line.push_str(&format!("; {} {}", found.difference, code.word()));
        }
        if let Some((lefts, rights)) = &found.other {
            line.push_str(&format!("; or {}", sets(lefts, rights)));
        }
        line
    };
    let mut matches: Vec<(String, String)> =
        cash.outcome.matches.iter().map(|m| (sets(&m.left, &m.right), line(m))).collect();
    matches.sort();
    let mut out: Vec<String> = matches.into_iter().map(|(_, line)| line).collect();
    let open = cash.outcome.research.iter().map(|r| format!("open {}: {}", left(&r.left), r.ask));
    let mut open: Vec<String> = open.collect();
    open.extend(cash.outcome.unmatched.iter().map(|at| format!("open {}", right(at))));
    open.sort();
    out.extend(open);
    let (block, _) = spec.blocks_of("expect").next().ok_or("an expect block is needed")?;
    Ok(vec![(block, out.join("\n") + "\n")])
}

fn place(tables: &[SpecTable], source: Source) -> String {
    let name = tables.iter().find(|t| t.table.id == source.table).map(|t| &*t.table.file_name);
    format!("{}:{}", name.unwrap_or("nowhere"), source.row)
}
