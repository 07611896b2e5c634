//! The overview: the ties first, then findings by money, unbilled work, readiness, data quality,
//! and what to do next.

mod work;

use leptos::prelude::*;
use tieout::view::overview::{ByMoney, Link, MoneyRow, Next, Overview, Quality};
use tieout::view::tie::TieBar;
use tieout::view::{Amount, NotRunLine, Query, View};

use super::Page;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::tie_bar::tie_bar;
use crate::app::parts::{amount, bar};
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
    view! {
        <div class="o-scroll" tabindex="0" role="region" aria-label=say("overview-title")>
            {move || match shown.get() {
                None => ().into_any(),
                Some(overview) if overview.nothing_loaded => empty().into_any(),
                Some(overview) => sheet(overview).into_any(),
            }}
        </div>
    }
}

fn empty() -> impl IntoView {
    view! {
        <div class="o-top">
            <h1>{say("overview-title")}</h1>
        </div>
        <div class="empty">
            <strong>{say("overview-empty")}</strong>
            {say("overview-empty.why")}
            <div class="row">
                <a class="btn primary" href=Address::to("files").hash()>
                    {say("overview-empty.go")}
                </a>
            </div>
        </div>
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
            {by_money(overview.findings)}
            {work::reasons(overview.reasons)}
            {next(overview.next, overview.not_run)}
            {work::ageing(overview.ageing)}
            {work::readiness(overview.readiness)}
            {quality(overview.quality)}
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

fn by_money(table: ByMoney) -> impl IntoView {
    let heads = heads(&table.currencies);
    let none = table.rows.is_empty();
    let rows = table.rows.iter().map(money_row).collect_view();
    let more = table.more.as_ref().map(money_row);
    view! {
        <section class="sec o-find">
            <header>
                <h2>{say("overview-by-money")}</h2>
                <span class="aside">{say("overview-by-money-aside")}</span>
            </header>
            <table class="ledger plain">
                <thead>
                    <tr>
                        <td></td>
                        <th>{say("overview-rule")}</th>
                        <th class="num">{say("overview-count")}</th>
                        <th class="barcol">
                            <span class="sr">{say("overview-share")}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {rows}
                    {more}
                </tbody>
                <tfoot>
                    <tr>
                        <td></td>
                        <th scope="row" colspan="2">
                            {table.total_text}
                        </th>
                        <td></td>
                        {cells(&table.total, false)}
                    </tr>
                </tfoot>
            </table>
            {none.then(|| view! { <p class="dim small">{say("overview-no-findings")}</p> })}
        </section>
    }
}

fn money_row(row: &MoneyRow) -> impl IntoView + use<> {
    let status = match row.mark.as_str() {
        "break" => Some(Status::Break),
        "review" => Some(Status::Review),
        "note" => Some(Status::NotExamined),
        _ => None,
    };
    let class = match row.mark.as_str() {
        "break" => "break",
        "review" => "review",
        _ => "none",
    };
    let rest = row.code.is_empty();
    let name = if rest {
        view! { <span class="dim">{row.title.clone()}</span> }.into_any()
    } else {
        let href = Address::to("findings").with("rule", row.code.clone()).hash();
        view! {
            <a class="plainlink" href=href>
                <span class="id code">{row.code.clone()}</span>
                {row.title.clone()}
            </a>
        }
        .into_any()
    };
    view! {
        <tr class:rest=rest>
            <td class="gl">
                {status.map(glyph)}
                <span class="sr">{row.mark_word.clone()}</span>
            </td>
            <th scope="row" class="clip">
                {name}
            </th>
            <td class="num">{row.count.clone()}</td>
            <td class="barcol">{bar::simple(class, u32::from(row.ratio))}</td>
            {cells(&row.money, false)}
        </tr>
    }
}

/// Heads of the money columns.
pub(super) fn heads(currencies: &[String]) -> impl IntoView + use<> {
    currencies.iter().map(|code| view! { <th class="num">{code.clone()}</th> }).collect_view()
}

/// Money cells; the double underline only under what was proved.
pub(super) fn cells(money: &[Option<Amount>], proved: bool) -> impl IntoView + use<> {
    let cell = |cell: &Option<Amount>| {
        let figure = cell.as_ref().map(|figure| match proved {
            true => view! { <span class="dbl">{figure.text.clone()}</span> }.into_any(),
            false => amount::alone(figure).into_any(),
        });
        view! { <td class="num">{figure}</td> }
    };
    money.iter().map(cell).collect_view()
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

fn quality(quality: Quality) -> impl IntoView {
    let clean = quality.rows.is_empty();
    let heads = quality.tables.iter().map(|(name, _)| {
        view! { <th class="num clip" title=name.clone()>{name.clone()}</th> }
    });
    let heads = heads.collect_view();
    let ids: Vec<u32> = quality.tables.iter().map(|(_, id)| *id).collect();
    let names: Vec<String> = quality.tables.iter().map(|(name, _)| name.clone()).collect();
    let rows = quality.rows.into_iter().map(|row| {
        let last = row.counts.len().saturating_sub(1);
        let label = row.label.clone();
        let cells = row.counts.into_iter().enumerate().map(|(at, count)| {
            let link = ids.get(at).filter(|_| !count.is_empty()).map(|id| {
                let to = Address::to("data").with("table", id.to_string()).with("face", "raw");
                let said =
                    format!("{label}, {}: {count}", names.get(at).cloned().unwrap_or_default());
                view! {
                    <a class="dqn plainlink" href=to.hash() aria-label=said>
                        {count.clone()}
                    </a>
                }
            });
            let nil = link.is_none().then(|| work::nil(&count));
            view! { <td class="num" class:strong=at == last>{link}{nil}</td> }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <th scope="row">{row.label}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let totals =
        quality.total.iter().map(|count| view! { <td class="num">{work::nil(count)}</td> });
    let totals = totals.collect_view();
    view! {
        <section class="sec o-dq">
            <header>
                <h2>{say("overview-quality")}</h2>
                <span class="aside">{say("overview-quality-aside")}</span>
            </header>
            {if clean {
                view! { <p class="ink2">{say("overview-quality-clean")}</p> }.into_any()
            } else {
                view! {
                    <table class="ledger plain dq">
                        <thead>
                            <tr>
                                <td></td>
                                {heads}
                                <th class="num">{say("overview-all-files")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                        <tfoot>
                            <tr>
                                <th scope="row">{say("overview-together")}</th>
                                {totals}
                            </tr>
                        </tfoot>
                    </table>
                }
                    .into_any()
            }}
        </section>
    }
}
