//! UN/CEFACT Cross Industry Invoice, as in Factur-X, ZUGFeRD and XRechnung.

use super::super::bank::amount::{amount, compact_date, iso_date};
use super::{Allowance, Day, Invoice, Line, Party, Said, figure, first, in_currency, price_of_one};
use crate::base::iso;
use crate::ingest::read::elements::Element;

pub(super) fn invoice(root: &Element) -> Invoice {
    const AGREEMENT: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement";
    const SETTLEMENT: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement";
    const DELIVERED: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery/\
                             ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString";
    let agreed = |path: &str| root.text_at(&format!("{AGREEMENT}/{path}")).to_owned();
    let nothing = Element::default();
    let settlement = root.at(SETTLEMENT).unwrap_or(&nothing);
    let totals = settlement.child("SpecifiedTradeSettlementHeaderMonetarySummation");
    let totals = totals.unwrap_or(&nothing);
    let total = |name: &str| figure(totals.text_at(name));
    let currency = settlement.text_at("InvoiceCurrencyCode");
    let transaction = root.child("SupplyChainTradeTransaction").unwrap_or(&nothing);
    let terms = || settlement.all("SpecifiedTradePaymentTerms");
    let mut due: Vec<Day> =
        terms().filter_map(|t| t.at("DueDateDateTime/DateTimeString")).map(day_of).collect();
    due.dedup_by(|a, b| a.text == b.text);
    let instalments = due.iter().map(|day| day.value.map_or(day.text.clone(), iso)).collect();
    let due = if due.len() == 1 { due.pop().unwrap_or_default() } else { Day::default() };
    let period = |end: &str| settlement.at(&format!("BillingSpecifiedPeriod/{end}/DateTimeString"));
    let taxes = settlement.all("ApplicableTradeTax");
    Invoice {
        line: root.line,
        number: root.text_at("ExchangedDocument/ID").to_owned(),
        type_code: root.text_at("ExchangedDocument/TypeCode").to_owned(),
        issued: day_at(root.at("ExchangedDocument/IssueDateTime/DateTimeString")),
        due,
        instalments,
        delivered: day_at(root.at(DELIVERED)),
        from: day_at(period("StartDateTime")),
        to: day_at(period("EndDateTime")),
        buyer: party(root.at(&format!("{AGREEMENT}/BuyerTradeParty"))),
        seller: party(root.at(&format!("{AGREEMENT}/SellerTradeParty"))),
        order: agreed("BuyerOrderReferencedDocument/IssuerAssignedID"),
        project: agreed("SpecifiedProcuringProject/ID"),
        preceding: settlement.text_at("InvoiceReferencedDocument/IssuerAssignedID").to_owned(),
        terms: terms()
            .map(|t| t.text_at("Description"))
            .find(|t| !t.is_empty())
            .unwrap_or("")
            .to_owned(),
        currency: currency.to_owned(),
        lines_total: total("LineTotalAmount"),
        allowances_total: total("AllowanceTotalAmount"),
        charges_total: total("ChargeTotalAmount"),
        net: total("TaxBasisTotalAmount"),
        tax: in_currency(totals.all("TaxTotalAmount"), currency),
        gross: total("GrandTotalAmount"),
        prepaid: total("TotalPrepaidAmount"),
        rounding: total("RoundingAmount"),
        payable: total("DuePayableAmount"),
        taxes: taxes.map(|tax| amount(tax.text_at("CalculatedAmount"))).collect(),
        lines: transaction.all("IncludedSupplyChainTradeLineItem").map(line).collect(),
        allowances: settlement
            .all("SpecifiedTradeAllowanceCharge")
            .map(allowance)
            .chain(settlement.all("SpecifiedLogisticsServiceCharge").map(freight))
            .collect(),
    }
}

fn line(element: &Element) -> Line {
    const TOTAL: &str = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
    const FROM: &str =
        "SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/StartDateTime/DateTimeString";
    // Sums of the lines below them, and remarks with a price (profile EXTENDED).
    let sort = element.text_at("AssociatedDocumentLineDocument/LineStatusReasonCode");
    let quantity = element.at("SpecifiedLineTradeDelivery/BilledQuantity");
    let agreed = |path: &str| element.text_at(&format!("SpecifiedLineTradeAgreement/{path}"));
    let settled = |path: &str| element.text_at(&format!("SpecifiedLineTradeSettlement/{path}"));
    let product = ["SpecifiedTradeProduct/Name", "SpecifiedTradeProduct/Description"];
    Line {
        line: element.line,
        id: element.text_at("AssociatedDocumentLineDocument/LineID").to_owned(),
        item: element.text_at("SpecifiedTradeProduct/SellerAssignedID").to_owned(),
        text: first(element, &product).to_owned(),
        from: day_at(element.at(FROM)),
        order: agreed("BuyerOrderReferencedDocument/IssuerAssignedID").to_owned(),
        quantity: quantity.map(|q| figure(q.text.trim())).unwrap_or_default(),
        unit: quantity.map_or("", |q| q.attribute("unitCode")).to_owned(),
        price: price_of_one(
            agreed("NetPriceProductTradePrice/ChargeAmount"),
            agreed("NetPriceProductTradePrice/BasisQuantity"),
        ),
        net: figure(element.text_at(TOTAL)),
        tax_rate: settled("ApplicableTradeTax/RateApplicablePercent").to_owned(),
        is_aside: matches!(sort, "GROUP" | "INFORMATION"),
    }
}

/// The number for value added tax, where a local one stands beside it.
fn party(element: Option<&Element>) -> Party {
    let Some(element) = element else { return Party::default() };
    let numbers = || element.all("SpecifiedTaxRegistration").filter_map(|r| r.child("ID"));
    let of_vat = numbers().find(|id| id.attribute("schemeID") == "VA").or(numbers().next());
    Party {
        id: element.text_at("ID").to_owned(),
        name: element.text_at("Name").to_owned(),
        tax_id: of_vat.map_or("", |id| id.text.trim()).to_owned(),
        country: element.text_at("PostalTradeAddress/CountryID").to_owned(),
    }
}

fn day_at(element: Option<&Element>) -> Day {
    element.map(day_of).unwrap_or_default()
}

/// Format 102 is the day without signs; some write it with signs all the same. Months and weeks
/// (610, 616) are no days.
fn day_of(element: &Element) -> Day {
    let text = element.text.trim();
    let compact = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let value = if compact { compact_date(text) } else { iso_date(text) };
    let format = element.attribute("format");
    let text = match format {
        "" | "102" => text.to_owned(),
        _ => format!("{text} ({format})"),
    };
    Said { value, text }
}

fn allowance(element: &Element) -> Allowance {
    Allowance {
        line: element.line,
        is_charge: matches!(element.text_at("ChargeIndicator/Indicator"), "true" | "1"),
        reason: first(element, &["Reason", "ReasonCode"]).to_owned(),
        amount: figure(element.text_at("ActualAmount")),
        tax_rate: element.text_at("CategoryTradeTax/RateApplicablePercent").to_owned(),
    }
}

/// Freight and the like, a charge under a name of its own (profile EXTENDED).
fn freight(element: &Element) -> Allowance {
    Allowance {
        line: element.line,
        is_charge: true,
        reason: element.text_at("Description").to_owned(),
        amount: figure(element.text_at("AppliedAmount")),
        tax_rate: element.text_at("AppliedTradeTax/RateApplicablePercent").to_owned(),
    }
}
