//! Amounts and counts: what is owed to others, what is left of a bill, what only counts.

use super::{Claim, says};
use crate::ingest::headers::{Foreign, Header, Match, Sense};
use crate::table::{Field, Kind, ValueKind};

/// What is owed to others and what others owe, as headers of two columns side by side say it.
const PAYABLE: [&str; 10] =
    ["应付", "지급", "매입", "仕入", "支払", "payable", "einkauf", "achat", "compra", "purchase"];
/// Of these, words for what is to be paid, by whom ever; the others are of a purchase.
const TO_PAY: [&str; 4] = ["应付", "지급", "支払", "payable"];
const RECEIVABLE: [&str; 10] =
    ["应收", "청구", "매출", "売上", "請求", "receivable", "verkauf", "vente", "venta", "sell"];

fn says_any(header: &Header, words: &[&str]) -> bool {
    words.iter().any(|word| header.folded.contains(word))
}

/// What a job costs is not what it brings.
pub(super) fn is_owed_to_others(claim: &Claim) -> bool {
    claim.kind == Kind::Jobs
        && matches!(claim.field, Field::Amount | Field::EstRevenue)
        && says_any(claim.header(), &PAYABLE)
}

/// What is payable on a line is as likely its amount as its cost; in a list of jobs it is the cost where
/// another column says what is receivable.
pub(super) fn is_payable(claim: &Claim) -> bool {
    let receives = |header: &Header| says_any(header, &RECEIVABLE);
    let of_job =
        || says_any(claim.header(), &PAYABLE) && !claim.columns.headers.iter().any(receives);
    let of_line = || claim.found.vague || says_any(claim.header(), &TO_PAY);
    claim.field == Field::Cost
        && (claim.kind == Kind::Lines && of_line()
            || claim.found.vague && claim.kind == Kind::Jobs && of_job())
}

/// "Total due" is what is left where a column says what was paid of it, else the whole.
pub(super) fn is_other_due(claim: &Claim) -> bool {
    let paid = || {
        let mut columns = claim.columns.headers.iter().zip(claim.columns.profiles);
        columns.any(|(header, profile)| {
            says(header, Sense::Foreign(Foreign::Payment)) && profile.number_column()
        })
    };
    // A column that is the whole and nothing else leaves what is due to the other.
    let whole = || {
        let mut others = claim.columns.headers.iter().zip(claim.columns.profiles);
        others.any(|(header, profile)| {
            let gross = header.sense(Sense::Field(Field::Gross));
            gross.is_some_and(|found| !found.vague && found.score >= 900)
                && header.sense(Sense::Field(Field::OpenAmount)).is_none()
                && profile.number_column()
        })
    };
    match claim.field {
        Field::Gross if claim.may_be(Field::OpenAmount) => paid() || whole(),
        Field::OpenAmount if claim.may_be(Field::Gross) => {
            !(paid() || whole() && claim.has_plainly(Field::Prepaid))
        }
        _ => false,
    }
}

/// "청구금액" to which the tax beside it comes is what is before it, whatever the word says elsewhere.
pub(super) fn is_before_tax(claim: &Claim) -> bool {
    claim.field == Field::Gross && claim.columns.is_before_tax(claim.column)
}

/// "Original amount due", "net à payer": what is due is a whole document's, and no line's.
pub(super) fn is_due_of_document(claim: &Claim) -> bool {
    const DUE: [&str; 5] = ["amountdue", "dueoriginal", "totaldue", "payable", "apayer"];
    claim.kind == Kind::Lines && claim.field == Field::Gross && says_any(claim.header(), &DUE)
}

/// "청구금액", "应收金额": quantity times price of a line on which no tax stands is the line's amount, whatever
/// the same word says of an invoice.
pub(super) fn is_extension_of_line(claim: &Claim) -> bool {
    let named = |header: &Header| {
        [Field::Tax, Field::TaxRate].iter().any(|&f| header.sense(Sense::Field(f)).is_some())
    };
    claim.kind == Kind::Lines
        && claim.field == Field::Gross
        && claim.columns.sums.contains(&(Field::Amount, claim.column))
        && !claim.columns.headers.iter().any(named)
}

/// "기본요금" is the least that is charged where a price stands beside it, else the price.
pub(super) fn is_only_price(claim: &Claim) -> bool {
    let priced = |(at, header): (usize, &Header)| {
        at != claim.column
            && says(header, Sense::Field(Field::UnitPrice))
            && claim.columns.profiles[at].number_column()
    };
    claim.kind == Kind::Rates
        && claim.field == Field::MinCharge
        && claim.may_be(Field::UnitPrice)
        && !claim.columns.headers.iter().enumerate().any(priced)
}

/// "Pieces" over numbers counts them, whatever voucher a French "pièce" may be.
pub(super) fn counts_something(claim: &Claim) -> bool {
    let counts = |found: &Match| match found.sense {
        Sense::Field(other) => {
            !found.vague && matches!(other.value(), ValueKind::Number | ValueKind::Amount)
        }
        Sense::Foreign(_) => false,
    };
    claim.field.value() == ValueKind::Id
        && claim.profile().number_column()
        && claim.header().senses.iter().any(counts)
}
