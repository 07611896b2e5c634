//! DIF: pairs of lines, a type with a number and a text; tuples are the rows.

use crate::ingest::read::serial::plain_decimal;
use crate::ingest::read::sheet::SheetBuilder;
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};

pub(in crate::ingest::read) fn read(
    name: &str,
    text: &str,
) -> Result<(RawSheet, Vec<Problem>), Refusal> {
    let mut sheet = SheetBuilder::new(name, false);
    let mut lines = text.lines();
    // The head is of no use: its sizes are often wrong.
    lines.by_ref().find(|line| line.trim() == "DATA");
    lines.by_ref().take(2).for_each(drop);
    let (mut row, mut column) = (0_u32, 0_usize);
    while let (Some(head), Some(text)) = (lines.next(), lines.next()) {
        let (kind, number) = head.split_once(',').unwrap_or((head, ""));
        let text = text.trim_end();
        match (kind.trim(), text) {
            ("-1", "BOT") => {
                row += 1;
                column = 0;
                sheet.row(row)?;
            }
            ("-1", _) => break,
            (_, _) if row == 0 => {}
            ("1", _) => {
                let inner = text.strip_prefix('"').unwrap_or(text);
                let inner = inner.strip_suffix('"').unwrap_or(inner).replace("\"\"", "\"");
                sheet.cell(column, RawKind::Text, &inner);
                column += 1;
            }
            ("0", "TRUE" | "FALSE") => {
                sheet.cell(column, RawKind::Bool, text);
                column += 1;
            }
            ("0", "NA") => {
                sheet.cell(column, RawKind::Error, "#N/A");
                column += 1;
            }
            ("0", "ERROR") => {
                sheet.cell(column, RawKind::Error, "#VALUE!");
                column += 1;
            }
            ("0", _) => {
                match plain_decimal(number) {
                    Some(number) => sheet.cell(column, RawKind::Number, &number),
                    None => sheet.cell(column, RawKind::Text, number.trim()),
                };
                column += 1;
            }
            _ => column += 1,
        }
    }
    sheet.finish()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn tuples_are_rows() {
        let text = "TABLE\r\n0,1\r\n\"X\"\r\nDATA\r\n0,0\r\n\"\"\r\n-1,0\r\nBOT\r\n1,0\r\n\"Job\"\r\n0,-12.50\r\nV\r\n\
                    0,0\r\nNA\r\n-1,0\r\nBOT\r\n0,1\r\nTRUE\r\n-1,0\r\nEOD\r\n";
        let (sheet, _) = read("List", text).expect("a sheet");
        let row = |row| (0..3).map(|column| sheet.text(row, column)).collect::<Vec<_>>();
        assert_eq!(row(0), ["Job", "-12.5", "#N/A"]);
        assert_eq!(row(1), ["TRUE", "", ""]);
    }
}
