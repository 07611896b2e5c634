//! The sample company through the real readers: its files need no question, and say the same as its
//! sheets.

use std::collections::BTreeMap;

use tieout::engine::Workbench;
use tieout::ingest::read;
use tieout::sample::{self, Fault, Sheet, Size};
use tieout::session::Command;
use tieout::table::Field;

use super::company::{self, Outcome, outcome};

fn load(seed: u64, size: Size, faults: &[Fault]) -> Workbench {
    let mut bench = Workbench::new(Vec::new());
    for file in sample::company(seed, size, faults) {
        let raw = read(&file.name, &file.bytes, &mut |_| ());
        bench.load(raw.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", file.name)));
    }
    bench.apply(Command::SetAsOf(Some(sample::as_of()))).expect("a date can be set");
    bench.derive();
    bench
}

fn codes(bench: &Workbench) -> Outcome {
    let results = bench.results();
    let mut findings: Vec<String> =
        results.qc.findings.iter().map(|finding| finding.rule.to_owned()).collect();
    let mut reasons: Vec<String> =
        results.unbilled.open().filter_map(|job| job.reason).map(str::to_owned).collect();
    findings.sort();
    reasons.sort();
    Outcome { findings, reasons }
}

fn columns(sheet: &Sheet) -> BTreeMap<Field, u16> {
    sheet.fields.iter().copied().zip(0..).collect()
}

#[test]
fn no_file_of_the_demonstration_asks_a_question() {
    let faults = sample::demo_faults();
    let sheets = sample::sheets(20_261_106, Size::DEMO, &faults);
    let bench = load(20_261_106, Size::DEMO, &faults);
    assert_eq!(bench.intake().files.len(), sheets.len());
    for sheet in &sheets {
        let file = bench.intake().files.iter().find(|file| file.name.starts_with(sheet.name));
        let read = &file.expect("every sheet has its file").sheets[0];
        assert_eq!(read.reading.kind, sheet.kind, "{}", sheet.name);
        assert_eq!(read.proposal.asks, [], "{}", sheet.name);
        assert_eq!(read.reading.columns, columns(sheet), "{}", sheet.name);
        assert!(read.settled, "{}", sheet.name);
        assert_eq!(read.table.as_ref().map(|t| t.len()), Some(sheet.rows.len()), "{}", sheet.name);
    }
    assert!(bench.results().conservation.holds());
    assert!(bench.results().ties.iter().all(|tie| tie.holds()));
}

#[test]
fn the_files_say_what_the_sheets_say() {
    let demo = sample::demo_faults();
    for (seed, size, faults) in [(3, Size::SMALL, &[][..]), (20_261_106, Size::DEMO, &demo[..])] {
        let sheets = company::derive(&sample::sheets(seed, size, faults));
        let bench = load(seed, size, faults);
        assert_eq!(codes(&bench), outcome(&sheets));
        assert!(bench.results().conservation.holds(), "seed {seed}");
        if faults.is_empty() {
            assert!(bench.results().ties.iter().all(|tie| tie.holds() && tie.is_tied()));
        }
    }
}
