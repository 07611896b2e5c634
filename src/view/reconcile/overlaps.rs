//! Lines of bank files that overlap, with what can be decided of them: one note a kind.

use serde::{Deserialize, Serialize};

use super::SourceTag;
use crate::base::Sums;
use crate::matching::{Occurrence, Overlapping, line_key};
use crate::rules::Results;
use crate::view::sources::Sources;
use crate::words::{self, Arg, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Overlap {
    pub text: String,
    /// The first of them.
    pub sources: Vec<SourceTag>,
    /// What the button does: word, and the decision.
    pub act: String,
    pub lines: Vec<String>,
    pub count: Option<bool>,
}

const NAMED_MAX: usize = 3;

pub(super) fn overlaps(results: &Results, lang: Lang) -> Vec<Overlap> {
    let all = &results.cash.outcome.sides.overlapping;
    let of = |how: Occurrence| -> Vec<&Overlapping> {
        all.iter().filter(|one| one.how == how).collect()
    };
    let told = Occurrence::ALL.into_iter().map(|how| (how, of(how)));
    let told = told.filter(|(_, lines)| !lines.is_empty());
    told.map(|(how, lines)| overlap(results, how, &lines, lang)).collect()
}

fn overlap(results: &Results, how: Occurrence, all: &[&Overlapping], lang: Lang) -> Overlap {
    let (act, count) = match how {
        Occurrence::Repeated => ("overlap-do-count", Some(true)),
        Occurrence::CountedAgain => ("overlap-do-once", None),
        Occurrence::Missing => ("overlap-do-leave-out", Some(false)),
        Occurrence::LeftOut => ("overlap-do-take-in", None),
    };
    let sums: Sums = all.iter().map(|one| one.item.money()).collect();
    let sources = Sources::of(results);
    let mut files: Vec<&str> = all.iter().map(|one| sources.file_of(one.other)).collect();
    files.sort_unstable();
    files.dedup();
    let args = Args::new()
        .with("count", all.len())
        .with("files", Arg::List(files.into_iter().map(str::to_owned).collect()))
        .with("sums", Arg::List(sums.iter().map(format::money_with_code).collect()));
    let named = all.iter().take(NAMED_MAX).map(|one| sources.tag(one.item.source));
    let mut lines: Vec<String> = all.iter().map(|one| line_key(&one.item)).collect();
    lines.sort_unstable();
    lines.dedup();
    Overlap {
        text: words::say(lang, how.word(), &args),
        sources: named.collect(),
        act: words::text(lang, act),
        lines,
        count,
    }
}
