//! Who paid, before anything is said of what was paid: customer number, account, name, and what
//! the references of the same payer name. Certain, likely or unknown; a contradiction is unknown.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::accounts::Accounts;
use super::declared::Houses;
use super::item::{Item, Sides};
use super::names::{self, Directory};
use super::rulings::Rulings;
use crate::base::turns::Pace;
use crate::base::{QuickMap, fold_id};

/// One customer of the right side, by number, else by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Customer {
    pub label: String,
    /// By which a decision names it: the folded number behind `#`, else the folded name.
    pub key: String,
}

impl Customer {
    /// Whether a person who writes this number or name means the customer.
    pub fn is_called(&self, name: &str) -> bool {
        let number = self.key.strip_prefix('#').is_some_and(|own| own == fold_id(name));
        number || names::key(&self.label) == names::key(name)
    }
}

/// How a payer was recognised.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum How {
    /// The row carries the customer's number.
    Number,
    /// The customer list says whose account it is.
    Held,
    /// People said so, this many times.
    Learned(u32),
    /// Whole references of this many other receipts from the account name the customer's items.
    Account(u32),
    /// The same of the payer's name.
    Alias(u32),
    Name,
    /// Like the name, and like no other.
    Similar,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Payer {
    pub customer: u32,
    pub certain: bool,
    pub how: How,
}

/// Customers of the right side, and the customer of each of its items.
#[derive(Debug, Default)]
pub struct Customers {
    pub all: Vec<Customer>,
    pub of_item: Vec<Option<u32>>,
    by_no: QuickMap<String, u32>,
    by_key: QuickMap<String, u32>,
    directory: Directory,
    houses: Houses,
    accounts: Accounts,
}

/// Receipts of one account that must agree before it is known.
const SEEN_MIN: u32 = 2;
/// Work of holding one name against those of all customers.
const NAME: u64 = 1 << 9;

impl Customers {
    pub async fn build(sides: &Sides, pace: &Pace) -> Customers {
        let mut customers = Customers::default();
        let mut named: BTreeSet<(u32, String)> = BTreeSet::new();
        // A customer has many items, and they spell it alike.
        let mut known: QuickMap<(Option<&str>, Option<&str>), Option<u32>> = QuickMap::default();
        pace.each(&sides.right, |item| {
            let spelling = (item.customer_no.as_deref(), item.name.as_deref());
            let id = *known.entry(spelling).or_insert_with(|| {
                let id = customers.put(item);
                named.extend(id.zip(item.name.clone()));
                id
            });
            customers.of_item.push(id);
        })
        .await;
        let owing = customers.all.len() as u32;
        customers.houses = Houses::build(sides, &mut customers, pace).await;
        customers.accounts = Accounts::build(sides, &customers, pace).await;
        let houses = customers.all.iter().enumerate().skip(owing as usize);
        named.extend(houses.map(|(at, house)| (at as u32, house.label.clone())));
        let named = named.iter().map(|(id, name)| (*id, name.as_str()));
        customers.directory = Directory::build(named, pace).await;
        customers
    }

    /// The customer of a number and a name as a list has them; items may lack its numbers.
    pub(super) fn spelt(&self, no: Option<&str>, name: Option<&str>) -> Option<u32> {
        let known = |spelling| self.by_key.get(&key(spelling)?).copied();
        known((no, name)).or_else(|| known((None, name)))
    }

    /// A house by its number or name; one that owes nothing becomes a customer, also by its label.
    pub(super) fn house(
        &mut self,
        parent: &str,
        by_label: &mut QuickMap<String, u32>,
    ) -> Option<u32> {
        let numbered = self.by_no.get(&fold_id(parent)).copied();
        let name = names::key(parent);
        let known = numbered.or_else(|| by_label.get(&name).copied());
        if known.is_some() || name.is_empty() {
            return known;
        }
        let id = self.all.len() as u32;
        by_label.insert(name.clone(), id);
        self.by_key.insert(name.clone(), id);
        self.all.push(Customer { label: parent.to_owned(), key: name });
        Some(id)
    }

    /// The houses that are declared to pay for a customer.
    pub fn houses_of(&self, customer: u32) -> &[u32] {
        self.houses.of(customer)
    }

    /// A payer pays what it owes itself, and a house what its customers owe.
    pub fn covers(&self, payer: u32, customer: u32) -> bool {
        payer == customer || self.houses_of(customer).contains(&payer)
    }

