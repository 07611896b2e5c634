//! What the page knows for itself: preferences, where it is, and what the workers said last. The
//! session's data stays in the engine worker.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use tieout::engine::Stage;
use tieout::ingest::Remembered;
use tieout::protocol::{Answer, Ask, Event, Export};
use tieout::session::Command;
use tieout::view::frame::Frame;
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::parts::toast::Toast;
use super::platform::address::Address;
use super::platform::download;
use super::platform::engine::{Engine, Notice, Reply};
use super::platform::requests;
use super::platform::storage::{self, Key};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// Row height; type does not shrink.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    Compact,
    #[default]
    Normal,
    Comfortable,
}

/// A derivation under way.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Working {
    pub stage: Stage,
    pub done: usize,
    pub of: usize,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Saved {
    #[default]
    NothingToSave,
    Unsaved,
    /// The time of day, as `14:02`.
    At(String),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum EngineState {
    #[default]
    Answers,
    /// A request has waited for longer than a step ever takes.
    Silent,
    Stopped,
}

/// The panels that float over a screen; one at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    Palette,
    Shortcuts,
    Privacy,
    Session,
}

/// The longest single step of a derivation on a slow machine with a million rows takes about 10 s.
const SILENT_MS: f64 = 45_000.0;

/// Copied into every component that needs it.
#[derive(Clone, Copy)]
pub struct App {
    pub lang: RwSignal<Lang>,
    pub theme: RwSignal<Theme>,
    pub density: RwSignal<Density>,
    pub address: RwSignal<Address>,
    pub frame: RwSignal<Frame>,
    pub working: RwSignal<Option<Working>>,
    /// Moves whenever there may be something new to look at.
    pub fresh: RwSignal<u32>,
    /// The latest revision whose results are there.
    pub revision: RwSignal<u64>,
    pub toast: RwSignal<Option<Toast>>,
    /// For the live region: said by a screen reader, not shown.
    pub spoken: RwSignal<String>,
    pub requests: RwSignal<Vec<String>>,
    /// The name that the session is saved under; empty for one without.
    pub session: RwSignal<String>,
    /// Whether decisions were made since the session was saved, and when it was.
    pub saved: RwSignal<Saved>,
    /// What a screen says in the status bar: the sum of a selection. Cleared when the screen goes.
    pub note: RwSignal<String>,
    pub panel: RwSignal<Option<Panel>>,
    /// How many confirmed readings this browser remembers.
    pub remembered: RwSignal<usize>,
    /// Files that are to be read again: name, size, encoding.
    pub again: RwSignal<Vec<(String, u64, Option<String>)>>,
    /// The engine died too often, or does not answer.
    pub engine_state: RwSignal<EngineState>,
    engine: StoredValue<Engine, LocalStorage>,
}

pub fn use_app() -> App {
    expect_context::<App>()
}

pub(super) fn provide() {
    let lang = storage::recall::<Lang>(Key::Lang).unwrap_or_else(|| {
        let root = document().document_element().and_then(|root| root.get_attribute("lang"));
        root.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
    });
    let theme = match root_attribute("data-theme").as_str() {
        "dark" => Theme::Dark,
        _ => Theme::Light,
    };
    let slot: StoredValue<Option<App>> = StoredValue::new(None);
    let remembered: Vec<Remembered> = storage::recall(Key::Remembered).unwrap_or_default();
    let engine = Engine::start(remembered.clone(), move |n| {
        if let Some(app) = slot.get_value() {
            app.hear(n);
        }
    });
    let app = App {
        lang: RwSignal::new(lang),
        theme: RwSignal::new(theme),
        density: RwSignal::new(storage::recall(Key::Density).unwrap_or_default()),
        address: RwSignal::new(Address::now()),
        frame: RwSignal::default(),
        working: RwSignal::new(None),
        fresh: RwSignal::new(0),
        revision: RwSignal::new(0),
        toast: RwSignal::new(None),
        spoken: RwSignal::default(),
        requests: RwSignal::default(),
        session: RwSignal::default(),
        saved: RwSignal::default(),
        note: RwSignal::default(),
        panel: RwSignal::new(None),
        remembered: RwSignal::new(remembered.len()),
        again: RwSignal::default(),
        engine_state: RwSignal::default(),
        engine: StoredValue::new_local(engine),
    };
    slot.set_value(Some(app));
    provide_context(app);
    app.follow_preferences();
    gloo::events::EventListener::new(&window(), "hashchange", move |_| {
        app.address.set(Address::now());
    })
    .forget();
    requests::watch(move |address| app.requests.update(|all| all.push(address)));
    app.watch_engine();
    app.warn_before_leaving();
    let frame = look(
        || Query::Frame,
        |view| match view {
            View::Frame(frame) => Some(frame),
            _ => None,
        },
    );
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            app.frame.set(frame);
        }
    });
}

