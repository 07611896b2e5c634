//! Money in one column per currency: two currencies are never added, only set side by side.

use std::collections::BTreeSet;

use super::Amount;
use crate::base::{Currency, Money, Sums};

/// The currencies of a screen, in order of code.
pub(super) struct Columns(Vec<Currency>);

impl Columns {
    pub(super) fn of<'s>(all: impl IntoIterator<Item = &'s Sums>) -> Columns {
        let currencies: BTreeSet<Currency> = all.into_iter().flat_map(Sums::currencies).collect();
        Columns(currencies.into_iter().collect())
    }

    pub(super) fn heads(&self) -> Vec<String> {
        self.0.iter().map(|currency| crate::words::format::currency(*currency)).collect()
    }

    /// One cell a column; empty where the sums do not touch the currency.
    pub(super) fn cells(&self, sums: &Sums) -> Vec<Option<Amount>> {
        let touched: BTreeSet<Currency> = sums.currencies().collect();
        let cell = |c: &Currency| touched.contains(c).then(|| Amount::of(sums.get(*c)));
        self.0.iter().map(cell).collect()
    }
}

/// Adds the size of an amount: too much and too little must not cancel out.
pub(super) fn add_size(sums: &mut Sums, money: Option<Money>) {
    if let Some(money) = money {
        sums.add(money.abs());
    }
}

/// The largest share that the sums have of a currency's total, in thousandths. A length for bars
/// and an order for lists that mixes no currencies.
pub(super) fn share(sums: &Sums, total: &Sums) -> u16 {
    sums.iter().map(|sum| thousandths(sum.minor, total.get(sum.currency).minor)).max().unwrap_or(0)
}

/// `part` of `whole` in thousandths, 0 to 1000; at least 1 when there is a part at all.
pub(super) fn thousandths(part: i64, whole: i64) -> u16 {
    let (part, whole) = (i128::from(part).abs(), i128::from(whole).abs());
    if part == 0 || whole == 0 {
        return 0;
    }
    u16::try_from((part * 1000 / whole).clamp(1, 1000)).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_taken_within_one_currency() {
        let code = |code| Currency::parse(code).expect("a code");
        let total: Sums = [Money::new(1_000, code("USD")), Money::new(9_000_000, code("KRW"))]
            .into_iter()
            .collect();
        let part: Sums =
            [Money::new(250, code("USD")), Money::new(9_000, code("KRW"))].into_iter().collect();
        assert_eq!(share(&part, &total), 250);
        assert_eq!(thousandths(1, 1_000_000), 1);
        assert_eq!(thousandths(0, 5), 0);
    }
}
