//! Set-up and daily commands: `cargo xtask serve`, `test`, `bundle`, `corpus`, `fuzz`, `pollock`, `bench`.
//!
//! Each command does whatever set-up it still lacks, says what it is doing, and may be run again at
//! any time. It is plain Rust on the standard library, so that it runs wherever rustup does; what
//! only Debian can do (installing a browser) is asked of Debian only.

mod bench;
mod bench_browser;
mod bench_match;
mod browser;
mod bundle;
mod corpus;
mod fuzz;
mod loopback;
mod module;
mod page;
mod run;
mod seal;
mod serve;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N]      build the release, serve it on this machine, print the address
cargo xtask test [PART…] [WORD]   install what is missing, then run every test (or the parts named:
                                  format, lint, native, page, bundle, journeys); WORD picks journeys
cargo xtask bundle                write dist/tieout.html, the sealed single file
cargo xtask corpus DIR [WORD]     read every file under a folder in a process of its own, say what came of
                                  it; [--seconds 60] [--mib 1024] a file; WORD picks files
cargo xtask fuzz [TARGET] [MINUTES]
                                  read damaged files from a seed under a cap on memory: xlsx, ods, xls, csv,
                                  mt940, camt, bai2, ofx, lockbox, sap, markup or all
cargo xtask pollock DIR           score the reading of delimited text on the files of the Pollock benchmark
cargo xtask bench                 measure size and speed, write docs/performance.md
cargo xtask bench browser [ROWS…] only the part beside SheetJS, ExcelJS, calamine, Papa Parse and DuckDB,
                                  and print it; [--site DIR] takes a page that is built already
cargo xtask bench files [ROWS…]   only make the files that are measured on
cargo xtask bench match FOLDER    match the payments of a folder and count against its truth";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &arguments[..]),
    };
    let outcome = match command {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "bundle" => bundle::run().map(|_| ()),
        "corpus" => corpus::run(rest),
        "fuzz" => fuzz::run(rest),
        "pollock" => {
            let run = ["run", "--quiet", "-p", "tieout", "--example", "pollock", "--"];
            run::run(run::cargo().args(run).args(rest))
        }
        "bench" if rest.first().is_some_and(|what| what == "match") => {
            bench_match::run_all(&rest[1..])
        }
        "bench" if rest.first().is_some_and(|what| what == "browser") => {
            bench_browser::Asked::parse(&rest[1..])
                .and_then(|asked| bench_browser::run_all(&asked))
                .map(|_| ())
        }
        "bench" if rest.first().is_some_and(|what| what == "files") => {
            bench_browser::Asked::parse(&rest[1..])
                .and_then(|asked| bench_browser::make_files(&asked))
        }
        "bench" => bench::run_all(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no command “{other}”.\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("{stop}");
            ExitCode::FAILURE
        }
    }
}
