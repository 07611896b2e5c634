//! Matching of long lists is cancelled while it is under way, and is started again and comes to its end.

use std::fmt::Write as _;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

/// Enough for matching to take some seconds.
const ROWS: usize = 150_000;

pub async fn walk(browser: Browser) -> Outcome {
    let mut items = String::from("Invoice No,Customer,Invoice Date,Currency,Total\n");
    let mut receipts = String::from("Payment No,Payment Date,Payer,Text,Currency,Amount\n");
    for at in 0..ROWS {
        let (number, amount, whose) = (3_100_000 + 7 * at, 100 + at % 9_000, at % 900);
        writeln!(items, "INV-{number},Calder {whose},2026-10-01,USD,{amount}.00")?;
        writeln!(receipts, "P{at},2026-10-20,Calder {whose},INV-{number},USD,{amount}.00")?;
    }
    let files = [browser.folder.join("open-items.csv"), browser.folder.join("receipts.csv")];
    std::fs::write(&files[0], items)?;
    std::fs::write(&files[1], receipts)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&files).await?;
    browser.screen("reconcile").await?;
    browser.click(".r-waiting button").await?;
    let left_off = "document.querySelector('.r-waiting')?.textContent.includes('cancelled')";
    browser.wait_until("matching to be left off", left_off).await?;
    // Nothing is half applied: every receipt is listed as open, and says so.
    browser.click(&list(3)).await?;
    let asks = "document.querySelector('.pair-row')?.textContent.includes('Not matched yet')";
    browser.wait_until("receipts that are not matched yet", asks).await?;
    browser.press("Start matching").await?;
    let done = "!document.querySelector('.r-waiting')";
    browser.wait_until("matching to begin again and end", done).await?;
    browser.click(&list(2)).await?;
    browser.wait_until("tied rows", "document.querySelector('.pair-row .g-tied')").await
}

/// The button of one of the lists: what needs a person, what is tied, open receipts, open items.
fn list(at: usize) -> String {
    format!(".r-tools .seg[aria-label=Show] button:nth-child({at})")
}
