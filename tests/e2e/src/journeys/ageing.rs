//! Open items dropped, aged on a day, under another policy and back, down to the cell, and out in a
//! workbook that another reader adds up.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::workbook::Sheets;

/// 30 days late, not due, 92 days late, and a credit that names nothing.
const OPEN_ITEMS: &str = "\
Invoice no,Document type,Customer,Invoice date,Due date,Open amount,Currency
N-1001,Invoice,Calder Bio,2026-09-01,2026-10-01,100.00,USD
N-1002,Invoice,Calder Bio,2026-10-10,2026-11-09,50.00,USD
N-1003,Invoice,Orrin Therapeutics,2026-07-01,2026-07-31,70.00,USD
N-1004,Credit note,Orrin Therapeutics,2026-10-05,2026-10-05,-20.00,USD
";

/// Figures of the currency's own line, from the total on; the picture has none.
const GROUP: &str = "[...(document.querySelector('.a-grid tr.grp')?.querySelectorAll('td') ?? [])]
    .map((c) => c.innerText.trim().replace('–', '0').replace('−', '-')).slice(1, -1).join(' ')";

#[expect(clippy::float_arithmetic, reason = "numbers of a workbook, within a tenth of a cent")]
pub async fn walk(browser: Browser) -> Outcome {
    let path = browser.folder.join("open items october 2026.csv");
    fs::write(&path, OPEN_ITEMS)?;
    browser.visit(Edition::Hosted).await?;
    browser.bring(&[path]).await?;
    browser.confirm_all().await?;

    browser.screen("ageing").await?;
    browser.write(".facts .date input", "2026-10-31").await?;
    browser.keys("\u{e007}").await?;
    browser.wait_for(".a-grid tr.grp").await?;
    // Undated, not due, 1–30, 31–60, 61–90, 91–120, 121–180, 181–360, over; credits, disputed, items.
    let apart = "200.00  0 50.00 100.00 0 0 70.00 0 0 0 -20.00 0 4";
    let eaten = "200.00  0 50.00 100.00 0 0 50.00 0 0 0 0 0 4";
    browser.group_reads(apart).await?;
    browser.choose_credits("ageing-credits-oldest-first").await?;
    browser.group_reads(eaten).await?;
    browser.press("Undo").await?;
    browser.group_reads(apart).await?;
    browser.wait_for(".tie .chip.tied").await?;
    browser.expect_accessible("ageing").await?;

    browser.press_link("Orrin Therapeutics").await?;
    let items = "document.querySelectorAll('.a-grid tr.j').length === 2";
    browser.wait_until("the two items of the customer", items).await?;
    browser.click(".a-grid .a-src a").await?;
    browser.wait_for("main.w-data").await?;
    let row = "document.querySelector('main').innerText.includes('N-1003')";
    browser.wait_until("the row of the oldest item", row).await?;

    browser.screen("reports").await?;
    browser.press("Excel").await?;
    let sheets = Sheets::read(&browser.downloaded(".xlsx").await?)?;
    let ageing = sheets.named("Ageing")?;
    let figures = |name: &str| {
        let row = ageing.iter().find(|row| row.first().is_some_and(|cell| cell == name))?;
        Some(row.iter().filter_map(|cell| cell.parse::<f64>().ok()).collect::<Vec<f64>>())
    };
    for (name, total) in [("Calder Bio", 150.0), ("Orrin Therapeutics", 50.0), ("Total", 200.0)] {
        let row = figures(name).ok_or_else(|| format!("no row {name} in the workbook"))?;
        // Total first, then the buckets and the credits that add up to it.
        let parts: f64 = row[1..11].iter().sum();
        if (row[0] - total).abs() > 0.001 || (parts - total).abs() > 0.001 {
            return Err(format!("{name}: {row:?} in the workbook, not {total}").into());
        }
    }
    Ok(())
}

impl Browser {
    async fn group_reads(&self, wanted: &str) -> Outcome {
        let normal = format!("({GROUP}) === {wanted:?}");
        self.wait_until(&format!("the sums {wanted}"), &normal).await
    }

    async fn choose_credits(&self, value: &str) -> Outcome {
        self.ask(&format!(
            "const s = [...document.querySelectorAll('.a-policy select')]
                 .find((s) => [...s.options].some((o) => o.value === {value:?}));
             s.value = {value:?}; s.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await
        .map(drop)
    }

    async fn press_link(&self, words: &str) -> Outcome {
        let find = format!(
            "[...document.querySelectorAll('.a-grid a')].find((a) => a.textContent.trim() === {words:?})"
        );
        self.wait_until(&format!("a link “{words}”"), &find).await?;
        self.ask(&format!("{find}.setAttribute('data-pressed', '')")).await?;
        self.click(".a-grid a[data-pressed]").await
    }
}
