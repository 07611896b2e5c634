//! Headers of bank statements as banks' own portals write them. Words that a ledger uses as well
//! (date, balance, account) are vague here: the running balance tells what they are.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Value Date", "Val Date", "Value Dt", "Effective Date", "Interest Date"],
        ko: &["기산일", "기산일자"],
        zh: &["起息日", "起息日期", "价值日"],
        de: &["Wertstellungstag", "Wertstellung", "Valutadatum", "Wertstellungsdatum", "Wert"],
        fr: &["Date de valeur", "Date valeur", "Date val"],
        es: &["F.Valor", "Fecha valor", "Fecha de valor", "F. Valor", "F Valor"],
        // A currency or an amount as well: the cells say.
        vague: &["Valuta", "Valeur", "Valor", "Value"],
        ..Synonyms::field(Field::ValueDate)
    },
    Synonyms {
        en: &["Booking Date", "Posting Date", "Post Date", "Bank Date", "Entry Date", "Posted Date", "Date Posted", "Booked On", "Booked"],
        ko: &["거래일시", "입출금일", "입출금일자"],
        zh: &["记账日期", "记账日", "入账日期", "入账日", "入账时间"],
        ja: &["取引日", "お取引日", "取扱日"],
        de: &["Buchungstag", "Buchungsdatum", "Buchung am"],
        fr: &["Date opération", "Date d'opération", "Date de l'opération", "Date comptable", "Date de comptabilisation", "Date opé"],
        es: &["F. Contable", "Fecha operación", "Fecha de operación", "F. Operación", "Fecha contable", "Fecha operativa", "Fecha movimiento", "Fecha de movimiento"],
        vague: &["年月日", "Date Completed", "Date Completed (UTC)", 
            "Date", "Datum", "Fecha", "일자", "날짜", "일시", "거래일", "거래일자", "日期", "Transaction Date", "Trans Date", "Tran Date", "Txn Date",
            "交易日期", "交易日", "交易时间", "Completed Date", "发生时间", "发生日期", "Buchung", "Date de transaction", "Fecha de transacción",
        ],
        ..Synonyms::field(Field::BookingDate)
    },
    Synonyms {
        en: &[
            "Debit", "Dr", "Debits", "Debit Amount", "Amount Debit", "Withdrawal", "Withdrawals", "Withdrawal Amount", "Withdrawal Amt",
            "Paid Out", "Money Out", "Payments Out", "Debit Amt", "Amount Out", "Outflow",
        ],
        ko: &["지급", "지불금액", "출금", "출금액", "출금금액", "찾으신금액", "찾으신 금액", "지급금액", "지급액", "인출금액", "출금거래금액"],
        zh: &["借方", "借方发生额", "借方金额", "支出", "支出金额", "转出金额", "借方发生金额", "支取金额", "借方支取金额", "付方发生额"],
        ja: &["お引出し", "出金", "出金額", "お支払金額", "お引出金額", "出金金額"],
        de: &["Soll", "Lastschrift", "Belastung", "Belastungen", "Auszahlung", "Auszahlungen", "Sollbetrag", "Soll-Umsatz", "Ausgang"],
        fr: &["Débit", "Débits", "Montant débit", "Sortie", "Sorties", "Montant au débit"],
        es: &["Debe", "Cargo", "Cargos", "Débito", "Débitos", "Retiro", "Retiros", "Egreso", "Egresos", "Importe cargo", "Salidas"],
        ..Synonyms::field(Field::Debit)
    },
    Synonyms {
        en: &[
            "Credit", "Cr", "Credits", "Credit Amount", "Amount Credit", "Deposit", "Deposits", "Deposit Amount", "Deposit Amt",
            "Paid In", "Money In", "Payments In", "Credit Amt", "Amount In", "Inflow",
        ],
        ko: &["입금", "입금액", "입금금액", "맡기신금액", "맡기신 금액", "입금거래금액"],
        zh: &["贷方", "贷方发生额", "贷方金额", "收入", "收入金额", "转入金额", "贷方发生金额", "存入金额", "贷方存入金额", "收方发生额"],
        ja: &["預かり金額", "お預かり金額", "お預入れ", "入金", "お預り金額", "預入金額", "入金金額", "お預入金額"],
        de: &["Haben", "Gutschrift", "Gutschriften", "Einzahlung", "Einzahlungen", "Habenbetrag", "Haben-Umsatz", "Eingang"],
        fr: &["Crédit", "Crédits", "Montant crédit", "Entrée", "Entrées", "Montant au crédit"],
        es: &["Haber", "Abono", "Abonos", "Crédito", "Créditos", "Depósito", "Depósitos", "Ingreso", "Ingresos", "Importe abono", "Entradas"],
        ..Synonyms::field(Field::Credit)
    },
    Synonyms {
        en: &["Running Balance", "Account Balance", "Closing Balance", "Ledger Balance", "Book Balance", "Balance After", "Balance After Transaction", "Closing Ledger Balance"],
        ko: &["남은금액", "남은 금액", "거래후잔액", "거래후 잔액", "통장잔액", "계좌잔액", "거래후잔고", "잔고"],
        zh: &["账户余额", "交易后余额", "本次余额", "当前余额", "账面余额", "帐户余额", "联机余额"],
        ja: &["差引残高", "お残高"],
        de: &["Kontosaldo", "Kontostand", "Saldo nach Buchung", "Buchungssaldo"],
        fr: &["Solde après opération", "Solde courant", "Solde comptable", "Solde progressif"],
        es: &["Saldo contable", "Saldo tras operación", "Saldo después", "Saldo posterior"],
        vague: &["残高", "Balance", "Saldo", "Solde", "잔액", "余额"],
        ..Synonyms::field(Field::Balance)
    },
    Synonyms {
        en: &["End-to-End ID", "End to End Reference", "Customer Reference", "Payer Reference", "Client Reference", "EndToEndId"],
        ko: &["고객참조번호"],
        zh: &["客户参考号", "客户附言号"],
        de: &["Kundenreferenz", "End-to-End-Referenz", "Ende-zu-Ende-Referenz", "EREF"],
        fr: &["Référence client", "Référence de bout en bout", "Référence donneur d'ordre"],
        es: &["Referencia cliente", "Referencia del cliente", "Referencia ordenante"],
        vague: &["Payment Reference", "Payment Ref", "Zahlungsreferenz", "Référence paiement", "Référence de paiement", "Referencia de pago", "付款参考号", "Reference", "Ref", "참조", "参考号", "Referenz", "Référence", "Réf", "Referencia"],
        ..Synonyms::field(Field::EndToEndId)
    },
    Synonyms {
        en: &["Bank Reference", "Bank Ref", "Transaction ID", "Transaction Reference", "Txn ID", "FITID", "Bank Transaction ID", "Transaction Ref"],
        ko: &["은행거래번호", "은행참조번호", "은행거래고유번호", "거래번호", "거래고유번호"],
        zh: &["交易流水", "业务流水号", "交易流水号", "流水号", "银行流水号", "核心流水号", "交易编号", "账户明细编号"],
        de: &["Transaktions-Nr.", "Transaktions-Nr", "Bankreferenz", "Transaktions-ID", "Umsatz-ID", "Transaktionsnummer", "Bank-Referenz"],
        fr: &["Référence banque", "N° opération", "Numéro d'opération", "Identifiant opération"],
        es: &["Referencia banco", "Nº operación", "Nº movimiento", "Número de operación", "Nº de movimiento"],
        ..Synonyms::field(Field::BankRef)
    },
    Synonyms {
        en: &[
            "Remittance Information", "Remittance Info", "Payment Details", "Transaction Details", "Narration", "Transaction Narrative",
            "Unstructured Remittance", "Transaction Description", "Payment Description", "Transaction Particulars",
        ],
        ko: &["기재내용", "거래내용", "통장메모", "받는통장메모", "거래기록사항", "기록사항", "보낸분메모", "통장표시내용", "거래메모"],
        zh: &["附言", "用途", "交易附言", "交易摘要", "汇款用途", "交易用途", "交易说明"],
        ja: &["摘要内容", "お取り扱い内容", "お取扱内容", "取扱内容"],
        de: &["Verwendungszweck", "Buchungsdetails", "Zahlungsgrund"],
        fr: &["Libellé opération", "Libellé de l'opération", "Libellé complémentaire", "Motif du virement", "Communication", "Communications"],
        es: &["Concepto", "Concepto ampliado", "Concepto de la operación", "Descripción de la operación", "Descripción del movimiento"],
        vague: &["Buchungstext", "Particulars", "Narrative", "Memo", "Motif", "Movimiento", "메모", "Detalle"],
        ..Synonyms::field(Field::Remittance)
    },
    Synonyms {
        en: &["TRN Type", "Transaction Type", "Transaction Code", "Tran Type", "Trans Type", "BAI Code", "Txn Type", "Tran Code"],
        ko: &["거래구분", "거래종류", "거래유형"],
        zh: &["交易类型", "交易类别", "业务类型", "交易种类"],
        de: &["Buchungstext", "Umsatzart", "Vorgang", "GVC", "Buchungsart", "Vorgangsart"],
        fr: &["Type d'opération", "Nature de l'opération", "Code opération", "Type opération"],
        es: &["Tipo de movimiento", "Tipo operación", "Tipo de operación", "Código de operación"],
        vague: &["Subcategory", "Category", "Type", "구분", "类型", "Typ", "Art", "Nature", "Tipo"],
        ..Synonyms::field(Field::TransactionCode)
    },
    Synonyms {
        en: &[
            "D/C", "Dr/Cr", "Cr/Dr", "C/D", "DC", "Debit/Credit", "Credit/Debit", "Debit/Credit Indicator", "Debit Credit Indicator",
            "D/C Indicator", "DC Indicator", "Dr/Cr Indicator", "CreditDebitIndicator", "CdtDbtInd", "Debit or Credit", "Credit or Debit", "DR or CR",
        ],
        ko: &["차대", "차/대", "대차", "차대구분", "대차구분", "차변대변", "차변/대변", "입출금구분", "입출구분", "입출금", "입출금유형", "입/출금", "입금/출금", "入出金区分", "入出金"],
        zh: &["借贷", "借/贷", "借贷标志", "借贷方向", "借贷标识", "借贷别", "收支标志", "收支方向", "收付标志", "收/支", "收支类型", "收支", "借贷类型", "借贷标记", "收付方向", "借方/贷方"],
        de: &["Soll Haben Kennzeichen", "S/H", "SH", "Soll/Haben", "Soll-/Haben-Kennzeichen", "Soll/Haben-Kennzeichen", "S/H-Kennzeichen", "SH-Kennzeichen", "Umsatz S/H"],
        fr: &["Sens", "Débit/Crédit", "Sens de l'opération"],
        es: &["D/H", "Debe/Haber", "Cargo/Abono", "Débito/Crédito", "Signo"],
        codes: &["SHKZG"],
        vague: &[
            "Type", "Transaction Type", "Trans Type", "Tran Type", "Txn Type", "Movement Type", "Sign", "Direction",
            "구분", "거래구분", "거래종류", "거래유형", "유형", "类型", "交易类型", "交易类别", "业务类型", "交易种类", "方向", "取引区分",
            "Art", "Typ", "Umsatzart", "Buchungstext", "Buchungsart", "Vorgang", "Kennzeichen", "Type d'opération", "Type opération",
            "Nature de l'opération", "Nature", "Tipo", "Tipo de movimiento", "Tipo movimiento", "Tipo de operación", "Tipo operación",
        ],
        ..Synonyms::field(Field::Side)
    },
    Synonyms {
        en: &["Statement No", "Statement Number", "Stmt No"],
        ko: &["명세서번호"],
        zh: &["对账单号", "对账单编号"],
        de: &["Auszugsnummer", "Auszugs-Nr", "Kontoauszug Nr", "Auszug Nr"],
        fr: &["N° relevé", "Numéro de relevé"],
        es: &["Nº extracto", "Número de extracto"],
        ..Synonyms::field(Field::StatementNo)
    },
    Synonyms {
        en: &["Deposited To", "Remittance Bank Account", "Credited Account", "Own Account", "Our Account", "Account IBAN", "Own IBAN", "Statement Account"],
        ko: &["수납계좌", "당사계좌번호", "본인계좌", "당사계좌"],
        zh: &["到账账户", "本方账号", "本方账户", "我方账号"],
        de: &["Eingangskonto", "Zahlungseingangskonto", "Gutschriftskonto", "IBAN Auftraggeberkonto", "IBAN Kontoinhaber", "Auftragskonto", "IBAN Auftragskonto", "Eigenes Konto", "Eigene IBAN"],
        fr: &["Compte d'encaissement", "Compte crédité", "Compte tenu", "Notre compte"],
        es: &["Cuenta de abono", "Cuenta de cobro", "Cuenta propia", "Nuestra cuenta"],
        vague: &[
            "Receiving Account", "Receiving Bank Account", "Deposit Account", "수취계좌", "수취계좌번호", "收款账号", "收款账户", "收款银行账号", "收款帐号", "입금계좌", "입금계좌번호",
            "Bank Account No", "Bankkonto", "Compte bancaire", "Cuenta bancaria", "银行账号", "银行账户", "Account", "Account No", "Account Number", "Bank Account", "IBAN", "계좌", "계좌번호", "账号", "账户", "Konto", "Kontonummer",
            "Compte", "N° compte", "Numéro de compte", "Cuenta", "Nº cuenta", "CLABE", "RIB", "Account Name",
        ],
        ..Synonyms::field(Field::BankAccount)
    },
];
