//! The unpacker: a file and the places of its deflated parts in, their bytes out, piece by piece as
//! they are asked for.

use std::collections::VecDeque;

use js_sys::{ArrayBuffer, Uint8Array};
use tieout::ingest::{Inflating, PackedPart};
use tieout::protocol::{UnpackMessage, UnpackRequest};
use wasm_bindgen::JsCast;

use super::port;

/// Bytes of one piece: a few thousandths of a second of reading.
const PIECE_BYTES: usize = 1 << 19;

/// What is left to unpack of a file.
struct Unpacker {
    file: Uint8Array,
    parts: VecDeque<PackedPart>,
    now: Option<Inflating>,
    piece: Vec<u8>,
}

pub(super) fn run() {
    let mut unpacker = None;
    port::listen(move |text, file| match serde_json::from_str::<UnpackRequest>(&text) {
        Ok(UnpackRequest::Unpack(parts)) => {
            let Ok(file) = file.dyn_into::<ArrayBuffer>() else { return };
            unpacker = Some(Unpacker {
                file: Uint8Array::new(&file),
                parts: parts.into(),
                now: None,
                piece: Vec::with_capacity(PIECE_BYTES),
            });
        }
        Ok(UnpackRequest::More) => {
            if let Some(unpacker) = &mut unpacker {
                unpacker.post_piece();
            }
        }
        Err(_) => {}
    });
    port::post(&UnpackMessage::Ready, None);
}

impl Unpacker {
    /// The next piece; nothing when all parts are through.
    fn post_piece(&mut self) {
        let next = || self.parts.pop_front().map(Inflating::new);
        let Some(mut inflating) = self.now.take().or_else(next) else { return };
        let copy = |at: u64, to: &mut [u8]| {
            let from = at as u32;
            self.file.subarray(from, from + to.len() as u32).copy_to(to);
        };
        if inflating.next(copy, &mut self.piece).is_err() {
            return port::post(&UnpackMessage::Damaged, None);
        }
        let last = inflating.is_at_end();
        let bytes = Uint8Array::from(self.piece.as_slice()).buffer();
        port::post(&UnpackMessage::Piece { last }, Some(bytes));
        self.now = (!last).then_some(inflating);
    }
}
