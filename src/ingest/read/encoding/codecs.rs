//! Encodings that browsers do not know: hosts, DOS, UTF-32 and UTF-7.

/// An encoding of one byte a character.
pub(super) struct Page {
    pub name: &'static str,
    /// Characters of the bytes from `from` to 255; those below are ASCII.
    from: usize,
    characters: &'static str,
}

impl Page {
    pub(super) fn decode(&self, bytes: &[u8]) -> String {
        let table: Vec<char> = self.characters.chars().collect();
        let character = |byte: &u8| match usize::from(*byte).checked_sub(self.from) {
            Some(at) => table.get(at).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            None => char::from(*byte),
        };
        bytes.iter().map(character).collect()
    }
}

/// Code pages of DOS programs.
pub(super) const DOS: [Page; 3] = [
    Page { name: "IBM850", from: 128, characters: IBM850 },
    Page { name: "IBM437", from: 128, characters: IBM437 },
    Page { name: "IBM852", from: 128, characters: IBM852 },
];

/// Code pages of hosts (EBCDIC); they differ in few characters, so a person may have to choose.
pub(super) const HOST: [Page; 4] = [
    Page { name: "IBM037", from: 0, characters: IBM037 },
    Page { name: "IBM1047", from: 0, characters: IBM1047 },
    Page { name: "IBM500", from: 0, characters: IBM500 },
    Page { name: "IBM273", from: 0, characters: IBM273 },
];

pub(super) fn page(name: &str) -> Option<&'static Page> {
    DOS.iter().chain(&HOST).find(|page| page.name.eq_ignore_ascii_case(name))
}

/// Text in UTF-32, with a mark or without one. `None` when it is not.
pub(super) fn utf32(bytes: &[u8]) -> Option<String> {
    if bytes.len() < 8 || !bytes.len().is_multiple_of(4) {
        return None;
    }
    let little = bytes.chunks_exact(4).all(|unit| unit[3] == 0 && unit[2] <= 0x10);
    let big = bytes.chunks_exact(4).all(|unit| unit[0] == 0 && unit[1] <= 0x10);
    let read: fn([u8; 4]) -> u32 = match (little, big) {
        (true, false) => u32::from_le_bytes,
        (false, true) => u32::from_be_bytes,
        _ => return None,
    };
    let units = bytes.chunks_exact(4);
    let text: Option<String> =
        units.map(|unit| char::from_u32(read([unit[0], unit[1], unit[2], unit[3]]))).collect();
    let text = text?.trim_start_matches('\u{feff}').to_owned();
    text.chars().any(|c| c.is_ascii_graphic()).then_some(text)
}

/// Text in UTF-7: ASCII with runs of letters as `+base64-`. `None` when one run is none, so that a
/// list of telephone numbers is left alone.
pub(super) fn utf7(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii())?;
    memchr::memchr(b'+', bytes)?;
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    let mut runs = 0;
    while let Some(at) = rest.find('+') {
        found.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let is_code = |c: char| c.is_ascii_alphanumeric() || c == '+' || c == '/';
        let end = after.find(|c| !is_code(c)).unwrap_or(after.len());
        let closed = usize::from(after[end..].starts_with('-'));
        if end == 0 && closed == 1 {
            found.push('+');
        } else {
            found.push_str(&utf7_run(&after[..end])?);
            runs += 1;
        }
        rest = &after[end + closed..];
    }
    found.push_str(rest);
    (runs > 0).then_some(found)
}

