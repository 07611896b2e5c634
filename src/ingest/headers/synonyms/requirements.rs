//! Headers of what a customer requires of its invoices, and of its orders.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Invoice Splitting", "Invoice Level", "Billing Level", "Bill Grouping", "Invoice Breakdown", 
            "Split Rule", "Invoice Split", "Invoice Grouping", "Consolidation Rule",
            "Invoice Consolidation", "One Invoice Per", "Invoice Per", "Invoicing Rule",
            "Billing Split", "Consolidation",
        ],
        ko: &["청구서 분리기준", "분리기준", "청구 분리 기준", "청구단위", "계산서발행단위", "청구서분리기준", "합산청구기준", "청구서 발행 기준"],
        zh: &["开票方式", "开票单位", "开票维度", "分单规则", "拆单规则", "开票分组", "账单拆分规则", "分票规则", "开票合并规则", "开票拆分规则", "开票粒度"],
        de: &["Rechnungsaufteilung", "Rechnungstrennung", "Rechnungsbildung", "Aufteilung Rechnung", "Rechnung je", "Eine Rechnung je", "Rechnungssplit", "Rechnungsgruppierung", "Sammelrechnung"],
        fr: &["Découpage des factures", "Une facture par", "Mode de regroupement", "Regroupement des factures", "Regroupement facture", "Règle de regroupement"],
        es: &["Una factura por", "Facturar por", "División de factura", "Desglose de facturas", "Criterio de agrupación", "Agrupación de factura", "Agrupación de facturas", "Regla de agrupación"],
        ..Synonyms::field(Field::SplitRule)
    },
    Synonyms {
        en: &["Deliver By", "Deliver Via", "Send By", "Send Via", "Sent Through", "Delivery Mode", "Invoice Delivery Channel", "Send Method", "Invoice Submission Method", "Delivery Method", "Method of Delivery", "Dispatch Method", "Submission Method", "Sent Via", "Sent By Channel", "Delivery Method of Invoice", "Delivered Via", 
            "Delivery Channel", "Invoice Delivery", "Invoice Delivery Method", "Invoice Channel",
            "Dispatch Channel", "Invoice Dispatch Method", "Invoice Sent Via",
            "Submission Channel", "Invoice Portal", "Billing Channel", "Invoicing Channel",
        ],
        ko: &["전달 방법", "발송 방법", "전달방식", "송부방법", "발송방법", "전송방법", "청구서발송방법", "계산서발송방법", "청구서전송방법", "발송채널", "청구서 발송 방식"],
        zh: &["交付方式", "交付渠道", "寄送方式", "送达渠道", "账单交付方式", "发送方式", "送达方式", "发票送达方式", "发票交付方式", "发票寄送方式", "发票发送方式", "发票交付渠道", "开票渠道"],
        de: &["Versandart Rechnung", "Zustellung Rechnung", "Art der Zustellung", "Zustellkanal", "Zustellweg", "Übermittlungsweg", "Versandweg", "Versandkanal", "Rechnungsversand", "Versandweg Rechnung", "Rechnungsversandart", "Rechnungsweg"],
        fr: &["Mode de transmission", "Canal de transmission", "Canal de remise", "Canal d'envoi", "Mode d'envoi des factures", "Canal d'envoi des factures", "Mode d'envoi"],
        es: &["Canal de envío de factura", "Vía de envío", "Método de envío de factura", "Canal de entrega", "Canal de entrega de factura", "Medio de envío", "Medio de entrega", "Canal de envío", "Medio de envío de facturas", "Canal de facturación"],
        vague: &["Delivery", "Channel", "채널", "渠道"],
        ..Synonyms::field(Field::DeliveryChannel)
    },
    Synonyms {
        en: &["Invoice Mailbox", "AP Mailbox", "Send Invoices To", "Contact Email", "Contact E-mail", 
            "Billing Email", "Invoice Email", "Billing E-mail", "Invoice E-mail", "AP Email",
            "Billing Email Address", "Email for Invoices",
        ],
        ko: &["세금계산서 이메일", "담당자 이메일", "담당자 메일", "청구이메일", "계산서이메일", "청구서수신이메일", "계산서 이메일", "청구서 이메일"],
        zh: &["发票邮箱", "联系人邮箱", "收票邮箱", "开票邮箱", "账单邮箱"],
        de: &["E-Mail Rechnungsversand", "E-Mail Rechnung", "E-Mail für Rechnungsversand", "Rechnungsmail", "Rechnungsmailadresse", "E-Mail Buchhaltung", "E-Mail Ansprechpartner", "Rechnungs-E-Mail", "E-Mail für Rechnungen"],
        fr: &["E-mail factures", "Adresse e-mail facturation", "Mail facturation", "Mail de facturation", "E-mail contact", "E-mail de facturation", "Courriel de facturation", "Courriel facturation", "E-mail facturation"],
        es: &["Email de facturas", "Correo envío facturas", "E-mail facturación", "Email facturas", "Correo facturas", "Correo de contacto", "Correo de facturación", "Email de facturación", "Correo factura", "Correo para facturas", "Email factura"],
        vague: &["Correo", "メールアドレス", 
            "Email", "E-mail Address", "이메일", "이메일주소", "邮箱", "电子邮箱", "E-Mail", "Courriel",
            "Correo electrónico",
        ],
        ..Synonyms::field(Field::Email)
    },
    Synonyms {
        en: &["Language", "Invoice Language", "Language Code"],
        ko: &["청구언어", "청구서 언어", "언어", "청구서언어"],
        zh: &["语种", "语言要求", "账单语言", "语言", "发票语言"],
        de: &["Belegsprache", "Sprache der Rechnung", "Sprache", "Rechnungssprache"],
        fr: &["Langue facture", "Langue de la facture", "Langue", "Langue de facturation"],
        es: &["Idioma factura", "Idioma de facturación", "Idioma", "Idioma de factura"],
        ..Synonyms::field(Field::Language)
    },
    Synonyms {
        en: &["File Format", "Bill Format", "Format Required", "Required Format", "Document Format", 
            "Invoice Format", "E-invoice Format", "Billing Format", "Invoice File Format",
        ],
        ko: &["파일형식", "청구형식", "요구 양식", "요구양식", "청구 양식", "청구서형식", "계산서형식", "청구서파일형식", "청구서 양식", "계산서 양식"],
        zh: &["文件格式", "账单文件格式", "格式要求", "要求格式", "发票格式", "账单格式", "发票文件格式"],
        de: &["Format gefordert", "Gefordertes Format", "Belegformat", "Rechnungsformat"],
        fr: &["Format exigé", "Format requis", "Format de facture", "Format facture"],
        es: &["Formato exigido", "Formato requerido", "Formato de la factura", "Formato de factura", "Formato factura"],
        vague: &["Format", "Formato", "양식", "格式"],
        ..Synonyms::field(Field::InvoiceFormat)
    },
    Synonyms {
        en: &["Cut Off", "Cut-off", "Billing Cut Off Day", "Submission Deadline Day", "Invoice Deadline Day", 
            "Cut-off Day", "Cutoff Day", "Billing Cut-off", "Invoice Cut-off",
            "Billing Cut-off Day", "Invoice Cut-off Day", "Billing Cutoff", "Invoice Cutoff",
        ],
        ko: &["청구 마감일", "마감일", "청구마감일", "계산서마감일", "청구서마감일", "마감일자", "마감 기준일"],
        zh: &["开票截止", "结账日", "关账日", "开票截止日", "账单截止日", "收票截止日"],
        de: &["Rechnungsschluss Tag", "Abgabetag Rechnung", "Einreichung bis Tag", "Rechnungsschluss", "Stichtag Rechnung", "Stichtag", "Abrechnungsstichtag"],
        fr: &["Jour limite de facturation", "Date limite de facturation", "Jour de clôture facturation", "Jour d'arrêté", "Date d'arrêté"],
        es: &["Día límite de facturación", "Cierre de facturación", "Día de corte", "Corte de facturación", "Fecha de corte"],
        vague: &["截止日"],
        ..Synonyms::field(Field::CutOff)
    },
    Synonyms {
        en: &["Charges Not Allowed", "Disallowed Charges", "Charges Disallowed", "Prohibited Charges", "Not Chargeable", 
            "Excluded Charges", "Excluded Services", "Non-billable Charges",
            "Non-billable Services", "Charges Excluded", "Charge Exclusions",
            "Excluded Charge Codes", "Non-billable", "Charges Not Billable", "Not Billable Charges",
        ],
        ko: &["청구 제외 항목", "청구불가 항목", "청구 제외 요금", "청구제외항목", "제외항목", "비청구항목", "청구불가항목"],
        zh: &["不可收取费目", "不可收取项目", "不收取费目", "排除费目", "不得收取费用", "不可收费项目", "除外费用", "不计费项目", "不可收取费用", "不可收费用"],
        de: &["Ausgeschlossene Leistungen", "Nicht abrechenbare Leistungen", "Nicht berechenbare Gebühren", "Nicht berechenbare Leistungen"],
        fr: &["Frais exclus", "Prestations exclues", "Frais non facturables", "Prestations non facturables"],
        es: &["Cargos excluidos", "Cargos no facturables", "Conceptos no facturables"],
        ..Synonyms::field(Field::ExcludedCharges)
    },
    Synonyms {
        en: &[
            "Billing Schedule", "Billing Cycle", "Billing Frequency", "Invoice Frequency",
            "Invoicing Frequency",
        ],
        ko: &["청구주기", "청구일정", "계산서발행주기"],
        zh: &["开票周期", "开票频率", "结算频率"],
        de: &["Abrechnungsplan", "Fakturierungsplan", "Abrechnungszyklus", "Abrechnungsrhythmus", "Fakturierungsrhythmus"],
        fr: &["Fréquence de facturation", "Cycle de facturation"],
        es: &["Frecuencia de facturación", "Ciclo de facturación"],
        ..Synonyms::field(Field::BillingSchedule)
    },
    Synonyms {
        en: &["Contact Active", "Contact Active?", "AP Contact Active", "AP Contact Status", "Billing Contact Status", "Contact Status", "Contact State", "E-mail Status", "Email Status"],
        ko: &["재직여부", "재직상태", "담당자 재직여부", "담당자 상태", "담당자상태", "이메일상태"],
        zh: &["在职状态", "联系人在职状态", "是否在职", "联系人状态", "邮箱状态"],
        de: &["Kontakt aktiv", "Kontaktstatus", "Ansprechpartner-Status"],
        fr: &["État du contact", "État contact", "Contact actif", "Statut du contact", "Statut contact"],
        es: &["Estado del contacto", "Estado contacto"],
        ..Synonyms::field(Field::ContactStatus)
    },
    Synonyms {
        en: &["PO Ceiling", "PO Cap", "Order Ceiling", "Not to Exceed", "PO Face Value", "Total PO Value", "Agreement Amount", "Net Order Value", 
            "PO Amount", "PO Value", "PO Limit", "PO Total", "PO Budget", "Order Limit",
            "Budget", "Budget Amount", "Approved Budget",
        ],
        ko: &["발주한도액", "발주총액", "발주액", "PO한도액", "발주 총금액", "발주금액", "PO금액", "발주한도", "예산금액"],
        zh: &["订单总额", "订单总金额", "采购订单总额", "采购总额", "订单额度", "采购订单金额", "采购金额", "PO金额", "预算金额", "订单限额"],
        de: &["Auftragswert Bestellung", "Bestellvolumen", "Abrufwert", "Bestellwert", "Bestelllimit", "Bestellsumme", "Bestellbetrag"],
        fr: &["Montant du BDC", "Montant BDC", "Montant BC", "Budget du bon de commande", "Montant maximum BC", "Plafond BC", "Plafond commande", "Plafond de la commande", "Montant commande HT", "Montant de la commande", "Montant commande", "Montant du bon de commande"],
        es: &["Límite OC", "Límite de la OC", "Monto de la OC", "Valor OC", "Tope OC", "Importe OC", "Monto OC", "Importe de la orden", "Presupuesto", "Importe pedido", "Importe del pedido", "Importe de la OC"],
        vague: &["Montant", "订单金额", "예산", "预算"],
        ..Synonyms::field(Field::PoAmount)
    },
    Synonyms {
        en: &["Already Billed", "Already Invoiced", "Drawn Down", "Called Off", "Amount Billed", "Amount Invoiced", "PO Spend", "Billed So Far", "Invoiced So Far", "Spent to Date", "Spend to Date", "Spent", "Released Amount", "Used To Date", "Used to Date Amount", "Billed Against PO", 
            "PO Used", "Amount Used", "Used Amount", "Consumed", "Consumed Amount",
            "Invoiced to Date", "Billed to Date", "PO Consumed",
        ],
        ko: &["집행액", "기집행액", "사용누계", "누적사용금액", "기사용액", "기사용금액", "누적사용액", "사용액", "기청구금액", "누적청구금액", "사용금액", "기청구액", "누적청구액", "PO사용액"],
        zh: &["已执行金额", "累计使用金额", "累计已开票", "已用订单金额", "已耗用金额", "累计已用", "已用额度", "已用金额", "已使用金额", "已开票金额", "累计开票金额"],
        de: &["Bereits abgerufen", "Bisher abgerufen", "Davon abgerufen", "Abgerufener Wert", "Abgerufener Betrag", "Bereits verbraucht", "Bisher verbraucht", "Bisher berechnet", "Bereits berechnet", "Verbraucht", "Abgerufen", "Bereits fakturiert"],
        fr: &["Consommé", "Montant utilisé", "Montant déjà facturé", "Utilisé à ce jour", "Montant consommé", "Déjà facturé"],
        es: &["Importe consumido", "Importe utilizado", "Utilizado", "Ya facturado", "Importe facturado", "Monto consumido", "Monto utilizado", "Consumido", "Facturado a la fecha"],
        vague: &["Used"],
        ..Synonyms::field(Field::PoUsed)
    },
    Synonyms {
        en: &["Remaining Value", "Value Remaining", "Still to be invoiced (val.)", "Still to be invoiced", 
            "PO Balance", "PO Remaining", "Remaining PO Value", "Open PO Value",
            "Budget Remaining", "Remaining Budget",
        ],
        ko: &["잔여금액", "PO잔액", "발주잔액", "잔여예산", "예산잔액"],
        zh: &["剩余金额", "PO余额", "订单余额", "预算余额"],
        de: &["Restwert", "Bestellrestwert", "Restbestellwert", "Restbudget", "Offener Bestellwert"],
        fr: &["Solde du BDC", "Solde BDC", "Reste disponible", "Disponible", "Solde de commande", "Reste à facturer", "Solde commande", "Solde de la commande"],
        es: &["Saldo del pedido", "Pendiente de facturar", "Saldo OC", "Saldo de la orden"],
        vague: &["Solde", "Reste", "Balance", "Remaining", "잔액", "余额"],
        ..Synonyms::field(Field::PoBalance)
    },
    Synonyms {
        en: &["Term Date", "Terminated On", "Inactive Since", "Deactivated On", "Closed On", "Closed Date", "Account Closed", "Account Closed On", "Date Closed", "Closure Date"],
        ko: &["거래종료일", "폐업일", "해지일자(거래)", "계정종료일"],
        zh: &["关闭日期", "销户日期", "停用日期"],
        de: &["Geschlossen am", "Schließungsdatum", "Inaktiv seit"],
        fr: &["Compte clos le", "Clos le", "Clôturé le", "Date de clôture", "Fermé le"],
        es: &["Cerrado el", "Fecha de cierre", "Fecha de baja"],
        ..Synonyms::field(Field::ClosedOn)
    },
    Synonyms {
        en: &["Hold Start", "Hold Start Date", "Stop Date", "Credit Stop Since", "Held Since", "On Hold From", "Hold From", "On Hold Since", "Hold Since", "Credit Hold Since", "Hold Date", "Blocked Since", "Suspended Since"],
        ko: &["보류 개시일", "보류시작일", "거래보류 시작일", "거래보류일", "보류일", "거래정지일"],
        zh: &["停供日期", "冻结起始日", "冻结日期", "暂停日期", "锁定日期"],
        de: &["Sperre seit", "Sperre ab", "Sperrbeginn", "Kreditsperre seit", "Gesperrt seit", "Sperrdatum", "Liefersperre seit"],
        fr: &["En blocage depuis", "Blocage depuis", "Début du blocage", "Bloqué depuis", "Date de blocage", "Suspendu depuis"],
        es: &["Bloqueo desde", "Retención desde", "Inicio del bloqueo", "Retenido desde", "Retenida desde", "Bloqueado desde", "Fecha de bloqueo", "Suspendido desde"],
        ..Synonyms::field(Field::HeldSince)
    },
];
