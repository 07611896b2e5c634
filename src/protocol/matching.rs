//! The document of `tieout match --json`, described in `docs/terminal.md`. Fields are added, never
//! renamed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::terminal::{TieRow, tie_row};
use crate::analysis::cash::Cash;
use crate::base::{Money, TableId};
use crate::matching::{self, Item, Match, Sides, Speaks, not_run, word};
use crate::rules::Results;
use crate::words::{self, Args, Lang};

#[derive(Serialize)]
pub struct Matching {
    pub matches: Vec<Matched>,
    pub unmatched: Unmatched,
    /// Rows without an amount that can be read, which take no part.
    pub unread: Unread,
    /// Lines of bank files that overlap, and what became of them.
    pub overlapping: Vec<Overlapping>,
    pub not_run: Vec<NotRun>,
    pub tie: Vec<TieRow>,
}

#[derive(Serialize)]
pub struct Matched {
    pub pass: &'static str,
    pub pass_name: String,
    pub decision: &'static str,
    pub left: Vec<Place>,
    pub right: Vec<Place>,
    /// Positions in `left` and `right`, and how much of the one is applied to the other.
    pub allocations: Vec<Applied>,
    /// Credits set against invoices: positions in `right`.
    pub offsets: Vec<SetOff>,
    /// Received less open; absent where they are equal.
    pub difference: Option<String>,
    pub difference_code: Option<String>,
    pub currency: String,
    pub evidence: Vec<Evidence>,
    /// The other answer, of an ambiguous match.
    pub other: Option<Other>,
}

#[derive(Serialize)]
pub struct Other {
    pub left: Vec<Place>,
    pub right: Vec<Place>,
}

#[derive(Serialize)]
pub struct Applied {
    pub left: usize,
    pub right: usize,
    pub amount: String,
}

#[derive(Serialize)]
pub struct SetOff {
    pub credit: usize,
    pub invoice: usize,
    pub amount: String,
}

#[derive(Serialize)]
pub struct Evidence {
    pub key: &'static str,
    /// `for` or `against`.
    pub speaks: &'static str,
    pub text: String,
}

#[derive(Clone, Serialize)]
pub struct Place {
    pub file: String,
    pub table: String,
    pub row: u32,
    pub number: Option<String>,
    pub amount: String,
    pub currency: String,
}

#[derive(Serialize)]
pub struct Unmatched {
    pub left: Vec<Open>,
    pub right: Vec<Place>,
}

#[derive(Serialize)]
pub struct Open {
    #[serde(flatten)]
    pub place: Place,
    /// What in the text may have been an identifier.
    pub searched: Vec<String>,
    /// Open items of the payer that are nearest in amount.
    pub nearest: Vec<Place>,
    pub ask: String,
}

#[derive(Serialize)]
pub struct Unread {
    pub left: usize,
    pub right: usize,
    /// The same as a sentence; empty where there is none.
    pub text: String,
}

#[derive(Serialize)]
pub struct Overlapping {
    #[serde(flatten)]
    pub place: Place,
    /// `repeated`, `counted_again`, `missing` or `left_out`.
    pub how: &'static str,
    pub text: String,
    /// The file where it counts, or where it is missing.
    pub other: String,
}

#[derive(Serialize)]
pub struct NotRun {
    pub pass: &'static str,
    pub why: String,
}

pub fn matching(results: &Results, lang: Lang) -> Matching {
    let cash = &*results.cash;
    let places = Places::of(results);
    let sides = &cash.outcome.sides;
    let left = |at: &u32| places.place(&sides.left[*at as usize]);
    let right = |at: &u32| places.place(&sides.right[*at as usize]);
    let mut matches: Vec<&Match> = cash.outcome.matches.iter().collect();
    // By place, as a person goes through the file.
    matches
        .sort_by_key(|m| (m.left.iter().map(|&at| sides.left[at as usize].source).min(), m.pass));
    let open = cash.outcome.research.iter().map(|research| Open {
        place: left(&research.left),
        searched: research.searched.clone(),
        nearest: research.nearest.iter().map(right).collect(),
        ask: words::text(lang, research.ask),
    });
    let mut open: Vec<Open> = open.collect();
    open.sort_by(|a, b| (&a.place.file, a.place.row).cmp(&(&b.place.file, b.place.row)));
    let mut still: Vec<Place> = cash.outcome.unmatched.iter().map(right).collect();
    still.sort_by(|a, b| (&a.file, a.row).cmp(&(&b.file, b.row)));
    Matching {
        matches: matches.into_iter().map(|m| matched(m, cash, &places, lang)).collect(),
        unmatched: Unmatched { left: open, right: still },
        unread: Unread { left: sides.unread.0, right: sides.unread.1, text: unread(sides, lang) },
        overlapping: overlapping(sides, &places, lang),
        not_run: not_run(&cash.outcome, &cash.rulings)
            .into_iter()
            .map(|(pass, why)| NotRun { pass, why: words::text(lang, why) })
            .collect(),
        tie: cash.ties.iter().map(tie_row).collect(),
    }
}

