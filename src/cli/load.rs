//! From paths to results. Nobody can be asked in a terminal: every sheet is used with what is
//! certain, and the open questions are printed with it.

use std::path::Path;

use tieout::base::{FileId, limits};
use tieout::engine::{Loaded, Workbench};
use tieout::ingest::{self, Ask, IntakeSheet, ReadOptions, Refusal, Why};
use tieout::model::Policy;
use tieout::rules::Results;
use tieout::session::{Command, ReadingChange};
use tieout::table::{Field, Kind};
use tieout::words::Args;

use super::Input;

/// The first line of a file: a password on the command line would stand in the list of processes.
pub fn password(path: &Path) -> Result<String, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("{} could not be opened: {error}", path.display()))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

pub fn results(input: &Input, password: Option<&str>) -> Result<Results, String> {
    Ok(with_files(input, &[], password)?.0)
}

/// The same with the id of each file in the order in which they were named. Sheets that nothing
/// else is known of are read as the kind that the user named their file for.
pub fn with_files(
    input: &Input,
    meant: &[(usize, Kind)],
    password: Option<&str>,
) -> Result<(Results, Vec<Option<FileId>>), String> {
    let options = ReadOptions { password: password.map(str::to_owned), ..ReadOptions::default() };
    let mut bench = Workbench::default();
    let mut ids = Vec::new();
    for path in &input.files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| path.display().to_string());
        let size = std::fs::metadata(path)
            .map_err(|error| format!("{} could not be opened: {error}", path.display()))?
            .len();
        if size > limits::FILE_BYTES_MAX as u64 {
            bench.refuse(
                &name,
                size,
                Refusal::new("refused-too-large", Args::new().with("size", size as i64)),
            );
            ids.push(None);
            continue;
        }
        let bytes = std::fs::read(path)
            .map_err(|error| format!("{} could not be opened: {error}", path.display()))?;
        let loaded = match ingest::read_with(&name, &bytes, &options, &mut |_| {}) {
            Ok(raw) => bench.load(raw),
            Err(refusal) => bench.refuse(&name, size, refusal),
        };
        ids.push(match loaded {
            Loaded::New(id) | Loaded::Already(id) => Some(id),
            Loaded::Refused(_) => None,
        });
    }
    set_policy(&mut bench, input)?;
    bench.derive();
    for &(at, kind) in meant {
        if let Some(id) = ids.get(at).copied().flatten() {
            read_as(&mut bench, id, kind);
        }
    }
    bench.derive();
    say_told_amounts(&bench);
    confirm_all(&mut bench);
    Ok((bench.derive().clone(), ids))
}

/// Lists that matching reads for what they are, on either side.
const BESIDE: [Kind; 4] = [Kind::BankLines, Kind::Remittances, Kind::Customers, Kind::FxRates];

/// Sheets of a file that are read as nothing yet, or only perhaps as something, and hold more than a
/// heading.
fn read_as(bench: &mut Workbench, id: FileId, kind: Kind) {
    let files = bench.intake().files.iter().filter(|file| file.id == id);
    let unknown = files.flat_map(|file| {
        let sheets = file.sheets.iter().enumerate();
        let unsure = |s: &IntakeSheet| {
            let doubted = s.open.contains(&Ask::Kind) && !BESIDE.contains(&s.reading.kind);
            s.reading.kind == Kind::Other || doubted
        };
        let open = sheets.filter(|(_, s)| unsure(s) && s.raw.rows() > 1);
        open.map(|(at, _)| (file.sha256.clone(), at as u16)).collect::<Vec<_>>()
    });
    for (file, sheet) in unknown.collect::<Vec<_>>() {
        let change = ReadingChange::Kind(kind);
        // The sheet was listed a moment ago, so the command cannot be rejected.
        let _ = bench.apply(Command::ChangeReading { file, sheet, change });
    }
}

/// Amounts that the other side told, on standard error.
fn say_told_amounts(bench: &Workbench) {
    let sheets = bench.intake().files.iter().flat_map(|file| {
        let sheets = file.sheets.iter();
        sheets.map(|sheet| (&file.name, sheet))
    });
    for (name, sheet) in sheets {
        let guess = sheet.proposal.fields.iter().find(|guess| guess.field == Field::Amount);
        let candidates = guess.into_iter().flat_map(|guess| &guess.candidates);
        for told in candidates.filter(|candidate| candidate.why.contains(&Why::OtherSide)) {
            let header = sheet.proposal.headers.get(usize::from(told.column)).map_or("", |h| h);
            eprintln!(
                "tieout: {name}: {header:?} is read as the amount, since the other side has its figures"
            );
        }
    }
}

fn set_policy(bench: &mut Workbench, input: &Input) -> Result<(), String> {
    let mut policy = Policy::default();
    if let Some(path) = &input.policy {
        let text = std::fs::read(path)
            .map_err(|error| format!("{} could not be opened: {error}", path.display()))?;
        policy = serde_json::from_slice(&text)
            .map_err(|error| format!("{} is no policy: {error}", path.display()))?;
    }
    if input.as_of.is_some() {
        policy.as_of = input.as_of;
    }
    bench.apply(Command::SetPolicy(Box::new(policy))).map_err(|rejected| format!("{rejected:?}"))
}

fn confirm_all(bench: &mut Workbench) {
    let sheets: Vec<(String, u16)> = bench
        .intake()
        .files
        .iter()
        .flat_map(|file| {
            let open = file.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.settled);
            open.map(|(at, _)| (file.sha256.clone(), at as u16)).collect::<Vec<_>>()
        })
        .collect();
    for (file, sheet) in sheets {
        // The sheet was listed a moment ago, so the command cannot be rejected.
        let _ = bench.apply(Command::ConfirmReading { file, sheet, remember: false });
    }
}
