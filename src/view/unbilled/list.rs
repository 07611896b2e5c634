//! The list itself: entries, groups with subtotals, and the lines of a window.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{By, Choice, Show, ShowTab, rolled};
use crate::analysis::unbilled::{JobBilling, JobState, Level, REASONS, Standing, ValueFrom};
use crate::base::{Date, Money, Source, Sums};
use crate::rules::Results;
use crate::table::Field;
use crate::view::sources::Sources;
use crate::view::{Amount, SourceTag, amounts};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    Group(GroupLine),
    Job(Box<JobLine>),
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct GroupLine {
    pub at: u32,
    pub label: String,
    /// `break`, `review`, `tied`, `none`: the mark.
    pub mark: String,
    pub hint: String,
    pub count: String,
    pub sums: Vec<Amount>,
}

/// One job, or one charge without a job. The third and fourth columns change with the list.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct JobLine {
    pub at: u32,
    pub job: String,
    pub awb: String,
    pub client: String,
    /// Protocol of a job, invoices of a job billed twice, invoice of a charge.
    pub reference: String,
    /// `39 d`; `late` over the house's limit.
    pub age: String,
    pub late: bool,
    /// `None`: nobody knows the value.
    pub value: Option<Amount>,
    /// Where it comes from, said where it is no figure of the job list's own.
    pub value_from: String,
    pub reason: String,
    /// A person set it.
    pub is_set: bool,
    /// Other reasons that hold.
    pub also: String,
    pub owner: String,
    /// To whom it is taken; empty where it is not old enough.
    pub escalation: String,
    pub action: String,
    pub due: String,
    pub source: SourceTag,
    pub selected: bool,
}

/// One job or charge before it becomes words.
pub(super) struct Entry {
    pub job: String,
    pub awb: String,
    pub client: String,
    pub reference: String,
    pub age_days: Option<i64>,
    pub late: bool,
    pub value: Option<Money>,
    pub value_from: Option<ValueFrom>,
    pub escalation: Option<Level>,
    pub standing: Standing,
    /// Word key: a reason's code, or a state.
    pub reason: String,
    pub is_set: bool,
    pub also: Vec<&'static str>,
    /// Word keys.
    pub owner: String,
    pub action: String,
    pub due: Option<Date>,
    pub source: SourceTag,
}

pub(super) struct Group<'e> {
    key: String,
    standing: Standing,
    entries: Vec<&'e Entry>,
    sums: Sums,
}

/// A line by where it comes from: a group's head, or an entry of it.
#[derive(Clone, Copy)]
pub(super) struct Position {
    group: u32,
    entry: Option<u32>,
}

pub(super) fn entries(results: &Results, choice: &Choice) -> Vec<Entry> {
    let sources = Sources::of(results);
    let mut entries: Vec<Entry> = match choice.show {
        Show::WithoutJob => {
            let charges = results.unbilled.without_job.iter();
            charges.map(|at| charge_entry(results, *at as usize, &sources)).collect()
        }
        Show::Billed | Show::Cancelled => rolled::entries(results, choice.show, &sources),
        show => {
            let jobs = results.unbilled.jobs.iter().filter(|job| belongs(job, show));
            jobs.map(|job| job_entry(results, job, &sources)).collect()
        }
    };
    let is = |wanted: &Option<String>, has: &str| wanted.as_deref().is_none_or(|w| w == has);
    entries.retain(|entry| {
        is(&choice.owner, &entry.owner)
            && is(&choice.reason, &entry.reason)
            && is(&choice.client, &entry.client)
    });
    entries
}

pub(super) fn group<'e>(entries: &'e [Entry], choice: &Choice) -> Vec<Group<'e>> {
    let by = if choice.show == Show::Open { choice.by } else { By::Reason };
    let mut groups: BTreeMap<(Option<Standing>, &str), Group> = BTreeMap::new();
    for entry in entries {
        let key = match by {
            By::Standing => (Some(entry.standing), entry.standing.word()),
            By::Reason => (None, entry.reason.as_str()),
            By::Client => (None, entry.client.as_str()),
        };
        let group = groups.entry(key).or_insert_with(|| Group {
            key: key.1.to_owned(),
            standing: entry.standing,
            entries: Vec::new(),
            sums: Sums::new(),
        });
        group.entries.push(entry);
        entry.value.into_iter().for_each(|money| group.sums.add(money));
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    if by != By::Standing {
        groups.sort_by_key(|group| Reverse(group.entries.len()));
    }
    for group in &mut groups {
        // Each currency by itself, the largest first; jobs without a value last.
        group.entries.sort_by_key(|entry| {
            let value = entry.value;
            (value.is_none(), value.map(|v| v.currency), Reverse(value.map(|v| v.minor)))
        });
    }
    groups
}

