//! Defects per 100 lines: findings that block or want a look, over lines checked (part 3.5).

use super::{Figure, Measured, Value};
use crate::base::{Decimal, Severity, round_to};
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "defects-per-100-lines", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let lines = results.book.charges().len();
    if lines == 0 {
        return measured.lack("lacks-invoices");
    }
    let mut defects = 0_usize;
    for finding in &results.qc.findings {
        let reading = finding.at_stake.map(Arg::Money);
        match finding.severity {
            Severity::Note => measured.push(finding.at, "left-out-note", reading),
            Severity::Break | Severity::Review => {
                defects += 1;
                measured.push(finding.at, "counted-defect", reading);
            }
        }
    }
    let rate = Decimal::from(defects * 100) / Decimal::from(lines);
    measured.values = vec![Value {
        word: "figure-per-100",
        value: Arg::Number(round_to(rate, 2).normalize()),
        over: Some((Arg::from(defects), Arg::from(lines))),
    }];
}
