//! A workbook that is really encrypted: a wrong password is told kindly and asked for again, the right
//! one opens it, and neither is kept anywhere.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::company;
use crate::journeys::Outcome;
use crate::locked::locked;

const RIGHT: &str = "Bière 열쇠 7";
const WRONG: &str = "biere";

pub async fn walk(browser: Browser) -> Outcome {
    let files = company::write(&browser.folder)?;
    let file = browser.folder.join("locked-jobs.xlsx");
    fs::write(&file, locked(&fs::read(&files.jobs)?, RIGHT))?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&[file]).await?;

    enter(&browser, WRONG).await?;
    browser.wait_for("dialog[open] .wrong").await?;
    let said = browser.text("dialog[open] .wrong").await?;
    if said.trim().is_empty() {
        return Err("nothing is said of the wrong password".into());
    }
    enter(&browser, RIGHT).await?;
    let read = "[...document.querySelectorAll('.flist li.f')].some((li) =>
        li.textContent.includes('locked-jobs.xlsx') && li.textContent.includes('Jobs'))
        && !document.querySelector('dialog[open]')";
    browser.wait_until("the workbook to be read", read).await?;
    let rows = "document.querySelector('.m-grid')?.textContent.includes('J-104')";
    browser.wait_until("its rows to be shown", rows).await?;

    let kept = format!(
        "const all = JSON.stringify([localStorage, sessionStorage]) + document.documentElement.outerHTML;
         return all.includes({RIGHT:?}) || all.includes({WRONG:?} + '\"')"
    );
    match browser.ask(&kept).await?.as_bool() {
        Some(false) => Ok(()),
        _ => Err("a password is kept".into()),
    }
}

async fn enter(browser: &Browser, password: &str) -> Outcome {
    browser.wait_for("dialog[open] input[type=password]").await?;
    browser.write("dialog[open] input[type=password]", password).await?;
    browser.press("Open the file").await
}
