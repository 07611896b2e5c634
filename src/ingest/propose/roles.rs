//! What a header means by the columns around it: a bare "Number" in a list of invoices, and a party
//! that is named twice, once for who sells and once for who buys. Widens or narrows the senses of
//! headers before a kind is chosen; decides no column.

use crate::base::fold_word;
use crate::ingest::Why;
use crate::ingest::headers::{Header, Match, Sense, bare_num};
use crate::table::{Field, RawSheet};

use super::profile::Profile;

/// Settles the senses that depend on other columns.
pub fn settle(headers: &mut [Header], profiles: &[Profile], (raw, rows): (&RawSheet, &[u32])) {
    documents_of_payment(raw, rows, headers);
    number_of_invoice(headers, profiles);
    parties_named_twice(headers);
    port_beside_port(headers);
    party_of_voucher(headers);
    gross_of_settlement(headers);
    order_of_transport(headers, profiles);
    sides_of_a_piece(headers);
}

/// Columns of what is moved that make an order beside them the job.
const OF_TRANSPORT: [Field; 6] = [
    Field::PickupDate,
    Field::DeliveryDate,
    Field::Origin,
    Field::Destination,
    Field::Weight,
    Field::Pieces,
];
const OF_TRANSPORT_MIN: usize = 3;

/// "Order" beside places, days and weights of a transport is the job, where every row has its own and no
/// column says so plainly; beside an invoice it may as well be the customer's.
fn order_of_transport(headers: &mut [Header], profiles: &[Profile]) {
    const ORDERS: [&str; 5] = ["order", "load", "auftrag", "ordre", "orden"];
    let says = |field: Field| headers.iter().any(|header| header.is_plainly(field));
    let moved = OF_TRANSPORT.into_iter().filter(|&field| says(field)).count();
    if moved < OF_TRANSPORT_MIN || says(Field::JobNo) || says(Field::InvoiceNo) {
        return;
    }
    let sense = Sense::Field(Field::JobNo);
    for (header, profile) in headers.iter_mut().zip(profiles) {
        let own = profile.unique() && profile.all(profile.digits) && !profile.counts_rows;
        if ORDERS.contains(&header.folded.as_str()) && own {
            header.senses =
                vec![Match { sense, score: PLAIN, why: Why::HeaderWords, vague: false }];
        }
    }
}

/// "L", "W" and "H" side by side measure a piece: no one of them alone does.
fn sides_of_a_piece(headers: &mut [Header]) {
    const SIDES: [(&str, Field); 3] =
        [("l", Field::Length), ("w", Field::Width), ("h", Field::Height)];
    let named = |side: &str| headers.iter().position(|header| header.folded == side);
    let found = SIDES.map(|(side, field)| (named(side), field));
    let [(Some(length), _), (Some(width), _), (Some(height), _)] = found else { return };
    if width != length + 1 || height != width + 1 {
        return;
    }
    for (at, field) in found {
        let sense = Sense::Field(field);
        if let Some(at) = at {
            headers[at].senses =
                vec![Match { sense, score: PLAIN, why: Why::HeaderWords, vague: false }];
        }
    }
}

/// "Particulars" beside the type of the voucher is the account that it is posted to, and of sales and
/// receipts that is the party; in other lists it is a text.
fn party_of_voucher(headers: &mut [Header]) {
    const TYPES: [&str; 4] = ["vouchertype", "vchtype", "vouchertypename", "vchtypename"];
    if !headers.iter().any(|header| TYPES.contains(&header.folded.as_str())) {
        return;
    }
    let sense = Sense::Field(Field::CustomerName);
    for header in headers.iter_mut().filter(|header| header.folded == "particular") {
        header.senses = vec![Match { sense, score: PLAIN, why: Why::Header, vague: false }];
    }
}

/// What a service that takes payments calls gross is what the customer paid: beside its fee and what
/// is left of it.
fn gross_of_settlement(headers: &mut [Header]) {
    let has = |word: &str| headers.iter().any(|header| header.folded == word);
    if !(FEES.iter().any(|fee| has(fee)) && has("gross") && has("net")) {
        return;
    }
    let sense = Sense::Field(Field::Amount);
    for header in headers.iter_mut().filter(|header| header.folded == "gross") {
        header.senses.push(Match { sense, score: PLAIN, why: Why::HeaderWords, vague: false });
    }
}

/// Documents that are payments all of them are numbered and dated as such: "Document number" and "Date"
/// where every type is "Payment".
fn documents_of_payment(raw: &RawSheet, rows: &[u32], headers: &mut [Header]) {
    const ROWS_MIN: usize = 2;
    #[rustfmt::skip]
    const PAYMENTS: [&str; 14] = [
        "payment", "customer payment", "payment received", "receipt", "cash receipt", "zahlung", "zahlungseingang", "paiement",
        "pago", "cobro", "입금", "수금", "收款单", "入金",
    ];
    let is_type = |header: &Header| header.sense(Sense::Field(Field::DocType)).is_some();
    let pays = |at: &usize| {
        is_type(&headers[*at])
            && rows.iter().all(|&row| {
                let text = fold_word(raw.text(row as usize, *at));
                PAYMENTS.contains(&text.as_str())
            })
    };
    if rows.len() < ROWS_MIN || !(0..headers.len()).any(|at| pays(&at)) {
        return;
    }
    let meant = [(Field::InvoiceNo, Field::PaymentNo), (Field::InvoiceDate, Field::PaymentDate)];
    for (vague, field) in meant {
        let (vague, sense) = (Sense::Field(vague), Sense::Field(field));
        let open = |header: &&mut Header| {
            let found = header.sense(vague);
            found.is_some_and(|m| m.vague && m.why != Why::HeaderKey)
        };
        for header in headers.iter_mut().filter(open) {
            header.senses =
                vec![Match { sense, score: PLAIN, why: Why::HeaderWords, vague: false }];
        }
    }
}

