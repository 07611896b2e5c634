//! Electronic invoices (EN 16931): UBL Invoice and CreditNote, and CII. Each becomes a sheet of
//! invoices and a sheet of lines, with readings that the format gives.
//!
//! Allowances and charges of the whole document are lines of their own, allowances negative, so
//! that the lines add up to the net amount (BT-109). The invoice's own totals are worked out again
//! and each that differs is said; amounts stay on the side on which the document writes them.

mod cii;
mod ubl;

use super::bank::amount::amount;
use super::elements::{Element, Elements, Met};
use super::encoding::{declared, decode_declared};
use super::given::GivenSheet;
use super::{ReadSheets, keep};
use crate::base::{Currency, Date, Decimal};
use crate::ingest::Refusal;
use crate::table::{Field, Kind};
use crate::words::Args;

const INVOICES: &[(Field, &str)] = &[
    (Field::InvoiceNo, "BT-1 invoice number"),
    (Field::DocType, "BT-3 type code"),
    (Field::InvoiceDate, "BT-2 issue date"),
    (Field::DueDate, "BT-9 due date"),
    (Field::CustomerNo, "BT-46 buyer identifier"),
    (Field::CustomerName, "BT-44 buyer name"),
    (Field::TaxId, "BT-48 buyer VAT identifier"),
    (Field::VendorName, "BT-27 seller name"),
    (Field::PoNo, "BT-13 purchase order"),
    (Field::Project, "BT-11 project"),
    (Field::OriginalInvoice, "BT-25 preceding invoice"),
    (Field::Terms, "BT-20 payment terms"),
    (Field::Currency, "BT-5 currency"),
    (Field::Net, "BT-109 total without VAT"),
    (Field::Tax, "BT-110 total VAT"),
    (Field::Gross, "BT-112 total with VAT"),
    (Field::Prepaid, "BT-113 paid amount"),
    (Field::RoundingAmount, "BT-114 rounding amount"),
    (Field::OpenAmount, "BT-115 amount due"),
];

const LINES: &[(Field, &str)] = &[
    (Field::InvoiceNo, "BT-1 invoice number"),
    (Field::LineNo, "BT-126 line identifier"),
    (Field::ServiceCode, "BT-155 seller's item"),
    (Field::Text, "BT-153 item name"),
    (Field::ServiceDate, "BT-134 period start"),
    (Field::PoNo, "BT-13 purchase order"),
    (Field::Qty, "BT-129 quantity"),
    (Field::Unit, "BT-130 unit"),
    (Field::UnitPrice, "BT-146 net price"),
    (Field::Net, "BT-131 line net amount"),
    (Field::TaxRate, "BT-152 VAT rate"),
    (Field::Currency, "BT-5 currency"),
];

/// The document's header and its totals, by the business terms of the standard.
#[derive(Default)]
struct Invoice {
    line: u32,
    /// BT-1
    number: String,
    /// BT-3: 380 invoice, 381 credit note …
    type_code: String,
    /// BT-2, BT-9
    issued: Option<Date>,
    due: Option<Date>,
    /// BT-46, BT-44, BT-48, BT-27
    buyer_id: String,
    buyer: String,
    buyer_tax_id: String,
    seller: String,
    /// BT-13, BT-11, BT-25, BT-20
    order: String,
    project: String,
    preceding: String,
    terms: String,
    /// BT-5
    currency: String,
    /// BT-106 … BT-112, BT-113, BT-114, BT-115
    lines_total: Option<Decimal>,
    allowances_total: Option<Decimal>,
    charges_total: Option<Decimal>,
    net: Option<Decimal>,
    tax: Option<Decimal>,
    gross: Option<Decimal>,
    prepaid: Option<Decimal>,
    rounding: Option<Decimal>,
    payable: Option<Decimal>,
    /// BT-117 of each VAT rate.
    taxes: Vec<Option<Decimal>>,
    lines: Vec<Line>,
    allowances: Vec<Allowance>,
}

#[derive(Default)]
struct Line {
    line: u32,
    id: String,
    item: String,
    text: String,
    from: Option<Date>,
    order: String,
    quantity: Option<Decimal>,
    unit: String,
    price: Option<Decimal>,
    net: Option<Decimal>,
    tax_rate: String,
}

