//! A list of 100,000 rows: read, put into use, and scrolled from end to end.

use std::time::Instant;

use crate::browser::{Browser, Edition};
use crate::company;
use crate::journeys::Outcome;

const ROWS: u32 = 100_000;

/// Counts the pictures without the file, from the first that shows it on.
const STANDS: &str = "
    const there = () => [...document.querySelectorAll('.flist .nm')]
        .some((e) => e.textContent.includes('jobs-100000'));
    let begun = false;
    window.gone = 0;
    const look = () => {
        begun ||= there();
        window.gone += begun && !there() ? 1 : 0;
        requestAnimationFrame(look);
    };
    look();";

pub async fn walk(browser: Browser) -> Outcome {
    let list = browser.folder.join("jobs-100000.xlsx");
    company::write_large(&list, ROWS)?;
    // Without lines of invoices there is nothing to hold the jobs against.
    let lines = company::write(&browser.folder)?.lines;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&[lines]).await?;
    browser.ask(STANDS).await?;
    let started = Instant::now();
    browser.bring(&[list]).await?;
    browser.wait_for(".mapp .maptable tbody tr").await?;
    browser.measured("read_100000", started.elapsed())?;
    let gone = browser.ask("return window.gone;").await?;
    if gone != 0 {
        return Err(format!("The file was missing from the list for {gone} pictures").into());
    }
    let started = Instant::now();
    browser.confirm_all().await?;
    browser.screen("unbilled").await?;
    browser.wait_for(".grid").await?;
    browser.measured("check_100000", started.elapsed())?;
    let scroller = "[...document.querySelectorAll('.grid, .grid *')].find((e) => e.scrollHeight > e.clientHeight + 1000)";
    browser.wait_until("a grid that scrolls", scroller).await?;
    for part in [0.25, 0.5, 1.0, 0.0] {
        let act = format!("const s = {scroller}; s.scrollTop = s.scrollHeight * {part};");
        let started = Instant::now();
        browser.ask(&act).await?;
        browser
            .wait_until("rows in the window", &format!(
                "(() => {{ const s = {scroller}; const box = s.getBoundingClientRect();
                    const at = document.elementFromPoint(box.left + 200, box.top + box.height / 2);
                    return /J-\\d{{7}}/.test(at?.closest('tr, [role=row]')?.textContent ?? ''); }})()"
            ))
            .await?;
        let took = started.elapsed().as_millis();
        if took > 1_500 {
            return Err(format!("The rows at {part} of the way took {took} ms").into());
        }
    }
    Ok(())
}
