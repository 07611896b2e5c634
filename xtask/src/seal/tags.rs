//! Finding tags in a page that we wrote ourselves.
//!
//! Not an HTML parser: it knows start tags with quoted attributes and where an element of that name
//! closes, which is what our own `index.html` consists of.

use std::ops::Range;

pub struct Tag<'a> {
    /// The start tag itself.
    pub text: &'a str,
    /// From the start tag to the end of the closing tag, for elements that have one.
    pub element: Range<usize>,
}

impl<'a> Tag<'a> {
    pub fn value(&self, attribute: &str) -> Option<&'a str> {
        let start = self.text.find(&format!(" {attribute}=\""))? + attribute.len() + 3;
        let rest = &self.text[start..];
        rest.split_once('"').map(|(value, _)| value)
    }
}

/// All tags of that name in order.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let (open, close) = (format!("<{name} "), format!("</{name}>"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = html[from..].find(&open).map(|at| at + from) {
        let end = at + end_of_tag(&html[at..]);
        let has_content = matches!(name, "script" | "style");
        let element_end = match html[end..].find(&close) {
            Some(at) if has_content => end + at + close.len(),
            _ => end,
        };
        found.push(Tag { text: &html[at..end], element: at..element_end });
        from = element_end;
    }
    found
}

/// The page without those elements.
pub fn without(html: &str, mut elements: Vec<Range<usize>>) -> String {
    elements.sort_by_key(|element| element.start);
    let mut kept = String::with_capacity(html.len());
    let mut from = 0;
    for element in elements {
        kept.push_str(&html[from..element.start]);
        from = element.end;
    }
    kept.push_str(&html[from..]);
    kept
}

fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{tags, without};

    #[test]
    fn a_tag_ends_after_its_quotes() {
        let html =
            "<head><link rel=\"icon\" href=\"data:a>b\"><script src=\"x.js\" defer></script>";
        let links = tags(html, "link");
        assert_eq!(links[0].value("href"), Some("data:a>b"));
        let scripts = tags(html, "script");
        assert_eq!(scripts[0].value("src"), Some("x.js"));
        let rest = without(html, vec![scripts[0].element.clone(), links[0].element.clone()]);
        assert_eq!(rest, "<head>");
    }
}
