//! Where the time goes from files to findings: each stage of a derivation, and each rule, over the
//! files that `cargo xtask bench files ROWS` makes.
//!
//!     cargo run --release --example catalogue -- target/bench/files 10000 100000 1000000

#![expect(clippy::float_arithmetic, reason = "times and ratios, no money")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tieout::base::Date;
use tieout::engine::{Stage, Workbench};
use tieout::ingest::read;
use tieout::model::Policy;
use tieout::rules::RULES;
use tieout::session::Command;

const FILES: [&str; 5] = ["jobs", "invoices", "lines", "rates", "customers"];
/// Rules below this share of the whole are not worth a line.
const SHOWN: f64 = 0.01;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, sizes)) = asked.split_first() else {
        eprintln!("Which folder, and how many rows? cargo run --example catalogue DIR ROWS…");
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
    let mut reading = 0.0;
    for name in FILES {
        let path = folder.join(format!("{name}-{size}.csv"));
        let bytes = std::fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        let start = Instant::now();
        let raw = read(&format!("{name}.csv"), &bytes, &mut |_| {})
            .map_err(|refusal| format!("{name} was refused: {}", refusal.key))?;
        reading += start.elapsed().as_secs_f64();
        bench.load(raw);
    }
    let policy = Policy { as_of: Date::from_ymd_opt(2026, 11, 6), ..Policy::default() };
    bench.apply(Command::SetPolicy(Box::new(policy))).map_err(|why| format!("{why:?}"))?;
    let mut derivation = bench.derivation();
    let mut stages: Vec<(Stage, f64)> = Vec::new();
    let mut rules: Vec<(f64, &str)> = Vec::new();
    loop {
        let (stage, (done, _)) = (derivation.stage(), derivation.progress());
        let start = Instant::now();
        let more = derivation.step();
        let took = start.elapsed().as_secs_f64();
        match stages.last_mut() {
            Some((last, sum)) if *last == stage => *sum += took,
            _ => stages.push((stage, took)),
        }
        if stage == Stage::Checking {
            rules.extend(RULES.get(done).map(|rule| (took, rule.code)));
        }
        if !more {
            break;
        }
    }
    bench.accept(derivation);
    let whole: f64 = stages.iter().map(|(_, took)| took).sum();
    let rows: f64 = size.parse().map_err(|_| format!("“{size}” is not a number of rows"))?;
    let each = |seconds: f64| seconds * 1e9 / rows;
    let found = bench.results().qc.findings.len();
    println!(
        "{size} rows: read {reading:.2} s, derived {whole:.2} s ({:.2} of it), {found} findings",
        whole / reading
    );
    for (stage, took) in &stages {
        println!("  {stage:?} {:.0} ns a row", each(*took));
    }
    rules.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (took, code) in rules.iter().filter(|(took, _)| *took > whole * SHOWN) {
        println!("    {code} {:.0} ns a row", each(*took));
    }
    Ok(())
}
