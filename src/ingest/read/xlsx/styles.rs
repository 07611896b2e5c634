//! What each cell style's number format makes of a number; all else in the styles is looks.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::xml::{attribute, next, reader};
use crate::ingest::Refusal;
use crate::ingest::read::package::Package;
use crate::ingest::read::serial::{NumberFormat, builtin_format, format_of_code};

/// One format for each cell style, by its index.
pub(super) fn number_formats(
    package: &mut Package,
    part: Option<&str>,
) -> Result<Vec<NumberFormat>, Refusal> {
    let part = match part {
        Some(part) => package.part(part)?,
        None => package.part("xl/styles.xml")?,
    };
    let Some(part) = part else { return Ok(Vec::new()) };
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    let mut custom: BTreeMap<u32, NumberFormat> = BTreeMap::new();
    let mut formats = Vec::new();
    let mut in_cell_styles = false;
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&e, "numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, attribute(&e, "formatCode")) {
                        custom.insert(id, format_of_code(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id: u32 =
                        attribute(&e, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    let format = custom.get(&id).cloned();
                    formats.push(format.unwrap_or_else(|| builtin_format(id)));
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "cellXfs" => in_cell_styles = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
