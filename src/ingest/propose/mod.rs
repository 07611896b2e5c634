//! How a sheet would be read, and why: header row, kind, column → field, number and date styles,
//! and the questions that only a person can answer. Decides nothing that two readings share.
//!
//! Invariant: a column is chosen only where words, cells, sums or keys leave no second reading
//! within the margin; everything else is asked or left open.

mod against;
mod arithmetic;
mod assign;
mod beside;
mod charges;
mod coded;
mod contents;
mod evidence;
mod fields;
mod fit;
mod given;
mod grouped;
mod keys;
mod kinds;
mod lanes;
mod meant;
mod other_side;
mod period;
mod profile;
mod remember;
mod roles;
mod running;
mod sides;
mod styles;
mod tenant;
mod unpack;
mod vetoes;
mod work;

pub use keys::KnownKeys;
pub use other_side::tell_amounts;
pub use remember::remember;

use std::collections::BTreeMap;

use super::headers::{Header, Sense};
use super::layout::{self, Layout};
use super::repeated;
use super::typing::{read_currency, read_date, scale_named};
use super::{Ask, Candidate, FieldGuess, Proposal, Reading, Remembered, Why};
use crate::base::{Currency, days_from_date};
use crate::table::{Field, Kind, RawSheet, ValueKind};

use fields::Columns;
use grouped::Grouped;
use profile::Profile;

/// What is known besides the sheet itself.
pub struct Context<'a> {
    pub file_name: &'a str,
    pub remembered: &'a [Remembered],
    pub keys: &'a KnownKeys,
}

/// How the sheet would be read.
pub fn propose(raw: &RawSheet, context: &Context) -> Proposal {
    let layout = layout::find(raw);
    if let Some(known) = remember::find(&layout, context.remembered) {
        let grouped = grouped::find(raw, &layout);
        let seen = styles::seen(&profiles(raw, &layout).1);
        let names = names(raw, &layout, context.file_name);
        let states_open = known.columns.contains_key(&Field::OpenAmount);
        let kind = period::of_period(known.kind, states_open, &names);
        let known = Remembered { kind, ..known.clone() };
        return remember::apply(layout, &known, seen, &grouped);
    }
    if let Some(given) = &raw.given {
        return given::propose(raw, layout, given);
    }
    propose_at(raw, context, layout, None)
}

/// The same after the user said what the sheet is, or where its header stands
/// (`Some((None, 0))`: nowhere).
pub fn propose_as(
    raw: &RawSheet,
    context: &Context,
    kind: Option<Kind>,
    header: Option<(Option<u32>, u32)>,
) -> Proposal {
    if let (Some(given), None) = (&raw.given, header)
        && kind.is_none_or(|kind| kind == given.kind)
    {
        return given::propose(raw, layout::find(raw), given);
    }
    let layout = match header {
        Some((row, height)) => layout::at(raw, row, height),
        None => layout::find(raw),
    };
    propose_at(raw, context, layout, kind)
}

