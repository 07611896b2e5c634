//! Lockbox files of the BAI standard: fixed records of cheques (6) and what each pays (4), in batches
//! (7) of a lockbox (8).
//!
//! The places of record, batch, item and amount are the same with every bank; how the line of the
//! cheque is parted and how wide an invoice is, they settle with each client. So both are decided by
//! evidence: bank numbers by their check digit, invoices by what adds up to the cheques.
//!
//! Invariant: counts and totals of batches and boxes are worked out again; what differs is said.

use super::amount::{compact_date, minor_units};
use crate::base::Decimal;
use crate::ingest::Refusal;
use crate::ingest::read::given::GivenSheet;
use crate::table::{Field, Kind};
use crate::words::Args;

const PAYMENTS: &[(Field, &str)] = &[
    (Field::PaymentNo, "5 lockbox, 6 batch and item"),
    (Field::PaymentDate, "5 deposit date"),
    (Field::Amount, "6 amount"),
    (Field::PayerAccount, "6 bank and account"),
    (Field::PaymentRef, "6 cheque"),
];
const INVOICES: &[(Field, &str)] = &[
    (Field::PaymentNo, "5 lockbox, 6 batch and item"),
    (Field::InvoiceNo, "4 invoice"),
    (Field::Amount, "4 amount"),
    (Field::PaymentDate, "5 deposit date"),
];

/// Amounts are in hundredths, whatever the currency: no record names one.
const DECIMALS: u32 = 2;
const AMOUNT_WIDTH: usize = 10;
/// Where the cheque's own data end, and a first invoice may follow.
const CHEQUE_END: usize = 46;
/// Where the invoices of an overflow record begin.
const OVERFLOW_START: usize = 11;
/// Widths of an invoice number, the commonest first.
const INVOICE_WIDTHS: [usize; 6] = [16, 10, 12, 15, 20, 30];

struct Cheque<'t> {
    line: u32,
    number: String,
    deposited: &'t str,
    record: &'t str,
    /// What stands behind the cheque itself, and its overflow records, with their lines.
    details: Vec<(u32, &'t str)>,
}

impl Cheque<'_> {
    fn amount(&self) -> Option<Decimal> {
        minor_units(cut(self.record, 7, AMOUNT_WIDTH), DECIMALS)
    }

    /// Invoices and amounts under one width; blank places are passed over.
    fn invoices(&self, width: usize) -> Vec<(u32, &str, &str)> {
        let step = width + AMOUNT_WIDTH;
        let mut found = Vec::new();
        for &(line, text) in &self.details {
            for start in (0..text.len()).step_by(step) {
                let invoice = cut(text, start, width).trim();
                if !invoice.is_empty() {
                    found.push((line, invoice, cut(text, start + width, AMOUNT_WIDTH).trim()));
                }
            }
        }
        found
    }

    fn adds_up(&self, width: usize) -> bool {
        let invoices = self.invoices(width);
        let amounts = invoices.iter().map(|(_, _, amount)| minor_units(amount, DECIMALS));
        let sum = amounts.sum::<Option<Decimal>>();
        sum.is_some() && sum == self.amount() && !invoices.is_empty()
    }
}

/// Sum and number of what stands above a total.
#[derive(Clone, Copy, Default)]
struct Control {
    sum: Decimal,
    count: i128,
}

/// The payments, and the invoices that they name.
pub(super) fn read(name: &str, text: &str) -> Result<Vec<GivenSheet>, Refusal> {
    let mut payments = GivenSheet::new(name, Kind::Payments, PAYMENTS);
    let mut cheques: Vec<Cheque> = Vec::new();
    let (mut lockbox, mut deposited) = ("", "");
    let (mut batch, mut boxed) = (Control::default(), Control::default());
    for (at, record) in text.lines().enumerate() {
        let line = at as u32 + 1;
        match record.bytes().next() {
            Some(b'5') => (lockbox, deposited) = (cut(record, 7, 7).trim(), cut(record, 14, 6)),
            Some(b'6') => {
                let place = [lockbox, deposited, cut(record, 1, 3), cut(record, 4, 3)];
                let details = vec![(line, record.get(CHEQUE_END..).unwrap_or(""))];
                let number = place.join("-");
                let cheque = Cheque { line, number, deposited, record, details };
                for control in [&mut batch, &mut boxed] {
                    let amount = cheque.amount().unwrap_or_default();
                    control.sum = control.sum.checked_add(amount).unwrap_or(control.sum);
                    control.count += 1;
                }
                cheques.push(cheque);
            }
            Some(b'4') => {
                let details = record.get(OVERFLOW_START..).unwrap_or("");
                if let Some(cheque) = cheques.last_mut() {
                    cheque.details.push((line, details));
                }
            }
            Some(b'7') => verify(&mut payments, record, line, std::mem::take(&mut batch), 3),
            Some(b'8') => verify(&mut payments, record, line, std::mem::take(&mut boxed), 4),
            _ => {}
        }
    }
    let width = invoice_width(&cheques);
    let bank_width = bank_width(&cheques);
    let mut invoices = GivenSheet::new("4", Kind::Remittances, INVOICES);
    for cheque in &cheques {
        payments.row(cheque.line)?;
        payments.text(Field::PaymentNo, &cheque.number);
        payments.date(Field::PaymentDate, compact_date(cheque.deposited));
        money(&mut payments, cheque.line, cut(cheque.record, 7, AMOUNT_WIDTH));
        let (bank, rest) = (cut(cheque.record, 17, bank_width), 17 + bank_width);
        let account = cut(cheque.record, rest, 10).trim();
        let account = account.trim_start_matches('0');
        payments.text(Field::PayerAccount, &format!("{} {account}", bank.trim()));
        let number = cut(cheque.record, rest + 10, CHEQUE_END - rest - 10).trim();
        payments.text(Field::PaymentRef, number.trim_start_matches('0'));
        for (line, invoice, amount) in cheque.invoices(width) {
            invoices.row(line)?;
            invoices.text(Field::PaymentNo, &cheque.number);
            invoices.text(Field::InvoiceNo, invoice);
            money(&mut invoices, line, amount);
            invoices.date(Field::PaymentDate, compact_date(cheque.deposited));
        }
    }
    let mut sheets = vec![payments];
    sheets.extend((invoices.rows() > 0).then_some(invoices));
    Ok(sheets)
}

