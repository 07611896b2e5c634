//! The main job: files in by a real drag, readings confirmed, findings, a decision and its undo, and
//! a workbook out whose figures are those of the screen.

use crate::browser::{Browser, Edition};
use crate::company;
use crate::journeys::Outcome;
use crate::workbook::{Sheets, through_libreoffice};

pub async fn walk(browser: Browser, edition: Edition) -> Outcome {
    let files = company::write(&browser.folder)?;
    browser.visit(edition).await?;
    browser.bring(&files.all()).await?;
    let used = browser.confirm_all().await?;
    if used != 3 {
        return Err(format!("{used} files can be used, not 3").into());
    }

    browser.screen("findings").await?;
    for code in company::FOUND {
        browser.wait_for(&format!("#rule-{code}")).await?;
    }
    let before = browser.findings_open().await?;
    browser.dismiss("ID-02").await?;
    browser.wait_for_findings(before - 1).await?;
    browser.press("Undo").await?;
    browser.wait_for_findings(before).await?;
    browser.dismiss("ID-02").await?;
    browser.wait_for_findings(before - 1).await?;

    browser.screen("unbilled").await?;
    browser
        .wait_until(
            "the unbilled job",
            &format!(
                "document.querySelector('main').innerText.includes({:?})",
                company::UNBILLED_JOB
            ),
        )
        .await?;

    browser.screen("reports").await?;
    browser.press("Excel").await?;
    let workbook = browser.downloaded(".xlsx").await?;
    check_workbook(&Sheets::read(&workbook)?)?;
    check_workbook(&Sheets::read(&through_libreoffice(&workbook, &browser.folder)?)?)
}

fn check_workbook(sheets: &Sheets) -> Outcome {
    // The difference that ARI-02 is about, the unbilled job with its value, the reason written.
    for wanted in ["ARI-02", "ID-02", "75.00", company::UNBILLED_JOB, "3100.00"] {
        if !sheets.holds(wanted) {
            return Err(format!("The workbook does not hold {wanted}").into());
        }
    }
    Ok(())
}

impl Browser {
    /// Open findings, as the rail counts them.
    pub async fn findings_open(&self) -> Result<u64, libtest_mimic::Failed> {
        let tally = self.text("nav a[href='#/findings'] .tally").await?;
        Ok(tally.replace(',', "").trim().parse().unwrap_or(0))
    }

    pub async fn wait_for_findings(&self, count: u64) -> Outcome {
        let tally =
            "document.querySelector(\"nav a[href='#/findings'] .tally\")?.textContent ?? '0'";
        self.wait_until(&format!("{count} open findings"), &format!("({tally}) === '{count}'"))
            .await
    }

    pub async fn dismiss(&self, code: &str) -> Outcome {
        if !self.is_there(&format!("#rule-{code}.on")).await? {
            self.click(&format!("#rule-{code} button")).await?;
        }
        self.wait_for(&format!("#rule-{code}.on")).await?;
        self.wait_for(".f-detail .f-act").await?;
        self.click(".f-detail .f-act .btn:not(.primary):not(.quiet)").await?;
        self.wait_for("dialog[open] textarea").await?;
        self.write("dialog[open] textarea", "Agreed with the client on 3 November").await?;
        self.click("dialog[open] footer .primary").await
    }
}