/// A view that follows the revision, the language and its own query. `None` until the first answer;
/// the old view stays while a new one is on its way.
pub fn look<T: Clone + Send + Sync + 'static>(
    query: impl Fn() -> Query + 'static,
    pick: fn(View) -> Option<T>,
) -> ReadSignal<Option<T>> {
    let app = use_app();
    let (shown, show) = signal(None);
    let asked = StoredValue::new(0_u32);
    Effect::new(move || {
        app.fresh.track();
        let ask = Ask::Look { lang: app.lang.get(), query: query() };
        let number = asked.try_update_value(|n| {
            *n += 1;
            *n
        });
        let engine = app.engine();
        spawn_local(async move {
            let reply = engine.ask(ask).await;
            // A later question was asked meanwhile, or the screen is gone: this answer is stale.
            if asked.try_get_value() != number {
                return;
            }
            if let Answer::View(view) = reply.answer
                && let Some(view) = pick(*view)
            {
                show.try_set(Some(view));
            }
        });
    });
    shown
}

/// The words of a key, following the language: `{say("nav-files")}`.
pub fn say(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let app = use_app();
    move || words::text(app.lang.get(), key)
}

impl App {
    pub fn engine(&self) -> Engine {
        self.engine.get_value()
    }

    /// Words now, for event handlers and effects.
    pub fn text(&self, key: &str) -> String {
        words::text(self.lang.get_untracked(), key)
    }

    pub fn text_with(&self, key: &str, args: &Args) -> String {
        words::say(self.lang.get_untracked(), key, args)
    }

    /// Sends a decision; says why if it is not taken.
    pub fn act(self, command: Command) {
        spawn_local(async move {
            self.act_and_wait(command).await;
        });
    }

    /// Sends a decision and shows what was done, with Undo beside it.
    pub fn act_and_tell(self, command: Command, done: String) {
        spawn_local(async move {
            if self.act_and_wait(command).await {
                self.tell(Toast::undoable(done));
            }
        });
    }

    pub async fn act_and_wait(self, command: Command) -> bool {
        let reply = self.engine().ask(Ask::Do(command)).await;
        self.look_again();
        let taken = self.took(&reply.answer);
        if taken {
            self.saved.set(Saved::Unsaved);
        }
        taken
    }

    /// Shows an answer that is a failure. `true` if it is none.
    pub fn took(self, answer: &Answer) -> bool {
        match answer {
            Answer::Rejected(rejected) => {
                self.tell(Toast::plain(self.text(rejected_key(*rejected))));
                false
            }
            Answer::Failed { key, args } => {
                self.tell(Toast::plain(self.text_with(key, args)));
                false
            }
            _ => true,
        }
    }

    pub fn tell(self, toast: Toast) {
        self.spoken.set(toast.text.clone());
        self.toast.set(Some(toast));
    }

    pub fn look_again(self) {
        self.fresh.update(|n| *n = n.wrapping_add(1));
    }

    fn hear(self, notice: Notice) {
        match notice {
            Notice::Event(Event::Working { stage, done, of }) => {
                self.working.set(Some(Working { stage, done, of }));
            }
            Notice::Event(Event::Matching) => self.look_again(),
            Notice::Event(Event::Derived { revision }) => {
                self.working.set(None);
                self.revision.set(revision);
                self.look_again();
            }
            Notice::Event(Event::Remember(remembered)) => {
                self.remembered.set(remembered.len());
                storage::keep(Key::Remembered, &remembered);
            }
            Notice::Event(Event::ReadAgain { name, size, encoding }) => {
                self.again.update(|again| again.push((name, size, encoding)));
            }
            Notice::Event(Event::Ready) => {}
            Notice::Died => self.working.set(None),
            Notice::Stopped => self.engine_state.set(EngineState::Stopped),
            Notice::Restored { left_out } => {
                let key =
                    if left_out.is_empty() { "engine-restored" } else { "engine-restored-less" };
                let names: Vec<String> = left_out
                    .iter()
                    .map(
                        |name| {
                            if name.starts_with("did-") { self.text(name) } else { name.clone() }
                        },
                    )
                    .collect();
                let args = Args::new().with("what", names.join(", "));
                self.tell(Toast::plain(self.text_with(key, &args)));
                self.look_again();
            }
        }
    }

