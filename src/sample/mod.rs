//! A make-believe company, "Halden Clinical Logistics": clean by construction, with faults that can
//! be planted one by one. For the demonstration, the tests and the benches; everything in it is
//! invented.
//!
//! Invariant: the same seed, size and faults give the same bytes, on every machine and in every year.

mod client;
mod columns;
mod fault;
mod file;
mod ledger;
mod plant;
mod random;
mod receipts;
mod registers;
mod service;
mod sheet;

use crate::base::Date;
use crate::table::Kind;

pub use fault::{FAULTS, Fault};
pub use file::SampleFile;
pub use sheet::Sheet;

use ledger::Ledger;

pub const COMPANY: &str = "Halden Clinical Logistics";

/// Number of jobs before any fault. There are about half as many invoices.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    pub jobs: u32,
}

impl Size {
    pub const SMALL: Size = Size { jobs: 60 };
    pub const DEMO: Size = Size { jobs: 2_400 };
    pub const LARGE: Size = Size { jobs: 100_000 };
}

/// The day by which the company's work is judged.
pub fn as_of() -> Date {
    ledger::day(11, 6)
}

/// The company's files with the faults planted, in this order.
pub fn company(seed: u64, size: Size, faults: &[Fault]) -> Vec<SampleFile> {
    sheets(seed, size, faults).iter().map(write).collect()
}

/// The same as sheets, for whoever needs no reader.
pub fn sheets(seed: u64, size: Size, faults: &[Fault]) -> Vec<Sheet> {
    let mut ledger = Ledger::generate(seed, size.jobs);
    for fault in faults {
        fault.plant(&mut ledger);
    }
    sheet::sheets(&ledger)
}

/// "Try with sample data": every fault, the important ones several times.
pub fn demo() -> Vec<SampleFile> {
    company(20_261_106, Size::DEMO, &demo_faults())
}

pub fn demo_faults() -> Vec<Fault> {
    let again = AGAIN.iter().filter_map(|(code, times)| Some((Fault::of(code)?, *times)));
    let mut faults = FAULTS.to_vec();
    faults.extend(again.flat_map(|(fault, times)| std::iter::repeat_n(fault, times)));
    faults
}

/// What a month of billing has more of.
static AGAIN: &[(&str, usize)] = &[
    ("ID-05", 2),
    ("CMP-02", 1),
    ("ARI-01", 2),
    ("ARI-02", 1),
    ("PRC-01", 2),
    ("PRC-03", 8),
    ("PRC-04", 2),
    ("TAX-01", 2),
    ("DAT-02", 5),
    ("DAT-06", 3),
    ("REF-01", 5),
    ("REF-04", 1),
    ("BLK-01", 3),
    ("BLK-02", 3),
    ("BLK-04", 4),
    ("BLK-08", 1),
    ("BLK-17", 2),
    ("BLK-18", 1),
    ("BLK-27", 6),
    ("BLK-29", 1),
];

/// As such files come: workbooks from the billing system, text from the operations system.
fn write(sheet: &Sheet) -> SampleFile {
    match sheet.kind {
        Kind::Invoices | Kind::Rates => file::xlsx(sheet).unwrap_or_else(|| file::csv(sheet)),
        Kind::PriorJobs => file::tsv(sheet),
        _ => file::csv(sheet),
    }
}
