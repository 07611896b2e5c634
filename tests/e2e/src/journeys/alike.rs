//! The look-alike finder: one confirmed error, everything with its signature, accepted at once.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

const OPEN: &str = "document.querySelectorAll('.f-alikes tbody tr').length";

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    let all = browser.findings_open().await?;
    browser.screen("findings").await?;
    browser.click("#rule-REF-01 button").await?;
    browser.wait_for("#rule-REF-01.on").await?;
    browser.press("Look-alikes").await?;
    browser.wait_for("dialog[open] .f-alikes").await?;
    browser.expect_accessible("the look-alikes").await?;
    let wrong = "document.querySelector('dialog[open] .f-alikes').scrollWidth
        > document.querySelector('dialog[open] .f-alikes').clientWidth";
    if browser.ask(&format!("return {wrong}")).await?.as_bool() == Some(true) {
        return Err("the list of look-alikes is cut at its side".into());
    }
    let count = browser.ask(&format!("return {OPEN}")).await?.as_u64().unwrap_or_default();
    if count == 0 {
        return Err("not even the finding itself is listed".into());
    }
    browser.press(&format!("Accept {count} open")).await?;
    browser.wait_for_findings(all - count).await?;
    browser.press("Undo").await?;
    browser.wait_for_findings(all).await
}
