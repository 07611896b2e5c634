//! Running other programs: each is announced, and a failure is one sentence.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Why a command cannot go on, as a sentence for the person at the terminal.
pub type Stop = String;

/// One line about what happens next.
pub fn say(line: &str) {
    println!("── {line}");
}

/// The cargo that runs us, so that the toolchain stays the same.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::workspace::root());
    command
}

/// Runs to the end with output passed through.
pub fn run(command: &mut Command) -> Result<(), Stop> {
    let line = describe(command);
    println!("   {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}.")),
        Err(fault) => Err(format!("`{line}` did not start: {fault}.")),
    }
}

/// Standard output of a program, or nothing when it is missing or fails.
pub fn output(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let result = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    result.status.success().then(|| String::from_utf8_lossy(&result.stdout).trim().to_owned())
}

pub fn read(path: &Path) -> Result<String, Stop> {
    std::fs::read_to_string(path).map_err(|fault| cannot("read", path, &fault))
}

pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Stop> {
    std::fs::read(path).map_err(|fault| cannot("read", path, &fault))
}

pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Stop> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|fault| cannot("create", folder, &fault))?;
    }
    std::fs::write(path, bytes).map_err(|fault| cannot("write", path, &fault))
}

fn cannot(verb: &str, path: &Path, fault: &std::io::Error) -> Stop {
    format!("Cannot {verb} {}: {fault}.", path.display())
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
