//! A ledger table: heads, lines, and the sums at its foot, with a column for each currency.
//!
//! It places what a view gives it and adds nothing up. The double underline stands only under what
//! was proved.

use leptos::prelude::*;
use tieout::view::Amount;

use super::status::{Status, glyph};
use super::{amount, bar};
use crate::app::platform::address::Address;
use crate::app::state::say;

#[derive(Default)]
pub struct Ledger {
    /// A second class, for what one table needs.
    pub class: &'static str,
    pub heads: Vec<Head>,
    pub lines: Vec<Line>,
    pub foot: Option<Line>,
}

/// A column's head; word keys, where it is not a name from the data.
pub enum Head {
    Blank,
    Name(&'static str),
    Figures(&'static str),
    /// A count whose word has more to say on a closer look: its key has `.title`.
    Told(&'static str, &'static str),
    /// A bar: it is named for those who do not see it.
    Bar,
    /// Over words; the word itself comes with the view.
    Words(String),
    /// A currency, or the name of a file: over figures.
    Of(String),
}

#[derive(Default)]
pub struct Line {
    /// `rest`, `cut` or none.
    pub class: &'static str,
    pub cells: Vec<Cell>,
}

pub enum Cell {
    Blank,
    /// Glyph and the word that it stands for.
    Mark(Option<Status>, String),
    Name(Name),
    /// What the foot says, over that many columns.
    Total(String, u8),
    /// A count; nil is a dash and never a blank.
    Count(String),
    Strong(String),
    /// A count that should not be there.
    Flag(String),
    /// A count that leads to what it counts, and what it says aloud.
    Link(String, Address, String),
    /// A figure that only stands beside others.
    Aside(String),
    /// Words that only stand beside others.
    Note(String),
    /// Fill, and permille of the width; without a fill the place stays empty.
    Bar(&'static str, u16),
    Money(Option<Amount>),
    /// Money that agrees with another source.
    Proved(Option<Amount>),
}

/// The first column that says something: a code, words, and where they lead.
#[derive(Default)]
pub struct Name {
    pub code: String,
    pub text: String,
    pub to: Option<Address>,
    /// Words that are figures, such as a range of days.
    pub figures: bool,
}

impl Name {
    pub fn plain(text: &str) -> Name {
        Name { text: text.to_owned(), ..Name::default() }
    }

    pub fn to(text: &str, to: Option<Address>) -> Name {
        Name { text: text.to_owned(), to, ..Name::default() }
    }
}

/// A section with its title and what stands at the other end of the line.
pub fn section(
    class: &'static str,
    title: &'static str,
    aside: impl IntoView + 'static,
    body: impl IntoView + 'static,
) -> impl IntoView {
    view! {
        <section class=format!("sec {class}")>
            <header>
                <h2>{say(title)}</h2>
                <span class="aside num">{aside}</span>
            </header>
            {body}
        </section>
    }
}

pub fn ledger(table: Ledger) -> impl IntoView {
    let heads = table.heads.into_iter().map(head).collect_view();
    let lines = table.lines.into_iter().map(line).collect_view();
    let foot = table.foot.map(|foot| view! { <tfoot>{line(foot)}</tfoot> });
    view! {
        <table class=format!("ledger plain {}", table.class)>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{lines}</tbody>
            {foot}
        </table>
    }
}

/// One head a currency.
pub fn currencies(codes: &[String]) -> impl Iterator<Item = Head> {
    codes.iter().cloned().map(Head::Of)
}

/// One cell a currency.
pub fn money(cells: &[Option<Amount>]) -> impl Iterator<Item = Cell> {
    cells.iter().cloned().map(Cell::Money)
}

/// The same under an agreement that was proved.
pub fn proved(cells: &[Option<Amount>], proved: bool) -> impl Iterator<Item = Cell> {
    let cell = if proved { Cell::Proved } else { Cell::Money };
    cells.iter().cloned().map(cell)
}

/// Money cells for a table that is built elsewhere.
pub fn money_cells(cells: &[Option<Amount>]) -> impl IntoView + use<> {
    money(cells).map(cell).collect_view()
}

fn head(head: Head) -> AnyView {
    match head {
        Head::Blank => view! { <td></td> }.into_any(),
        Head::Name(word) => view! { <th scope="col">{say(word)}</th> }.into_any(),
        Head::Words(word) => view! { <th scope="col">{word}</th> }.into_any(),
        Head::Figures(word) => view! {
            <th scope="col" class="num">
                {say(word)}
            </th>
        }
        .into_any(),
        Head::Told(word, title) => view! {
            <th scope="col" class="num" title=say(title)>
                {say(word)}
            </th>
        }
        .into_any(),
        Head::Bar => view! {
            <th scope="col" class="barcol">
                <span class="sr">{say("overview-share")}</span>
            </th>
        }
        .into_any(),
        Head::Of(name) => view! {
            <th scope="col" class="num" title=name.clone()>
                {name.clone()}
            </th>
        }
        .into_any(),
    }
}

fn line(line: Line) -> impl IntoView {
    view! { <tr class=line.class>{line.cells.into_iter().map(cell).collect_view()}</tr> }
}

fn cell(cell: Cell) -> AnyView {
    let figure = |inner: AnyView| view! { <td class="num m">{inner}</td> }.into_any();
    match cell {
        Cell::Blank => view! { <td></td> }.into_any(),
        Cell::Mark(status, word) => view! {
            <td class="gl">
                {status.map(glyph)}
                <span class="sr">{word}</span>
            </td>
        }
        .into_any(),
        Cell::Name(name) => name_cell(name).into_any(),
        Cell::Total(text, over) => view! {
            <th scope="row" colspan=over.to_string()>
                {text}
            </th>
        }
        .into_any(),
        Cell::Count(count) => figure(nil(&count)),
        Cell::Strong(count) => view! { <td class="num strong">{nil(&count)}</td> }.into_any(),
        Cell::Flag(count) => {
            figure(view! { <span class="flag">{glyph(Status::Break)}{count}</span> }.into_any())
        }
        Cell::Link(count, to, said) => figure(
            view! {
                <a class="dqn plainlink" href=to.hash() aria-label=said>
                    {count}
                </a>
            }
            .into_any(),
        ),
        Cell::Aside(text) => view! { <td class="num dim">{text}</td> }.into_any(),
        Cell::Note(text) => view! { <td class="dim">{text}</td> }.into_any(),
        Cell::Bar("", _) => view! { <td class="barcol"></td> }.into_any(),
        Cell::Bar(fill, permille) => view! {
            <td class="barcol">{bar::simple(fill, u32::from(permille))}</td>
        }
        .into_any(),
        Cell::Money(sum) => figure(sum.as_ref().map(amount::alone).into_any()),
        Cell::Proved(sum) => figure(sum.as_ref().map(amount::proved).into_any()),
    }
}

fn name_cell(name: Name) -> impl IntoView {
    let Name { code, text, to, figures } = name;
    let code = (!code.is_empty()).then(|| view! { <span class="id code">{code}</span> });
    let words = match to {
        Some(to) => view! {
            <a class="plainlink" href=to.hash()>
                {code}
                <span>{text}</span>
            </a>
        }
        .into_any(),
        None => view! { <span class:num=figures>{text}</span> }.into_any(),
    };
    view! {
        <th scope="row" class="name">
            {words}
        </th>
    }
}

fn nil(count: &str) -> AnyView {
    match count {
        "" => view! { <span class="dim">"–"</span> }.into_any(),
        count => count.to_owned().into_any(),
    }
}
