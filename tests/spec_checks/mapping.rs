//! Checks how a sheet would be read: `csv <file>` blocks in, one `expect` block out.
//!
//! Stands on the real reader, so a spec shows the text exactly as it stands in the file.

use tieout::ingest::{
    Ask, Context, FieldGuess, KnownKeys, NumberStyle, Proposal, RawFile, Remembered, propose,
    propose_as, read, remember,
};
use tieout::table::{Field, Kind};

use super::Actual;
use super::format::Spec;
use super::header_sets;

/// Settings: `kind` is the user's choice of kind for every sheet; `remember: first` confirms the
/// reading of the first sheet before the others are read; `reasons: shown` prints them.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    if spec.blocks_of("sets").next().is_some() {
        return header_sets::check(spec);
    }
    spec.allow_settings(&["kind", "remember", "reasons"])?;
    let files = spec.blocks_of("csv").map(|(_, block)| match block.info.as_slice() {
        [_, name] => read(name, block.text.as_bytes(), &mut |_| {})
            .map_err(|refusal| format!("{name} is refused: {}", refusal.key)),
        _ => Err("a file is opened by: csv <file name>".to_owned()),
    });
    let files: Vec<RawFile> = files.collect::<Result<_, _>>()?;
    if files.is_empty() {
        return Err("no block holds a file, so that nothing is read".to_owned());
    }
    let chosen = spec.setting("kind").map(|key| Kind::from_key(key).ok_or("no such kind"));
    let chosen = chosen.transpose()?;
    let proposals = proposals(&files, chosen, spec.setting("remember").is_some());
    let shown: Vec<String> = files
        .iter()
        .zip(&proposals)
        .map(|(file, proposal)| {
            let title = if files.len() > 1 { format!("{}: ", file.name) } else { String::new() };
            title + &show(proposal, spec.setting("reasons").is_some())
        })
        .collect();
    let expected: Vec<usize> = spec.blocks_of("expect").map(|(at, _)| at).collect();
    match expected.as_slice() {
        [at] => Ok(vec![(*at, shown.concat())]),
        _ => Err("one expect block says how the files are read".to_owned()),
    }
}

/// As the engine does it: first each file by itself, then each with the keys of the others.
fn proposals(files: &[RawFile], kind: Option<Kind>, remembers: bool) -> Vec<Proposal> {
    let propose_one = |file: &RawFile, remembered: &[Remembered], keys: &KnownKeys| {
        let context = Context { file_name: &file.name, remembered, keys };
        match kind {
            Some(kind) => propose_as(&file.sheets[0], &context, Some(kind), None),
            None => propose(&file.sheets[0], &context),
        }
    };
    let alone: Vec<Proposal> =
        files.iter().map(|file| propose_one(file, &[], &KnownKeys::default())).collect();
    let keys: Vec<KnownKeys> = files
        .iter()
        .zip(&alone)
        .map(|(file, proposal)| {
            let mut keys = KnownKeys::default();
            keys.add(&file.sheets[0], &proposal.reading);
            keys
        })
        .collect();
    let mut remembered = Vec::new();
    let mut found = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let others = keys.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, k)| k);
        let proposal = propose_one(file, &remembered, &KnownKeys::union(others));
        if at == 0 && remembers {
            remembered.push(remember(&proposal, &proposal.reading));
        }
        found.push(proposal);
    }
    found
}

pub(super) fn show(proposal: &Proposal, reasons: bool) -> String {
    let reading = &proposal.reading;
    let mut lines = vec![format!(
        "{}{}, {}{}",
        reading.kind.key(),
        if proposal.asks.contains(&Ask::Kind) { "?" } else { "" },
        match (reading.header_row, reading.header_height) {
            (None, _) => "no header".to_owned(),
            (Some(row), 1) => format!("header in row {}", row + 1),
            (Some(row), height) => format!("header in rows {} to {}", row + 1, row + height),
        },
        if proposal.remembered { ", remembered" } else { "" },
    )];
    lines.extend(proposal.fields.iter().filter_map(|guess| show_field(proposal, guess, reasons)));
    if !reading.currency.is_none() {
        lines.push(format!("amounts in {}", reading.currency));
    }
    let header = |column: u16| proposal.headers[column as usize].as_str();
    for (&column, &style) in &reading.numbers {
        if style == NumberStyle::Comma {
            lines.push(format!("decimal comma: {}", header(column)));
        }
    }
    for (&column, order) in &reading.dates {
        lines.push(format!("{order:?}: {}", header(column)));
    }
    for ask in &proposal.asks {
        match ask {
            Ask::NumberStyle(column) => lines.push(format!("decimal mark? {}", header(*column))),
            Ask::DateOrder(column) => {
                lines.push(format!("day or month first? {}", header(*column)))
            }
            Ask::Scale(column) => lines.push(format!("thousands? {}", header(*column))),
            Ask::Kind | Ask::Field(_) => {}
        }
    }
    lines.join("\n") + "\n"
}

/// `net: Amount` when chosen, `net? Amount | Value` when asked, `net (open) …` when left to the
/// user without stopping. Candidates that nobody asks about are not shown.
fn show_field(proposal: &Proposal, guess: &FieldGuess, reasons: bool) -> Option<String> {
    let field: Field = guess.field;
    let column = |at: usize| {
        let candidate = &guess.candidates[at];
        let text = &proposal.headers[candidate.column as usize];
        match reasons {
            true => format!("{text} {:?}", candidate.why),
            false => text.clone(),
        }
    };
    let all = || (0..guess.candidates.len()).map(column).collect::<Vec<_>>().join(" | ");
    if proposal.reading.columns.contains_key(&field) {
        return Some(format!("{}: {}", field.key(), column(0)));
    }
    if proposal.asks.contains(&Ask::Field(field)) {
        return Some(format!("{}? {}", field.key(), all()).trim_end().to_owned());
    }
    guess.ask.then(|| format!("{} (open): {}", field.key(), all()))
}
