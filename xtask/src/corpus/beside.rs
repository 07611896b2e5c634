//! What is known of a file from the lists beside it, and whether our reading agrees.
//!
//! `ORACLE.json` holds, for each file, sheets with non-empty cells and the sum of numbers by
//! independent readers: it decides only where all that could read the file say the same, and two did.
//! `EXPECTED.csv` holds counts and sums of bank files; `CRAFTED.csv` says in words what must come
//! out, and only a figure in it (“2 rows”, “sum 80.25”) is compared.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::BESIDE_LEVELS_MAX;
use super::child::Outcome;
use super::delimited;

/// The lists that were opened so far, by their folder.
#[derive(Default)]
pub(super) struct Beside {
    folders: BTreeMap<PathBuf, Lists>,
}

#[derive(Default)]
struct Lists {
    oracle: Value,
    /// Rows of `CRAFTED.csv` and `EXPECTED.csv` by their column `file`.
    crafted: BTreeMap<String, BTreeMap<String, String>>,
    expected: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Default)]
pub(super) struct Agreement {
    /// Agreeing and judged parts.
    counts: Option<(u32, u32)>,
    said: Vec<String>,
}

impl Agreement {
    pub(super) fn counts(&self) -> Option<(u32, u32)> {
        self.counts
    }

    pub(super) fn spoken(&self) -> String {
        let counts = self.counts.map(|(agreeing, judged)| format!("agrees {agreeing}/{judged}"));
        let said = counts.iter().chain(&self.said);
        said.map(|part| format!("  {part}")).collect()
    }

    fn part(&mut self, agrees: bool, differs: impl FnOnce() -> String) {
        let (agreeing, judged) = self.counts.get_or_insert((0, 0));
        *judged += 1;
        *agreeing += u32::from(agrees);
        if !agrees {
            self.said.push(differs());
        }
    }
}

/// A sheet in figures, ours or an oracle's.
#[derive(Clone, PartialEq, Debug)]
struct Figures {
    cells: u64,
    sum: f64,
}

impl Beside {
    pub(super) fn judge(&mut self, path: &Path, outcome: &Outcome) -> Agreement {
        let mut agreement = Agreement::default();
        for folder in path.ancestors().skip(1).take(BESIDE_LEVELS_MAX) {
            let lists =
                self.folders.entry(folder.to_owned()).or_insert_with(|| Lists::open(folder));
            let Ok(below) = path.strip_prefix(folder) else { continue };
            let below = below.to_string_lossy().replace('\\', "/");
            let crafted = below.strip_prefix("crafted/").unwrap_or(&below);
            let crafted = lists.crafted.get(crafted);
            if let Some(sheets) = lists.oracle.get(&below).and_then(agreed) {
                if matches!(outcome, Outcome::Refused(_)) && crafted.is_some_and(may_refuse) {
                    agreement.part(true, String::new);
                } else {
                    compare_sheets(&sheets, outcome, &mut agreement);
                }
            }
            if let Some(row) = crafted {
                compare_crafted(row, outcome, &mut agreement);
            }
            if let Some(row) = lists.expected.get(&below) {
                compare_bank(row, outcome, &mut agreement);
            }
        }
        agreement
    }
}

impl Lists {
    fn open(folder: &Path) -> Lists {
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        let by_file = |name: &str| {
            let rows = delimited::rows(&text(name)).into_iter();
            rows.map(|row| (row.get("file").cloned().unwrap_or_default(), row)).collect()
        };
        Lists {
            oracle: serde_json::from_str(&text("ORACLE.json")).unwrap_or_default(),
            crafted: by_file("CRAFTED.csv"),
            expected: by_file("EXPECTED.csv"),
        }
    }
}

/// The sheets where two readers or more agree, by name; `None` for a sheet where they do not.
fn agreed(readers: &Value) -> Option<Vec<(String, Option<Figures>)>> {
    let readers = readers.as_object()?.values().filter(|reader| reader["ok"] == Value::Bool(true));
    let readings: Vec<&Vec<Value>> =
        readers.filter_map(|reader| reader["sheets"].as_array()).collect();
    let (first, others) = readings.split_first()?;
    if others.is_empty() || others.iter().any(|other| other.len() != first.len()) {
        return None;
    }
    let sheets = first.iter().enumerate().map(|(at, sheet)| {
        let name = sheet[0].as_str().unwrap_or_default().to_owned();
        let figures = figures(sheet)
            .filter(|own| others.iter().all(|o| figures(&o[at]).is_some_and(|f| same(own, &f))));
        (name, figures)
    });
    Some(sheets.collect())
}

fn figures(sheet: &Value) -> Option<Figures> {
    Some(Figures { cells: sheet[1].as_u64()?, sum: sheet[2].as_f64()? })
}

/// Sums of an oracle are floats, rounded to four decimals.
#[expect(clippy::float_arithmetic, reason = "two sums are compared, none is made")]
fn same(a: &Figures, b: &Figures) -> bool {
    let close = (a.sum - b.sum).abs() <= 0.001_f64.max(a.sum.abs() * 1e-9);
    a.cells == b.cells && close
}

fn compare_sheets(
    sheets: &[(String, Option<Figures>)],
    outcome: &Outcome,
    agreement: &mut Agreement,
) {
    let ours = sheets_of(outcome, sheets);
    let empty = sheets.iter().all(|(_, f)| f.as_ref().is_none_or(|f| f.cells == 0));
    if ours.is_empty() && empty && matches!(outcome, Outcome::Refused(_)) {
        // A workbook without a cell is refused with these words, and that is right.
        return agreement.part(true, String::new);
    }
    if ours.len() != sheets.len() {
        let (found, known) = (ours.len(), sheets.len());
        agreement.part(false, || format!("{found} sheets, expected {known}"));
    }
    for (at, (name, known)) in sheets.iter().enumerate() {
        let Some(known) = known else { continue };
        let own = ours.iter().find(|(own, _)| own == name).or(ours.get(at)).map(|(_, f)| f);
        agreement.part(own.is_some_and(|own| same(own, known)), || match own {
            Some(own) => format!(
                "[{name}] {} cells Σ {}, expected {} Σ {}",
                own.cells, own.sum, known.cells, known.sum
            ),
            None => format!("[{name}] is missing, expected {} cells", known.cells),
        });
    }
}

