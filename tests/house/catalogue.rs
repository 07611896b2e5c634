//! The catalogue of rules: codes, order, specs and words.

use std::collections::BTreeSet;

use tieout::base::Severity;
use tieout::model::Policy;
use tieout::rules::{RULES, SET_ELSEWHERE, SETTINGS, Setting};
use tieout::words::{Lang, has, text};

use super::sources::{root, rust_files};

/// The sections of the rule catalogue in their order.
const SECTIONS: [&str; 12] =
    ["ID", "CMP", "ARI", "PRC", "TAX", "FX", "DAT", "CUS", "REF", "CRB", "STA", "SEQ"];

/// What each rule says beside its title.
const PARTS: [&str; 4] = ["", ".message", ".why", ".fix"];

fn place(code: &str) -> (usize, u32) {
    let (section, number) = code.split_once('-').expect("a code like ID-05");
    let section = SECTIONS.iter().position(|known| *known == section);
    (section.expect("a known section"), number.parse().expect("a number after the dash"))
}

#[test]
fn rules_stand_in_the_order_of_the_catalogue_and_no_code_is_used_twice() {
    for pair in RULES.windows(2) {
        let (a, b) = (pair[0].code, pair[1].code);
        assert!(place(a) < place(b), "{a} stands before {b}: mend the slice in catalogue.rs");
    }
}

#[test]
fn every_rule_file_is_registered() {
    let written: BTreeSet<String> = rust_files("src/rules")
        .iter()
        .filter(|(_, text)| text.contains("pub static RULE: Rule"))
        .filter_map(|(_, text)| {
            let (_, rest) = text.split_once("code: \"")?;
            rest.split_once('"').map(|(code, _)| code.to_owned())
        })
        .collect();
    let registered: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(written, registered, "each rule file needs its line in the slice RULES");
}

#[test]
fn every_rule_has_a_spec_of_its_own() {
    for rule in RULES {
        let spec = root().join(format!("tests/specs/rules/{}.md", rule.code));
        assert!(spec.exists(), "{} has no spec: write {}", rule.code, spec.display());
    }
}

#[test]
fn every_rule_has_its_words_in_every_language() {
    for rule in RULES {
        for lang in Lang::ALL {
            for part in PARTS {
                let key = format!("{}{part}", rule.code);
                assert!(has(lang, &key), "{lang:?}: no {key} in rules.ftl");
            }
            for label in [rule.topic.word().to_owned(), rule.owner.word()] {
                assert!(has(lang, &label), "{lang:?}: no {label}");
            }
        }
    }
    for severity in [Severity::Break, Severity::Review, Severity::Note] {
        for lang in Lang::ALL {
            assert!(has(lang, severity.word()), "{lang:?}: no {}", severity.word());
        }
    }
}

/// A title and a message are one sentence and end without a full stop; why and what to do are
/// whole sentences and end with one.
#[test]
fn rules_say_what_why_and_what_to_do_in_one_manner() {
    for rule in RULES {
        for lang in Lang::ALL {
            for part in PARTS {
                let key = format!("{}{part}", rule.code);
                let said = text(lang, &key);
                let stops = said.ends_with(['.', '。']);
                let wants = matches!(part, ".why" | ".fix");
                assert_eq!(stops, wants, "{lang:?} {key}: full stop? {said}");
            }
        }
    }
}

/// A threshold that no line names would be missing on the Settings page, and a change of it would
/// run everything again.
#[test]
fn every_threshold_of_the_policy_is_a_setting_with_words() {
    let policy = serde_json::to_value(Policy::default()).expect("plain data");
    for field in policy.as_object().expect("a struct").keys() {
        let own = |setting: &&Setting| setting.key.split('.').next() == Some(field);
        let known = SETTINGS.iter().any(|setting| own(&setting));
        assert!(
            known != SET_ELSEWHERE.contains(&field.as_str()),
            "{field}: give it a line in SETTINGS (src/rules/settings.rs) and words in gate.ftl"
        );
    }
    for setting in SETTINGS {
        for lang in Lang::ALL {
            assert!(has(lang, &setting.word()), "{lang:?}: no {} in gate.ftl", setting.word());
        }
    }
}

/// Otherwise a changed threshold would leave the rule's findings as they were.
#[test]
fn a_rule_that_looks_at_a_threshold_is_named_beside_it() {
    for (path, text) in rust_files("src/rules") {
        let Some((_, rest)) = text.split_once("code: \"") else { continue };
        let Some((code, _)) = rest.split_once('"') else { continue };
        for setting in SETTINGS {
            let field = setting.key.split('.').next().unwrap_or_default();
            let looks = text.contains(&format!("policy.{field}"));
            assert!(
                !looks || setting.rules.contains(&code),
                "{}: {code} looks at {field}; name it in SETTINGS (src/rules/settings.rs)",
                path.display()
            );
        }
    }
}
