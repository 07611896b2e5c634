//! Where the time goes from receipts and open items to matches, over the files that
//! `cargo xtask bench files ROWS` makes: each stage of a derivation without a check, and the most
//! memory that was held.
//!
//!     cargo run --release --example cash -- target/bench/files 100000

#![expect(clippy::float_arithmetic, reason = "times, no money")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tieout::base::Date;
use tieout::engine::{Stage, Workbench};
use tieout::ingest::read;
use tieout::matching::Decision;
use tieout::model::Policy;
use tieout::rules::RULES;
use tieout::session::Command;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, sizes)) = asked.split_first() else {
        eprintln!("Which folder, and how many rows? cargo run --example cash DIR ROWS…");
        return ExitCode::FAILURE;
    };
    for size in sizes {
        if let Err(fault) = measure(Path::new(folder), size) {
            eprintln!("{fault}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn measure(folder: &Path, size: &str) -> Result<(), String> {
    let mut bench = Workbench::new(Vec::new());
    for name in ["receipts", "open-items"] {
        let path = folder.join(format!("{name}-{size}.csv"));
        let bytes = std::fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        let raw = read(&format!("{name}.csv"), &bytes, &mut |_| {})
            .map_err(|refusal| format!("{name} was refused: {}", refusal.key))?;
        bench.load(raw);
    }
    let rules_off = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    let policy = Policy { as_of: Date::from_ymd_opt(2026, 11, 30), rules_off, ..Policy::default() };
    bench.apply(Command::SetPolicy(Box::new(policy))).map_err(|why| format!("{why:?}"))?;
    let mut derivation = bench.derivation();
    let mut stages: Vec<(Stage, f64)> = Vec::new();
    loop {
        let stage = derivation.stage();
        let start = Instant::now();
        let more = derivation.step();
        let took = start.elapsed().as_secs_f64();
        match stages.last_mut() {
            Some((last, sum)) if *last == stage => *sum += took,
            _ => stages.push((stage, took)),
        }
        if !more {
            break;
        }
    }
    bench.accept(derivation);
    println!("{size} receipts and open items, {}", memory());
    for (stage, took) in &stages {
        println!("  {stage:?} {took:.3} s");
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
