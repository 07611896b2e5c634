//! A large workbook whose sheets are unpacked elsewhere and come in pieces: unpacking is more than a
//! quarter of reading, and a machine has more than one core.
//!
//! Invariant: it reads what [`crate::ingest::read_unhashed`] reads. Whatever stands in the way of pieces (a
//! part that is damaged, is no UTF-8, or has a text that no piece holds) is an error here, and the
//! file is then read in the ordinary way, which knows what to say of it.

use super::WorkbookReading;
use super::sheet::{Reached, SheetReading};
use crate::base::limits::FILE_BYTES_MAX;
use crate::ingest::read::inflate::PackedPart;
use crate::ingest::read::package::{Content, Package, damaged, wide};
use crate::ingest::read::sniff::{Sniffed, sniff};
use crate::ingest::read::{ReadOptions, ReadProgress, finished, workbook};
use crate::ingest::{FileKind, RawFile, Refusal};

/// A sheet that unpacks to fewer bytes than this is read before a second worker has started.
pub const FED_BYTES_MIN: u64 = 16 << 20;

/// A workbook that is fed the parts of its large sheets, one after the other.
pub struct FedWorkbook<'b> {
    name: String,
    bytes: &'b [u8],
    options: ReadOptions,
    package: Package<'b>,
    reading: WorkbookReading,
    parts: Vec<(String, PackedPart)>,
    /// How many of these were read.
    at: usize,
    sheet: Option<SheetReading<'static>>,
}

impl<'b> FedWorkbook<'b> {
    /// `None` for a file that has no deflated sheet of so many bytes, and for any that is no workbook
    /// of the main format.
    pub fn open(
        name: &str,
        bytes: &'b [u8],
        options: &ReadOptions,
        bytes_min: u64,
    ) -> Option<FedWorkbook<'b>> {
        if bytes.len() > FILE_BYTES_MAX || sniff(bytes) != Sniffed::Zip {
            return None;
        }
        let mut package = Package::open(bytes).ok()?;
        if package.content().ok()? != Content::Workbook(FileKind::Xlsx) {
            return None;
        }
        let reading = WorkbookReading::open(&mut package).ok()?;
        let mut parts: Vec<(String, PackedPart)> = Vec::new();
        for name in reading.parts() {
            // A part that two sheets name would come once only.
            let part = package.packed(name).filter(|part| part.unpacked >= bytes_min);
            if let Some(part) = part
                && !parts.iter().any(|(other, _)| other == name)
            {
                parts.push((name.to_owned(), part));
            }
        }
        let (name, options) = (name.to_owned(), options.clone());
        (!parts.is_empty()).then_some(FedWorkbook {
            name,
            bytes,
            options,
            package,
            reading,
            parts,
            at: 0,
            sheet: None,
        })
    }

    /// What is to be unpacked, in this order.
    pub fn parts(&self) -> impl Iterator<Item = PackedPart> {
        self.parts.iter().map(|(_, part)| *part)
    }

    /// Whether all parts were fed.
    pub fn is_complete(&self) -> bool {
        self.at == self.parts.len()
    }

    /// The next piece of the present part: so many bytes, which `copy` puts into place. `is_last` with
    /// the last one of the part.
    pub fn feed(
        &mut self,
        length: usize,
        copy: impl FnOnce(&mut [u8]),
        is_last: bool,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Result<(), Refusal> {
        let mut sheet = match self.sheet.take() {
            Some(sheet) => sheet,
            None => self.begin_sheet(progress)?,
        };
        let is_first = sheet.scanner().passed() == 0;
        sheet.scanner().feed(length, copy)?;
        if is_first && wide(sheet.scanner().at_hand(0)?).is_some() {
            return Err(damaged());
        }
        if is_last {
            sheet.scanner().end();
        }
        let reached = sheet.read(&mut |_| {})?;
        self.reading.told(progress)(sheet.scanner().passed());
        match (reached, is_last) {
            (Reached::Bytes, false) => self.sheet = Some(sheet),
            (Reached::End, true) => {
                self.reading.keep(&mut self.package, sheet.finish())?;
                self.at += 1;
            }
            _ => return Err(damaged()),
        }
        Ok(())
    }

    pub fn finish(mut self, progress: &mut dyn FnMut(ReadProgress)) -> Result<RawFile, Refusal> {
        self.reading.read_alone(&mut self.package, &mut |_| false, progress)?;
        let read = self.reading.finish()?;
        let file = finished(&self.name, workbook(&self.name, self.bytes, FileKind::Xlsx, read)?);
        Ok(RawFile { chosen_encoding: self.options.encoding, ..file })
    }

    /// Reads what comes before the next part that is fed.
    fn begin_sheet(
        &mut self,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Result<SheetReading<'static>, Refusal> {
        let (fed, part) = self.parts.get(self.at).ok_or_else(damaged)?;
        self.reading.read_alone(&mut self.package, &mut |name| name == fed, progress)?;
        self.reading.begin_fed(part.unpacked).ok_or_else(damaged)
    }
}
