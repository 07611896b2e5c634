//! Every finding leads to cells that are there, and what it says it found stands in one of them.

use tieout::base::{Date, Decimal, Source};
use tieout::rules::Finding;
use tieout::sample::{self, FAULTS, Sheet, Size};
use tieout::words::Arg;

use super::company::{self, Derived};

/// The year in a number that writes two digits of it (SEQ-03).
const WRITTEN_SHORT: &str = "SEQ-03";

fn cell(sheets: &[Sheet], at: Source) -> Option<&str> {
    let sheet = sheets.get(at.table.0 as usize)?;
    // The header is row 1.
    let row = sheet.rows.get((at.row as usize).checked_sub(2)?)?;
    row.get(usize::from(at.column?)).map(String::as_str)
}

fn says(cell: &str, found: &Arg) -> bool {
    let number = || cell.trim_end_matches('%').replace(',', "").parse::<Decimal>().ok();
    match found {
        Arg::Text(text) => cell.contains(text.as_str()),
        Arg::Number(value) => number() == Some(*value),
        Arg::Percent(value) => number() == Some(*value * Decimal::ONE_HUNDRED),
        Arg::Date(date) => cell.parse::<Date>().ok() == Some(*date),
        Arg::Currency(currency) => cell == currency.to_string(),
        // Sums and counts are reckoned; each rule's own spec says of what.
        _ => true,
    }
}

fn faults_of(finding: &Finding, sheets: &[Sheet]) -> Option<String> {
    let shown = || std::iter::once(finding.at).chain(finding.evidence.iter().map(|e| e.source));
    let cells: Vec<&str> = shown().filter_map(|at| cell(sheets, at)).collect();
    // A rate row as a whole is the one place without a column.
    let whole_rows = shown().filter(|at| at.column.is_none()).count();
    if cells.len() + whole_rows != 1 + finding.evidence.len() || finding.at.column.is_none() {
        return Some(format!("{} leads to no cell: {:?}", finding.key, finding.at));
    }
    if finding.evidence.iter().any(|other| other.source == finding.at) {
        return Some(format!("{} supports itself by its own cell", finding.key));
    }
    let found = finding.found.as_ref().filter(|_| finding.rule != WRITTEN_SHORT)?;
    let stands = cells.iter().any(|cell| says(cell, found));
    (!stands).then(|| format!("{} found {found:?}, which is in none of {cells:?}", finding.key))
}

#[test]
fn findings_lead_to_the_cells_that_they_speak_of() {
    let mut wrong = Vec::new();
    for seed in [3, 2026] {
        for fault in FAULTS.iter().filter(|fault| !fault.is_reason()) {
            let sheets = sample::sheets(seed, Size::SMALL, &[*fault]);
            let Derived { qc, .. } = company::derive(&sheets);
            assert!(!qc.findings.is_empty(), "{} gives no finding", fault.code());
            wrong.extend(qc.findings.iter().filter_map(|finding| faults_of(finding, &sheets)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