/// An allowance or a charge of the whole document (BG-20, BG-21).
#[derive(Default)]
struct Allowance {
    line: u32,
    is_charge: bool,
    reason: String,
    amount: Option<Decimal>,
    tax_rate: String,
}

/// The sheets and the encoding that the text was read in.
pub(super) fn read(bytes: &[u8], encoding: Option<&str>) -> Result<(ReadSheets, String), Refusal> {
    let decoded = decode_declared(bytes, encoding, declared(bytes).as_deref());
    let mut headers = GivenSheet::new("Invoices", Kind::Invoices, INVOICES);
    let mut lines = GivenSheet::new("Lines", Kind::Lines, LINES);
    let mut walk = Elements::new(&decoded.text);
    loop {
        match walk.next(|name| name == "StandardBusinessDocument")? {
            Met::Into(..) => {}
            Met::Record(record) => {
                let found = match record.name.as_str() {
                    "Invoice" | "CreditNote" => ubl::invoice(&record),
                    "CrossIndustryInvoice" => cii::invoice(&record),
                    _ => continue,
                };
                write_header(&mut headers, &found)?;
                // In the order of the file, so that each row keeps its line: UBL has them above.
                let above = found
                    .allowances
                    .first()
                    .is_some_and(|a| found.lines.first().is_none_or(|line| a.line < line.line));
                if above {
                    write_allowances(&mut lines, &found)?;
                }
                write_lines(&mut lines, &found)?;
                if !above {
                    write_allowances(&mut lines, &found)?;
                }
                check(&mut headers, &found);
            }
            Met::End => break,
        }
    }
    let mut read = ReadSheets::default();
    keep(&mut read, headers.finish()?)?;
    keep(&mut read, lines.finish()?)?;
    Ok((read, decoded.encoding.to_owned()))
}

fn write_header(sheet: &mut GivenSheet, invoice: &Invoice) -> Result<(), Refusal> {
    sheet.row(invoice.line)?;
    sheet.text(Field::InvoiceNo, &invoice.number);
    let credit = matches!(invoice.type_code.as_str(), "81" | "83" | "261" | "296" | "308" | "381")
        || matches!(invoice.type_code.as_str(), "396" | "420" | "458" | "532");
    let words = if credit { "Credit note" } else { "Invoice" };
    sheet.text(Field::DocType, &format!("{words} {}", invoice.type_code));
    sheet.date(Field::InvoiceDate, invoice.issued);
    sheet.date(Field::DueDate, invoice.due);
    sheet.text(Field::CustomerNo, &invoice.buyer_id);
    sheet.text(Field::CustomerName, &invoice.buyer);
    sheet.text(Field::TaxId, &invoice.buyer_tax_id);
    sheet.text(Field::VendorName, &invoice.seller);
    sheet.text(Field::PoNo, &invoice.order);
    sheet.text(Field::Project, &invoice.project);
    sheet.text(Field::OriginalInvoice, &invoice.preceding);
    sheet.text(Field::Terms, &invoice.terms);
    sheet.text(Field::Currency, &invoice.currency);
    let totals = [
        (Field::Net, invoice.net),
        (Field::Tax, invoice.tax),
        (Field::Gross, invoice.gross),
        (Field::Prepaid, invoice.prepaid),
        (Field::RoundingAmount, invoice.rounding),
        (Field::OpenAmount, invoice.payable),
    ];
    for (field, value) in totals {
        number(sheet, field, value);
    }
    Ok(())
}

fn write_lines(sheet: &mut GivenSheet, invoice: &Invoice) -> Result<(), Refusal> {
    for line in &invoice.lines {
        sheet.row(line.line)?;
        sheet.text(Field::InvoiceNo, &invoice.number);
        sheet.text(Field::LineNo, &line.id);
        sheet.text(Field::ServiceCode, &line.item);
        sheet.text(Field::Text, &line.text);
        sheet.date(Field::ServiceDate, line.from);
        let order = if line.order.is_empty() { &invoice.order } else { &line.order };
        sheet.text(Field::PoNo, order);
        number(sheet, Field::Qty, line.quantity);
        sheet.text(Field::Unit, &line.unit);
        number(sheet, Field::UnitPrice, line.price);
        number(sheet, Field::Net, line.net);
        percent(sheet, &line.tax_rate);
        sheet.text(Field::Currency, &invoice.currency);
    }
    Ok(())
}

