//! The kinds of table: an open list.

use serde::{Deserialize, Serialize};

use super::Field;

/// What the rows of a table are.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Open or closed jobs, shipments, consignments, orders: what should be billed.
    Jobs,
    /// Last period's list of unbilled jobs, for the roll-forward.
    PriorJobs,
    /// One row an invoice or credit note.
    Invoices,
    /// Last period's list of open items, for the roll-forward of receivables.
    PriorItems,
    /// One row an invoice line (charge). Header fields may be repeated on every line.
    Lines,
    /// Contracted prices.
    Rates,
    /// Customers and what they require: purchase order, currency, terms, protocol.
    Customers,
    /// One row a receipt: money that came in, from a register or a bank's list of credits.
    Payments,
    /// Remittance advices: one row an invoice that a payment is for.
    Remittances,
    /// One row a movement on a bank account.
    BankLines,
    /// One row a purchase order or budget of a customer: its amount, what is used of it, its end.
    Orders,
    /// One row a dispute about an invoice, with what was decided.
    Disputes,
    /// Read and kept, used by no check.
    #[default]
    Other,
}

/// A kind with the fields without which it cannot be used.
pub struct KindSpec {
    pub kind: Kind,
    /// Machine name, also the tail of its word key (`kind-jobs`).
    pub key: &'static str,
    pub needs: &'static [Field],
    /// Other fields that the kind reads, in the order in which the mapping screen shows them.
    pub reads: &'static [Field],
}

use Field::*;