fn propose_at(
    raw: &RawSheet,
    context: &Context,
    mut layout: Layout,
    chosen: Option<Kind>,
) -> Proposal {
    let grouped = grouped::find(raw, &layout);
    let filled = (!grouped.is_empty()).then(|| grouped.fill(raw, &layout));
    let raw = filled.as_ref().unwrap_or(raw);
    let (rows, profiles) = profiles(raw, &layout);
    settle_words(raw, &mut layout.headers, (&rows, &profiles), context.keys);
    let balance = running::find(raw, &layout, &profiles);
    let (kind, ask_kind) = match chosen {
        Some(kind) => (kind, false),
        None => {
            let names = names(raw, &layout, context.file_name);
            kinds::kind(&layout.headers, &profiles, &names, balance.sort)
        }
    };
    let mute = contents::is_mute(&layout.headers);
    let mut sums = arithmetic::proved(raw, &rows, &layout.headers, &profiles);
    sums.extend(balance.proved());
    let columns = Columns {
        raw,
        rows: &rows,
        headers: &layout.headers,
        profiles: &profiles,
        sums: &sums,
        keys: context.keys,
    };
    // Where headers say nothing, what the cells look like is proposed, and asked.
    let looks = (mute && kind == Kind::Other && chosen.is_none()).then(|| contents::kind(&columns));
    let (kind, ask_kind) = looks.flatten().map_or((kind, ask_kind), |kind| (kind, true));
    let mut asks: Vec<Ask> = ask_kind.then_some(Ask::Kind).into_iter().collect();
    let mut reading = Reading {
        kind,
        header_row: layout.row,
        header_height: layout.height,
        ..Reading::default()
    };
    let mut guesses = Vec::new();
    for (guess, column) in fields::guess(kind, &columns) {
        reading.columns.extend(column.map(|column| (guess.field, column)));
        guesses.push(guess);
    }
    charges::complete(&columns, &mut reading, &mut guesses);
    complete_by_cells(&columns, (mute, chosen.is_some()), &mut reading, &mut guesses);
    leave_invoice_totals(raw, &mut reading, &mut guesses);
    doubt_due_date(raw, &rows, &layout, &mut reading, &mut guesses);
    ask_other_end(&profiles, &reading, &mut guesses);
    ask_only_amount(&reading, &mut guesses);
    lanes::ask(raw, &profiles, &mut reading, &mut guesses);
    ask_group_name(&grouped, &layout, &profiles, &reading, &mut guesses);
    reading.filled = grouped.filled(|column| {
        reading.columns.iter().find(|(_, used)| **used == column).map(|(&field, _)| field)
    });
    asks.extend(guesses.iter().filter(|g| fields::must_ask(kind, g)).map(|g| Ask::Field(g.field)));
    asks.extend(sides::ask(raw, &rows, &layout, &profiles, &reading, &mut guesses));
    reading.currency = currency(raw, &layout, &profiles, &reading);
    asks.extend(settle_styles(raw, &layout, &profiles, &mut reading, &guesses));
    asks.extend(scales(raw, &layout, &reading));
    Proposal {
        layout: remember::fingerprint(kind, &layout.headers),
        headers: layout.headers.into_iter().map(|h| h.text).collect(),
        reading,
        fields: guesses,
        asks,
        remembered: false,
    }
}

/// What headers mean beside one another, before a kind is chosen.
fn settle_words(
    raw: &RawSheet,
    headers: &mut [Header],
    (rows, profiles): (&[u32], &[Profile]),
    keys: &KnownKeys,
) {
    roles::settle(headers, profiles, (raw, rows));
    let sheet = work::Sheet { raw, rows, profiles, keys };
    work::settle(headers, &sheet);
    tenant::settle(headers, &sheet);
}

/// Gives each column its decimal mark and order of day and month; what nothing decides is asked.
fn settle_styles(
    raw: &RawSheet,
    layout: &Layout,
    profiles: &[Profile],
    reading: &mut Reading,
    guesses: &[FieldGuess],
) -> Vec<Ask> {
    let mapped = mapped(reading, guesses);
    let styles = styles::decide(raw, &layout.headers, profiles, &mapped, reading.currency);
    // Of a column that holds several values the parts say how they are written.
    let (numbers, dates) =
        (std::mem::take(&mut reading.numbers), std::mem::take(&mut reading.dates));
    reading.numbers = styles.numbers.into_iter().chain(numbers).collect();
    reading.dates = styles.dates.into_iter().chain(dates).collect();
    styles.asks
}

/// What no header names, of receipts and open items: by the look of whole cells where headers say
/// nothing, and by what stands in their texts where a person said what the list is.
fn complete_by_cells(
    columns: &Columns,
    (mute, chosen): (bool, bool),
    reading: &mut Reading,
    guesses: &mut [FieldGuess],
) {
    let kind = reading.kind;
    if matches!(kind, Kind::Payments | Kind::Invoices | Kind::BankLines | Kind::Remittances) {
        contents::currency(columns, reading, guesses);
    }
    if !matches!(kind, Kind::Payments | Kind::Invoices) {
        return;
    }
    if mute {
        contents::complete(kind, columns, reading, guesses);
    }
    if chosen {
        unpack::complete(kind, columns, reading, guesses);
    }
}

/// What the sheet is called: its file, itself, and the title rows above its header.
fn names<'a>(raw: &'a RawSheet, layout: &Layout, file_name: &'a str) -> Vec<&'a str> {
    const TITLE_CHARS_MAX: usize = 80;
    let above = 0..layout.row.unwrap_or(0) as usize;
    let titles = above.flat_map(|row| raw.columns.iter().map(move |column| column.text(row)));
    let titles = titles.filter(|t| !t.trim().is_empty() && t.chars().count() <= TITLE_CHARS_MAX);
    [file_name, &raw.name].into_iter().chain(titles).collect()
}

