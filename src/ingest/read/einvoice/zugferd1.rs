//! ZUGFeRD 1.0 (`CrossIndustryDocument`, 2014): an earlier edition of the Cross Industry Invoice. It
//! says the same under other names, so it is renamed and read as the later one.

use crate::ingest::read::elements::Element;

pub(super) fn as_cii(root: Element) -> Element {
    renamed(root, false, false)
}

/// Whether the element stands in a line, and whether right in a reference to another document.
fn renamed(mut element: Element, in_line: bool, in_reference: bool) -> Element {
    let in_line = in_line || element.name == "IncludedSupplyChainTradeLineItem";
    let refers = element.name.ends_with("ReferencedDocument");
    element.children =
        element.children.into_iter().map(|child| renamed(child, in_line, refers)).collect();
    let name = match element.name.as_str() {
        "CrossIndustryDocument" => "CrossIndustryInvoice",
        "SpecifiedExchangedDocumentContext" => "ExchangedDocumentContext",
        "HeaderExchangedDocument" => "ExchangedDocument",
        "SpecifiedSupplyChainTradeTransaction" => "SupplyChainTradeTransaction",
        "ApplicableSupplyChainTradeAgreement" => "ApplicableHeaderTradeAgreement",
        "ApplicableSupplyChainTradeDelivery" => "ApplicableHeaderTradeDelivery",
        "ApplicableSupplyChainTradeSettlement" => "ApplicableHeaderTradeSettlement",
        "SpecifiedSupplyChainTradeAgreement" => "SpecifiedLineTradeAgreement",
        "SpecifiedSupplyChainTradeDelivery" => "SpecifiedLineTradeDelivery",
        "SpecifiedSupplyChainTradeSettlement" => "SpecifiedLineTradeSettlement",
        "SpecifiedTradeSettlementMonetarySummation" if in_line => {
            "SpecifiedTradeSettlementLineMonetarySummation"
        }
        "SpecifiedTradeSettlementMonetarySummation" => {
            "SpecifiedTradeSettlementHeaderMonetarySummation"
        }
        "ApplicablePercent" => "RateApplicablePercent",
        "ID" if in_reference => "IssuerAssignedID",
        _ => return element,
    };
    element.name = name.to_owned();
    element
}
