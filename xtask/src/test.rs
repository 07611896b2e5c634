//! `cargo xtask test`: everything that must hold, from formatting to journeys in a real browser.
//!
//! Each part runs even when one before it failed, unless it needs what that one makes. The last line
//! is `N passed, N failed` and nothing else: continuous integration reads it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::run::{Stop, cargo, say};
use crate::{browser, bundle, loopback, page, tools, workspace};

const PARTS: &[&str] = &["format", "lint", "native", "page", "bundle", "journeys"];

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn count(&mut self, name: &str, outcome: Result<(), Stop>) -> bool {
        let held = outcome.is_ok();
        match outcome {
            Ok(()) => self.passed += 1,
            Err(stop) => {
                self.failed += 1;
                println!("FAILED {name}: {stop}");
            }
        }
        held
    }
}

pub fn run(arguments: &[String]) -> Result<(), Stop> {
    let (parts, words): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|word| PARTS.contains(&word.as_str()));
    let wanted = |part: &str| parts.is_empty() && words.is_empty() || has(&parts, part);
    let journeys = wanted("journeys") || !words.is_empty();

    say("Looking at what is installed");
    if journeys || wanted("page") || wanted("bundle") || wanted("lint") {
        tools::ensure()?;
    }
    let axe = if journeys { Some(browser::ensure()?) } else { None };

    let mut tally = Tally::default();
    if wanted("format") {
        say("Formatting");
        tally.count("format", crate::run::run(cargo().args(["fmt", "--all", "--", "--check"])));
    }
    if wanted("lint") {
        lint(&mut tally);
    }
    if wanted("native") {
        say("Tests of the library, the terminal and the house");
        let mut tests = cargo();
        tests.args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast", "--locked"]);
        count_tests(&mut tally, "native tests", &mut tests);
    }
    let mut built = true;
    if wanted("page") {
        built = tally.count("page", page::build().map(|_| ()));
    }
    if wanted("bundle") {
        say("Sealing the single file");
        built = built && tally.count("bundle", bundle::seal_site().map(|_| ()));
    }
    match axe {
        Some(axe) if built => walk(&mut tally, &words, &axe)?,
        Some(_) => println!("Journeys not run: there is no page to walk through."),
        None => {}
    }
    close(&tally)
}

fn has(parts: &[&String], part: &str) -> bool {
    parts.iter().any(|word| *word == part)
}

/// The page compiles for WebAssembly only, so it is linted there; everything else natively.
fn lint(tally: &mut Tally) {
    say("Lints");
    let native = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    tally.count("lint", crate::run::run(cargo().args(native)));
    let page = ["clippy", "--package", "tieout", "--bin", "tieout", "--locked"];
    let page = cargo()
        .args(page)
        .args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"])
        .status();
    let page = match page {
        Ok(status) if status.success() => Ok(()),
        _ => Err("clippy found something in the page.".to_owned()),
    };
    tally.count("lint of the page", page);
}

fn walk(tally: &mut Tally, words: &[&String], axe: &std::path::Path) -> Result<(), Stop> {
    say("Journeys in Chromium");
    let site = loopback::serve(workspace::site(), 0)?;
    let mut journeys = cargo();
    journeys
        .args(["run", "--quiet", "--locked", "--package", "e2e", "--"])
        .args(words)
        .env("TIEOUT_SITE", site)
        .env("TIEOUT_SEALED", workspace::single_file())
        .env("TIEOUT_WORK", workspace::journeys())
        .env("TIEOUT_AXE", axe)
        .env("TIEOUT_DOCS", workspace::root().join("docs"));
    count_tests(tally, "journeys", &mut journeys);
    Ok(())
}

/// Runs tests with their output passed on, and adds up the summaries that each test program prints.
fn count_tests(tally: &mut Tally, name: &str, command: &mut Command) {
    let (mut passed, mut failed) = (0, 0);
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(fault) => {
            tally.count(name, Err(format!("did not start: {fault}.")));
            return;
        }
    };
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            if let Some(summary) = line.trim_start().strip_prefix("test result:") {
                passed += number_before(summary, " passed");
                failed += number_before(summary, " failed");
            }
        }
    }
    let ended_well = child.wait().is_ok_and(|status| status.success());
    // A test program that cannot be built or dies prints no summary, and is a failure all the same.
    if !ended_well && failed == 0 {
        println!("FAILED {name}: it ended before its summary.");
        failed = 1;
    }
    tally.passed += passed;
    tally.failed += failed;
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn close(tally: &Tally) -> Result<(), Stop> {
    println!("{} passed, {} failed", tally.passed, tally.failed);
    // The line above is the last one: leave without another word.
    std::process::exit(i32::from(tally.failed > 0))
}

#[cfg(test)]
mod tests {
    use super::number_before;

    #[test]
    fn a_summary_is_read() {
        let line = " FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!((number_before(line, " passed"), number_before(line, " failed")), (12, 3));
    }
}
