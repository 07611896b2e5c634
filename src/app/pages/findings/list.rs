//! The list: severities, rules under them, and the open rule's explanation with its evidence.

use leptos::html;
use leptos::prelude::*;
use tieout::view::NotRunLine;
use tieout::view::findings::{Band, EvidenceRow, OpenRule, RuleLine, Total};
use wasm_bindgen::JsCast;

use super::{Screen, decide, severity_glyph};
use crate::app::parts::amount;
use crate::app::parts::icon::icon;
use crate::app::parts::ledger::money_cells;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, chip, glyph};
use crate::app::state::{say, use_app};
use tieout::words::{self, Args};

#[derive(Clone, PartialEq, Default)]
struct Shown {
    currencies: Vec<String>,
    bands: Vec<Band>,
    total: Total,
    not_run: Vec<NotRunLine>,
    open: Option<OpenRule>,
}

pub(super) fn list(screen: Screen) -> impl IntoView {
    let show_not_run = RwSignal::new(false);
    // The rows of the open rule are the pane's: scrolling them must not build the list again.
    let shown = Memo::new(move |_| {
        screen.view.with(|view| {
            view.as_ref().map_or_else(Shown::default, |view| Shown {
                currencies: view.currencies.clone(),
                bands: view.bands.clone(),
                total: view.total.clone(),
                not_run: view.not_run.clone(),
                open: view.open.as_ref().map(|open| OpenRule {
                    rows: Vec::new(),
                    from: 0,
                    detail: None,
                    alike: None,
                    ..open.clone()
                }),
            })
        })
    });
    let element = NodeRef::<html::Div>::new();
    screen.place.keep_scroll("rules", element, move || shown.with(|s| !s.bands.is_empty()));
    view! {
        <div
            class="list"
            tabindex="0"
            role="region"
            aria-label=say("findings-title")
            node_ref=element
        >
            {move || {
                let shown = shown.get();
                if shown.bands.is_empty() && shown.not_run.is_empty() {
                    return none(screen).into_any();
                }
                table(screen, shown, show_not_run).into_any()
            }}
        </div>
    }
}

/// Opens the rule above or below the open one.
pub(super) fn step(screen: Screen, by: i32) {
    let codes: Vec<String> = screen.view.with_untracked(|view| {
        let bands = view.iter().flat_map(|view| &view.bands);
        bands.flat_map(|band| &band.rules).map(|rule| rule.code.clone()).collect()
    });
    let open = untrack(|| screen.place.param("rule"));
    let at = open.and_then(|open| codes.iter().position(|code| *code == open));
    let next = match (at, by) {
        (None, _) => codes.first(),
        (Some(at), by) if by > 0 => codes.get(at + 1),
        (Some(at), _) => at.checked_sub(1).and_then(|at| codes.get(at)),
    };
    if let Some(code) = next {
        screen.place.set("rule", code);
        focus_rule(code);
    }
}

/// Gives the focus to the row of a rule, which brings it into sight and moves nothing else.
fn focus_rule(code: &str) {
    let id = format!("rule-{code}");
    gloo::timers::callback::Timeout::new(60, move || {
        let row = document().get_element_by_id(&id);
        let button = row.and_then(|row| row.query_selector("button").ok().flatten());
        if let Some(button) = button.and_then(|b| b.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Fails only for an element that is gone already.
            let _ = button.focus();
        }
    })
    .forget();
}

fn none(screen: Screen) -> impl IntoView {
    view! {
        <div class="empty">
            <strong>{say("findings-none")}</strong>
            {say("findings-none.why")}
            <div class="row">
                <button type="button" class="btn" on:click=move |_| screen.place.clear()>
                    {say("findings-none.clear")}
                </button>
            </div>
        </div>
    }
}

