//! Houses that pay for others: a column says so, and with that the house is a payer like any other,
//! who may pay what each of its customers owes. A customer pays for itself alone.
//!
//! Invariant: to be covered by a house is no proof of an item: which one is meant the rest must tell.

use std::collections::BTreeMap;

use super::item::Sides;
use super::payer::Customers;

/// That a house pays for a customer, as one row says it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Declared {
    pub customer_no: Option<String>,
    pub name: Option<String>,
    /// The house by its name, or by its number among the customers.
    pub parent: String,
}

/// The houses of each customer that has some.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Houses {
    of: BTreeMap<u32, Vec<u32>>,
}

impl Houses {
    /// Houses that owe nothing themselves become customers, so that they can be recognised.
    pub(super) fn build(sides: &Sides, customers: &mut Customers) -> Houses {
        let mut of: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for declared in &sides.declared {
            let alone = (None, declared.name.as_deref());
            let spelling = (declared.customer_no.as_deref(), declared.name.as_deref());
            let known = customers.known(spelling).or_else(|| customers.known(alone));
            let Some(customer) = known else { continue };
            let Some(house) = customers.house(&declared.parent) else { continue };
            let houses = of.entry(customer).or_default();
            if house != customer && !houses.contains(&house) {
                houses.push(house);
            }
        }
        Houses { of }
    }

    pub fn of(&self, customer: u32) -> &[u32] {
        self.of.get(&customer).map_or(&[], Vec::as_slice)
    }
}