pub(super) fn positions(groups: &[Group]) -> Vec<Position> {
    let mut positions = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let group_at = at as u32;
        positions.push(Position { group: group_at, entry: None });
        let entries = 0..group.entries.len() as u32;
        positions.extend(entries.map(|entry| Position { group: group_at, entry: Some(entry) }));
    }
    positions
}

impl Position {
    pub(super) fn entry<'e>(&self, groups: &[Group<'e>]) -> Option<&'e Entry> {
        groups.get(self.group as usize)?.entries.get(self.entry? as usize).copied()
    }
}

pub(super) fn line(
    at: usize,
    position: Position,
    groups: &[Group],
    choice: &Choice,
    lang: Lang,
) -> Line {
    match position.entry(groups) {
        Some(entry) => Line::Job(Box::new(job_line(at, entry, choice, lang))),
        None => Line::Group(group_line(at, &groups[position.group as usize], choice, lang)),
    }
}

pub(super) fn tabs(results: &Results, choice: &Choice, lang: Lang) -> Vec<ShowTab> {
    let jobs = |show: Show| results.unbilled.jobs.iter().filter(|job| belongs(job, show)).count();
    let tab = |show: Show, word: &str, count: usize| ShowTab {
        show,
        word: words::text(lang, word),
        count: format::count(count as i64),
        on: show == choice.show,
    };
    vec![
        tab(Show::Open, "unbilled-show-open", jobs(Show::Open)),
        tab(Show::PartlyBilled, "unbilled-show-partly", jobs(Show::PartlyBilled)),
        tab(Show::BilledTwice, "unbilled-show-twice", jobs(Show::BilledTwice)),
        tab(Show::WithoutJob, "unbilled-show-without-job", results.unbilled.without_job.len()),
        ShowTab { count: String::new(), ..tab(Show::RollForward, "unbilled-show-roll", 0) },
        ShowTab { count: String::new(), ..tab(Show::Readiness, "unbilled-show-readiness", 0) },
    ]
}

pub(super) fn heads(show: Show, lang: Lang) -> Vec<String> {
    let reference = match show {
        Show::Open
        | Show::PartlyBilled
        | Show::Billed
        | Show::Cancelled
        | Show::RollForward
        | Show::Readiness => "field-project",
        Show::BilledTwice => "unbilled-head-invoices",
        Show::WithoutJob => "field-invoice-no",
    };
    let keys = [
        "unbilled-head-job",
        "field-awb",
        "facet-client",
        reference,
        "unbilled-head-age",
        "unbilled-head-value",
        "unbilled-head-reason",
        "unbilled-head-owner",
        "unbilled-head-step",
        "unbilled-head-by",
    ];
    keys.iter().map(|key| words::text(lang, key)).collect()
}

pub(super) fn counted(show: Show, count: usize, lang: Lang) -> String {
    let key = match show {
        Show::Open | Show::PartlyBilled | Show::RollForward | Show::Readiness => "unbilled-count",
        Show::BilledTwice => "unbilled-count-twice",
        Show::WithoutJob => "unbilled-count-without-job",
        Show::Billed => "unbilled-count-billed",
        Show::Cancelled => "unbilled-count-cancelled",
    };
    super::counted(key, count, lang)
}

/// Code and title of every reason that a person may set.
pub(super) fn reasons(lang: Lang) -> Vec<(String, String)> {
    REASONS.iter().map(|r| (r.code.to_owned(), words::text(lang, r.code))).collect()
}

fn belongs(job: &JobBilling, show: Show) -> bool {
    match show {
        Show::Open => job.state.is_open(),
        Show::PartlyBilled => job.state == JobState::PartlyBilled,
        Show::BilledTwice => job.state == JobState::BilledTwice,
        Show::WithoutJob | Show::Billed | Show::Cancelled | Show::RollForward | Show::Readiness => {
            false
        }
    }
}

