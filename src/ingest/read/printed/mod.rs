//! A list as SAP prints it to a file ("unconverted"): rules of dashes, columns between bars, pages.
//!
//! Columns come from the header's widths, not from counting bars: a text may hold one. Page titles,
//! repeated headers and starred totals keep their rows and are marked as what they are; the block
//! above each list (customer, company code) is written into its rows as columns of their own.
//! Invariant: every line of the file is in a row, or in a row that began on a line before it.

mod blocks;
mod columns;
mod lines;

use self::blocks::Blocks;
use self::columns::Columns;
use self::lines::{Line, Shape, lines};
use super::sheet::SheetBuilder;
use super::text::problem;
use super::{PROGRESS_ROWS, ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::{Problem, Refusal};
use crate::table::{Fate, RawKind};
use crate::words::Args;

/// Whether a text is such a list: a header between rules, and rows between bars.
pub(super) fn is_printed(text: &str) -> bool {
    const LOOK_AT: usize = 400;
    let (mut rules, mut rows, mut others) = (0, 0, 0);
    for line in lines(text).take(LOOK_AT) {
        match line.shape {
            Shape::Rule => rules += 1,
            Shape::Row => rows += 1,
            Shape::Text => others += 1,
            Shape::Blank => {}
        }
    }
    rules >= 1 && rows >= 2 && rows + rules > others
}

pub(super) fn read(
    name: &str,
    text: &str,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<ReadSheets, Refusal> {
    let all: Vec<Line> = lines(text).collect();
    let blocks = Blocks::find(&all);
    let mut list = List::new(name, blocks);
    let mut at = 0;
    while at < all.len() {
        at = list.take(&all, at)?;
        if (at as u64).is_multiple_of(PROGRESS_ROWS) {
            let (done, total) = (at as u64, Some(all.len() as u64));
            progress(ReadProgress { stage: ReadStage::Rows, done, total });
        }
    }
    list.finish()
}

/// Where in a list a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    /// Behind the rule above a header.
    Header,
    Body,
}

struct List {
    name: String,
    read: ReadSheets,
    sheets: usize,
    sheet: SheetBuilder,
    place: Place,
    columns: Option<Columns>,
    blocks: Blocks,
    misfits: Vec<Problem>,
}

impl List {
    fn new(name: &str, blocks: Blocks) -> List {
        List {
            name: name.to_owned(),
            read: ReadSheets::default(),
            sheets: 0,
            sheet: SheetBuilder::new(name, false),
            place: Place::Outside,
            columns: None,
            blocks,
            misfits: Vec::new(),
        }
    }

    /// Takes the line at a position, with those that belong to it; returns the next position.
    fn take(&mut self, all: &[Line], at: usize) -> Result<usize, Refusal> {
        let line = &all[at];
        match line.shape {
            Shape::Blank => {
                self.sheet.append(line.number)?;
                if self.place == Place::Body {
                    self.place = Place::Outside;
                }
                Ok(at + 1)
            }
            Shape::Rule => {
                self.sheet.append(line.number)?;
                self.place = match self.place {
                    Place::Outside => Place::Header,
                    Place::Header | Place::Body => Place::Body,
                };
                Ok(at + 1)
            }
            Shape::Text => {
                self.place = Place::Outside;
                self.blocks.enter(at);
                self.whole(line, Fate::Title)?;
                Ok(at + 1)
            }
            Shape::Row => self.rows(all, at),
        }
    }

    fn rows(&mut self, all: &[Line], at: usize) -> Result<usize, Refusal> {
        let run = all[at..].iter().take_while(|line| line.shape == Shape::Row).count();
        let block = &all[at..at + run];
        if self.columns.as_ref().is_some_and(|columns| columns.is_header(block)) {
            let height = self.columns.as_ref().map_or(1, Columns::header_lines);
            for line in &block[..height] {
                self.header_row(line.number, line.number == block[0].number)?;
            }
            self.place = Place::Body;
            return Ok(at + height);
        }
        let heads = match &self.columns {
            None => true,
            Some(columns) => self.place == Place::Header && columns.is_foreign(block),
        };
        if heads {
            self.begin(all, at, run)?;
            self.place = Place::Body;
            return Ok(at + run);
        }
        self.place = Place::Body;
        self.record(all, at)
    }

    /// A new header: what came before is another list.
    fn begin(&mut self, all: &[Line], at: usize, height: usize) -> Result<(), Refusal> {
        if self.columns.is_some() {
            self.close()?;
        }
        let header: Vec<&str> = all[at..at + height].iter().map(|line| line.text).collect();
        let body: Vec<&str> = all[at + height..]
            .iter()
            .skip_while(|line| line.shape == Shape::Rule)
            .take_while(|line| line.shape == Shape::Row)
            .map(|line| line.text)
            .collect();
        self.columns = Some(Columns::of(&header, &body));
        for (nth, line) in all[at..at + height].iter().enumerate() {
            self.header_row(line.number, nth == 0)?;
        }
        Ok(())
    }

    /// Header texts stand in the first of the header's lines; the others are part of it.
    fn header_row(&mut self, number: u32, first: bool) -> Result<(), Refusal> {
        self.sheet.append(number)?;
        let Some(columns) = &self.columns else { return Ok(()) };
        if first {
            let names = columns.names().iter().map(String::as_str);
            for (column, name) in names.chain(self.blocks.labels()).enumerate() {
                self.sheet.cell(column, RawKind::Text, name);
            }
        } else {
            self.sheet.known_fate(Fate::Header);
        }
        Ok(())
    }

    fn record(&mut self, all: &[Line], at: usize) -> Result<usize, Refusal> {
        let Some(columns) = &self.columns else { return Ok(at + 1) };
        let (record, taken) = columns.record(&all[at..]);
        let number = all[at].number;
        self.sheet.append(number)?;
        let width = columns.names().len();
        let total = record.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty());
        let is_total = total.is_some_and(|cell| cell.starts_with('*'));
        for (column, cell) in record.cells.iter().enumerate() {
            self.sheet.cell(column, RawKind::Text, cell.trim());
        }
        if is_total {
            self.sheet.known_fate(Fate::Subtotal);
        } else {
            for (nth, value) in self.blocks.values() {
                self.sheet.cell(width + nth, RawKind::Text, value);
            }
        }
        if record.misfit && !is_total && self.misfits.len() < 20 {
            self.misfits.push(problem("problem-bars-misfit", Args::new(), Some(number)));
        }
        Ok(at + taken)
    }

    fn whole(&mut self, line: &Line, fate: Fate) -> Result<(), Refusal> {
        self.sheet.append(line.number)?;
        self.sheet.cell(0, RawKind::Text, line.text.trim());
        self.sheet.known_fate(fate);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        self.sheets += 1;
        let next = SheetBuilder::new(&format!("{} {}", self.name, self.sheets + 1), false);
        let sheet = std::mem::replace(&mut self.sheet, next);
        if self.sheets <= SHEETS_MAX {
            let (sheet, mut problems) = sheet.finish()?;
            problems.append(&mut self.misfits);
            let labels: Vec<&str> = self.blocks.labels().collect();
            if !labels.is_empty() {
                let args = Args::new().with("labels", labels.join(", "));
                problems.push(problem("problem-blocks-filled", args, None));
            }
            keep(&mut self.read, (sheet, problems))?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<ReadSheets, Refusal> {
        self.close()?;
        self.read.beyond(self.sheets);
        Ok(self.read)
    }
}

#[cfg(test)]
mod tests;
