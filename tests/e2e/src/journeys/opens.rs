//! The page opens and can be used.

use std::time::Instant;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

pub async fn walk(browser: Browser, edition: Edition) -> Outcome {
    let started = Instant::now();
    browser.visit(edition).await?;
    browser.wait_for("main h1").await?;
    if edition == Edition::Hosted {
        browser.measured("opens", started.elapsed())?;
    }
    browser.wait_for("main button").await.map(drop)
}
