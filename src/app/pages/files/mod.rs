//! The Files screen: what came in on the left, how the chosen sheet is read on the right.

mod empty;
mod encoding;
mod fields;
mod grid;
mod list;
mod password;
mod scorecard;
mod sheet;

use leptos::prelude::*;
use tieout::base::limits;
use tieout::view::files::{FileState, Files as FilesView};
use tieout::view::{Query, View};

use super::Page;
use crate::app::intake::use_intake;
use crate::app::state::{look, use_app};

pub static PAGE: Page = Page {
    route: "files",
    icon: "files",
    word: "nav-files",
    tally: |frame| frame.files_asking,
    show: || view! { <Files/> }.into_any(),
};

/// The sheet that is shown: file and index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct At {
    pub file: u32,
    pub sheet: u16,
    /// A row that a source tag leads to, as the user's program counts.
    pub row: Option<u32>,
}

#[component]
fn Files() -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let files = look(
        || Query::Files,
        |view| match view {
            View::Files(files) => Some(files),
            _ => None,
        },
    );
    Effect::new(move || {
        files.track();
        intake.listed();
    });
    let nothing = Memo::new(move |_| {
        let none = files.with(|files| files.as_ref().is_none_or(|files| files.files.is_empty()));
        none && intake.jobs.with(Vec::is_empty)
    });
    let at = Memo::new(move |_| {
        let address = app.address.get();
        files.with(|files| files.as_ref().and_then(|files| shown(files, &address)))
    });
    let known = Memo::new(move |_| files.with(Option::is_some));
    view! {
        <Show when=move || known.get()>
            <Show when=move || !nothing.get() fallback=|| view! { <empty::Empty/> }>
                <list::FileList files=files at=at/>
                <password::Password/>
                <Show
                    when=move || at.get().is_some()
                    fallback=|| view! { <section class="mapp"></section> }
                >
                    <sheet::SheetPane at=at/>
                </Show>
            </Show>
        </Show>
    }
}

/// What the address names, else the first file that asks, else the first that was read.
fn shown(files: &FilesView, address: &crate::app::platform::address::Address) -> Option<At> {
    let number = |name: &str| address.param(name).and_then(|text| text.parse::<u32>().ok());
    if let Some(table) = number("table") {
        let per_file = limits::SHEETS_MAX as u32;
        let (file, sheet) = (table / per_file, (table % per_file) as u16);
        return Some(At { file, sheet, row: number("row") });
    }
    let readable = |state: FileState| state != FileState::Refused;
    let named = number("file").and_then(|id| files.files.iter().find(|file| file.id == id));
    let file = named
        .filter(|file| readable(file.state))
        .or_else(|| files.files.iter().find(|file| readable(file.state)))?;
    let sheet = number("sheet").filter(|_| named.is_some()).unwrap_or(u32::from(file.sheet));
    Some(At { file: file.id, sheet: sheet as u16, row: None })
}
