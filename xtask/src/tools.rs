//! The build tools of fixed versions: the wasm target, Trunk, wasm-bindgen.
//!
//! A tool on PATH is used when its version is ours; otherwise it is built once into `target/tools`,
//! quickly rather than well: it runs for seconds, so optimising it for minutes would be a loss.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::run::{Stop, cargo, output, run, say};
use crate::workspace;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

struct Tool {
    program: &'static str,
    package: &'static str,
    /// Trunk takes the wasm-bindgen on PATH only when it is the version that the library is pinned to.
    version: &'static str,
    options: &'static [&'static str],
}

static TOOLS: &[Tool] = &[
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: "0.2.130",
        // Its published lock file does not resolve with the features we leave out.
        options: &["--no-default-features"],
    },
    Tool {
        program: "trunk",
        package: "trunk",
        // 0.22 needs a newer compiler than the one this workspace names.
        version: "0.21.14",
        options: &["--locked", "--no-default-features", "--features", "rustls"],
    },
];

/// Makes sure that the page can be built, and answers the PATH to build it with.
pub fn ensure() -> Result<OsString, Stop> {
    ensure_wasm_target()?;
    for tool in TOOLS {
        ensure_tool(tool)?;
    }
    fetch_dependencies()?;
    path_with_tools()
}

fn ensure_wasm_target() -> Result<(), Stop> {
    let sysroot = output("rustc", &["--print", "sysroot"])
        .ok_or("rustc is not on PATH; install Rust from https://rustup.rs and try again.")?;
    if PathBuf::from(sysroot).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    say("Adding the WebAssembly target");
    run(std::process::Command::new("rustup").args(["target", "add", WASM_TARGET]))
}

fn ensure_tool(tool: &Tool) -> Result<(), Stop> {
    let own = workspace::tools().join("bin").join(executable(tool.program));
    for candidate in [own.into_os_string(), tool.program.into()] {
        let found = output(&candidate, &["--version"]).unwrap_or_default();
        if found.split_whitespace().nth(1) == Some(tool.version) {
            return Ok(());
        }
    }
    say(&format!("Installing {} {} (once, some minutes)", tool.package, tool.version));
    let wanted = format!("{}@{}", tool.package, tool.version);
    run(cargo()
        .args(["install", &wanted, "--root"])
        .arg(workspace::tools())
        .arg("--target-dir")
        .arg(workspace::tools().join("build"))
        .args(tool.options)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("CARGO_TARGET_DIR"))
}

/// Trunk builds without the network, so that a build is the same tomorrow; what it needs comes first.
fn fetch_dependencies() -> Result<(), Stop> {
    let known = cargo().args(["fetch", "--locked", "--offline", "--quiet"]).output();
    if known.is_ok_and(|result| result.status.success()) {
        return Ok(());
    }
    say("Fetching the libraries");
    run(cargo().args(["fetch", "--locked"]))
}

fn path_with_tools() -> Result<OsString, Stop> {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let own = workspace::tools().join("bin");
    std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&inherited)))
        .map_err(|fault| format!("PATH cannot hold the workspace's folder: {fault}."))
}

fn executable(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}