fn table(screen: Screen, shown: Shown, show_not_run: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let span = (shown.currencies.len() + 6).to_string();
    let heads = shown.currencies.iter().enumerate().map(|(i, code)| {
        let args = Args::new().with("code", code.clone());
        let text = if i == 0 { words::say(lang, "findings-at-stake", &args) } else { code.clone() };
        view! { <th class="num">{text}</th> }
    });
    let heads = heads.collect_view();
    let open = shown.open.clone();
    let bands = shown.bands.iter().map(|band| {
        let rules = band.rules.iter().map(|rule| {
            let detail = open.as_ref().filter(|open| open.code == rule.code);
            view! {
                {rule_row(screen, band, rule, detail.is_some())}
                {detail.map(|open| detail_row(screen, open, &span))}
            }
        });
        let rules = rules.collect_view();
        view! {
            {band_row(band)}
            {rules}
        }
    });
    let bands = bands.collect_view();
    view! {
        <table class="ledger f-list">
            <caption class="sr">{say("findings-title")}</caption>
            <thead class="stick">
                <tr>
                    <td></td>
                    <th colspan="3">{say("findings-finding")}</th>
                    <th class="num">{say("findings-rows")}</th>
                    {heads}
                    <th class="num">{say("findings-files")}</th>
                </tr>
            </thead>
            <tbody>
                {bands}
                {not_run(&shown.not_run, show_not_run, &span)}
            </tbody>
            <tfoot class="stickf">
                <tr>
                    <td></td>
                    <td colspan="3">{shown.total.text.clone()}</td>
                    <td class="num">{shown.total.count.clone()}</td>
                    {money_cells(&shown.total.money)}
                    <td></td>
                </tr>
            </tfoot>
        </table>
    }
}

fn band_row(band: &Band) -> impl IntoView + use<> {
    let status = match band.key.as_str() {
        "break" => Status::Break,
        "review" => Status::Review,
        _ => Status::NotExamined,
    };
    view! {
        <tr class="grp">
            <td class="car"></td>
            <th colspan="3" scope="rowgroup">
                <span class="row">
                    {chip(status, band.word.clone())}
                    <span class="dim">{band.hint.clone()}</span>
                </span>
            </th>
            <td class="num">{band.count.clone()}</td>
            {money_cells(&band.money)}
            <td></td>
        </tr>
    }
}

fn rule_row(screen: Screen, band: &Band, rule: &RuleLine, is_open: bool) -> impl IntoView + use<> {
    let code = rule.code.clone();
    let press = move |_| screen.place.set("rule", if is_open { "" } else { &code });
    let code = rule.code.clone();
    let row_press = move |_| screen.place.set("rule", if is_open { "" } else { &code });
    view! {
        <tr
            class:on=is_open
            id=format!("rule-{}", rule.code)
            on:click=row_press
        >
            <td class="car">
                <button
                    type="button"
                    aria-expanded=if is_open { "true" } else { "false" }
                    aria-label=rule.code.clone()
                    on:click=move |event| {
                        event.stop_propagation();
                        press(event);
                    }
                >
                    {icon(if is_open { "down" } else { "right" }, 14)}
                </button>
            </td>
            <td class="gl">
                {severity_glyph(&band.key)}
                <span class="sr">{band.word.clone()}</span>
            </td>
            <td class="id code">{rule.code.clone()}</td>
            <th scope="row" class="ttl">
                {rule.title.clone()}
            </th>
            <td class="num">{rule.count.clone()}</td>
            {money_cells(&rule.money)}
            <td class="num fi">{rule.files.clone()}</td>
        </tr>
    }
}

fn detail_row(screen: Screen, open: &OpenRule, span: &str) -> impl IntoView + use<> {
    let decided = untrack(|| screen.place.param("status")).is_some_and(|status| status != "open");
    let app = use_app();
    let owner = Args::new().with("owner", open.owner.clone());
    let owner = words::say(app.lang.get_untracked(), "findings-owner", &owner);
    let other = open.evidence.iter().any(|row| row.other.is_some());
    let rows = open.evidence.iter().map(|row| evidence_row(row, other)).collect_view();
    view! {
        <tr class="f-detail">
            <td colspan=span.to_owned()>
                <div class="f-body">
                    <div class="f-say">
                        <p>
                            <strong>{say("findings-what-head")}</strong>
                            {open.what.clone()}
                        </p>
                        <p>
                            <strong>{say("findings-why-head")}</strong>
                            {open.why.clone()}
                        </p>
                        <p>
                            <strong>{say("findings-fix-head")}</strong>
                            {open.fix.clone()}
                            " "
                            <span class="dim">{owner}</span>
                        </p>
                    </div>
                    <table class="ledger tight ev-table">
                        <caption class="sr">{open.evidence_title.clone()}</caption>
                        <thead>
                            <tr>
                                <th>{open.evidence_title.clone()}</th>
                                <th class="num">{say("findings-in-file")}</th>
                                <th class="num">{say("findings-read-as")}</th>
                                <th class="num">{say("findings-expected")}</th>
                                <th class="num">{say("findings-difference")}</th>
                                <td class="cur"></td>
                                <th>{say("findings-source")}</th>
                                {other.then(|| view! { <th>{say("findings-other")}</th> })}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    {actions(screen, decided)}
                </div>
            </td>
        </tr>
    }
}