/// An amount in hundredths; what is none stands as it is, and its column says so.
pub(super) fn money(sheet: &mut GivenSheet, line: u32, digits: &str) {
    match minor_units(digits, DECIMALS) {
        Some(amount) => sheet.number(Field::Amount, amount),
        None if digits.trim().is_empty() => {}
        None => {
            sheet.text(Field::Amount, digits);
            let args = Args::new().with("text", digits.trim());
            sheet.problem("problem-bank-line-unread", args, line);
        }
    }
}

/// The width at which the invoices of most cheques add up to them.
fn invoice_width(cheques: &[Cheque]) -> usize {
    let held = |width: usize| cheques.iter().filter(|cheque| cheque.adds_up(width)).count();
    let most = INVOICE_WIDTHS.into_iter().rev().max_by_key(|&width| held(width));
    most.unwrap_or(INVOICE_WIDTHS[0])
}

/// Nine digits with a check digit, or ten with a nought before them.
fn bank_width(cheques: &[Cheque]) -> usize {
    let nine = |c: &Cheque| is_bank(cut(c.record, 17, 9)) && !is_bank(cut(c.record, 18, 9));
    let ten = |c: &Cheque| is_bank(cut(c.record, 18, 9)) && !is_bank(cut(c.record, 17, 9));
    let count = |fits: &dyn Fn(&Cheque) -> bool| cheques.iter().filter(|c| fits(c)).count();
    if count(&ten) > count(&nine) { 10 } else { 9 }
}

/// American bank numbers: weights 3, 7, 1.
fn is_bank(digits: &str) -> bool {
    let weighted = digits.bytes().zip([3, 7, 1].into_iter().cycle());
    let sum: u32 = weighted.map(|(b, weight)| u32::from(b.wrapping_sub(b'0')) * weight).sum();
    digits.len() == 9
        && digits.bytes().all(|b| b.is_ascii_digit())
        && sum.is_multiple_of(10)
        && sum > 0
}

/// A total: the number of cheques in so many digits, then their amount.
fn verify(sheet: &mut GivenSheet, record: &str, line: u32, control: Control, digits: usize) {
    let code = cut(record, 0, 1);
    let stated = cut(record, 20, digits).trim();
    if stated.parse::<i128>().is_ok_and(|stated| stated != control.count) {
        let args = Args::new()
            .with("record", code)
            .with("stated", stated.trim_start_matches('0'))
            .with("counted", control.count.to_string());
        sheet.problem("problem-control-records-differ", args, line);
    }
    let stated = cut(record, 20 + digits, AMOUNT_WIDTH);
    if let Some(amount) = minor_units(stated, DECIMALS).filter(|amount| *amount != control.sum) {
        let minor = |amount: Decimal| amount.mantissa().to_string();
        let args = Args::new()
            .with("record", code)
            .with("stated", minor(amount))
            .with("counted", minor(control.sum));
        sheet.problem("problem-control-total-differs", args, line);
    }
}

/// Characters of a record by place; less where it is shorter or no ASCII.
pub(super) fn cut(record: &str, start: usize, length: usize) -> &str {
    let end = start.saturating_add(length).min(record.len());
    record.get(start..end).unwrap_or("")
}

/// Whether the lines are those of a lockbox: a header of it before its cheques, and digits where the
/// amounts are.
pub(super) fn is_lockbox(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut header = false;
    let (mut cheques, mut others) = (0, 0);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.bytes().next() {
            Some(b'5') => {
                header |= digits(cut(line, 1, 6)) && compact_date(cut(line, 14, 6)).is_some()
            }
            Some(b'6') if header && line.len() >= 27 && digits(cut(line, 1, 16)) => cheques += 1,
            Some(b'1' | b'2' | b'4' | b'7' | b'8' | b'9') => {}
            _ => others += 1,
        }
    }
    header && cheques > 0 && others == 0
}
