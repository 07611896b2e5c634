//! How the chosen sheet is read: sheet, kind and header row above, fields and rows between, and at
//! the foot what is missing before it can be used.

use leptos::prelude::*;
use tieout::session::{Command, ReadingChange};
use tieout::table::Kind;
use tieout::view::sheet::{Choice, Sheet};
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::At;
use super::encoding::EncodingChooser;
use super::fields::FieldTable;
use super::grid::Rows;
use super::scorecard::Quality;
use crate::app::parts::icon::icon;
use crate::app::parts::status::{Status, chip, glyph};
use crate::app::platform::address::Address;
use crate::app::state::{App, look, say, use_app};

/// Rows asked at once: more than a screen, few enough to place quickly.
pub(super) const WINDOW_ROWS: u32 = 100;

/// The sheet under the user's hands: what commands about its reading need.
#[derive(Clone)]
pub(super) struct Hand {
    pub app: App,
    pub sha256: String,
    pub sheet: u16,
}

impl PartialEq for Hand {
    fn eq(&self, other: &Hand) -> bool {
        (&self.sha256, self.sheet) == (&other.sha256, other.sheet)
    }
}

impl Hand {
    pub(super) fn change(&self, change: ReadingChange) {
        let (file, sheet) = (self.sha256.clone(), self.sheet);
        self.app.act(Command::ChangeReading { file, sheet, change });
    }
}

#[component]
pub fn SheetPane(at: Memo<Option<At>>) -> impl IntoView {
    let from = RwSignal::new(0_u32);
    let place = Memo::new(move |_| at.get().map(|at| (at.file, at.sheet)));
    Effect::new(move || {
        place.track();
        // A source tag leads to a row; a few rows above it stay in sight.
        let row = at.get_untracked().and_then(|at| at.row).unwrap_or(0);
        from.set(row.saturating_sub(6));
    });
    let sheet = look(
        move || {
            let (file, sheet) = place.get().unwrap_or_default();
            Query::Sheet(Choice { file, sheet, from: from.get(), rows: WINDOW_ROWS })
        },
        |view| match view {
            View::Sheet(sheet) => Some(*sheet),
            _ => None,
        },
    );
    let app = use_app();
    let hand = Memo::new(move |_| {
        let (sha256, sheet) =
            sheet.with(|s| s.as_ref().map(|s| (s.sha256.clone(), s.sheet))).unwrap_or_default();
        Hand { app, sha256, sheet }
    });
    let name = Memo::new(move |_| sheet.with(|s| s.as_ref().map(|s| s.name.clone())));
    let label = move || {
        let name = name.get().unwrap_or_default();
        words::say(app.lang.get(), "sheet-reading-of", &Args::new().with("name", name))
    };
    let quality = RwSignal::new(false);
    let read = Memo::new(move |_| sheet.with(|s| s.as_ref().is_some_and(|sheet| sheet.read)));
    // Before the first answer there is nothing to choose from.
    let waiting = || view! { <p class="empty" role="status">{say("stage-reading")}</p> };
    view! {
        <section class="mapp" aria-label=label>
            <Show when=move || name.with(Option::is_some) fallback=waiting>
                <Tools sheet=sheet hand=hand quality=quality/>
                <Says sheet=sheet hand=hand/>
                <Show
                    when=move || !quality.get()
                    fallback=move || view! { <Quality place=place/> }
                >
                    <div class="m-fields" tabindex="0" role="region" aria-label=say("fields")>
                        <Show when=move || read.get()>
                            <FieldTable sheet=sheet hand=hand/>
                        </Show>
                    </div>
                    <Rows sheet=sheet hand=hand from=from row=Signal::derive(move || at.get().and_then(|at| at.row))/>
                </Show>
                <Foot sheet=sheet hand=hand place=place/>
            </Show>
        </section>
    }
}

type SheetSignal = ReadSignal<Option<Sheet>>;

/// Which sheet, read as what, with its header where; and the way to its data quality.
#[component]
fn Tools(sheet: SheetSignal, hand: Memo<Hand>, quality: RwSignal<bool>) -> impl IntoView {
    let part = move |of: fn(&Sheet) -> String| {
        Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(of).unwrap_or_default()))
    };
    let name = part(|sheet| sheet.name.clone());
    view! {
        <header class="bar-tools">
            <h2 class="strong clip" title=move || name.get()>{move || name.get()}</h2>
            <SheetChooser sheet=sheet/>
            <KindChooser sheet=sheet hand=hand/>
            <HeaderStepper sheet=sheet hand=hand/>
            <span class="spring"></span>
            <span class="dim num">{part(|sheet| sheet.sheets_used.clone())}</span>
            <button
                type="button"
                class="btn small"
                aria-pressed=move || if quality.get() { "true" } else { "false" }
                on:click=move |_| quality.update(|shown| *shown = !*shown)
            >
                {say("quality-open")}
            </button>
        </header>
    }
}

