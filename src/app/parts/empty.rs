//! What a screen shows before there is anything to show: what is missing, why, and where it comes
//! from.

use leptos::prelude::*;

use crate::app::platform::address::Address;
use crate::app::state::say;

/// `title` and `why` are word keys; `more` stands between them and the way to the files.
pub fn empty(
    title: &'static str,
    why: &'static str,
    more: impl IntoView + 'static,
) -> impl IntoView {
    view! {
        <div class="empty w-all">
            <strong>{say(title)}</strong>
            {say(why)}
            {more}
            <div class="row">
                <a class="btn primary" href=Address::to("files").hash()>
                    {say("overview-empty.go")}
                </a>
            </div>
        </div>
    }
}
