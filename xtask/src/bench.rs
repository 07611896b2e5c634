//! `cargo xtask bench`: how large and how fast the page is, measured and written down.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{Stop, cargo, output, read, read_bytes, run, say, write};
use crate::{bench_browser, browser, bundle, loopback, module, page, workspace};

/// Journeys that measure something, and what.
const MEASURES: &[(&str, &str)] = &[
    ("opens", "From navigation to usable, on this machine"),
    ("read_100000", "Reading a workbook of 100,000 rows and 5 columns, from drop to mapping"),
    ("check_100000", "Putting it into use and checking it, from confirmation to the unbilled list"),
];

/// How the table of ratios is to be read.
const READING: &str = "\n\
Ratios of medians of three rounds in turns; the two slow readers are asked once for a million rows. To \
typed columns means: bytes posted to a fresh reading worker, read, posted to the engine, proposed, put \
into use, and typed with a fate for each row. The others stop earlier: calamine at cells that nobody \
keeps, SheetJS and ExcelJS at their own cells, Papa Parse at texts, or with its own types at numbers, \
booleans and dates cell by cell. DuckDB has the file in its memory before the clock starts. Core checks come after a change of settings: what no check touches, such as \
prices and unbilled jobs, stands.\n";

pub fn run_all() -> Result<(), Stop> {
    let axe = browser::ensure()?;
    let site = page::build()?;
    let sealed = bundle::seal_site()?;
    say("Measuring in Chromium");
    let address = loopback::serve(site.clone(), 0)?;
    run(cargo()
        .args(["run", "--quiet", "--locked", "--package", "e2e", "--", "opens", "large_grid"])
        .env("TIEOUT_SITE", address)
        .env("TIEOUT_SEALED", &sealed)
        .env("TIEOUT_WORK", workspace::journeys())
        .env("TIEOUT_AXE", axe)
        .env("TIEOUT_DOCS", workspace::root().join("docs")))?;

    let mut text = String::from(
        "# Size and speed\n\n<!-- Written by `cargo xtask bench`. -->\n\n\
         | What | Plain | gzip | brotli |\n|---|---:|---:|---:|\n",
    );
    text.push_str(&sizes("The module", &read_bytes(&module::of(&site)?)?)?);
    text.push_str(&sizes("Its glue", &glue(&site)?)?);
    let whole = read_bytes(&sealed)?.len();
    let _ = writeln!(text, "| The sealed single file | {} | | |", kilobytes(whole));
    text.push_str("\n| What | Time |\n|---|---:|\n");
    for (name, what) in MEASURES {
        let taken = read(&workspace::journeys().join("measures").join(name))?;
        let _ = writeln!(text, "| {what} | {} ms |", taken.trim());
    }
    text.push('\n');
    text.push_str(&bench_browser::run_all(&bench_browser::Asked::all(site))?);
    text.push_str(READING);
    let _ = writeln!(text, "\nMeasured on {}, release build, {}.", machine(), chromium());
    print!("{text}");
    write(&workspace::root().join("docs/performance.md"), text)
}

fn sizes(what: &str, bytes: &[u8]) -> Result<String, Stop> {
    let failed = |fault: std::io::Error| format!("Cannot compress: {fault}.");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).map_err(failed)?;
    let gzip = gzip.finish().map_err(failed)?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 24).write_all(bytes).map_err(failed)?;
    let (plain, gzip, brotli) =
        (kilobytes(bytes.len()), kilobytes(gzip.len()), kilobytes(brotli.len()));
    Ok(format!("| {what} | {plain} | {gzip} | {brotli} |\n"))
}

fn glue(site: &Path) -> Result<Vec<u8>, Stop> {
    let names = names(site)?;
    let name = names
        .iter()
        .find(|name| name.starts_with("tieout-") && name.ends_with(".js"))
        .ok_or("The built page has no glue.")?;
    read_bytes(&site.join(name))
}

fn names(site: &Path) -> Result<Vec<String>, Stop> {
    let entries = std::fs::read_dir(site).map_err(|fault| format!("No built page: {fault}."))?;
    Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}

fn kilobytes(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{} with {cores} cores", std::env::consts::OS)
}

fn chromium() -> String {
    let version = output("chromium", &["--version"]).unwrap_or_default();
    version.split(" built").next().unwrap_or_default().to_owned()
}
