//! Marks and texts of a part as they stream by: no tree, no allocation for each, no entity expanded.
//!
//! Invariant: what it holds is bounded whatever the part says. Long texts come in pieces; a tag that
//! is longer than [`TAG_BYTES_MAX`] ends the reading.

use std::io::{BufRead, Read};
use std::ops::Range;

use memchr::{memchr, memmem};

use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;

const BUFFER_BYTES: usize = 1 << 17;
const TAG_BYTES_MAX: usize = 1 << 20;
/// A text of more bytes than this without an end is handed over in pieces.
const PIECE_BYTES: usize = 1 << 15;

/// What comes next. The ranges hold until the next call; [`Scanner::bytes`] reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `name` without its prefix; `empty` for `<v/>`.
    Open {
        name: Range<usize>,
        attributes: Range<usize>,
        empty: bool,
    },
    Close {
        name: Range<usize>,
    },
    /// As written, with references.
    Text(Range<usize>),
    /// Characters that stand for themselves.
    Literal(Range<usize>),
    End,
}

/// Where the bytes of a part come from.
enum Source<'p> {
    /// They are taken as they are wanted.
    Part(Box<dyn BufRead + 'p>),
    /// They come when they come: the reader stops where they run out and begins its step again.
    Fed { step: Step, starved: bool },
}

/// Where a step began.
#[derive(Clone, Copy, Default)]
struct Step {
    at: usize,
    in_literal: bool,
}

pub(super) struct Scanner<'p> {
    source: Source<'p>,
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
    ended: bool,
    in_literal: bool,
    /// Bytes of the part that were taken in.
    passed: u64,
}

impl<'p> Scanner<'p> {
    pub(super) fn new(part: Box<dyn BufRead + 'p>) -> Scanner<'p> {
        Scanner::of(Source::Part(part), BUFFER_BYTES)
    }

    /// A scanner whose bytes come by [`Scanner::feed`].
    pub(super) fn fed() -> Scanner<'static> {
        Scanner::of(Source::Fed { step: Step::default(), starved: false }, 0)
    }

    fn of(source: Source<'p>, room: usize) -> Scanner<'p> {
        Scanner {
            source,
            buffer: vec![0; room],
            at: 0,
            filled: 0,
            ended: false,
            in_literal: false,
            passed: 0,
        }
    }

    /// Takes in so many more bytes, which `copy` puts into place.
    pub(super) fn feed(
        &mut self,
        length: usize,
        copy: impl FnOnce(&mut [u8]),
    ) -> Result<(), Refusal> {
        let left = self.filled - self.at;
        // One step wants more than any part of a real file holds: who takes the bytes by itself
        // gets on without keeping them.
        if left > TAG_BYTES_MAX {
            return Err(damaged());
        }
        self.buffer.copy_within(self.at..self.filled, 0);
        self.buffer.resize((left + length).max(self.buffer.len()), 0);
        copy(&mut self.buffer[left..left + length]);
        (self.at, self.filled) = (0, left + length);
        self.passed += length as u64;
        Ok(())
    }

    /// No more bytes will be fed.
    pub(super) fn end(&mut self) {
        self.ended = true;
    }

    /// What is read from here on is read again if the bytes run out before the next call.
    pub(super) fn begin_step(&mut self) {
        if let Source::Fed { step, .. } = &mut self.source {
            *step = Step { at: self.at, in_literal: self.in_literal };
        }
    }

    /// Whether the step failed for want of bytes alone; then the scanner stands where it began.
    pub(super) fn is_starved(&mut self) -> bool {
        let Source::Fed { step, starved } = &mut self.source else { return false };
        if *starved {
            (self.at, self.in_literal) = (step.at, step.in_literal);
        }
        std::mem::take(starved)
    }

    pub(super) fn passed(&self) -> u64 {
        self.passed
    }

    pub(super) fn bytes(&self, range: &Range<usize>) -> &[u8] {
        &self.buffer[range.clone()]
    }

    /// The bytes at hand, at least so many unless the part ends before.
    pub(super) fn at_hand(&mut self, wanted: usize) -> Result<&[u8], Refusal> {
        while self.filled - self.at < wanted && self.fill()? {}
        Ok(&self.buffer[self.at..self.filled])
    }

    /// Passes bytes that the caller has read from those at hand.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    pub(super) fn next(&mut self) -> Result<Token, Refusal> {
        loop {
            if self.in_literal {
                return self.literal();
            }
            let hand = self.at_hand(9)?;
            match hand {
                [] => return Ok(Token::End),
                [b'<', b'/', ..] => return self.close(),
                [b'<', b'?', ..] => self.skip_past(b"?>")?,
                [b'<', b'!', b'-', b'-', ..] => self.skip_past(b"-->")?,
                [b'<', b'!', b'[', ..] if hand.starts_with(b"<![CDATA[") => {
                    self.at += 9;
                    self.in_literal = true;
                }
                [b'<', b'!', ..] => self.skip_document_type()?,
                [b'<', ..] => return self.open(),
                _ => return self.text(),
            }
        }
    }

