//! The band over the list: roll-forward and owners.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Show, counted};
use crate::analysis::unbilled::{RollForward, Standing, Step};
use crate::base::Sums;
use crate::rules::Results;
use crate::view::Amount;
use crate::view::columns::{Columns, thousandths};
use crate::view::tie::currency_name;
use crate::words::{self, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Roll {
    pub heads: Vec<RollHead>,
    pub rows: Vec<RollRow>,
    /// Opening and all steps come to the closing.
    pub holds: bool,
    /// Numbers of jobs that were on the opening list and are nowhere now.
    pub vanished: Vec<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RollHead {
    /// The sign before the column: empty, `+`, `−`, `=`.
    pub op: String,
    pub word: String,
    /// The list that has the jobs of the column.
    pub show: Option<Show>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RollRow {
    pub label: String,
    pub code: String,
    pub cells: Vec<Amount>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Owners {
    /// `26 open jobs`
    pub text: String,
    pub currencies: Vec<String>,
    pub lines: Vec<OwnerLine>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct OwnerLine {
    /// Word key of the owner: the filter.
    pub key: String,
    pub label: String,
    pub count: String,
    /// Length of the bar in thousandths of the largest.
    pub ratio: u16,
    /// `acc`, `none` (planned) or `break` (nobody).
    pub mark: String,
    pub money: Vec<Option<Amount>>,
}

pub(super) fn roll(roll: &RollForward, lang: Lang) -> Roll {
    let mut steps: Vec<(&str, &str, &Step)> = vec![
        ("", "roll-opening", &roll.opening),
        ("+", "roll-new", &roll.new),
        ("−", "roll-billed", &roll.billed),
        ("−", "roll-cancelled", &roll.cancelled),
    ];
    let moved = |step: &Step| step.jobs != 0 || !step.value.all_zero();
    if moved(&roll.revalued) {
        steps.push(("+", "roll-revalued", &roll.revalued));
    }
    if moved(&roll.lost) {
        steps.push(("−", "roll-vanished", &roll.lost));
    }
    steps.push(("=", "roll-closing", &roll.closing));
    let mut touched = Sums::new();
    steps.iter().for_each(|(_, _, step)| touched.add_all(&step.value));
    let mut rows = vec![RollRow {
        label: words::text(lang, "unbilled-jobs"),
        code: String::new(),
        cells: steps.iter().map(|(_, _, step)| tally(step.jobs)).collect(),
    }];
    rows.extend(touched.currencies().map(|currency| RollRow {
        label: currency_name(currency, lang),
        code: format::currency(currency),
        cells: steps.iter().map(|(_, _, step)| Amount::of(step.value.get(currency))).collect(),
    }));
    let head = |(op, key, _): &(&str, &str, &Step)| RollHead {
        op: (*op).to_owned(),
        word: words::text(lang, key),
        show: match *key {
            "roll-billed" => Some(Show::Billed),
            "roll-cancelled" => Some(Show::Cancelled),
            "roll-closing" => Some(Show::Open),
            _ => None,
        },
    };
    Roll {
        heads: steps.iter().map(head).collect(),
        rows,
        holds: roll.holds(),
        vanished: roll.vanished.clone(),
    }
}

/// A count that stands in a column of amounts.
fn tally(jobs: i64) -> Amount {
    Amount { text: format::count(jobs), code: String::new(), whole: true, zero: jobs == 0 }
}

#[derive(Default)]
struct Load {
    jobs: usize,
    open: Sums,
}

/// Open jobs by who has to act; planned ones apart, since nobody has to.
pub(super) fn owners(results: &Results, lang: Lang) -> Owners {
    let mut loads: BTreeMap<(String, bool), Load> = BTreeMap::new();
    for job in results.unbilled.open() {
        let owner = job.reason().map_or_else(|| "owner-job-owner".to_owned(), |r| r.owner.word());
        let planned = job.standing() == Some(Standing::Planned);
        let load = loads.entry((owner, planned)).or_default();
        load.jobs += 1;
        job.open.into_iter().for_each(|money| load.open.add(money));
    }
    let columns = Columns::of(loads.values().map(|load| &load.open));
    let most = loads.values().map(|load| load.jobs).max().unwrap_or(0);
    let all = loads.values().map(|load| load.jobs).sum();
    let mut ordered: Vec<((String, bool), Load)> = loads.into_iter().collect();
    ordered.sort_by_key(|(_, load)| Reverse(load.jobs));
    let line = |((key, planned), load): ((String, bool), Load)| OwnerLine {
        label: match planned {
            true => {
                let owner = words::Args::new().with("owner", words::Arg::term(key.clone()));
                words::say(lang, "unbilled-owner-planned", &owner)
            }
            false => words::text(lang, &key),
        },
        count: format::count(load.jobs as i64),
        ratio: thousandths(load.jobs as i64, most as i64),
        mark: match (planned, key.as_str()) {
            (true, _) => "none",
            (false, "owner-job-owner") => "break",
            _ => "acc",
        }
        .to_owned(),
        money: columns.cells(&load.open),
        key,
    };
    Owners {
        text: counted("unbilled-count", all, lang),
        currencies: columns.heads(),
        lines: ordered.into_iter().map(line).collect(),
    }
}
