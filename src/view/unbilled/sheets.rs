//! The two sheets beside the list: the roll-forward by reason and owner, and readiness by client and
//! week. Figures come as text; nothing is added up in the page.

use serde::{Deserialize, Serialize};

use super::Show;
use crate::analysis::unbilled::{RollGroup, STEP_WORDS, readiness};
use crate::base::{Currency, Decimal};
use crate::rules::Results;
use crate::view::tie::currency_name;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    pub heads: Vec<String>,
    pub lines: Vec<SheetLine>,
    /// The last lines are the sums of the ones above.
    pub sums: Vec<SheetLine>,
    /// What is left out here and stands in the report.
    pub note: String,
}

/// Two columns of words, then figures.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct SheetLine {
    pub label: String,
    pub aside: String,
    /// The reason of which the list can show the jobs; empty where there is none.
    pub reason: String,
    pub figures: Vec<String>,
}

/// A figure of nothing, as everywhere on screen.
const NONE: &str = "–";

/// Weeks that a screen shows; the report has all.
const WEEKS_MAX: usize = 400;

pub(super) fn sheet(results: &Results, show: Show, lang: Lang) -> Option<Sheet> {
    match show {
        Show::RollForward => Some(roll(results, lang)),
        Show::Readiness => Some(weeks(results, lang)),
        Show::Open
        | Show::PartlyBilled
        | Show::BilledTwice
        | Show::WithoutJob
        | Show::Billed
        | Show::Cancelled => None,
    }
}

pub(super) fn roll(results: &Results, lang: Lang) -> Sheet {
    let Some(whole) = &results.unbilled.roll_forward else {
        return Sheet { note: words::text(lang, "unbilled-no-prior"), ..Sheet::default() };
    };
    let keys = ["unbilled-head-reason", "unbilled-head-owner"].into_iter().chain(STEP_WORDS);
    let groups = &results.unbilled.roll_groups;
    let whole = RollGroup { roll: whole.clone(), ..RollGroup::default() };
    let total = words::text(lang, "total");
    Sheet {
        heads: keys.map(|key| words::text(lang, key)).collect(),
        lines: groups.iter().flat_map(|group| group_lines(group, lang)).collect(),
        sums: lines(&whole, &total, "", "", lang),
        note: String::new(),
    }
}

fn group_lines(group: &RollGroup, lang: Lang) -> Vec<SheetLine> {
    let label = words::text(lang, group.reason.unwrap_or("roll-at-once"));
    let owner = group.owner().map_or_else(String::new, |owner| words::text(lang, &owner.word()));
    let reason = group.reason.filter(|_| group.roll.closing.jobs > 0).unwrap_or_default();
    lines(group, &label, &owner, reason, lang)
}

/// A line of jobs, then one for each currency.
fn lines(group: &RollGroup, label: &str, aside: &str, reason: &str, lang: Lang) -> Vec<SheetLine> {
    let jobs = SheetLine {
        label: label.to_owned(),
        aside: aside.to_owned(),
        reason: reason.to_owned(),
        figures: figures(group.signed(|step| step.jobs), format::count),
    };
    let touched = group.roll.touched();
    let of_currency = |currency: Currency| SheetLine {
        label: String::new(),
        aside: currency_name(currency, lang),
        reason: String::new(),
        figures: figures(group.signed(|step| step.value.get(currency).minor), |minor| {
            format::money(crate::base::Money::new(minor, currency))
        }),
    };
    std::iter::once(jobs).chain(touched.currencies().map(of_currency)).collect()
}

fn figures(steps: [i64; STEP_WORDS.len()], write: impl Fn(i64) -> String) -> Vec<String> {
    steps.map(|figure| if figure == 0 { NONE.to_owned() } else { write(figure) }).into()
}

fn weeks(results: &Results, lang: Lang) -> Sheet {
    let keys = [
        "facet-client",
        "readiness-week",
        "readiness-done",
        "readiness-billed",
        "readiness-ready",
        "readiness-waiting",
        "readiness-share",
        "readiness-planned",
    ];
    let all = readiness(&results.book, &results.unbilled);
    let count = all.len();
    let mut all: Vec<_> = all.into_iter().collect();
    // The latest week first, and in it where most is waiting.
    all.sort_by_key(|((client, week), line)| {
        (std::cmp::Reverse(*week), std::cmp::Reverse(line.waiting), client.clone())
    });
    let lines = all.into_iter().take(WEEKS_MAX).map(|((client, week), line)| {
        let share = Decimal::from(line.billed + line.now).checked_div(line.done().into());
        let plain = |count| if count == 0 { NONE.to_owned() } else { format::count(count as i64) };
        SheetLine {
            label: client,
            aside: format::date(lang, week),
            reason: String::new(),
            figures: vec![
                plain(line.done()),
                plain(line.billed),
                plain(line.now),
                plain(line.waiting),
                share.map_or_else(String::new, format::percent),
                plain(line.planned),
            ],
        }
    });
    let args = Args::new().with("shown", WEEKS_MAX).with("count", count);
    Sheet {
        heads: keys.iter().map(|key| words::text(lang, key)).collect(),
        lines: lines.collect(),
        sums: Vec::new(),
        note: match count {
            0 => words::text(lang, "readiness-none"),
            _ if count > WEEKS_MAX => words::say(lang, "readiness-more", &args),
            _ => String::new(),
        },
    }
}
