//! Which column serves which field of a kind: words, cells, sums and keys weighed together, the
//! best total taken, and nothing taken that another column could be as well.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::headers::{Foreign, Header, Match, Sense};
use crate::ingest::typing::{Side, read_side};
use crate::ingest::{Candidate, FieldGuess, Why};
use crate::table::{Field, Kind, RawSheet};

use super::assign;
use super::fit::{Fit, fit};
use super::keys::KnownKeys;
use super::profile::Profile;

/// From here a pair may be taken, given its margin.
pub(super) const TAKE: u32 = 700;
const MARGIN: u32 = 100;
/// The score of a header that says it in so many words.
const SURE: u32 = 1_000;

/// What each kind of reason adds.
const CELLS: u32 = 100;
const SUMS: u32 = 500;
const KEYS: u32 = 500;
/// A key by its values alone: enough to be taken where no header says otherwise.
const KEYS_ALONE: u32 = 300;
/// A field without which the kind cannot be used gets the column before a field that can wait.
const NEEDED: u32 = 60;
const SHIP_DATE: u32 = 150;
/// By how much a column gives way to another of the same meaning.
const LESSER: u32 = 150;
const OF_DOCUMENT: u32 = 150;
/// Lines over which it is seen whether a column belongs to the document.
pub(super) const LINES_LOOKED_AT: usize = 2_000;
/// From here a header may head the numbers of invoices: "Num" does.
const KEY_SCORE: u16 = 650;
/// Lines on invoices met before from which a column that never differs belongs to the invoice.
const LINES_TELLING: usize = 5;

/// Over so many cells, so few values are sorts of something.
const CELLS_TELLING: u32 = 20;
const SORTS_MAX: u32 = 5;

/// Fields about which nobody is stopped: a tie leaves them open, marked on the mapping screen.
const CAN_WAIT: [Field; 50] = [
    Field::Text,
    Field::Contact,
    Field::Owner,
    Field::Site,
    Field::Entity,
    Field::Pieces,
    Field::Cost,
    Field::CreditLimit,
    Field::VendorName,
    Field::PodName,
    Field::PeriodFrom,
    Field::PeriodTo,
    Field::StartDate,
    Field::EndDate,
    Field::SplitRule,
    Field::DeliveryChannel,
    Field::Email,
    Field::Language,
    Field::InvoiceFormat,
    Field::CutOff,
    Field::ExcludedCharges,
    Field::BillingSchedule,
    Field::ContactStatus,
    Field::CorrectionReason,
    Field::ApprovedBy,
    Field::Preparer,
    Field::PoAmount,
    Field::PoUsed,
    Field::PoBalance,
    Field::DisputeNo,
    Field::Verdict,
    Field::ResolvedDate,
    Field::PodStatus,
    Field::CostStatus,
    Field::ApprovalStatus,
    Field::QuoteStatus,
    Field::QualityStatus,
    Field::PortalStatus,
    Field::ClaimStatus,
    Field::DutyReceipt,
    Field::InterfaceStatus,
    Field::PayerAccount,
    Field::Remittance,
    Field::EndToEndId,
    Field::BankRef,
    Field::TransactionCode,
    Field::StatementNo,
    Field::BankAccount,
    Field::Side,
    Field::BookingDate,
];

/// The columns of one sheet as far as they are known before a kind is chosen.
pub struct Columns<'a> {
    pub raw: &'a RawSheet,
    pub rows: &'a [u32],
    pub headers: &'a [Header],
    pub profiles: &'a [Profile],
    pub sums: &'a BTreeSet<(Field, usize)>,
    pub keys: &'a KnownKeys,
}

/// A column for a field, with its score and its reasons.
struct Offer {
    column: usize,
    score: u32,
    why: Vec<Why>,
    doubt: bool,
}

