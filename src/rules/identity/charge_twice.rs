//! ID-05: the same charge for the same job on two invoices.
//!
//! A pair that a credit note takes back is none, nor are charges on different service days. Where
//! invoices came without lines and each names its job, two of equal amount are the same charge.

use std::collections::{BTreeMap, HashSet};

use crate::base::{Date, Money, Severity, Sums, fold_id, fold_word};
use crate::model::{Book, Charge, Owner};
use crate::rules::placeholder::is_placeholder;
use crate::rules::taken_back::taken_back;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ID-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ServiceCode),
            (Kind::Lines, Field::Text),
            (Kind::Invoices, Field::JobNo),
        ]),
    ],
    check,
};

/// What makes two lines of one job the same charge: code, service day, air waybill; for a whole
/// invoice its amount.
type Service = (String, Option<Date>, String, Option<Money>);

fn check(case: &Case, findings: &mut Findings) {
    let book = case.book;
    if !book.charges().any(|charge| charge.job_no().is_some()) {
        findings.cannot_run(Need::Column(Kind::Lines, Field::JobNo));
    }
    let reversed = taken_back(book, |credit| credit.lines().len() == 0);
    for (at, charge) in book.charges().enumerate() {
        let Some(job) = charge.job_no().filter(|job| !is_placeholder(job)) else { continue };
        let lines = book.charges_of_job(job);
        // Each job is looked at once, from its first line.
        if lines.len() < 2 || lines[0] as usize != at {
            continue;
        }
        for lines in same_service(book, lines).into_values().filter(|lines| lines.len() > 1) {
            report(&standing(book, lines, &reversed), findings);
        }
    }
}

fn same_service<'b>(book: &'b Book, lines: &[u32]) -> BTreeMap<Service, Vec<Charge<'b>>> {
    let mut services: BTreeMap<Service, Vec<Charge>> = BTreeMap::new();
    for &at in lines {
        let line = book.charge(at as usize);
        let whole = line.net().filter(|_| line.is_header());
        if line.code().is_none() && whole.is_none() {
            continue;
        }
        let code = line.code().map(fold_word).unwrap_or_default();
        let waybill = line.0.text(Field::Awb).map(fold_id).unwrap_or_default();
        let service = (code, line.0.date(Field::ServiceDate), waybill, whole);
        services.entry(service).or_default().push(line);
    }
    services
}

/// The lines that stand after credits: each credit line cancels one line of equal amount, that of
/// the invoice it names if there is one.
fn standing<'b>(
    book: &'b Book,
    lines: Vec<Charge<'b>>,
    reversed: &HashSet<String>,
) -> Vec<(String, Charge<'b>)> {
    let mut standing = Vec::new();
    let mut credits = Vec::new();
    for line in lines {
        let Some(invoice) = line.invoice_no().and_then(|no| book.invoice(no)) else { continue };
        let is_free = line.net().is_some_and(|net| net.is_zero());
        if is_free || invoice.is_void() || reversed.contains(invoice.key()) {
            continue;
        }
        if invoice.is_credit() || line.net().is_some_and(|net| net.minor < 0) {
            credits.push((invoice.original().map(fold_id), line));
        } else {
            standing.push((invoice.key().to_owned(), line));
        }
    }
    for (original, credit) in credits {
        let amount = credit.net().map(|net| net.abs());
        let equal = |(_, line): &(String, Charge)| line.net() == amount;
        let named = standing
            .iter()
            .position(|entry| equal(entry) && original.as_ref().is_some_and(|no| *no == entry.0));
        if let Some(at) = named.or_else(|| standing.iter().position(equal)) {
            standing.remove(at);
        }
    }
    standing
}

/// One finding for each invoice after the first.
fn report(lines: &[(String, Charge)], findings: &mut Findings) {
    let Some((first_no, first)) = lines.first() else { return };
    let mut again: BTreeMap<&str, Vec<&Charge>> = BTreeMap::new();
    for (no, line) in lines.iter().filter(|(no, _)| no != first_no) {
        again.entry(no).or_default().push(line);
    }
    for lines in again.values() {
        let line = lines[0];
        let job = line.job_no().unwrap_or_default();
        let code = line.code().map_or(Arg::term("charge-whole-invoice"), Arg::from);
        let (a, b) = (first.invoice_no(), line.invoice_no());
        let total: Sums = lines.iter().filter_map(|line| line.net()).collect();
        let stake = line.net().map(|net| total.get(net.currency));
        let key =
            [job, line.code().unwrap_or_default(), a.unwrap_or_default(), b.unwrap_or_default()]
                .join(":");
        let finding = findings
            .at(line.0.source(Field::JobNo), &key)
            .arg("job", job)
            .arg("code", code)
            .arg("first", a.unwrap_or_default())
            .arg("second", b.unwrap_or_default())
            .evidence("evidence-first", first.0.source(Field::JobNo))
            .evidence("evidence-amount", first.amount_source())
            .stake(stake)
            .row(line.0);
        findings.push(finding);
    }
}
