//! One visit of a headless Chromium to the bench page, which tells by itself what it measures: no
//! driver stands between, whose own work would be measured too.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::loopback;
use crate::run::{Stop, output};

/// ExcelJS over a million rows says nothing for a minute; ten are a page that died.
const SILENCE_MAX: Duration = Duration::from_mins(10);

const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1400,900",
];

pub fn ensure_browser() -> Result<(), Stop> {
    match output("chromium", &["--version"]) {
        Some(_) => Ok(()),
        None => Err("The bench runs in Chromium, and chromium is not on PATH: install it (on \
                     Debian: `apt install chromium` as root) and run it again."
            .to_owned()),
    }
}

/// The browser ends with the visit, however that ends.
struct Browser(Child);

impl Drop for Browser {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves the folder and listens until the page says that it is done.
pub fn visit(folder: &Path, mut take: impl FnMut(&Value)) -> Result<(), Stop> {
    let (address, heard) = loopback::serve_and_hear(folder.to_owned())?;
    let profile = folder.join("profile");
    if profile.exists() {
        std::fs::remove_dir_all(&profile)
            .map_err(|fault| format!("Cannot clear {}: {fault}.", profile.display()))?;
    }
    let child = Command::new("chromium")
        .args(FLAGS)
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("{address}index.html"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|fault| format!("chromium did not start: {fault}."))?;
    let mut browser = Browser(child);
    let mut last = Instant::now();
    loop {
        match heard.recv_timeout(Duration::from_secs(1)) {
            Ok(text) => {
                last = Instant::now();
                let message: Value = serde_json::from_str(&text)
                    .map_err(|fault| format!("The bench page said “{text}”: {fault}."))?;
                if let Some(line) = message["say"].as_str() {
                    println!("   {line}");
                } else if let Some(why) = message["stopped"].as_str() {
                    return Err(format!("The bench page stopped: {why}"));
                } else if message["done"] == true {
                    return Ok(());
                } else {
                    take(&message);
                }
            }
            Err(RecvTimeoutError::Timeout) if last.elapsed() > SILENCE_MAX => {
                return Err("The bench page has said nothing for ten minutes.".to_owned());
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Ok(Some(status)) = browser.0.try_wait() {
                    return Err(format!("Chromium ended with {status} in the middle of the run."));
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err("The server of the bench page ended.".to_owned());
            }
        }
    }
}
