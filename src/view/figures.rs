//! The figures: a line each, and of the open one its formula, whom it counts, how it spreads, and
//! the rows behind it.

use serde::{Deserialize, Serialize};

use super::SourceTag;
use super::columns::thousandths;
use super::figure::figure;
use super::sources::Sources;
use crate::figures::{self, FIGURES, Figure, Measured, Value, Window, is_left_out};
use crate::rules::Results;
use crate::words::{self, Arg, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Key of the open figure; the first one when it is empty or unknown.
    pub figure: String,
    /// Only the rows that count in this way.
    pub group: Option<String>,
    pub from: u32,
    pub rows: u32,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FiguresView {
    pub nothing_loaded: bool,
    pub lines: Vec<FigureLine>,
    pub open: Open,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FigureLine {
    pub key: String,
    pub name: String,
    pub values: Vec<FigureValue>,
    /// Why there is no value.
    pub lacks: String,
    pub counted: String,
    pub left_out: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FigureValue {
    /// `median`, `by value`
    pub word: String,
    pub text: String,
    /// `USD 1,204.00 of USD 2,408.00`; empty where the value is no ratio.
    pub over: String,
    /// Thousandths, of a share.
    pub share: Option<u16>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Open {
    pub key: String,
    pub name: String,
    pub formula: String,
    pub population: String,
    pub groups: Vec<Group>,
    pub spread: Vec<Class>,
    pub from: u32,
    pub total: u32,
    pub rows: Vec<FigureRow>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Group {
    pub key: String,
    pub label: String,
    pub count: String,
    /// Of all rows that were looked at.
    pub ratio: u16,
    pub left_out: bool,
    pub on: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Class {
    pub label: String,
    pub count: String,
    /// Thousandths of the fullest class.
    pub ratio: u16,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FigureRow {
    pub source: SourceTag,
    pub group: String,
    pub reading: String,
}

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> FiguresView {
    let open = figures::figure(&choice.figure).unwrap_or(FIGURES[0]);
    FiguresView {
        nothing_loaded: results.book.tables().is_empty(),
        lines: lines(results, lang),
        open: opened(results, open, choice, lang),
    }
}

/// Every figure in one line; also the section of the overview.
pub(super) fn lines(results: &Results, lang: Lang) -> Vec<FigureLine> {
    let line = |of: &&Figure| {
        let measured = of.measure(results, Window::default());
        let (left_out, counted): (Vec<_>, Vec<_>) =
            measured.groups.iter().partition(|(group, _)| is_left_out(group));
        let sum = |groups: Vec<&(&str, usize)>| groups.iter().map(|(_, n)| n).sum::<usize>();
        FigureLine {
            key: of.key.to_owned(),
            name: name(of, lang),
            lacks: measured.lacks.map(|key| words::text(lang, key)).unwrap_or_default(),
            counted: format::count(sum(counted) as i64),
            left_out: format::count(sum(left_out) as i64),
            values: measured.values.iter().map(|value| shown(value, lang)).collect(),
        }
    };
    FIGURES.iter().map(line).collect()
}

fn name(of: &Figure, lang: Lang) -> String {
    words::text(lang, &format!("figure-{}", of.key))
}

fn shown(value: &Value, lang: Lang) -> FigureValue {
    let share = match (&value.value, &value.over) {
        (Arg::Percent(_), Some((Arg::Money(part), Arg::Money(whole)))) => {
            Some(thousandths(part.minor, whole.minor))
        }
        (Arg::Percent(_), Some((Arg::Count(part), Arg::Count(whole)))) => {
            Some(thousandths(*part, *whole))
        }
        _ => None,
    };
    // A count that stands over itself is a part of the whole; the rest is arithmetic.
    let is_part = matches!(&value.value, Arg::Count(_))
        && value.over.as_ref().is_some_and(|(part, _)| *part == value.value);
    let key = if share.is_some() || is_part { "figures-over-of" } else { "figures-over-by" };
    let over = value.over.as_ref().map(|(part, whole)| {
        let args = Args::new().with("part", part.clone()).with("whole", whole.clone());
        words::say(lang, key, &args)
    });
    FigureValue {
        word: words::text(lang, value.word),
        text: figure(lang, &value.value).0,
        over: over.unwrap_or_default(),
        share,
    }
}

fn opened(results: &Results, of: &Figure, choice: &Choice, lang: Lang) -> Open {
    let window = Window {
        group: choice.group.clone(),
        from: choice.from as usize,
        rows: choice.rows as usize,
    };
    let measured = of.measure(results, window);
    let sources = Sources::of(results);
    let fullest = measured.spread.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let rows = measured.rows.iter().map(|row| FigureRow {
        source: sources.tag(row.at),
        group: words::text(lang, row.group),
        reading: row
            .reading
            .as_ref()
            .map(|reading| reading_text(reading, lang))
            .unwrap_or_default(),
    });
    let class = |(word, count): &(&str, usize)| Class {
        label: words::text(lang, word),
        count: format::count(*count as i64),
        ratio: thousandths(*count as i64, fullest as i64),
    };
    Open {
        key: of.key.to_owned(),
        name: name(of, lang),
        formula: words::text(lang, &format!("figure-{}.formula", of.key)),
        population: words::text(lang, &format!("figure-{}.population", of.key)),
        groups: groups(&measured, choice, lang),
        spread: measured.spread.iter().map(class).collect(),
        from: choice.from,
        total: measured.in_group() as u32,
        rows: rows.collect(),
    }
}

fn groups(measured: &Measured, choice: &Choice, lang: Lang) -> Vec<Group> {
    let all: usize = measured.groups.iter().map(|(_, count)| count).sum();
    let group = |(key, count): &(&str, usize)| Group {
        key: (*key).to_owned(),
        label: words::text(lang, key),
        count: format::count(*count as i64),
        ratio: thousandths(*count as i64, all as i64),
        left_out: is_left_out(key),
        on: choice.group.as_deref() == Some(*key),
    };
    measured.groups.iter().map(group).collect()
}

/// Amounts of several currencies stand in one column, so each says its own.
fn reading_text(reading: &Arg, lang: Lang) -> String {
    match reading {
        Arg::Money(money) => format::money_with_code(*money),
        other => figure(lang, other).0,
    }
}
