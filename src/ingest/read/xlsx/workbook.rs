//! The workbook part: sheets in order with their parts, and the date system.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::xml::{attribute, next, reader};
use crate::ingest::Refusal;
use crate::ingest::read::package::{Package, damaged};
use crate::ingest::read::serial::Epoch;

pub(super) struct Workbook {
    pub epoch: Epoch,
    pub sheets: Vec<SheetEntry>,
    /// Parts of styles and shared strings.
    pub styles: Option<String>,
    pub strings: Option<String>,
    /// Formulas are calculated when somebody asks for it, so their values may be old.
    pub calculated_by_hand: bool,
}

pub(super) struct SheetEntry {
    pub name: String,
    pub part: String,
    pub hidden: bool,
}

#[derive(Default)]
pub(super) struct Relation {
    pub target: String,
    /// Last word of the type's address: `worksheet`, `styles` …
    role: String,
}

pub(super) fn workbook(package: &mut Package) -> Result<Workbook, Refusal> {
    let main = main_part(package)?;
    let relations = relations(package, &main)?;
    let of_role = |role: &str| {
        relations.values().find(|r| r.role.eq_ignore_ascii_case(role)).map(|r| r.target.clone())
    };
    let mut workbook = Workbook {
        epoch: Epoch::Y1900,
        sheets: Vec::new(),
        styles: of_role("styles"),
        strings: of_role("sharedStrings"),
        calculated_by_hand: false,
    };
    let mut xml = reader(package.part(&main)?.ok_or_else(damaged)?);
    let mut buffer = Vec::new();
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == "workbookPr" => {
                if matches!(attribute(&e, "date1904").as_deref(), Some("1" | "true" | "on")) {
                    workbook.epoch = Epoch::Y1904;
                }
            }
            Event::Start(e) if e.local_name().as_ref() == "calcPr" => {
                workbook.calculated_by_hand =
                    attribute(&e, "calcMode").as_deref() == Some("manual");
            }
            Event::Start(e) if e.local_name().as_ref() == "sheet" => {
                let relation = attribute(&e, "id").and_then(|id| relations.get(&id));
                let Some(relation) = relation else { continue };
                // Chart and macro sheets hold no cells.
                if relation.role == "worksheet" {
                    workbook.sheets.push(SheetEntry {
                        name: attribute(&e, "name").unwrap_or_default(),
                        part: relation.target.clone(),
                        hidden: attribute(&e, "state").is_some_and(|state| state != "visible"),
                    });
                }
            }
            Event::Eof => return Ok(workbook),
            _ => {}
        }
    }
}

fn main_part(package: &mut Package) -> Result<String, Refusal> {
    let root = relations(package, "")?;
    let main = root.into_values().find(|relation| relation.role == "officeDocument");
    if let Some(main) = main {
        return Ok(main.target);
    }
    let by_name = package.names().find(|name| name.ends_with("workbook.xml"));
    by_name.map(str::to_owned).ok_or_else(damaged)
}

/// The relations of a part by id, with targets from the package's root.
pub(super) fn relations(
    package: &mut Package,
    part: &str,
) -> Result<BTreeMap<String, Relation>, Refusal> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let mut relations = BTreeMap::new();
    let Some(part) = package.part(&format!("{folder}{slash}_rels/{name}.rels"))? else {
        return Ok(relations);
    };
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == "Relationship" => {
                let id = attribute(&e, "Id").unwrap_or_default();
                let role = attribute(&e, "Type").unwrap_or_default();
                let role = role.rsplit('/').next().unwrap_or_default().to_owned();
                let target = resolve(folder, &attribute(&e, "Target").unwrap_or_default());
                relations.insert(id, Relation { target, role });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}
