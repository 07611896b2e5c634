//! Specs of ageing: what stands in which bucket, per customer and currency.

use std::sync::Arc;

use tieout::analysis::ageing::{Ageing, Basis, Choices, CreditPolicy, Line, age};
use tieout::analysis::receivables::{
    Figure, Overdue, ReceivablesRoll, Steps, figures, overdue, roll_forward, roll_ties,
};
use tieout::base::{Currency, Date, Money};
use tieout::table::Table;

use super::Actual;
use super::format::Spec;
use super::tables::read_tables;

/// Settings `as_of`, `basis`, `credits`, `buckets`, `period_from`. The block `expect` has a line for each
/// customer and currency, one for each currency, and what was left out; or why it was refused. `roll`
/// is the roll-forward by customer with the items that nothing explains, `remind` whom to remind, `figures`
/// with their keys behind it what these came to.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["as_of", "basis", "credits", "buckets", "period_from"])?;
    let day = spec.setting("as_of").ok_or("as_of is needed")?;
    let day = Date::parse_from_str(day, "%Y-%m-%d").map_err(|why| why.to_string())?;
    let mut choices = Choices::on(day);
    choices.policy.basis = match spec.setting("basis") {
        None | Some("due") => Basis::Due,
        Some("invoice") => Basis::Invoice,
        Some("service") => Basis::Service,
        Some("posting") => Basis::Posting,
        Some(other) => return Err(format!("basis {other:?}")),
    };
    choices.policy.credits = match spec.setting("credits") {
        None | Some("separate") => CreditPolicy::Separate,
        Some("own-date") => CreditPolicy::OwnDate,
        Some("current") => CreditPolicy::Current,
        Some("oldest-first") => CreditPolicy::OldestFirst,
        Some(other) => return Err(format!("credits {other:?}")),
    };
    if let Some(days) = spec.setting("buckets") {
        let days = days.split(',').map(|day| day.trim().parse::<i64>());
        choices.policy.days = days.collect::<Result<_, _>>().map_err(|why| why.to_string())?;
    }
    let tables: Vec<Arc<Table>> = read_tables(spec)?.iter().map(|t| t.table.clone()).collect();
    let from = spec.setting("period_from").map(|day| Date::parse_from_str(day, "%Y-%m-%d"));
    let from = from.transpose().map_err(|why| why.to_string())?;
    let aged = age(&tables, &choices);
    let mut found = Vec::new();
    for (at, block) in spec.blocks.iter().enumerate() {
        let out = match (block.info.first().map(String::as_str), &aged) {
            (Some("expect" | "roll" | "remind" | "figures"), Err(refused)) => {
                format!("{refused:?}\n")
            }
            (Some("expect"), Ok(ageing)) => text(ageing)?,
            (Some("remind"), Ok(ageing)) => overdue(ageing).iter().map(remind_text).collect(),
            (Some("figures"), Ok(ageing)) => {
                let all = figures(&tables, ageing);
                let named = |figure: &&Figure| block.info.iter().any(|key| key == figure.key);
                all.iter().filter(named).map(figure_text).collect()
            }
            (Some("roll"), Ok(ageing)) => match roll_forward(&tables, ageing, from) {
                Ok(roll) => roll_text(&roll, &tables)?,
                Err(why) => format!("{why:?}\n"),
            },
            _ => continue,
        };
        found.push((at, out));
    }
    if found.is_empty() {
        Err("an expect, roll or remind block is needed".into())
    } else {
        Ok(found)
    }
}

/// `figure-cei EUR 0.57142857`, or the word key of what is lacking.
fn figure_text(figure: &Figure) -> String {
    let value = figure.value.map_or_else(str::to_owned, |value| value.normalize().to_string());
    format!("{} {} {value}\n", figure.key, figure.currency.code())
}

fn remind_text(line: &Overdue) -> String {
    let money = |minor| Money::new(minor, line.currency).decimal();
    let Overdue { customer, level, oldest_days, .. } = line;
    let mut out = format!("{customer}: level {level}, {oldest_days} d, due {}", money(line.due));
    for (name, minor) in [("held", line.held), ("credits", line.credits)] {
        if minor != 0 {
            out.push_str(&format!(", {name} {}", money(minor)));
        }
    }
    out + "\n"
}

fn roll_text(roll: &ReceivablesRoll, tables: &[Arc<Table>]) -> Result<String, String> {
    if let Some(tie) = roll_ties(roll).iter().find(|tie| !tie.holds()) {
        return Err(format!("does not add up: {tie:?}"));
    }
    let mut out = String::new();
    for ((currency, customer), steps) in &roll.lines {
        out.push_str(&format!(
            "{customer}: {} {}\n",
            currency.code(),
            steps_text(steps, *currency)
        ));
    }
    for item in &roll.loose {
        let table = tables.iter().find(|table| table.id == item.source.table);
        let file = table.map_or("", |table| &*table.file_name);
        let (what, amount) = (item.what, item.amount.decimal());
        out.push_str(&format!(
            "{what:?}: {} {} {amount} {file}:{}\n",
            item.customer, item.number, item.source.row
        ));
    }
    Ok(out)
}

/// Steps that are not nil, what they come to, and where the list differs.
fn steps_text(steps: &Steps, currency: Currency) -> String {
    let money = |minor| Money::new(minor, currency).decimal();
    let named = [
        ("opening", steps.opening),
        ("invoices", steps.invoices),
        ("debit notes", steps.debit_notes),
        ("receipts", steps.receipts),
        ("credits", steps.credits),
        ("write-offs", steps.write_offs),
        ("others", steps.others),
    ];
    let shown = named.iter().filter(|(_, minor)| *minor != 0);
    let shown: Vec<String> =
        shown.map(|(name, minor)| format!("{name} {}", money(*minor))).collect();
    let mut out = format!("{} = {}", shown.join(", "), money(steps.computed()));
    if steps.unexplained() != 0 {
        let gap = money(steps.unexplained());
        out.push_str(&format!(", list {}, unexplained {gap}", money(steps.closing)));
    }
    out
}

fn text(ageing: &Ageing) -> Result<String, String> {
    if let Some(tie) = ageing.ties.iter().find(|tie| !tie.holds() || !tie.is_tied()) {
        return Err(format!("does not tie: {tie:?}"));
    }
    let mut out = String::new();
    for ((currency, customer), line) in &ageing.lines {
        out.push_str(&format!("{customer}: {}\n", line_text(ageing, line, *currency)));
    }
    for (currency, line) in &ageing.totals {
        out.push_str(&format!("all: {}\n", line_text(ageing, line, *currency)));
    }
    if !ageing.later.is_empty() {
        out.push_str(&format!("later: {}\n", ageing.later.len()));
    }
    if ageing.nil > 0 {
        out.push_str(&format!("nil: {}\n", ageing.nil));
    }
    Ok(out)
}

fn line_text(ageing: &Ageing, line: &Line, currency: Currency) -> String {
    let money = |minor: i64| Money::new(minor, currency).decimal().to_string();
    let mut parts = Vec::new();
    for (at, bucket) in ageing.buckets.iter().enumerate() {
        if line.buckets[at] != 0 {
            let disputed = match line.disputed[at] {
                0 => String::new(),
                part => format!(" ({} disputed)", money(part)),
            };
            parts.push(format!("{} {}{disputed}", bucket.key(), money(line.buckets[at])));
        }
    }
    if line.credits != 0 {
        parts.push(format!("credits {}", money(line.credits)));
    }
    format!("{} {} = {}", currency.code(), parts.join(", "), money(line.total()))
}
