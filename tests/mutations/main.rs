//! Every reader under damaged files: a good file, changed at random places from a seed, is read, typed
//! and proved, or refused; it never panics, loses a row or takes long.
//!
//! Without a word it is a short smoke. `cargo xtask fuzz [TARGET] [MINUTES]` gives it time, a cap on
//! memory and a process of its own, through `TIEOUT_FUZZ=TARGET SECONDS SEED`. What fails is left in
//! `target/mutations` with the seed in its name. No coverage guides it: structure does, since parts of
//! archives are changed before they are packed.

mod change;
mod compound;
mod fed;
mod seeds;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tieout::analysis::conservation::prove;
use tieout::base::{FileId, TableId};
use tieout::ingest::{
    Context, KnownKeys, RawFile, Refusal, build, propose, read, regions, statements,
};

use change::Dice;
use seeds::{Seed, TARGETS};

/// Changed files a target in the smoke.
const SMOKE: u64 = 30;
/// No file of a few kilobytes may take longer, without optimisation and on a machine at work.
const LONG: Duration = Duration::from_secs(60);

/// What came of the files of one target.
#[derive(Default, Debug)]
struct Tally {
    executions: u64,
    read: u64,
    refused: u64,
    failures: Vec<String>,
}

#[test]
fn no_damaged_file_makes_a_reader_panic() {
    let asked = std::env::var("TIEOUT_FUZZ").unwrap_or_default();
    let mut words = asked.split_whitespace();
    let target = words.next();
    let seconds: u64 = words.next().and_then(|text| text.parse().ok()).unwrap_or(0);
    let first: u64 = words.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut failures = Vec::new();
    for (name, seeds) in TARGETS {
        if target.is_some_and(|target| target != *name && target != "all") {
            continue;
        }
        let until = (seconds > 0).then(|| Instant::now() + Duration::from_secs(seconds));
        let tally = run(name, &seeds(), first, until);
        println!(
            "{name}: {} executions, {} read, {} refused, {} failed",
            tally.executions,
            tally.read,
            tally.refused,
            tally.failures.len()
        );
        failures.extend(tally.failures);
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

fn run(name: &str, seeds: &[Seed], first: u64, until: Option<Instant>) -> Tally {
    let mut tally = Tally::default();
    for number in first.. {
        let over = match until {
            Some(until) => Instant::now() >= until,
            None => tally.executions == SMOKE,
        };
        if over || tally.failures.len() > 20 {
            break;
        }
        let mut dice = Dice::new(name, number);
        let bytes = dice.pick(seeds).changed(&mut dice);
        tally.executions += 1;
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| take(&bytes)));
        let long = began.elapsed() > LONG;
        match outcome {
            Ok(Ok(true)) if !long => tally.read += 1,
            Ok(Ok(false)) if !long => tally.refused += 1,
            Ok(Ok(_)) => fail(&mut tally, name, number, &bytes, "took long"),
            Ok(Err(why)) => fail(&mut tally, name, number, &bytes, why),
            Err(_) => fail(&mut tally, name, number, &bytes, "panicked"),
        }
    }
    tally
}

fn fail(tally: &mut Tally, name: &str, number: u64, bytes: &[u8], why: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/mutations");
    let path = format!("{folder}/{name}-{number}.bin");
    // The failure counts even where the file cannot be kept.
    let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, bytes));
    tally.failures.push(format!("{path}: {why}"));
}

/// The whole way of a file; whether it was read.
fn take(bytes: &[u8]) -> Result<bool, &'static str> {
    let outcome = read("damaged", bytes, &mut |_| {});
    if !is_read_alike_in_pieces(bytes, &outcome) {
        return Err("is read otherwise in pieces");
    }
    let Ok(file) = outcome else { return Ok(false) };
    if RawFile::decode(&file.encode()).as_ref() != Some(&file) {
        return Err("does not survive its way between workers");
    }
    let rows: BTreeSet<u32> = file.sheets.iter().flat_map(|s| s.row_numbers.clone()).collect();
    let (whole, problems) = (file.sheets.clone(), file.problems);
    let (cut, _) = regions::cut(file.sheets, problems);
    // A person may want the sheets as they are, or with every table on one of its own.
    if !rows.iter().all(|row| cut.iter().any(|sheet| sheet.row_numbers.contains(row))) {
        return Err("a row stands in no table");
    }
    for sheet in whole.into_iter().chain(cut) {
        let context =
            Context { file_name: "damaged", remembered: &[], keys: &KnownKeys::default() };
        let proposal = propose(&sheet, &context);
        let raw = Arc::new(sheet);
        let reading = &proposal.reading;
        let (table, _) = build(TableId(0), FileId(0), &"damaged".into(), &raw, reading);
        let table = Arc::new(table);
        statements(&table);
        let all = table.fates.len() == raw.rows();
        if !all || table.counts().total() as usize != raw.rows_of_file() {
            return Err("a row has no fate");
        }
        if !prove(std::slice::from_ref(&table)).holds() {
            return Err("sums are not conserved");
        }
    }
    Ok(true)
}

/// What a second worker helps to read is what is read without; where it cannot help it does not.
fn is_read_alike_in_pieces(bytes: &[u8], outcome: &Result<RawFile, Refusal>) -> bool {
    let piece = 1 + bytes.len() % 1_000;
    let fed = fed::read_in_pieces("damaged", bytes, piece);
    fed.is_none_or(|fed| {
        outcome
            .as_ref()
            .is_ok_and(|whole| RawFile { sha256: whole.sha256.clone(), ..fed } == *whole)
    })
}
