//! Waiting by the hour, for PRC-11: a line for waiting bills more hours than its job shows, or the job
//! shows none where others of its list do.
//!
//! The hours stand in a column of their own, else they are those between coming and going. A part of an
//! hour may be billed as a whole one. Too little is not told: how much of the wait is free stands in no
//! file.

use super::{judged, service};
use crate::analysis::pricing::Unit;
use crate::base::{Date, Decimal, Money, Source, fold_word};
use crate::model::{Charge, Job, Row, Spellings};
use crate::rules::{Case, Findings};
use crate::table::{Field, Kind};
use crate::words::Arg;

#[rustfmt::skip]
static WORDS: [&str; 12] = [
    "wait", "wartezeit", "standzeit", "standgeld", "대기료", "대기시간", "等候", "等待", "attente", "espera",
    // A driver who is kept waiting by the hour, as trucking says it.
    "driver detention", "truck detention",
];
const COLUMNS: [Field; 4] =
    [Field::WaitingHours, Field::WaitingMinutes, Field::WaitFrom, Field::WaitTo];
const MINUTES: i64 = 60;

pub(super) fn check(case: &Case, findings: &mut Findings) {
    let is_told = |field: Field| case.book.has_column(Kind::Jobs, field);
    let is_waiting = |text: &str| {
        // "WAIT", "waiting time"; not "await".
        let text = format!(" {}", fold_word(text));
        WORDS.iter().any(|word| match word.is_ascii() {
            true => text.contains(&format!(" {word}")),
            false => text.contains(word),
        })
    };
    let named = [Field::ServiceCode, Field::Text]
        .map(|field| case.book.spellings_in(Kind::Lines, field, is_waiting));
    let waits = |row: Row| named.iter().any(|named| named.of(row) == Some(&true));
    let any = |named: &Spellings<bool>| named.any(|waits| *waits);
    if !COLUMNS.into_iter().any(is_told) || !named.iter().any(any) {
        return;
    }
    let shown: Vec<Shown> = case.book.jobs().map(Shown::of).collect();
    // A list in which no job shows a wait does not keep them.
    if !shown.iter().any(|shown| shown.minutes > Some(0)) {
        return;
    }
    for (charge, ..) in judged(case).filter(|(charge, ..)| waits(charge.0)) {
        let Some(&[at]) = charge.job_no().map(|no| case.book.jobs_numbered(no)) else { continue };
        let job = case.book.job(at as usize);
        if let Some(over) = over(charge, &shown[at as usize]) {
            report(case, charge, job, (&shown[at as usize], over), findings);
        }
    }
}

/// What a job shows of its wait.
struct Shown {
    /// `None` where a cell cannot be read, or only one of the two hours stands there.
    minutes: Option<i64>,
    field: Field,
}

impl Shown {
    fn of(job: Job) -> Shown {
        let row = job.0;
        let hours = row.number(Field::WaitingHours);
        if hours.is_some() || row.is_failed(Field::WaitingHours) {
            let minutes = hours.and_then(|hours| hours.checked_mul(Decimal::from(MINUTES)));
            let minutes = minutes.and_then(|m| i64::try_from(m.round()).ok());
            return Shown { minutes, field: Field::WaitingHours };
        }
        let stated = row.number(Field::WaitingMinutes);
        if stated.is_some() || row.is_failed(Field::WaitingMinutes) {
            let minutes = stated.and_then(|m| i64::try_from(m.round()).ok());
            return Shown { minutes, field: Field::WaitingMinutes };
        }
        let kept = COLUMNS.into_iter().rev().find(|&field| row.table.has(field));
        let field = kept.unwrap_or(Field::WaitingHours);
        let minutes = match (row.text(Field::WaitFrom), row.text(Field::WaitTo)) {
            (None, None) => Some(0),
            (Some(from), Some(to)) => between(from, to),
            _ => None,
        };
        Shown { minutes, field }
    }
}

