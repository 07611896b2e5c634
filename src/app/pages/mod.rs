//! The screens: an open list. A screen is one file (or folder) with one `static PAGE`, registered
//! by two plain lines here.

mod ageing;
mod compare;
mod figures;
mod files;
mod findings;
mod history;
mod overview;
mod place;
mod reconcile;
mod release;
mod reports;
mod rows;
mod settings;
mod unbilled;
mod windowed;

use leptos::prelude::AnyView;
use tieout::view::frame::Frame;

pub struct Page {
    /// First part of the address: `#/files`.
    pub route: &'static str,
    /// Name in the sprite.
    pub icon: &'static str,
    /// Word key of the rail's label.
    pub word: &'static str,
    /// What stands beside the icon: how much needs the user here. 0 shows nothing.
    pub tally: fn(&Frame) -> usize,
    pub show: fn() -> AnyView,
}

/// In the order of the rail; `Alt` and the number goes there.
pub static PAGES: &[&Page] = &[
    &files::PAGE,
    &overview::PAGE,
    &findings::PAGE,
    &unbilled::PAGE,
    &reconcile::PAGE,
    &ageing::PAGE,
    &release::PAGE,
    &compare::PAGE,
    &reports::PAGE,
    &settings::PAGE,
];

/// Pages that are reached from others and stand on no rail.
static ASIDE: &[&Page] = &[&rows::PAGE, &figures::PAGE, &history::PAGE];

/// The page of a route; an unknown one is the first page.
pub fn page(route: &str) -> &'static Page {
    let mut all = PAGES.iter().chain(ASIDE).copied();
    all.find(|page| page.route == route).unwrap_or(PAGES[0])
}
