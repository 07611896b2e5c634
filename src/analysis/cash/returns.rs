//! Payments that came back after their receipt was applied, in another file or an earlier month: not
//! sufficient funds, a debit returned, an account closed. The invoice that they had paid is open again.
//!
//! A receipt and its return in the same files cancel each other and are no matter of this.
//! Invariant: an invoice is named, or it is the only one of the payer with the amount; else nothing is
//! said of it.

use std::collections::BTreeMap;

use super::settled::{Found, named};
use crate::base::{Currency, Money};
use crate::matching::{Item, Outcome};
use crate::model::{Book, Invoice};

/// A returned payment, and the settled invoice that is open again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reopened {
    /// Position among the receipts of the run.
    pub left: u32,
    pub invoice: Found,
    /// The text names it; else payer and amount tell.
    pub is_named: bool,
}

/// A payment comes back no later than this after it was applied: a direct debit that was never
/// allowed within thirteen months (SEPA rulebook), all others sooner.
const DAYS_MAX: i64 = 396;

pub fn reopened(outcome: &Outcome, book: &Book) -> Vec<Reopened> {
    let returns = Returns::of(outcome, book);
    let lefts = outcome.research.iter().map(|research| research.left);
    lefts.filter_map(|left| returns.of_receipt(left)).collect()
}

/// Settled invoices by the amounts of what came back, made once for many receipts.
pub struct Returns<'r> {
    outcome: &'r Outcome,
    book: &'r Book,
    by_amount: BTreeMap<(Currency, i64), Vec<Invoice<'r>>>,
}

impl<'r> Returns<'r> {
    pub fn of(outcome: &'r Outcome, book: &'r Book) -> Returns<'r> {
        let items = outcome.research.iter().map(|of| &outcome.sides.left[of.left as usize]);
        let back = items.filter(|item| item.amount < 0);
        let mut by_amount: BTreeMap<(Currency, i64), Vec<Invoice>> =
            back.map(|item| ((item.currency, -item.amount), Vec::new())).collect();
        let invoices = book.invoices().filter(|_| !by_amount.is_empty()).collect::<Vec<_>>();
        for invoice in invoices {
            if let Some(found) = Found::of_invoice(&invoice)
                && let Some(all) = by_amount.get_mut(&(found.amount.currency, found.amount.minor))
            {
                all.push(invoice);
            }
        }
        Returns { outcome, book, by_amount }
    }

    pub fn of_receipt(&self, left: u32) -> Option<Reopened> {
        let item = &self.outcome.sides.left[left as usize];
        let amount =
            Money::new(item.amount.checked_neg().filter(|minor| *minor > 0)?, item.currency);
        if let Some(invoice) = named(self.outcome, self.book, left, amount) {
            return Some(Reopened { left, invoice, is_named: true });
        }
        let case = self.outcome.case.as_deref()?;
        let customer = &case.customers.all[case.payers[left as usize]?.customer as usize];
        let own = |invoice: &&Invoice| {
            let names = [invoice.customer_no(), invoice.customer_name()];
            names.into_iter().flatten().any(|name| customer.is_called(name))
        };
        let all = self.by_amount.get(&(item.currency, amount.minor))?.iter().filter(own);
        let mut found = all.filter_map(Found::of_invoice).filter(|found| in_time(found, item));
        let invoice = found.next()?;
        found.next().is_none().then_some(Reopened { left, invoice, is_named: false })
    }
}

/// Returned after it was settled, and not too long after.
fn in_time(found: &Found, item: &Item) -> bool {
    found.date.zip(item.date).is_some_and(|(settled, back)| {
        (0..=DAYS_MAX).contains(&back.signed_duration_since(settled).num_days())
    })
}
