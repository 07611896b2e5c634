//! One browser with one page: what a hand, an eye and an ear at it can do.
//!
//! Waiting is always for something that a person could see; there is no sleeping and hoping.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use libtest_mimic::Failed;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromedriver::Chromedriver;
use crate::observer::Observer;
use crate::setting::Setting;

const PATIENCE: Duration = Duration::from_secs(30);
const FLAGS: &[&str] = &[
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
    "--disable-dev-shm-usage",
    "--lang=en-US",
    "--window-size=1366,768",
    "--force-device-scale-factor=1",
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    Hosted,
    Sealed,
}

#[derive(Clone)]
pub struct Browser {
    driver: WebDriver,
    observer: Arc<Observer>,
    site: String,
    sealed: PathBuf,
    axe: PathBuf,
    pub docs: PathBuf,
    /// This journey's own folder.
    pub folder: PathBuf,
}

impl Browser {
    pub async fn open(
        setting: &Setting,
        driver: &Chromedriver,
        folder: PathBuf,
    ) -> Result<Self, Failed> {
        let observer = Observer::start()?;
        let mut wishes = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wishes.add_arg(flag)?;
        }
        // Chromium refuses its sandbox to root, and containers run as root.
        wishes.add_arg("--no-sandbox")?;
        wishes.add_arg(&format!("--user-data-dir={}", folder.join("profile").display()))?;
        wishes.add_arg(&format!("--proxy-server=http://127.0.0.1:{}", observer.port))?;
        wishes.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
        let driver = WebDriver::new(driver.address(), wishes).await?;
        driver.set_script_timeout(Duration::from_secs(120)).await?;
        let browser = Browser {
            driver,
            observer: Arc::new(observer),
            site: setting.site.clone(),
            sealed: setting.sealed.clone(),
            axe: setting.axe.clone(),
            docs: setting.docs.clone(),
            folder,
        };
        // The window's frame takes from its height; a person's screen is what counts.
        let screen =
            json!({ "width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", screen).await?;
        let downloads = browser.folder.join("downloads");
        browser
            .devtools(
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": downloads, "eventsEnabled": false }),
            )
            .await?;
        Ok(browser)
    }

    /// Opens the edition and waits until it can be used.
    pub async fn visit(&self, edition: Edition) -> Result<(), Failed> {
        match edition {
            Edition::Hosted => self.driver.goto(&self.site).await?,
            Edition::Sealed => {
                self.driver.enter_default_frame().await?;
                self.driver.goto(&format!("file://{}", self.sealed.display())).await?;
                self.driver.enter_frame(0).await?;
            }
        }
        self.wait_for("main").await.map(drop)
    }

    pub async fn goto(&self, address: &str) -> Result<(), Failed> {
        Ok(self.driver.goto(address).await?)
    }

    // ---- the eye ------------------------------------------------------------

