//! The exchange rates that invoices state, and what they are held against: the table of the agreed
//! source, else the usual rate of the same file.

use std::collections::BTreeMap;

use crate::base::{Currency, Date, Decimal};
use crate::model::{Book, Invoice, Policy, Row};
use crate::table::Field;

/// An invoice with its exchange rate.
pub struct Stated<'b> {
    pub invoice: Invoice<'b>,
    pub header: Row<'b>,
    pub rate: Decimal,
    pub date: Option<Date>,
    pair: Pair,
}

type Pair = (Currency, Currency);

/// Rates by pair, oldest first.
pub struct Table<'b>(BTreeMap<Pair, Vec<(Option<Date>, Decimal, Row<'b>)>>);

/// All numbered invoices in a foreign currency that state a rate.
pub fn stated(book: &Book) -> Vec<Stated<'_>> {
    let mut all = Vec::new();
    for invoice in book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some(header) = invoice.header() else { continue };
        let rate = header.number(Field::FxRate).filter(|rate| *rate > Decimal::ZERO);
        let (from, to) = (header.currency(), local_currency(header));
        if let Some(rate) = rate.filter(|_| from != to && !from.is_none()) {
            let date = header.date(Field::InvoiceDate);
            all.push(Stated { invoice, header, rate, date, pair: (from, to) });
        }
    }
    all
}

/// [`Currency::NONE`] where the row does not say.
pub fn local_currency(row: Row) -> Currency {
    row.text(Field::LocalCurrency).and_then(Currency::parse).unwrap_or(Currency::NONE)
}

impl<'b> Table<'b> {
    pub fn read(book: &'b Book) -> Table<'b> {
        let mut rates: BTreeMap<Pair, Vec<_>> = BTreeMap::new();
        for row in book.fx_rates() {
            let rate = row.number(Field::FxRate).filter(|rate| *rate > Decimal::ZERO);
            let from = row.currency();
            if let Some(rate) = rate.filter(|_| !from.is_none()) {
                let of_pair = rates.entry((from, local_currency(row))).or_default();
                of_pair.push((row.date(Field::RateDate), rate, row));
            }
        }
        rates.values_mut().for_each(|rates| rates.sort_by_key(|(date, _, _)| *date));
        Table(rates)
    }

    /// The rate of the stated day, or of the last day before it on which there was one.
    pub fn on(&self, stated: &Stated, policy: &Policy) -> Option<(Decimal, Row<'b>)> {
        let rates = self.pair(stated.pair)?;
        let day = stated.date?;
        let after = rates.partition_point(|(date, _, _)| date.is_none_or(|date| date <= day));
        let (date, rate, row) = rates.get(after.checked_sub(1)?)?;
        let age = date.map_or(0, |date| day.signed_duration_since(date).num_days());
        (age <= policy.fx_rate_age_days_max).then_some((*rate, *row))
    }

    /// A side that names no local currency leaves it open, where that is not ambiguous.
    fn pair(&self, (from, to): Pair) -> Option<&Vec<(Option<Date>, Decimal, Row<'b>)>> {
        let open = || {
            let fits = |known: &Pair| known.0 == from && (known.1.is_none() || to.is_none());
            let mut fitting = self.0.iter().filter(|(known, _)| fits(known));
            let (_, first) = fitting.next()?;
            fitting.next().is_none().then_some(first)
        };
        self.0.get(&(from, to)).or_else(open)
    }
}

/// The middle of the rates that the file itself states for each pair.
pub fn usual(all: &[Stated]) -> BTreeMap<Pair, Decimal> {
    const RATES_MIN: usize = 5;
    let mut by_pair: BTreeMap<Pair, Vec<Decimal>> = BTreeMap::new();
    for stated in all {
        by_pair.entry(stated.pair).or_default().push(stated.rate);
    }
    by_pair.retain(|_, rates| rates.len() >= RATES_MIN);
    let middle = |mut rates: Vec<Decimal>| {
        rates.sort_unstable();
        rates[rates.len() / 2]
    };
    by_pair.into_iter().map(|(pair, rates)| (pair, middle(rates))).collect()
}

impl Stated<'_> {
    pub fn usual(&self, usual: &BTreeMap<Pair, Decimal>) -> Option<Decimal> {
        usual.get(&self.pair).copied()
    }

    pub fn pair(&self) -> (Currency, Currency) {
        self.pair
    }
}

/// How a rate came to be wrong by far; word keys.
pub fn slip(rate: Decimal, right: Decimal) -> Option<&'static str> {
    let near = |ratio: Decimal, whole: i64| {
        let whole = Decimal::from(whole);
        (ratio - whole).abs() <= whole / Decimal::TEN
    };
    let (up, down) = (rate.checked_div(right)?, right.checked_div(rate)?);
    if [10, 100, 1_000, 10_000].into_iter().any(|factor| near(up, factor) || near(down, factor)) {
        return Some("fx-factor");
    }
    // Near one, a rate and its inverse are neighbours.
    let apart = right >= Decimal::TWO || right * Decimal::TWO <= Decimal::ONE;
    let product = rate.checked_mul(right)?;
    // There only one that is the inverse to the last digits, and too far off for a rate of another day.
    let exact = (product - Decimal::ONE).abs() <= Decimal::new(5, 4)
        && (up - Decimal::ONE).abs() >= Decimal::new(5, 2);
    (exact || apart && near(product, 1)).then_some("fx-inverted")
}
