//! UBL 2.1 Invoice and CreditNote.

use super::super::bank::amount::{amount, iso_date};
use super::{Allowance, Invoice, Line, first, in_currency, price_of_one};
use crate::ingest::read::elements::Element;

pub(super) fn invoice(root: &Element) -> Invoice {
    let party = |role: &str, path: &str| root.text_at(&format!("{role}/Party/{path}"));
    let name = |role: &str| {
        let legal = party(role, "PartyLegalEntity/RegistrationName");
        let name = if legal.is_empty() { party(role, "PartyName/Name") } else { legal };
        name.to_owned()
    };
    let currency = root.text_at("DocumentCurrencyCode");
    let total = |name: &str| amount(root.text_at(&format!("LegalMonetaryTotal/{name}")));
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
        issued: iso_date(root.text_at("IssueDate")),
        due: iso_date(first(root, &["DueDate", "PaymentMeans/PaymentDueDate"])),
        buyer_id: party("AccountingCustomerParty", "PartyIdentification/ID").to_owned(),
        buyer: name("AccountingCustomerParty"),
        buyer_tax_id: party("AccountingCustomerParty", "PartyTaxScheme/CompanyID").to_owned(),
        seller: name("AccountingSupplierParty"),
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

fn line(element: &Element) -> Line {
    let quantity = element.child("InvoicedQuantity").or_else(|| element.child("CreditedQuantity"));
    Line {
        line: element.line,
        id: element.text_at("ID").to_owned(),
        item: element.text_at("Item/SellersItemIdentification/ID").to_owned(),
        text: first(element, &["Item/Name", "Item/Description", "Note"]).to_owned(),
        from: iso_date(element.text_at("InvoicePeriod/StartDate")),
        order: element.text_at("OrderLineReference/OrderReference/ID").to_owned(),
        quantity: quantity.and_then(|q| amount(&q.text)),
        unit: quantity.map_or("", |q| q.attribute("unitCode")).to_owned(),
        price: price_of_one(
            element.text_at("Price/PriceAmount"),
            element.text_at("Price/BaseQuantity"),
        ),
        net: amount(element.text_at("LineExtensionAmount")),
        tax_rate: element.text_at("Item/ClassifiedTaxCategory/Percent").to_owned(),
    }
}

fn allowance(element: &Element) -> Allowance {
    Allowance {
        line: element.line,
        is_charge: matches!(element.text_at("ChargeIndicator"), "true" | "1"),
        reason: first(element, &["AllowanceChargeReason", "AllowanceChargeReasonCode"]).to_owned(),
        amount: amount(element.text_at("Amount")),
        tax_rate: element.text_at("TaxCategory/Percent").to_owned(),
    }
}
