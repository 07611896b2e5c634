//! Why one receipt and one item were not matched: the facts for and against, and the passes that
//! could have done it with what stopped them. Asked for any two rows, never part of a run.

use super::case::Case;
use super::decided::{Decision, Match};
use super::evidence::{Fact, days_between};
use super::passes::r60_exchange;
use super::payer::Payer;
use super::rulings::{Pairing, Rulings, Side};
use super::run::Outcome;
use super::solve::facts;
use crate::base::{Money, fold_id};
use crate::words::{Arg, Args};

/// What stands between two rows.
#[derive(Clone, PartialEq, Debug)]
pub struct WhyNot {
    pub facts: Vec<Fact>,
    /// Code of a pass, and why it did not take the two.
    pub passes: Vec<(&'static str, Fact)>,
}

pub fn why_not(outcome: &Outcome, rulings: &Rulings, left: u32, right: u32) -> Option<WhyNot> {
    // Of passes that did not run there is nothing to say.
    let case = outcome.case.as_deref().filter(|_| !outcome.left_off)?;
    let mut all = facts(case, &[left], &[right]);
    all.extend(against(outcome, case, rulings, left, right));
    Some(WhyNot { facts: all, passes: passes(outcome, case, left, right) })
}

fn against(outcome: &Outcome, case: &Case, rulings: &Rulings, left: u32, right: u32) -> Vec<Fact> {
    let (l, r) = (&case.sides.left[left as usize], &case.sides.right[right as usize]);
    let none = Args::new;
    let mut all = Vec::new();
    let (received, owed) = (open(outcome, Side::Receipt, left), open(outcome, Side::Item, right));
    if l.currency != r.currency {
        all.push(Fact::contra("why-other-currency", none()));
        all.extend(r60_exchange::rate_facts(case, left, right));
    } else if !case.compatible(left as usize, right as usize) {
        all.push(Fact::contra("why-other-company", none()));
    } else if received == owed {
        all.push(Fact::pro("evidence-amount-exact", none()));
    } else {
        let by = Arg::Money(Money::new(received - owed, l.currency));
        all.push(Fact::contra("evidence-amount-differs", none().with("by", by)));
    }
    if let Some((paid, billed)) = l.date.zip(r.date) {
        let args = none().with("days", days_between(billed, paid));
        let fits = case.in_window(left as usize, right as usize);
        let key = "evidence-days";
        all.push(if fits { Fact::pro(key, args) } else { Fact::contra("veto-window", none()) });
    }
    if r.held {
        all.push(Fact::contra("veto-held", none()));
    }
    if case.mention(left as usize, right as usize).is_none() {
        all.push(Fact::contra("why-not-named", none()));
    }
    all.extend(payer(case, left, right));
    let (receipt, item) =
        (super::Keys(&case.sides.left).of(left), super::Keys(&case.sides.right).of(right));
    if rulings.refused.contains(&Pairing::one(&receipt, &item)) {
        all.push(Fact::contra("why-refused", none()));
    }
    all.extend(taken(outcome, left, right));
    all
}

/// What matches that stand leave of a row. Where they left nothing it is the whole again: that it is
/// taken is told apart.
fn open(outcome: &Outcome, side: Side, at: u32) -> i64 {
    let rows = if side == Side::Receipt { &outcome.sides.left } else { &outcome.sides.right };
    let whole = rows[at as usize].amount;
    let mut open = whole;
    for found in stands(outcome) {
        let mine = found.allocations.iter().filter(|a| match side {
            Side::Receipt => a.left == at,
            Side::Item => a.right == at,
        });
        open -= mine.map(|a| a.amount).sum::<i64>() * whole.signum();
        if side == Side::Item {
            let set_off = found.offsets.iter().filter(|o| o.credit == at || o.invoice == at);
            open -= set_off.map(|o| o.amount).sum::<i64>() * whole.signum();
        }
    }
    if open == 0 { whole } else { open }
}

fn stands(outcome: &Outcome) -> impl Iterator<Item = &Match> {
    let matches = outcome.matches.iter();
    matches.filter(|found| matches!(found.decision, Decision::Auto | Decision::Confirmed))
}

fn payer(case: &Case, left: u32, right: u32) -> Option<Fact> {
    let label = |payer: Payer| {
        let customer = &case.customers.all[payer.customer as usize];
        Args::new().with("customer", Arg::Text(customer.label.clone()))
    };
    match case.payers[left as usize] {
        None => Some(Fact::contra("why-payer-unknown", Args::new())),
        Some(payer) if !case.agrees(left as usize, right as usize) => {
            Some(Fact::contra("why-other-payer", label(payer)))
        }
        Some(_) => None,
    }
}

/// The rows are used elsewhere already.
fn taken(outcome: &Outcome, left: u32, right: u32) -> Vec<Fact> {
    let number = |at: u32, items: &[super::Item]| {
        let item = &items[at as usize];
        Arg::Text(item.number.clone().unwrap_or_else(|| item.money().decimal().to_string()))
    };
    let sides = &outcome.sides;
    let mut all = Vec::new();
    for allocation in stands(outcome).flat_map(|found| &found.allocations) {
        match (allocation.left == left, allocation.right == right) {
            (true, false) => {
                let args = Args::new().with("by", number(allocation.right, &sides.right));
                all.push(Fact::contra("why-receipt-taken", args));
            }
            (false, true) => {
                let args = Args::new().with("by", number(allocation.left, &sides.left));
                all.push(Fact::contra("why-item-taken", args));
            }
            _ => {}
        }
    }
    all.truncate(3);
    all
}

/// The passes that look at one receipt and one item, and what stopped each.
fn passes(outcome: &Outcome, case: &Case, left: u32, right: u32) -> Vec<(&'static str, Fact)> {
    let (l, r) = (&case.sides.left[left as usize], &case.sides.right[right as usize]);
    if l.currency != r.currency || !case.compatible(left as usize, right as usize) {
        return Vec::new();
    }
    let off = open(outcome, Side::Receipt, left) - open(outcome, Side::Item, right);
    let by = || Args::new().with("by", Arg::Money(Money::new(off, l.currency)));
    let strong = case.mention(left as usize, right as usize).is_some_and(|m| m.strong);
    let mut all = Vec::new();
    let reference = match (strong, off) {
        (false, _) => Some(Fact::contra("why-no-strong-reference", Args::new())),
        (true, 0) => None,
        (true, _) => Some(Fact::contra("evidence-amount-differs", by())),
    };
    all.extend(reference.map(|fact| ("R11", fact)));
    let (short, over) = case.tolerance_of_item(right).band(r.amount);
    if strong && off != 0 && !(short..=over).contains(&off) {
        let money = |minor| Arg::Money(Money::new(minor, l.currency));
        let args = Args::new().with("low", money(short)).with("high", money(over));
        all.push(("R21", Fact::contra("why-outside-band", args)));
    }
    let own = case.items_of.get(&case.customers.of_item[right as usize].unwrap_or(u32::MAX));
    let same = own.into_iter().flatten().filter(|&&at| {
        let other = &case.sides.right[at as usize];
        let rival = other.amount == r.amount && !other.held && fold_id_differs(case, at, right);
        rival && case.reaches(left as usize, at)
    });
    let same = same.count();
    let amount = if !case.agrees(left as usize, right as usize) {
        Some(Fact::contra("why-payer-not-agreed", Args::new()))
    } else if off != 0 {
        Some(Fact::contra("evidence-amount-differs", by()))
    } else if r.held || !case.in_window(left as usize, right as usize) {
        let key = if r.held { "veto-held" } else { "veto-window" };
        Some(Fact::contra(key, Args::new()))
    } else if same > 0 {
        let args = Args::new().with("count", same as i64 + 1);
        Some(Fact::contra("why-same-amounts", args))
    } else if case.names_another(left, &[right]) {
        Some(Fact::contra("why-names-another", Args::new()))
    } else {
        None
    };
    all.extend(amount.map(|fact| ("R40", fact)));
    all
}

fn fold_id_differs(case: &Case, a: u32, b: u32) -> bool {
    let number = |at: u32| case.sides.right[at as usize].number.as_deref().map(fold_id);
    a != b && number(a) != number(b)
}
