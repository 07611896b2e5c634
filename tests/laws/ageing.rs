//! Ageing against a second computation, written from the definition and as naive as can be: every
//! basis, every credit policy, generated ledgers. Where `TIEOUT_DATA` names a folder of real lists,
//! the receivables in it too.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use tieout::analysis::ageing::{Ageing, Basis, Choices, CreditPolicy, age};
use tieout::base::{Date, Decimal};
use tieout::table::{Kind, Table};

use super::tables::table;

const BASES: [Basis; 4] = [Basis::Due, Basis::Invoice, Basis::Service, Basis::Posting];
const POLICIES: [CreditPolicy; 4] = [
    CreditPolicy::Separate,
    CreditPolicy::OwnDate,
    CreditPolicy::Current,
    CreditPolicy::OldestFirst,
];

/// One row of a ledger, as far as ageing reads it.
#[derive(Clone, Debug, Default)]
struct Entry {
    number: String,
    is_credit: bool,
    original: String,
    customer: String,
    billed: Option<Date>,
    due: Option<Date>,
    served: Option<Date>,
    posted: Option<Date>,
    cents: i64,
    currency: String,
    cleared: Option<Date>,
}

/// Customer and currency → amount by bucket name, and the credits' own column.
type Spread = BTreeMap<(String, String), BTreeMap<String, i64>>;

/// The definition (3.1), read aloud: no index, no sharing with what is tested.
fn naive(entries: &[Entry], day: Date, basis: Basis, policy: CreditPolicy, days: &[i64]) -> Spread {
    let name = |age: Option<i64>| match age {
        None => "undated".to_owned(),
        Some(age) if age <= 0 => "not_due".to_owned(),
        Some(age) => {
            let mut from = 1;
            for &to in days {
                if age <= to {
                    return format!("{from}-{to}");
                }
                from = to + 1;
            }
            format!("{from}+")
        }
    };
    let open: Vec<&Entry> = entries
        .iter()
        .filter(|e| e.billed.is_none_or(|billed| billed <= day))
        .filter(|e| e.cleared.is_none_or(|cleared| cleared > day))
        .filter(|e| e.cents != 0)
        .collect();
    let age = |e: &Entry| {
        let from = match basis {
            Basis::Due => e.due.or(e.billed),
            Basis::Invoice => e.billed,
            Basis::Service => e.served,
            Basis::Posting => e.posted,
        };
        from.map(|from| (day - from).num_days())
    };
    let is_credit = |e: &Entry| e.is_credit || e.cents < 0;
    let mut spread: Spread = BTreeMap::new();
    let mut free: BTreeMap<(String, String), i64> = BTreeMap::new();
    for e in &open {
        let of = (e.customer.clone(), e.currency.clone());
        let buckets = spread.entry(of.clone()).or_default();
        if !is_credit(e) {
            *buckets.entry(name(age(e))).or_default() += e.cents;
            continue;
        }
        let cents = -e.cents.abs();
        let named = if e.original.is_empty() { &e.number } else { &e.original };
        let invoice =
            open.iter().find(|i| !is_credit(i) && i.customer == e.customer && i.number == *named);
        match (invoice, policy) {
            (Some(invoice), _) => *buckets.entry(name(age(invoice))).or_default() += cents,
            (_, CreditPolicy::Separate) => *buckets.entry("credits".into()).or_default() += cents,
            (_, CreditPolicy::OwnDate) => *buckets.entry(name(age(e))).or_default() += cents,
            (_, CreditPolicy::Current) => *buckets.entry("not_due".into()).or_default() += cents,
            (_, CreditPolicy::OldestFirst) => *free.entry(of).or_default() -= cents,
        }
    }
    for (of, mut left) in free {
        let buckets = spread.entry(of).or_default();
        let mut oldest_first: Vec<String> =
            days.iter().map(|&to| name(Some(to))).chain([name(Some(i64::MAX))]).collect();
        oldest_first.reverse();
        oldest_first.extend(["not_due".to_owned(), "undated".to_owned()]);
        for bucket in oldest_first {
            let has = buckets.entry(bucket).or_default();
            // A cent at a time would do the same.
            let eaten = left.min((*has).max(0));
            *has -= eaten;
            left -= eaten;
        }
        *buckets.entry("not_due".into()).or_default() -= left;
    }
    tidy(spread)
}

