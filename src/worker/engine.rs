//! The engine's loop: messages in, answers and events out, and between messages a derivation in
//! short turns, so that a new command interrupts a stale one.
//!
//! The workbench is the only state; what the page shows is asked from it and never kept here.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use tieout::engine::{Derivation, Stage, Workbench};
use tieout::ingest::{self, RawFile, ReadAs, ReadOptions};
use tieout::protocol::{Answer, Ask, Event, Export, Kept, Message, Request, look};
use tieout::report;
use tieout::sample;
use tieout::session::{Command, SessionFileProblem, State};
use tieout::words::Args;

use super::port;
use super::soon::Soon;

/// How long a turn of derivation may keep a message waiting.
const TURN_MS: f64 = 24.0;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv;charset=utf-8";

/// How often the page hears of progress.
const REPORT_MS: f64 = 100.0;

/// By then the page has asked for what it shows first.
const IDLE_MS: u32 = 400;

#[derive(Default)]
struct Engine {
    workbench: Workbench,
    derivation: Option<Derivation>,
    kept: Kept,
    /// Whether the next turn is already on its way.
    turn_due: bool,
    /// When the present derivation began, and what the page heard last of it.
    begun_ms: f64,
    reported_ms: f64,
    reported: Option<Stage>,
    /// Whether the page was shown all but matching of the present derivation.
    shown_the_rest: bool,
    /// Files that the page was told to read again, and how.
    reading_again: Vec<(String, ReadAs)>,
}

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::default();
    static NEXT_TURN: Soon = Soon::new(|| ENGINE.with_borrow_mut(Engine::turn));
}

pub(super) fn run() {
    port::listen(|text, buffer| {
        let bytes = match buffer.is_undefined() {
            true => Vec::new(),
            false => Uint8Array::new(&buffer).to_vec(),
        };
        let Ok(request) = serde_json::from_str::<Request>(&text) else { return };
        let number = request.number;
        let (answer, file) = ENGINE.with_borrow_mut(|engine| engine.answer(request.ask, bytes));
        let file = file.map(|bytes| Uint8Array::from(bytes.as_slice()).buffer());
        port::post(&Message::Answer { number, answer }, file);
    });
    port::post(&Message::Event(Event::Ready), None);
    // While the page waits for files.
    Timeout::new(IDLE_MS, ingest::headers::prepare).forget();
}

impl Engine {
    fn answer(&mut self, ask: Ask, bytes: Vec<u8>) -> (Answer, Option<Vec<u8>>) {
        let answer = match ask {
            Ask::Start { remembered } => {
                self.workbench = Workbench::new(remembered);
                self.begin();
                Answer::Done
            }
            Ask::Load => self.load(&bytes),
            Ask::Refused { name, size, refusal } => {
                let loaded = self.workbench.refuse(&name, size, refusal);
                self.begin();
                Answer::Loaded(loaded)
            }
            Ask::ForgetRefused { file } => {
                self.workbench.forget_refused(tieout::base::FileId(file));
                self.begin();
                Answer::Done
            }
            Ask::Paste { name, text } => self.paste(&name, &text),
            Ask::Sample => self.sample(),
            Ask::Do(command) => self.apply(command),
            Ask::Look { lang, query } => {
                Answer::View(Box::new(look(&self.workbench, &mut self.kept, lang, &query)))
            }
            Ask::Export(export) => return self.export(&export),
            Ask::OpenSession => self.open_session(&bytes),
        };
        (answer, None)
    }

    fn load(&mut self, frame: &[u8]) -> Answer {
        match RawFile::decode(frame) {
            Some(raw) => {
                let loaded = self.workbench.load(raw);
                self.begin();
                Answer::Loaded(loaded)
            }
            None => failed("failed-frame"),
        }
    }

    fn paste(&mut self, name: &str, text: &str) -> Answer {
        let loaded = match ingest::text_to_raw(name, text) {
            Ok(raw) => self.workbench.load(raw),
            Err(refusal) => self.workbench.refuse(name, text.len() as u64, refusal),
        };
        self.begin();
        Answer::Loaded(loaded)
    }

    /// The make-believe company, judged by its own day unless the user has set one.
    fn sample(&mut self) -> Answer {
        for file in sample::demo() {
            let state = State::fold(self.workbench.journal());
            let read_as = state.read_as.get(&ingest::fingerprint(&file.bytes));
            let encoding = read_as.and_then(|read_as| read_as.encoding.clone());
            let options = ReadOptions { encoding, ..ReadOptions::default() };
            match ingest::read_with(&file.name, &file.bytes, &options, &mut |_| {}) {
                Ok(raw) => {
                    self.workbench.load(raw);
                }
                Err(_) => return failed("failed-sample"),
            }
        }
        if State::fold(self.workbench.journal()).policy.as_of.is_none() {
            // Setting the day is never rejected.
            let _ = self.workbench.apply(Command::SetAsOf(Some(sample::as_of())));
        }
        self.begin();
        Answer::Done
    }

