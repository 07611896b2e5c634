//! A file in an old encoding: its lines are shown in each, one is chosen, the file is read again in it,
//! and the choice is undone.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

/// `Köln` and `Zürich` as Western Europe wrote them before Unicode.
const LINES: &[u8] = b"Job No,Customer,POD Date,Est. Revenue,Currency\n\
    J-1,K\xf6ln Pharma,2026-10-02,100.00,EUR\n\
    J-2,Z\xfcrich Bio,2026-10-04,250.00,EUR\n";

pub async fn walk(browser: Browser) -> Outcome {
    let file = browser.folder.join("west.csv");
    fs::write(&file, LINES)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(std::slice::from_ref(&file)).await?;
    reads(&browser, "Köln Pharma").await?;

    browser.press("Encoding: windows-1252").await?;
    browser.wait_for("dialog[open] .previews li.now").await?;
    let first = browser.text("dialog[open] .previews li.now pre").await?;
    if !first.contains("Köln Pharma") || !first.contains("Zürich Bio") {
        return Err(format!("the preview says {first}").into());
    }
    let choose = "document.querySelector('dialog[open] details').open = true;
        [...document.querySelectorAll('dialog[open] .previews li')]
            .find((li) => li.textContent.includes('Kцln Pharma')).querySelector('button').click()";
    browser.ask(choose).await?;
    reads(&browser, "Kцln Pharma").await?;

    browser.press("Undo").await?;
    reads(&browser, "Köln Pharma").await?;
    Ok(())
}

async fn reads(browser: &Browser, customer: &str) -> Outcome {
    let there = format!("document.querySelector('.m-grid')?.textContent.includes('{customer}')");
    browser.wait_until(&format!("the rows to say {customer}"), &there).await
}
