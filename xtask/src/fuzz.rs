//! `cargo xtask fuzz [TARGET] [MINUTES] [SEED]`: the test of damaged files, given time, a cap on memory
//! and a process of its own. Prints how many files were read and refused; what fails is kept.
//!
//! Changes come from a seed and from no coverage, so that nothing beyond the toolchain is needed.

use std::process::Command;

use crate::run::{Stop, cargo, run as announce, say};

/// What a reader may take for a file of some kilobytes, and the program around it.
const MEMORY_KIB: u64 = 1 << 20;

pub fn run(arguments: &[String]) -> Result<(), Stop> {
    let target = arguments.first().map_or("all", String::as_str);
    let number = |at: usize, without: u64| match arguments.get(at) {
        None => Ok(without),
        Some(text) => text.parse::<u64>().map_err(|_| format!("“{text}” is no number.")),
    };
    let (minutes, seed) = (number(1, 1)?, number(2, 1)?);
    announce(cargo().args(["test", "--quiet", "-p", "tieout", "--test", "mutations", "--no-run"]))?;
    say(&format!("{target}, {minutes} minutes a target, from seed {seed}"));
    let mut shell = Command::new("sh");
    // Address space is what can be capped without a privilege; elsewhere it runs without a cap.
    let cap =
        if cfg!(target_os = "linux") { format!("ulimit -v {MEMORY_KIB}; ") } else { String::new() };
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let script =
        format!("{cap}exec \"{cargo}\" test --quiet -p tieout --test mutations -- --nocapture");
    shell.args(["-c", &script]).current_dir(crate::workspace::root());
    shell.env("TIEOUT_FUZZ", format!("{target} {} {seed}", minutes * 60));
    announce(&mut shell)
}
