//! Specs of jobs against invoice lines: states and reasons on the rows, ties and roll-forward below.

use std::collections::{BTreeMap, BTreeSet};

use tieout::analysis::tie::{self, Tie};
use tieout::analysis::unbilled::{
    JobBilling, RollForward, RollGroup, Step, Unbilled, ValueFrom, reconcile,
};
use tieout::analysis::{charges, pricing};
use tieout::base::{Currency, Money, fold_id, iso};
use tieout::model::Book;
use tieout::table::Kind;
use tieout::words::{Lang, format, text};

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, policy, read_tables, with_marks};

/// Settings: `as_of`, `policy` (JSON), `set` (`J1=BLK-17 J2=BLK-04`), `named` (invoices that a
/// finding names).
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["as_of", "policy", "set", "named"])?;
    let tables = read_tables(spec)?;
    let policy = policy(spec)?;
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let pricing = pricing::price(&book, &policy);
    let billed = charges::billed(&book);
    let unbilled = reconcile(&book, &billed, &policy, &pricing, &set(spec)?);
    let named: BTreeSet<String> =
        spec.setting("named").unwrap_or_default().split_whitespace().map(fold_id).collect();
    let ties = tie::ties(&book, &billed, &unbilled, &named);
    sound(&unbilled, &ties)?;

    let mut actual = Actual::new();
    for table in tables.iter().filter(|table| table.has_marks) {
        let csv = &spec.blocks[table.block].text;
        actual.push((table.block, with_marks(csv, |row| marks(&book, &unbilled, table, row))));
    }
    for (at, block) in spec.blocks_of("expect") {
        let found = match block.info.get(1).map(String::as_str) {
            Some("jobs") => jobs(&book, &unbilled),
            Some("ties") => ties.iter().map(tie).collect(),
            Some("by-reason") => unbilled.roll_groups.iter().map(group).collect(),
            Some("roll") => unbilled.roll_forward.as_ref().map(roll).unwrap_or_default(),
            other => return Err(format!("expect jobs, ties, roll or by-reason, not {other:?}")),
        };
        actual.push((at, found));
    }
    if actual.is_empty() { Err("nothing is expected".to_owned()) } else { Ok(actual) }
}

fn set(spec: &Spec) -> Result<BTreeMap<String, String>, String> {
    let pair = |word: &str| {
        let (job, code) = word.split_once('=').ok_or("set: J1=BLK-17 J2=BLK-04")?;
        Ok((fold_id(job), code.to_owned()))
    };
    spec.setting("set").unwrap_or_default().split_whitespace().map(pair).collect()
}

/// What holds in every spec: the ties, the roll-forward, the identity of each job.
fn sound(unbilled: &Unbilled, ties: &[Tie]) -> Result<(), String> {
    if let Some(broken) = ties.iter().find(|tie| !tie.holds()) {
        return Err(format!("a tie does not hold: {broken:?}"));
    }
    if let Some(roll) = unbilled.roll_forward.as_ref().filter(|roll| !roll.holds()) {
        return Err(format!("the roll-forward does not hold: {roll:?}"));
    }
    let groups = &unbilled.roll_groups;
    let jobs = |of: fn(&RollGroup) -> i64| groups.iter().map(of).sum::<i64>();
    let closing = unbilled.roll_forward.as_ref().map_or(0, |roll| roll.closing.jobs);
    let whole = jobs(|g| g.roll.closing.jobs) == closing
        && jobs(|g| g.moved_in.jobs) == jobs(|g| g.moved_out.jobs);
    if !whole || groups.iter().any(|group| !group.holds()) {
        return Err(format!("the roll-forward by reason does not hold: {groups:?}"));
    }
    let is_sound = |job: &JobBilling| job.state.is_open() == job.reason.is_some();
    match unbilled.jobs.iter().find(|job| !is_sound(job)) {
        Some(job) => Err(format!("open jobs have a reason, others none: {job:?}")),
        None => Ok(()),
    }
}

