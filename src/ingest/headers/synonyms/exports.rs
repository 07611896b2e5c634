//! Headers as the exports of common programs write them (ledgers, carriers, telephone companies), and
//! short forms that a firm's people write. What banks, ledgers and tariffs say in full stands with them.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Con No", "Con Number", "Con Note No", "Connote", "Connote No", "Con Note", "Trip No", "House AWB No"],
        es: &["Nº Exp", "Nº Expedición", "Núm. expedición", "Nº viaje"],
        fr: &["N° expé", "N° expédition"],
        zh: &["工作单号", "业务单号", "派车单号"],
        vague: &["SD Document", "Sales Doc", "Requisition No", "Req No", "Accession No", "Run No"],
        ..Synonyms::field(Field::JobNo)
    },
    Synonyms {
        en: &["Tran Ref", "Tran No", "Inv Ref", "Bill Ref"],
        vague: &["SD Document"],
        ..Synonyms::field(Field::InvoiceNo)
    },
    Synonyms {
        zh: &["出账日期"],
        vague: &["Tran Date"],
        ..Synonyms::field(Field::InvoiceDate)
    },
    Synonyms {
        en: &["Tran Type", "Trx Class", "Document Class", "RM Document Type", "RM Document Type-All"],
        ..Synonyms::field(Field::DocType)
    },
    Synonyms {
        en: &["A/C Ref", "Account Ref"],
        ..Synonyms::field(Field::CustomerNo)
    },
    Synonyms {
        de: &["Firma 1", "Firmenname 1", "Debitorenbezeichnung"],
        vague: &["Cust", "Client", "Beschriftung", "Party Name"],
        ..Synonyms::field(Field::CustomerName)
    },
    Synonyms {
        en: &["Term Due Date", "Net Due Dt"],
        fr: &["Éch."],
        ..Synonyms::field(Field::DueDate)
    },
    Synonyms {
        en: &["Term Name", "Pmt Terms", "Pay Terms"],
        de: &["Zahlungsbed.", "Zahlungsbedingungen", "ZB"],
        ..Synonyms::field(Field::Terms)
    },
    Synonyms {
        vague: &["Status Trx", "Trx Status"],
        ..Synonyms::field(Field::Status)
    },
    Synonyms {
        en: &["GST Identification Number (GSTIN)", "GSTIN/UIN", "GST Registration No", "VAT Reg"],
        ..Synonyms::field(Field::TaxId)
    },
    Synonyms {
        en: &["Current Trx Amount", "Amount Remaining", "Remaining Balance"],
        vague: &["Saldo insoluto", "Doc Balance", "Document Balance"],
        es: &["Pte. cobro", "Pendiente de cobro", "Pdte. cobro"],
        ..Synonyms::field(Field::OpenAmount)
    },
    Synonyms {
        en: &["Original Trx Amount", "Original Transaction Amount"],
        zh: &["应收总额"],
        vague: &["Doc Value", "Document Value", "Doc Total", "Document Total"],
        ..Synonyms::field(Field::Gross)
    },
    Synonyms {
        en: &["Goods Value"],
        ..Synonyms::field(Field::Net)
    },
    Synonyms {
        zh: &["到账金额", "实收金额", "实到金额"],
        ko: &["청구요금", "청구 요금"],
        vague: &["Net Paid", "Net Pd", "费用金额"],
        ..Synonyms::field(Field::Amount)
    },
    Synonyms {
        en: &["Subbie Cost", "Subcontractor Cost", "Haulier Cost", "Carrier Cost", "Linehaul Cost"],
        vague: &["费用", "费用金额", "Freight Cost", "Frachtkosten"],
        ..Synonyms::field(Field::Cost)
    },
    Synonyms {
        en: &["Disc Taken", "Discount Taken"],
        fr: &["Rem. %", "Remise %", "Rem."],
        ..Synonyms::field(Field::Discount)
    },
    Synonyms {
        fr: &["Tx TVA", "Tx. TVA"],
        ..Synonyms::field(Field::TaxRate)
    },
    Synonyms {
        fr: &["Code art.", "Réf. art."],
        zh: &["服务项目", "收费项目", "资费项目"],
        en: &["SKU Code"],
        ko: &["요금항목", "검사항목"],
        vague: &["Panel", "Svc Lvl"],
        ..Synonyms::field(Field::ServiceCode)
    },
    Synonyms {
        fr: &["Un."],
        zh: &["计价单位", "计费单位"],
        en: &["Charge Basis", "Chg Basis"],
        ..Synonyms::field(Field::Unit)
    },
    Synonyms {
        ko: &["사용량", "이용량"],
        zh: &["用量", "使用量"],
        en: &["Usage Quantity", "Usage Qty"],
        vague: &["건수", "笔数"],
        ..Synonyms::field(Field::Qty)
    },
    Synonyms {
        zh: &["未税单价", "不含税单价"],
        ko: &["단가(VAT별도)"],
        ..Synonyms::field(Field::UnitPrice)
    },
    Synonyms {
        zh: &["公司主体"],
        ..Synonyms::field(Field::Entity)
    },
    Synonyms {
        en: &["Amount in doc. cur.", "Amt in doc. cur."],
        ..Synonyms::field(Field::Amount)
    },
    Synonyms {
        en: &["Amount in LC", "LC Amount", "Amt.in loc.cur.", "Amount in loc. cur."],
        ..Synonyms::field(Field::LocalAmount)
    },
    Synonyms {
        zh: &["最低收费", "最低运费", "起步价"],
        ..Synonyms::field(Field::MinCharge)
    },
    Synonyms {
        ko: &["담당PIC"],
        en: &["PIC", "Assigned"],
        ..Synonyms::field(Field::Owner)
    },
    Synonyms {
        vague: &["Disc Dt", "Disco Date"],
        ..Synonyms::field(Field::EndDate)
    },
    Synonyms {
        vague: &["Closed On", "Date Closed", "Resolved"],
        en: &["Resolved On"],
        ..Synonyms::field(Field::ResolvedDate)
    },
    Synonyms {
        en: &["SKU Description"],
        vague: &["Disp. Reason", "Dispute Reason", "Ops Comment", "Ops Notes"],
        ..Synonyms::field(Field::Text)
    },
    Synonyms {
        en: &["Signed For By", "Signed For"],
        ..Synonyms::field(Field::PodName)
    },
    Synonyms {
        vague: &["출발", "출발처"],
        ..Synonyms::field(Field::Origin)
    },
    Synonyms {
        en: &["Del Town", "Del City", "Del Place"],
        vague: &["도착", "도착처"],
        ..Synonyms::field(Field::Destination)
    },
    Synonyms {
        vague: &["매출", "Rev", "Revenue"],
        ..Synonyms::field(Field::EstRevenue)
    },
    Synonyms {
        vague: &["매입"],
        ..Synonyms::field(Field::Cost)
    },
    Synonyms {
        de: &["Straße/Hausnr.", "Straße Hausnummer", "Straße und Hausnummer"],
        ..Synonyms::field(Field::Address)
    },
    Synonyms {
        vague: &["Ld.", "Ldk."],
        ..Synonyms::field(Field::Country)
    },
    Synonyms {
        de: &["Kredlim.", "Kred.-Limit"],
        en: &["Cr. Limit", "Cr Lmt"],
        ..Synonyms::field(Field::CreditLimit)
    },
    Synonyms {
        en: &["Period Name"],
        ..Synonyms::field(Field::Period)
    },
    Synonyms {
        ko: &["회계일자", "회계일", "전기일", "전기일자"],
        codes: &["BUDAT"],
        es: &["F. Operativa", "Fecha operativa"],
        en: &["Created UTC"],
        ..Synonyms::field(Field::BookingDate)
    },
    Synonyms {
        vague: &["Wert"],
        ..Synonyms::field(Field::ValueDate)
    },
    Synonyms {
        de: &["Begünstigter / Auftraggeber", "Empfänger / Zahlungspflichtiger"],
        ..Synonyms::field(Field::PayerName)
    },
    Synonyms {
        vague: &["Acct No", "Acct"],
        ..Synonyms::field(Field::AccountNo)
    },
    Synonyms { en: &["Trading Name", "Trading As"], ..Synonyms::field(Field::CustomerName) },
    Synonyms { en: &["Cargo Wt", "Cargo Weight"], ..Synonyms::field(Field::Weight) },
    Synonyms { ko: &["청구년월", "청구연월", "정산년월"], ..Synonyms::field(Field::Period) },
    Synonyms { zh: &["付款方户名", "付款人户名", "汇款人户名", "付方户名"], ..Synonyms::field(Field::PayerName) },
    Synonyms { zh: &["红字发票号", "红字发票号码", "红票号码"], ..Synonyms::field(Field::InvoiceNo) },
    Synonyms { zh: &["红冲原因", "冲红原因"], ..Synonyms::field(Field::CorrectionReason) },
    Synonyms { zh: &["是否需要PO", "是否必须PO"], ..Synonyms::field(Field::PoRequired) },
    Synonyms { ko: &["인수증 회수", "인수증회수여부"], ..Synonyms::field(Field::PodStatus) },
];
