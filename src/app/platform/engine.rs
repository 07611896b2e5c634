//! The page's end of the engine worker: numbered requests become futures, events are handed on,
//! and a worker that died is replaced by one to which everything is told again.
//!
//! Invariant: what the engine has taken stands in the log, in order, so that a new worker reaches
//! the same state. If telling it again kills the worker too, the last entry is what killed it: it
//! is left out, and the page is told.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::ArrayBuffer;
use tieout::ingest::{ReadOptions, Remembered};
use tieout::protocol::{Answer, Ask, Event, Message, Request};
use tieout::session::Command;
use tieout::words::Args;
use wasm_bindgen_futures::spawn_local;

use super::reader;
use super::worker::Worker;
use crate::worker::Role;

/// An answer with the file beside it, if there is one.
#[derive(Debug)]
pub struct Reply {
    pub answer: Answer,
    pub file: Option<ArrayBuffer>,
}

/// What the page hears unasked.
pub enum Notice {
    Event(Event),
    /// The worker died; it is being replaced.
    Died,
    /// It died too often; nothing starts again by itself.
    Stopped,
    /// Replaced, and everything told again. Names what had to be left out.
    Restored {
        left_out: Vec<String>,
    },
}

/// One thing that the engine has taken.
#[derive(Clone)]
enum Entry {
    /// Read again from the file object that the page holds; the browser reads the disk then.
    /// With what the user chose for it: a password lives here as long as the page.
    File(web_sys::File, ReadOptions),
    Text {
        name: String,
        text: String,
    },
    Sample,
    Session(Vec<u8>),
    Refused(Ask),
    Command(Command),
}

struct Waiting {
    reply: oneshot::Sender<Reply>,
    entry: Option<Entry>,
}

struct Inner {
    worker: Option<Worker>,
    /// The worker has said that it listens.
    ready: bool,
    /// A new worker is being told everything; what users do meanwhile waits in `held`.
    restoring: bool,
    next: u32,
    waiting: BTreeMap<u32, Waiting>,
    held: VecDeque<(Request, Option<ArrayBuffer>)>,
    log: Vec<Entry>,
    remembered: Vec<Remembered>,
    /// Deaths since results were last derived.
    deaths: usize,
    left_out: Vec<String>,
    /// When the worker was last heard, or first asked after it had answered everything.
    heard_ms: f64,
    notify: Rc<dyn Fn(Notice)>,
}

/// Deaths in a row after which the page stops trying by itself.
const DEATHS_MAX: usize = 5;

#[derive(Clone)]
pub struct Engine(Rc<RefCell<Inner>>);

impl Engine {
    pub fn start(remembered: Vec<Remembered>, notify: impl Fn(Notice) + 'static) -> Engine {
        let engine = Engine(Rc::new(RefCell::new(Inner {
            worker: None,
            ready: false,
            restoring: false,
            next: 0,
            waiting: BTreeMap::new(),
            held: VecDeque::new(),
            log: Vec::new(),
            remembered,
            deaths: 0,
            left_out: Vec::new(),
            heard_ms: now_ms(),
            notify: Rc::new(notify),
        })));
        engine.spawn();
        engine
    }

    pub async fn ask(&self, ask: Ask) -> Reply {
        let entry = match &ask {
            Ask::Do(command) => Some(Entry::Command(command.clone())),
            Ask::Paste { name, text } => {
                Some(Entry::Text { name: name.clone(), text: text.clone() })
            }
            Ask::Sample => Some(Entry::Sample),
            Ask::Refused { .. } | Ask::ForgetRefused { .. } => Some(Entry::Refused(ask.clone())),
            _ => None,
        };
        self.send(ask, None, entry, false).await
    }

    /// Hands over a file that a reader read.
    pub async fn load(
        &self,
        file: web_sys::File,
        options: ReadOptions,
        frame: ArrayBuffer,
    ) -> Reply {
        self.send(Ask::Load, Some(frame), Some(Entry::File(file, options)), false).await
    }

    /// The files that were handed over under this name with this size: two folders may have one each.
    pub fn files(&self, name: &str, size: u64) -> Vec<web_sys::File> {
        let inner = self.0.borrow();
        let mut files: Vec<web_sys::File> = Vec::new();
        for entry in inner.log.iter() {
            if let Entry::File(file, _) = entry
                && file.name() == name
                && file.size() as u64 == size
                && !files.contains(file)
            {
                files.push(file.clone());
            }
        }
        files
    }