fn evidence_row(row: &EvidenceRow, other: bool) -> impl IntoView + use<> {
    let raw = (!row.raw.is_empty()).then(|| view! { <code>{row.raw.clone()}</code> });
    let compared = other.then(|| {
        let tag = row.other.as_ref().map(source_tag);
        view! { <td title=row.other_label.clone()>{tag}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                <span class="id">{row.id.clone()}</span>
                " "
                <span class="dim">{row.client.clone()}</span>
            </th>
            <td class="num">{raw}</td>
            <td class="num">{row.found.clone()}</td>
            <td class="num strong">{row.expected.clone()}</td>
            <td class="num">{row.difference.as_ref().map(amount::figures)}</td>
            <td class="cur">{row.difference.as_ref().map(|d| d.code.clone())}</td>
            <td>{source_tag(&row.source)}</td>
            {compared}
        </tr>
    }
}

fn actions(screen: Screen, decided: bool) -> impl IntoView {
    let explain = move |_| {
        let row = screen.pointing.cursor.get_untracked().0;
        screen.explain.set(Some(row));
    };
    let alike = move |_| screen.alike.set(Some(screen.pointing.cursor.get_untracked().0));
    let decisions = if decided {
        view! {
            <button type="button" class="btn" on:click=move |_| decide::reopen(screen)>
                {say("findings-reopen")}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="btn primary" on:click=move |_| decide::accept(screen)>
                {say("findings-accept")}
                <kbd>"A"</kbd>
            </button>
            <button type="button" class="btn" on:click=move |_| decide::dismiss(screen)>
                {say("findings-dismiss")}
                <kbd>"D"</kbd>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="f-act">
            {decisions}
            <button type="button" class="btn quiet" on:click=explain>
                {say("findings-explain")}
                <kbd>"?"</kbd>
            </button>
            <button type="button" class="btn quiet f-alike" on:click=alike>
                {say("alike-show")}
            </button>
        </div>
    }
}

fn not_run(lines: &[NotRunLine], shown: RwSignal<bool>, span: &str) -> impl IntoView + use<> {
    if lines.is_empty() {
        return ().into_any();
    }
    let app = use_app();
    let args = Args::new().with("count", lines.len());
    let text = words::say(app.lang.get_untracked(), "findings-not-run", &args);
    let (lines, span) = (lines.to_vec(), span.to_owned());
    let wide = span.parse::<usize>().unwrap_or(7) - 1;
    view! {
        <tr class="nr">
            <td></td>
            <td colspan=wide.to_string()>
                <span class="row">
                    {glyph(Status::NotRun)}
                    <span class="ink2">{text}</span>
                    <button
                        class="link"
                        type="button"
                        aria-expanded=move || if shown.get() { "true" } else { "false" }
                        on:click=move |_| shown.update(|on| *on = !*on)
                    >
                        {move || if shown.get() { say("findings-hide")() } else { say("findings-show")() }}
                    </button>
                </span>
            </td>
        </tr>
        {move || {
            shown
                .get()
                .then(|| {
                    lines
                        .iter()
                        .map(|line| {
                            view! {
                                <tr class="nr">
                                    <td></td>
                                    <td class="gl">{glyph(Status::NotRun)}</td>
                                    <td class="id code">{line.code.clone()}</td>
                                    <td colspan=(wide - 2).to_string() class="ttl">
                                        {line.title.clone()}
                                        " "
                                        <span class="dim">{line.missing.clone()}</span>
                                    </td>
                                </tr>
                            }
                        })
                        .collect_view()
                })
        }}
    }
    .into_any()
}
