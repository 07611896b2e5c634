//! Every figure at the head of the screens is the workbook's: ties, roll-forward, findings by check,
//! unbilled jobs by owner. The workbook is read by another reader, and added up here.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::browser::{Browser, Edition};
use crate::journeys::Outcome;
use crate::workbook::Sheets;

type Row = Vec<String>;

/// A table on the screen as rows of text: figures without their signs for the eye.
const ROWS: &str = "(css) => [...document.querySelectorAll(css)].map((tr) =>
    [...tr.querySelectorAll('th, td')].filter((c) => !c.matches('.op, .barcol, .say, .gl, .car'))
        .map((c) => c.innerText.trim().replaceAll(',', '').replaceAll('−', '-').replace(/^–$/, '0')))";

pub async fn walk(browser: Browser) -> Outcome {
    browser.visit(Edition::Hosted).await?;
    browser.try_sample().await?;
    browser.screen("overview").await?;
    browser.wait_for(".tie").await?;
    let ties = browser.rows(".tie tbody tr").await?;
    let total = browser.rows(".o-find tfoot tr").await?;
    browser.screen("findings").await?;
    browser.wait_for("[id^='rule-']").await?;
    let rules = browser.rows(".f-list tr[id^='rule-']").await?;
    browser.screen("unbilled").await?;
    browser.wait_for(".u-grid tr.j").await?;
    let roll = browser.rows(".roll tbody tr").await?;
    let owners = browser.rows(".u-owners tbody tr").await?;
    browser.screen("reports").await?;
    browser.press("Excel").await?;
    let sheets = Sheets::read(&browser.downloaded(".xlsx").await?)?;
    let summary = sheets.named("Summary")?;
    if ties.is_empty() || rules.is_empty() || roll.is_empty() || owners.is_empty() {
        return Err("A head of the screens has no figures.".into());
    }
    for tie in &ties {
        // Name, code, figures: the workbook has no name.
        expect_row(summary, "tie", &tie[1..])?;
    }
    for rule in &rules {
        check_rule(summary, rule)?;
    }
    let money: Row = total.iter().flatten().filter(|cell| is_figure(cell)).cloned().collect();
    let end = summary.iter().find(|row| row.first().is_some_and(|cell| cell == "Total"));
    if money.is_empty() || !end.is_some_and(|row| figures(row).ends_with(&normal(&money))) {
        return Err(format!("The overview's total {money:?} is not the workbook's {end:?}").into());
    }
    check_roll(summary, &roll)?;
    check_owners(sheets.named("Unbilled jobs")?, &owners)
}

impl Browser {
    async fn rows(&self, css: &str) -> Result<Vec<Row>, libtest_mimic::Failed> {
        let found = self.ask(&format!("return ({ROWS})({css:?})")).await?;
        let text = |cell: &Value| cell.as_str().unwrap_or_default().to_owned();
        let row = |row: &Value| row.as_array().into_iter().flatten().map(text).collect();
        Ok(found.as_array().into_iter().flatten().map(row).collect())
    }
}

fn is_figure(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-')
}

/// One way of writing: two decimals, no sign on nothing.
fn normal(cells: &[String]) -> Row {
    let one = |cell: &String| {
        let (whole, minor) = cell.split_once('.').unwrap_or((cell, ""));
        let text = format!("{whole}.{minor:0<2}");
        if text == "-0.00" { "0.00".to_owned() } else { text }
    };
    cells.iter().filter(|cell| is_figure(cell)).map(one).collect()
}

fn figures(row: &[String]) -> Row {
    normal(row)
}

/// Code and figures, side by side in some row of the sheet.
fn expect_row(sheet: &[Row], what: &str, wanted: &[String]) -> Outcome {
    let (code, wanted_figures) = (&wanted[0], normal(&wanted[1..]));
    let is_it = |row: &&Row| {
        row.first().is_some_and(|cell| cell == code) && figures(&row[1..]) == wanted_figures
    };
    match sheet.iter().find(is_it) {
        Some(_) => Ok(()),
        None => Err(format!("The workbook has no {what} {wanted:?}").into()),
    }
}

/// Code, title, rows, money by currency (blank for none), files.
fn check_rule(summary: &[Row], rule: &[String]) -> Outcome {
    let code = &rule[0];
    let line = summary.iter().find(|row| row.first() == Some(code));
    let Some(line) = line else { return Err(format!("The workbook has no {code}").into()) };
    let shown = |cell: &String| if cell.is_empty() { "0".to_owned() } else { cell.clone() };
    let money: Row = rule[3..rule.len() - 1].iter().map(shown).collect();
    let there = figures(line);
    let (counts, sums) = there.split_at(2.min(there.len()));
    let count = normal(&rule[2..3]);
    if counts.first() == count.first() && sums == normal(&money) {
        Ok(())
    } else {
        Err(format!("{code}: {rule:?} on the screen, {line:?} in the workbook").into())
    }
}

/// On the screen a row is a currency; in the workbook a column is.
fn check_roll(summary: &[Row], roll: &[Row]) -> Outcome {
    let at = summary.iter().position(|row| row.first().is_some_and(|cell| cell == "Roll-forward"));
    let heads = at.and_then(|at| summary.get(at + 1)).ok_or("no roll-forward in the workbook")?;
    let steps: Vec<&Row> =
        summary.iter().skip(at.unwrap_or(0) + 2).take_while(|row| !row[0].is_empty()).collect();
    for row in roll {
        let name = if row[1].is_empty() { &row[0] } else { &row[1] };
        let column = heads.iter().skip(1).position(|head| head == name).map(|at| at + 1);
        let column = column.ok_or_else(|| format!("no column {name} in the workbook"))?;
        let there: Row = steps.iter().map(|step| step[column].clone()).collect();
        // A step that is nil everywhere is not shown.
        let some = |cells: Row| -> Row { cells.into_iter().filter(|c| c != "0.00").collect() };
        if some(normal(&row[2..])) != some(normal(&there)) {
            return Err(format!("{name}: {row:?} on the screen, {there:?} in the workbook").into());
        }
    }
    Ok(())
}

/// Jobs of each owner, counted in the list of the workbook.
fn check_owners(list: &[Row], owners: &[Row]) -> Outcome {
    let heads = list.first().ok_or("an empty list")?;
    let owner = heads.iter().position(|head| head == "Owner").ok_or("no column Owner")?;
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for row in list.iter().skip(1).filter(|row| !row[owner].is_empty()) {
        *counted.entry(row[owner].as_str()).or_default() += 1;
    }
    let shown: usize = owners.iter().filter_map(|row| row[1].parse::<usize>().ok()).sum();
    if shown != counted.values().sum::<usize>() {
        return Err(format!("{shown} jobs by owner, {counted:?} in the workbook").into());
    }
    for row in owners {
        // Planned work stands apart on the screen: an owner's lines together are the owner's jobs.
        let of = |line: &&Row| line[0] == row[0] || line[0].starts_with(&format!("{} ", row[0]));
        let lines = owners.iter().filter(of).filter_map(|line| line[1].parse::<usize>().ok());
        let there = counted.get(row[0].as_str()).copied();
        if there.is_some_and(|there| lines.sum::<usize>() != there) {
            return Err(format!("{owners:?} on the screen, {counted:?} in the workbook").into());
        }
    }
    Ok(())
}
