//! Single cases; the law over languages and encodings stands in `tests/laws/encodings.rs`.

use encoding_rs::{EUC_KR, GB18030, WINDOWS_1252};

use super::*;

fn names(text: &str, encoding: &'static Encoding) -> (String, &'static str) {
    let (bytes, _, _) = encoding.encode(text);
    let decoded = decode(&bytes, None);
    (decoded.text.into_owned(), decoded.encoding)
}

#[test]
fn korean_and_chinese_lists() {
    let korean = "청구서번호,거래처명,금액\n1,대한물류,1000\n2,한국제약 뷁,2000\n";
    assert_eq!(names(korean, EUC_KR), (korean.to_owned(), "EUC-KR"));
    let chinese = "发票号码,客户名称,金额\n1,上海物流有限公司,1000\n2,北京医药,2000\n";
    assert_eq!(names(chinese, GB18030), (chinese.to_owned(), "gb18030"));
}

#[test]
fn european_lists() {
    let german = "Rechnungs-Nr;Kunde;Betrag €\n1;Müller Spedition Köln;12,50\n";
    assert_eq!(names(german, WINDOWS_1252), (german.to_owned(), "windows-1252"));
    let dutch = "Bedrag,Naam initiërende partij\n-84.70,\n12.50,De Groene Kas\n";
    assert_eq!(names(dutch, WINDOWS_1252), (dutch.to_owned(), "windows-1252"));
}

#[test]
fn the_euro_tells_latin_9_from_its_neighbours() {
    let french = "Facture;Client;Montant\n000123;Société Générale Œuvre;1 234,50 €\n";
    let (text, encoding) = names(french, encoding_rs::ISO_8859_15);
    assert_eq!((text.as_str(), encoding), (french, "ISO-8859-15"));
}

#[test]
fn wide_encodings_with_and_without_a_mark() {
    let text = "송장번호\t금액\n12345\t1000\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&wide, None).text, text);
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    let decoded = decode(&marked, None);
    assert_eq!((&*decoded.text, decoded.encoding), (text, "UTF-16LE"));
    for mark in [&[0xff, 0xfe, 0, 0][..], &[]] {
        let mut utf32 = mark.to_vec();
        utf32.extend(text.chars().flat_map(|c| (c as u32).to_le_bytes()));
        assert_eq!(decode(&utf32, None).text, text);
    }
}

#[test]
fn nulls_are_left_out_and_counted() {
    let decoded = decode(b"a,b\nx\0y,2\n", None);
    assert_eq!((&*decoded.text, decoded.nulls), ("a,b\nxy,2\n", 1));
}

#[test]
fn dos_and_host_pages() {
    let dos = b"Rechnung;Kunde;Stra\xe1e\n1;M\x81ller;K\x94lner Str. 5\n2;Gro\xe1handel S\x81d;\n";
    let decoded = decode(dos, None);
    assert!(decoded.text.contains("Müller;Kölner Str. 5"), "{}", decoded.text);
    let host = b"\xd5\x96k\xc1\x94\x96\xa4\x95\xa3\x25\xf1k\xf1\xf2\xf0\xf0\x25\xf2k\xf9\xf9\x25";
    let decoded = decode(host, None);
    assert_eq!((&*decoded.text, decoded.encoding), ("No,Amount\n1,1200\n2,99\n", "IBM037"));
    assert_eq!(decoded.others.len(), 3);
}

#[test]
fn utf7_but_not_telephone_numbers() {
    assert_eq!(decode(b"no,name\n1,M+APw-ller\n", None).text, "no,name\n1,Müller\n");
    for plain in ["no,phone\n1,+49 221 123\n", "1,+82101234\n", "a+b,c\n", "+8210-1234-5678\n"] {
        assert_eq!(decode(plain.as_bytes(), None).text, plain);
    }
}

#[test]
fn a_repair_is_offered_and_done_when_chosen() {
    let korean = "거래처,금액\n대한물류 주식회사,1000\n한국제약 서울지점,2000\n";
    let german = "Kunde;Betrag\nMüller Köln;10\nGroßhandel Süd;20\n";
    for (text, truly, name) in [
        (german, UTF_8, "UTF-8 (repaired)"),
        (korean, UTF_8, "UTF-8 (repaired)"),
        (korean, EUC_KR, "EUC-KR (repaired)"),
    ] {
        let (bytes, _, _) = truly.encode(text);
        let (misread, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
        let decoded = decode(misread.as_bytes(), None);
        assert!(decoded.mojibake, "{misread}");
        assert_eq!(decoded.others[0].encoding, name);
        assert_eq!(decode(misread.as_bytes(), Some(name)).text, text);
    }
    assert!(!decode(german.as_bytes(), None).mojibake);
    assert!(!decode("naïve café, Ångström, „Öl“\n".as_bytes(), None).mojibake);
}

#[test]
fn broken_bytes_do_not_make_utf8_another_encoding() {
    let mut bytes = "거래처,금액\n대한물류 주식회사,1000\n".repeat(5).into_bytes();
    bytes.truncate(bytes.len() - 8);
    bytes.push(0xec);
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", true));
}

#[test]
fn a_file_put_together_from_two_encodings_is_asked_about() {
    let mut bytes = "거래처,금액\n한빛물산,1000\n".as_bytes().to_vec();
    let (korean, ..) = encoding_rs::EUC_KR.encode("대한물류,2000\n동아유통,3000\n");
    bytes.extend_from_slice(&korean);
    let decoded = decode(&bytes, None);
    assert!(decoded.others.iter().any(|other| other.encoding == "UTF-8"), "{:?}", decoded.others);
    let whole = decode(&korean, None);
    assert!(whole.others.iter().all(|other| other.encoding != "UTF-8"), "{:?}", whole.others);
}

#[test]
fn encodings_of_seven_bits() {
    let korean = b"\x1b$)C\x0e9_G`9xH#\x0f,\x0e0E7!C3\x0f\nI1,10\n";
    let chinese = b"~{7\"F1:EBk~},~{?M;'~}\nI1,10~~\n";
    for (bytes, encoding, text) in [
        (&korean[..], "ISO-2022-KR", "발행번호,거래처\nI1,10\n"),
        (&chinese[..], "HZ-GB-2312", "发票号码,客户\nI1,10~\n"),
    ] {
        for chosen in [None, Some(encoding)] {
            let decoded = decode(bytes, chosen);
            assert_eq!((decoded.encoding, &*decoded.text), (encoding, text));
        }
    }
    // Marks that name nothing stay what they are.
    for text in ["a~{b~},1\n", "no ~{ end", "50~60,1\n"] {
        assert_eq!(decode(text.as_bytes(), None).text, text);
    }
}

#[test]
fn a_fraction_before_a_word_was_a_letter() {
    let bytes = b"Client,Montant\n\xbcuvre No\xebl,10\n\xc9tablissements Lef\xe8vre,20\n";
    let decoded = decode(bytes, None);
    assert_eq!(decoded.encoding, "ISO-8859-15");
    assert!(decoded.text.contains("Œuvre Noël"), "{}", decoded.text);
    let fraction = b"Client,Menge\nM\xfcller,\xbd\nB\xe4cker,1 \xbc\n";
    assert_eq!(decode(fraction, None).encoding, "windows-1252");
}
