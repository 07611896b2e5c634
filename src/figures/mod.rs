//! Figures about the billing work: how fast, how complete, how clean. Each says its formula, whom it
//! counts, whom it leaves out and why, and leads to the rows behind it.
//!
//! Not here: what one invoice or job came to (that is `analysis` and `rules`). Definitions: parts
//! 3.4 and 3.5 of the domain text, named in each file. Invariant: counted + left out = all rows that
//! the figure looked at, and a figure without a denominator is absent, never nil.

mod billing_completeness;
mod billing_lag;
mod credit_note_ratio;
mod cut_off;
mod days_of_unbilled_sales;
mod defects_per_100_lines;
mod dispatch_lag;
mod first_pass_accuracy;
mod pass_rate;
mod readiness;
mod rebill_time;
mod share;
mod spread;
mod uninvoiced;

use crate::base::Source;
use crate::rules::Results;
use crate::words::Arg;

/// One figure. Its words live under `figure-` and its key: the name, `.formula` and `.population`.
pub struct Figure {
    pub key: &'static str,
    measure: fn(&Results, &mut Measured),
}

/// In the order of the screen: speed, completeness, quality.
pub static FIGURES: &[&Figure] = &[
    &billing_lag::FIGURE,
    &dispatch_lag::FIGURE,
    &cut_off::FIGURE,
    &rebill_time::FIGURE,
    &days_of_unbilled_sales::FIGURE,
    &billing_completeness::FIGURE,
    &uninvoiced::FIGURE,
    &readiness::FIGURE,
    &pass_rate::FIGURE,
    &first_pass_accuracy::FIGURE,
    &defects_per_100_lines::FIGURE,
    &credit_note_ratio::FIGURE,
];

pub fn figure(key: &str) -> Option<&'static Figure> {
    FIGURES.iter().copied().find(|figure| figure.key == key)
}

/// What a figure came to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measured {
    /// Empty when there is nothing to divide by or a column is missing; then `lacks` says why.
    pub values: Vec<Value>,
    /// Word key of what is missing: `lacks-as-of`, `lacks-credit-notes` …
    pub lacks: Option<&'static str>,
    /// How the counted rows spread over classes: word key and how many.
    pub spread: Vec<(&'static str, usize)>,
    /// How many rows were looked at, by group, in the order of their first row.
    pub groups: Vec<(&'static str, usize)>,
    /// The rows of the window that was asked for. A million rows are counted, not kept.
    pub rows: Vec<Counted>,
    window: Window,
    met: usize,
}

/// Which rows behind a figure are wanted.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Window {
    /// One group of rows, or all.
    pub group: Option<String>,
    pub from: usize,
    pub rows: usize,
}

/// One reading of a figure: the mean of it, its median, or its share in one currency.
#[derive(Clone, PartialEq, Debug)]
pub struct Value {
    /// Word key: `figure-mean`, `figure-by-count`, `figure-by-value` …
    pub word: &'static str,
    /// Days and ratios as numbers and percent; money never stands without its currency.
    pub value: Arg,
    /// What was divided by what, where it is a ratio.
    pub over: Option<(Arg, Arg)>,
}

/// A row that a figure looked at.
#[derive(Clone, PartialEq, Debug)]
pub struct Counted {
    pub at: Source,
    /// Word key: [`COUNTED`], or why the row is left out, or how it counts against the figure.
    pub group: &'static str,
    /// Its own contribution: days, an amount.
    pub reading: Option<Arg>,
}

/// The group of rows that count and about which there is no more to say.
pub const COUNTED: &str = "counted";

impl Figure {
    pub fn measure(&self, results: &Results, window: Window) -> Measured {
        let mut measured = Measured { window, ..Measured::default() };
        (self.measure)(results, &mut measured);
        measured
    }
}

impl Measured {
    /// How many rows the window is cut from.
    pub fn in_group(&self) -> usize {
        self.met
    }

    fn lack(&mut self, what: &'static str) {
        self.lacks = Some(what);
    }

    /// Counts a row in its group, once.
    fn push(&mut self, at: Source, group: &'static str, reading: Option<Arg>) {
        match self.groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, count)) => *count += 1,
            None => self.groups.push((group, 1)),
        }
        if self.window.group.as_deref().is_some_and(|wanted| wanted != group) {
            return;
        }
        if self.met >= self.window.from && self.rows.len() < self.window.rows {
            self.rows.push(Counted { at, group, reading });
        }
        self.met += 1;
    }
}

/// Whether a group of rows was kept out of the figure, rather than counted in one way or another.
pub fn is_left_out(group: &str) -> bool {
    group.starts_with("left-out-")
}
