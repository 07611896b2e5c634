//! Files that the page saved.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use libtest_mimic::Failed;

use crate::browser::Browser;

impl Browser {
    /// The file with that ending, once the browser has finished writing it.
    pub async fn downloaded(&self, ending: &str) -> Result<PathBuf, Failed> {
        let folder = self.folder.join("downloads");
        let started = Instant::now();
        loop {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                let finished = path.to_string_lossy().ends_with(ending);
                if finished && fs::metadata(&path)?.len() > 0 {
                    return Ok(path);
                }
            }
            if started.elapsed() > Duration::from_secs(30) {
                return Err(format!("No file ending in {ending} was saved.").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
