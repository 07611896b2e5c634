//! One receipt and the items that may be its set, or one item and its receipts: the search, the
//! proof and the facts that come of it. Shared by all passes that add up.

use super::case::Case;
use super::decided::Decision;
use super::evidence::Fact;
use super::pool::{Pool, Proposal};
use super::subset::{self, Problem, Proof};
use super::tolerance::Difference;
use crate::base::Money;
use crate::words::{Arg, Args};

/// What stands alone on its side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Centre {
    Receipt(u32),
    Item(u32),
}

/// How far the sum may be off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Band {
    Exact,
    Tolerant,
}

/// A set that was found, with its proof.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Solution {
    pub members: Vec<u32>,
    /// Which of several items of equal amount is meant is open.
    pub free: bool,
    pub other: Option<Vec<u32>>,
    pub finished: bool,
    /// Received less open.
    pub difference: i64,
    pub chance: u64,
    pub pool: usize,
}

/// Largest set: beyond it a person would not check it either.
pub const SIZE_MAX: usize = 60;
/// Steps within which a search among one is done; most sets are of one, and need none.
const STEPS_OF_ONE: u64 = 4;

/// What is searched for: a set that adds up to the centre.
#[derive(Clone, Copy, Debug)]
pub struct Search<'s> {
    pub centre: Centre,
    pub members: &'s [u32],
    /// Of the members, those that belong to the set in any case.
    pub given: &'s [u32],
    pub band: Band,
    /// At most so many beside the given.
    pub few: usize,
}

