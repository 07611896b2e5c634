//! A rule of the house's own: made without code, tried on the loaded rows, kept, found among the
//! others down to its cell, and taken back.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

const MESSAGE: &str = "Over the limit of the desk";

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    browser.screen("settings").await?;
    browser.press("Own checks").await?;
    browser.press("New check").await?;
    browser.choose(".own-field", "Gross amount").await?;
    browser.choose(".own-condition", "is above").await?;
    browser.write(".own-value", "a lot").await?;
    browser.write(".own-message", MESSAGE).await?;
    let cannot = "document.querySelector('.own-keep').disabled
        && document.querySelector('.own-tried').innerText.includes('figure')";
    browser.wait_until("what is wrong with the value", cannot).await?;
    browser.write(".own-value", "3000").await?;
    browser
        .wait_until("sample rows", "document.querySelectorAll('.own-rows tr').length > 2")
        .await?;
    let tried = browser.text(".own-tried").await?;
    browser.expect_accessible("a check that is being made").await?;
    browser.press("Keep").await?;
    let found = browser.text("#own-OWN-01 .num a").await?;
    if found == "0" || !tried.contains(&format!("Finds {found} of")) {
        return Err(format!("tried: {tried}; found when kept: {found}").into());
    }
    browser.click("#own-OWN-01 .num a").await?;
    browser
        .wait_until("its rows", &format!("document.body.innerText.includes({MESSAGE:?})"))
        .await?;
    browser.click(".f-pane .src").await?;
    browser.wait_for("main.w-data").await?;
    browser.press("Undo").await?;
    browser.screen("settings").await?;
    browser.press("Own checks").await?;
    browser.wait_until("no check", "!document.querySelector('#own-OWN-01')").await?;
    browser.press("Redo").await?;
    browser.wait_for("#own-OWN-01").await?;
    browser.press("Remove").await?;
    browser.wait_until("no check", "!document.querySelector('#own-OWN-01')").await
}

impl Browser {
    /// Chooses from a list by its word.
    pub async fn choose(&self, css: &str, word: &str) -> Outcome {
        self.wait_until(
            &format!("“{word}” in {css}"),
            &format!("[...document.querySelector({css:?})?.options ?? []].some((o) => o.text === {word:?})"),
        )
        .await?;
        self.ask(&format!(
            "const s = document.querySelector({css:?});
             s.value = [...s.options].find((o) => o.text === {word:?}).value;
             s.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ))
        .await
        .map(drop)
    }
}
