//! Every screen, light and dark, with and without data: axe-core finds no violation, and the sample
//! company fills them all.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

const SCREENS: [&str; 11] = [
    "files",
    "overview",
    "figures",
    "findings",
    "unbilled",
    "reconcile",
    "ageing",
    "release",
    "compare",
    "reports",
    "settings",
];

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.expect_accessible("the empty first run").await?;
    browser.try_sample().await?;
    for theme in ["light", "dark"] {
        browser.theme(theme).await?;
        for screen in SCREENS {
            match screen {
                // On no rail: the overview leads there.
                "figures" => browser.click("a[href^='#/figures']").await?,
                screen => browser.screen(screen).await?,
            }
            browser.wait_for(&format!("main.w-{screen}")).await?;
            browser.settled().await?;
            browser.picture(&browser.folder.join(format!("{screen}.{theme}.png"))).await?;
            browser.expect_accessible(&format!("{screen}, {theme}")).await?;
        }
    }
    browser.press("Nothing leaves this computer").await?;
    browser.wait_for("dialog[open]").await?;
    browser.expect_accessible("the privacy panel").await?;
    let requests = browser.text("dialog[open] table .strong").await?;
    if requests.trim() == "0" {
        Ok(())
    } else {
        Err(format!("{requests} requests since load").into())
    }
}

/// The picture in the README.
pub async fn portrait(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    browser.screen("overview").await?;
    browser.settled().await?;
    browser.picture(&browser.docs.join("tieout.png")).await
}

impl Browser {
    pub async fn try_sample(&self) -> Outcome {
        self.press("Try with sample data").await?;
        self.wait_until(
            "the sample files",
            "document.querySelectorAll('.flist li.f > a').length > 2",
        )
        .await?;
        self.wait_until(
            "the findings of the sample",
            "document.querySelector(\"nav a[href='#/findings'] .tally\")",
        )
        .await?;
        self.settled().await
    }

    async fn theme(&self, theme: &str) -> Outcome {
        let is = format!("document.documentElement.dataset.theme === {theme:?}");
        if self.ask(&format!("return {is}")).await? != serde_json::Value::Bool(true) {
            self.press("Light or dark").await?;
        }
        self.wait_until(&format!("the {theme} theme"), &is).await
    }

    /// Until no toast or transition is in the picture.
    pub async fn settled(&self) -> Outcome {
        self.wait_until(
            "the page to come to rest",
            "document.getAnimations().every((a) => a.playState !== 'running') && document.fonts.status === 'loaded'
             && !document.querySelector('.toast')",
        )
        .await
    }
}
