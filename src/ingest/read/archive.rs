//! A zip or gz of files: each member is read by what it is, and its sheets carry its name.
//!
//! Invariant: a member that is refused is a problem, never the end of the others; all members
//! together stay within the limits of one file.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::package::{Package, damaged};
use super::{ReadOptions, ReadProgress, ReadSheets, read_nested};
use crate::base::limits::{
    ARCHIVE_DEPTH_MAX, ARCHIVE_MEMBERS_MAX, FILE_BYTES_MAX, SHEETS_MAX, ZIP_RATIO_MAX,
};
use crate::ingest::{Problem, RawFile, Refusal};
use crate::words::{Arg, Args};

/// Members that systems put beside the real ones.
const LITTER: [&str; 4] = ["__macosx/", ".ds_store", "thumbs.db", "desktop.ini"];

pub(super) fn read_zip(
    package: &mut Package,
    options: &ReadOptions,
    depth: usize,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<ReadSheets, Refusal> {
    enter(depth)?;
    let mut read = ReadSheets::default();
    let mut refused = None;
    let members = package.members();
    let files = members.iter().filter(|(_, name)| !is_litter(name));
    for (at, (index, name)) in files.enumerate() {
        if at >= ARCHIVE_MEMBERS_MAX {
            let args = Args::new().with("limit", ARCHIVE_MEMBERS_MAX);
            read.problems.push(told("problem-members-beyond", args));
            break;
        }
        let bytes = package.bytes(*index);
        let file = bytes.and_then(|bytes| read_nested(name, &bytes, options, depth + 1, progress));
        match file {
            Ok(file) => take(&mut read, name, file)?,
            Err(refusal) => {
                read.problems.push(told_refused(name, &refusal.key));
                refused = Some(refusal);
            }
        }
    }
    match refused {
        // One member alone, and it cannot be read: its own refusal says more.
        Some(refusal) if read.sheets.is_empty() => Err(refusal),
        _ if read.sheets.is_empty() => Err(Refusal::new("refused-no-sheet", Args::new())),
        _ => Ok(read),
    }
}

pub(super) fn read_gz(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    depth: usize,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<RawFile, Refusal> {
    enter(depth)?;
    let inner = unzipped(bytes)?;
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let lower = base.to_ascii_lowercase();
    let own = match lower.strip_suffix(".tgz").or(lower.strip_suffix(".gz")) {
        Some(stem) => base.get(..stem.len()).unwrap_or(base),
        None => base,
    };
    read_nested(own, &inner, options, depth + 1, progress)
}

/// What stands in a gz; `None` for anything else.
pub(super) fn inner(bytes: &[u8]) -> Option<Vec<u8>> {
    bytes.starts_with(&[0x1f, 0x8b]).then(|| unzipped(bytes).ok()).flatten()
}

fn unzipped(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let by_ratio = (bytes.len() as u64).saturating_mul(ZIP_RATIO_MAX).max(16 << 20);
    let limit = by_ratio.min(FILE_BYTES_MAX as u64);
    let mut inner = Vec::new();
    MultiGzDecoder::new(bytes).take(limit + 1).read_to_end(&mut inner).map_err(|_| damaged())?;
    if inner.len() as u64 > limit {
        let args = Args::new().with("size", (limit >> 20) as i64);
        return Err(Refusal::new("refused-zip-bomb", args));
    }
    Ok(inner)
}

fn enter(depth: usize) -> Result<(), Refusal> {
    if depth < ARCHIVE_DEPTH_MAX {
        return Ok(());
    }
    Err(Refusal::new("refused-nested-too-deep", Args::new().with("limit", ARCHIVE_DEPTH_MAX)))
}

fn is_litter(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    LITTER.iter().any(|litter| lower.contains(litter))
}

/// Adds a member's sheets under its name.
fn take(read: &mut ReadSheets, member: &str, file: RawFile) -> Result<(), Refusal> {
    let first = read.sheets.len();
    let single = file.sheets.len() == 1;
    for mut sheet in file.sheets {
        if read.sheets.len() >= SHEETS_MAX {
            read.beyond(SHEETS_MAX + 1);
            break;
        }
        read.count(&sheet)?;
        sheet.name = match single {
            true => member.to_owned(),
            false => format!("{member}: {}", sheet.name),
        };
        read.sheets.push(sheet);
    }
    read.problems.extend(file.problems.into_iter().map(|problem| Problem {
        sheet: u16::try_from(first + usize::from(problem.sheet.unwrap_or(0))).ok(),
        ..problem
    }));
    Ok(())
}

fn told_refused(member: &str, key: &str) -> Problem {
    let why = Arg::term(format!("{key}.what"));
    told("problem-member-refused", Args::new().with("member", member).with("why", why))
}

fn told(key: &str, args: Args) -> Problem {
    Problem { key: key.to_owned(), args, sheet: None, row: None, column: None }
}