pub(super) fn job_entry(results: &Results, billing: &JobBilling, sources: &Sources) -> Entry {
    let job = results.book.job(billing.job);
    let text = |field: Field| job.0.text(field).unwrap_or_default().to_owned();
    let reason = billing.reason();
    let twice = billing.state == JobState::BilledTwice;
    let invoices = || {
        let mut numbers: Vec<&str> = billing
            .charges
            .iter()
            .filter_map(|at| results.book.charge(*at as usize).invoice_no())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.join(", ")
    };
    Entry {
        job: text(Field::JobNo),
        awb: text(Field::Awb),
        client: results.book.customer_label(job.0).unwrap_or_default().to_owned(),
        reference: if twice { invoices() } else { text(Field::Project) },
        age_days: billing.age_days,
        late: billing.age_days.is_some_and(|age| age > results.policy.old_job_days) && !twice,
        value: if twice { billing.billed } else { billing.open },
        value_from: billing.value_from.filter(|from| *from != ValueFrom::Stated && !twice),
        escalation: billing.escalation,
        standing: billing.standing().unwrap_or(Standing::NoReason),
        reason: match reason {
            Some(reason) => reason.code.to_owned(),
            None => billing.state.word().to_owned(),
        },
        is_set: billing.reason_is_set,
        also: billing.secondary.clone(),
        owner: reason.map_or_else(|| "owner-billing".to_owned(), |reason| reason.owner.word()),
        action: match reason {
            Some(reason) => format!("{}.action", reason.code),
            None => "unbilled-action-twice".to_owned(),
        },
        due: billing.due,
        source: sources.tag(job.0.source(Field::JobNo)),
    }
}

fn charge_entry(results: &Results, at: usize, sources: &Sources) -> Entry {
    let charge = results.book.charge(at);
    let text = |field: Field| charge.0.text(field).unwrap_or_default().to_owned();
    let invoice = charge.invoice_no().and_then(|no| results.book.invoice(no));
    let unknown = results.book.job_no_of_charge(at).is_some();
    let at: Source = charge.0.source(Field::JobNo);
    Entry {
        job: text(Field::JobNo),
        awb: text(Field::Awb),
        client: invoice.and_then(|i| i.customer_label()).unwrap_or_default().to_owned(),
        reference: text(Field::InvoiceNo),
        age_days: None,
        late: false,
        value: charge.net(),
        value_from: None,
        escalation: None,
        standing: Standing::NoReason,
        reason: if unknown { "tie-unknown-job" } else { "tie-no-job-number" }.to_owned(),
        is_set: false,
        also: Vec::new(),
        owner: "owner-billing".to_owned(),
        action: if unknown { "unbilled-action-unknown-job" } else { "unbilled-action-no-job" }
            .to_owned(),
        due: None,
        source: sources.tag(at),
    }
}

fn group_line(at: usize, group: &Group, choice: &Choice, lang: Lang) -> GroupLine {
    let by = if choice.show == Show::Open { choice.by } else { By::Reason };
    let standing = group.standing.word();
    let (label, hint) = match by {
        By::Standing => {
            (words::text(lang, standing), words::text(lang, &format!("unbilled-hint-{standing}")))
        }
        By::Reason => {
            let why = format!("{}.why", group.key);
            let hint = if words::has(lang, &why) { words::text(lang, &why) } else { String::new() };
            (words::text(lang, &group.key), hint)
        }
        By::Client if group.key.is_empty() => (words::text(lang, "facet-blank"), String::new()),
        By::Client => (group.key.clone(), String::new()),
    };
    let mark = match (by, group.standing) {
        (By::Client, _) => "",
        (_, Standing::NoReason) => "break",
        (_, Standing::Waiting) => "review",
        (_, Standing::Ready) => "tied",
        (_, Standing::Planned) => "none",
    };
    GroupLine {
        at: at as u32,
        label,
        mark: mark.to_owned(),
        hint,
        count: format::count(group.entries.len() as i64),
        sums: amounts(&group.sums),
    }
}

fn job_line(at: usize, entry: &Entry, choice: &Choice, lang: Lang) -> JobLine {
    let at = at as u32;
    let also: Vec<String> = entry.also.iter().map(|code| words::text(lang, code)).collect();
    JobLine {
        at,
        job: entry.job.clone(),
        awb: entry.awb.clone(),
        client: entry.client.clone(),
        reference: entry.reference.clone(),
        age: days(entry.age_days, lang),
        late: entry.late,
        value: entry.value.map(Amount::of),
        value_from: entry.value_from.map_or_else(String::new, |v| words::text(lang, v.word())),
        reason: words::text(lang, &entry.reason),
        is_set: entry.is_set,
        also: also.join(", "),
        owner: words::text(lang, &entry.owner),
        escalation: entry
            .escalation
            .map_or_else(String::new, |level| words::text(lang, level.word())),
        action: words::text(lang, &entry.action),
        due: entry.due.map_or_else(String::new, |due| format::date(lang, due)),
        source: entry.source.clone(),
        selected: choice.selected.iter().any(|(a, b)| (*a..=*b).contains(&at)),
    }
}

/// `39 d`; empty when no date says it.
pub(super) fn days(age: Option<i64>, lang: Lang) -> String {
    let say = |age: i64| words::say(lang, "days-short", &Args::new().with("count", age));
    age.map_or_else(String::new, say)
}