    /// Accounts of the customer are known, and this is none of them, nor of a house that pays for it.
    pub fn is_strange_account(&self, customer: u32, account: &str) -> bool {
        let of_house = |house: &u32| self.accounts.is_of(*house, account);
        self.accounts.is_strange(customer, account)
            && !self.houses_of(customer).iter().any(of_house)
    }

    /// The customer of an item, which becomes one if it is not known.
    fn put(&mut self, item: &Item) -> Option<u32> {
        let key = key((item.customer_no.as_deref(), item.name.as_deref()))?;
        let no = key.strip_prefix('#').map(str::to_owned);
        let id = *self.by_key.entry(key.clone()).or_insert_with(|| {
            let label = item.name.clone().or_else(|| item.customer_no.clone());
            self.all.push(Customer { label: label.unwrap_or_default(), key });
            self.all.len() as u32 - 1
        });
        if let Some(no) = no {
            self.by_no.insert(no, id);
        }
        Some(id)
    }

    /// The payers of all receipts; `named` are the customers whose items a receipt names beyond
    /// doubt.
    pub async fn payers(
        &self,
        sides: &Sides,
        named: &[Option<u32>],
        rulings: &Rulings,
        pace: &Pace,
    ) -> Vec<Option<Payer>> {
        let tellers = tellers(&sides.left, pace).await;
        let (mut accounts, mut aliases) = (Seen::default(), Seen::default());
        pace.each(tellers.iter().zip(named), |(teller, named)| {
            saw(&mut accounts, teller.account.as_ref(), *named);
            saw(&mut aliases, teller.alias.as_ref(), *named);
        })
        .await;
        let mut by_name: QuickMap<&str, Option<Payer>> = QuickMap::default();
        let mut payers = Vec::with_capacity(sides.left.len());
        for (item, Teller { account, alias }) in sides.left.iter().zip(&tellers) {
            pace.row().await;
            let mut payer = || {
                let no = item.customer_no.as_deref().and_then(|no| self.by_no.get(&fold_id(no)));
                if let Some(&customer) = no {
                    return Some(Payer { customer, certain: true, how: How::Number });
                }
                let held = account.as_ref().and_then(|account| self.accounts.holder(account));
                if let Some(customer) = held {
                    return Some(Payer { customer, certain: true, how: How::Held });
                }
                let payer = alias.as_ref().or(account.as_ref());
                let learned = payer.and_then(|payer| self.learned(payer, rulings));
                if let Some((payer, true)) = learned {
                    return Some(payer);
                }
                let by_account =
                    account.as_ref().and_then(|key| known(&accounts, key, How::Account));
                let by_alias = alias.as_ref().and_then(|key| known(&aliases, key, How::Alias));
                let by_name = alias.as_ref().and_then(|key| {
                    *by_name.entry(key).or_insert_with(|| {
                        pace.spend(NAME);
                        self.by_name(item.name.as_deref())
                    })
                });
                let learned = learned.map(|(payer, _)| payer);
                let told = [by_account, by_name, by_alias, learned];
                self.agree(told).or_else(|| {
                    pace.spend(NAME);
                    self.by_texts(item)
                })
            };
            payers.push(payer());
        }
        payers
    }

    /// The customer with those whose names say that they belong to it.
    pub fn family(&self, customer: u32) -> Vec<u32> {
        self.directory.families().of(customer)
    }

    /// The one family that a payer's name fits.
    pub fn family_named(&self, name: &str) -> Vec<u32> {
        self.directory.family(name)
    }

