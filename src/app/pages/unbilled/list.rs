//! The list of jobs in groups, served in windows: rows above and below stand as empty height.

use leptos::prelude::*;
use tieout::view::Amount;
use tieout::view::unbilled::{GroupLine, JobLine, Line};
use tieout::words::{self, Args};

use super::super::windowed::{Extent, Windowed, space};
use super::Screen;
use crate::app::parts::amount;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, glyph};
use crate::app::state::say;

#[derive(Clone, PartialEq, Default)]
struct Shown {
    heads: Vec<String>,
    lines: Vec<Line>,
    from: u32,
    total: u32,
}

#[derive(Clone, PartialEq, Default)]
struct Foot {
    text: String,
    sums: Vec<Amount>,
    proved: bool,
}

pub(super) fn list(screen: Screen) -> impl IntoView {
    let shown = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().map_or_else(Shown::default, |v| Shown {
                heads: v.heads.clone(),
                lines: v.lines.clone(),
                from: v.from,
                total: v.total,
            })
        })
    });
    let extent = Memo::new(move |_| {
        shown.with(|s| Extent { from: s.from, count: s.lines.len() as u32, total: s.total })
    });
    let scroll = Windowed::new(screen.list, "jobs", super::FIRST_ROWS, extent);
    view! {
        <div
            class="grid u-grid"
            tabindex="0"
            role="region"
            aria-label=say("unbilled-title")
            node_ref=scroll.element
            on:scroll=move |_| scroll.look()
            on:keydown=move |event| scroll.press(&event)
        >
            <table aria-rowcount=move || (shown.with(|s| s.total) + 1).to_string()>
                <thead>
                    <tr>{move || heads(&shown.with(|s| s.heads.clone()))}</tr>
                </thead>
                {space(move || scroll.above_px(), 11)}
                <tbody node_ref=scroll.body>{move || lines(screen, shown.get())}</tbody>
                {space(move || scroll.below_px(), 11)}
                {foot(screen)}
            </table>
        </div>
    }
}

fn lines(screen: Screen, shown: Shown) -> AnyView {
    if shown.total == 0 {
        return none().into_any();
    }
    let line = |line: Line| match line {
        Line::Group(group) => group_row(group).into_any(),
        Line::Job(job) => job_row(screen, *job).into_any(),
    };
    shown.lines.into_iter().map(line).collect_view().into_any()
}

fn foot(screen: Screen) -> impl IntoView {
    let foot = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().map_or_else(Foot::default, |v| Foot {
                text: v.total_text.clone(),
                sums: v.sums.clone(),
                proved: v.proved,
            })
        })
    });
    view! {
        <tfoot>
            <tr>
                <td colspan="5">
                    {move || foot.with(|f| f.text.clone())} {selection(screen)}
                </td>
                <td colspan="6" class="num">
                    {move || foot.with(|f| pairs(&f.sums, f.proved))}
                </td>
            </tr>
        </tfoot>
    }
}

fn heads(words: &[String]) -> impl IntoView + use<> {
    let end = |at: usize| matches!(at, 4 | 5 | 9);
    let head = |(at, word): (usize, &String)| {
        let code = (at == 5).then(|| view! { <td class="cur"></td> });
        view! {
            <th scope="col" class:num=end(at)>
                {word.clone()}
            </th>
            {code}
        }
    };
    words.iter().enumerate().map(head).collect_view()
}

fn group_row(group: GroupLine) -> impl IntoView {
    let status = match group.mark.as_str() {
        "break" => Some(Status::Break),
        "review" => Some(Status::Review),
        "tied" => Some(Status::Tied),
        "none" => Some(Status::NotExamined),
        _ => None,
    };
    view! {
        <tr class="grp">
            <th colspan="5" scope="rowgroup">
                <span class="row">
                    {status.map(glyph)}
                    {group.label}
                    <span class="dim num">{group.count}</span>
                    <span class="dim">{group.hint}</span>
                </span>
            </th>
            <td colspan="6" class="num">
                {pairs(&group.sums, false)}
            </td>
        </tr>
    }
}

fn job_row(screen: Screen, job: JobLine) -> impl IntoView {
    let at = job.at;
    let press = move |event: web_sys::MouseEvent| {
        if event.button() == 0 {
            let add = event.ctrl_key() || event.meta_key();
            screen.pointing.point(at, 0, event.shift_key(), add);
            if event.shift_key() {
                event.prevent_default();
            }
        }
    };
    let lang = screen.app.lang.get_untracked();
    let also = (!job.also.is_empty())
        .then(|| words::say(lang, "unbilled-also", &Args::new().with("reasons", job.also.clone())));
    let set =
        job.is_set.then(|| view! { <span class="dim">" · " {say("unbilled-set-by-hand")}</span> });
    let value = match &job.value {
        Some(value) => amount::figures(value).into_any(),
        None => view! { <span class="dim">{say("unbilled-no-value")}</span> }.into_any(),
    };
    let from = (!job.value_from.is_empty()).then(|| job.value_from.clone());
    let mark = from.is_some().then_some("≈ ");
    let escalation = (!job.escalation.is_empty())
        .then(|| view! { <span class="late">" → " {job.escalation.clone()}</span> });
    let owner = match job.escalation.is_empty() {
        true => job.owner.clone(),
        false => format!("{} → {}", job.owner, job.escalation),
    };
    let code = job.value.as_ref().map(|value| value.code.clone());
    view! {
        <tr
            class="j"
            aria-selected=if job.selected { "true" } else { "false" }
            on:mousedown=press
        >
            <td class="id">
                <span class="u-job" title=job.job.clone()>
                    {job.job.clone()}
                </span>
            </td>
            <td class="id dim">{job.awb}</td>
            <td>{job.client}</td>
            <td class="id dim">{job.reference}</td>
            <td class="num">
                <span class:late=job.late>{job.age}</span>
            </td>
            <td class="num" title=from>
                {mark}
                {value}
            </td>
            <td class="cur">{code}</td>
            <td title=also>{job.reason}{set}</td>
            <td class="u-owner" title=owner>
                {job.owner}
                {escalation}
            </td>
            <td class="u-step" title=job.action.clone()>
                {job.action.clone()}
            </td>
            <td class="num">
                {job.due}
                <span class="u-src">{source_tag(&job.source)}</span>
            </td>
        </tr>
    }
}

fn none() -> impl IntoView {
    view! {
        <tr>
            <td colspan="11" class="dim">
                {say("unbilled-none")}
            </td>
        </tr>
    }
}

fn selection(screen: Screen) -> impl IntoView {
    let subject = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref()
                .map(|v| (v.subject.count_text.clone(), v.subject.sums.clone(), v.subject.count))
        })
    });
    move || {
        let (count, sums, many) = subject.get()?;
        (many > 0).then(|| {
            let args = Args::new().with("count", count);
            view! {
                <span class="dim u-picked">
                    {words::say(screen.app.lang.get(), "findings-selected", &args)}
                    " "
                    {pairs(&sums, false)}
                </span>
            }
        })
    }
}

/// One pair of code and figures a currency.
fn pairs(sums: &[Amount], proved: bool) -> impl IntoView + use<> {
    let pair = |sum: &Amount| {
        let figure = match proved {
            true => view! { <span class="dbl">{sum.text.clone()}</span> }.into_any(),
            false => sum.text.clone().into_any(),
        };
        view! {
            <span class="pair">
                <span class="cur">{sum.code.clone()}</span>
                " "
                {figure}
            </span>
        }
    };
    sums.iter().map(pair).collect_view()
}
