//! How each sheet is read: the proposal, the user's corrections on top, and whether it is settled.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::base::{TableId, limits};
use crate::ingest::{
    self, Ask, Context, Intake, IntakeSheet, KnownKeys, Proposal, Reading, Remembered,
};
use crate::session::{ReadingChange, State};
use crate::table::{Fate, Kind, RawSheet};

/// Brings every sheet's reading up to date and returns the sheets (file, sheet) whose table must be
/// built again. Two passes: the second proposal knows the keys of the other sheets, so that the
/// order of loading decides nothing; then amounts that the other side tells.
pub(super) fn settle(
    intake: &mut Intake,
    state: &State,
    remembered: &[Remembered],
) -> Vec<(usize, usize)> {
    propose_new(intake, remembered);
    let mut keys: Vec<(String, KnownKeys)> = Vec::new();
    for file in &intake.files {
        let mut known = KnownKeys::default();
        if !state.removed.contains(&file.sha256) {
            for sheet in &file.sheets {
                known.add(&sheet.raw, &sheet.proposal.reading);
            }
        }
        keys.push((file.sha256.clone(), known));
    }
    for file in &mut intake.files {
        let others = keys.iter().filter(|(sha, _)| *sha != file.sha256).map(|(_, k)| k);
        let known = KnownKeys::union(others);
        let name = file.name.clone();
        for (s, sheet) in file.sheets.iter_mut().enumerate() {
            let at = (file.sha256.clone(), s as u16);
            let changes = state.readings.get(&at).map_or(&[][..], Vec::as_slice);
            let context = Context { file_name: &name, remembered, keys: &known };
            let chosen = Chosen::of(changes);
            let under = under(&context, chosen);
            // A list of a million rows is looked at once, not at every file and every decision.
            if sheet.proposed_under != Some(under) {
                sheet.proposal = chosen.propose(&sheet.raw, &context);
                sheet.proposed_under = Some(under);
            }
        }
    }
    tell_amounts(intake, state);
    stale(intake, state)
}

/// What the other side tells of an amount goes when that side goes: such a sheet is proposed again
/// the next time.
fn tell_amounts(intake: &mut Intake, state: &State) {
    let files = intake.files.iter_mut().filter(|file| !state.removed.contains(&file.sha256));
    let mut sheets: Vec<&mut IntakeSheet> = files.flat_map(|file| &mut file.sheets).collect();
    let mut open: Vec<(&RawSheet, &mut Proposal)> =
        sheets.iter_mut().map(|sheet| (&*sheet.raw, &mut sheet.proposal)).collect();
    for at in ingest::tell_amounts(&mut open) {
        sheets[at].proposed_under = None;
    }
}

/// Puts the user's corrections on top, and returns the sheets whose table must be built again.
fn stale(intake: &mut Intake, state: &State) -> Vec<(usize, usize)> {
    let mut stale = Vec::new();
    for (f, file) in intake.files.iter_mut().enumerate() {
        let removed = state.removed.contains(&file.sha256);
        for (s, sheet) in file.sheets.iter_mut().enumerate() {
            let at = (file.sha256.clone(), s as u16);
            let changes = state.readings.get(&at).map_or(&[][..], Vec::as_slice);
            let (reading, answered) = corrected(&sheet.proposal, changes);
            let open: Vec<Ask> = sheet
                .proposal
                .asks
                .iter()
                .filter(|ask| !answered.contains(ask) && matters(ask, &reading))
                .cloned()
                .collect();
            // What the client hid is taken in only by somebody who looked at it.
            let settled =
                state.confirmed.contains_key(&at) || (open.is_empty() && !sheet.raw.hidden);
            let used = settled && !removed && reading.kind != Kind::Other;
            if !used {
                sheet.table = None;
            } else if sheet.table.is_none() || sheet.reading != reading {
                stale.push((f, s));
            }
            sheet.reading = reading;
            sheet.open = open;
            sheet.settled = settled;
        }
    }
    stale
}

/// Types one sheet under its reading.
pub(super) fn build(intake: &mut Intake, file: usize, sheet: usize) {
    let Some(owner) = intake.files.get_mut(file) else { return };
    let (id, name) = (owner.id, owner.name.clone());
    let Some(sheet_state) = owner.sheets.get_mut(sheet) else { return };
    let table_id = TableId(id.0 * limits::SHEETS_MAX as u32 + sheet as u32);
    let (table, problems) =
        ingest::build(table_id, id, &name, &sheet_state.raw, &sheet_state.reading);
    sheet_state.table = Some(Arc::new(table));
    sheet_state.problems = problems;
}

