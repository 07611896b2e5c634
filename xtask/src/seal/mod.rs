//! The sealed page: the whole product in one HTML file that cannot send a web request.
//!
//! An outer page with a policy of hashes holds the app in a sandboxed frame with the same policy.
//! What each line is for was found out by trying, and is easy to break without noticing: the journey
//! `sealed` tries every way out that we know against a listener.
//!
//! - One allowed script, and it starts by removing WebRTC. With a second one, page code could run that
//!   second one in a nested frame and have WebRTC again.
//! - `frame-src blob:` on the outer page only: without it Firefox and WebKit drop downloads.
//! - `allow-modals`: without it print() does nothing.

pub mod tags;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;

use crate::run::Stop;
use tags::{tags, without};

/// What Trunk built, read from `dist/site`.
pub struct Parts<'a> {
    pub html: &'a str,
    pub style: &'a str,
    /// Removes WebRTC, then sets theme and language.
    pub first_script: &'a str,
    pub glue: &'a str,
    pub module: &'a [u8],
}

const START: &str = include_str!("start.js");
const OUTER_STYLE: &str = "html,body{margin:0;height:100%;overflow:hidden}iframe{display:block;border:0;width:100%;height:100%}";

pub fn seal(parts: &Parts) -> Result<String, Stop> {
    let script = merged_script(parts)?;
    let script_hash = hash(&script);
    let inner_style = hash(parts.style);
    let outer_style = hash(OUTER_STYLE);
    let policy = |frames: &str| {
        format!(
            "default-src 'none'; script-src {script_hash} 'wasm-unsafe-eval'; \
             style-src {outer_style} {inner_style}; worker-src blob:; img-src data: blob:; \
             font-src data:; connect-src 'none'; {frames}base-uri 'none'; form-action 'none'"
        )
    };
    let inner = inner_page(parts, &policy(""), &script)?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Tieout</title>\n<style>{OUTER_STYLE}</style>\n</head>\n<body>\n\
         <iframe title=\"Tieout\" autofocus sandbox=\"allow-scripts allow-downloads allow-modals\" \
         srcdoc=\"{}\"></iframe>\n</body>\n</html>\n",
        policy("frame-src blob:; "),
        attribute_text(&inner),
    ))
}

/// The style sheet with every file it names put into it.
pub fn inline_urls(
    style: &str,
    read: impl Fn(&str) -> Result<Vec<u8>, Stop>,
) -> Result<String, Stop> {
    let mut inlined = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("url(") {
        let (url, after) = after.split_once(')').ok_or("A url( in the style never closes.")?;
        let name = url.trim_matches(['"', '\'', ' ']);
        inlined.push_str(before);
        if name.starts_with("data:") {
            inlined.push_str(&format!("url({url})"));
        } else {
            let kind = if name.ends_with(".woff2") { "font/woff2" } else { "image/svg+xml" };
            inlined.push_str(&format!("url(data:{kind};base64,{})", BASE64.encode(read(name)?)));
        }
        rest = after;
    }
    inlined.push_str(rest);
    Ok(inlined)
}

/// First script, glue and start as one. The glue stands in a function, so that workers can be given
/// its text without the page holding it twice.
fn merged_script(parts: &Parts) -> Result<String, Stop> {
    let glue = without_own_address(parts.glue)?;
    let script = format!(
        "{}\nfunction tieoutGlue() {{\n{glue}\nreturn wasm_bindgen;\n}}\n{START}",
        parts.first_script
    )
    // The parser turns CR LF into LF before the hash is taken.
    .replace("\r\n", "\n");
    let lower = script.to_ascii_lowercase();
    if lower.contains("</script") || lower.contains("<!--") {
        return Err("The script holds text that would end it early.".into());
    }
    Ok(script)
}

/// The glue asks where it was loaded from. An inline script was loaded from nowhere, and the question
/// throws; so it goes, and if a new wasm-bindgen words it otherwise we want to hear of it here.
fn without_own_address(glue: &str) -> Result<String, Stop> {
    let question = glue
        .lines()
        .find(|line| line.contains("script_src = new URL(document"))
        .ok_or("The glue no longer holds `script_src = new URL(document…)`: look at it anew.")?;
    Ok(glue.replace(question, ""))
}

fn inner_page(parts: &Parts, policy: &str, script: &str) -> Result<String, Stop> {
    let html = parts.html;
    let mut gone: Vec<_> = tags(html, "script").into_iter().map(|tag| tag.element).collect();
    gone.extend(
        tags(html, "link")
            .into_iter()
            .filter(|tag| tag.value("rel") != Some("icon"))
            .map(|tag| tag.element),
    );
    gone.extend(
        tags(html, "meta")
            .into_iter()
            .filter(|tag| tag.value("http-equiv") == Some("Content-Security-Policy"))
            .map(|tag| tag.element),
    );
    let page = without(html, gone);
    let (head, body) =
        page.split_once("</head>").ok_or("The built page has no end of its head.")?;
    let (body, end) = body.split_once("</body>").ok_or("The built page has no end of its body.")?;
    let (open, head) = head.split_once("<head>").ok_or("The built page has no head.")?;
    let module = BASE64.encode(gzip(parts.module)?);
    Ok(format!(
        "{open}<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <script>{script}</script>\n<style>{style}</style>{head}</head>{body}\
         <script type=\"application/octet-stream\" id=\"module\">{module}</script>\n</body>{end}",
        style = parts.style,
    ))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Stop> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|fault| format!("The module cannot be compressed: {fault}."))
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())))
}

fn attribute_text(html: &str) -> String {
    html.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{Parts, inline_urls, seal};

    fn parts<'a>(glue: &'a str) -> Parts<'a> {
        Parts {
            html: "<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\" \
                   content=\"old\"><link rel=\"stylesheet\" href=\"a.css\"></head><body></body></html>",
            style: "body{}",
            first_script: "delete self.RTCPeerConnection;",
            glue,
            module: b"\0asm",
        }
    }

    #[test]
    fn the_page_allows_one_script_and_drops_its_old_policy() {
        let page = seal(&parts("    script_src = new URL(document.currentScript.src);\nlet a;"))
            .expect("a sealed page");
        assert_eq!(page.matches("&lt;script").count() + page.matches("<script>").count(), 1);
        assert!(!page.contains("content=&quot;old&quot;"));
        assert!(!page.contains("script_src = new URL"));
        assert_eq!(page.matches("frame-src").count(), 1);
    }

    #[test]
    fn a_glue_without_the_known_line_is_refused() {
        assert!(seal(&parts("let a;")).is_err());
    }

    #[test]
    fn a_font_goes_into_the_style() {
        let style = inline_urls("a{src:url(\"f.woff2\")}", |_| Ok(vec![0, 1, 2])).expect("a style");
        assert_eq!(style, "a{src:url(data:font/woff2;base64,AAEC)}");
    }
}
