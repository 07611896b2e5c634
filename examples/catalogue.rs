//! Where the time goes from files to findings: each stage of a derivation, and each rule, over the
//! files that `cargo xtask bench files ROWS` makes.
//!
//!     cargo run --release --example catalogue -- target/bench/files 10000 100000 1000000

#![expect(clippy::float_arithmetic, reason = "times and ratios, no money")]

mod stages;

use std::path::Path;
use std::process::ExitCode;

use tieout::base::Date;
use tieout::engine::{Stage, Workbench};
use tieout::model::Policy;
use tieout::rules::RULES;
use tieout::session::Command;

const FILES: [&str; 5] = ["jobs", "invoices", "lines", "rates", "customers"];
/// Rules below this share of the whole are not worth a line.
const SHOWN: f64 = 0.01;

fn main() -> ExitCode {
    stages::each_size("catalogue", measure)
}

fn measure(folder: &Path, size: &str) -> Result<(), String> {
    let mut bench = Workbench::new(Vec::new());
    let mut reading = 0.0;
    for name in FILES {
        reading += stages::load(&mut bench, folder, name, size)?;
    }
    let policy = Policy { as_of: Date::from_ymd_opt(2026, 11, 6), ..Policy::default() };
    bench.apply(Command::SetPolicy(Box::new(policy))).map_err(|why| format!("{why:?}"))?;
    let mut rules: Vec<(f64, &str)> = Vec::new();
    let stages = stages::derive(&mut bench, |stage, done, took| {
        if stage == Stage::Checking {
            rules.extend(RULES.get(done).map(|rule| (took, rule.code)));
        }
    });
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
