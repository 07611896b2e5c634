//! Headers of what tax law wants on an invoice beside its amounts, and of addresses and accounts.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &[
            "Tax Code", "VAT Code", "GST Code", "Tax Category", "VAT Category", "Tax Category Code",
            "VAT Category Code", "Tax Type", "VAT Type", "Tax Treatment", "VAT Treatment",
        ],
        ko: &["과세구분", "과세유형", "세금코드", "부가세구분", "세무구분", "과세종류"],
        zh: &["税务处理", "计税方式", "涉税处理", "税码", "税收类别", "计税类型", "税务代码", "税种代码"],
        de: &["Steuerkennzeichen", "Steuercode", "Steuerschlüssel", "MwSt-Code", "MwSt-Kennzeichen"],
        fr: &["Code TVA", "Code taxe", "Régime TVA", "Catégorie TVA"],
        es: &["Código IVA", "Código de impuesto", "Clave de impuesto", "Indicador IVA", "Régimen IVA"],
        codes: &["MWSKZ"],
        ..Synonyms::field(Field::TaxCode)
    },
    Synonyms {
        en: &[
            "Exemption Note", "Exemption Reason", "Tax Exemption Reason", "VAT Exemption Reason", "Tax Exempt Reason",
            "Zero Rate Reason", "Reason for No Tax", "Reason for Exemption", "Tax Exemption Text",
            "VAT Exemption Text", "Reverse Charge Text", "Tax Note", "VAT Note",
        ],
        ko: &["영세율근거", "비과세 사유", "영세율 사유", "영세율 근거", "면세 근거", "면세사유", "영세율사유", "비과세사유", "영세율적용사유", "면세근거", "세무비고"],
        zh: &["零税率依据", "零税率说明", "免税法规依据", "免税原因", "零税率原因", "免税理由", "免税依据", "税收说明", "免税说明"],
        de: &["Befreiungsgrund", "Steuerbefreiungsgrund", "Grund der Steuerbefreiung", "Steuerhinweis"],
        fr: &["Motif d'exonération", "Raison d'exonération", "Mention TVA", "Mention exonération"],
        es: &["Motivo de exención", "Causa de exención", "Causa de la exención", "Mención IVA", "Mención de IVA", "Mención exención"],
        vague: &["Exemption"],
        ..Synonyms::field(Field::TaxReason)
    },
    Synonyms {
        en: &["Fapiao Code"],
        ko: &["발표코드"],
        zh: &["发票代码", "原发票代码(蓝字)", "票据代码"],
        ..Synonyms::field(Field::FapiaoCode)
    },
    Synonyms {
        en: &["Amount in Words", "Total in Words", "Amount (in Words)", "Sum in Words", "In Words"],
        ko: &["한글금액", "금액(한글)", "합계금액(한글)", "한글합계금액"],
        zh: &["大写金额", "金额大写", "合计大写", "价税合计(大写)", "人民币大写", "金额(大写)", "大写合计"],
        de: &["Betrag in Worten", "Summe in Worten"],
        fr: &["Montant en lettres", "Somme en lettres"],
        es: &["Importe en letras", "Monto en letras", "Cantidad con letra", "Importe con letra"],
        ..Synonyms::field(Field::AmountInWords)
    },
    Synonyms {
        en: &["Deposit Applied", "Less Prepaid", "Prepayment Applied", "Less Prepayment", "Credit Applied", "Advance Applied", "Prepaid", "Prepaid Amount", "Advance Payment", "Down Payment", "Deposit Paid", "Advance Paid",
            "Prepayment", "Less Deposit", "Advance Deducted"],
        ko: &["기납부액", "선수금 차감", "선수금", "선급금", "선입금", "선수금공제"],
        zh: &["已预付金额", "预收抵扣", "预付抵扣", "预付款", "预付金额", "预收款", "已预付"],
        de: &["Abzüglich Anzahlung", "Angezahlt", "Vorausgezahlt", "Anzahlung", "Anzahlungsbetrag", "Geleistete Anzahlung"],
        fr: &["Acompte déduit", "Acomptes versés", "Acompte", "Acompte versé", "Avance versée"],
        es: &["Anticipo aplicado", "Anticipo descontado", "A cuenta", "Anticipo", "Pago anticipado", "Anticipos"],
        ..Synonyms::field(Field::Prepaid)
    },
    Synonyms {
        en: &["Rounding", "Rounding Amount", "Rounding Adjustment", "Rounding Difference", "Round Off", "Payable Rounding Amount"],
        ko: &["단수조정", "단수차이", "단수조정액", "끝전조정"],
        zh: &["尾差", "舍入金额", "尾差调整", "四舍五入调整"],
        de: &["Rundung", "Rundungsbetrag", "Rundungsdifferenz"],
        fr: &["Arrondi", "Montant d'arrondi"],
        es: &["Redondeo", "Ajuste por redondeo"],
        ..Synonyms::field(Field::RoundingAmount)
    },
    Synonyms {
        en: &["Billing Address 1", "Billing Address Line 1", "Billing Street", "Address", "Street", "Billing Address", "Bill To Address", "Street Address", "Address Line 1",
            "Invoice Address", "Mailing Address", "Registered Address"],
        ko: &["주소1", "기본주소", "주소 1", "주소", "사업장주소", "청구지주소", "고객주소", "거래처주소"],
        zh: &["地址1", "地址", "客户地址", "开票地址", "账单地址", "注册地址"],
        ja: &["住所"],
        de: &["Straße 1", "Adresse 1", "Adresse", "Straße", "Rechnungsadresse", "Rechnungsanschrift", "Anschrift"],
        fr: &["Adresse 1", "Adresse", "Rue", "Adresse de facturation"],
        es: &["Dirección", "Calle", "Dirección de facturación", "Domicilio", "Domicilio fiscal"],
        codes: &["STRAS"],
        ..Synonyms::field(Field::Address)
    },
    Synonyms {
        en: &["Billing Town", "City", "Billing City", "Town", "Bill To City"],
        ko: &["시/도", "시도", "시군구", "도시"],
        zh: &["城市"],
        de: &["Ort", "Stadt"],
        fr: &["Ville"],
        es: &["Población", "Municipio", "Ciudad", "Localidad"],
        codes: &["ORT01"],
        ..Synonyms::field(Field::City)
    },
    Synonyms {
        en: &["ZIP", "ZIP Code", "Postcode", "Postal Code", "Zip", "Zip Code", "Billing Postal Code", "Billing Zip"],
        ko: &["우편번호"],
        zh: &["邮编", "邮政编码"],
        ja: &["郵便番号"],
        de: &["PLZ", "Postleitzahl"],
        fr: &["Code postal"],
        es: &["C.P.", "CP", "Código postal"],
        codes: &["PSTLZ"],
        ..Synonyms::field(Field::PostalCode)
    },
    Synonyms {
        en: &["Country", "Country Code", "Billing Country", "Bill To Country", "Buyer Country", "Customer Country",
            "Client Country", "Buyer Country Code"],
        ko: &["국가", "국가코드", "고객국가", "거래처국가"],
        zh: &["国家", "客户国家", "国别"],
        de: &["Land", "Länderkennzeichen"],
        fr: &["Pays", "Pays client", "Code pays"],
        es: &["País", "País cliente"],
        codes: &["LAND1"],
        ..Synonyms::field(Field::Country)
    },
    Synonyms {
        en: &["Seller Country", "Supplier Country", "Issuer Country", "Issuing Country", "Seller Country Code",
            "Entity Country", "Billing Entity Country"],
        ko: &["공급자국가", "발행국가", "판매자국가"],
        zh: &["销售方国家", "开票国家", "卖方国家"],
        de: &["Land des Verkäufers", "Ausstellerland", "Verkäuferland"],
        fr: &["Pays du vendeur", "Pays vendeur", "Pays émetteur"],
        es: &["País del vendedor", "País vendedor", "País emisor"],
        ..Synonyms::field(Field::SellerCountry)
    },
    Synonyms {
        en: &["Pay-to Account", "Remittance Bank Account", "Remit-to Bank Account", "Pay To Bank Account", "Remit-to IBAN", "Pay Into Account", "Bank Account for Payment", "Remit To", "Remit-to Account", "Remit To Bank Account", "Remittance Account", "Pay To Account",
            "Pay to IBAN", "Remit To IBAN", "Our Bank Account", "Our IBAN", "Payee Account", "Beneficiary Account",
            "Beneficiary IBAN", "Approved Remit-to Account", "Seller Bank Account"],
        ko: &["수금 계좌", "입금 계좌", "입금계좌", "입금계좌번호", "수취계좌", "수금계좌", "당사계좌"],
        zh: &["收款银行及账号", "收款账户号", "收款账号", "收款账户", "我方账号", "销方银行账号", "销售方银行账号", "收款银行账号"],
        de: &["Unsere Bankverbindung", "Zahlungsempfänger IBAN", "Zielkonto", "IBAN Zahlungsempfänger", "Konto für Zahlung", "Zahlbar auf IBAN", "Zahlbar auf Konto", "Überweisung an IBAN", "Bitte zahlen auf IBAN", "Zahlbar an", "Unsere IBAN", "Empfängerkonto", "Empfänger-IBAN"],
        fr: &["IBAN de règlement", "IBAN règlement", "Compte de règlement", "RIB de règlement", "IBAN pour règlement", "Règlement sur IBAN", "Compte à créditer", "RIB vendeur", "IBAN à créditer", "Compte bénéficiaire", "IBAN bénéficiaire", "Notre IBAN"],
        es: &["Cuenta bancaria de pago", "Cuenta de ingreso", "IBAN de abono", "IBAN de cobro", "Cuenta de cobro", "Cuenta para pago", "IBAN para pago", "Cuenta de abono", "Cuenta beneficiaria", "IBAN beneficiario", "Cuenta para el pago"],
        vague: &["Bankverbindung IBAN", "Bankverbindung", "Bank Details", "Datos bancarios", "Coordonnées bancaires", "Payment Account", "납부계좌", "IBAN", "Bank Account", "Bankkonto", "계좌번호", "银行账号", "银行账户", "Cuenta bancaria", "Compte bancaire"],
        ..Synonyms::field(Field::RemitTo)
    },
    Synonyms {
        en: &["Amt in LC", "Amount LC", "LC Amount", "Loc.Curr.Amount", "Accounted Amount", "Amount in HC", "Equivalent", "Equivalent Amount", "Amount in USD", "Amount in EUR", "Functional Currency Amount", "Reporting Amount", "GBP Equivalent", "USD Equivalent", "Amount in GBP", "Base Equivalent", "Loc Amt", "Local Amt", "Amt in loc.cur.", "Amount in LC", "Amount in Loc. Curr.", "Local Amount", "Amount in Local Currency", "Local Currency Amount", "Functional Amount",
            "Base Currency Amount", "Local Currency Equivalent", "Equivalent in Local Currency",
            "Converted Amount", "Home Currency Amount", "KRW Equivalent", "EUR Equivalent", "CNY Equivalent"],
        ko: &["원화 환산액", "환산액", "원화금액", "원화환산액", "원화환산금액", "현지통화금액", "장부금액", "환산금액", "자국통화금액"],
        zh: &["折合金额", "折合本币", "本币折算金额", "本币金额", "本位币金额", "人民币金额", "折合人民币", "折人民币金额"],
        de: &["Betrag in Landeswährung", "Betr. in HW", "Betr. Hauswährung", "Betrag in LW", "Gegenwert", "Gegenwert Hauswährung", "EUR-Gegenwert", "Umgerechneter Betrag", "Betrag in EUR", "Betrag in Euro", "Gegenwert in EUR", "Betrag in Hauswährung", "Hauswährungsbetrag", "Betrag Hauswährung"],
        fr: &["Contrevaleur", "Équivalent en euros", "Montant converti", "Montant en devise interne", "Montant en monnaie locale", "Contre-valeur", "Montant en devise locale"],
        es: &["Contravalor en moneda local", "Equivalente en euros", "Equivalente en moneda local", "Importe convertido", "Equivalente en pesos", "Importe en euros", "Importe en EUR", "Contravalor en euros", "Importe en ML", "Importe en moneda local", "Contravalor", "Importe moneda local"],
        codes: &["DMBTR"],
        ja: &["国内通貨額"],
        ..Synonyms::field(Field::LocalAmount)
    },
    Synonyms {
        en: &["Local Crcy", "LC Currency", "Accounted Currency", "To Ccy", "Company Currency", "Reporting Currency", "Loc Ccy", "Local Curr", "Loc Curr", "Local Currency", "Home Currency", "Functional Currency", "Base Currency", "To Currency", "Target Currency"],
        ko: &["현지통화", "기준통화", "장부통화", "자국통화"],
        zh: &["本位币", "本币", "本位币种"],
        de: &["Nach Währung", "Zielwährung", "Hauswährung", "Landeswährung", "Lokalwährung"],
        fr: &["Devise interne", "Devise locale"],
        es: &["Moneda destino", "Divisa destino", "Moneda local", "Moneda funcional"],
        codes: &["HWAER"],
        ja: &["国内通貨"],
        vague: &["LCurr", "LCrcy", "HWähr", "To", "Nach", "To Curr"],
        ..Synonyms::field(Field::LocalCurrency)
    },
    Synonyms {
        en: &["Conversion Date", "Rate Date", "Exchange Rate Date", "FX Date", "FX Rate Date", "Date of Rate", "Quotation Date"],
        ko: &["환율일자", "고시일", "고시일자", "환율기준일", "적용일자"],
        zh: &["汇率日期", "牌价日期", "公布日期"],
        de: &["Kursdatum", "Datum des Kurses"],
        fr: &["Date du cours", "Date de cours"],
        es: &["Fecha cambio", "Fecha de cambio", "Fecha del cambio", "Fecha del tipo de cambio", "Fecha tipo de cambio"],
        vague: &["Date", "일자", "날짜", "日期", "Datum", "Fecha"],
        ..Synonyms::field(Field::RateDate)
    },
    Synonyms {
        en: &["Our VAT ID", "VAT No Seller", "Supplier Tax ID", "Seller VAT Number", "Our Tax Number", "Our EIN", "Seller EIN", "Our VAT Reg", "Our VAT No", "Seller VAT No", "Seller Tax ID", "Supplier VAT No", "Our Tax ID", "Seller VAT ID", "Issuer Tax ID", "Our VAT Number", "Seller VAT"],
        ko: &["공급자 번호", "공급자 사업자번호", "공급자 사업자등록번호", "공급자사업자등록번호", "공급자등록번호", "당사 사업자번호", "공급자 등록번호"],
        zh: &["销方纳税人税号", "销方税号", "销售方税号", "销方识别号", "销售方纳税人识别号", "销方纳税人识别号", "销方纳税识别号"],
        de: &["USt-IdNr Leistungserbringer", "USt-IdNr Lieferant", "USt-IdNr Leistender", "USt-IdNr Absender", "USt-IdNr eigene", "USt-IdNr Verkäufer", "Unsere USt-IdNr", "USt-IdNr des Verkäufers", "Eigene USt-IdNr", "USt-IdNr Aussteller", "USt-IdNr Rechnungssteller"],
        fr: &["TVA émetteur", "N° TVA prestataire", "N° TVA vendeur", "N° TVA émetteur", "Notre N° TVA", "TVA du vendeur"],
        es: &["NIF proveedor", "CIF vendedor", "RUT emisor", "NIF propio", "NIF emisor", "NIF del emisor", "CIF emisor", "NIF vendedor", "RFC Emisor", "NIF del vendedor"],
        ..Synonyms::field(Field::SellerTaxId)
    },
];
