//! The same documents as text, for a person at a terminal.

use std::fmt::Write;

use tieout::protocol::ageing::{Aged, Amounts};
use tieout::protocol::matching::{Matching, Place, reasons};
use tieout::protocol::reconciled::{At, Document};
use tieout::protocol::terminal::{Amount, Check, Inspect, TieRow, Unbilled};

/// Rows of a list that a person reads before turning to `--json` or the report.
const LISTED_MAX: usize = 200;

pub fn inspect(document: &Inspect) -> String {
    let mut out = String::new();
    for file in &document.files {
        let _ = writeln!(out, "{}", file.file);
        if let Some(refused) = &file.refused {
            let _ = writeln!(out, "  {} {} {}", refused.what, refused.why, refused.remedy);
        }
        for table in &file.tables {
            let fates = serde_json::to_value(table.fates).unwrap_or_default();
            let _ = writeln!(out, "  {} [{}] {} rows {fates}", table.name, table.kind, table.rows);
            for column in &table.columns {
                let field = column.field.unwrap_or("–");
                let _ = writeln!(
                    out,
                    "    {:<32} {field:<20} {} blank, {} not read",
                    column.header, column.blank, column.failed
                );
            }
            for (field, totals) in &table.totals {
                let totals: Vec<String> = totals.iter().map(amount).collect();
                let _ = writeln!(out, "    Σ {field} = {}", totals.join(", "));
            }
            for ask in &table.asks {
                let _ = writeln!(out, "    ? {ask}");
            }
        }
        for problem in file.problems.iter().take(LISTED_MAX) {
            let row = problem.row.map(|row| format!(" row {row}")).unwrap_or_default();
            let _ = writeln!(out, "  !{row} {}", problem.text);
        }
    }
    out
}

pub fn check(document: &Check) -> String {
    let mut out = String::new();
    for finding in document.findings.iter().take(LISTED_MAX) {
        let stake = finding.at_stake.as_ref().map(amount).unwrap_or_default();
        let _ = writeln!(
            out,
            "{} {} › {} › {}  {}  {stake}",
            finding.rule, finding.file, finding.table, finding.cell, finding.message
        );
    }
    more(&mut out, document.findings.len());
    let _ = writeln!(out, "{} findings", document.findings.len());
    for not_run in &document.not_run {
        let _ = writeln!(out, "not run {}: {}", not_run.rule, not_run.missing.join("; "));
    }
    ties(&mut out, &document.tie);
    if !document.conserved {
        let _ = writeln!(out, "Rows or sums were lost on the way in; see `tieout inspect`");
    }
    out
}

pub fn ageing(document: &Aged) -> String {
    let mut out = String::new();
    let mut line = |name: &str, currency: &str, amounts: &Amounts| {
        let buckets = document.buckets.iter().zip(&amounts.aged);
        let shown: Vec<String> = buckets
            .filter(|(_, amount)| amount.chars().any(|c| ('1'..='9').contains(&c)))
            .map(|(bucket, amount)| format!("{bucket} {amount}"))
            .collect();
        let total = &amounts.total;
        let _ = writeln!(
            out,
            "{name:<28} {currency} {total:>16}  {} items, credits {}; {}",
            amounts.items,
            amounts.credits,
            shown.join(", ")
        );
    };
    for customer in document.customers.iter().take(LISTED_MAX) {
        line(&customer.customer, &customer.currency, &customer.amounts);
    }
    for currency in &document.currencies {
        line("Σ", &currency.currency, &currency.amounts);
    }
    if !document.later.is_empty() {
        let _ =
            writeln!(out, "{} documents after {} left out", document.later.len(), document.as_of);
    }
    ties(&mut out, &document.tie);
    out
}