/// One guess per field of the kind, in its order. A chosen column stands first with `ask` false.
pub fn guess(kind: Kind, columns: &Columns) -> Vec<(FieldGuess, Option<u16>)> {
    let spec = kind.spec();
    let fields: Vec<Field> = spec.needs.iter().chain(spec.reads).copied().collect();
    let offers: Vec<Vec<Offer>> =
        fields.iter().map(|&f| columns.offers(f, spec.needs.contains(&f), kind)).collect();
    let mut scores = vec![vec![0; columns.headers.len()]; fields.len()];
    for (row, offers) in offers.iter().enumerate() {
        for offer in offers.iter().filter(|o| o.score >= TAKE && !o.doubt) {
            scores[row][offer.column] = offer.score;
        }
    }
    let chosen = assign::best(&scores);
    let taken: BTreeSet<usize> = chosen.iter().flatten().copied().collect();
    // A fuel table has a percentage for a period, and no price.
    let at = |field: Field| fields.iter().position(|&known| known == field);
    let no_price = at(Field::UnitPrice).is_some_and(|price| offers[price].is_empty());
    let is_fuel_table = kind == Kind::Rates
        && no_price
        && at(Field::FuelPercent).is_some_and(|fuel| chosen[fuel].is_some());
    fields
        .iter()
        .enumerate()
        .zip(offers)
        .map(|((row, &field), offers)| {
            let sure = chosen[row].filter(|_| assign::margin(&scores, &chosen, row) >= MARGIN);
            let open = sure.is_none() && chosen[row].is_some();
            let needed = spec.needs.contains(&field) && !is_fuel_table;
            settle(field, offers, sure, open, needed, &taken)
        })
        .collect()
}

/// Whether an open field stops the sheet from being settled.
pub fn must_ask(kind: Kind, guess: &FieldGuess) -> bool {
    guess.ask && (kind.spec().needs.contains(&guess.field) || !CAN_WAIT.contains(&guess.field))
}

fn settle(
    field: Field,
    mut offers: Vec<Offer>,
    sure: Option<usize>,
    open: bool,
    needed: bool,
    taken: &BTreeSet<usize>,
) -> (FieldGuess, Option<u16>) {
    // A column that serves another field stays a candidate only where it is as good.
    offers.retain(|o| Some(o.column) == sure || open || !taken.contains(&o.column));
    offers.sort_by_key(|o| (Some(o.column) != sure, std::cmp::Reverse(o.score), o.column));
    let doubt = sure.is_none() && offers.iter().any(|o| o.doubt && o.score >= TAKE);
    let ask = open || doubt || (needed && sure.is_none());
    let candidates =
        offers.into_iter().map(|o| Candidate { column: o.column as u16, why: o.why }).collect();
    (FieldGuess { field, candidates, ask }, sure.map(|c| c as u16))
}

