//! Which fields each kind of table needs and reads.

use super::Field;
use super::kind::{Kind, KindSpec};

use Field::*;

// Packed: one field a line would make five hundred lines of this file.
#[rustfmt::skip]
pub static KINDS: &[KindSpec] = &[
    KindSpec {
        kind: Kind::Jobs,
        key: "jobs",
        needs: &[JobNo],
        reads: &[
            CustomerNo, CustomerName, Status, ServiceCode, ServiceDate, PickupDate, DeliveryDate, PodDate,
            PodName, Origin, Destination, Zone, Weight, VolumetricWeight, ChargeableWeight, Pieces, Length, Width, Height, Volume,
            DemurrageDays, DetentionDays, WaitingHours, WaitingMinutes, WaitFrom, WaitTo, Qty, Awb, Container, PoNo, Project,
            Site, EstRevenue, Cost, Amount, Currency, ContractNo, HoldReason, Attachments, Owner, Text,
            VendorName, InvoiceNo, Period, StartDate, EndDate, PodStatus, CostStatus, ApprovalStatus,
            QuoteStatus, QualityStatus, PortalStatus, ClaimStatus, DutyReceipt, InterfaceStatus, CostCentre,
        ],
    },
    KindSpec {
        kind: Kind::PriorJobs,
        key: "prior_jobs",
        needs: &[JobNo],
        reads: &[
            CustomerNo, CustomerName, ServiceDate, DeliveryDate, EstRevenue, Amount, Currency, HoldReason,
            Status,
        ],
    },
    KindSpec {
        kind: Kind::Invoices,
        key: "invoices",
        needs: &[InvoiceNo],
        reads: &[
            DocType, OriginalInvoice, CustomerNo, CustomerName, ParentName, TaxId, Country, SellerCountry, SellerTaxId, RemitTo,
            Entity, InvoiceDate, DueDate, Terms, Currency, Net, Tax, TaxRate, TaxCode, TaxReason, FapiaoCode,
            Gross, Prepaid, RoundingAmount, AmountInWords, PoNo, JobNo, Project, Period, Status, VendorName,
            SentDate, OpenAmount, Amount, FxRate, LocalAmount, LocalCurrency, Attachments, ClearedDate,
            Disputed,
            // A carrier's invoice is one row with what it moved, its base rate and its charges.
            ServiceCode, Origin, Destination, Zone, Container, Pieces, Weight, VolumetricWeight, ChargeableWeight, UnitPrice,
            FreightCharge, FuelCharge, DemurrageCharge, DetentionCharge, StorageCharge, HandlingCharge,
            CustomsCharge, OtherCharge, Text, PeriodFrom, PeriodTo, Language, InvoiceFormat,
            CorrectionReason, ApprovedBy, Preparer, Side, PortalStatus, Contact, DeliveryChannel, CostCentre,
            Cost, Awb, Site, FuelPercent,
            // What else adds up to the amount, under whatever heads: told by the sum.
            Charge1, Charge2, Charge3, Charge4, Charge5, Charge6, Charge7, Charge8,
            // What age may count from.
            ServiceDate, DeliveryDate, PodDate, BookingDate,
        ],
    },
    KindSpec {
        kind: Kind::PriorItems,
        key: "prior_items",
        needs: &[InvoiceNo],
        reads: &[
            DocType, OriginalInvoice, CustomerNo, CustomerName, InvoiceDate, DueDate, Currency, OpenAmount,
            Gross, Amount, Net, Status, Side, Text,
        ],
    },
    KindSpec {
        kind: Kind::PriorInvoices,
        key: "prior_invoices",
        needs: &[InvoiceNo],
        reads: &[
            CustomerNo, CustomerName, InvoiceDate, SentDate, Currency, Net, Gross, Amount, PoNo, Status, Period,
            PeriodFrom, PeriodTo,
        ],
    },
    KindSpec {
        kind: Kind::Lines,
        key: "lines",
        needs: &[InvoiceNo],
        reads: &[
            LineNo, JobNo, Awb, ServiceCode, Text, ServiceDate, Qty, Unit, PriceUnit, UnitPrice, Discount,
            Net, Tax, TaxRate, TaxCode, TaxReason, FapiaoCode, Gross, Amount, Currency, CustomerNo,
            CustomerName, InvoiceDate, DueDate, Terms, PoNo, Project, DocType, OriginalInvoice, Weight,
            VolumetricWeight, ChargeableWeight, Length, Width, Height, Volume, Origin, Destination, Zone, Container, VendorName,
            CostCentre, PeriodFrom, PeriodTo, ServiceId, CorrectionReason, Cost, Percent, PercentBase, SplitPercent,
            ServiceLevel,
        ],
    },
    KindSpec {
        kind: Kind::Rates,
        key: "rates",
        needs: &[UnitPrice],
        reads: &[
            CustomerNo, CustomerName, ContractNo, ServiceCode, ServiceLevel, Text, Origin, Destination, Zone, Container, Unit,
            TierFrom, TierTo, FirstInterval, NextInterval, Divisor, Discount, AlwaysCharged, WeightFrom,
            WeightTo, MinCharge, MaxCharge, FuelPercent, FreeDays, DayRate, ValidFrom, ValidTo, Period,
            Currency, VendorName,
        ],
    },
    KindSpec {
        kind: Kind::Customers,
        key: "customers",
        needs: &[CustomerName],
        reads: &[
            CustomerNo, ParentName, Currency, Terms, PoRequired, ProjectRequired, PodRequired, RequiredDocuments, RequiredReferences, TaxId,
            Address, City, PostalCode, Country, RemitTo, PayerAccount, TaxRate, Status, Contact, CreditLimit, Site,
            Entity, ValidFrom, ValidTo, SplitRule, DeliveryChannel, Email, Language, InvoiceFormat, CutOff,
            ExcludedCharges, BillingSchedule, ContactStatus, RequirementSource, ClosedOn, HeldSince,
        ],
    },
    KindSpec {
        kind: Kind::FxRates,
        key: "fx_rates",
        needs: &[FxRate, Currency],
        reads: &[RateDate, LocalCurrency],
    },
    KindSpec {
        kind: Kind::Payments,
        key: "payments",
        needs: &[Amount],
        reads: &[
            PaymentNo, PaymentDate, PayerName, PayerAccount, CustomerNo, Entity, Side, Currency, PaymentRef,
            Text,
            // What a list of receipts and a statement of the same account have in common.
            BankAccount, BankRef,
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
        needs: &[], // An amount, or debit and credit: which is a matter of the bank.
        reads: &[
            ValueDate, BookingDate, Amount, Side, Debit, Credit, Balance, Currency, PayerName, PayerAccount,
            Remittance, EndToEndId, BankRef, TransactionCode, Status, StatementNo, BankAccount, Text,
        ],
    },
    KindSpec {
        kind: Kind::Orders,
        key: "orders",
        needs: &[PoNo],
        reads: &[
            CustomerNo, CustomerName, Entity, PoAmount, PoUsed, PoBalance, Currency, ValidFrom, ValidTo,
            Status, Terms, Project, Text,
        ],
    },
    KindSpec {
        kind: Kind::Disputes,
        key: "disputes",
        needs: &[InvoiceNo],
        reads: &[
            DisputeNo, CustomerNo, CustomerName, JobNo, Amount, Currency, Status, Verdict, ResolvedDate,
            Text, Owner,
        ],
    },
    KindSpec {
        kind: Kind::Promotions,
        key: "promotions",
        needs: &[PromoNo],
        reads: &[
            PromoPercent, PromoAmount, FreeUnits, Discount, Stacking, ValidFrom, ValidTo, CustomerNo,
            CustomerName, ServiceCode, Origin, Destination, Currency, Text,
        ],
    },
    KindSpec {
        kind: Kind::GeneralLedger,
        key: "general_ledger",
        needs: &[], // An amount, debit and credit or a balance: a journal has one, a list of balances another.
        reads: &[
            AccountNo, AccountName, InvoiceNo, DocType, BookingDate, InvoiceDate, Debit, Credit, Amount, Side,
            OpeningBalance, Balance, Currency, CustomerNo, CustomerName, Entity, Period, Text,
        ],
    },
    KindSpec {
        kind: Kind::Inventory,
        key: "inventory",
        needs: &[ServiceId, StartDate],
        reads: &[
            CustomerNo, CustomerName, EndDate, ServiceCode, Text, Site, UnitPrice, Currency, Status, CostCentre,
            SplitPercent,
        ],
    },
    KindSpec { kind: Kind::Other, key: "other", needs: &[], reads: &[] },
];
