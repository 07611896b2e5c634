//! Workers that are ended: a long read by the user, the engine by an accident.

use serde_json::json;

use crate::browser::{Browser, Edition};
use crate::company;
use crate::journeys::Outcome;

/// Lets this journey reach into the workers that the page starts: `die` throws in one, as a fault in
/// the module would.
const REACH_IN: &str = "
    window.workers = [];
    const PlainBlob = window.Blob;
    const death = '\\nself.addEventListener(\"message\", (e) => {'
        + ' if (e.data === \"die\") { setTimeout(() => self.close()); throw new Error(\"died\"); } });';
    window.Blob = class extends PlainBlob {
        constructor(parts, options) {
            super(options?.type === 'text/javascript' ? [...parts, death] : parts, options);
        }
    };
    const PlainWorker = window.Worker;
    window.Worker = class extends PlainWorker {
        constructor(url, options) {
            super(url, options);
            window.workers.push({ name: options?.name, worker: this });
        }
    };";

pub async fn cancel(browser: Browser) -> Outcome {
    let files = company::write(&browser.folder)?;
    let long = browser.folder.join("long.xlsx");
    company::write_large(&long, 300_000)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(std::slice::from_ref(&files.jobs)).await?;
    browser.drop_files(&[long]).await?;
    browser.wait_for(".flist .progress").await?;
    browser.press("Cancel").await?;
    browser.wait_until("the read to end", "!document.querySelector('.flist .progress')").await?;
    if browser.page_text().await?.contains("long.xlsx") {
        return Err("The cancelled file is still listed.".into());
    }
    browser.confirm_all().await?;
    // The next file is read as if nothing had been.
    browser.bring(std::slice::from_ref(&files.lines)).await
}

pub async fn accident(browser: Browser) -> Outcome {
    let files = company::write(&browser.folder)?;
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": REACH_IN }))
        .await?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&files.all()).await?;
    browser.confirm_all().await?;
    browser.screen("findings").await?;
    browser.wait_for("#rule-ID-02").await?;
    let before = browser.findings_open().await?;
    browser.dismiss("ID-02").await?;
    browser.wait_for_findings(before - 1).await?;

    let engines = "workers.filter((w) => w.name === 'engine')";
    browser.ask(&format!("{engines}.at(-1).worker.postMessage('die')")).await?;
    browser.wait_until("a new engine", &format!("{engines}.length === 2")).await?;
    browser.wait_for_findings(before - 1).await?;
    browser.screen("files").await?;
    browser
        .wait_until("the files", "document.querySelectorAll('.flist li.f > a').length === 3")
        .await?;
    // The decision is there too, and can still be taken back.
    browser.press("Undo").await?;
    browser.wait_for_findings(before).await
}
