//! The reader: one file in, one frame or one refusal out. It is thrown away afterwards, because
//! the memory of a module never shrinks.

use tieout::ingest::{self, Refusal};
use tieout::protocol::{ReadMessage, ReadRequest};

use super::port;

/// How often the page hears of progress.
const REPORT_MS: f64 = 80.0;

pub(super) fn run() {
    port::listen(|text, bytes| {
        let Ok(request) = serde_json::from_str::<ReadRequest>(&text) else { return };
        match read(&request.name, bytes) {
            Ok(frame) => port::post(&ReadMessage::Read, Some(frame)),
            Err(refusal) => port::post(&ReadMessage::Refused(refusal), None),
        }
    });
    port::post(&ReadMessage::Ready, None);
}

fn read(name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let mut told_ms = 0.0;
    let raw = ingest::read(name, &bytes, &mut |progress| {
        let now_ms = port::now_ms();
        if now_ms - told_ms > REPORT_MS {
            told_ms = now_ms;
            let (done, total) = (progress.done, progress.total);
            let stage = progress.stage.word().to_owned();
            port::post(&ReadMessage::Progress { stage, done, total }, None);
        }
    })?;
    // The file makes room for the frame.
    drop(bytes);
    Ok(raw.encode())
}
