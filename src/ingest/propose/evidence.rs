//! What speaks for each kind of table: columns with their weights, and words in names.

use super::kinds::OPEN_ITEMS;
use crate::ingest::headers::Foreign;
use crate::table::{Field, Field::*, Kind};

/// What speaks for a kind and what against it. Weights are in points; the columns of an ordinary
/// list of a kind bring ten to twenty.
pub(super) struct Evidence {
    pub kind: Kind,
    /// The column by which rows of the kind are known.
    pub key: Field,
    /// One of these must be plainly there, or the kind is asked. Empty: the key is enough.
    pub core: &'static [Field],
    pub points: &'static [(Field, i32)],
    pub foreign: &'static [(Foreign, i32)],
    pub names: &'static [&'static str],
}

#[rustfmt::skip]
pub(super) static EVIDENCE: &[Evidence] = &[
    Evidence {
        kind: Kind::Jobs,
        key: JobNo,
        core: &[],
        points: &[
            (JobNo, 4), (Awb, 2), (Container, 1), (PickupDate, 3), (DeliveryDate, 3), (PodDate, 3),
            (PodName, 2), (ServiceDate, 2), (Origin, 2), (Destination, 2), (Weight, 2),
            (ChargeableWeight, 2), (Pieces, 2), (HoldReason, 3), (EstRevenue, 3), (Project, 1),
            (ServiceCode, 1), (Status, 1), (CustomerName, 1), (CustomerNo, 1), (Site, 1),
            (VendorName, 1), (ContractNo, 1), (Owner, 1), (Cost, 1),
            (InvoiceDate, -3), (DueDate, -4), (Gross, -2), (Tax, -3), (LineNo, -3), (ValidFrom, -4),
            (ValidTo, -4), (MinCharge, -4), (WeightFrom, -4), (InvoiceNo, -1), (UnitPrice, -1),
            (OpenAmount, -3), (DocType, -1), (Discount, -2),
        ],
        foreign: &[(Foreign::Planned, 1), (Foreign::Bank, -2), (Foreign::Payment, -1)],
        names: &["job", "shipment", "order", "consignment", "wip", "unbilled", "delivery", "deliveries",
            "작업", "미청구", "운송", "오더", "배송", "未开票", "作业", "运单", "订单", "委托", "auftrage", "sendungen",
            "expeditions", "dossiers", "expedientes", "envios"],
    },
    Evidence {
        kind: Kind::Invoices,
        key: InvoiceNo,
        core: &[InvoiceDate, DueDate, Gross, Net, OpenAmount],
        points: &[
            (InvoiceNo, 5), (InvoiceDate, 3), (DueDate, 3), (Gross, 3), (Tax, 2), (Net, 2), (Amount, 1),
            (OpenAmount, 3), (SentDate, 2), (DocType, 1), (OriginalInvoice, 1), (Currency, 1),
            (Terms, 1), (TaxId, 1), (CustomerName, 1), (CustomerNo, 1), (Entity, 1), (PoNo, 1),
            (LineNo, -5), (Qty, -3), (UnitPrice, -4), (PickupDate, -3), (DeliveryDate, -2),
            (PodDate, -3), (PodName, -2), (Origin, -1), (Destination, -1), (Weight, -1),
            (HoldReason, -3), (ValidFrom, -5), (MinCharge, -5), (Discount, -1), (PaymentNo, -4),
        ],
        foreign: &[(Foreign::Collection, 1), (Foreign::Days, 1), (Foreign::Bank, -2)],
        names: &[OPEN_ITEMS, "invoice", "header", "billing", "receivable", "ar", "청구서", "세금계산서", "계산서", "청구", "송장",
            "发票", "开票", "账单", "应收", "rechnungen", "rechnung", "faktura", "factures", "facture", "facturas", "factura"],
    },
    Evidence {
        kind: Kind::Lines,
        key: InvoiceNo,
        core: &[LineNo, Qty, UnitPrice, ServiceCode, Text, JobNo, TaxRate, ServiceId],
        points: &[
            (InvoiceNo, 4), (LineNo, 4), (Qty, 3), (UnitPrice, 3), (ServiceCode, 2), (Text, 1),
            (JobNo, 2), (Net, 1), (Amount, 1), (Discount, 2), (Unit, 2), (Awb, 1), (ServiceDate, 1),
            (TaxRate, 1), (Project, 1), (Currency, 1), (ServiceId, 2), (PeriodFrom, 1), (PeriodTo, 1),
            (DueDate, -1), (OpenAmount, -3), (Gross, -1), (ValidFrom, -4), (MinCharge, -4),
            (HoldReason, -3), (PodDate, -2), (PodName, -2), (SentDate, -1), (PaymentNo, -4),
        ],
        foreign: &[(Foreign::Bank, -2), (Foreign::Stock, -1), (Foreign::Payment, -2)],
        names: &["line", "detail", "item", "charge", "상세", "명세", "라인", "내역", "明细", "positionen", "position",
            "lignes", "lineas", "detalle"],
    },
    Evidence {
        kind: Kind::Rates,
        key: UnitPrice,
        core: &[],
        points: &[
            (UnitPrice, 4), (ValidFrom, 4), (ValidTo, 4), (MinCharge, 4), (MaxCharge, 3),
            (WeightFrom, 3), (WeightTo, 3), (ContractNo, 3), (ServiceCode, 2), (Origin, 1),
            (Destination, 1), (Zone, 1), (Unit, 1), (Container, 1), (Currency, 1), (CustomerName, 1),
            (CustomerNo, 1), (VendorName, 1),
            (JobNo, -6), (InvoiceNo, -6), (InvoiceDate, -5), (Qty, -3), (DeliveryDate, -5),
            (PodDate, -5), (PickupDate, -4), (DueDate, -5), (Gross, -3), (Tax, -3), (LineNo, -3),
            // Lines and circuits in use, each with what it costs a month.
            (ServiceId, -8), (StartDate, -4), (Site, -2),
        ],
        foreign: &[(Foreign::Stock, -2), (Foreign::Bank, -2)],
        names: &["rate", "rates", "tariff", "price", "contract", "요율", "단가", "운임표", "계약", "费率", "价格", "单价",
            "合同", "运价", "preise", "preisliste", "tarif", "tarife", "tarifs", "tarifas"],
    },
    // A fuel table has a percentage by week or month, and no price.
    Evidence {
        kind: Kind::Rates,
        key: FuelPercent,
        core: &[],
        points: &[
            (FuelPercent, 6), (ValidFrom, 4), (ValidTo, 3), (Period, 2), (ServiceCode, 1), (VendorName, 1),
            (CustomerName, 1), (CustomerNo, 1), (ContractNo, 2),
            (JobNo, -6), (InvoiceNo, -8), (InvoiceDate, -6), (Qty, -4), (DeliveryDate, -5), (PodDate, -5),
            (PickupDate, -4), (DueDate, -6), (Gross, -4), (Net, -4), (Amount, -3), (Tax, -4), (LineNo, -4),
            (PaymentNo, -6), (OpenAmount, -5),
        ],
        foreign: &[(Foreign::Stock, -2), (Foreign::Bank, -2)],
        names: &["fuel", "diesel", "bunker", "index", "surcharge", "유류", "할증", "燃油", "附加费率", "dieselzuschlag", "carburant", "combustible"],
    },
    Evidence {
        kind: Kind::Customers,
        key: CustomerName,
        core: &[],
        points: &[
            (CustomerName, 3), (CustomerNo, 3), (Address, 1), (City, 1), (Country, 1), (PoRequired, 5), (ProjectRequired, 5), (PodRequired, 5),
            (Terms, 2), (CreditLimit, 4), (TaxId, 2), (Contact, 2), (Currency, 1), (HeldSince, 5), (ClosedOn, 3),
            (JobNo, -6), (InvoiceNo, -8), (InvoiceDate, -5), (DueDate, -5), (DeliveryDate, -5),
            (PickupDate, -5), (PodDate, -5), (ServiceDate, -3), (Gross, -4), (Net, -4), (Tax, -4),
            (Qty, -4), (UnitPrice, -6), (Amount, -3), (OpenAmount, -4), (ValidFrom, -2), (Weight, -4),
        ],
        foreign: &[(Foreign::Address, 1), (Foreign::Person, 1), (Foreign::Bank, -2)],
        names: &["customer", "customers", "client", "clients", "requirement", "master", "거래처", "고객", "客户",
            "kunden", "debitoren", "clientes"],
    },
    Evidence {
        kind: Kind::FxRates,
        key: FxRate,
        core: &[],
        points: &[
            (FxRate, 7), (Currency, 3), (LocalCurrency, 3), (RateDate, 3),
            (InvoiceNo, -9), (JobNo, -9), (CustomerNo, -6), (CustomerName, -6), (Amount, -5),
            (Gross, -5), (Net, -5), (UnitPrice, -5), (Qty, -6), (OpenAmount, -5), (PaymentNo, -6),
            (PayerName, -6), (LocalAmount, -4),
        ],
        foreign: &[(Foreign::Bank, -3), (Foreign::Stock, -2), (Foreign::Payment, -3)],
        names: &["fx", "exchange", "환율", "汇率", "wechselkurse", "kurse", "change", "cambio"],
    },
    Evidence {
        kind: Kind::Payments,
        key: Amount,
        core: &[PayerName, PaymentNo, PayerAccount, PaymentDate, PaymentRef],
        points: &[
            (Amount, 2), (PaymentNo, 5), (PaymentDate, 3), (PayerName, 4), (PayerAccount, 3),
            (PaymentRef, 3), (Text, 1), (Currency, 1),
            (InvoiceNo, -4), (InvoiceDate, -4), (DueDate, -5), (JobNo, -5), (Gross, -1), (Tax, -4),
            (Qty, -5), (UnitPrice, -6), (DeliveryDate, -5), (PickupDate, -5), (PodDate, -5),
            (OpenAmount, -4), (LineNo, -2), (Terms, -3), (ValidFrom, -5), (ClearedDate, -1),
            (Balance, -4), (Debit, -4), (Credit, -4),
        ],
        foreign: &[(Foreign::Payment, 1), (Foreign::Bank, -1), (Foreign::Stock, -2)],
        names: &["payment", "payments", "receipt", "receipts", "collection", "cash", "입금", "수금", "수납",
            "收款", "回款", "到账", "zahlungen", "zahlung", "zahlungseingange", "paiements", "encaissements",
            "reglements", "pagos", "cobros"],
    },
    Evidence {
        kind: Kind::Remittances,
        key: InvoiceNo,
        core: &[PaymentNo],
        points: &[
            (InvoiceNo, 4), (PaymentNo, 7), (Amount, 2), (Discount, 1), (PaymentDate, 1), (Text, 1),
            (InvoiceDate, -1), (DueDate, -4), (JobNo, -4), (Gross, -1), (Tax, -3), (Qty, -5),
            (UnitPrice, -6), (DeliveryDate, -5), (PickupDate, -5), (OpenAmount, -3), (PayerName, -2),
        ],
        foreign: &[(Foreign::Payment, 1), (Foreign::Stock, -2)],
        names: &["remittance", "remittances", "remit", "advice", "advices", "allocation", "application", "송금내역",
            "입금내역", "汇款通知", "付款通知", "avis", "zahlungsavis", "remesa"],
    },
    Evidence {
        kind: Kind::Orders,
        key: PoNo,
        core: &[PoAmount, PoUsed, PoBalance],
        points: &[
            (PoNo, 4), (PoAmount, 5), (PoUsed, 4), (PoBalance, 4), (ValidFrom, 2), (ValidTo, 3),
            (Status, 1), (CustomerName, 1), (CustomerNo, 1), (Currency, 1),
            (InvoiceNo, -6), (JobNo, -5), (InvoiceDate, -5), (DueDate, -5), (Qty, -4),
            (UnitPrice, -5), (DeliveryDate, -5), (PickupDate, -5), (LineNo, -3), (Gross, -2),
            (PaymentNo, -5), (Tax, -3),
        ],
        foreign: &[(Foreign::Bank, -2), (Foreign::Stock, -2), (Foreign::Payment, -1)],
        names: &["po", "pos", "purchase order", "budget", "발주", "예산", "采购订单", "预算", "bestellungen",
            "bons de commande", "ordenes de compra"],
    },
    Evidence {
        kind: Kind::Inventory,
        key: ServiceId,
        core: &[StartDate],
        points: &[
            (ServiceId, 5), (StartDate, 5), (EndDate, 4), (UnitPrice, 1), (Site, 2), (ServiceCode, 1),
            (CustomerName, 1), (CustomerNo, 1), (Status, 1),
            (InvoiceNo, -8), (JobNo, -5), (InvoiceDate, -6), (DueDate, -6), (LineNo, -4), (Qty, -3),
            (ValidFrom, -3), (Net, -4), (Tax, -4), (Gross, -4), (DeliveryDate, -4), (PeriodFrom, -4),
            (PaymentNo, -6),
        ],
        foreign: &[(Foreign::Bank, -2), (Foreign::Stock, -2), (Foreign::Payment, -2)],
        names: &["inventory", "circuits", "services", "회선", "서비스현황", "电路", "线路", "在用", "anschlusse",
            "leitungen", "bestand", "inventaire", "lignes en service", "inventario", "lineas en servicio"],
    },
    Evidence {
        kind: Kind::Disputes,
        key: InvoiceNo,
        core: &[Verdict, DisputeNo, ResolvedDate],
        points: &[
            (InvoiceNo, 4), (DisputeNo, 6), (Verdict, 5), (ResolvedDate, 4), (Status, 1),
            (Amount, 1), (CustomerName, 1),
            (DueDate, -3), (Qty, -5), (UnitPrice, -5), (Tax, -4), (Net, -3), (Gross, -2),
            (DeliveryDate, -4), (PickupDate, -4), (PaymentNo, -4), (LineNo, -4), (OpenAmount, -2),
        ],
        foreign: &[(Foreign::Collection, 1), (Foreign::Bank, -2), (Foreign::Stock, -2)],
        names: &["dispute", "disputes", "이의", "분쟁", "争议", "reklamationen", "litiges", "disputas"],
    },
    Evidence {
        kind: Kind::Promotions,
        key: PromoNo,
        core: &[PromoPercent, PromoAmount, FreeUnits, Discount],
        points: &[
            (PromoNo, 7), (PromoPercent, 4), (PromoAmount, 4), (FreeUnits, 4), (Stacking, 4), (Discount, 3),
            (ValidFrom, 2), (ValidTo, 2), (ServiceCode, 1), (CustomerName, 1), (CustomerNo, 1),
            (InvoiceNo, -7), (JobNo, -6), (InvoiceDate, -5), (DueDate, -5), (Qty, -4), (UnitPrice, -4),
            (DeliveryDate, -5), (LineNo, -3), (Gross, -4), (Tax, -4), (PaymentNo, -5),
        ],
        foreign: &[(Foreign::Bank, -2), (Foreign::Stock, -2)],
        names: &["promo", "promos", "promotion", "promotions", "campaign", "campaigns", "프로모션", "판촉", "促销", "优惠",
            "aktionen", "promociones"],
    },
    Evidence {
        kind: Kind::BankLines,
        key: Balance,
        core: &[BookingDate, ValueDate],
        points: &[
            (Balance, 3), (Debit, 3), (Credit, 3), (BookingDate, 2), (ValueDate, 3), (PayerAccount, 2),
            (Remittance, 2), (PayerName, 1), (BankRef, 1), (Text, 1), (Amount, 1), (Currency, 1),
            (BankAccount, 1), (TransactionCode, 1), (EndToEndId, 1), (StatementNo, 1), (Side, 1),
            (InvoiceNo, -5), (InvoiceDate, -3), (DueDate, -6), (JobNo, -5), (Tax, -5), (Net, -4), (Gross, -4),
            (Qty, -5), (UnitPrice, -6), (DeliveryDate, -5), (PickupDate, -5), (PodDate, -5), (OpenAmount, -4),
            (LineNo, -2), (Terms, -4), (CustomerNo, -3), (CustomerName, -2), (DocType, -2), (PaymentNo, -4),
            (PaymentDate, -1), (ValidFrom, -5),
        ],
        foreign: &[(Foreign::Stock, -2), (Foreign::Days, -3)],
        names: &["bank", "statement", "transactions", "거래내역", "입출금", "통장", "은행", "银行", "流水", "对账单", "交易明细",
            "kontoauszug", "umsatze", "umsatz", "releve", "extracto", "movimientos", "cartola"],
    },
    Evidence {
        kind: Kind::GeneralLedger,
        key: AccountNo,
        core: &[Debit, Credit, Amount, Balance, OpeningBalance, LocalAmount],
        points: &[
            (AccountNo, 5), (AccountName, 4), (Debit, 2), (Credit, 2), (Balance, 2), (OpeningBalance, 4),
            (BookingDate, 1), (DocType, 1), (Currency, 1), (Text, 1), (Period, 1), (Amount, 1), (LocalAmount, 1),
            (DueDate, -4), (OpenAmount, -4), (Terms, -3), (Qty, -5), (UnitPrice, -6), (Gross, -3), (Net, -3),
            (Tax, -3), (JobNo, -5), (DeliveryDate, -5), (PickupDate, -5), (PodDate, -5), (PaymentNo, -3),
            (CreditLimit, -5), (ValidFrom, -4), (ValueDate, -3),
        ],
        foreign: &[(Foreign::Stock, -2), (Foreign::Days, -3)],
        names: &["ledger", "gl", "trial balance", "journal", "control account", "총계정원장", "계정별원장", "시산표", "분개장", "원장",
            "总账", "总帐", "明细账", "科目余额表", "余额表", "凭证", "hauptbuch", "saldenliste", "kontenblatt", "sachkonten",
            "grand livre", "balance generale", "ecritures", "fec", "libro mayor", "mayor", "balance de comprobacion",
            "sumas y saldos", "diario"],
    },
];

