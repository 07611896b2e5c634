//! What speaks against a column for a field although its header's words say it: other columns beside it,
//! the kind of list, and what its values are.
//!
//! A veto is a function in the file of what it is about, and one line in a list here.

mod accounts;
mod amounts;
mod documents;
mod parties;

use super::fields::{Columns, TAKE};
use super::profile::Profile;
use crate::ingest::headers::{Foreign, Header, Match, Sense};
use crate::table::{Field, Kind};

/// That a column is a field, in a list of some kind, as the words of its header say.
#[derive(Clone, Copy)]
struct Claim<'c> {
    columns: &'c Columns<'c>,
    field: Field,
    found: &'c Match,
    column: usize,
    kind: Kind,
}

type Veto = fn(&Claim) -> bool;

static VETOES: &[Veto] = &[
    accounts::is_of_receipt,
    accounts::is_number_of_receipt,
    accounts::is_at_bank,
    accounts::is_of_ledger,
    accounts::is_other_account,
    accounts::has_no_sides,
    accounts::is_mark_of_side,
    amounts::is_owed_to_others,
    amounts::is_payable,
    amounts::is_other_due,
    amounts::is_before_tax,
    amounts::is_due_of_document,
    amounts::is_extension_of_line,
    documents::is_dispute,
    documents::is_telephone,
    documents::is_day_of_invoice,
    documents::is_day_of_shipment,
    documents::is_port,
    documents::is_volumetric_alone,
    documents::is_end_alone,
    parties::is_customer_as_contact,
    parties::is_role,
    parties::is_receiver,
    parties::is_control_account,
    parties::is_one_of_ours,
    parties::is_house_itself,
];

/// Against words only that may mean something else as well.
static VETOES_OF_VAGUE: &[Veto] = &[
    accounts::is_of_buyer,
    accounts::is_number_of_bank,
    amounts::counts_something,
    amounts::is_only_price,
    documents::is_day_of_posting,
    documents::is_of_line,
    documents::is_mode_of_job,
    parties::is_address_of_contact,
    parties::is_own_buyer,
    parties::is_number_of_vendor,
];

impl Columns<'_> {
    /// Whether anything speaks against a column for a field, in a list of this kind.
    pub(super) fn is_vetoed(&self, field: Field, found: &Match, column: usize, kind: Kind) -> bool {
        let claim = Claim { columns: self, field, found, column, kind };
        let speaks = |veto: &Veto| veto(&claim);
        VETOES.iter().any(speaks) || (found.vague && VETOES_OF_VAGUE.iter().any(speaks))
    }
}

impl Claim<'_> {
    fn header(&self) -> &Header {
        &self.columns.headers[self.column]
    }

    fn profile(&self) -> &Profile {
        &self.columns.profiles[self.column]
    }

    /// Whether the header may also mean this field.
    fn may_be(&self, field: Field) -> bool {
        self.header().sense(Sense::Field(field)).is_some()
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns;
        columns.rows.iter().map(move |row| columns.raw.text(*row as usize, self.column))
    }

    /// Whether any column is plainly called this.
    fn has_plainly(&self, field: Field) -> bool {
        self.columns.headers.iter().any(|header| header.is_plainly(field))
    }
}

/// Whether a header says it surely enough to be taken by its words.
fn says(header: &Header, sense: Sense) -> bool {
    header.sense(sense).is_some_and(|found| u32::from(found.score) >= TAKE)
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
        // A customer has an account with a bank as well.
        Sense::Foreign(Foreign::Bank)
            if (field, kind) == (Field::PayerAccount, Kind::Customers) =>
        {
            true
        }
        // An invoice says into which account it is to be paid.
        Sense::Foreign(Foreign::Bank) if (field, kind) == (Field::RemitTo, Kind::Invoices) => true,
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
