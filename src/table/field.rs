//! Every column that Tieout can read, once. Words and header synonyms hang on the key; kinds say which they use.

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

/// Every field with how its cells are read and its machine name, in one list.
macro_rules! fields {
    ($($(#[$about:meta])* $name:ident: $value:ident = $key:literal,)*) => {
        /// A column that some kind of table has.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field {
            $($(#[$about])* $name,)*
        }

        /// In the order of the enum.
        pub static FIELDS: &[FieldSpec] = &[
            $(FieldSpec { field: Field::$name, key: $key, value: ValueKind::$value },)*
        ];
    };
}

fields! {
    InvoiceNo: Id = "invoice_no",
    LineNo: Id = "line_no",
    DocType: Text = "doc_type",
    OriginalInvoice: Id = "original_invoice",
    CustomerNo: Id = "customer_no",
    CustomerName: Text = "customer_name",
    VendorName: Text = "vendor_name",
    TaxId: Id = "tax_id",
    Address: Text = "address",
    City: Text = "city",
    PostalCode: Id = "postal_code",
    Country: Text = "country",
    SellerCountry: Text = "seller_country",
    RemitTo: Id = "remit_to",
    Entity: Id = "entity",
    Contact: Text = "contact",
    Owner: Text = "owner",
    Status: Text = "status",
    Text: Text = "text",
    JobNo: Id = "job_no",
    Awb: Id = "awb",
    Container: Text = "container",
    ServiceDate: Date = "service_date",
    PickupDate: Date = "pickup_date",
    DeliveryDate: Date = "delivery_date",
    PodDate: Date = "pod_date",
    PodName: Text = "pod_name",
    Origin: Text = "origin",
    Destination: Text = "destination",
    ServiceCode: Text = "service_code",
    Weight: Number = "weight",
    ChargeableWeight: Number = "chargeable_weight",
    VolumetricWeight: Number = "volumetric_weight",
    Pieces: Number = "pieces",
    Length: Number = "length",
    Width: Number = "width",
    Height: Number = "height",
    Volume: Number = "volume",
    DemurrageDays: Number = "demurrage_days",
    DetentionDays: Number = "detention_days",
    Project: Id = "project",
    Site: Text = "site",
    HoldReason: Text = "hold_reason",
    Attachments: Text = "attachments",
    ContractNo: Id = "contract_no",
    InvoiceDate: Date = "invoice_date",
    DueDate: Date = "due_date",
    SentDate: Date = "sent_date",
    Period: Text = "period",
    Terms: Text = "terms",
    ValidFrom: Date = "valid_from",
    ValidTo: Date = "valid_to",
    Net: Amount = "net",
    Tax: Amount = "tax",
    TaxRate: Percent = "tax_rate",
    TaxCode: Text = "tax_code",
    TaxReason: Text = "tax_reason",
    FapiaoCode: Id = "fapiao_code",
    Gross: Amount = "gross",
    Prepaid: Amount = "prepaid",
    RoundingAmount: Amount = "rounding_amount",
    AmountInWords: Text = "amount_in_words",
    OpenAmount: Amount = "open_amount",
    Amount: Amount = "amount",
    Currency: Currency = "currency",
    FxRate: Number = "fx_rate",
    RateDate: Date = "rate_date",
    LocalAmount: Amount = "local_amount",
    LocalCurrency: Currency = "local_currency",
    Qty: Number = "qty",
    Unit: Text = "unit",
    PriceUnit: Text = "price_unit",
    UnitPrice: Number = "unit_price",
    FreightCharge: Amount = "freight_charge",
    FuelCharge: Amount = "fuel_charge",
    DemurrageCharge: Amount = "demurrage_charge",
    DetentionCharge: Amount = "detention_charge",
    StorageCharge: Amount = "storage_charge",
    HandlingCharge: Amount = "handling_charge",
    CustomsCharge: Amount = "customs_charge",
    OtherCharge: Amount = "other_charge",
    Discount: Number = "discount",
    MinCharge: Amount = "min_charge",
    MaxCharge: Amount = "max_charge",
    FuelPercent: Percent = "fuel_percent",
    FreeDays: Number = "free_days",
    DayRate: Number = "day_rate",
    WeightFrom: Number = "weight_from",
    WeightTo: Number = "weight_to",
    TierFrom: Number = "tier_from",
    TierTo: Number = "tier_to",
    Divisor: Number = "divisor",
    FirstInterval: Number = "first_interval",
    NextInterval: Number = "next_interval",
    AlwaysCharged: Flag = "always_charged",
    EstRevenue: Amount = "est_revenue",
    Cost: Amount = "cost",
    CreditLimit: Amount = "credit_limit",
    PoNo: Id = "po_no",
    PoRequired: Flag = "po_required",
    ProjectRequired: Flag = "project_required",
    PodRequired: Flag = "pod_required",
    RequiredDocuments: Text = "required_documents",
    PaymentNo: Id = "payment_no",
    PaymentDate: Date = "payment_date",
    PayerName: Text = "payer_name",
    PayerAccount: Id = "payer_account",
    PaymentRef: Text = "payment_ref",
    /// The day on which an invoice was settled.
    ClearedDate: Date = "cleared_date",
    Disputed: Flag = "disputed",
    ValueDate: Date = "value_date",
    BookingDate: Date = "booking_date",
    Debit: Amount = "debit",
    Credit: Amount = "credit",
    Balance: Amount = "balance",
    /// The reference that the payer gave: end-to-end id, customer reference.
    EndToEndId: Id = "end_to_end_id",
    /// The bank's own id of a line.
    BankRef: Id = "bank_ref",
    Remittance: Text = "remittance",
    TransactionCode: Text = "transaction_code",
    StatementNo: Id = "statement_no",
    /// The own account that a statement is about.
    BankAccount: Id = "bank_account",
    /// First day of the period that a row bills.
    PeriodFrom: Date = "period_from",
    PeriodTo: Date = "period_to",
    /// The day from which a service of the inventory runs.
    StartDate: Date = "start_date",
    EndDate: Date = "end_date",
    /// What the customer wants an invoice for: one per order, site, study, job, month.
    SplitRule: Text = "split_rule",
    DeliveryChannel: Text = "delivery_channel",
    Email: Text = "email",
    Language: Text = "language",
    InvoiceFormat: Text = "invoice_format",
    /// The day of the month by which invoices must be in.
    CutOff: Text = "cut_off",
    ExcludedCharges: Text = "excluded_charges",
    BillingSchedule: Text = "billing_schedule",
    ContactStatus: Text = "contact_status",
    CorrectionReason: Text = "correction_reason",
    ApprovedBy: Text = "approved_by",
    /// Who wrote the invoice.
    Preparer: Text = "preparer",
    PoAmount: Amount = "po_amount",
    PoUsed: Amount = "po_used",
    PoBalance: Amount = "po_balance",
    DisputeNo: Id = "dispute_no",
    Verdict: Text = "verdict",
    ResolvedDate: Date = "resolved_date",
    PodStatus: Text = "pod_status",
    CostStatus: Text = "cost_status",
    ApprovalStatus: Text = "approval_status",
    QuoteStatus: Text = "quote_status",
    QualityStatus: Text = "quality_status",
    PortalStatus: Text = "portal_status",
    ClaimStatus: Text = "claim_status",
    DutyReceipt: Text = "duty_receipt",
    InterfaceStatus: Text = "interface_status",
    /// Debit or credit: which way an amount without a sign goes.
    Side: Text = "side",
    PromoNo: Id = "promo_no",
    PromoPercent: Percent = "promo_percent",
    PromoAmount: Amount = "promo_amount",
    FreeUnits: Number = "free_units",
    /// Whether a promotion may be combined with others.
    Stacking: Text = "stacking",
    /// Who says what a row asks for: contract, order, requirement sheet.
    RequirementSource: Text = "requirement_source",
    /// The day on which an account was closed.
    ClosedOn: Date = "closed_on",
    /// Since when an account is on hold.
    HeldSince: Date = "held_since",
    /// The line, circuit or contract that a recurring charge is for.
    ServiceId: Id = "service_id",
    WaitingHours: Number = "waiting_hours",
    /// When the vehicle came and when it could go, with the hour.
    WaitFrom: Text = "wait_from",
    WaitTo: Text = "wait_to",
    /// The account of the general ledger.
    AccountNo: Id = "account_no",
    AccountName: Text = "account_name",
    OpeningBalance: Amount = "opening_balance",
    /// The house that pays for a customer.
    ParentName: Text = "parent_name",
    /// The same wait, where the list keeps it in minutes.
    WaitingMinutes: Number = "waiting_minutes",
    /// The tax number of who issues the invoice: its country, where no column says it.
    SellerTaxId: Id = "seller_tax_id",
    /// What a customer wants named on each invoice, in words: order, project, study.
    RequiredReferences: Text = "required_references",
    /// The percentage of a line that is a share of another amount, and that amount.
    Percent: Percent = "percent",
    PercentBase: Amount = "percent_base",
    /// The zone of a tariff in which an address lies.
    Zone: Text = "zone",
    CostCentre: Id = "cost_centre",
    SplitPercent: Percent = "split_percent",
    ServiceLevel: Text = "service_level",
    Charge1: Amount = "charge_1",
    Charge2: Amount = "charge_2",
    Charge3: Amount = "charge_3",
    Charge4: Amount = "charge_4",
    Charge5: Amount = "charge_5",
    Charge6: Amount = "charge_6",
    Charge7: Amount = "charge_7",
    Charge8: Amount = "charge_8",
}

impl Field {
    pub fn spec(self) -> &'static FieldSpec {
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
