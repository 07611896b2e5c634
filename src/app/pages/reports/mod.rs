//! The reports screen: sections on the left, paper on the right, one button that saves it all.

mod paper;
mod side;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use tieout::protocol::{Answer, Ask, Export};
use tieout::view::reports::{self, Choice, Page as Paper, Reports};
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::Page;
use super::place::Place;
use crate::app::parts::empty::empty;
use crate::app::parts::icon::icon;
use crate::app::parts::status::Status;
use crate::app::platform::storage::{self, Key};
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "reports",
    icon: "reports",
    word: "nav-reports",
    tally: |_| 0,
    show: || view! { <ReportsPage/> }.into_any(),
};

/// How this browser's reports are made: kept for the next visit, since the next month wants it too.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Wishes {
    /// The report's language, where it is not the screen's.
    lang: Option<Lang>,
    left_out: Vec<String>,
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Desk {
    place: Place,
    wishes: RwSignal<Wishes>,
    /// The whole report, while it is being printed.
    printed: RwSignal<Vec<Paper>>,
}

impl Desk {
    fn include(self, key: &str, wanted: bool) {
        self.wish(|wishes| {
            wishes.left_out.retain(|out| out != key);
            if !wanted {
                wishes.left_out.push(key.to_owned());
            }
        });
    }

    fn speak(self, lang: Lang) {
        self.wish(|wishes| wishes.lang = Some(lang));
    }

    /// Puts the whole report into the page, prints it, and takes it away again.
    fn print(self, app: App) {
        let query = Query::Reports(Choice { print: true, ..untrack(|| choice(self)) });
        let ask = Ask::Look { lang: app.lang.get_untracked(), query };
        spawn_local(async move {
            let Answer::View(view) = app.engine().ask(ask).await.answer else { return };
            let View::Reports(reports) = *view else { return };
            self.printed.set(reports.printed);
            // Two frames: one to build the paper, one to lay it out.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    // Refused only where the browser has no printing at all.
                    let _ = window().print();
                    self.printed.set(Vec::new());
                });
            });
        });
    }

    fn wish(self, change: impl FnOnce(&mut Wishes)) {
        self.wishes.update(change);
        storage::keep(Key::Report, &self.wishes.get_untracked());
    }
}

#[component]
fn ReportsPage() -> impl IntoView {
    let wishes = storage::recall(Key::Report).unwrap_or_default();
    let desk = Desk {
        place: Place::of("reports"),
        wishes: RwSignal::new(wishes),
        printed: RwSignal::default(),
    };
    let view = look(
        move || Query::Reports(choice(desk)),
        |view| match view {
            View::Reports(reports) => Some(reports),
            _ => None,
        },
    );
    let loaded = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| !v.nothing_loaded)));
    // What is typed at the side must not be built anew when the paper changes.
    let shown = Memo::new(move |_| view.get().unwrap_or_default());
    view! {
        <h1 class="sr">{say("reports-title")}</h1>
        {move || match loaded.get() {
            None => ().into_any(),
            Some(false) => empty("reports-empty", "reports-empty.why", ()).into_any(),
            Some(true) => sheet(desk, shown).into_any(),
        }}
    }
}

/// The status of a view's mark.
pub(super) fn mark_status(mark: &str) -> Option<Status> {
    match mark {
        "tied" => Some(Status::Tied),
        "partly" => Some(Status::Partly),
        "review" => Some(Status::Review),
        "break" => Some(Status::Break),
        "notrun" => Some(Status::NotRun),
        _ => None,
    }
}

fn choice(desk: Desk) -> Choice {
    let place = desk.place;
    let wishes = desk.wishes.get();
    Choice {
        section: place.param("section").filter(|key| reports::is_section(key)).unwrap_or_default(),
        report_lang: wishes.lang,
        page: place.param("page").and_then(|page| page.parse().ok()).unwrap_or_default(),
        left_out: wishes.left_out,
        print: false,
    }
}

fn sheet(desk: Desk, shown: Memo<Reports>) -> impl IntoView {
    let element = NodeRef::new();
    desk.place.keep_scroll("paper", element, || true);
    let label = move || shown.with(|reports| reports.page_text.clone());
    let paper =
        move || shown.with(|reports| paper::paper(reports.page.clone(), reports.page_text.clone()));
    view! {
        {side::side(desk, shown)}
        {move || shown.with(|reports| tools(desk, reports))}
        <div class="desk" tabindex="0" role="region" aria-label=label node_ref=element>
            {paper}
        </div>
        {move || printed(desk.printed.get())}
    }
}

fn printed(pages: Vec<Paper>) -> impl IntoView {
    let paper = |page: Paper| {
        let label = page.section.clone();
        paper::paper(page, label)
    };
    let any = !pages.is_empty();
    any.then(|| view! { <div class="p-all">{pages.into_iter().map(paper).collect_view()}</div> })
}

fn tools(desk: Desk, reports: &Reports) -> impl IntoView + use<> {
    let app = use_app();
    let section = reports.sections.iter().find(|section| section.on).cloned().unwrap_or_default();
    let (at, lang) = (reports.page.at, reports.page.lang);
    let is_last = at + 1 >= reports.pages;
    let page_text = reports.page_text.clone();
    let turn = move |to: u32| desk.place.set("page", &to.to_string());
    let csv = Args::new().with("section", section.title.clone());
    let csv = words::say(app.lang.get_untracked(), "reports-csv", &csv);
    let key = section.key.clone();
    let save_csv = move |_| app.export(Export::Csv { lang, section: key.clone() });
    let left_out = move || desk.wishes.with_untracked(|wishes| wishes.left_out.clone());
    let save_workbook = move |_| app.export(Export::Workbook { lang, left_out: left_out() });
    view! {
        <div class="bar-tools">
            <span class="row">
                <button
                    type="button"
                    class="btn icon"
                    aria-label=say("reports-before")
                    disabled=at == 0
                    on:click=move |_| turn(at.saturating_sub(1))
                >
                    {icon("up", 15)}
                </button>
                <button
                    type="button"
                    class="btn icon"
                    aria-label=say("reports-after")
                    disabled=is_last
                    on:click=move |_| turn(at + 1)
                >
                    {icon("down", 15)}
                </button>
            </span>
            <span class="num">{page_text}</span>
            <span class="dim">{section.title}</span>
            <span class="spring"></span>
            <button type="button" class="btn" on:click=save_csv>
                {csv}
            </button>
            <button type="button" class="btn" on:click=move |_| desk.print(app)>
                {icon("print", 15)}
                {say("reports-print")}
            </button>
            <button type="button" class="btn primary" on:click=save_workbook>
                {icon("download", 15)}
                {say("reports-excel")}
            </button>
        </div>
    }
}
