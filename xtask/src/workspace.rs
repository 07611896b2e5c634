//! Where things stand in the workspace: one place for every path that the commands share.

use std::path::{Path, PathBuf};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the workspace").into()
}

/// What Trunk writes: the hosted edition.
pub fn site() -> PathBuf {
    root().join("dist/site")
}

/// The single-file edition.
pub fn single_file() -> PathBuf {
    root().join("dist/tieout.html")
}

/// Our own copies of the build tools.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// What journeys write: profiles, generated workbooks, downloads, pictures.
pub fn journeys() -> PathBuf {
    root().join("target/e2e")
}