/// The sampled rows below the header, and what each column holds there.
fn profiles(raw: &RawSheet, layout: &Layout) -> (Vec<u32>, Vec<Profile>) {
    let from = layout.row.map_or(0, |row| (row + layout.height) as usize);
    let rows = profile::sample(raw, from);
    let profiles = raw.columns.iter().map(|column| profile::profile(column, &rows, from)).collect();
    (rows, profiles)
}

/// The field of each mapped column, and of the first candidate of each question, so that its style
/// is settled by the time it is answered.
fn mapped(reading: &Reading, guesses: &[FieldGuess]) -> BTreeMap<u16, Field> {
    let asked = guesses.iter().filter(|g| g.ask);
    let first = asked.filter_map(|g| Some((g.candidates.first()?.column, g.field)));
    let chosen = reading.columns.iter().map(|(&field, &column)| (column, field));
    first.chain(chosen).collect()
}

/// Where lines repeat the total of their invoice, it is none of theirs: the column is left to the
/// list of invoices, and another that was as good takes its place.
fn leave_invoice_totals(raw: &RawSheet, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    if reading.kind != Kind::Lines {
        return;
    }
    let of_invoice = repeated::of_invoice(raw, reading);
    for guess in guesses.iter_mut().filter(|g| g.field.value() == ValueKind::Amount) {
        let before = guess.candidates.len();
        guess.candidates.retain(|candidate| !of_invoice(candidate.column));
        if guess.candidates.len() == before {
            continue;
        }
        let chosen = reading.columns.get(&guess.field).copied();
        if chosen.is_some_and(|column| guess.candidates.iter().all(|c| c.column != column)) {
            reading.columns.remove(&guess.field);
        }
        match guess.candidates.as_slice() {
            [] => guess.ask = false,
            [one] if guess.ask => {
                reading.columns.insert(guess.field, one.column);
                guess.ask = false;
            }
            _ => {}
        }
    }
}

/// A vague word for the due date ("결제일") is the due date only where it is never before the
/// invoice date; a payment date is, now and then.
fn doubt_due_date(
    raw: &RawSheet,
    rows: &[u32],
    layout: &Layout,
    reading: &mut Reading,
    guesses: &mut [FieldGuess],
) {
    let (Some(&invoice), Some(&due)) =
        (reading.columns.get(&Field::InvoiceDate), reading.columns.get(&Field::DueDate))
    else {
        return;
    };
    let vague = layout.headers[due as usize]
        .sense(Sense::Field(Field::DueDate))
        .is_some_and(|found| found.vague);
    let days = |column: u16| -> Vec<Option<i32>> {
        let cells = rows.iter().map(|&row| raw.cell(row as usize, column as usize));
        cells.map(|cell| read_date(&cell?, None).ok().map(days_from_date)).collect()
    };
    if vague && !arithmetic::in_order(&days(invoice), &days(due)) {
        reading.columns.remove(&Field::DueDate);
        if let Some(guess) = guesses.iter_mut().find(|g| g.field == Field::DueDate) {
            guess.ask = true;
        }
    }
}

/// A range with one end: where the column beside it could be the other, the user says.
fn ask_other_end(profiles: &[Profile], reading: &Reading, guesses: &mut [FieldGuess]) {
    let ranges = [(Field::WeightFrom, Field::WeightTo), (Field::ValidFrom, Field::ValidTo)];
    for (from, to) in ranges {
        let (known, missing, beside) = match (reading.columns.get(&from), reading.columns.get(&to))
        {
            (Some(&column), None) => (from, to, column.checked_add(1)),
            (None, Some(&column)) => (to, from, column.checked_sub(1)),
            _ => continue,
        };
        let Some(column) = beside else { continue };
        let free = !reading.columns.values().any(|&used| used == column);
        let alike = profiles.get(column as usize).is_some_and(|p| match known.value() {
            ValueKind::Date => p.date_column(),
            _ => p.number_column(),
        });
        if let Some(guess) = guesses.iter_mut().find(|g| g.field == missing && free && alike) {
            guess.ask = true;
            if guess.candidates.iter().all(|c| c.column != column) {
                guess.candidates.push(Candidate { column, why: vec![Why::Values] });
            }
        }
    }
}