fn overlapping(sides: &Sides, places: &Places, lang: Lang) -> Vec<Overlapping> {
    let told = |one: &matching::Overlapping| Overlapping {
        place: places.place(&one.item),
        how: one.how.key(),
        text: words::text(lang, one.how.name()),
        other: places.tables.get(&one.other).map(|(file, _)| file.clone()).unwrap_or_default(),
    };
    sides.overlapping.iter().map(told).collect()
}

/// Rows that take no part, as a sentence; empty where there are none.
fn unread(sides: &Sides, lang: Lang) -> String {
    let (receipts, items) = sides.unread;
    if receipts + items == 0 {
        return String::new();
    }
    let args = Args::new().with("receipts", receipts).with("items", items);
    words::say(lang, "reconcile-unread", &args)
}

fn matched(found: &Match, cash: &Cash, places: &Places, lang: Lang) -> Matched {
    let sides = &cash.outcome.sides;
    let currency = sides.left[found.left[0] as usize].currency;
    let text = |minor: i64| Money::new(minor, currency).decimal().to_string();
    let lefts =
        |all: &[u32]| all.iter().map(|&at| places.place(&sides.left[at as usize])).collect();
    let rights =
        |all: &[u32]| all.iter().map(|&at| places.place(&sides.right[at as usize])).collect();
    let at = |all: &[u32], one: u32| all.iter().position(|&at| at == one).unwrap_or(0);
    Matched {
        pass: found.pass,
        pass_name: words::text(lang, &word(found.pass)),
        decision: found.decision.key(),
        left: lefts(&found.left),
        right: rights(&found.right),
        allocations: found
            .allocations
            .iter()
            .map(|a| Applied {
                left: at(&found.left, a.left),
                right: at(&found.right, a.right),
                amount: text(a.amount),
            })
            .collect(),
        offsets: found
            .offsets
            .iter()
            .map(|offset| SetOff {
                credit: at(&found.right, offset.credit),
                invoice: at(&found.right, offset.invoice),
                amount: text(offset.amount),
            })
            .collect(),
        difference: (found.difference != 0).then(|| text(found.difference)),
        difference_code: found.code.map(|code| words::text(lang, code.word())),
        currency: currency.code().to_owned(),
        evidence: cash
            .outcome
            .facts(found)
            .iter()
            .map(|fact| Evidence {
                key: fact.key,
                speaks: match fact.speaks {
                    Speaks::For => "for",
                    Speaks::Against => "against",
                },
                text: words::say(lang, fact.key, &fact.args),
            })
            .collect(),
        other: found
            .other
            .as_ref()
            .map(|(left, right)| Other { left: lefts(left), right: rights(right) }),
    }
}

/// File and sheet of each table, once.
struct Places {
    tables: BTreeMap<TableId, (String, String)>,
}

impl Places {
    fn of(results: &Results) -> Places {
        let tables = results.book.tables().iter();
        let named = tables.map(|t| (t.id, (t.file_name.to_string(), t.sheet_label().to_owned())));
        Places { tables: named.collect() }
    }

    fn place(&self, item: &Item) -> Place {
        let (file, table) = self.tables.get(&item.source.table).cloned().unwrap_or_default();
        Place {
            file,
            table,
            row: item.source.row,
            number: item.number.clone(),
            amount: item.money().decimal().to_string(),
            currency: item.currency.code().to_owned(),
        }
    }
}

/// For a person at a terminal: one line of what speaks for a match.
pub fn reasons(matched: &Matched) -> String {
    let texts: Vec<&str> = matched.evidence.iter().map(|e| e.text.as_str()).collect();
    texts.join("; ")
}
