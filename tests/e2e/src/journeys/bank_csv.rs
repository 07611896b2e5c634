//! A bank's CSV dropped cold: it is known for what it is, its statement ties, and its data quality
//! says what is blank.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

/// Amounts without signs beside a mark, a balance that proves them, and a value date left out.
const LINES: &str = "Booking date,Value date,Text,Amount,D/C,Balance,Counterparty\n\
    2026-05-04,2026-05-04,CALDER BIO INV-1001,1060.00,C,1560.00,Calder Bio\n\
    2026-05-05,,ACCOUNT FEE,12.50,D,1547.50,\n\
    2026-05-13,2026-05-14,ORRIN A-1002,265.00,C,1812.50,Orrin\n";

pub async fn walk(browser: Browser) -> Outcome {
    let file = browser.folder.join("bank.csv");
    fs::write(&file, LINES)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&[file]).await?;
    let known = "[...document.querySelectorAll('.flist li.f')].some((li) =>
        li.textContent.includes('bank.csv') && li.textContent.includes('Bank statement lines'))";
    browser.wait_until("the file to be known as a bank's", known).await?;
    browser.press("Data quality").await?;
    browser.wait_for(".m-quality .q-ties .dbl").await?;
    let said = browser.ask("return document.querySelector('.m-quality').innerText").await?;
    let said = said.as_str().unwrap_or_default();
    for words in ["500.00", "1,312.50", "1,812.50", "Value date", "Blank", "33.33%"] {
        if !said.contains(words) {
            return Err(format!("the scorecard lacks {words}: {said}").into());
        }
    }
    Ok(())
}