/// On a job its state and reasons, on a charge whether its job is unknown.
fn marks(book: &Book, unbilled: &Unbilled, table: &SpecTable, row: u32) -> String {
    let here = |source: tieout::base::Source| source.table == table.table.id && source.row == row;
    match table.table.kind {
        Kind::Jobs => {
            let found = unbilled.jobs.iter().find(|job| here(book.job(job.job).0.row_source()));
            found.map(state).unwrap_or_default()
        }
        _ => {
            let is_here = |at: &&u32| here(book.charge(**at as usize).0.row_source());
            unbilled.without_job.iter().find(is_here).map_or("", |_| "without job").to_owned()
        }
    }
}

fn state(job: &JobBilling) -> String {
    let state = text(Lang::En, job.state.word()).to_lowercase();
    let reasons = job.reason.iter().chain(&job.secondary);
    std::iter::once(state.as_str()).chain(reasons.copied()).collect::<Vec<_>>().join(" ")
}

/// One line an open job: `J1: unbilled BLK-04, account_management, USD 100.00, 12 days, by 2026-11-09`.
fn jobs(book: &Book, unbilled: &Unbilled) -> String {
    let line = |job: &JobBilling| {
        let no = book.job(job.job).no().unwrap_or("–");
        let owner = job.reason().map_or("", |reason| reason.owner.key());
        let open = job.open.map_or("unvalued".to_owned(), format::money_with_code);
        let age = job.age_days.map_or("no age".to_owned(), |days| format!("{days} days"));
        let due = job.due.map_or("no date".to_owned(), |due| format!("by {}", iso(due)));
        let from = job.value_from.filter(|from| *from != ValueFrom::Stated);
        let from = from.map_or(String::new(), |from| format!(" ({})", text(Lang::En, from.word())));
        let to =
            job.escalation.map_or(String::new(), |to| format!(" → {}", text(Lang::En, to.word())));
        format!("{no}: {}, {owner}{to}, {open}{from}, {age}, {due}\n", state(job))
    };
    unbilled.open().map(line).collect()
}

fn tie(tie: &Tie) -> String {
    let parts: String = tie
        .explained
        .iter()
        .filter(|(_, part)| !part.is_zero())
        .map(|(word, part)| format!("{} {} + ", text(Lang::En, word), format::money(*part)))
        .collect();
    format!(
        "{}: {} {} − {} = {} = {parts}unexplained {}\n",
        text(Lang::En, &tie.name),
        tie.currency.code(),
        format::money(tie.left),
        format::money(tie.right),
        format::money(tie.difference),
        format::money(tie.unexplained),
    )
}

/// A reason with its owner, what it went through, and what moved.
fn group(group: &RollGroup) -> String {
    let owner = group.owner().map_or("–", |owner| owner.key());
    let moved = |step: &Step| {
        let value: String =
            step.value.iter().map(|m| format!(" {}", format::money_with_code(m))).collect();
        format!("{}{value}", step.jobs)
    };
    let (into, out) = (moved(&group.moved_in), moved(&group.moved_out));
    let name = group.reason.unwrap_or("no reason");
    format!("{name}, {owner}: moved in {into}, out {out}\n{}", roll(&group.roll))
}

fn roll(roll: &RollForward) -> String {
    let steps = [
        (" + ", &roll.opening),
        (" + ", &roll.new),
        (" − ", &roll.billed),
        (" − ", &roll.cancelled),
        (" + ", &roll.revalued),
        (" − ", &roll.lost),
        (" = ", &roll.closing),
    ];
    let words = ["opening", "new", "billed", "cancelled", "re-valued", "vanished", "closing"];
    let line = |value: &dyn Fn(&Step) -> String| {
        let all = steps.iter().zip(words).map(|((sign, step), word)| {
            let sign = if word == "opening" { "" } else { sign };
            format!("{sign}{word} {}", value(step))
        });
        all.collect::<String>()
    };
    let currencies: BTreeSet<Currency> =
        steps.iter().flat_map(|(_, step)| step.value.currencies()).collect();
    let mut out = format!("jobs: {}\n", line(&|step| step.jobs.to_string()));
    for currency in currencies {
        let money = |step: &Step| -> Money { step.value.get(currency) };
        out.push_str(&format!("{}: {}\n", currency.code(), line(&|s| format::money(money(s)))));
    }
    for no in &roll.vanished {
        out.push_str(&format!("vanished: {no}\n"));
    }
    out
}
