//! Byte strings of workbooks before Excel 97: which code page they are written in.
//!
//! The record that names it is often wrong: programs outside Western Europe wrote 1252, or nothing,
//! and let the font say the script. A page that has its say is kept as long as the bytes fit it.

use std::borrow::Cow;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, IBM866, MACINTOSH, SHIFT_JIS, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256,
    WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

use crate::ingest::read::encoding;

/// How bytes become characters.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Page {
    Web(&'static Encoding),
    /// The 128 characters above ASCII, and the name of the page.
    Table(&'static str, &'static str),
}

impl Page {
    /// The page that a workbook is written in, by what it declares and by its strings.
    pub(super) fn settle(declared: Option<u16>, strings: &[u8]) -> Page {
        let page = declared.and_then(by_number);
        let foreign = strings.iter().filter(|byte| !byte.is_ascii()).count();
        let in_doubt = match page {
            None => true,
            Some(Page::Web(web)) if web == WINDOWS_1252 => true,
            Some(Page::Web(web)) => web.decode_without_bom_handling(strings).1,
            Some(Page::Table(..)) => false,
        };
        let guessed = encoding::guess(strings);
        let fits = !guessed.decode_without_bom_handling(strings).1;
        let other_script = [WINDOWS_1251, WINDOWS_1253, WINDOWS_1255, WINDOWS_1256, WINDOWS_874];
        let convincing = if guessed.is_single_byte() {
            other_script.contains(&guessed) && foreign >= SINGLE_BYTES_MIN
        } else {
            foreign >= DOUBLE_BYTES_MIN
        };
        match page {
            _ if in_doubt && fits && convincing => Page::Web(guessed),
            Some(page) => page,
            None => Page::Web(WINDOWS_1252),
        }
    }

    /// The page of a font's character set, where it names a script.
    pub(super) fn of_font(charset: u8) -> Option<Page> {
        let web = match charset {
            77 => MACINTOSH,
            128 => SHIFT_JIS,
            129 => EUC_KR,
            134 => GB18030,
            136 => BIG5,
            161 => WINDOWS_1253,
            162 => WINDOWS_1254,
            163 => WINDOWS_1258,
            177 => WINDOWS_1255,
            178 => WINDOWS_1256,
            186 => WINDOWS_1257,
            204 => WINDOWS_1251,
            222 => WINDOWS_874,
            238 => WINDOWS_1250,
            _ => return None,
        };
        Some(Page::Web(web))
    }

    /// Whether it says no more than that nobody thought of it.
    pub(super) fn is_western(self) -> bool {
        self == Page::Web(WINDOWS_1252)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Page::Web(web) => web.name(),
            Page::Table(name, _) => name,
        }
    }

    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Page::Web(web) => web.decode_without_bom_handling(bytes).0,
            Page::Table(_, upper) => {
                let upper: Vec<char> = upper.chars().collect();
                let of = |byte: &u8| match byte.checked_sub(128) {
                    None => char::from(*byte),
                    Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{fffd}'),
                };
                bytes.iter().map(of).collect()
            }
        }
    }
}

/// Bytes above ASCII from which on letter frequencies say more than the record.
const SINGLE_BYTES_MIN: usize = 24;
const DOUBLE_BYTES_MIN: usize = 6;

fn by_number(number: u16) -> Option<Page> {
    let web = match number {
        866 => IBM866,
        874 => WINDOWS_874,
        932 | 10_001 => SHIFT_JIS,
        936 | 10_008 => GB18030,
        949 | 1361 | 10_003 => EUC_KR,
        950 | 10_002 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 | 32_769 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10_000 | 32_768 => MACINTOSH,
        10_007 | 10_017 => X_MAC_CYRILLIC,
        437 => return Some(Page::Table("cp437", DOS_437)),
        737 => return Some(Page::Table("cp737", DOS_737)),
        850 | 858 => return Some(Page::Table("cp850", DOS_850)),
        852 => return Some(Page::Table("cp852", DOS_852)),
        10_006 => return Some(Page::Table("x-mac-greek", MAC_GREEK)),
        10_029 => return Some(Page::Table("x-mac-ce", MAC_CENTRAL)),
        10_081 => return Some(Page::Table("x-mac-turkish", MAC_TURKISH)),
        _ => return None,
    };
    Some(Page::Web(web))
}

const DOS_437: &str = "\
ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const DOS_737: &str = "\
ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√ⁿ²■\u{a0}";
const DOS_850: &str = "\
ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const DOS_852: &str = "\
ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";
const MAC_CENTRAL: &str = "\
ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ\
ņŃ¬√ńŇ∆«»…\u{a0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ";
const MAC_GREEK: &str = "\
Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩ\
άΝ¬ΟΡ≈Τ«»…\u{a0}ΥΧΆΈœ–―“”‘’÷ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u{ad}";
const MAC_TURKISH: &str = "\
ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸĞğİıŞş‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙ\u{f8a0}ˆ˜¯˘˙˚¸˝˛ˇ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        for table in [DOS_437, DOS_737, DOS_850, DOS_852, MAC_CENTRAL, MAC_GREEK, MAC_TURKISH] {
            assert_eq!(table.chars().count(), 128);
        }
        assert_eq!(
            by_number(10_029).map(|page| page.decode(b"\x81\x88").into_owned()),
            Some("Āą".into())
        );
    }

    #[test]
    fn a_wrong_page_gives_way_to_the_bytes() {
        let (russian, _, _) = WINDOWS_1251.encode("Трубы профильные, уголок, швеллер, лист");
        assert_eq!(Page::settle(Some(1252), &russian), Page::Web(WINDOWS_1251));
        let (korean, _, _) = EUC_KR.encode("거래처명 청구금액");
        assert_eq!(Page::settle(None, &korean), Page::Web(EUC_KR));
        let (german, _, _) =
            WINDOWS_1252.encode("Müller Spedition Köln Straße Größe Übergabe für Höhe");
        assert_eq!(Page::settle(Some(1252), &german), Page::Web(WINDOWS_1252));
        assert_eq!(Page::settle(Some(1250), b"abc"), Page::Web(WINDOWS_1250));
    }
}
