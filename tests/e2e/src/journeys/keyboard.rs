//! The page without a mouse.

use thirtyfour::Key;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    // By Tab alone to the sample.
    let focused =
        "(document.activeElement?.matches('button') ? document.activeElement.textContent : '')";
    for _ in 0..40 {
        browser.keys(Key::Tab + "").await?;
        if browser.ask(&format!("return {focused}.includes('Try with sample data')")).await? == true
        {
            break;
        }
    }
    browser.keys(Key::Enter + "").await?;
    browser
        .wait_until(
            "the findings of the sample",
            "document.querySelector(\"nav a[href='#/findings'] .tally\")",
        )
        .await?;

    // A screen by the palette.
    browser.keys(Key::Control + "k").await?;
    browser.wait_for("dialog[open] input").await?;
    browser.keys("Findings").await?;
    browser.keys(Key::Enter + "").await?;
    browser.wait_for("main.w-findings").await?;

    // A rule by arrow, a decision by letter, its reason, and back by Ctrl+Z.
    browser.wait_for("[id^='rule-']").await?;
    let before = browser.findings_open().await?;
    browser.keys(Key::Down + "").await?;
    browser.wait_for(".f-detail .f-act").await?;
    browser.keys("d").await?;
    browser.wait_for("dialog[open] textarea").await?;
    browser.keys(Key::Enter + "").await?;
    browser
        .wait_until("the decision", &format!(
            "document.querySelector(\"nav a[href='#/findings'] .tally\")?.textContent !== '{before}'"
        ))
        .await?;
    browser.keys(Key::Control + "z").await?;
    browser.wait_for_findings(before).await?;
    browser.keys(Key::Alt + "1").await?;
    browser.wait_for("main.w-files").await.map(drop)
}
