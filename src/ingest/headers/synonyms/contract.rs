//! Headers of contract logistics, warehousing and clinical transport, and of the ERP lists from which such
//! houses bill: what they write where the general groups say it otherwise.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make five hundred lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    // Documents and customers.
    Synonyms { ko: &["청구문서", "청구문서번호", "대금청구문서"], ..Synonyms::field(Field::InvoiceNo) },
    Synonyms { zh: &["核销发票号", "核销发票", "核销发票号码", "对应发票号", "冲销发票号"], ..Synonyms::field(Field::InvoiceNo) },
    Synonyms { de: &["Abrechnungsstatus", "Fakturastatus"], fr: &["Statut de facturation", "Statut facturation"], es: &["Estado de facturación", "Estado facturación"], ..Synonyms::field(Field::Status) },
    Synonyms { vague: &["Seq"], ..Synonyms::field(Field::LineNo) },
    Synonyms { en: &["Tax Point", "Tax Point Date"], ..Synonyms::field(Field::InvoiceDate) },
    Synonyms { ko: &["결제만기일", "결제 만기일", "입금예정일"], ..Synonyms::field(Field::DueDate) },
    Synonyms { en: &["Entered By", "Keyed By"], ..Synonyms::field(Field::Preparer) },
    Synonyms { en: &["Remit IBAN", "Pay To IBAN", "Remit To IBAN"], ko: &["수납계좌"], ..Synonyms::field(Field::RemitTo) },
    Synonyms { ko: &["대변사유", "조정사유"], de: &["Gutschriftsgrund", "Grund der Gutschrift"], ..Synonyms::field(Field::CorrectionReason) },
    Synonyms { de: &["Grund Steuerbefreiung", "Grund für Steuerbefreiung"], ..Synonyms::field(Field::TaxReason) },
    Synonyms { en: &["Address 1", "Address Line 1"], ..Synonyms::field(Field::Address) },
    Synonyms { de: &["LKZ", "Länderkennzeichen"], ..Synonyms::field(Field::Country) },
    Synonyms { en: &["Bill Currency", "Billing Currency", "Payment Currency", "Invoicing Currency"], ..Synonyms::field(Field::Currency) },
    Synonyms { ko: &["계산서 수신 메일", "세금계산서 이메일", "계산서 수신 이메일"], de: &["E-Mail Rechnung"], ..Synonyms::field(Field::Email) },
    Synonyms {
        en: &["Supporting Docs", "Supporting Documents", "Backup Required"],
        ko: &["첨부서류 요건", "필수 첨부서류", "첨부 요건", "필수 증빙"],
        de: &["Anlagen zur Rechnung", "Rechnungsanlagen", "Pflichtanlagen"],
        ..Synonyms::field(Field::RequiredDocuments)
    },
    Synonyms { ko: &["과제번호 필수", "Protocol 필수", "프로토콜 필수"], ..Synonyms::field(Field::ProjectRequired) },
    Synonyms {
        en: &["Not Chargeable", "Non-chargeable"],
        ko: &["미청구 항목", "청구 제외항목", "청구 제외 항목"],
        de: &["nicht berechenbar", "nicht abrechenbar", "ausgeschlossene Leistungen"],
        ..Synonyms::field(Field::ExcludedCharges)
    },
    Synonyms { en: &["On Stop Since", "Stop Date"], ..Synonyms::field(Field::HeldSince) },
    Synonyms { de: &["gelöscht am", "geschlossen am"], ..Synonyms::field(Field::ClosedOn) },
    Synonyms { ko: &["당초 청구번호", "당초 인보이스", "당초 청구문서"], ..Synonyms::field(Field::OriginalInvoice) },
    // Jobs.
    Synonyms { en: &["Works Order", "Works Order No"], ko: &["운송오더", "운송오더번호", "S/O No."], ..Synonyms::field(Field::JobNo) },
    Synonyms { ko: &["도착일시", "배송완료일시"], ..Synonyms::field(Field::DeliveryDate) },
    Synonyms { de: &["POD-Eingang", "Ablieferbeleg am"], ..Synonyms::field(Field::PodDate) },
    Synonyms { de: &["Empfang durch", "Quittiert von"], ..Synonyms::field(Field::PodName) },
    Synonyms { en: &["Waiting Time Hrs", "Waiting Hrs"], ko: &["현장대기", "현장대기시간"], ..Synonyms::field(Field::WaitingHours) },
    Synonyms { de: &["Sollerlös", "Erlös geplant"], ..Synonyms::field(Field::EstRevenue) },
    Synonyms { en: &["Haulage Cost"], ko: &["외주비", "외주운송비"], de: &["Kosten Frachtführer"], ..Synonyms::field(Field::Cost) },
    Synonyms { ko: &["외주정산", "외주정산상태", "원가정산상태"], de: &["Status Frachtkosten"], ..Synonyms::field(Field::CostStatus) },
    Synonyms { en: &["Docs Held", "Paperwork"], ko: &["구비서류"], vague: &["Dokumente"], ..Synonyms::field(Field::Attachments) },
    Synonyms { vague: &["Approval", "Freigabe"], ..Synonyms::field(Field::ApprovalStatus) },
    Synonyms { ko: &["견적승인서", "견적 승인"], ..Synonyms::field(Field::QuoteStatus) },
    Synonyms { ko: &["온도판정", "품질판정"], ..Synonyms::field(Field::QualityStatus) },
    Synonyms { ko: &["계산서 전송상태", "세금계산서 전송", "세금계산서 전송상태"], de: &["Status E-Rechnung"], ..Synonyms::field(Field::PortalStatus) },
    Synonyms { ko: &["청구비고", "청구 비고"], de: &["Abrechnungshinweis"], ..Synonyms::field(Field::HoldReason) },
    // Lines and rates.
    Synonyms { ko: &["품목순번"], ..Synonyms::field(Field::LineNo) },
    Synonyms { ko: &["청구항목코드", "요금항목코드"], de: &["Tarifposition", "Leistungscode"], ..Synonyms::field(Field::ServiceCode) },
    Synonyms { de: &["E-Preis", "E Preis"], ..Synonyms::field(Field::UnitPrice) },
    Synonyms { de: &["Leistungstext", "Leistungsbezeichnung"], ..Synonyms::field(Field::Text) },
    Synonyms { ko: &["유효종료", "유효종료일"], de: &["Gültigkeit bis"], ..Synonyms::field(Field::ValidTo) },
    Synonyms { ko: &["최소청구액", "최저청구액"], de: &["Mindestberechnung"], ..Synonyms::field(Field::MinCharge) },
    Synonyms { de: &["Staffel ab", "Staffel von"], ..Synonyms::field(Field::TierFrom) },
    Synonyms { ko: &["고시일", "고시일자", "환율기준일"], ..Synonyms::field(Field::RateDate) },
    Synonyms { ko: &["매매기준율"], ..Synonyms::field(Field::FxRate) },
];
