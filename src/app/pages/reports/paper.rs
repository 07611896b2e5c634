//! The paper: one page of a section, the same in both themes and the same that is printed.

use leptos::prelude::*;
use tieout::view::reports::{Page, PaperCell, PaperTable};

use super::mark_status;
use crate::app::parts::status::glyph;

/// Columns that an upright page holds; a table with more is printed on its side.
const COLUMNS_UPRIGHT: usize = 8;
/// The longest identifier that is kept in one piece.
const WORD_CHARS: usize = 18;

pub(super) fn paper(page: Page, label: String) -> impl IntoView {
    let name = label.clone();
    let wide = page.tables.iter().any(|table| table.columns.len() > COLUMNS_UPRIGHT);
    let verdicts = page.notes.iter().map(|note| {
        view! {
            <p>
                {mark_status(&note.mark).map(glyph)}
                <span>{note.text.clone()}</span>
            </p>
        }
    });
    let verdicts = (!page.notes.is_empty())
        .then(|| view! { <div class="p-verdict">{verdicts.collect_view()}</div> });
    let signed = page.sign_off.map(sign_off);
    let tables = page.tables.into_iter().map(table).collect_view();
    let head = if page.at == 0 {
        view! {
            <div class="p-head">
                <div>
                    <p class="p-org">{page.title}</p>
                    <h2>{page.section}</h2>
                    <p class="p-sub num">{page.subtitle}</p>
                </div>
                {signed}
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
        <article class="paper" data-wide=wide.then_some("") data-theme="light" lang=page.lang.tag() aria-label=name>
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

/// Lines that nobody filled in are left to be signed on paper.
fn sign_off(table: PaperTable) -> impl IntoView {
    let heads = table.columns.into_iter().enumerate();
    let heads = heads.map(|(at, (title, _))| match at {
        // The first column names the lines; the block's own name is the document's.
        0 => view! { <td><span class="sr">{title}</span></td> }.into_any(),
        _ => view! { <th scope="col">{title}</th> }.into_any(),
    });
    let heads = heads.collect_view();
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row">{cell.text}</th> }.into_any(),
            _ => view! { <td>{cell.text}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <table class="signoff num">
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
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
        // A number or a word stays in one piece; a long name may break anywhere before it is cut.
        let keep = cell.text.chars().count() <= WORD_CHARS && !cell.text.contains(' ');
        view! {
            <td class:num=end class:keep=keep>
                <span class:hang=hang class:row=status.is_some()>
                    {status.map(glyph)}
                    {cell.text}
                </span>
            </td>
        }
    });
    cells.collect_view()
}
