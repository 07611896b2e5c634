//! All that is known before any pass runs: who is named by whom, who paid, what lies in the window.
//! Read by every pass, changed by none.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::deduction::Usual;
use super::evidence::days_between;
use super::item::{Item, Sides};
use super::payer::{Customers, How, Payer};
use super::reference::{self, KeyIndex, KeyKind};
use super::rulings::Rulings;
use super::text::{self, Counted, Masks, Reading};
use super::tolerance::{Tolerance, Tolerances};
use crate::base::fold_id;
use crate::base::turns::Pace;

/// The house's choices.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Options {
    pub tolerances: Tolerances,
    pub usual: Usual,
    /// A payment comes so many days before the invoice at the earliest, and after it at the latest.
    pub days_before_max: i64,
    pub days_after_max: i64,
    /// Steps of one search for a set, and of all of them together.
    pub search_steps_max: u64,
    pub all_steps_max: u64,
    /// Accidental sets to be expected, in millionths, below which a set is applied, or shown.
    pub auto_chance_max: u64,
    pub shown_chance_max: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            tolerances: Tolerances::default(),
            usual: Usual::default(),
            days_before_max: 10,
            days_after_max: 365,
            search_steps_max: 200_000,
            all_steps_max: 2_000_000_000,
            auto_chance_max: 1_000,
            shown_chance_max: 300_000,
        }
    }
}

/// One item of the right side that a receipt names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    pub item: u32,
    /// As the text has it.
    pub token: String,
    /// The key that it is like, where it is not a key itself.
    pub like: Option<String>,
    pub kind: Option<KeyKind>,
    /// A whole key that no other item has.
    pub strong: bool,
    /// Characters that are not the key's.
    pub slips: u8,
    /// The text is nearer to the key of another item.
    pub far: bool,
}

#[derive(Debug)]
pub struct Case {
    pub sides: Arc<Sides>,
    pub options: Options,
    pub customers: Customers,
    /// Of each receipt.
    pub payers: Vec<Option<Payer>>,
    /// How many items the words of each receipt count ("외 3건").
    pub counts: Vec<Option<Counted>>,
    pub mentions: Vec<Vec<Mention>>,
    /// All items that a receipt names beyond doubt, also of other companies and currencies: to
    /// name another item speaks against an amount.
    pub named: Vec<Vec<u32>>,
    /// Receipts that name an item.
    pub mentioned_by: Vec<Vec<u32>>,
    pub items_of: BTreeMap<u32, Vec<u32>>,
    pub receipts_of: BTreeMap<u32, Vec<u32>>,
}

/// Candidates beyond this in one text are a book, not a reference.
const CANDIDATES_MAX: usize = 400;

impl Case {
    /// Same currency and company, and no more days apart than the window has.
    pub fn in_window(&self, left: usize, right: usize) -> bool {
        let (l, r) = (&self.sides.left[left], &self.sides.right[right]);
        match (l.date, r.date) {
            (Some(paid), Some(billed)) => {
                let days = days_between(billed, paid);
                -self.options.days_before_max <= days && days <= self.options.days_after_max
            }
            _ => true,
        }
    }

    /// Whether other rulings tell no more of who paid than those of this case did.
    pub fn knows_payers_of(&self, own: &Rulings, other: &Rulings) -> bool {
        let telling = |rulings: &Rulings| -> BTreeMap<String, (String, bool)> {
            let payers = rulings.payers.keys().filter_map(|payer| {
                let (customer, learned, certain) = rulings.customer_of(payer)?;
                let new = learned.by_hand || !self.customers.is_name_of(payer, customer);
                new.then(|| (payer.clone(), (customer.to_owned(), certain)))
            });
            payers.collect()
        };
        telling(own) == telling(other)
    }

    /// What may be off where an item is paid: its customer's own band, else that of the currency.
    pub fn tolerance_of_item(&self, right: u32) -> Tolerance {
        let customer = self.customers.of_item[right as usize];
        let customer = customer.map(|customer| &self.customers.all[customer as usize]);
        self.options.tolerances.of(self.sides.right[right as usize].currency, customer)
    }

    /// The same where a receipt is spread over items: the payer's.
    pub fn tolerance_of_receipt(&self, left: u32) -> Tolerance {
        let payer = self.payers[left as usize];
        let customer = payer.map(|payer| &self.customers.all[payer.customer as usize]);
        self.options.tolerances.of(self.sides.left[left as usize].currency, customer)
    }

    pub fn compatible(&self, left: usize, right: usize) -> bool {
        compatible(&self.sides, left, right)
    }

