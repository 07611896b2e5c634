//! Tables of a worksheet (the kind that Excel makes of a range): which row is their totals row.

use quick_xml::events::Event;

use super::cells::place;
use super::workbook::relations;
use super::xml::{attribute, next, reader};
use crate::ingest::Refusal;
use crate::ingest::read::package::Package;

/// Numbers of the rows that the workbook itself calls totals.
pub(super) fn totals_rows(
    package: &mut Package,
    sheet_part: &str,
    tables: &[String],
) -> Result<Vec<u32>, Refusal> {
    let mut rows = Vec::new();
    if tables.is_empty() {
        return Ok(rows);
    }
    let relations = relations(package, sheet_part)?;
    for target in tables.iter().filter_map(|id| relations.get(id)).map(|r| &r.target) {
        let Some(part) = package.part(target)? else { continue };
        let mut xml = reader(part);
        let mut buffer = Vec::new();
        loop {
            match next(&mut xml, &mut buffer)? {
                Event::Start(e) if e.local_name().as_ref() == "table" => {
                    let count = attribute(&e, "totalsRowCount").and_then(|n| n.parse().ok());
                    let area = attribute(&e, "ref").unwrap_or_default();
                    let last = area.rsplit(':').next().and_then(|end| place(end.as_bytes()));
                    if let (Some(count @ 1..=9), Some((last, _))) = (count, last) {
                        rows.extend((last + 1).saturating_sub(count)..=last);
                    }
                    break;
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
    Ok(rows)
}
