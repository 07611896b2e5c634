//! Words in a column of figures that stand there on purpose: a reference to the row that has the
//! figure ("See ASN-93 (ID#:1281)"), or why there is none ("Invoiced separately").
//!
//! Not here: words that nobody can place. They stay unread, as does a reference that names no row, or
//! several. Invariant: a figure that is referred to is counted where it stands and nowhere else.

use std::collections::BTreeMap;

use super::problem;
use crate::base::{QuickMap, QuickSet, fold_id};
use crate::ingest::typing::{is_reason, referred};
use crate::ingest::{Problem, Reading};
use crate::table::{Field, Means, RawColumn, RawKind, RawSheet, Told, ValueKind};
use crate::words::{Arg, Args};

/// A column whose cells were read, and the rows that did not read as figures.
pub(super) struct Unread<'r> {
    pub raw: &'r RawSheet,
    pub reading: &'r Reading,
    pub column: &'r RawColumn,
    pub index: u16,
    pub field: Field,
    /// Physical rows of the used ones.
    pub rows: &'r [u32],
    pub failed: &'r [usize],
}

/// A reference to a reference is followed so far.
const HOPS_MAX: usize = 8;
/// Different reasons that a message names.
const NAMED_MAX: usize = 4;

impl Unread<'_> {
    /// What the unread cells tell, in order of rows. `has_figure` says which rows have one.
    pub(super) fn told(&self, has_figure: impl Fn(usize) -> bool) -> Vec<Told> {
        let texts: Vec<(usize, &str)> = self.texts().collect();
        // Each distinct text is looked at once: how often it stands there, whether it refers, whether it
        // is a reason.
        let mut known: QuickMap<&str, (u32, Vec<String>, bool)> = QuickMap::default();
        for (_, text) in &texts {
            known.entry(text).or_insert_with(|| (0, referred(text), false)).0 += 1;
        }
        known.iter_mut().for_each(|(text, (rows, _, reason))| *reason = is_reason(text, *rows));
        let named = self.named(known.values().flat_map(|(_, tokens, _)| tokens.iter().cloned()));
        let mut told: BTreeMap<usize, Means> = BTreeMap::new();
        for &(row, text) in &texts {
            let (_, tokens, reason) = &known[text];
            if let Some(names) = self.resolve(row, tokens, &named, &has_figure) {
                told.insert(row, Means::Reference { names, holds: None });
            } else if *reason {
                told.insert(row, Means::Reason);
            }
        }
        let means = |(&row, &means): (&usize, &Means)| {
            let means = match means {
                Means::Reference { names, .. } => Means::Reference {
                    names,
                    holds: end(&told, names).filter(|&at| has_figure(at)),
                },
                Means::Reason => Means::Reason,
            };
            Told { row, field: self.field, means }
        };
        told.iter().map(means).collect()
    }

    fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        self.failed.iter().filter_map(|&row| {
            let cell = self.column.get(self.rows[row] as usize)?;
            (cell.kind == RawKind::Text).then(|| (row, cell.text.trim()))
        })
    }

    /// The rows under each number that some cell refers to. A number without letters is looked for
    /// only where numbers of documents stand.
    fn named(&self, wanted: impl Iterator<Item = String>) -> QuickMap<String, Vec<usize>> {
        let wanted: QuickSet<String> = wanted.collect();
        let mut named: QuickMap<String, Vec<usize>> = QuickMap::default();
        if wanted.is_empty() {
            return named;
        }
        let field_of = |at: usize| {
            let mut read = self.reading.columns.iter();
            read.find(|(_, index)| usize::from(**index) == at).map(|(field, _)| *field)
        };
        for (at, column) in self.raw.columns.iter().enumerate() {
            let is_id = match field_of(at) {
                Some(field) if field.value() == ValueKind::Id => true,
                Some(_) => continue,
                None => false,
            };
            let found = |text: &str| {
                let folded = fold_id(text);
                let counts = is_id || folded.bytes().any(|byte| byte.is_ascii_alphabetic());
                (counts && wanted.contains(&folded)).then_some(folded)
            };
            let of_cell: Vec<Option<String>> =
                column.cells.iter().map(|cell| found(cell.text)).collect();
            for (row, &physical) in self.rows.iter().enumerate() {
                let code = column.codes.get(physical as usize).map_or(0, |code| *code as usize);
                let number = code.checked_sub(1).and_then(|at| of_cell.get(at)).cloned().flatten();
                if let Some(number) = number {
                    named.entry(number).or_default().push(row);
                }
            }
        }
        named
    }

    /// The one row that the numbers name best: by a number of its own before one that it shares; of
    /// rows alike, the one that has a figure.
    fn resolve(
        &self,
        own: usize,
        tokens: &[String],
        named: &QuickMap<String, Vec<usize>>,
        has_figure: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        const ALONE: usize = 10;
        let mut points: BTreeMap<usize, usize> = BTreeMap::new();
        for rows in tokens.iter().filter_map(|token| named.get(token)) {
            let worth = if rows.len() == 1 { ALONE } else { 1 };
            for &row in rows.iter().filter(|row| **row != own) {
                *points.entry(row).or_default() += worth;
            }
        }
        let most = points.values().max().copied()?;
        let best: Vec<usize> =
            points.into_iter().filter(|(_, n)| *n == most).map(|(row, _)| row).collect();
        let narrowed = |keep: &dyn Fn(usize) -> bool| {
            let mut left = best.iter().copied().filter(|&row| keep(row));
            left.next().filter(|_| left.next().is_none())
        };
        let beside = |row: usize| self.shares_document(own, row);
        narrowed(&|_| true)
            .or_else(|| narrowed(&|row| has_figure(row)))
            .or_else(|| narrowed(&|row| beside(row) && has_figure(row)))
            .or_else(|| narrowed(&beside))
    }

    /// "See line 3" means line 3 of the same invoice.
    fn shares_document(&self, a: usize, b: usize) -> bool {
        let keys = self.reading.kind.spec().needs.iter().filter(|f| f.value() == ValueKind::Id);
        keys.filter_map(|key| self.reading.columns.get(key)).any(|&index| {
            let text = |row: usize| self.raw.text(self.rows[row] as usize, usize::from(index));
            !text(a).is_empty() && text(a) == text(b)
        })
    }

    /// How many cells refer to another row, and how many say why there is no figure.
    pub(super) fn problems(&self, told: &[Told]) -> Vec<Problem> {
        let text = |row: usize| self.raw.text(self.rows[row] as usize, usize::from(self.index));
        let number = |row: usize| self.raw.row_numbers.get(self.rows[row] as usize).copied();
        let references: Vec<(usize, usize)> = told
            .iter()
            .filter_map(|told| match told.means {
                Means::Reference { names, .. } => Some((told.row, names)),
                Means::Reason => None,
            })
            .collect();
        let mut problems = Vec::new();
        let args = || Args::new().with("field", Arg::term(self.field.word()));
        if let Some(&(row, names)) = references.first() {
            let args = args()
                .with("count", references.len())
                .with("text", text(row).trim())
                .with("row", number(names).unwrap_or_default());
            problems.push(problem("problem-cells-refer", args, number(row), Some(self.index)));
        }
        let mut reasons: BTreeMap<&str, u32> = BTreeMap::new();
        let mut explained = told.iter().filter(|told| told.means == Means::Reason).peekable();
        let first = explained.peek().map(|told| told.row);
        explained.for_each(|told| *reasons.entry(text(told.row).trim()).or_default() += 1);
        if let Some(first) = first {
            let count: u32 = reasons.values().sum();
            let mut named: Vec<(&str, u32)> = reasons.into_iter().collect();
            named.sort_by_key(|&(text, count)| (std::cmp::Reverse(count), text));
            let shown = named.iter().take(NAMED_MAX).map(|(text, n)| format!("“{text}” ({n})"));
            let mut texts = shown.collect::<Vec<_>>().join(", ");
            if named.len() > NAMED_MAX {
                texts.push_str(", …");
            }
            let args = args().with("count", count).with("texts", texts);
            problems.push(problem("problem-cells-explain", args, number(first), Some(self.index)));
        }
        problems
    }
}

