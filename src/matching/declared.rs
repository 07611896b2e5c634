//! Houses that pay for others: a column says so, and with that the house is a payer like any other,
//! who may pay what each of its customers owes. A customer pays for itself alone.
//!
//! Invariant: to be covered by a house is no proof of an item: which one is meant the rest must tell.

use std::collections::BTreeMap;

use super::item::Sides;
use super::names;
use super::payer::Customers;
use crate::base::QuickMap;
use crate::base::turns::Pace;

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
    pub(super) async fn build(sides: &Sides, customers: &mut Customers, pace: &Pace) -> Houses {
        let mut of: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        if sides.declared.is_empty() {
            return Houses { of };
        }
        let mut by_label: QuickMap<String, u32> = QuickMap::default();
        pace.each(customers.all.iter().zip(0..), |(customer, at)| {
            by_label.entry(names::key(&customer.label)).or_insert(at);
        })
        .await;
        for declared in &sides.declared {
            pace.row().await;
            let known = customers.spelt(declared.customer_no.as_deref(), declared.name.as_deref());
            let Some(customer) = known else { continue };
            let house = customers.house(&declared.parent, &mut by_label);
            let Some(house) = house else { continue };
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
