//! Documents, their days, and what of theirs stands on each line.

use std::collections::BTreeSet;

use super::Claim;
use crate::ingest::headers::{Header, Sense};
use crate::table::{Field, Kind};

/// The case of a list of disputes is the dispute.
pub(super) fn is_dispute(claim: &Claim) -> bool {
    claim.kind == Kind::Disputes && claim.field == Field::JobNo && claim.may_be(Field::DisputeNo)
}

/// "业务号码" over telephone numbers is a line that is billed, and no job: eleven digits of many networks.
pub(super) fn is_telephone(claim: &Claim) -> bool {
    const NETWORKS_MIN: usize = 3;
    let is_mobile = |text: &str| {
        text.len() == 11
            && text.bytes().all(|b| b.is_ascii_digit())
            && matches!(text.as_bytes(), [b'1', b'3'..=b'9', ..])
    };
    let mut networks = BTreeSet::new();
    let texts = claim.texts().map(str::trim).filter(|text| !text.is_empty());
    claim.field == Field::JobNo
        && texts.into_iter().all(|text| {
            networks.insert(text.get(..3));
            is_mobile(text)
        })
        && networks.len() >= NETWORKS_MIN
}

/// "Date" on an invoice is the invoice's: other days say in so many words which they are.
pub(super) fn is_day_of_invoice(claim: &Claim) -> bool {
    let days = [Field::ServiceDate, Field::DeliveryDate, Field::PodDate, Field::BookingDate];
    let booked = claim.field == Field::BookingDate && claim.may_be(Field::InvoiceDate);
    claim.kind == Kind::Invoices && days.contains(&claim.field) && (claim.found.vague || booked)
}

/// The day of dispatch on a carrier's invoice is that of what it moved, not of the invoice.
pub(super) fn is_day_of_shipment(claim: &Claim) -> bool {
    let moved = [Field::Awb, Field::Weight, Field::ChargeableWeight, Field::Pieces];
    claim.kind == Kind::Invoices
        && claim.field == Field::SentDate
        && (claim.found.vague || claim.may_be(Field::ServiceDate))
        && moved.into_iter().any(|field| claim.has_plainly(field))
}

/// "POD" beside "POL" is the port of discharge, whatever stands under it.
pub(super) fn is_port(claim: &Claim) -> bool {
    matches!(claim.field, Field::PodName | Field::PodDate)
        && claim.header().folded.ends_with("pod")
        && claim.columns.headers.iter().any(|other| other.folded.ends_with("pol"))
}

/// "Gate out" without a time of arrival is when a container left the port, and ends no waiting.
pub(super) fn is_end_alone(claim: &Claim) -> bool {
    let begins = |header: &Header| header.sense(Sense::Field(Field::WaitFrom)).is_some();
    claim.field == Field::WaitTo && !claim.columns.headers.iter().any(begins)
}

/// What the size comes to, where no column has what is charged: it may be just that.
pub(super) fn is_volumetric_alone(claim: &Claim) -> bool {
    claim.field == Field::VolumetricWeight && !claim.has_plainly(Field::ChargeableWeight)
}

/// What says something of a document is the same on all its lines: a "type" that differs within
/// an invoice is that of the line.
pub(super) fn is_of_line(claim: &Claim) -> bool {
    let within = || claim.columns.within_invoices(claim.column, claim.kind);
    matches!(claim.field, Field::DocType | Field::InvoiceDate | Field::CustomerNo)
        && within().is_some_and(|(again, differ)| differ * 10 > again)
}

/// "Date" in a ledger is the day of the posting: a document's own day says that it is.
pub(super) fn is_day_of_posting(claim: &Claim) -> bool {
    claim.kind == Kind::GeneralLedger
        && claim.field == Field::InvoiceDate
        && claim.may_be(Field::BookingDate)
}

/// "Mode" of a job is by air or by sea, and no service that is sold; in a price list it tells prices apart.
pub(super) fn is_mode_of_job(claim: &Claim) -> bool {
    claim.field == Field::ServiceCode
        && matches!(claim.kind, Kind::Jobs | Kind::PriorJobs)
        && claim.header().folded == "mode"
}
