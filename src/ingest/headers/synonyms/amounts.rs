//! Headers of amounts, quantities, prices and currencies.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &[
            "Net", "Net Amount", "Net Amt", "Net Total", "Net Value", "Subtotal", "Sub Total",
            "Amount excl. Tax", "Amount Excl VAT", "Amount Before Tax", "Total Excl Tax",
            "Total Before Tax", "Taxable Amount", "Taxable Value", "LineAmount", "Line Net",
            "Line Amount", "Net Line Amount", "Amount ex VAT", "Amount ex Tax", "Line Net Amount",
        ],
        ko: &["공급가액", "공급가", "과세표준", "순금액", "세전금액", "공급가액합계"],
        zh: &["金额(不含税)", "不含税金额", "未税金额", "税前金额", "不含税价", "净额"],
        de: &["Netto", "Nettobetrag", "Summe netto", "Nettowert", "Betrag netto", "Netto-Betrag"],
        fr: &["HT", "Montant HT", "Montant ligne HT", "Total ligne HT", "Total hors taxes", "Total HT", "Montant hors taxe", "Net HT"],
        es: &["Neto", "Base imponible", "Importe sin IVA", "Importe neto", "Base", "Monto neto"],
        codes: &["NETWR"],
        vague: &[
            "Amount", "Total", "Line Total", "Extended Price", "Extended Amount", "Extension",
            "합계", "금액", "金额", "合计金额", "Betrag", "Montant", "Importe", "Monto", "Warenwert",
            "Summe",
        ],
        ..Synonyms::field(Field::Net)
    },
    Synonyms {
        en: &[
            "Tax", "VAT", "GST", "Sales Tax", "Tax Amount", "VAT Amount", "GST Amount", "TaxTotal",
            "Total Tax", "Total VAT", "Tax Value",
        ],
        ko: &["세액", "부가세", "부가가치세", "부가세액", "VAT금액", "세액합계"],
        zh: &["税额", "合计税额", "增值税", "增值税额", "税金"],
        de: &[
            "MwSt", "USt", "Steuer", "Steuerbetrag", "MwSt-Betrag", "Umsatzsteuer",
            "Mehrwertsteuer",
        ],
        fr: &["TVA", "Montant TVA", "Taxe", "Total TVA", "Montant de TVA"],
        es: &["IVA", "Impuesto", "Cuota IVA", "Importe IVA", "Impuestos", "Monto IVA"],
        codes: &["MWSBK", "MWSBP"],
        ..Synonyms::field(Field::Tax)
    },
    Synonyms {
        en: &[
            "Tax %", "Tax Rate", "VAT Rate", "VAT %", "GST Rate", "GST %", "Tax Percent",
            "Tax Pct", "VAT Pct", "VAT Percentage",
        ],
        ko: &["세율", "부가세율", "과세율"],
        zh: &["税率", "征收率", "增值税率"],
        de: &["Steuersatz", "MwSt-Satz", "USt-Satz", "MwSt %", "USt %"],
        fr: &["Taux TVA", "Taux de TVA", "TVA %", "% TVA"],
        es: &["% IVA", "Tipo IVA", "Tasa", "Tipo de IVA", "Tasa IVA"],
        vague: &[
            "Tax Code", "VAT", "Tax", "GST", "과세구분", "과세유형", "MwSt", "TVA", "IVA",
            "Steuerkennzeichen", "Code TVA",
        ],
        ..Synonyms::field(Field::TaxRate)
    },
    Synonyms {
        en: &[
            "Total", "Gross", "Gross Amount", "Invoice Amount", "Invoice Amt", "Inv Amt",
            "Bill Amount", "Amount incl. Tax", "Amount Incl VAT", "Total incl VAT",
            "Total Incl Tax", "Grand Total", "Invoice Total", "Invoice Value", "Total Amount",
            "Total Invoice Amount", "Amount Payable", "Total Due", "Billed Amount", "Total Billed",
            "Gross Total", "Total Charges", "Original Amount", "Invoice Gross",
        ],
        ko: &["합계", "합계금액", "총액", "청구금액", "총금액", "청구액", "총청구금액", "공급대가", "청구총액"],
        zh: &["价税合计", "含税金额", "总金额", "发票金额", "应收金额", "开票金额", "含税总额", "账单金额", "发票总额", "账单总额"],
        de: &[
            "Brutto", "Bruttobetrag", "Gesamtbetrag", "Rechnungsbetrag", "Endbetrag", "Gesamt",
            "Rechnungssumme", "Bruttosumme",
        ],
        fr: &["TTC", "Montant TTC", "Total TTC", "Net à payer", "Montant total", "Montant facture"],
        es: &[
            "Total", "Importe total", "Bruto", "Total factura", "Monto total", "Importe factura",
            "Total con IVA",
        ],
        vague: &[
            "Amount", "Line Total", "금액", "金额", "合计金额", "合计", "Betrag", "Montant", "Importe",
            "Monto", "Summe", "WRBTR",
        ],
        ..Synonyms::field(Field::Gross)
    },
    Synonyms {
        en: &[
            "Open Amount", "Outstanding", "Outstanding Amount", "Amount Due", "Remaining",
            "Remaining Amount", "Amount Due Remaining", "Open Balance", "Balance Due", "O/S",
            "O/S Amount", "InvoiceAmountDue", "Unpaid Amount", "Amount Outstanding",
        ],
        ko: &["미수금", "미수잔액", "미결제금액", "미회수금액", "미입금액", "미수금액", "미수금잔액"],
        zh: &["未收金额", "欠款", "未清金额", "未付金额", "应收余额", "欠款金额", "未回款金额"],
        de: &["Offener Betrag", "Restbetrag", "OP-Betrag", "Offen", "Offener Posten"],
        fr: &["Reste dû", "Montant ouvert", "Restant dû", "Solde dû", "Reste à payer"],
        es: &["Pendiente", "Importe pendiente", "Saldo abierto", "Saldo pendiente"],
        vague: &["Balance", "Saldo", "Solde", "잔액", "余额"],
        ..Synonyms::field(Field::OpenAmount)
    },
    Synonyms {
        en: &[
            "Amount", "Amt", "Line Total", "Extended Price", "Extended Amount", "Extension",
            "Charge Amount", "Line Value", "Freight Amount", "Fee Amount",
        ],
        ko: &["금액", "거래금액", "요금액", ],
        zh: &["金额", "费用金额", ],
        de: &["Betrag", "Gesamtpreis", "Positionsbetrag"],
        fr: &["Montant", "Montant ligne", "Total ligne"],
        es: &["Importe", "Monto", "Importe de línea", "Importe línea", "Total línea"],
        codes: &["WRBTR", "KWBTR"],
        vague: &[
            "Transaction Amount", "Txn Amount", "Umsatz", "Umsatzbetrag", "交易金额", "发生额", "발생금액", "Montant de l'opération",
            "Importe operación", "Amount Booked",
            "Value", "Sum", "Total", "Total Amount", "Charge", "Charges", "Fee", "합계", "요금", "费用",
            "Summe", "Wert", "Somme", "Valor", "Gebühr", "总额", "총액", "Betrag in HW", "DMBTR",
            "Payment Amount", "Amount Paid", "Paid Amount", "Receipt Amount", "Amount Received",
            "입금액", "입금금액", "수금액", "송금액", "收款金额", "回款金额", "付款金额", "Zahlbetrag",
            "Zahlungsbetrag", "Montant réglé", "Montant encaissé", "Importe cobrado",
            "Importe pagado",
        ],
        trap: &["운임", "运费",],
        ..Synonyms::field(Field::Amount)
    },
    Synonyms {
        en: &["Primary Currency", 
            "Currency", "Curr", "CCY", "Currency Code", "Invoice Currency", "Billing Currency",
            "Document Currency", "Agreed Currency", "Curr Code", "Transaction Currency",
            "Contract Currency",
        ],
        ko: &["통화", "화폐", "통화코드", "화폐단위", "청구통화", "통화단위", "결제통화"],
        zh: &["币种", "货币", "币别", "结算币种", "开票币种", "货币代码"],
        de: &["Währungscode", 
            "Währung", "Whg", "WKZ", "Währungsschlüssel", "Rechnungswährung", "HWähr",
            "Hauswährung",
        ],
        fr: &["Devise", "Monnaie", "Code devise"],
        es: &["Moneda", "Divisa", "Código de moneda"],
        codes: &["WAERS", "LCurr", "KWAER"],
        ..Synonyms::field(Field::Currency)
    },
    Synonyms {
        en: &[
            "Exchange Rate", "FX Rate", "ROE", "Rate of Exchange", "Conversion Rate",
            "Currency Rate", "Mid Rate", "Closing Rate", "Reference Rate", "Spot Rate",
        ],
        ko: &["환율", "적용환율", "매매기준율", "기준환율"],
        zh: &["汇率", "中间价", "折算汇率"],
        de: &["Kurs", "Wechselkurs", "Umrechnungskurs", "Referenzkurs"],
        fr: &["Taux de change", "Cours"],
        es: &["Tipo de cambio", "T.C."],
        codes: &["KURSF"],
        ..Synonyms::field(Field::FxRate)
    },
    Synonyms {
        en: &[
            "Quantity", "Qty", "Billed Qty", "Number of Units", "Invoiced Quantity",
            "Unit Quantity", "Order Quantity",
        ],
        ko: &["수량", "청구수량"],
        zh: &["数量", "计费数量"],
        de: &["Menge", "Anzahl"],
        fr: &["Quantité", "Qté"],
        es: &["Cantidad", "Cant"],
        codes: &["FKIMG", "MENGE"],
        vague: &["Units"],
        ..Synonyms::field(Field::Qty)
    },
    Synonyms {
        en: &[
            "Unit", "UoM", "Unit of Measure", "Charge Unit", "Rate Basis", "Charge Basis",
            "Per Unit", "Billing Unit", "Rate Unit", "Basis",
        ],
        ko: &["단위", "요금단위", "과금단위"],
        zh: &["单位", "计费单位", "计量单位"],
        de: &["Einheit", "ME", "Mengeneinheit", "Abrechnungseinheit"],
        fr: &["Unité", "Unité de mesure", "Unité de facturation"],
        es: &["Unidad", "UM", "Unidad de medida"],
        codes: &["MEINS", "VRKME"],
        vague: &["Per", "Pro", "Par", "Por"],
        ..Synonyms::field(Field::Unit)
    },
    Synonyms {
        en: &["Rate per kg", "Price per kg", "Price per unit", "Monthly Price", 
            "Unit Price", "Rate", "Price", "Tariff", "MRC", "UnitAmount", "Unit Rate", "Base Rate",
            "Price per Unit", "Contract Rate", "Rate Amount", "Unit Cost Price", "Freight Rate",
            "Sell Rate", "Rate per Kg", "Selling Rate", "List Price", "Contract Price",
        ],
        ko: &["단가", "요율", "단위가격", "월요금", "계약단가", "운임단가", "적용단가", "판매단가"],
        zh: &["单价", "费率", "价格", "运价", "合同单价", "不含税单价", "服务单价", "销售单价"],
        de: &["Preis pro kg", "Monatspreis", "Preis je Einheit", 
            "Einzelpreis", "Preis", "Stückpreis", "Satz", "EP", "Preis pro Einheit", "Frachtsatz",
            "Tarif",
        ],
        fr: &["Prix au kg", "Prix mensuel", 
            "Prix unitaire", "PU", "Tarif", "Prix", "PU HT", "Prix unitaire HT", "Tarif unitaire",
        ],
        es: &["Tarifa por kg", "Precio mensual", "Precio por kg", "Precio unitario", "Precio", "Tarifa", "P.U.", "Precio unit"],
        codes: &["KBETR", "NETPR"],
        vague: &["Taux", "Cost"],
        ..Synonyms::field(Field::UnitPrice)
    },
    Synonyms {
        en: &[
            "Discount", "Allowance", "Rebate", "Discount Amount", "Discount %", "Discount Rate",
            "Disc",
        ],
        ko: &["할인", "할인액", "할인금액", "에누리", "할인율"],
        zh: &["折扣", "优惠", "返利", "折扣额", "优惠金额", "折扣率"],
        de: &["Rabatt", "Nachlass", "Rabatt %"],
        fr: &["Remise", "Rabais", "Remise %"],
        es: &["Descuento", "Dto", "Bonificación", "% Dto"],
        ..Synonyms::field(Field::Discount)
    },
    Synonyms {
        en: &[
            "Minimum Charge", "Min Charge", "Minimum", "Min Amount", "Min Price", "Minimum Cost",
            "Minimum Fee", "Minimum Rate", "Min Freight", "Min Chg",
        ],
        ko: &["최소운임", "최저운임", "최소요금", "최저요금", "최소금액", "미니멈", "기본요금"],
        zh: &["最低收费", "最低运费", "起步价", "最低消费", "最低费用", "最低计费"],
        de: &[
            "Mindestpreis", "Mindestbetrag", "Minimum", "Mindestfracht", "Mindestgebühr",
            "Minimalpreis",
        ],
        fr: &["Minimum de facturation", 
            "Minimum de perception", "Minimum", "Montant minimum", "Tarif minimum",
            "Minimum facturable",
        ],
        es: &["Cargo mínimo", "Mínimo", "Importe mínimo", "Tarifa mínima", "Precio mínimo"],
        vague: &["Min"],
        ..Synonyms::field(Field::MinCharge)
    },
    Synonyms {
        en: &[
            "Maximum Charge", "Max Charge", "Maximum", "Max Amount", "Max Price", "Cap",
            "Maximum Fee", "Max Chg",
        ],
        ko: &["최대운임", "최고운임", "최대요금", "최고요금", "상한금액"],
        zh: &["最高收费", "最高运费", "封顶价", "最高费用"],
        de: &["Höchstpreis", "Höchstbetrag", "Maximum", "Maximalpreis"],
        fr: &["Maximum", "Montant maximum", "Plafond tarif", "Maximum facturable"],
        es: &["Cargo máximo", "Máximo", "Importe máximo", "Tarifa máxima"],
        vague: &["Max"],
        ..Synonyms::field(Field::MaxCharge)
    },
    Synonyms {
        en: &[
            "Weight From", "Min Weight", "From Weight", "From Kg", "Weight Break From",
            "Weight Min", "Min Wt", "Kg From", "Min Weight Qty", "Minimum Weight", "Weight Break",
            "Weight Over",
        ],
        ko: &["중량시작", "중량(부터)", "최소중량", "중량하한", "중량구간시작", "시작중량"],
        zh: &["起始重量", "重量起", "最小重量", "重量下限", "重量段起"],
        de: &["Gewicht von", "Gewicht ab", "ab kg", "von kg", "Mindestgewicht"],
        fr: &["Poids de", "Poids min", "Poids minimum", "De kg", "Tranche de"],
        es: &["Peso desde", "Desde kg", "Peso mínimo", "Rango desde"],
        vague: &["From", "Von", "De", "Desde"],
        ..Synonyms::field(Field::WeightFrom)
    },
    Synonyms {
        en: &[
            "Weight To", "Max Weight", "To Weight", "To Kg", "Weight Break To", "Weight Max",
            "Max Wt", "Kg To", "Max Weight Qty", "Maximum Weight", "Weight Up To", "Up To Kg",
        ],
        ko: &["중량종료", "중량(까지)", "최대중량", "중량상한", "중량구간종료", "종료중량"],
        zh: &["截止重量", "重量止", "最大重量", "重量上限", "重量段止"],
        de: &["Gewicht bis", "bis kg", "Höchstgewicht"],
        fr: &["Poids à", "Poids max", "Poids maximum", "À kg", "Tranche à", "Jusqu'à kg"],
        es: &["Peso hasta", "Hasta kg", "Peso máximo", "Rango hasta"],
        vague: &["To", "Bis", "Hasta", "Up To"],
        ..Synonyms::field(Field::WeightTo)
    },
    Synonyms {
        en: &[
            "Est. Revenue", "Estimated Revenue", "Quoted", "Quoted Amount", "Quote Amount",
            "Quotation Amount", "Expected Amount", "Expected Revenue", "Estimated Amount",
            "Estimated Value", "Job Value", "Unbilled Amount", "Unbilled Value", "WIP Amount",
            "WIP Value", "Accrued Revenue", "Expected Billing", "Est Value", "Sell Amount",
        ],
        ko: &["예상매출", "예상매출액", "견적금액", "예상금액", "미청구금액", "예상청구액", "미청구액", "예상청구금액", "견적가"],
        zh: &["预估收入", "预计收入", "报价金额", "预估金额", "未开票金额", "暂估收入", "应收预估", "预计开票金额"],
        de: &[
            "Erlös erwartet", "Erwarteter Erlös", "Angebotswert", "Planerlös", "Erwarteter Umsatz",
            "Nicht fakturierter Betrag",
        ],
        fr: &[
            "CA estimé", "Devis", "Montant estimé", "Montant du devis", "Revenu estimé",
            "Montant non facturé",
        ],
        es: &[
            "Ingreso estimado", "Cotizado", "Monto cotizado", "Importe estimado",
            "Importe no facturado",
        ],
        vague: &["Revenue", "매출액", "收入", "Erlös", "Ingreso"],
        ..Synonyms::field(Field::EstRevenue)
    },
    Synonyms {
        en: &[
            "Cost", "Cost Amount", "Accrual", "Accrued Cost", "Buy", "Buy Amount", "Total Cost",
            "Job Cost", "Freight Cost", "Vendor Cost", "Buy Rate Amount", "Estimated Cost",
        ],
        ko: &["원가", "매입액", "예상비용", "매입원가", "매입금액", "예상원가"],
        zh: &["成本", "预提", "应付成本", "成本金额", "预估成本"],
        de: &["Kosten", "Rückstellung", "Einstandskosten"],
        fr: &["Coût", "Provision", "Coût total"],
        es: &["Costo", "Coste", "Provisión", "Costo total"],
        ..Synonyms::field(Field::Cost)
    },
    Synonyms {
        en: &["Credit Limit", "Credit Line", "Limit"],
        ko: &["여신한도", "신용한도", "한도액", "여신한도액"],
        zh: &["信用额度", "授信额度", "信用限额"],
        de: &["Kreditlimit", "Limit", "Kreditlinie"],
        fr: &["Limite de crédit", "Plafond", "Encours autorisé", "Plafond de crédit"],
        es: &["Límite de crédito", "Línea de crédito", "Límite"],
        codes: &["KLIMK"],
        ..Synonyms::field(Field::CreditLimit)
    },
];
