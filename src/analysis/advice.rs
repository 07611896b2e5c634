//! What to ask for at the source, so that the next file needs no mending: each defect that was
//! met, with the rows it cost. The words to send stand in the catalogue under the advice's code.

use serde::Serialize;

use crate::ingest::{Ask, IntakeFile, Problem};
use crate::words::{self, Args, Lang};

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
            "problem-id-destroyed" => Advice::IdsAsText,
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
    /// Rows that somebody has to look at each time, as far as they were told one by one.
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
    let mut found: Vec<Advised> = Vec::new();
    let mut add = |advice: Advice, rows: u32| match found.iter_mut().find(|a| a.advice == advice) {
        Some(known) => known.rows += rows,
        None => found.push(Advised { advice, rows }),
    };
    let of_sheets = file.sheets.iter().flat_map(|sheet| &sheet.problems);
    for problem in file.problems.iter().chain(of_sheets) {
        if let Some(advice) = Advice::of(problem) {
            add(advice, 1);
        }
    }
    for ask in file.sheets.iter().flat_map(|sheet| &sheet.proposal.asks) {
        match ask {
            Ask::DateOrder(_) => add(Advice::DatesWithYearFirst, 0),
            Ask::NumberStyle(_) => add(Advice::OneDecimalMark, 0),
            Ask::Scale(_) => add(Advice::WholeAmounts, 0),
            Ask::Kind | Ask::Field(_) => {}
        }
    }
    found.sort_by_key(|a| (std::cmp::Reverse(a.rows), a.advice));
    found
}
