//! The statement of account: plain text to copy, one for each customer, in a language of its own.
//! The product sends nothing.

use crate::analysis::ageing::{Aged, Ageing};
use crate::analysis::receivables::Overdue;
use crate::base::Money;
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

pub(super) fn write(results: &Results, picked: &[&Overdue], lang: Lang) -> String {
    let Ok(ageing) = &results.receivables.ageing else { return String::new() };
    let texts: Vec<String> = picked.iter().map(|line| statement(ageing, line, lang)).collect();
    texts.join("\n\n––––––––––––––––––––\n\n")
}

fn statement(ageing: &Ageing, line: &Overdue, lang: Lang) -> String {
    let args =
        Args::new().with("customer", line.customer.clone()).with("date", ageing.choices.as_of);
    let say = |key: &str| words::say(lang, key, &args);
    let mut text = vec![say("statement-subject"), String::new(), say("statement-greeting")];
    let asks = match line.level {
        0 => "statement-opening-kind",
        1 => "statement-opening-first",
        2 => "statement-opening-second",
        _ => "statement-opening-last",
    };
    text.extend([String::new(), say(asks), String::new()]);
    text.extend(line.items.iter().map(|at| item(ageing, *at, lang)));
    let total = |key: &str, minor: i64| {
        let sum = format::money_with_code(Money::new(minor, line.currency));
        words::say(lang, key, &Args::new().with("sum", sum))
    };
    text.extend([String::new(), total("statement-total", line.due)]);
    if line.credits != 0 {
        text.push(total("statement-credits", line.credits));
    }
    if !line.held_items.is_empty() {
        text.extend([String::new(), say("statement-held")]);
        text.extend(line.held_items.iter().map(|at| item(ageing, *at, lang)));
        text.push(total("statement-held-total", line.held));
    }
    text.extend([String::new(), say("statement-close")]);
    text.join("\n")
}

/// Number, invoice date, due date, days, amount: what is known of them.
fn item(ageing: &Ageing, at: u32, lang: Lang) -> String {
    let item: &Aged = &ageing.items[at as usize];
    let date = |day: crate::base::Date| format::date(lang, day);
    let mut parts = vec![item.number.clone().unwrap_or_default()];
    parts.extend(item.billed.map(date));
    if let (Some(due), false) = (item.due, item.due_assumed) {
        parts.push(words::say(lang, "statement-due", &Args::new().with("date", due)));
    }
    if let Some(days) = item.overdue_days(ageing.choices.as_of) {
        parts.push(words::say(lang, "statement-late", &Args::new().with("count", days)));
    }
    parts.push(format::money_with_code(item.open));
    parts.retain(|part| !part.is_empty());
    format!("- {}", parts.join(" · "))
}
