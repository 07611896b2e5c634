//! Specs of matching: which receipts go with which open items, how surely, and what is left.

use std::sync::Arc;

use tieout::analysis::cash;
use tieout::base::Date;
use tieout::base::turns::{self, Pace};
use tieout::matching::{Fact, Item, Match, Outcome, Side, Speaks, WhyNot, why_not};
use tieout::model::Policy;
use tieout::rules::Setting;
use tieout::table::{Kind, Table};
use tieout::words::{self, Lang};

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, read_tables};

/// Settings `as_of`, `auto_apply_amount` and `auto_apply_share`. The block `expect` has a line for each match, by the first receipt:
/// `auto R11 payments.csv:2 → invoices.csv:3`, a difference with its code behind; then what is left
/// of receipts with what to ask, and of items; then receipts after the as-of day. `facts` has what speaks
/// for each match and against it, `why R I` the same of two rows that are not matched. The setting
/// `search_steps` ends each search for a set after so many, `policy` is the house's own as JSON.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&[
        "as_of",
        "auto_apply_amount",
        "auto_apply_share",
        "search_steps",
        "policy",
    ])?;
    let mut policy = Policy::default();
    if let Some(text) = spec.setting("policy") {
        policy = serde_json::from_str(text).map_err(|why| why.to_string())?;
    }
    let mut options = cash::options(&policy);
    if let Some(steps) = spec.setting("search_steps") {
        options.search_steps_max = steps.parse().map_err(|_| "search_steps is a number")?;
    }
    for key in ["auto_apply_amount", "auto_apply_share"] {
        let setting = Setting::find(key).ok_or("a setting of the house")?;
        if spec.setting(key).is_some_and(|text| !setting.set(&mut policy, Some(text))) {
            return Err(format!("{key} takes no such value"));
        }
    }
    let as_of = spec.setting("as_of").map(|day| Date::parse_from_str(day, "%Y-%m-%d"));
    let as_of = as_of.transpose().map_err(|why| why.to_string())?;
    let tables = read_tables(spec)?;
    let of = |items: bool| -> Vec<Arc<Table>> {
        let all = tables.iter().map(|t| t.table.clone());
        let both = |kind: Kind| kind == Kind::Customers;
        all.filter(|table| both(table.kind) || (table.kind == Kind::Invoices) == items).collect()
    };
    let mut cash = cash::apply(&of(false), &of(true), as_of, options);
    turns::at_once(cash::hold_back(&mut cash.outcome, &policy, &Pace::at_once()));
    if let Some(tie) = cash.ties.iter().find(|tie| !tie.holds() || !tie.is_tied()) {
        return Err(format!("does not tie: {tie:?}"));
    }
    let (block, _) = spec.blocks_of("expect").next().ok_or("an expect block is needed")?;
    let mut found = vec![(block, lines(&tables, &cash.outcome))];
    for (at, block) in spec.blocks_of("why") {
        let [_, receipt, item] = block.info.as_slice() else {
            return Err("why takes a receipt and an item".into());
        };
        let left = position(&tables, &cash.outcome.sides.left, receipt)?;
        let right = position(&tables, &cash.outcome.sides.right, item)?;
        let why = why_not(&cash.outcome, &cash.rulings, left, right).ok_or("nothing was run")?;
        found.push((at, why_text(&why)));
    }
    for (at, _) in spec.blocks_of("facts") {
        let told = |found: &Match| {
            let facts: String = cash.outcome.facts(found).iter().map(fact_text).collect();
            format!("{} {}\n{facts}", found.decision.key(), found.pass)
        };
        found.push((at, cash.outcome.matches.iter().map(told).collect()));
    }
    Ok(found)
}

/// What speaks for the two and against, then each pass that looked at them with what stopped it.
fn why_text(why: &WhyNot) -> String {
    let facts: String = why.facts.iter().map(fact_text).collect();
    let passes = why.passes.iter().map(|(code, fact)| format!("{code} {}", fact_text(fact)));
    facts + &passes.collect::<String>()
}

