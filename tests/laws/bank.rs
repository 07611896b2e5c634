//! Laws of bank files: no bytes make a reader panic, and what a statement says of its lines is what
//! the lines add up to.

use std::sync::Arc;

use proptest::prelude::*;
use tieout::analysis::conservation::prove;
use tieout::base::{Decimal, FileId, TableId};
use tieout::ingest::{Context, KnownKeys, RawFile, build, propose, read, statements};
use tieout::table::Field;

const FILES: [&str; 6] = [
    ":20:A\n:25:1\n:28C:1/1\n:60F:C260105EUR100,00\n:61:2601050106CR10,00NTRFREF//BANK\nmore\n\
     :86:166?00GUT?20EREF+1?21SVWZ+x?32NAME\n:61:260105RD5,NMSC\n:86:/NAME/B/REMI/INV/\n\
     :90C:1EUR5,\n:62F:C260105EUR115,00\n-\n",
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt>\
     <Id>1</Id><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt>\
     <CdtDbtInd>CRDT</CdtDbtInd></Bal><Ntry><Amt Ccy=\"EUR\">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>\
     <Sts>BOOK</Sts><NtryDtls><TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls><TxDtls><Amt>2.00</Amt>\
     </TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>",
    "01,B,C,260105,0200,1,80,,2/\n02,C,B,1,260104,2359,EUR,2/\n03,1,,010,+10000,,,015,14500,,/\n\
     88,100,5000,2,V,260105,,400,500,1,/\n16,115,4500,S,1,2,3,B,C,TEXT, 1/2/\n16,195,5,D,1,0,5,,,/\n\
     49,35500,7/\n98,35500,1,9/\n99,35500,1,11/\n",
    "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>USD<ACCTID>9<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105\
     <TRNAMT>+100.50<FITID>F<NAME>A &amp; B</STMTTRN><LEDGERBAL><BALAMT>5</LEDGERBAL></STMTRS></OFX>",
    "!Type:Bank\nD13/2/26\nT-1,000.00\nPDelta\n^\nD3/4'26\nT75.46\n^\n",
    "Date,Description,Debit,Credit,Balance\n2026-01-05,Fee,1.00,,99.00\n2026-01-06,In,,5.00,104.00\n",
];

#[derive(Clone, Debug)]
enum Edit {
    Set(usize, u8),
    Remove(usize, usize),
    Repeat(usize, usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let telling = prop::sample::select(b"\n\r:/?,.<>&;\"-+'0198CDRE \0\xc3\xa9\xff".to_vec());
    let edit = prop_oneof![
        (any::<usize>(), prop_oneof![telling, any::<u8>()]).prop_map(|(at, b)| Edit::Set(at, b)),
        (any::<usize>(), 1..40_usize).prop_map(|(at, length)| Edit::Remove(at, length)),
        (any::<usize>(), 1..80_usize).prop_map(|(at, length)| Edit::Repeat(at, length)),
    ];
    prop::collection::vec(edit, 0..12)
}

fn edited(file: &str, edits: &[Edit]) -> Vec<u8> {
    let mut bytes = file.as_bytes().to_vec();
    for edit in edits {
        let (Edit::Set(at, _) | Edit::Remove(at, _) | Edit::Repeat(at, _)) = edit;
        let at = at % (bytes.len() + 1);
        match edit {
            Edit::Set(_, byte) if at < bytes.len() => bytes[at] = *byte,
            Edit::Set(_, byte) => bytes.push(*byte),
            Edit::Remove(_, length) => {
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Edit::Repeat(_, length) => {
                let part = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(crate::cases(400))]

    #[test]
    fn edited_bank_files_are_read_or_refused_and_add_up(
        file in prop::sample::select(FILES.to_vec()),
        edits in edits(),
    ) {
        let bytes = edited(file, &edits);
        let Ok(file) = read("file", &bytes, &mut |_| {}) else { return Ok(()) };
        let again = RawFile::decode(&file.encode());
        prop_assert_eq!(again.as_ref(), Some(&file));
        for sheet in &file.sheets {
            let keys = KnownKeys::default();
            let context = Context { file_name: "file", remembered: &[], keys: &keys };
            let reading = propose(sheet, &context).reading;
            let raw = Arc::new(sheet.clone());
            let (table, _) = build(TableId(0), FileId(0), &"file".into(), &raw, &reading);
            let table = Arc::new(table);
            prop_assert!(prove(std::slice::from_ref(&table)).holds());
            let ties = statements(&table);
            // Lines before the first statement or in another currency belong to none.
            let counted: u32 = ties.iter().map(|tie| tie.entries).sum();
            if counted as usize == table.len() {
                let of_ties: Decimal = ties.iter().map(|tie| tie.movements()).sum();
                let rows = 0..table.len();
                let of_rows: Decimal = rows.filter_map(|r| table.number(Field::Amount, r)).sum();
                prop_assert_eq!(of_ties, of_rows);
            }
        }
    }
}
