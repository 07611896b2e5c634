//! The shared strings: rich text joined, phonetic readings left out.

use quick_xml::events::Event;

use super::xml::{Xml, next, push_reference, reader, unescape_units};
use crate::ingest::Refusal;
use crate::ingest::read::package::{Package, damaged};

pub(super) fn shared_strings(
    package: &mut Package,
    part: Option<&str>,
) -> Result<Vec<Box<str>>, Refusal> {
    let part = match part {
        Some(part) => package.part(part)?,
        None => package.part("xl/sharedStrings.xml")?,
    };
    let Some(part) = part else { return Ok(Vec::new()) };
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    let mut strings = Vec::new();
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == "si" => {
                strings.push(rich_text(&mut xml, "si")?.into());
            }
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of a string item up to its end tag. Japanese readings (`rPh`) are not part of it.
pub(super) fn rich_text(xml: &mut Xml, end: &str) -> Result<String, Refusal> {
    let mut buffer = Vec::new();
    let mut text = String::new();
    let (mut in_text, mut in_reading) = (false, false);
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "t" => in_text = true,
                "rPh" => in_reading = true,
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => in_reading = false,
                name if name == end => break,
                _ => {}
            },
            Event::Text(t) if in_text && !in_reading => text.push_str(&t.xml10_content()),
            Event::CData(t) if in_text && !in_reading => text.push_str(&t.xml10_content()),
            Event::GeneralRef(r) if in_text && !in_reading => push_reference(&r, &mut text),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
    Ok(if text.contains("_x") { unescape_units(&text) } else { text })
}
