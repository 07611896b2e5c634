//! Specs of what people decide about receipts and open items: what stands afterwards, what is left
//! and offered, what is learned, and the posting file.

use std::sync::Arc;

use tieout::analysis::cash::{self, Answer, Cash, Together};
use tieout::base::turns::{self, Pace};
use tieout::base::{Date, Decimal, Money};
use tieout::matching::{self, Decision, Difference, Kept, Keys, Match, Outcome, Rulings, Side};
use tieout::model::{Book, Policy};
use tieout::report;
use tieout::rules::Results;
use tieout::session::{Command, Journal, SessionFile, State};
use tieout::table::Kind;
use tieout::words::Lang;

use super::format::{Block, Spec};
use super::tables::{SpecTable, read_tables, table};
use super::{Actual, matching as told};

/// The block `decide` has one decision a line, in order:
///
/// - `apply R`, `refuse R`, `take back R`: the match of the receipt in row `R`
/// - `take back R → I`: one allocation of it
/// - `put together R + R → I 90.00 + I; short_paid: two pallets`: amounts and reason where wanted
/// - `offer again R → I`
/// - `payer NAME is CUSTOMER`, `payer NAME is nobody`
/// - `forget PAYER bank_fee`: what the payer kept back for that reason
/// - `forget refusals PAYER R40`: what was refused of a rule for the payer
/// - `oldest first CUSTOMER`, `not oldest first CUSTOMER`
/// - `count again R`, `leave out R`, `as found R`: a bank line that stands in several files, or no longer in one
/// - `undo`, `redo`
///
/// A file that is called late… comes only after the decisions.
///
/// `expect` has what `matching` has; `expect refunds` unapplied receipts with the tests before a
/// refund, `expect returns` payments that came back, `expect given-up` coded differences by customer and month, `expect learned` the payers, `expect posting` and `expect sap`
/// the posting files. Always held: the same comes of the session file, saved and opened again, with
/// files and rows in another order; every document of the posting file comes to nil, and
/// what was given up is what the matches closed.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&[])?;
    let tables = read_tables(spec)?;
    let late = |table: &SpecTable| table.table.file_name.starts_with("late");
    let early = &tables[..tables.iter().position(late).unwrap_or(tables.len())];
    let mut journal = Journal::default();
    for (_, block) in spec.blocks_of("decide") {
        for line in block.text.lines().filter(|line| !line.trim().is_empty()) {
            let outcome = run(early, &rulings(&journal)).outcome;
            let command = command(line.trim(), early, &outcome, &journal);
            journal.push(command.map_err(|why| format!("{line}: {why}"))?);
        }
    }
    let rulings = rulings(&journal);
    let cash = run(&tables, &rulings);
    let now = told::lines(&tables, &cash.outcome);
    held_again(spec, &journal, &cash.outcome)?;
    balances(&cash.outcome)?;
    let blocks = spec.blocks_of("expect").map(|(at, block)| {
        let text = match block.info.get(1).map(String::as_str) {
            None => now.clone(),
            Some("learned") => learned(&rulings, cash.outcome.sides.day),
            Some("refunds") => refunds(&tables, &cash),
            Some("returns") => returns(&tables, &cash),
            Some("given-up") => given_up(&cash.outcome),
            Some("posting") => posting(&tables, &cash, "posting"),
            Some("sap") => posting(&tables, &cash, "posting-sap"),
            Some(other) => return Err(format!("expect {other} is unknown")),
        };
        Ok((at, text))
    });
    blocks.collect()
}

fn rulings(journal: &Journal) -> Rulings {
    State::fold(journal).rulings
}

fn run(tables: &[SpecTable], rulings: &Rulings) -> Cash {
    let all: Vec<_> = tables.iter().map(|t| t.table.clone()).collect();
    let pace = Pace::at_once();
    turns::at_once(async {
        let sides = cash::sides(&all, &all, None, &rulings.lines, &pace).await;
        let outcome = matching::run(sides, cash::options(&Policy::default()), rulings);
        Cash::of(outcome, rulings.clone(), &pace).await
    })
}

