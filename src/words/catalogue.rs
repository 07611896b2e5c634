//! The Fluent bundles, built once per thread from the files that are compiled in.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::{Arg, Args, Lang, format};

macro_rules! catalogue {
    ($name:literal) => {
        [
            include_str!(concat!("en/", $name, ".ftl")),
            include_str!(concat!("ko/", $name, ".ftl")),
            include_str!(concat!("zh/", $name, ".ftl")),
        ]
    };
}

/// One catalogue file: its name, and its text in English, Korean and Chinese.
/// A new file is one line here.
pub static FILES: &[(&str, [&str; 3])] = &[
    ("ui", catalogue!("ui")),
    ("currencies", catalogue!("currencies")),
    ("fields", catalogue!("fields")),
    ("rules", catalogue!("rules")),
    ("reasons", catalogue!("reasons")),
    ("problems", catalogue!("problems")),
    ("report", catalogue!("report")),
    ("matching", catalogue!("matching")),
    ("figures", catalogue!("figures")),
    ("ageing", catalogue!("ageing")),
    ("gate", catalogue!("gate")),
    ("compare", catalogue!("compare")),
    ("reconcile", catalogue!("reconcile")),
];

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static BUNDLES: [OnceCell<Bundle>; 3] = const { [const { OnceCell::new() }; 3] };
}

pub(super) fn format(lang: Lang, key: &str, args: &Args) -> String {
    with_bundle(lang, |bundle| {
        let (id, attribute) = split(key);
        let Some(message) = bundle.get_message(id) else { return key.to_owned() };
        let pattern = match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|a| a.value()),
        };
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut values = FluentArgs::new();
        for (name, arg) in args.iter() {
            values.set(name.to_owned(), value(lang, arg));
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    })
}

pub(super) fn has(lang: Lang, key: &str) -> bool {
    with_bundle(lang, |bundle| {
        let (id, attribute) = split(key);
        bundle.get_message(id).is_some_and(|message| match attribute {
            None => message.value().is_some(),
            Some(name) => message.get_attribute(name).is_some(),
        })
    })
}

/// Every message and attribute of a language with the names of its arguments; for the house tests.
pub fn keys(lang: Lang) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for (_, texts) in FILES {
        for (key, names) in scan(texts[lang as usize]) {
            all.insert(key, names);
        }
    }
    all
}

/// Keys and argument names straight from the text: `$name` inside a message or attribute.
fn scan(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut message = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let body = line.trim_start();
        let indented = body.len() < line.len();
        if !indented && let Some((id, _)) = body.split_once('=') {
            message = id.trim().to_owned();
            found.push((message.clone(), Vec::new()));
        } else if let Some(rest) = body.strip_prefix('.')
            && let Some((name, _)) = rest.split_once('=')
        {
            found.push((format!("{message}.{}", name.trim()), Vec::new()));
        }
        let Some((_, names)) = found.last_mut() else { continue };
        for part in line.split('$').skip(1) {
            let name: String =
                part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    for (_, names) in &mut found {
        names.sort();
    }
    found
}

fn with_bundle<T>(lang: Lang, use_it: impl FnOnce(&Bundle) -> T) -> T {
    BUNDLES.with(|bundles| use_it(bundles[lang as usize].get_or_init(|| build(lang))))
}

fn build(lang: Lang) -> Bundle {
    let id = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    // No bidi isolation marks: they would end up in cells of exported workbooks.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(n) => Some(format::count(n.value as i64)),
        _ => None,
    }));
    for (_, texts) in FILES {
        let resource = match FluentResource::try_new(texts[lang as usize].to_owned()) {
            // A file with a faulty message still serves its other messages; the house test for
            // words is where the fault is caught.
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn value(lang: Lang, arg: &Arg) -> FluentValue<'static> {
    match arg {
        Arg::Text(text) => text.clone().into(),
        // A count stays a number, so that plural forms can select on it.
        Arg::Count(n) => FluentValue::from(*n),
        Arg::Money(money) => format::money_with_code(*money).into(),
        Arg::Number(number) => format::number(*number).into(),
        Arg::Percent(ratio) => format::percent(*ratio).into(),
        Arg::Date(date) => format::date(lang, *date).into(),
        Arg::Currency(currency) => format::currency(*currency).into(),
        Arg::Term(key) => format(lang, key, &Args::default()).into(),
        Arg::List(items) => items.join(", ").into(),
    }
}

fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}
