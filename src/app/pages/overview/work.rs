//! Unbilled work on the overview: reasons, ages, clients.

use leptos::prelude::*;
use tieout::view::overview::{Ageing, AgeingRow, Readiness, ReadinessRow, ReasonRow, Reasons};

use super::{cells, heads};
use crate::app::parts::bar;
use crate::app::parts::status::{Status, glyph};
use crate::app::platform::address::Address;
use crate::app::state::say;

pub(super) fn reasons(table: Reasons) -> impl IntoView {
    let heads = heads(&table.currencies);
    let none = table.rows.is_empty();
    let rows = table.rows.iter().map(reason_row).collect_view();
    view! {
        <section class="sec o-why">
            <header>
                <h2>{say("overview-reasons")}</h2>
                <span class="aside">{table.aside}</span>
            </header>
            <table class="ledger plain">
                <thead>
                    <tr>
                        <th>{say("overview-reason")}</th>
                        <th class="num">{say("overview-jobs")}</th>
                        <th class="barcol">
                            <span class="sr">{say("overview-share")}</span>
                        </th>
                        {heads}
                        <th class="num">{say("overview-running")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{table.total.label}</th>
                        <td class="num">{nil(&table.total.jobs)}</td>
                        <td class="barcol"></td>
                        {cells(&table.total.money, false)}
                        <td></td>
                    </tr>
                </tfoot>
            </table>
            {none.then(|| view! { <p class="dim small">{say("overview-no-unbilled")}</p> })}
        </section>
    }
}

fn reason_row(row: &ReasonRow) -> impl IntoView + use<> {
    let name = if row.code.is_empty() {
        view! { <span class="dim">{row.label.clone()}</span> }.into_any()
    } else {
        let to = Address::to("unbilled").with("by", "reason").with("reason", row.code.clone());
        view! {
            <a class="plainlink" href=to.hash()>
                {row.label.clone()}
            </a>
        }
        .into_any()
    };
    view! {
        <tr class:cut=row.cut>
            <th scope="row" class="clip">
                {name}
            </th>
            <td class="num">{row.jobs.clone()}</td>
            <td class="barcol">
                {bar::simple(if row.planned { "none" } else { "acc" }, u32::from(row.ratio))}
            </td>
            {cells(&row.money, false)}
            <td class="num dim">{row.running.clone()}</td>
        </tr>
    }
}

pub(super) fn ageing(table: Ageing) -> impl IntoView {
    let heads = heads(&table.currencies);
    let row = |row: &AgeingRow| {
        view! {
            <tr>
                <th scope="row" class="num l">
                    {row.label.clone()}
                </th>
                <td class="num">{nil(&row.jobs)}</td>
                <td class="barcol">{bar::simple("acc", u32::from(row.ratio))}</td>
                {cells(&row.money, false)}
            </tr>
        }
    };
    let rows = table.rows.iter().map(row).collect_view();
    let unvalued = (!table.unvalued.is_empty()).then(|| {
        view! { <p class="dim small">{table.unvalued.clone()}</p> }
    });
    view! {
        <section class="sec o-age">
            <header>
                <h2>{say("overview-age")}</h2>
                <span class="aside">{say("overview-age-aside")}</span>
            </header>
            <table class="ledger plain">
                <thead>
                    <tr>
                        <th>{say("overview-age-head")}</th>
                        <th class="num">{say("overview-jobs")}</th>
                        <th class="barcol">
                            <span class="sr">{say("overview-share")}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{table.total.label.clone()}</th>
                        <td class="num">{nil(&table.total.jobs)}</td>
                        <td class="barcol"></td>
                        {cells(&table.total.money, table.proved)}
                    </tr>
                </tfoot>
            </table>
            {unvalued}
        </section>
    }
}

pub(super) fn readiness(table: Readiness) -> impl IntoView {
    let rows = table.rows.iter().map(ready_row).collect_view();
    let total = &table.total;
    view! {
        <section class="sec o-ready">
            <header>
                <h2>{say("overview-readiness")}</h2>
                <span class="aside">{say("overview-readiness-aside")}</span>
            </header>
            <table class="ledger plain">
                <thead>
                    <tr>
                        <th>{say("facet-client")}</th>
                        <th class="num">{say("overview-jobs")}</th>
                        <th class="num" title=say("overview-closed.title")>
                            {say("overview-closed")}
                        </th>
                        <th class="num">{say("overview-ready")}</th>
                        <th class="num">{say("overview-planned")}</th>
                        <th class="num">{say("overview-waiting")}</th>
                        <th class="num">{say("overview-no-reason")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{total.label.clone()}</th>
                        {counts(total, false)}
                    </tr>
                </tfoot>
            </table>
        </section>
    }
}

fn ready_row(row: &ReadinessRow) -> impl IntoView + use<> {
    let name = if row.client.is_empty() {
        view! { <span class="dim">{row.label.clone()}</span> }.into_any()
    } else {
        let to = Address::to("unbilled").with("client", row.client.clone());
        view! {
            <a class="plainlink" href=to.hash()>
                {row.label.clone()}
            </a>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row" class="clip">
                {name}
            </th>
            {counts(row, true)}
        </tr>
    }
}

fn counts(row: &ReadinessRow, flag: bool) -> impl IntoView + use<> {
    let flagged = flag && !row.no_reason.is_empty();
    let plain = [&row.jobs, &row.closed, &row.ready, &row.planned, &row.waiting];
    let cells = plain.map(|count| view! { <td class="num">{nil(count)}</td> });
    let last = if flagged {
        view! { <span class="flag">{glyph(Status::Break)}{row.no_reason.clone()}</span> }.into_any()
    } else {
        nil(&row.no_reason).into_any()
    };
    view! {
        {cells.collect_view()}
        <td class="num">{last}</td>
    }
}

/// A count; nil is a dash and never a blank.
pub(super) fn nil(count: &str) -> AnyView {
    match count {
        "" => view! { <span class="dim">"–"</span> }.into_any(),
        count => count.to_owned().into_any(),
    }
}
