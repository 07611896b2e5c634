//! Nothing in the built pages names a place outside: what is not there cannot be asked for.

use std::fs;
use std::path::Path;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

/// Names that look like addresses and are none: vocabularies of XML, which nobody fetches, and the
/// help that the glue points to on the console.
const NAMES: [&str; 8] = [
    "http://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.org/",
    "http://purl.oclc.org/",
    "http://scripts.sil.org/OFL", // in the text of the font's licence
    "https://developer.mozilla.org/en-US/docs/WebAssembly",
    "https://developer.mozilla.org/en-US/docs/Web/",
];

pub async fn walk(browser: Browser) -> Outcome {
    let site = browser.built_site();
    let mut strangers = Vec::new();
    look(&site, &mut strangers)?;
    if !strangers.is_empty() {
        return Err(
            format!("The built page names places outside:\n{}", strangers.join("\n")).into()
        );
    }
    browser.visit(Edition::Hosted).await
}

fn look(folder: &Path, strangers: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            look(&path, strangers)?;
            continue;
        }
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        for scheme in ["http://", "https://", "ws://", "wss://"] {
            let found = text.match_indices(scheme).map(|(at, _)| &text[at..]);
            let known = |at: &&str| {
                // A scheme alone is a comparison in code; a host begins with a letter or a digit.
                let host = at[scheme.len()..].chars().next().is_some_and(char::is_alphanumeric);
                !host || NAMES.iter().any(|name| at.starts_with(name))
            };
            strangers.extend(found.filter(|at| !known(at)).map(|at| {
                format!("{}: {}", path.display(), at.chars().take(60).collect::<String>())
            }));
        }
        // Without a scheme only where a browser would take it for an address.
        for start in ["src=\"//", "href=\"//", "url(//", "url(\"//", "import(\"//"] {
            if text.contains(start) {
                strangers.push(format!("{}: {start}", path.display()));
            }
        }
    }
    Ok(())
}