fn command(
    line: &str,
    tables: &[SpecTable],
    outcome: &Outcome,
    journal: &Journal,
) -> Result<Command, String> {
    if let Some(pair) = line.strip_prefix("put together ") {
        return put_together(pair, tables, outcome);
    }
    if let Some(row) = line.strip_prefix("apply ") {
        let found = of_receipt(row, tables, outcome)?;
        return Ok(Command::ApplyCash { applications: vec![cash::of_match(outcome, found)] });
    }
    let refused = line.strip_prefix("refuse ").or(line.strip_prefix("take back "));
    if let Some(what) = refused {
        let refusal = match what.split_once(" → ") {
            Some((row, item)) => {
                let found = of_receipt(row, tables, outcome)?;
                let left = told::position(tables, &outcome.sides.left, row)?;
                let right = told::position(tables, &outcome.sides.right, item)?;
                cash::taken_back(outcome, found, left, right)
            }
            None => cash::refusal(outcome, of_receipt(what, tables, outcome)?),
        };
        if refusal.reversed.is_some() != line.starts_with("take back") {
            return Err("only what stands is taken back, only what does not is refused".into());
        }
        return Ok(Command::RefuseCash { refusals: vec![refusal] });
    }
    if let Some((row, item)) = line.strip_prefix("offer again ").and_then(|l| l.split_once(" → "))
    {
        let left = told::position(tables, &outcome.sides.left, row)?;
        let right = told::position(tables, &outcome.sides.right, item)?;
        let pairing = cash::pairing(outcome, &[left], &[right]);
        return Ok(Command::OfferCashAgain { pairings: vec![pairing] });
    }
    if let Some((payer, customer)) = line.strip_prefix("payer ").and_then(|l| l.split_once(" is "))
    {
        return Ok(Command::SetPayer {
            payer: payer.to_owned(),
            customer: who(customer, outcome)?,
        });
    }
    let refusals = line.strip_prefix("forget refusals ").and_then(|l| l.rsplit_once(' '));
    if let Some((payer, pass)) = refusals {
        return Ok(Command::ForgetRefusals { payer: payer.to_owned(), pass: pass.to_owned() });
    }
    if let Some((payer, code)) = line.strip_prefix("forget ").and_then(|l| l.rsplit_once(' ')) {
        let code = serde_json::from_value(code.into()).map_err(|_| "no such reason")?;
        return Ok(Command::ForgetHabit { payer: payer.to_owned(), code });
    }
    for (word, count) in COUNTED {
        if let Some(row) = line.strip_prefix(word) {
            return count_line(row, count, tables, outcome);
        }
    }
    let oldest = line.strip_prefix("oldest first ").map(|customer| (customer, true));
    let not = line.strip_prefix("not oldest first ").map(|customer| (customer, false));
    if let Some((customer, on)) = oldest.or(not) {
        let (customer, label) = who(customer, outcome)?.ok_or("nobody pays nothing")?;
        return Ok(Command::SetOldestFirst { customer, label, on });
    }
    match line {
        "undo" if journal.can_undo() => Ok(Command::Undo),
        "redo" if journal.can_redo() => Ok(Command::Redo),
        _ => Err("is no decision".to_owned()),
    }
}

const COUNTED: [(&str, Option<bool>); 3] =
    [("count again ", Some(true)), ("leave out ", Some(false)), ("as found ", None)];

fn count_line(
    row: &str,
    count: Option<bool>,
    tables: &[SpecTable],
    outcome: &Outcome,
) -> Result<Command, String> {
    let of: Vec<_> = outcome.sides.overlapping.iter().map(|o| o.item.clone()).collect();
    let at = told::position(tables, &of, row)?;
    let lines = vec![matching::line_key(&of[at as usize])];
    Ok(Command::CountLines { lines, count })
}

fn who(customer: &str, outcome: &Outcome) -> Result<Option<(String, String)>, String> {
    if customer == "nobody" {
        return Ok(None);
    }
    let case = outcome.case.as_deref().ok_or("nothing was run")?;
    let mut all = case.customers.all.iter();
    let found = all.find(|known| known.label == customer).ok_or("no such customer")?;
    Ok(Some((found.key.clone(), found.label.clone())))
}

