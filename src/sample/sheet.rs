//! The books as sheets: headers as a client would write them, one row a row.

use super::client::Client;
use super::columns;
use super::ledger::{Invoice, Job, Ledger, Line, Rate, day};
use super::receipts;
use super::registers;
use super::service::SERVICES;
use crate::base::{Date, Decimal, iso, round_to};
use crate::table::{Field, Kind};

/// One sheet, with what its columns mean: a reader must find that out by itself.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub kind: Kind,
    /// File name without extension; also the name of the sheet in a workbook.
    pub name: &'static str,
    pub fields: Vec<Field>,
    pub headers: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// The own company that bills.
const ENTITY: &str = "HCL Global";

pub(super) type Columns = [(Field, &'static str)];

pub(super) fn sheets(ledger: &Ledger) -> Vec<Sheet> {
    let is_korean = |job: &&Job| ledger.clients[job.client].is_korean();
    let abroad = jobs(ledger, |job| !is_korean(&job));
    let korean = jobs(ledger, |job| is_korean(&job));
    let billed = || ledger.invoices.iter().filter(|invoice| invoice.has_header);
    let headers = billed().flat_map(|i| std::iter::repeat_n(header(ledger, i), i.copies));
    let lines = ledger.invoices.iter().flat_map(|invoice| {
        let taxes = columns::line_taxes(ledger, invoice);
        let lines = invoice.lines.iter().zip(taxes).zip(1..);
        lines.map(move |((one, tax), no)| line(ledger, (invoice, one), tax, no))
    });
    let listed = ledger.clients.iter().filter(|client| client.is_listed);
    let prior = ledger.jobs.iter().filter(|job| job.copies > 0 && is_opening(job));
    vec![
        sheet(Kind::Jobs, "jobs_october_2026", JOBS, abroad),
        sheet(Kind::Jobs, "작업목록_2026년10월", JOBS_KO, korean),
        sheet(Kind::Invoices, "invoices_october_2026", INVOICES, headers.collect()),
        sheet(Kind::Lines, "invoice_lines_october_2026", LINES, lines.collect()),
        sheet(Kind::Rates, "rate_card_2026", RATES, ledger.rates.iter().map(rate).collect()),
        sheet(Kind::Customers, "customer_requirements", CUSTOMERS, listed.map(customer).collect()),
        registers::promotions(ledger),
        registers::orders(ledger),
        registers::disputes(ledger),
        sheet(
            Kind::PriorJobs,
            "opening_unbilled_jobs_september_2026",
            PRIOR,
            prior.map(|j| opening(ledger, j)).collect(),
        ),
        registers::sent_before(ledger),
        sheet(Kind::FxRates, "exchange_rates_october_2026", FX_RATES, columns::fx_rates()),
        sheet(Kind::Payments, "receipts_october_2026", RECEIPTS, receipts::rows(ledger)),
    ]
}

pub(super) fn sheet(
    kind: Kind,
    name: &'static str,
    columns: &Columns,
    rows: Vec<Vec<String>>,
) -> Sheet {
    let (fields, headers) = columns.iter().copied().unzip();
    Sheet { kind, name, fields, headers, rows }
}

static JOBS: &Columns = &[
    (Field::JobNo, "Job No"),
    (Field::Awb, "Air Waybill"),
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client"),
    (Field::Project, "Protocol No"),
    (Field::ServiceCode, "Service"),
    (Field::PickupDate, "Pickup Date"),
    (Field::DeliveryDate, "Delivery Date"),
    (Field::PodDate, "POD Date"),
    (Field::PodName, "Signed By"),
    (Field::Origin, "Origin"),
    (Field::Destination, "Destination"),
    (Field::Pieces, "Pieces"),
    (Field::DemurrageDays, "Demurrage Days"),
    (Field::Weight, "Weight (kg)"),
    (Field::ChargeableWeight, "Chargeable Weight (kg)"),
    (Field::PoNo, "PO No"),
    (Field::EstRevenue, "Est. Revenue"),
    (Field::Cost, "Cost"),
    (Field::Currency, "Currency"),
    (Field::Status, "Status"),
    (Field::HoldReason, "Hold Reason"),
    (Field::Owner, "Account Manager"),
    (Field::Volume, "Volume (CBM)"),
];

static JOBS_KO: &Columns = &[
    (Field::JobNo, "작업번호"),
    (Field::Awb, "항공화물운송장"),
    (Field::CustomerNo, "거래처코드"),
    (Field::CustomerName, "거래처명"),
    (Field::Project, "프로토콜번호"),
    (Field::ServiceCode, "서비스"),
    (Field::PickupDate, "픽업일"),
    (Field::DeliveryDate, "배송일"),
    (Field::PodDate, "인수일"),
    (Field::PodName, "인수자"),
    (Field::Origin, "출발지"),
    (Field::Destination, "도착지"),
    (Field::Pieces, "개수"),
    (Field::DemurrageDays, "체선일수"),
    (Field::Weight, "중량"),
    (Field::ChargeableWeight, "운임중량"),
    (Field::PoNo, "발주번호"),
    (Field::EstRevenue, "예상매출"),
    (Field::Cost, "원가"),
    (Field::Currency, "통화"),
    (Field::Status, "상태"),
    (Field::HoldReason, "미청구사유"),
    (Field::Owner, "영업담당"),
    (Field::Volume, "용적(CBM)"),
];

static INVOICES: &Columns = &[
    (Field::InvoiceNo, "Invoice No"),
    (Field::DocType, "Document Type"),
    (Field::OriginalInvoice, "Original Invoice"),
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client"),
    (Field::InvoiceDate, "Invoice Date"),
    (Field::DueDate, "Due Date"),
    (Field::Terms, "Payment Terms"),
    (Field::PoNo, "PO No"),
    (Field::Period, "Billing Period"),
    (Field::Currency, "Currency"),
    (Field::Net, "Net Amount"),
    (Field::TaxRate, "Tax %"),
    (Field::Tax, "Tax Amount"),
    (Field::Gross, "Invoice Total"),
    (Field::SentDate, "Sent Date"),
    (Field::Country, "Buyer Country"),
    (Field::SellerCountry, "Seller Country"),
    (Field::TaxCode, "Tax Category"),
    (Field::TaxReason, "Exemption Reason"),
    (Field::CorrectionReason, "Correction Reason"),
    (Field::FapiaoCode, "Fapiao Code"),
    (Field::Prepaid, "Prepaid Amount"),
    (Field::OpenAmount, "Amount Due"),
    (Field::AmountInWords, "Amount in Words"),
    (Field::FxRate, "Exchange Rate"),
    (Field::LocalAmount, "Local Amount"),
    (Field::LocalCurrency, "Local Currency"),
    (Field::RemitTo, "Remit-to Account"),
    (Field::Attachments, "Attachments"),
    (Field::Entity, "Entity"),
    (Field::Language, "Language"),
    (Field::Status, "Status"),
    (Field::ApprovedBy, "Approved By"),
    (Field::Preparer, "Prepared By"),
];

static LINES: &Columns = &[
    (Field::InvoiceNo, "Invoice No"),
    (Field::LineNo, "Line No"),
    (Field::JobNo, "Job No"),
    (Field::Awb, "Air Waybill"),
    (Field::ServiceCode, "Charge Code"),
    (Field::Text, "Description"),
    (Field::ServiceDate, "Service Date"),
    (Field::Origin, "Origin"),
    (Field::Destination, "Destination"),
    (Field::Qty, "Quantity"),
    (Field::Unit, "Unit"),
    (Field::UnitPrice, "Unit Price"),
    (Field::Net, "Net Amount"),
    (Field::Currency, "Currency"),
    (Field::CustomerNo, "Client Code"),
    (Field::Tax, "Tax Amount"),
];

static RATES: &Columns = &[
    (Field::CustomerNo, "Client Code"),
    (Field::ServiceCode, "Charge Code"),
    (Field::Text, "Description"),
    (Field::Origin, "Origin"),
    (Field::Destination, "Destination"),
    (Field::Unit, "Unit"),
    (Field::UnitPrice, "Unit Price"),
    (Field::MinCharge, "Minimum Charge"),
    (Field::MaxCharge, "Maximum Charge"),
    (Field::FreeDays, "Free Days"),
    (Field::WeightFrom, "Weight From"),
    (Field::WeightTo, "Weight To"),
    (Field::Currency, "Currency"),
    (Field::ValidFrom, "Valid From"),
    (Field::ValidTo, "Valid To"),
    (Field::Divisor, "Volumetric Divisor"),
    (Field::Discount, "Discount"),
    (Field::AlwaysCharged, "Always Charged"),
];

static CUSTOMERS: &Columns = &[
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client Name"),
    (Field::Currency, "Currency"),
    (Field::Terms, "Payment Terms"),
    (Field::PoRequired, "PO Required"),
    (Field::ProjectRequired, "Protocol Required"),
    (Field::PodRequired, "POD Required"),
    (Field::TaxId, "Tax ID"),
    (Field::Status, "Status"),
    (Field::Contact, "Contact"),
    (Field::Address, "Billing Address"),
    (Field::City, "City"),
    (Field::Country, "Country"),
    (Field::RemitTo, "Remit-to Account"),
    (Field::RequiredDocuments, "Required Documents"),
    (Field::ContactStatus, "Contact Status"),
    (Field::Email, "Billing Email"),
    (Field::Entity, "Entity"),
    (Field::Language, "Language"),
    (Field::SplitRule, "Invoice Split"),
    (Field::CutOff, "Cut-off Day"),
    (Field::ExcludedCharges, "Excluded Charges"),
];

static PRIOR: &Columns = &[
    (Field::JobNo, "Job No"),
    (Field::CustomerNo, "Client Code"),
    (Field::CustomerName, "Client"),
    (Field::DeliveryDate, "Delivery Date"),
    (Field::EstRevenue, "Est. Revenue"),
    (Field::Currency, "Currency"),
];

static RECEIPTS: &Columns = &[
    (Field::PaymentNo, "Receipt No"),
    (Field::PaymentDate, "Receipt Date"),
    (Field::PayerName, "Payer"),
    (Field::Text, "Memo"),
    (Field::Amount, "Amount"),
    (Field::Currency, "Currency"),
];

static FX_RATES: &Columns = &[
    (Field::Currency, "Currency"),
    (Field::LocalCurrency, "Local Currency"),
    (Field::RateDate, "Rate Date"),
    (Field::FxRate, "Exchange Rate"),
];

fn jobs<'l>(ledger: &'l Ledger, fits: impl Fn(&'l Job) -> bool) -> Vec<Vec<String>> {
    let fitting = ledger.jobs.iter().filter(|job| fits(job));
    fitting.flat_map(|one| std::iter::repeat_n(job(ledger, one), one.copies)).collect()
}

fn job(ledger: &Ledger, job: &Job) -> Vec<String> {
    let client = &ledger.clients[job.client];
    let lane = &ledger.lanes[job.lane];
    let kilograms = |halves: i64| Decimal::new(halves * 5, 1).to_string();
    vec![
        job.no.clone(),
        job.awb.clone(),
        client.no.clone(),
        client.name.clone(),
        job.protocol.clone(),
        SERVICES[0].code.to_owned(),
        iso(job.pickup),
        date(job.delivery),
        date(job.pod_date),
        job.pod_name.clone(),
        lane.origin.clone(),
        lane.destination.clone(),
        job.pieces.to_string(),
        job.demurrage_days.to_string(),
        kilograms(job.weight),
        job.chargeable.map(kilograms).unwrap_or_default(),
        job.po.clone(),
        worth(job).to_string(),
        job.cost.unwrap_or_else(|| usual_cost(job)).to_string(),
        job.currency.code().to_owned(),
        job.status.clone(),
        job.hold_reason.clone(),
        client.owner.to_owned(),
        columns::volume(job),
    ]
}

fn worth(job: &Job) -> Decimal {
    job.charges.iter().map(|charge| charge.net).sum()
}

fn usual_cost(job: &Job) -> Decimal {
    round_to(worth(job) * Decimal::new(7, 1), job.currency.exponent())
}

/// Delivered in September and not billed by its end.
fn is_opening(job: &Job) -> bool {
    job.delivery.is_some_and(|delivery| delivery < day(10, 1))
}

fn opening(ledger: &Ledger, job: &Job) -> Vec<String> {
    let client = &ledger.clients[job.client];
    vec![
        job.no.clone(),
        client.no.clone(),
        client.name.clone(),
        date(job.delivery),
        worth(job).to_string(),
        job.currency.code().to_owned(),
    ]
}

fn header(ledger: &Ledger, invoice: &Invoice) -> Vec<String> {
    let client = &ledger.clients[invoice.client];
    let mut cells = vec![
        invoice.no.clone(),
        invoice.doc_type.to_owned(),
        invoice.original.clone(),
        client.no.clone(),
        client.name.clone(),
        iso(invoice.date),
        iso(invoice.due),
        invoice.terms.clone(),
        invoice.po.clone(),
        columns::period(invoice),
        client.currency.code().to_owned(),
        invoice.net.to_string(),
        format!("{}%", client.tax_percent),
        invoice.tax.to_string(),
        invoice.gross.map(|gross| gross.to_string()).unwrap_or_default(),
        columns::written(&invoice.written, Field::SentDate, iso(invoice.sent)),
    ];
    cells.extend(columns::of_header(client, invoice));
    cells.extend(asked(client, invoice));
    cells
}

/// What stands behind the columns of taxes: who billed, in which language and state, who approved.
fn asked(client: &Client, invoice: &Invoice) -> [String; 5] {
    [
        ENTITY.to_owned(),
        invoice.language.to_owned(),
        invoice.status.to_owned(),
        invoice.approved_by.to_owned(),
        client.owner.to_owned(),
    ]
}

fn line(
    ledger: &Ledger,
    (invoice, line): (&Invoice, &Line),
    tax: Decimal,
    no: usize,
) -> Vec<String> {
    let or = |field, usual: String| columns::written(&line.written, field, usual);
    vec![
        invoice.no.clone(),
        no.to_string(),
        line.job_no.clone(),
        line.awb.clone(),
        line.charge.code.to_owned(),
        line.text.clone(),
        iso(line.service_date),
        line.origin.clone(),
        line.destination.clone(),
        line.charge.qty.to_string(),
        line.charge.unit.to_owned(),
        line.charge.price.to_string(),
        line.charge.net.to_string(),
        line.currency.code().to_owned(),
        or(Field::CustomerNo, ledger.clients[invoice.client].no.clone()),
        or(Field::Tax, tax.to_string()),
    ]
}

fn rate(rate: &Rate) -> Vec<String> {
    vec![
        rate.client_no.clone(),
        rate.code.to_owned(),
        rate.text.to_owned(),
        rate.origin.clone(),
        rate.destination.clone(),
        rate.unit.to_owned(),
        rate.price.to_string(),
        rate.min.map(|min| min.to_string()).unwrap_or_default(),
        rate.max.map(|max| max.to_string()).unwrap_or_default(),
        number(rate.free_days),
        number(rate.weight_from),
        number(rate.weight_to),
        rate.currency.code().to_owned(),
        iso(rate.valid_from),
        iso(rate.valid_to),
        if rate.unit == "kg" { "6000".to_owned() } else { String::new() },
        columns::written(&rate.written, Field::Discount, String::new()),
        columns::written(&rate.written, Field::AlwaysCharged, "No".to_owned()),
    ]
}

fn number(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn customer(client: &Client) -> Vec<String> {
    let flag = |yes: bool| if yes { "Yes" } else { "No" }.to_owned();
    let or = |field, usual: String| columns::written(&client.written, field, usual);
    vec![
        client.no.clone(),
        client.name.clone(),
        client.agreed.unwrap_or(client.currency).code().to_owned(),
        client.terms(),
        flag(client.po_required),
        flag(client.project_required),
        flag(client.pod_required),
        client.tax_id.clone(),
        client.status.to_owned(),
        client.contact.to_owned(),
        or(Field::Address, format!("{} Science Park", 12 + client.no.len() * 7)),
        or(Field::City, client.seat().0.to_owned()),
        or(Field::Country, client.seat().1.to_owned()),
        client.remit_to().to_owned(),
        or(Field::RequiredDocuments, "POD".to_owned()),
        client.asks.contact_status.to_owned(),
        client.asks.email.clone(),
        client.asks.entity.unwrap_or(ENTITY).to_owned(),
        client.asks.language.to_owned(),
        client.asks.split_rule.to_owned(),
        client.asks.cut_off.to_owned(),
        client.asks.excluded.to_owned(),
    ]
}

fn date(date: Option<Date>) -> String {
    date.map(iso).unwrap_or_default()
}
