//! A month's bank file against open items: one suggestion taken, one refused, one amount split, one
//! match taken back and put in again; the postings out, the session saved, and on another day every
//! decision found again.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use libtest_mimic::Failed;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::workbook::Sheets;

const ITEMS: &str = "Invoice No,Customer,Invoice Date,Due Date,Currency,Open Amount\r\n\
    INV-31001,Calder Bio,2026-09-01,2026-10-01,USD,120.00\r\n\
    INV-31002,Calder Bio,2026-09-05,2026-10-05,USD,80.00\r\n\
    INV-31003,Calder Bio,2026-09-09,2026-10-09,USD,45.50\r\n\
    INV-42007,Orrin Therapeutics,2026-09-09,2026-10-09,USD,999.00\r\n\
    INV-42008,Orrin Therapeutics,2026-09-12,2026-10-12,USD,310.00\r\n";
/// As the bank sends it.
const RECEIPTS: &str = "\
:20:OCT2026
:25:37040044/532013000
:28C:10/1
:60F:C260930USD1000,00
:61:2610011001C200,00NTRFNONREF//B-1
:86:166?00CREDIT?20INV-31001 INV-31002?32Calder Bio
:61:2610091009C45,50NTRFNONREF//B-2
:86:166?00CREDIT?20thank you?32Calder Bio
:61:2610121012C310,00NTRFNONREF//B-3
:86:166?00CREDIT?20with thanks?32Orrin Therapeutics
:61:2610131013C950,00NTRFNONREF//B-4
:86:166?00CREDIT?20INV-42007?32Orrin Therapeutics
:62F:C261031USD2505,50
-
";

pub async fn walk(browser: Browser) -> Outcome {
    let files = write(&browser)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&files).await?;
    browser.confirm_all().await?;
    browser.screen("reconcile").await?;
    browser.tabs("3", "1").await?;

    // B-2 is taken, B-3 is refused and never offered again.
    browser.line("INV-31003").await?;
    // By its place: "Tied" and "Tie 0 proposed" begin with the same word.
    browser.click(".pair-row[aria-current=true] .primary").await?;
    browser.tabs("2", "2").await?;
    browser.line("INV-42008").await?;
    browser.press("Not this").await?;
    browser.tabs("1", "2").await?;

    // B-4 is split: 900.00 of it now; the rest is proposed for what the item has left.
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

    let session = browser.save_session().await?;
    browser.post().await?;

    // Another day: the same files and the session, and every decision is there.
    browser.visit(Edition::Hosted).await?;
    browser.drop_files(&[session]).await?;
    browser.bring(&files).await?;
    browser.screen("reconcile").await?;
    browser.tabs("1", "3").await?;
    // What is left of the split receipt is proposed as that, and not as the whole of it.
    browser.line("INV-42007").await?;
    browser.reads("50.00 INV-42007 of 950.00").await?;
    browser.press("Tied").await?;
    browser.tabs("1", "3").await?;
    for tied in ["INV-31001", "INV-31003", "INV-42007"] {
        browser.line(tied).await?;
    }
    browser.reads("900.00 INV-42007 of 950.00").await?;
    browser.press("Unidentified").await?;
    browser.reads("with thanks").await
}

pub(super) fn write(browser: &Browser) -> Result<Vec<PathBuf>, std::io::Error> {
    let (items, receipts) =
        (browser.folder.join("invoices-open.csv"), browser.folder.join("statement-2026-10.sta"));
    fs::write(&items, ITEMS)?;
    fs::write(&receipts, RECEIPTS)?;
    Ok(vec![items, receipts])
}

impl Browser {
    /// Counts of what needs a person and of what is tied.
    pub(super) async fn tabs(&self, needs: &str, tied: &str) -> Outcome {
        let of = |at: u8| {
            format!("document.querySelectorAll('.r-tools .seg[aria-label=Show] button .num')[{at}]")
        };
        let there =
            format!("{}?.textContent === {needs:?} && {}?.textContent === {tied:?}", of(0), of(1));
        self.wait_until(&format!("{needs} to decide and {tied} tied"), &there).await
    }

    async fn save_session(&self) -> Result<PathBuf, Failed> {
        self.press("Untitled session").await?;
        self.click("dialog[open] footer .primary").await?;
        self.downloaded(".tieout.json").await
    }

    /// The workbook, and the posting file by itself: what stands is in it, and each document balances.
    async fn post(&self) -> Outcome {
        self.screen("reports").await?;
        self.press("Excel").await?;
        let workbook = Sheets::read(&self.downloaded(".xlsx").await?)?;
        for wanted in ["INV-31001", "INV-31003", "900.00", "B-4"] {
            if !workbook.holds(wanted) {
                return Err(format!("The workbook does not hold {wanted}").into());
            }
        }
        self.click(".r-side a[href*='section=posting']").await?;
        self.press("CSV").await?;
        let posting = fs::read_to_string(self.downloaded(".csv").await?)?;
        let cents = |cell: &str| cell.replace('.', "").parse::<i64>().unwrap_or(0);
        let rows = posting.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let mut documents: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
        for row in rows.filter(|row| row.len() > 9 && row[0].parse::<u32>().is_ok()) {
            let sums = documents.entry(row[0]).or_default();
            *sums = (sums.0 + cents(row[8]), sums.1 + cents(row[9]));
        }
        let want = [("1", 20_000), ("2", 4_550), ("3", 95_000)].map(|(no, sum)| (no, (sum, sum)));
        if documents != BTreeMap::from(want) {
            return Err(format!("The posting file has {documents:?}:\n{posting}").into());
        }
        if posting.contains("INV-42008") {
            return Err("What was refused is posted".into());
        }
        Ok(())
    }

    async fn reads(&self, words: &str) -> Outcome {
        let there = format!(
            "document.querySelector('.r-list').innerText.replace(/\\s+/g, ' ').includes({words:?})"
        );
        self.wait_until(&format!("the words “{words}”"), &there).await
    }

    /// Goes to the line that holds the item.
    pub(super) async fn line(&self, number: &str) -> Outcome {
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
