//! The reader: one file in, one frame or one refusal out. It is thrown away afterwards, because
//! the memory of a module never shrinks.

use tieout::ingest::Refusal;
use tieout::protocol::{ReadMessage, ReadRequest};
use tieout::words::Args;

use super::port;

pub(super) fn run() {
    port::listen(|text, bytes| {
        let Ok(request) = serde_json::from_str::<ReadRequest>(&text) else { return };
        match read(&request.name, &bytes) {
            Ok(frame) => port::post(&ReadMessage::Read, Some(frame)),
            Err(refusal) => port::post(&ReadMessage::Refused(refusal), None),
        }
    });
    port::post(&ReadMessage::Ready, None);
}

fn read(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let _ = bytes;
    Err(Refusal::new("refused-damaged", Args::new().with("name", name)))
}