    /// The position of a customer that a decision names.
    pub fn position(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).copied()
    }

    /// The payer's text is the customer's own name: to have learned it tells nothing new.
    pub fn is_name_of(&self, payer: &str, customer: &str) -> bool {
        self.directory.exact(payer).is_some_and(|found| self.all[found as usize].key == customer)
    }

    /// What people confirmed of a payer's text, and whether they entered it by hand.
    fn learned(&self, payer: &str, rulings: &Rulings) -> Option<(Payer, bool)> {
        let (customer, learned, certain) = rulings.customer_of(payer)?;
        let customer = self.position(customer)?;
        let how = How::Learned(learned.count);
        Some((Payer { customer, certain, how }, learned.by_hand))
    }

    /// What every source that answers agrees on; a certain one outweighs likely ones. A house that
    /// pays for the customer whom its receipts name is no other payer.
    fn agree(&self, sources: [Option<Payer>; 4]) -> Option<Payer> {
        let certain: Vec<Payer> = sources.iter().flatten().filter(|p| p.certain).copied().collect();
        let pool =
            if certain.is_empty() { sources.iter().flatten().copied().collect() } else { certain };
        let covers = |one: &&Payer| pool.iter().all(|p| self.covers(one.customer, p.customer));
        pool.iter().find(covers).copied()
    }

    fn by_name(&self, name: Option<&str>) -> Option<Payer> {
        let name = name?;
        let other = || names::spellings(name).into_iter().find_map(|name| self.by_spelling(&name));
        self.by_spelling(name).or_else(other)
    }

    fn by_spelling(&self, name: &str) -> Option<Payer> {
        if let Some(customer) = self.directory.exact(name) {
            return Some(Payer { customer, certain: true, how: How::Name });
        }
        let like = self.directory.like(name).map(|like| like.customer);
        let short = || self.directory.abbreviated(name);
        let customer = like.or_else(|| self.directory.within(name)).or_else(short)?;
        Some(Payer { customer, certain: false, how: How::Similar })
    }

    /// Banks put the payer's name into the text. One that is spelt out is as good as one in a column of
    /// its own.
    fn by_texts(&self, item: &Item) -> Option<Payer> {
        let mut found = item.texts.iter().filter_map(|text| self.directory.within(text));
        let customer = found.next()?;
        let alone = found.all(|other| other == customer);
        let is_spelt = item.texts.iter().any(|text| self.directory.is_spelt_in(customer, text));
        let how = if is_spelt { How::Name } else { How::Similar };
        alone.then_some(Payer { customer, certain: is_spelt && item.name.is_none(), how })
    }
}

/// The folded number behind `#`, else the folded name.
fn key((no, name): (Option<&str>, Option<&str>)) -> Option<String> {
    let no = no.map(fold_id).filter(|no| !no.is_empty());
    match (no, name) {
        (Some(no), _) => Some(format!("#{no}")),
        (None, Some(name)) => Some(names::key(name)).filter(|key| !key.is_empty()),
        (None, None) => None,
    }
}

/// By what the payer of a receipt may be told.
struct Teller {
    account: Option<Rc<str>>,
    alias: Option<Rc<str>>,
}

/// One per receipt; each spelling is folded once.
async fn tellers(receipts: &[Item], pace: &Pace) -> Vec<Teller> {
    let mut accounts: QuickMap<Option<&str>, Option<Rc<str>>> = QuickMap::default();
    let mut aliases: QuickMap<Option<&str>, Option<Rc<str>>> = QuickMap::default();
    let mut all = Vec::with_capacity(receipts.len());
    pace.each(receipts, |item| {
        let by_account = accounts.entry(account_text(item));
        let by_alias = aliases.entry(item.name.as_deref());
        all.push(Teller {
            account: by_account.or_insert_with(|| account(item).map(Rc::from)).clone(),
            alias: by_alias.or_insert_with(|| alias(item).map(Rc::from)).clone(),
        });
    })
    .await;
    all
}

/// How often the references of receipts with a key name each customer.
type Seen<'k> = QuickMap<&'k str, BTreeMap<u32, u32>>;

fn saw<'k>(seen: &mut Seen<'k>, key: Option<&'k Rc<str>>, named: Option<u32>) {
    if let (Some(key), Some(customer)) = (key, named) {
        *seen.entry(key).or_default().entry(customer).or_default() += 1;
    }
}

/// By what a payer is remembered: the name, else the account.
pub fn payer_text(item: &Item) -> Option<String> {
    alias(item).or_else(|| account(item))
}

fn account(item: &Item) -> Option<String> {
    account_text(item).map(fold_id).filter(|account| account.len() >= 5)
}

fn account_text(item: &Item) -> Option<&str> {
    item.account.as_deref().or(item.customer_no.as_deref())
}

fn alias(item: &Item) -> Option<String> {
    item.name.as_deref().map(names::key).filter(|key| !key.is_empty())
}

/// The customer that nearly all receipts of a key name. One receipt in twenty may be a slip.
fn known(seen: &Seen, key: &str, how: fn(u32) -> How) -> Option<Payer> {
    let votes = seen.get(key)?;
    let total: u32 = votes.values().sum();
    let (&customer, &most) =
        votes.iter().max_by_key(|&(customer, n)| (*n, std::cmp::Reverse(*customer)))?;
    let clear = most * 20 >= total * 19;
    clear.then_some(Payer { customer, certain: most >= SEEN_MIN, how: how(most) })
}
