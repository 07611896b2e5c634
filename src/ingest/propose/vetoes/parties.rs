//! Who is who: payers by their role, buyers, contacts.

use super::super::styles::number_style;
use super::super::tenant::go_together;
use super::Claim;
use crate::base::fold_word;
use crate::ingest::headers::{Header, Sense};
use crate::ingest::typing::read_number;
use crate::table::{Field, Kind};

/// Who pays for a transport, by the role that it has there; folded.
#[rustfmt::skip]
const ROLES: [&str; 42] = [
    "shipper", "sender", "consignor", "consignee", "receiver", "recipient", "third party", "3rd party", "collect",
    "prepaid", "bill third party", "payor", "freight collect", "freight prepaid",
    "송하인", "수하인", "제3자", "발송인", "수취인", "선불", "착불", "发货人", "收货人", "寄件人", "收件人", "第三方", "寄付", "到付",
    "荷送人", "荷受人", "元払い", "着払い", "absender", "empfanger", "dritter", "expediteur", "destinataire", "tiers",
    "remitente", "destinatario", "tercero", "port paye",
];

/// "Billed to" over "Shipper" and "Third party" says in which role somebody pays, not who.
pub(super) fn is_role(claim: &Claim) -> bool {
    let parties = [
        Field::CustomerName,
        Field::CustomerNo,
        Field::PayerName,
        Field::VendorName,
        Field::ParentName,
    ];
    let profile = claim.profile();
    parties.contains(&claim.field)
        && profile.filled > 0
        && profile.distinct as usize <= ROLES.len()
        && claim
            .texts()
            .map(fold_word)
            .filter(|text| !text.is_empty())
            .all(|text| ROLES.contains(&text.as_str()))
}

/// "Receptor" of an invoice is whom it is for; of goods it is who took them.
pub(super) fn is_receiver(claim: &Claim) -> bool {
    let of_goods = matches!(claim.kind, Kind::Jobs | Kind::PriorJobs);
    of_goods
        && matches!(claim.field, Field::CustomerName | Field::CustomerNo)
        && claim.header().folded.contains("receptor")
}

/// Accounts of a ledger on which what customers owe stands; folded.
#[rustfmt::skip]
const CONTROL_ACCOUNTS: [&str; 22] = [
    "accounts receivable", "accounts receivable a r", "account receivable", "ar", "a r", "trade receivables", "trade debtors",
    "debtors control account", "debtors control", "sundry debtors", "receivables", "sales", "undeposited funds", "외상매출금",
    "매출채권", "미수금", "应收账款", "应收帐款", "forderungen", "forderungen aus lieferungen und leistungen", "creances clients",
    "clientes por ventas",
];

/// "Account full name" over "Accounts Receivable (A/R)" names an account of the ledger, no customer.
pub(super) fn is_control_account(claim: &Claim) -> bool {
    let parties = [Field::CustomerName, Field::PayerName, Field::CustomerNo, Field::ParentName];
    let profile = claim.profile();
    parties.contains(&claim.field)
        && profile.filled > 0
        && profile.distinct as usize <= CONTROL_ACCOUNTS.len()
        && claim
            .texts()
            .map(fold_word)
            .filter(|text| !text.is_empty())
            .all(|text| CONTROL_ACCOUNTS.contains(&text.as_str()))
}

/// An e-mail address is the contact where no column is plainly called that, else the address for
/// invoices.
pub(super) fn is_address_of_contact(claim: &Claim) -> bool {
    // Some systems call the customer a contact.
    let is_person = |header: &Header| {
        header.is_plainly(Field::Contact)
            && header.sense(Sense::Field(Field::CustomerName)).is_none()
    };
    claim.field == Field::Email && !claim.columns.headers.iter().any(is_person)
}

/// Some systems call the customer a contact: in a list of invoices that names no customer otherwise, it is
/// not told from who is to be asked for.
pub(super) fn is_customer_as_contact(claim: &Claim) -> bool {
    let customers = [Field::CustomerName, Field::CustomerNo].map(Sense::Field);
    let names = |header: &Header| customers.iter().any(|&sense| header.sense(sense).is_some());
    claim.field == Field::Contact
        && claim.kind == Kind::Invoices
        && !claim.columns.headers.iter().any(names)
}

/// "Relatie" beside a vendor, each with its own, is the vendor's number.
pub(super) fn is_number_of_vendor(claim: &Claim) -> bool {
    let columns = claim.columns;
    let vendors = (0..columns.headers.len())
        .filter(|&at| at != claim.column && columns.headers[at].is_plainly(Field::VendorName));
    let rows = columns.rows;
    matches!(claim.field, Field::CustomerNo | Field::CustomerName)
        && matches!(claim.kind, Kind::Invoices | Kind::Lines)
        && vendors.into_iter().any(|at| go_together(columns.raw, rows, claim.column, at))
}

/// One seller on all rows and many buyers: the house's own invoices, and no vendor's.
pub(super) fn is_house_itself(claim: &Claim) -> bool {
    const SELLER: [&str; 6] = ["销方", "销售方", "판매자", "공급자", "seller", "emisor"];
    let columns = claim.columns;
    let buyers = columns.headers.iter().zip(columns.profiles).filter(|(header, _)| {
        [Field::CustomerName, Field::CustomerNo].iter().any(|&field| header.is_plainly(field))
    });
    claim.field == Field::VendorName
        && SELLER.iter().any(|word| claim.header().folded.contains(word))
        && claim.profile().distinct == 1
        && buyers.map(|(_, profile)| profile.distinct).max().unwrap_or(0) > 1
}

/// "Payer" that stands beside what goes out alone is who of us paid it.
pub(super) fn is_one_of_ours(claim: &Claim) -> bool {
    let columns = claim.columns;
    let plain = |field: Field| columns.headers.iter().position(|header| header.is_plainly(field));
    let Some(at) = plain(Field::Amount).filter(|_| claim.kind == Kind::BankLines) else {
        return false;
    };
    if claim.field != Field::PayerName || columns.profiles[at].numbers.negatives == 0 {
        return false;
    }
    let style = number_style(std::slice::from_ref(&columns.profiles[at]));
    let comes_in = |row: usize| {
        let read = columns.raw.cell(row, at).and_then(|cell| read_number(&cell, style).ok());
        read.is_some_and(|read| read.value.is_sign_positive())
    };
    let named = |row: usize| !columns.raw.text(row, claim.column).trim().is_empty();
    let mut rows = columns.rows.iter().map(|&row| row as usize);
    claim.profile().filled > 0 && !rows.any(|row| named(row) && comes_in(row))
}

/// "Buyer" beside a vendor is who bought, one of our own people.
pub(super) fn is_own_buyer(claim: &Claim) -> bool {
    claim.field == Field::CustomerName
        && claim.header().folded == "buyer"
        && claim.has_plainly(Field::VendorName)
}
