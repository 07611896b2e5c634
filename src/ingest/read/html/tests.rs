//! Pages as programs write them, good and careless.

use super::read_str;
use crate::table::RawKind;

/// One line a row, cells between bars; what is no text says its kind.
fn rows(page: &str) -> Vec<String> {
    let read = read_str("p", page, &mut |_| {}).expect("a page reads");
    let mut found = Vec::new();
    for sheet in &read.sheets {
        for row in 0..sheet.rows() {
            let cells = sheet.columns.iter().map(|column| match column.get(row) {
                Some(cell) if cell.kind != RawKind::Text => {
                    format!("{} {:?}", cell.text, cell.kind)
                }
                Some(cell) => cell.text.to_string(),
                None => String::new(),
            });
            found.push(cells.collect::<Vec<_>>().join("|"));
        }
        found.push(format!("= {}", sheet.name));
    }
    found
}

#[test]
fn spans_keep_columns_apart() {
    let page = "<table><tr><th rowspan=2>Customer<th colspan=2>Open<tr><th>Date<th>Amount\
        <tr><td rowspan='2'>Calder Bio</td><td>2026-01-02<td>10<tr><td>2026-01-03<td>20</table>";
    assert_eq!(
        rows(page),
        ["Customer|Open|", "|Date|Amount", "Calder Bio|2026-01-02|10", "|2026-01-03|20", "= p"]
    );
}

#[test]
fn stored_numbers_win_over_what_is_shown_unless_zeros_would_go() {
    let page = "<style>.d {mso-number-format:'Short Date';} td.t{mso-number-format:\"\\@\"}</style>\
        <table><tr><td x:num='1234.5'>1.234,50 €<td x:num=45838 class=d>30.06.2025\
        <td x:num=123 class=t>000123<td x:num='77'>0077<td x:num>5,5<td x:str='a'> a  b\
        <td x:err='#N/A'>#NV<td style='mso-number-format:\"0000000000\"' x:num=42>42</table>";
    assert_eq!(
        rows(page)[0],
        "1234.5 Number|2025-06-30 Date|000123|0077 Id|5,5|a b|#N/A Error|0000000042 Id"
    );
}

#[test]
fn nested_tables_are_sheets_of_their_own_and_layout_is_none() {
    let page = "<table><tr><td>\n<table><caption>A</caption><tr><td>1</table>\n<td>\
        <table><tr><td>2<td>x<br>y</table></table>";
    assert_eq!(rows(page), ["1", "= A", "2|x\ny", "= p 2"]);
}

#[test]
fn scripts_and_comments_are_no_text_and_entities_are() {
    let page = "<title>t</title><script>document.write('<table><tr><td>no')</script>\
        <table><tr><td>A&amp;B &euro;5&nbsp;<!-- c --><td>&nbsp;<td>&#44552;&#xc561;";
    assert_eq!(rows(page), ["A&B €5||금액", "= p"]);
}

#[test]
fn absurd_spans_cost_nothing() {
    let page = "<table><tr><td colspan=999999999 rowspan=999999999>a<td>b<tr><td>c</table>";
    assert_eq!(rows(page), ["a", "= p"]);
}

#[test]
fn rows_that_the_page_hides_are_read_and_told() {
    let page = "<table><tr><th>No<th>Sum<tr style='height:12px; Display : none'><td>1<td>2\
        <tr><td>3<td>4</table>";
    let read = read_str("p", page, &mut |_| {}).expect("a page reads");
    assert_eq!(read.sheets[0].hidden_rows, [1]);
    assert!(read.problems.iter().any(|problem| problem.key.starts_with("problem-")));
}
