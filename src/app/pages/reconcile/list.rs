//! The two sides and the decision between them, served in windows. Lines have one height, but for
//! the one that is looked at, which shows everything.

use leptos::html;
use leptos::prelude::*;
use tieout::base::limits;
use tieout::view::Amount;
use tieout::view::reconcile::{Chip, Line, Paper, ReconcileView};
use tieout::words::{self, Args};

use super::{Screen, by_hand, decide};
use crate::app::parts::amount;
use crate::app::parts::status::{Status, chip};
use crate::app::state::{say, use_app};

#[derive(Clone, PartialEq, Default)]
struct Shown {
    lines: Vec<Line>,
    from: u32,
    total: u32,
    mixed: bool,
}

const ROW_PX: u32 = 76;

pub(super) fn list(screen: Screen) -> impl IntoView {
    let shown = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().map_or_else(Shown::default, |v| Shown {
                lines: v.lines.clone(),
                from: v.from,
                total: v.total,
                mixed: is_mixed(v),
            })
        })
    });
    let element = NodeRef::<html::Div>::new();
    screen.place.keep_scroll("pairs", element, move || shown.with(|s| s.total > 0));
    follow(screen, element, shown);
    let above = move || shown.with(|s| s.from) * ROW_PX;
    let below =
        move || shown.with(|s| s.total.saturating_sub(s.from + s.lines.len() as u32)) * ROW_PX;
    view! {
        <div
            class="r-list"
            tabindex="0"
            role="region"
            aria-label=say("reconcile-title")
            node_ref=element
            on:scroll=move |_| look(screen, element, shown)
        >
            {head(screen)}
            <div aria-hidden="true" style:height=move || format!("{}px", above())></div>
            {move || {
                let shown = shown.get();
                match shown.total {
                    0 => view! { <p class="r-none dim">{say("reconcile-none")}</p> }.into_any(),
                    _ => {
                        view! {
                            <ol>
                                {shown
                                    .lines
                                    .into_iter()
                                    .map(|line| pair_row(screen, line, shown.mixed))
                                    .collect_view()}
                            </ol>
                        }
                            .into_any()
                    }
                }
            }}
            <div aria-hidden="true" style:height=move || format!("{}px", below())></div>
        </div>
    }
}

/// Whether amounts of several currencies stand in the list, so that each has to name its own.
fn is_mixed(view: &ReconcileView) -> bool {
    view.currencies.len() > 1 && !view.currencies.iter().any(|currency| currency.on)
}

fn money(amount: &Amount, mixed: bool) -> AnyView {
    match mixed {
        true => view! {
            {amount::figures(amount)}
            {amount::code(amount)}
        }
        .into_any(),
        false => amount::alone(amount).into_any(),
    }
}

/// Asks for another window when lines that are seen are not there.
fn look(screen: Screen, element: NodeRef<html::Div>, shown: Memo<Shown>) {
    let Some(element) = element.get_untracked() else { return };
    let first = element.scroll_top().max(0) as u32 / ROW_PX;
    let seen = (element.client_height() as u32).div_ceil(ROW_PX) + 1;
    let (from, to, total) =
        shown.with_untracked(|s| (s.from, s.from + s.lines.len() as u32, s.total));
    if first < from || (first + seen).min(total) > to {
        let begin = first.saturating_sub(seen);
        let rows = (seen * 3).clamp(super::FIRST_ROWS, limits::WINDOW_ROWS_MAX);
        screen.list.ask((begin, rows));
    }
}

/// Brings the line that is looked at into sight, and the cursor back when the list grew shorter.
fn follow(screen: Screen, element: NodeRef<html::Div>, shown: Memo<Shown>) {
    Effect::new(move || {
        let total = shown.with(|s| s.total);
        let at = screen.list.pointing.cursor.get_untracked().0;
        if total > 0 && at >= total {
            screen.go(total - 1);
        }
    });
    Effect::new(move |before: Option<u32>| {
        let at = screen.at();
        if before.is_some_and(|before| before != at)
            && let Some(element) = element.get_untracked()
        {
            request_animation_frame(move || show_line(&element, at));
        }
        at
    });
}

