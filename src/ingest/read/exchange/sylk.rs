//! SYLK: a record a line, its fields parted by semicolons; a doubled one stands for itself.

use crate::ingest::read::serial::{Epoch, NumberFormat, format_of_code, number_cell};
use crate::ingest::read::sheet::SheetBuilder;
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};

/// `O;V` with this bit counts days from 1904.
const FROM_1904: u32 = 4;

#[derive(Default)]
struct Reader {
    formats: Vec<NumberFormat>,
    epoch: Epoch,
    row: u32,
    column: usize,
    /// Number format of the cell that a format record stood at, and the one of all cells.
    format: Option<(u32, usize, usize)>,
    general: Option<usize>,
}

pub(in crate::ingest::read) fn read(
    name: &str,
    text: &str,
) -> Result<(RawSheet, Vec<Problem>), Refusal> {
    let mut sheet = SheetBuilder::new(name, false);
    let mut reader = Reader { row: 1, ..Reader::default() };
    // Excel on a Mac ends lines with a carriage return alone.
    for line in text.split(['\r', '\n']) {
        let fields = fields(line);
        let Some((kind, fields)) = fields.split_first() else { continue };
        match kind.as_str() {
            "P" => {
                let code = fields.iter().find_map(|field| field.strip_prefix('P'));
                reader.formats.extend(code.map(format_of_code));
            }
            "O" => {
                let flags = fields.iter().find_map(|field| field.strip_prefix('V')?.parse().ok());
                if flags.is_some_and(|flags: u32| flags & FROM_1904 != 0) {
                    reader.epoch = Epoch::Y1904;
                }
            }
            "F" => reader.format(fields),
            "C" => reader.cell(fields, &mut sheet)?,
            "E" => break,
            _ => {}
        }
    }
    sheet.finish()
}

impl Reader {
    fn format(&mut self, fields: &[String]) {
        let placed = self.place(fields);
        let format = fields.iter().find_map(|field| field.strip_prefix('P')?.parse().ok());
        match format {
            Some(format) if placed => self.format = Some((self.row, self.column, format)),
            // A format for a whole row or column begins with R or C and is none of a cell.
            Some(format) if !fields.iter().any(|field| field.starts_with(['R', 'C'])) => {
                self.general = Some(format);
            }
            _ => {}
        }
    }

    fn cell(&mut self, fields: &[String], sheet: &mut SheetBuilder) -> Result<(), Refusal> {
        self.place(fields);
        let Some(value) = fields.iter().find_map(|field| field.strip_prefix('K')) else {
            return Ok(());
        };
        sheet.row(self.row)?;
        if let Some(text) = value.strip_prefix('"') {
            let text = text.strip_suffix('"').unwrap_or(text).replace("\u{1b} :", "\n");
            sheet.cell(self.column, RawKind::Text, &text);
            return Ok(());
        }
        match value {
            "TRUE" | "FALSE" => sheet.cell(self.column, RawKind::Bool, value),
            error if error.starts_with('#') => sheet.cell(self.column, RawKind::Error, error),
            number => {
                let own = self
                    .format
                    .filter(|(row, column, _)| (*row, *column) == (self.row, self.column));
                let format = own.map(|(_, _, format)| format).or(self.general);
                let plain = NumberFormat::Plain;
                let format = format.and_then(|at| self.formats.get(at)).unwrap_or(&plain);
                let (kind, text) = number_cell(number, format, self.epoch);
                sheet.cell(self.column, kind, &text)
            }
        };
        Ok(())
    }

    /// Moves to the row and column that the record names; the one that it leaves out stays.
    fn place(&mut self, fields: &[String]) -> bool {
        let number = |letter: char| -> Option<u32> {
            fields.iter().find_map(|field| field.strip_prefix(letter)?.parse().ok())
        };
        let (row, column) = (number('Y'), number('X'));
        self.row = row.filter(|row| *row > 0).unwrap_or(self.row);
        self.column = column.map_or(self.column, |column| column.saturating_sub(1) as usize);
        row.is_some() || column.is_some()
    }
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let doubled = c == ';' && chars.next_if_eq(&';').is_some();
        match fields.last_mut() {
            Some(field) if c != ';' || doubled => field.push(c),
            _ => fields.push(String::new()),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn cells_keep_their_place_and_format() {
        let text = "ID;PWXL\nP;PGeneral\nP;Pd/m/yyyy\nP;P000000\nO;L;V4\nC;Y1;X1;K\"Job;;No\"\n\
                    C;X2;K12.5\nF;P1;FG0G;X1;Y2\nC;K44376\nF;P2;FG0G;X2\nC;K42\nC;X3;K#N/A\nE\n";
        let (sheet, problems) = read("List", text).expect("a sheet");
        let row = |row| (0..3).map(|column| sheet.text(row, column)).collect::<Vec<_>>();
        assert_eq!(row(0), ["Job;No", "12.5", ""]);
        assert_eq!(row(1), ["2025-06-30", "000042", "#N/A"]);
        assert!(problems.is_empty());
    }
}