/// `R + R → I 90.00 + I; short_paid: a note`
fn put_together(line: &str, tables: &[SpecTable], outcome: &Outcome) -> Result<Command, String> {
    let (rows, reason) = line.split_once("; ").map_or((line, None), |(rows, of)| (rows, Some(of)));
    let (lefts, rights) = rows.split_once(" → ").ok_or("has no →")?;
    let sides = &outcome.sides;
    let receipts = lefts.split(" + ").map(|row| told::position(tables, &sides.left, row));
    let items = rights.split(" + ").map(|one| {
        let (row, amount) = one.split_once(' ').map_or((one, None), |(r, a)| (r, Some(a)));
        let at = told::position(tables, &sides.right, row)?;
        let minor = amount.map(|text| -> Result<i64, String> {
            let number: Decimal = text.parse().map_err(|_| format!("{text} is no amount"))?;
            let money = Money::round(number, sides.right[at as usize].currency);
            Ok(money.ok_or("too large")?.minor)
        });
        Ok((at, minor.transpose()?))
    });
    let (code, note) = match reason.map(|of| of.split_once(": ").unwrap_or((of, ""))) {
        Some((code, note)) => {
            let code: Result<Difference, _> = serde_json::from_value(code.into());
            (Some(code.map_err(|why| why.to_string())?), note.to_owned())
        }
        None => (None, String::new()),
    };
    let together = Together {
        receipts: receipts.collect::<Result<_, String>>()?,
        items: items.collect::<Result<_, String>>()?,
        code,
        note,
    };
    let plan = cash::plan(outcome, &together);
    let application = plan.application.ok_or(plan.problem.unwrap_or("cannot stand"))?;
    Ok(Command::ApplyCash { applications: vec![application] })
}

/// The match that needs a decision, else the one that stands.
fn of_receipt<'o>(
    row: &str,
    tables: &[SpecTable],
    outcome: &'o Outcome,
) -> Result<&'o Match, String> {
    let left = told::position(tables, &outcome.sides.left, row)?;
    let of = outcome.matches.iter().filter(|found| found.left.contains(&left));
    of.max_by_key(|found| (found.decision > Decision::Auto, found.pass)).ok_or("no match".into())
}

/// Saved, opened again, with the files the other way round and their rows from last to first.
fn held_again(spec: &Spec, journal: &Journal, now: &Outcome) -> Result<(), String> {
    let bytes = SessionFile::new(Vec::new(), Vec::new(), journal).to_bytes();
    let opened = SessionFile::open(&bytes).map_err(|why| format!("the session file: {why:?}"))?;
    let turned: Result<Vec<SpecTable>, String> = spec.blocks_of("csv").map(turned).collect();
    let mut turned = turned?;
    turned.reverse();
    for (at, one) in turned.iter_mut().enumerate() {
        let table = Arc::get_mut(&mut one.table).ok_or("the table is shared")?;
        table.id = tieout::base::TableId(at as u32);
    }
    let again = run(&turned, &rulings(&opened.1)).outcome;
    let by_key = |outcome: &Outcome| {
        told::lines_where(outcome, |side, at, _| match side {
            Side::Receipt => Keys(&outcome.sides.left).of(at),
            Side::Item => Keys(&outcome.sides.right).of(at),
        })
    };
    let (lost, then, now) = (again.lost.len(), by_key(&again), by_key(now));
    if lost > 0 || then != now {
        let order = format!("in another order:\n{then}\nnot\n{now}");
        return Err(format!("{lost} decisions lost; {order}"));
    }
    Ok(())
}

fn turned((at, block): (usize, &Block)) -> Result<SpecTable, String> {
    let [_, kind, name, rest @ ..] = block.info.as_slice() else {
        return Err("a table is opened by: csv <kind> <file name>".to_owned());
    };
    let mut lines: Vec<&str> = block.text.lines().collect();
    lines[1..].reverse();
    let kind = Kind::from_key(kind).ok_or("no such kind")?;
    let mut table = table(at as u32, kind, name, &lines.join("\n"))?;
    if let Some(code) = rest.first() {
        table.currency = tieout::base::Currency::parse(code).ok_or("no such currency")?;
    }
    Ok(SpecTable { block: at, table: Arc::new(table), has_marks: false })
}

fn balances(outcome: &Outcome) -> Result<(), String> {
    for posting in cash::postings(outcome) {
        let sum: i64 = posting.lines.iter().map(|line| line.minor).sum();
        if sum != 0 {
            return Err(format!("a document does not come to nil: {posting:?}"));
        }
    }
    // What was given up is what standing matches closed beyond what they applied.
    let given_up: i64 = cash::given_up(outcome).iter().map(|one| one.total.minor).sum();
    let stands = |m: &&Match| matches!(m.decision, Decision::Auto | Decision::Confirmed);
    let closes = |m: &&Match| m.code.is_some_and(|c| c.closes() && c != Difference::Exchange);
    let closed = outcome.matches.iter().filter(stands).filter(closes);
    let closed: i64 = closed.map(|found| found.closed_right - found.closed_left).sum();
    if given_up != closed {
        return Err(format!("given up by month {given_up}, by match {closed}"));
    }
    Ok(())
}

