//! Scores the reading of delimited text on the survey files of Pollock (HPI): `csv/`, `clean/` and
//! `parameters/` under one folder. The measures are those of the benchmark: precision, recall and F1
//! of header, records and cells as multisets, and success; ten in all. Nothing is told the reader.
//! Where `pollock_weights.json` lies beside the folders, the weighted score of the generated files too.
//!
//! Texts are compared as they stand, but for case and blanks; the original also folds dates and
//! prices. Blank cells at the end of a record count on neither side: they hold nothing.

#![expect(clippy::float_arithmetic, reason = "scores, no money")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use tieout::ingest::{RawFile, layout, read, regions};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let short = arguments.iter().any(|word| word == "--short");
    let Some(folder) = arguments.iter().find(|word| !word.starts_with("--")) else {
        eprintln!("Which folder? cargo run --example pollock DIR [--short]");
        return ExitCode::FAILURE;
    };
    let folder = Path::new(&folder);
    let Ok(entries) = std::fs::read_dir(folder.join("clean")) else {
        eprintln!("{} has no folder clean.", folder.display());
        return ExitCode::FAILURE;
    };
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let weights = std::fs::read(folder.join("pollock_weights.json"));
    let weights: BTreeMap<String, f64> =
        weights.ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    let (mut weighted, mut weight_of_all) = (0.0, 0.0);
    let mut sums = [0.0; 10];
    let (mut dialects, mut encodings) = (0, 0);
    for name in &names {
        let scores = file(folder, name);
        dialects += usize::from(scores.dialect);
        encodings += usize::from(scores.encoding);
        let total: f64 = scores.measures.iter().sum();
        sums.iter_mut().zip(scores.measures).for_each(|(sum, measure)| *sum += measure);
        let weight = weights.get(name).copied().unwrap_or(0.0);
        weighted += total * weight;
        weight_of_all += weight;
        if !short {
            println!("{total:6.3}  {name}  {}", scores.said);
        }
    }
    let count = names.len() as f64;
    let means = sums.map(|sum| sum / count);
    println!(
        "\n{} files: success {:.4}, header {:.4}, records {:.4}, cells {:.4}; score {:.4} of 10",
        names.len(),
        means[0],
        means[3],
        means[6],
        means[9],
        means.iter().sum::<f64>()
    );
    if weight_of_all > 0.0 {
        println!("weighted score {:.4} of 10", weighted / weight_of_all);
    }
    println!("columns as stated {dialects}, encoding as stated {encodings}, of {}", names.len());
    ExitCode::SUCCESS
}

struct Scores {
    /// Success, then precision, recall and F1 of header, records and cells.
    measures: [f64; 10],
    dialect: bool,
    encoding: bool,
    said: String,
}

fn file(folder: &Path, name: &str) -> Scores {
    let bytes = std::fs::read(folder.join("csv").join(name)).unwrap_or_default();
    let clean = std::fs::read_to_string(folder.join("clean").join(name)).unwrap_or_default();
    let beside = |end: &str| std::fs::read(folder.join("parameters").join(format!("{name}{end}")));
    let parameters = beside(".json").or_else(|_| beside("_parameters.json"));
    let parameters: serde_json::Value =
        parameters.ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    let wanted = records(&clean);
    // Some clean twins of lists without a header have names that nobody wrote.
    let names_made_up = wanted.first().is_some_and(|row| row.first().is_some_and(|c| c == "col_0"));
    let (found, loaded) = match read(name, &bytes, &mut |_| {}) {
        Ok(file) => (loaded(file.clone(), names_made_up), Some(file)),
        Err(_) => (Vec::new(), None),
    };
    let split = |rows: &[Vec<String>]| {
        (
            rows.first().cloned().unwrap_or_default(),
            rows.iter().skip(1).cloned().collect::<Vec<_>>(),
        )
    };
    let (wanted_header, wanted_rows) = split(&wanted);
    let (found_header, found_rows) = split(&found);
    let joined = |rows: &[Vec<String>]| rows.iter().map(|row| row.join("\u{1f}")).collect();
    let cells = |rows: &[Vec<String>]| rows.concat();
    let header = overlap(wanted_header.clone(), found_header.clone());
    let of_rows = overlap(joined(&wanted_rows), joined(&found_rows));
    let of_cells = overlap(cells(&wanted_rows), cells(&found_rows));
    let success = f64::from(u8::from(loaded.is_some() || bytes.is_empty()));
    let measures = [&[success][..], &header, &of_rows, &of_cells].concat();
    let encoding = loaded.as_ref().and_then(|file| file.encoding.clone()).unwrap_or_default();
    let stated = parameters["encoding"].as_str().unwrap_or("").to_owned();
    let same = same_encoding(&stated, &encoding) || bytes.is_empty();
    let columns = parameters["n_columns"].as_u64().unwrap_or(0) as usize;
    let said = format!(
        "rows {}/{} columns {}/{columns} {}",
        found_rows.len(),
        wanted_rows.len(),
        found_header.len(),
        if same { String::new() } else { format!("{encoding} not {stated}") }
    );
    Scores {
        measures: measures.try_into().unwrap_or([0.0; 10]),
        dialect: found_header.len().abs_diff(columns) <= 1,
        encoding: same,
        said,
    }
}

