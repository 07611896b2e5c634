//! What a file is, by its bytes; the name is never believed.

use super::bank::{BankFormat, fixed_records};
use super::encoding::{has_host_lines, is_host, names_korean_set};

/// The container, or the format that is not read, as its word key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sniffed {
    Zip,
    Ole,
    /// An Excel 2–4 worksheet stream without a container.
    BareBiff,
    FlatOds,
    Sylk,
    Dif,
    Dbase,
    Text,
    Gzip,
    Html,
    Mhtml,
    SpreadsheetXml,
    /// A spreadsheet in another guise: the remedy is to save it anew.
    Other(&'static str),
    /// A bank statement or message.
    Bank(BankFormat),
    EInvoice,
    /// A message of a bank or a payer that is not read.
    OtherBank(&'static str),
    /// Nothing that holds a table.
    Unknown(&'static str),
}

pub(super) fn sniff(bytes: &[u8]) -> Sniffed {
    binary(bytes).or_else(|| textual(bytes)).unwrap_or(Sniffed::Text)
}

fn binary(bytes: &[u8]) -> Option<Sniffed> {
    use Sniffed::{BareBiff, Gzip, Ole, Other, Sylk, Unknown, Zip};
    const SIGNATURES: &[(&[u8], Sniffed)] = &[
        (b"PK\x03\x04", Zip),
        (b"PK\x05\x06", Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Ole),
        (b"\x09\x00\x04\x00", BareBiff),
        (b"\x09\x02\x06\x00", BareBiff),
        (b"\x09\x04\x06\x00", BareBiff),
        (b"\x09\x08\x08\x00", BareBiff),
        (b"\x09\x08\x10\x00", BareBiff),
        (b"%PDF", Unknown("format-pdf")),
        (b"\x89PNG", Unknown("format-image")),
        (b"\xff\xd8\xff", Unknown("format-image")),
        (b"GIF8", Unknown("format-image")),
        (b"II*\0", Unknown("format-image")),
        (b"MM\0*", Unknown("format-image")),
        (b"BM", Unknown("format-image")),
        (b"MZ", Unknown("format-program")),
        (b"\x7fELF", Unknown("format-program")),
        (b"\x1f\x8b", Gzip),
        (b"7z\xbc\xaf\x27\x1c", Unknown("format-archive")),
        (b"Rar!", Unknown("format-archive")),
        (b"BZh", Unknown("format-archive")),
        (b"\xfd7zXZ", Unknown("format-archive")),
        (b"\x28\xb5\x2f\xfd", Unknown("format-archive")),
        (b"{\\rtf", Unknown("format-document")),
        (b"PAR1", Unknown("format-database")),
        (b"SQLite format 3\0", Unknown("format-database")),
        (b"\0\0\x02\0", Other("format-lotus")),
        (b"\0\0\x1a\0", Other("format-lotus")),
        (b"ID;P", Sylk),
    ];
    let (_, found) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start))?;
    match found {
        // Two letters also begin a header line; the formats have zero bytes close by.
        Unknown(_) if bytes.starts_with(b"BM") || bytes.starts_with(b"MZ") => {
            bytes.iter().take(64).any(|b| *b == 0).then_some(*found)
        }
        _ => Some(*found),
    }
}

/// Marked-up and line-based formats. Looks at the start as if it were ASCII, UTF-16 folded.
fn textual(bytes: &[u8]) -> Option<Sniffed> {
    const LOOK_AT: usize = 4096;
    let start: Vec<u8> = bytes.iter().take(LOOK_AT).copied().filter(|b| *b != 0).collect();
    let text = String::from_utf8_lossy(&start);
    let text = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    let lower = text.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    let begins = |part: &str| lower.starts_with(part);
    if begins("<") {
        return marked_up(&lower);
    }
    if begins("mime-version:") || (has("multipart/related") && begins("from:")) {
        return Some(Sniffed::Mhtml);
    }
    if begins("table\r\n0,1") || begins("table\n0,1") {
        return Some(Sniffed::Dif);
    }
    if begins("ofxheader:") {
        return Some(Sniffed::Bank(BankFormat::Ofx));
    }
    if is_mt940(&lower) {
        return Some(Sniffed::Bank(BankFormat::Mt940));
    }
    if begins("01,") && (has(",2/") || has("\n02,") && has("\n03,")) {
        return Some(Sniffed::Bank(BankFormat::Bai2));
    }
    if begins("isa*") || begins("una") && has("unb+") || begins("unb+") {
        return Some(Sniffed::OtherBank("format-edi"));
    }
    if begins("!type:") || begins("!option:") || begins("!account") {
        return Some(Sniffed::Bank(BankFormat::Qif));
    }
    // The look may end within a record.
    let whole = text.rsplit_once('\n').map_or(text, |(lines, _)| lines);
    if let Some(format) = fixed_records(if start.len() < LOOK_AT { text } else { whole }) {
        return Some(Sniffed::Bank(format));
    }
    let dense: String = lower.chars().filter(|c| !c.is_whitespace()).take(2).collect();
    if matches!(dense.as_str(), "{\"" | "[{" | "[[" | "[\"") {
        return Some(Sniffed::Unknown("format-json"));
    }
    if is_dbase(bytes) {
        return Some(Sniffed::Dbase);
    }
    if is_host(bytes) {
        let lines = has_host_lines(bytes);
        return Some(if lines { Sniffed::Text } else { Sniffed::Unknown("format-ebcdic") });
    }
    is_binary(bytes).then_some(Sniffed::Unknown("format-binary"))
}

