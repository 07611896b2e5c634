//! How fast workbooks are read, beside calamine's cells and beside inflating alone, in one run:
//! `cargo bench --bench xlsx [-- ROWS… | FILE]`. Prints ratios; times depend on the machine.

#![expect(clippy::float_arithmetic, reason = "times and ratios, no money")]

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use calamine::{Reader, Xlsx};
use tieout::ingest::{RawFile, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let asked = if asked.is_empty() { vec!["10000".into(), "100000".into()] } else { asked };
    println!(
        "| File | Read | against inflating | against calamine | ns a cell | reports/s | frame |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for what in asked {
        let (name, bytes) = match what.parse::<u32>() {
            Ok(rows) => (format!("{rows} × 12"), workbook(rows)),
            Err(_) => (what.clone(), std::fs::read(&what).expect("a file")),
        };
        measure(&name, &bytes);
    }
}

fn measure(name: &str, bytes: &[u8]) {
    const ROUNDS: usize = 3;
    let mut reports = 0_u32;
    let mut last = None;
    let (mut ours, mut inflating, mut theirs) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        drop(last.take());
        let start = Instant::now();
        reports = 0;
        let file = read(name, bytes, &mut |_| reports += 1).expect("a workbook");
        ours = ours.min(start.elapsed());
        last = Some(file);
        inflating = inflating.min(timed(|| inflate(bytes)));
        theirs = theirs.min(timed(|| cells_of_calamine(bytes)));
    }
    let Some(file) = last else { return };
    let start = Instant::now();
    let frame = file.encode();
    let encoding = start.elapsed();
    let start = Instant::now();
    assert!(RawFile::decode(&frame).as_ref() == Some(&file), "the frame comes back");
    let decoding = start.elapsed();
    let cells: usize = file.sheets.iter().map(|s| s.rows() * s.columns.len()).sum();
    println!(
        "| {name} | {:.0} ms | {:.2} | {:.2} | {:.0} | {:.0} | {} MB, {:.0} + {:.0} ms |",
        ours.as_secs_f64() * 1e3,
        ours.as_secs_f64() / inflating.as_secs_f64(),
        ours.as_secs_f64() / theirs.as_secs_f64(),
        ours.as_secs_f64() * 1e9 / cells.max(1) as f64,
        f64::from(reports) / ours.as_secs_f64(),
        frame.len() >> 20,
        encoding.as_secs_f64() * 1e3,
        decoding.as_secs_f64() * 1e3,
    );
}

fn timed(work: impl FnOnce() -> u64) -> Duration {
    let start = Instant::now();
    assert!(work() > 0, "nothing was done");
    start.elapsed()
}

fn inflate(bytes: &[u8]) -> u64 {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut buffer = vec![0; 1 << 17];
    let mut sum = 0;
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        loop {
            match part.read(&mut buffer).expect("whole") {
                0 => break,
                read => sum += read as u64,
            }
        }
    }
    sum
}

fn cells_of_calamine(bytes: &[u8]) -> u64 {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut sum = 0;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).expect("a sheet");
        while let Some(cell) = cells.next_cell().expect("a cell") {
            sum += u64::from(cell.get_position().0) + 1;
        }
    }
    sum
}

/// A charge list as Excel writes it: ids, dates, amounts, and texts among the shared strings.
fn workbook(rows: u32) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("in memory");
    };
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const ROLE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
    );
    part(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{ROLE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    part(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{ROLE}\"><sheets><sheet name=\"Charges\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
    );
    part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{ROLE}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{ROLE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"{ROLE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
        ),
    );
    part(
        "xl/styles.xml",
        &format!(
            "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>"
        ),
    );
    let (sheet, strings) = charges(rows);
    part("xl/worksheets/sheet1.xml", &sheet);
    part("xl/sharedStrings.xml", &strings);
    zip.finish().expect("in memory").into_inner()
}

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

/// The worksheet and the shared strings.
fn charges(rows: u32) -> (String, String) {
    let mut strings = String::new();
    let mut count = 0_u32;
    let mut shared = |text: &str| {
        let _ = write!(strings, "<si><t>{text}</t></si>");
        count += 1;
        count - 1
    };
    for header in HEADERS {
        shared(header);
    }
    let customers: Vec<u32> =
        (0..5_000).map(|n| shared(&format!("Customer {n:05} &amp; Sons Ltd"))).collect();
    let services: Vec<u32> = (0..40).map(|n| shared(&format!("Service level {n}"))).collect();
    let currencies = ["EUR", "USD", "KRW"].map(&mut shared);
    let mut sheet = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:L{}\"/><sheetData><row r=\"1\" spans=\"1:12\">",
        rows + 1
    );
    for (at, letter) in ('A'..='L').enumerate() {
        let _ = write!(sheet, "<c r=\"{letter}1\" t=\"s\"><v>{at}</v></c>");
    }
    sheet.push_str("</row>");
    let mut seed = 42_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for row in 2..rows + 2 {
        let job = shared(&format!("JB-{:08}", 40_000_000 + row));
        let invoice = 9_000_000_000_u64 + u64::from(row);
        let customer = customers[random(5_000) as usize];
        let service = services[random(40) as usize];
        let (pickup, delivery) = (45_000 + random(700), 45_003 + random(700));
        let (weight, quantity, rate) = (random(2_000_000), 1 + random(40), random(90_000));
        let net = quantity * rate;
        let tax = net * 19 / 100;
        let currency = currencies[random(3) as usize];
        let _ = write!(
            sheet,
            "<row r=\"{row}\" spans=\"1:12\"><c r=\"A{row}\" t=\"s\"><v>{job}</v></c><c r=\"B{row}\"><v>{invoice}</v></c><c r=\"C{row}\" t=\"s\"><v>{customer}</v></c><c r=\"D{row}\" t=\"s\"><v>{service}</v></c><c r=\"E{row}\" s=\"1\"><v>{pickup}</v></c><c r=\"F{row}\" s=\"1\"><v>{delivery}</v></c><c r=\"G{row}\"><v>{}.{:03}</v></c><c r=\"H{row}\"><v>{quantity}</v></c><c r=\"I{row}\" s=\"2\"><v>{}.{:02}</v></c><c r=\"J{row}\" s=\"2\"><v>{}.{:02}</v></c><c r=\"K{row}\" s=\"2\"><v>{}.{:02}</v></c><c r=\"L{row}\" t=\"s\"><v>{currency}</v></c></row>",
            weight / 1000,
            weight % 1000,
            rate / 100,
            rate % 100,
            net / 100,
            net % 100,
            tax / 100,
            tax % 100,
        );
    }
    sheet.push_str("</sheetData></worksheet>");
    let strings = format!(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"{count}\" uniqueCount=\"{count}\">{strings}</sst>"
    );
    (sheet, strings)
}