    pub fn same_company(&self, left: usize, right: usize) -> bool {
        same_company(&self.sides, left, right)
    }

    /// The payer is known beyond doubt to be another customer than the item's.
    pub fn conflicts(&self, left: usize, right: usize) -> bool {
        match (self.payers[left], self.customers.of_item[right]) {
            (Some(payer), Some(customer)) => {
                payer.certain && !self.customers.covers(payer.customer, customer)
            }
            _ => false,
        }
    }

    /// The payer is known, and it is the item's customer.
    pub fn agrees(&self, left: usize, right: usize) -> bool {
        match (self.payers[left], self.customers.of_item[right]) {
            (Some(payer), Some(customer)) => self.customers.covers(payer.customer, customer),
            _ => false,
        }
    }

    pub fn agrees_certainly(&self, left: usize, right: usize) -> bool {
        self.agrees(left, right) && self.payers[left].is_some_and(|payer| payer.certain)
    }

    pub fn mention(&self, left: usize, right: usize) -> Option<&Mention> {
        let of_item = self.mentions[left].iter().filter(|m| m.item as usize == right);
        of_item.max_by_key(|m| (m.strong, Reverse(m.slips), Reverse(m.kind)))
    }

    /// Items that a receipt means as far as its own words tell: named whole, or nearest to what it
    /// names, and of nobody else than its payer.
    pub fn meant(&self, left: u32) -> Vec<u32> {
        let at = left as usize;
        let likely = |m: &&Mention| {
            let own = self.agrees(at, m.item as usize) || self.payers[at].is_none();
            own && !m.far && (m.strong || m.like.is_some() || m.kind == Some(KeyKind::Year))
        };
        let mut items: Vec<u32> = self.mentions[at].iter().filter(likely).map(|m| m.item).collect();
        items.sort_unstable();
        items.dedup();
        items
    }

    /// The receipt names an item of its payer that is not among these. A number of a stranger's,
    /// or of another year, is more likely a disturbed one.
    pub fn names_another(&self, left: u32, right: &[u32]) -> bool {
        let at = left as usize;
        self.named[at].iter().any(|item| {
            let likely = self.agrees(at, *item as usize) && self.in_window(at, *item as usize);
            likely && !right.contains(item)
        })
    }

    /// What stops a match from being made by machine, whatever speaks for it.
    pub fn vetoed(&self, left: usize, right: usize) -> Option<&'static str> {
        if self.conflicts(left, right) {
            Some("veto-other-customer")
        } else if self.sides.right[right].held {
            Some("veto-held")
        } else if self.sides.left[left].missing {
            Some("veto-missing-line")
        } else if !self.in_window(left, right) {
            Some("veto-window")
        } else if self.is_strange_account(left, right) {
            Some("veto-account")
        } else {
            None
        }
    }

    /// The money comes from another account than the customer list has for the item's customer: its
    /// bank details changed, or somebody else paid.
    pub(super) fn is_strange_account(&self, left: usize, right: usize) -> bool {
        let (account, customer) = (&self.sides.left[left].account, self.customers.of_item[right]);
        account
            .as_deref()
            .zip(customer)
            .is_some_and(|(account, customer)| self.customers.is_strange_account(customer, account))
    }

    /// Receipts whose whole references leave something to look for. Where they come to the amount, name
    /// what no other receipt names, and nothing speaks against them, a disturbed one has nothing to add;
    /// that is most of a bank file, and the search is most of the work.
    pub(super) async fn unsettled(&self, pace: &Pace) -> Vec<usize> {
        let mut claims = vec![0_u32; self.sides.right.len()];
        let strong = |left: usize| self.mentions[left].iter().filter(|m| m.strong);
        pace.each(0..self.mentions.len(), |left| {
            strong(left).for_each(|mention| claims[mention.item as usize] += 1);
        })
        .await;
        let is_settled = |left: usize| {
            let amounts =
                strong(left).map(|m| i128::from(self.sides.right[m.item as usize].amount));
            let sound = |m: &Mention| {
                m.strong
                    && claims[m.item as usize] == 1
                    && self.vetoed(left, m.item as usize).is_none()
            };
            !self.mentions[left].is_empty()
                && self.mentions[left].iter().all(sound)
                && amounts.sum::<i128>() == i128::from(self.sides.left[left].amount)
        };
        let mut unsettled = Vec::new();
        let all = 0..self.sides.left.len();
        pace.each(all, |left| unsettled.extend((!is_settled(left)).then_some(left))).await;
        unsettled
    }

    pub(super) fn reaches(&self, left: usize, item: u32) -> bool {
        self.compatible(left, item as usize) && self.in_window(left, item as usize)
    }
}

