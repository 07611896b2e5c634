//! What was measured, beside what is wanted: medians, their ratios, and whether the target is met.

#![expect(clippy::float_arithmetic, reason = "times and ratios, no money")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

/// All values by what was measured and at how many rows.
#[derive(Default)]
pub struct Measures {
    values: BTreeMap<(String, u64), Vec<f64>>,
    failures: Vec<(String, u64, String)>,
}

impl Measures {
    pub fn take(&mut self, message: &Value) {
        let what = message["what"].as_str().unwrap_or_default().to_owned();
        let rows = message["rows"].as_u64().unwrap_or(0);
        if let Some(why) = message["failed"].as_str() {
            println!("   {what} at {rows}: failed: {why}");
            self.failures.push((what, rows, why.to_owned()));
        } else if let Some(value) = message["value"].as_f64() {
            println!("   {what} at {rows}: {value:.0}");
            self.values.entry((what, rows)).or_default().push(value);
        }
    }

    fn median(&self, what: &str, rows: u32) -> Option<f64> {
        let mut values = self.values.get(&(what.to_owned(), u64::from(rows)))?.clone();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    }

    fn ratio(&self, of: &str, to: &str, rows: u32) -> Option<f64> {
        Some(self.median(of, rows)? / self.median(to, rows)?)
    }

    /// Where something of a group was measured or failed, in order.
    fn sizes_of(&self, group: &str) -> Vec<u32> {
        let known = self.values.keys().map(|(name, rows)| (name.as_str(), *rows));
        let failed = self.failures.iter().map(|(name, rows, _)| (name.as_str(), *rows));
        let of_group = known.chain(failed).filter(|(name, _)| name.starts_with(group));
        let mut rows: Vec<u32> =
            of_group.filter_map(|(_, rows)| u32::try_from(rows).ok()).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    fn failure(&self, what: &str, rows: u32) -> Option<&str> {
        let found = |(of, at, _): &&(String, u64, String)| of == what && *at == u64::from(rows);
        self.failures.iter().find(found).map(|(.., why)| why.as_str())
    }
}

#[derive(Clone, Copy)]
enum Wanted {
    AtMost(f64),
    AtLeast(f64),
    /// Told, without a target.
    Told,
}

impl Wanted {
    fn words(self, unit: &str) -> String {
        match self {
            Wanted::AtMost(limit) => format!("≤ {limit}{unit}"),
            Wanted::AtLeast(limit) => format!("≥ {limit}{unit}"),
            Wanted::Told => String::new(),
        }
    }

    fn met(self, value: f64) -> &'static str {
        match self {
            Wanted::AtMost(limit) if value <= limit => "met",
            Wanted::AtLeast(limit) if value >= limit => "met",
            Wanted::Told => "",
            _ => "**not met**",
        }
    }
}

/// What is held against what, where both are times in the same run.
static RATIOS: &[(&str, &str, &str, Wanted)] = &[
    (
        "Workbook to typed columns / calamine’s cells",
        "xlsx typed",
        "xlsx calamine",
        Wanted::AtMost(0.5),
    ),
    ("Workbook to typed columns / SheetJS", "xlsx typed", "xlsx sheetjs", Wanted::AtMost(0.1)),
    ("Workbook to typed columns / ExcelJS", "xlsx typed", "xlsx exceljs", Wanted::Told),
    ("Workbook read / inflating alone", "xlsx ours", "xlsx inflate", Wanted::Told),
    ("Workbook to typed columns / inflating alone", "xlsx typed", "xlsx inflate", Wanted::Told),
    ("Papa Parse / CSV to typed columns", "csv papaparse", "csv typed", Wanted::AtLeast(5.0)),
    (
        "Papa Parse with its own types / CSV to typed columns",
        "csv papaparse typed",
        "csv typed",
        Wanted::Told,
    ),
    (
        "CSV to typed columns / DuckDB’s read_csv into a table",
        "csv typed",
        "csv duckdb",
        Wanted::AtMost(0.75),
    ),
    (
        "Whole catalogue / its files to typed columns",
        "checks catalogue",
        "checks typed",
        Wanted::AtMost(1.0),
    ),
    (
        "Whole catalogue / the reading worker’s share of it",
        "checks catalogue",
        "checks reading",
        Wanted::Told,
    ),
    (
        "Twelve core checks with all that is derived / DuckDB",
        "checks core",
        "checks duckdb",
        Wanted::AtMost(1.0),
    ),
    (
        "Everything derived without a check / DuckDB’s twelve",
        "checks none",
        "checks duckdb",
        Wanted::Told,
    ),
    (
        "Matching all receipts / one hash join in DuckDB",
        "match ours",
        "match duckdb",
        Wanted::AtMost(10.0),
    ),
    (
        "Peak memory of the reading worker / finished columns (xlsx)",
        "xlsx memory",
        "xlsx columns",
        Wanted::AtMost(6.0),
    ),
    (
        "Peak memory of the reading worker / finished columns (CSV)",
        "csv memory",
        "csv columns",
        Wanted::AtMost(6.0),
    ),
];

