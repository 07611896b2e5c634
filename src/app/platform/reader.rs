//! Reading a file in a worker that lives for it alone, so that its memory is given back and a
//! Cancel is a real one.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::ArrayBuffer;
use tieout::ingest::{EncodingPreview, ReadOptions, Refusal};
use tieout::protocol::{ReadMessage, ReadRequest};
use tieout::words::Args;

use super::worker::Worker;
use crate::worker::Role;

pub type Outcome = Result<ArrayBuffer, Refusal>;

/// What a worker gives back: the frame, or what was asked for in its place.
enum Got {
    Frame(ArrayBuffer),
    Previews(Vec<EncodingPreview>),
}

type Done = Rc<RefCell<Option<oneshot::Sender<Result<Got, Refusal>>>>>;

/// A reading under way; dropping it ends the worker.
pub struct Reading {
    _worker: Rc<RefCell<Option<Worker>>>,
}

/// Starts to read. The receiver is dropped unanswered when the reading is.
pub fn start<P: Fn(String, u64, Option<u64>) + 'static>(
    file: &web_sys::File,
    options: ReadOptions,
    progress: P,
) -> (Reading, impl Future<Output = Result<Outcome, oneshot::Canceled>> + use<P>) {
    let request = ReadRequest { name: file.name(), options, previews: false };
    let (reading, got) = begin(file, request, progress);
    let frame = async move {
        Ok(got.await?.map(|got| match got {
            Got::Frame(frame) => frame,
            // A worker answers what it was asked.
            Got::Previews(_) => ArrayBuffer::new(0),
        }))
    };
    (reading, frame)
}

/// How a file looks in each encoding; empty when it cannot be opened any more.
pub async fn previews(file: &web_sys::File) -> Vec<EncodingPreview> {
    let options = ReadOptions::default();
    let request = ReadRequest { name: file.name(), options, previews: true };
    let (_reading, got) = begin(file, request, |_, _, _| {});
    match got.await {
        Ok(Ok(Got::Previews(previews))) => previews,
        _ => Vec::new(),
    }
}

fn begin(
    file: &web_sys::File,
    request: ReadRequest,
    progress: impl Fn(String, u64, Option<u64>) + 'static,
) -> (Reading, oneshot::Receiver<Result<Got, Refusal>>) {
    let (done, outcome) = oneshot::channel();
    let done: Done = Rc::new(RefCell::new(Some(done)));
    let worker: Rc<RefCell<Option<Worker>>> = Rc::default();
    let name = file.name();
    let heard = {
        let (done, slot, name) = (done.clone(), Rc::downgrade(&worker), name.clone());
        let file = file.clone();
        move |text: String, frame: Option<ArrayBuffer>| match serde_json::from_str::<ReadMessage>(
            &text,
        ) {
            Ok(ReadMessage::Ready) => {
                let posted = slot.upgrade().is_some_and(|worker| post(&worker, &request, &file));
                if !posted {
                    finish(&done, Err(refusal("refused-damaged", &name)));
                }
            }
            Ok(ReadMessage::Progress { stage, done, total }) => {
                progress(stage, done, total);
            }
            Ok(ReadMessage::Read) => {
                if let Some(frame) = frame {
                    finish(&done, Ok(Got::Frame(frame)));
                }
            }
            Ok(ReadMessage::Previews(previews)) => {
                finish(&done, Ok(Got::Previews(previews)));
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
        Ok(started) => *worker.borrow_mut() = Some(started),
        Err(_) => finish(&done, Err(refusal("refused-damaged", &name))),
    }
    (Reading { _worker: worker }, outcome)
}

fn post(worker: &Rc<RefCell<Option<Worker>>>, request: &ReadRequest, file: &web_sys::File) -> bool {
    let Ok(text) = serde_json::to_string(request) else {
        return false;
    };
    worker.borrow().as_ref().is_some_and(|worker| worker.post_file(&text, file).is_ok())
}

/// Reads without telling anybody how far it is.
pub async fn read_quietly(file: &web_sys::File, options: ReadOptions) -> Outcome {
    let (_reading, outcome) = start(file, options, |_, _, _| {});
    outcome.await.unwrap_or_else(|_| Err(refusal("refused-damaged", &file.name())))
}

fn finish(done: &Done, outcome: Result<Got, Refusal>) {
    if let Some(done) = done.borrow_mut().take() {
        // Nobody listens when it was cancelled in this very moment.
        let _ = done.send(outcome);
    }
}

fn refusal(key: &str, name: &str) -> Refusal {
    Refusal::new(key, Args::new().with("name", name))
}
