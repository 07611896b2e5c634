//! `cargo xtask serve`: the release of the page on a loopback port, until Ctrl+C.

use crate::run::{Stop, say};
use crate::{loopback, page};

/// Not a round number: 8080 is taken on half of all machines.
const PORT: u16 = 8417;

pub fn run(arguments: &[String]) -> Result<(), Stop> {
    let port = asked_port(arguments)?;
    let site = page::build()?;
    let address = loopback::serve(site.clone(), port.unwrap_or(PORT))
        .or_else(|stop| if port.is_some() { Err(stop) } else { loopback::serve(site, 0) })?;
    say(&format!("Tieout is at {address} (Ctrl+C ends it)"));
    loop {
        std::thread::park();
    }
}

fn asked_port(arguments: &[String]) -> Result<Option<u16>, Stop> {
    match arguments {
        [] => Ok(None),
        [flag, port] if flag == "--port" => {
            port.parse().map(Some).map_err(|_| format!("“{port}” is not a port number."))
        }
        _ => Err("serve takes `--port N` and nothing else.".into()),
    }
}
