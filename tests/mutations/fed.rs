//! A workbook read from pieces of its unpacked sheets, as the two workers of a page do it.

use tieout::ingest::{FedWorkbook, Inflating, RawFile, ReadOptions};

/// Every sheet in pieces of at most so many bytes. `None` where the page would read the file without
/// a second worker.
pub fn read_in_pieces(name: &str, bytes: &[u8], piece: usize) -> Option<RawFile> {
    let mut workbook = FedWorkbook::open(name, bytes, &ReadOptions::default(), 0)?;
    let parts: Vec<_> = workbook.parts().collect();
    let mut out = Vec::with_capacity(piece);
    for part in parts {
        let mut inflating = Inflating::new(part);
        while !inflating.is_at_end() {
            let copy = |at: u64, to: &mut [u8]| {
                to.copy_from_slice(&bytes[at as usize..at as usize + to.len()]);
            };
            inflating.next(copy, &mut out).ok()?;
            let last = inflating.is_at_end();
            workbook.feed(out.len(), |to| to.copy_from_slice(&out), last, &mut |_| {}).ok()?;
        }
    }
    workbook.finish(&mut |_| {}).ok()
}
