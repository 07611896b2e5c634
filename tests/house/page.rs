//! The page: nothing in it names the outside world, and nothing in it breaks its own policy.

use std::path::{Path, PathBuf};

use super::sources::{root, rust_files};

/// Names of XML vocabularies: looked at by the parser, never fetched.
const VOCABULARIES: [&str; 2] = ["http://www.w3.org/", "https://www.w3.org/"];

#[test]
fn the_page_names_no_address_outside_itself() {
    let mut faults = Vec::new();
    for path in page_files() {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            for start in
                ["http://", "https://", "ws://", "wss://", "url(//", "src=\"//", "href=\"//"]
            {
                let names = line
                    .match_indices(start)
                    .any(|(at, _)| !VOCABULARIES.iter().any(|known| line[at..].starts_with(known)));
                if names {
                    faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "the page needs nothing from anywhere:\n{}", faults.join("\n"));
}

#[test]
fn the_page_has_its_policy_and_removes_webrtc_first() {
    let html = std::fs::read_to_string(root().join("index.html")).expect("index.html");
    for rule in
        ["default-src 'none'", "connect-src 'self'", "form-action 'none'", "base-uri 'none'"]
    {
        assert!(html.contains(rule), "index.html: the policy lost {rule}");
    }
    assert!(!html.contains("'unsafe-inline'") && !html.contains("'unsafe-eval'"));
    let scripts: Vec<&str> = html.split("<script").skip(1).collect();
    let first = scripts.first().expect("a script");
    assert!(first.contains("seal.js"), "seal.js must be the first script of the page");
    let seal = std::fs::read_to_string(root().join("public/seal.js")).expect("public/seal.js");
    for name in ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"] {
        assert!(seal.contains(name), "public/seal.js: {name} is no longer removed");
    }
}

/// The policy refuses style attributes, silently for the user: the element just looks wrong.
#[test]
fn no_view_has_a_style_attribute() {
    let mut faults = Vec::new();
    for (path, text) in rust_files("src") {
        for (number, line) in text.lines().enumerate() {
            if line.contains(" style=\"")
                || line.contains(" style={")
                || line.contains("inner_html")
            {
                faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "use a class or style:name=…:\n{}", faults.join("\n"));
}

/// The sandbox of the sealed file drops every submit unsaid: a form works in one edition only.
#[test]
fn no_view_has_a_form() {
    for (path, text) in rust_files("src/app") {
        assert!(!text.contains("<form"), "{}: send on click and on Enter", path.display());
    }
}

#[test]
fn a_font_has_its_licence_beside_it() {
    for path in page_files() {
        if path.extension().is_some_and(|ext| ext == "woff2") {
            let licence = path.with_file_name("LICENSE.txt");
            assert!(licence.is_file(), "{} has no LICENSE.txt beside it", path.display());
        }
    }
}

fn page_files() -> Vec<PathBuf> {
    let mut files = vec![root().join("index.html")];
    for folder in ["style", "public"] {
        collect(&root().join(folder), &mut files);
    }
    // A licence names its home; that is text, and the page does not load it.
    files.retain(|path| path.extension().is_none_or(|ext| ext != "txt"));
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder of the page") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}
