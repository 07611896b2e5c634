//! The driver of Chromium: started on a free port, ended with us.

use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    pub fn start(work: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(work)?;
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(File::create(work.join("chromedriver.log"))?)
            .spawn()?;
        let output = process.stdout.take().ok_or(ErrorKind::BrokenPipe)?;
        let mut lines = BufReader::new(output).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split_once("started successfully on port ")?
                    .1
                    .trim_end_matches('.')
                    .parse()
                    .ok()
            })
            .ok_or(ErrorKind::UnexpectedEof)?;
        // Keeps reading, or the driver would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Chromedriver { process, port })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // Sessions were quit one by one; nothing is left to ask of it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