fn show_line(element: &web_sys::HtmlDivElement, at: u32) {
    const HEAD_PX: i32 = 26;
    let line = element.query_selector("li.pair-row[aria-current]").ok().flatten();
    let list = element.get_bounding_client_rect();
    let Some(line) = line.map(|line| line.get_bounding_client_rect()) else {
        element.set_scroll_top((at * ROW_PX) as i32);
        return;
    };
    let above = (line.top() - list.top()) as i32 - HEAD_PX;
    let below = (line.bottom() - list.bottom()) as i32;
    if above < 0 {
        element.set_scroll_top(element.scroll_top() + above);
    } else if below > 0 {
        element.set_scroll_top(element.scroll_top() + below.min(above));
    }
}

fn head(screen: Screen) -> impl IntoView {
    let sums = Memo::new(move |_| {
        let of = |v: &ReconcileView| (v.items.clone(), v.receipts.clone(), is_mixed(v));
        screen.view.with(|v| v.as_ref().map(of))
    });
    let side = move |items: bool| {
        let (left, right, mixed) = sums.get().unwrap_or_default();
        let all: Vec<Amount> = if items { left } else { right };
        // Two currencies are two figures; more than that say less than the bar at the foot.
        (all.len() <= 2).then(|| {
            let code = |amount: &Amount| mixed.then(|| amount::code(amount));
            let one = |amount: &Amount| view! { <b>{code(amount)} {amount::alone(amount)}</b> };
            all.iter().map(one).collect_view()
        })
    };
    view! {
        <div class="r-head">
            <span>{say("reconcile-ledger")} <span class="row">{move || side(true)}</span></span>
            <span>{say("reconcile-decision")}</span>
            <span>{say("reconcile-bank")} <span class="row">{move || side(false)}</span></span>
        </div>
    }
}

fn pair_row(screen: Screen, line: Line, mixed: bool) -> impl IntoView {
    let at = line.at;
    let now = Memo::new(move |_| screen.at() == at);
    let framed = move || {
        let about = screen.framed.get();
        if now.get() && !about.is_empty() {
            format!("pair-row f-{about}")
        } else {
            "pair-row".to_owned()
        }
    };
    let free = line.mark == "break" || line.mark == "none";
    let (items, receipts) = (line.items.clone(), line.receipts.clone());
    let shown = decision(screen, line.clone(), now);
    view! {
        <li
            class=framed
            aria-current=move || now.get().then_some("true")
            on:click=move |_| if !now.get_untracked() { screen.go(at) }
        >
            {papers(screen, items, line.items_sum.clone(), false, (free, mixed))}
            {shown}
            {papers(screen, receipts, line.receipts_sum, true, (free, mixed))}
        </li>
    }
}

