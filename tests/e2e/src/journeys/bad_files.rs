//! Files that cannot be read: each gets a message that says what, why and what to do, and everything
//! else stays.

use std::fs;

use crate::browser::{Browser, Edition};
use crate::company;
use crate::journeys::Outcome;

pub async fn walk(browser: Browser) -> Outcome {
    let files = company::write(&browser.folder)?;
    let bad = |name: &str| browser.folder.join(name);
    let whole = fs::read(&files.jobs)?;
    fs::write(bad("cut-off.xlsx"), &whole[..whole.len() / 2])?;
    fs::write(bad("empty.csv"), "")?;
    fs::write(bad("picture.xlsx"), [&b"\x89PNG\r\n\x1a\n"[..], &[0; 400]].concat())?;
    fs::write(bad("letter.xlsx"), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")?;
    fs::write(bad("locked.xlsx"), encrypted())?;
    let large = fs::File::create(bad("huge.csv"))?;
    large.set_len(300 << 20)?;

    browser.visit(Edition::Hosted).await?;
    browser.bring(std::slice::from_ref(&files.jobs)).await?;
    let names =
        ["cut-off.xlsx", "empty.csv", "picture.xlsx", "letter.xlsx", "locked.xlsx", "huge.csv"];
    let paths: Vec<_> = names.iter().map(|name| bad(name)).collect();
    browser.bring(&paths).await?;
    for (name, words) in names.iter().zip(["damaged", "empty", "", "", "password", "too large"]) {
        let says = format!(
            "[...document.querySelectorAll('.flist li.f.no')].find((li) => li.textContent.includes({name:?}))
                ?.querySelector('p')?.textContent ?? ''"
        );
        browser
            .wait_until(&format!("{name} to be refused"), &format!("({says}).length > 60"))
            .await?;
        let said = browser.ask(&format!("return {says}")).await?;
        if !said.as_str().is_some_and(|said| said.contains(words)) {
            return Err(format!("{name} is said to be: {said}").into());
        }
    }
    password(&browser).await?;
    // The good one is untouched, and can still be used.
    browser.confirm_all().await?;
    Ok(())
}

/// The password is asked for at once, tried, and kept nowhere. What stands behind this lock is not
/// a workbook at all, so that no password opens it; that is said too.
async fn password(browser: &Browser) -> Outcome {
    const PASSWORD: &str = "correct horse";
    browser.wait_for("dialog[open] input[type=password]").await?;
    let named = "document.querySelector('dialog[open]').textContent.includes('locked.xlsx')";
    browser.wait_until("the dialog to name the file", named).await?;
    browser.write("dialog[open] input[type=password]", PASSWORD).await?;
    browser.press("Open the file").await?;
    let refused = "[...document.querySelectorAll('.flist li.f.no')].some((li) =>
        li.textContent.includes('locked.xlsx') && !li.textContent.includes('protected with a password'))
        && !document.querySelector('dialog[open]')";
    browser.wait_until("the file to be refused for another reason", refused).await?;
    let kept = "return JSON.stringify([localStorage, sessionStorage]).includes('correct horse')
        || document.documentElement.outerHTML.includes('correct horse')";
    match browser.ask(kept).await?.as_bool() {
        Some(false) => Ok(()),
        _ => Err("the password is kept".into()),
    }
}

/// What Office writes when a workbook has a password: an OLE container with an encrypted package.
fn encrypted() -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut bytes = vec![0xff; SECTOR * 4];
    bytes[..SECTOR].fill(0);
    bytes[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    let mut word = |at: usize, value: u16| bytes[at..at + 2].copy_from_slice(&value.to_le_bytes());
    for (at, value) in [(24, 0x3e), (26, 3), (28, 0xfffe), (30, 9), (32, 6)] {
        word(at, value);
    }
    let mut long = |at: usize, value: u32| bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    for (at, value) in [(44, 1), (48, 1), (56, 4096), (60, 0xffff_fffe), (68, 0xffff_fffe), (76, 0)]
    {
        long(at, value);
    }
    for at in 1..109 {
        long(76 + at * 4, 0xffff_ffff);
    }
    long(SECTOR, 0xffff_fffd);
    long(SECTOR + 4, 0xffff_fffe);
    let directory = SECTOR * 2;
    bytes[directory..directory + 4 * 128].fill(0);
    for (at, (name, kind)) in
        [("Root Entry", 5_u8), ("EncryptionInfo", 2), ("EncryptedPackage", 2)].iter().enumerate()
    {
        let entry = directory + at * 128;
        for (i, unit) in name.encode_utf16().enumerate() {
            bytes[entry + i * 2..entry + i * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        let length = u16::try_from((name.len() + 1) * 2).unwrap_or(0);
        bytes[entry + 64..entry + 66].copy_from_slice(&length.to_le_bytes());
        bytes[entry + 66] = *kind;
        bytes[entry + 67] = 1;
        for (offset, value) in [(68, u32::MAX), (72, u32::MAX), (76, u32::MAX), (116, 0xffff_fffe)]
        {
            bytes[entry + offset..entry + offset + 4].copy_from_slice(&value.to_le_bytes());
        }
    }
    bytes[directory + 76..directory + 80].copy_from_slice(&1_u32.to_le_bytes());
    bytes[directory + 128 + 72..directory + 128 + 76].copy_from_slice(&2_u32.to_le_bytes());
    bytes
}
