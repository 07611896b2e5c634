//! Specs of quality-control rules: small tables in, findings on their rows and in words out.

use std::collections::{BTreeMap, BTreeSet};

use tieout::analysis::{pricing, unbilled};
use tieout::model::{Book, Policy};
use tieout::rules::{self, Case, Finding, Need, NotRun, Qc, Shared};
use tieout::words::{Lang, format, say};

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, policy, read_tables, with_marks};

/// Settings: `rule` (default: the file's name; `all`), `as_of`, `policy` (JSON).
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["rule", "as_of", "policy"])?;
    let rule = spec.setting("rule").unwrap_or(&spec.stem);
    if rule != "all" && rules::rule(rule).is_none() {
        return Err(format!("no rule {rule} is registered"));
    }
    let under_test = |code: &str| rule == "all" || code == rule;
    let tables = read_tables(spec)?;
    let qc = run(&tables, &policy(spec)?);
    let findings: Vec<&Finding> =
        qc.findings.iter().map(|f| &**f).filter(|f| under_test(f.rule)).collect();
    sound(&findings)?;
    let not_run: Vec<&NotRun> = qc.not_run.iter().filter(|n| under_test(n.rule)).collect();

    let mut actual = Actual::new();
    for table in tables.iter().filter(|table| table.has_marks) {
        let csv = &spec.blocks[table.block].text;
        actual.push((table.block, with_marks(csv, |row| marks(&findings, table, row))));
    }
    match spec.blocks_of("expect").next() {
        Some((block, _)) => actual.push((block, in_words(&tables, &findings, &not_run))),
        None => stands_in_marks(&tables, &findings, &not_run, rule)?,
    }
    Ok(actual)
}

fn run(tables: &[SpecTable], policy: &Policy) -> Qc {
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let pricing = pricing::price(&book, policy);
    let verdicts = pricing::judge(&book, policy, &pricing);
    let shared = Shared::default();
    let unbilled =
        unbilled::reconcile(&book, shared.billed(&book), policy, &pricing, &BTreeMap::new());
    let case = Case::new(&book, policy, (&pricing, &verdicts), &unbilled, &shared);
    rules::run(&case)
}

fn marks(findings: &[&Finding], table: &SpecTable, row: u32) -> String {
    let here = |f: &&&Finding| f.at.table == table.table.id && f.at.row == row;
    findings.iter().filter(here).map(|f| f.rule).collect::<Vec<_>>().join(" ")
}

/// What holds for every finding of every rule: a key of its own, and words with all arguments.
fn sound(findings: &[&Finding]) -> Result<(), String> {
    let mut keys = BTreeSet::new();
    for finding in findings {
        if !keys.insert(&finding.key) {
            return Err(format!("two findings have the key {}", finding.key));
        }
        for lang in Lang::ALL {
            let key = format!("{}.message", finding.rule);
            let message = say(lang, &key, &finding.args);
            if message == key || message.contains("{$") || message.contains("{ $") {
                return Err(format!("{lang:?}: {message}"));
            }
        }
    }
    Ok(())
}

/// One line a finding, in English: `lines.csv:3 net: message [USD 5.00]`; then what did not run.
fn in_words(tables: &[SpecTable], findings: &[&Finding], not_run: &[&NotRun]) -> String {
    let mut out = String::new();
    for finding in findings {
        let message = say(Lang::En, &format!("{}.message", finding.rule), &finding.args);
        let stake = finding.at_stake.map(|m| format!(" [{}]", format::money_with_code(m)));
        out.push_str(&place(tables, finding));
        out.push_str(&format!(": {message}{}\n", stake.unwrap_or_default()));
    }
    for not_run in not_run {
        let missing: Vec<String> = not_run.missing.iter().map(need).collect();
        let why = if not_run.switched_off { "switched off".to_owned() } else { missing.join(", ") };
        out.push_str(&format!("{} not run: {why}\n", not_run.rule));
    }
    out
}

fn place(tables: &[SpecTable], finding: &Finding) -> String {
    let Some(table) = tables.iter().find(|t| t.table.id == finding.at.table) else {
        return "nowhere".to_owned();
    };
    let column = table.table.columns.iter().find(|c| Some(c.index) == finding.at.column);
    let column = column.map(|c| format!(" {}", c.header)).unwrap_or_default();
    format!("{}:{}{column}", table.table.file_name, finding.at.row)
}

fn need(need: &Need) -> String {
    match need {
        Need::Table(kind) => kind.key().to_owned(),
        Need::Column(kind, field) => format!("{}.{}", kind.key(), field.key()),
        Need::AnyColumn(any) => {
            let any: Vec<String> =
                any.iter().map(|(k, f)| format!("{}.{}", k.key(), f.key())).collect();
            any.join(" or ")
        }
        Need::AsOf => "as-of date".to_owned(),
        Need::Agreement(what) => (*what).to_owned(),
    }
}

/// Without an expect block the marks must be able to tell: the rule ran, and no finding is lost.
fn stands_in_marks(
    tables: &[SpecTable],
    findings: &[&Finding],
    not_run: &[&NotRun],
    rule: &str,
) -> Result<(), String> {
    if !tables.iter().any(|table| table.has_marks) {
        return Err("neither a column ! nor a block expect: nothing is tested".to_owned());
    }
    if rule != "all" && !not_run.is_empty() {
        return Err(in_words(tables, &[], not_run));
    }
    let unmarked: Vec<&Finding> = findings
        .iter()
        .copied()
        .filter(|f| !tables.iter().any(|t| t.has_marks && t.table.id == f.at.table))
        .collect();
    if unmarked.is_empty() {
        return Ok(());
    }
    Err(format!("on tables without a column !:\n{}", in_words(tables, &unmarked, &[])))
}
