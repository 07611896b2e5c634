//! A zip container behind limits: its parts by name, none of which unpacks to more than it declares.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, Read};

use encoding_rs::Encoding;
use zip::{CompressionMethod, ZipArchive};

use super::encoding::decode;
use super::inflate::PackedPart;
use crate::base::limits::{FILE_BYTES_MAX, UNPACKED_BYTES_MAX, ZIP_RATIO_MAX};
use crate::ingest::{FileKind, Refusal};
use crate::words::Args;

/// Members smaller than this when unpacked are harmless at any ratio.
const SMALL_BYTES: u64 = 16 << 20;

pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Index by name in lower case, with forward slashes and without a leading one.
    parts: BTreeMap<String, usize>,
    /// Index and name of every member, as they follow one another in the file.
    names: Vec<(usize, String)>,
    /// Why a member is not unpacked, by its index. A workbook with such a part is refused as a
    /// whole, a zip of files only loses that one.
    barred: BTreeMap<usize, Refusal>,
}

/// What a package holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Content {
    Workbook(FileKind),
    /// Files of any kind, packed together.
    Files,
    /// Word key of what it is instead.
    Other(&'static str),
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Package<'b>, Refusal> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        let (mut parts, mut barred, mut names) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let mut unpacked = 0_u64;
        for index in 0..zip.len() {
            let part = zip.by_index_raw(index).map_err(|_| damaged())?;
            if part.encrypted() {
                barred.insert(index, Refusal::new("refused-locked-archive", Args::new()));
            }
            unpacked = unpacked.saturating_add(part.size());
            let bomb = |size: u64| {
                Refusal::new("refused-zip-bomb", Args::new().with("size", (size >> 20) as i64))
            };
            if unpacked > UNPACKED_BYTES_MAX {
                return Err(bomb(unpacked));
            }
            let swells = part.size() / part.compressed_size().max(1) >= ZIP_RATIO_MAX;
            if swells && part.size() > SMALL_BYTES {
                barred.insert(index, bomb(part.size()));
            }
            let raw = part.name_raw();
            let part_name = std::str::from_utf8(raw)
                .map_or_else(|_| decode(raw, None).text.into_owned(), str::to_owned);
            names.push((index, part_name.replace('\\', "/")));
            parts.insert(normal(&part_name), index);
        }
        if zip.has_overlapping_entries().map_err(|_| damaged())? {
            let args = Args::new().with("size", (unpacked >> 20) as i64);
            return Err(Refusal::new("refused-zip-bomb", args));
        }
        Ok(Package { zip, parts, names, barred })
    }

    pub(super) fn content(&mut self) -> Result<Content, Refusal> {
        let content = self.look()?;
        match (content, self.barred.values().next()) {
            (Content::Workbook(_), Some(refusal)) => Err(refusal.clone()),
            (content, _) => Ok(content),
        }
    }

    fn look(&mut self) -> Result<Content, Refusal> {
        let has = |name: &str| self.parts.contains_key(name);
        let ends = |end: &str| self.parts.keys().any(|name| name.ends_with(end));
        Ok(if ends("workbook.bin") {
            Content::Workbook(FileKind::Xlsb)
        } else if ends("workbook.xml") || has("[content_types].xml") && has("xl/styles.xml") {
            Content::Workbook(FileKind::Xlsx)
        } else if has("word/document.xml") {
            Content::Other("format-document")
        } else if has("ppt/presentation.xml") {
            Content::Other("format-presentation")
        } else if ends(".iwa") || ends("index.zip") || ends(".numbers/") {
            Content::Other("format-numbers")
        } else if has("content.xml") {
            let mime = self.text("mimetype")?.unwrap_or_default();
            if mime.is_empty() || mime.contains("spreadsheet") {
                Content::Workbook(FileKind::Ods)
            } else {
                Content::Other("format-document")
            }
        } else if has("[content_types].xml") {
            // An Office package whose main part is missing.
            return Err(damaged());
        } else {
            Content::Files
        })
    }

    /// The files in it, without folders.
    pub(super) fn members(&self) -> Vec<(usize, String)> {
        self.names.iter().filter(|(_, name)| !name.ends_with('/')).cloned().collect()
    }

    /// A member as it is, unpacked.
    pub(super) fn bytes(&mut self, index: usize) -> Result<Vec<u8>, Refusal> {
        if let Some(refusal) = self.barred.get(&index) {
            return Err(refusal.clone());
        }
        let member = self.zip.by_index(index).map_err(|_| damaged())?;
        let declared = member.size();
        if declared > FILE_BYTES_MAX as u64 {
            let (size, limit) = (declared >> 20, FILE_BYTES_MAX >> 20);
            let args = Args::new().with("size", size as i64).with("limit", limit);
            return Err(Refusal::new("refused-too-large", args));
        }
        let mut bytes = Vec::new();
        member.take(declared).read_to_end(&mut bytes).map_err(|_| damaged())?;
        Ok(bytes)
    }

    /// Names in the order of the directory listing, normalised.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// How many bytes a part declares to unpack to; 0 when there is no such part.
    pub(super) fn size(&mut self, name: &str) -> u64 {
        let Some(&index) = self.parts.get(&normal(name)) else { return 0 };
        self.zip.by_index_raw(index).map_or(0, |part| part.size())
    }

    /// Where a part stands, if it is deflated.
    pub(super) fn packed(&mut self, name: &str) -> Option<PackedPart> {
        let part = self.zip.by_index_raw(*self.parts.get(&normal(name))?).ok()?;
        let (packed, unpacked, crc) = (part.compressed_size(), part.size(), part.crc32());
        let start = part.data_start()?;
        let deflated = part.compression() == CompressionMethod::Deflated && !part.encrypted();
        deflated.then_some(PackedPart { start, packed, unpacked, crc })
    }

    /// A small part as text.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(mut part) = self.part(name)? else { return Ok(None) };
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(|_| damaged())?;
        Ok(Some(text))
    }

    /// A part as a stream of UTF-8. `None` when there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Box<dyn BufRead + '_>>, Refusal> {
        let Some(&index) = self.parts.get(&normal(name)) else { return Ok(None) };
        let part = self.zip.by_index(index).map_err(|_| damaged())?;
        let declared = part.size();
        // One byte more than declared: only at a part's end its checksum is compared.
        let mut part = BufReader::with_capacity(1 << 16, part.take(declared.saturating_add(1)));
        let start = part.fill_buf().map_err(|_| damaged())?;
        let Some(encoding) = wide(start) else { return Ok(Some(Box::new(part))) };
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|_| damaged())?;
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        Ok(Some(Box::new(Cursor::new(text.into_owned().into_bytes()))))
    }
}

/// The encoding of a part that begins like this and is no UTF-8.
pub(super) fn wide(start: &[u8]) -> Option<&'static Encoding> {
    match start {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0xfe, 0xff, ..] | [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// The name under which a part is kept.
fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

pub(super) fn damaged() -> Refusal {
    Refusal::new("refused-damaged", Args::new())
}