#[component]
fn SheetChooser(sheet: SheetSignal) -> impl IntoView {
    let choices = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().map(|s| (s.file, s.sheet, s.sheets.clone())).unwrap_or_default())
    });
    let chosen = move |event: web_sys::Event| {
        let (file, _, _) = choices.get_untracked();
        let address = Address::to("files").with("file", file.to_string());
        address.with("sheet", event_target_value(&event)).go();
    };
    view! {
        <Show when=move || choices.with(|(_, _, sheets)| { sheets.len() > 1 })>
            <label class="field">
                {say("sheet")}
                <select class="select sheet-pick" on:change=chosen>
                    {move || {
                        let (_, at, sheets) = choices.get();
                        sheets
                            .into_iter()
                            .map(|choice| {
                                view! {
                                    <option
                                        value=choice.index.to_string()
                                        selected=choice.index == at
                                    >
                                        {choice.label}
                                    </option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
        </Show>
    }
}

#[component]
fn KindChooser(sheet: SheetSignal, hand: Memo<Hand>) -> impl IntoView {
    let choices = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().map(|s| (s.kind.clone(), s.kinds.clone())).unwrap_or_default())
    });
    let asked = move || choices.with(|(kind, kinds)| kind.is_empty() && !kinds.is_empty());
    let chosen = move |event: web_sys::Event| {
        if let Some(kind) = Kind::from_key(&event_target_value(&event)) {
            hand.get_untracked().change(ReadingChange::Kind(kind));
        }
    };
    view! {
        <label class="field">
            {say("sheet-kind")}
            <select class="select" class:asked=asked on:change=chosen>
                <Show when=asked>
                    <option value="" selected=true>
                        {say("choose-kind")}
                    </option>
                </Show>
                {move || {
                    let (kind, kinds) = choices.get();
                    kinds
                        .into_iter()
                        .map(|choice| {
                            let selected = choice.key == kind;
                            view! {
                                <option value=choice.key selected=selected>
                                    {choice.label}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}

/// Steps the header up and down; above the first row stands "none".
#[component]
fn HeaderStepper(sheet: SheetSignal, hand: Memo<Hand>) -> impl IntoView {
    let header = Memo::new(move |_| {
        sheet.with(|s| {
            let of = |s: &Sheet| (s.header_row, s.header_shown.clone(), s.header_height, s.grid.of);
            s.as_ref().map(of).unwrap_or_default()
        })
    });
    let step = move |down: bool| {
        let (row, _, height, of) = header.get_untracked();
        let row = match (row, down) {
            (None, true) => Some(0),
            (None, false) => return,
            (Some(row), true) if row + 1 < of => Some(row + 1),
            (Some(_), true) => return,
            (Some(row), false) => row.checked_sub(1),
        };
        hand.get_untracked().change(ReadingChange::HeaderRow { row, height });
    };
    view! {
        <span class="field">
            {say("header-row")}
            <span class="stepper" role="group" aria-label=say("header-row")>
                <button type="button" aria-label=say("row-above") on:click=move |_| step(false)>
                    {icon("minus", 13)}
                </button>
                <output class="input num">{move || header.get().1}</output>
                <button type="button" aria-label=say("row-below") on:click=move |_| step(true)>
                    {icon("plus", 13)}
                </button>
            </span>
        </span>
    }
}

/// What the sheet was taken for, and what else was noticed about it.
#[component]
fn Says(sheet: SheetSignal, hand: Memo<Hand>) -> impl IntoView {
    let said = Memo::new(move |_| {
        sheet.with(|s| {
            s.as_ref()
                .map(|s| (s.says.clone(), s.problems.clone(), s.kind.is_empty()))
                .unwrap_or_default()
        })
    });
    let hidden = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().map(|s| s.hidden.clone()).unwrap_or_default())
    });
    let cut = Memo::new(move |_| sheet.with(|s| s.as_ref().and_then(|s| s.cut)));
    let cut_word = move || {
        let key = if cut.get() == Some(true) { "sheets-keep-whole" } else { "sheets-cut" };
        say(key)()
    };
    let turn = move |_| {
        let hand = hand.get_untracked();
        let on = cut.get_untracked() == Some(true);
        let done = hand.app.text(if on { "sheets-kept-whole" } else { "sheets-were-cut" });
        hand.app.act_and_tell(Command::KeepSheetsWhole { file: hand.sha256, on }, done);
    };
    let more = move || said.with(|(_, problems, _)| problems.len());
    view! {
        <div class="remember" class:asked=move || said.get().2>
            <span>{icon("note", 16)}</span>
            <span>{move || said.get().0}</span>
            {move || {
                hidden
                    .get()
                    .into_iter()
                    .map(|says| chip(Status::Review, move || says.clone()))
                    .collect_view()
            }}
            <EncodingChooser sheet=sheet hand=hand/>
            <Show when=move || cut.with(Option::is_some)>
                <button type="button" class="link" on:click=turn>
                    {cut_word}
                </button>
            </Show>
            <Show when=move || { more() > 0 }>
                <details class="noticed">
                    <summary>{say("sheet-noticed")} " " <b class="num">{more}</b></summary>
                    <ul class="pop">
                        {move || {
                            said.get()
                                .1
                                .into_iter()
                                .map(|problem| view! { <li>{problem}</li> })
                                .collect_view()
                        }}
                    </ul>
                </details>
            </Show>
        </div>
    }
}

#[component]
fn Foot(sheet: SheetSignal, hand: Memo<Hand>, place: Memo<Option<(u32, u16)>>) -> impl IntoView {
    let app = use_app();
    let remember = RwSignal::new(true);
    // While another sheet is on its way, the one still shown cannot be confirmed by mistake.
    let facts = Memo::new(move |_| {
        let place = place.get();
        sheet.with(|s| s.as_ref().filter(|s| place == Some((s.file, s.sheet))).map(Facts::of))
    });
    let state = move || {
        let facts = facts.get()?;
        let (status, text) = facts.state(app.lang.get());
        Some(view! { <span title=facts.asks.join(" ")>{glyph(status)} {text}</span> })
    };
    let use_word = move || facts.get().unwrap_or_default().use_word(app.lang.get());
    let confirm = move |_| {
        let hand = hand.get_untracked();
        let facts = facts.get_untracked().unwrap_or_default();
        let remember = remember.get_untracked() || facts.settled;
        let command = Command::ConfirmReading { file: hand.sha256, sheet: hand.sheet, remember };
        let done = app.text(if facts.settled { "reading-remembered" } else { "reading-confirmed" });
        app.act_and_tell(command, done);
    };
    let offers =
        move || facts.with(|f| f.as_ref().is_some_and(|f| f.read && !(f.settled && f.remembered)));
    let settled = move || facts.with(|f| f.as_ref().is_some_and(|f| f.settled));
    let waits = move || facts.with(|f| f.as_ref().is_none_or(|f| !f.settled && !f.asks.is_empty()));
    view! {
        <footer class="m-foot">
            {state}
            <span class="dim num">{move || facts.get().map(|facts| facts.unread)}</span>
            <span class="grow"></span>
            <Show when=move || offers() && !settled()>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || remember.get()
                        on:change=move |event| remember.set(event_target_checked(&event))
                    />
                    {say("remember-next")}
                </label>
            </Show>
            <Show when=offers>
                <button
                    type="button"
                    class="btn"
                    class:primary=move || !settled()
                    disabled=waits
                    on:click=confirm
                >
                    {use_word}
                </button>
            </Show>
        </footer>
    }
}

#[derive(Clone, PartialEq, Debug, Default)]
struct Facts {
    settling: bool,
    read: bool,
    asks: Vec<String>,
    settled: bool,
    remembered: bool,
    unread: String,
    rows: usize,
    partly: bool,
}

impl Facts {
    fn of(sheet: &Sheet) -> Facts {
        Facts {
            settling: sheet.settling,
            read: sheet.read,
            asks: sheet.asks.clone(),
            settled: sheet.settled,
            remembered: sheet.remembered,
            unread: sheet.unread.clone(),
            rows: sheet.rows_used,
            partly: sheet.rows_partly,
        }
    }

    fn state(&self, lang: Lang) -> (Status, String) {
        if self.settling {
            (Status::NotExamined, words::text(lang, "file-settling"))
        } else if !self.asks.is_empty() && !self.settled {
            (Status::Review, counted(lang, "answers-needed", self.asks.len()))
        } else if !self.read {
            (Status::NotExamined, words::text(lang, "sheet-not-used"))
        } else if self.settled {
            (Status::Tied, counted(lang, "rows-in-use", self.rows))
        } else {
            (Status::Review, words::text(lang, "sheet-to-confirm"))
        }
    }

    fn use_word(&self, lang: Lang) -> String {
        match (self.settled, self.partly) {
            (true, _) => words::text(lang, "remember-reading"),
            (false, true) => words::text(lang, "use-all-rows"),
            (false, false) => counted(lang, "use-rows", self.rows),
        }
    }
}

fn counted(lang: Lang, key: &str, count: usize) -> String {
    words::say(lang, key, &Args::new().with("count", count))
}
