//! Builds a sheet whose format names its columns: records in, raw cells with a given reading out.
//!
//! Invariant: a row cites the line of the file on which its record starts. Where several records
//! stand on one line, rows are counted instead, from 1.

use std::collections::BTreeMap;

use super::sheet::SheetBuilder;
use crate::base::{Date, Decimal, iso};
use crate::ingest::{Problem, Refusal};
use crate::table::{Fate, Field, Given, Kind, RawKind, RawSheet, Statement};
use crate::words::Args;

/// Problems of one sort that are told row by row.
const TOLD_MAX: usize = 20;

pub(super) struct GivenSheet {
    builder: SheetBuilder,
    kind: Kind,
    columns: &'static [(Field, &'static str)],
    used: Vec<bool>,
    lines: Vec<u32>,
    statements: Vec<Statement>,
    problems: Vec<Problem>,
    told: BTreeMap<&'static str, usize>,
}

impl GivenSheet {
    pub(super) fn new(
        name: &str,
        kind: Kind,
        columns: &'static [(Field, &'static str)],
    ) -> GivenSheet {
        GivenSheet {
            builder: SheetBuilder::new(name, false),
            kind,
            columns,
            used: vec![false; columns.len()],
            lines: Vec::new(),
            statements: Vec::new(),
            problems: Vec::new(),
            told: BTreeMap::new(),
        }
    }

    /// Begins the row of the record on this line.
    pub(super) fn row(&mut self, line: u32) -> Result<(), Refusal> {
        self.lines.push(line);
        self.builder.append(line)
    }

    pub(super) fn rows(&self) -> u32 {
        self.lines.len() as u32
    }

    pub(super) fn fate(&mut self, fate: Fate) {
        self.builder.known_fate(fate);
    }

    pub(super) fn text(&mut self, field: Field, text: &str) {
        self.cell(field, RawKind::Text, text.trim());
    }

    pub(super) fn number(&mut self, field: Field, number: Decimal) {
        self.cell(field, RawKind::Number, &number.to_string());
    }

    pub(super) fn date(&mut self, field: Field, date: Option<Date>) {
        if let Some(date) = date {
            self.cell(field, RawKind::Date, &iso(date));
        }
    }

    fn cell(&mut self, field: Field, kind: RawKind, text: &str) {
        let Some(at) = self.columns.iter().position(|(f, _)| *f == field) else { return };
        self.used[at] |= !text.is_empty();
        self.builder.cell(at, kind, text);
    }

    pub(super) fn statement(&mut self, statement: Statement) {
        self.statements.push(statement);
    }

    /// Says something about a line of the file.
    pub(super) fn problem(&mut self, key: &'static str, args: Args, line: u32) {
        let told = self.told.entry(key).or_default();
        *told += 1;
        if *told <= TOLD_MAX {
            let row = Some(line);
            self.problems.push(Problem {
                key: key.to_owned(),
                args,
                sheet: None,
                row,
                column: None,
            });
        }
    }

    /// The sheet without the columns that no record filled.
    pub(super) fn finish(mut self) -> Result<(RawSheet, Vec<Problem>), Refusal> {
        let (mut sheet, mut problems) = std::mem::take(&mut self.builder).finish()?;
        if self.lines.windows(2).any(|pair| pair[1] <= pair[0]) {
            self.count_rows(&mut sheet);
        }
        let mut given = Given { kind: self.kind, statements: self.statements, ..Given::default() };
        let mut columns = Vec::new();
        let kept = sheet.columns.drain(..).zip(&self.used).zip(self.columns);
        for ((column, _), (field, header)) in kept.filter(|((_, used), _)| **used) {
            given.columns.insert(*field, columns.len() as u16);
            given.headers.push((*header).to_owned());
            columns.push(column);
        }
        sheet.columns = columns;
        sheet.given = Some(Box::new(given));
        problems.extend(self.problems);
        Ok((sheet, problems))
    }

    /// Line numbers that do not tell rows apart cite nothing.
    fn count_rows(&mut self, sheet: &mut RawSheet) {
        let lines = &self.lines;
        let counted =
            |line: u32| lines.iter().position(|at| *at >= line).map_or(line, |at| at as u32 + 1);
        for problem in &mut self.problems {
            problem.row = problem.row.map(counted);
        }
        for statement in &mut self.statements {
            statement.line = statement.rows.start + 1;
        }
        sheet.row_numbers = (1..=sheet.row_numbers.len() as u32).collect();
    }
}
