//! The three languages, switched at once and remembered.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    browser.screen("findings").await?;
    for (button, tag, word) in
        [("한국어", "ko", "개요"), ("简体中文", "zh-Hans", "概览"), ("English", "en", "Overview")]
    {
        browser.press(button).await?;
        browser.wait_until(button, &format!("document.documentElement.lang === {tag:?}")).await?;
        browser
            .wait_until(
                word,
                &format!("document.querySelector('nav').innerText.includes({word:?})"),
            )
            .await?;
        // A message that nobody wrote shows its key.
        let keys = "return document.body.innerText.match(/\\b[a-z]+(-[a-z]+){1,4}\\b/g)?.filter((w) => document.body.innerText.split(/\\s/).includes(w)) ?? []";
        browser.settled().await?;
        browser.picture(&browser.folder.join(format!("findings.{tag}.png"))).await?;
        if tag == "en" {
            continue;
        }
        let keys = browser.ask(keys).await?;
        if keys.as_array().is_none_or(|keys| !keys.is_empty()) {
            return Err(format!("Words without a translation in {tag}: {keys}").into());
        }
    }
    Ok(())
}
