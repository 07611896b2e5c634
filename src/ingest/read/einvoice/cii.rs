//! UN/CEFACT Cross Industry Invoice, as in Factur-X, ZUGFeRD and XRechnung.

use super::super::bank::amount::{amount, compact_date};
use super::{Allowance, Invoice, Line, first, in_currency, price_of_one};
use crate::ingest::read::elements::Element;

pub(super) fn invoice(root: &Element) -> Invoice {
    const AGREEMENT: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement";
    const SETTLEMENT: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement";
    let agreed = |path: &str| root.text_at(&format!("{AGREEMENT}/{path}")).to_owned();
    let nothing = Element::default();
    let settlement = root.at(SETTLEMENT).unwrap_or(&nothing);
    let totals = settlement.child("SpecifiedTradeSettlementHeaderMonetarySummation");
    let totals = totals.unwrap_or(&nothing);
    let total = |name: &str| amount(totals.text_at(name));
    let currency = settlement.text_at("InvoiceCurrencyCode");
    let transaction = root.child("SupplyChainTradeTransaction").unwrap_or(&nothing);
    let due = settlement.text_at("SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString");
    let taxes = settlement.all("ApplicableTradeTax");
    Invoice {
        line: root.line,
        number: root.text_at("ExchangedDocument/ID").to_owned(),
        type_code: root.text_at("ExchangedDocument/TypeCode").to_owned(),
        issued: compact_date(root.text_at("ExchangedDocument/IssueDateTime/DateTimeString")),
        due: compact_date(due),
        buyer_id: agreed("BuyerTradeParty/ID"),
        buyer: agreed("BuyerTradeParty/Name"),
        buyer_tax_id: agreed("BuyerTradeParty/SpecifiedTaxRegistration/ID"),
        seller: agreed("SellerTradeParty/Name"),
        order: agreed("BuyerOrderReferencedDocument/IssuerAssignedID"),
        project: agreed("SpecifiedProcuringProject/ID"),
        preceding: settlement.text_at("InvoiceReferencedDocument/IssuerAssignedID").to_owned(),
        terms: settlement.text_at("SpecifiedTradePaymentTerms/Description").to_owned(),
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
        allowances: settlement.all("SpecifiedTradeAllowanceCharge").map(allowance).collect(),
    }
}

fn line(element: &Element) -> Line {
    const TOTAL: &str = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
    let quantity = element.at("SpecifiedLineTradeDelivery/BilledQuantity");
    let agreed = |path: &str| element.text_at(&format!("SpecifiedLineTradeAgreement/{path}"));
    let settled = |path: &str| element.text_at(&format!("SpecifiedLineTradeSettlement/{path}"));
    let product = ["SpecifiedTradeProduct/Name", "SpecifiedTradeProduct/Description"];
    Line {
        line: element.line,
        id: element.text_at("AssociatedDocumentLineDocument/LineID").to_owned(),
        item: element.text_at("SpecifiedTradeProduct/SellerAssignedID").to_owned(),
        text: first(element, &product).to_owned(),
        from: compact_date(settled("BillingSpecifiedPeriod/StartDateTime/DateTimeString")),
        order: agreed("BuyerOrderReferencedDocument/IssuerAssignedID").to_owned(),
        quantity: quantity.and_then(|q| amount(&q.text)),
        unit: quantity.map_or("", |q| q.attribute("unitCode")).to_owned(),
        price: price_of_one(
            agreed("NetPriceProductTradePrice/ChargeAmount"),
            agreed("NetPriceProductTradePrice/BasisQuantity"),
        ),
        net: amount(element.text_at(TOTAL)),
        tax_rate: settled("ApplicableTradeTax/RateApplicablePercent").to_owned(),
    }
}

fn allowance(element: &Element) -> Allowance {
    Allowance {
        line: element.line,
        is_charge: matches!(element.text_at("ChargeIndicator/Indicator"), "true" | "1"),
        reason: first(element, &["Reason", "ReasonCode"]).to_owned(),
        amount: amount(element.text_at("ActualAmount")),
        tax_rate: element.text_at("CategoryTradeTax/RateApplicablePercent").to_owned(),
    }
}
