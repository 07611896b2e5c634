//! The lines of a reconciliation: what both sides say, what differs, and where it stands.

use serde::{Deserialize, Serialize};

use super::{Choice, Show};
use crate::analysis::reconcile::{Cause, Entry, Line, Reconciled};
use crate::base::{Money, Sums, limits};
use crate::report::reconciled::fields;
use crate::view::sources::Sources;
use crate::view::{Amount, SourceTag};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Tab {
    pub show: Show,
    pub word: String,
    pub count: String,
    pub on: bool,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Head {
    pub text: String,
    /// Figures stand under it.
    pub end: bool,
}

/// One line, in the columns of the heads.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LineRow {
    /// 1-based position in the list.
    pub number: String,
    pub key: String,
    /// The cause says where and not why.
    pub open: bool,
    pub cause: String,
    pub left: Option<Amount>,
    pub right: Option<Amount>,
    pub difference: Option<Amount>,
    /// `Due date: 2026-05-01, 2026-06-01`
    pub fields: String,
    pub left_source: Option<SourceTag>,
    pub right_source: Option<SourceTag>,
}

pub(super) struct Window {
    pub from: u32,
    pub total: u32,
    pub lines: Vec<LineRow>,
}

const TABS: &[(Show, &str)] = &[
    (Show::Differing, "compare-show-differing"),
    (Show::Unexplained, "compare-show-unexplained"),
    (Show::OnlyLeft, "compare-show-only-left"),
    (Show::OnlyRight, "compare-show-only-right"),
    (Show::Pairs, "compare-show-pairs"),
    (Show::Equal, "compare-show-equal"),
    (Show::All, "compare-show-all"),
];

pub(super) fn tabs(done: &Reconciled, on: Show, lang: Lang) -> Vec<Tab> {
    let tab = |&(show, word): &(Show, &str)| {
        let count = done.lines.iter().filter(|line| is_on(line, show)).count();
        Tab {
            show,
            word: words::text(lang, word),
            count: format::count(count as i64),
            on: show == on,
        }
    };
    TABS.iter().map(tab).collect()
}

pub(super) fn heads(done: &Reconciled, lang: Lang) -> Vec<Head> {
    let word = done.comparison.word();
    let head = |key: &str, end| Head { text: words::text(lang, key), end };
    vec![
        head("compare-col-key", false),
        head("compare-col-cause", false),
        head(&format!("{word}-left"), true),
        head(&format!("{word}-right"), true),
        head("tie-difference", true),
        head("compare-col-fields", false),
        head("compare-col-left-source", false),
        head("compare-col-right-source", false),
    ]
}

pub(super) fn window(done: &Reconciled, choice: &Choice, sources: &Sources, lang: Lang) -> Window {
    let on: Vec<&Line> = done.lines.iter().filter(|line| is_on(line, choice.show)).collect();
    let from = (choice.from as usize).min(on.len());
    let many = choice.rows.min(limits::WINDOW_ROWS_MAX) as usize;
    let to = from.saturating_add(many).min(on.len());
    let lines = on[from..to].iter().enumerate();
    let lines = lines.map(|(at, line)| row(done, line, from + at, sources, lang)).collect();
    Window { from: from as u32, total: on.len() as u32, lines }
}

pub fn is_on(line: &Line, show: Show) -> bool {
    let differs = line.cause != Cause::Equal || !line.differing.is_empty();
    match show {
        Show::All => true,
        Show::Equal => !differs,
        Show::Differing => differs,
        Show::Unexplained => !line.cause.explains(),
        Show::OnlyLeft => line.right.is_empty(),
        Show::OnlyRight => line.left.is_empty(),
        Show::Pairs => differs && !line.left.is_empty() && !line.right.is_empty(),
    }
}

fn row(done: &Reconciled, line: &Line, at: usize, sources: &Sources, lang: Lang) -> LineRow {
    let first =
        |side: &[u32], entries: &'_ [Entry]| side.first().map(|&at| entries[at as usize].clone());
    let (left, right) =
        (first(&line.left, &done.left.entries), first(&line.right, &done.right.entries));
    let named = left.iter().chain(&right).map(|entry| entry.key.clone());
    let key = named.into_iter().find(|key| !key.is_empty()).unwrap_or_default();
    let rows = line.left.len().max(line.right.len());
    let more = match rows {
        0 | 1 => String::new(),
        _ => words::say(lang, "compare-more-rows", &Args::new().with("count", rows)),
    };
    let effect = line.effect(done);
    let nil = effect.all_zero();
    LineRow {
        number: format::count(at as i64 + 1),
        key: [key, more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        open: !line.cause.explains(),
        cause: words::text(lang, line.cause.word()),
        left: total(&line.left, &done.left.entries),
        right: total(&line.right, &done.right.entries),
        difference: if nil { None } else { only(&effect).map(Amount::of) },
        fields: fields(line, lang),
        left_source: left.map(|entry| sources.tag(entry.source)),
        right_source: right.map(|entry| sources.tag(entry.source)),
    }
}

/// The amount of one side, where it is of one currency.
fn total(at: &[u32], entries: &[Entry]) -> Option<Amount> {
    let sums: Sums = at.iter().filter_map(|&at| entries[at as usize].amount).collect();
    only(&sums).map(Amount::of)
}

fn only(sums: &Sums) -> Option<Money> {
    let mut all = sums.iter();
    all.next().filter(|_| all.next().is_none())
}
