//! dBase and FoxPro tables: a head that names the columns, then rows of fixed width.
//!
//! Not memos, which stand in a file of their own, and not rows that are marked as deleted, which are
//! counted and said.

use crate::ingest::read::encoding;
use crate::ingest::read::package::damaged;
use crate::ingest::read::serial::plain_decimal;
use crate::ingest::read::sheet::SheetBuilder;
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};
use crate::words::Args;

/// Where things stand in the head: dBase 7 has longer names.
struct Form {
    head_bytes: usize,
    field_bytes: usize,
    name_bytes: usize,
    is_seventh: bool,
}

const PLAIN: Form = Form { head_bytes: 32, field_bytes: 32, name_bytes: 11, is_seventh: false };
const SEVENTH: Form = Form { head_bytes: 68, field_bytes: 48, name_bytes: 32, is_seventh: true };

const FIELDS_END: u8 = 0x0d;
const DELETED: u8 = b'*';
const FLAGS: u8 = b'0';

struct Field {
    name: String,
    kind: u8,
    bytes: usize,
    is_seventh: bool,
}

pub(in crate::ingest::read) fn read(
    name: &str,
    bytes: &[u8],
) -> Result<(RawSheet, Vec<Problem>), Refusal> {
    let short = |at: usize| {
        let pair = bytes.get(at..at + 2)?;
        Some(usize::from(u16::from_le_bytes([pair[0], pair[1]])))
    };
    let form = if bytes[0] & 7 == 4 { SEVENTH } else { PLAIN };
    let head = short(8).filter(|length| *length > form.head_bytes).ok_or_else(damaged)?;
    let width = short(10).filter(|width| *width > 1).ok_or_else(damaged)?;
    let fields = fields(bytes.get(form.head_bytes..head).ok_or_else(damaged)?, &form);
    let rows = bytes.get(head..).unwrap_or_default();
    let page = encoding::guess(rows);
    let mut sheet = SheetBuilder::new(name, false);
    sheet.row(1)?;
    for (column, field) in fields.iter().enumerate() {
        sheet.cell(column, RawKind::Text, &field.name);
    }
    let mut deleted = 0_u32;
    for (number, row) in (2_u32..).zip(rows.chunks_exact(width)) {
        if row[0] == DELETED {
            deleted += 1;
            continue;
        }
        sheet.row(number)?;
        let mut at = 1;
        for (column, field) in fields.iter().enumerate() {
            let value = row.get(at..at + field.bytes).unwrap_or_default();
            at += field.bytes;
            if let Some((kind, text)) = field.cell(value, page) {
                sheet.cell(column, kind, &text);
            }
        }
    }
    let (sheet, mut problems) = sheet.finish()?;
    if deleted > 0 {
        let (key, args) = ("problem-rows-deleted".to_owned(), Args::new().with("count", deleted));
        problems.push(Problem { key, args, sheet: None, row: None, column: None });
    }
    Ok((sheet, problems))
}

fn fields(head: &[u8], form: &Form) -> Vec<Field> {
    let whole = head.chunks_exact(form.field_bytes).take_while(|field| field[0] != FIELDS_END);
    // The length stands right behind the kind, or after four bytes that only memory knew.
    let length_at = form.name_bytes + if form.is_seventh { 1 } else { 5 };
    let fields = whole.map(|field| {
        let kind = field[form.name_bytes];
        // The column in which FoxPro marks what is empty has no name for people.
        let name = if kind == FLAGS { &[] } else { &field[..form.name_bytes] };
        let name: Vec<u8> = name.iter().copied().take_while(|byte| *byte != 0).collect();
        Field {
            name: String::from_utf8_lossy(&name).trim().to_owned(),
            kind,
            bytes: usize::from(field[length_at]),
            is_seventh: form.is_seventh,
        }
    });
    fields.collect()
}

