//! Which column serves which field of a kind: words, cells, sums and keys weighed together, the
//! best total taken, and nothing taken that another column could be as well.

use std::collections::BTreeSet;

use crate::ingest::headers::{Header, Match, Sense};
use crate::ingest::{Candidate, FieldGuess, Why};
use crate::table::{Field, Kind, RawSheet};

use super::arithmetic::is_base_of;
use super::assign;
use super::fit::{Fit, fit};
use super::keys::KnownKeys;
use super::profile::Profile;
use super::vetoes::is_foreign;

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

/// Over so many cells, and so many to a value, so few values are sorts of something.
const CELLS_TELLING: u32 = 8;
const CELLS_PER_SORT: u32 = 4;
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
            Some(found) if self.is_vetoed(field, found, column, kind) => return None,
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
                let less = self.gives_way(field, found, column);
                if less > 0 {
                    offer.score = offer.score.saturating_sub(less);
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
            None => {
                let unknown = header.senses.first().is_none_or(|m| m.score < 900);
                let by_key = || (is_key && unknown).then_some((KEYS_ALONE, None));
                let shown = self.shown_otherwise(field, column, kind).or_else(by_key);
                let (score, why) = shown?;
                offer.score = score;
                offer.why.extend(why);
            }
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
        offer.score += self.of_two_meanings(field, column, kind);
        offer.score += if needed { NEEDED } else { 0 };
        Some(offer)
    }

    /// What columns beside it, or the sums, say of a column whose header does not.
    fn shown_otherwise(
        &self,
        field: Field,
        column: usize,
        kind: Kind,
    ) -> Option<(u32, Option<Why>)> {
        match field {
            // The account of a customer in a list of customers, whatever else the books number so.
            Field::CustomerNo if kind == Kind::Customers && self.is_account_of_each(column) => {
                Some((TAKE, Some(Why::Unique)))
            }
            Field::RateDate if kind == Kind::FxRates && self.is_only_day(column) => {
                Some((TAKE, Some(Why::Values)))
            }
            Field::DocType if kind == Kind::Invoices && self.tells_credit_notes(column) => {
                Some((TAKE, Some(Why::Values)))
            }
            Field::CustomerName if kind == Kind::Invoices && self.is_contact_of_firms(column) => {
                Some((TAKE, Some(Why::Values)))
            }
            Field::Amount if self.is_whole_of_job(column, kind) => Some((TAKE, None)),
            Field::Amount if self.is_of_books(Field::LocalAmount, column, kind) => {
                Some((TAKE, None))
            }
            Field::Currency if self.is_of_books(Field::LocalCurrency, column, kind) => {
                Some((TAKE, Some(Why::Values)))
            }
            // The name beside a code describes it.
            Field::Text if self.spells_out_code(column) => Some((TAKE + CELLS, Some(Why::Values))),
            // An amount to which the tax beside it comes, and no other that is plainly before it.
            Field::Net if self.is_before_tax(column) => Some((TAKE, Some(Why::Arithmetic))),
            // Quantity times price is the amount of a line, though its word says another.
            Field::Amount if self.is_extension(column, kind) => Some((TAKE, None)),
            _ => None,
        }
    }

    /// Whether the header says gross, and the tax beside it, a rate of it, that it is not: asked only
    /// where nothing is plainly called net.
    pub(super) fn is_before_tax(&self, column: usize) -> bool {
        let says = |at: usize, field: Field| {
            self.profiles[at].number_column()
                && self.headers[at].sense(Sense::Field(field)).is_some_and(|found| !found.vague)
        };
        let columns = || 0..self.headers.len();
        says(column, Field::Gross)
            && !columns().any(|at| at != column && says(at, Field::Net))
            && columns().any(|at| says(at, Field::Tax) && is_base_of(self, column, at))
    }

    /// Whether sums show a line's amount in a column that is no amount with tax, as its header says.
    fn is_extension(&self, column: usize, kind: Kind) -> bool {
        let gross = self.headers[column].sense(Sense::Field(Field::Gross));
        self.sums.contains(&(Field::Amount, column))
            && gross.is_some_and(|found| self.is_vetoed(Field::Gross, found, column, kind))
    }

    /// What holds nothing, or is a database's key beside a number, gives way to the other; by more where
    /// the other is the house's own.
    fn gives_way(&self, field: Field, found: &Match, column: usize) -> u32 {
        if field == Field::InvoiceNo && self.is_given_number(column) {
            return 2 * LESSER;
        }
        let key = found.why == Why::HeaderKey && self.is_numbered_beside(field, column);
        let nothing = self.profiles[column].filled == 0;
        let other =
            self.is_name_of_code(field, found, column) || self.is_lesser_name(field, column);
        LESSER * u32::from(key || nothing || other)
    }

    /// The number that a tax office gives an invoice, beside the one that the house gives it.
    fn is_given_number(&self, column: usize) -> bool {
        const GIVEN: [&str; 4] = ["数电", "승인#", "승인번호", "发票"];
        let given = |header: &Header| GIVEN.iter().any(|word| header.folded.contains(word));
        let own = |(at, header): (usize, &Header)| {
            let found = header.sense(Sense::Field(Field::InvoiceNo));
            at != column
                && found.is_some_and(|found| !found.vague && found.score >= 900)
                && self.profiles[at].filled > 0
                && !given(header)
        };
        given(&self.headers[column]) && self.headers.iter().enumerate().any(own)
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

    /// 발급일자 is the day on which a tax invoice went out where the day on which it is written
    /// (작성일자) stands beside it, else the day of the invoice.
    fn issue_day(&self, field: Field, column: usize) -> u32 {
        let means = |f: Field, h: &Header| h.sense(Sense::Field(f)).is_some_and(|m| m.vague);
        let header = &self.headers[column];
        if !means(Field::SentDate, header) || !means(Field::InvoiceDate, header) {
            return 0;
        }
        let written = self.headers.iter().any(|h| h.is_plainly(Field::InvoiceDate));
        match field {
            Field::SentDate if written => SHIP_DATE,
            Field::InvoiceDate if !written => SHIP_DATE,
            _ => 0,
        }
    }

    /// What the kind of list and the columns beside it add to one meaning of a word that has two.
    fn of_two_meanings(&self, field: Field, column: usize, kind: Kind) -> u32 {
        self.ship_date(field, column)
            + self.issue_day(field, column)
            + self.business_day(field, column, kind)
            + self.text_of_bank(field, column, kind)
    }

    /// "Memo" on a statement is what the bank tells of the payment.
    fn text_of_bank(&self, field: Field, column: usize, kind: Kind) -> u32 {
        let says =
            |field: Field| self.headers[column].sense(Sense::Field(field)).map(|found| found.score);
        let both = says(Field::Remittance).is_some_and(|s| says(Field::Text) == Some(s));
        let of_bank = (field, kind) == (Field::Remittance, Kind::BankLines);
        if of_bank && both { MARGIN } else { 0 }
    }

    /// 业务日期 is the day of the service on a line and beside the day of the invoice, else that day.
    fn business_day(&self, field: Field, column: usize, kind: Kind) -> u32 {
        let means = |f: Field, h: &Header| h.sense(Sense::Field(f)).is_some_and(|m| m.vague);
        let header = &self.headers[column];
        if !means(Field::ServiceDate, header) || !means(Field::InvoiceDate, header) {
            return 0;
        }
        let plain =
            |h: &Header| h.sense(Sense::Field(Field::InvoiceDate)).is_some_and(|m| !m.vague);
        let of_service = kind == Kind::Lines || self.headers.iter().any(plain);
        let only = means(Field::RateDate, header);
        match field {
            Field::ServiceDate if of_service && !only => SHIP_DATE,
            Field::InvoiceDate if !of_service && !only => SHIP_DATE,
            _ => 0,
        }
    }

    /// "Ship date" is the pickup where a delivery stands beside it, else the day of service.
    fn ship_date(&self, field: Field, column: usize) -> u32 {
        let means = |f: Field, h: &Header| h.sense(Sense::Field(f)).is_some_and(|m| m.vague);
        let header = &self.headers[column];
        if !means(Field::PickupDate, header) || !means(Field::ServiceDate, header) {
            return 0;
        }
        let named = |field: Field| self.headers.iter().any(|h| h.is_plainly(field));
        let pickup = named(Field::DeliveryDate) && !named(Field::PickupDate);
        match field {
            Field::PickupDate if pickup => SHIP_DATE,
            Field::ServiceDate if !pickup => SHIP_DATE,
            _ => 0,
        }
    }
}

/// Of two texts, the one of a few words is a sort of text.
fn is_sort_of_text(field: Field, profile: &Profile) -> bool {
    matches!(field, Field::Text | Field::Remittance)
        && profile.cells >= CELLS_TELLING
        && profile.values <= SORTS_MAX.min(profile.cells / CELLS_PER_SORT)
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
            | Field::PoNo
    )
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