    /// Takes in more; false at the end of the part.
    fn fill(&mut self) -> Result<bool, Refusal> {
        if self.ended {
            return Ok(false);
        }
        let source = match &mut self.source {
            Source::Part(part) => part,
            Source::Fed { starved, .. } => {
                *starved = true;
                return Err(damaged());
            }
        };
        if self.at > 0 {
            self.buffer.copy_within(self.at..self.filled, 0);
            self.filled -= self.at;
            self.at = 0;
        }
        if self.filled == self.buffer.len() {
            if self.filled >= TAG_BYTES_MAX {
                return Err(damaged());
            }
            self.buffer.resize(self.filled * 2, 0);
        }
        let read = source.read(&mut self.buffer[self.filled..]).map_err(|_| damaged())?;
        self.filled += read;
        self.passed += read as u64;
        self.ended = read == 0;
        Ok(read > 0)
    }

    fn open(&mut self) -> Result<Token, Refusal> {
        let end = loop {
            if let Some(end) = tag_end(&self.buffer[self.at..self.filled]) {
                break self.at + end;
            }
            if !self.fill()? {
                return Err(damaged());
            }
        };
        let start = self.at + 1;
        self.at = end + 1;
        let empty = self.buffer[end - 1] == b'/' && end > start;
        let inner = start..if empty { end - 1 } else { end };
        let tag = &self.buffer[inner.clone()];
        let length = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
        let name = local(tag, start, length);
        Ok(Token::Open { name, attributes: start + length..inner.end, empty })
    }

    fn close(&mut self) -> Result<Token, Refusal> {
        let end = loop {
            if let Some(end) = memchr(b'>', &self.buffer[self.at..self.filled]) {
                break self.at + end;
            }
            if !self.fill()? {
                return Err(damaged());
            }
        };
        let start = self.at + 2;
        self.at = end + 1;
        let tag = self.buffer[start..end].trim_ascii_end();
        Ok(Token::Close { name: local(tag, start, tag.len()) })
    }

    fn text(&mut self) -> Result<Token, Refusal> {
        loop {
            let hand = &self.buffer[self.at..self.filled];
            let end = match memchr(b'<', hand) {
                Some(end) => end,
                None if self.ended => hand.len(),
                None if hand.len() >= PIECE_BYTES => whole_references(hand),
                None => {
                    self.fill()?;
                    continue;
                }
            };
            let range = self.at..self.at + end;
            self.at = range.end;
            return Ok(Token::Text(range));
        }
    }

    fn literal(&mut self) -> Result<Token, Refusal> {
        loop {
            let hand = &self.buffer[self.at..self.filled];
            if let Some(end) = memmem::find(hand, b"]]>") {
                let range = self.at..self.at + end;
                self.at = range.end + 3;
                self.in_literal = false;
                return Ok(Token::Literal(range));
            }
            if hand.len() >= PIECE_BYTES {
                // The end may have begun.
                let range = self.at..self.filled - 2;
                self.at = range.end;
                return Ok(Token::Literal(range));
            }
            if !self.fill()? {
                return Err(damaged());
            }
        }
    }

    fn skip_past(&mut self, end: &[u8]) -> Result<(), Refusal> {
        loop {
            let hand = &self.buffer[self.at..self.filled];
            if let Some(at) = memmem::find(hand, end) {
                self.at += at + end.len();
                return Ok(());
            }
            self.at = self.filled - hand.len().min(end.len() - 1);
            if !self.fill()? {
                return Err(damaged());
            }
        }
    }

    /// Passes `<!DOCTYPE … [ … ]>`: nothing that it declares is ever used.
    fn skip_document_type(&mut self) -> Result<(), Refusal> {
        let mut depth = 0_u32;
        loop {
            let hand = &self.buffer[self.at..self.filled];
            for (at, byte) in hand.iter().enumerate() {
                match byte {
                    b'<' => depth += 1,
                    b'>' if depth <= 1 => {
                        self.at += at + 1;
                        return Ok(());
                    }
                    b'>' => depth -= 1,
                    _ => {}
                }
            }
            self.at = self.filled;
            if !self.fill()? {
                return Err(damaged());
            }
        }
    }
}

/// Where a tag ends: a `>` in an attribute is none.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut quote = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'>' if quote == 0 => return Some(at),
            b'"' | b'\'' if quote == 0 => quote = byte,
            byte if byte == quote => quote = 0,
            _ => {}
        }
    }
    None
}