/// Headers of what a service that takes payments keeps of them.
pub(super) const FEES: [&str; 10] = [
    "fee",
    "fees",
    "gebuhr",
    "gebuhren",
    "frais",
    "comision",
    "commission",
    "수수료",
    "手续费",
    "手数料",
];

/// "POD" beside "POL" is the port of discharge, not the proof of delivery.
fn port_beside_port(headers: &mut [Header]) {
    if !headers.iter().any(|header| header.folded == "pol") {
        return;
    }
    let destination = Sense::Field(Field::Destination);
    for header in headers.iter_mut().filter(|header| header.folded == "pod") {
        let why = Why::Header;
        header.senses = vec![Match { sense: destination, score: PLAIN, why, vague: false }];
    }
}

/// Columns of an invoice that make a bare number beside them the invoice's.
const OF_INVOICE: [Field; 6] =
    [Field::InvoiceDate, Field::DueDate, Field::Net, Field::Tax, Field::Gross, Field::OpenAmount];
const OF_INVOICE_MIN: usize = 3;
/// Words of so many meanings that they say none have no more.
const TRAP: u16 = 400;
/// The score of a header that says it in known words.
const PLAIN: u16 = 900;

/// "Number" beside due date, net and tax is the number of the invoice, where no other column could
/// be one, and every row has its own.
fn number_of_invoice(headers: &mut [Header], profiles: &[Profile]) {
    let numbered = [Field::InvoiceNo, Field::JobNo, Field::PaymentNo];
    let says = |h: &Header, field: Field| {
        // "Reference" is so many things that it says none of them.
        h.sense(Sense::Field(field)).is_some_and(|m| m.why != Why::HeaderKey && m.score > TRAP)
    };
    let plainly = |field: &Field| {
        let plain = |m: &Match| !m.vague && m.score >= PLAIN;
        headers.iter().any(|h| h.sense(Sense::Field(*field)).is_some_and(plain))
    };
    let elsewhere = headers.iter().any(|h| numbered.iter().any(|&field| says(h, field)));
    if elsewhere || OF_INVOICE.iter().filter(|field| plainly(field)).count() < OF_INVOICE_MIN {
        return;
    }
    let own = |at: &usize| {
        let (header, profile) = (&headers[*at], &profiles[*at]);
        let bare = header.sense(Sense::Field(Field::InvoiceNo)).is_some();
        // "id" beside it is the key of a database.
        let key = header.text.trim().eq_ignore_ascii_case("id");
        bare && !key && profile.unique() && profile.all(profile.digits) && !profile.counts_rows
    };
    let mut found = (0..headers.len()).filter(own);
    if let (Some(at), None) = (found.next(), found.next()) {
        headers[at].senses = bare_num();
        let bare = |header: &&mut Header| header.text.trim().eq_ignore_ascii_case("id");
        headers.iter_mut().filter(bare).for_each(|header| header.senses.clear());
    }
}

/// Words by which a column says that it is about the seller, or about the buyer.
const SELLER: [&str; 7] = ["공급자", "销方", "销售方", "売手", "seller", "supplier", "vendor"];
const BUYER: [&str; 7] = ["공급받는자", "购方", "购买方", "買手", "buyer", "customer", "client"];

/// The electronic tax invoices of Korea list "상호" twice: the first follows the seller's number,
/// the second the buyer's.
fn parties_named_twice(headers: &mut [Header]) {
    let says = |header: &Header, words: &[&str]| words.iter().any(|w| header.folded.contains(w));
    let mut of_seller = false;
    let mut about: Vec<bool> = Vec::new();
    for header in headers.iter() {
        match (says(header, &SELLER), says(header, &BUYER)) {
            (true, false) => of_seller = true,
            (false, true) => of_seller = false,
            _ => {}
        }
        about.push(of_seller);
    }
    let party = Sense::Field(Field::CustomerName);
    let twice = |at: usize, headers: &[Header]| {
        let same = |&other: &usize| headers[other].folded == headers[at].folded;
        (0..headers.len()).filter(same).map(|other| about[other]).collect::<Vec<_>>()
            == [true, false]
    };
    let sellers: Vec<usize> = (0..headers.len())
        .filter(|&at| about[at] && headers[at].sense(party).is_some_and(|m| m.vague))
        .filter(|&at| twice(at, headers))
        .collect();
    for at in sellers {
        headers[at].senses.retain(|m| m.sense != party);
    }
}
