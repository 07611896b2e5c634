//! Good files of every kind, made here.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::change::{Dice, change};
use super::compound;

/// A good file, taken apart where its container would only notice the damage.
pub enum Seed {
    Bytes(Vec<u8>),
    /// Names and contents of an archive's parts.
    Parts(Vec<(String, Vec<u8>)>),
}

impl Seed {
    pub fn changed(&self, dice: &mut Dice) -> Vec<u8> {
        match self {
            Seed::Bytes(bytes) => {
                let mut bytes = bytes.clone();
                change(&mut bytes, dice);
                bytes
            }
            Seed::Parts(parts) => {
                let chosen = dice.below(parts.len() + 1);
                let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
                for (at, (name, bytes)) in parts.iter().enumerate() {
                    let mut bytes = bytes.clone();
                    if at == chosen {
                        change(&mut bytes, dice);
                    }
                    packed
                        .start_file(name.as_str(), SimpleFileOptions::default())
                        .expect("a part begins");
                    packed.write_all(&bytes).expect("a part is written");
                }
                let mut bytes = packed.finish().expect("an archive").into_inner();
                // Now and then the container itself.
                if chosen == parts.len() {
                    change(&mut bytes, dice);
                }
                bytes
            }
        }
    }
}

/// A reader's name, and sound files of its format.
type Target = (&'static str, fn() -> Vec<Seed>);

pub static TARGETS: &[Target] = &[
    ("xlsx", || vec![xlsx(), matrix()]),
    ("ods", || vec![ods()]),
    ("xls", || vec![Seed::Bytes(biff()), Seed::Bytes(compound::file(&biff()))]),
    ("csv", || texts(&[CSV, GERMAN, KOREAN, ZONES, DATEV])),
    ("mt940", || texts(&[MT940])),
    ("camt", || texts(&[CAMT])),
    ("bai2", || texts(&[BAI2])),
    ("ofx", || texts(&[OFX, OFX2])),
    ("lockbox", || texts(&[LOCKBOX, ACH])),
    ("sap", || texts(&[SAP])),
    ("markup", || texts(&[HTML, SPREADSHEET_XML, UBL, ZUGFERD])),
];

fn texts(all: &[&str]) -> Vec<Seed> {
    all.iter().map(|text| Seed::Bytes(text.as_bytes().to_vec())).collect()
}

fn xlsx() -> Seed {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let id = Format::new().set_num_format("0000000000");
    let sheet = book.add_worksheet();
    let heads = ["Invoice No", "Customer", "Invoice Date", "Gross", "Currency"];
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head).expect("a cell");
    }
    for row in 1..12_u32 {
        sheet.write_number_with_format(row, 0, 4_700 + row, &id).expect("a cell");
        sheet.write_string(row, 1, format!("Client <{row}> & 한빛")).expect("a cell");
        sheet.write_number_with_format(row, 2, 45_800 + row, &day).expect("a cell");
        sheet.write_formula(row, 3, format!("=1*{row}").as_str()).expect("a cell");
        sheet.write_string(row, 4, "EUR").expect("a cell");
    }
    unpacked(&book.save_to_buffer().expect("in memory"))
}

/// A tariff by weight breaks under a header of two rows.
fn matrix() -> Seed {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Air freight rates, valid 2026-01-01 - 2026-06-30").expect("a cell");
    for (column, head) in [(0, "Origin"), (1, "Destination"), (2, "Min"), (3, "USD per kg")] {
        sheet.write_string(1, column, head).expect("a cell");
    }
    for (column, head) in (3..).zip(["-45", "+45", "+100", "+300"]) {
        sheet.write_string(2, column, head).expect("a cell");
    }
    for row in 3..9_u32 {
        sheet.write_string(row, 0, "ICN").expect("a cell");
        sheet.write_string(row, 1, format!("D{row}")).expect("a cell");
        for column in 2..7_u16 {
            let price = f64::from(90 - u32::from(column) * 10 + row);
            sheet.write_number(row, column, price).expect("a cell");
        }
    }
    unpacked(&book.save_to_buffer().expect("in memory"))
}

fn unpacked(bytes: &[u8]) -> Seed {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let part = |at: usize| {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).expect("a part is read");
        (part.name().expect("a name").into_owned(), bytes)
    };
    Seed::Parts((0..count).map(part).collect())
}

