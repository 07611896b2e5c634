//! The first finding of a check leads to its cell: the row of the file, the column of the sheet, the
//! cursor on it and in sight. Every check of the catalogue that the sample company breaks.

use serde_json::Value;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    browser.screen("findings").await?;
    browser.wait_for("[id^='rule-']").await?;
    let codes = browser
        .ask("return [...document.querySelectorAll('tr[id^=rule-]')].map((r) => r.id.slice(5))")
        .await?;
    let codes: Vec<&str> =
        codes.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if codes.len() < 60 {
        return Err(format!("only {} checks have findings in the sample", codes.len()).into());
    }
    for code in codes {
        browser.follow(code).await?;
    }
    Ok(())
}

impl Browser {
    async fn follow(&self, code: &str) -> Outcome {
        self.ask(&format!("location.hash = '#/findings?rule={code}'")).await?;
        let link = format!(
            "document.querySelector('.f-pane h2')?.textContent.includes({code:?})
             && document.querySelector('.f-pane .src')"
        );
        self.wait_until(&format!("the rows of {code}"), &link).await?;
        let href = self.ask("return document.querySelector('.f-pane .src').hash").await?;
        let href = href.as_str().unwrap_or_default().to_owned();
        self.ask("document.querySelector('.f-pane .src').click()").await?;
        let part = |name: &str| {
            let parts = href.split_once('?').map_or("", |(_, parts)| parts).split('&');
            parts.filter_map(|part| part.split_once('=')).find(|(n, _)| *n == name).map(|(_, v)| v)
        };
        let (row, column) = (part("row").unwrap_or_default(), part("column").unwrap_or_default());
        // The head of the cell's column, the number of its row, and that it is on the screen.
        let there = format!(
            "(() => {{
                const grid = document.querySelector('main.w-data .grid');
                const cell = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '');
                if (!cell) return false;
                const at = [...cell.parentElement.children].indexOf(cell);
                const head = grid.querySelectorAll('thead th')[at].innerText.trim().split('\\n')[0];
                const number = cell.parentElement.querySelector('.rn').innerText.replaceAll(',', '');
                const [a, b] = [cell.getBoundingClientRect(), grid.getBoundingClientRect()];
                return number.trim() === '{row}' && ('{column}' === '' || head === '{column}')
                    && a.left >= b.left && a.right <= b.right + 1 && a.top >= b.top && a.bottom <= b.bottom + 1;
            }})()"
        );
        self.wait_until(&format!("{code}: the cell {column}{row}"), &there).await
    }
}
