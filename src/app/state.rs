//! What the page knows for itself: preferences, where it is, and what the workers said last. The
//! session's data stays in the engine worker.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use tieout::engine::Stage;
use tieout::protocol::{Answer, Ask, Event};
use tieout::session::Command;
use tieout::view::frame::Frame;
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::parts::toast::Toast;
use super::platform::address::Address;
use super::platform::engine::{Engine, Notice};
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
    let engine = Engine::start(storage::recall(Key::Remembered).unwrap_or_default(), move |n| {
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
        self.took(&reply.answer)
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
            Notice::Event(Event::Derived { revision }) => {
                self.working.set(None);
                self.revision.set(revision);
                self.look_again();
            }
            Notice::Event(Event::Remember(remembered)) => {
                storage::keep(Key::Remembered, &remembered);
            }
            Notice::Event(Event::Ready) => {}
            Notice::Died => self.working.set(None),
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
    }
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
