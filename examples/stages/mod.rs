//! What the examples that measure have in common: sizes on the command line, the files that
//! `cargo xtask bench files ROWS` makes, and a derivation with the time of each stage.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tieout::engine::{Stage, Workbench};
use tieout::ingest::read;

/// Measures each size that is asked for.
pub fn each_size(example: &str, measure: impl Fn(&Path, &str) -> Result<(), String>) -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, sizes)) = asked.split_first() else {
        eprintln!("Which folder, and how many rows? cargo run --example {example} DIR ROWS…");
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

/// Loads the file of one size; how long reading took.
pub fn load(bench: &mut Workbench, folder: &Path, name: &str, size: &str) -> Result<f64, String> {
    let path = folder.join(format!("{name}-{size}.csv"));
    let bytes = std::fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    let start = Instant::now();
    let raw = read(&format!("{name}.csv"), &bytes, &mut |_| {})
        .map_err(|refusal| format!("{name} was refused: {}", refusal.key))?;
    let took = start.elapsed().as_secs_f64();
    bench.load(raw);
    Ok(took)
}

/// Derives to the end: seconds of each stage. `step` hears of every step: its stage, how many steps
/// of the stage were done before, and its seconds.
pub fn derive(bench: &mut Workbench, mut step: impl FnMut(Stage, usize, f64)) -> Vec<(Stage, f64)> {
    let mut derivation = bench.derivation();
    let mut stages: Vec<(Stage, f64)> = Vec::new();
    loop {
        let (stage, (done, _)) = (derivation.stage(), derivation.progress());
        let start = Instant::now();
        let more = derivation.step();
        let took = start.elapsed().as_secs_f64();
        match stages.last_mut() {
            Some((last, sum)) if *last == stage => *sum += took,
            _ => stages.push((stage, took)),
        }
        step(stage, done, took);
        if !more {
            break;
        }
    }
    bench.accept(derivation);
    stages
}