const MIB: f64 = 1_048_576.0;

/// Figures that stand alone: what, measure, its unit and how many of the measure's are one, target.
static FIGURES: &[(&str, &str, &str, f64, Wanted)] = &[
    ("Peak memory of the reading worker (xlsx)", "xlsx memory", " MiB", MIB, Wanted::AtMost(400.0)),
    ("Memory of the engine with the workbook", "xlsx engine memory", " MiB", MIB, Wanted::Told),
    ("Reports of progress a second (xlsx)", "xlsx reports a second", "", 1.0, Wanted::AtLeast(5.0)),
    ("Reports of progress a second (CSV)", "csv reports a second", "", 1.0, Wanted::AtLeast(5.0)),
    (
        "Longest block of the page while it reads",
        "page longest block",
        " ms",
        1.0,
        Wanted::AtMost(50.0),
    ),
    ("From Cancel to the end of reading", "page cancel", " ms", 1.0, Wanted::AtMost(200.0)),
    ("One decision to its effect", "checks decision", " ms", 1.0, Wanted::AtMost(100.0)),
    (
        "The slowest of all thresholds, changed alone, to its effect",
        "checks setting",
        " ms",
        1.0,
        Wanted::AtMost(100.0),
    ),
];

/// Cost of a row at the largest size against the smallest, and what it may grow by.
static FLAT: &[(&str, &str, f64)] = &[
    ("Cost of a row, workbook", "xlsx typed", FLAT_MAX),
    ("Cost of a row, CSV", "csv typed", FLAT_MAX),
    ("Cost of a row, whole catalogue", "checks catalogue", FLAT_MAX),
    ("Time of a receipt in matching", "match ours", NEARLY_FLAT_MAX),
    ("Memory of a receipt in matching", "match memory", FLAT_MAX),
];
/// What "flat" may waver by.
const FLAT_MAX: f64 = 1.25;
/// Lists are sorted on the way, and outgrow the caches of the machine.
const NEARLY_FLAT_MAX: f64 = 2.0;

/// The table for `docs/performance.md`.
pub fn table(measures: &Measures, sizes: &[u32]) -> String {
    let mut out = String::from(
        "| What, in one run of one browser | Rows | Wanted | Measured | |\n|---|---:|---:|---:|---|\n",
    );
    for (what, of, to, wanted) in RATIOS {
        for &rows in places(measures, of, sizes).iter() {
            match measures.ratio(of, to, rows) {
                Some(ratio) => line(&mut out, what, rows, *wanted, ratio, ""),
                None => missing(&mut out, what, rows, *wanted, measures, [of, to]),
            }
        }
    }
    for (what, of, unit, one, wanted) in FIGURES {
        for &rows in places(measures, of, sizes).iter() {
            match measures.median(of, rows) {
                Some(value) => line(&mut out, what, rows, *wanted, value / one, unit),
                None => missing(&mut out, what, rows, *wanted, measures, [of, of]),
            }
        }
    }
    for (what, of, most) in FLAT {
        let sizes = if of.starts_with("match") { measures.sizes_of(of) } else { sizes.to_vec() };
        if let [first, .., last] = sizes.as_slice() {
            let cost = |rows: u32| Some(measures.median(of, rows)? / f64::from(rows));
            let ratio = cost(*last).zip(cost(*first)).map(|(large, small)| large / small);
            let what = format!("{what}: at {last} / at {first}");
            match ratio {
                Some(ratio) => line(&mut out, &what, *last, Wanted::AtMost(*most), ratio, ""),
                None => missing(&mut out, &what, *last, Wanted::Told, measures, [of, of]),
            }
        }
    }
    out
}

