//! The catalogue of reasons for not billing: files, specs and words.

use std::collections::BTreeSet;

use tieout::analysis::unbilled::REASONS;
use tieout::words::{Lang, has};

use super::sources::{root, rust_files};

#[test]
fn every_reason_file_is_registered() {
    let written: BTreeSet<String> = rust_files("src/analysis/unbilled/reasons")
        .iter()
        .filter(|(_, text)| text.contains("pub static REASON: Reason"))
        .filter_map(|(_, text)| {
            let (_, rest) = text.split_once("code: \"")?;
            rest.split_once('"').map(|(code, _)| code.to_owned())
        })
        .collect();
    let registered: BTreeSet<String> = REASONS.iter().map(|r| r.code.to_owned()).collect();
    assert_eq!(written, registered, "each reason file needs its line in the slice REASONS");
}

/// A file of its own, or a row of `told.md` for reasons that only the hold reason tells.
#[test]
fn every_reason_has_a_spec() {
    let folder = root().join("tests/specs/unbilled");
    let told = std::fs::read_to_string(folder.join("told.md")).expect("a readable spec");
    for reason in REASONS {
        let own = folder.join(format!("{}.md", reason.code));
        let is_told = told.contains(&format!("unbilled {}\n", reason.code));
        assert!(own.exists() || is_told, "{} has no spec: write {}", reason.code, own.display());
    }
}

#[test]
fn every_reason_has_its_words_in_every_language() {
    for reason in REASONS {
        for lang in Lang::ALL {
            for part in ["", ".action", ".why"] {
                let key = format!("{}{part}", reason.code);
                assert!(has(lang, &key), "{lang:?}: no {key} in reasons.ftl");
            }
            let words = [reason.owner.word(), reason.standing.word().to_owned()];
            for word in words {
                assert!(has(lang, &word), "{lang:?}: no {word}");
            }
        }
    }
}
