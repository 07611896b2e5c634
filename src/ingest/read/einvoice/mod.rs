//! Electronic invoices (EN 16931): UBL Invoice and CreditNote, CII and ZUGFeRD 1.0. Each becomes a sheet of
//! invoices and a sheet of lines, with readings that the format gives.
//!
//! Allowances and charges of the whole document are lines of their own, allowances negative, so
//! that the lines add up to the net amount (BT-109). The invoice's own totals are worked out again
//! and each that differs is said; amounts stay on the side on which the document writes them.

mod cii;
mod ubl;
mod zugferd1;

use super::bank::amount::amount;
use super::elements::{Element, Elements, Met};
use super::encoding::{declared, decode_declared};
use super::given::GivenSheet;
use super::{ReadSheets, keep};
use crate::base::{Currency, Date, Decimal};
use crate::ingest::Refusal;
use crate::table::{Fate, Field, Kind};
use crate::words::Args;

const INVOICES: &[(Field, &str)] = &[
    (Field::InvoiceNo, "BT-1 invoice number"),
    (Field::DocType, "BT-3 type code"),
    (Field::InvoiceDate, "BT-2 issue date"),
    (Field::DueDate, "BT-9 due date"),
    (Field::CustomerNo, "BT-46 buyer identifier"),
    (Field::CustomerName, "BT-44 buyer name"),
    (Field::TaxId, "BT-48 buyer VAT identifier"),
    (Field::Country, "BT-55 buyer country"),
    (Field::VendorName, "BT-27 seller name"),
    (Field::SellerTaxId, "BT-31 seller VAT identifier"),
    (Field::SellerCountry, "BT-40 seller country"),
    (Field::PoNo, "BT-13 purchase order"),
    (Field::Project, "BT-11 project"),
    (Field::OriginalInvoice, "BT-25 preceding invoice"),
    (Field::Terms, "BT-20 payment terms"),
    (Field::DeliveryDate, "BT-72 delivery date"),
    (Field::PeriodFrom, "BT-73 period start"),
    (Field::PeriodTo, "BT-74 period end"),
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

/// A value as the document writes it, and what it reads as. What does not read is kept as text, so
/// that it is told and not left out.
struct Said<T> {
    value: Option<T>,
    text: String,
}

impl<T> Default for Said<T> {
    fn default() -> Said<T> {
        Said { value: None, text: String::new() }
    }
}

type Day = Said<Date>;
type Figure = Said<Decimal>;

fn figure(text: &str) -> Figure {
    Said { value: amount(text), text: text.to_owned() }
}

/// Who sells or buys.
#[derive(Default)]
struct Party {
    id: String,
    name: String,
    tax_id: String,
    country: String,
}

/// The document's header and its totals, by the business terms of the standard.
#[derive(Default)]
struct Invoice {
    line: u32,
    /// BT-1
    number: String,
    /// BT-3: 380 invoice, 381 credit note …
    type_code: String,
    /// BT-2, BT-9
    issued: Day,
    due: Day,
    /// Due dates of a document that is payable in instalments.
    instalments: Vec<String>,
    /// BT-72, BT-73, BT-74
    delivered: Day,
    from: Day,
    to: Day,
    /// BT-46, BT-44, BT-48, BT-55
    buyer: Party,
    /// BT-27, BT-31, BT-40
    seller: Party,
    /// BT-13, BT-11, BT-25, BT-20
    order: String,
    project: String,
    preceding: String,
    terms: String,
    /// BT-5
    currency: String,
    /// BT-106 … BT-112, BT-113, BT-114, BT-115
    lines_total: Figure,
    allowances_total: Figure,
    charges_total: Figure,
    net: Figure,
    tax: Figure,
    gross: Figure,
    prepaid: Figure,
    rounding: Figure,
    payable: Figure,
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
    from: Day,
    order: String,
    quantity: Figure,
    unit: String,
    price: Figure,
    net: Figure,
    tax_rate: String,
    /// A sum of other lines, or a remark: no part of the total.
    is_aside: bool,
}

/// An allowance or a charge of the whole document (BG-20, BG-21).
#[derive(Default)]
struct Allowance {
    line: u32,
    is_charge: bool,
    reason: String,
    amount: Figure,
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
                    "CrossIndustryDocument" => cii::invoice(&zugferd1::as_cii(record)),
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
                tell_instalments(&mut headers, &found);
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
    day(sheet, Field::InvoiceDate, &invoice.issued);
    day(sheet, Field::DueDate, &invoice.due);
    sheet.text(Field::CustomerNo, &invoice.buyer.id);
    sheet.text(Field::CustomerName, &invoice.buyer.name);
    sheet.text(Field::TaxId, &invoice.buyer.tax_id);
    sheet.text(Field::Country, &invoice.buyer.country);
    sheet.text(Field::VendorName, &invoice.seller.name);
    sheet.text(Field::SellerTaxId, &invoice.seller.tax_id);
    sheet.text(Field::SellerCountry, &invoice.seller.country);
    day(sheet, Field::DeliveryDate, &invoice.delivered);
    day(sheet, Field::PeriodFrom, &invoice.from);
    day(sheet, Field::PeriodTo, &invoice.to);
    sheet.text(Field::PoNo, &invoice.order);
    sheet.text(Field::Project, &invoice.project);
    sheet.text(Field::OriginalInvoice, &invoice.preceding);
    sheet.text(Field::Terms, &invoice.terms);
    sheet.text(Field::Currency, &invoice.currency);
    let totals = [
        (Field::Net, &invoice.net),
        (Field::Tax, &invoice.tax),
        (Field::Gross, &invoice.gross),
        (Field::Prepaid, &invoice.prepaid),
        (Field::RoundingAmount, &invoice.rounding),
        (Field::OpenAmount, &invoice.payable),
    ];
    for (field, value) in totals {
        number(sheet, field, value);
    }
    Ok(())
}

fn write_lines(sheet: &mut GivenSheet, invoice: &Invoice) -> Result<(), Refusal> {
    for line in &invoice.lines {
        sheet.row(line.line)?;
        if line.is_aside {
            sheet.fate(Fate::Excluded);
        }
        sheet.text(Field::InvoiceNo, &invoice.number);
        sheet.text(Field::LineNo, &line.id);
        sheet.text(Field::ServiceCode, &line.item);
        sheet.text(Field::Text, &line.text);
        day(sheet, Field::ServiceDate, &line.from);
        let order = if line.order.is_empty() { &invoice.order } else { &line.order };
        sheet.text(Field::PoNo, order);
        number(sheet, Field::Qty, &line.quantity);
        sheet.text(Field::Unit, &line.unit);
        number(sheet, Field::UnitPrice, &line.price);
        number(sheet, Field::Net, &line.net);
        percent(sheet, &line.tax_rate);
        sheet.text(Field::Currency, &invoice.currency);
    }
    let aside = invoice.lines.iter().filter(|line| line.is_aside).count();
    if aside > 0 {
        let args = Args::new().with("invoice", invoice.number.as_str()).with("count", aside);
        sheet.problem("problem-lines-aside", args, invoice.line);
    }
    Ok(())
}

fn write_allowances(sheet: &mut GivenSheet, invoice: &Invoice) -> Result<(), Refusal> {
    for allowance in &invoice.allowances {
        sheet.row(allowance.line)?;
        sheet.text(Field::InvoiceNo, &invoice.number);
        sheet.text(Field::Text, &allowance.reason);
        match allowance.amount.value.filter(|_| !allowance.is_charge) {
            Some(less) => sheet.number(Field::Net, -less),
            None => number(sheet, Field::Net, &allowance.amount),
        }
        percent(sheet, &allowance.tax_rate);
        sheet.text(Field::Currency, &invoice.currency);
    }
    Ok(())
}

fn number(sheet: &mut GivenSheet, field: Field, said: &Figure) {
    match said.value {
        Some(value) => sheet.number(field, value),
        None => sheet.text(field, &said.text),
    }
}

fn day(sheet: &mut GivenSheet, field: Field, said: &Day) {
    match said.value {
        Some(_) => sheet.date(field, said.value),
        None => sheet.text(field, &said.text),
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
    // The smaller profiles of the standard have no lines.
    let lines = || invoice.lines.iter().filter(|line| !line.is_aside);
    let nets = lines().next().and(sum(lines().map(|line| line.net.value).collect()));
    let of_side = |charge: bool| {
        let those = invoice.allowances.iter().filter(|a| a.is_charge == charge);
        sum(those.map(|a| a.amount.value).collect())
    };
    let zero = Some(Decimal::ZERO);
    let or_zero = |said: &Figure| said.value.or(zero.filter(|_| said.text.is_empty()));
    let less = or_zero(&invoice.allowances_total).map(|total| -total);
    let of_lines = invoice.lines_total.value.or(nets);
    let net = sum(vec![of_lines, less, or_zero(&invoice.charges_total)]);
    let taxes = if invoice.taxes.is_empty() { None } else { sum(invoice.taxes.clone()) };
    let gross = sum(vec![invoice.net.value, or_zero(&invoice.tax)]);
    let paid = or_zero(&invoice.prepaid).map(|paid| -paid);
    let payable = sum(vec![invoice.gross.value, paid, or_zero(&invoice.rounding)]);
    let rules = [
        ("BT-106", &invoice.lines_total, nets),
        ("BT-107", &invoice.allowances_total, of_side(false)),
        ("BT-108", &invoice.charges_total, of_side(true)),
        ("BT-109", &invoice.net, net),
        ("BT-110", &invoice.tax, taxes),
        ("BT-112", &invoice.gross, gross),
        ("BT-115", &invoice.payable, payable),
    ];
    for (term, stated, counted) in rules {
        let (Some(stated), Some(counted)) = (stated.value, counted) else { continue };
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

/// Several due dates: which of them counts for the whole invoice nothing says.
fn tell_instalments(sheet: &mut GivenSheet, invoice: &Invoice) {
    if invoice.instalments.len() > 1 {
        let args = Args::new()
            .with("invoice", invoice.number.as_str())
            .with("dates", invoice.instalments.join(", "));
        sheet.problem("problem-due-dates-several", args, invoice.line);
    }
}

/// The amount at a path in the document's currency: a tax total may stand there twice.
fn in_currency<'e>(mut elements: impl Iterator<Item = &'e Element>, currency: &str) -> Figure {
    let wanted = Currency::parse(currency);
    let fits = |element: &&Element| {
        let named = Currency::parse(element.attribute("currencyID"));
        named.is_none() || wanted.is_none() || named == wanted
    };
    elements.find(fits).map(|element| figure(element.text.trim())).unwrap_or_default()
}

/// BT-146 is the price of BT-149 units: 12.50 a hundred is 0.125 each.
fn price_of_one(price: &str, units: &str) -> Figure {
    const DIGITS: u32 = 10;
    let of_one = || {
        let price = amount(price)?;
        match amount(units).filter(|units| !units.is_zero()) {
            Some(units) => Some(price.checked_div(units)?.round_dp(DIGITS).normalize()),
            None => Some(price),
        }
    };
    Said { value: of_one(), text: price.to_owned() }
}

/// The first text that is not empty.
fn first<'e>(element: &'e Element, paths: &[&str]) -> &'e str {
    paths.iter().map(|path| element.text_at(path)).find(|text| !text.is_empty()).unwrap_or("")
}