pub static KINDS: &[KindSpec] = &[
    KindSpec {
        kind: Kind::Jobs,
        key: "jobs",
        needs: &[JobNo],
        reads: &[
            CustomerNo,
            CustomerName,
            Status,
            ServiceCode,
            ServiceDate,
            PickupDate,
            DeliveryDate,
            PodDate,
            PodName,
            Origin,
            Destination,
            Weight,
            ChargeableWeight,
            Pieces,
            DemurrageDays,
            DetentionDays,
            Qty,
            Awb,
            Container,
            PoNo,
            Project,
            Site,
            EstRevenue,
            Cost,
            Amount,
            Currency,
            ContractNo,
            HoldReason,
            Owner,
            Text,
            VendorName,
            InvoiceNo,
            Period,
            StartDate,
            EndDate,
            PodStatus,
            CostStatus,
            ApprovalStatus,
            QuoteStatus,
            QualityStatus,
            PortalStatus,
            ClaimStatus,
            DutyReceipt,
            InterfaceStatus,
        ],
    },
    KindSpec {
        kind: Kind::PriorJobs,
        key: "prior_jobs",
        needs: &[JobNo],
        reads: &[
            CustomerNo,
            CustomerName,
            ServiceDate,
            DeliveryDate,
            EstRevenue,
            Amount,
            Currency,
            HoldReason,
            Status,
        ],
    },
    KindSpec {
        kind: Kind::Invoices,
        key: "invoices",
        needs: &[InvoiceNo],
        reads: &[
            DocType,
            OriginalInvoice,
            CustomerNo,
            CustomerName,
            TaxId,
            Entity,
            InvoiceDate,
            DueDate,
            Terms,
            Currency,
            Net,
            Tax,
            TaxRate,
            Gross,
            PoNo,
            JobNo,
            Project,
            Period,
            Status,
            VendorName,
            SentDate,
            OpenAmount,
            Amount,
            FxRate,
            ClearedDate,
            Disputed,
            // A carrier's invoice is one row with its base rate.
            UnitPrice,
            FreightCharge,
            FuelCharge,
            DemurrageCharge,
            DetentionCharge,
            StorageCharge,
            HandlingCharge,
            CustomsCharge,
            OtherCharge,
            Text,
            PeriodFrom,
            PeriodTo,
            Language,
            InvoiceFormat,
            CorrectionReason,
            ApprovedBy,
            Preparer,
            PortalStatus,
        ],
    },
    KindSpec {
        kind: Kind::PriorItems,
        key: "prior_items",
        needs: &[InvoiceNo],
        reads: &[
            DocType,
            OriginalInvoice,
            CustomerNo,
            CustomerName,
            InvoiceDate,
            DueDate,
            Currency,
            OpenAmount,
            Gross,
            Amount,
            Net,
            Status,
            Text,
        ],
    },
    KindSpec {
        kind: Kind::Lines,
        key: "lines",
        needs: &[InvoiceNo],
        reads: &[
            LineNo,
            JobNo,
            Awb,
            ServiceCode,
            Text,
            ServiceDate,
            Qty,
            Unit,
            UnitPrice,
            Discount,
            Net,
            Tax,
            TaxRate,
            Gross,
            Amount,
            Currency,
            CustomerNo,
            CustomerName,
            InvoiceDate,
            DueDate,
            Terms,
            PoNo,
            Project,
            DocType,
            OriginalInvoice,
            Weight,
            ChargeableWeight,
            Origin,
            Destination,
            PeriodFrom,
            PeriodTo,
            CorrectionReason,
        ],
    },
    KindSpec {
        kind: Kind::Rates,
        key: "rates",
        needs: &[UnitPrice],
        reads: &[
            CustomerNo,
            CustomerName,
            ContractNo,
            ServiceCode,
            Text,
            Origin,
            Destination,
            Container,
            Unit,
            WeightFrom,
            WeightTo,
            MinCharge,
            MaxCharge,
            FuelPercent,
            FreeDays,
            DayRate,
            ValidFrom,
            ValidTo,
            Currency,
            VendorName,
        ],
    },
    KindSpec {
        kind: Kind::Customers,
        key: "customers",
        needs: &[CustomerName],
        reads: &[
            CustomerNo,
            Currency,
            Terms,
            PoRequired,
            ProjectRequired,
            PodRequired,
            TaxId,
            TaxRate,
            Status,
            Contact,
            CreditLimit,
            Site,
            Entity,
            ValidFrom,
            SplitRule,
            DeliveryChannel,
            Email,
            Language,
            InvoiceFormat,
            CutOff,
            ExcludedCharges,
            BillingSchedule,
            ContactStatus,
        ],
    },
    KindSpec {
        kind: Kind::Payments,
        key: "payments",
        needs: &[Amount],
        reads: &[
            PaymentNo,
            PaymentDate,
            PayerName,
            PayerAccount,
            CustomerNo,
            Entity,
            Currency,
            PaymentRef,
            Text,
        ],
    },
    KindSpec {
        kind: Kind::Remittances,
        key: "remittances",
        needs: &[InvoiceNo],
        reads: &[PaymentNo, Amount, Discount, Currency, CustomerNo, PaymentDate, Text],
    },
    KindSpec {
        kind: Kind::BankLines,
        key: "bank_lines",
        // An amount, or debit and credit: which of them is a matter of the bank.
        needs: &[],
        reads: &[
            ValueDate,
            BookingDate,
            Amount,
            Debit,
            Credit,
            Balance,
            Currency,
            PayerName,
            PayerAccount,
            Remittance,
            EndToEndId,
            BankRef,
            TransactionCode,
            Status,
            StatementNo,
            BankAccount,
            Text,
        ],
    },
    KindSpec {
        kind: Kind::Orders,
        key: "orders",
        needs: &[PoNo],
        reads: &[
            CustomerNo,
            CustomerName,
            Entity,
            PoAmount,
            PoUsed,
            PoBalance,
            Currency,
            ValidFrom,
            ValidTo,
            Status,
            Terms,
            Project,
            Text,
        ],
    },
    KindSpec {
        kind: Kind::Disputes,
        key: "disputes",
        needs: &[InvoiceNo],
        reads: &[
            DisputeNo,
            CustomerNo,
            CustomerName,
            JobNo,
            Amount,
            Currency,
            Status,
            Verdict,
            ResolvedDate,
            Text,
            Owner,
        ],
    },
    KindSpec { kind: Kind::Other, key: "other", needs: &[], reads: &[] },
];

impl Kind {
    pub fn spec(self) -> &'static KindSpec {
        // The slice lists every variant: held by the test below.
        KINDS.iter().find(|spec| spec.kind == self).unwrap_or(&KINDS[KINDS.len() - 1])
    }

    pub fn key(self) -> &'static str {
        self.spec().key
    }

    /// Key of the kind's name in the word catalogue.
    pub fn word(self) -> String {
        format!("kind-{}", self.key().replace('_', "-"))
    }

    pub fn from_key(key: &str) -> Option<Kind> {
        KINDS.iter().find(|spec| spec.key == key).map(|spec| spec.kind)
    }
}
