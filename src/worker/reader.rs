//! The reader: one file in, one frame or one refusal out. It is thrown away afterwards, because
//! the memory of a module never shrinks.
//!
//! It gets the file and not its bytes: copying a hundred megabytes out of a file takes longer than
//! a page may stand still.
//!
//! The file's fingerprint is asked of the browser, which makes it while we read; where a page has no
//! cryptography (an address without TLS, a sealed frame) it is made here.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use tieout::ingest::{self, FedWorkbook, RawFile, ReadProgress, Refusal};
use tieout::protocol::{ReadMessage, ReadRequest};
use tieout::words::Args;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::port;
use super::unpacking::Unpacking;

/// How often the page hears of progress.
const REPORT_MS: f64 = 80.0;

pub(super) fn run() {
    port::listen(|text, file| {
        let Ok(request) = serde_json::from_str::<ReadRequest>(&text) else { return };
        wasm_bindgen_futures::spawn_local(answer(request, file));
    });
    port::post(&ReadMessage::Ready, None);
}

async fn answer(request: ReadRequest, file: JsValue) {
    let Some(copy) = open(file).await else {
        let args = Args::new().with("name", request.name);
        let refusal = Refusal::new("refused-unreadable", args);
        return port::post(&ReadMessage::Refused(refusal), None);
    };
    let unpacking = may_be_large_zip(&copy).then(Unpacking::start).flatten();
    let fingerprint = of_browser(&copy);
    let bytes = copy.to_vec();
    if request.previews {
        return port::post(&ReadMessage::Previews(ingest::encoding_previews(&bytes)), None);
    }
    // The browser has its copy by now, and ours is the one to keep: that one goes to the unpacker.
    let mut raw = match read(&request, &bytes, unpacking, copy).await {
        Ok(raw) => raw,
        Err(refusal) => return port::post(&ReadMessage::Refused(refusal), None),
    };
    let known = match fingerprint {
        Some(promise) => hex(promise).await,
        None => None,
    };
    raw.sha256 = known.unwrap_or_else(|| ingest::fingerprint(&bytes));
    // The file makes room for the frame.
    drop(bytes);
    let mut frame = Frame::with_room(raw.frame_bytes());
    raw.encode_to(|bytes| frame.put(bytes));
    port::post(&ReadMessage::Read, Some(frame.bytes.buffer()));
}

/// Whether it is worth starting a second worker before the file was looked at.
fn may_be_large_zip(file: &Uint8Array) -> bool {
    /// A large sheet packs to a tenth of its size or more.
    const PACKED_MIN: u64 = ingest::FED_BYTES_MIN / 16;
    u64::from(file.length()) >= PACKED_MIN && file.subarray(0, 2).to_vec() == b"PK"
}

/// A frame in the browser's own memory, where it can be moved from: room beyond its end says nothing.
struct Frame {
    bytes: Uint8Array,
    length: u32,
}

impl Frame {
    fn with_room(bytes: usize) -> Frame {
        Frame { bytes: Uint8Array::new_with_length(bytes as u32), length: 0 }
    }

    fn put(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len() as u32;
        if end > self.bytes.length() {
            let wider = Uint8Array::new_with_length(end + end / 2);
            wider.set(&self.bytes, 0);
            self.bytes = wider;
        }
        self.bytes.subarray(self.length, end).copy_from(bytes);
        self.length = end;
    }
}

/// The bytes of the file, or what was sent as bytes at once, as measurements do; `None` when the file
/// was moved, changed or locked since it was chosen.
async fn open(file: JsValue) -> Option<Uint8Array> {
    let bytes = match file.dyn_into::<Blob>() {
        Ok(file) => JsFuture::from(file.array_buffer()).await.ok()?,
        Err(bytes) => bytes,
    };
    Some(Uint8Array::new(&bytes))
}

async fn read(
    request: &ReadRequest,
    bytes: &[u8],
    unpacking: Option<Unpacking>,
    file: Uint8Array,
) -> Result<RawFile, Refusal> {
    let mut told_ms = 0.0;
    let mut progress = |progress: ReadProgress| {
        let now_ms = port::now_ms();
        if now_ms - told_ms > REPORT_MS {
            told_ms = now_ms;
            let (done, total) = (progress.done, progress.total);
            let stage = progress.stage.word().to_owned();
            port::post(&ReadMessage::Progress { stage, done, total }, None);
        }
    };
    match read_fed(request, bytes, unpacking, file, &mut progress).await {
        Some(raw) => Ok(raw),
        None => ingest::read_unhashed(&request.name, bytes, &request.options, &mut progress),
    }
}

/// Reads a large workbook with the help of a second worker; `None` for all else.
async fn read_fed(
    request: &ReadRequest,
    bytes: &[u8],
    unpacking: Option<Unpacking>,
    file: Uint8Array,
    progress: &mut dyn FnMut(ReadProgress),
) -> Option<RawFile> {
    let (unpacking, name, options) = (unpacking?, &request.name, &request.options);
    let workbook = FedWorkbook::open(name, bytes, options, ingest::FED_BYTES_MIN)?;
    unpacking.read(workbook, file, progress).await
}

/// The browser's own SHA-256, begun at once; `None` where the page has none. By name, since the
/// attribute is missing outside of a secure context, whatever its type says.
fn of_browser(bytes: &Uint8Array) -> Option<Promise> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let subtle = get(&get(&js_sys::global(), "crypto")?, "subtle")?;
    let digest: Function = get(&subtle, "digest")?.dyn_into().ok()?;
    digest.call2(&subtle, &"SHA-256".into(), bytes).ok()?.dyn_into().ok()
}

async fn hex(digest: Promise) -> Option<String> {
    let digest = JsFuture::from(digest).await.ok()?;
    let bytes = Uint8Array::new(&digest).to_vec();
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