fn write_allowances(sheet: &mut GivenSheet, invoice: &Invoice) -> Result<(), Refusal> {
    for allowance in &invoice.allowances {
        sheet.row(allowance.line)?;
        sheet.text(Field::InvoiceNo, &invoice.number);
        sheet.text(Field::Text, &allowance.reason);
        let signed =
            if allowance.is_charge { allowance.amount } else { allowance.amount.map(|a| -a) };
        number(sheet, Field::Net, signed);
        percent(sheet, &allowance.tax_rate);
        sheet.text(Field::Currency, &invoice.currency);
    }
    Ok(())
}

fn number(sheet: &mut GivenSheet, field: Field, value: Option<Decimal>) {
    if let Some(value) = value {
        sheet.number(field, value);
    }
}

/// Written with its sign: a column of 0 and 7 could as well be ratios.
fn percent(sheet: &mut GivenSheet, rate: &str) {
    if let Some(rate) = amount(rate) {
        sheet.text(Field::TaxRate, &format!("{} %", rate.normalize()));
    }
}

/// The rules of calculation of the standard (BR-CO-10 to BR-CO-16), each where its terms stand.
fn check(sheet: &mut GivenSheet, invoice: &Invoice) {
    let sum = |parts: Vec<Option<Decimal>>| {
        parts.into_iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?))
    };
    let nets = sum(invoice.lines.iter().map(|line| line.net).collect());
    let of_side = |charge: bool| {
        let those = invoice.allowances.iter().filter(|a| a.is_charge == charge);
        sum(those.map(|a| a.amount).collect())
    };
    let zero = Some(Decimal::ZERO);
    let less = invoice.allowances_total.or(zero).map(|total| -total);
    let net = sum(vec![invoice.lines_total.or(nets), less, invoice.charges_total.or(zero)]);
    let taxes = if invoice.taxes.is_empty() { None } else { sum(invoice.taxes.clone()) };
    let gross = sum(vec![invoice.net, invoice.tax.or(zero)]);
    let paid = invoice.prepaid.or(zero).map(|paid| -paid);
    let payable = sum(vec![invoice.gross, paid, invoice.rounding.or(zero)]);
    let rules = [
        ("BT-106", invoice.lines_total, nets),
        ("BT-107", invoice.allowances_total, of_side(false)),
        ("BT-108", invoice.charges_total, of_side(true)),
        ("BT-109", invoice.net, net),
        ("BT-110", invoice.tax, taxes),
        ("BT-112", invoice.gross, gross),
        ("BT-115", invoice.payable, payable),
    ];
    for (term, stated, counted) in rules {
        let (Some(stated), Some(counted)) = (stated, counted) else { continue };
        if stated != counted {
            let args = Args::new()
                .with("invoice", invoice.number.as_str())
                .with("term", term)
                .with("stated", stated.normalize())
                .with("counted", counted.normalize());
            sheet.problem("problem-invoice-total-differs", args, invoice.line);
        }
    }
}

/// The amount at a path in the document's currency: a tax total may stand there twice.
fn in_currency<'e>(
    mut elements: impl Iterator<Item = &'e Element>,
    currency: &str,
) -> Option<Decimal> {
    let wanted = Currency::parse(currency);
    let fits = |element: &&Element| {
        let named = Currency::parse(element.attribute("currencyID"));
        named.is_none() || wanted.is_none() || named == wanted
    };
    elements.find(fits).and_then(|element| amount(&element.text))
}

/// BT-146 is the price of BT-149 units: 12.50 a hundred is 0.125 each.
fn price_of_one(price: &str, units: &str) -> Option<Decimal> {
    const DIGITS: u32 = 10;
    let price = amount(price)?;
    match amount(units).filter(|units| !units.is_zero()) {
        Some(units) => Some(price.checked_div(units)?.round_dp(DIGITS).normalize()),
        None => Some(price),
    }
}

/// The first text that is not empty.
fn first<'e>(element: &'e Element, paths: &[&str]) -> &'e str {
    paths.iter().map(|path| element.text_at(path)).find(|text| !text.is_empty()).unwrap_or("")
}
