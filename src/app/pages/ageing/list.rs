//! The table of all four lists, served in windows. Figures lead to the items behind them.

use leptos::prelude::*;
use tieout::view::Amount;
use tieout::view::ageing::{Cell, Head, Line, Show as Of};

use super::super::windowed::{Extent, Windowed, space};
use super::{Screen, choice};
use crate::app::parts::bar::{Mark, bar, simple};
use crate::app::parts::source_tag::source_tag;
use crate::app::platform::address::Address;
use crate::app::state::say;

#[derive(Clone, PartialEq, Default)]
struct Shown {
    heads: Vec<Head>,
    lines: Vec<Line>,
    from: u32,
    total: u32,
}

/// Fills of the buckets, the newest first; undated and not due stand apart.
const FILLS: [&str; 9] = ["none", "tied", "s1", "s2", "s3", "s4", "s5", "review", "break"];

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
    let scroll = Windowed::new(screen.list, "ageing", super::FIRST_ROWS, extent);
    let press = move |event: web_sys::KeyboardEvent| {
        let is_link = event.target() != event.current_target();
        if event.key() == "Enter" && !event.is_composing() && !is_link {
            open_customer(screen);
        } else {
            scroll.press(&event);
        }
    };
    view! {
        <div
            class="grid u-grid a-grid"
            hidden=move || shown.with(|s| s.heads.is_empty())
            tabindex="0"
            role="region"
            aria-label=say("ageing-title")
            node_ref=scroll.element
            on:scroll=move |_| scroll.look()
            on:keydown=press
        >
            <table aria-rowcount=move || (shown.with(|s| s.total) + 1).to_string()>
                <thead>
                    <tr>{move || heads(screen, &shown.with(|s| s.heads.clone()))}</tr>
                </thead>
                {space(move || scroll.above_px(), 16)}
                <tbody node_ref=scroll.body>{move || lines(screen, shown.get())}</tbody>
                {space(move || scroll.below_px(), 16)}
                {foot(screen)}
            </table>
        </div>
    }
}

/// Enter on a row leads to the customer's items.
fn open_customer(screen: Screen) {
    let at = screen.list.pointing.cursor.get_untracked().0;
    let customer = screen.view.with_untracked(|v| {
        let line = v.as_ref()?.lines.iter().find(|line| line.at == at && !line.is_group)?;
        Some((line.customer.clone(), line.currency.clone()))
    });
    if let Some((customer, currency)) = customer {
        items_of(&customer, &currency, "").go();
    }
}

fn items_of(customer: &str, currency: &str, bucket: &str) -> Address {
    let mut to = Address::to("ageing").with("show", "items");
    for (name, value) in [("customer", customer), ("currency", currency), ("bucket", bucket)] {
        if !value.is_empty() {
            to = to.with(name, value);
        }
    }
    to
}

fn heads(screen: Screen, heads: &[Head]) -> impl IntoView + use<> {
    let head = |head: &Head| {
        let place = screen.place;
        let (key, sorted) = (head.key.clone(), head.sorted);
        let order = match sorted {
            None => "none",
            Some(true) => "descending",
            Some(false) => "ascending",
        };
        let sign = match sorted {
            None => "",
            Some(true) => " ↓",
            Some(false) => " ↑",
        };
        // Names rise at first, figures fall.
        let falls = if sorted.is_none() { head.end } else { sorted == Some(false) };
        let go = move |_| {
            let now = place.address.get_untracked().with("sort", key.clone());
            if falls { now.with("down", "1") } else { now.without("down") }.go();
        };
        let word = head.word.clone();
        // The days of a bucket stay on one line.
        let in_words = head.end && !word.contains(|c: char| c.is_ascii_digit());
        let inner = match head.key.as_str() {
            "" => word.into_any(),
            _ => view! {
                <button type="button" on:click=go>
                    {word}
                    {sign}
                </button>
            }
            .into_any(),
        };
        view! {
            <th scope="col" class:num=head.end class:a-words=in_words aria-sort=order>
                {inner}
            </th>
        }
    };
    let heads = heads.iter().map(head).collect_view();
    view! {
        {heads}
        <td></td>
    }
}

