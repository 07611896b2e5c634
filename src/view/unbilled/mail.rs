//! The e-mail text about selected jobs: plain text to copy, in a language of its own. The product
//! sends nothing.

use super::counted;
use super::list::{Entry, days};
use crate::base::Sums;
use crate::rules::Results;
use crate::words::{self, Arg, Args, Lang, format};

pub(super) fn write(picked: &[&Entry], sums: &Sums, results: &Results, lang: Lang) -> String {
    let opening = Args::new().with("count", picked.len());
    let mut lines = vec![match results.policy.as_of {
        Some(day) => words::say(lang, "mail-opening-as-of", &opening.with("date", day)),
        None => words::say(lang, "mail-opening", &opening),
    }];
    lines.push(String::new());
    for entry in picked {
        lines.push(first_line(entry, lang));
        lines.push(format!("  {}", step(entry, lang)));
    }
    lines.push(String::new());
    let totals: Vec<String> = sums.iter().map(format::money_with_code).collect();
    let total = Args::new().with("sums", Arg::List(totals));
    lines.push(format!(
        "{}; {}",
        counted("unbilled-count", picked.len(), lang),
        words::say(lang, "mail-total", &total)
    ));
    lines.join("\n")
}

/// Job, air waybill, client, reference, value, age: what is known of them.
fn first_line(entry: &Entry, lang: Lang) -> String {
    let value = entry.value.map(format::money_with_code);
    let unknown = || words::text(lang, "unbilled-no-value");
    let parts = [
        entry.job.clone(),
        entry.awb.clone(),
        entry.client.clone(),
        entry.reference.clone(),
        value.unwrap_or_else(unknown),
        days(entry.age_days, lang),
    ];
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(" · ")
}

fn step(entry: &Entry, lang: Lang) -> String {
    let reason = words::text(lang, &entry.reason);
    let action = words::text(lang, &entry.action);
    let args = Args::new().with("reason", reason).with("action", action);
    match entry.due {
        Some(due) => words::say(lang, "mail-step-by", &args.with("date", due)),
        None => words::say(lang, "mail-step", &args),
    }
}
