//! A reader's own worker, which unpacks the sheets of a large workbook while the reader reads them.
//!
//! It is started by the text from which the reader itself was started, and ends with the reader. Where
//! it does not come up (a browser may refuse workers of workers) the reader does without.

use futures_channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Uint8Array};
use tieout::ingest::{FedWorkbook, RawFile, ReadProgress};
use tieout::protocol::{UnpackMessage, UnpackRequest};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions};

use super::{Role, port};

/// Pieces that are under way at once: enough that neither side waits for a message.
const PIECES: usize = 8;

/// A worker that has not come up by then will not.
const START_MS: u32 = 2_000;

/// A message of the worker, or that it failed.
type Heard = Option<(UnpackMessage, JsValue)>;

pub(super) struct Unpacking {
    worker: Worker,
    heard: UnboundedReceiver<Heard>,
    tell: UnboundedSender<Heard>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_failure: Closure<dyn FnMut(Event)>,
}

impl Unpacking {
    /// Starts the worker; it comes up while the caller goes on.
    pub(super) fn start() -> Option<Unpacking> {
        let options = WorkerOptions::new();
        options.set_name(Role::Unpacker.name());
        let worker = Worker::new_with_options(&port::own_address(), &options).ok()?;
        let (tell, heard) = mpsc::unbounded::<Heard>();
        let (told, failed) = (tell.clone(), tell.clone());
        // A message that comes when the reading is done is heard by nobody.
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let (text, beside) = port::parts(&event);
            let message = serde_json::from_str(&text).ok();
            let _ = told.unbounded_send(message.map(|message| (message, beside)));
        });
        let on_failure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            let _ = failed.unbounded_send(None);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_failure.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_failure.as_ref().unchecked_ref()));
        worker.post_message(&wasm_bindgen::module()).ok()?;
        Some(Unpacking { worker, heard, tell, _on_message: on_message, _on_failure: on_failure })
    }

    /// Reads a workbook with the worker's help. `None` where that cannot be done: then the file is to
    /// be read without, which also knows what is wrong with it.
    pub(super) async fn read(
        mut self,
        mut workbook: FedWorkbook<'_>,
        file: Uint8Array,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Option<RawFile> {
        if !self.is_ready().await {
            return None;
        }
        self.ask(&UnpackRequest::Unpack(workbook.parts().collect()), Some(file.buffer()))?;
        for _ in 0..PIECES {
            self.ask(&UnpackRequest::More, None)?;
        }
        while !workbook.is_complete() {
            let (UnpackMessage::Piece { last }, bytes) = self.heard.recv().await.ok()?? else {
                return None;
            };
            self.ask(&UnpackRequest::More, None)?;
            let piece = Uint8Array::new(&bytes);
            let length = piece.length() as usize;
            workbook.feed(length, |to| piece.copy_to(to), last, progress).ok()?;
        }
        workbook.finish(progress).ok()
    }

    async fn is_ready(&mut self) -> bool {
        let tell = self.tell.clone();
        let _late = Timeout::new(START_MS, move || {
            let _ = tell.unbounded_send(None);
        });
        matches!(self.heard.recv().await, Ok(Some((UnpackMessage::Ready, _))))
    }

    fn ask(&self, request: &UnpackRequest, file: Option<ArrayBuffer>) -> Option<()> {
        let (parts, moved) = port::packed(request, file);
        self.worker.post_message_with_transfer(&parts, &moved).ok()
    }
}

impl Drop for Unpacking {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
