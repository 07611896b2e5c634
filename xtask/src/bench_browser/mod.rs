//! `cargo xtask bench browser [ROWS…]`: reading, checking and matching beside SheetJS, ExcelJS,
//! calamine, Papa Parse and DuckDB, all in one run of one browser, in turns. What is claimed is a
//! ratio; times belong to the machine.
//!
//! The bench page (`benches/browser/`) drives the shipped module in its own workers; it is never
//! part of the shipped page.

mod charges;
mod house;
mod peers;
mod report;
mod seeded;
mod visit;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::run::{Stop, cargo, read, run, say, write};
use crate::{page, tools, workspace};
use report::Measures;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
const ROUNDS: u32 = 3;
/// The slow ones are asked once where there are so many rows.
const ONCE_FROM: u32 = 500_000;
/// Matching is held against its peer at this size, and against itself at the largest.
const CASH: u32 = 100_000;

pub struct Asked {
    sizes: Vec<u32>,
    /// A page that is already built, and in whatever profile: for trying the bench itself.
    site: Option<PathBuf>,
}

impl Asked {
    /// All sizes, over a page that has just been built.
    pub fn all(site: PathBuf) -> Asked {
        Asked { sizes: SIZES.to_vec(), site: Some(site) }
    }

    pub fn parse(arguments: &[String]) -> Result<Asked, Stop> {
        let mut asked = Asked { sizes: Vec::new(), site: None };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            if word == "--site" {
                let folder = words.next().ok_or("--site takes the folder of a built page.")?;
                asked.site = Some(PathBuf::from(folder));
                continue;
            }
            match word.parse() {
                Ok(rows) if rows >= 1_000 => asked.sizes.push(rows),
                _ => return Err(format!("“{word}” is not a number of rows of 1000 or more.")),
            }
        }
        if asked.sizes.is_empty() {
            asked.sizes = SIZES.to_vec();
        }
        asked.sizes.sort_unstable();
        Ok(asked)
    }

    /// Receipts, and as many open items, in order.
    fn cash(&self) -> Vec<u32> {
        let largest = self.sizes.last().copied().unwrap_or(CASH);
        let mut sizes = vec![CASH.min(largest), largest];
        sizes.dedup();
        sizes
    }
}

/// Runs, prints the table, and answers it.
pub fn run_all(asked: &Asked) -> Result<String, Stop> {
    let modules = peers::ensure()?;
    visit::ensure_browser()?;
    let path = tools::ensure()?;
    let site = match &asked.site {
        Some(site) => site.clone(),
        None => page::build()?,
    };
    let folder = workspace::root().join("target/bench");
    lay_out(&folder, &site, &modules)?;
    witness(&folder.join("witness"), &path)?;
    files(&folder.join("files"), asked)?;
    write(&folder.join("plan.json"), plan(asked)?)?;
    say("Measuring in Chromium; leave the machine alone");
    let mut measures = Measures::default();
    visit::visit(&folder, |message| measures.take(message))?;
    let text = report::table(&measures, &asked.sizes);
    print!("{text}");
    Ok(text)
}

/// Makes the files only, for `examples/catalogue.rs`.
pub fn make_files(asked: &Asked) -> Result<(), Stop> {
    let folder = workspace::root().join("target/bench/files");
    files(&folder, asked)?;
    println!("   {}", folder.display());
    Ok(())
}

fn plan(asked: &Asked) -> Result<String, Stop> {
    let rules = read(&workspace::root().join("docs/rules.md"))?;
    let rules: Vec<&str> = rules
        .lines()
        .filter_map(|line| line.strip_prefix("### ")?.split_whitespace().next())
        .collect();
    let plan = json!({
        "sizes": asked.sizes,
        "rounds": ROUNDS,
        "once_from": ONCE_FROM,
        "cash": asked.cash(),
        "house": house::House::FILES,
        "as_of": house::AS_OF,
        "rules": rules,
    });
    Ok(plan.to_string())
}

/// The bench page beside the shipped page and the packages, under one address.
fn lay_out(folder: &Path, site: &Path, modules: &Path) -> Result<(), Stop> {
    say("Laying out the bench page");
    for (name, from) in
        [("site", site), ("npm", modules), (".", &workspace::root().join("benches/browser"))]
    {
        let to = folder.join(name);
        if name != "." && to.exists() {
            std::fs::remove_dir_all(&to)
                .map_err(|fault| format!("Cannot clear {}: {fault}.", to.display()))?;
        }
        copy(from, &to)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Stop> {
    let failed = |fault: std::io::Error| format!("Cannot copy {}: {fault}.", from.display());
    std::fs::create_dir_all(to).map_err(failed)?;
    for entry in std::fs::read_dir(from).map_err(failed)?.flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target).map_err(failed)?;
        }
    }
    Ok(())
}

/// Calamine and inflating as a module of the same build.
fn witness(folder: &Path, path: &std::ffi::OsStr) -> Result<(), Stop> {
    say("Building the module of the others");
    run(cargo()
        .args(["build", "--locked", "--release", "--package", "witness"])
        .args(["--target", "wasm32-unknown-unknown"])
        .env("PATH", path))?;
    let built = workspace::root().join("target/wasm32-unknown-unknown/release/witness.wasm");
    run(Command::new("wasm-bindgen")
        .args(["--target", "no-modules", "--no-typescript", "--out-dir"])
        .arg(folder)
        .arg(built)
        .env("PATH", path))
}

fn files(folder: &Path, asked: &Asked) -> Result<(), Stop> {
    say("Making the files (once)");
    std::fs::create_dir_all(folder)
        .map_err(|fault| format!("Cannot create {}: {fault}.", folder.display()))?;
    // Whoever changes how files are made counts this up, and they are made anew.
    const MADE: &str = "2";
    let stamp = |name: &str| folder.join(format!("{name}.made"));
    let fresh = |name: &str| read(&stamp(name)).is_ok_and(|made| made == MADE);
    for &rows in &asked.sizes {
        let name = format!("{rows}");
        if !fresh(&name) {
            charges::write_xlsx(&folder.join(format!("charges-{rows}.xlsx")), rows)?;
            charges::write_csv(&folder.join(format!("charges-{rows}.csv")), rows)?;
            house::House::of_lines(rows).write(folder)?;
            write(&stamp(&name), MADE)?;
        }
    }
    for rows in asked.cash() {
        let name = format!("cash-{rows}");
        if !fresh(&name) {
            house::write_cash(folder, rows)?;
            write(&stamp(&name), MADE)?;
        }
    }
    Ok(())
}