/// A tag of the message at the start of the first line that holds anything, or its envelope.
fn is_mt940(lower: &str) -> bool {
    const TAGS: [&str; 15] = [
        "20", "21", "25", "28", "28c", "34f", "60f", "60m", "61", "62f", "62m", "64", "65", "86",
        "13d",
    ];
    let tag = |line: &str| {
        let name = line.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        name.is_some_and(|(name, _)| TAGS.contains(&name))
    };
    // The network wraps messages in control characters.
    let bare = |line: &'_ str| line.trim_matches(|c: char| c.is_control() || c == ' ').to_owned();
    let first = lower.lines().map(bare).find(|line| !line.is_empty()).unwrap_or_default();
    let envelope = first.starts_with("{1:") && lower.contains("{4:");
    envelope || tag(&first) || lower.contains("\n:20:") && lower.contains("\n:60")
}

fn marked_up(lower: &str) -> Option<Sniffed> {
    let has = |part: &str| lower.contains(part);
    let tag = |name: &str| lower.starts_with(&format!("<{name}"));
    if tag("ofx") || has("<ofx>") {
        return Some(Sniffed::Bank(BankFormat::Ofx));
    }
    let statement = ["bktocstmrstmt", "bktocstmracctrpt", "bktocstmrdbtcdtntfctn"];
    if has("iso:20022:tech:xsd:camt.05") || statement.iter().any(|part| has(part)) {
        return Some(Sniffed::Bank(BankFormat::Camt));
    }
    if has("urn:schemas-microsoft-com:office:spreadsheet") && !has("<html") {
        return Some(Sniffed::SpreadsheetXml);
    }
    if has("office:document") || has("oasis:names:tc:opendocument") {
        return Some(Sniffed::FlatOds);
    }
    if tag("html")
        || tag("!doctype html")
        || tag("table")
        || tag("head")
        || tag("meta")
        || has("<html")
        || has("<table") && has("<tr")
    {
        return Some(Sniffed::Html);
    }
    let ubl = "specification:ubl:schema:xsd:";
    if has("crossindustryinvoice")
        || has("crossindustrydocument")
        || has(&format!("{ubl}invoice-2"))
        || has(&format!("{ubl}creditnote-2"))
    {
        return Some(Sniffed::EInvoice);
    }
    if has("oasis:names:specification:ubl") {
        return Some(Sniffed::Unknown("format-e-invoice"));
    }
    tag("?xml").then_some(Sniffed::Unknown("format-xml"))
}

/// A version byte, then the date of the last change.
fn is_dbase(bytes: &[u8]) -> bool {
    let head = match bytes.get(8..12) {
        Some(&[low, high, width, more]) if u16::from_le_bytes([width, more]) > 1 => {
            usize::from(u16::from_le_bytes([low, high]))
        }
        _ => return false,
    };
    let seventh = matches!(bytes, [0x04 | 0x8c, _, 1..=12, 1..=31, ..]) && head > 68;
    let plain = [0x03, 0x30, 0x31, 0x32, 0x83, 0x8b, 0xf5];
    (seventh || matches!(bytes, [version, _, 1..=12, 1..=31, ..] if plain.contains(version)))
        && (33..=bytes.len()).contains(&head)
}

/// Control characters that no text file has, beyond the zero bytes of UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    const LOOK_AT: usize = 65_536;
    const CONTROL_PERCENT: usize = 5;
    let look = &bytes[..bytes.len().min(LOOK_AT)];
    let shifts = names_korean_set(look);
    let strange = |b: &&u8| match **b {
        14 | 15 => !shifts,
        b => matches!(b, 1..=8 | 16..=26 | 28..=31),
    };
    let control = look.iter().filter(strange).count();
    control * 100 > look.len() * CONTROL_PERCENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (bytes, found) in [
            (&b"PK\x03\x04..."[..], Sniffed::Zip),
            (b"%PDF-1.7", Sniffed::Unknown("format-pdf")),
            (b"BM no,amount\n1,2\n", Sniffed::Text),
            (b"<html><body><table>", Sniffed::Html),
            (b"<5kg,band\n1,2\n", Sniffed::Text),
            (b":20:STARTUMS\r\n:25:1", Sniffed::Bank(BankFormat::Mt940)),
            (b"01,SENDER,RECEIVER,260101,1200,1,80,1,2/\n", Sniffed::Bank(BankFormat::Bai2)),
            (b"01,A,100\n02,B,200\n", Sniffed::Text),
            (b"no,amount\n1,2\n", Sniffed::Text),
        ] {
            assert_eq!(sniff(bytes), found, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
