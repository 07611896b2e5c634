//! A document as an Excel workbook: real numbers and dates, frozen header, filters, widths.
//!
//! A section with one table and no notes is a list: its header is row 1, frozen, with filters. Any
//! other section is a page: notes, then titled tables. Text is always written as text, so a client's
//! `=…` stays what it was. Same document, same bytes: the workbook carries no clock.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Align, Cell, Column, Document, Section, Table, Tone};
use crate::base::{Date, Decimal, Money};

/// Why a workbook could not be written; in practice only beyond Excel's own limits.
#[derive(Debug)]
pub struct WriteProblem(pub String);

impl From<XlsxError> for WriteProblem {
    fn from(error: XlsxError) -> WriteProblem {
        WriteProblem(error.to_string())
    }
}

pub fn write_xlsx(document: &Document) -> Result<Vec<u8>, WriteProblem> {
    let mut workbook = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let mut names: Vec<String> = Vec::new();
    for section in &document.sections {
        let sheet = workbook.add_worksheet();
        let name = sheet_name(&section.title, &names);
        sheet.set_name(&name)?;
        names.push(name);
        match section.tables.as_slice() {
            [table] if section.notes.is_empty() => write_list(sheet, table)?,
            _ => write_page(sheet, document, section)?,
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_list(sheet: &mut Worksheet, table: &Table) -> Result<(), WriteProblem> {
    write_header(sheet, 0, table)?;
    for (i, column) in table.columns.iter().enumerate() {
        sheet.set_column_width(i as u16, column.width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (i, row) in table.rows.iter().enumerate() {
        write_row(sheet, i as u32 + 1, row, &table.columns, &Format::new())?;
    }
    let last_column = (table.columns.len().max(1) - 1) as u16;
    sheet.autofilter(0, 0, table.rows.len() as u32, last_column)?;
    // One row apart, so that a filter or a sort never takes the totals along.
    let first_total = table.rows.len() as u32 + 2;
    write_totals(sheet, first_total, table)
}

fn write_page(
    sheet: &mut Worksheet,
    document: &Document,
    section: &Section,
) -> Result<(), WriteProblem> {
    let title = Format::new().set_bold().set_font_size(14.0);
    let heading = Format::new().set_bold().set_font_size(12.0);
    sheet.write_string_with_format(0, 0, &document.title, &title)?;
    sheet.write_string(1, 0, &document.subtitle)?;
    let mut at = 3;
    if !document.sign_off.rows.is_empty() {
        write_header(sheet, at, &document.sign_off)?;
        for row in &document.sign_off.rows {
            at += 1;
            write_row(sheet, at, row, &document.sign_off.columns, &Format::new())?;
        }
        at += 2;
    }
    for note in &section.notes {
        sheet.write_string_with_format(at, 0, &note.text, &tone_format(note.tone))?;
        at += 1;
    }
    let mut widths: Vec<u16> = Vec::new();
    for table in &section.tables {
        at += 1;
        sheet.write_string_with_format(at, 0, &table.title, &heading)?;
        write_header(sheet, at + 1, table)?;
        at += 2;
        for row in &table.rows {
            write_row(sheet, at, row, &table.columns, &Format::new())?;
            at += 1;
        }
        write_totals(sheet, at, table)?;
        at += table.totals.len() as u32 + 1;
        for (i, column) in table.columns.iter().enumerate() {
            if widths.len() <= i {
                widths.push(0);
            }
            widths[i] = widths[i].max(column.width);
        }
    }
    for (i, width) in widths.into_iter().enumerate() {
        sheet.set_column_width(i as u16, width)?;
    }
    Ok(())
}

fn write_header(sheet: &mut Worksheet, at: u32, table: &Table) -> Result<(), WriteProblem> {
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
    for (i, column) in table.columns.iter().enumerate() {
        let format = match column.align {
            Align::Start => head.clone(),
            Align::End => head.clone().set_align(FormatAlign::Right),
        };
        sheet.write_string_with_format(at, i as u16, &column.title, &format)?;
    }
    Ok(())
}

fn write_totals(sheet: &mut Worksheet, first: u32, table: &Table) -> Result<(), WriteProblem> {
    for (i, row) in table.totals.iter().enumerate() {
        let mut format = Format::new().set_bold();
        if i == 0 {
            format = format.set_border_top(FormatBorder::Thin);
        }
        write_row(sheet, first + i as u32, row, &table.columns, &format)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &[Cell],
    columns: &[Column],
    base: &Format,
) -> Result<(), WriteProblem> {
    for (i, cell) in row.iter().enumerate() {
        let column = i as u16;
        let align = match columns.get(i).map(|c| c.align) {
            Some(Align::End) => FormatAlign::Right,
            Some(Align::Start) | None => FormatAlign::General,
        };
        let plain = base.clone().set_align(align);
        match cell {
            Cell::Blank => {
                sheet.write_blank(at, column, &plain)?;
            }
            Cell::Text(text) => {
                sheet.write_string_with_format(at, column, cut(text), &plain)?;
            }
            Cell::Status(tone, text) => {
                sheet.write_string_with_format(at, column, cut(text), &tone_format(*tone))?;
            }
            Cell::Money(money) => write_money(sheet, at, column, *money, &plain)?,
            Cell::Number(number) => write_number(sheet, at, column, *number, &plain)?,
            Cell::Percent(ratio) => {
                let format = plain.set_num_format("0.00%");
                sheet.write_number_with_format(at, column, float(*ratio), &format)?;
            }
            Cell::Count(count) => {
                let format = plain.set_num_format("#,##0");
                sheet.write_number_with_format(at, column, float((*count).into()), &format)?;
            }
            Cell::Date(date) => {
                let format = plain.set_num_format("yyyy-mm-dd");
                sheet.write_datetime_with_format(at, column, excel_date(*date)?, &format)?;
            }
        }
    }
    Ok(())
}

fn write_money(
    sheet: &mut Worksheet,
    at: u32,
    column: u16,
    money: Money,
    format: &Format,
) -> Result<(), WriteProblem> {
    let digits = "0".repeat(money.currency.exponent() as usize);
    let pattern = if digits.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{digits}") };
    // Excel keeps 15 significant digits: a longer amount stays exact only as text.
    if money.minor.unsigned_abs() >= 1_000_000_000_000_000 {
        sheet.write_string_with_format(at, column, money.decimal().to_string(), format)?;
    } else {
        let format = format.clone().set_num_format(pattern);
        sheet.write_number_with_format(at, column, float(money.decimal()), &format)?;
    }
    Ok(())
}

fn write_number(
    sheet: &mut Worksheet,
    at: u32,
    column: u16,
    number: Decimal,
    format: &Format,
) -> Result<(), WriteProblem> {
    if number.normalize().mantissa().unsigned_abs() >= 1_000_000_000_000_000 {
        sheet.write_string_with_format(at, column, number.to_string(), format)?;
    } else {
        sheet.write_number_with_format(at, column, float(number), format)?;
    }
    Ok(())
}

/// The workbook format stores numbers as binary floats. This is the one place where an exact
/// decimal becomes one: nearest, by its text, never calculated with.
fn float(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or_default()
}

fn excel_date(date: Date) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8)
}

fn tone_format(tone: Tone) -> Format {
    match tone {
        Tone::Break => Format::new().set_bold().set_font_color(0x00AE_2430),
        Tone::Review | Tone::Partly => Format::new().set_font_color(0x0085_5000),
        Tone::Tied => Format::new().set_font_color(0x001D_5FA8),
        Tone::NotRun => Format::new().set_font_color(0x0056_5B64),
        Tone::Plain => Format::new(),
    }
}

/// Excel's limit of a cell.
fn cut(text: &str) -> String {
    text.chars().take(crate::base::limits::CELL_CHARS_MAX).collect()
}

/// At most 31 characters, none of `[]:*?/\`, unique.
fn sheet_name(title: &str, taken: &[String]) -> String {
    let clean: String =
        title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(28).collect::<String>();
    let clean = if clean.trim().is_empty() { "Sheet".to_owned() } else { clean };
    let mut name = clean.clone();
    let mut n = 2;
    while taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
        name = format!("{clean} {n}");
        n += 1;
    }
    name
}
