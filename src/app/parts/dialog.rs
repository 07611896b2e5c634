//! A dialog on the browser's own `<dialog>`: it keeps the focus, closes on Escape, and gives the
//! focus back to where it was.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Open while `open` is true. `label` names it for a screen reader.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] label: Signal<String>,
    #[prop(default = "dialog")] class: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = element.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    // A click on the scrim is a click on the dialog element itself.
    let click = move |event: web_sys::MouseEvent| {
        let on_scrim = element.get_untracked().is_some_and(|dialog| {
            event.target().is_some_and(|target| target == *dialog.unchecked_ref())
        });
        if on_scrim {
            open.set(false);
        }
    };
    view! {
        <dialog
            class=class
            node_ref=element
            aria-label=move || label.get()
            on:close=move |_| open.set(false)
            on:click=click
        >
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}

/// Whether a key in a dialog means its main button: Enter, outside of what uses Enter itself.
///
/// Dialogs hold no form element: the sandbox of the sealed file drops every submit unsaid.
pub fn confirms(event: &web_sys::KeyboardEvent) -> bool {
    let busy = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|at| matches!(&*at.tag_name(), "BUTTON" | "TEXTAREA" | "SELECT" | "A"));
    event.key() == "Enter" && !event.is_composing() && !busy
}
