//! A small static server for this machine only.
//!
//! Not a general web server: it answers GET and HEAD for files of one folder, on 127.0.0.1, and
//! nothing else; for the bench it also hears what its page posts. It exists so that serving and
//! testing need no tool beyond the standard library.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::run::Stop;

/// Serves the folder on background threads and answers the address.
pub fn serve(folder: PathBuf, port: u16) -> Result<String, Stop> {
    listen(folder, port, None)
}

/// Serves the folder on a free port and hands on what is posted to `/heard`.
pub fn serve_and_hear(folder: PathBuf) -> Result<(String, Receiver<String>), Stop> {
    let (tell, heard) = channel();
    Ok((listen(folder, 0, Some(tell))?, heard))
}

fn listen(folder: PathBuf, port: u16, tell: Option<Sender<String>>) -> Result<String, Stop> {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .map_err(|fault| format!("Cannot listen on port {port}: {fault}."))?;
    let address = listener.local_addr().map_err(|fault| format!("No address: {fault}."))?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (folder, tell) = (folder.clone(), tell.clone());
            // A browser that goes away in the middle of an answer is no fault of ours.
            thread::spawn(move || answer(stream, &folder, tell.as_ref()).unwrap_or_default());
        }
    });
    Ok(format!("http://{address}/"))
}

fn answer(
    mut stream: TcpStream,
    folder: &Path,
    tell: Option<&Sender<String>>,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        let mut length = 0;
        let mut header = String::new();
        while reader.read_line(&mut header)? > 2 {
            let lower = header.to_ascii_lowercase();
            if let Some(value) = lower.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            header.clear();
        }
        let mut words = request.split_whitespace();
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
        if let ("POST", "/heard", Some(tell)) = (method, target, tell) {
            // What the bench page says is a line or two.
            let mut text = String::new();
            reader.by_ref().take(length).read_to_string(&mut text)?;
            // Nobody listens any more once the bench is over.
            let _ = tell.send(text);
            head(&mut stream, "204 No Content", "text/plain", 0)?;
            continue;
        }
        let file = requested_file(folder, target)
            .and_then(|path| Some((std::fs::read(&path).ok()?, path)));
        match (method, file) {
            ("GET" | "HEAD", Some((bytes, path))) => {
                head(&mut stream, "200 OK", content_type(&path), bytes.len())?;
                if method == "GET" {
                    stream.write_all(&bytes)?;
                }
            }
            ("GET" | "HEAD", None) => head(&mut stream, "404 Not Found", "text/plain", 0)?,
            _ => head(&mut stream, "405 Method Not Allowed", "text/plain", 0)?,
        }
    }
}

/// `None` for anything that would leave the folder.
fn requested_file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn head(stream: &mut TcpStream, status: &str, kind: &str, length: usize) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\r\n"
    )
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ext| ext.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