/// Header and rows as the product sees them, padded to the width of the list.
fn loaded(file: RawFile, names_made_up: bool) -> Vec<Vec<String>> {
    let (sheets, _) = regions::cut(file.sheets, file.problems);
    let Some((sheet, others)) = sheets.split_first() else { return Vec::new() };
    let layout = layout::find(sheet);
    let width = sheet.columns.len();
    let (header, first) = match layout.row {
        Some(row) => {
            let names = layout.headers.iter().map(|header| header.text.replace(" / ", " "));
            (names.collect(), (row + layout.height) as usize)
        }
        None => ((0..width).map(|at| format!("col_{at}")).collect(), 0),
    };
    let row = |row: usize| (0..width).map(|column| plain(sheet.text(row, column))).collect();
    let rows = (first..sheet.rows()).filter(|at| !sheet.is_blank_row(*at)).map(row);
    // The benchmark holds further tables of a file for rows of the first.
    let further = others.iter().flat_map(|other| {
        let filled = (0..other.rows()).filter(|at| !other.is_blank_row(*at));
        filled.map(|at| other.columns.iter().map(|column| plain(column.text(at))).collect())
    });
    let header: Vec<String> = header;
    let header = header.iter().map(|name| plain(name)).collect();
    let header = (layout.row.is_some() || names_made_up).then_some(header).into_iter();
    header.chain(rows).chain(further).map(without_blank_end).collect()
}

fn without_blank_end(mut record: Vec<String>) -> Vec<String> {
    while record.last().is_some_and(String::is_empty) {
        record.pop();
    }
    record
}

/// The clean twin: plain commas and doubled quotes.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().expect("there is a row");
        let field = row.last_mut().expect("there is a field");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => field.push(c),
        }
    }
    let plain = |row: &Vec<String>| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>();
    rows.iter().map(plain).map(without_blank_end).filter(|row| !row.is_empty()).collect()
}

fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => number.to_string(),
        _ => text,
    }
}

/// Precision, recall and F1 of two multisets.
fn overlap(wanted: Vec<String>, found: Vec<String>) -> [f64; 3] {
    if wanted.is_empty() {
        return [1.0; 3];
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    wanted.iter().for_each(|text| *counts.entry(text).or_default() += 1);
    let mut both = 0;
    for text in &found {
        if let Some(count) = counts.get_mut(text.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    if both == 0 {
        return [0.0; 3];
    }
    let (precision, recall) = (both as f64 / wanted.len() as f64, both as f64 / found.len() as f64);
    [precision, recall, 2.0 * precision * recall / (precision + recall)]
}

fn same_encoding(stated: &str, found: &str) -> bool {
    let found = found.to_lowercase();
    match stated {
        "ascii" => true,
        "latin1" | "iso-8859-1" => found == "windows-1252" || found == "utf-8",
        other => other.replace('_', "-") == found,
    }
}
