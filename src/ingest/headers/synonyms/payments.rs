//! Headers of payments, remittance advices and settlement.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Check/EFT No", "Check EFT No", "EFT No", "Check/EFT Number", "Payment Doc", "Payment Advice No", "Cheque/EFT No", 
            "Payment No", "Payment ID", "Receipt No", "Receipt ID", "Confirmation No",
            "Payment Document", "Payment Number", "Cash Receipt No", "Collection No",
        ],
        ko: &["입금번호", "수금번호", "수납번호", "입금전표번호", "영수번호"],
        zh: &["回款编号", "收款流水编号", "收款单号", "回款单号", "付款单号", "收款编号", "到账编号"],
        ja: &["入金伝票No", "入金伝票番号", "入金番号", "領収番号"],
        de: &["Avis-Nr.", "Avisnummer", "Zahlung Nr", "Zahlungsnummer", "Zahlungs-Nr", "Zahlungsbeleg", "Zahlungs-ID"],
        fr: &["N° paiement", "N° encaissement", "N° règlement"],
        es: &["Nº pago", "Nº cobro", "Nº recibo"],
        vague: &["Payment Reference", "Transaction ID", "거래번호", "流水号"],
        ..Synonyms::field(Field::PaymentNo)
    },
    Synonyms {
        en: &[
            "Payment Date", "Receipt Date", "Date Received", "Received On", "Received Date",
            "Date of Payment", "Collection Date of Payment",
        ],
        ko: &["입금일", "입금일자", "수금일", "수금일자", "수납일", "송금일"],
        zh: &["收款日期", "到账日期", "回款日期", "付款日期", "入账日"],
        ja: &["入金日"],
        de: &["Zahldatum", "Eingang am", "Eingangsdatum", "Zahlungsdatum", "Zahlungseingang", "Zahlungseingang am", "Eingangsdatum Zahlung"],
        fr: &["Date de paiement", "Date d'encaissement", "Date de règlement"],
        es: &["Fecha pago", "Fecha cobro", "Fecha de pago", "Fecha de cobro", "Fecha del pago"],
        vague: &["Deposit Date", "单据日期", "Fecha docto", 
            "BUDAT", "Posting Date", "Value Date", "Booking Date", "Transaction Date", "Date", "Paid Date", "Booked",
            "Settlement Date", "전기일", "기산일", "거래일", "거래일자", "일자", "过账日期", "记账日期", "交易日期",
            "日期", "Buchungsdatum", "Buchungstag", "Valuta", "Datum", "Date de valeur",
            "Date opération", "Fecha valor", "Fecha operación", "Fecha",
        ],
        ..Synonyms::field(Field::PaymentDate)
    },
    Synonyms {
        en: &[
            "Payer", "Payer Name", "Paid By", "Remitter", "Remitter Name", "Business Partner",
            "Ordering Customer", "Debtor Name", "Originator", "Sender Name", "Received From",
            "Counterparty Name", "Counter Party", "Payer / Payee", "Payee / Payer",
        ],
        ko: &["입금자", "입금자명", "송금인", "의뢰인", "보낸분", "납부자", "상대예금주", "의뢰인/수취인", "보낸분/받는분", "상대계좌예금주명"],
        zh: &["收(付)方名称", "收付方名称", "对手户名", "交易对方", "对方名", "付款人", "付款人名称", "付款方", "付款方名称", "汇款人", "对方户名", "付款单位", "对方名称", "对方单位", "对方单位名称", "对方账户名称", "对方账号名称"],
        ja: &["振込名義", "振込人", "振込依頼人", "入金者", "振込人名義"],
        de: &["Name Gegenkonto", "Auftraggeber/Zahlungsempfänger", "Auftraggeber/Zahlungspflichtiger", 
            "Zahler", "Auftraggeber", "Einzahler", "Zahlungspflichtiger", "Geschäftspartner", "Name Zahlungsbeteiligter",
            "Begünstigter/Zahlungspflichtiger", "Beguenstigter/Zahlungspflichtiger", "Auftraggeber/Empfänger", "Empfänger/Auftraggeber",
            "Auftraggeber / Begünstigter", "Name Auftraggeber",
        ],
        fr: &["Payeur", "Donneur d'ordre", "Émetteur", "Nom du payeur", "Tiers payeur", "Nom contrepartie", "Contrepartie"],
        es: &["Pagador", "Ordenante", "Nombre del pagador", "Contraparte", "Ordenante/Beneficiario", "Beneficiario/Ordenante"],
        vague: &["得意先名", "得意先略称", "客户简称", "Tiers", 
            "Customer", "Customer Name", "Client", "Client Name", "Counterparty", "Name", "Party",
            "거래처", "거래처명", "고객명", "客户", "客户名称", "Kunde", "Kundenname", "Nom du client",
            "Cliente", "Nombre",
        ],
        codes: &["PARTN"],
        ..Synonyms::field(Field::PayerName)
    },
    Synonyms {
        en: &[
            "Parent", "Parent Company", "Parent Customer", "Parent Name", "Parent Account", "Group Payer", "Paying Parent", "Head Office",
            "Ultimate Parent", "Group Company", "National Account", "Alternative Payer", "Paying Customer", "Payer of Record",
        ],
        ko: &["모회사", "모회사명", "지급처", "대금지급처", "결제처", "그룹사", "지배회사", "통합지급처"],
        zh: &["母公司", "母公司名称", "集团公司", "付款母公司", "代付公司", "统一付款方", "上级客户"],
        ja: &["親会社", "支払元"],
        de: &["Muttergesellschaft", "Konzernmutter", "Mutterunternehmen", "Regulierer", "Abweichender Regulierer", "Konzernzahler", "Zentralregulierer"],
        fr: &["Société mère", "Maison mère", "Groupe payeur", "Client payeur", "Société payeuse"],
        es: &["Matriz", "Empresa matriz", "Sociedad matriz", "Casa matriz", "Grupo pagador", "Cliente pagador"],
        codes: &["KNRZE"],
        vague: &["Payer", "Zahler", "Payeur", "Pagador", "付款方", "Konzern", "Grupo", "Groupe"],
        ..Synonyms::field(Field::ParentName)
    },
    Synonyms {
        en: &[
            "Payer Account", "Payer IBAN", "IBAN", "Counterparty Account", "Debtor Account",
            "Remitter Account", "Sender Account", "Counterparty IBAN", "Counterparty Account Number",
        ],
        ko: &["상대계좌", "상대계좌번호", "송금계좌", "출금계좌번호"],
        zh: &["付款人账号", "付款方账号", "收(付)方账号", "收(付)方帐号", "收付方账号", "付款银行账户", "对手账号", "交易对方账号", "付款账号", "对方账号", "付款方账号", "汇款账号", "对方账户", "对方帐号"],
        de: &["IBAN Zahler", "IBAN des Zahlers", "IBAN Zahlungsbeteiligter", "Kontonummer Auftraggeber", "IBAN Auftraggeber", "Kontonummer/IBAN", "Gegenkonto"],
        fr: &["IBAN donneur d'ordre", "Compte du payeur", "RIB payeur", "Compte contrepartie", "IBAN contrepartie"],
        es: &["Cuenta ordenante", "Cuenta del pagador", "IBAN ordenante", "Cuenta contraparte"],
        vague: &["Receiving Account", "Receiving Bank Account", "Deposit Account", "수취계좌", "수취계좌번호", "收款账号", "收款账户", "收款银行账号", "收款帐号", "입금계좌", "입금계좌번호",
            "Bank Account No", "Bankkonto", "Compte bancaire", "Cuenta bancaria", "银行账号", "银行账户", "Account Number", "Bank Account", "계좌번호", "账号", "Kontonummer", "RIB", "CLABE"],
        codes: &["PIBAN", "PAKTO"],
        ..Synonyms::field(Field::PayerAccount)
    },
    Synonyms {
        en: &[
            "Payment Reference", "Payment Ref", "Remittance Ref", "Remittance Information",
            "Remittance Info", "Reference Info", "Payment Details", "Check No", "Cheque No",
            "End-to-End ID", "Structured Reference", "Reference Information",
        ],
        ko: &["입금참조", "송금참조", "수표번호", "이체메모", "받는통장표시"],
        zh: &["付款参考号", "付款附言", "汇款用途", "支票号", "付款用途"],
        de: &["Zahlungsreferenz", "Scheck-Nr", "Kundenreferenz", "End-to-End-Referenz"],
        fr: &["Référence paiement", "N° chèque", "Référence bancaire", "Référence du virement"],
        es: &["Referencia de pago", "Nº cheque", "Ref. bancaria", "Clave de rastreo"],
        vague: &["Reference", "Ref", "참조", "参考号", "Referenz", "Référence", "Referencia"],
        ..Synonyms::field(Field::PaymentRef)
    },
    Synonyms {
        en: &[
            "Clearing Date", "Cleared Date", "Cleared On", "Settled Date", "Settlement Date",
            "Paid Date", "Paid On", "Date Paid", "Payment Date", "Date Settled", "Closed Date",
        ],
        ko: &["반제일", "반제일자", "결제완료일", "수금일", "입금일", "입금일자", "수금일자"],
        zh: &["清账日期", "结清日期", "收款日期", "回款日期", "到账日期", "付款日期", "核销日期"],
        de: &["Ausgleichsdatum", "Ausgleich am", "Bezahlt am", "Zahlungsdatum", "Zahlungseingang"],
        fr: &["Date de lettrage", "Date de règlement", "Date de paiement", "Payée le"],
        es: &["Fecha compensación", "Fecha de compensación", "Fecha de pago", "Fecha de cobro"],
        codes: &["AUGDT"],
        ..Synonyms::field(Field::ClearedDate)
    },
    Synonyms {
        en: &["Disputed", "In Dispute", "Dispute", "Dispute Flag", "Is Disputed"],
        ko: &["분쟁", "분쟁여부", "이의", "이의제기여부"],
        zh: &["争议", "是否有争议", "异议"],
        de: &["Strittig", "Klärfall", "Reklamation", "In Klärung"],
        fr: &["Litige", "En litige", "Contestée"],
        es: &["Disputa", "En disputa", "Reclamación"],
        ..Synonyms::field(Field::Disputed)
    },
];