pub fn matching(document: &Matching) -> String {
    let mut out = String::new();
    let numbers = |places: &[Place]| {
        let all: Vec<String> = places
            .iter()
            .map(|p| p.number.clone().unwrap_or_else(|| format!("{}:{}", p.file, p.row)))
            .collect();
        all.join(" + ")
    };
    for found in document.matches.iter().take(LISTED_MAX) {
        let _ = writeln!(
            out,
            "{:<9} {} {} → {}  {}",
            found.decision,
            found.pass,
            numbers(&found.left),
            numbers(&found.right),
            reasons(found)
        );
    }
    more(&mut out, document.matches.len());
    for open in document.unmatched.left.iter().take(LISTED_MAX) {
        let Place { file, row, amount, currency, .. } = &open.place;
        let _ = writeln!(out, "open      {file}:{row} {currency} {amount}  {}", open.ask);
    }
    more(&mut out, document.unmatched.left.len());
    for one in document.overlapping.iter().take(LISTED_MAX) {
        let Place { file, row, amount, currency, .. } = &one.place;
        let told = format!("{file}:{row} {currency} {amount}  {} ({})", one.text, one.other);
        let _ = writeln!(out, "overlap   {told}");
    }
    more(&mut out, document.overlapping.len());
    let _ = writeln!(
        out,
        "{} matches, {} receipts and {} open items without",
        document.matches.len(),
        document.unmatched.left.len(),
        document.unmatched.right.len()
    );
    if !document.unread.text.is_empty() {
        let _ = writeln!(out, "{}", document.unread.text);
    }
    ties(&mut out, &document.tie);
    out
}

pub fn reconciled(document: &Document) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} − {}", document.left, document.right);
    for fact in &document.facts {
        let _ = writeln!(out, "  {fact}");
    }
    for bridge in &document.bridges {
        let _ = writeln!(
            out,
            "{} {} of {} rows − {} of {} rows = {}",
            bridge.currency,
            bridge.left,
            bridge.left_rows,
            bridge.right,
            bridge.right_rows,
            bridge.difference
        );
        for part in &bridge.parts {
            let mark = if part.explains { ' ' } else { '?' };
            let _ =
                writeln!(out, "  {mark} {:<44} {:>5} {:>18}", part.name, part.lines, part.amount);
        }
        if let Some(account) = &bridge.balances {
            let _ = writeln!(
                out,
                "    balance {} → {}, not in the listed movements {}",
                account.opening, account.closing, account.gap
            );
        }
    }
    let places = |places: &[At]| {
        let all: Vec<String> = places.iter().map(|p| format!("{}:{}", p.file, p.row)).collect();
        all.join(" + ")
    };
    let open =
        || document.lines.iter().filter(|l| l.cause != "cause-equal" || !l.differing.is_empty());
    for line in open().take(LISTED_MAX) {
        let (left, right) = (places(&line.left), places(&line.right));
        let _ = writeln!(out, "{:<24} {:<20} {left} | {right}", line.cause, line.key);
    }
    more(&mut out, open().count());
    for one in &document.leads {
        let _ = writeln!(out, "{} {} {}", one.currency, one.difference, one.about);
        for lead in &one.leads {
            let _ = writeln!(out, "  {} {}", lead.text, places(&lead.rows));
        }
        let _ = writeln!(out, "  {}", one.looked);
    }
    ties(&mut out, &document.tie);
    out
}

pub fn unbilled(document: &Unbilled) -> String {
    let mut out = String::new();
    let open: Vec<_> = document.jobs.iter().filter(|job| job.reason.is_some()).collect();
    for job in open.iter().take(LISTED_MAX) {
        let _ = writeln!(
            out,
            "{:<18} {:<7} {:>16} {:>6}  {}",
            job.job,
            job.reason.unwrap_or_default(),
            job.value.as_ref().map(amount).unwrap_or_default(),
            job.age_days.map(|age| format!("{age} d")).unwrap_or_default(),
            job.action.as_deref().unwrap_or_default(),
        );
    }
    more(&mut out, open.len());
    let _ = writeln!(out, "{} of {} jobs open", open.len(), document.jobs.len());
    ties(&mut out, &document.tie);
    out
}

fn ties(out: &mut String, ties: &[TieRow]) {
    for tie in ties {
        let _ = writeln!(
            out,
            "{} {}: {} − {} = {}; unexplained {}{}",
            tie.name,
            tie.currency,
            tie.left,
            tie.right,
            tie.difference,
            tie.unexplained,
            if tie.tied { ", tied" } else { "" }
        );
    }
}

fn more(out: &mut String, listed: usize) {
    if listed > LISTED_MAX {
        let _ = writeln!(out, "… {} more: use --json or --out", listed - LISTED_MAX);
    }
}

fn amount(amount: &Amount) -> String {
    format!("{} {}", amount.currency, amount.amount)
}