impl Columns<'_> {
    fn offers(&self, field: Field, needed: bool, kind: Kind) -> Vec<Offer> {
        (0..self.headers.len())
            .filter_map(|column| self.offer(field, column, needed, kind))
            .collect()
    }

    fn offer(&self, field: Field, column: usize, needed: bool, kind: Kind) -> Option<Offer> {
        let (header, profile) = (&self.headers[column], &self.profiles[column]);
        let found = header.sense(Sense::Field(field));
        let is_key = self.is_key_of(field, found, column, kind);
        let mut offer = Offer { column, score: 0, why: Vec::new(), doubt: false };
        match found {
            Some(found) if self.is_something_else(field, found, column, kind) => return None,
            Some(found) => {
                match fit(field, found, header, profile) {
                    Fit::No => return None,
                    Fit::Doubt => offer.doubt = true,
                    Fit::Yes => offer.why.push(Why::Values),
                    Fit::Open => {}
                }
                // Mostly blank: hardly the column without which the kind cannot be used.
                offer.doubt |= needed && (profile.filled as usize) * 2 < self.rows.len();
                let stands_in = self.stands_in(field, found, header, kind);
                let words = if stands_in { SURE } else { found.score.into() };
                offer.score = words + CELLS * offer.why.len() as u32;
                offer.why.insert(0, found.why);
                let foreign = header.senses.iter().filter(|m| is_foreign(m.sense, field, kind));
                if foreign.map(|m| m.score).max().unwrap_or(0) >= found.score && !is_key {
                    // As much a word for something that is not read: a candidate, never taken.
                    offer.score = offer.score.min(TAKE - 1);
                }
                if self.gives_way(field, found, column) {
                    offer.score = offer.score.saturating_sub(LESSER);
                } else if offer.score >= TAKE && is_sort_of_text(field, profile) {
                    offer.score = offer.score.saturating_sub(LESSER).max(TAKE);
                }
                if found.vague && self.is_of_document(field, column, kind) {
                    offer.score += OF_DOCUMENT;
                    offer.why.push(Why::Values);
                }
                if offer.score < TAKE && found.vague && found.score >= 600 && offer.doubt {
                    return None;
                }
            }
            // The name beside a code describes it.
            None if field == Field::Text && self.spells_out_code(column) => {
                offer.score = TAKE + CELLS;
                offer.why.push(Why::Values);
            }
            None if is_key && header.senses.first().is_none_or(|m| m.score < 900) => {
                offer.score = KEYS_ALONE;
            }
            None => return None,
        }
        if is_key {
            offer.score += KEYS;
            offer.why.push(Why::Overlap);
        }
        // A kind of transaction that is debit or credit and nothing else says the sign.
        if field == Field::Side {
            offer.score += SUMS;
            offer.why.push(Why::Values);
        }
        if self.sums.contains(&(field, column)) {
            offer.score += SUMS;
            offer.why.push(Why::Arithmetic);
        }
        if is_row_key(field, kind) && profile.unique() && !profile.counts_rows {
            offer.score += CELLS;
            offer.why.push(Why::Unique);
        }
        offer.score += self.ship_date(field, column);
        offer.score += if needed { NEEDED } else { 0 };
        Some(offer)
    }

    /// What holds nothing, or is a database's key beside a number, gives way to the other.
    fn gives_way(&self, field: Field, found: &Match, column: usize) -> bool {
        let key = found.why == Why::HeaderKey && self.is_numbered_beside(field, column);
        key || self.profiles[column].filled == 0 || self.is_name_of_code(field, found, column)
    }

    /// Whether the column's values are keys of this field elsewhere. A line that names its job by the
    /// waybill finds it under that.
    fn is_key_of(&self, field: Field, found: Option<&Match>, column: usize, kind: Kind) -> bool {
        let has = |key| self.keys.contains(key, &self.raw.columns[column], self.rows);
        let by_waybill = || {
            let stands_in = |found| {
                self.stands_in(field, found, &self.headers[column], kind) && has(Field::Awb)
            };
            matches!(kind, Kind::Lines | Kind::Invoices) && found.is_some_and(stands_in)
        };
        has_keys(field) && (has(field) || by_waybill())
    }

    /// What the other columns and the kind of list say against a header's words.
    fn is_something_else(&self, field: Field, found: &Match, column: usize, kind: Kind) -> bool {
        let header = &self.headers[column];
        // "ID" in a list of receipts numbers the receipts.
        let of_receipt = || found.is_bare_key() && is_of_money(kind);
        // The case of a list of disputes is the dispute.
        let of_dispute = || kind == Kind::Disputes && field == Field::JobNo && is_dispute(header);
        // "Date" on an invoice is the invoice's: other days say in so many words which they are.
        let is_own_day = || {
            let days =
                [Field::ServiceDate, Field::DeliveryDate, Field::PodDate, Field::BookingDate];
            kind == Kind::Invoices && days.contains(&field) && found.vague
        };
        // "Account" in a general ledger is the ledger's, and no customer's.
        let is_account = || {
            let says = |field| header.sense(Sense::Field(field)).is_some();
            kind == Kind::GeneralLedger
                && matches!(field, Field::CustomerNo | Field::CustomerName)
                && (says(Field::AccountNo) || says(Field::AccountName))
        };
        let no_sides = || {
            field == Field::Side
                && !self.sums.contains(&(field, column))
                && !self.is_sides(found, column)
        };
        // What is payable on a line is as likely its amount as its cost.
        let payable = || kind == Kind::Lines && field == Field::Cost;
        let vague = || {
            payable()
                || self.is_address_of_contact(field)
                || self.is_of_line(field, column, kind)
                || self.is_own_buyer(field, header)
        };
        self.is_port(field, header)
            || found.vague && vague()
            || of_receipt()
            || of_dispute()
            || self.is_other_account(field, found, column, kind)
            || self.is_of_shipment(field, found, header, kind)
            || is_account()
            || is_own_day()
            || no_sides()
    }

    /// A waybill or bill of lading is the job's number where no column is plainly called that.
    /// Not so for a word that may as well be the kind's own key or a line number ("송장번호" in a
    /// list of invoices, "Position" in one of lines).
    fn stands_in(&self, field: Field, found: &Match, header: &Header, kind: Kind) -> bool {
        let mut rivals = kind.spec().needs.iter().chain([&Field::LineNo]);
        let rival = |f: &Field| *f != field && header.sense(Sense::Field(*f)).is_some();
        let plain = |h: &Header| {
            h.sense(Sense::Field(field)).is_some_and(|m| !m.vague && u32::from(m.score) >= TAKE)
        };
        field == Field::JobNo
            && u32::from(found.score) >= TAKE
            && !self.headers.iter().any(plain)
            && !rivals.any(rival)
    }

    /// An e-mail address is the contact where no column is plainly called that, else the address for
    /// invoices.
    fn is_address_of_contact(&self, field: Field) -> bool {
        let says = |h: &Header, field| h.sense(Sense::Field(field)).is_some_and(|m| !m.vague);
        // Some systems call the customer a contact.
        let is_person = |h: &Header| {
            says(h, Field::Contact) && h.sense(Sense::Field(Field::CustomerName)).is_none()
        };
        field == Field::Email && !self.headers.iter().any(is_person)
    }

    /// "Account" over one value on every line of a statement is the account itself; over many it is
    /// that of each payer.
    fn is_other_account(&self, field: Field, found: &Match, column: usize, kind: Kind) -> bool {
        let (header, profile) = (&self.headers[column], &self.profiles[column]);
        let both = [Field::BankAccount, Field::PayerAccount]
            .into_iter()
            .all(|field| header.sense(Sense::Field(field)).is_some());
        let one = profile.distinct == 1 && profile.filled > 1;
        match field {
            _ if kind != Kind::BankLines || !both => false,
            Field::PayerAccount => one,
            Field::BankAccount => found.vague && !one,
            _ => false,
        }
    }

    /// What says something of a document is the same on all its lines: a "type" that differs within
    /// an invoice is that of the line.
    fn is_of_line(&self, field: Field, column: usize, kind: Kind) -> bool {
        matches!(field, Field::DocType | Field::InvoiceDate | Field::CustomerNo)
            && self.within_invoices(column, kind).is_some_and(|(again, differ)| differ * 10 > again)
    }

    /// "Date" that never differs within an invoice of several lines is the day of the invoice.
    fn is_of_document(&self, field: Field, column: usize, kind: Kind) -> bool {
        let same = |(again, differ): (usize, usize)| again >= LINES_TELLING && differ == 0;
        field == Field::InvoiceDate
            && self.profiles[column].distinct > 1
            && self.within_invoices(column, kind).is_some_and(same)
    }

    /// How many lines stand on an invoice that was met before, and on how many of them the column
    /// differs from its first.
    fn within_invoices(&self, column: usize, kind: Kind) -> Option<(usize, usize)> {
        if kind != Kind::Lines {
            return None;
        }
        let is_number = |h: &Header| {
            h.sense(Sense::Field(Field::InvoiceNo)).is_some_and(|m| m.score >= KEY_SCORE)
        };
        let number = self.headers.iter().position(is_number).filter(|at| *at != column)?;
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        let (mut again, mut differ) = (0_usize, 0_usize);
        for &row in self.rows.iter().take(LINES_LOOKED_AT) {
            let value = self.raw.text(row as usize, column);
            match first.entry(self.raw.text(row as usize, number)) {
                Entry::Vacant(slot) => _ = slot.insert(value),
                Entry::Occupied(slot) => {
                    again += 1;
                    differ += usize::from(*slot.get() != value);
                }
            }
        }
        Some((again, differ))
    }

    /// "Invoice ID" beside "Invoice number" is the key of a database.
    fn is_numbered_beside(&self, field: Field, column: usize) -> bool {
        let plain = |h: &Header| {
            h.sense(Sense::Field(field)).is_some_and(|m| !m.vague && m.why == Why::Header)
        };
        let mut others = (0..self.headers.len()).filter(|&at| at != column);
        others.any(|at| plain(&self.headers[at]) && self.profiles[at].filled > 0)
    }

    /// The day of dispatch on a carrier's invoice is that of what it moved, not of the invoice.
    fn is_of_shipment(&self, field: Field, found: &Match, header: &Header, kind: Kind) -> bool {
        let moved = [Field::Awb, Field::Weight, Field::ChargeableWeight, Field::Pieces];
        let plainly = |h: &Header, field| h.sense(Sense::Field(field)).is_some_and(|m| !m.vague);
        let of_goods = || header.sense(Sense::Field(Field::ServiceDate)).is_some();
        kind == Kind::Invoices
            && field == Field::SentDate
            && (found.vague || of_goods())
            && self.headers.iter().any(|h| moved.iter().any(|&field| plainly(h, field)))
    }

    /// "Buyer" beside a vendor is who bought, one of our own people.
    fn is_own_buyer(&self, field: Field, header: &Header) -> bool {
        let vendor =
            |h: &Header| h.sense(Sense::Field(Field::VendorName)).is_some_and(|m| !m.vague);
        field == Field::CustomerName && header.folded == "buyer" && self.headers.iter().any(vendor)
    }

    /// Whether a column holds nothing but marks of debit and credit: both, where its header could
    /// mean something else.
    fn is_sides(&self, found: &Match, column: usize) -> bool {
        let texts = || self.rows.iter().map(|row| self.raw.text(*row as usize, column));
        let marks = || texts().filter(|text| !text.trim().is_empty()).map(read_side);
        let has = |side| marks().any(|mark| mark == Some(side));
        let (debit, credit) = (has(Side::Debit), has(Side::Credit));
        let enough = if found.vague { debit && credit } else { debit || credit };
        enough && marks().all(|mark| mark.is_some())
    }

    /// "POD" beside "POL" is the port of discharge, whatever stands under it.
    fn is_port(&self, field: Field, header: &Header) -> bool {
        matches!(field, Field::PodName | Field::PodDate)
            && header.folded.ends_with("pod")
            && self.headers.iter().any(|other| other.folded.ends_with("pol"))
    }

    /// "Ship date" is the pickup where a delivery stands beside it, else the day of service.
    fn ship_date(&self, field: Field, column: usize) -> u32 {
        let means = |f: Field, h: &Header| h.sense(Sense::Field(f)).is_some_and(|m| m.vague);
        let header = &self.headers[column];
        if !means(Field::PickupDate, header) || !means(Field::ServiceDate, header) {
            return 0;
        }
        let named = |field: Field| {
            self.headers.iter().any(|h| h.sense(Sense::Field(field)).is_some_and(|m| !m.vague))
        };
        let pickup = named(Field::DeliveryDate) && !named(Field::PickupDate);
        match field {
            Field::PickupDate if pickup => SHIP_DATE,
            Field::ServiceDate if !pickup => SHIP_DATE,
            _ => 0,
        }
    }
}

