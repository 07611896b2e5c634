//! What one finding hangs on: rows that have nothing to do with it change nothing, and ten times the
//! money is ten times the money at stake.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tieout::base::Decimal;
use tieout::sample::{self, FAULTS, Fault, Sheet, Size};
use tieout::table::{Field, Kind, ValueKind};

use super::company::{Derived, derive};

/// Rule and key of each finding with its money at stake in minor units.
fn findings(derived: &Derived) -> BTreeMap<String, Option<i64>> {
    let found = derived.qc.findings.iter();
    found.map(|f| (f.key.clone(), f.at_stake.map(|money| money.minor))).collect()
}

/// A row with these cells and nothing else.
fn add(sheets: &mut [Sheet], kind: Kind, cells: &[(Field, &str)]) {
    let sheet = sheets.iter_mut().find(|sheet| sheet.kind == kind).expect("a sheet of the kind");
    let cell = |field: &Field| {
        let known = cells.iter().find(|(name, _)| name == field);
        known.map(|(_, text)| (*text).to_owned()).unwrap_or_default()
    };
    sheet.rows.push(sheet.fields.iter().map(cell).collect());
}

/// A client of its own with a rate, a job, an invoice and its line: all right.
#[rustfmt::skip]
static UNRELATED: &[(Kind, &[(Field, &str)])] = &[
    (Kind::Customers, &[
        (Field::Terms, "Net 30"), (Field::PoRequired, "No"), (Field::Status, "Active"),
        (Field::Address, "9 Harbour Row"), (Field::City, "Doha"), (Field::Country, "QA"),
        (Field::RemitTo, "4410-0098-2217"), (Field::Email, "ap@unrelated.example"),
        (Field::Language, "English"), (Field::Entity, "HCL Global"),
    ]),
    (Kind::Rates, &[
        (Field::ServiceCode, "AFR"), (Field::Unit, "kg"), (Field::UnitPrice, "4.00"),
        (Field::ValidFrom, "2026-01-01"), (Field::ValidTo, "2026-12-31"), (Field::AlwaysCharged, "No"),
    ]),
    (Kind::Jobs, &[
        (Field::JobNo, "Z26-9901"), (Field::ServiceCode, "AFR"), (Field::PickupDate, "2026-10-19"),
        (Field::DeliveryDate, "2026-10-20"), (Field::PodDate, "2026-10-20"),
        (Field::PodName, "A. Nobody"), (Field::Weight, "50"), (Field::ChargeableWeight, "50"),
        (Field::EstRevenue, "200.00"), (Field::Cost, "120.00"), (Field::Status, "Delivered"),
    ]),
    (Kind::Invoices, &[
        (Field::InvoiceNo, "ZU26-99001"), (Field::DocType, "Invoice"), (Field::Terms, "Net 30"),
        (Field::InvoiceDate, "2026-10-23"), (Field::SentDate, "2026-10-23"),
        (Field::DueDate, "2026-11-22"), (Field::Period, "2026-10"), (Field::Net, "200.00"),
        (Field::TaxRate, "0%"), (Field::Tax, "0.00"), (Field::Gross, "200.00"),
        (Field::OpenAmount, "200.00"), (Field::Prepaid, "0"), (Field::Country, "QA"),
        (Field::SellerCountry, "US"), (Field::TaxCode, "G"), (Field::TaxReason, "Export of services"),
        (Field::RemitTo, "4410-0098-2217"), (Field::Attachments, "POD"),
        (Field::Entity, "HCL Global"), (Field::Language, "English"), (Field::Status, "Issued"),
        (Field::Preparer, "A. Nobody"),
    ]),
    (Kind::Lines, &[
        (Field::InvoiceNo, "ZU26-99001"), (Field::LineNo, "1"), (Field::JobNo, "Z26-9901"),
        (Field::ServiceCode, "AFR"), (Field::Text, "Air freight"),
        (Field::ServiceDate, "2026-10-19"), (Field::Qty, "50"), (Field::Unit, "kg"),
        (Field::UnitPrice, "4.00"), (Field::Net, "200.00"), (Field::Tax, "0.00"),
    ]),
];

