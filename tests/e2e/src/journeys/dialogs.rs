//! The dialogs of the unbilled screen: a reason set by hand, and the e-mail text about a job.

use crate::browser::{Browser, Edition};
use crate::company;
use crate::journeys::Outcome;

pub async fn walk(browser: Browser) -> Outcome {
    let files = company::write(&browser.folder)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&files.all()).await?;
    browser.confirm_all().await?;
    browser.screen("unbilled").await?;
    set_reason(&browser).await?;
    write_mail(&browser).await
}

async fn set_reason(browser: &Browser) -> Outcome {
    choose_job(browser).await?;
    browser.press("Set reason").await?;
    // By word, and by Enter: a person does not leave the keyboard for the button.
    browser
        .ask(
            "const s = document.querySelector('dialog[open] select');
             s.value = [...s.options].find((o) => o.text === 'PO missing').value;
             s.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
    browser.click("dialog[open] footer .primary").await?;
    let row = format!(
        "[...document.querySelectorAll('.u-grid tr.j')].find((r) => r.innerText.includes({:?}))",
        company::UNBILLED_JOB
    );
    browser
        .wait_until("the reason in the list", &format!("{row}?.innerText.includes('PO missing')"))
        .await?;
    browser.press("Undo").await?;
    browser
        .wait_until("the old reason", &format!("{row} && !{row}.innerText.includes('PO missing')"))
        .await
}

async fn write_mail(browser: &Browser) -> Outcome {
    choose_job(browser).await?;
    browser.press("E-mail text").await?;
    let text = "document.querySelector('dialog[open] textarea')?.value";
    let names_job = format!("{text}?.includes({:?})", company::UNBILLED_JOB);
    browser.wait_until("the text about the job", &names_job).await?;
    browser
        .ask(
            "const s = document.querySelector('dialog[open] select'); s.value = 'ko';
             s.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
    let korean = format!("{names_job} && /[가-힣]/.test({text})");
    browser.wait_until("the text in Korean", &korean).await?;
    browser.press("Copy").await?;
    browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await
}

async fn choose_job(browser: &Browser) -> Outcome {
    let mark = format!(
        "[...document.querySelectorAll('.u-grid tr.j')]
            .find((r) => r.innerText.includes({:?}))?.setAttribute('data-chosen', '')",
        company::UNBILLED_JOB
    );
    browser.wait_for(".u-grid tr.j").await?;
    browser.ask(&mark).await?;
    browser.click(".u-grid tr.j[data-chosen] td:first-child").await?;
    browser.wait_for(".u-grid tr.j[aria-selected='true']").await.map(drop)
}