    /// The first visible element that fits, once it is there.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement, Failed> {
        let started = Instant::now();
        loop {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            self.patience(started, &format!("“{css}” to appear")).await?;
        }
    }

    /// Waits until an expression on the page is true.
    pub async fn wait_until(&self, what: &str, expression: &str) -> Result<(), Failed> {
        let started = Instant::now();
        while self.ask(&format!("return !!({expression})")).await? != Value::Bool(true) {
            self.patience(started, what).await?;
        }
        Ok(())
    }

    async fn patience(&self, started: Instant, what: &str) -> Result<(), Failed> {
        if started.elapsed() > PATIENCE {
            return Err(format!("Waited in vain for {what}.").into());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        Ok(())
    }

    pub async fn text(&self, css: &str) -> Result<String, Failed> {
        Ok(self.wait_for(css).await?.text().await?)
    }

    pub async fn is_there(&self, css: &str) -> Result<bool, Failed> {
        Ok(!self.driver.find_all(By::Css(css)).await?.is_empty())
    }

    /// What a script on the page answers.
    pub async fn ask(&self, script: &str) -> Result<Value, Failed> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// The same for a script that calls its last argument with the answer.
    pub async fn ask_later(&self, script: &str) -> Result<Value, Failed> {
        self.ask_later_with(script, Vec::new()).await
    }

    pub async fn ask_later_with(&self, script: &str, with: Vec<Value>) -> Result<Value, Failed> {
        Ok(self.driver.execute_async(script, with).await?.json().clone())
    }

    pub async fn picture(&self, path: &Path) -> Result<(), Failed> {
        Ok(self.driver.screenshot(path).await?)
    }

    // ---- the hand -----------------------------------------------------------

    pub async fn click(&self, css: &str) -> Result<(), Failed> {
        let started = Instant::now();
        loop {
            let element = self.wait_for(css).await?;
            // Between finding and clicking, a fresh view may have replaced the element.
            match element.click().await {
                Ok(()) => return Ok(()),
                Err(fault) => {
                    self.patience(started, &format!("“{css}” to take a click ({fault})")).await?;
                }
            }
        }
    }

    pub async fn write(&self, css: &str, text: &str) -> Result<(), Failed> {
        let field = self.wait_for(css).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Keys to whatever has the focus.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<(), Failed> {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// Files dragged from the desktop and dropped in the middle of the page.
    pub async fn drop_files(&self, files: &[PathBuf]) -> Result<(), Failed> {
        let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            self.devtools(
                "Input.dispatchDragEvent",
                json!({ "type": kind, "x": 700, "y": 420, "data": data }),
            )
            .await?;
        }
        Ok(())
    }

    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, Failed> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    // ---- the ear ------------------------------------------------------------

    /// Complaints on the console since the last call.
    pub async fn console(&self) -> Result<Vec<String>, Failed> {
        let entries = self.driver.browser_log().await?;
        let complaints = entries.into_iter().filter(|entry| entry.level != "DEBUG");
        Ok(complaints.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Addresses requested since the last call, as the driver saw them.
    pub async fn requests(&self) -> Result<Vec<String>, Failed> {
        let entries = self.driver.get_log("performance").await?;
        let events = entries.iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(&entry.message).ok()?;
            let message = &event["message"];
            let address = match message["method"].as_str()? {
                "Network.requestWillBeSent" => &message["params"]["request"]["url"],
                "Network.webSocketCreated" => &message["params"]["url"],
                _ => return None,
            };
            Some(address.as_str()?.to_owned())
        });
        Ok(events.collect())
    }

    /// What must hold after every journey: a quiet console, and no request to anywhere but home.
    pub async fn check_cleanliness(&self, edition: Edition) -> Result<(), Failed> {
        let console = self.console().await?;
        if !console.is_empty() {
            return Err(format!("The console is not clean:\n{}", console.join("\n")).into());
        }
        let home = match edition {
            Edition::Hosted => self.site.as_str(),
            Edition::Sealed => "file://",
        };
        let at_home = [home, "blob:", "data:", "about:", "chrome:"];
        let strangers: Vec<String> = self
            .requests()
            .await?
            .into_iter()
            .filter(|address| !at_home.iter().any(|start| address.starts_with(start)))
            .chain(self.observer.seen())
            .collect();
        if strangers.is_empty() {
            Ok(())
        } else {
            Err(format!("A request left the page:\n{}", strangers.join("\n")).into())
        }
    }

    /// Leaves a figure for `cargo xtask bench`.
    pub fn measured(&self, name: &str, taken: Duration) -> std::io::Result<()> {
        let folder = self.folder.with_file_name("measures");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(name), taken.as_millis().to_string())
    }

    /// Where the hosted edition was built: beside the sealed file.
    pub fn built_site(&self) -> PathBuf {
        self.sealed.with_file_name("site")
    }

    pub fn axe_script(&self) -> std::io::Result<String> {
        std::fs::read_to_string(&self.axe)
    }

    pub async fn quit(self) -> Result<(), String> {
        self.driver.quit().await.map_err(|fault| format!("The browser did not close: {fault}."))
    }
}
