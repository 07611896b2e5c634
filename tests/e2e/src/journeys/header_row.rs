//! The header row is set by hand: what stood in it becomes data, what stands above a title, and stepping
//! back or undoing gives the reading back.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

const LINES: &str = "Jobs of May,,,\n\
    Job No,Customer,POD Date,Est. Revenue\n\
    J-1,Calder Bio,2026-05-02,100.00\n\
    J-2,Orrin,2026-05-04,250.00\n\
    J-3,Vesta Labs,2026-05-09,75.50\n";

pub async fn walk(browser: Browser) -> Outcome {
    let file = browser.folder.join("jobs.csv");
    fs::write(&file, LINES)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(std::slice::from_ref(&file)).await?;
    stands(&browser, "2", &["title", "header", "used", "used", "used"]).await?;
    offers(&browser, "Job No", true).await?;

    // Over a job no list is known: nothing is used until somebody says what it is.
    browser.click(".stepper button[aria-label='Row below']").await?;
    stands(&browser, "3", &["", "", "", "", ""]).await?;
    browser.choose(".mapp .bar-tools .select:not(.sheet-pick)", "Jobs").await?;
    stands(&browser, "3", &["title", "title", "header", "used", "used"]).await?;
    offers(&browser, "Job No", false).await?;
    browser.expect_accessible("a header row that was set").await?;

    browser.click(".stepper button[aria-label='Row above']").await?;
    stands(&browser, "2", &["title", "header", "used", "used", "used"]).await?;
    offers(&browser, "Job No", true).await?;

    // Above the first row stands "none": then every row is data.
    browser.click(".stepper button[aria-label='Row above']").await?;
    browser
        .wait_until(
            "a header in row 1",
            "document.querySelector('.stepper output').innerText === '1'",
        )
        .await?;
    browser.click(".stepper button[aria-label='Row above']").await?;
    let headless = "![...document.querySelectorAll('.m-grid .fatec')]
        .some((cell) => cell.innerText.trim() === 'header')";
    browser.wait_until("a sheet without a header", headless).await?;

    for _ in 0..5 {
        browser.press("Undo").await?;
    }
    stands(&browser, "2", &["title", "header", "used", "used", "used"]).await?;
    offers(&browser, "Job No", true).await
}

/// Waits until the stepper shows a row and the first rows have these fates.
async fn stands(browser: &Browser, row: &str, fates: &[&str]) -> Outcome {
    let wanted = fates.join(",");
    let there = format!(
        "document.querySelector('.stepper output')?.innerText.trim() === '{row}'
         && [...document.querySelectorAll('.m-grid .fatec')].slice(0, {})
            .map((cell) => cell.innerText.trim()).join() === '{wanted}'",
        fates.len()
    );
    browser.wait_until(&format!("header row {row} and {wanted}"), &there).await
}

/// Waits until a header is offered among the columns of the sheet, or is not.
async fn offers(browser: &Browser, header: &str, offered: bool) -> Outcome {
    let there = format!(
        "[...document.querySelectorAll('.m-fields option')].some((o) => o.text.includes('{header}')) === {offered}"
    );
    browser.wait_until(&format!("“{header}” among the columns: {offered}"), &there).await
}
