//! The reports screen: sections on the left, paper on the right, one button that saves it all.

use leptos::prelude::*;
use tieout::protocol::Export;
use tieout::view::reports::{self, Choice, Page as Paper, PaperCell, PaperTable, Reports};
use tieout::view::{Mark, Query, View};
use tieout::words::{self, Args, Lang};

use super::Page;
use super::place::Place;
use crate::app::parts::icon::icon;
use crate::app::parts::status::{Status, glyph};
use crate::app::platform::address::Address;
use crate::app::state::{look, say, use_app};

pub static PAGE: Page = Page {
    route: "reports",
    icon: "reports",
    word: "nav-reports",
    tally: |_| 0,
    show: || view! { <ReportsPage/> }.into_any(),
};

#[component]
fn ReportsPage() -> impl IntoView {
    let place = Place::of("reports");
    let view = look(
        move || Query::Reports(choice(place)),
        |view| match view {
            View::Reports(reports) => Some(reports),
            _ => None,
        },
    );
    let shown = Memo::new(move |_| view.get());
    view! {
        <h1 class="sr">{say("reports-title")}</h1>
        {move || match shown.get() {
            None => ().into_any(),
            Some(reports) if reports.nothing_loaded => empty().into_any(),
            Some(reports) => desk(place, reports).into_any(),
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

fn choice(place: Place) -> Choice {
    Choice {
        section: place.param("section").filter(|key| reports::is_section(key)).unwrap_or_default(),
        report_lang: place.param("in").and_then(|tag| Lang::from_tag(&tag)),
        page: place.param("page").and_then(|page| page.parse().ok()).unwrap_or_default(),
    }
}

fn empty() -> impl IntoView {
    view! {
        <div class="empty w-all">
            <strong>{say("reports-empty")}</strong>
            {say("reports-empty.why")}
            <div class="row">
                <a class="btn primary" href=Address::to("files").hash()>
                    {say("overview-empty.go")}
                </a>
            </div>
        </div>
    }
}

fn desk(place: Place, reports: Reports) -> impl IntoView {
    let lang = reports.page.lang;
    let section = reports.sections.iter().find(|section| section.on).cloned().unwrap_or_default();
    let (at, pages) = (reports.page.at, reports.pages);
    let label = reports.page_text.clone();
    view! {
        {side(place, &reports)}
        {tools(place, reports.page_text.clone(), section, at, pages, lang)}
        <div class="desk" tabindex="0" role="region" aria-label=label>
            {paper(reports.page, reports.page_text)}
        </div>
    }
}

fn side(place: Place, reports: &Reports) -> impl IntoView + use<> {
    let lang = reports.page.lang;
    let sections = reports.sections.iter().map(|section| {
        let to = place.address.get_untracked().without("page").with("section", section.key.clone());
        view! {
            <a
                class="pickrow plainlink row"
                href=to.hash()
                data-on=section.on.then_some("")
                aria-current=section.on.then_some("true")
            >
                <span class="grow">{section.title.clone()}</span>
                <span class="dim num small">{section.pages.clone()}</span>
            </a>
        }
    });
    let sections = sections.collect_view();
    let checks = reports.checks.iter().map(check).collect_view();
    let choose = move |event| place.set("in", &event_target_value(&event));
    let options = Lang::ALL.map(|of| {
        let name = match of {
            Lang::En => "English",
            Lang::Ko => "한국어",
            Lang::Zh => "中文",
        };
        view! {
            <option value=of.tag() lang=of.tag() selected=of == lang>
                {name}
            </option>
        }
    });
    view! {
        <section class="r-side" aria-label=say("reports-report")>
            <section class="sec">
                <header>
                    <h2>{say("reports-sections")}</h2>
                    <span class="aside">{say("reports-sections-aside")}</span>
                </header>
                <nav aria-label=say("reports-sections")>{sections}</nav>
            </section>
            <section class="sec">
                <header>
                    <h2>{say("reports-how")}</h2>
                </header>
                <label class="opt">
                    <span>{say("reports-language")}</span>
                    <select class="select" on:change=choose>
                        {options.collect_view()}
                    </select>
                </label>
            </section>
            <section class="sec">
                <header>
                    <h2>{say("reports-checks")}</h2>
                </header>
                <ul class="pre">{checks}</ul>
                <p class="dim small">{say("reports-same")}</p>
            </section>
        </section>
    }
}

fn check(mark: &Mark) -> impl IntoView + use<> {
    view! {
        <li>
            {mark_status(&mark.mark).map(glyph)}
            <span>{mark.text.clone()}</span>
        </li>
    }
}

fn tools(
    place: Place,
    page_text: String,
    section: reports::SectionLine,
    at: u32,
    pages: u32,
    lang: Lang,
) -> impl IntoView {
    let app = use_app();
    let is_last = at + 1 >= pages;
    let turn = move |to: u32| place.set("page", &to.to_string());
    let csv = Args::new().with("section", section.title.clone());
    let csv = words::say(app.lang.get_untracked(), "reports-csv", &csv);
    let key = section.key.clone();
    let save_csv = move |_| app.export(Export::Csv { lang, section: key.clone() });
    let save_workbook = move |_| app.export(Export::Workbook { lang });
    let print = move |_| {
        // Refused only where the browser has no printing at all.
        let _ = window().print();
    };
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
            <button type="button" class="btn" on:click=print>
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

fn paper(page: Paper, label: String) -> impl IntoView {
    let name = label.clone();
    let verdicts = page.notes.iter().map(|note| {
        view! {
            <p class="p-verdict">
                {mark_status(&note.mark).map(glyph)}
                <span>{note.text.clone()}</span>
            </p>
        }
    });
    let verdicts = verdicts.collect_view();
    let tables = page.tables.into_iter().map(table).collect_view();
    let head = if page.at == 0 {
        view! {
            <div class="p-head">
                <div>
                    <p class="p-org">{page.title}</p>
                    <h2>{page.section}</h2>
                    <p class="p-sub num">{page.subtitle}</p>
                </div>
            </div>
        }
        .into_any()
    } else {
        view! {
            <header class="p-run">
                <span>{page.title}</span>
                <span>{page.section}</span>
            </header>
        }
        .into_any()
    };
    view! {
        <article class="paper" data-theme="light" lang=page.lang.tag() aria-label=name>
            {head}
            {verdicts}
            {tables}
            <footer class="p-foot">
                <span>"Tieout " {env!("CARGO_PKG_VERSION")}</span>
                <span class="num">{label}</span>
            </footer>
        </article>
    }
}

fn table(table: PaperTable) -> impl IntoView {
    let ends: Vec<bool> = table.columns.iter().map(|(_, end)| *end).collect();
    let heads = table.columns.into_iter().map(|(title, end)| {
        view! { <th class:num=end scope="col">{title}</th> }
    });
    let heads = heads.collect_view();
    let rows = table.rows.into_iter().map(|row| view! { <tr>{row_cells(row, &ends)}</tr> });
    let rows = rows.collect_view();
    let totals = table.totals.into_iter().map(|row| {
        view! { <tr class="sub">{row_cells(row, &ends)}</tr> }
    });
    let totals = totals.collect_view();
    let name = table.title.clone();
    view! {
        <h3>{table.title}</h3>
        <div class="p-wide" tabindex="0" role="group" aria-label=name>
            <table class="p-tab">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}{totals}</tbody>
            </table>
        </div>
    }
}

fn row_cells(row: Vec<PaperCell>, ends: &[bool]) -> impl IntoView + use<> {
    let cells = row.into_iter().enumerate().map(|(at, cell)| {
        let end = ends.get(at).copied().unwrap_or(false);
        let hang = end && cell.text.ends_with(')');
        let status = mark_status(&cell.mark);
        view! {
            <td class:num=end>
                <span class:hang=hang class:row=status.is_some()>
                    {status.map(glyph)}
                    {cell.text}
                </span>
            </td>
        }
    });
    cells.collect_view()
}
