//! The module as a worker: the engine that holds the session, a reader that lives for one file, or
//! the unpacker that a reader starts for a large workbook.
//!
//! It knows the library and the message port, no document. A panic here ends the worker; the page
//! sees it and starts another one.

mod engine;
mod port;
mod reader;
mod soon;
mod unpacker;
mod unpacking;

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// What a worker is for; the page names it when it starts one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Engine,
    Reader,
    Unpacker,
}

impl Role {
    /// The name that the worker carries.
    pub fn name(self) -> &'static str {
        match self {
            Role::Engine => "engine",
            Role::Reader => "reader",
            Role::Unpacker => "unpacker",
        }
    }
}

/// The role of this worker; `None` on the page.
pub fn role() -> Option<Role> {
    let scope = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().ok()?;
    let name = scope.name();
    [Role::Engine, Role::Reader, Role::Unpacker].into_iter().find(|role| role.name() == name)
}

pub fn run(role: Role) {
    match role {
        Role::Engine => engine::run(),
        Role::Reader => reader::run(),
        Role::Unpacker => unpacker::run(),
    }
}