impl Field {
    fn cell(
        &self,
        value: &[u8],
        page: &'static encoding_rs::Encoding,
    ) -> Option<(RawKind, String)> {
        let text = || page.decode_without_bom_handling(value).0.trim().to_owned();
        match self.kind {
            b'N' | b'F' => Some(match plain_decimal(&text()) {
                Some(number) => (RawKind::Number, number),
                None => (RawKind::Text, text()),
            }),
            b'D' => {
                let day = text();
                let digits = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
                let iso = || format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]);
                digits.then(|| (RawKind::Date, iso()))
            }
            b'L' => match value.first()? {
                b'T' | b't' | b'Y' | b'y' => Some((RawKind::Bool, "TRUE".to_owned())),
                b'F' | b'f' | b'N' | b'n' => Some((RawKind::Bool, "FALSE".to_owned())),
                _ => None,
            },
            // The seventh form sorts by bytes: the highest first, the sign turned round.
            b'I' | b'+' if self.is_seventh => {
                let number = i32::from_be_bytes(value.try_into().ok()?) ^ i32::MIN;
                (value != [0; 4]).then(|| (RawKind::Number, number.to_string()))
            }
            b'O' if self.is_seventh => {
                let stored = u64::from_be_bytes(value.try_into().ok()?);
                let sign = 1 << 63;
                let bits = if stored & sign != 0 { stored ^ sign } else { !stored };
                let number = crate::ingest::read::xls::float_text(bits.to_le_bytes());
                let filled = stored != 0;
                Some((RawKind::Number, plain_decimal(&number)?)).filter(|_| filled)
            }
            b'@' if self.is_seventh => None,
            b'I' => {
                let number = i32::from_le_bytes(value.try_into().ok()?);
                Some((RawKind::Number, number.to_string()))
            }
            b'Y' => {
                const CURRENCY_DECIMALS: u32 = 4;
                let units = i64::from_le_bytes(value.try_into().ok()?);
                let amount = rust_decimal::Decimal::new(units, CURRENCY_DECIMALS);
                Some((RawKind::Number, amount.normalize().to_string()))
            }
            b'B' if self.bytes == 8 => {
                let number = crate::ingest::read::xls::float_text(value.try_into().ok()?);
                Some((RawKind::Number, plain_decimal(&number)?))
            }
            b'T' if self.bytes == 8 => moment(value),
            // Memos and pictures stand elsewhere.
            b'M' | b'G' | b'P' | FLAGS => None,
            _ => Some((RawKind::Text, text())),
        }
        .filter(|(_, text)| !text.is_empty())
    }
}

/// A Julian day and the milliseconds of the day.
fn moment(value: &[u8]) -> Option<(RawKind, String)> {
    const JULIAN_1970: i64 = 2_440_588;
    let (day, milliseconds) = value.split_at_checked(4)?;
    let day = i64::from(i32::from_le_bytes(day.try_into().ok()?)) - JULIAN_1970;
    let seconds = i64::from(i32::from_le_bytes(milliseconds.try_into().ok()?)) / 1000;
    let start = crate::base::Date::from_ymd_opt(1970, 1, 1)?;
    let day = crate::base::iso(start.checked_add_signed(chrono::TimeDelta::try_days(day)?)?);
    let clock = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some((RawKind::Date, if seconds == 0 { day } else { format!("{day} {clock}") }))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn rows_of_fixed_width() {
        let field = |name: &[u8], kind: u8, bytes: u8| {
            let mut field = [0; 32];
            field[..name.len()].copy_from_slice(name);
            (field[11], field[16]) = (kind, bytes);
            field
        };
        let fields =
            [field(b"JOB", b'C', 4), field(b"NET", b'N', 6), field(b"DAY", b'D', 8)].concat();
        let mut bytes = vec![3, 126, 11, 6];
        bytes.resize(32, 0);
        bytes[8] = (32 + fields.len() + 1) as u8;
        bytes[10] = 19;
        bytes.extend(fields);
        bytes.push(0x0d);
        bytes.extend(b" 0042 12.5020261106*0043  1.0020261107");
        let (sheet, problems) = read("List", &bytes).expect("a table");
        let row = |row| (0..3).map(|column| sheet.text(row, column)).collect::<Vec<_>>();
        assert_eq!(
            (row(0), row(1)),
            (vec!["JOB", "NET", "DAY"], vec!["0042", "12.5", "2026-11-06"])
        );
        assert_eq!((sheet.rows(), problems[0].key.as_str()), (2, "problem-rows-deleted"));
        assert!(read("List", &bytes[..40]).is_err());
    }

    #[test]
    fn the_seventh_form_has_long_names_and_turned_numbers() {
        let field = |name: &[u8], kind: u8, bytes: u8| {
            let mut field = [0; 48];
            field[..name.len()].copy_from_slice(name);
            (field[32], field[33]) = (kind, bytes);
            field
        };
        let fields = [field(b"CUSTOMER_NUMBER", b'C', 3), field(b"LINES", b'I', 4)].concat();
        let mut bytes = vec![0x8c, 126, 11, 6];
        bytes.resize(68, 0);
        bytes[8] = (68 + fields.len() + 1) as u8;
        bytes[10] = 8;
        bytes.extend(fields);
        bytes.push(0x0d);
        bytes.extend(b" 007\x80\x00\x00\x0c 008\x7f\xff\xff\xfe");
        let (sheet, _) = read("List", &bytes).expect("a table");
        let row = |row| (0..2).map(|column| sheet.text(row, column)).collect::<Vec<_>>();
        assert_eq!(row(0), ["CUSTOMER_NUMBER", "LINES"]);
        assert_eq!((row(1), row(2)), (vec!["007", "12"], vec!["008", "-2"]));
    }
}