impl<'s> Search<'s> {
    pub fn new(centre: Centre, members: &'s [u32], band: Band) -> Search<'s> {
        Search { centre, members, given: &[], band, few: SIZE_MAX }
    }
}

pub fn solve(case: &Case, pool: &mut Pool, search: Search) -> Option<Solution> {
    let Search { centre, members, given, band, few } = search;
    let open = |at: &u32| match centre {
        Centre::Receipt(_) => pool.right(*at),
        Centre::Item(_) => pool.left(*at),
    };
    let target = match centre {
        Centre::Receipt(at) => pool.left(at),
        Centre::Item(at) => pool.right(at),
    };
    let left_over = case.options.all_steps_max.saturating_sub(pool.steps);
    let steps_max = case.options.search_steps_max.min(left_over);
    if let (&[one], true) = (members, given.is_empty() && steps_max >= STEPS_OF_ONE) {
        return only(case, pool, centre, one, band);
    }
    let fixed: i64 = given.iter().map(open).sum();
    let free: Vec<u32> = members.iter().copied().filter(|at| !given.contains(at)).collect();
    let slack = slack(case, centre, members);
    let (low, high) = limits(case, centre, target, band, slack);
    let size_max = free.len().min(few);
    let amounts: Vec<i64> = free.iter().map(open).collect();
    let problem = Problem { amounts, low: low - fixed, high: high - fixed, size_max, steps_max };
    let alone = !given.is_empty() && (low..=high).contains(&fixed);
    if alone {
        return Some(Solution {
            members: given.to_vec(),
            free: false,
            other: None,
            finished: true,
            difference: difference(centre, target, fixed),
            chance: 0,
            pool: members.len(),
        });
    }
    let proof = subset::search(&problem);
    pool.steps += 1 << free.len().min(12);
    pool.pace.spend(match proof {
        Proof::Unfinished(_) => steps_max,
        _ => 1 << free.len().min(12),
    });
    let chance = subset::expected_per_million(&problem);
    let (set, is_free, other, finished) = match proof {
        Proof::None => return None,
        Proof::Unfinished(None) => {
            pool.note_unfinished(centre);
            return None;
        }
        Proof::Unique { members, free } => (members, free, None, true),
        Proof::Ambiguous(first, second) => (first, false, Some(second), true),
        Proof::Unfinished(Some(best)) => (best, false, None, false),
    };
    // Where all of the pool is taken nothing was chosen.
    let chance = if set.len() == free.len() { 0 } else { chance };
    let sum: i64 = fixed + set.iter().map(|&at| problem.amounts[at]).sum::<i64>();
    let whole = |set: &[usize]| {
        given.iter().copied().chain(set.iter().map(|&at| free[at])).collect::<Vec<u32>>()
    };
    Some(Solution {
        members: whole(&set),
        free: is_free,
        other: other.map(|other| whole(&other)),
        finished,
        difference: difference(centre, target, sum),
        chance,
        pool: members.len(),
    })
}

/// A single member adds up or does not.
fn only(case: &Case, pool: &mut Pool, centre: Centre, one: u32, band: Band) -> Option<Solution> {
    let (target, sum) = match centre {
        Centre::Receipt(at) => (pool.left(at), pool.right(one)),
        Centre::Item(at) => (pool.right(at), pool.left(one)),
    };
    pool.steps += 2;
    let (low, high) = limits(case, centre, target, band, slack(case, centre, &[one]));
    (low..=high).contains(&sum).then(|| Solution {
        members: vec![one],
        free: false,
        other: None,
        finished: true,
        difference: difference(centre, target, sum),
        chance: 0,
        pool: 1,
    })
}

impl Pool {
    /// Not every set of a receipt was tried.
    pub fn note_unfinished(&mut self, centre: Centre) {
        if let Centre::Receipt(left) = centre {
            self.unfinished.insert(left);
        }
    }
}

/// Half a minor unit for each amount that the file holds finer than the currency.
fn slack(case: &Case, centre: Centre, members: &[u32]) -> i64 {
    let (own, others) = match centre {
        Centre::Receipt(at) => (case.sides.left[at as usize].rounded, &case.sides.right),
        Centre::Item(at) => (case.sides.right[at as usize].rounded, &case.sides.left),
    };
    let rounded = members.iter().filter(|&&at| others[at as usize].rounded).take(9).count();
    (rounded as i64 + i64::from(own) + 1) / 2
}

fn limits(case: &Case, centre: Centre, target: i64, band: Band, slack: i64) -> (i64, i64) {
    let (short, over) = match band {
        Band::Exact => (0, 0),
        Band::Tolerant => match centre {
            Centre::Receipt(at) => case.tolerance_of_receipt(at).band(target),
            Centre::Item(at) => case.tolerance_of_item(at).band(target),
        },
    };
    // `received − open` lies between short and over: of the sum that is searched, as it stands.
    match centre {
        Centre::Receipt(_) => (target - over - slack, target - short + slack),
        Centre::Item(_) => (target + short - slack, target + over + slack),
    }
}

fn difference(centre: Centre, target: i64, sum: i64) -> i64 {
    match centre {
        Centre::Receipt(_) => target - sum,
        Centre::Item(_) => sum - target,
    }
}

impl Solution {
    pub fn is_proved(&self) -> bool {
        self.finished && self.other.is_none() && !self.free
    }

    pub fn sides(&self, centre: Centre) -> (Vec<u32>, Vec<u32>) {
        match centre {
            Centre::Receipt(at) => (vec![at], self.members.clone()),
            Centre::Item(at) => (self.members.clone(), vec![at]),
        }
    }

    /// The proposal of this set, as far as it may go.
    pub fn proposal(self, case: &Case, centre: Centre, most: Decision) -> Proposal {
        let (left, right) = self.sides(centre);
        let mut facts = Vec::new();
        facts.push(self.amount_fact(case, &left));
        facts.extend(self.proof_facts(centre));
        let vetoes: Vec<&'static str> =
            pairs(&left, &right).filter_map(|(l, r)| case.vetoed(l as usize, r as usize)).collect();
        facts.extend(vetoes.first().map(|veto| Fact::contra(veto, Args::new())));
        let mut decision = most;
        if !vetoes.is_empty() || !self.is_proved() {
            decision = decision.max(Decision::Suggested);
        }
        if self.other.is_some() {
            decision = Decision::Ambiguous;
        }
        let other = self.other.as_ref().map(|other| match centre {
            Centre::Receipt(at) => (vec![at], other.clone()),
            Centre::Item(at) => (other.clone(), vec![at]),
        });
        let code = self.code(case, &left, &right);
        Proposal { decision, left, right, code, facts, other, stated: None }
    }

