//! What speaks against a column for a field although its header's words say it: other columns beside it,
//! the kind of list, and how its values lie within the invoices.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::base::fold_word;
use crate::ingest::Why;
use crate::ingest::headers::{Foreign, Header, Match, Sense};
use crate::ingest::typing::{Side, read_side};
use crate::table::{Field, Kind, ValueKind};

use super::fields::{Columns, LINES_LOOKED_AT, TAKE};
use super::profile::Profile;

/// From here a header may head the numbers of invoices: "Num" does.
const KEY_SCORE: u16 = 650;
/// Lines on invoices met before from which a column that never differs belongs to the invoice.
const LINES_TELLING: usize = 5;

/// So many payers for one account make it the account of who is paid.
const PAYERS_PER_ACCOUNT: u32 = 3;

/// What is owed to others and what others owe, as headers of two columns side by side say it.
const PAYABLE: [&str; 10] =
    ["应付", "지급", "매입", "仕入", "支払", "payable", "einkauf", "achat", "compra", "purchase"];
const RECEIVABLE: [&str; 10] =
    ["应收", "청구", "매출", "売上", "請求", "receivable", "verkauf", "vente", "venta", "sell"];

/// Who pays for a transport, by the role that it has there; folded.
#[rustfmt::skip]
const ROLES: [&str; 42] = [
    "shipper", "sender", "consignor", "consignee", "receiver", "recipient", "third party", "3rd party", "collect",
    "prepaid", "bill third party", "payor", "freight collect", "freight prepaid",
    "송하인", "수하인", "제3자", "발송인", "수취인", "선불", "착불", "发货人", "收货人", "寄件人", "收件人", "第三方", "寄付", "到付",
    "荷送人", "荷受人", "元払い", "着払い", "absender", "empfanger", "dritter", "expediteur", "destinataire", "tiers",
    "remitente", "destinatario", "tercero", "port paye",
];

fn says_any(header: &Header, words: &[&str]) -> bool {
    words.iter().any(|word| header.folded.contains(word))
}