/// Korean of mail and old hosts: ASCII, and between SO and SI the two bytes of KS X 1001 without
/// their upper bits, once the header has named the set.
pub(super) fn iso2022kr(bytes: &[u8]) -> Option<String> {
    const SHIFT_OUT: u8 = 0x0e;
    const SHIFT_IN: u8 = 0x0f;
    memchr::memmem::find(bytes, KOREAN_SET)?;
    let mut wide = Vec::with_capacity(bytes.len());
    let mut out = false;
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if let Some(after) = rest.strip_prefix(&KOREAN_SET[1..]).filter(|_| byte == KOREAN_SET[0]) {
            rest = after;
            continue;
        }
        match byte {
            SHIFT_OUT => out = true,
            SHIFT_IN => out = false,
            // A line begins in ASCII, whatever the one before it forgot.
            b'\n' | b'\r' => {
                out = false;
                wide.push(byte);
            }
            0x21..=0x7e if out => wide.push(byte | 0x80),
            byte => wide.push(byte),
        }
    }
    let (text, failed) = encoding_rs::EUC_KR.decode_without_bom_handling(&wide);
    (!failed).then(|| text.into_owned())
}

/// Names the Korean set, at the start of a text.
pub(super) const KOREAN_SET: &[u8] = b"\x1b$)C";

/// Chinese in seven bits: ASCII, and between `~{` and `~}` the two bytes of GB 2312 without their
/// upper bits; `~~` is one of itself. `None` where a run is none, so that tildes stay tildes.
pub(super) fn hz(bytes: &[u8]) -> Option<String> {
    memchr::memmem::find(bytes, b"~{").filter(|_| bytes.is_ascii())?;
    let mut wide = Vec::with_capacity(bytes.len());
    let (mut at, mut runs) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'~', Some(b'{')) => {
                let run = &bytes[at + 2..];
                let run = &run[..memchr::memmem::find(run, b"~}")?];
                let pairs = run.chunks(2).all(|pair| matches!(pair, [0x21..=0x77, 0x21..=0x7e]));
                if run.is_empty() || !pairs {
                    return None;
                }
                wide.extend(run.iter().map(|byte| byte | 0x80));
                at += run.len() + 4;
                runs += 1;
                continue;
            }
            (b'~', Some(b'~')) => at += 1,
            _ => {}
        }
        wide.push(byte);
        at += 1;
    }
    let (text, failed) = encoding_rs::GB18030.decode_without_bom_handling(&wide);
    (runs > 0 && !failed).then(|| text.into_owned())
}

/// One run: whole units of 16 bits, zeros behind them, and letters that ASCII does not have.
fn utf7_run(code: &str) -> Option<String> {
    let (mut held, mut bits) = (0_u32, 0);
    let mut units = Vec::new();
    for byte in code.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            _ => 63,
        };
        held = (held << 6 | u32::from(value)) & 0x3f_ffff;
        bits += 6;
        if bits >= 16 {
            bits -= 16;
            units.push((held >> bits) as u16);
        }
    }
    let clean = bits < 6 && held & ((1 << bits) - 1) == 0;
    let text = String::from_utf16(&units).ok().filter(|_| clean && !units.is_empty())?;
    let strange = |c: char| {
        c.is_control() || c.is_ascii_alphanumeric() || ('\u{e000}'..='\u{f8ff}').contains(&c)
    };
    let figures = code.bytes().all(|b| b.is_ascii_digit());
    (!figures && !text.is_ascii() && !text.chars().any(strange)).then_some(text)
}

/// Western Europe.
const IBM850: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ",
    "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
    "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}"
);

/// The first of them.
const IBM437: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ",
    "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
    "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}"
);

/// Central Europe.
const IBM852: &str = concat!(
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č",
    "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐",
    "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀",
    "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}"
);

/// North America and most others; a new line (NEL) is a line end.
const IBM037: &str = concat!(
    "\u{0}\u{1}\u{2}\u{3}\u{9c}\u{9}\u{86}\u{7f}\u{97}\u{8d}\u{8e}\u{b}\u{c}\u{d}\u{e}\u{f}\u{10}\u{11}\u{12}\u{13}\u{9d}\u{a}\u{8}\u{87}\u{18}\u{19}\u{92}\u{8f}\u{1c}\u{1d}\u{1e}\u{1f}",
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{a}\u{17}\u{1b}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{5}\u{6}\u{7}\u{90}\u{91}\u{16}\u{93}\u{94}\u{95}\u{96}\u{4}\u{98}\u{99}\u{9a}\u{9b}\u{14}\u{15}\u{9e}\u{1a}",
    " \u{a0}âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬",
    "-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@'=\"",
    "Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤",
    "µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×",
    "{ABCDEFGHI\u{ad}ôöòóõ}JKLMNOPQR¹ûüùúÿ",
    "\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u{9f}"
);

