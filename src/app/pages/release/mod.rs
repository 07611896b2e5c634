//! The release screen: the three lists with their control total, the invoices of one of them, what
//! holds the one that is looked at, and the waiver. The certificate is a section of the report.

mod open;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::view::release::{Choice, InvoiceRow, ListLine, ReleaseView, Show as List};
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::empty::empty;
use crate::app::parts::grid::{Cell, Grid, GridLine, Head, Window, copy_selected};
use crate::app::parts::icon::icon;
use crate::app::parts::ledger::{self, Ledger, Line};
use crate::app::parts::status::glyph;
use crate::app::platform::address::Address;
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "release",
    icon: "lock",
    word: "nav-release",
    tally: |_| 0,
    show: || view! { <ReleasePage/> }.into_any(),
};

/// What all parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    pub app: App,
    pub place: Place,
    pub list: Listing,
    pub view: ReadSignal<Option<ReleaseView>>,
    pub find: RwSignal<String>,
    pub certificate: RwSignal<String>,
    /// The invoice that is looked at.
    pub invoice: RwSignal<Option<String>>,
    pub waiving: RwSignal<bool>,
}

const FIRST_ROWS: u32 = 80;

#[component]
fn ReleasePage() -> impl IntoView {
    let list = Listing::of("release", FIRST_ROWS, || ());
    let (find, certificate) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let invoice = RwSignal::new(untrack(|| list.place.param("invoice")));
    let choose = move || Choice {
        find: find.get(),
        from: list.window.get().0,
        rows: list.window.get().1,
        certificate: certificate.get(),
        invoice: invoice.get(),
        ..choice(list.place)
    };
    let view = look(
        move || Query::Release(choose()),
        |view| match view {
            View::Release(release) => Some(release),
            _ => None,
        },
    );
    let app = use_app();
    let place = list.place;
    let waiving = RwSignal::new(false);
    let screen = Screen { app, place, list, view, find, certificate, invoice, waiving };
    let loaded = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| !v.nothing_loaded)));
    view! {
        <h1 class="sr">{say("release-title")}</h1>
        {move || match loaded.get() {
            None => ().into_any(),
            Some(false) => empty("release-empty", "release-empty.why", ()).into_any(),
            Some(true) => {
                view! {
                    {tools(screen)}
                    {sums(screen)}
                    {rows(screen)}
                    {open::pane(screen)}
                }
                    .into_any()
            }
        }}
    }
}

/// The choice as it stands in the address.
pub(super) fn choice(place: Place) -> Choice {
    Choice {
        show: match place.param("show").as_deref() {
            Some("released") => List::Released,
            Some("waived") => List::Waived,
            _ => List::Held,
        },
        ..Choice::default()
    }
}

fn show_key(show: List) -> &'static str {
    match show {
        List::Held => "",
        List::Released => "released",
        List::Waived => "waived",
    }
}

fn tools(screen: Screen) -> impl IntoView {
    let tabs = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.lists.clone())));
    let tab = move |line: ListLine| {
        let to = show_key(line.show);
        view! {
            <button
                type="button"
                aria-pressed=if line.on { "true" } else { "false" }
                on:click=move |_| screen.place.set("show", to)
            >
                {line.word}
                <span class="num">{line.count}</span>
            </button>
        }
    };
    let journal = move || {
        let hash = screen.view.with(|v| v.as_ref().map(|v| v.journal.clone())).unwrap_or_default();
        // Nothing is decided yet: there is no entry to name.
        (!hash.is_empty()).then(|| {
            words::say(screen.app.lang.get(), "release-journal", &Args::new().with("hash", hash))
        })
    };
    let checked = move || screen.view.with(|v| v.as_ref().and_then(|v| v.checked.clone()));
    view! {
        <div class="bar-tools">
            <span class="seg" role="group" aria-label=say("release-title")>
                {move || tabs.get().unwrap_or_default().into_iter().map(tab).collect_view()}
            </span>
            <input
                class="input s-find"
                type="search"
                aria-label=say("release-find")
                placeholder=say("release-find")
                prop:value=move || screen.find.get()
                on:input=move |event| screen.find.set(event_target_value(&event))
            />
            <span class="spring"></span>
            <span class="dim small id">{journal}</span>
            <a class="btn primary" href=Address::to("reports").with("section", "certificate").hash()>
                {icon("shield", 15)}
                {say("release-certificate")}
            </a>
        </div>
        <div class="bar-tools q-check">
            <input
                class="input"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-label=say("release-check")
                placeholder=say("release-check")
                prop:value=move || screen.certificate.get()
                on:input=move |event| screen.certificate.set(event_target_value(&event))
            />
            <span class="row" role="status">
                {move || {
                    checked()
                        .map(|mark| {
                            view! {
                                {super::reports::mark_status(&mark.mark).map(glyph)}
                                <span>{mark.text}</span>
                            }
                        })
                }}
            </span>
        </div>
    }
}

