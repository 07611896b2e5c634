//! Lines of a bank's list that are announced and not booked yet: no money, as long as no balance
//! stands on them.

use super::problem;
use crate::base::{fold_word, stretches};
use crate::ingest::{Problem, Reading};
use crate::table::{Fate, Field, Kind, RawSheet};
use crate::words::Args;

/// What banks call such a line.
#[rustfmt::skip]
const WORDS: [&str; 22] = [
    "pending", "pdng", "not booked", "unposted", "not posted", "in process", "processing",
    "예정", "미기장", "처리중", "대기", "待入账", "处理中", "未入账", "未记账", "未記帳", "vorgemerkt",
    "in bearbeitung", "en attente", "en cours", "pendiente", "en proceso",
];

pub(super) fn leave_out(
    raw: &RawSheet,
    reading: &Reading,
    fates: &mut [Fate],
    problems: &mut Vec<Problem>,
) {
    let column = |field: Field| reading.columns.get(&field).map(|at| usize::from(*at));
    let Some(at) = column(Field::Status).filter(|_| reading.kind == Kind::BankLines) else {
        return;
    };
    let Some(status) = raw.columns.get(at) else { return };
    let words: Vec<String> = WORDS.iter().map(|word| fold_word(word)).collect();
    let announced: Vec<bool> =
        status.cells.iter().map(|cell| words.contains(&fold_word(cell.text))).collect();
    let balance = column(Field::Balance).and_then(|at| raw.columns.get(at));
    let mut left_out = 0_usize;
    let used = fates.iter_mut().enumerate().filter(|(_, fate)| **fate == Fate::Used);
    stretches::each(used, |(row, fate)| {
        let code = status.codes.get(row).copied().unwrap_or(0) as usize;
        let says = code.checked_sub(1).is_some_and(|at| announced[at]);
        if says && balance.is_none_or(|balance| balance.is_blank(row)) {
            *fate = Fate::Excluded;
            left_out += 1;
        }
    });
    if left_out > 0 {
        let args = Args::new().with("count", left_out);
        problems.push(problem("problem-lines-pending", args, None, Some(at as u16)));
    }
}
