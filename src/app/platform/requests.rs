//! The requests that the page made since it was loaded, as the browser itself reports them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{PerformanceEntry, PerformanceObserver, PerformanceObserverInit};

/// Calls `each` with the address of every request from now on. Addresses inside the page (`blob:`,
/// `data:`) are no requests.
pub fn watch(each: impl Fn(String) + 'static) {
    let Some(clock) = web_sys::window().and_then(|w| w.performance()) else { return };
    let from_ms = clock.now();
    let seen = Closure::<dyn FnMut(js_sys::Object)>::new(move |list: js_sys::Object| {
        for entry in entries(&list) {
            let name = entry.name();
            let inside = ["blob:", "data:"].iter().any(|start| name.starts_with(start));
            if entry.start_time() > from_ms && !inside {
                each(name);
            }
        }
    });
    if let Ok(observer) = PerformanceObserver::new(seen.as_ref().unchecked_ref()) {
        let kinds = js_sys::Array::of1(&"resource".into());
        // A browser that cannot report leaves the panel without a list; it says so there.
        observer.observe(&PerformanceObserverInit::new(&kinds));
    }
    seen.forget();
}

fn entries(list: &js_sys::Object) -> Vec<PerformanceEntry> {
    let list: &web_sys::PerformanceObserverEntryList = list.unchecked_ref();
    list.get_entries().iter().map(|entry| entry.unchecked_into()).collect()
}
