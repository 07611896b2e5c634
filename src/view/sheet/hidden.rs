//! What the client hid on a sheet, and whether it is counted in. Hidden rows and columns are read
//! like the others; a hidden sheet is left out until somebody uses it.

use std::collections::BTreeSet;

use crate::ingest::IntakeSheet;
use crate::table::{Fate, Table};
use crate::words::{self, Args, Lang};

pub(super) fn says(sheet: &IntakeSheet, table: Option<&Table>, lang: Lang) -> Vec<String> {
    let raw = &sheet.raw;
    let mut says = Vec::new();
    if raw.hidden {
        let key = if sheet.table.is_some() { "hidden-sheet-in" } else { "hidden-sheet-out" };
        says.push(words::text(lang, key));
    }
    let mut say = |key: &str, count: usize, used: usize| {
        if count > 0 {
            let args = Args::new().with("count", count).with("used", used);
            says.push(words::say(lang, key, &args));
        }
    };
    let is_used =
        |row: &&u32| table.and_then(|table| table.fates.get(**row as usize)) == Some(&Fate::Used);
    say("hidden-rows", raw.hidden_rows.len(), raw.hidden_rows.iter().filter(is_used).count());
    let read: BTreeSet<u16> = sheet.reading.columns.values().copied().collect();
    let used = raw.hidden_columns.iter().filter(|column| read.contains(column)).count();
    say("hidden-columns", raw.hidden_columns.len(), used);
    says
}