fn spread(ageing: &Ageing) -> Spread {
    let mut all: Spread = BTreeMap::new();
    for ((currency, customer), line) in &ageing.lines {
        let named = ageing.buckets.iter().map(|bucket| bucket.key()).zip(&line.buckets);
        let of: BTreeMap<String, i64> = named
            .map(|(key, minor)| (key, *minor))
            .chain([("credits".to_owned(), line.credits)])
            .collect();
        all.insert((customer.clone(), currency.code().to_owned()), of);
    }
    tidy(all)
}

fn tidy(mut spread: Spread) -> Spread {
    for buckets in spread.values_mut() {
        buckets.retain(|_, cents| *cents != 0);
    }
    spread.retain(|_, buckets| !buckets.is_empty());
    spread
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn as_of() -> Date {
    date("2026-06-30")
}

fn entry() -> impl Strategy<Value = Entry> {
    let day = prop_oneof![
        1 => Just(None),
        9 => (0..560_i64).prop_map(|back| {
            date("2026-07-20").checked_sub_signed(chrono::TimeDelta::days(back))
        }),
    ];
    let cells = (0..4_usize, 0..5_usize, 0..30_u32, -3_000..9_000_i64, 0..3_usize);
    (cells, day.clone(), day.clone(), day.clone(), day.clone(), day).prop_map(
        |((customer, kind, original, cents, currency), billed, due, served, posted, cleared)| {
            Entry {
                is_credit: kind == 0,
                original: if kind == 0 && original < 25 {
                    format!("N{original}")
                } else {
                    String::new()
                },
                customer: ["Ash", "Birch", "Cedar", "Dogwood"][customer].to_owned(),
                billed,
                due,
                served,
                posted,
                cents,
                currency: ["EUR", "USD", "KRW"][currency].to_owned(),
                cleared: cleared.filter(|_| original % 3 == 0),
                ..Entry::default()
            }
        },
    )
}

fn ledger() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(entry(), 1..40).prop_map(|mut entries| {
        for (at, entry) in entries.iter_mut().enumerate() {
            entry.number = format!("N{at}");
        }
        entries
    })
}

fn csv(entries: &[Entry]) -> Arc<Table> {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let rows: Vec<String> = entries
        .iter()
        .map(|e| {
            let whole = e.currency == "KRW";
            let amount = Decimal::new(e.cents, if whole { 0 } else { 2 });
            let kind = if e.is_credit { "Credit note" } else { "Invoice" };
            let (billed, due) = (day(e.billed), day(e.due));
            let (served, posted, cleared) = (day(e.served), day(e.posted), day(e.cleared));
            format!(
                "{},{kind},{},{},{billed},{due},{served},{posted},{amount},{},{cleared}",
                e.number, e.original, e.customer, e.currency
            )
        })
        .collect();
    let head = "invoice_no,doc_type,original_invoice,customer_name,invoice_date,due_date,\
                service_date,booking_date,gross,currency,cleared_date";
    let text = format!("{head}\n{}\n", rows.join("\n"));
    Arc::new(table(0, Kind::Invoices, "invoices.csv", &text).expect("a well-formed table"))
}

fn aged(entries: &[Entry], basis: Basis, policy: CreditPolicy, days: &[i64]) -> Ageing {
    let mut choices = Choices::on(as_of());
    (choices.policy.basis, choices.policy.credits) = (basis, policy);
    choices.policy.days = days.to_vec();
    age(&[csv(entries)], &choices).expect("a ledger with settlement dates")
}

proptest! {
    #![proptest_config(crate::cases(96))]

    /// Σ buckets = Σ open is asserted within; here they are those of the definition.
    #[test]
    fn every_basis_and_policy_is_that_of_the_definition(entries in ledger()) {
        for basis in BASES {
            for policy in POLICIES {
                for days in [&[30, 60, 90, 120, 180, 360][..], &[7][..]] {
                    let ageing = aged(&entries, basis, policy, days);
                    let wanted = naive(&entries, as_of(), basis, policy, days);
                    prop_assert_eq!(spread(&ageing), wanted, "{:?} {:?} {:?}", basis, policy, days);
                    prop_assert!(ageing.ties.iter().all(|tie| tie.holds() && tie.is_tied()));
                }
            }
        }
    }

    /// What is open does not depend on how credits are treated, nor on what age counts from.
    #[test]
    fn the_total_is_the_same_under_every_choice(entries in ledger()) {
        let totals = |ageing: &Ageing| -> Vec<_> {
            ageing.totals.iter().map(|(currency, line)| (*currency, line.total())).collect()
        };
        let first = totals(&aged(&entries, Basis::Due, CreditPolicy::Separate, &[30]));
        for basis in BASES {
            for policy in POLICIES {
                prop_assert_eq!(&totals(&aged(&entries, basis, policy, &[10, 20])), &first);
            }
        }
    }

    #[test]
    fn the_order_of_rows_decides_nothing(
        (entries, other) in ledger().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        for policy in POLICIES {
            let one = aged(&entries, Basis::Due, policy, &[30, 60]);
            let two = aged(&other, Basis::Due, policy, &[30, 60]);
            prop_assert_eq!(spread(&one), spread(&two));
        }
    }

    /// An invoice that was paid by the day is as if it had never been.
    #[test]
    fn a_paid_item_changes_nothing(entries in ledger()) {
        let mut more = entries.clone();
        more.push(Entry {
            number: "paid".to_owned(),
            customer: "Ash".to_owned(),
            billed: Some(date("2026-01-01")),
            due: Some(date("2026-01-31")),
            cents: 100_000,
            currency: "EUR".to_owned(),
            cleared: Some(as_of()),
            ..Entry::default()
        });
        for policy in POLICIES {
            let without = aged(&entries, Basis::Due, policy, &[30, 60]);
            prop_assert_eq!(spread(&without), spread(&aged(&more, Basis::Due, policy, &[30, 60])));
        }
    }
}

