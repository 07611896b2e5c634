//! The module without the names of its functions: a tenth of its bytes, and read by nobody but a
//! debugger. The place of a panic is no name but data, and stays.
//!
//! Not `strip = true` in the profile: that also drops the list of features that wasm-bindgen needs.
//! The module with its names stays in `target/`, for whoever wants to know what a stack says.

use std::path::{Path, PathBuf};

use crate::run::{Stop, read_bytes, write};

const HEAD: &[u8] = b"\0asm\x01\0\0\0";
/// Number of the sections that a machine may ignore.
const CUSTOM: u8 = 0;

/// Takes the names out of the module in place, and answers how many bytes that saved.
pub fn strip_names(path: &Path) -> Result<usize, Stop> {
    let module = read_bytes(path)?;
    let stripped = without_names(&module)
        .ok_or_else(|| format!("{} is not a WebAssembly module.", path.display()))?;
    write(path, &stripped)?;
    Ok(module.len() - stripped.len())
}

/// The module in a built page.
pub fn of(site: &Path) -> Result<PathBuf, Stop> {
    let entries = std::fs::read_dir(site).map_err(|fault| format!("No built page: {fault}."))?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths
        .find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
        .ok_or_else(|| "The built page has no module.".to_owned())
}

fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    let mut rest = module.strip_prefix(HEAD)?;
    let mut kept = HEAD.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (size, body) = number(after)?;
        let (body, next) = body.split_at_checked(size)?;
        let whole = rest.len() - next.len();
        let is_names = kind == CUSTOM && {
            let (length, name) = number(body)?;
            name.get(..length)? == b"name"
        };
        if !is_names {
            kept.extend_from_slice(rest.get(..whole)?);
        }
        rest = next;
    }
    Some(kept)
}

/// An unsigned LEB128 and what stands behind it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f).checked_shl(7 * at as u32)?;
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{HEAD, without_names};

    #[test]
    fn only_the_names_go() {
        let names = b"\0\x08\x04name\x01\x01x";
        let others = [&b"\0\x05\x04oths"[..], b"\x01\x02ab", b"\0\x06\x04namx1"];
        let module = [HEAD, others[0], &names[..], others[1], others[2]].concat();
        let expected = [HEAD, others[0], others[1], others[2]].concat();
        assert_eq!(without_names(&module).as_deref(), Some(&expected[..]));
        assert_eq!(without_names(&expected).as_deref(), Some(&expected[..]));
        assert_eq!(without_names(&module[..module.len() - 1]), None);
        assert_eq!(without_names(b"PK\x03\x04"), None);
    }
}
