//! The ageing screen: buckets by customer, the items behind them, whom to remind, and the roll-forward
//! of the receivables. All four are one table of ready cells; the tie bars stand at its foot.
//!
//! Invariant: within a currency the lines of a list add up to its group line.

mod customers;
mod items;
mod mail;
mod order;
mod overdue;
mod roll;
mod told;

use serde::{Deserialize, Serialize};

use super::tie::{self, TieBar};
use super::{Amount, Mark, SourceTag};
use crate::analysis::ageing::{self as aged, Ageing, Refused};
use crate::analysis::receivables::roll_ties;
use crate::analysis::tie::Tie;
use crate::base::{Date, fold_word, limits};
use crate::model::AgeingPolicy;
use crate::rules::Results;
use crate::words::{self, Args, Lang};

pub use order::{Order, OrderKey, order};
pub use told::{Control, FigureLine};

/// What the user asked to see; it stands in the address.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub show: Show,
    /// Only this currency (code), customer (label), bucket (key; `overdue` for all past due).
    pub currency: Option<String>,
    pub customer: Option<String>,
    pub bucket: Option<String>,
    pub find: String,
    /// Key of the column that orders, and whether the largest stands first.
    pub sort: String,
    pub down: bool,
    pub from: u32,
    pub rows: u32,
    /// Selected lines: ranges of positions, first and last included.
    pub selected: Vec<(u32, u32)>,
    /// Whether to hand out the customers of the selection.
    pub take: bool,
    /// Whether to write the statement of account, and in which language.
    pub mail: Option<Lang>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    #[default]
    Customers,
    Items,
    Overdue,
    Roll,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct AgeingView {
    /// There is no list to age.
    pub empty: bool,
    /// Why there is no ageing, and what to do; empty when there is one.
    pub refused: String,
    /// Why there is no roll-forward; empty when there is one.
    pub roll_refused: String,
    pub as_of: Option<Date>,
    pub period_from: Option<Date>,
    pub policy: AgeingPolicy,
    /// The choices in one sentence.
    pub told: String,
    pub notes: Vec<Mark>,
    pub tabs: Vec<Tab>,
    pub heads: Vec<Head>,
    pub lines: Vec<Line>,
    pub from: u32,
    pub total: u32,
    pub total_text: String,
    pub sums: Vec<Amount>,
    pub figures: Vec<FigureLine>,
    pub controls: Vec<Control>,
    pub ties: Vec<TieBar>,
    pub subject: Subject,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Tab {
    pub show: Show,
    pub word: String,
    pub count: String,
    pub on: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Head {
    pub key: String,
    pub word: String,
    /// Figures stand at the end.
    pub end: bool,
    /// The list is ordered by it: the largest first, or last.
    pub sorted: Option<bool>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Line {
    pub at: u32,
    /// A currency with its sums, over its lines.
    pub is_group: bool,
    pub customer: String,
    pub currency: String,
    pub cells: Vec<Cell>,
    pub source: Option<SourceTag>,
    pub selected: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Cell {
    pub text: String,
    pub end: bool,
    /// No minor digits.
    pub whole: bool,
    /// `late`, `dim`, `id`, `strong`, `dbl` or none.
    pub tone: String,
    /// A bucket whose items it leads to.
    pub bucket: String,
    /// A bar under the figure: thousandths of the line's total.
    pub share: u16,
    /// A bar of its own: permille of each bucket in their order.
    pub parts: Vec<u16>,
}

/// The selected customers.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Subject {
    pub count: u32,
    pub count_text: String,
    /// All of them are held out of reminders.
    pub held_out: bool,
    /// Empty unless [`Choice::take`].
    pub customers: Vec<String>,
    pub mail: String,
}

/// A list before its window becomes words.
struct List<'r> {
    heads: Vec<Head>,
    total: usize,
    line: Box<dyn Fn(usize) -> Line + 'r>,
    text: String,
    sums: Vec<Amount>,
}

pub fn view(results: &Results, choice: &Choice, order: &Order, lang: Lang) -> AgeingView {
    let receivables = &results.receivables;
    let ground = AgeingView {
        as_of: results.policy.as_of,
        period_from: results.policy.period_from,
        policy: results.policy.ageing.clone(),
        ..AgeingView::default()
    };
    let ageing = match &receivables.ageing {
        Ok(ageing) => ageing,
        Err(Refused::NoItems) => return AgeingView { empty: true, ..ground },
        Err(why) => return AgeingView { refused: aged::refused(*why, lang), ..ground },
    };
    let list = match choice.show {
        Show::Customers => customers::list(ageing, choice, order, lang),
        Show::Items => items::list(results, ageing, choice, order, lang),
        Show::Overdue => overdue::list(results, choice, order, lang),
        Show::Roll => roll::list(results, choice, order, lang),
    };
    let from = (choice.from as usize).min(list.total);
    let many = choice.rows.min(limits::WINDOW_ROWS_MAX) as usize;
    let to = from.saturating_add(many).min(list.total);
    let lines: Vec<Line> = (from..to)
        .map(|at| Line { at: at as u32, selected: is_selected(choice, at), ..(list.line)(at) })
        .collect();
    AgeingView {
        told: aged::told(ageing, lang),
        notes: notes(ageing, lang),
        roll_refused: match &receivables.roll {
            Err(why) if choice.show == Show::Roll => words::text(lang, why.word()),
            _ => String::new(),
        },
        tabs: tabs(results, ageing, choice, lang),
        lines,
        from: from as u32,
        total: list.total as u32,
        subject: overdue::subject(results, choice, order),
        heads: list.heads,
        total_text: list.text,
        sums: list.sums,
        figures: told::figures(&receivables.figures, choice, lang),
        controls: told::controls(ageing),
        ties: ties(results, ageing, choice, lang),
        ..ground
    }
}

fn notes(ageing: &Ageing, lang: Lang) -> Vec<Mark> {
    let mark = |(is_open, text): (bool, String)| Mark {
        mark: if is_open { "review".to_owned() } else { String::new() },
        text,
    };
    aged::notes(ageing, lang).into_iter().map(mark).collect()
}

fn tabs(results: &Results, ageing: &Ageing, choice: &Choice, lang: Lang) -> Vec<Tab> {
    let tab = |show: Show, word: &str, count: Option<usize>| Tab {
        show,
        word: words::text(lang, word),
        count: count.map_or_else(String::new, |count| words::format::count(count as i64)),
        on: show == choice.show,
    };
    let overdue = results.receivables.overdue.len();
    vec![
        tab(Show::Customers, "ageing-show-customers", Some(ageing.lines.len())),
        tab(Show::Items, "ageing-show-items", Some(ageing.items.len())),
        tab(Show::Overdue, "ageing-show-overdue", Some(overdue)),
        tab(Show::Roll, "ageing-show-roll", None),
    ]
}

fn ties(results: &Results, ageing: &Ageing, choice: &Choice, lang: Lang) -> Vec<TieBar> {
    let rolled: Vec<Tie> = match (&results.receivables.roll, choice.show) {
        (Ok(roll), Show::Roll) => roll_ties(roll),
        _ => Vec::new(),
    };
    let names = match choice.show {
        Show::Roll => ["tie-receivables", ""],
        _ => ["tie-ageing", "tie-control"],
    };
    let all: Vec<Tie> = ageing.ties.iter().cloned().chain(rolled).collect();
    names.iter().filter_map(|name| tie::bar(&all, name, lang)).collect()
}

fn is_selected(choice: &Choice, at: usize) -> bool {
    let at = at as u32;
    choice.selected.iter().any(|(first, last)| (*first..=*last).contains(&at))
}

/// Whether a text holds what is looked for, in any case and width.
fn holds(choice: &Choice, texts: &[&str]) -> bool {
    let wanted = fold_word(&choice.find);
    wanted.is_empty() || texts.iter().any(|text| fold_word(text).contains(&wanted))
}

fn is_wanted(wanted: &Option<String>, has: &str) -> bool {
    wanted.as_deref().is_none_or(|wanted| wanted == has)
}

fn head(lang: Lang, choice: &Choice, key: &str, word: &str, end: bool) -> Head {
    Head {
        key: key.to_owned(),
        word: words::text(lang, word),
        end,
        sorted: (choice.sort == key && !key.is_empty()).then_some(choice.down),
    }
}

fn counted(key: &str, count: usize, lang: Lang) -> String {
    words::say(lang, key, &Args::new().with("count", count))
}

impl Cell {
    fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    fn toned(text: impl Into<String>, tone: &str) -> Cell {
        Cell { text: text.into(), tone: tone.to_owned(), ..Cell::default() }
    }

    fn end(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), end: true, ..Cell::default() }
    }

    /// Nil is a dash.
    fn money(money: crate::base::Money) -> Cell {
        let amount = Amount::of(money);
        let text = if amount.zero { "–".to_owned() } else { amount.text };
        Cell { text, end: true, whole: amount.whole || amount.zero, ..Cell::default() }
    }

    fn tone(self, tone: &str) -> Cell {
        Cell { tone: tone.to_owned(), ..self }
    }
}
