//! What the loaded files let run: first what would enable more, then each check in its band.

use leptos::prelude::*;
use tieout::view::coverage::{Coverage, CoverageBand, CoverageLine, WouldEnable};
use tieout::view::{Query, View};

use crate::app::parts::empty::empty;
use crate::app::parts::ledger::section;
use crate::app::parts::status::{Status, glyph};
use crate::app::platform::address::Address;
use crate::app::state::{look, say};

pub(super) fn screen(tabs: AnyView) -> impl IntoView {
    let shown = look(
        || Query::Coverage,
        |view| match view {
            View::Coverage(coverage) => Some(coverage),
            _ => None,
        },
    );
    let text = move || shown.with(|c| c.as_ref().map(|c| c.text.clone()));
    view! {
        <div class="bar-tools">
            {tabs}
            <span class="spring"></span>
            <span class="dim num" role="status">
                {text}
            </span>
        </div>
        <div class="list s-list" tabindex="0" role="region" aria-label=say("coverage-title")>
            {move || shown.get().map(body)}
        </div>
    }
}

fn body(coverage: Coverage) -> impl IntoView {
    if coverage.nothing_loaded {
        return empty("coverage-empty", "coverage-empty.why", ()).into_any();
    }
    let enable = (!coverage.would_enable.is_empty()).then(|| {
        let lines = coverage.would_enable.iter().map(would_enable).collect_view();
        let table = view! {
            <table class="ledger plain">
                <thead>
                    <tr>
                        <th>{say("coverage-need")}</th>
                        <th class="num">{say("coverage-checks")}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        };
        section("s-pad", "coverage-would-enable", (), table)
    });
    let bands = coverage.bands.into_iter().map(band).collect_view();
    view! {
        {enable}
        {bands}
    }
    .into_any()
}

fn would_enable(line: &WouldEnable) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row" class="s-wrap">
                {line.missing.clone()}
            </th>
            <td class="num">{line.count.clone()}</td>
            <td class="id dim s-wrap">{line.codes.join(" ")}</td>
        </tr>
    }
}

fn band(band: CoverageBand) -> impl IntoView {
    let status = match band.mark.as_str() {
        "tied" => Status::Tied,
        _ => Status::NotRun,
    };
    let lines = band.lines.iter().map(|line| row(status, line)).collect_view();
    view! {
        <section class="sec s-pad">
            <header>
                <h2>{band.word}</h2>
                <span class="aside num">{band.count}</span>
            </header>
            <table class="ledger plain">
                <tbody>{lines}</tbody>
            </table>
        </section>
    }
}

fn row(status: Status, line: &CoverageLine) -> impl IntoView + use<> {
    let status = match status {
        Status::Tied if line.found => Status::Review,
        status => status,
    };
    let note = match line.found {
        true => {
            let to = Address::to("findings").with("rule", line.code.clone()).hash();
            view! { <a class="dqn plainlink num" href=to>{line.note.clone()}</a> }.into_any()
        }
        false => view! { <span class="dim">{line.note.clone()}</span> }.into_any(),
    };
    view! {
        <tr>
            <td class="gl">{glyph(status)}</td>
            <td class="id code">{line.code.clone()}</td>
            <th scope="row">{line.title.clone()}</th>
            <td class="s-wrap">{note}</td>
        </tr>
    }
}
