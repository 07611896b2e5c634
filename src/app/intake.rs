//! What comes in: chosen, dropped and pasted. Files are read one after the other, each in a worker
//! of its own; what was read goes to the engine, what was refused is told it too.

use std::collections::VecDeque;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::engine::Loaded;
use tieout::ingest::{EncodingPreview, ReadOptions, Refusal, WRONG_PASSWORD};
use tieout::protocol::{Answer, Ask};
use tieout::words::Args;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::parts::toast::Toast;
use super::platform::address::Address;
use super::platform::reader::{self, Reading};
use super::state::{App, use_app};

/// A file that waits, is being read, or was handed to the engine and is not yet in its list: a file that
/// left the one before it stood in the other would be gone from the screen.
#[derive(Clone, PartialEq, Debug)]
pub struct Job {
    pub id: u32,
    pub name: String,
    pub size: u64,
    /// `None` while it waits.
    pub progress: Option<Progress>,
    /// It is with the engine, and the next list names it.
    pub handed: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Progress {
    /// Word key of the stage.
    pub stage: String,
    pub done: u64,
    pub total: Option<u64>,
}

impl Progress {
    pub fn permille(&self) -> Option<u64> {
        let total = self.total.filter(|total| *total > 0)?;
        Some((self.done.saturating_mul(1000) / total).min(1000))
    }
}

/// A workbook that waits for its password.
#[derive(Clone, PartialEq, Debug)]
pub struct Locked {
    pub name: String,
    /// One was entered, and does not open it.
    pub wrong: bool,
}

/// A file in the queue.
#[derive(Clone)]
struct Waiting {
    id: u32,
    file: web_sys::File,
    options: ReadOptions,
    /// It is loaded already, and read otherwise now.
    again: bool,
}

/// Copied into every component that takes files.
#[derive(Clone, Copy)]
pub struct Intake {
    pub jobs: RwSignal<Vec<Job>>,
    /// A drag with files is over the page.
    pub dragging: RwSignal<bool>,
    app: App,
    /// The workbook whose password is asked for.
    pub locked: RwSignal<Option<Locked>>,
    /// Protected workbooks that were refused: what a password is tried on.
    held: StoredValue<Vec<web_sys::File>, LocalStorage>,
    queue: StoredValue<VecDeque<Waiting>, LocalStorage>,
    current: StoredValue<Option<(u32, Reading)>, LocalStorage>,
    next: StoredValue<u32>,
    /// How often cells were pasted: the number in their name.
    pasted: StoredValue<u32>,
}

/// The file that a session is saved to.
const SESSION_END: &str = ".tieout.json";

pub fn provide() {
    let intake = Intake {
        jobs: RwSignal::default(),
        dragging: RwSignal::new(false),
        app: use_app(),
        locked: RwSignal::new(None),
        held: StoredValue::new_local(Vec::new()),
        queue: StoredValue::new_local(VecDeque::new()),
        current: StoredValue::new_local(None),
        next: StoredValue::new(0),
        pasted: StoredValue::new(0),
    };
    provide_context(intake);
    Effect::new(move || {
        let again = intake.app.again.get();
        if !again.is_empty() {
            intake.app.again.set(Vec::new());
            again.into_iter().for_each(|(name, size, encoding)| {
                intake.read_again(&name, size, encoding);
            });
        }
    });
}

pub fn use_intake() -> Intake {
    expect_context::<Intake>()
}

impl Intake {
    pub fn add_list(self, list: Option<web_sys::FileList>) {
        let Some(list) = list else { return };
        self.add((0..list.length()).filter_map(|i| list.get(i)).collect());
    }

    pub fn add(self, files: Vec<web_sys::File>) {
        let (sessions, files): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| file.name().ends_with(SESSION_END));
        if let Some(session) = sessions.into_iter().next_back() {
            self.open_session(session);
        }
        if files.is_empty() {
            return;
        }
        for file in files {
            self.line_up(file, ReadOptions::default(), false);
        }
        if self.app.address.with_untracked(|address| address.route != "files") {
            Address::to("files").go();
        }
        self.read_next();
    }

