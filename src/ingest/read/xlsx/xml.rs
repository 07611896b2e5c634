//! Small tools over quick-xml, for the parts that are small: attributes by their local names.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;

pub(in crate::ingest::read) type Xml<'p> = Reader<Box<dyn BufRead + 'p>>;

pub(in crate::ingest::read) fn reader(part: Box<dyn BufRead + '_>) -> Xml<'_> {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().expand_empty_elements = true;
    xml.config_mut().allow_dangling_amp = true;
    xml
}

pub(in crate::ingest::read) fn next<'b>(
    xml: &mut Xml,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, Refusal> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|_| damaged())
}

/// Calls with each attribute's local name and raw value.
pub(in crate::ingest::read) fn attributes<'e>(
    element: &'e BytesStart,
    mut each: impl FnMut(&'e str, &'e str),
) {
    let mut rest = element.attributes_raw();
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return };
        let Some((value, next)) = after[1..].split_once(quote) else { return };
        let name = name.trim();
        each(name.rsplit_once(':').map_or(name, |(_, local)| local), value);
        rest = next;
    }
}

/// One attribute by its local name, unescaped.
pub(in crate::ingest::read) fn attribute(element: &BytesStart, wanted: &str) -> Option<String> {
    let mut found = None;
    attributes(element, |name, value| {
        if name == wanted && found.is_none() {
            found = Some(unescape(value).map_or_else(|_| value.to_owned(), |v| v.into_owned()));
        }
    });
    found
}

/// Appends a character reference or one of XML's five entities; others stay as they are written,
/// so nothing that a document type declares is ever expanded.
pub(in crate::ingest::read) fn push_reference(reference: &BytesRef, text: &mut String) {
    let name: &str = reference.as_ref();
    if let Some(resolved) = resolve_xml_entity(name) {
        text.push_str(resolved);
    } else if let Ok(Some(c)) = reference.resolve_char_ref() {
        text.push(c);
    } else {
        text.push('&');
        text.push_str(name);
        text.push(';');
    }
}

/// Excel writes characters that XML cannot hold as `_x000D_`.
pub(in crate::ingest::read) fn unescape_units(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let unit = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let c = unit.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        match c {
            Some(c) => {
                plain.push_str(&rest[..at]);
                plain.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}
