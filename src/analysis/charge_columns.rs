//! Charges that stand one column each on the row of an invoice: base, fuel, demurrage, handling …
//!
//! They are charges like lines. The base is the unit price where the row has one, else the freight
//! column; the others are added to it.

use crate::base::{Decimal, Money};
use crate::model::{Charge, Row};
use crate::table::{CHARGES, Field};

/// All columns beside the base, as they are added up.
pub fn columns_beside_base() -> &'static [Field] {
    &CHARGES[1..]
}

/// The column that states the price of the service itself.
pub fn base_field(charge: Charge) -> Field {
    let by_column = charge.is_header() && charge.unit_price().is_none();
    if by_column { Field::FreightCharge } else { Field::UnitPrice }
}

/// The price of the service itself: for each unit, or of the whole where it stands in a column.
pub fn base_price(charge: Charge) -> Option<Decimal> {
    charge.0.number(base_field(charge))
}

/// The charges beside the base that the row states, zero or not.
pub fn beside_base<'b>(row: Row<'b>) -> impl Iterator<Item = (Field, Money)> + use<'b> {
    columns_beside_base().iter().copied().filter_map(move |field| Some((field, row.money(field)?)))
}

/// Base and all other charges of a row that has them in columns; each rounded before it is added.
pub fn total(row: Row) -> Option<Money> {
    let base = row.number(base_field(Charge(row)));
    let base = base.and_then(|base| Money::round(base, row.currency()));
    let mut beside = beside_base(row).map(|(_, money)| money).peekable();
    beside.peek()?;
    beside.chain(base).try_fold(Money::new(0, row.currency()), |sum, money| {
        Some(Money::new(sum.minor.checked_add(money.minor)?, sum.currency))
    })
}