/// Released, waived and held, and that they are all: a double rule under what was proved.
fn sums(screen: Screen) -> impl IntoView {
    let shown = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().map(|v| (v.currencies.clone(), v.lists.clone(), v.all.clone(), v.holds))
        })
    });
    let table = move || {
        let (currencies, lists, all, holds) = shown.get()?;
        let mut heads = vec![ledger::Head::Blank, ledger::Head::Figures("col-invoices")];
        heads.extend(ledger::currencies(&currencies));
        let line = |line: &ListLine| {
            let mut cells =
                vec![ledger::Cell::Name(ledger::Name::plain(&line.word)), count(&line.count)];
            cells.extend(ledger::money(&line.money));
            Line { class: "", cells }
        };
        let mut foot = vec![ledger::Cell::Total(all.word, 1), count(&all.count)];
        foot.extend(ledger::proved(&all.money, holds));
        Some(ledger::ledger(Ledger {
            class: "q-table",
            heads,
            lines: lists.iter().map(line).collect(),
            foot: Some(Line { class: "sums", cells: foot }),
        }))
    };
    view! { <div class="q-sums">{table}</div> }
}

fn count(text: &str) -> ledger::Cell {
    ledger::Cell::Count(text.to_owned())
}

fn rows(screen: Screen) -> impl IntoView {
    let app = screen.app;
    let heads = Memo::new(move |_| heads(app.lang.get()));
    let window = Memo::new(move |_| {
        screen.view.with(|view| {
            view.as_ref().map_or_else(Window::default, |view| Window {
                from: view.from,
                total: view.total,
                lines: view.rows.iter().map(line).collect(),
            })
        })
    });
    let copy_rows = move |with_heads: bool| {
        let named = with_heads.then(|| heads.get_untracked());
        spawn_local(async move {
            let window = async |from, rows| fetch(screen, from, rows).await;
            copy_selected(app, screen.list.pointing, named, window).await;
        });
    };
    // What the cursor stands on is what the pane below explains.
    Effect::new(move |before: Option<u32>| {
        let (row, _) = screen.list.pointing.cursor.get();
        if before.is_some_and(|before| before != row) {
            look_at(screen, row);
        }
        row
    });
    let label = Signal::derive(move || words::text(app.lang.get(), "release-title"));
    let element = NodeRef::<html::Div>::new();
    screen.place.keep_scroll("invoices", element, move || window.with(|w| w.total > 0));
    view! {
        <Grid
            heads=heads
            window=window
            pointing=screen.list.pointing
            ask=Callback::new(move |wanted| screen.list.ask(wanted))
            copy=Callback::new(copy_rows)
            activate=Callback::new(move |row| look_at(screen, row))
            element=element
            label=label
        />
    }
}

fn look_at(screen: Screen, row: u32) {
    let no = screen.view.with_untracked(|view| {
        let view = view.as_ref()?;
        let at = row.checked_sub(view.from)?;
        view.rows.get(at as usize).map(|row| row.no.clone())
    });
    if no.is_some() {
        screen.invoice.set(no);
    }
}

fn heads(lang: Lang) -> Vec<Head> {
    let text = |key| Head::text(words::text(lang, key));
    let figure = |key| Head::figure(words::text(lang, key));
    let id = |key| Head::id(words::text(lang, key));
    vec![
        id("findings-invoice"),
        text("facet-client"),
        figure("col-amount"),
        text("release-state"),
        id("release-held-by"),
        text("release-note"),
        text("findings-source"),
    ]
}

fn line(row: &InvoiceRow) -> GridLine {
    GridLine {
        number: row.number.clone(),
        cells: vec![
            Cell::Text(row.no.clone()),
            Cell::Text(row.customer.clone()),
            Cell::Amount(row.value.clone()),
            Cell::Text(row.state.clone()),
            Cell::Text(row.held_by.clone()),
            Cell::Dim(row.note.clone()),
            row.source.clone().map_or_else(|| Cell::Text(String::new()), Cell::Source),
        ],
        struck: false,
    }
}

async fn fetch(screen: Screen, from: u32, rows: u32) -> Vec<GridLine> {
    let find = screen.find.get_untracked();
    let query = Query::Release(Choice { from, rows, find, ..untrack(|| choice(screen.place)) });
    let ask = Ask::Look { lang: screen.app.lang.get_untracked(), query };
    match screen.app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Release(view) => view.rows.iter().map(line).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
