//! Reads every file under a folder, each in a process of its own under a cap on memory and a limit
//! of time, and says of each what came of it.
//!
//! It judges only what is put beside the files: without `ORACLE.json`, `CRAFTED.csv` or
//! `EXPECTED.csv` it still finds crashes, hangs and hunger.

mod beside;
mod child;
mod delimited;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use self::beside::{Agreement, Beside};
use self::child::{Limits, Outcome};
use crate::run::{Stop, cargo, run as announce, say};
use crate::workspace::root;

/// Rows and sums that are known for a file are not looked for further up than this.
const BESIDE_LEVELS_MAX: usize = 3;

pub fn run(arguments: &[String]) -> Result<(), Stop> {
    let (folder, word, limits) = asked(arguments)?;
    announce(cargo().args(["build", "--quiet", "--bin", "tieout"]))?;
    let program = root().join("target/debug/tieout");
    say(&limits.spoken());
    let mut beside = Beside::default();
    let mut totals = Totals::default();
    for path in files(&folder)? {
        let shown = path.strip_prefix(&folder).unwrap_or(&path).to_string_lossy().into_owned();
        if word.as_ref().is_some_and(|word| !shown.contains(word.as_str())) {
            continue;
        }
        let read = child::read(&program, &path, &limits)?;
        let agreement = beside.judge(&path, &read.outcome);
        println!("{shown}  {}  {} MiB{}", read.outcome, read.peak_mib, agreement.spoken());
        totals.count(&read.outcome, &agreement, read.peak_mib, &shown);
    }
    totals.print();
    for pollock in pollocks(&folder) {
        say(&format!("the scores of Pollock over {}", pollock.display()));
        let example = ["run", "--quiet", "-p", "tieout", "--example", "pollock", "--", "--short"];
        announce(cargo().args(example).arg(&pollock))?;
    }
    if totals.failed() { Err("Some files crashed or hung.".into()) } else { Ok(()) }
}

/// `DIR [WORD] [--seconds N] [--mib N]`
fn asked(arguments: &[String]) -> Result<(PathBuf, Option<String>, Limits), Stop> {
    let mut limits = Limits::default();
    let mut plain = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = |what: &str| {
            let text = rest.next().ok_or(format!("{what} wants a number."))?;
            text.parse().map_err(|_| format!("{what} wants a number, not “{text}”."))
        };
        match argument.as_str() {
            "--seconds" => limits.seconds = number("--seconds")?,
            "--mib" => limits.mib = number("--mib")?,
            _ => plain.push(argument.clone()),
        }
    }
    let mut plain = plain.into_iter();
    let folder = plain.next().ok_or("Which folder? cargo xtask corpus DIR")?;
    let folder = Path::new(&folder)
        .canonicalize()
        .map_err(|fault| format!("Cannot open {folder}: {fault}."))?;
    Ok((folder, plain.next(), limits))
}

/// All files below a folder in order of their names, without what only describes them.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    const DESCRIBING: [&str; 6] = [
        "ORACLE.json",
        "CRAFTED.csv",
        "EXPECTED.csv",
        "SOURCES.csv",
        "README.md",
        "pollock_weights.json",
    ];
    if folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let entries = std::fs::read_dir(folder)
        .map_err(|fault| format!("Cannot list {}: {fault}.", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else if !DESCRIBING.contains(&name.as_str()) {
            all.push(path);
        }
    }
    Ok(all)
}

/// Folders of the Pollock benchmark: polluted files, and beside them what they should give.
fn pollocks(folder: &Path) -> Vec<PathBuf> {
    const PARTS: [&str; 3] = ["csv", "clean", "parameters"];
    if PARTS.iter().all(|part| folder.join(part).is_dir()) {
        return vec![folder.to_owned()];
    }
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut below: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    below.sort();
    below.iter().flat_map(|path| pollocks(path)).collect()
}

#[derive(Default)]
struct Totals {
    outcomes: BTreeMap<&'static str, u32>,
    failures: Vec<String>,
    /// Files and sheets that agree, of those that can be judged.
    files: (u32, u32),
    sheets: (u32, u32),
    differing: Vec<String>,
    hungriest: (u64, String),
}

impl Totals {
    fn count(&mut self, outcome: &Outcome, agreement: &Agreement, peak_mib: u64, shown: &str) {
        *self.outcomes.entry(outcome.name()).or_default() += 1;
        if outcome.is_failure() {
            self.failures.push(format!("{shown}: {outcome}"));
        }
        if let Some((agreeing, judged)) = agreement.counts() {
            self.files.1 += 1;
            self.files.0 += u32::from(agreeing == judged);
            self.sheets.0 += agreeing;
            self.sheets.1 += judged;
            if agreeing < judged {
                self.differing.push(format!("{shown}{}", agreement.spoken()));
            }
        }
        if peak_mib > self.hungriest.0 {
            self.hungriest = (peak_mib, shown.to_owned());
        }
    }

    fn failed(&self) -> bool {
        !self.failures.is_empty()
    }

    fn print(&self) {
        println!();
        for failure in &self.failures {
            println!("FAILED  {failure}");
        }
        for differing in &self.differing {
            println!("DIFFERS  {differing}");
        }
        let outcomes: Vec<String> =
            self.outcomes.iter().map(|(name, count)| format!("{count} {name}")).collect();
        println!("{}", outcomes.join(", "));
        println!("agreement: files {}, sheets {}", share(self.files), share(self.sheets));
        println!("hungriest: {} MiB, {}", self.hungriest.0, self.hungriest.1);
    }
}

fn share((agreeing, judged): (u32, u32)) -> String {
    let hundredths = (u64::from(agreeing) * 10_000).checked_div(u64::from(judged));
    let percent = hundredths.map(|h| format!(" = {}.{:02} %", h / 100, h % 100));
    format!("{agreeing} of {judged}{}", percent.unwrap_or_default())
}
