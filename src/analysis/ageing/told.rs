//! How it was aged in words: the choices in one sentence, what is to be known about it, and why there
//! is none.

use super::{Ageing, Basis, Bucket, CreditPolicy, Refused};
use crate::words::{self, Arg, Args, Lang, format};

pub fn bucket_name(bucket: Bucket, lang: Lang) -> String {
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
pub fn told(ageing: &Ageing, lang: Lang) -> String {
    let basis = match ageing.choices.policy.basis {
        Basis::Due => "ageing-told-due",
        Basis::Invoice => "ageing-told-invoice",
        Basis::Service => "ageing-told-service",
        Basis::Posting => "ageing-told-posting",
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

/// What is to be known about it; `true` is to be looked at.
pub fn notes(ageing: &Ageing, lang: Lang) -> Vec<(bool, String)> {
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
        (ageing.twice > 0, "ageing-note-twice", count(ageing.twice)),
        (undated > 0, "ageing-note-undated", count(undated)),
        (no_due, "ageing-note-assumed", count(assumed)),
        (ageing.nil > 0, "ageing-note-nil", count(ageing.nil as usize)),
    ];
    let note = |(_, key, args): (bool, &str, Args)| {
        (key != "ageing-note-nil", words::say(lang, key, &args))
    };
    all.into_iter().filter(|(is, ..)| *is).map(note).collect()
}
