//! Headers of the general ledger: accounts, their balances, their postings. What banks and ledgers
//! both say (debit, credit, balance) stands with the banks.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &[
            "G/L Account", "GL Account", "G/L Acct", "GL Acct", "G/L Account No", "GL Account No", "GL Code", "Ledger Account", "Nominal Code", "Nominal Account",
            "Account Code", "Main Account", "General Ledger Account", "Control Account", "Chart of Accounts Code", "Reconciliation Account", "Natural Account",
        ],
        ko: &["계정코드", "계정과목코드", "계정 코드", "총계정코드", "GL계정", "계정과목번호"],
        zh: &["科目编码", "科目代码", "科目编号", "会计科目编码", "会计科目代码", "总账科目编码", "总账科目", "科目号"],
        ja: &["勘定科目コード", "科目コード"],
        de: &["Sachkonto", "Sachkontonummer", "Hauptbuchkonto", "Abstimmkonto", "Kontonummer Sachkonto", "Fibukonto", "Fibu-Konto"],
        fr: &["CompteNum", "Compte général", "N° de compte général", "Compte comptable", "N° compte comptable", "Code compte", "Compte collectif"],
        es: &["Subcuenta", "Cuenta contable", "Código cuenta", "Código de cuenta", "Cuenta de mayor", "Nº cuenta contable", "Cuenta mayor"],
        codes: &["HKONT", "SAKNR", "RACCT"],
        vague: &["Account", "Account No", "Account Number", "Acct", "계정", "계정번호", "科目", "Konto", "Kontonummer", "Compte", "N° compte", "Numéro de compte", "Cuenta", "Nº cuenta"],
        ..Synonyms::field(Field::AccountNo)
    },
    Synonyms {
        en: &["Account Description", "Account Title", "GL Account Name", "G/L Account Name", "GL Account Description", "G/L Account Description", "GL Description", "Ledger Name", "Nominal Name"],
        ko: &["계정과목", "계정과목명", "계정명", "계정명칭"],
        zh: &["科目名称", "会计科目", "会计科目名称", "科目全称"],
        ja: &["勘定科目", "勘定科目名"],
        de: &["Kontobezeichnung", "Sachkontobezeichnung", "Kontenbezeichnung", "Kontoname"],
        fr: &["CompteLib", "Intitulé du compte", "Libellé du compte", "Libellé compte", "Intitulé compte"],
        es: &["Nombre cuenta", "Nombre de la cuenta", "Descripción cuenta", "Descripción de la cuenta", "Título cuenta", "Denominación cuenta"],
        codes: &["TXT50"],
        vague: &["Account Name", "Bezeichnung", "Intitulé", "Denominación"],
        ..Synonyms::field(Field::AccountName)
    },
    Synonyms {
        en: &["Opening Balance", "Beginning Balance", "Begin Balance", "Balance Brought Forward", "Opening Bal", "Starting Balance"],
        ko: &["기초잔액", "기초 잔액", "전기이월", "이월잔액", "전월이월"],
        zh: &["期初余额", "年初余额", "期初金额", "月初余额"],
        ja: &["期首残高", "前月残高"],
        de: &["Anfangssaldo", "Eröffnungssaldo", "EB-Wert", "Saldovortrag", "Anfangsbestand"],
        fr: &["Solde initial", "Solde d'ouverture", "À-nouveau", "Report à nouveau", "Solde début"],
        es: &["Saldo inicial", "Saldo de apertura", "Saldo apertura", "Saldo anterior"],
        ..Synonyms::field(Field::OpeningBalance)
    },
    Synonyms {
        vague: &["정산번호", "정산서번호", "채권번호", "应收编号", "Invoice Reference", "分개", "日记账分录", "Buchungsbeleg", "Écriture comptable", "Asiento contable", "Document Reference", "Comprobante No", "PieceRef", "N° pièce", "Numéro de pièce", "Pièce", "Asiento", "Nº asiento", "Journal Entry", "JE Number", "凭证字号"],
        es: &["N° factura", "Nro factura", "Nro. comprobante", "Nº comprobante", "No. factura", "Folio interno"],
        en: &["Vch No", "Vch Number", "Document Invoice Number", "Invoice/Credit No"],
        ko: &["청구번호"],
        de: &["Belegfeld 1", "Belegfeld1"],
        fr: &["PieceRef", "Réf. pièce", "Pièce réf"],
        ..Synonyms::field(Field::InvoiceNo)
    },
    // What a ledger says where a bank says something else.
    Synonyms {
        ko: &["차변", "차변금액", "차변 금액", "차변발생액"],
        zh: &["本期借方", "借方本期发生额", "本期借方发生额"],
        ja: &["支払い金額", "支払金額", "引落金額", "借方", "借方金額"],
        en: &["Entered Debit", "Entered Dr", "Period Net Dr", "Period Debit", "Debit LC", "Debit Movement"],
        de: &["Umsatz Soll", "Soll EUR"],
        fr: &["Mouvement débit", "Mouvements débit"],
        es: &["Debe periodo"],
        ..Synonyms::field(Field::Debit)
    },
    Synonyms {
        ko: &["대변", "대변금액", "대변 금액", "대변발생액"],
        zh: &["本期贷方", "贷方本期发生额", "本期贷方发生额"],
        ja: &["預かり金額", "預り金額", "貸方", "貸方金額"],
        en: &["Entered Credit", "Entered Cr", "Period Net Cr", "Period Credit", "Credit LC", "Credit Movement"],
        de: &["Umsatz Haben", "Haben EUR"],
        fr: &["Mouvement crédit", "Mouvements crédit"],
        es: &["Haber periodo"],
        ..Synonyms::field(Field::Credit)
    },
    Synonyms {
        en: &["Ending Balance", "End Balance", "Balance Carried Forward", "Closing Bal", "Year-to-date Balance", "YTD Balance"],
        ko: &["기말잔액", "차기이월", "기말 잔액"],
        zh: &["期末余额", "期末金额", "月末余额"],
        ja: &["期末残高"],
        de: &["Endsaldo", "Schlusssaldo", "Saldo kumuliert", "Endbestand"],
        fr: &["Solde final", "Solde de clôture", "Solde fin", "Solde débiteur"],
        es: &["Saldo final", "Saldo de cierre", "Saldo actual"],
        vague: &["Disponible"],
        ..Synonyms::field(Field::Balance)
    },
    Synonyms {
        ko: &["전표일자", "전표일", "기표일자"],
        zh: &["制单日期", "过账日期"],
        de: &["Buchungsdatum"],
        fr: &["EcritureDate", "Date d'écriture", "Date écriture"],
        es: &["Fecha asiento", "Fecha del asiento"],
        en: &["Accounting Date", "Acctg Date", "Accounting Dt", "GL Date", "G/L Date", "Journal Date"],
        vague: &["日付"],
        ..Synonyms::field(Field::BookingDate)
    },
];
