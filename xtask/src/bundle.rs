//! `cargo xtask bundle`: the single-file edition, for a network share where nobody can host a page.

use std::path::PathBuf;

use crate::run::{Stop, read, read_bytes, say, write};
use crate::seal::tags::{Tag, tags};
use crate::seal::{self, Parts};
use crate::{page, workspace};

pub fn run() -> Result<PathBuf, Stop> {
    page::build()?;
    say("Sealing the single file");
    seal_site()
}

/// Seals the page that stands in `dist/site`, and answers where the single file is.
pub fn seal_site() -> Result<PathBuf, Stop> {
    let site = workspace::site();
    let html = read(&site.join("index.html"))?;
    let file = |name: &str| site.join(name.trim_start_matches("./"));

    let scripts = tags(&html, "script");
    let glue = scripts
        .iter()
        .find(|tag| tag.value("id") == Some("glue"))
        .ok_or("The built page has no script with the id “glue”.")?;
    let first = scripts
        .iter()
        .find(|tag| tag.value("src").is_some_and(|src| src.contains("seal")))
        .ok_or("The built page has no script that removes WebRTC.")?;

    let mut style = String::new();
    for link in tags(&html, "link").iter().filter(|tag| tag.value("rel") == Some("stylesheet")) {
        style.push_str(&read(&file(attribute(link, "href")?))?);
        style.push('\n');
    }
    let sealed = seal::seal(&Parts {
        html: &html,
        style: &seal::inline_urls(&style, |name| read_bytes(&file(name)))?,
        first_script: &read(&file(attribute(first, "src")?))?,
        glue: &read(&file(attribute(glue, "src")?))?,
        module: &read_bytes(&file(attribute(glue, "data-wasm")?))?,
    })?;
    let target = workspace::single_file();
    write(&target, &sealed)?;
    println!("   {} ({} kB)", target.display(), sealed.len() / 1000);
    Ok(target)
}

fn attribute<'a>(tag: &Tag<'a>, name: &str) -> Result<&'a str, Stop> {
    tag.value(name).ok_or_else(|| format!("A tag of the built page has no {name}: {}", tag.text))
}
