//! Status: glyph, word and fill together, never colour alone.

use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Tied,
    Partly,
    Review,
    Break,
    NotExamined,
    NotRun,
}

impl Status {
    /// Class of the chip and tail of the glyph's name in the sprite.
    fn key(self) -> &'static str {
        match self {
            Status::Tied => "tied",
            Status::Partly => "partly",
            Status::Review => "review",
            Status::Break => "break",
            Status::NotExamined => "none",
            Status::NotRun => "notrun",
        }
    }

    /// Word key: `status-tied` …
    pub fn word(self) -> &'static str {
        match self {
            Status::Tied => "status-tied",
            Status::Partly => "status-partly",
            Status::Review => "status-review",
            Status::Break => "status-break",
            Status::NotExamined => "status-not-examined",
            Status::NotRun => "status-not-run",
        }
    }
}

/// The glyph alone, for rows under a chip or beside a word that says the same.
pub fn glyph(status: Status) -> impl IntoView {
    let (class, href) = (format!("glyph g-{}", status.key()), format!("#g-{}", status.key()));
    view! {
        <svg class=class aria-hidden="true">
            <use href=href></use>
        </svg>
    }
}

/// Glyph and word in the status's own fill.
pub fn chip(status: Status, word: impl IntoView + 'static) -> impl IntoView {
    view! { <span class=format!("chip {}", status.key())>{glyph(status)}<span>{word}</span></span> }
}