/// Invoices and open items without an amount of their own: the one in the currency of the books, or
/// columns whose headers only half say it ("Amount a" beside "Amount b"), may be it. The user knows.
fn ask_only_amount(reading: &Reading, guesses: &mut [FieldGuess]) {
    const AMOUNTS: [Field; 4] = [Field::Gross, Field::OpenAmount, Field::Amount, Field::Net];
    let has_one = AMOUNTS.iter().any(|field| reading.columns.contains_key(field));
    let is_asked = guesses.iter().any(|g| g.ask && AMOUNTS.contains(&g.field));
    if reading.kind != Kind::Invoices || has_one || is_asked {
        return;
    }
    let local = reading.columns.get(&Field::LocalAmount).copied();
    if let Some(guess) = guesses.iter_mut().find(|guess| guess.field == Field::Amount) {
        let column = local.map(|column| Candidate { column, why: vec![Why::Values] });
        guess.candidates.extend(column);
        guess.ask = !guess.candidates.is_empty();
    }
}

/// Amounts whose header or title names thousands or the like: asked, never multiplied in silence.
fn scales(raw: &RawSheet, layout: &Layout, reading: &Reading) -> Vec<Ask> {
    let above = 0..layout.row.unwrap_or(0) as usize;
    let titled = above
        .flat_map(|row| raw.columns.iter().map(move |column| column.text(row)))
        .any(|text| scale_named(text).is_some());
    let mut columns: Vec<u16> = reading
        .columns
        .iter()
        .filter(|(field, _)| is_money(**field))
        .map(|(_, &column)| column)
        .filter(|&c| titled || scale_named(&layout.headers[usize::from(c)].text).is_some())
        .collect();
    columns.sort_unstable();
    columns.into_iter().map(Ask::Scale).collect()
}

/// Lines that stand alone above their rows, under no header: most often the customer, but an age or
/// a department as well. The user says.
fn ask_group_name(
    grouped: &Grouped,
    layout: &Layout,
    profiles: &[Profile],
    reading: &Reading,
    guesses: &mut [FieldGuess],
) {
    let named = [Field::CustomerName, Field::CustomerNo];
    if named.iter().any(|field| reading.columns.contains_key(field)) {
        return;
    }
    let nameless = grouped.headings.iter().copied().find(|&column| {
        let at = usize::from(column);
        layout.headers[at].text.is_empty() && profiles[at].most(profiles[at].letters)
    });
    let guess = guesses.iter_mut().find(|guess| guess.field == Field::CustomerName);
    if let (Some(column), Some(guess)) = (nameless, guess) {
        guess.ask = true;
        if guess.candidates.iter().all(|c| c.column != column) {
            guess.candidates.push(Candidate { column, why: vec![Why::Values] });
        }
    }
}

/// The currency of amounts without a currency cell: the headers of mapped amounts, else any
/// header, else the signs at the amounts, else a title row ("Currency: EUR").
fn currency(raw: &RawSheet, layout: &Layout, profiles: &[Profile], reading: &Reading) -> Currency {
    let mapped: Vec<usize> = reading
        .columns
        .iter()
        // "USD equivalent" is what the amounts come to in the books.
        .filter(|(field, _)| is_money(**field) && **field != Field::LocalAmount)
        .map(|(_, &column)| column as usize)
        .collect();
    let of_mapped = || only(mapped.iter().filter_map(|&c| layout.headers[c].currency));
    let in_books = reading.columns.get(&Field::LocalAmount).map(|&column| column as usize);
    let others = layout.headers.iter().enumerate().filter(|(at, _)| Some(*at) != in_books);
    let of_any = || only(others.filter_map(|(_, h)| h.currency));
    let of_cells =
        || only(mapped.iter().flat_map(|&c| profiles[c].numbers.currencies.iter().copied()));
    of_mapped()
        .or_else(of_any)
        .or_else(of_cells)
        .or_else(|| titled_currency(raw, layout))
        .unwrap_or(Currency::NONE)
}

fn is_money(field: Field) -> bool {
    field.value() == ValueKind::Amount || field == Field::UnitPrice
}

fn only(mut found: impl Iterator<Item = Currency>) -> Option<Currency> {
    let first = found.next()?;
    found.all(|currency| currency == first).then_some(first)
}

fn titled_currency(raw: &RawSheet, layout: &Layout) -> Option<Currency> {
    let above = 0..layout.row? as usize;
    only(above.flat_map(|row| raw.columns.iter().map(move |c| c.text(row))).filter_map(|text| {
        let (label, value) = text.split_once([':', '：'])?;
        let named = Header::read(&[label]).sense(Sense::Field(Field::Currency)).is_some()
            || label.contains("단위")
            || label.contains("单位");
        let value = value.trim().trim_end_matches([')', ']', '）']);
        named.then(|| read_currency(value)).flatten()
    }))
}
