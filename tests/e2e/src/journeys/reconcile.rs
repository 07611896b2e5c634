//! A month of receipts against open items: one suggestion taken, one refused, one amount split, one
//! match taken back and put in again, and the workbook with the postings out.

use std::fs;
use std::path::PathBuf;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::workbook::Sheets;

const ITEMS: &str = "Invoice No,Customer,Invoice Date,Due Date,Currency,Open Amount\r\n\
    INV-31001,Calder Bio,2026-09-01,2026-10-01,USD,120.00\r\n\
    INV-31002,Calder Bio,2026-09-05,2026-10-05,USD,80.00\r\n\
    INV-31003,Calder Bio,2026-09-09,2026-10-09,USD,45.50\r\n\
    INV-42007,Orrin Therapeutics,2026-09-09,2026-10-09,USD,999.00\r\n\
    INV-42008,Orrin Therapeutics,2026-09-12,2026-10-12,USD,310.00\r\n";
const RECEIPTS: &str = "Receipt No,Receipt Date,Payer,Memo,Amount,Currency\r\n\
    R-1,2026-10-01,Calder Bio,INV-31001 INV-31002,200.00,USD\r\n\
    R-2,2026-10-09,Calder Bio,thank you,45.50,USD\r\n\
    R-3,2026-10-12,Orrin Therapeutics,with thanks,310.00,USD\r\n\
    R-4,2026-10-13,Orrin Therapeutics,INV-42007,950.00,USD\r\n";

pub async fn walk(browser: Browser) -> Outcome {
    let files = write(&browser)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&files).await?;
    browser.confirm_all().await?;
    browser.screen("reconcile").await?;
    browser.tabs("3", "1").await?;

    // R-2 is taken, R-3 is refused and never offered again.
    browser.line("INV-31003").await?;
    // By its place: "Tied" and "Tie 0 proposed" begin with the same word.
    browser.click(".pair-row[aria-current=true] .primary").await?;
    browser.tabs("2", "2").await?;
    browser.line("INV-42008").await?;
    browser.press("Not this").await?;
    browser.tabs("1", "2").await?;

    // R-4 is split: 900.00 of it now; the rest is proposed for what the item has left.
    browser.line("INV-42007").await?;
    browser.press("Split").await?;
    browser.write("dialog[open] .r-hand input", "900.00").await?;
    browser
        .wait_until(
            "what is left",
            "document.querySelector('dialog[open] [role=status]')?.textContent.includes('50.00')",
        )
        .await?;
    browser.click("dialog[open] footer .primary").await?;
    browser.tabs("1", "3").await?;

    // The automatic match is taken back, and undone.
    browser.press("Tied").await?;
    browser.line("INV-31001").await?;
    browser.press("Take back").await?;
    browser.tabs("1", "2").await?;
    browser.press("Undo").await?;
    browser.tabs("1", "3").await?;

    browser.screen("reports").await?;
    browser.press("Excel").await?;
    let workbook = Sheets::read(&browser.downloaded(".xlsx").await?)?;
    for wanted in ["INV-31001", "INV-31003", "900.00", "R-4"] {
        if !workbook.holds(wanted) {
            return Err(format!("The workbook does not hold {wanted}").into());
        }
    }
    Ok(())
}

fn write(browser: &Browser) -> Result<Vec<PathBuf>, std::io::Error> {
    let (items, receipts) =
        (browser.folder.join("invoices-open.csv"), browser.folder.join("receipts-2026-10.csv"));
    fs::write(&items, ITEMS)?;
    fs::write(&receipts, RECEIPTS)?;
    Ok(vec![items, receipts])
}

impl Browser {
    /// Counts of what needs a person and of what is tied.
    async fn tabs(&self, needs: &str, tied: &str) -> Outcome {
        let of = |at: u8| {
            format!("document.querySelectorAll('.r-tools .seg[aria-label=Show] button .num')[{at}]")
        };
        let there =
            format!("{}?.textContent === {needs:?} && {}?.textContent === {tied:?}", of(0), of(1));
        self.wait_until(&format!("{needs} to decide and {tied} tied"), &there).await
    }

    /// Goes to the line that holds the item.
    async fn line(&self, number: &str) -> Outcome {
        let find = format!(
            "[...document.querySelectorAll('.pair-row')].find((l) => l.textContent.includes({number:?}))"
        );
        self.wait_until(&format!("the line of {number}"), &find).await?;
        self.ask(&format!("{find}.click()")).await?;
        let current = format!("{find}?.getAttribute('aria-current') === 'true'");
        self.wait_until(&format!("{number} to be looked at"), &current).await?;
        let inspected =
            format!("document.querySelector('.insp')?.textContent.includes({number:?})");
        self.wait_until(&format!("{number} in the inspector"), &inspected).await
    }
}
