//! The field catalogue: every column that Tieout can read, once. Words and header synonyms hang on
//! the key; kinds say which fields they use.

use serde::{Deserialize, Serialize};

/// How the cells of a field are read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// An identifier: text, never through a number.
    Id,
    Text,
    Date,
    /// An amount of money in the row's currency.
    Amount,
    /// A quantity, weight, unit price or rate: as many decimals as it has.
    Number,
    /// A ratio: `10 %`, `0.1` and `10` read as 0.1, decided per column.
    Percent,
    Currency,
    /// Yes or no.
    Flag,
}

impl ValueKind {
    /// Key of its name in the word catalogue.
    pub fn word(self) -> &'static str {
        match self {
            ValueKind::Id => "value-id",
            ValueKind::Text => "value-text",
            ValueKind::Date => "value-date",
            ValueKind::Amount => "value-amount",
            ValueKind::Number => "value-number",
            ValueKind::Percent => "value-percent",
            ValueKind::Currency => "value-currency",
            ValueKind::Flag => "value-flag",
        }
    }
}

pub struct FieldSpec {
    pub field: Field,
    /// Machine name of the terminal face and of saved maps; `field-invoice-no` is its word key.
    pub key: &'static str,
    pub value: ValueKind,
}

/// A column that some kind of table has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    InvoiceNo,
    LineNo,
    DocType,
    OriginalInvoice,
    CustomerNo,
    CustomerName,
    VendorName,
    TaxId,
    Address,
    City,
    PostalCode,
    Country,
    SellerCountry,
    RemitTo,
    Entity,
    Contact,
    Owner,
    Status,
    Text,
    JobNo,
    Awb,
    Container,
    ServiceDate,
    PickupDate,
    DeliveryDate,
    PodDate,
    PodName,
    Origin,
    Destination,
    ServiceCode,
    Weight,
    ChargeableWeight,
    Pieces,
    Length,
    Width,
    Height,
    Volume,
    DemurrageDays,
    DetentionDays,
    Project,
    Site,
    HoldReason,
    Attachments,
    ContractNo,
    InvoiceDate,
    DueDate,
    SentDate,
    Period,
    Terms,
    ValidFrom,
    ValidTo,
    Net,
    Tax,
    TaxRate,
    TaxCode,
    TaxReason,
    FapiaoCode,
    Gross,
    Prepaid,
    RoundingAmount,
    AmountInWords,
    OpenAmount,
    Amount,
    Currency,
    FxRate,
    RateDate,
    LocalAmount,
    LocalCurrency,
    Qty,
    Unit,
    PriceUnit,
    UnitPrice,
    FreightCharge,
    FuelCharge,
    DemurrageCharge,
    DetentionCharge,
    StorageCharge,
    HandlingCharge,
    CustomsCharge,
    OtherCharge,
    Discount,
    MinCharge,
    MaxCharge,
    FuelPercent,
    FreeDays,
    DayRate,
    WeightFrom,
    WeightTo,
    TierFrom,
    TierTo,
    Divisor,
    FirstInterval,
    NextInterval,
    AlwaysCharged,
    EstRevenue,
    Cost,
    CreditLimit,
    PoNo,
    PoRequired,
    ProjectRequired,
    PodRequired,
    RequiredDocuments,
    PaymentNo,
    PaymentDate,
    PayerName,
    PayerAccount,
    PaymentRef,
    /// The day on which an invoice was settled.
    ClearedDate,
    Disputed,
    ValueDate,
    BookingDate,
    Debit,
    Credit,
    Balance,
    /// The reference that the payer gave: end-to-end id, customer reference.
    EndToEndId,
    /// The bank's own id of a line.
    BankRef,
    Remittance,
    TransactionCode,
    StatementNo,
    /// The own account that a statement is about.
    BankAccount,
    /// First day of the period that a row bills.
    PeriodFrom,
    PeriodTo,
    /// The day from which a service of the inventory runs.
    StartDate,
    EndDate,
    /// What the customer wants an invoice for: one per order, site, study, job, month.
    SplitRule,
    DeliveryChannel,
    Email,
    Language,
    InvoiceFormat,
    /// The day of the month by which invoices must be in.
    CutOff,
    ExcludedCharges,
    BillingSchedule,
    ContactStatus,
    CorrectionReason,
    ApprovedBy,
    /// Who wrote the invoice.
    Preparer,
    PoAmount,
    PoUsed,
    PoBalance,
    DisputeNo,
    Verdict,
    ResolvedDate,
    PodStatus,
    CostStatus,
    ApprovalStatus,
    QuoteStatus,
    QualityStatus,
    PortalStatus,
    ClaimStatus,
    DutyReceipt,
    InterfaceStatus,
    /// Debit or credit: which way an amount without a sign goes.
    Side,
    PromoNo,
    PromoPercent,
    PromoAmount,
    FreeUnits,
    /// Whether a promotion may be combined with others.
    Stacking,
    /// Who says what a row asks for: contract, order, requirement sheet.
    RequirementSource,
    /// The day on which an account was closed.
    ClosedOn,
    /// Since when an account is on hold.
    HeldSince,
    /// The line, circuit or contract that a recurring charge is for.
    ServiceId,
    WaitingHours,
    /// When the vehicle came and when it could go, with the hour.
    WaitFrom,
    WaitTo,
    /// The account of the general ledger.
    AccountNo,
    AccountName,
    OpeningBalance,
    /// The house that pays for a customer.
    ParentName,
    /// The same wait, where the list keeps it in minutes.
    WaitingMinutes,
    /// The tax number of who issues the invoice: its country, where no column says it.
    SellerTaxId,
    /// What a customer wants named on each invoice, in words: order, project, study.
    RequiredReferences,
    /// The percentage of a line that is a share of another amount, and that amount.
    Percent,
    PercentBase,
    /// The zone of a tariff in which an address lies.
    Zone,
    CostCentre,
}