    fn apply(&mut self, command: Command) -> Answer {
        let confirms = matches!(command, Command::ConfirmReading { remember: true, .. });
        match self.workbench.apply(command) {
            Ok(()) => {
                if confirms {
                    let remembered = self.workbench.remembered().to_vec();
                    port::post(&Message::Event(Event::Remember(remembered)), None);
                }
                self.begin();
                Answer::Done
            }
            Err(rejected) => Answer::Rejected(rejected),
        }
    }

    fn export(&self, export: &Export) -> (Answer, Option<Vec<u8>>) {
        let results = self.workbench.results();
        let written = match export {
            Export::Session => {
                let bytes = self.workbench.save().to_bytes();
                Some(("session.tieout.json".to_owned(), "application/json", bytes))
            }
            Export::Workbook { lang, left_out } => {
                let document = report::build(results, *lang).without(left_out);
                let bytes = report::write_xlsx(&document).ok();
                bytes.map(|bytes| ("billing-report.xlsx".to_owned(), XLSX, bytes))
            }
            Export::Csv { lang, section } => report::section(results, *lang, section)
                .map(|found| (format!("{section}.csv"), CSV, report::write_csv(&found))),
        };
        match written {
            Some((name, media_type, bytes)) => {
                (Answer::File { name, media_type: media_type.to_owned() }, Some(bytes))
            }
            None => (failed("failed-export"), None),
        }
    }

    fn open_session(&mut self, bytes: &[u8]) -> Answer {
        match self.workbench.open(bytes) {
            Ok(missing) => {
                self.begin();
                Answer::SessionOpened { missing }
            }
            Err(problem) => {
                Answer::Failed { key: session_key(problem).to_owned(), args: session_args(problem) }
            }
        }
    }

    /// Leaves off a derivation that is under way, and begins the one for the present revision.
    fn begin(&mut self) {
        self.tell_to_read_again();
        if let Some(abandoned) = self.derivation.take() {
            self.workbench.take_over(&abandoned);
        }
        self.derivation = Some(self.workbench.derivation());
        self.shown_the_rest = false;
        self.begun_ms = port::now_ms();
        self.come_again();
    }

    fn tell_to_read_again(&mut self) {
        let wanted = self.workbench.to_read_again();
        for (file, read_as) in &wanted {
            let told = |(sha256, how): &(String, ReadAs)| *sha256 == file.sha256 && how == read_as;
            if !self.reading_again.iter().any(told) {
                let (name, encoding) = (file.name.to_string(), read_as.encoding.clone());
                let event = Event::ReadAgain { name, size: file.size, encoding };
                port::post(&Message::Event(event), None);
            }
        }
        self.reading_again =
            wanted.into_iter().map(|(file, how)| (file.sha256.clone(), how)).collect();
    }

    /// Nothing but matching is left, and it takes longer than a turn: screens need not wait for it.
    fn show_the_rest(&mut self, derivation: &Derivation) {
        if derivation.is_matching() && !self.shown_the_rest {
            self.shown_the_rest = true;
            self.workbench.take_over(derivation);
            port::post(&Message::Event(Event::Matching), None);
        }
    }

    fn come_again(&mut self) {
        if !self.turn_due {
            self.turn_due = true;
            NEXT_TURN.with(Soon::call);
        }
    }

    /// Derives for one turn. The stage is told before its first step, so that the page knows what is
    /// under way even when that step is long.
    fn turn(&mut self) {
        self.turn_due = false;
        let Some(mut derivation) = self.derivation.take() else { return };
        let started_ms = port::now_ms();
        self.report(&derivation, started_ms);
        while derivation.step() {
            let now_ms = port::now_ms();
            self.report(&derivation, now_ms);
            if now_ms - started_ms > TURN_MS {
                self.show_the_rest(&derivation);
                self.derivation = Some(derivation);
                self.come_again();
                return;
            }
        }
        let revision = derivation.revision;
        self.workbench.accept(derivation);
        port::post(&Message::Event(Event::Derived { revision }), None);
    }

    fn report(&mut self, derivation: &Derivation, now_ms: f64) {
        let stage = derivation.stage();
        // One that is soon over is not told stage by stage.
        let is_next = self.reported != Some(stage) && now_ms - self.begun_ms > REPORT_MS;
        if stage == Stage::Done || (now_ms - self.reported_ms < REPORT_MS && !is_next) {
            return;
        }
        (self.reported_ms, self.reported) = (now_ms, Some(stage));
        let (done, of) = derivation.progress();
        port::post(&Message::Event(Event::Working { stage, done, of }), None);
    }
}

fn failed(key: &str) -> Answer {
    Answer::Failed { key: key.to_owned(), args: Args::new() }
}

fn session_key(problem: SessionFileProblem) -> &'static str {
    match problem {
        SessionFileProblem::NotASessionFile => "session-not-one",
        SessionFileProblem::NewerVersion => "session-newer",
        SessionFileProblem::Changed(_) => "session-changed",
    }
}

fn session_args(problem: SessionFileProblem) -> Args {
    match problem {
        SessionFileProblem::Changed(entry) => Args::new().with("entry", entry),
        _ => Args::new(),
    }
}