    /// How to hand over again what came in by another way than a file: the paste of this name, or
    /// the sample.
    pub fn other_source(&self, name: &str) -> Option<Ask> {
        let inner = self.0.borrow();
        let paste = inner.log.iter().find_map(|entry| match entry {
            Entry::Text { name: of, text } if of == name => {
                Some(Ask::Paste { name: of.clone(), text: text.clone() })
            }
            _ => None,
        });
        let sample =
            || inner.log.iter().any(|entry| matches!(entry, Entry::Sample)).then_some(Ask::Sample);
        paste.or_else(sample)
    }

    pub async fn open_session(&self, bytes: Vec<u8>) -> Reply {
        let buffer = js_sys::Uint8Array::from(bytes.as_slice()).buffer();
        self.send(Ask::OpenSession, Some(buffer), Some(Entry::Session(bytes)), false).await
    }

    /// Ends the worker and starts another: for one that stopped answering, or died too often.
    pub fn restart(&self) {
        self.0.borrow_mut().deaths = 0;
        self.died();
    }

    /// How long a request has waited without a sign of life; 0 while nothing waits.
    pub fn silent_ms(&self) -> f64 {
        let inner = self.0.borrow();
        if inner.waiting.is_empty() || !inner.ready { 0.0 } else { now_ms() - inner.heard_ms }
    }

    async fn send(
        &self,
        ask: Ask,
        bytes: Option<ArrayBuffer>,
        entry: Option<Entry>,
        restoring: bool,
    ) -> Reply {
        let (reply, answered) = oneshot::channel();
        {
            let mut inner = self.0.borrow_mut();
            inner.next += 1;
            if inner.waiting.is_empty() {
                inner.heard_ms = now_ms();
            }
            let request = Request { number: inner.next, ask };
            inner.waiting.insert(request.number, Waiting { reply, entry });
            if inner.ready && (restoring || !inner.restoring) {
                inner.post(&request, bytes.as_ref());
            } else {
                inner.held.push_back((request, bytes));
            }
        }
        answered.await.unwrap_or_else(|_| Reply { answer: died_answer(), file: None })
    }

    fn spawn(&self) {
        let heard = {
            let engine = self.clone();
            move |text: String, buffer| engine.heard(&text, buffer)
        };
        let died = {
            let engine = self.clone();
            move || engine.died()
        };
        let worker = Worker::start(Role::Engine, heard, died);
        let mut inner = self.0.borrow_mut();
        inner.ready = false;
        inner.worker = worker.ok();
    }

    fn heard(&self, text: &str, buffer: Option<ArrayBuffer>) {
        self.0.borrow_mut().heard_ms = now_ms();
        match serde_json::from_str::<Message>(text) {
            Ok(Message::Answer { number, answer }) => {
                let waiting = self.0.borrow_mut().take(number, &answer);
                if let Some(waiting) = waiting {
                    // Nobody may be interested any more; the log has it all the same.
                    let _ = waiting.reply.send(Reply { answer, file: buffer });
                }
            }
            Ok(Message::Event(Event::Ready)) => {
                self.0.borrow_mut().ready = true;
                let engine = self.clone();
                spawn_local(async move { engine.restore().await });
            }
            Ok(Message::Event(event)) => {
                let notify = {
                    let mut inner = self.0.borrow_mut();
                    match &event {
                        Event::Derived { .. } if !inner.restoring => inner.deaths = 0,
                        Event::Remember(remembered) => inner.remembered = remembered.clone(),
                        _ => {}
                    }
                    inner.notify.clone()
                };
                notify(Notice::Event(event));
            }
            Err(_) => {}
        }
    }

