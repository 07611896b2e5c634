//! Walking one journey: open, walk, look at console and requests, close on every path.

use std::fs;
use std::time::Duration;

use libtest_mimic::Failed;

use crate::browser::{Browser, Edition};
use crate::chromedriver::Chromedriver;
use crate::journeys::Journey;
use crate::setting::Setting;

const LONGEST: Duration = Duration::from_secs(240);

pub fn walk(journey: &Journey, setting: &Setting, driver: &Chromedriver) -> Result<(), Failed> {
    let folder = setting.work.join(journey.name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("downloads"))?;
    tokio::runtime::Runtime::new()?
        .block_on(async {
            let browser = Browser::open(setting, driver, folder.clone()).await?;
            // A task of its own, so that a panic in the journey still leads to `quit` below.
            let walking = tokio::spawn((journey.walk)(browser.clone()));
            let mut outcome = match tokio::time::timeout(LONGEST, walking).await {
                Ok(Ok(outcome)) => outcome,
                Ok(Err(panic)) => Err(panic.to_string().into()),
                Err(_) => Err("The journey did not end in time.".into()),
            };
            if outcome.is_ok() {
                outcome = browser.check_cleanliness(journey.edition).await;
            }
            if outcome.is_err() {
                let _ = browser.picture(&folder.join("failed.png")).await;
            }
            let closed = browser.quit().await;
            outcome.and(closed.map_err(Failed::from))
        })
        .map_err(|failed| at(failed, &folder))
}

fn at(failed: Failed, folder: &std::path::Path) -> Failed {
    let why = failed.message().unwrap_or("no reason given");
    format!("{why}\n(picture and files: {})", folder.display()).into()
}

impl Journey {
    pub const fn hosted(name: &'static str, walk: crate::journeys::Walk) -> Self {
        Journey { name, edition: Edition::Hosted, walk }
    }

    pub const fn sealed(name: &'static str, walk: crate::journeys::Walk) -> Self {
        Journey { name, edition: Edition::Sealed, walk }
    }
}
