//! What reading a workbook costs others in the same kind of worker: calamine's cells, and inflating
//! alone. A module for the bench in a browser; nothing of it is shipped, and it uses nothing of ours.

use std::io::{Cursor, Read};

use calamine::{Reader, Xlsx};
use wasm_bindgen::prelude::*;

/// Every cell of every sheet, one after the other, kept nowhere; answers how many there were.
#[wasm_bindgen]
pub fn cells_of_calamine(bytes: &[u8]) -> Result<f64, JsError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut count = 0_u32;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name)?;
        while cells.next_cell()?.is_some() {
            count += 1;
        }
    }
    Ok(f64::from(count))
}

/// Inflates every part of the zip; answers the bytes.
#[wasm_bindgen]
pub fn inflate(bytes: &[u8]) -> Result<f64, JsError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut buffer = vec![0; 1 << 17];
    let mut count = 0_u32;
    for at in 0..zip.len() {
        let mut part = zip.by_index(at)?;
        loop {
            match part.read(&mut buffer)? {
                0 => break,
                read => count = count.saturating_add(read as u32),
            }
        }
    }
    Ok(f64::from(count))
}