/// From one moment to a later one. Over midnight only where the days are dates without a doubt: a wait
/// taken for a day too short would be told as billed too long.
fn between(from: &str, to: &str) -> Option<i64> {
    let (day_from, minute_from) = moment(from)?;
    let (day_to, minute_to) = moment(to)?;
    let days = match day_from == day_to {
        true => 0,
        false => (day_to.parse::<Date>().ok()? - day_from.parse::<Date>().ok()?).num_days(),
    };
    Some(days * 24 * MINUTES + minute_to - minute_from).filter(|waited| *waited >= 0)
}

/// `2026-06-10 09:15`, `09:15:00`, `9:15 PM`: what stands before the hour, and the minute of the day.
fn moment(text: &str) -> Option<(&str, i64)> {
    let colon = text.find(':')?;
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let hour: i64 = text[before.len()..colon].parse().ok().filter(|hour| (0..24).contains(hour))?;
    let rest = &text[colon + 1..];
    let minute: i64 = rest.get(..2)?.parse().ok().filter(|minute| (0..60).contains(minute))?;
    let rest = rest.to_ascii_lowercase();
    let hour = match hour {
        12 if rest.ends_with("am") => 0,
        1..=11 if rest.ends_with("pm") => hour + 12,
        hour => hour,
    };
    Some((before.trim_end_matches(['T', ' ']), hour * MINUTES + minute))
}

/// The share of the line that no wait supports.
fn over(charge: Charge, shown: &Shown) -> Option<Decimal> {
    charge.net().filter(|net| net.minor > 0)?;
    let minutes = shown.minutes?;
    if minutes == 0 {
        return Some(Decimal::ONE);
    }
    let unit = Unit::parse(charge.0.text(Field::Unit)?);
    let seconds = unit.seconds()?.checked_mul(charge.qty()?)?;
    let billed = seconds.checked_div(Decimal::from(MINUTES))?;
    let hours = minutes.checked_add(MINUTES - 1)? / MINUTES;
    let supported = Decimal::from(hours * MINUTES);
    (billed > supported).then(|| (billed - supported).checked_div(billed)).flatten()
}

fn report(
    case: &Case,
    charge: Charge,
    job: Job,
    (shown, share): (&Shown, Decimal),
    findings: &mut Findings,
) {
    let (Some(billed), Some(minutes)) = (charge.net(), shown.minutes) else { return };
    let over = billed.decimal().checked_mul(share).and_then(|o| Money::round(o, billed.currency));
    let Some(over) = over else { return };
    let due = Money::new(billed.minor - over.minor, billed.currency);
    let hours = Decimal::from(minutes).checked_div(Decimal::from(MINUTES)).unwrap_or_default();
    let at: Source = charge.amount_source();
    let finding = findings
        .at(at, &format!("{}:{}", charge.key(), Field::WaitingHours.key()))
        .arg("invoice", charge.invoice_no().unwrap_or_default())
        .arg("charge", service(case, charge))
        .arg("billed", billed)
        .arg("by", "wait")
        .arg("days", hours.round_dp(2).normalize())
        .arg("unit", Arg::term("unit-hours"))
        .arg("free", Arg::term("value-not-stated"))
        .found(billed)
        .arg("due", due)
        .expected(due)
        .stake(Some(over))
        .evidence("evidence-job", job.0.source(shown.field))
        .of_charge(case.book, charge);
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn hours_between_two_moments() {
        for (from, to, minutes) in [
            ("2026-06-10 09:15", "2026-06-10 11:45", Some(150)),
            ("09:00:00", "9:30", Some(30)),
            ("10/06/2026 11:30 AM", "10/06/2026 1:00 PM", Some(90)),
            ("2026-06-10T23:30", "2026-06-11T00:30", Some(60)),
            ("2026-06-10 10:00", "2026-06-12 09:00", Some(47 * 60)),
            ("10/06/2026 23:00", "11/06/2026 01:00", None),
            ("11:00", "10:00", None),
            ("2026-06-10", "2026-06-10", None),
            ("tba", "10:00", None),
        ] {
            assert_eq!(between(from, to), minutes, "{from} to {to}");
        }
    }
}
