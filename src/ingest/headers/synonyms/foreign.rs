//! Headers that are known and not read as any field: they keep their columns from being taken for
//! something else, and tell what a sheet is.

use super::{Foreign, Synonyms};

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &[
            "Value Date", "Booking Date", "Bank Date", "Debit", "Dr", "Credit", "Cr", "Withdrawal",
            "Withdrawals", "Deposit", "Deposits", "Paid Out", "Paid In", "Running Balance",
            "Closing Balance", "Opening Balance", "Payer Name", "Remitter", "Ordering Customer",
            "IBAN", "BIC", "Counterparty", "Counterparty Account", "Debtor Account", "Bank Ref",
            "Bank Account", "Debit Amount", "Credit Amount", "Account Balance", "Statement Date",
        ],
        ko: &[
            "기산일", "거래일시", "출금", "입금", "출금액", "출금금액", "입금금액", "찾으신금액", "맡기신금액", "거래후잔액", "입금자",
            "입금자명", "의뢰인", "보낸분", "송금인", "예금주", "계좌번호", "상대계좌", "취급점", "기재내용", "차변", "대변",
        ],
        zh: &[
            "起息日", "交易日期", "交易时间", "借方", "贷方", "借方发生额", "贷方发生额", "支出", "收入金额", "账户余额", "付款人",
            "付款方", "对方户名", "汇款人", "对方账号", "付款账号", "账号", "附言", "发生额", "交易流水号", "银行流水号",
        ],
        de: &[
            "Wertstellung", "Valutadatum", "Soll", "Haben", "Lastschrift", "Kontostand",
            "Zahlungspflichtiger", "Name Zahlungsbeteiligter", "Einzahler", "Kontonummer",
            "IBAN Zahlungsbeteiligter", "Buchungstag", "Mandatsreferenz",
        ],
        fr: &[
            "Date de valeur", "Date opération", "Débit", "Crédit", "Émetteur",
            "Payeur", "RIB",
        ],
        es: &[
            "Fecha valor", "Fecha operación", "Debe", "Haber", "Cargo", "Abono", "Débito",
            "Crédito", "Ordenante", "Pagador", "CLABE", "CBU",
        ],
        vague: &["Gutschrift", "Payer", "Donneur d'ordre", "收入"],
        ..Synonyms::foreign(Foreign::Bank)
    },
    Synonyms {
        en: &["Total Paid", 
            
            "Paid", "Amount Paid", "Paid Amount", "Applied",
            "Applied Amount", "Receipt Amount", "Payment Amount",
            "Payment Method", "Payment Type", "Tender",
            "Clearing Document", "Cleared By", "InvoiceAmountPaid",
        ],
        ko: &[
            "지급일", "입금액", "수금액", "결제금액", "납부금액",
            "거래번호", "이체번호", "송금번호", "결제수단", "입금구분", "지급방법", "반제전표", "상계전표",
        ],
        zh: &[
            "已收金额", "付款金额", "回款金额", "收款金额",
            "流水号", "付款方式", "支付方式", "清账凭证", "清帐凭证",
        ],
        de: &[
            "Ausgleich", "Bezahlt",
            "Zahlbetrag", "Gezahlt",
            "Zahlungsart", "Zahlweg", "Ausgleichsbeleg", "Ausgl.beleg",
        ],
        fr: &[
            "Payé", "Réglé",
            "Montant réglé",
            "Mode de règlement", "Moyen de paiement", "Pièce de rapprochement", "Lettrage",
        ],
        es: &["Cobrado", 
            "Pagado", "Importe cobrado",
            "Abonado",
            "Medio de pago", "Documento de compensación",
        ],
        ja: &["御入金額", "回収済額", "入金額", "回収額", "入金済額"],
        codes: &["AUGBL"],
        vague: &["결제일", "结算方式", "Forma de pago"],
        ..Synonyms::foreign(Foreign::Payment)
    },
    Synonyms {
        en: &[
            "Dunning Level", "Reminder", "Reminder Level", "Last Dunned", "Dunning Block",
            "Dispute Reason", "Reason Code", "Promise Date", "PTP",
            "Promised Amount", "Instalment", "Risk Class", "Rating", "Credit Score", "Next Action",
            "Follow-up Date", "Contacted", "Collector", "Result", "CSAT", "Score", "NPS",
        ],
        ko: &[
            "독촉단계", "독촉수준", "독촉보류", "이의사유", "분쟁사유", "사유코드", "입금약속일", "약속금액", "상환계획",
            "분할납부", "회차", "신용등급", "위험등급", "조치사항", "후속일", "연락결과", "통화내용", "수금담당", "만족도", "평점", "점수",
        ],
        zh: &[
            "催款级别", "催收等级", "催款冻结", "争议原因", "原因代码", "承诺付款日", "承诺金额", "还款计划", "分期",
            "信用等级", "风险等级", "跟进事项", "下次跟进", "联系结果", "催收员", "满意度", "评分",
        ],
        de: &[
            "Mahnstufe", "Mahnsperre", "letzte Mahnung",
            "Differenzgrund", "Ursachencode", "Zahlungszusage", "zugesagt am", "Ratenplan",
            "Risikoklasse", "Bonität", "Nächste Aktion", "Wiedervorlage", "Ergebnis",
            "Zufriedenheit", "Bewertung",
        ],
        fr: &[
            "Niveau de relance", "Blocage relance", "Motif litige", "Promesse",
            "Date promesse", "Échéancier", "Classe de risque", "Prochaine action", "Relance le",
            "Chargé de recouvrement",
        ],
        es: &[
            "Nivel de reclamación", "Promesa de pago", "Fecha promesa",
            "Plan de pagos", "Clase de riesgo", "Calificación", "Próxima acción", "Seguimiento",
        ],
        codes: &["MAHNS", "MANSP", "MADAT", "RSTGR"],
        ..Synonyms::foreign(Foreign::Collection)
    },
    Synonyms {
        en: &[
            "Region", 
            "Billing State",
            "Ship Address", "Ship City", "Ship Region",
            "Ship Country", "Ship Postal Code", "Ship Name", "Shipping Address", "Fax", "Province",
            "County", "Plant Code", "Destination Country", "Origin Country",
        ],
        ko: &["시도", "팩스", ],
        zh: &["省份", "地区", "传真"],
        de: &["Empfängerland", "Bundesland"],
        fr: &["Région"],
        es: &["Provincia"],
        vague: &["State"],
        ..Synonyms::foreign(Foreign::Address)
    },
    Synonyms {
        en: &[
            "First Name", "Last Name", "Surname", "Contact Title", "Job Title", "Employee ID",
            "Employee", "Date of Birth", "Support Rep ID", "Customer Type", "Customer Group",
            "Segment", "Subject ID", "Patient No", "Patient ID",
        ],
        ko: &["성명", "이름", "직책", "직위", "사번", "대표자", "대표자명", "대상자번호"],
        zh: &["姓名", "职务", "职位", "工号", "受试者编号"],
        de: &["Vorname", "Nachname", "Titel", "Mitarbeiter"],
        fr: &["Prénom", "Nom de famille", "Fonction"],
        es: &["Apellido", "Apellidos", "Cargo del contacto"],
        ..Synonyms::foreign(Foreign::Person)
    },
    Synonyms {
        en: &[
            "ETA", "ETD", "Required Date", "Requested Date", "Requested Delivery Date",
            "Scheduled Date", "Scheduled Delivery Date", "Planned Delivery Date",
            "Planned Pickup Date", "Expected Delivery Date", "Estimated Delivery Date",
            "Promised Delivery Date", "Order Date", "Date Ordered", "Booking Date Time",
            "Cut-off Date", "Need By Date",
        ],
        ko: &[
            "도착예정일", "출발예정일", "배송예정일", "납기예정일", "요청일", "희망일", "주문일", "주문일자", "접수일", "접수일자", "의뢰일",
            "픽업예정일",
        ],
        zh: &["预计到达日期", "预计送达日期", "预计提货日期", "要求日期", "计划日期", "下单日期", "订单日期", "预计到港日"],
        de: &["Wunschtermin", "Plandatum", "Bestelldatum", "Liefertermin", "Termin"],
        fr: &["Date prévue", "Date souhaitée", "Date de commande", "Livraison prévue"],
        es: &["Fecha prevista", "Fecha solicitada", "Fecha de pedido", "Fecha estimada"],
        ..Synonyms::foreign(Foreign::Planned)
    },
    Synonyms {
        en: &[
            "Posting Date", "GL Date", "Entry Date", "Created On", "Created Date", "Created By",
            "Created At", "Modified On", "Updated At", "Last Modified", "User", "Entered By",
            "Fiscal Year", "Posting Key", "Account Code", 
            "Assignment", "Allocation", 
            "Base Amount", "Special G/L", "Journal", 
            
        ],
        ko: &["생성일", "생성자", "생성일자", 
            "전기일", "전기일자", "기표일", "회계일자", "등록일", "등록일자", "등록자", "수정일", 
            "계정과목", "지정", "지정번호", "배정", "입력일",
        ],
        zh: &[
            "过账日期", "记账日期", "入账日期", "创建日期", "创建时间", "创建人", "制单日期", "修改时间", 
            "科目", "分配", "分配号", 
        ],
        de: &[
            "Buchungsdatum", "Erfassungsdatum", "Erfasst am", "Erfasst von",
            "Sachkonto", "Zuordnung", "Zuordnungsnummer",
            "Geschäftsjahr", "Buchungsschlüssel",
        ],
        fr: &[
            "Date comptable", "Date d'écriture", "Créé le", 
            "Affectation", "Journal",
        ],
        es: &[
            "Fecha contable", "Fecha de contabilización", "Creado el", 
            "Asignación", 
        ],
        codes: &[
            "BUDAT", "CPUDT", "GJAHR", "BSCHL", "ZUONR", "UMSKZ", 
            "ZFBDT",
        ],
        vague: &[],
        ja: &["登録日", "更新日", "作成者"],
        ..Synonyms::foreign(Foreign::Record)
    },
    Synonyms {
        en: &[
            "Days Overdue", "Days Past Due", "Days Late", "Days to Settle", "Arrears", "Aging",
            "Age", "Age Days", "Days", "Transit Days", "Transit Time", "Days Open",
            "0-30", "31-60", "61-90", "90+",
        ],
        ko: &["연체일수", "경과일수", "지연일", "경과일", "미청구일수", "지연일수"],
        zh: &["逾期天数", "超期天数", "账龄", "天数"],
        de: &["Verzugstage", "Tage überfällig", "Überfällig seit", "Tage"],
        fr: &["Jours de retard", "Retard", "Ancienneté"],
        es: &["Días vencidos", "Días de atraso", "Mora", "Antigüedad"],
        codes: &["VERZN"],
        ..Synonyms::foreign(Foreign::Days)
    },
    Synonyms {
        en: &[
            "Units In Stock", "Units On Order", "Stock", "On Hand", "Reorder Level",
            "Discontinued", "Quantity Per Unit", "Warehouse", "Bin", "Category ID", "Supplier ID",
            "Vendor ID", "Shipper ID", "Product Category", "Barcode",
        ],
        ko: &["재고", "재고수량", "창고", "바코드"],
        zh: &["库存", "库存数量", "仓库", "条码"],
        de: &["Bestand", "Lagerbestand", "Lager"],
        fr: &["Stock", "Entrepôt"],
        es: &["Existencias", "Almacén"],
        ..Synonyms::foreign(Foreign::Stock)
    },
    Synonyms {
        en: &["Row ID", "Row No", "Record No", "S.No", "Sr No", "Serial No", "Row"],
        ko: &["순번", "연번", "일련번호"],
        zh: &["序号", "序列号"],
        de: &["lfd. Nr", "Lfd Nr", "laufende Nummer"],
        fr: &["N° d'ordre"],
        es: &["Consecutivo"],
        ..Synonyms::foreign(Foreign::RowCount)
    },
    Synonyms {
        en: &["Withholding Tax", "WHT", "Retention", "Retention Amount", 
            "Profit", "Margin", 
            "Line of Business", "Shipment Mode", "Ship Mode", "Ship Via", "Mode of Transport",
            "Incoterm", "Incoterms", "Temperature", "Flight No", "Vessel",
            "Voyage", "Truck No", "Seal No", "URL", "Pack Price", "Insurance",
        ],
        ko: &["원천징수", "원천세", 
            "이익", "마진", "운송모드", "인코텀즈", 
            "온도", "편명", "선명", "항차", "차량번호", "실번호",
        ],
        zh: &["代扣税", "预扣税", 
            "利润", "毛利", "电路号", "专线号", "运输方式", "贸易条款", "温度", "航班号", "船名",
            "航次", "车牌号", "封号", 
        ],
        de: &[
            "Gewinn", "Marge", "Verkehrsträger",
            "Temperatur", "Flugnummer", "Kennzeichen",
        ],
        fr: &["Retenue à la source", "Retenue de garantie", 
            "Marge", "Mode de transport", "Température",
            "N° de vol",
        ],
        es: &["Retención", "Retención IRPF", "IRPF", "Recargo de equivalencia", "Recargo equivalencia", "R.E.", "IVA Retenido", "ISR Retenido", "Percepciones", 
            "Margen", "Modo de transporte", "Temperatura",
            "Nº de vuelo",
        ],
        codes: &["XREF1", "XREF2", "XREF3"],
        ja: &["前回請求額", "繰越金額", "源泉徴収税", "源泉徴収額"],
        ..Synonyms::foreign(Foreign::Other)
    },
    Synonyms {
        en: &["Vendor Invoice", "Vendor Invoice No", "Supplier Invoice No", "Carrier Invoice", "Carrier Invoice No", "PRO Invoice", "Carrier Bill No", "Freight Bill No"],
        ko: &["매입송장번호", "공급자송장", "매입계산서번호", "운송사청구번호"],
        zh: &["供应商发票号", "承运商账单号", "承运商发票号"],
        de: &["Lieferantenrechnungsnr", "Eingangsrechnung", "Frachtführerrechnung"],
        fr: &["N° facture fournisseur", "Facture transporteur"],
        es: &["Nº factura proveedor", "Factura transportista"],
        ..Synonyms::foreign(Foreign::VendorBill)
    },
    Synonyms {
        en: &["Contra Account", "Offset Account", "Offsetting Account", "Balancing Account", "Split"],
        ko: &["상대계정", "상대계정코드"],
        zh: &["对方科目", "对方科目编码"],
        ja: &["相手科目", "相手勘定科目"],
        de: &["Gegenkonto", "Gegenkonto (ohne BU-Schlüssel)"],
        fr: &["Contrepartie", "Compte de contrepartie"],
        es: &["Contrapartida", "Cuenta de contrapartida"],
        ..Synonyms::foreign(Foreign::Contra)
    },
];