fn ods() -> Seed {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |n: u32| {
        format!(
            "<table:table-row>{}<table:table-cell office:value-type=\"date\" office:date-value=\"2026-05-0{n}\"/>\
             <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"{n}.5\"/></table:table-row>",
            cell(&format!("A-{n}"))
        )
    };
    let rows: String = (1..7).map(row).collect();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Items\"><table:table-row>{}{}{}{}</table:table-row>{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        cell("Invoice No"),
        cell("Invoice Date"),
        cell("Net"),
        cell("Gross"),
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    Seed::Parts(vec![
        ("mimetype".to_owned(), kind.into()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

/// A workbook of Excel 97: globals with strings, one sheet with labels, numbers and a formula.
fn biff() -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).expect("a short record");
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let words = |all: &[u16]| all.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let begin = |content: u16| record(0x0809, &words(&[0x0600, content, 0, 0, 0, 0, 0, 0]));
    let end = || record(0x000a, &[]);
    let string = |text: &str| [&words(&[text.len() as u16])[..], &[0], text.as_bytes()].concat();
    let strings = ["Invoice No", "Gross", "A-1", "A-2", "A-3"];
    let mut table = [5_u32, 5].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    strings.iter().for_each(|text| table.extend(string(text)));
    let styles: Vec<u8> = (0..2_u16)
        .flat_map(|format| record(0x00e0, &words(&[0, format * 14, 0, 0, 0, 0, 0, 0, 0, 0])))
        .collect();
    let head = |place: u32| {
        let bound = [&place.to_le_bytes()[..], &[0, 0, 5, 0], b"Items"].concat();
        [begin(5), styles.clone(), record(0x0085, &bound), record(0x00fc, &table), end()].concat()
    };
    let label = |row: u16, column: u16, at: u32| {
        record(0x00fd, &[&words(&[row, column, 0])[..], &at.to_le_bytes()].concat())
    };
    let number = |row: u16, column: u16, style: u16, value: f64| {
        record(0x0203, &[&words(&[row, column, style])[..], &value.to_le_bytes()].concat())
    };
    let mut sheet = [begin(0x0010), label(0, 0, 0), label(0, 1, 1)].concat();
    for (row, amount) in [(1_u16, 1.25), (2, 2.25), (3, 3.25)] {
        sheet.extend(label(row, 0, 1 + u32::from(row)));
        sheet.extend(number(row, 1, 0, amount));
        sheet.extend(number(row, 2, 1, 45_800.0));
    }
    let formula = [&words(&[4, 1, 0])[..], &8.5_f64.to_le_bytes(), &[0; 6], &words(&[0])].concat();
    sheet.extend([record(0x0006, &formula), end()].concat());
    [head(head(0).len() as u32), sheet].concat()
}

const CSV: &str = "Open items\n\nInvoice No,Customer,Invoice Date,Due Date,Gross,Currency\n\
A-1,\"Calder, Bio\",2026-05-04,2026-06-03,\"1,060.00\",EUR\n\
A-2,Orrin,2026-05-05,2026-06-04,265.50,EUR\nA-3,\"Ves\"\"ta\",2026-05-06,2026-06-05,-99.00,EUR\nTotal,,,,\"1,226.50\",\n";
const GERMAN: &str = "Buchungstag;Valuta;Verwendungszweck;Betrag;S/H;Saldo\n\
04.05.2026;04.05.2026;Calder RE 1001;1.060,00;H;1.560,00\n05.05.2026;05.05.2026;Gebühr;12,50;S;1.547,50\n\
07.05.2026;08.05.2026;Orrin RE 1002;265,00;H;1.812,50\n";
const KOREAN: &str = "거래일시\t적요\t찾으신금액\t맡기신금액\t거래후잔액\n2026.05.04 15:40:12\t한빛\t0\t1,000,000\t1,000,000\n\
2026.05.05 09:01:00\t수수료\t12,000\t0\t988,000\n";
const MT940: &str = ":20:STARTUMS\n:25:51230800/7055\n:28C:27/1\n:60F:C260101EUR1000,00\n\
:61:2601020102C250,50NTRFINV-1001//BANK-1\n/EXTRA/\n:86:166?00GUTSCHRIFT?20Rechnung?21INV-1001?32CALDER BIO?31DE89\n\
:61:2601020102RC50,NTRFNONREF//BANK-2\n:86:STORNO 44: no tag\n:62F:C260102EUR1200,50\n-\n";
const CAMT: &str = "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>S1</Id>\
<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>\
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">140.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\
<Ntry><Amt Ccy=\"EUR\">40.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-02</Dt></BookgDt>\
<NtryDtls><TxDtls><Refs><EndToEndId>INV-1</EndToEndId></Refs><Amt Ccy=\"EUR\">25.00</Amt><RmtInf><Ustrd>INV-1</Ustrd></RmtInf></TxDtls>\
<TxDtls><Amt Ccy=\"EUR\">15.00</Amt></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";
const BAI2: &str = "01,BANK,CLIENT,260105,0200,1,80,,2/\n02,CLIENT,BANK,1,260104,2359,EUR,2/\n\
03,0123456789,,010,+10000,,,015,14500,,/\n88,100,5000,2,V,260105,,400,500,1,/\n\
16,115,4500,S,100,200,4200,B-1,C-1,INV-1, INV-2 and 3/4/\n16,195,500,D,2,1,300,2,200,B-2,C-2/\n88,A LONG TEXT\n\
16,495,500,,B-3,,WIRE OUT\n49,35500,7/\n98,35500,1,9/\n99,35500,1,11/\n";
const OFX: &str = "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>98</BANKACCTFROM>\
<BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105120000.000[-5:EST]<TRNAMT>+100.50<FITID>F-1<NAME>Calder &amp; Co</STMTTRN>\
</BANKTRANLIST><LEDGERBAL><BALAMT>580.25<DTASOF>20260106</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
const OFX2: &str = "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>\
<BANKTRANLIST><STMTTRN><DTPOSTED>20260105</DTPOSTED><TRNAMT>-1,5</TRNAMT><MEMO>x</MEMO></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
const LOCKBOX: &str = "101012345678909876543212605041030\n201234567890987654321000000000140008000801\n\
5001000123456726050401234567890987654321\n6001001000013250000210000210456789123000002005\n\
40010016010INV-1001        0000106000\n40010016029INV-1002        0000026500\n700100112345672605040010000132500\n\
8000000123456726050400010000132500\n9000008\n";
const ACH: &str = "101 021000021 1234567892605041030A094101MY BANK                MY COMPANY                     \n\
5220CALDER BIO LTD                      1987654321CTXAP PAYMENT260504260505   1021000020000001\n\
622021000021123456789        0000132500PAY-77         0001MY COMPANY          1021000020000001\n\
705RMR*IV*INV-1001**1060.00\\RMR*IV*INV-1002**265.00\\                               00010000001\n\
822000000300042000040000000005000000001335001987654321                         021000020000001\n";
const SAP: &str = "04.05.2026            Customer Line Items            1\n\nCustomer      100234\nCompany Code  1000\n\
-------------------------------------------------------------\n|St|Assignment|DocumentNo|Doc. Date |Amount in LC |LCurr|Text  |\n\
-------------------------------------------------------------\n|@5B@|A-1     |1800000001|01.04.2026|     1.060,00|EUR  |INV a|\n\
|@5C@|A-2     |1800000002|02.04.2026|       265,50-|EUR  |CM | x|\n|* Account 100234       |          |       794,50|EUR  |    |\n\
-------------------------------------------------------------\n";
const HTML: &str = "<html><head><meta charset=utf-8><style>.t{mso-number-format:\"\\@\"}</style></head><table><tr><th>Invoice<th>Gross</tr>\
<tr><td class=t rowspan=2>001<td>1,060.00</tr><tr><td colspan=3>265.50&nbsp;</tr></table>";
const SPREADSHEET_XML: &str = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
<Worksheet ss:Name=\"A\"><Table><Row><Cell ss:Index=\"2\"><Data ss:Type=\"String\">Gross</Data></Cell></Row>\
<Row ss:Index=\"4\"><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"Number\">1.5</Data></Cell></Row></Table></Worksheet></Workbook>";
const UBL: &str = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"><ID>INV-1</ID><IssueDate>2026-05-04</IssueDate>\
<DocumentCurrencyCode>EUR</DocumentCurrencyCode><LegalMonetaryTotal><PayableAmount currencyID=\"EUR\">11.90</PayableAmount></LegalMonetaryTotal>\
<InvoiceLine><ID>1</ID><InvoicedQuantity>1</InvoicedQuantity><LineExtensionAmount currencyID=\"EUR\">10.00</LineExtensionAmount></InvoiceLine></Invoice>";

const ZONES: &str = "Frachttarif 2026;;;\nPreise in EUR je Sendung;;;\nbis kg;Zone 1;Zone 2;Zone 3\n\
    5;8,90;10,50;12,00\n10;11,20;13,40;15,10\n20;14,00;16,80;19,90\nGesamt;;;\n";

const DATEV: &str = "EXTF;700;21;Buchungsstapel;13;20260201120000000;;RE;;;1001;456;20250101;4;20251201;20260131\n\
    Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;Konto;Gegenkonto (ohne BU-Schlüssel);Belegdatum;Belegfeld 1\n\
    119,00;S;10100;8400;0412;RE-1001\n238,00;H;10100;1200;1501;RE-1000\n";

const ZUGFERD: &str = "<rsm:CrossIndustryDocument xmlns:rsm=\"urn:ferd:CrossIndustryDocument:invoice:1p0\">\
    <rsm:HeaderExchangedDocument><ram:ID>R-1</ram:ID><ram:TypeCode>380</ram:TypeCode></rsm:HeaderExchangedDocument>\n\
    <rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeSettlement>\
    <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementMonetarySummation>\
    <ram:GrandTotalAmount>11.90</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>\
    </ram:ApplicableSupplyChainTradeSettlement>\n<ram:IncludedSupplyChainTradeLineItem>\
    <ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation>\
    <ram:LineTotalAmount>10.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>\
    </ram:SpecifiedSupplyChainTradeSettlement></ram:IncludedSupplyChainTradeLineItem>\n\
    </rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>";
