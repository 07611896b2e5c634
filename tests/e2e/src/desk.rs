//! What a person does at the page, in the words on its buttons.

use std::path::PathBuf;

use libtest_mimic::Failed;
use serde_json::Value;

use crate::browser::Browser;

impl Browser {
    /// Presses the visible button whose words or label hold the text.
    pub async fn press(&self, words: &str) -> Result<(), Failed> {
        let find = format!(
            "[...document.querySelectorAll('button, a.btn')].find((b) => b.checkVisibility() && !b.disabled
                && ((b.textContent + ' ' + (b.getAttribute('aria-label') ?? '')).includes({words:?})))"
        );
        self.wait_until(&format!("a button “{words}”"), &find).await?;
        // Marked, then really clicked: a click by script would miss what lies over the button.
        self.ask(&format!(
            "document.querySelector('[data-pressed]')?.removeAttribute('data-pressed');
             {find}?.setAttribute('data-pressed', '')"
        ))
        .await?;
        self.click("[data-pressed]").await
    }

    /// Goes to a screen by its place in the rail.
    pub async fn screen(&self, route: &str) -> Result<(), Failed> {
        self.click(&format!("nav a[href='#/{route}']")).await?;
        self.wait_for(&format!("main.w-{route}")).await?;
        let shown = "document.querySelector('main').innerText.trim().length > 40";
        self.wait_until(&format!("the screen {route}"), shown).await
    }

    /// Drops files and waits until each stands in the list, read or refused.
    pub async fn bring(&self, files: &[PathBuf]) -> Result<(), Failed> {
        self.drop_files(files).await?;
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let listed = format!(
                "[...document.querySelectorAll('.flist li.f')].some((li) => li.textContent.includes({name:?})
                    && !li.querySelector('.progress') && li.querySelector('a, p'))"
            );
            self.wait_until(&format!("{name} to be read"), &listed).await?;
        }
        Ok(())
    }

    /// Looks at how each file is read and takes it into use.
    pub async fn confirm_all(&self) -> Result<usize, Failed> {
        let count = "return document.querySelectorAll('.flist li.f > a').length";
        let count = self.ask(count).await?.as_u64().unwrap_or(0);
        let names = "return [...document.querySelectorAll('.flist li.f > a')].map((a) => a.getAttribute('href'))";
        let addresses = self.ask(names).await?;
        for address in addresses.as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.click(&format!(".flist li.f > a[href='{address}']")).await?;
            self.wait_for(&format!(".flist li.f[aria-current='true'] > a[href='{address}']"))
                .await?;
            self.answer_kind().await?;
            self.wait_for(".mapp .maptable tbody tr").await?;
            let primary = ".mapp .m-foot button.primary:not([disabled])";
            let settled = "document.querySelector('.mapp .m-foot .g-tied')";
            let ready = format!("document.querySelector('{primary}') ?? {settled}");
            self.wait_until(&format!("{address} to be ready to use"), &ready).await?;
            if self.is_there(primary).await? {
                self.click(primary).await?;
                self.wait_until(&format!("{address} to be in use"), settled).await?;
            }
        }
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// Says what the shown sheet holds, if that is asked: the one list without lines is the invoices.
    async fn answer_kind(&self) -> Result<(), Failed> {
        self.wait_for(".mapp .m-foot").await?;
        let asked =
            "[...document.querySelectorAll('.mapp header select:not(.sheet-pick)')].find((s) =>
            !['jobs', 'invoices', 'lines', 'rates', 'customers'].includes(s.value)
            && document.querySelector('.mapp h2').textContent.includes('invoices'))";
        self.ask(&format!(
            "const s = {asked}; if (s) {{ s.value = 'invoices'; s.dispatchEvent(new Event('change', {{ bubbles: true }})); }}"
        ))
        .await
        .map(drop)
    }

    /// The words of the open page, as they are read.
    pub async fn page_text(&self) -> Result<String, Failed> {
        let text = self.ask("return document.querySelector('main').innerText").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