/// Unix services of hosts.
const IBM1047: &str = concat!(
    "\u{0}\u{1}\u{2}\u{3}\u{9c}\u{9}\u{86}\u{7f}\u{97}\u{8d}\u{8e}\u{b}\u{c}\u{d}\u{e}\u{f}\u{10}\u{11}\u{12}\u{13}\u{9d}\u{a}\u{8}\u{87}\u{18}\u{19}\u{92}\u{8f}\u{1c}\u{1d}\u{1e}\u{1f}",
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{a}\u{17}\u{1b}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{5}\u{6}\u{7}\u{90}\u{91}\u{16}\u{93}\u{94}\u{95}\u{96}\u{4}\u{98}\u{99}\u{9a}\u{9b}\u{14}\u{15}\u{9e}\u{1a}",
    " \u{a0}âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);^",
    "-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@'=\"",
    "Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤",
    "µ~stuvwxyz¡¿Ð[Þ®¬£¥·©§¶¼½¾Ý¨¯]´×",
    "{ABCDEFGHI\u{ad}ôöòóõ}JKLMNOPQR¹ûüùúÿ",
    "\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u{9f}"
);

/// International.
const IBM500: &str = concat!(
    "\u{0}\u{1}\u{2}\u{3}\u{9c}\u{9}\u{86}\u{7f}\u{97}\u{8d}\u{8e}\u{b}\u{c}\u{d}\u{e}\u{f}\u{10}\u{11}\u{12}\u{13}\u{9d}\u{a}\u{8}\u{87}\u{18}\u{19}\u{92}\u{8f}\u{1c}\u{1d}\u{1e}\u{1f}",
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{a}\u{17}\u{1b}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{5}\u{6}\u{7}\u{90}\u{91}\u{16}\u{93}\u{94}\u{95}\u{96}\u{4}\u{98}\u{99}\u{9a}\u{9b}\u{14}\u{15}\u{9e}\u{1a}",
    " \u{a0}âäàáãåçñ[.<(+!&éêëèíîïìß]$*);^",
    "-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@'=\"",
    "Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤",
    "µ~stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×",
    "{ABCDEFGHI\u{ad}ôöòóõ}JKLMNOPQR¹ûüùúÿ",
    "\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u{9f}"
);

/// Germany and Austria.
const IBM273: &str = concat!(
    "\u{0}\u{1}\u{2}\u{3}\u{9c}\u{9}\u{86}\u{7f}\u{97}\u{8d}\u{8e}\u{b}\u{c}\u{d}\u{e}\u{f}\u{10}\u{11}\u{12}\u{13}\u{9d}\u{a}\u{8}\u{87}\u{18}\u{19}\u{92}\u{8f}\u{1c}\u{1d}\u{1e}\u{1f}",
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{a}\u{17}\u{1b}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{5}\u{6}\u{7}\u{90}\u{91}\u{16}\u{93}\u{94}\u{95}\u{96}\u{4}\u{98}\u{99}\u{9a}\u{9b}\u{14}\u{15}\u{9e}\u{1a}",
    " \u{a0}â{àáãåçñÄ.<(+!&éêëèíîïì~Ü$*);^",
    "-/Â[ÀÁÃÅÇÑö,%_>?øÉÊËÈÍÎÏÌ`:#§'=\"",
    "Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤",
    "µßstuvwxyz¡¿ÐÝÞ®¢£¥·©@¶¼½¾¬|‾¨´×",
    "äABCDEFGHI\u{ad}ô¦òóõüJKLMNOPQR¹û}ùúÿ",
    "Ö÷STUVWXYZ²Ô\\ÒÓÕ0123456789³Û]ÙÚ\u{9f}"
);