/// In a list of payments or postings the words of banks and payments are no foreign ones.
fn is_foreign(sense: Sense, field: Field, kind: Kind) -> bool {
    let own = match sense {
        // When an item was posted may count for its age.
        Sense::Foreign(Foreign::Record)
            if (field, kind) == (Field::BookingDate, Kind::Invoices) =>
        {
            true
        }
        Sense::Foreign(Foreign::Bank | Foreign::Payment | Foreign::Record | Foreign::RowCount) => {
            is_of_money(kind) || kind == Kind::GeneralLedger
        }
        _ => false,
    };
    matches!(sense, Sense::Foreign(_)) && !own
}

fn is_of_money(kind: Kind) -> bool {
    matches!(kind, Kind::Payments | Kind::Remittances | Kind::BankLines)
}

/// Of two texts, the one of a few words is a sort of text.
fn is_sort_of_text(field: Field, profile: &Profile) -> bool {
    matches!(field, Field::Text | Field::Remittance)
        && profile.cells >= CELLS_TELLING
        && profile.values <= SORTS_MAX
}

fn has_keys(field: Field) -> bool {
    matches!(
        field,
        Field::JobNo
            | Field::Awb
            | Field::InvoiceNo
            | Field::OriginalInvoice
            | Field::CustomerNo
            | Field::CustomerName
            | Field::ContractNo
            | Field::PaymentNo
    )
}

fn is_dispute(header: &Header) -> bool {
    header.sense(Sense::Field(Field::DisputeNo)).is_some()
}

fn is_row_key(field: Field, kind: Kind) -> bool {
    matches!(
        (field, kind),
        (Field::JobNo, Kind::Jobs | Kind::PriorJobs)
            | (Field::InvoiceNo, Kind::Invoices | Kind::PriorItems)
            | (Field::PaymentNo, Kind::Payments)
            | (Field::CustomerNo | Field::CustomerName, Kind::Customers)
    )
}