fn add_unrelated(sheets: &mut [Sheet]) {
    let client = [
        (Field::CustomerNo, "C9901"),
        (Field::CustomerName, "Unrelated Ltd"),
        (Field::Currency, "USD"),
    ];
    for (kind, cells) in UNRELATED {
        add(sheets, *kind, &[&client, *cells].concat());
    }
}

/// Rules whose findings or money do not grow with the amounts, and why.
static NOT_SCALE_FREE: &[(&str, &str)] = &[
    ("ARI-01", "quantity × price is rounded to the minor unit, and ten times the rest is none"),
    ("ARI-04", "a minor unit a line is allowed"),
    ("ARI-06", "ten times an amount has one decimal less"),
    ("ARI-10", "a step of rounding is a minor unit"),
    ("ARI-11", "the amount in words stays what it is"),
    ("CRB-07", "a rest of rounding is a few minor units"),
    ("FX-05", "the local amount is rounded after the rate"),
    ("STA-07", "ten times an amount has one zero more"),
    ("TAX-01", "a minor unit a line is allowed"),
];

/// Every amount and unit price ten times; a percentage in the place of a price stays.
fn scale(sheets: &mut [Sheet]) {
    for sheet in sheets {
        let place = |field: Field| sheet.fields.iter().position(|known| *known == field);
        let unit = place(Field::Unit);
        let is_money =
            |field: &Field| field.spec().value == ValueKind::Amount || *field == Field::UnitPrice;
        let money: Vec<usize> =
            (0..sheet.fields.len()).filter(|&at| is_money(&sheet.fields[at])).collect();
        for row in &mut sheet.rows {
            if unit.is_some_and(|at| row[at] == "%") {
                // The amount of the line is money all the same.
                let Some(net) = sheet.fields.iter().position(|f| *f == Field::Net) else {
                    continue;
                };
                row[net] = ten_times(&row[net]);
                continue;
            }
            for &at in &money {
                row[at] = ten_times(&row[at]);
            }
        }
    }
}

fn ten_times(cell: &str) -> String {
    cell.parse::<Decimal>().map_or_else(|_| cell.to_owned(), |n| (n * Decimal::TEN).to_string())
}

#[test]
fn ten_times_the_money_is_ten_times_at_stake() {
    let apart = |key: &str| NOT_SCALE_FREE.iter().any(|(code, _)| key.starts_with(code));
    let mut wrong = Vec::new();
    for fault in FAULTS.iter().filter(|fault| !fault.is_reason() && !apart(fault.code())) {
        let sheets = sample::sheets(2_026, Size::SMALL, &[*fault]);
        let mut scaled = sheets.clone();
        scale(&mut scaled);
        let (before, after) = (derive(&sheets), derive(&scaled));
        let stakes = |derived: &Derived| -> Vec<Option<i64>> {
            let own = derived.qc.findings.iter().filter(|f| f.rule == fault.code());
            own.map(|finding| finding.at_stake.map(|money| money.minor)).collect()
        };
        let (before, after) = (stakes(&before), stakes(&after));
        let same = before.len() == after.len()
            && before.iter().zip(&after).all(|(a, b)| match (a, b) {
                // What is worked out is rounded to the minor unit before and after.
                (Some(a), Some(b)) => (a * 10 - b).abs() <= 10,
                (a, b) => a == b,
            });
        if !same {
            wrong.push(format!("{}: {before:?} became {after:?}", fault.code()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn some_faults() -> impl Strategy<Value = Vec<Fault>> {
    proptest::collection::vec(0..FAULTS.len(), 0..12)
        .prop_map(|picks| picks.into_iter().map(|at| FAULTS[at]).collect())
}

proptest! {
    #![proptest_config(crate::cases(12))]

    #[test]
    fn an_unrelated_row_changes_no_finding(seed in 0_u64..10_000, faults in some_faults()) {
        let sheets = sample::sheets(seed, Size::SMALL, &faults);
        let mut more = sheets.clone();
        add_unrelated(&mut more);
        prop_assert_eq!(findings(&derive(&sheets)), findings(&derive(&more)));
    }
}
