//! `cargo xtask bench match FOLDER`: how many true pairs of payment and invoice `tieout match` finds,
//! held against a truth that the product never sees.
//!
//! A folder may hold `<name>_payments.csv`, `<name>_invoices.csv` and `<name>_matches.csv` (columns
//! match_category, perturbation_categories, invoice_ids, payment_ids: rows counted from 0), and JSON
//! files with invoices, payments, remittance_lines and ground_truth.applications.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::Value;

use crate::run::{Stop, cargo, read, run, say, write};
use crate::workspace;

type Pair = (String, String);

/// How each pair was found.
#[derive(Default)]
struct Found {
    auto: BTreeSet<Pair>,
    /// With those that were suggested.
    all: BTreeSet<Pair>,
}

pub fn run_all(arguments: &[String]) -> Result<(), Stop> {
    let [folder] = arguments else { return Err("Name the folder of the benchmark.".to_owned()) };
    run(cargo().args(["build", "--quiet", "--release", "--bin", "tieout"]))?;
    let folder = Path::new(folder);
    let entries = std::fs::read_dir(folder)
        .map_err(|fault| format!("Cannot read {}: {fault}.", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix("_matches.csv") {
            say(stem);
            print!("{}", csv(folder, stem)?);
        } else if name.ends_with(".json") {
            say(&name);
            print!("{}", json(&path)?);
        }
    }
    Ok(())
}

/// One folder of three CSV files.
fn csv(folder: &Path, stem: &str) -> Result<String, Stop> {
    let truth = records(&read(&folder.join(format!("{stem}_matches.csv")))?);
    let (document, seconds) = matched(
        &[folder.join(format!("{stem}_payments.csv"))],
        &[folder.join(format!("{stem}_invoices.csv"))],
    )?;
    // Rows are the program's: the header is row 1, the first record is 0 in the truth.
    let row = |place: &Value| (place["row"].as_u64().unwrap_or(0).saturating_sub(2)).to_string();
    let found = found(&document, row);
    let mut groups: BTreeMap<String, BTreeSet<Pair>> = BTreeMap::new();
    let mut all: BTreeSet<Pair> = BTreeSet::new();
    for record in &truth {
        let list = |column: &str| -> Vec<String> {
            let text = record.get(column).map_or("", String::as_str);
            let ids: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
            ids.iter().map(|id| id.to_string().trim_matches('"').to_owned()).collect()
        };
        for payment in list("payment_ids") {
            for invoice in list("invoice_ids") {
                let pair = (payment.clone(), invoice);
                for column in ["match_category", "perturbation_categories"] {
                    let group = record.get(column).cloned().unwrap_or_default();
                    groups.entry(format!("{column} {group}")).or_default().insert(pair.clone());
                }
                all.insert(pair);
            }
        }
    }
    let mut out = format!("{seconds:.1} s, {} true pairs\n", all.len());
    line(&mut out, "all", &found, &all, &all);
    for (name, group) in &groups {
        line(&mut out, name, &found, group, &all);
    }
    Ok(out)
}

/// One problem in JSON, written out as three CSV files first.
fn json(path: &Path) -> Result<String, Stop> {
    let problem: Value = serde_json::from_str(&read(path)?)
        .map_err(|fault| format!("{}: {fault}.", path.display()))?;
    let Some(applications) = problem["ground_truth"]["applications"].as_array() else {
        return Ok("no applications in it\n".to_owned());
    };
    let folder = workspace::root().join("target/bench-match");
    let mut files = Vec::new();
    for part in ["payments", "remittance_lines", "invoices"] {
        let file = folder.join(format!("{part}.csv"));
        write(&file, as_csv(&problem[part]))?;
        files.push(file);
    }
    let (document, seconds) = matched(&files[..2], &files[2..])?;
    let number = |place: &Value| place["number"].as_str().unwrap_or_default().to_owned();
    let found = found(&document, number);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let pair = |a: &Value| (text(&a["payment_id"]), text(&a["invoice_id"]));
    let all: BTreeSet<Pair> = applications.iter().map(pair).collect();
    let mut out = format!("{seconds:.1} s, {} applications\n", all.len());
    line(&mut out, "all", &found, &all, &all);
    let mut groups: BTreeMap<String, BTreeSet<Pair>> = BTreeMap::new();
    for application in applications {
        groups.entry(text(&application["match_type"])).or_default().insert(pair(application));
    }
    for (name, group) in &groups {
        line(&mut out, name, &found, group, &all);
    }
    Ok(out)
}

fn matched(left: &[PathBuf], right: &[PathBuf]) -> Result<(Value, f64), Stop> {
    let binary = workspace::root().join("target/release/tieout");
    let mut command = Command::new(&binary);
    command.arg("match").args(left).arg("--with").args(right).arg("--json");
    let begun = Instant::now();
    let output = command.output().map_err(|fault| format!("{}: {fault}.", binary.display()))?;
    let seconds = begun.elapsed().as_secs_f64();
    let document = serde_json::from_slice(&output.stdout)
        .map_err(|_| String::from_utf8_lossy(&output.stderr).into_owned())?;
    Ok((document, seconds))
}

/// Pairs that a document applies, credits that are set off with the match's receipts included.
fn found(document: &Value, name: impl Fn(&Value) -> String) -> Found {
    let mut found = Found::default();
    for one in document["matches"].as_array().into_iter().flatten() {
        let at = |side: &str, place: &Value| name(&one[side][place.as_u64().unwrap_or(0) as usize]);
        let mut pairs: Vec<Pair> = Vec::new();
        for allocation in one["allocations"].as_array().into_iter().flatten() {
            pairs.push((at("left", &allocation["left"]), at("right", &allocation["right"])));
        }
        for offset in one["offsets"].as_array().into_iter().flatten() {
            let lefts = one["left"].as_array().into_iter().flatten();
            pairs.extend(lefts.map(|left| (name(left), at("right", &offset["credit"]))));
        }
        match one["decision"].as_str() {
            Some("auto") => {
                found.auto.extend(pairs.iter().cloned());
                found.all.extend(pairs);
            }
            Some("suggested") => found.all.extend(pairs),
            _ => {}
        }
    }
    found
}

/// Recall is over the group; precision over pairs that touch a payment or invoice of the group.
#[expect(clippy::float_arithmetic, reason = "shares of pairs, no money")]
fn line(out: &mut String, name: &str, found: &Found, group: &BTreeSet<Pair>, all: &BTreeSet<Pair>) {
    let payments: BTreeSet<&str> = group.iter().map(|pair| pair.0.as_str()).collect();
    let invoices: BTreeSet<&str> = group.iter().map(|pair| pair.1.as_str()).collect();
    let figures = |pairs: &BTreeSet<Pair>| {
        let own = pairs.iter().filter(|pair| {
            payments.contains(pair.0.as_str()) || invoices.contains(pair.1.as_str())
        });
        let (mut made, mut right) = (0_u32, 0_u32);
        for pair in own {
            made += 1;
            right += u32::from(all.contains(pair));
        }
        let hit = group.intersection(pairs).count() as f64;
        let precision = f64::from(right) / f64::from(made.max(1));
        let recall = hit / group.len().max(1) as f64;
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        format!("P {precision:.4} R {recall:.4} F1 {f1:.4}")
    };
    let (auto, both) = (figures(&found.auto), figures(&found.all));
    let _ = writeln!(out, "{name:<62} auto {auto}   with suggestions {both}");
}

/// A list of flat objects, with the keys of the first as header.
fn as_csv(rows: &Value) -> String {
    let rows = rows.as_array().cloned().unwrap_or_default();
    let keys: Vec<String> = rows
        .first()
        .and_then(Value::as_object)
        .map(|row| row.keys().cloned().collect())
        .unwrap_or_default();
    let quoted = |value: &Value| match value {
        Value::String(text) => format!("\"{}\"", text.replace('"', "\"\"")),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let mut out = keys.join(",") + "\n";
    for row in &rows {
        let cells: Vec<String> = keys.iter().map(|key| quoted(&row[key])).collect();
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    out
}

/// CSV records by header, quotes and doubled quotes understood.
fn records(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = text.lines().map(cells);
    let headers = lines.next().unwrap_or_default();
    lines.map(|cells| headers.iter().cloned().zip(cells).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let last = cells.len() - 1;
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cells[last].push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells[last].push(c),
        }
    }
    cells
}
