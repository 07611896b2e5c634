//! Specs of reconciliations: which rows belong together, what differs and why, and from one total to
//! the other.

use tieout::analysis::reconcile::{
    Bridge, Choice, Comparison, Inquiry, Line, Reconciled, SheetKey, reconcile,
};
use tieout::base::Source;
use tieout::table::Field;

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, read_tables};

/// The left table comes first. Settings `comparison`, `key` (a field), `mirrored` (`yes`, `no`). The
/// block `expect` has the bridge of each currency, a line for each row that is not simply equal, and
/// the leads; equal ones are counted, or listed with setting `equal: shown`.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["comparison", "key", "mirrored", "equal", "account"])?;
    let comparison = spec.setting("comparison").ok_or("comparison is needed")?;
    let comparison =
        Comparison::from_key(comparison).ok_or_else(|| format!("comparison {comparison:?}"))?;
    let sheet = |name: &str| SheetKey { file: name.to_owned(), sheet: 0 };
    let choice = Choice {
        comparison,
        left: sheet("left"),
        right: sheet("right"),
        key: spec.setting("key").and_then(Field::from_key),
        mirrored: spec.setting("mirrored").map(|answer| answer == "yes"),
        account: spec.setting("account").map(str::to_owned),
    };
    let tables = read_tables(spec)?;
    let [left, right] = tables.as_slice() else { return Err("two tables are needed".to_owned()) };
    let done = reconcile(&left.table, &right.table, &choice);
    each_row_once(&done)?;
    let mut out = String::new();
    if let Some(control) = &done.control {
        let label = control.account.as_ref().map_or("not told".to_owned(), |a| a.label());
        out.push_str(&format!("account: {label}\n"));
    }
    for bridge in &done.bridges {
        if !bridge.holds() || !bridge.tie(comparison).holds() {
            return Err(format!("does not add up: {bridge:?}"));
        }
        bridge_text(bridge, &mut out);
    }
    let shows_equal = spec.setting("equal") == Some("shown");
    let is_equal = |line: &&Line| line.cause.word() == "cause-equal" && line.differing.is_empty();
    let equal = done.lines.iter().filter(is_equal).count();
    if !shows_equal && equal > 0 {
        out.push_str(&format!("equal: {equal}\n"));
    }
    for line in done.lines.iter().filter(|line| shows_equal || !is_equal(line)) {
        line_text(&done, line, &tables, &mut out);
    }
    for gap in &done.gaps {
        out.push_str(&format!("gap: {} to {}, {}\n", gap.first, gap.last, gap.count));
    }
    for field in &done.not_compared {
        out.push_str(&format!("not compared: {}\n", field.key()));
    }
    for inquiry in &done.inquiries {
        inquiry_text(&done, inquiry, &tables, &mut out);
    }
    let (block, _) = spec.blocks_of("expect").next().ok_or("an expect block is needed")?;
    Ok(vec![(block, out)])
}

/// Every row of either list stands in exactly one line, where rows are paired at all.
fn each_row_once(done: &Reconciled) -> Result<(), String> {
    if done.lines.is_empty() {
        return Ok(());
    }
    for (rows, many) in [
        (done.lines.iter().flat_map(|l| l.left.clone()).collect::<Vec<_>>(), &done.left),
        (done.lines.iter().flat_map(|l| l.right.clone()).collect::<Vec<_>>(), &done.right),
    ] {
        let mut rows = rows;
        rows.sort_unstable();
        if !rows.into_iter().eq(0..many.entries.len() as u32) {
            return Err("a row stands in no line, or in two".to_owned());
        }
    }
    Ok(())
}

fn bridge_text(bridge: &Bridge, out: &mut String) {
    out.push_str(&format!(
        "{}: {} of {} rows − {} of {} rows = {}\n",
        bridge.currency.code(),
        bridge.left.decimal(),
        bridge.left_rows,
        bridge.right.decimal(),
        bridge.right_rows,
        bridge.difference().decimal(),
    ));
    for part in &bridge.parts {
        let mark = if part.cause.explains() { ' ' } else { '?' };
        let (word, lines) = (part.cause.word(), part.lines);
        out.push_str(&format!("{mark} {word} {lines}: {}\n", part.amount.decimal()));
    }
    if let Some((left, right)) = bridge.adjusted {
        out.push_str(&format!("  adjusted {} and {}\n", left.decimal(), right.decimal()));
    }
    if let Some((balances, adjusted)) = bridge.balances.zip(bridge.adjusted_balance()) {
        out.push_str(&format!(
            "  balance {} to {}, gap {}, adjusted {}\n",
            balances.opening.decimal(),
            balances.closing.decimal(),
            balances.gap(bridge.left).decimal(),
            adjusted.decimal()
        ));
    }
    out.push_str(&format!("  unexplained {}\n", bridge.unexplained.decimal()));
}

fn line_text(done: &Reconciled, line: &Line, tables: &[SpecTable], out: &mut String) {
    let places = |at: Vec<Source>| -> String {
        let all: Vec<String> = at.into_iter().map(|source| place(tables, source)).collect();
        all.join(" + ")
    };
    let left = line.left.iter().map(|at| done.left.entries[*at as usize].source).collect();
    let right = line.right.iter().map(|at| done.right.entries[*at as usize].source).collect();
    let effect: Vec<String> = line
        .effect(done)
        .iter()
        .filter(|money| !money.is_zero())
        .map(|money| format!(" {} {}", money.currency.code(), money.decimal()))
        .collect();
    let (word, effect) = (line.cause.word(), effect.join(","));
    out.push_str(&format!("{} | {}: {word}{effect}", places(left), places(right)));
    for differing in &line.differing {
        let (field, slip) = (differing.field.key(), differing.slip.map(|slip| slip.word()));
        let slip = slip.map(|slip| format!(" ({slip})")).unwrap_or_default();
        out.push_str(&format!("; {field} {} | {}{slip}", differing.left, differing.right));
    }
    out.push('\n');
}

fn inquiry_text(done: &Reconciled, inquiry: &Inquiry, tables: &[SpecTable], out: &mut String) {
    let about = inquiry.line.map(|at| &done.lines[at as usize]);
    let left = about.and_then(|line| line.left.first()).map(|at| &done.left.entries[*at as usize]);
    let right =
        about.and_then(|line| line.right.first()).map(|at| &done.right.entries[*at as usize]);
    let of = left.or(right).map_or("all".to_owned(), |entry| place(tables, entry.source));
    out.push_str(&format!("why {} ({of})\n", inquiry.difference.decimal()));
    for lead in &inquiry.leads {
        let rows: Vec<String> = lead.rows.iter().map(|source| place(tables, *source)).collect();
        let figure = lead.figure.map(|money| format!(" {}", money.decimal())).unwrap_or_default();
        let ratio = lead.ratio.map(|ratio| format!(" × {ratio}")).unwrap_or_default();
        let chance = lead.chance.map(|chance| format!(" by chance {chance}")).unwrap_or_default();
        out.push_str(&format!(
            "  {} {}{figure}{ratio}{chance}\n",
            lead.kind.word(),
            rows.join(" + ")
        ));
    }
    if inquiry.not_searched > 0 {
        out.push_str(&format!("  not searched: {}\n", inquiry.not_searched));
    }
}

fn place(tables: &[SpecTable], source: Source) -> String {
    let name = tables.iter().find(|t| t.table.id == source.table).map(|t| &*t.table.file_name);
    format!("{}:{}", name.unwrap_or("nowhere").trim_end_matches(".csv"), source.row)
}
