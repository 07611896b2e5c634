//! What a run comes to: matches with what is applied to what, and what is left.

use super::evidence::Fact;
use super::rulings::Side;
use super::tolerance::Difference;

/// How far a match has gone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Decision {
    /// Applied by a person.
    Confirmed,
    /// Applied by machine.
    Auto,
    /// One best answer, for a person to take or refuse.
    Suggested,
    /// Several answers fit: a person chooses.
    Ambiguous,
}

impl Decision {
    pub fn key(self) -> &'static str {
        match self {
            Decision::Confirmed => "confirmed",
            Decision::Auto => "auto",
            Decision::Suggested => "suggested",
            Decision::Ambiguous => "ambiguous",
        }
    }
}

/// So much of a receipt is applied to an open item. Positions in the run's sides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Allocation {
    pub left: u32,
    pub right: u32,
    pub amount: i64,
}

/// A credit that is set against an invoice of the same match.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Offset {
    pub credit: u32,
    pub invoice: u32,
    pub amount: i64,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Match {
    /// Code of the pass.
    pub pass: &'static str,
    pub decision: Decision,
    pub left: Vec<u32>,
    pub right: Vec<u32>,
    pub allocations: Vec<Allocation>,
    pub offsets: Vec<Offset>,
    /// Received less open, where they differ, and why.
    pub difference: i64,
    pub code: Option<Difference>,
    /// What a coded difference closes on each side beyond what is applied, signed.
    pub closed_left: i64,
    pub closed_right: i64,
    /// What was left of each row when the match was taken, where the difference has a code.
    pub left_over: Vec<(Side, u32, i64)>,
    /// What a person wrote of what was left.
    pub note: String,
    /// What the pass says of it; the rest is in [`super::Outcome::facts`].
    pub facts: Vec<Fact>,
    /// The other answer, of an ambiguous match.
    pub other: Option<(Vec<u32>, Vec<u32>)>,
}

/// A receipt that nothing was found for, with what was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Research {
    pub left: u32,
    /// The payer is known; only the items are not.
    pub customer: Option<u32>,
    /// What in the texts may have been an identifier.
    pub searched: Vec<String>,
    /// Open items of the payer, or of anybody, nearest in amount.
    pub nearest: Vec<u32>,
    /// The message that says what to ask.
    pub ask: &'static str,
}

impl Research {
    /// Of a receipt at which nothing has looked.
    pub fn unread(left: u32) -> Research {
        let (searched, nearest) = (Vec::new(), Vec::new());
        Research { left, customer: None, searched, nearest, ask: "ask-not-matched" }
    }
}
