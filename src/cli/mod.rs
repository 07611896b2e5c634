//! The terminal face: the same engine over files. Thin: reading files, printing, exit codes.
//!
//! Exit code 0 = clean, 1 = findings or a difference, 2 = something could not be read.

mod load;
mod print;
mod reconcile;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use tieout::analysis::ageing::{self, Basis, Choices, CreditPolicy};
use tieout::analysis::reconcile::{Cause, Comparison};
use tieout::base::Date;
use tieout::protocol::{self, terminal};
use tieout::report;
use tieout::rules::Results;
use tieout::table::{Field, Kind};
use tieout::words::Lang;

#[derive(Parser)]
#[command(name = "tieout", version, about = "Checks billing files and says whether they tie")]
struct Face {
    #[command(subcommand)]
    command: Command,
    /// Print one JSON document (docs/terminal.md)
    #[arg(long, global = true)]
    json: bool,
    /// A file whose first line opens workbooks that are protected with a password
    #[arg(long, global = true)]
    password_file: Option<PathBuf>,
    /// Language of words: en, ko, zh
    #[arg(long, global = true, default_value = "en", value_parser = lang)]
    lang: Lang,
}

#[derive(Subcommand)]
enum Command {
    /// Say what each file is and how its columns and rows were read
    Inspect {
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Check invoices before they go out
    Check {
        #[command(flatten)]
        input: Input,
        /// Write the report as an Excel workbook
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Age open items on a day, per currency and customer
    Age {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The day, as 2026-11-06
        #[arg(long, value_parser = date)]
        as_of: Date,
        /// What age counts from: due, invoice, service, posting
        #[arg(long, default_value = "due", value_parser = basis)]
        basis: Basis,
        /// What becomes of credits: separate, own-date, current, oldest-first
        #[arg(long, default_value = "separate", value_parser = credit_policy)]
        credits: CreditPolicy,
        /// Last day of each bucket
        #[arg(long, value_delimiter = ',', default_values_t = ageing::BUCKET_DAYS)]
        buckets: Vec<i64>,
    },
    /// Match receipts with the open items that they pay, with proof
    Match {
        /// Payments, bank files, remittance advices
        #[arg(required = true)]
        left: Vec<PathBuf>,
        /// Open items, invoices, remittance advices
        #[arg(long = "with", required = true, num_args = 1..)]
        right: Vec<PathBuf>,
        /// Receipts and invoices after this day are left out
        #[arg(long, value_parser = date)]
        as_of: Option<Date>,
        /// The house's own rules, as JSON
        #[arg(long)]
        policy: Option<PathBuf>,
    },
    /// Hold two lists against each other that should say the same
    Reconcile {
        /// What is believed: bank statement, source system, open items, the list before
        #[arg(required = true)]
        left: Vec<PathBuf>,
        /// What is held against it: cash book, receivables, general ledger, the list now
        #[arg(long = "with", required = true, num_args = 1..)]
        right: Vec<PathBuf>,
        /// bank_book, source_ledger, subledger_general, snapshots or intercompany; told by the files
        #[arg(long = "for", value_parser = comparison)]
        comparison: Option<Comparison>,
        /// The field that names a row on both sides; told by the data
        #[arg(long = "by", value_parser = field)]
        key: Option<Field>,
        /// The account of the general ledger; told by its name or its documents
        #[arg(long)]
        account: Option<String>,
    },
    /// List jobs that are not billed, and why
    Unbilled {
        #[command(flatten)]
        input: Input,
    },
}

#[derive(Args)]
pub struct Input {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The day the work is judged by, as 2026-11-06
    #[arg(long, value_parser = date)]
    pub as_of: Option<Date>,
    /// The house's own rules, as JSON
    #[arg(long)]
    pub policy: Option<PathBuf>,
}

pub fn run() -> ExitCode {
    let face = Face::parse();
    match answer(&face) {
        Ok(code) => ExitCode::from(code),
        Err(problem) => {
            eprintln!("tieout: {problem}");
            ExitCode::from(2)
        }
    }
}

fn answer(face: &Face) -> Result<u8, String> {
    let lang = face.lang;
    let password = face.password_file.as_deref().map(load::password).transpose()?;
    let password = password.as_deref();
    match &face.command {
        Command::Inspect { files } => {
            let input = Input { files: files.clone(), as_of: None, policy: None };
            let results = load::results(&input, password)?;
            let document = terminal::inspect(&results, lang);
            show(face.json, &document, || print::inspect(&document))?;
            Ok(code(&results, false))
        }
        Command::Check { input, out } => {
            let results = load::results(input, password)?;
            if let Some(path) = out {
                write_report(&results, lang, path)?;
            }
            let document = terminal::check(&results, lang);
            show(face.json, &document, || print::check(&document))?;
            let open = document.tie.iter().any(|tie| !tie.tied) || !document.conserved;
            Ok(code(&results, open || !document.findings.is_empty()))
        }
        Command::Age { files, as_of, basis, credits, buckets } => {
            let mut choices = Choices::on(*as_of);
            choices.policy.basis = *basis;
            choices.policy.credits = *credits;
            choices.policy.days.clone_from(buckets);
            let input = Input { files: files.clone(), as_of: Some(*as_of), policy: None };
            let meant: Vec<_> = (0..files.len()).map(|at| (at, Kind::Invoices)).collect();
            let results = load::with_files(&input, &meant, None)?.0;
            let aged = ageing::age(results.book.tables(), &choices)
                .map_err(|refused| protocol::ageing::refused(refused, lang))?;
            let document = protocol::ageing::ageing(&results, &aged);
            show(face.json, &document, || print::ageing(&document))?;
            Ok(code(&results, document.tie.iter().any(|tie| !tie.tied)))
        }
        Command::Match { left, right, as_of, policy } => {
            let results = match_files(left, right, *as_of, policy.as_ref(), password)?;
            let document = protocol::matching::matching(&results, lang);
            show(face.json, &document, || print::matching(&document))?;
            let open = !document.unmatched.left.is_empty()
                || document.matches.iter().any(|found| found.decision != "auto");
            Ok(code(&results, open || document.tie.iter().any(|tie| !tie.tied)))
        }
        Command::Reconcile { left, right, comparison, key, account } => {
            let (comparison, key, account) = (*comparison, *key, account.as_deref());
            let asked = reconcile::Asked { left, right, comparison, key, account };
            let (results, document) = reconcile::run(&asked, password, lang)?;
            show(face.json, &document, || print::reconciled(&document))?;
            let open = document.lines.iter().any(|line| line.cause != Cause::Equal.word());
            Ok(code(
                &results,
                open || document.tie.is_empty() || document.tie.iter().any(|t| !t.tied),
            ))
        }
        Command::Unbilled { input } => {
            let results = load::results(input, password)?;
            let document = terminal::unbilled(&results, lang);
            show(face.json, &document, || print::unbilled(&document))?;
            let open = results.unbilled.open().next().is_some();
            Ok(code(&results, open || document.tie.iter().any(|tie| !tie.tied)))
        }
    }
}

fn comparison(text: &str) -> Result<Comparison, String> {
    let keys = || Comparison::ALL.map(Comparison::key).join(", ");
    Comparison::from_key(text).ok_or_else(|| format!("one of {}", keys()))
}

fn field(text: &str) -> Result<Field, String> {
    Field::from_key(text).ok_or_else(|| "a field by its key, as invoice_no".to_owned())
}

fn basis(text: &str) -> Result<Basis, String> {
    match text {
        "due" => Ok(Basis::Due),
        "invoice" => Ok(Basis::Invoice),
        "service" => Ok(Basis::Service),
        "posting" => Ok(Basis::Posting),
        _ => Err("due, invoice, service or posting".to_owned()),
    }
}

fn credit_policy(text: &str) -> Result<CreditPolicy, String> {
    match text {
        "separate" => Ok(CreditPolicy::Separate),
        "own-date" => Ok(CreditPolicy::OwnDate),
        "current" => Ok(CreditPolicy::Current),
        "oldest-first" => Ok(CreditPolicy::OldestFirst),
        _ => Err("separate, own-date, current or oldest-first".to_owned()),
    }
}

fn match_files(
    left: &[PathBuf],
    right: &[PathBuf],
    as_of: Option<Date>,
    policy: Option<&PathBuf>,
    password: Option<&str>,
) -> Result<Results, String> {
    let files: Vec<PathBuf> = left.iter().chain(right).cloned().collect();
    let meant = |at| (at, if at < left.len() { Kind::Payments } else { Kind::Invoices });
    let meant: Vec<(usize, Kind)> = (0..files.len()).map(meant).collect();
    let input = Input { files, as_of, policy: policy.cloned() };
    Ok(load::with_files(&input, &meant, password)?.0)
}

fn show<T: serde::Serialize>(
    json: bool,
    document: &T,
    text: impl FnOnce() -> String,
) -> Result<(), String> {
    use std::io::Write;
    let text = if json {
        serde_json::to_string(document).map_err(|error| error.to_string())?
    } else {
        text()
    };
    // A closed pipe (`| head`) is the reader's wish, not a fault.
    let _ = writeln!(std::io::stdout(), "{text}");
    Ok(())
}

fn code(results: &Results, findings: bool) -> u8 {
    if results.intake.files.iter().any(|file| file.refused.is_some()) {
        2
    } else {
        u8::from(findings)
    }
}

fn write_report(results: &Results, lang: Lang, path: &PathBuf) -> Result<(), String> {
    let document = report::build(results, lang);
    let bytes = report::write_xlsx(&document).map_err(|problem| problem.0)?;
    std::fs::write(path, bytes)
        .map_err(|error| format!("{} could not be written: {error}", path.display()))
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse_from_str(text, "%Y-%m-%d").map_err(|_| "a date is written 2026-11-06".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "en, ko or zh".to_owned())
}