fn fact_text(fact: &Fact) -> String {
    let sign = if fact.speaks == Speaks::For { '+' } else { '-' };
    let said = words::say(Lang::En, fact.key, &fact.args);
    let plain: String = said.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect();
    format!("{sign} {plain}\n")
}

pub fn lines(tables: &[SpecTable], outcome: &Outcome) -> String {
    lines_where(outcome, |_, _, item| {
        let name = tables.iter().find(|t| t.table.id == item.source.table);
        let name = name.map_or("nowhere", |t| &*t.table.file_name);
        format!("{name}:{}", item.source.row)
    })
}

/// The same with rows named otherwise. A row that several matches have is told with its part.
pub fn lines_where(outcome: &Outcome, name: impl Fn(Side, u32, &Item) -> String) -> String {
    let named = |side: Side, at: u32, of: Option<u32>| {
        let items = if side == Side::Receipt { &outcome.sides.left } else { &outcome.sides.right };
        let item = &items[at as usize];
        let name = name(side, at, item);
        let part = of.map(|of| outcome.part(side, at, of)).filter(|part| *part != item.money());
        part.map_or(name.clone(), |part| {
            format!("{name} ({} of {})", part.decimal(), item.money().decimal())
        })
    };
    let set = |side: Side, all: &[u32], of: Option<u32>| {
        let mut names: Vec<String> = all.iter().map(|&at| named(side, at, of)).collect();
        names.sort();
        names.join(" + ")
    };
    let sets = |lefts: &[u32], rights: &[u32], of: Option<u32>| {
        let (lefts, rights) = (set(Side::Receipt, lefts, of), set(Side::Item, rights, of));
        if rights.is_empty() { lefts } else { format!("{lefts} → {rights}") }
    };
    let line = |(at, found): (usize, &Match)| {
        let both = sets(&found.left, &found.right, Some(at as u32));
        let mut line = format!("{} {} {both}", found.decision.key(), found.pass);
        if let Some(code) = found.code {
            line.push_str(&format!("; {} {}", found.difference, code.word()));
        }
        if !found.note.is_empty() {
            line.push_str(&format!(": {}", found.note));
        }
        if let Some((lefts, rights)) = &found.other {
            line.push_str(&format!("; or {}", sets(lefts, rights, None)));
        }
        (both, line)
    };
    let mut matches: Vec<(String, String)> = outcome.matches.iter().enumerate().map(line).collect();
    matches.sort();
    let mut out: Vec<String> = matches.into_iter().map(|(_, line)| line).collect();
    let open = outcome.research.iter();
    let open = open.map(|r| format!("open {}: {}", named(Side::Receipt, r.left, None), r.ask));
    let mut open: Vec<String> = open.collect();
    let still = outcome.unmatched.iter();
    open.extend(still.map(|&at| format!("open {}", named(Side::Item, at, None))));
    open.sort();
    out.extend(open);
    if outcome.sides.unread != (0, 0) {
        let (receipts, items) = outcome.sides.unread;
        out.push(format!("unread: {receipts} receipts, {items} items"));
    }
    let later = outcome.sides.later.iter();
    out.extend(later.map(|item| format!("later {}", name(Side::Receipt, 0, item))));
    let overlapping = outcome.sides.overlapping.iter();
    out.extend(
        overlapping.map(|one| format!("{} {}", one.how.key(), name(Side::Receipt, 0, &one.item))),
    );
    out.join("\n") + "\n"
}

/// The row `payments.csv:2` in a side of a run.
pub fn position(tables: &[SpecTable], side: &[Item], row: &str) -> Result<u32, String> {
    let (file, number) = row.trim().split_once(':').ok_or("a row is file:number")?;
    let number: u32 = number.parse().map_err(|_| format!("{row} is no row"))?;
    let table = tables.iter().find(|t| &*t.table.file_name == file).ok_or("no such file")?;
    let of = |item: &Item| item.source.table == table.table.id && item.source.row == number;
    side.iter().position(of).map(|at| at as u32).ok_or_else(|| format!("{row} is not there"))
}
