//! A bar: SVG marks with a track. It never stands without its figure beside it.

use leptos::prelude::*;

/// One stretch of a bar in permille of its width; `class` names its fill (`v`, `acc`, `tied`,
/// `review`, `break`, `none`, `s1` … `s5`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    pub class: &'static str,
    pub from: u32,
    pub width: u32,
}

pub fn bar(marks: Vec<Mark>) -> impl IntoView {
    let marks = marks.into_iter().map(|mark| {
        let (x, width) = (mark.from.to_string(), mark.width.to_string());
        view! { <rect class=mark.class x=x width=width height="8"></rect> }
    });
    view! {
        <svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="1000" height="8"></rect>
            {marks.collect_view()}
        </svg>
    }
}

/// One value from the left.
pub fn simple(class: &'static str, permille: u32) -> impl IntoView {
    bar(vec![Mark { class, from: 0, width: permille.min(1000) }])
}
