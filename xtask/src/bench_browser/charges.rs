//! One list of charges of twelve columns, as a workbook and as text, with the same content: what the
//! reading of files is measured on. Counted out from a seed, so that it is the same on every machine.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::seeded::{Seeded, iso_day};
use crate::run::Stop;

const HEADERS: [&str; 12] = [
    "Job no",
    "Invoice no",
    "Customer",
    "Service",
    "Pickup date",
    "Delivery date",
    "Weight kg",
    "Qty",
    "Rate",
    "Net",
    "Tax",
    "Currency",
];
const CUSTOMERS: u64 = 5_000;
const SERVICES: u64 = 40;
const CURRENCIES: [&str; 3] = ["EUR", "USD", "KRW"];

struct Charge {
    row: u32,
    customer: u64,
    service: u64,
    pickup: u64,
    delivery: u64,
    weight_g: u64,
    qty: u64,
    rate_cents: u64,
    currency: usize,
}

fn charges(rows: u32) -> impl Iterator<Item = Charge> {
    let mut seeded = Seeded::new(42);
    (0..rows).map(move |row| Charge {
        row,
        customer: seeded.below(CUSTOMERS),
        service: seeded.below(SERVICES),
        pickup: 45_000 + seeded.below(700),
        delivery: 45_003 + seeded.below(700),
        weight_g: seeded.below(2_000_000),
        qty: 1 + seeded.below(40),
        rate_cents: seeded.below(90_000),
        currency: seeded.below(CURRENCIES.len() as u64) as usize,
    })
}

impl Charge {
    fn job(&self) -> String {
        format!("JB-{:08}", 40_000_000 + self.row)
    }

    fn invoice(&self) -> u64 {
        9_000_000_000 + u64::from(self.row)
    }

    fn net_cents(&self) -> u64 {
        self.qty * self.rate_cents
    }

    fn tax_cents(&self) -> u64 {
        self.net_cents() * 19 / 100
    }
}

fn cents(value: u64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

fn kilograms(grams: u64) -> String {
    format!("{}.{:03}", grams / 1000, grams % 1000)
}

pub fn write_csv(path: &Path, rows: u32) -> Result<(), Stop> {
    let failed = |fault: std::io::Error| format!("Cannot write {}: {fault}.", path.display());
    let mut out = BufWriter::new(File::create(path).map_err(failed)?);
    writeln!(out, "{}", HEADERS.join(",")).map_err(failed)?;
    for charge in charges(rows) {
        writeln!(
            out,
            "{},{},Customer {:05} & Sons Ltd,Service level {},{},{},{},{},{},{},{},{}",
            charge.job(),
            charge.invoice(),
            charge.customer,
            charge.service,
            iso_day(charge.pickup),
            iso_day(charge.delivery),
            kilograms(charge.weight_g),
            charge.qty,
            cents(charge.rate_cents),
            cents(charge.net_cents()),
            cents(charge.tax_cents()),
            CURRENCIES[charge.currency],
        )
        .map_err(failed)?;
    }
    out.flush().map_err(failed)
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const ROLE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// As Excel writes it: one sheet, ids and texts among the shared strings, dates by their format.
pub fn write_xlsx(path: &Path, rows: u32) -> Result<(), Stop> {
    xlsx(path, rows).map_err(|fault| format!("Cannot write {}: {fault}.", path.display()))
}

fn xlsx(path: &Path, rows: u32) -> std::io::Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    let options = SimpleFileOptions::default().compression_level(Some(6));
    for (name, text) in frame() {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    zip.start_file("xl/worksheets/sheet1.xml", options)?;
    write!(
        zip,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:L{}\"/><sheetData><row r=\"1\" spans=\"1:12\">",
        rows + 1
    )?;
    for (at, letter) in ('A'..='L').enumerate() {
        write!(zip, "<c r=\"{letter}1\" t=\"s\"><v>{at}</v></c>")?;
    }
    write!(zip, "</row>")?;
    let mut text = String::new();
    for charge in charges(rows) {
        row(&mut text, &charge);
        if text.len() > 1 << 16 {
            zip.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    text.push_str("</sheetData></worksheet>");
    zip.write_all(text.as_bytes())?;
    zip.start_file("xl/sharedStrings.xml", options)?;
    zip.write_all(strings(rows).as_bytes())?;
    zip.finish()?.flush()
}

fn frame() -> [(&'static str, String); 5] {
    let related = |what: &str, list: &[(&str, &str)]| {
        let mut text = format!("<Relationships xmlns=\"{PARTS}\">");
        for (at, (role, target)) in (1..).zip(list) {
            let _ = write!(
                text,
                "<Relationship Id=\"{what}{at}\" Type=\"{ROLE}/{role}\" Target=\"{target}\"/>"
            );
        }
        text + "</Relationships>"
    };
    [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"
            ),
        ),
        ("_rels/.rels", related("r", &[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{ROLE}\"><sheets><sheet name=\"Charges\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            related(
                "rId",
                &[
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("styles", "styles.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                ],
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>"
            ),
        ),
    ]
}

/// Places of the shared strings: headers, customers, services, currencies, then one job a row.
fn row(text: &mut String, charge: &Charge) {
    let row = charge.row + 2;
    let headers = HEADERS.len() as u64;
    let services = headers + CUSTOMERS;
    let currencies = services + SERVICES;
    let jobs = currencies + CURRENCIES.len() as u64;
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "<row r=\"{row}\" spans=\"1:12\"><c r=\"A{row}\" t=\"s\"><v>{}</v></c><c r=\"B{row}\"><v>{}</v></c><c r=\"C{row}\" t=\"s\"><v>{}</v></c><c r=\"D{row}\" t=\"s\"><v>{}</v></c><c r=\"E{row}\" s=\"1\"><v>{}</v></c><c r=\"F{row}\" s=\"1\"><v>{}</v></c><c r=\"G{row}\"><v>{}</v></c><c r=\"H{row}\"><v>{}</v></c><c r=\"I{row}\" s=\"2\"><v>{}</v></c><c r=\"J{row}\" s=\"2\"><v>{}</v></c><c r=\"K{row}\" s=\"2\"><v>{}</v></c><c r=\"L{row}\" t=\"s\"><v>{}</v></c></row>",
        jobs + u64::from(charge.row),
        charge.invoice(),
        headers + charge.customer,
        services + charge.service,
        charge.pickup,
        charge.delivery,
        kilograms(charge.weight_g),
        charge.qty,
        cents(charge.rate_cents),
        cents(charge.net_cents()),
        cents(charge.tax_cents()),
        currencies + charge.currency as u64,
    );
}

fn strings(rows: u32) -> String {
    let count = HEADERS.len() as u64 + CUSTOMERS + SERVICES + 3 + u64::from(rows);
    let mut text = format!("<sst xmlns=\"{MAIN}\" count=\"{count}\" uniqueCount=\"{count}\">");
    let mut add = |one: &str| {
        text.push_str("<si><t>");
        text.push_str(one);
        text.push_str("</t></si>");
    };
    HEADERS.iter().for_each(|one| add(one));
    (0..CUSTOMERS).for_each(|n| add(&format!("Customer {n:05} &amp; Sons Ltd")));
    (0..SERVICES).for_each(|n| add(&format!("Service level {n}")));
    CURRENCIES.iter().for_each(|one| add(one));
    charges(rows).for_each(|charge| add(&charge.job()));
    text + "</sst>"
}
