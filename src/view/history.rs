//! The journal as lines: number, what was done, to how many, for how much, and whether it was
//! undone. It knows no command; the session hands over what each entry did.

use serde::{Deserialize, Serialize};

use super::{Amount, amounts};
use crate::base::Sums;
use crate::words::{self, Args, Lang, format};

/// What one entry of the journal did.
#[derive(Clone, PartialEq, Debug)]
pub struct Did {
    pub number: u32,
    /// Word key (`did-accept`).
    pub word: &'static str,
    /// Findings, jobs or files it was about.
    pub count: usize,
    pub at_stake: Sums,
    /// Reason, file name or whatever the user wrote.
    pub note: String,
    pub undone: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct History {
    /// Newest first.
    pub lines: Vec<Line>,
    /// `38 decisions in force of 41`
    pub text: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Line {
    pub number: String,
    pub word: String,
    pub count: String,
    pub amounts: Vec<Amount>,
    pub note: String,
    pub undone: bool,
}

pub fn view(entries: &[Did], lang: Lang) -> History {
    let in_force = entries.iter().filter(|did| !did.undone).count();
    let args = Args::new().with("count", in_force).with("all", entries.len());
    let line = |did: &Did| Line {
        number: format::count(i64::from(did.number)),
        word: words::text(lang, did.word),
        count: if did.count > 1 { format::count(did.count as i64) } else { String::new() },
        amounts: amounts(&did.at_stake),
        note: did.note.clone(),
        undone: did.undone,
    };
    History {
        lines: entries.iter().rev().map(line).collect(),
        text: words::say(lang, "history-count", &args),
    }
}
