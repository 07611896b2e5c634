//! The rail: icon and word of each screen, and how much needs the user there.

use leptos::prelude::*;
use tieout::words::format;

use crate::app::pages::{self, PAGES, Page};
use crate::app::parts::icon::icon;
use crate::app::platform::address::Address;
use crate::app::state::{say, use_app};

#[component]
pub fn Rail() -> impl IntoView {
    view! {
        <nav class="rail" aria-label=say("nav-main")>
            <div class="brand">
                <svg width="24" height="24" role="img" aria-label="Tieout">
                    <use href="#brand"></use>
                </svg>
            </div>
            {PAGES.iter().map(|page| item(page)).collect_view()}
        </nav>
    }
}

/// Tallies from here on have no room beside the icon and stand above it.
const WIDE: usize = 1_000;

fn item(page: &'static Page) -> impl IntoView {
    let app = use_app();
    let here = move || pages::page(&app.address.get().route).route == page.route;
    let tally = Memo::new(move |_| app.frame.with(page.tally));
    view! {
        <a href=Address::to(page.route).hash() aria-current=move || here().then_some("page")>
            {icon(page.icon, 18)}
            {say(page.word)}
            <Show when=move || { tally.get() > 0 }>
                <span
                    class="tally"
                    class:wide=move || { tally.get() >= WIDE }
                    title=move || format::count(tally.get() as i64)
                >
                    {move || format::tally(tally.get())}
                </span>
            </Show>
        </a>
    }
}