fn lines(screen: Screen, shown: Shown) -> AnyView {
    if shown.total == 0 {
        return view! {
            <tr>
                <td colspan="16" class="dim">
                    {say("ageing-none")}
                </td>
            </tr>
        }
        .into_any();
    }
    let of = untrack(|| choice(screen.place).show);
    shown.lines.into_iter().map(|line| row(screen, of, line)).collect_view().into_any()
}

fn row(screen: Screen, of: Of, line: Line) -> impl IntoView {
    let at = line.at;
    let press = move |event: web_sys::MouseEvent| {
        if event.button() == 0 {
            let add = event.ctrl_key() || event.meta_key();
            screen.list.pointing.point(at, 0, event.shift_key(), add);
            if event.shift_key() {
                event.prevent_default();
            }
        }
    };
    let cells = line.cells.iter().enumerate().map(|(column, cell)| {
        let links = of != Of::Items && (column == 0 || !cell.bucket.is_empty());
        let is_name = !line.is_group && column == 0 && !line.customer.is_empty();
        let to = (links && (is_name || !cell.bucket.is_empty()))
            .then(|| items_of(&line.customer, &line.currency, &cell.bucket));
        cell_view(cell, to, column == 0)
    });
    let cells = cells.collect_view();
    let source = line.source.as_ref().map(source_tag);
    view! {
        <tr
            class=if line.is_group { "j grp" } else { "j" }
            aria-selected=if line.selected { "true" } else { "false" }
            on:mousedown=press
        >
            {cells}
            <td class="a-src">{source}</td>
        </tr>
    }
}

fn cell_view(cell: &Cell, to: Option<Address>, is_name: bool) -> AnyView {
    if !cell.parts.is_empty() {
        return view! { <td class="a-pic">{spread(&cell.parts)}</td> }.into_any();
    }
    let text = cell.text.clone();
    let class = match (cell.end, cell.whole) {
        (true, true) => "amt amt-0",
        (true, false) => "amt",
        _ => "",
    };
    let tone = cell.tone.clone();
    let words = match to.filter(|_| text != "–") {
        // The names are in the order of the Tab key; a figure is reached through its name.
        Some(to) => view! {
            <a class=format!("plainlink {class}") href=to.hash() tabindex=(!is_name).then_some("-1")>
                {text}
            </a>
        }
        .into_any(),
        None => view! { <span class=format!("{class} {tone}")>{text}</span> }.into_any(),
    };
    let share = (cell.share > 0).then(|| simple("acc", u32::from(cell.share)));
    view! {
        <td class=format!("{tone}") class:num=cell.end class:a-name=is_name>
            {words}
            {share}
        </td>
    }
    .into_any()
}

/// Each bucket as a stretch, side by side.
fn spread(parts: &[u16]) -> impl IntoView + use<> {
    let mut from = 0;
    let mut marks = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let width = u32::from(*part).min(1000 - from);
        if width > 0 {
            marks.push(Mark { class: FILLS[at.min(FILLS.len() - 1)], from, width });
        }
        from += width;
    }
    bar(marks)
}

fn foot(screen: Screen) -> impl IntoView {
    let foot = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().map(|v| (v.total_text.clone(), v.sums.clone())).unwrap_or_default()
        })
    });
    view! {
        <tfoot>
            <tr>
                <td colspan="16">
                    {move || {
                        let (text, sums) = foot.get();
                        view! {
                            <span>{text}</span>
                            {sums.iter().map(pair).collect_view()}
                        }
                    }}
                </td>
            </tr>
        </tfoot>
    }
}

fn pair(sum: &Amount) -> impl IntoView + use<> {
    view! {
        <span class="pair">
            <span class="cur">{sum.code.clone()}</span>
            " "
            {sum.text.clone()}
        </span>
    }
}
