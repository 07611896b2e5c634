//! A web archive (MIME) as Excel and SAP save it: its pages are read, its pictures are not.

use encoding_rs::{Encoding, UTF_8};

use super::encoding::Decoded;
use super::html;
use super::{ReadProgress, ReadSheets, keep};
use crate::base::limits::{MIME_PARTS_MAX, SHEETS_MAX};
use crate::ingest::Refusal;
use crate::words::Args;

struct Part {
    kind: String,
    charset: Option<String>,
    location: String,
    body: Vec<u8>,
}

pub(super) fn read(
    name: &str,
    bytes: &[u8],
    chosen: Option<&str>,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<(ReadSheets, Option<Decoded<'static>>), Refusal> {
    let mut parts = Vec::new();
    split(bytes, 0, &mut parts);
    let pages = parts.iter().filter(|part| part.kind.contains("html"));
    let names = sheet_sources(&parts);
    let mut all = ReadSheets::default();
    let mut first = None;
    for part in pages {
        let own = names.iter().find(|(_, source)| part.location.ends_with(source.as_str()));
        let name = own.map_or(name, |(name, _)| name.as_str());
        let charset = chosen.or(part.charset.as_deref());
        let (read, decoded) = html::read(name, &part.body, charset, progress)?;
        for sheet in read.sheets {
            if all.sheets.len() < SHEETS_MAX {
                keep(&mut all, (sheet, Vec::new()))?;
            }
        }
        all.problems.extend(read.problems);
        first.get_or_insert(decoded);
    }
    if all.sheets.is_empty() {
        return Err(Refusal::new("refused-no-sheet", Args::new()));
    }
    Ok((all, first))
}

/// Names of sheets and the parts that hold them, from the workbook page.
fn sheet_sources(parts: &[Part]) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for part in parts.iter().filter(|part| part.kind.contains("html")) {
        let charset = part.charset.as_deref().unwrap_or("utf-8");
        let encoding = Encoding::for_label(charset.as_bytes()).unwrap_or(UTF_8);
        let text = encoding.decode_without_bom_handling(&part.body).0;
        for island in text.split("<x:ExcelWorksheet>").skip(1) {
            let source = island.split_once("HRef=\"").and_then(|(_, rest)| rest.split_once('"'));
            let name = html::sheet_names(&format!("<x:ExcelWorksheet>{island}")).pop();
            if let (Some((source, _)), Some(name)) = (source, name) {
                let source = source.strip_prefix("cid:").unwrap_or(source);
                sources.push((name, source.to_owned()));
            }
        }
    }
    sources
}

/// Takes a message apart; parts within parts as deep as a mail forwards another.
fn split(bytes: &[u8], depth: usize, parts: &mut Vec<Part>) {
    const DEPTH_MAX: usize = 4;
    if depth > DEPTH_MAX || parts.len() >= MIME_PARTS_MAX {
        return;
    }
    let (head, body) = head_and_body(bytes);
    let field = |name: &str| {
        head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    };
    let content = field("content-type").unwrap_or_default();
    if let Some(boundary) = parameter(&content, "boundary") {
        let mark = format!("--{boundary}");
        for piece in pieces(body, mark.as_bytes()) {
            split(piece, depth + 1, parts);
        }
        return;
    }
    let transfer = field("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    parts.push(Part {
        kind: content.split(';').next().unwrap_or("").trim().to_ascii_lowercase(),
        charset: parameter(&content, "charset"),
        location: field("content-location").unwrap_or_default(),
        body: match transfer.as_str() {
            "quoted-printable" => quoted_printable(body),
            "base64" => base64(body),
            _ => body.to_vec(),
        },
    });
}

/// The header with its folded lines joined, and what follows the blank line.
fn head_and_body(bytes: &[u8]) -> (String, &[u8]) {
    let start = bytes.iter().position(|b| !matches!(b, b'\r' | b'\n')).unwrap_or(bytes.len());
    let bytes = &bytes[start..];
    let ends = |blank: &[u8]| memchr::memmem::find(bytes, blank).map(|at| (at, at + blank.len()));
    let end = [ends(b"\r\n\r\n"), ends(b"\n\n"), ends(b"\r\r")].into_iter().flatten().min();
    let (head, body) = end.unwrap_or((bytes.len(), bytes.len()));
    let head = String::from_utf8_lossy(&bytes[..head]).replace("\r\n", "\n").replace('\r', "\n");
    (head.replace("\n ", " ").replace("\n\t", " "), &bytes[body..])
}

/// A parameter of a header field, with or without quotes.
fn parameter(field: &str, name: &str) -> Option<String> {
    field.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (key.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// What stands between the boundary lines.
fn pieces<'b>(body: &'b [u8], mark: &[u8]) -> Vec<&'b [u8]> {
    let at_line = |at: &usize| *at == 0 || matches!(body[*at - 1], b'\n' | b'\r');
    let marks: Vec<usize> = memchr::memmem::find_iter(body, mark).filter(at_line).collect();
    let ends = marks.iter().skip(1).copied().chain([body.len()]);
    let inner = marks.iter().zip(ends).map(|(start, end)| &body[start + mark.len()..end]);
    inner.filter(|piece| !piece.starts_with(b"--")).take(MIME_PARTS_MAX).collect()
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(&byte) = body.get(at) {
        let pair = body.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        let hex = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (byte, hex) {
            (b'=', Some(value)) => {
                bytes.push(value);
                at += 3;
            }
            // A soft line break.
            (b'=', None) => {
                let blanks =
                    body[at + 1..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
                at += 1 + blanks;
                at += usize::from(body.get(at) == Some(&b'\r'));
                at += usize::from(body.get(at) == Some(&b'\n'));
            }
            _ => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    bytes
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for &byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        held = (held << 6 | u32::from(value)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfer_encodings() {
        assert_eq!(quoted_printable(b"a=3D=C3=A9=\r\nb=\nc=zz"), "a=é\u{62}czz".as_bytes());
        assert_eq!(base64(b"VGll\r\nb3V0IQ=="), b"Tieout!");
    }

    #[test]
    fn sheets_are_named_by_the_workbook_page() {
        let archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x-1\"\r\n\r\n\
            --x-1\r\nContent-Location: file:///C:/book.htm\r\nContent-Type: text/html; charset=\"us-ascii\"\r\n\r\n\
            <xml><x:ExcelWorksheet><x:Name>Posten</x:Name><x:WorksheetSource HRef=3D\"s/sheet001.htm\"/>\
            <x:ExcelWorksheet><x:Name>Posten</x:Name><x:WorksheetSource HRef=\"s/sheet001.htm\"/></xml>\r\n\
            --x-1\r\nContent-Location: file:///C:/s/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n\
            Content-Type: text/html; charset=\"windows-1252\"\r\n\r\n\
            <table><tr><td>M=FCller<td align=3Dright>1=\r\n0</table>\r\n--x-1--\r\n";
        let (read, _) = self::read("a", archive.as_bytes(), None, &mut |_| {}).expect("reads");
        let sheet = &read.sheets[0];
        assert_eq!(
            (sheet.name.as_str(), sheet.text(0, 0), sheet.text(0, 1)),
            ("Posten", "Müller", "10")
        );
    }
}
