//! The compound container of old Office files: what it holds, and whether its chains are sound.
//!
//! A chain that runs in a circle or a stream that claims gigabytes is damage; what is read is never
//! longer than the file.

use super::package::damaged;
use crate::ingest::Refusal;
use crate::words::{Arg, Args};

const END_OF_CHAIN: u32 = 0xffff_fffe;
const FIRST_RESERVED: u32 = 0xffff_fffa;
const HEADER_BYTES: usize = 512;
const ENTRY_BYTES: usize = 128;
const MINI_SECTOR_BYTES: usize = 64;
/// Streams smaller than this live in the mini stream.
const MINI_STREAM_BYTES: usize = 4096;

/// What a container of Office holds that a reader can go on with.
pub(super) enum Held {
    /// The records of an xls.
    Workbook(Vec<u8>),
    /// A package behind a password, and how it is encrypted.
    Encrypted { info: Vec<u8>, package: Vec<u8> },
}

/// The workbook in a sound container.
pub(super) fn held(bytes: &[u8]) -> Result<Held, Refusal> {
    let ole = Ole::open(bytes)?;
    let has = |name: &str| ole.entries.iter().any(|e| e.name.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        if ole.entries.iter().any(|entry| entry.name.contains("DRMEncrypted")) {
            return Err(Refusal::new("refused-protected", Args::new()));
        }
        let (info, package) = (ole.stream("EncryptionInfo")?, ole.stream("EncryptedPackage")?);
        return Ok(Held::Encrypted { info, package });
    }
    let book = ["Workbook", "Book"].into_iter().find(|name| has(name));
    let Some(book) = book else {
        let format = if has("WordDocument") {
            "format-document"
        } else if has("PowerPoint Document") {
            "format-presentation"
        } else if has("__properties_version1.0") {
            "format-mail"
        } else {
            "format-binary"
        };
        return Err(Refusal::new("refused-unknown", Args::new().with("format", Arg::term(format))));
    };
    ole.stream(book).map(Held::Workbook)
}