/// The receivables of the data folder, read by the ordinary intake, on six days.
#[test]
fn real_receivables_are_aged_as_the_definition_says() {
    let Some(folder) = std::env::var_os("TIEOUT_DATA") else { return };
    let path = std::path::Path::new(&folder).join("receivables/ibm_accounts_receivable.csv");
    let bytes = std::fs::read(&path).expect("the receivables");
    let mut bench = tieout::engine::Workbench::default();
    let read =
        tieout::ingest::read("receivables.csv", &bytes, &mut |_| {}).expect("a readable file");
    bench.load(read);
    bench.derive();
    let file = bench.intake().files[0].sha256.clone();
    let confirm = tieout::session::Command::ConfirmReading { file, sheet: 0, remember: false };
    bench.apply(confirm).expect("a known sheet");
    let results = bench.derive();
    let entries = by_hand(&String::from_utf8(bytes).expect("text"));
    let days = tieout::analysis::ageing::BUCKET_DAYS;
    for day in ["2012-12-31", "2012-06-30", "2012-02-29", "2013-03-31", "2013-06-30", "2013-12-02"]
    {
        for basis in [Basis::Due, Basis::Invoice] {
            for policy in POLICIES {
                let mut choices = Choices::on(date(day));
                (choices.policy.basis, choices.policy.credits) = (basis, policy);
                let ageing = age(results.book.tables(), &choices).expect("settlement dates");
                let wanted = naive(&entries, date(day), basis, policy, &days);
                let got: Spread = spread(&ageing)
                    .into_iter()
                    .map(|((customer, _), buckets)| ((customer, String::new()), buckets))
                    .collect();
                assert_eq!(got, wanted, "{day} {basis:?} {policy:?}");
            }
        }
    }
    let ageing = age(results.book.tables(), &Choices::on(date("2012-12-31"))).expect("a day");
    assert_eq!(ageing.items.len(), 99);
    let total: i64 = ageing.totals.values().map(|line| line.total()).sum();
    assert_eq!(total, 572_506);
    let figures = tieout::analysis::receivables::figures(results.book.tables(), &ageing);
    let days = |key: &str| {
        let of = figures.iter().find(|figure| figure.key == key).expect("a figure");
        tieout::base::round_to(of.value.expect("a value"), 4).to_string()
    };
    assert_eq!(days("figure-dso"), "26.8407");
    assert_eq!(days("figure-countback"), "27.3299");
}

/// Number, dates and amount by the places of the columns: month first, as its dates past the 12th say.
fn by_hand(text: &str) -> Vec<Entry> {
    let day = |cell: &str| {
        let parts: Vec<u32> = cell.split('/').map(|part| part.parse().expect("a number")).collect();
        Date::from_ymd_opt(parts[2] as i32, parts[0], parts[1])
    };
    let entry = |line: &str| {
        let cells: Vec<&str> = line.trim_end().split(',').collect();
        let amount: Decimal = cells[6].parse().expect("an amount");
        Entry {
            number: cells[3].to_owned(),
            customer: cells[1].to_owned(),
            billed: day(cells[4]),
            due: day(cells[5]),
            cents: (amount * Decimal::ONE_HUNDRED)
                .to_string()
                .split('.')
                .next()
                .map_or(0, |cents| cents.parse().expect("cents")),
            cleared: day(cells[8]),
            ..Entry::default()
        }
    };
    text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(entry).collect()
}