impl Columns<'_> {
    /// What the other columns and the kind of list say against a header's words.
    pub(super) fn is_something_else(
        &self,
        field: Field,
        found: &Match,
        column: usize,
        kind: Kind,
    ) -> bool {
        let header = &self.headers[column];
        // "ID" in a list of receipts numbers the receipts.
        let of_receipt = || found.is_bare_key() && is_of_money(kind);
        // The case of a list of disputes is the dispute.
        let of_dispute = || kind == Kind::Disputes && field == Field::JobNo && is_dispute(header);
        // "Date" on an invoice is the invoice's: other days say in so many words which they are.
        let is_own_day = || {
            let days =
                [Field::ServiceDate, Field::DeliveryDate, Field::PodDate, Field::BookingDate];
            let of_invoice = header.sense(Sense::Field(Field::InvoiceDate)).is_some();
            let other = found.vague || (field == Field::BookingDate && of_invoice);
            kind == Kind::Invoices && days.contains(&field) && other
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
        // What is payable on a line is as likely its amount as its cost; in a list of jobs it is the
        // cost where another column says what is receivable.
        let payable = || {
            let receives = |h: &Header| says_any(h, &RECEIVABLE);
            field == Field::Cost
                && (kind == Kind::Lines
                    || kind == Kind::Jobs
                        && says_any(header, &PAYABLE)
                        && !self.headers.iter().any(receives))
        };
        let earned = [Field::Amount, Field::EstRevenue];
        let is_paid =
            || kind == Kind::Jobs && earned.contains(&field) && says_any(header, &PAYABLE);
        let vague = || {
            payable()
                || self.counts_something(field, column)
                || self.is_number_of_bank(field, column, kind)
                || self.is_address_of_contact(field)
                || self.is_of_line(field, column, kind)
                || self.is_own_buyer(field, header)
        };
        self.is_port(field, header)
            || self.is_other_due(field, header)
            || found.vague && vague()
            || of_receipt()
            || of_dispute()
            || is_paid()
            || self.is_role(field, column)
            || self.is_other_account(field, found, column, kind)
            || self.is_of_shipment(field, found, header, kind)
            || is_account()
            || is_own_day()
            || no_sides()
    }

    /// A waybill or bill of lading is the job's number where no column is plainly called that.
    /// Not so for a word that may as well be the kind's own key or a line number ("송장번호" in a
    /// list of invoices, "Position" in one of lines).
    pub(super) fn stands_in(
        &self,
        field: Field,
        found: &Match,
        header: &Header,
        kind: Kind,
    ) -> bool {
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
        // The balance runs by this account.
        let own = self.sums.contains(&(Field::BankAccount, column));
        match field {
            Field::BankAccount if own => false,
            Field::PayerAccount if own => true,
            // Into which of our accounts a receipt came: payers have accounts of their own.
            Field::PayerAccount if kind == Kind::Payments => {
                found.vague && (one || self.is_shared_by_payers(column))
            }
            _ if kind != Kind::BankLines || !both => false,
            Field::PayerAccount => one,
            Field::BankAccount => found.vague && !one,
            _ => false,
        }
    }

    /// "Total due" is what is left where a column says what was paid of it, else the whole.
    fn is_other_due(&self, field: Field, header: &Header) -> bool {
        let says = |field| header.sense(Sense::Field(field)).is_some();
        let is_paid = |(h, p): (&Header, &Profile)| {
            let paid = h.sense(Sense::Foreign(Foreign::Payment));
            paid.is_some_and(|m| u32::from(m.score) >= TAKE) && p.number_column()
        };
        let paid = || self.headers.iter().zip(self.profiles).any(is_paid);
        match field {
            Field::Gross if says(Field::OpenAmount) => paid(),
            Field::OpenAmount if says(Field::Gross) => !paid(),
            _ => false,
        }
    }

    /// Whether far fewer accounts than payers stand in a list.
    fn is_shared_by_payers(&self, column: usize) -> bool {
        let names = |h: &Header| {
            let named = [Field::PayerName, Field::CustomerName, Field::CustomerNo];
            named.iter().any(|&field| {
                h.sense(Sense::Field(field)).is_some_and(|m| u32::from(m.score) >= TAKE)
            })
        };
        let payers = self.headers.iter().zip(self.profiles).filter(|(h, _)| names(h));
        let payers = payers.map(|(_, p)| p.distinct).max().unwrap_or(0);
        payers >= PAYERS_PER_ACCOUNT * self.profiles[column].distinct
    }

    /// "Pieces" over numbers counts them, whatever voucher a French "pièce" may be.
    fn counts_something(&self, field: Field, column: usize) -> bool {
        let (header, profile) = (&self.headers[column], &self.profiles[column]);
        let counts = |m: &Match| match m.sense {
            Sense::Field(other) => {
                !m.vague && matches!(other.value(), ValueKind::Number | ValueKind::Amount)
            }
            Sense::Foreign(_) => false,
        };
        field.value() == ValueKind::Id
            && profile.number_column()
            && header.senses.iter().any(counts)
    }

    /// "Reference" over numbers of one make, one for each movement: the bank numbers them so, and
    /// so does a payer that numbers its payments. Which it is nothing says.
    fn is_number_of_bank(&self, field: Field, column: usize, kind: Kind) -> bool {
        let profile = &self.profiles[column];
        let make =
            |text: &str| (text.len(), text.bytes().take_while(|b| !b.is_ascii_digit()).count());
        let texts = || self.rows.iter().map(|row| self.raw.text(*row as usize, column).trim());
        let alike = || {
            let first = texts().next().map(make);
            texts().all(|text| Some(make(text)) == first)
        };
        kind == Kind::BankLines
            && matches!(field, Field::EndToEndId | Field::PaymentRef)
            && profile.unique()
            && profile.filled as usize == self.rows.len()
            && profile.all(profile.digits)
            && alike()
    }

    /// "Billed to" over "Shipper" and "Third party" says in which role somebody pays, not who.
    fn is_role(&self, field: Field, column: usize) -> bool {
        let parties = [
            Field::CustomerName,
            Field::CustomerNo,
            Field::PayerName,
            Field::VendorName,
            Field::ParentName,
        ];
        let texts = || self.rows.iter().map(|row| fold_word(self.raw.text(*row as usize, column)));
        let profile = &self.profiles[column];
        parties.contains(&field)
            && profile.filled > 0
            && profile.distinct as usize <= ROLES.len()
            && texts().filter(|text| !text.is_empty()).all(|text| ROLES.contains(&text.as_str()))
    }

    /// What says something of a document is the same on all its lines: a "type" that differs within
    /// an invoice is that of the line.
    fn is_of_line(&self, field: Field, column: usize, kind: Kind) -> bool {
        matches!(field, Field::DocType | Field::InvoiceDate | Field::CustomerNo)
            && self.within_invoices(column, kind).is_some_and(|(again, differ)| differ * 10 > again)
    }

    /// "Date" that never differs within an invoice of several lines is the day of the invoice.
    pub(super) fn is_of_document(&self, field: Field, column: usize, kind: Kind) -> bool {
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
    pub(super) fn is_numbered_beside(&self, field: Field, column: usize) -> bool {
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
}

/// In a list of payments or postings the words of banks and payments are no foreign ones.
pub(super) fn is_foreign(sense: Sense, field: Field, kind: Kind) -> bool {
    let own = match sense {
        // When an item was posted may count for its age.
        Sense::Foreign(Foreign::Record)
            if (field, kind) == (Field::BookingDate, Kind::Invoices) =>
        {
            true
        }
        // The bill of a carrier is the document of its own list, and no document of a job.
        Sense::Foreign(Foreign::VendorBill) => matches!(kind, Kind::Invoices | Kind::Lines),
        Sense::Foreign(Foreign::Contra) => is_of_money(kind),
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

fn is_dispute(header: &Header) -> bool {
    header.sense(Sense::Field(Field::DisputeNo)).is_some()
}
