//! Where the time goes from receipts and open items to matches, over the files that
//! `cargo xtask bench files ROWS` makes: each stage of a derivation without a check and its longest turn,
//! the passes of matching, and the most memory that was held.
//!
//!     cargo run --release --example cash -- target/bench/files 100000

#![expect(clippy::float_arithmetic, reason = "times, no money")]

mod stages;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use tieout::base::Date;
use tieout::engine::{Stage, Workbench};
use tieout::matching::Decision;
use tieout::model::Policy;
use tieout::rules::RULES;
use tieout::session::Command;

/// Passes below this share of all are not worth a line.
const SHOWN: f64 = 0.02;
/// What one pass counts for in the progress of matching.
const PASS: usize = 1_000;

fn main() -> ExitCode {
    stages::each_size("cash", measure)
}

fn measure(folder: &Path, size: &str) -> Result<(), String> {
    let mut bench = Workbench::new(Vec::new());
    for name in ["receipts", "open-items"] {
        stages::load(&mut bench, folder, name, size)?;
    }
    let rules_off = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    let policy = Policy { as_of: Date::from_ymd_opt(2026, 11, 30), rules_off, ..Policy::default() };
    bench.apply(Command::SetPolicy(Box::new(policy))).map_err(|why| format!("{why:?}"))?;
    let mut passes: BTreeMap<usize, f64> = BTreeMap::new();
    let mut longest: Vec<(Stage, f64)> = Vec::new();
    let stages = stages::derive(&mut bench, |stage, done, took| {
        if stage == Stage::Matching {
            *passes.entry(done / PASS).or_default() += took;
        }
        match longest.last_mut() {
            Some((last, most)) if *last == stage => *most = most.max(took),
            _ => longest.push((stage, took)),
        }
    });
    println!("{size} receipts and open items, {}", memory());
    for ((stage, took), (_, most)) in stages.iter().zip(&longest) {
        println!("  {stage:?} {took:.3} s, {most:.3} s the longest turn");
    }
    let whole: f64 = passes.values().sum();
    for (done, took) in passes.iter().filter(|(_, took)| **took > whole * SHOWN) {
        println!("    behind {done} passes {took:.3} s");
    }
    let matches = &bench.results().cash.outcome.matches;
    let auto = matches.iter().filter(|found| found.decision == Decision::Auto);
    println!("  {} matches, {} of them by machine", matches.len(), auto.count());
    Ok(())
}

/// What the process has at most held, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(|| "memory not told".to_owned(), |peak| format!("peak {}", peak.trim()))
}
