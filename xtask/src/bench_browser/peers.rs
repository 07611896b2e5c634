//! The others, of fixed versions, by the ordinary npm client into `target/`.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Stop, output, run, say};
use crate::workspace;

const PACKAGES: [(&str, &str); 4] = [
    ("xlsx", "0.18.5"),
    ("exceljs", "4.4.0"),
    ("papaparse", "5.7.1"),
    ("@duckdb/duckdb-wasm", "1.32.0"),
];

/// Makes sure that they are there, and answers the folder of the packages.
pub fn ensure() -> Result<PathBuf, Stop> {
    let folder = workspace::root().join("target/peers");
    let modules = folder.join("node_modules");
    let there = PACKAGES.iter().all(|(name, version)| {
        let described = std::fs::read_to_string(modules.join(name).join("package.json"));
        described.is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
    });
    if there {
        return Ok(modules);
    }
    if output("npm", &["--version"]).is_none() {
        return Err("The bench measures beside packages of npm, and npm is not on PATH: install \
                    Node.js with npm (on Debian: `apt install npm` as root) and run it again."
            .to_owned());
    }
    say("Installing the packages that are measured beside us");
    run(Command::new("npm")
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .arg(&folder)
        .args(PACKAGES.map(|(name, version)| format!("{name}@{version}"))))?;
    Ok(modules)
}
