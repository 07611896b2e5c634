//! Where the page, the sealed file, axe-core and the folder to work in are.

use std::path::PathBuf;

pub struct Setting {
    /// Address of the hosted edition, with a slash at its end.
    pub site: String,
    pub sealed: PathBuf,
    pub axe: PathBuf,
    /// Everything that journeys write goes below this.
    pub work: PathBuf,
    pub docs: PathBuf,
}

impl Setting {
    pub fn from_environment() -> Result<Self, String> {
        let value = |name: &str| {
            std::env::var(name)
                .map_err(|_| format!("{name} is not set: run the journeys by `cargo xtask test`."))
        };
        Ok(Setting {
            site: value("TIEOUT_SITE")?,
            sealed: value("TIEOUT_SEALED")?.into(),
            axe: value("TIEOUT_AXE")?.into(),
            work: value("TIEOUT_WORK")?.into(),
            docs: value("TIEOUT_DOCS")?.into(),
        })
    }
}
