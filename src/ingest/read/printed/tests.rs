//! Prints with what real ones have: pages, blocks, totals, bars in texts, two lines a record.

use super::{is_printed, read};
use crate::table::RawSheet;

fn sheet(text: &str) -> RawSheet {
    assert!(is_printed(text), "{text}");
    read("list", text, &mut |_| {}).expect("reads").sheets.remove(0)
}

/// `line fate: cells`
fn rows(text: &str) -> Vec<String> {
    let sheet = sheet(text);
    let row = |row: usize| {
        let cells: Vec<&str> = (0..sheet.columns.len()).map(|c| sheet.text(row, c)).collect();
        let fate = sheet.known_fates.get(&(row as u32)).map_or("", |fate| fate.key());
        format!("{} {fate}: {}", sheet.row_numbers[row], cells.join("|").trim_end_matches('|'))
    };
    (0..sheet.rows()).map(row).filter(|row| !row.ends_with(" : ")).collect()
}

#[test]
fn pages_blocks_and_totals() {
    let text = "\
31.03.2024                     Open items                                        1

 Customer        0000100234
 Company Code    1000

------------------------------
|  St|DocumentNo|     Amount|
------------------------------
|  @5B@|1800000001|  54.331,12 |
|  @5B@|1800000002|  12.153,79-|
\u{c}31.03.2024                     Open items                                        2

------------------------------
|  St|DocumentNo|     Amount|
------------------------------
|  @5B@|1800000003|       1,00 |
------------------------------
|* |          |  42.178,33 |
------------------------------

 Customer        0000100777

------------------------------
|  St|DocumentNo|     Amount|
------------------------------
|  @5B@|1800000004|       2,00 |
------------------------------
|**|          |  42.180,33 |
";
    assert_eq!(
        rows(text),
        [
            "1 title: 31.03.2024                     Open items                                        1",
            "3 title: Customer        0000100234",
            "4 title: Company Code    1000",
            "7 : St|DocumentNo|Amount|Customer|Company Code",
            "9 : @5B@|1800000001|54.331,12|0000100234|1000",
            "10 : @5B@|1800000002|12.153,79-|0000100234|1000",
            "11 title: 31.03.2024                     Open items                                        2",
            "14 : St|DocumentNo|Amount|Customer|Company Code",
            "16 : @5B@|1800000003|1,00|0000100234|1000",
            "18 subtotal: *||42.178,33",
            "21 title: Customer        0000100777",
            "24 : St|DocumentNo|Amount|Customer|Company Code",
            "26 : @5B@|1800000004|2,00|0000100777",
            "28 subtotal: **||42.180,33",
        ]
    );
}

#[test]
fn bars_and_line_breaks_within_a_text() {
    let text = "\
---------------------------------------
|Doc   |Text          |   Amount|Curr |
---------------------------------------
|100001|plain         |    10,00|EUR  |
|100002|a|b and c|d   |    20,00|EUR  |
|100003|운송료|서울   |    30,00|KRW  |
|100004|broken
in two|    40,00|EUR  |
---------------------------------------
";
    assert_eq!(
        rows(text),
        [
            "2 : Doc|Text|Amount|Curr",
            "4 : 100001|plain|10,00|EUR",
            "5 : 100002|a|b and c|d|20,00|EUR",
            "6 : 100003|운송료|서울|30,00|KRW",
            "7 : 100004|broken\nin two|40,00|EUR",
        ]
    );
    let sheet = sheet(text);
    assert_eq!((sheet.text(4, 1), sheet.text(5, 1)), ("a|b and c|d", "운송료|서울"));
}

#[test]
fn records_in_two_lines_and_names_in_two_lines() {
    let two = "\
--------------------------
|Bill.Doc. |Payer   |Date      |
|  |Net value   |Curr.|
--------------------------
|0090000001|100234  |2024-01-02|
|  |    1.000,00|EUR  |
|0090000002|100777  |2024-01-03|
|  |    2.000,00|EUR  |
--------------------------
|* |        |          |
|  |    3.000,00|EUR  |
";
    assert_eq!(
        rows(two),
        [
            "2 : Bill.Doc.|Payer|Date||Net value|Curr.",
            "3 header: ",
            "5 : 0090000001|100234|2024-01-02||1.000,00|EUR",
            "7 : 0090000002|100777|2024-01-03||2.000,00|EUR",
            "10 subtotal: *||||3.000,00|EUR",
        ]
    );
    let names = "\
--------------------------
|Document  |Net due |   Amount|
|number    |date    |         |
--------------------------
|1800000001|01.02.24|    10,00|
|1800000002|02.02.24|    20,00|
--------------------------
";
    assert_eq!(rows(names)[0], "2 : Document number|Net due date|Amount");
    assert_eq!(rows(names).len(), 4);
}

#[test]
fn delimited_text_is_no_print() {
    assert!(!is_printed("a|b|c\n1|2|3\n"));
    assert!(!is_printed("no;text\n1;----------\n"));
}
