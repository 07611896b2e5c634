//! A month's bank statement held against the cash book: the lists proposed, the bridge with its
//! causes, the lines behind one of them, and the reconciliation out in the workbook.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::workbook::Sheets;

const BANK: &str = "\
Booking Date,Text,Bank Reference,Amount,Balance,Currency
2026-10-02,INV PAYMENT,R-5001,1000.00,6000.00,USD
2026-10-06,CHEQUE,CHQ-9001,-250.00,5750.00,USD
2026-10-30,MONTHLY FEE,,-15.00,5735.00,USD
";
const BOOK: &str = "\
Payment No,Payment Date,Payer,Amount,Currency
R-5001,2026-10-01,Calder Bio,1000.00,USD
CHQ-9001,2026-10-04,Moss Freight,-250.00,USD
CHQ-9002,2026-10-20,Moss Freight,-80.00,USD
R-5002,2026-10-30,Orrin Therapeutics,400.00,USD
";

pub async fn walk(browser: Browser) -> Outcome {
    let files = [("bank statement october.csv", BANK), ("cash book october.csv", BOOK)];
    let paths = files.map(|(name, _)| browser.folder.join(name));
    for (path, (_, text)) in paths.iter().zip(files) {
        fs::write(path, text)?;
    }
    browser.visit(Edition::Hosted).await?;
    browser.bring(&paths).await?;
    browser.confirm_all().await?;

    browser.screen("compare").await?;
    browser.click(".c-fit button").await?;
    browser.wait_for(".tie").await?;
    // The receipt on its way, the cheque that is out and the fee explain all of it.
    browser.told("Adjusted bank 1,055.00").await?;
    browser.told("Adjusted book 1,055.00").await?;
    browser.told("Unexplained 0.00").await?;
    browser.press("Only right").await?;
    let listed = "[...document.querySelectorAll('.w-compare [role=grid] tbody tr')].map((r) => r.innerText).join()";
    let only = format!(
        "{listed}.includes('CHQ-9002') && {listed}.includes('R-5002') && !{listed}.includes('MONTHLY')"
    );
    browser.wait_until("what only the book has", &only).await?;
    browser.expect_accessible("compare").await?;

    browser.screen("reports").await?;
    browser.press("Excel").await?;
    let workbook = Sheets::read(&browser.downloaded(".xlsx").await?)?;
    for wanted in ["CHQ-9002", "R-5002", "MONTHLY FEE"] {
        if !workbook.holds(wanted) {
            return Err(format!("The workbook does not hold {wanted}").into());
        }
    }
    Ok(())
}

impl Browser {
    async fn told(&self, words: &str) -> Outcome {
        let there = format!(
            "document.querySelector('main').innerText.replace(/\\s+/g, ' ').includes({words:?})"
        );
        self.wait_until(&format!("the words “{words}”"), &there).await
    }
}
