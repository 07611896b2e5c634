//! The gate: an invoice that findings hold goes out on a waiver with reason and approver, the totals
//! follow, and the certificate names it; a change takes it back.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::workbook::Sheets;

const REASON: &str = "Client agreed on 3 November";
const APPROVER: &str = "J. Park, billing manager";

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    browser.screen("release").await?;
    browser.wait_for(".q-waive").await?;
    let held = browser.in_list("Hold list").await?;
    let invoice = browser.text(".q-pane h2").await?;
    let invoice = invoice.split(' ').next().unwrap_or_default().to_owned();
    browser.click(".q-waive").await?;
    let cannot = "document.querySelector('dialog[open] footer .primary').disabled";
    browser.write("dialog[open] textarea", REASON).await?;
    browser.wait_until("no waiver without an approver", cannot).await?;
    browser.write("dialog[open] input", APPROVER).await?;
    browser.expect_accessible("the waiver").await?;
    browser.click("dialog[open] footer .primary").await?;
    browser.wait_until("one invoice less held", &format!("{HELD} === {}", held - 1)).await?;
    browser.press("Released on a waiver").await?;
    let told = format!(
        "document.body.innerText.includes({invoice:?})
         && document.body.innerText.includes('{REASON}, approved by {APPROVER}')"
    );
    browser.wait_until("the waiver in its list", &told).await?;

    browser.press("Certificate").await?;
    browser.wait_for("main.w-reports .paper").await?;
    let names = format!(
        "[{invoice:?}, {REASON:?}, {APPROVER:?}]
            .every((t) => document.querySelector('.paper').innerText.includes(t))"
    );
    browser.wait_until("the waiver on the certificate", &names).await?;
    browser.press("Excel").await?;
    let sheets = Sheets::read(&browser.downloaded(".xlsx").await?)?;
    for wanted in [invoice.as_str(), REASON, APPROVER] {
        if !sheets.holds(wanted) {
            return Err(format!("The workbook does not hold {wanted}").into());
        }
    }

    browser.screen("release").await?;
    browser.press("Undo").await?;
    browser.wait_until("it is held again", &format!("{HELD} === {held}")).await
}

/// The count beside the first list.
const HELD: &str =
    "Number(document.querySelector('main .seg button .num').textContent.replaceAll(',', ''))";

impl Browser {
    async fn in_list(&self, name: &str) -> Result<i64, libtest_mimic::Failed> {
        let named =
            format!("document.querySelector('main .seg button').textContent.includes({name:?})");
        self.wait_until(name, &named).await?;
        Ok(self.ask(&format!("return {HELD}")).await?.as_f64().unwrap_or_default() as i64)
    }
}
