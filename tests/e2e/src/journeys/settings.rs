//! A changed setting runs again at once: the findings follow a switch and a threshold, and go back
//! with them.

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    let all = browser.findings_open().await?;
    browser.screen("settings").await?;
    let found = browser.found("REF-01").await?;
    if found == 0 {
        return Err("REF-01 finds nothing in the sample company".into());
    }
    browser.click("#set-REF-01 input[type=checkbox]").await?;
    browser.wait_for_findings(all - found).await?;
    browser.wait_until("the check greyed", "document.querySelector('#set-REF-01.gone')").await?;
    browser.press("Undo").await?;
    browser.wait_for_findings(all).await?;

    // Everything billed later than a day after the service is late.
    let late = browser.found("DAT-07").await?;
    browser.set_figure("#set-DAT-07 .s-thr input", "1").await?;
    let more = format!("Number({FOUND}) > {late}");
    browser.wait_until("more late bills", &more).await?;
    let is_marked = "document.querySelector('#set-DAT-07 .s-changed')";
    browser.wait_until("the mark of a change", is_marked).await?;
    browser.set_figure("#set-DAT-07 .s-thr input", "soon").await?;
    browser.wait_until("what was wrong", "document.querySelector('.toast')").await?;
    browser.wait_until("the findings to stand", &more).await?;
    browser.click("#set-DAT-07 .s-mark button").await?;
    browser.wait_until("the late bills of before", &format!("{FOUND} === '{late}'")).await?;
    browser.wait_for_findings(all).await?;
    tolerances(&browser).await
}

/// A tolerance of a currency is added on its tab, is there, and goes with Undo.
async fn tolerances(browser: &Browser) -> Outcome {
    browser.press("Tolerances").await?;
    browser.wait_for(".s-band-new").await?;
    browser.expect_accessible("the tolerances").await?;
    browser.write(".s-band-new input[placeholder]", "usd").await?;
    browser.set_figure(".s-band-new td.num input", "five").await?;
    browser.click(".band-add").await?;
    browser.wait_until("what was wrong", "document.querySelector('.toast')").await?;
    browser.set_figure(".s-band-new td.num input", "5").await?;
    browser.click(".band-add").await?;
    let row = "[...document.querySelectorAll('.s-bands th[scope=row]')]
        .some((th) => th.textContent.trim() === 'USD')";
    browser.wait_until("the line of the currency", row).await?;
    browser.press("Undo").await?;
    browser.wait_until("the line to go", &format!("!({row})")).await
}

const FOUND: &str = "document.querySelector('#set-DAT-07 > td:nth-child(6)').textContent
    .trim().replace('–', '0').replaceAll(',', '')";

impl Browser {
    /// Findings of a check, as the settings screen counts them.
    async fn found(&self, code: &str) -> Result<u64, libtest_mimic::Failed> {
        let count = self.text(&format!("#set-{code} > td:nth-child(6)")).await?;
        Ok(count.replace(',', "").trim().parse().unwrap_or(0))
    }

    pub(super) async fn set_figure(&self, css: &str, value: &str) -> Outcome {
        // In one go: leaving the field half written would be a change of its own.
        self.wait_for(css).await?;
        self.ask(&format!(
            "const field = document.querySelector({css:?}); field.value = {value:?};
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ))
        .await
        .map(drop)
    }
}
