//! R10: a remittance advice says what a receipt is for, line by line. Applied by machine when every
//! line names one item, the lines add up to the receipt, and each line pays its item in full.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::Pass;
use crate::base::{Currency, Decimal, Money, fold_id};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::deduction::{Deduction, Deductions};
use crate::matching::evidence::Fact;
use crate::matching::item::AdviceLine;
use crate::matching::near::alike;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::reference::keys;
use crate::matching::tolerance::Difference;
use crate::words::{Arg, Args};

pub static PASS: Pass =
    Pass { code: "R10", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

/// More than this many times what is open is meant for something else.
const OVER_MAX: i64 = 2;

/// What a line comes to.
struct Line {
    item: u32,
    stated: i64,
    /// The reference is the item's own, and the amount what is open, or less for a reason that is proved.
    plain: bool,
    deduction: Option<Deduction>,
}

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut by_payment: BTreeMap<String, Vec<&AdviceLine>> = BTreeMap::new();
    for line in &case.sides.advices {
        pool.look().await;
        by_payment.entry(fold_id(&line.payment)).or_default().push(line);
    }
    if by_payment.is_empty() {
        return Vec::new();
    }
    let mut holders: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for right in pool.rights() {
        pool.look().await;
        for (key, _) in keys(&case.sides.right[right as usize]) {
            holders.entry(key).or_default().push(right);
        }
    }
    let mut proposals = Vec::new();
    for left in pool.lefts() {
        pool.look().await;
        let number = case.sides.left[left as usize].number.as_deref().map(fold_id);
        let lines = number.and_then(|number| by_payment.get(&number));
        let found = lines.and_then(|lines| propose_one(case, pool, left, lines, &holders));
        proposals.extend(found);
    }
    proposals
}

fn propose_one(
    case: &Case,
    pool: &Pool,
    left: u32,
    lines: &[&AdviceLine],
    holders: &BTreeMap<String, Vec<u32>>,
) -> Option<Proposal> {
    let received = pool.left(left);
    let mut found: Vec<Line> = Vec::new();
    for line in lines {
        let stated = line.amount.or((lines.len() == 1).then_some(received))?;
        let resolved = resolve(case, pool, left, line, stated, holders)?;
        if found.iter().any(|other| other.item == resolved.item) {
            return None;
        }
        found.push(resolved);
    }
    let sum: i64 = found.iter().map(|line| line.stated).sum();
    if sum != received {
        return None;
    }
    found.sort_by_key(|line| line.item);
    let right: Vec<u32> = found.iter().map(|line| line.item).collect();
    let vetoed = right.iter().find_map(|&r| case.vetoed(left as usize, r as usize));
    let plain = found.iter().all(|line| line.plain) && vetoed.is_none();
    let mut facts = Vec::new();
    let args = Args::new().with("count", Arg::Count(found.len() as i64));
    facts.push(Fact::pro("evidence-advice", args));
    facts.extend(vetoed.map(|veto| Fact::contra(veto, Args::new())));
    let short = found.iter().any(|line| line.stated < pool.right(line.item));
    let deduction = one_deduction(pool, &found);
    facts.extend(deduction.map(|deduction| deduction.fact.clone()));
    let over = found.iter().any(|line| line.stated > pool.right(line.item));
    let code = match (short, over) {
        (true, _) => Some(deduction.map_or(Difference::ShortPaid, |deduction| deduction.code)),
        (false, true) => Some(Difference::OverPaid),
        (false, false) => None,
    };
    Some(Proposal {
        decision: if plain && code != Some(Difference::ShortPaid) {
            Decision::Auto
        } else {
            Decision::Suggested
        },
        left: vec![left],
        right,
        code,
        facts,
        other: None,
        stated: Some(found.iter().map(|line| line.stated).collect()),
    })
}

/// What explains every line that is short, where one reason does.
fn one_deduction<'l>(pool: &Pool, lines: &'l [Line]) -> Option<&'l Deduction> {
    let short = lines.iter().filter(|line| line.stated < pool.right(line.item));
    let all: Option<Vec<&Deduction>> = short.map(|line| line.deduction.as_ref()).collect();
    let all = all?;
    let first = *all.first()?;
    all.iter().all(|other| other.code == first.code).then_some(first)
}

/// The item that a line is for: its own key first, where the payer does not speak against it;
/// else, of the payer's items, what number, amount, deduction or share leaves only one of.
fn resolve(
    case: &Case,
    pool: &Pool,
    left: u32,
    line: &AdviceLine,
    stated: i64,
    holders: &BTreeMap<String, Vec<u32>>,
) -> Option<Line> {
    let key = fold_id(&line.reference);
    let less = |item: u32| {
        let deductions = Deductions { case, pool, left: &[left], right: &[item] };
        deductions.of(stated, pool.right(item)).filter(Deduction::tells_item)
    };
    let payer_known = case.payers[left as usize].is_some();
    if let Some([item]) = holders.get(&key).map(Vec::as_slice)
        && case.compatible(left as usize, *item as usize)
        && pool.right(*item).signum() == stated.signum()
        && (!payer_known || case.agrees(left as usize, *item as usize))
        && stated.abs() <= pool.right(*item).abs().saturating_mul(OVER_MAX)
    {
        let open = pool.right(*item);
        let deduction = less(*item);
        let plain = open == stated || deduction.as_ref().is_some_and(|d| d.proved);
        return Some(Line { item: *item, stated, plain, deduction });
    }
    let own = super::items_of_payer(case, pool, left);
    let open = |item: u32| pool.right(item);
    let like =
        |item: u32| keys(&case.sides.right[item as usize]).iter().any(|(k, _)| alike(&key, k));
    let same_tail = |item: u32| tail(case, item) == digits(&line.reference);
    let deducted = amounts(&line.text, case.sides.left[left as usize].currency);
    let tests: [&dyn Fn(u32) -> bool; 7] = [
        &|item| open(item) == stated && (like(item) || same_tail(item)),
        &|item| open(item) == stated,
        &|item| deducted.iter().any(|part| open(item) == stated + part),
        &|item| same_tail(item) && less(item).is_some(),
        &|item| less(item).is_some(),
        &|item| same_tail(item) && open(item) > stated,
        &|item| like(item) && open(item) > stated,
    ];
    let item = tests.iter().find_map(|test| {
        let mut fitting = own.iter().copied().filter(|&item| test(item));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    })?;
    let deduction = less(item);
    Some(Line { item, stated, plain: false, deduction })
}

/// Digits of a reference without leading zeros; of an item, those of its own number.
fn digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    Some(digits.trim_start_matches('0').to_owned()).filter(|digits| !digits.is_empty())
}

fn tail(case: &Case, item: u32) -> Option<String> {
    case.sides.right[item as usize].number.as_deref().and_then(digits)
}

/// Amounts that a text states, without their signs.
fn amounts(text: &str, currency: Currency) -> Vec<i64> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    text.split(|c| !number(c))
        .filter_map(|part| {
            let plain = part.trim_matches(['.', ',']).replace(',', "");
            Money::round(Decimal::from_str(&plain).ok()?, currency)
        })
        .map(|money| money.minor)
        .collect()
}
