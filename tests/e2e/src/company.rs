//! A small month of a make-believe forwarder, as three files, and what a person finds in it.
//!
//! Written here by hand, and not taken from the product's own sample: the journeys must be able to
//! disagree with the product.

use std::fs;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

/// Jobs: number, delivered, expected value in cents. `J-106` is not billed.
const JOBS: &[(&str, &str, i64)] = &[
    ("J-101", "2026-10-02", 120_000),
    ("J-102", "2026-10-05", 84_550),
    ("J-103", "2026-10-09", 230_000),
    ("J-104", "2026-10-14", 99_900),
    ("J-105", "2026-10-20", 45_025),
    ("J-106", "2026-10-21", 310_000),
];

/// Invoices: number, date, net in cents.
const INVOICES: &[(&str, &str, i64)] = &[
    ("INV-2001", "2026-10-31", 204_550),
    ("INV-2002", "2026-10-31", 230_000),
    // Its lines add up to 144,925: ARI-02 over 75.00.
    ("INV-2003", "2026-10-31", 152_425),
    // The number of another one: ID-02.
    ("INV-2001", "2026-11-02", 17_500),
];

/// Lines: invoice, line, job, cents.
const LINES: &[(&str, u32, &str, i64)] = &[
    ("INV-2001", 1, "J-101", 120_000),
    ("INV-2001", 2, "J-102", 84_550),
    ("INV-2002", 1, "J-103", 230_000),
    ("INV-2003", 1, "J-104", 99_900),
    ("INV-2003", 2, "J-105", 45_025),
];

/// What a person finds: the codes that must be among the findings.
pub const FOUND: &[&str] = &["ARI-02", "ID-02"];
pub const UNBILLED_JOB: &str = "J-106";

pub struct Files {
    pub jobs: PathBuf,
    pub invoices: PathBuf,
    pub lines: PathBuf,
}

impl Files {
    pub fn all(&self) -> Vec<PathBuf> {
        vec![self.jobs.clone(), self.invoices.clone(), self.lines.clone()]
    }
}

/// Writes the month into the folder: one workbook with real dates, one without lines, one CSV.
pub fn write(folder: &Path) -> Result<Files, XlsxError> {
    let files = Files {
        jobs: folder.join("jobs-2026-10.xlsx"),
        invoices: folder.join("invoices-2026-10.xlsx"),
        lines: folder.join("lines-2026-10.csv"),
    };
    write_jobs(&files.jobs)?;
    write_invoices(&files.invoices)?;
    let mut text = String::from("Invoice No,Line No,Job No,Description,Net Amount,Currency\r\n");
    for (invoice, line, job, cents) in LINES {
        text.push_str(&format!("{invoice},{line},{job},Air freight,{},USD\r\n", decimal(*cents)));
    }
    fs::write(&files.lines, text)?;
    Ok(files)
}

/// A list of that many jobs, for reading and scrolling.
#[allow(clippy::float_arithmetic)]
pub fn write_large(path: &Path, rows: u32) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(
        0,
        0,
        ["Job No", "Customer", "Delivery Date", "Expected Revenue", "Currency"],
    )?;
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let first = ExcelDateTime::from_ymd(2026, 1, 1)?.to_excel();
    for row in 1..=rows {
        sheet.write_string(row, 0, format!("J-{row:07}"))?;
        sheet.write_string(
            row,
            1,
            ["Calder Bio", "Orrin Therapeutics", "한빛바이오(주)"][row as usize % 3],
        )?;
        sheet.write_number_with_format(row, 2, first + f64::from(row % 300), &day)?;
        sheet.write_number(row, 3, f64::from(row % 9_000) + 0.25)?;
        sheet.write_string(row, 4, "USD")?;
    }
    workbook.save(path)
}

fn write_jobs(path: &Path) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet().set_name("Open jobs")?;
    let header =
        ["Job No", "Customer", "Delivery Date", "POD Date", "Expected Revenue", "Currency"];
    sheet.write_row(0, 0, header)?;
    for (row, (number, delivered, cents)) in (1..).zip(JOBS) {
        let date = ExcelDateTime::parse_from_str(delivered)?;
        sheet.write_string(row, 0, *number)?;
        sheet.write_string(row, 1, "Calder Bio")?;
        sheet.write_datetime_with_format(row, 2, &date, &day)?;
        sheet.write_datetime_with_format(row, 3, &date, &day)?;
        sheet.write_number(row, 4, amount(*cents))?;
        sheet.write_string(row, 5, "USD")?;
    }
    workbook.save(path)
}

fn write_invoices(path: &Path) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet().set_name("Invoices")?;
    let header = ["Invoice No", "Invoice Date", "Customer", "Currency", "Net Amount"];
    sheet.write_row(0, 0, header)?;
    for (row, (number, date, cents)) in (1..).zip(INVOICES) {
        sheet.write_string(row, 0, *number)?;
        sheet.write_datetime_with_format(row, 1, ExcelDateTime::parse_from_str(date)?, &day)?;
        sheet.write_string(row, 2, "Calder Bio")?;
        sheet.write_string(row, 3, "USD")?;
        sheet.write_number(row, 4, amount(*cents))?;
    }
    workbook.save(path)
}

fn decimal(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// A workbook stores numbers as floats; two decimals survive that.
#[allow(clippy::float_arithmetic, clippy::cast_precision_loss)]
fn amount(cents: i64) -> f64 {
    cents as f64 / 100.0
}
