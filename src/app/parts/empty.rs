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
    reason("empty w-all", title, (say(why), more))
}

/// The same for a reason that the engine gives, in the place of the whole screen.
pub fn refused(title: &'static str, why: String) -> impl IntoView {
    reason("empty w-all", title, why)
}

/// The same in the place of one part of a screen.
pub fn lacking(title: &'static str, why: String) -> impl IntoView {
    reason("empty", title, why)
}

fn reason(class: &'static str, title: &'static str, why: impl IntoView + 'static) -> impl IntoView {
    view! {
        <div class=class>
            <strong>{say(title)}</strong>
            {why}
            <div class="row">
                <a class="btn primary" href=Address::to("files").hash()>
                    {say("overview-empty.go")}
                </a>
            </div>
        </div>
    }
}
