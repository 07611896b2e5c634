//! A column of text that holds a whole payment or invoice: its amount, its currency, its dates, and
//! what labels name. Looked for where a person says what the list is and no column has amounts.

use std::collections::{BTreeMap, BTreeSet};

use super::contents;
use super::fields::Columns;
use super::profile::profile;
use crate::ingest::headers::{Header, Sense};
use crate::ingest::typing::{OrderEvidence, StyleEvidence, date_evidence, number_evidence};
use crate::ingest::{Candidate, FieldGuess, Part, Reading, Why, parts};
use crate::table::{Field, Kind, RawCell, RawColumn, RawKind, RawSheet, ValueKind};

const AMOUNTS: [Field; 4] = [Field::Amount, Field::OpenAmount, Field::Gross, Field::Net];
/// Texts, in percent, in which a part must be found.
const FOUND_PERCENT: usize = 80;

/// Signs between the values of a record in one cell, and how many values make one.
const BETWEEN: [char; 6] = ['|', ';', '\t', '~', '^', '#'];
const PIECES_MIN: usize = 4;

/// Reads the fields that stand in one text; what a header named stays as it is.
pub fn complete(kind: Kind, columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    if AMOUNTS.iter().any(|field| reading.columns.contains_key(field)) {
        return;
    }
    let all: Vec<Vec<&str>> = (0..columns.headers.len()).map(|at| texts(columns, at)).collect();
    let mut found: BTreeMap<Field, (u16, Part)> = BTreeMap::new();
    for (at, texts) in all.iter().enumerate() {
        for (field, part) in labelled(kind, texts) {
            found.entry(field).or_insert((at as u16, part));
        }
    }
    let mut packed = None;
    if !AMOUNTS.iter().any(|field| found.contains_key(field)) {
        let of_column = |(at, texts): (usize, &Vec<&str>)| {
            let own = pieces(kind, columns, texts).unwrap_or_else(|| among_words(kind, texts));
            own.contains_key(&Field::Amount).then_some((at as u16, own))
        };
        let mut holding = all.iter().enumerate().filter_map(of_column);
        let (Some((at, own)), None) = (holding.next(), holding.next()) else { return };
        packed = Some(at);
        for (field, part) in own {
            found.entry(field).or_insert((at, part));
        }
    }
    let amount = AMOUNTS.iter().find_map(|field| found.get(field)).map(|(at, _)| *at);
    for (field, (column, part)) in found {
        let Some(guess) = guesses.iter_mut().find(|guess| guess.field == field) else { continue };
        if reading.columns.contains_key(&field) {
            continue;
        }
        guess.candidates = vec![Candidate { column, why: vec![Why::Values] }];
        guess.ask = false;
        reading.columns.insert(field, column);
        let cells = all[usize::from(column)].iter().filter_map(|text| part.of(text));
        match field.value() {
            ValueKind::Amount => style(&cells.collect::<Vec<_>>(), column, reading),
            ValueKind::Date => order(&cells.collect::<Vec<_>>(), column, reading),
            _ => {}
        }
        reading.parts.insert(field, part);
    }
    // All of it is what the payer says as well.
    let text = guesses.iter_mut().find(|guess| guess.field == Field::Text);
    if let (Some(guess), Some(column)) = (text, packed.or(amount))
        && !reading.columns.contains_key(&Field::Text)
    {
        guess.candidates = vec![Candidate { column, why: vec![Why::Values] }];
        guess.ask = false;
        reading.columns.insert(Field::Text, column);
    }
}

fn texts<'r>(columns: &Columns<'r>, at: usize) -> Vec<&'r str> {
    let rows = columns.rows.iter();
    let texts = rows.map(|&row| columns.raw.text(row as usize, at).trim());
    texts.filter(|text| !text.is_empty()).collect()
}

