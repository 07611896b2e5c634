//! Dropping and pasting anywhere on the page.
//!
//! `dataTransfer.files` alone: the newer handles end the tab in a sealed page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, FileList};

/// Listens on the whole window. The frame that shows a drag clears on leave, drop and Escape: it
/// never stays over the work.
pub fn listen(
    dragging: RwSignal<bool>,
    dropped: impl Fn(Option<FileList>) + 'static,
    pasted: impl Fn(String) + 'static,
) {
    let has_files = |event: &DragEvent| {
        event.data_transfer().is_some_and(|data| {
            data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
        })
    };
    on("dragenter", move |event: &DragEvent| {
        if has_files(event) {
            event.prevent_default();
            dragging.set(true);
        }
    });
    on("dragover", move |event: &DragEvent| {
        if has_files(event) {
            event.prevent_default();
        }
    });
    on("dragleave", move |event: &DragEvent| {
        // Leaving the window has no related target; moving inside it has one.
        if event.related_target().is_none() {
            dragging.set(false);
        }
    });
    on("drop", move |event: &DragEvent| {
        event.prevent_default();
        dragging.set(false);
        dropped(event.data_transfer().and_then(|data| data.files()));
    });
    on("keydown", move |event: &web_sys::KeyboardEvent| {
        if event.code() == "Escape" {
            dragging.set(false);
        }
    });
    on("paste", move |event: &ClipboardEvent| {
        if is_field(event.target()) {
            return;
        }
        let Some(data) = event.clipboard_data() else { return };
        let text = data.get_data("text/plain").unwrap_or_default();
        if !text.trim().is_empty() {
            event.prevent_default();
            pasted(text);
        }
    });
}

fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|at| at.closest("input, textarea, [contenteditable]").ok().flatten().is_some())
}

fn on<E: JsCast + 'static>(name: &'static str, take: impl Fn(&E) + 'static) {
    gloo::events::EventListener::new_with_options(
        &window(),
        name,
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event: &Event| take(event.unchecked_ref()),
    )
    .forget();
}