    /// Whether the page still holds the bytes of a protected workbook.
    pub fn holds(self, name: &str) -> bool {
        self.held.with_value(|held| held.iter().any(|file| file.name() == name))
    }

    /// Reads a protected workbook again, with a password.
    pub fn unlock(self, name: &str, password: String) {
        let held = |held: &mut Vec<web_sys::File>| {
            let at = held.iter().position(|file| file.name() == name)?;
            Some(held.remove(at))
        };
        let Some(file) = self.held.try_update_value(held).flatten() else { return };
        let options = ReadOptions { password: Some(password), ..ReadOptions::default() };
        self.line_up(file, options, false);
        self.read_next();
    }

    /// Reads a loaded file in another way, as was decided.
    fn read_again(self, name: &str, size: u64, encoding: Option<String>) {
        let engine = self.app.engine();
        let files = engine.files(name, size);
        if files.is_empty()
            && let Some(ask) = engine.other_source(name)
        {
            spawn_local(async move {
                self.app.took(&engine.ask(ask).await.answer);
                self.app.look_again();
            });
        }
        for file in files {
            let options = ReadOptions { encoding: encoding.clone(), ..ReadOptions::default() };
            self.line_up(file, options, true);
        }
        self.read_next();
    }

    /// How a loaded file looks in each encoding; nothing for what came in without a file.
    pub async fn previews(self, name: &str, size: u64) -> Vec<EncodingPreview> {
        match self.app.engine().files(name, size).pop() {
            Some(file) => reader::previews(&file).await,
            None => Vec::new(),
        }
    }

    /// Cells copied in a spreadsheet program.
    pub fn paste(self, text: String) {
        let number = count_up(self.pasted);
        let name = self.app.text_with("pasted-name", &Args::new().with("number", number));
        spawn_local(async move {
            let reply = self.app.engine().ask(Ask::Paste { name: name.clone(), text }).await;
            self.loaded(&name, &reply.answer);
            Address::to("files").go();
        });
    }

    pub fn sample(self) {
        spawn_local(async move {
            let reply = self.app.engine().ask(Ask::Sample).await;
            self.app.look_again();
            self.app.took(&reply.answer);
        });
    }

    /// Ends the reading, or takes the file out of the queue. Nothing of it stays.
    pub fn cancel(self, id: u32) {
        self.queue.update_value(|queue| queue.retain(|waiting| waiting.id != id));
        self.current.update_value(|current| {
            if current.as_ref().is_some_and(|(of, _)| *of == id) {
                *current = None;
            }
        });
        self.jobs.update(|jobs| jobs.retain(|job| job.id != id));
        self.read_next();
    }

