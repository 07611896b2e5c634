//! Comma-separated text with quotes, as the lists beside a corpus are written.

use std::collections::BTreeMap;

/// The rows below the header, each cell under its header.
pub(super) fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut records = records(text).into_iter();
    let header = records.next().unwrap_or_default();
    records
        .filter(|record| record.len() > 1)
        .map(|record| header.iter().cloned().zip(record).collect())
        .collect()
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        let last = records.len() - 1;
        let Some(field) = records[last].last_mut() else { continue };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => records[last].push(String::new()),
            '\n' if !quoted => records.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => field.push(c),
        }
    }
    records
}
