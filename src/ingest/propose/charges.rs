//! Charges under heads of a firm's own, one column each: what no word tells, the sum does. Columns that
//! make up the amount together with the charges that are known, and without which it does not come
//! out, are charges.
//!
//! And cards that state what is charged beside the level of service at which it is.

use super::arithmetic;
use super::fields::Columns;
use crate::ingest::headers::{Match, Sense};
use crate::ingest::{Candidate, FieldGuess, Reading, Why};
use crate::table::{CHARGES, Field, Field::*, Kind, ValueKind};

/// Those that words tell, before those under heads of a firm's own.
const KNOWN: usize = 8;
/// One column that equals the amount is the amount once more.
const PARTS_MIN: usize = 2;

/// What no header settles by itself about charges.
pub fn complete(columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    match reading.kind {
        Kind::Invoices => {
            tell_net(columns, reading, guesses);
            tell_further(columns, reading, guesses);
            tell_local(columns, reading, guesses);
        }
        Kind::Lines => {
            tell_net(columns, reading, guesses);
            tell_level(columns, reading, guesses);
        }
        Kind::Rates => tell_level(columns, reading, guesses),
        _ => {}
    }
}

/// "Charges", "Tax", "Total": an amount to which the tax comes is the net, whatever its head leaves open.
fn tell_net(columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    let of = |field: Field| reading.columns.get(&field).map(|&column| usize::from(column));
    let (None, Some(amount)) = (of(Net), of(Amount)) else { return };
    let (Some(tax), Some(gross)) = (of(Tax), of(Gross)) else { return };
    if arithmetic::sums_to(columns, &[amount, tax], gross) {
        reading.columns.remove(&Amount);
        if let Some(guess) = guesses.iter_mut().find(|guess| guess.field == Amount) {
            guess.candidates.clear();
        }
        give(Net, amount as u16, Why::Arithmetic, reading, guesses);
    }
}

/// Gives the columns of further charges their fields.
fn tell_further(columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    let of = |field: Field| reading.columns.get(&field).map(|&column| usize::from(column));
    let Some(total) = of(Net).or_else(|| of(Amount)) else { return };
    let known: Vec<usize> = CHARGES[..KNOWN].iter().filter_map(|&field| of(field)).collect();
    let free = |at: &usize| {
        let mapped = reading.columns.values().any(|&used| usize::from(used) == *at);
        let header = &columns.headers[*at];
        let meant = header.senses.iter().any(|m| match m.sense {
            // A head that is a share or a day is no amount, however it adds up.
            Sense::Field(field) => {
                !m.vague || matches!(field.value(), ValueKind::Percent | ValueKind::Date)
            }
            Sense::Foreign(_) => !m.vague,
        });
        !mapped && !meant && !header.text.is_empty() && columns.profiles[*at].number_column()
    };
    let before: Vec<usize> = (0..total).filter(free).collect();
    let first = known.iter().copied().min().unwrap_or(total);
    let beside: Vec<usize> = before.iter().copied().filter(|&at| at > first).collect();
    let adds_up = |further: &[usize]| {
        let parts: Vec<usize> = known.iter().chain(further).copied().collect();
        parts.len() >= PARTS_MIN && arithmetic::sums_to(columns, &parts, total)
    };
    if before.is_empty() || adds_up(&[]) {
        return;
    }
    let Some(further) = [before, beside].into_iter().find(|further| adds_up(further)) else {
        return;
    };
    if further.len() > CHARGES.len() - KNOWN {
        return;
    }
    for (field, at) in CHARGES[KNOWN..].iter().copied().zip(further) {
        give(field, at as u16, Why::Arithmetic, reading, guesses);
    }
}

/// "요금항목" beside "서비스": what is charged is the service of the card, the other its level.
fn tell_level(columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    #[rustfmt::skip]
    const OF_CHARGE: [&str; 14] = [
        "charge", "fee", "surcharge", "요금", "비용", "청구", "费", "gebuhr", "kosten", "entgelt", "frais", "cargo",
        "concepto", "料金",
    ];
    let Some(guess) = guesses.iter().find(|guess| guess.field == ServiceCode) else { return };
    let plain = |column: u16| {
        let found = columns.headers[usize::from(column)].sense(Sense::Field(ServiceCode));
        found.is_some_and(|found| found.score >= 700)
    };
    let free = |column: &u16| {
        let mut used = reading.columns.iter().filter(|(field, _)| **field != ServiceCode);
        used.all(|(_, at)| at != column)
    };
    let candidates: Vec<u16> = guess.candidates.iter().map(|c| c.column).collect();
    let candidates: Vec<u16> = candidates.into_iter().filter(|&c| plain(c)).filter(free).collect();
    let of_charge = |column: &u16| {
        let folded = &columns.headers[usize::from(*column)].folded;
        OF_CHARGE.iter().any(|word| folded.contains(word))
    };
    let (charge, level): (Vec<u16>, Vec<u16>) = candidates.into_iter().partition(of_charge);
    if let (&[charge], &[level]) = (&charge[..], &level[..]) {
        give(ServiceCode, charge, Why::Header, reading, guesses);
        give(ServiceLevel, level, Why::Header, reading, guesses);
    }
}

/// "Net EUR" beside "Net" and a column of currencies: what the amount comes to in the books.
fn tell_local(columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    let used = |at: usize| reading.columns.values().any(|&column| usize::from(column) == at);
    if !reading.columns.contains_key(&Field::Currency)
        || reading.columns.contains_key(&Field::LocalAmount)
    {
        return;
    }
    let is_beside = |field: Field| {
        let own = reading.columns.get(&field).map(|&column| &columns.headers[usize::from(column)]);
        own.is_some_and(|own| own.currency.is_none())
    };
    let local = |at: &usize| {
        let header = &columns.headers[*at];
        let amount = |m: &Match| matches!(m.sense, Sense::Field(f) if [Net, Gross, Amount].contains(&f) && is_beside(f));
        header.currency.is_some()
            && !used(*at)
            && columns.profiles[*at].number_column()
            && header.senses.iter().any(amount)
    };
    let found: Vec<usize> = (0..columns.headers.len()).filter(local).collect();
    if let [at] = found[..] {
        give(Field::LocalAmount, at as u16, Why::HeaderWords, reading, guesses);
    }
}

fn give(field: Field, column: u16, why: Why, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    if let Some(guess) = guesses.iter_mut().find(|guess| guess.field == field) {
        guess.candidates = vec![Candidate { column, why: vec![why] }];
        guess.ask = false;
        reading.columns.insert(field, column);
    }
}
