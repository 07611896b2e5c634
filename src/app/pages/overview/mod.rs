//! The overview: the ties first, then findings by money, unbilled work, readiness, data quality,
//! and what to do next.

mod checks;
mod work;

use leptos::prelude::*;
use tieout::view::overview::{Link, Next, Overview};
use tieout::view::tie::TieBar;
use tieout::view::{NotRunLine, Query, View};

use super::Page;
use super::place::Place;
use crate::app::parts::empty::empty;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::tie_bar::tie_bar;
use crate::app::platform::address::Address;
use crate::app::state::{look, say};

pub static PAGE: Page = Page {
    route: "overview",
    icon: "overview",
    word: "nav-overview",
    tally: |_| 0,
    show: || view! { <OverviewPage/> }.into_any(),
};

#[component]
fn OverviewPage() -> impl IntoView {
    let view = look(
        || Query::Overview,
        |view| match view {
            View::Overview(overview) => Some(overview),
            _ => None,
        },
    );
    let shown = Memo::new(move |_| view.get());
    let element = NodeRef::new();
    Place::of("overview").keep_scroll("sheet", element, move || shown.with(Option::is_some));
    view! {
        <div
            class="o-scroll"
            tabindex="0"
            role="region"
            aria-label=say("overview-title")
            node_ref=element
        >
            {move || match shown.get() {
                None => ().into_any(),
                Some(overview) if overview.nothing_loaded => nothing_yet().into_any(),
                Some(overview) => sheet(overview).into_any(),
            }}
        </div>
    }
}

fn nothing_yet() -> impl IntoView {
    view! {
        <div class="o-top">
            <h1>{say("overview-title")}</h1>
        </div>
        {empty("overview-empty", "overview-empty.why", ())}
    }
}

fn sheet(overview: Overview) -> impl IntoView {
    let status = super::reports::mark_status(&overview.conservation.mark);
    // The first tie is what the sheet is about; the others stand at its foot with a word up here.
    let verdicts = overview.ties.iter().skip(1).map(verdict).collect_view();
    let mut others = overview.ties.into_iter();
    let first = others.next();
    view! {
        <div class="o-top">
            <h1>{say("overview-title")}</h1>
            <p class="dim num">{overview.headline}</p>
        </div>
        <p class="o-proof">
            <span class="row">
                {status.map(glyph)}
                {overview.conservation.text}
            </span>
            {verdicts}
            <span class="ink2">{overview.release}</span>
        </p>
        {first.map(tie_bar)}
        <div class="o-cols">
            {checks::by_money(overview.findings)}
            {work::reasons(overview.reasons)}
            {next(overview.next, overview.not_run)}
            {work::ageing(overview.ageing)}
            {work::readiness(overview.readiness)}
            {work::figures(overview.figures)}
            {checks::quality(overview.quality)}
        </div>
        {others.map(tie_bar).collect_view()}
    }
}

/// The name of a tie with the mark of its worst row.
fn verdict(tie: &TieBar) -> impl IntoView + use<> {
    let tied = tie.rows.iter().all(|row| row.tied);
    let status = if tied { Status::Tied } else { Status::Partly };
    view! {
        <span class="row">
            {glyph(status)}
            {tie.name.clone()}
            <span class="sr">{say(status.word())}</span>
        </span>
    }
}

fn next(list: Vec<Next>, not_run: Vec<NotRunLine>) -> impl IntoView {
    let items = list.into_iter().enumerate().map(|(at, item)| {
        view! {
            <li>
                <a href=href(&item.link)>
                    <span class="k num">{at + 1}</span>
                    <span>
                        <strong>{item.what}</strong>
                        <span class="dim">{item.why}</span>
                    </span>
                </a>
            </li>
        }
    });
    let items = items.collect_view();
    let lines = not_run.into_iter().map(|line| {
        view! {
            <li>
                {glyph(Status::NotRun)}
                <span>
                    <span class="id">{line.code}</span>
                    " "
                    {line.title}
                    <span class="dim">{line.missing}</span>
                </span>
            </li>
        }
    });
    let lines: Vec<_> = lines.collect();
    let any = !lines.is_empty();
    view! {
        <section class="sec o-next">
            <header>
                <h2>{say("overview-next")}</h2>
                <span class="aside">{say("overview-next-aside")}</span>
            </header>
            <ol class="next">{items}</ol>
            {any
                .then(|| {
                    view! {
                        <header class="again">
                            <h2>{say("overview-not-run")}</h2>
                            <span class="aside">{say("overview-not-run-aside")}</span>
                        </header>
                        <ul class="notrun">{lines}</ul>
                    }
                })}
        </section>
    }
}

fn href(link: &Link) -> String {
    let mut address = Address::to(&link.page);
    for (name, value) in &link.choice {
        address = address.with(name, value.clone());
    }
    address.hash()
}
