//! The inspector: one entry with its sources, the candidates and what speaks for and against each,
//! what was applied to what, and for a receipt that nobody knows the packet for asking.

use serde::{Deserialize, Serialize};

use super::line::{Chip, Paper, Shown};
use super::order::Entry;
use super::{Amount, Application, Refusal, SourceTag, amounts};
use crate::analysis::cash::{self, Answer, Together};
use crate::base::Money;
use crate::matching::{Fact, Item, Match, Side, WhyNot, decoys, payer_text, why_not, word};
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Inspector {
    pub at: u32,
    /// `16,395.50 from Hanbit Bio`
    pub head: String,
    pub receipts: Vec<Paper>,
    pub items: Vec<Paper>,
    pub candidates_text: String,
    pub candidates: Vec<Candidate>,
    /// Of a match that stands: each can be taken back alone.
    pub allocated: Vec<Allocated>,
    pub application: Option<Application>,
    pub refusal: Option<Refusal>,
    /// By what the payer of an unidentified receipt would be remembered.
    pub payer: String,
    /// The payer's customer, where its receipts may be set to pay the oldest items first.
    pub oldest_first: Option<(String, String)>,
    /// Of a receipt that is not applied in full: what was tested before it is given back.
    pub refund: Option<RefundTests>,
    /// Of a payment that came back: the invoice that is open again.
    pub reopens: Option<Answered>,
    /// What was read in the texts and led nowhere.
    pub searched: Vec<String>,
    /// Where nothing was read there: that it is so, or that the texts were not looked at.
    pub searched_none: String,
    pub ask: String,
    /// Ready to send to the payer, in the language of the screen.
    pub mail: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Candidate {
    pub items: Vec<String>,
    pub item_keys: Vec<String>,
    pub amount: Option<Amount>,
    pub chips: Vec<Chip>,
    /// The one that the line shows.
    pub current: bool,
    pub passes: Vec<PassLine>,
    pub application: Option<Application>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RefundTests {
    /// What is left of the receipt.
    pub rest: Option<Amount>,
    pub verdict: String,
    pub is_candidate: bool,
    pub tests: Vec<Answered>,
}

/// What was asked or looked for by its name, the answer, and the row that gives it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Answered {
    pub name: String,
    pub answer: String,
    pub source: Option<SourceTag>,
}

/// A pass, and why it did not take the two rows.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct PassLine {
    pub pass: String,
    pub why: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Allocated {
    pub receipt: String,
    pub item: String,
    pub amount: Option<Amount>,
    pub refusal: Option<Refusal>,
}

const NEAREST: usize = 4;

pub fn inspect(results: &Results, shown: &Shown, at: u32, entry: Entry, lang: Lang) -> Inspector {
    let mut inspector = match entry {
        Entry::Match(m) => matched(results, shown, m),
        Entry::Receipt(left) => unidentified(results, shown, left),
        Entry::Item(right) => Inspector { items: vec![shown.item(right)], ..Inspector::default() },
    };
    inspector.refund = refund(shown, entry);
    inspector.at = at;
    inspector.head = head(&inspector, lang);
    let count = inspector.candidates.len();
    if count > 0 {
        let args = Args::new().with("count", count);
        inspector.candidates_text = words::say(lang, "reconcile-candidates", &args);
    }
    inspector
}

/// Of the first receipt of the entry of which something is left.
fn refund(shown: &Shown, entry: Entry) -> Option<RefundTests> {
    let left: &[u32] = match &entry {
        Entry::Match(m) => &shown.outcome.matches[*m as usize].left,
        Entry::Receipt(left) => std::slice::from_ref(left),
        Entry::Item(_) => &[],
    };
    let mut all = left.iter();
    let one = all.find_map(|&left| shown.unapplied(left))?;
    let test = |name: &str, answer: &Answer| Answered {
        name: words::text(shown.lang, name),
        answer: match answer {
            Answer::No => words::text(shown.lang, "refund-no"),
            Answer::NotTested(why) => {
                let args = Args::new().with("why", words::text(shown.lang, why));
                words::say(shown.lang, "refund-not-tested", &args)
            }
            Answer::Yes(found) => said(found, shown.lang),
        },
        source: match answer {
            Answer::Yes(found) => Some(shown.sources.tag(found.source)),
            Answer::No | Answer::NotTested(_) => None,
        },
    };
    Some(RefundTests {
        rest: Some(Amount::of(one.rest)),
        verdict: words::text(shown.lang, one.verdict()),
        is_candidate: one.is_candidate(),
        tests: vec![
            test("refund-paid-before", &one.paid_before),
            test("refund-company", &one.other_company),
            test("refund-refunded", &one.refunded),
        ],
    })
}

fn reopens(shown: &Shown, one: &cash::Reopened) -> Answered {
    let how = if one.is_named { "return-named" } else { "return-by-amount" };
    Answered {
        name: said(&one.invoice, shown.lang),
        answer: words::text(shown.lang, how),
        source: Some(shown.sources.tag(one.invoice.source)),
    }
}

/// `P20991, 6 Nov 2026, USD 120.00`
fn said(found: &cash::Found, lang: Lang) -> String {
    let date = found.date.map(|date| format::date(lang, date)).unwrap_or_default();
    let parts = [found.number.clone(), date, format::money_with_code(found.amount)];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

pub fn reasons(why: &WhyNot, lang: Lang) -> Vec<PassLine> {
    let line = |(code, fact): &(&'static str, Fact)| PassLine {
        pass: words::text(lang, &word(code)),
        why: words::say(lang, fact.key, &fact.args),
    };
    why.passes.iter().map(line).collect()
}

fn head(inspector: &Inspector, lang: Lang) -> String {
    let paper = inspector.receipts.first().or(inspector.items.first());
    let Some(paper) = paper else { return String::new() };
    let amount = paper.amount.as_ref().map(Amount::with_code).unwrap_or_default();
    let name = if paper.name.is_empty() { &paper.number } else { &paper.name };
    if name.is_empty() {
        return amount;
    }
    words::say(lang, "reconcile-head", &Args::new().with("amount", amount).with("name", &**name))
}

fn matched(results: &Results, shown: &Shown, m: u32) -> Inspector {
    let outcome = shown.outcome;
    let found = &outcome.matches[m as usize];
    let facts: Vec<Fact> = outcome.facts(found).into_iter().chain(decoys(outcome, m)).collect();
    let mut candidates = vec![Candidate {
        current: true,
        chips: shown.chips(&facts),
        application: Some(cash::of_match(outcome, found)),
        amount: sum(found.right.iter().map(|&at| outcome.part(Side::Item, at, m))),
        ..candidate(shown, &found.right)
    }];
    if let Some((left, right)) = &found.other {
        candidates.push(Candidate { ..chosen(results, shown, left, right) });
    }
    if let [left] = found.left.as_slice() {
        candidates.extend(others(results, shown, *left, &found.right));
    }
    let one = |allocation: &crate::matching::Allocation| {
        let sides = &outcome.sides;
        let (l, r) =
            (&sides.left[allocation.left as usize], &sides.right[allocation.right as usize]);
        let back = cash::taken_back(outcome, found, allocation.left, allocation.right);
        Allocated {
            receipt: name(l),
            item: name(r),
            amount: Some(Amount::of(Money::new(allocation.amount, l.currency))),
            refusal: Some(back),
        }
    };
    Inspector {
        items: shown.items_of(m),
        receipts: shown.receipts_of(m),
        candidates,
        allocated: if stands(found) {
            found.allocations.iter().map(one).collect()
        } else {
            Vec::new()
        },
        application: Some(cash::of_match(outcome, found)),
        refusal: Some(cash::refusal(outcome, found)),
        ..Inspector::default()
    }
}

fn stands(found: &Match) -> bool {
    use crate::matching::Decision;
    matches!(found.decision, Decision::Auto | Decision::Confirmed)
}

fn unidentified(results: &Results, shown: &Shown, left: u32) -> Inspector {
    let outcome = shown.outcome;
    let at = outcome.research.binary_search_by_key(&left, |research| research.left);
    let research = at.ok().map(|at| &outcome.research[at]);
    let reopened = shown.reopened(left);
    let candidates = others(results, shown, left, &[]);
    let paper = shown.receipt(left);
    // Before anything has looked there is nothing to ask.
    let mail = match outcome.left_off {
        true => String::new(),
        false => mail(shown, &outcome.sides.left[left as usize], &paper, &candidates),
    };
    let searched = research.map(|research| research.searched.clone()).unwrap_or_default();
    let none = match outcome.left_off {
        true => "reconcile-searched-not",
        false => "reconcile-searched-none",
    };
    let searched_none = searched.is_empty().then(|| words::text(shown.lang, none));
    Inspector {
        searched,
        searched_none: searched_none.unwrap_or_default(),
        ask: words::text(shown.lang, shown.to_do(left)),
        oldest_first: oldest_first(results, left),
        reopens: reopened.map(|one| reopens(shown, &one)),
        receipts: vec![paper],
        payer: payer_text(&outcome.sides.left[left as usize]).unwrap_or_default(),
        mail,
        candidates,
        ..Inspector::default()
    }
}

/// Offered where the payer is certain and it is not chosen yet.
fn oldest_first(results: &Results, left: u32) -> Option<(String, String)> {
    let case = results.cash.outcome.case.as_deref()?;
    let payer = case.payers[left as usize].filter(|payer| payer.certain)?;
    let customer = &case.customers.all[payer.customer as usize];
    let chosen = results.cash.rulings.oldest_first.contains_key(&customer.key);
    (!chosen).then(|| (customer.key.clone(), customer.label.clone()))
}

/// Other items that the receipt names or that its payer has open, nearest in amount first.
fn others(results: &Results, shown: &Shown, left: u32, without: &[u32]) -> Vec<Candidate> {
    let outcome = shown.outcome;
    let Some(case) = outcome.case.as_deref() else { return Vec::new() };
    let amount = i128::from(outcome.sides.left[left as usize].amount);
    let named = case.mentions[left as usize].iter().map(|mention| mention.item);
    let payer = case.payers[left as usize].and_then(|payer| case.items_of.get(&payer.customer));
    let mut all: Vec<u32> = named.chain(payer.into_iter().flatten().copied()).collect();
    all.retain(|at| !without.contains(at) && case.compatible(left as usize, *at as usize));
    if all.is_empty() {
        all = same_amount(&outcome.sides.right, outcome.sides.left[left as usize].amount, without);
    }
    let off = |at: &u32| (i128::from(outcome.sides.right[*at as usize].amount) - amount).abs();
    all.sort_by_key(|at| (off(at), *at));
    all.dedup();
    all.truncate(NEAREST);
    all.into_iter().map(|right| chosen(results, shown, &[left], &[right])).collect()
}

/// Where nothing says who paid: whoever owes just this.
fn same_amount(items: &[Item], amount: i64, without: &[u32]) -> Vec<u32> {
    let fitting = items.iter().enumerate().filter(|(_, item)| item.amount == amount);
    let fitting = fitting.map(|(at, _)| at as u32).filter(|at| !without.contains(at));
    fitting.take(NEAREST).collect()
}

fn chosen(results: &Results, shown: &Shown, left: &[u32], right: &[u32]) -> Candidate {
    let together = Together {
        receipts: left.to_vec(),
        items: right.iter().map(|&at| (at, None)).collect(),
        ..Together::default()
    };
    let why = match (left, right) {
        (&[left], &[right]) => why_not(shown.outcome, &results.cash.rulings, left, right),
        _ => None,
    };
    let plan = cash::plan(shown.outcome, &together);
    let items = right.iter().map(|&at| &shown.outcome.sides.right[at as usize]);
    let open = items.zip(&plan.items_available);
    Candidate {
        chips: why.as_ref().map(|why| shown.chips(&why.facts)).unwrap_or_default(),
        passes: why.as_ref().map(|why| reasons(why, shown.lang)).unwrap_or_default(),
        amount: sum(open.map(|(item, minor)| Money::new(*minor, item.currency))),
        application: plan.application,
        ..candidate(shown, right)
    }
}

fn candidate(shown: &Shown, right: &[u32]) -> Candidate {
    let items = &shown.outcome.sides.right;
    Candidate {
        items: right.iter().map(|&at| name(&items[at as usize])).collect(),
        item_keys: right.iter().map(|&at| shown.item(at).key).collect(),
        amount: sum(right.iter().map(|&at| items[at as usize].money())),
        ..Candidate::default()
    }
}

fn sum(all: impl Iterator<Item = Money>) -> Option<Amount> {
    amounts(&all.collect()).into_iter().next()
}

fn name(item: &Item) -> String {
    item.number.clone().or_else(|| item.name.clone()).unwrap_or_else(|| format::money(item.money()))
}

/// To the payer: what came, what could not be found, what is asked for.
fn mail(shown: &Shown, item: &Item, paper: &Paper, candidates: &[Candidate]) -> String {
    let args = Args::new()
        .with("amount", item.money())
        .with("date", &*paper.date)
        .with("payer", &*paper.name)
        .with("text", &*paper.text);
    let mut text = words::say(shown.lang, "reconcile-mail", &args);
    let near = candidates.iter().filter(|c| c.chips.iter().any(|chip| chip.yes));
    let near: Vec<String> = near
        .map(|c| {
            let amount = c.amount.as_ref().map(|a| format!("{} {}", a.code, a.text));
            format!("- {}: {}", c.items.join(", "), amount.unwrap_or_default())
        })
        .collect();
    if !near.is_empty() {
        text.push_str("\n\n");
        text.push_str(&words::text(shown.lang, "reconcile-mail-open"));
        text.push('\n');
        text.push_str(&near.join("\n"));
    }
    text
}