    /// A worker that neither answers nor fails: the page says so and offers another one.
    fn watch_engine(self) {
        gloo::timers::callback::Interval::new(2_000, move || {
            let state = match self.engine_state.get_untracked() {
                EngineState::Stopped => EngineState::Stopped,
                _ if self.engine().silent_ms() > SILENT_MS => EngineState::Silent,
                _ => EngineState::Answers,
            };
            if state != self.engine_state.get_untracked() {
                self.engine_state.set(state);
            }
        })
        .forget();
    }

    pub fn restart_engine(self) {
        self.engine_state.set(EngineState::Answers);
        self.engine().restart();
    }

    fn warn_before_leaving(self) {
        gloo::events::EventListener::new_with_options(
            &window(),
            "beforeunload",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                if self.saved.get_untracked() == Saved::Unsaved {
                    event.prevent_default();
                }
            },
        )
        .forget();
    }

    /// Writes preferences to the document and to storage whenever they change.
    fn follow_preferences(self) {
        Effect::new(move || {
            let lang = self.lang.get();
            set_root_attribute("lang", lang.tag());
        });
        Effect::new(move || {
            let dark = self.theme.get() == Theme::Dark;
            set_root_attribute("data-theme", if dark { "dark" } else { "light" });
        });
        Effect::new(move || {
            set_root_attribute(
                "data-density",
                match self.density.get() {
                    Density::Compact => "compact",
                    Density::Normal => "normal",
                    Density::Comfortable => "comfortable",
                },
            );
        });
    }

    /// Takes over the name of a session that was opened.
    pub fn session_opened(self, name: &str) {
        self.session.set(name.to_owned());
        self.saved.set(Saved::At(clock_time()));
    }

    /// Saves decisions and remembered readings to a file.
    pub fn save_session(self) {
        spawn_local(async move {
            let reply = self.engine().ask(Ask::Export(Export::Session)).await;
            if !self.took(&reply.answer) {
                return;
            }
            let session = self.session.get_untracked();
            let stem = if session.trim().is_empty() { "session" } else { session.trim() };
            if self.save_reply(reply, Some(&format!("{stem}.tieout.json"))) {
                self.saved.set(Saved::At(clock_time()));
            }
        });
    }

    /// Asks the engine for a file and hands it to the browser to save. One file a click.
    pub fn export(self, export: Export) {
        spawn_local(async move {
            let reply = self.engine().ask(Ask::Export(export)).await;
            if !self.took(&reply.answer) {
                return;
            }
            let Answer::File { name, .. } = &reply.answer else { return };
            let said = self.text_with("reports-saved", &Args::new().with("name", name.clone()));
            if self.save_reply(reply, None) {
                self.tell(Toast::plain(said));
            }
        });
    }

    fn save_reply(self, reply: Reply, name: Option<&str>) -> bool {
        let (Answer::File { name: given, media_type }, Some(bytes)) = (reply.answer, reply.file)
        else {
            return false;
        };
        let saved = download::save(name.unwrap_or(&given), &media_type, &bytes);
        if !saved {
            self.tell(Toast::plain(self.text("failed-save")));
        }
        saved
    }

    pub fn choose_lang(self, lang: Lang) {
        self.lang.set(lang);
        // The tag, so that the start script can set it on the document as it is.
        storage::keep(Key::Lang, &lang);
    }

    pub fn switch_theme(self) {
        self.theme.update(|theme| {
            *theme = if *theme == Theme::Dark { Theme::Light } else { Theme::Dark };
        });
        storage::keep(Key::Theme, &self.theme.get_untracked());
    }

    pub fn next_density(self) {
        self.density.update(|density| {
            *density = match density {
                Density::Compact => Density::Normal,
                Density::Normal => Density::Comfortable,
                Density::Comfortable => Density::Compact,
            };
        });
        storage::keep(Key::Density, &self.density.get_untracked());
    }
}

fn rejected_key(rejected: tieout::engine::Rejected) -> &'static str {
    use tieout::engine::Rejected;
    match rejected {
        Rejected::NothingToUndo => "rejected-nothing-to-undo",
        Rejected::NothingToRedo => "rejected-nothing-to-redo",
        Rejected::UnknownFile => "rejected-unknown-file",
        Rejected::EmptyReason => "rejected-empty-reason",
        Rejected::NotAValue => "rejected-not-a-value",
        Rejected::NoApprover => "rejected-no-approver",
        Rejected::UnknownRule => "rejected-unknown-rule",
    }
}

fn clock_time() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

fn root_attribute(name: &str) -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // The names are ours and valid.
        let _ = root.set_attribute(name, value);
    }
}
