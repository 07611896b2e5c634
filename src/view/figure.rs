//! An argument of a finding as the text of one cell: a figure, a date, a client's own word.

use crate::words::{self, Arg, Args, Lang, format};

/// The text, and whether it is a figure that stands at the end of its cell.
pub(super) fn figure(lang: Lang, arg: &Arg) -> (String, bool) {
    match arg {
        Arg::Money(money) => (format::money(*money), true),
        Arg::Number(number) => (format::number(*number), true),
        Arg::Percent(ratio) => (format::percent(*ratio), true),
        Arg::Count(count) => (format::count(*count), true),
        Arg::Date(date) => (format::date(lang, *date), true),
        Arg::Currency(currency) => (format::currency(*currency), false),
        Arg::Term(key) => (words::say(lang, key, &Args::new()), false),
        Arg::Text(text) => (text.clone(), false),
        Arg::List(items) => (items.join(", "), false),
    }
}