pub(super) fn compatible(sides: &Sides, left: usize, right: usize) -> bool {
    sides.left[left].currency == sides.right[right].currency && same_company(sides, left, right)
}

fn same_company(sides: &Sides, left: usize, right: usize) -> bool {
    match (&sides.left[left].entity, &sides.right[right].entity) {
        (Some(a), Some(b)) => a == b || fold_id(a) == fold_id(b),
        _ => true,
    }
}

/// What the texts of a receipt may name.
pub(super) fn read(item: &Item) -> Reading {
    let masks = masks(item);
    let mut whole = Reading::default();
    for text in &item.texts {
        let reading = text::read(text, &masks);
        whole.candidates.extend(reading.candidates);
        whole.count = whole.count.or(reading.count);
    }
    whole.candidates.sort_unstable();
    whole.candidates.dedup();
    whole.candidates.truncate(CANDIDATES_MAX);
    whole
}

/// What is no identifier in the texts of a receipt.
fn masks(item: &Item) -> Masks {
    let accounts: Vec<&str> =
        [&item.account, &item.customer_no].into_iter().flatten().map(|a| &**a).collect();
    let dates: Vec<_> = [item.date, item.due].into_iter().flatten().collect();
    Masks::new(item.amount, item.currency.exponent(), &accounts, &dates)
}

/// Items named by whole keys, and how many the words count. What a longer join names, its parts don't.
pub(super) fn whole(item: &Item, index: &KeyIndex) -> (Vec<Mention>, Option<Counted>) {
    // Of a receipt that names nothing, as of a token that is no key, nobody asks what hides it.
    let hidden = OnceCell::new();
    let (mut named, mut count, mut seen) = (Named::default(), None, 0);
    for text in &item.texts {
        let counted = text::each(text, |found| {
            seen += 1;
            let items = index.named(found.text, found.parts);
            if !items.is_empty() && !found.is_masked(hidden.get_or_init(|| masks(item))) {
                named.add(found.text, found.parts, items);
            }
        });
        count = count.or(counted);
    }
    if seen > CANDIDATES_MAX {
        named = Named::default();
        for candidate in read(item).candidates.iter().filter(|c| !c.masked) {
            let items = index.named(&candidate.text, candidate.parts);
            named.add(&candidate.text, candidate.parts, items);
        }
    }
    (named.finish(), count)
}

/// Each item that a receipt names, with the token by which it does: a strong one before a weak one, and
/// of equals the first in the order of texts.
#[derive(Default)]
struct Named(Vec<(Mention, String, usize)>);

impl Named {
    fn add(&mut self, text: &str, parts: usize, items: Vec<reference::Named>) {
        for named in items {
            let mention = Mention {
                item: named.item,
                token: named.token,
                like: None,
                kind: Some(named.kind),
                strong: named.strong,
                slips: 0,
                far: false,
            };
            let slot = self.0.iter_mut().find(|(known, ..)| known.item == mention.item);
            let Some(slot) = slot else {
                self.0.push((mention, text.to_owned(), parts));
                continue;
            };
            if (!mention.strong, text, parts) < (!slot.0.strong, &slot.1, slot.2) {
                *slot = (mention, text.to_owned(), parts);
            }
        }
    }

    fn finish(self) -> Vec<Mention> {
        // Kept for every receipt: no larger than it is, whatever room there was here.
        let mut all = Vec::with_capacity(self.0.len());
        all.extend(self.0.into_iter().map(|(mention, ..)| mention));
        all.sort_unstable_by_key(|mention| mention.item);
        all
    }
}

/// The customer of all items that are named beyond doubt.
pub(super) fn one_customer(mentions: &[Mention], customers: &Customers) -> Option<u32> {
    let mut of = mentions.iter().filter(|m| m.strong).map(|m| customers.of_item[m.item as usize]);
    let first = of.next()??;
    of.all(|customer| customer == Some(first)).then_some(first)
}

impl How {
    /// The message that says so.
    pub fn key(self) -> &'static str {
        match self {
            How::Number => "evidence-payer-number",
            How::Held => "evidence-payer-held",
            How::Learned(0) => "evidence-payer-entered",
            How::Learned(_) => "evidence-payer-learned",
            How::Account(_) => "evidence-payer-account",
            How::Alias(_) => "evidence-payer-alias",
            How::Name => "evidence-payer-name",
            How::Similar => "evidence-payer-similar",
        }
    }
}
