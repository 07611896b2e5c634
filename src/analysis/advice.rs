//! What to ask for at the source, so that the next file needs no mending: each defect that was
//! met, with the rows it cost. The words to send stand in the catalogue under the advice's code.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::ingest::{Ask, IntakeFile, Problem};
use crate::words::{self, Arg, Args, Lang};

/// A defect of the source, and the change that would end it. `CODE` in the catalogue says the
/// defect, `CODE.ask` is the sentence to send.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// Several tables on one sheet, or headers of invoices on their lines.
    OneTableASheet,
    /// Values that stand only above their rows or on the first of them.
    ValueOnEveryRow,
    /// Identifiers that became numbers.
    IdsAsText,
    /// Dates of which day and month cannot be told apart.
    DatesWithYearFirst,
    /// Numbers of which the decimal mark cannot be told.
    OneDecimalMark,
    /// Amounts in thousands.
    WholeAmounts,
    /// Error cells, and formulas never calculated.
    ValuesNotFormulas,
    /// Total rows that do not add up.
    TotalsThatAgree,
}

impl Advice {
    pub fn word(self) -> &'static str {
        match self {
            Advice::OneTableASheet => "advice-one-table",
            Advice::ValueOnEveryRow => "advice-every-row",
            Advice::IdsAsText => "advice-ids-as-text",
            Advice::DatesWithYearFirst => "advice-dates",
            Advice::OneDecimalMark => "advice-decimal-mark",
            Advice::WholeAmounts => "advice-whole-amounts",
            Advice::ValuesNotFormulas => "advice-values",
            Advice::TotalsThatAgree => "advice-totals",
        }
    }

    fn of(problem: &Problem) -> Option<Advice> {
        Some(match problem.key.as_str() {
            "problem-tables-on-sheet" | "problem-headers-once" => Advice::OneTableASheet,
            "problem-filled-down" | "problem-labels-lifted" => Advice::ValueOnEveryRow,
            "problem-id-destroyed" | "problem-ids-destroyed" => Advice::IdsAsText,
            "problem-date-two-ways" | "problem-date-unread" => Advice::DatesWithYearFirst,
            "problem-number-two-ways" => Advice::OneDecimalMark,
            "problem-cell-error" | "problem-no-value" => Advice::ValuesNotFormulas,
            "problem-total-differs" => Advice::TotalsThatAgree,
            _ => return None,
        })
    }
}

/// One piece of advice for one file: how often the defect was met, ready to be shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Advised {
    pub advice: Advice,
    /// Rows that were mended, or that somebody has to look at each time; nought where the defect is
    /// one of the whole list.
    pub rows: u32,
}

impl Advised {
    /// The defect in words.
    pub fn defect(&self, lang: Lang) -> String {
        words::say(lang, self.advice.word(), &Args::new().with("rows", self.rows))
    }

    /// The sentence to send to whoever makes the file, in their language.
    pub fn letter(&self, lang: Lang) -> String {
        words::text(lang, &format!("{}.ask", self.advice.word()))
    }
}

/// The advice for a file, most rows first.
pub fn advice(file: &IntakeFile) -> Vec<Advised> {
    let of_sheets = file.sheets.iter().map(|sheet| sheet.problems.as_slice());
    let lists: Vec<&[Problem]> = [file.problems.as_slice()].into_iter().chain(of_sheets).collect();
    let mut found = counted(&lists);
    for ask in file.sheets.iter().flat_map(|sheet| &sheet.proposal.asks) {
        let advice = match ask {
            Ask::DateOrder(_) => Advice::DatesWithYearFirst,
            Ask::NumberStyle(_) => Advice::OneDecimalMark,
            Ask::Scale(_) => Advice::WholeAmounts,
            Ask::Kind | Ask::Field(_) => continue,
        };
        found.entry(advice).or_default();
    }
    let mut all: Vec<Advised> =
        found.into_iter().map(|(advice, rows)| Advised { advice, rows }).collect();
    all.sort_by_key(|a| (std::cmp::Reverse(a.rows), a.advice));
    all
}

/// The rows of each defect, sheet by sheet: a row counts once, however many of its cells have it.
fn counted(lists: &[&[Problem]]) -> BTreeMap<Advice, u32> {
    let mut found: BTreeMap<Advice, u32> = BTreeMap::new();
    for problems in lists {
        let mut rows: BTreeSet<(Advice, u32)> = BTreeSet::new();
        // Of a column with one sort of defect the cells that were not told one by one have it too.
        let mut sorts: BTreeMap<Option<u16>, BTreeSet<Option<Advice>>> = BTreeMap::new();
        for problem in problems.iter().filter(|problem| problem.row.is_some()) {
            let advice = Advice::of(problem);
            sorts.entry(problem.column).or_default().insert(advice);
            rows.extend(advice.zip(problem.row));
        }
        for (advice, _) in rows {
            *found.entry(advice).or_default() += 1;
        }
        for problem in problems.iter().filter(|problem| problem.row.is_none()) {
            let of_column = || {
                let sorts = sorts.get(&problem.column).filter(|sorts| sorts.len() == 1)?;
                sorts.iter().next().copied().flatten()
            };
            let is_rest = problem.key == "problem-more-unread";
            let Some(advice) = (if is_rest { of_column() } else { Advice::of(problem) }) else {
                continue;
            };
            *found.entry(advice).or_default() +=
                if counts_rows(problem) { count(problem) } else { 0 };
        }
    }
    found
}

/// Whether the count of a problem is one of rows: that of tables on a sheet is not.
fn counts_rows(problem: &Problem) -> bool {
    matches!(
        problem.key.as_str(),
        "problem-filled-down" | "problem-ids-destroyed" | "problem-more-unread"
    )
}

fn count(problem: &Problem) -> u32 {
    match problem.args.get("count") {
        Some(Arg::Count(count)) => u32::try_from(*count).unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(key: &str, row: Option<u32>, column: u16, count: Option<i64>) -> Problem {
        let args = count.map_or_else(Args::new, |count| Args::new().with("count", count));
        Problem { key: key.to_owned(), args, sheet: None, row, column: Some(column) }
    }

    #[test]
    fn rows_count_once_and_all_of_them() {
        let first = [
            problem("problem-date-unread", Some(5), 1, None),
            // The other date of the same row.
            problem("problem-date-two-ways", Some(5), 2, None),
            problem("problem-date-unread", Some(6), 1, None),
            problem("problem-more-unread", None, 1, Some(40)),
            problem("problem-filled-down", None, 0, Some(32)),
            problem("problem-id-destroyed", Some(9), 3, None),
            problem("problem-ids-destroyed", None, 3, Some(7)),
        ];
        // Errors and words in one column: nothing says which the rest are.
        let second = [
            problem("problem-cell-error", Some(5), 4, None),
            problem("problem-number-unread", Some(6), 4, None),
            problem("problem-more-unread", None, 4, Some(9)),
            problem("problem-date-unread", Some(5), 1, None),
        ];
        let whole = [problem("problem-tables-on-sheet", None, 0, Some(3))];
        let found = counted(&[&whole, &first, &second]);
        let expected = [
            (Advice::OneTableASheet, 0),
            (Advice::ValueOnEveryRow, 32),
            (Advice::IdsAsText, 8),
            (Advice::DatesWithYearFirst, 2 + 40 + 1),
            (Advice::ValuesNotFormulas, 1),
        ];
        assert_eq!(found, expected.into_iter().collect());
    }
}
