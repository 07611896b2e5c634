//! The lines of a printed list and their shapes.

/// What a line looks like, by its characters alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Blank,
    /// Dashes across the page.
    Rule,
    /// Cells between bars.
    Row,
    Text,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// 1-based.
    pub number: u32,
    pub text: &'t str,
    pub shape: Shape,
}

/// All lines; a form feed parts pages, and its line keeps its number.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some(text);
    let mut number = 0;
    std::iter::from_fn(move || {
        let text = rest?;
        if text.is_empty() {
            return None;
        }
        number += 1;
        let end = memchr::memchr2(b'\n', b'\r', text.as_bytes());
        let line = match end {
            Some(end) => {
                let feed = if text[end..].starts_with("\r\n") { 2 } else { 1 };
                rest = Some(&text[end + feed..]);
                &text[..end]
            }
            None => {
                rest = None;
                text
            }
        };
        let line = line.trim_matches(['\u{c}', '\u{feff}']);
        Some(Line { number, text: line, shape: shape(line) })
    })
}

fn shape(line: &str) -> Shape {
    const RULE_DASHES_MIN: usize = 8;
    let line = line.trim();
    if line.is_empty() {
        return Shape::Blank;
    }
    let is_dash = |c: char| matches!(c, '-' | '=' | '_' | '─' | '━');
    let dashes = line.chars().filter(|c| is_dash(*c)).count();
    if dashes >= RULE_DASHES_MIN && line.chars().all(|c| is_dash(c) || "|+: ".contains(c)) {
        return Shape::Rule;
    }
    if line.starts_with('|') { Shape::Row } else { Shape::Text }
}

/// Columns that a text takes on the screen: East Asian characters two, an icon code two.
pub(super) fn width(text: &str) -> usize {
    let mut width = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = icon(rest) {
            width += 2;
            rest = &rest[length..];
            continue;
        }
        width += if is_wide(c) { 2 } else { 1 };
        rest = &rest[c.len_utf8()..];
    }
    width
}

/// `@5B@`, or with a tip `@5B\QOpen@`: its length.
fn icon(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('@')?;
    let end = inner.find('@')?;
    let code = &inner[..end];
    let plain = code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphanumeric());
    let tipped = code.get(2..4).is_some_and(|q| q.eq_ignore_ascii_case("\\q"));
    (plain || tipped).then_some(end + 2)
}

fn is_wide(c: char) -> bool {
    matches!(c as u32,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0x33ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff
        | 0xa000..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xff60
        | 0xffe0..=0xffe6 | 0x20000..=0x3fffd)
}