struct Ole<'b> {
    bytes: &'b [u8],
    sector_bytes: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'b> Ole<'b> {
    fn open(bytes: &'b [u8]) -> Result<Ole<'b>, Refusal> {
        if bytes.len() < HEADER_BYTES {
            return Err(damaged());
        }
        let sector_bytes = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(damaged()),
        };
        let mut ole = Ole {
            bytes,
            sector_bytes,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        ole.read_table()?;
        let directory = ole.chain(long(bytes, 48)?, usize::MAX)?;
        ole.entries = directory.chunks_exact(ENTRY_BYTES).map(entry).collect::<Result<_, _>>()?;
        let Some(root) = ole.entries.first() else { return Err(damaged()) };
        let (root_start, root_size) = (root.start, root.size);
        let mini_sectors = long(bytes, 64)? as usize;
        if mini_sectors > 0 {
            ole.mini_stream = ole.chain(root_start, root_size)?;
            let length = mini_sectors.checked_mul(sector_bytes).ok_or_else(damaged)?;
            ole.mini_table = words(&ole.chain(long(bytes, 60)?, length)?);
        }
        Ok(ole)
    }

    /// The allocation table: 109 of its sectors are named in the header, more in a chain.
    fn read_table(&mut self) -> Result<(), Refusal> {
        let mut sectors = words(&self.bytes[76..HEADER_BYTES]);
        let mut next = long(self.bytes, 68)?;
        let mut visited = 0;
        while next < FIRST_RESERVED {
            visited += 1;
            if visited > self.sectors() {
                return Err(damaged());
            }
            let mut more = words(self.sector(next)?);
            next = more.pop().ok_or_else(damaged)?;
            sectors.extend(more);
        }
        for sector in sectors.into_iter().filter(|sector| *sector < FIRST_RESERVED) {
            if self.table.len() > self.sectors().saturating_add(self.sector_bytes) {
                return Err(damaged());
            }
            let part = words(self.sector(sector)?);
            self.table.extend(part);
        }
        Ok(())
    }

    fn stream(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
        let entry = entry.ok_or_else(damaged)?;
        if entry.size < MINI_STREAM_BYTES {
            return self.mini_chain(entry);
        }
        self.chain(entry.start, entry.size)
    }

    fn mini_chain(&self, entry: &Entry) -> Result<Vec<u8>, Refusal> {
        let mut stream = Vec::new();
        let mut at = entry.start;
        while stream.len() < entry.size {
            let start = (at as usize).checked_mul(MINI_SECTOR_BYTES).ok_or_else(damaged)?;
            let end = (start + MINI_SECTOR_BYTES).min(self.mini_stream.len());
            stream.extend(self.mini_stream.get(start..end).ok_or_else(damaged)?);
            if start == end || stream.len() > self.mini_stream.len() {
                return Err(damaged());
            }
            if stream.len() < entry.size {
                at = *self.mini_table.get(at as usize).ok_or_else(damaged)?;
            }
        }
        stream.truncate(entry.size);
        Ok(stream)
    }

    /// Follows a chain up to `size` bytes or its end. A circle is found by its length.
    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Refusal> {
        if size != usize::MAX && size > self.bytes.len() + self.sector_bytes {
            return Err(damaged());
        }
        let mut stream = Vec::new();
        let mut at = start;
        while at != END_OF_CHAIN && stream.len() < size {
            stream.extend(self.sector(at)?);
            if stream.len() > self.bytes.len() + self.sector_bytes {
                return Err(damaged());
            }
            if stream.len() < size {
                at = *self.table.get(at as usize).ok_or_else(damaged)?;
            }
        }
        stream.truncate(size.min(stream.len()));
        Ok(stream)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector_bytes + 1
    }

    /// A sector's bytes; the last one of a file may be cut short.
    fn sector(&self, at: u32) -> Result<&'b [u8], Refusal> {
        let start = (at as usize)
            .checked_add(1)
            .and_then(|sector| sector.checked_mul(self.sector_bytes))
            .ok_or_else(damaged)?;
        let end = (start + self.sector_bytes).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty()).ok_or_else(damaged)
    }
}

fn entry(bytes: &[u8]) -> Result<Entry, Refusal> {
    let units = bytes[..64].chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    Ok(Entry {
        name: String::from_utf16_lossy(&name),
        start: long(bytes, 116)?,
        size: long(bytes, 120)? as usize,
    })
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|w| u32::from_le_bytes([w[0], w[1], w[2], w[3]])).collect()
}

fn short(bytes: &[u8], at: usize) -> Result<u16, Refusal> {
    match bytes.get(at..at + 2) {
        Some(&[low, high]) => Ok(u16::from_le_bytes([low, high])),
        _ => Err(damaged()),
    }
}

fn long(bytes: &[u8], at: usize) -> Result<u32, Refusal> {
    bytes.get(at..at + 4).and_then(|w| words(w).first().copied()).ok_or_else(damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header whose directory chain is `table`, with one directory sector.
    fn container(table: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0_u8; HEADER_BYTES];
        bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        bytes[30] = 9;
        bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
        bytes[68..72].copy_from_slice(&END_OF_CHAIN.to_le_bytes());
        bytes[76..].fill(0xff);
        bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
        let mut sector: Vec<u8> = table.iter().flat_map(|word| word.to_le_bytes()).collect();
        sector.resize(512, 0xff);
        bytes.extend(sector);
        bytes.extend([0; 512]);
        bytes
    }

    #[test]
    fn a_chain_in_a_circle_is_damage() {
        let circle = container(&[0xffff_fffd, 1]);
        assert_eq!(held(&circle).err().map(|r| r.key).as_deref(), Some("refused-damaged"));
        let sound = container(&[0xffff_fffd, END_OF_CHAIN]);
        assert_eq!(held(&sound).err().map(|r| r.key).as_deref(), Some("refused-unknown"));
    }
}
