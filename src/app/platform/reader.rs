//! Reading a file in a worker that lives for it alone, so that its memory is given back and a
//! Cancel is a real one.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::ArrayBuffer;
use tieout::ingest::{ReadOptions, Refusal};
use tieout::protocol::{ReadMessage, ReadRequest};
use tieout::words::Args;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::worker::Worker;
use crate::worker::Role;

pub type Outcome = Result<ArrayBuffer, Refusal>;

/// A reading under way; dropping it ends the worker.
pub struct Reading {
    _worker: Rc<RefCell<Option<Worker>>>,
}

/// Starts to read. The receiver is dropped unanswered when the reading is.
pub fn start(
    file: &web_sys::File,
    options: ReadOptions,
    progress: impl Fn(String, u64, Option<u64>) + 'static,
) -> (Reading, oneshot::Receiver<Outcome>) {
    let (done, outcome) = oneshot::channel::<Outcome>();
    let done = Rc::new(RefCell::new(Some(done)));
    let worker: Rc<RefCell<Option<Worker>>> = Rc::default();
    let file = file.clone();
    let slot = Rc::downgrade(&worker);
    wasm_bindgen_futures::spawn_local(async move {
        let name = file.name();
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => buffer.unchecked_into::<ArrayBuffer>(),
            Err(_) => return finish(&done, Err(refusal("refused-unreadable", &name))),
        };
        let Some(slot) = slot.upgrade() else { return };
        let heard = {
            let (done, slot, name) = (done.clone(), Rc::downgrade(&slot), name.clone());
            let (mut bytes, options) = (Some(bytes), options.clone());
            move |text: String, frame: Option<ArrayBuffer>| match serde_json::from_str::<ReadMessage>(
                &text,
            ) {
                Ok(ReadMessage::Ready) => {
                    let posted =
                        slot.upgrade().is_some_and(|s| request(&s, &name, &options, bytes.take()));
                    if !posted {
                        finish(&done, Err(refusal("refused-damaged", &name)));
                    }
                }
                Ok(ReadMessage::Progress { stage, done, total }) => {
                    progress(stage, done, total);
                }
                Ok(ReadMessage::Read) => {
                    if let Some(frame) = frame {
                        finish(&done, Ok(frame));
                    }
                }
                Ok(ReadMessage::Refused(refusal)) => finish(&done, Err(refusal)),
                Err(_) => {}
            }
        };
        let died = {
            let (done, name) = (done.clone(), name.clone());
            move || finish(&done, Err(refusal("refused-damaged", &name)))
        };
        match Worker::start(Role::Reader, heard, died) {
            Ok(started) => *slot.borrow_mut() = Some(started),
            Err(_) => finish(&done, Err(refusal("refused-damaged", &name))),
        }
    });
    (Reading { _worker: worker }, outcome)
}

fn request(
    worker: &Rc<RefCell<Option<Worker>>>,
    name: &str,
    options: &ReadOptions,
    bytes: Option<ArrayBuffer>,
) -> bool {
    let request = ReadRequest { name: name.to_owned(), options: options.clone() };
    let Ok(text) = serde_json::to_string(&request) else {
        return false;
    };
    worker.borrow().as_ref().is_some_and(|worker| worker.post(&text, bytes.as_ref()).is_ok())
}

/// Reads without telling anybody how far it is.
pub async fn read_quietly(file: &web_sys::File, options: ReadOptions) -> Outcome {
    let (_reading, outcome) = start(file, options, |_, _, _| {});
    outcome.await.unwrap_or_else(|_| Err(refusal("refused-damaged", &file.name())))
}

fn finish(done: &Rc<RefCell<Option<oneshot::Sender<Outcome>>>>, outcome: Outcome) {
    if let Some(done) = done.borrow_mut().take() {
        // Nobody listens when it was cancelled in this very moment.
        let _ = done.send(outcome);
    }
}

fn refusal(key: &str, name: &str) -> Refusal {
    Refusal::new(key, Args::new().with("name", name))
}