/// Unapplied receipts with what is to be done with each, and what the tests found.
fn refunds(tables: &[SpecTable], cash: &Cash) -> String {
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let name = |source: tieout::base::Source| {
        let table = tables.iter().find(|t| t.table.id == source.table);
        format!("{}:{}", table.map_or("nowhere", |t| &t.table.file_name), source.row)
    };
    let answer = |answer: &Answer| match answer {
        Answer::No => "no".to_owned(),
        Answer::NotTested(why) => (*why).to_owned(),
        Answer::Yes(found) => name(found.source),
    };
    let mut lines: Vec<String> = cash::unapplied(&cash.outcome, &book)
        .iter()
        .map(|one| {
            let receipt = name(cash.outcome.sides.left[one.left as usize].source);
            let tests = [&one.paid_before, &one.other_company, &one.refunded].map(answer);
            let rest = one.rest.decimal();
            format!("{receipt} {rest} {}: {}\n", one.verdict(), tests.join(", "))
        })
        .collect();
    lines.sort();
    lines.concat()
}

/// Payments that came back with what they open again.
fn returns(tables: &[SpecTable], cash: &Cash) -> String {
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let all = cash::reopened(&cash.outcome, &book);
    let line = |one: &cash::Reopened| {
        let item = &cash.outcome.sides.left[one.left as usize];
        let how = if one.is_named { "named" } else { "by amount" };
        let number = item.number.as_deref().unwrap_or_default();
        format!("{number} opens {}: {how}\n", one.invoice.number)
    };
    let mut lines: Vec<String> = all.iter().map(line).collect();
    lines.sort();
    lines.concat()
}

/// What was given up, by customer and month.
fn given_up(outcome: &Outcome) -> String {
    let all = cash::given_up(outcome);
    let line = |one: &cash::GivenUp| {
        let month = one.month.map_or("-".to_owned(), |(y, m)| format!("{y}-{m:02}"));
        let (total, code) = (one.total.decimal(), one.code.word());
        format!(
            "{} {month} {code} {total}: {} times, {} alike\n",
            one.customer, one.count, one.alike
        )
    };
    all.iter().map(line).collect()
}

fn learned(rulings: &Rulings, day: Option<Date>) -> String {
    let mut out = String::new();
    for (payer, customers) in &rulings.payers {
        for known in customers.values() {
            let how = if known.by_hand { "by hand".to_owned() } else { known.count.to_string() };
            out.push_str(&format!("{payer} is {}: {how}\n", known.label));
        }
    }
    for ((payer, pass), trust) in &rulings.trust {
        let revoked = if trust.revoked { ", revoked" } else { "" };
        out.push_str(&format!("{payer} {pass}: {}{revoked}\n", trust.confirmed));
    }
    for turned in rulings.turned(day) {
        let weighs = if turned.asks { "only suggests" } else { "goes on" };
        let (payer, pass, count) = (turned.payer, turned.pass, turned.count);
        out.push_str(&format!("{payer} {pass} refused: {count}, {weighs}\n"));
    }
    for habit in rulings.habits() {
        let kept = match habit.kept {
            Kept::Amount(minor) => Money::new(minor, habit.currency).decimal().to_string(),
            Kept::Share(bp) => format!("{}%", Decimal::new(bp, 2).normalize()),
        };
        let (payer, code) = (&habit.payer, habit.code.word());
        out.push_str(&format!("{payer} keeps back {kept}, {code}: {}\n", habit.count));
    }
    for pairing in &rulings.refused {
        let (left, right) = (pairing.receipts.join(" + "), pairing.items.join(" + "));
        out.push_str(&format!("refused {left} → {right}\n"));
    }
    out
}

fn posting(tables: &[SpecTable], cash: &Cash, key: &str) -> String {
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let results =
        Results { book: Arc::new(book), cash: Arc::new(cash.clone()), ..Results::default() };
    let section = report::section(&results, Lang::En, key).unwrap_or_default();
    let text = String::from_utf8_lossy(&report::write_csv(&section)).replace("\r\n", "\n");
    text.trim_start_matches('\u{feff}').to_owned()
}
