//! A listener that stands where the network would be.
//!
//! Chromium is told that everything beyond this machine goes through a proxy, and the proxy is this:
//! it answers nothing and remembers what was asked. So a request is noticed even where the driver's
//! own log does not look, such as from inside a worker.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

/// Whom Chromium itself calls for its own updates and its start page, whatever page is open. A page
/// of ours that called one of them would still be seen by the driver's log.
const CALLED_BY_CHROMIUM: &[&str] =
    &[".google.com", ".googleapis.com", ".gvt1.com", "start.duckduckgo.com"];

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

    /// First lines of everything that arrived and is not Chromium's own.
    pub fn seen(&self) -> Vec<String> {
        let seen = self.seen.lock().map(|seen| seen.clone()).unwrap_or_default();
        let own =
            |line: &String| CALLED_BY_CHROMIUM.iter().any(|host| host_of(line).ends_with(host));
        // An empty line is a connection opened ahead of need and closed again.
        seen.into_iter().filter(|line| !line.is_empty() && !own(line)).collect()
    }
}

/// `CONNECT host:443 HTTP/1.1` or `GET http://host/path HTTP/1.1`.
fn host_of(line: &str) -> &str {
    let target = line.split_whitespace().nth(1).unwrap_or_default();
    let target = target.split_once("://").map_or(target, |(_, rest)| rest);
    target.split(['/', ':', '?']).next().unwrap_or_default()
}
