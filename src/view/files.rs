//! The file list: what needs the user comes first; each file says the fates of its rows, and the
//! foot adds them up.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ingest::{Intake, IntakeFile, IntakeSheet};
use crate::table::{Fate, Fates, Kind};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Files {
    pub files: Vec<FileRow>,
    /// Rows of all sheets that are used; `None` while there is none.
    pub foot: Option<Foot>,
}

/// Rows in = used + header + …; the figures add up by construction, and the proof says so again.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Foot {
    /// `Rows in 7 files`
    pub title: String,
    pub total: String,
    pub fates: Vec<FateCount>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FateCount {
    pub fate: Fate,
    pub word: String,
    pub count: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// A question is open.
    Asking,
    Refused,
    /// Loaded, and its columns are being looked at.
    Settling,
    Used,
    /// Read, and no sheet of it is used by any check.
    NotUsed,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FileRow {
    pub id: u32,
    pub sha256: String,
    pub name: String,
    pub state: FileState,
    /// Kinds of its used sheets, or what the state is.
    pub says: String,
    /// The first open question.
    pub question: String,
    /// `1,863 rows`, in a file that asks.
    pub rows: String,
    /// Used first, then whatever is not zero.
    pub fates: Vec<FateCount>,
    pub refusal: Option<RefusalWords>,
    /// Refused for want of its password.
    pub locked: bool,
    /// Things worth saying that did not stop the reading.
    pub problems: Vec<String>,
    /// The sheet to show first: the first that asks, else the first that is used.
    pub sheet: u16,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RefusalWords {
    pub what: String,
    pub why: String,
    pub remedy: String,
}

/// Fates that a file's line and the foot name, in this order.
const SHOWN: [Fate; 8] = [
    Fate::Used,
    Fate::Header,
    Fate::Title,
    Fate::Blank,
    Fate::Subtotal,
    Fate::Footer,
    Fate::Excluded,
    Fate::Rejected,
];

pub fn view(intake: &Intake, removed: &BTreeSet<String>, lang: Lang) -> Files {
    let there = intake.files.iter().filter(|f| f.refused.is_some() || !removed.contains(&f.sha256));
    let mut rows: Vec<FileRow> = there.clone().map(|file| row(file, lang)).collect();
    rows.sort_by(|a, b| (a.state, &a.name).cmp(&(b.state, &b.name)));
    Files { files: rows, foot: foot(there, lang) }
}

/// How many files have a question open.
pub fn asking(intake: &Intake, removed: &BTreeSet<String>) -> usize {
    let there = intake.files.iter().filter(|f| !removed.contains(&f.sha256));
    there.filter(|file| state(file) == FileState::Asking).count()
}

fn row(file: &IntakeFile, lang: Lang) -> FileRow {
    let state = state(file);
    let asking = file.sheets.iter().position(asks);
    let used = file.sheets.iter().position(|s| s.table.is_some());
    let counted = fates(file);
    let question = asking.and_then(|i| {
        let sheet = &file.sheets[i];
        sheet.open.first().map(|ask| first_sentence(&ask.text(lang, &sheet.proposal)))
    });
    let rows: usize = asking.map_or(0, |i| file.sheets[i].raw.rows());
    FileRow {
        id: file.id.0,
        sha256: file.sha256.clone(),
        name: file.name.to_string(),
        state,
        says: says(file, state, lang),
        question: question.unwrap_or_default(),
        rows: words::say(lang, "rows-count", &Args::new().with("count", rows)),
        fates: line(&counted, lang),
        refusal: file.refused.as_ref().map(|refusal| {
            let part = |name| words::say(lang, &format!("{}.{name}", refusal.key), &refusal.args);
            RefusalWords { what: part("what"), why: part("why"), remedy: part("remedy") }
        }),
        locked: file.refused.as_ref().is_some_and(|refusal| refusal.is_locked()),
        problems: file.problems.iter().map(|p| words::say(lang, &p.key, &p.args)).collect(),
        sheet: asking.or(used).unwrap_or(0) as u16,
    }
}

fn state(file: &IntakeFile) -> FileState {
    if file.refused.is_some() {
        FileState::Refused
    } else if file.sheets.iter().any(|sheet| !sheet.is_proposed()) {
        FileState::Settling
    } else if file.sheets.iter().any(asks) {
        FileState::Asking
    } else if file.sheets.iter().any(|sheet| sheet.table.is_some()) {
        FileState::Used
    } else {
        FileState::NotUsed
    }
}

fn asks(sheet: &IntakeSheet) -> bool {
    sheet.is_proposed() && !sheet.settled && !sheet.raw.hidden
}

fn says(file: &IntakeFile, state: FileState, lang: Lang) -> String {
    match state {
        FileState::Asking => words::text(lang, "file-asks"),
        FileState::Refused => words::text(lang, "file-not-read"),
        FileState::Settling => words::text(lang, "file-settling"),
        FileState::NotUsed => words::text(lang, "kind-other"),
        FileState::Used => {
            let kinds: BTreeSet<Kind> =
                file.sheets.iter().filter_map(|s| s.table.as_ref()).map(|t| t.kind).collect();
            let names = kinds.into_iter().map(|kind| kind_word(kind, lang));
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

pub(super) fn kind_word(kind: Kind, lang: Lang) -> String {
    words::text(lang, &format!("kind-{}", kind.key().replace('_', "-")))
}

/// The question alone, without the sentence that explains it.
fn first_sentence(question: &str) -> String {
    let end = question
        .find(['?', '？'])
        .map(|at| at + question[at..].chars().next().map_or(1, char::len_utf8));
    question[..end.unwrap_or(question.len())].to_owned()
}

fn fates(file: &IntakeFile) -> Fates {
    let mut all = Fates::default();
    for table in file.sheets.iter().filter_map(|s| s.table.as_ref()) {
        all.add(&table.counts());
    }
    all
}

/// Used always, the others where there are any.
fn line(fates: &Fates, lang: Lang) -> Vec<FateCount> {
    let shown = SHOWN.into_iter().filter(|&fate| fate == Fate::Used || fates.get(fate) > 0);
    shown.map(|fate| fate_count(fates, fate, lang)).collect()
}

fn fate_count(fates: &Fates, fate: Fate, lang: Lang) -> FateCount {
    let word = words::text(lang, &format!("fate-{}", fate.key()));
    FateCount { fate, word, count: format::count(i64::from(fates.get(fate))) }
}

fn foot<'a>(files: impl Iterator<Item = &'a IntakeFile>, lang: Lang) -> Option<Foot> {
    let mut all = Fates::default();
    let mut rows_in = 0;
    let mut count = 0_usize;
    for file in files {
        let tables = || file.sheets.iter().filter_map(|s| s.table.as_ref());
        if tables().next().is_some() {
            count += 1;
        }
        rows_in += tables().map(|table| table.raw.rows_of_file()).sum::<usize>();
        all.add(&fates(file));
    }
    // The total is counted in the sheets, the parts in the fates: shown only when they agree.
    if count == 0 || rows_in != all.total() as usize {
        return None;
    }
    Some(Foot {
        title: words::say(lang, "rows-in-files", &Args::new().with("count", count)),
        total: format::count(rows_in as i64),
        fates: line(&all, lang),
    })
}