pub static FIELDS: &[FieldSpec] = &[
    FieldSpec { field: Field::InvoiceNo, key: "invoice_no", value: ValueKind::Id },
    FieldSpec { field: Field::LineNo, key: "line_no", value: ValueKind::Id },
    FieldSpec { field: Field::DocType, key: "doc_type", value: ValueKind::Text },
    FieldSpec { field: Field::OriginalInvoice, key: "original_invoice", value: ValueKind::Id },
    FieldSpec { field: Field::CustomerNo, key: "customer_no", value: ValueKind::Id },
    FieldSpec { field: Field::CustomerName, key: "customer_name", value: ValueKind::Text },
    FieldSpec { field: Field::VendorName, key: "vendor_name", value: ValueKind::Text },
    FieldSpec { field: Field::TaxId, key: "tax_id", value: ValueKind::Id },
    FieldSpec { field: Field::Address, key: "address", value: ValueKind::Text },
    FieldSpec { field: Field::City, key: "city", value: ValueKind::Text },
    FieldSpec { field: Field::PostalCode, key: "postal_code", value: ValueKind::Id },
    FieldSpec { field: Field::Country, key: "country", value: ValueKind::Text },
    FieldSpec { field: Field::SellerCountry, key: "seller_country", value: ValueKind::Text },
    FieldSpec { field: Field::RemitTo, key: "remit_to", value: ValueKind::Id },
    FieldSpec { field: Field::Entity, key: "entity", value: ValueKind::Id },
    FieldSpec { field: Field::Contact, key: "contact", value: ValueKind::Text },
    FieldSpec { field: Field::Owner, key: "owner", value: ValueKind::Text },
    FieldSpec { field: Field::Status, key: "status", value: ValueKind::Text },
    FieldSpec { field: Field::Text, key: "text", value: ValueKind::Text },
    FieldSpec { field: Field::JobNo, key: "job_no", value: ValueKind::Id },
    FieldSpec { field: Field::Awb, key: "awb", value: ValueKind::Id },
    FieldSpec { field: Field::Container, key: "container", value: ValueKind::Text },
    FieldSpec { field: Field::ServiceDate, key: "service_date", value: ValueKind::Date },
    FieldSpec { field: Field::PickupDate, key: "pickup_date", value: ValueKind::Date },
    FieldSpec { field: Field::DeliveryDate, key: "delivery_date", value: ValueKind::Date },
    FieldSpec { field: Field::PodDate, key: "pod_date", value: ValueKind::Date },
    FieldSpec { field: Field::PodName, key: "pod_name", value: ValueKind::Text },
    FieldSpec { field: Field::Origin, key: "origin", value: ValueKind::Text },
    FieldSpec { field: Field::Destination, key: "destination", value: ValueKind::Text },
    FieldSpec { field: Field::ServiceCode, key: "service_code", value: ValueKind::Text },
    FieldSpec { field: Field::Weight, key: "weight", value: ValueKind::Number },
    FieldSpec {
        field: Field::ChargeableWeight,
        key: "chargeable_weight",
        value: ValueKind::Number,
    },
    FieldSpec { field: Field::Pieces, key: "pieces", value: ValueKind::Number },
    FieldSpec { field: Field::Length, key: "length", value: ValueKind::Number },
    FieldSpec { field: Field::Width, key: "width", value: ValueKind::Number },
    FieldSpec { field: Field::Height, key: "height", value: ValueKind::Number },
    FieldSpec { field: Field::Volume, key: "volume", value: ValueKind::Number },
    FieldSpec { field: Field::DemurrageDays, key: "demurrage_days", value: ValueKind::Number },
    FieldSpec { field: Field::DetentionDays, key: "detention_days", value: ValueKind::Number },
    FieldSpec { field: Field::Project, key: "project", value: ValueKind::Id },
    FieldSpec { field: Field::Site, key: "site", value: ValueKind::Text },
    FieldSpec { field: Field::HoldReason, key: "hold_reason", value: ValueKind::Text },
    FieldSpec { field: Field::Attachments, key: "attachments", value: ValueKind::Text },
    FieldSpec { field: Field::ContractNo, key: "contract_no", value: ValueKind::Id },
    FieldSpec { field: Field::InvoiceDate, key: "invoice_date", value: ValueKind::Date },
    FieldSpec { field: Field::DueDate, key: "due_date", value: ValueKind::Date },
    FieldSpec { field: Field::SentDate, key: "sent_date", value: ValueKind::Date },
    FieldSpec { field: Field::Period, key: "period", value: ValueKind::Text },
    FieldSpec { field: Field::Terms, key: "terms", value: ValueKind::Text },
    FieldSpec { field: Field::ValidFrom, key: "valid_from", value: ValueKind::Date },
    FieldSpec { field: Field::ValidTo, key: "valid_to", value: ValueKind::Date },
    FieldSpec { field: Field::Net, key: "net", value: ValueKind::Amount },
    FieldSpec { field: Field::Tax, key: "tax", value: ValueKind::Amount },
    FieldSpec { field: Field::TaxRate, key: "tax_rate", value: ValueKind::Percent },
    FieldSpec { field: Field::TaxCode, key: "tax_code", value: ValueKind::Text },
    FieldSpec { field: Field::TaxReason, key: "tax_reason", value: ValueKind::Text },
    FieldSpec { field: Field::FapiaoCode, key: "fapiao_code", value: ValueKind::Id },
    FieldSpec { field: Field::Gross, key: "gross", value: ValueKind::Amount },
    FieldSpec { field: Field::Prepaid, key: "prepaid", value: ValueKind::Amount },
    FieldSpec { field: Field::RoundingAmount, key: "rounding_amount", value: ValueKind::Amount },
    FieldSpec { field: Field::AmountInWords, key: "amount_in_words", value: ValueKind::Text },
    FieldSpec { field: Field::OpenAmount, key: "open_amount", value: ValueKind::Amount },
    FieldSpec { field: Field::Amount, key: "amount", value: ValueKind::Amount },
    FieldSpec { field: Field::Currency, key: "currency", value: ValueKind::Currency },
    FieldSpec { field: Field::FxRate, key: "fx_rate", value: ValueKind::Number },
    FieldSpec { field: Field::RateDate, key: "rate_date", value: ValueKind::Date },
    FieldSpec { field: Field::LocalAmount, key: "local_amount", value: ValueKind::Amount },
    FieldSpec { field: Field::LocalCurrency, key: "local_currency", value: ValueKind::Currency },
    FieldSpec { field: Field::Qty, key: "qty", value: ValueKind::Number },
    FieldSpec { field: Field::Unit, key: "unit", value: ValueKind::Text },
    FieldSpec { field: Field::PriceUnit, key: "price_unit", value: ValueKind::Text },
    FieldSpec { field: Field::UnitPrice, key: "unit_price", value: ValueKind::Number },
    FieldSpec { field: Field::FreightCharge, key: "freight_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::FuelCharge, key: "fuel_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::DemurrageCharge, key: "demurrage_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::DetentionCharge, key: "detention_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::StorageCharge, key: "storage_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::HandlingCharge, key: "handling_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::CustomsCharge, key: "customs_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::OtherCharge, key: "other_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::Discount, key: "discount", value: ValueKind::Number },
    FieldSpec { field: Field::MinCharge, key: "min_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::MaxCharge, key: "max_charge", value: ValueKind::Amount },
    FieldSpec { field: Field::FuelPercent, key: "fuel_percent", value: ValueKind::Percent },
    FieldSpec { field: Field::FreeDays, key: "free_days", value: ValueKind::Number },
    FieldSpec { field: Field::DayRate, key: "day_rate", value: ValueKind::Number },
    FieldSpec { field: Field::WeightFrom, key: "weight_from", value: ValueKind::Number },
    FieldSpec { field: Field::WeightTo, key: "weight_to", value: ValueKind::Number },
    FieldSpec { field: Field::TierFrom, key: "tier_from", value: ValueKind::Number },
    FieldSpec { field: Field::TierTo, key: "tier_to", value: ValueKind::Number },
    FieldSpec { field: Field::Divisor, key: "divisor", value: ValueKind::Number },
    FieldSpec { field: Field::FirstInterval, key: "first_interval", value: ValueKind::Number },
    FieldSpec { field: Field::NextInterval, key: "next_interval", value: ValueKind::Number },
    FieldSpec { field: Field::AlwaysCharged, key: "always_charged", value: ValueKind::Flag },
    FieldSpec { field: Field::EstRevenue, key: "est_revenue", value: ValueKind::Amount },
    FieldSpec { field: Field::Cost, key: "cost", value: ValueKind::Amount },
    FieldSpec { field: Field::CreditLimit, key: "credit_limit", value: ValueKind::Amount },
    FieldSpec { field: Field::PoNo, key: "po_no", value: ValueKind::Id },
    FieldSpec { field: Field::PoRequired, key: "po_required", value: ValueKind::Flag },
    FieldSpec { field: Field::ProjectRequired, key: "project_required", value: ValueKind::Flag },
    FieldSpec { field: Field::PodRequired, key: "pod_required", value: ValueKind::Flag },
    FieldSpec {
        field: Field::RequiredDocuments,
        key: "required_documents",
        value: ValueKind::Text,
    },
    FieldSpec { field: Field::PaymentNo, key: "payment_no", value: ValueKind::Id },
    FieldSpec { field: Field::PaymentDate, key: "payment_date", value: ValueKind::Date },
    FieldSpec { field: Field::PayerName, key: "payer_name", value: ValueKind::Text },
    FieldSpec { field: Field::PayerAccount, key: "payer_account", value: ValueKind::Id },
    FieldSpec { field: Field::PaymentRef, key: "payment_ref", value: ValueKind::Text },
    FieldSpec { field: Field::ClearedDate, key: "cleared_date", value: ValueKind::Date },
    FieldSpec { field: Field::Disputed, key: "disputed", value: ValueKind::Flag },
    FieldSpec { field: Field::ValueDate, key: "value_date", value: ValueKind::Date },
    FieldSpec { field: Field::BookingDate, key: "booking_date", value: ValueKind::Date },
    FieldSpec { field: Field::Debit, key: "debit", value: ValueKind::Amount },
    FieldSpec { field: Field::Credit, key: "credit", value: ValueKind::Amount },
    FieldSpec { field: Field::Balance, key: "balance", value: ValueKind::Amount },
    FieldSpec { field: Field::EndToEndId, key: "end_to_end_id", value: ValueKind::Id },
    FieldSpec { field: Field::BankRef, key: "bank_ref", value: ValueKind::Id },
    FieldSpec { field: Field::Remittance, key: "remittance", value: ValueKind::Text },
    FieldSpec { field: Field::TransactionCode, key: "transaction_code", value: ValueKind::Text },
    FieldSpec { field: Field::StatementNo, key: "statement_no", value: ValueKind::Id },
    FieldSpec { field: Field::BankAccount, key: "bank_account", value: ValueKind::Id },
    FieldSpec { field: Field::PeriodFrom, key: "period_from", value: ValueKind::Date },
    FieldSpec { field: Field::PeriodTo, key: "period_to", value: ValueKind::Date },
    FieldSpec { field: Field::StartDate, key: "start_date", value: ValueKind::Date },
    FieldSpec { field: Field::EndDate, key: "end_date", value: ValueKind::Date },
    FieldSpec { field: Field::SplitRule, key: "split_rule", value: ValueKind::Text },
    FieldSpec { field: Field::DeliveryChannel, key: "delivery_channel", value: ValueKind::Text },
    FieldSpec { field: Field::Email, key: "email", value: ValueKind::Text },
    FieldSpec { field: Field::Language, key: "language", value: ValueKind::Text },
    FieldSpec { field: Field::InvoiceFormat, key: "invoice_format", value: ValueKind::Text },
    FieldSpec { field: Field::CutOff, key: "cut_off", value: ValueKind::Text },
    FieldSpec { field: Field::ExcludedCharges, key: "excluded_charges", value: ValueKind::Text },
    FieldSpec { field: Field::BillingSchedule, key: "billing_schedule", value: ValueKind::Text },
    FieldSpec { field: Field::ContactStatus, key: "contact_status", value: ValueKind::Text },
    FieldSpec { field: Field::CorrectionReason, key: "correction_reason", value: ValueKind::Text },
    FieldSpec { field: Field::ApprovedBy, key: "approved_by", value: ValueKind::Text },
    FieldSpec { field: Field::Preparer, key: "preparer", value: ValueKind::Text },
    FieldSpec { field: Field::PoAmount, key: "po_amount", value: ValueKind::Amount },
    FieldSpec { field: Field::PoUsed, key: "po_used", value: ValueKind::Amount },
    FieldSpec { field: Field::PoBalance, key: "po_balance", value: ValueKind::Amount },
    FieldSpec { field: Field::DisputeNo, key: "dispute_no", value: ValueKind::Id },
    FieldSpec { field: Field::Verdict, key: "verdict", value: ValueKind::Text },
    FieldSpec { field: Field::ResolvedDate, key: "resolved_date", value: ValueKind::Date },
    FieldSpec { field: Field::PodStatus, key: "pod_status", value: ValueKind::Text },
    FieldSpec { field: Field::CostStatus, key: "cost_status", value: ValueKind::Text },
    FieldSpec { field: Field::ApprovalStatus, key: "approval_status", value: ValueKind::Text },
    FieldSpec { field: Field::QuoteStatus, key: "quote_status", value: ValueKind::Text },
    FieldSpec { field: Field::QualityStatus, key: "quality_status", value: ValueKind::Text },
    FieldSpec { field: Field::PortalStatus, key: "portal_status", value: ValueKind::Text },
    FieldSpec { field: Field::ClaimStatus, key: "claim_status", value: ValueKind::Text },
    FieldSpec { field: Field::DutyReceipt, key: "duty_receipt", value: ValueKind::Text },
    FieldSpec { field: Field::InterfaceStatus, key: "interface_status", value: ValueKind::Text },
    FieldSpec { field: Field::Side, key: "side", value: ValueKind::Text },
    FieldSpec { field: Field::PromoNo, key: "promo_no", value: ValueKind::Id },
    FieldSpec { field: Field::PromoPercent, key: "promo_percent", value: ValueKind::Percent },
    FieldSpec { field: Field::PromoAmount, key: "promo_amount", value: ValueKind::Amount },
    FieldSpec { field: Field::FreeUnits, key: "free_units", value: ValueKind::Number },
    FieldSpec { field: Field::Stacking, key: "stacking", value: ValueKind::Text },
    FieldSpec {
        field: Field::RequirementSource,
        key: "requirement_source",
        value: ValueKind::Text,
    },
    FieldSpec { field: Field::ClosedOn, key: "closed_on", value: ValueKind::Date },
    FieldSpec { field: Field::HeldSince, key: "held_since", value: ValueKind::Date },
    FieldSpec { field: Field::ServiceId, key: "service_id", value: ValueKind::Id },
    FieldSpec { field: Field::WaitingHours, key: "waiting_hours", value: ValueKind::Number },
    FieldSpec { field: Field::WaitFrom, key: "wait_from", value: ValueKind::Text },
    FieldSpec { field: Field::WaitTo, key: "wait_to", value: ValueKind::Text },
    FieldSpec { field: Field::AccountNo, key: "account_no", value: ValueKind::Id },
    FieldSpec { field: Field::AccountName, key: "account_name", value: ValueKind::Text },
    FieldSpec { field: Field::OpeningBalance, key: "opening_balance", value: ValueKind::Amount },
    FieldSpec { field: Field::ParentName, key: "parent_name", value: ValueKind::Text },
    FieldSpec { field: Field::WaitingMinutes, key: "waiting_minutes", value: ValueKind::Number },
    FieldSpec { field: Field::SellerTaxId, key: "seller_tax_id", value: ValueKind::Id },
    FieldSpec {
        field: Field::RequiredReferences,
        key: "required_references",
        value: ValueKind::Text,
    },
    FieldSpec { field: Field::Percent, key: "percent", value: ValueKind::Percent },
    FieldSpec { field: Field::PercentBase, key: "percent_base", value: ValueKind::Amount },
    FieldSpec { field: Field::Zone, key: "zone", value: ValueKind::Text },
    FieldSpec { field: Field::CostCentre, key: "cost_centre", value: ValueKind::Id },
];

impl Field {
    pub fn spec(self) -> &'static FieldSpec {
        // In the order of the enum: held by the test below.
        &FIELDS[self as usize]
    }

    pub fn key(self) -> &'static str {
        self.spec().key
    }

    pub fn value(self) -> ValueKind {
        self.spec().value
    }

    /// Key of the field's name in the word catalogue.
    pub fn word(self) -> String {
        format!("field-{}", self.key().replace('_', "-"))
    }

    pub fn from_key(key: &str) -> Option<Field> {
        FIELDS.iter().find(|spec| spec.key == key).map(|spec| spec.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slice_stands_in_the_order_of_the_enum() {
        for (i, spec) in FIELDS.iter().enumerate() {
            assert_eq!(spec.field as usize, i, "{}", spec.key);
            assert_eq!(Field::from_key(spec.key), Some(spec.field));
        }
    }
}
