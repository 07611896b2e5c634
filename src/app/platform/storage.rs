//! What this browser remembers for the next visit: preferences and confirmed readings, never rows
//! of a file. Where storage is refused (a sealed page, a private window) everything works without.

use gloo::storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The closed list of what is kept. The start script (`public/seal.js`) knows the first three.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    Theme,
    Lang,
    Density,
    Remembered,
    /// The language and the sections of reports.
    Report,
}

impl Key {
    pub const ALL: [Key; 5] = [Key::Theme, Key::Lang, Key::Density, Key::Remembered, Key::Report];

    fn name(self) -> &'static str {
        match self {
            Key::Theme => "tieout.theme",
            Key::Lang => "tieout.lang",
            Key::Density => "tieout.density",
            Key::Remembered => "tieout.remembered",
            Key::Report => "tieout.report",
        }
    }
}

pub fn recall<T: DeserializeOwned>(key: Key) -> Option<T> {
    if !is_available() {
        return None;
    }
    LocalStorage::get(key.name()).ok()
}

pub fn keep(key: Key, value: &impl Serialize) {
    if is_available() {
        // A full storage costs the memory for next time, nothing of today's work.
        let _ = LocalStorage::set(key.name(), value);
    }
}

pub fn forget_all() {
    if is_available() {
        for key in Key::ALL {
            LocalStorage::delete(key.name());
        }
    }
}

pub fn is_available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
