//! What the journeys need beside Rust: Chromium and its driver, fonts for Korean and Chinese, a
//! second spreadsheet program to open our workbooks with, and axe-core for accessibility.
//!
//! On Debian as root they are installed; elsewhere a missing one is named, with what to install.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Stop, output, run, say};
use crate::workspace;

struct Need {
    what: &'static str,
    present: fn() -> bool,
    debian_packages: &'static [&'static str],
}

static NEEDS: &[Need] = &[
    Need { what: "Chromium", present: || on_path("chromium"), debian_packages: &["chromium"] },
    Need {
        what: "the driver of Chromium (chromedriver)",
        present: || on_path("chromedriver"),
        debian_packages: &["chromium-driver"],
    },
    Need {
        what: "a font for Korean and Chinese",
        present: has_cjk_font,
        debian_packages: &["fontconfig", "fonts-noto-cjk"],
    },
    Need {
        what: "LibreOffice Calc",
        present: || on_path("soffice"),
        debian_packages: &["libreoffice-calc"],
    },
    Need { what: "npm", present: || on_path("npm"), debian_packages: &["npm"] },
];

const AXE: &str = "axe-core@4.14.1";

/// Makes sure that the journeys can run, and answers where axe-core is.
pub fn ensure() -> Result<PathBuf, Stop> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.present)()).collect();
    if !missing.is_empty() {
        let packages: Vec<&str> =
            missing.iter().flat_map(|need| need.debian_packages).copied().collect();
        if !(is_debian() && is_root()) {
            return Err(ask_for(&missing, &packages));
        }
        say(&format!("Installing {}", packages.join(", ")));
        run(apt().arg("update"))?;
        run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&packages))?;
    }
    ensure_axe()
}

fn ask_for(missing: &[&Need], packages: &[&str]) -> Stop {
    let names: Vec<&str> = missing.iter().map(|need| need.what).collect();
    let names = names.join(", ");
    let packages = packages.join(" ");
    format!("The journeys need {names}: install it (on Debian: `apt install {packages}` as root).")
}

fn ensure_axe() -> Result<PathBuf, Stop> {
    let folder = workspace::root().join("target/axe");
    let script = folder.join("node_modules/axe-core/axe.min.js");
    let package = folder.join("node_modules/axe-core/package.json");
    let version = AXE.rsplit('@').next().unwrap_or_default();
    let wanted = format!("\"version\": \"{version}\"");
    if script.is_file() && std::fs::read_to_string(package).is_ok_and(|text| text.contains(&wanted))
    {
        return Ok(script);
    }
    say(&format!("Installing {AXE}"));
    run(Command::new("npm")
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .arg(&folder)
        .arg(AXE))?;
    Ok(script)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).any(|folder| folder.join(&name).is_file())
}

fn has_cjk_font() -> bool {
    // Where there is no fontconfig (Windows, macOS) the system brings such fonts itself.
    !cfg!(target_os = "linux")
        || output("fc-list", &[":lang=ko"]).is_some_and(|fonts| !fonts.is_empty())
            && output("fc-list", &[":lang=zh"]).is_some_and(|fonts| !fonts.is_empty())
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file()
}

fn is_root() -> bool {
    output("id", &["-u"]).as_deref() == Some("0")
}
