//! One binary, three faces: the page, its workers, and the terminal.
//!
//! On `wasm32` the same module is the page or, when it finds itself in a worker, one of the two
//! workers; natively it is the terminal. What they share is the library.

// The browser tells time and sizes in floats. Money never reaches this side as a number.
#![cfg_attr(target_arch = "wasm32", allow(clippy::float_arithmetic))]

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(not(target_arch = "wasm32"))]
mod cli;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    match worker::role() {
        Some(role) => worker::run(role),
        None => app::mount(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}
