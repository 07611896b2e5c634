//! The parts around the sheets: their names and places, shared strings, formats of cell styles.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::record::Records;
use crate::ingest::Refusal;
use crate::ingest::read::package::{Package, damaged};
use crate::ingest::read::serial::{Epoch, NumberFormat, builtin_format, format_of_code};

pub(super) struct Book {
    pub epoch: Epoch,
    pub sheets: Vec<SheetEntry>,
    pub strings: Vec<Box<str>>,
    /// By cell style.
    pub formats: Vec<NumberFormat>,
}

pub(super) struct SheetEntry {
    pub name: String,
    pub part: String,
    pub hidden: bool,
}

const STRING_ITEM: u16 = 19;
const FORMAT: u16 = 44;
const STYLE: u16 = 47;
const WORKBOOK_PROPERTIES: u16 = 153;
const SHEET: u16 = 156;
const CELL_STYLES: u16 = 617;
const CELL_STYLES_END: u16 = 618;

impl Book {
    pub(super) fn read(package: &mut Package) -> Result<Book, Refusal> {
        let main = package.names().find(|name| name.ends_with("workbook.bin")).map(str::to_owned);
        let main = main.ok_or_else(damaged)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let targets = targets(package, &main, &folder)?;
        let mut book = Book {
            epoch: Epoch::Y1900,
            sheets: Vec::new(),
            strings: strings(package, &format!("{folder}/sharedstrings.bin"))?,
            formats: formats(package, &format!("{folder}/styles.bin"))?,
        };
        let mut records = Records::new(package.part(&main)?.ok_or_else(damaged)?);
        while let Some((kind, data)) = records.next() {
            match kind {
                WORKBOOK_PROPERTIES if data.byte(0).is_some_and(|flags| flags & 1 != 0) => {
                    book.epoch = Epoch::Y1904;
                }
                SHEET => {
                    let Some((relation, end)) = data.text(8) else { continue };
                    let Some((name, _)) = data.text(end) else { continue };
                    // Chart and macro sheets hold no cells.
                    let part = targets.get(&relation).filter(|part| part.contains("worksheets/"));
                    let hidden = data.long(0).is_some_and(|state| state != 0);
                    book.sheets.extend(part.map(|part| {
                        let part = part.clone();
                        SheetEntry { name, part, hidden }
                    }));
                }
                _ => {}
            }
        }
        Ok(book)
    }
}

fn strings(package: &mut Package, part: &str) -> Result<Vec<Box<str>>, Refusal> {
    let mut strings = Vec::new();
    let Some(part) = package.part(part)? else { return Ok(strings) };
    let mut records = Records::new(part);
    while let Some((kind, data)) = records.next() {
        if kind == STRING_ITEM {
            // An item that cannot be read still has its number.
            strings.push(data.text(1).map(|(text, _)| text).unwrap_or_default().into());
        }
    }
    Ok(strings)
}

fn formats(package: &mut Package, part: &str) -> Result<Vec<NumberFormat>, Refusal> {
    let (mut custom, mut formats) = (BTreeMap::new(), Vec::new());
    let Some(part) = package.part(part)? else { return Ok(formats) };
    let mut records = Records::new(part);
    let mut in_cell_styles = false;
    while let Some((kind, data)) = records.next() {
        match kind {
            FORMAT => {
                if let (Some(id), Some((code, _))) = (data.short(0), data.text(2)) {
                    custom.insert(id, format_of_code(&code));
                }
            }
            CELL_STYLES => in_cell_styles = true,
            CELL_STYLES_END => in_cell_styles = false,
            STYLE if in_cell_styles => {
                let id = data.short(2).unwrap_or(0);
                let format = custom.get(&id).cloned();
                formats.push(format.unwrap_or_else(|| builtin_format(u32::from(id))));
            }
            _ => {}
        }
    }
    Ok(formats)
}

/// The parts that the workbook names, by the id that it gives them.
fn targets(
    package: &mut Package,
    main: &str,
    folder: &str,
) -> Result<BTreeMap<String, String>, Refusal> {
    let name = main.rsplit('/').next().unwrap_or(main);
    let mut targets = BTreeMap::new();
    let Some(text) = package.text(&format!("{folder}/_rels/{name}.rels"))? else {
        return Err(damaged());
    };
    let mut xml = Reader::from_str(&text);
    loop {
        match xml.read_event().map_err(|_| damaged())? {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "Relationship" => {
                let value = |wanted: &str| {
                    let found = e.attributes().flatten().find(|a| a.key.as_ref() == wanted);
                    found.map(|attribute| attribute.value.to_string()).unwrap_or_default()
                };
                let target = value("Target");
                let part = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("{folder}/{target}"),
                };
                targets.insert(value("Id"), part);
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}
