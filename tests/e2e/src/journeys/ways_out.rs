//! Nothing gets out of the sealed page: every way that we know is tried against a listener.
//!
//! The same ways are tried first on a page without any protection. There they must arrive, or this
//! journey would prove nothing.

use std::time::Duration;

use serde_json::json;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::listener::Listener;

const WAYS: &str = include_str!("ways_out.js");

/// What an unprotected page must get through for the trial to mean something.
const ARRIVES_UNPROTECTED: &[&str] = &[
    "/fetch",
    "/keepalive",
    "/xhr",
    "/beacon",
    "/image",
    "/script",
    "/style",
    "/video",
    "/frame",
    "/form",
    "/eventsource",
    "/websocket",
    "/worker",
    "WebRTC",
    "/nested-script",
];

/// Ways that leave the page, each tried on a fresh one.
const DEPARTURES: &[(&str, &str)] = &[
    ("/location", "location.href = TO"),
    ("/replace", "location.replace(TO)"),
    (
        "/link",
        "const a = document.createElement('a'); a.href = TO; document.body.append(a); a.click()",
    ),
    (
        "/ping",
        "const a = document.createElement('a'); a.href = '#'; a.ping = TO; document.body.append(a); a.click()",
    ),
    (
        "/submit",
        "const f = document.createElement('form'); f.action = TO; document.body.append(f); f.submit()",
    ),
    (
        "/refresh",
        "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + TO; document.head.append(m)",
    ),
    ("/top", "top.location.href = TO"),
];

pub async fn walk(browser: Browser) -> Outcome {
    control(&browser).await?;
    let listener = Listener::start()?;
    browser.visit(Edition::Sealed).await?;
    browser.try_ways(WAYS, &listener).await?;
    for (way, act) in DEPARTURES {
        browser.visit(Edition::Sealed).await?;
        browser.depart(way, act, &listener).await?;
    }
    // What was refused is on the console and in the driver's log, as it should be.
    browser.console().await?;
    browser.requests().await?;
    let heard = listener.heard();
    if heard.is_empty() { Ok(()) } else { Err(format!("It got out:\n{}", heard.join("\n")).into()) }
}

async fn control(browser: &Browser) -> Outcome {
    let page = browser.folder.join("unprotected.html");
    std::fs::write(&page, "<!doctype html><title>Unprotected</title><main>Unprotected</main>")?;
    let address = format!("file://{}", page.display());
    let listener = Listener::start()?;
    browser.goto(&address).await?;
    browser.try_ways(WAYS, &listener).await?;
    for (way, act) in DEPARTURES {
        browser.goto(&address).await?;
        browser.depart(way, act, &listener).await?;
    }
    let departures = DEPARTURES.iter().map(|(way, _)| way);
    let silent: Vec<&&str> = ARRIVES_UNPROTECTED
        .iter()
        .chain(departures)
        .filter(|way| !listener.heard_of(way))
        .collect();
    if silent.is_empty() {
        return Ok(());
    }
    Err(format!("The unprotected page sent nothing by {silent:?}: the trial proves nothing.")
        .into())
}

impl Browser {
    async fn try_ways(&self, script: &str, listener: &Listener) -> Outcome {
        let ports = vec![json!(listener.tcp_port), json!(listener.udp_port)];
        let said = self.ask_later_with(script, ports).await?;
        if said.as_array().is_some_and(|said| said.len() > 15) {
            return Ok(());
        }
        Err(format!("Not every way was tried: {said}").into())
    }

    /// The page may be gone afterwards, so what it answers is of no interest.
    async fn depart(&self, way: &str, act: &str, listener: &Listener) -> Outcome {
        let to = format!("const TO = 'http://127.0.0.1:{}{way}';", listener.tcp_port);
        let _ = self.ask(&format!("{to} setTimeout(() => {{ {act} }}, 0)")).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        Ok(())
    }
}
