//! The page opens and can be used.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

pub async fn walk(browser: Browser, edition: Edition) -> Outcome {
    browser.visit(edition).await?;
    browser.wait_for("nav").await?;
    Ok(())
}
