//! Headers of dates, periods and terms.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Act. Gds Mvmnt Date", "Actual Goods Movement Date", "Goods Issue Date", "Actual GI Date", 
            "Service Date", "Job Date", "Date of Service", "Activity Date", "Shipment Date",
            "Date of Shipment", "Service Rendered Date", "Work Date", "Performed On", "Visit Date", "Transport Date",
        ],
        ko: &["출하일", "서비스일", "서비스일자", "작업일", "작업일자", "운송일", "운송일자", "거래일자", "공급일", "공급일자", "용역일자", "수행일"],
        zh: &["服务日期", "作业日期", "发运日期", "服务日", "运输日期"],
        ja: &["作業日", "役務提供日", "サービス日"],
        de: &["Warenausgangsdatum", "Istwarenausgangsdatum", "Wadat-Ist", "Leistungsdatum", "Leistungstag", "Transportdatum", "Sendungsdatum"],
        fr: &["Date de prestation", "Date de service", "Date d'expédition", "Date prestation"],
        es: &["Fecha de servicio", "Fecha del servicio", "Fecha embarque", "Fecha de embarque"],
        vague: &["Auftragsdatum", "Despatch Date", "Despatched", "出荷日", "寄件日期", 
            "Date", "Ship Date", "Shipped Date", "Date Shipped", "Shipped", "Shipped On", "선적일",
            "출고일", "发货日期", "Versanddatum", "Fecha de envío", "Datum", "일자", "날짜",
            "日期", "Fecha", "Job Created", "Dispatch Date",
        ],
        ..Synonyms::field(Field::ServiceDate)
    },
    Synonyms {
        en: &[
            "Pickup Date", "Pick-up Date", "Collection Date", "PU Date", "Departed",
            "Departure Date", "Collected On", "Collected", "Picked Up", "Pickup", "ATD",
            "Actual Pickup Date", "Date Collected",
        ],
        ko: &["픽업일", "픽업일자", "집하일", "상차일", "출발일", "집하일자", "수거일"],
        zh: &["取货日期", "提货日期", "取件日期", "揽收日期", "起运日期", "提货时间", "取件时间", "揽收时间", "装货日期"],
        ja: &["集荷日", "引取日", "積込日"],
        de: &["Beladedatum", "Abgeholt am", "Abholdatum", "Ladedatum", "Abgang", "Abholung", "Abgangsdatum"],
        fr: &["Enlèvement le", "Enlevé le", "Chargé le", "Date d'enlèvement", "Date de collecte", "Départ", "Date de départ", "Enlèvement"],
        es: &["F. recogida", 
            "Fecha de recogida", "Fecha recolección", "Fecha de recolección", "Recogida",
            "Fecha de salida",
        ],
        vague: &["PU", "寄件日期", "Despatch Date", "Despatched", 
            "Ship Date", "Shipped Date", "Date Shipped", "Shipped", "Shipped On", "선적일", "출고일",
            "发货日期", "Versanddatum", "Fecha de envío", "Dispatch Date",
        ],
        ..Synonyms::field(Field::PickupDate)
    },
    Synonyms {
        en: &["POD Delivery Date", 
            "Delivery Date", "Delivered", "Delivered Date", "Delivered On", "Date Delivered",
            "Actual Delivery", "Actual Delivery Date", "Arrival", "Arrival Date", "Actual Arrival",
            "ATA", "Dlv Date",
        ],
        ko: &["배달완료일", "배달완료일자", "배송일", "배송일자", "배달일", "도착일", "납품일", "하차일", "인도일", "배송완료일", "도착일자", "납품일자", "배송완료일자"],
        zh: &["配送日期", "送达日期", "派送日期", "到货日期", "交货日期", "妥投日期", "送货日期", "到达日期", "送达时间", "妥投时间"],
        ja: &["配達日", "配達完了日", "納品日", "配送完了日", "到着日"],
        de: &["Entladedatum", "Ablieferdatum", "Liefertag", 
            "Lieferdatum", "Zustelldatum", "Ankunft", "Zugestellt am", "Geliefert am",
            "Ankunftsdatum", "Zustellung",
        ],
        fr: &["Date de livraison", "Livré le", "Arrivée", "Date d'arrivée", "Livraison"],
        es: &["F. entrega", 
            "Fecha de entrega", "Entregado", "Llegada", "Fecha de llegada", "Entregado el",
            "Entrega",
        ],
        vague: &["DEL", "Delivery"],
        ..Synonyms::field(Field::DeliveryDate)
    },
    Synonyms {
        en: &[
            "POD Date", "Proof of Delivery Date", "POD Received", "POD Received Date",
            "Date of POD", "POD On", "Signed Date", "Signature Date",
        ],
        ko: &["인수일", "인수일자", "수령일", "POD일자", "인수증일자", "수령일자", "POD 수령일", "인수증 수령일", "인수증수취일"],
        zh: &["签收日期", "签收时间", "回单日期", "POD日期", "签收单日期", "回单签收日期"],
        ja: &["受領日"],
        de: &["POD-Datum", "Quittungsdatum", "Datum Ablieferbeleg"],
        fr: &["Date POD", "Date de preuve de livraison", "Date d'émargement"],
        es: &["Fecha POD", "Fecha de acuse", "Fecha prueba de entrega"],
        vague: &[
            "POD", "Proof of Delivery", "인수증", "回单", "签收单", "签收", "Ablieferbeleg",
            "Empfangsbestätigung", "Preuve de livraison", "Prueba de entrega", "Acuse",
        ],
        ..Synonyms::field(Field::PodDate)
    },
    Synonyms {
        en: &["CN Date", "Credit Note Date", "Credit Memo Date", "Date Issued", 
            "Invoice Date", "Inv Date", "Bill Date", "Billing Date", "Issue Date", "Date of Issue",
            "Date of Invoice", "Invoiced On", "Billed On", "Trx Date", "Tax Invoice Date",
        ],
        ko: &[
            "송장일자", "발행일", "발행일자", "작성일자", "작성일", "청구일", "청구일자", "계산서일자", "계산서발행일", "인보이스일자",
            "세금계산서일자",
        ],
        zh: &["开票日", "立账日期", "立帐日期", "开票日期", "发票日期", "账单日期", "开票时间", "开具日期"],
        ja: &["請求日", "請求書日付", "請求年月日", "発行日", "請求書発行日"],
        de: &["RE-Datum", "Fakturadat", "Fakt.-Datum", "Gutschriftsdatum", "Gutschriftdatum", "Rechnungsdatum", "Fakturadatum", "Ausstellungsdatum", "Rg-Datum", "Rechn.-Datum"],
        fr: &["Émise le", "Facturé le", "Date avoir", 
            "Date de facture", "Date facturation", "Date de facturation", "Date facture",
            "Date d'émission",
        ],
        es: &["F. emisión", "F. factura", "Fecha fra", "F. fra", 
            "Fecha factura", "Fecha de factura", "Fecha de emisión", "Fecha emisión",
            "Fecha de facturación",
        ],
        codes: &["FKDAT"],
        vague: &["Fecha doc.", "业务日期", "売上日", "伝票日付", 
            "Date", "Document Date", "Doc. Date", "Transaction Date", "BLDAT", "발급일자", "발급일",
            "전표일", "증빙일", "凭证日期", "单据日期", "Belegdatum", "Date pièce", "Fecha documento", "Fecha",
            "Datum", "일자", "날짜", "日期",
        ],
        ..Synonyms::field(Field::InvoiceDate)
    },
    Synonyms {
        en: &[
            "Due Date", "Net Due Date", "Payment Due", "Payment Due Date", "Due", "Due On",
            "Pay By", "Invoice Due Date", "Maturity Date", "Date Due",
        ],
        ko: &["지급기일", "결제기일", "지불기일", "입금기한", "납입기한", "만기일", "만기일자", "지급기한", "결제예정일", "입금예정일", "지급예정일", "순만기일", "납부기한", "결제기한", "지불기한"],
        zh: &["应收到期", "应收日", "到期日", "到期日期", "应付日期", "付款到期日", "应收到期日", "净到期日", "应收日期"],
        ja: &["正味期日", "支払期限", "入金予定日", "支払期日", "回収予定日", "入金期日"],
        de: &["Fälligkeitstermin", "Fäll.-Datum", 
            "Fälligkeit", "Fälligkeitsdatum", "Nettofälligkeit", "Zahlbar bis", "fällig am",
            "Fällig", "Fällig Netto", "Fälligk.",
        ],
        fr: &["À échoir le", "Échéance le", "Échéance", "Date d'échéance", "À payer avant", "Date échéance", "À payer avant le"],
        es: &["Vencimiento neto", "F. vto", "F. vencimiento", "Fecha vto", "Vto", 
            "Vencimiento", "Fecha de vencimiento", "Fecha vencimiento", "Fecha límite",
            "Fecha límite de pago",
        ],
        codes: &["NETDT", "FAEDT"],
        vague: &["결제일", "납기일", "付款期限", "FälligNetto"],
        ..Synonyms::field(Field::DueDate)
    },
    Synonyms {
        en: &[
            "Sent Date", "Sent On", "Mailed", "Mailed On", "E-mailed on", "Date Sent",
            "Date Mailed", "Invoice Sent Date",
        ],
        ko: &["발송일", "발송일자", "전송일자", "전송일", "송부일", "송부일자"],
        zh: &["发送日期", "寄出日期", "交付日期", "发票寄送日期", "发票交付日期"],
        de: &["Versendet am", "Gesendet am", "Versandt am", "Versanddatum"],
        fr: &["Date d'envoi", "Envoyée le"],
        es: &["Fecha de envío", "Enviada el"],
        vague: &["Dispatch Date", "Enviado"],
        ..Synonyms::field(Field::SentDate)
    },
    Synonyms {
        en: &[
            "Period", "Billing Period", "Billing Month", "Service Period", "Service Month",
            "Invoice Period",
        ],
        ko: &["귀속월", "청구기간", "대상월", "청구월", "매출월", "정산월", "정산기간", "대상기간"],
        zh: &["计费周期", "所属期", "账单周期", "结算周期", "结算月份", "所属月份", "费用期间"],
        de: &[
            "Zeitraum", "Abrechnungszeitraum", "Leistungszeitraum", "Abrechnungsmonat", "Periode",
        ],
        fr: &["Période", "Période de facturation", "Mois de facturation"],
        es: &["Periodo", "Período", "Periodo de facturación", "Mes de facturación"],
        vague: &["Month", "账期", "月份", "Monat", "Mois", "Mes"],
        ..Synonyms::field(Field::Period)
    },
    Synonyms {
        en: &[
            "Terms", "Payment Terms", "Net Days", "Pay Terms", "Credit Terms", "Terms Days",
            "Payment Term", "Terms of Payment", "Credit Days", "Term",
        ],
        ko: &["결제조건", "지급조건", "여신기간", "대금지급조건", "지불조건", "결제기간"],
        zh: &["收款条件", "付款条件", "信用期", "付款条款", "信用天数"],
        de: &["Zahlungsbed.", 
            "Zahlungsbedingung", "Zahlungsbedingungen", "Zahlungsziel", "Konditionen",
            "Zahlungskondition",
        ],
        fr: &["Conditions de paiement", "Délai de paiement", "Conditions de règlement", "Délai"],
        es: &["Condiciones de pago", "Plazo de pago", "Plazo", "Término de pago"],
        codes: &["ZTERM"],
        vague: &["账期", "付款期限", "结算方式", "Forma de pago"],
        ..Synonyms::field(Field::Terms)
    },
    Synonyms {
        en: &["Validity Per. Start", "Validity Period Start", 
            "Valid From", "Effective From", "Effective Date", "Start Date", "From Date",
            "Validity Start", "Rate Start", "Rate Effective Date", "Effective", "Valid From Date",
            "Contract Start",
        ],
        ko: &["유효기간시작", "적용시작일", "시작일", "유효시작일", "적용일", "적용개시일", "계약시작일", "적용일자"],
        zh: &["生效日期", "有效期起", "起始日期", "开始日期", "生效日", "有效开始日期", "起效日期"],
        ja: &["適用開始日", "有効開始日"],
        de: &["Gültig ab", "Gültig von", "Startdatum", "Beginn", "gültig seit"],
        fr: &[
            "Valable du", "Valable à partir du", "Date de début", "Début de validité",
            "Date d'effet",
        ],
        es: &[
            "Válido desde", "Vigente desde", "Vigencia desde", "Fecha de inicio",
            "Inicio de vigencia", "Fecha inicio",
        ],
        codes: &["DATAB"],
        vague: &["From", "Von", "Du", "Desde", "부터"],
        ..Synonyms::field(Field::ValidFrom)
    },
    Synonyms {
        en: &["Validity Period End", "Exp. Date", 
            "Valid To", "Valid Until", "Valid Through", "Effective To", "Effective Until",
            "Expiry", "Expiry Date", "Expiration Date", "End Date", "To Date", "Validity End",
            "Rate End", "Expires", "Expires On", "Contract End", "Valid To Date",
        ],
        ko: &["유효기간종료", "적용종료일", "종료일", "유효종료일", "유효기간", "만료일", "계약종료일", "적용만료일"],
        zh: &["失效日期", "有效期止", "截止日期", "结束日期", "有效期至", "有效结束日期", "到效日期"],
        ja: &["適用終了日", "有効終了日"],
        de: &["Gültig bis", "Enddatum", "Ende", "Ablaufdatum"],
        fr: &[
            "Valable jusqu'au", "Valable au", "Date de fin", "Fin de validité",
            "Date d'expiration",
        ],
        es: &[
            "Válido hasta", "Vigente hasta", "Vigencia hasta", "Fecha de fin", "Fin de vigencia",
            "Fecha fin", "Caducidad",
        ],
        codes: &["DATBI"],
        vague: &["To", "Until", "Bis", "Au", "Hasta", "까지"],
        ..Synonyms::field(Field::ValidTo)
    },
];