/// The row at the end of a chain of references; none where it leads in a circle.
fn end(told: &BTreeMap<usize, Means>, from: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..HOPS_MAX {
        match told.get(&at) {
            Some(&Means::Reference { names, .. }) => at = names,
            Some(Means::Reason) | None => return Some(at),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::{Decimal, FileId, TableId};
    use crate::ingest::text_to_raw;
    use crate::table::{Cell, Kind, Table};

    fn read(text: &str) -> (Table, Vec<String>) {
        let raw = Arc::new(text_to_raw("test", text).expect("text reads").sheets[0].clone());
        let fields = (0..raw.columns.len())
            .filter_map(|c| Some((Field::from_key(raw.text(0, c))?, c as u16)));
        let reading = Reading {
            kind: Kind::Jobs,
            header_row: Some(0),
            header_height: 1,
            columns: fields.collect(),
            ..Reading::default()
        };
        let (table, problems) =
            super::super::build(TableId(0), FileId(0), &"test".into(), &raw, &reading);
        (table, problems.into_iter().map(|problem| problem.key).collect())
    }

    #[test]
    fn figures_references_and_reasons() {
        let (table, problems) = read(
            "job_no,delivery,cost\n1,DN-5,80.00\n2,DN-5,See DN-5 (ID#:1)\n3,DN-5,see job 2\n\
             4,DN-6,Invoiced separately\n5,DN-6,See ID 4\n6,DN-7,See ID 99\n7,DN-7,ten\n8,DN-8,siehe DN-5\n",
        );
        let means: Vec<(usize, Means)> = table.told.iter().map(|t| (t.row, t.means)).collect();
        let to = |names, holds| Means::Reference { names, holds };
        let expected = [
            (1, to(0, Some(0))),
            (2, to(1, Some(0))),
            (3, Means::Reason),
            (4, to(3, None)),
            (7, to(0, Some(0))),
        ];
        assert_eq!(means, expected);
        assert_eq!(table.number(Field::Cost, 0), Some(Decimal::from(80)));
        assert_eq!(table.number_cell(Field::Cost, 1), Cell::Blank);
        let failed: Vec<usize> = table.failures.iter().map(|failure| failure.row).collect();
        assert_eq!(failed, [5, 6]);
        assert_eq!(
            problems,
            [
                "problem-number-unread",
                "problem-number-unread",
                "problem-cells-refer",
                "problem-cells-explain"
            ]
        );
    }

    #[test]
    fn a_circle_holds_no_figure() {
        let (table, _) = read("job_no,cost\n1,See ID 2\n2,See ID 1\n3,5.00\n");
        assert_eq!(table.told[0].means, Means::Reference { names: 1, holds: None });
    }
}
