//! A case in the making: the sides put in order, keys collected, receipts read for what they name, and
//! payers told, in turns, so that whoever drives it hears how far it is, and can leave off.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::case::{Case, Mention, Options, compatible, one_customer, whole};
use super::disturbed;
use super::item::Sides;
use super::payer::{Customers, Payer};
use super::reference::KeyIndex;
use super::rulings::Rulings;
use super::run::Part;
use super::text::Counted;
use crate::base::turns::Pace;

/// Work of reading the texts of a receipt, and of the keys of an item, beyond that of a row.
const TEXTS: u64 = 112;
const KEYS: u64 = 48;

type Told = (Vec<Vec<Mention>>, Vec<Option<Counted>>);

impl Case {
    /// All that is known before any pass runs.
    pub async fn gather(sides: Sides, options: Options, rulings: &Rulings, pace: &Pace) -> Case {
        let (sides, customers) = ordered(sides, pace).await;
        let index = indexed(&sides, pace).await;
        let (mentions, counts) = told(&sides, &index, pace).await;
        let (left, right) = (sides.left.len(), sides.right.len());
        pace.begin(Part::Comparing as usize, 3 * left + 2 * right);
        let mut case = Case { mentions, counts, ..Case::unread(sides, options, customers) };
        let strong = |all: &Vec<Mention>| all.iter().filter(|m| m.strong).map(|m| m.item).collect();
        let mut named = Vec::with_capacity(left);
        pace.each(&case.mentions, |all| named.push(strong(all))).await;
        case.named = named;
        case.payers = payers(&mut case, rulings, pace).await;
        hold_together(&mut case, pace).await;
        for (left, found) in disturbed::mentions(&case, &index, pace).await {
            case.mentions[left].extend(found);
        }
        let mut mentioned_by = vec![Vec::new(); right];
        let all = case.mentions.iter().enumerate();
        pace.each(all, |(left, found)| {
            for mention in found {
                mentioned_by[mention.item as usize].push(left as u32);
            }
        })
        .await;
        case.mentioned_by = mentioned_by;
        case
    }

    /// What is there before anything was looked at: the rows and their customers, for what people
    /// confirmed.
    pub async fn bare(sides: Sides, options: Options, pace: &Pace) -> Case {
        let (sides, customers) = ordered(sides, pace).await;
        let mut case = Case::unread(sides, options, customers);
        let (left, right) = (case.sides.left.len(), case.sides.right.len());
        case.counts.resize(left, None);
        case.payers.resize(left, None);
        case.named.resize(left, Vec::new());
        case.mentions.resize(left, Vec::new());
        case.mentioned_by.resize(right, Vec::new());
        case
    }

    fn unread(sides: Arc<Sides>, options: Options, customers: Customers) -> Case {
        Case {
            sides,
            options,
            customers,
            payers: Vec::new(),
            counts: Vec::new(),
            mentions: Vec::new(),
            named: Vec::new(),
            mentioned_by: Vec::new(),
            items_of: BTreeMap::new(),
            receipts_of: BTreeMap::new(),
        }
    }
}

async fn ordered(sides: Sides, pace: &Pace) -> (Arc<Sides>, Customers) {
    let (left, right) = (sides.left.len(), sides.right.len());
    // Each row is sorted and moved, and each item gets its customer.
    pace.begin(Part::Ordering as usize, 2 * left + 3 * right);
    let sides = Arc::new(sides.ordered(pace).await);
    let customers = Customers::build(&sides, pace).await;
    (sides, customers)
}

async fn indexed(sides: &Sides, pace: &Pace) -> KeyIndex {
    pace.begin(Part::Gathering as usize, sides.left.len() + sides.right.len());
    let mut index = KeyIndex::default();
    index.reserve(&sides.right);
    pace.each(&sides.right, |item| {
        pace.spend(KEYS);
        index.add(item);
    })
    .await;
    index.close();
    index
}

/// What each receipt names. What else the texts hold is read again for the few that need it: kept for all
/// it would be as large as the file.
async fn told(sides: &Sides, index: &KeyIndex, pace: &Pace) -> Told {
    let mut mentions = Vec::with_capacity(sides.left.len());
    let mut counts = Vec::with_capacity(sides.left.len());
    pace.each(&sides.left, |item| {
        pace.spend(TEXTS);
        let (named, count) = whole(item, index);
        mentions.push(named);
        counts.push(count);
    })
    .await;
    (mentions, counts)
}

async fn payers(case: &mut Case, rulings: &Rulings, pace: &Pace) -> Vec<Option<Payer>> {
    let sides = case.sides.clone();
    let mut named: Vec<Option<u32>> = Vec::with_capacity(sides.left.len());
    pace.each(case.mentions.iter_mut().enumerate(), |(left, found)| {
        found.retain(|m| compatible(&sides, left, m.item as usize));
        named.push(one_customer(found, &case.customers));
    })
    .await;
    case.customers.payers(&sides, &named, rulings, pace).await
}

/// Items and receipts of each customer.
async fn hold_together(case: &mut Case, pace: &Pace) {
    let (customers, items_of) = (&case.customers, &mut case.items_of);
    pace.each(customers.of_item.iter().enumerate(), |(at, customer)| {
        let Some(customer) = *customer else { return };
        items_of.entry(customer).or_default().push(at as u32);
        for house in customers.houses_of(customer) {
            items_of.entry(*house).or_default().push(at as u32);
        }
    })
    .await;
    let receipts_of = &mut case.receipts_of;
    pace.each(case.payers.iter().enumerate(), |(at, payer)| {
        if let Some(payer) = payer {
            receipts_of.entry(payer.customer).or_default().push(at as u32);
        }
    })
    .await;
}
