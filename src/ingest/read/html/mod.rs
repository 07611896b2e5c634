//! A web page that calls itself a spreadsheet: every table of it is a sheet.
//!
//! Not a browser: no script runs, no link is followed, and text outside tables is not read. Tags
//! that a careless program left open are closed as a browser would.

mod style;
mod table;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use self::style::{Styles, of_style};
use self::table::{Given, Table};
use super::encoding::{Decoded, declared, decode_declared};
use super::serial::NumberFormat;
use super::text::of_decoding;
use super::{PROGRESS_ROWS, ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::Refusal;

/// The sheets of a page, and the encoding that it is in.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    chosen: Option<&str>,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<(ReadSheets, Decoded<'static>), Refusal> {
    let decoded = decode_declared(bytes, chosen, declared(bytes).as_deref());
    let mut read = read_str(name, &decoded.text, progress)?;
    read.problems.extend(of_decoding(&decoded));
    Ok((read, decoded.told()))
}

fn read_str(
    name: &str,
    text: &str,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<ReadSheets, Refusal> {
    let mut page = Page::default();
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let mut rows = 0_u64;
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                if page.start(&tag)? {
                    rows += 1;
                    if rows.is_multiple_of(PROGRESS_ROWS) {
                        progress(ReadProgress { stage: ReadStage::Rows, done: rows, total: None });
                    }
                }
            }
            Token::EndTag(tag) => page.end(&tag.name)?,
            Token::String(text) => page.text(&text),
            Token::Comment(text) => page.comment(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.sheets(name)
}

#[derive(Default)]
struct Page {
    /// Tables that are open, outermost first.
    open: Vec<Table>,
    /// Finished tables with the order in which they began.
    done: Vec<(usize, Table)>,
    begun: usize,
    /// Where the open tables stand in `begun`.
    order: Vec<usize>,
    styles: Styles,
    /// Names of sheets, from the islands that Excel leaves in comments.
    names: Vec<String>,
    /// The element whose text is no cell's: a script, a style sheet, a title.
    silent: Option<Vec<u8>>,
}

impl Page {
    /// Returns whether a row began.
    fn start(&mut self, tag: &StartTag<()>) -> Result<bool, Refusal> {
        match tag.name.as_slice() {
            b"table" => {
                self.open.push(Table::new());
                self.order.push(self.begun);
                self.begun += 1;
            }
            b"script" | b"style" | b"title" | b"noscript" | b"template" => {
                self.silent = Some(tag.name.to_vec());
            }
            b"tr" => {
                if let Some(table) = self.open.last_mut() {
                    table.row()?;
                    let style = tag.attributes.get(&b"style"[..]);
                    if style.is_some_and(|style| style::hides(&String::from_utf8_lossy(style))) {
                        table.hide_row();
                    }
                    return Ok(true);
                }
            }
            b"td" | b"th" => {
                let cell = given(tag, &self.styles);
                if let Some(table) = self.open.last_mut() {
                    table.cell(cell)?;
                }
            }
            b"caption" => {
                if let Some(table) = self.open.last_mut() {
                    table.caption();
                }
            }
            b"br" => self.line_break(),
            b"p" | b"div" | b"li" => self.text_break(),
            _ => {}
        }
        Ok(false)
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Refusal> {
        if self.silent.as_deref() == Some(name) {
            self.silent = None;
        }
        match name {
            b"table" => self.close()?,
            b"td" | b"th" | b"caption" => {
                if let Some(table) = self.open.last_mut() {
                    table.close_cell();
                }
            }
            b"tr" => {
                if let Some(table) = self.open.last_mut() {
                    table.close_row();
                }
            }
            b"p" | b"div" | b"li" => self.text_break(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &[u8]) {
        match self.silent.as_deref() {
            Some(b"style") => self.styles.add(&String::from_utf8_lossy(text)),
            Some(_) => {}
            None => {
                if let Some(table) = self.open.last_mut() {
                    table.text(&String::from_utf8_lossy(text));
                }
            }
        }
    }

    fn line_break(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.text("\u{2029}");
        }
    }

    fn text_break(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.text_break();
        }
    }

    fn comment(&mut self, text: &str) {
        if self.silent.as_deref() == Some(b"style") {
            self.styles.add(text);
        }
        self.names.extend(sheet_names(text));
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if let (Some(mut table), Some(order)) = (self.open.pop(), self.order.pop()) {
            table.close_row();
            self.done.push((order, table));
        }
        Ok(())
    }

    fn sheets(mut self, name: &str) -> Result<ReadSheets, Refusal> {
        while !self.open.is_empty() {
            self.close()?;
        }
        self.done.sort_by_key(|(order, _)| *order);
        // Tables that only lay out the page hold nothing of their own.
        let tables: Vec<Table> =
            self.done.into_iter().map(|(_, table)| table).filter(Table::is_filled).collect();
        let mut read = ReadSheets::default();
        read.beyond(tables.len());
        let single = tables.len() == 1;
        for (at, table) in tables.into_iter().take(SHEETS_MAX).enumerate() {
            let own = match table.caption_text() {
                Some(caption) => caption.to_owned(),
                None if single && self.names.len() == 1 => self.names[0].clone(),
                None if at == 0 => name.to_owned(),
                None => format!("{name} {}", at + 1),
            };
            keep(&mut read, table.finish(&own)?)?;
        }
        Ok(read)
    }
}

/// `<x:Name>Open items</x:Name>` in the island that Excel leaves in a comment.
pub(super) fn sheet_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split("<x:ExcelWorksheet>").skip(1) {
        let name = part.split_once("<x:Name>").and_then(|(_, rest)| rest.split_once("</x:Name>"));
        if let Some((name, _)) = name {
            names.push(name.replace("&amp;", "&").trim().to_owned());
        }
    }
    names
}

/// What the tag itself says of its cell.
fn given(tag: &StartTag<()>, styles: &Styles) -> Given {
    let attribute = |name: &str| {
        let value = tag.attributes.get(name.as_bytes())?;
        Some(String::from_utf8_lossy(value).trim().to_owned())
    };
    let span = |name: &str| {
        let value = attribute(name)?;
        let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    let styled = attribute("style").and_then(|style| of_style(&style));
    let classes = attribute("class").unwrap_or_default();
    let classed = || classes.split_whitespace().find_map(|class| styles.of_class(class));
    // LibreOffice: `sdnum="1031;0;TT.MM.JJJJ"`, language, language, code.
    let coded =
        || attribute("sdnum").and_then(|sdnum| sdnum.splitn(3, ';').nth(2).map(style::of_code));
    let number = attribute("x:num").filter(|n| !n.is_empty()).or_else(|| attribute("sdval"));
    Given {
        columns: span("colspan").unwrap_or(1).max(1),
        rows: span("rowspan").unwrap_or(1).max(1),
        format: styled.or_else(classed).or_else(coded).unwrap_or(NumberFormat::Plain.into()),
        number: number.filter(|_| !tag.attributes.contains_key(&b"x:str"[..])),
        boolean: attribute("x:bool"),
        error: attribute("x:err"),
    }
}

#[cfg(test)]
mod tests;
