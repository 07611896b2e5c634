//! A listener that stands where the network would be.
//!
//! Chromium is told that everything beyond this machine goes through a proxy, and the proxy is this:
//! it answers nothing and remembers what was asked. So a request is noticed even where the driver's
//! own log does not look, such as from inside a worker.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

pub struct Observer {
    pub port: u16,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Observer {
    pub fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = seen.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let record: Arc<Mutex<Vec<String>>> = record.clone();
                thread::spawn(move || {
                    let mut line = String::new();
                    let _ = BufReader::new(stream).read_line(&mut line);
                    if let Ok(mut seen) = record.lock() {
                        seen.push(line.trim_end().to_owned());
                    }
                });
            }
        });
        Ok(Observer { port, seen })
    }

    /// First lines of everything that arrived.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().map(|seen| seen.clone()).unwrap_or_default()
    }
}