    fn code(&self, case: &Case, left: &[u32], right: &[u32]) -> Option<Difference> {
        let rounded = left.iter().any(|&at| case.sides.left[at as usize].rounded)
            || right.iter().any(|&at| case.sides.right[at as usize].rounded);
        let items = (left.len() + right.len()) as i64;
        match self.difference.abs() {
            0 => None,
            off if rounded && off <= (items + 1) / 2 => Some(Difference::Rounding),
            _ => Some(Difference::BankFee),
        }
    }

    fn amount_fact(&self, case: &Case, left: &[u32]) -> Fact {
        let currency = case.sides.left[left[0] as usize].currency;
        let by = Arg::Money(Money::new(self.difference, currency));
        match self.difference {
            0 => Fact::pro("evidence-amount-exact", Args::new()),
            _ => Fact::contra("evidence-amount-differs", Args::new().with("by", by)),
        }
    }

    fn proof_facts(&self, centre: Centre) -> Vec<Fact> {
        let mut facts = Vec::new();
        let args = Args::new()
            .with("count", Arg::Count(self.members.len() as i64))
            .with("pool", Arg::Count(self.pool as i64));
        if self.pool > 1 && self.is_proved() {
            facts.push(Fact::pro("evidence-only-set", args.clone()));
        }
        if self.free {
            let key = match centre {
                Centre::Receipt(_) => "evidence-equal-items",
                Centre::Item(_) => "evidence-equal-receipts",
            };
            facts.push(Fact::contra(key, Args::new()));
        }
        if self.other.is_some() {
            facts.push(Fact::contra("evidence-other-set", args.clone()));
        }
        if !self.finished {
            facts.push(Fact::contra("evidence-unfinished", args));
        }
        facts
    }
}

/// What speaks for each pair, apart from amounts: told by what the case knows, and so kept nowhere.
pub fn facts(case: &Case, left: &[u32], right: &[u32]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (l, r) in pairs(left, right) {
        let Some(mention) = case.mention(l as usize, r as usize) else { continue };
        let args = Args::new().with("token", Arg::Text(mention.token.clone()));
        facts.push(match &mention.like {
            Some(key) => {
                Fact::pro("evidence-reference-disturbed", args.with("key", Arg::Text(key.clone())))
            }
            None if mention.strong => Fact::pro("evidence-reference-whole", args),
            None => Fact::pro("evidence-reference-weak", args),
        });
    }
    if let (Some(&l), Some(&r)) = (left.first(), right.first())
        && let Some(payer) = case.payers[l as usize]
        && case.agrees(l as usize, r as usize)
    {
        let name = case.customers.all[payer.customer as usize].label.clone();
        let args = Args::new().with("customer", Arg::Text(name));
        let args = match payer.how {
            super::payer::How::Account(seen)
            | super::payer::How::Alias(seen)
            | super::payer::How::Learned(seen) => args.with("count", Arg::Count(seen.into())),
            _ => args,
        };
        facts.push(Fact::pro(payer.how.key(), args));
        facts.extend(declared(case, payer.customer, r));
    }
    facts
}

/// That the payer pays for the item's customer, where it is another.
fn declared(case: &Case, house: u32, right: u32) -> Option<Fact> {
    let customer = case.customers.of_item[right as usize].filter(|of| *of != house)?;
    let label = |of: u32| Arg::Text(case.customers.all[of as usize].label.clone());
    let args = Args::new().with("parent", label(house)).with("customer", label(customer));
    Some(Fact::pro("evidence-parent", args))
}

pub fn pairs<'a>(left: &'a [u32], right: &'a [u32]) -> impl Iterator<Item = (u32, u32)> + 'a {
    left.iter().flat_map(move |&l| right.iter().map(move |&r| (l, r)))
}
