//! A listener on this machine, for TCP and UDP: what a page manages to send arrives here.
//!
//! What counts is what was said. A connection without a word is counted apart: a browser may open one
//! for a page that is allowed to send nothing.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, UdpSocket};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub struct Listener {
    pub tcp_port: u16,
    pub udp_port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Listener {
    pub fn start() -> std::io::Result<Self> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let udp = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        let (tcp_port, udp_port) = (tcp.local_addr()?.port(), udp.local_addr()?.port());
        listen_to_tcp(tcp, heard.clone());
        listen_to_udp(udp, heard.clone());
        Ok(Listener { tcp_port, udp_port, heard })
    }

    /// What arrived so far: request lines, and one word for each WebRTC packet.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().map(|heard| heard.clone()).unwrap_or_default()
    }

    pub fn heard_of(&self, way: &str) -> bool {
        self.heard().iter().any(|line| line.contains(way))
    }
}

fn listen_to_tcp(tcp: TcpListener, heard: Arc<Mutex<Vec<String>>>) {
    thread::spawn(move || {
        for mut stream in tcp.incoming().flatten() {
            let heard = heard.clone();
            thread::spawn(move || {
                let mut bytes = [0; 512];
                let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
                let length = stream.read(&mut bytes).unwrap_or(0);
                if length > 0 {
                    note(&heard, first_line(&bytes[..length]));
                    let _ = stream.write_all(
                        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                    );
                }
            });
        }
    });
}

fn listen_to_udp(udp: UdpSocket, heard: Arc<Mutex<Vec<String>>>) {
    thread::spawn(move || {
        let mut bytes = [0; 2048];
        while udp.recv_from(&mut bytes).is_ok() {
            note(&heard, "a WebRTC packet".to_owned());
        }
    });
}

fn note(heard: &Mutex<Vec<String>>, line: String) {
    if let Ok(mut heard) = heard.lock() {
        heard.push(line);
    }
}

fn first_line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned()
}