fn propose_new(intake: &mut Intake, remembered: &[Remembered]) {
    let keys = KnownKeys::default();
    for file in &mut intake.files {
        let name = file.name.clone();
        let context = Context { file_name: &name, remembered, keys: &keys };
        for sheet in file.sheets.iter_mut().filter(|s| !s.is_proposed()) {
            let chosen = Chosen::default();
            sheet.proposal = chosen.propose(&sheet.raw, &context);
            sheet.proposed_under = Some(under(&context, chosen));
            sheet.reading = sheet.proposal.reading.clone();
        }
    }
}

/// What the user said of a sheet that changes its proposal.
#[derive(Clone, Copy, Default, Hash)]
struct Chosen {
    kind: Option<Kind>,
    header: Option<(Option<u32>, u32)>,
}

impl Chosen {
    fn of(changes: &[ReadingChange]) -> Chosen {
        let mut chosen = Chosen::default();
        for change in changes {
            match change {
                ReadingChange::Kind(kind) => chosen.kind = Some(*kind),
                ReadingChange::HeaderRow { row, height } => chosen.header = Some((*row, *height)),
                _ => {}
            }
        }
        chosen
    }

    fn propose(self, raw: &RawSheet, context: &Context) -> Proposal {
        if self.kind.is_none() && self.header.is_none() {
            ingest::propose(raw, context)
        } else {
            ingest::propose_as(raw, context, self.kind, self.header)
        }
    }
}

/// A hash of all that a proposal depends on besides the sheet.
fn under(context: &Context, chosen: Chosen) -> u64 {
    let mut hasher = DefaultHasher::new();
    context.file_name.hash(&mut hasher);
    context.keys.hash(&mut hasher);
    chosen.hash(&mut hasher);
    for known in context.remembered {
        // Every part of it shows in its debug form, and in an order that does not change.
        format!("{known:?}").hash(&mut hasher);
    }
    hasher.finish()
}

/// The reading with all corrections, and the questions that the corrections answer.
fn corrected(proposal: &Proposal, changes: &[ReadingChange]) -> (Reading, Vec<Ask>) {
    let mut reading = proposal.reading.clone();
    let answered = changes.iter().filter_map(|change| apply(&mut reading, change)).collect();
    (reading, answered)
}

/// How the values of a column are written matters only while a field reads it.
fn matters(ask: &Ask, reading: &Reading) -> bool {
    match ask {
        Ask::Kind | Ask::Field(_) => true,
        Ask::NumberStyle(column) | Ask::DateOrder(column) | Ask::Scale(column) => {
            reading.columns.values().any(|used| used == column)
        }
    }
}

fn apply(reading: &mut Reading, change: &ReadingChange) -> Option<Ask> {
    match change {
        ReadingChange::Kind(_) => Some(Ask::Kind),
        ReadingChange::HeaderRow { .. } => None,
        ReadingChange::Column { field, column } => {
            match column {
                Some(column) => {
                    // A column serves one field: choosing it here takes it from the other.
                    reading.columns.retain(|_, used| used != column);
                    reading.columns.insert(*field, *column);
                }
                None => {
                    reading.columns.remove(field);
                }
            }
            // What a person chose is the whole cell.
            let Reading { parts, columns, .. } = reading;
            parts.retain(|part, _| part != field && columns.contains_key(part));
            Some(Ask::Field(*field))
        }
        ReadingChange::Numbers { column, style } => {
            reading.numbers.insert(*column, *style);
            Some(Ask::NumberStyle(*column))
        }
        ReadingChange::Dates { column, order } => {
            reading.dates.insert(*column, *order);
            Some(Ask::DateOrder(*column))
        }
        ReadingChange::Scale { column, power } => {
            reading.scales.insert(*column, *power);
            Some(Ask::Scale(*column))
        }
        ReadingChange::Currency(currency) => {
            reading.currency = *currency;
            None
        }
        ReadingChange::Filled { column, on } => {
            match on {
                true => reading.filled.insert(*column),
                false => reading.filled.remove(column),
            };
            None
        }
        ReadingChange::RowFate { row, fate } => {
            set_fate(reading, *row, *fate);
            None
        }
    }
}

fn set_fate(reading: &mut Reading, row: u32, fate: Option<Fate>) {
    match fate {
        Some(fate) => {
            reading.fates.insert(row, fate);
        }
        None => {
            reading.fates.remove(&row);
        }
    }
}
