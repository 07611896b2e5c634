//! Marked-up messages as small trees: one record at a time, without namespaces, with line numbers.
//!
//! Document types are passed over and nothing that they declare is expanded. Invariant: depth and
//! size of a record are limited, so that a hostile file is refused and not followed.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::damaged;
use super::xlsx::xml::{attributes, push_reference};
use crate::base::limits::{XML_DEPTH_MAX, XML_RECORD_ELEMENTS_MAX};
use crate::ingest::Refusal;

/// An element with everything in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Element {
    /// Without its namespace prefix.
    pub name: String,
    pub text: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// The line of the file on which it begins.
    pub line: u32,
}

impl Element {
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> + 'e {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The element at a path: `Acct/Id/IBAN`.
    pub(super) fn at(&self, path: &str) -> Option<&Element> {
        path.split('/').try_fold(self, |element, name| element.child(name))
    }

    /// The trimmed text at a path; empty where there is none.
    pub(super) fn text_at(&self, path: &str) -> &str {
        self.at(path).map_or("", |element| element.text.trim())
    }

    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }
}

/// Walks a message record by record.
pub(super) struct Elements<'t> {
    xml: Reader<&'t [u8]>,
    text: &'t [u8],
    counted_to: usize,
    line: u32,
    depth: usize,
}

/// What the walk meets.
pub(super) enum Met {
    /// The start of an element that is walked into.
    Into(String, u32),
    /// A whole record.
    Record(Element),
    End,
}

impl<'t> Elements<'t> {
    pub(super) fn new(text: &'t str) -> Elements<'t> {
        let mut xml = Reader::from_reader(text.as_bytes());
        xml.config_mut().expand_empty_elements = true;
        xml.config_mut().allow_dangling_amp = true;
        xml.config_mut().check_end_names = false;
        Elements { xml, text: text.as_bytes(), counted_to: 0, line: 1, depth: 0 }
    }

    /// The next element: whole where it is no container, else its start.
    pub(super) fn next(&mut self, is_container: fn(&str) -> bool) -> Result<Met, Refusal> {
        loop {
            let line = self.line();
            match self.xml.read_event().map_err(|_| damaged())? {
                Event::Start(start) => {
                    let element = begun(&start, line);
                    if !is_container(&element.name) {
                        return Ok(Met::Record(self.record(element)?));
                    }
                    self.depth += 1;
                    if self.depth > XML_DEPTH_MAX {
                        return Err(damaged());
                    }
                    return Ok(Met::Into(element.name, element.line));
                }
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                Event::Eof => return Ok(Met::End),
                _ => {}
            }
        }
    }

    fn record(&mut self, root: Element) -> Result<Element, Refusal> {
        let mut path = vec![root];
        let mut elements = 0;
        loop {
            let line = self.line();
            let event = self.xml.read_event().map_err(|_| damaged())?;
            match event {
                Event::Start(start) => {
                    elements += 1;
                    if path.len() > XML_DEPTH_MAX || elements > XML_RECORD_ELEMENTS_MAX {
                        return Err(damaged());
                    }
                    path.push(begun(&start, line));
                }
                Event::Text(text) => {
                    let text: &str = text.as_ref();
                    push(&mut path, text);
                }
                Event::CData(text) => {
                    let text: &str = text.as_ref();
                    push(&mut path, text);
                }
                Event::GeneralRef(reference) => {
                    if let Some(element) = path.last_mut() {
                        push_reference(&reference, &mut element.text);
                    }
                }
                Event::End(_) => {
                    let Some(done) = path.pop() else { return Err(damaged()) };
                    match path.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => return Ok(done),
                    }
                }
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
    }

    /// The line at which the next element begins.
    fn line(&mut self) -> u32 {
        let mut to = usize::try_from(self.xml.buffer_position()).unwrap_or(usize::MAX);
        to = to.clamp(self.counted_to, self.text.len());
        let passed = &self.text[self.counted_to..to];
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u32;
        self.counted_to = to;
        self.line
    }
}

fn push(path: &mut [Element], text: &str) {
    if let Some(element) = path.last_mut() {
        element.text.push_str(text);
    }
}

fn begun(start: &BytesStart, line: u32) -> Element {
    let name = start.local_name();
    let name: &str = name.as_ref();
    let mut element = Element { name: name.to_owned(), line, ..Element::default() };
    attributes(start, |name, value| element.attributes.push((name.to_owned(), value.to_owned())));
    element
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_have_paths_texts_and_lines() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY x \"boom\">]>\n<d:Doc>\n\
                    <a:R Ccy=\"EUR\">\n<v>A &amp; B &x;</v></a:R>\n<R/></d:Doc>";
        let mut walk = Elements::new(text);
        let into = |name: &str| name == "Doc";
        assert!(matches!(walk.next(into), Ok(Met::Into(_, 3))));
        let Ok(Met::Record(record)) = walk.next(into) else { panic!("a record") };
        assert_eq!((record.line, record.attribute("Ccy")), (4, "EUR"));
        assert_eq!(record.text_at("v"), "A & B &x;");
        assert!(matches!(walk.next(into), Ok(Met::Record(r)) if r.line == 6));
        assert!(matches!(walk.next(into), Ok(Met::End)));
    }

    #[test]
    fn endless_depth_is_refused() {
        let deep = "<a>".repeat(100_000);
        assert!(Elements::new(&deep).next(|_| false).is_err());
    }
}
