//! UBL 2.1 Invoice and CreditNote.

use super::super::bank::amount::{amount, iso_date};
use super::{Allowance, Day, Invoice, Line, Party, Said, figure, first, in_currency, price_of_one};
use crate::ingest::read::elements::Element;

pub(super) fn invoice(root: &Element) -> Invoice {
    let currency = root.text_at("DocumentCurrencyCode");
    let total = |name: &str| figure(root.text_at(&format!("LegalMonetaryTotal/{name}")));
    let type_code = first(root, &["InvoiceTypeCode", "CreditNoteTypeCode"]);
    let type_code = match (type_code, root.name.as_str()) {
        ("", "CreditNote") => "381",
        ("", _) => "380",
        (code, _) => code,
    };
    let of_tax = |tax: &'_ Element| -> Vec<_> {
        tax.all("TaxSubtotal").map(|part| amount(part.text_at("TaxAmount"))).collect()
    };
    // A second tax total, in the accounting currency, has no breakdown.
    let taxes = root.all("TaxTotal").map(of_tax).find(|parts| !parts.is_empty());
    let lines =
        root.children.iter().filter(|c| c.name == "InvoiceLine" || c.name == "CreditNoteLine");
    Invoice {
        line: root.line,
        number: root.text_at("ID").to_owned(),
        type_code: type_code.to_owned(),
        issued: day(root.text_at("IssueDate")),
        due: day(first(root, &["DueDate", "PaymentMeans/PaymentDueDate"])),
        instalments: Vec::new(),
        delivered: day(root.text_at("Delivery/ActualDeliveryDate")),
        from: day(root.text_at("InvoicePeriod/StartDate")),
        to: day(root.text_at("InvoicePeriod/EndDate")),
        buyer: party(root.at("AccountingCustomerParty/Party")),
        seller: party(root.at("AccountingSupplierParty/Party")),
        order: root.text_at("OrderReference/ID").to_owned(),
        project: root.text_at("ProjectReference/ID").to_owned(),
        preceding: root.text_at("BillingReference/InvoiceDocumentReference/ID").to_owned(),
        terms: root.text_at("PaymentTerms/Note").to_owned(),
        currency: currency.to_owned(),
        lines_total: total("LineExtensionAmount"),
        allowances_total: total("AllowanceTotalAmount"),
        charges_total: total("ChargeTotalAmount"),
        net: total("TaxExclusiveAmount"),
        tax: in_currency(root.all("TaxTotal").flat_map(|t| t.all("TaxAmount")), currency),
        gross: total("TaxInclusiveAmount"),
        prepaid: total("PrepaidAmount"),
        rounding: total("PayableRoundingAmount"),
        payable: total("PayableAmount"),
        taxes: taxes.unwrap_or_default(),
        lines: lines.map(line).collect(),
        allowances: root.all("AllowanceCharge").map(allowance).collect(),
    }
}

fn day(text: &str) -> Day {
    Said { value: iso_date(text), text: text.to_owned() }
}

/// The number for value added tax, where one of another tax stands beside it.
fn party(element: Option<&Element>) -> Party {
    let Some(element) = element else { return Party::default() };
    let schemes = || element.all("PartyTaxScheme");
    let of_vat = schemes().find(|scheme| scheme.text_at("TaxScheme/ID") == "VAT");
    let scheme = of_vat.or(schemes().next());
    let name = first(element, &["PartyLegalEntity/RegistrationName", "PartyName/Name"]);
    Party {
        id: element.text_at("PartyIdentification/ID").to_owned(),
        name: name.to_owned(),
        tax_id: scheme.map_or("", |scheme| scheme.text_at("CompanyID")).to_owned(),
        country: element.text_at("PostalAddress/Country/IdentificationCode").to_owned(),
    }
}

fn line(element: &Element) -> Line {
    let quantity = element.child("InvoicedQuantity").or_else(|| element.child("CreditedQuantity"));
    Line {
        line: element.line,
        id: element.text_at("ID").to_owned(),
        item: element.text_at("Item/SellersItemIdentification/ID").to_owned(),
        text: first(element, &["Item/Name", "Item/Description", "Note"]).to_owned(),
        from: day(element.text_at("InvoicePeriod/StartDate")),
        order: element.text_at("OrderLineReference/OrderReference/ID").to_owned(),
        quantity: quantity.map(|q| figure(q.text.trim())).unwrap_or_default(),
        unit: quantity.map_or("", |q| q.attribute("unitCode")).to_owned(),
        price: price_of_one(
            element.text_at("Price/PriceAmount"),
            element.text_at("Price/BaseQuantity"),
        ),
        net: figure(element.text_at("LineExtensionAmount")),
        tax_rate: element.text_at("Item/ClassifiedTaxCategory/Percent").to_owned(),
        is_aside: false,
    }
}

fn allowance(element: &Element) -> Allowance {
    Allowance {
        line: element.line,
        is_charge: matches!(element.text_at("ChargeIndicator"), "true" | "1"),
        reason: first(element, &["AllowanceChargeReason", "AllowanceChargeReasonCode"]).to_owned(),
        amount: figure(element.text_at("Amount")),
        tax_rate: element.text_at("TaxCategory/Percent").to_owned(),
    }
}