/// Words by which people call last period's list.
pub(super) const PRIOR: [&str; 20] = [
    "prior",
    "previous",
    "prev",
    "opening",
    "last month",
    "last period",
    "lastmonth",
    "carried",
    "전월",
    "전기",
    "이월",
    "지난달",
    "上月",
    "上期",
    "期初",
    "vormonat",
    "precedent",
    "precedente",
    "anterior",
    "anteriores",
];

/// Words by which people call a list of what went out.
#[rustfmt::skip]
pub(super) const SENT: [&str; 12] = [
    "sent", "issued", "dispatched", "envoyees", "emises", "versendet", "versandt", "enviadas", "emitidas", "发送", "已开",
    "발송",
];

/// Words by which people call lists of what the house owes.
#[rustfmt::skip]
pub(super) const PAYABLES: [&str; 17] = [
    "payable", "creditor", "accounts payable", "crediteuren", "kreditoren", "fournisseurs", "proveedores", "acreedores",
    "dostawcy", "zobowiazania", "매입채무", "외상매입금", "미지급금", "应付", "應付", "買掛金", "买掛金",
];

/// Words by which people call the register of what was sent before.
pub(super) const HISTORY: [&str; 15] = [
    "prior",
    "previous",
    "prev",
    "history",
    "last month",
    "last period",
    "lastmonth",
    "전월",
    "지난달",
    "이력",
    "上月",
    "历史",
    "vormonat",
    "historique",
    "기발행",
];

/// What people write above a list of open items.
#[rustfmt::skip]
pub(super) const OPEN_ITEM_PHRASES: [&str; 19] = [
    "open items", "open item", "open invoices", "outstanding invoices", "unpaid invoices", "accounts receivable",
    "aged receivables", "open receivables", "미수금", "미수 내역", "미수내역", "외상매출금", "应收", "未收款", "offene posten",
    "factures ouvertes", "factures impayees", "facturas pendientes", "partidas abiertas",
];
