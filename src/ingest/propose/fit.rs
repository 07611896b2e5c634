//! Whether a column's cells can be what its header says: confirm, doubt or veto.

use crate::ingest::headers::{Header, Match};
use crate::table::{Field, ValueKind};

use super::profile::Profile;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// The cells are what the field holds.
    Yes,
    /// Nothing for or against: blank columns, free text.
    Open,
    /// More than half fit, but not enough: the user decides.
    Doubt,
    No,
}

/// Judges a column for a field that its header suggests.
pub fn fit(field: Field, found: &Match, header: &Header, profile: &Profile) -> Fit {
    if profile.filled == 0 {
        return Fit::Open;
    }
    let p = profile;
    match field.value() {
        ValueKind::Date => date(p),
        ValueKind::Amount => amount(field, p),
        // "From" and "To" over telephone numbers bound no weight.
        ValueKind::Number if is_bound(field) && p.largest > LARGEST_BOUND => Fit::No,
        ValueKind::Number => by_share(p, p.figures()),
        ValueKind::Percent => percent(p),
        ValueKind::Currency => by_share(p, p.currencies),
        ValueKind::Flag => by_share(p, p.flags),
        ValueKind::Id => id(field, found, p),
        ValueKind::Text => text(field, found, header, p),
    }
}

/// No price is said for more of anything.
const LARGEST_BOUND: u64 = 10_000_000;

fn is_bound(field: Field) -> bool {
    matches!(field, Field::WeightFrom | Field::WeightTo | Field::TierFrom | Field::TierTo)
}

fn by_share(p: &Profile, cells: u32) -> Fit {
    match () {
        () if p.all(cells) => Fit::Yes,
        () if p.most(cells) => Fit::Doubt,
        () => Fit::No,
    }
}

/// An initial value or an open end ("00.00.0000", "9999-12-31") is a blank, and no failure.
fn date(p: &Profile) -> Fit {
    match p.dates.dates {
        0 => by_share(p, 0),
        _ => by_share(p, p.filled.saturating_sub(p.dates.failed)),
    }
}

fn amount(field: Field, p: &Profile) -> Fit {
    // "VAT" over "10%" is the rate.
    if field == Field::Tax && p.all(p.numbers.percents) {
        return Fit::No;
    }
    by_share(p, p.figures())
}

fn percent(p: &Profile) -> Fit {
    const RATES_MAX: u32 = 12;
    let small = p.largest <= 100 && p.distinct <= RATES_MAX;
    match by_share(p, p.numbers.numbers) {
        Fit::Yes if p.all(p.numbers.percents) || small => Fit::Yes,
        Fit::Yes => Fit::No,
        share => share,
    }
}

fn id(field: Field, found: &Match, p: &Profile) -> Fit {
    let fraction = p.number_column() && p.numbers.max_decimals > 0 && field != Field::LineNo;
    // "Invoiced?" over "Y" and "N" says whether there is a number, not which.
    let flags = p.all(p.flags) && p.digits == 0;
    if p.date_column() || p.most(p.long) || flags || (fraction && found.vague) {
        return Fit::No;
    }
    match field {
        // "A" under "Serie factura", "Email" under "Delivery": the same letters again number nothing.
        Field::InvoiceNo | Field::JobNo | Field::PoNo
            if p.digits == 0 && p.filled > 2 && !p.unique() =>
        {
            Fit::No
        }
        // Numbers with decimals are amounts; a few systems have them in ids, all different.
        _ if fraction && !p.unique() => Fit::Doubt,
        Field::CustomerNo if p.most(p.blanks_inside) => Fit::No,
        Field::CustomerNo if p.most(p.digits) => Fit::Yes,
        // Names, not codes: no digit, and longer than a code.
        Field::CustomerNo => Fit::Open,
        Field::LineNo if p.number_column() && p.largest < 100_000 => Fit::Yes,
        // "A-1001" under "Item" is what was sold.
        Field::LineNo if found.vague && p.most(p.letters) => Fit::No,
        Field::LineNo if p.most(p.digits) => Fit::Open,
        Field::LineNo => Fit::No,
        // 10, 20, 10: positions within something.
        Field::JobNo if found.vague && p.number_column() && p.largest < 10_000 && !p.unique() => {
            Fit::No
        }
        Field::InvoiceNo | Field::JobNo if p.counts_rows => Fit::Open,
        Field::InvoiceNo | Field::JobNo if p.all(p.digits) => Fit::Yes,
        Field::InvoiceNo | Field::JobNo if p.most(p.blanks_inside) => Fit::No,
        _ => Fit::Open,
    }
}

