//! The choices and figures in words: how it was aged, what is to be known about it, and each figure
//! with its formula and population.

use serde::{Deserialize, Serialize};

use super::{Choice, is_wanted};
use crate::analysis::ageing::{Ageing, Basis, Bucket, CreditPolicy, Refused};
use crate::analysis::receivables::{Figure, Over};
use crate::base::round_to;
use crate::view::Mark;
use crate::words::{self, Arg, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FigureLine {
    pub currency: String,
    pub name: String,
    /// `34.7`, `12.5%`, or what is lacking.
    pub value: String,
    pub is_lacking: bool,
    pub formula: String,
    pub population: String,
    /// The bucket of the items that it is of; none where they are not open.
    pub bucket: Option<String>,
}

/// What the ledger's control account states, to be typed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Control {
    pub currency: String,
    pub stated: String,
}

pub fn bucket(bucket: Bucket, lang: Lang) -> String {
    let range = |key: &str, args: Args| words::say(lang, key, &args);
    match bucket {
        Bucket::Undated => words::text(lang, "ageing-undated"),
        Bucket::NotDue => words::text(lang, "ageing-not-due"),
        Bucket::Late(from, Some(to)) => {
            range("ageing-range", Args::new().with("from", from).with("to", to))
        }
        Bucket::Late(from, None) => range("ageing-over", Args::new().with("days", from - 1)),
    }
}

/// Why there is no ageing, for people.
pub fn refused(refused: Refused, lang: Lang) -> String {
    match refused {
        Refused::NoDay => words::text(lang, "ageing-no-day"),
        Refused::NoItems => words::text(lang, "ageing-no-items"),
        Refused::Buckets => words::text(lang, "ageing-buckets"),
        Refused::CannotRebuild { newest } => {
            let args = Args::new().with("newest", Arg::Date(newest));
            words::say(lang, "ageing-cannot-rebuild", &args)
        }
    }
}

/// How it was aged, in one sentence.
pub(super) fn policy(ageing: &Ageing, lang: Lang) -> String {
    let basis = match ageing.choices.policy.basis {
        Basis::Due => "ageing-told-due",
        Basis::Invoice => "ageing-told-invoice",
        Basis::Service => "ageing-told-service",
    };
    let credits = match ageing.choices.policy.credits {
        CreditPolicy::Separate => "ageing-told-separate",
        CreditPolicy::OwnDate => "ageing-told-own-date",
        CreditPolicy::Current => "ageing-told-current",
        CreditPolicy::OldestFirst => "ageing-told-oldest-first",
    };
    let args = Args::new()
        .with("date", ageing.choices.as_of)
        .with("basis", Arg::term(basis))
        .with("credits", Arg::term(credits));
    words::say(lang, "ageing-told", &args)
}

pub(super) fn notes(ageing: &Ageing, lang: Lang) -> Vec<Mark> {
    let assumed = ageing.items.iter().filter(|item| item.due_assumed).count();
    let undated = ageing.items.iter().filter(|item| item.bucket == Bucket::Undated).count();
    let no_due = assumed > 0 && ageing.choices.policy.basis == Basis::Due;
    let later = Args::new()
        .with("count", ageing.later.len())
        .with("sums", Arg::List(ageing.later_sums.iter().map(format::money_with_code).collect()));
    let count = |count: usize| Args::new().with("count", count);
    let all = [
        (ageing.all_counted_open, "ageing-note-counted", Args::new()),
        (!ageing.later.is_empty(), "ageing-note-later", later),
        (!ageing.unread.is_empty(), "ageing-note-unread", count(ageing.unread.len())),
        (undated > 0, "ageing-note-undated", count(undated)),
        (no_due, "ageing-note-assumed", count(assumed)),
        (ageing.nil > 0, "ageing-note-nil", count(ageing.nil as usize)),
    ];
    let note = |(_, key, args): (bool, &str, Args)| Mark {
        mark: if key == "ageing-note-nil" { String::new() } else { "review".to_owned() },
        text: words::say(lang, key, &args),
    };
    all.into_iter().filter(|(is, ..)| *is).map(note).collect()
}

pub(super) fn figures(figures: &[Figure], choice: &Choice, lang: Lang) -> Vec<FigureLine> {
    let wanted = figures.iter().filter(|f| is_wanted(&choice.currency, f.currency.code()));
    wanted.map(|figure| told(figure, lang)).collect()
}

fn told(figure: &Figure, lang: Lang) -> FigureLine {
    let say =
        |attribute: &str| words::say(lang, &format!("{}.{attribute}", figure.key), &figure.args);
    FigureLine {
        currency: figure.currency.code().to_owned(),
        name: words::text(lang, figure.key),
        value: match figure.value {
            Ok(value) if figure.is_share => format::percent(value),
            Ok(value) => {
                let days = format::number(round_to(value, 1));
                words::say(lang, "figure-days", &Args::new().with("days", days))
            }
            Err(lacks) => words::text(lang, lacks),
        },
        is_lacking: figure.value.is_err(),
        formula: say("formula"),
        population: say("population"),
        bucket: match figure.over {
            Over::Open => Some(String::new()),
            Over::Overdue => Some("overdue".to_owned()),
            Over::Settled => None,
        },
    }
}

pub(super) fn controls(ageing: &Ageing) -> Vec<Control> {
    let stated = &ageing.choices.policy.control_totals;
    let control = |currency: &crate::base::Currency| Control {
        currency: currency.code().to_owned(),
        stated: stated.get(currency.code()).map_or_else(String::new, |total| total.to_string()),
    };
    ageing.totals.keys().filter(|currency| !currency.is_none()).map(control).collect()
}
