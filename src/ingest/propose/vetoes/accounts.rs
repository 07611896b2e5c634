//! Accounts, sides and numbers of banks and ledgers.

use super::super::profile::Profile;
use super::{Claim, is_of_money, says};
use crate::ingest::headers::{Header, Sense};
use crate::ingest::typing::{Side, read_side};
use crate::table::{Field, Kind};

/// So many payers for one account make it the account of who is paid.
const PAYERS_PER_ACCOUNT: u32 = 3;

/// "ID" in a list of receipts numbers the receipts.
pub(super) fn is_of_receipt(claim: &Claim) -> bool {
    claim.found.is_bare_key() && is_of_money(claim.kind)
}

/// "Transaction ID" is the number of the receipt where a list of receipts has no other.
pub(super) fn is_number_of_receipt(claim: &Claim) -> bool {
    (claim.field, claim.kind) == (Field::BankRef, Kind::Payments)
        && claim.may_be(Field::PaymentNo)
        && !claim.has_plainly(Field::PaymentNo)
}

/// "Account number" over IBANs is one at a bank, and no number of a customer.
pub(super) fn is_at_bank(claim: &Claim) -> bool {
    let profile = claim.profile();
    claim.field == Field::CustomerNo
        && profile.filled > 0
        && profile.all(profile.letters)
        && claim.texts().filter(|text| !text.trim().is_empty()).all(is_made_as_iban)
}

/// Country, check digits, and the number of a bank account (ISO 13616). Whether the digits check is
/// another matter: one that was typed wrong, or made up, is no number of a customer either.
fn is_made_as_iban(text: &str) -> bool {
    let mut signs = text.bytes().filter(|b| *b != b' ');
    let mut next = |is: fn(&u8) -> bool| signs.next().as_ref().is_some_and(is);
    next(u8::is_ascii_uppercase)
        && next(u8::is_ascii_uppercase)
        && next(u8::is_ascii_digit)
        && next(u8::is_ascii_digit)
        && text.bytes().all(|b| b == b' ' || b.is_ascii_alphanumeric())
        && (15..=34).contains(&text.bytes().filter(|b| *b != b' ').count())
}

/// "Account" in a general ledger is the ledger's, and no customer's.
pub(super) fn is_of_ledger(claim: &Claim) -> bool {
    claim.kind == Kind::GeneralLedger
        && matches!(claim.field, Field::CustomerNo | Field::CustomerName)
        && (claim.may_be(Field::AccountNo) || claim.may_be(Field::AccountName))
}

/// "Account" on what suppliers bill is one of the buyer's own books, or the buyer's at the supplier:
/// no customer of ours either way.
pub(super) fn is_of_buyer(claim: &Claim) -> bool {
    matches!(claim.kind, Kind::Invoices | Kind::Lines)
        && claim.field == Field::CustomerNo
        && claim.may_be(Field::AccountNo)
        && claim.has_plainly(Field::VendorName)
        && !claim.has_plainly(Field::CustomerName)
}

/// "Account" over one value on every line of a statement is the account itself; over many it is
/// that of each payer.
pub(super) fn is_other_account(claim: &Claim) -> bool {
    let profile = claim.profile();
    let both = claim.may_be(Field::BankAccount) && claim.may_be(Field::PayerAccount);
    let one = profile.distinct == 1 && profile.filled > 1;
    // The balance runs by this account.
    let own = claim.columns.sums.contains(&(Field::BankAccount, claim.column));
    match claim.field {
        Field::BankAccount if own => false,
        Field::PayerAccount if own => true,
        // Into which of our accounts a receipt came: payers have accounts of their own.
        Field::PayerAccount if claim.kind == Kind::Payments => {
            is_shared_by_payers(claim) && (claim.found.vague || both) || claim.found.vague && one
        }
        Field::BankAccount if claim.kind == Kind::Payments => {
            let ours = one || is_shared_by_payers(claim);
            claim.found.vague && !(ours && profile.most(profile.digits))
        }
        // In a list of customers one account for all is ours, and so is one to pay into.
        Field::PayerAccount if claim.kind == Kind::Customers => one || is_plainly_ours(claim),
        // "IBAN" over nearly as many accounts as customers is theirs.
        Field::RemitTo if claim.found.vague => !one && !is_shared_by_payers(claim),
        // The name of the account beside its number.
        Field::BankAccount if claim.found.vague && profile.digits == 0 => {
            let numbered = |(header, other): (&Header, &Profile)| {
                says(header, Sense::Field(Field::BankAccount)) && other.all(other.digits)
            };
            claim.columns.headers.iter().zip(claim.columns.profiles).any(numbered)
        }
        _ if claim.kind != Kind::BankLines || !both => false,
        Field::PayerAccount => one,
        Field::BankAccount => claim.found.vague && !one,
        _ => false,
    }
}

/// The header names an account to pay into in so many words.
fn is_plainly_ours(claim: &Claim) -> bool {
    claim.header().is_plainly(Field::RemitTo)
}

/// Whether far fewer accounts than payers stand in a list.
fn is_shared_by_payers(claim: &Claim) -> bool {
    let names = |header: &Header| {
        let named = [Field::PayerName, Field::CustomerName, Field::CustomerNo];
        named.into_iter().any(|field| says(header, Sense::Field(field)))
    };
    let columns = claim.columns.headers.iter().zip(claim.columns.profiles);
    let payers = columns.filter(|(header, _)| names(header)).map(|(_, profile)| profile.distinct);
    payers.max().unwrap_or(0) >= PAYERS_PER_ACCOUNT * claim.profile().distinct
}

/// A side that neither the sums nor the values show to be one.
pub(super) fn has_no_sides(claim: &Claim) -> bool {
    claim.field == Field::Side
        && !claim.columns.sums.contains(&(Field::Side, claim.column))
        && !is_sides(claim)
}

/// "Details" over nothing but CREDIT and DEBIT is no text of a movement.
pub(super) fn is_mark_of_side(claim: &Claim) -> bool {
    const MARKS_MIN: u32 = 2;
    let mut filled = claim.texts().filter(|text| !text.trim().is_empty());
    is_of_money(claim.kind)
        && matches!(claim.field, Field::Text | Field::Remittance)
        && claim.profile().filled >= MARKS_MIN
        && filled.all(|text| read_side(text).is_some())
}

/// Whether a column holds nothing but marks of debit and credit: both, where its header could
/// mean something else.
fn is_sides(claim: &Claim) -> bool {
    let marks = || claim.texts().filter(|text| !text.trim().is_empty()).map(read_side);
    let has = |side| marks().any(|mark| mark == Some(side));
    let (debit, credit) = (has(Side::Debit), has(Side::Credit));
    let enough = if claim.found.vague { debit && credit } else { debit || credit };
    enough && marks().all(|mark| mark.is_some())
}

/// "Reference" over numbers of one make, one for each movement: the bank numbers them so, and
/// so does a payer that numbers its payments. Which it is nothing says.
pub(super) fn is_number_of_bank(claim: &Claim) -> bool {
    let profile = claim.profile();
    let make = |text: &str| (text.len(), text.bytes().take_while(|b| !b.is_ascii_digit()).count());
    let makes = || claim.texts().map(|text| make(text.trim()));
    let alike = || makes().all(|make| Some(make) == makes().next());
    claim.kind == Kind::BankLines
        && matches!(claim.field, Field::EndToEndId | Field::PaymentRef)
        && profile.unique()
        && profile.filled as usize == claim.columns.rows.len()
        && profile.all(profile.digits)
        && alike()
}