fn local(tag: &[u8], start: usize, length: usize) -> Range<usize> {
    let prefix = memchr(b':', &tag[..length]).map_or(0, |colon| colon + 1);
    start + prefix..start + length
}

/// How much of a text can be handed over without cutting a reference in two.
fn whole_references(bytes: &[u8]) -> usize {
    const REFERENCE_BYTES_MAX: usize = 16;
    let tail = bytes.len() - REFERENCE_BYTES_MAX;
    memchr::memrchr(b'&', &bytes[tail..]).map_or(bytes.len(), |at| tail + at)
}

/// Calls with each attribute's local name and raw value.
pub(super) fn attributes<'b>(mut rest: &'b [u8], mut each: impl FnMut(&'b [u8], &'b [u8])) {
    while let Some(equals) = memchr(b'=', rest) {
        let name = rest[..equals].trim_ascii();
        let after = rest[equals + 1..].trim_ascii_start();
        let Some(&quote @ (b'"' | b'\'')) = after.first() else { return };
        let Some(end) = memchr(quote, &after[1..]) else { return };
        let prefix = memchr(b':', name).map_or(0, |colon| colon + 1);
        each(&name[prefix..], &after[1..=end]);
        rest = &after[end + 2..];
    }
}

/// Appends a text with its references resolved: characters and the five of XML. Others stay as they
/// are written, so nothing that a document type declares is ever expanded. Line ends are `\n`.
pub(super) fn push_text(mut raw: &[u8], to: &mut Vec<u8>) {
    while let Some(at) = memchr::memchr2(b'&', b'\r', raw) {
        to.extend_from_slice(&raw[..at]);
        let rest = &raw[at..];
        if rest[0] == b'\r' {
            to.push(b'\n');
            raw = &rest[if rest.get(1) == Some(&b'\n') { 2 } else { 1 }..];
            continue;
        }
        let end = memchr(b';', &rest[..rest.len().min(16)]);
        match end.and_then(|end| Some((end, reference(&rest[1..end])?))) {
            Some((end, c)) => {
                to.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                raw = &rest[end + 1..];
            }
            None => {
                to.push(b'&');
                raw = &rest[1..];
            }
        }
    }
    to.extend_from_slice(raw);
}

fn reference(name: &[u8]) -> Option<char> {
    Some(match name {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        [b'#', b'x' | b'X', digits @ ..] => of_digits(digits, 16)?,
        [b'#', digits @ ..] => of_digits(digits, 10)?,
        _ => return None,
    })
}

fn of_digits(digits: &[u8], radix: u32) -> Option<char> {
    let number = u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()?;
    char::from_u32(number).filter(|c| *c != '\0')
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut scanner = Scanner::new(Box::new(Cursor::new(text.as_bytes())));
        let mut told = Vec::new();
        loop {
            let token = scanner.next().expect("a whole part");
            let read =
                |range: &Range<usize>| String::from_utf8_lossy(scanner.bytes(range)).into_owned();
            told.push(match &token {
                Token::Open { name, attributes, empty } => {
                    format!("<{}{}{}", read(name), read(attributes), if *empty { "/" } else { "" })
                }
                Token::Close { name } => format!("/{}", read(name)),
                Token::Text(text) => format!("t {}", read(text)),
                Token::Literal(text) => format!("l {}", read(text)),
                Token::End => return told,
            });
        }
    }

    #[test]
    fn marks_and_texts() {
        let text = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a \"b\">]><x:a k=\"1>2\" >\
                    <!-- <no> -->t &amp;<b/><![CDATA[<]]]]></x:a >";
        let expected = ["<a k=\"1>2\" ", "t t &amp;", "<b/", "l <]]", "/a"];
        assert_eq!(told(text), expected);
    }

    #[test]
    fn long_texts_come_in_pieces_and_lose_nothing() {
        let long = "x&amp;".repeat(100_000);
        let pieces = told(&format!("<a>{long}</a>"));
        let mut text = Vec::new();
        for piece in pieces.iter().filter_map(|piece| piece.strip_prefix("t ")) {
            push_text(piece.as_bytes(), &mut text);
        }
        assert_eq!(text, "x&".repeat(100_000).into_bytes());
    }

    #[test]
    fn references_are_characters_and_entities_stay() {
        let mut text = Vec::new();
        push_text(b"a&lt;b&#65;&#x42;&lol9;&#0;\r\n\r&amp", &mut text);
        assert_eq!(text, b"a<bAB&lol9;&#0;\n\n&amp");
    }

    #[test]
    fn attributes_by_local_name() {
        let mut found = Vec::new();
        attributes(b" r:id='7' s = \"1\" x", |name, value| found.push((name, value)));
        assert_eq!(found, [(&b"id"[..], &b"7"[..]), (b"s", b"1")]);
    }
}
