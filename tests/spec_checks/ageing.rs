//! Specs of ageing: what stands in which bucket, per customer and currency.

use std::sync::Arc;

use tieout::analysis::ageing::{Ageing, Basis, Choices, CreditPolicy, Line, age};
use tieout::base::{Currency, Date, Money};
use tieout::table::Table;

use super::Actual;
use super::format::Spec;
use super::tables::read_tables;

/// Settings `as_of`, `basis`, `credits`, `buckets`. The block `expect` has a line for each customer
/// and currency, one for each currency, and what was left out; or why it was refused.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["as_of", "basis", "credits", "buckets"])?;
    let day = spec.setting("as_of").ok_or("as_of is needed")?;
    let day = Date::parse_from_str(day, "%Y-%m-%d").map_err(|why| why.to_string())?;
    let mut choices = Choices::on(day);
    choices.policy.basis = match spec.setting("basis") {
        None | Some("due") => Basis::Due,
        Some("invoice") => Basis::Invoice,
        Some("service") => Basis::Service,
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
    let out = match age(&tables, &choices) {
        Ok(ageing) => text(&ageing)?,
        Err(refused) => format!("{refused:?}\n"),
    };
    let (block, _) = spec.blocks_of("expect").next().ok_or("an expect block is needed")?;
    Ok(vec![(block, out)])
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