/// The sheets of the file in figures. A sheet with several tables comes as one `NAME A1:C9` each;
/// they are put together again under the name that is known.
#[expect(clippy::float_arithmetic, reason = "the parts of one sheet are put together")]
fn sheets_of(outcome: &Outcome, known: &[(String, Option<Figures>)]) -> Vec<(String, Figures)> {
    let mut sheets: Vec<(String, Figures)> = Vec::new();
    for (name, figures) in tables(outcome) {
        let whole = name.rsplit_once(' ').filter(|(_, range)| range.contains(':'));
        let whole = whole.filter(|(whole, _)| known.iter().any(|(known, _)| known == whole));
        let name = whole.map_or(name.as_str(), |(whole, _)| whole);
        match sheets.last_mut().filter(|(last, _)| whole.is_some() && last == name) {
            Some((_, sheet)) => {
                sheet.cells += figures.cells;
                sheet.sum += figures.sum;
            }
            None => sheets.push((name.to_owned(), figures)),
        }
    }
    sheets
}

fn tables(outcome: &Outcome) -> Vec<(String, Figures)> {
    let tables = outcome.file().and_then(|file| file["tables"].as_array());
    let tables = tables.into_iter().flatten().map(|table| {
        let sum = table["sum"].as_str().and_then(|sum| sum.parse().ok()).unwrap_or(f64::NAN);
        let figures = Figures { cells: table["cells"].as_u64().unwrap_or(0), sum };
        (table["name"].as_str().unwrap_or_default().to_owned(), figures)
    });
    tables.collect()
}

/// “refuse or truncate cell”: other readers took the risk.
fn may_refuse(row: &BTreeMap<String, String>) -> bool {
    row.get("expected").is_some_and(|expected| expected.contains("refuse"))
}

/// “2 rows, sum 1135.50”: rows are used rows of one table, the sum is that of an amount column.
fn compare_crafted(row: &BTreeMap<String, String>, outcome: &Outcome, agreement: &mut Agreement) {
    let Some(expected) = row.get("expected") else { return };
    agreement.said.push(format!("must: {expected}"));
    if matches!(outcome, Outcome::Refused(_)) {
        return;
    }
    let words: Vec<&str> =
        expected.split_whitespace().map(|word| word.trim_end_matches([',', ';', ':'])).collect();
    for pair in words.windows(2) {
        match pair {
            [count, "rows" | "row"] => {
                let Ok(count) = count.parse::<u64>() else { continue };
                let used = used_rows(outcome);
                agreement.part(used == count, || format!("{used} rows used, expected {count}"));
            }
            ["sum", sum] => {
                let Ok(sum) = sum.parse::<f64>() else { continue };
                let sums = sums(outcome);
                if sums.iter().all(|own| *own == 0.0) {
                    agreement.said.push("no amount column was told".to_owned());
                    continue;
                }
                let found = sums.contains(&sum);
                agreement.part(found, || format!("sums {sums:?}, expected {sum}"));
            }
            _ => {}
        }
    }
}

/// Number of movements, and their sum as an amount column has it.
#[expect(clippy::float_arithmetic, reason = "credits and debits of a list for tests")]
fn compare_bank(row: &BTreeMap<String, String>, outcome: &Outcome, agreement: &mut Agreement) {
    let number = |key: &str| row.get(key).and_then(|text| text.parse::<f64>().ok());
    let Some(count) = row.get("n").and_then(|n| n.parse::<u64>().ok()) else { return };
    let used = used_rows(outcome);
    agreement.part(used == count, || format!("{used} movements, expected {count}"));
    if let (Some(credits), Some(debits)) = (number("credits"), number("debits"))
        && count > 0
    {
        let known = Figures { cells: 0, sum: credits + debits };
        let sums = sums(outcome);
        let found = sums.iter().any(|sum| same(&Figures { cells: 0, sum: *sum }, &known));
        agreement.part(found, || format!("sums {sums:?}, expected {}", known.sum));
    }
}

fn used_rows(outcome: &Outcome) -> u64 {
    let tables = outcome.file().and_then(|file| file["tables"].as_array());
    tables.into_iter().flatten().filter_map(|table| table["fates"]["used"].as_u64()).sum()
}

/// Every total of an amount column over all tables and currencies, and the raw sums of sheets.
#[expect(clippy::float_arithmetic, reason = "sums of a list for tests")]
fn sums(outcome: &Outcome) -> Vec<f64> {
    let mut by_field: BTreeMap<String, f64> = BTreeMap::new();
    let mut sums = Vec::new();
    let tables = outcome.file().and_then(|file| file["tables"].as_array());
    for table in tables.into_iter().flatten() {
        sums.extend(table["sum"].as_str().and_then(|sum| sum.parse::<f64>().ok()));
        for (field, amounts) in table["totals"].as_object().into_iter().flatten() {
            for amount in amounts.as_array().into_iter().flatten() {
                let amount = amount["amount"].as_str().and_then(|text| text.parse::<f64>().ok());
                *by_field.entry(field.clone()).or_default() += amount.unwrap_or(0.0);
            }
        }
    }
    sums.extend(by_field.into_values());
    sums
}
