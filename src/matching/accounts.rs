//! Bank accounts that the customer list holds: who pays from one is known by it, and money for a customer
//! that comes from another account than its own is looked at by a person.

use std::collections::BTreeMap;

use super::item::Sides;
use super::payer::Customers;
use crate::base::fold_id;
use crate::base::turns::Pace;

/// An account of a customer, as one row says it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Held {
    pub customer_no: Option<String>,
    pub name: Option<String>,
    pub account: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Accounts {
    of: BTreeMap<u32, Vec<String>>,
    /// The customer whose account it is; `None` where several have it.
    holder: BTreeMap<String, Option<u32>>,
}

/// Fewer characters are a short form at best.
const CHARS_MIN: usize = 6;

impl Accounts {
    pub(super) async fn build(sides: &Sides, customers: &Customers, pace: &Pace) -> Accounts {
        let mut accounts = Accounts::default();
        for held in &sides.accounts {
            pace.row().await;
            let known = customers.spelt(held.customer_no.as_deref(), held.name.as_deref());
            let account = fold_id(&held.account);
            let Some(customer) = known.filter(|_| account.len() >= CHARS_MIN) else { continue };
            let holder = accounts.holder.entry(account.clone()).or_insert(Some(customer));
            *holder = holder.filter(|other| *other == customer);
            let of = accounts.of.entry(customer).or_default();
            if !of.contains(&account) {
                of.push(account);
            }
        }
        accounts
    }

    pub(super) fn holder(&self, account: &str) -> Option<u32> {
        self.holder.get(account).copied().flatten()
    }

    /// Accounts of this customer are known, and this is none of them.
    pub(super) fn is_strange(&self, customer: u32, account: &str) -> bool {
        self.of.contains_key(&customer)
            && fold_id(account).len() >= CHARS_MIN
            && !self.is_of(customer, account)
    }

    pub(super) fn is_of(&self, customer: u32, account: &str) -> bool {
        let account = fold_id(account);
        self.of.get(&customer).is_some_and(|own| own.iter().any(|known| same(known, &account)))
    }
}

/// One of the two may lack its country or its bank: it is the other's end.
fn same(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}
