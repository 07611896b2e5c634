//! Building the hosted edition: Trunk's release build into `dist/site`.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Stop, run, say};
use crate::{module, tools, workspace};

/// Builds the release of the page and answers the folder that holds it.
pub fn build() -> Result<PathBuf, Stop> {
    let path = tools::ensure()?;
    say("Building the release of the page");
    let site = workspace::site();
    run(Command::new("trunk")
        .args(["build", "--release", "--dist"])
        .arg(&site)
        .current_dir(workspace::root())
        .env("PATH", path)
        // Trunk reads NO_COLOR as a flag of its own and refuses the value that others set.
        .env_remove("NO_COLOR"))?;
    let saved = module::strip_names(&module::of(&site)?)?;
    println!("   the module without its names: {} kB less", saved / 1000);
    Ok(site)
}