/// Matching has a size of its own, and the page is visited with the largest file only. Memory and
/// progress say nothing of a small file; a decision and a setting are promised for lists of 100,000 lines.
fn places(measures: &Measures, what: &str, sizes: &[u32]) -> Vec<u32> {
    let group = what.split(' ').next().unwrap_or_default();
    let largest = |limit: u32| sizes.iter().copied().filter(|rows| *rows <= limit).max();
    match group {
        "match" => measures.sizes_of(group).into_iter().take(1).collect(),
        _ if what.contains("memory") || what.contains("reports") => {
            largest(u32::MAX).into_iter().collect()
        }
        _ if what == "checks decision" || what == "checks setting" => {
            largest(100_000).into_iter().collect()
        }
        "page" => measures.sizes_of(group),
        _ => sizes.to_vec(),
    }
}

fn line(out: &mut String, what: &str, rows: u32, wanted: Wanted, value: f64, unit: &str) {
    let digits = if value < 10.0 { 2 } else { 0 };
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "| {what} | {rows} | {} | {value:.digits$}{unit} | {} |",
        wanted.words(unit),
        wanted.met(value),
    );
}

/// One of the two did not come to its end; a peer that fails is told as such.
fn missing(
    out: &mut String,
    what: &str,
    rows: u32,
    wanted: Wanted,
    measures: &Measures,
    pair: [&str; 2],
) {
    let group = |what: &str| {
        let mut words = what.split(' ');
        format!("{} {}", words.next().unwrap_or_default(), words.next().unwrap_or_default())
    };
    let candidates = pair.iter().flat_map(|what| {
        let first = what.split(' ').next().unwrap_or_default();
        [(*what).to_owned(), group(what), format!("{first} ours"), first.to_owned()]
    });
    let why = candidates.filter_map(|what| {
        let why = measures.failure(&what, rows)?;
        Some(format!("{what} failed: {}", why.replace(['|', '\n'], " ")))
    });
    let why = why.take(1).next().unwrap_or_else(|| "not measured".to_owned());
    let _ = writeln!(out, "| {what} | {rows} | {} | {why} | |", wanted.words(""));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Measures, table};

    #[test]
    fn medians_are_held_against_targets_and_failures_are_told() {
        let mut measures = Measures::default();
        for value in [30.0, 10.0, 20.0] {
            measures.take(&json!({"what": "xlsx typed", "rows": 1000, "value": value}));
            measures.take(&json!({"what": "xlsx calamine", "rows": 1000, "value": value * 3.0}));
        }
        measures.take(&json!({"what": "xlsx sheetjs", "rows": 1000, "failed": "no memory"}));
        let text = table(&measures, &[1000]);
        assert!(text.contains("calamine’s cells | 1000 | ≤ 0.5 | 0.33 | met |"), "{text}");
        assert!(text.contains("SheetJS | 1000 | ≤ 0.1 | xlsx sheetjs failed: no memory | |"));
    }

    #[test]
    fn matching_is_held_against_its_peer_at_one_size_and_against_itself_at_the_other() {
        let mut measures = Measures::default();
        for (what, rows, value) in
            [("match ours", 100, 50.0), ("match duckdb", 100, 10.0), ("match ours", 1000, 800.0)]
        {
            measures.take(&json!({"what": what, "rows": rows, "value": value}));
        }
        let text = table(&measures, &[1000]);
        assert!(text.contains("hash join in DuckDB | 100 | ≤ 10 | 5.00 | met |"), "{text}");
        assert!(text.contains("matching: at 1000 / at 100 | 1000 | ≤ 2 | 1.60 | met |"), "{text}");
        assert!(!text.contains("hash join in DuckDB | 1000"), "{text}");
    }
}