    pub fn open_session(self, file: web_sys::File) {
        let app = self.app;
        spawn_local(async move {
            let name = file.name();
            let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
                let args = Args::new().with("name", name);
                app.tell(Toast::plain(app.text_with("session-unreadable", &args)));
                return;
            };
            let bytes = js_sys::Uint8Array::new(&buffer.unchecked_into::<js_sys::ArrayBuffer>());
            let reply = app.engine().open_session(bytes.to_vec()).await;
            app.look_again();
            if !app.took(&reply.answer) {
                return;
            }
            if let Answer::SessionOpened { missing } = reply.answer {
                app.session_opened(name.trim_end_matches(SESSION_END));
                let key =
                    if missing.is_empty() { "session-opened" } else { "session-opened-missing" };
                let args = Args::new().with("name", name).with("files", missing.join(", "));
                app.tell(Toast::plain(app.text_with(key, &args)));
            }
        });
    }

    fn read_next(self) {
        if self.current.with_value(Option::is_some) {
            return;
        }
        let next = self.queue.try_update_value(VecDeque::pop_front).flatten();
        let Some(Waiting { id, file, options, again }) = next else { return };
        let (reading, outcome) =
            reader::start(&file, options.clone(), move |stage, done, total| {
                self.progress(id, Progress { stage, done, total });
            });
        self.progress(id, Progress { stage: "stage-open".to_owned(), done: 0, total: None });
        self.current.set_value(Some((id, reading)));
        spawn_local(async move {
            // Unanswered: it was cancelled, and the queue moved on then.
            let Ok(outcome) = outcome.await else { return };
            let name = file.name();
            let engine = self.app.engine();
            let answer = match outcome {
                Ok(frame) => engine.load(file, options, frame).await.answer,
                // What is there stays as it was read before.
                Err(refusal) if again => {
                    let what = self.app.text_with(&format!("{}.what", refusal.key), &refusal.args);
                    let args = Args::new().with("name", name.clone()).with("what", what);
                    self.app.tell(Toast::undoable(self.app.text_with("file-not-again", &args)));
                    Answer::Done
                }
                Err(refusal) => {
                    let (name, size) = (name.clone(), file.size() as u64);
                    self.hold_locked(file, &refusal);
                    engine.ask(Ask::Refused { name, size, refusal }).await.answer
                }
            };
            self.current.set_value(None);
            match &answer {
                Answer::Loaded(Loaded::New(_) | Loaded::Refused(_)) if !again => self.hand_over(id),
                _ => self.jobs.update(|jobs| jobs.retain(|job| job.id != id)),
            }
            match &answer {
                Answer::Loaded(Loaded::Already(_)) if again => self.app.look_again(),
                answer => self.loaded(&name, answer),
            }
            self.read_next();
        });
    }

    fn hand_over(self, id: u32) {
        self.progress(id, Progress { stage: "file-settling".to_owned(), done: 0, total: None });
        self.jobs.update(|jobs| {
            jobs.iter_mut().filter(|job| job.id == id).for_each(|job| job.handed = true);
        });
    }

    /// The list of files has come anew: it names what was handed over.
    pub fn listed(self) {
        if self.jobs.with_untracked(|jobs| jobs.iter().any(|job| job.handed)) {
            self.jobs.update(|jobs| jobs.retain(|job| !job.handed));
        }
    }

    fn line_up(self, file: web_sys::File, options: ReadOptions, again: bool) {
        let id = self.new_id();
        let job =
            Job { id, name: file.name(), size: file.size() as u64, progress: None, handed: false };
        self.jobs.update(|jobs| jobs.push(job));
        self.queue.update_value(|queue| queue.push_back(Waiting { id, file, options, again }));
    }

    /// A workbook behind a password is kept, and the password asked for; while another is asked
    /// for, it waits in the list.
    fn hold_locked(self, file: web_sys::File, refusal: &Refusal) {
        if !refusal.is_locked() {
            return;
        }
        let name = file.name();
        let locked = Locked { name: name.clone(), wrong: refusal.key == WRONG_PASSWORD };
        self.held.update_value(|held| {
            held.retain(|other| other.name() != name);
            held.push(file);
        });
        if self.locked.with_untracked(Option::is_none) {
            self.locked.set(Some(locked));
        }
    }

    fn loaded(self, name: &str, answer: &Answer) {
        self.app.look_again();
        let args = Args::new().with("name", name);
        match answer {
            Answer::Loaded(Loaded::Already(_)) => {
                self.app.tell(Toast::plain(self.app.text_with("file-already", &args)));
            }
            Answer::Loaded(Loaded::New(_)) => {
                self.app.spoken.set(self.app.text_with("file-read", &args));
            }
            Answer::Loaded(Loaded::Refused(_)) => {
                self.app.spoken.set(self.app.text_with("file-refused", &args));
            }
            other => {
                self.app.took(other);
            }
        }
    }

    fn progress(self, id: u32, progress: Progress) {
        self.jobs.update(|jobs| {
            if let Some(job) = jobs.iter_mut().find(|job| job.id == id) {
                job.progress = Some(progress);
            }
        });
    }

    fn new_id(self) -> u32 {
        count_up(self.next)
    }
}

fn count_up(counter: StoredValue<u32>) -> u32 {
    let next = counter.try_update_value(|count| {
        *count += 1;
        *count
    });
    next.unwrap_or_default()
}
