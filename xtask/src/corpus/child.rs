//! One file in one process: read, refused, crashed or hanging, and the memory it took.

use std::fmt;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::run::Stop;

/// Shorter than what a reading of a small file takes, so that its peak is seen.
const LOOK_EVERY: Duration = Duration::from_millis(2);

pub(super) struct Limits {
    pub seconds: u64,
    pub mib: u64,
}

impl Default for Limits {
    /// A tab's patience and a quarter of its memory.
    fn default() -> Limits {
        Limits { seconds: 60, mib: 1024 }
    }
}

impl Limits {
    pub(super) fn spoken(&self) -> String {
        let cap = if cfg!(target_os = "linux") {
            format!("{} MiB", self.mib)
        } else {
            "no cap on memory: this system has none that can be set from here".to_owned()
        };
        format!("one process a file, {} seconds, {cap}", self.seconds)
    }
}

/// What came of a file.
pub(super) enum Outcome {
    /// The `files[0]` of `tieout inspect --json`.
    Read(Value),
    Refused(Value),
    /// A reader panicked, was caught, and the file was refused or read after all.
    Caught(Value, String),
    Crash(String),
    Hang,
}

pub(super) struct Reading {
    pub outcome: Outcome,
    pub peak_mib: u64,
}

pub(super) fn read(program: &Path, file: &Path, limits: &Limits) -> Result<Reading, Stop> {
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        // Address space is what can be capped without a privilege; a little more than is touched.
        let script = format!("ulimit -v {} && exec \"$@\"", limits.mib << 10);
        shell.args(["-c", &script, "sh"]).arg(program);
        shell
    } else {
        Command::new(program)
    };
    let mut child = command
        .args(["inspect", "--json"])
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|fault| format!("{} did not start: {fault}.", program.display()))?;
    let output = child.stdout.take().map(gather);
    let complaint = child.stderr.take().map(gather);
    let (ended, peak_mib) = watch(&mut child, limits)?;
    let text = |thread: Option<std::thread::JoinHandle<Vec<u8>>>| {
        let bytes = thread.and_then(|thread| thread.join().ok()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let (output, complaint) = (text(output), text(complaint));
    let outcome = match ended {
        None => Outcome::Hang,
        Some(status) => judged(&output, &complaint, &status.to_string()),
    };
    Ok(Reading { outcome, peak_mib })
}

fn judged(output: &str, complaint: &str, status: &str) -> Outcome {
    let document: Option<Value> = serde_json::from_str(output).ok();
    let Some(file) = document.and_then(|document| document["files"].get(0).cloned()) else {
        let said = complaint.lines().take(2).collect::<Vec<_>>().join(" ");
        return Outcome::Crash(format!("{status} {said}"));
    };
    match complaint.lines().find(|line| line.contains("panicked at")) {
        Some(line) => Outcome::Caught(file, line.to_owned()),
        None if file["refused"].is_null() => Outcome::Read(file),
        None => Outcome::Refused(file),
    }
}

/// Waits for the end, killing what takes too long. The end is `None` for what was killed.
fn watch(
    child: &mut Child,
    limits: &Limits,
) -> Result<(Option<std::process::ExitStatus>, u64), Stop> {
    let began = Instant::now();
    let mut peak_kib = 0;
    loop {
        peak_kib = high_water_kib(child.id()).unwrap_or(0).max(peak_kib);
        if let Some(status) = child.try_wait().map_err(|fault| fault.to_string())? {
            return Ok((Some(status), peak_kib >> 10));
        }
        if began.elapsed() > Duration::from_secs(limits.seconds) {
            // It may have ended just now; then there is nothing left to kill.
            let _ = child.kill();
            child.wait().map_err(|fault| fault.to_string())?;
            return Ok((None, peak_kib >> 10));
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

/// The most that a process has held so far; known on Linux only.
fn high_water_kib(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn gather(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before a broken pipe is what there is.
        let _ = pipe.read_to_end(&mut bytes);
        bytes
    })
}

impl Outcome {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Outcome::Read(_) => "read",
            Outcome::Refused(_) => "refused",
            Outcome::Caught(..) => "caught",
            Outcome::Crash(_) => "crash",
            Outcome::Hang => "hang",
        }
    }

    /// What `inspect` said of the file, if it spoke.
    pub(super) fn file(&self) -> Option<&Value> {
        match self {
            Outcome::Read(file) | Outcome::Refused(file) | Outcome::Caught(file, _) => Some(file),
            Outcome::Crash(_) | Outcome::Hang => None,
        }
    }

    pub(super) fn is_failure(&self) -> bool {
        matches!(self, Outcome::Crash(_) | Outcome::Hang)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let reason = |file: &Value| {
            let say = |key: &str| file["refused"][key].as_str().unwrap_or_default().to_owned();
            format!("{} {}", say("what"), say("why"))
        };
        match self {
            Outcome::Read(file) => write!(f, "read {}", file["kind"].as_str().unwrap_or_default()),
            Outcome::Refused(file) => write!(f, "refused: {}", reason(file)),
            Outcome::Caught(file, line) => {
                write!(f, "caught a panic ({line}): {}", reason(file))
            }
            Outcome::Crash(said) => write!(f, "**crash** {said}"),
            Outcome::Hang => write!(f, "**hang**"),
        }
    }
}