/// A record of as many values in every text, each told by what it holds.
fn pieces(kind: Kind, columns: &Columns, texts: &[&str]) -> Option<BTreeMap<Field, Part>> {
    let count = |text: &str, between: char| text.split(between).count();
    let (between, pieces) = BETWEEN.into_iter().find_map(|between| {
        let pieces = count(texts.get(texts.len() / 2)?, between);
        let alike = texts.iter().filter(|text| count(text, between) == pieces).count();
        (pieces >= PIECES_MIN && alike * 100 >= texts.len() * FOUND_PERCENT)
            .then_some((between, pieces))
    })?;
    let texts: Vec<&str> =
        texts.iter().filter(|text| count(text, between) == pieces).copied().collect();
    let part = |at: usize| Part::Piece { between, at: at as u8 };
    let cells = |at: usize| texts.iter().map(|t| part(at).of(t).unwrap_or("")).collect::<Vec<_>>();
    let raw = RawSheet {
        columns: (0..pieces).map(|at| column(&cells(at)).0).collect(),
        row_numbers: (1..=texts.len() as u32).collect(),
        ..RawSheet::default()
    };
    let rows: Vec<u32> = (0..texts.len() as u32).collect();
    let profiles: Vec<_> = raw.columns.iter().map(|c| profile(c, &rows, 0)).collect();
    let headers = vec![Header::default(); pieces];
    let sums = BTreeSet::new();
    let apart = Columns {
        raw: &raw,
        rows: &rows,
        headers: &headers,
        profiles: &profiles,
        sums: &sums,
        keys: columns.keys,
    };
    let mut own = Reading::default();
    let spec = kind.spec();
    let guess = |&field: &Field| FieldGuess { field, candidates: Vec::new(), ask: false };
    let mut guesses: Vec<FieldGuess> = spec.needs.iter().chain(spec.reads).map(guess).collect();
    contents::complete(kind, &apart, &mut own, &mut guesses);
    Some(own.columns.iter().map(|(&field, &at)| (field, part(usize::from(at)))).collect())
}

fn among_words(kind: Kind, texts: &[&str]) -> BTreeMap<Field, Part> {
    let often = |part: &Part| {
        let holding = texts.iter().filter(|text| part.of(text).is_some()).count();
        !texts.is_empty() && holding * 100 >= texts.len() * FOUND_PERCENT
    };
    let days = match kind {
        Kind::Payments => vec![(Field::PaymentDate, Part::Day(0))],
        _ => vec![(Field::InvoiceDate, Part::Day(0)), (Field::DueDate, Part::Day(1))],
    };
    let others = [(Field::Amount, Part::Amount), (Field::Currency, Part::Currency)];
    others.into_iter().chain(days).filter(|(_, part)| often(part)).collect()
}

/// Fields that labels name, by the words of headers.
fn labelled(kind: Kind, texts: &[&str]) -> BTreeMap<Field, Part> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let mut own = parts::labels(text);
        own.sort_unstable();
        own.dedup();
        for label in own {
            *counts.entry(label).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count * 100 >= texts.len() * FOUND_PERCENT);
    // The end of a longer label is that label.
    let ends = |label: &String| {
        counts
            .keys()
            .any(|other| other.strip_suffix(label.as_str()).is_some_and(|p| p.ends_with(' ')))
    };
    let labels: Vec<String> = counts.keys().filter(|label| !ends(label)).cloned().collect();
    let spec = kind.spec();
    let mut found: BTreeMap<Field, (u16, usize)> = BTreeMap::new();
    for (at, label) in labels.iter().enumerate() {
        let header = Header::read(&[label.as_str()]);
        let fields = spec.needs.iter().chain(spec.reads);
        let senses = fields.filter_map(|&f| Some((header.sense(Sense::Field(f))?.score, f)));
        let Some((score, field)) = senses.max_by_key(|(score, _)| *score) else { continue };
        let best = found.get(&field).is_some_and(|(other, _)| *other >= score);
        if score >= 700 && !best {
            found.insert(field, (score, at));
        }
    }
    let part = |at: usize| Part::Labelled { labels: labels.clone(), at: at as u8 };
    found.into_iter().map(|(field, (_, at))| (field, part(at))).collect()
}

fn column(texts: &[&str]) -> (RawColumn, Vec<u32>) {
    let cells = texts.iter().map(|text| RawCell { text, kind: RawKind::Text });
    let codes: Vec<u32> = (1..=texts.len() as u32).collect();
    (RawColumn { cells: cells.collect(), codes }, (0..texts.len() as u32).collect())
}

fn style(texts: &[&str], at: u16, reading: &mut Reading) {
    let (column, rows) = column(texts);
    if let StyleEvidence::Decided(style) = number_evidence(&column, &rows).style {
        reading.numbers.insert(at, style);
    }
}

fn order(texts: &[&str], at: u16, reading: &mut Reading) {
    let (column, rows) = column(texts);
    if let OrderEvidence::Decided(order) = date_evidence(&column, &rows).order {
        reading.dates.insert(at, order);
    }
}
