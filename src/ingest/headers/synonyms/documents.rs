//! Headers of documents, parties and people.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Credit Note No", 
            "Invoice No", "Invoice", "Inv #", "Bill No", "Billing Document", "Billing Doc No",
            "Tax Invoice No", "Trx Number", "Transaction Number", "Our Invoice No",
            "Sales Invoice No", "Debit Note No", "Invoice Reference", "Commercial Invoice No",
        ],
        ko: &[
            "인보이스번호", "인보이스", "청구서번호", "계산서번호", "세금계산서번호", "승인번호", "국세청승인번호", "청구번호",
            "송장번호(invoice)", "인보이스 No", "INV번호",
        ],
        zh: &["发票号码", "发票号", "发票编号", "发票", "账单号", "账单编号", "数电票号码", "数电发票号码", "开票号", "发票流水号"],
        de: &[
            "Rechnungsnummer", "Rechnungs-Nr", "Rechnung", "Rg-Nr", "RE-Nr", "Rechn.-Nr",
            "Faktura-Nr", "Fakturanummer", "Faktura", "OP-Nummer", "Rechnung Nr",
        ],
        fr: &["N° d'avoir", 
            "N° de facture", "Numéro facture", "Numéro de facture", "Facture", "Facture n°",
            "Référence facture", "Réf. facture", "N° fact",
        ],
        es: &[
            "Nº factura", "Número de factura", "Factura", "Nº de factura", "Folio", "Folio fiscal",
            "Comprobante", "Serie y número", "Número de comprobante",
        ],
        codes: &["VBELN"],
        vague: &[
            "Document No", "Doc Number", "Document", "Voucher No", "BELNR", "전표번호", "문서번호", "송장번호",
            "송장", "单据编号", "单据号", "凭证编号", "凭证号", "Belegnummer", "Beleg-Nr", "Beleg", "N° pièce",
            "N° document", "N.º documento", "Documento",
        ],
        trap: &[
            "Reference", "Ref", "Ref No", "XBLNR", "참조번호", "참조", "参考号", "Referenz", "Référence",
            "Referencia",
        ],
        ..Synonyms::field(Field::InvoiceNo)
    },
    Synonyms {
        en: &[
            "Line No", "Line Number", "Line ID", "Line Item No", "Item No", "Invoice Line No",
            "Invoice Line ID", "Seq No", "Sequence", "Line Item",
        ],
        ko: &["행번호", "라인번호", "항번", "라인", "순번"],
        zh: &["行号", "序号", "行项目", "明细行号", "项次", "行项目号"],
        de: &["Zeile", "Zeilennummer", "Pos", "Pos.-Nr", "Positionsnummer", "Rechnungsposition"],
        fr: &["N° ligne", "Ligne", "Numéro de ligne"],
        es: &["Posición", "Nº de partida", "Línea", "Número de línea", "Partida", "Renglón"],
        codes: &["POSNR"],
        vague: &["Line", "Item", "Position", "항목", "N° de ligne", "Nº de línea"],
        ..Synonyms::field(Field::LineNo)
    },
    Synonyms {
        en: &["Document Type", "Doc Type", "Trx Type", "Invoice Type", "Transaction Type", "Billing Type"],
        ko: &["문서유형", "전표유형", "발급유형", "계산서종류", "계산서구분", "전자세금계산서분류", "전자세금계산서종류", "송장구분"],
        zh: &["单据类型", "发票类型", "发票种类", "凭证类型", "票种"],
        de: &["Belegart", "Dokumentart", "Rechnungsart", "Fakturaart"],
        fr: &["Type de pièce", "Type de document", "Type de facture", "Nature de pièce"],
        es: &["Tipo de documento", "Tipo de comprobante", "Tipo de factura", "Clase de documento"],
        codes: &["BLART", "FKART"],
        vague: &[
            "Type", "Class", "구분", "유형", "종류", "类别", "类型", "Typ", "Art", "Nature", "Tipo", "Clase",
        ],
        ..Synonyms::field(Field::DocType)
    },
    Synonyms {
        en: &[
            "Original Invoice", "Original Invoice No", "Credit for", "Credits Invoice",
            "Credited Invoice", "Applies to", "Applies to Invoice", "Related Invoice",
            "Preceding Invoice", "Preceding Document", "Orig Inv No", "Original Document No", "Corrected Invoice",
        ],
        ko: &["원본송장", "원송장번호", "원청구번호", "원청구서번호", "당초승인번호", "원전표", "원계산서번호", "당초세금계산서번호", "원본인보이스"],
        zh: &["原发票号码", "原发票号", "对应正数发票号", "蓝字发票", "对应蓝字发票号码", "原票号"],
        de: &[
            "Bezugsrechnung", "Ursprungsrechnung", "Gutschrift zu", "Originalrechnung",
            "Bezugsbeleg",
        ],
        fr: &["Facture d'origine", "Avoir sur facture", "N° facture d'origine", "Facture initiale"],
        es: &[
            "Factura original", "Factura rectificada", "Nº factura original",
            "Factura relacionada",
        ],
        ..Synonyms::field(Field::OriginalInvoice)
    },
    Synonyms {
        en: &[
            "Customer No", "Customer ID", "Customer Code", "Account No", "Acct #", "Sold-to",
            "Sold-to Party", "Bill-to No", "Client Code", "Client No", "Client ID", "Debtor No",
            "Customer Account", "Bill To Code", "Customer Key", "Account ID", "Debtor Code",
        ],
        ko: &["거래처코드", "고객번호", "고객코드", "고객 ID", "업체코드", "매출처코드", "거래처번호", "화주코드", "매출처번호"],
        zh: &["客户编号", "客户代码", "客户编码", "客户号", "客户ID", "客商编码", "客户简码"],
        de: &[
            "Kundennummer", "Kd-Nr", "Kunden-Nr", "Debitorennummer", "Personenkonto", "Kundencode",
            "Debitor", "Debitorenkonto",
        ],
        fr: &[
            "N° client", "Code client", "Compte client", "Compte tiers", "Numéro client",
            "Réf. compte client", "Code tiers",
        ],
        es: &[
            "Nº cliente", "Código cliente", "Código de cliente", "Cuenta cliente",
            "Número de cliente", "Deudor", "ID cliente",
        ],
        codes: &["KUNNR", "KUNAG", "KUNRG"],
        vague: &["A/C", 
            "Account", "Acct", "Payer", "Konto", "Compte", "Cuenta", "Customer", "Client", "Cust",
            "거래처", "고객", "客户", "Kunde", "Cliente", "Buy-from Party",
        ],
        ..Synonyms::field(Field::CustomerNo)
    },
    Synonyms {
        en: &["Name 1", 
            "Customer", "Customer Name", "Client", "Client Name", "Account Name", "Bill To",
            "Bill To Name", "Billing Name", "Debtor", "Debtor Name", "Sold To Name",
            "Bill-to Party", "Sponsor", "Sponsor Name", "Buyer", "Buyer Name", "Invoice To",
            "Bill To Customer",
        ],
        ko: &[
            "거래처", "거래처명", "고객", "고객명", "고객사", "고객사명", "매출처", "매출처명", "업체명", "상호", "상호(법인명)",
            "공급받는자", "공급받는자상호", "공급받는자 상호", "의뢰사", "화주", "화주명", "청구처", "청구처명", "의뢰처",
        ],
        zh: &[
            "客户", "客户名称", "客户名", "客户全称", "购方名称", "购买方名称", "购买方", "购货单位", "往来单位", "收票方", "付款单位",
            "委托方", "委托单位", "客户单位", "结算单位",
        ],
        de: &[
            "Kunde", "Kundenname", "Rechnungsempfänger", "Debitorname", "Kundenbezeichnung",
            "Name Kunde", "Rechnung an",
        ],
        fr: &[
            "Client", "Nom client", "Nom du client", "Destinataire facture", "Client facturé",
            "Facturé à",
        ],
        es: &["Nombre 1", 
            "Cliente", "Nombre cliente", "Nombre del cliente", "Razón social cliente",
            "Facturar a", "Razón social del cliente",
        ],
        codes: &["NAME1"],
        vague: &["Intitulé", 
            "Name", "Company", "Company Name", "Party", "Contact Name", "Firma", "Auftraggeber",
            "Raison sociale", "Tiers", "Nom", "Société client", "Razón social", "Nombre",
            "Receptor", "회사명", "公司名称", "单位名称", "名称", "Organisation", "Organization",
        ],
        ..Synonyms::field(Field::CustomerName)
    },
    Synonyms {
        en: &[
            "Vendor", "Vendor Name", "Supplier", "Supplier Name", "Carrier", "Carrier Name",
            "Provider", "Telco", "Payee", "Airline", "Shipping Line", "Forwarder", "Haulier",
            "Trucker", "Subcontractor",
        ],
        ko: &[
            "공급업체", "매입처", "매입처명", "공급자", "공급자상호", "운송사", "운송업체", "통신사", "협력사", "선사", "항공사",
            "배송업체",
        ],
        zh: &["供应商", "供应商名称", "销方名称", "销售方名称", "承运商", "承运人", "运营商", "船公司", "航空公司", "物流商"],
        de: &[
            "Lieferant", "Lieferantenname", "Kreditor", "Frachtführer", "Anbieter", "Spediteur",
            "Transporteur", "Reederei",
        ],
        fr: &["Fournisseur", "Nom fournisseur", "Transporteur", "Prestataire", "Opérateur"],
        es: &["Proveedor", "Nombre proveedor", "Transportista", "Operador", "Naviera", "Aerolínea"],
        codes: &["LIFNR"],
        vague: &["Agent", "Courier", "대리점", "Transitaire"],
        ..Synonyms::field(Field::VendorName)
    },
    Synonyms {
        en: &["Tax Registration Number", 
            "Tax ID", "VAT No", "VAT ID", "VAT Reg No", "VAT Registration No", "GSTIN", "EIN",
            "Business Registration No", "TIN", "Customer VAT No",
        ],
        ko: &["사업자등록번호", "사업자번호", "공급받는자사업자등록번호", "고객 사업자등록번호", "공급받는자등록번호"],
        zh: &["纳税人识别号", "税号", "统一社会信用代码", "购方税号", "购方识别号", "购买方纳税人识别号", "客户税号", "购买方税号"],
        de: &["USt-IdNr", "USt-ID", "Steuernummer", "UID", "Umsatzsteuer-ID"],
        fr: &[
            "N° TVA", "SIRET", "SIREN", "N° intracommunautaire", "N° TVA intracommunautaire",
            "Numéro de TVA",
        ],
        es: &["NIF", "CIF", "RFC", "RUT", "RUC", "NIT", "NIF/CIF", "CIF/NIF"],
        codes: &["STCEG"],
        vague: &["Registration No", "등록번호"],
        ..Synonyms::field(Field::TaxId)
    },
    Synonyms {
        en: &[
            "Company Code", "Entity", "Legal Entity", "Business Unit", "Subsidiary",
            "Billing Entity", "Invoicing Entity",
        ],
        ko: &["회사코드", "법인", "법인코드", "사업부", "청구법인"],
        zh: &["公司代码", "法人", "主体", "开票主体", "销售方", "核算主体"],
        de: &["Buchungskreis", "Mandant", "Gesellschaft"],
        fr: &["Société", "Entité", "Établissement", "Entité juridique"],
        es: &["Sociedad", "Empresa", "Entidad"],
        codes: &["BUKRS"],
        vague: &["사업장"],
        ..Synonyms::field(Field::Entity)
    },
    Synonyms {
        en: &[
            "Contact", "Contact Name", "Contact Person", "Attention", "Attn", "AP Contact",
            "Billing Contact",
        ],
        ko: &["담당자", "담당자명", "고객담당자", "수신인", "청구담당자"],
        zh: &["联系人", "对接人"],
        de: &["Ansprechpartner", "Kontakt", "z. Hd.", "Kontaktperson"],
        fr: &["Contact", "Interlocuteur", "À l'attention de"],
        es: &["Contacto", "A la atención de", "Persona de contacto"],
        vague: &[
            "Email", "E-mail Address", "Billing Email", "Invoice Email", "이메일", "이메일주소", "연락처",
            "邮箱", "电子邮箱", "联系邮箱", "收票邮箱", "E-Mail", "Courriel", "Adresse e-mail", "Correo",
            "Correo electrónico", "Phone", "Telephone", "전화번호", "联系电话", "Teléfono", "Téléphone",
            "Telefon", "收件人",
        ],
        ..Synonyms::field(Field::Contact)
    },
    Synonyms {
        en: &[
            "Owner", "Account Manager", "Biller", "Assigned To", "Job Owner", "Billing Owner",
            "Account Owner", "Project Manager",
        ],
        ko: &["영업담당", "영업담당자", "처리자", "담당부서", "청구담당", "당사담당자", "담당PM", "운영담당", "담당"],
        zh: &["负责人", "业务员", "销售员", "经办人", "项目经理", "跟单员"],
        de: &["Sachbearbeiter", "Betreuer", "Zuständig", "Verkäufer", "Disponent"],
        fr: &["Responsable", "Commercial", "Gestionnaire", "Chargé de compte"],
        es: &["Responsable", "Gestor", "Comercial", "Ejecutivo", "Ejecutivo de cuenta"],
        vague: &["Operator", "Coordinator", "Handled By", "Managed By", "操作员", "客服", "Sales Rep"],
        ..Synonyms::field(Field::Owner)
    },
    Synonyms {
        en: &[
            "Status", "Job Status", "Shipment Status", "Billing Status", "Invoice Status",
            "Order Status", "Delivery Status", "Document Status",
        ],
        ko: &["상태", "진행상태", "처리상태", "청구상태", "작업상태", "운송상태", "배송상태", "진행현황"],
        zh: &["状态", "单据状态", "发票状态", "开票状态", "订单状态", "运输状态", "业务状态", "作业状态"],
        de: &["Status", "Zustand", "Auftragsstatus", "Sendungsstatus", "Rechnungsstatus"],
        fr: &["Statut", "État", "Statut facture", "Statut dossier"],
        es: &["Estado", "Situación", "Estado factura", "Estatus"],
        vague: &["Stage", "Stand", "State"],
        ..Synonyms::field(Field::Status)
    },
    Synonyms {
        en: &[
            "Description", "Text", "Narrative", "Line Description", "Item Description",
            "Charge Description", "Service Description", "Details", "Goods Description",
        ],
        ko: &["서비스명", "적요", "내용", "품목", "품목명", "품명", "상세내역", "청구내역", "설명", "내역"],
        zh: &["存货名称", "物料名称", "摘要", "说明", "货物名称", "项目名称", "货物或应税劳务名称", "货物或应税劳务、服务名称", "品名", "描述", "服务内容"],
        de: &["Text", "Bezeichnung", "Beschreibung", "Positionstext", "Leistungsbeschreibung"],
        fr: &["Texte", "Libellé", "Désignation", "Description"],
        es: &["Texto", "Descripción", "Detalle", "Glosa"],
        codes: &["SGTXT", "ARKTX", "VWEZW"],
        vague: &[
            "Memo", "Notes", "Remarks", "Comment", "Comments", "Product Name", "Commodity", "비고",
            "메모", "备注", "Bemerkung", "Kommentar", "Commentaire", "Remarques", "Observations",
            "Observaciones", "Comentarios", "Concepto", "Verwendungszweck", "Motif",
            "Buchungstext", "Note",
        ],
        ..Synonyms::field(Field::Text)
    },
];