fn text(field: Field, found: &Match, header: &Header, p: &Profile) -> Fit {
    let ports = p.most(p.ports);
    let pod = found.vague && header.folded.starts_with("pod");
    // The hour counts, and most lists write it with its day.
    let with_hour = [Field::WaitFrom, Field::WaitTo];
    if p.date_column() && field != Field::Period && !with_hour.contains(&field) {
        return Fit::No;
    }
    // "Approved" over "Yes" says whether, not who; "回单" over two words says how far it is.
    let names = [Field::ApprovedBy, Field::Preparer, Field::Owner, Field::Contact, Field::PodName];
    if names.contains(&field) && p.all(p.flags) {
        return Fit::No;
    }
    match field {
        Field::CustomerName | Field::ParentName if !p.most(p.letters) => Fit::No,
        // "C1001" under "Customer" is a number, whatever letter it begins with.
        Field::CustomerName if p.all(p.digits) && p.blanks_inside == 0 => Fit::No,
        Field::CustomerName | Field::VendorName if p.all(p.letters) => Fit::Yes,
        Field::VendorName | Field::Contact | Field::Owner | Field::Text
            if !p.most(p.letters) && p.number_column() =>
        {
            Fit::No
        }
        // "PKG", "LTR" under "Container type" is what a parcel comes in.
        Field::Container if p.containers == 0 && p.digits == 0 => Fit::No,
        // "Van", "Reefer" under "Equipment" is a kind of truck.
        Field::Container if found.vague && !p.most(p.containers) => Fit::No,
        Field::Origin | Field::Destination if ports => Fit::Yes,
        Field::Destination if pod => Fit::No,
        // "A", "C" under "POD" is how far it is.
        Field::PodName if ports || p.all(p.flags) || p.number_column() || p.all(p.brief) => Fit::No,
        Field::PodName if found.vague && p.distinct <= 2 && p.filled > p.distinct => Fit::Doubt,
        // "NT30" is no country.
        Field::Country | Field::SellerCountry if p.most(p.digits) => Fit::No,
        Field::TaxCode if p.all(p.numbers.percents) || p.numbers.max_decimals > 0 => Fit::No,
        Field::Unit if p.number_column() => Fit::No,
        Field::ServiceCode if found.vague && p.number_column() && p.numbers.max_decimals > 0 => {
            Fit::No
        }
        Field::Period if p.all(p.months) => Fit::Yes,
        Field::Period if found.vague && p.most(p.day_counts) => Fit::No,
        Field::Terms if p.all(p.months) || (found.vague && !p.most(p.digits)) => Fit::No,
        Field::Terms if p.all(p.day_counts) => Fit::Yes,
        Field::Status | Field::DocType if p.number_column() && p.numbers.max_decimals > 0 => {
            Fit::No
        }
        // "A", "C" is how far a ledger is with something, in its own code.
        Field::Status if p.all(p.brief) => Fit::Doubt,
        // A kind of document is one of a few words.
        Field::DocType if found.vague && p.distinct * 2 > p.filled && p.filled > 10 => Fit::No,
        // So is a kind of movement; what differs from line to line is told of each.
        Field::TransactionCode if p.distinct * 2 > p.filled && p.filled > 10 => Fit::No,
        // A few words: debit, credit, and their reversals.
        Field::Side if p.distinct > 6 => Fit::No,
        Field::HoldReason if found.vague && p.number_column() => Fit::No,
        Field::Origin | Field::Destination if found.vague && p.number_column() => Fit::No,
        // "SO-03101" under "Origen" is the order that it came from: places come again.
        Field::Origin | Field::Destination
            if p.all(p.digits) && p.blanks_inside == 0 && p.unique() && p.filled > 3 =>
        {
            Fit::No
        }
        _ => Fit::Open,
    }
}
