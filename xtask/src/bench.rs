//! `cargo xtask bench`: how large and how fast the page is, measured and written down.

use crate::run::Stop;

pub fn run() -> Result<(), Stop> {
    Err("bench is not written yet.".into())
}
