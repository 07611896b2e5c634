//! The word catalogues: one set of messages in three languages.

use std::collections::BTreeMap;

use fluent_bundle::FluentResource;
use tieout::words::{FILES, Lang, has, keys};

use super::sources::rust_files;

#[test]
fn every_message_stands_in_every_language_with_the_same_arguments() {
    let english = keys(Lang::En);
    for lang in [Lang::Ko, Lang::Zh] {
        let other = keys(lang);
        for (key, arguments) in &english {
            match other.get(key) {
                None => panic!("{lang:?} has no {key}"),
                Some(found) => assert_eq!(found, arguments, "{lang:?}: arguments of {key}"),
            }
        }
        let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(extra.is_empty(), "{lang:?} has what English has not: {extra:?}");
    }
}

#[test]
fn every_file_is_sound_fluent() {
    for (name, texts) in FILES {
        for lang in Lang::ALL {
            if let Err((_, faults)) = FluentResource::try_new(texts[lang as usize].to_owned()) {
                panic!("{lang:?} {name}.ftl: {faults:?}");
            }
        }
    }
}

/// The later of two messages with one id would silently win.
#[test]
fn no_message_is_written_twice() {
    for lang in Lang::ALL {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, texts) in FILES {
            for line in texts[lang as usize].lines().filter(|line| !line.starts_with('#')) {
                let Some((id, _)) = line.split_once('=') else { continue };
                if line.starts_with(|c: char| c.is_ascii_alphabetic())
                    && let Some(first) = seen.insert(id.trim(), name)
                {
                    panic!("{lang:?}: {} stands in {first}.ftl and again in {name}.ftl", id.trim());
                }
            }
        }
    }
}

/// Korean and Chinese have no plural: `[one]` would never be chosen there, `[1]` is.
#[test]
fn plural_forms_exist_only_where_the_language_has_them() {
    for (name, texts) in FILES {
        for lang in [Lang::Ko, Lang::Zh] {
            assert!(!texts[lang as usize].contains("[one]"), "{lang:?} {name}.ftl: write [1]");
        }
    }
}

#[test]
fn no_message_shouts() {
    for (name, texts) in FILES {
        for lang in Lang::ALL {
            let shout = texts[lang as usize].lines().find(|line| line.contains(['!', '！']));
            assert_eq!(shout, None, "{lang:?} {name}.ftl");
        }
    }
}

/// Keys written out in the code, where a call names one.
#[test]
fn every_key_that_the_code_names_has_words() {
    let calls = [".evidence(\"", "Arg::term(\"", "words::text(lang, \"", "words::say(lang, \""];
    let mut without = Vec::new();
    for (path, text) in rust_files("src") {
        for call in calls {
            for rest in text.split(call).skip(1) {
                let Some((key, _)) = rest.split_once('"') else { continue };
                if !has(Lang::En, key) {
                    without.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(without.is_empty(), "no words for:\n{}", without.join("\n"));
}