fn papers(
    screen: Screen,
    papers: Vec<Paper>,
    sum: Option<Amount>,
    bank: bool,
    (free, mixed): (bool, bool),
) -> impl IntoView {
    let (class, label, void) = match bank {
        true => ("lines rgt", "reconcile-bank", "reconcile-no-line"),
        false => ("lines lft", "reconcile-ledger", "reconcile-no-item"),
    };
    let none = papers.is_empty();
    let one = move |paper: Paper| {
        let second = match bank {
            true if paper.text.is_empty() => paper.name.clone(),
            true => paper.text.clone(),
            false => [paper.name.clone(), paper.date.clone()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        };
        let first = if bank { paper.date.clone() } else { paper.number.clone() };
        let pick = free.then(|| pick(screen, &paper, bank));
        view! {
            <li>
                <span class="row n">
                    {pick}
                    <span class=if bank { "num t f-date" } else { "id" }>{first}</span>
                </span>
                <span class="num a">{paper.amount.as_ref().map(|amount| money(amount, mixed))}</span>
                <span class="l2 clip" title=second.clone()>
                    {second.clone()}
                </span>
                {paper.whole.as_ref().map(of_whole)}
            </li>
        }
    };
    let app = use_app();
    let total = sum.map(|sum| {
        let args = Args::new().with("count", papers.len());
        let so_many = move || words::say(app.lang.get(), "reconcile-so-many", &args);
        view! {
            <li class="sumline">
                <span class="so-many">{so_many}</span>
                <span class="num a">{money(&sum, mixed)}</span>
            </li>
        }
    });
    view! {
        <ul class=class aria-label=say(label)>
            {none.then(|| view! { <li class="void">{say(void)}</li> })}
            {papers.into_iter().map(one).collect_view()}
            {total}
        </ul>
    }
}

/// Under the part of a split row: the whole.
fn of_whole(whole: &Amount) -> impl IntoView + use<> {
    let args = Args::new().with("amount", whole.text.clone());
    let app = use_app();
    let text = move || words::say(app.lang.get(), "reconcile-of-whole", &args);
    view! { <span class="num r-whole">{text}</span> }
}

/// A row that nothing holds can be put together with others by hand.
fn pick(screen: Screen, paper: &Paper, bank: bool) -> impl IntoView + use<> {
    let key = paper.key.clone();
    let what = if paper.number.is_empty() { paper.text.clone() } else { paper.number.clone() };
    let label = move || {
        let args = Args::new().with("what", what.clone());
        words::say(screen.app.lang.get(), "reconcile-pick", &args)
    };
    let own = key.clone();
    let on = move || {
        screen
            .picked
            .with(|p| if bank { p.receipts.contains(&own) } else { p.items.contains(&own) })
    };
    let toggle = move |_| {
        screen.picked.update(|picked| {
            let side = if bank { &mut picked.receipts } else { &mut picked.items };
            match side.iter().position(|one| *one == key) {
                Some(at) => drop(side.remove(at)),
                None => side.push(key.clone()),
            }
        });
    };
    view! { <input type="checkbox" aria-label=label prop:checked=on on:change=toggle/> }
}

fn decision(screen: Screen, line: Line, now: Memo<bool>) -> impl IntoView {
    let status = match line.mark.as_str() {
        "tied" => Status::Tied,
        "review" => Status::Review,
        "break" => Status::Break,
        _ => Status::NotExamined,
    };
    let chips = line.chips.clone();
    let can = (line.can_tie, line.can_refuse, line.can_undo, !line.receipts.is_empty());
    view! {
        <div class="dec">
            <div class="d-h">
                {chip(status, line.state.clone())}
                <strong title=line.title.clone()>{line.title.clone()}</strong>
            </div>
            <div class="evs">{evidence(screen, chips, now)}</div>
            <Show when=move || now.get()>
                <div class="d-a">
                    {can.0.then(|| act(screen, "reconcile-tie", "Enter", true, decide::tie))}
                    {can.1.then(|| act(screen, "reconcile-not-this", "X", false, decide::refuse))}
                    {can.2.then(|| act(screen, "reconcile-take-back", "U", false, decide::take_back))}
                    {(can.3 && !can.2)
                        .then(|| act(screen, "reconcile-split", "S", false, by_hand::split))}
                </div>
            </Show>
        </div>
    }
}

fn act(
    screen: Screen,
    word: &'static str,
    key: &'static str,
    main: bool,
    run: fn(Screen),
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=if main { "btn primary" } else { "btn" }
            on:click=move |_| run(screen)
        >
            {say(word)}
            <kbd>{key}</kbd>
        </button>
    }
}

/// Chips of the line that is looked at are toggles; of the others they are words.
fn evidence(screen: Screen, chips: Vec<Chip>, now: Memo<bool>) -> impl IntoView {
    chips.into_iter().map(|chip| evidence_chip(screen, chip, now)).collect_view()
}

pub(super) fn evidence_chip(screen: Screen, chip: Chip, now: Memo<bool>) -> impl IntoView {
    let about = chip.about.clone();
    let own = about.clone();
    let pressed = move || {
        let on = now.get() && !own.is_empty() && screen.framed.with(|framed| *framed == own);
        if on { "true" } else { "false" }
    };
    let toggle = move |_| {
        if now.get_untracked() {
            let next = if screen.framed.with_untracked(|f| *f == about) { "" } else { &about };
            screen.framed.set(next.to_owned());
        }
    };
    let (class, mark) = if chip.yes { ("ev yes", "yes") } else { ("ev no", "no") };
    view! {
        <button
            type="button"
            class=class
            aria-pressed=pressed
            tabindex=move || if now.get() { "0" } else { "-1" }
            title=chip.text.clone()
            on:click=toggle
        >
            <svg class=format!("glyph g-{mark}") aria-hidden="true">
                <use href=format!("#g-{mark}")></use>
            </svg>
            <span class="clip">{chip.text.clone()}</span>
        </button>
    }
}