    /// Tells a new worker everything, then lets through what waited.
    async fn restore(&self) {
        let (remembered, log, deaths) = {
            let mut inner = self.0.borrow_mut();
            inner.restoring = true;
            (inner.remembered.clone(), inner.log.clone(), inner.deaths)
        };
        self.send(Ask::Start { remembered }, None, None, true).await;
        for entry in log {
            self.tell(entry).await;
            if self.0.borrow().deaths != deaths {
                return; // it died again: the next worker is told by its own restore
            }
        }
        let (notify, left_out) = {
            let mut inner = self.0.borrow_mut();
            inner.restoring = false;
            while let Some((request, bytes)) = inner.held.pop_front() {
                inner.post(&request, bytes.as_ref());
            }
            (inner.notify.clone(), std::mem::take(&mut inner.left_out))
        };
        if deaths > 0 {
            notify(Notice::Restored { left_out });
        }
    }

    async fn tell(&self, entry: Entry) {
        match entry {
            Entry::File(file, options) => match reader::read_quietly(&file, options).await {
                Ok(frame) => {
                    self.send(Ask::Load, Some(frame), None, true).await;
                }
                Err(refusal) => {
                    let size = file.size() as u64;
                    let ask = Ask::Refused { name: file.name(), size, refusal };
                    self.send(ask, None, None, true).await;
                }
            },
            Entry::Text { name, text } => {
                self.send(Ask::Paste { name, text }, None, None, true).await;
            }
            Entry::Sample => {
                self.send(Ask::Sample, None, None, true).await;
            }
            Entry::Session(bytes) => {
                let buffer = js_sys::Uint8Array::from(bytes.as_slice()).buffer();
                self.send(Ask::OpenSession, Some(buffer), None, true).await;
            }
            Entry::Refused(ask) => {
                self.send(ask, None, None, true).await;
            }
            Entry::Command(command) => {
                self.send(Ask::Do(command), None, None, true).await;
            }
        }
    }

    fn died(&self) {
        let (notify, again, lost) = {
            let mut inner = self.0.borrow_mut();
            inner.worker = None;
            inner.ready = false;
            inner.deaths += 1;
            if inner.deaths > 1
                && let Some(entry) = inner.log.pop()
            {
                let name = entry.name();
                inner.left_out.push(name);
            }
            let held: Vec<u32> = inner.held.iter().map(|(request, _)| request.number).collect();
            let lost: Vec<u32> =
                inner.waiting.keys().copied().filter(|n| !held.contains(n)).collect();
            let lost: Vec<Waiting> =
                lost.iter().filter_map(|number| inner.waiting.remove(number)).collect();
            (inner.notify.clone(), inner.deaths < DEATHS_MAX, lost)
        };
        // What was under way is answered as failed and not told again: it may be the cause.
        for waiting in lost {
            let _ = waiting.reply.send(Reply { answer: died_answer(), file: None });
        }
        if again {
            notify(Notice::Died);
            self.spawn();
        } else {
            notify(Notice::Stopped);
        }
    }
}

impl Inner {
    fn post(&mut self, request: &Request, bytes: Option<&ArrayBuffer>) {
        // Requests are plain data: they always have a JSON form.
        let text = serde_json::to_string(request).unwrap_or_default();
        let posted = self.worker.as_ref().is_some_and(|worker| worker.post(&text, bytes).is_ok());
        if !posted {
            self.waiting.remove(&request.number);
        }
    }

    /// The waiting request, and into the log what it told the engine, if the engine took it.
    fn take(&mut self, number: u32, answer: &Answer) -> Option<Waiting> {
        let mut waiting = self.waiting.remove(&number)?;
        let taken = !matches!(answer, Answer::Failed { .. } | Answer::Rejected(_));
        if taken && let Some(entry) = waiting.entry.take() {
            if let Entry::Session(_) = entry {
                // A session replaces all decisions: earlier ones need not be told again.
                self.log.retain(|e| !matches!(e, Entry::Command(_) | Entry::Session(_)));
            }
            self.log.push(entry);
        }
        Some(waiting)
    }
}

impl Entry {
    fn name(&self) -> String {
        match self {
            Entry::File(file, _) => file.name(),
            Entry::Text { name, .. } => name.clone(),
            Entry::Sample | Entry::Session(_) | Entry::Refused(_) => String::new(),
            Entry::Command(command) => command.word().to_owned(),
        }
    }
}

fn now_ms() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |clock| clock.now())
}

fn died_answer() -> Answer {
    Answer::Failed { key: "failed-restarted".to_owned(), args: Args::new() }
}
