//! The fate of a row is set by hand: an item is left out and a subtotal taken in, both are counted so at
//! once, and each goes back to the automatic reading.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

const LINES: &str = "Invoice No,Customer,Invoice Date,Due Date,Open Amount\n\
    CI26-0001,Calder Bio,2026-05-02,2026-06-01,100.00\n\
    CI26-0002,Calder Bio,2026-05-04,2026-06-03,250.00\n\
    Total for Calder Bio,,,,350.00\n\
    CI26-0003,Orrin,2026-05-09,2026-06-08,75.50\n";

pub async fn walk(browser: Browser) -> Outcome {
    let file = browser.folder.join("open_items.csv");
    fs::write(&file, LINES)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(std::slice::from_ref(&file)).await?;
    stands(&browser, &["header", "used", "used", "subtotal", "used"], "3 used 1 header 1 subtotal")
        .await?;

    browser.press("Row 2 is used: leave it out").await?;
    stands(
        &browser,
        &["header", "left out", "used", "subtotal", "used"],
        "2 used 1 header 1 subtotal 1 left out",
    )
    .await?;
    browser.press("Row 4 is subtotal: use it as data").await?;
    stands(&browser, &["header", "left out", "used", "used", "used"], "3 used 1 header 1 left out")
        .await?;
    browser.expect_accessible("fates that were set").await?;

    browser.press("Row 2 is left out, set by you: back to the automatic reading").await?;
    stands(&browser, &["header", "used", "used", "used", "used"], "4 used 1 header").await?;
    browser.press("Undo").await?;
    stands(&browser, &["header", "left out", "used", "used", "used"], "3 used 1 header 1 left out")
        .await?;
    browser.press("Redo").await?;
    browser.press("Row 4 is used, set by you: back to the automatic reading").await?;
    stands(&browser, &["header", "used", "used", "subtotal", "used"], "3 used 1 header 1 subtotal")
        .await
}

/// Waits until the rows have these fates, and until those of the file are counted so.
async fn stands(browser: &Browser, fates: &[&str], counted: &str) -> Outcome {
    let wanted = fates.join(",");
    let rows = format!(
        "[...document.querySelectorAll('.m-grid .fatec')].map((cell) => cell.innerText.trim()).join() === '{wanted}'"
    );
    browser.wait_until(&format!("the fates {wanted}"), &rows).await?;
    let said = "document.querySelector('.rowtie')";
    let sums = format!(
        "(() => {{
            const table = {said};
            if (!table) return false;
            const words = [...table.querySelectorAll('thead th')].slice(1).map((c) => c.innerText.trim());
            const figures = [...table.querySelectorAll('tbody td')].slice(2).map((c) => c.innerText.trim());
            return words.map((word, at) => figures[at] + ' ' + word).join(' ') === '{counted}';
        }})()"
    );
    browser.wait_until(&format!("the tally {counted}"), &sums).await
}
