//! CRB-01: a credit note that does not name the invoice it credits, or names a number that lies among the
//! numbers of the loaded invoices and is none of them. A number from before them is not held against it.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Severity, fold_id};
use crate::model::Owner;
use crate::rules::placeholder::is_placeholder;
use crate::rules::sequence::number_gap::split;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CRB-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Credit,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::OriginalInvoice),
        (Kind::Lines, Field::OriginalInvoice),
    ])],
    check,
};

/// The numbers of each series: by what stands around the digits, and how many they are.
type Known = BTreeMap<(String, usize, String), BTreeSet<u64>>;

fn check(case: &Case, findings: &mut Findings) {
    let mut known = Known::new();
    let invoices = case.book.invoices().filter(|invoice| !invoice.is_credit());
    let prior = case.book.prior_invoices().filter_map(|row| row.text(Field::InvoiceNo));
    for no in invoices.map(|invoice| invoice.no()).chain(prior) {
        if let Some((series, number)) = split(&fold_id(no)) {
            known.entry(series).or_default().insert(number);
        }
    }
    for credit in case.book.invoices().filter(|invoice| invoice.is_credit()) {
        let original = credit.original().filter(|original| !is_placeholder(original));
        let fault = match original {
            None => "original-none",
            Some(no) if is_unknown(&known, no) && case.book.invoice(no).is_none() => {
                "original-unknown"
            }
            Some(_) => continue,
        };
        let Some(row) = credit.any_row().filter(|_| !credit.is_void()) else { continue };
        let amount = credit.gross().or_else(|| credit.lines_net());
        let finding = findings
            .at(row.source(Field::OriginalInvoice), credit.key())
            .arg("credit", credit.no())
            .arg("fault", Arg::term(fault))
            .stake(amount)
            .row(row)
            .customer(credit.customer_label());
        findings.push(match original {
            Some(no) => finding.found(no),
            None => finding,
        });
    }
}

/// Between the first and the last number of its series, and none of them.
fn is_unknown(known: &Known, no: &str) -> bool {
    let Some((series, number)) = split(&fold_id(no)) else { return false };
    let Some(numbers) = known.get(&series) else { return false };
    let within = numbers.first().is_some_and(|first| *first < number)
        && numbers.last().is_some_and(|last| number < *last);
    within && !numbers.contains(&number)
}
